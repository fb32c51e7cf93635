"""Whose "I" a report is."""

from __future__ import annotations

from tests.resolve.speakers.marked import who


def test_a_column_ends_with_who_its_writer_is() -> None:
    text = (
        "[s1 I] [c1 think] [q1 the port should close]. Jonas Reed does not.\nTessa Marl is a teacher in Varn who writes of ports."
    )
    speaker = who(text)
    assert (speaker.kind, speaker.name) == ("outlet", "Tessa Marl")


def test_a_person_of_whom_the_report_spoke_before_does_not_sign_it() -> None:
    speaker = who("Jonas Reed met me. [s1 I] [c1 think] [q1 the port should close].\nJonas Reed was in Varn.", outlet="The Post")
    assert (speaker.kind, speaker.name) == ("outlet", "The Post")
