"""Two who speak together: the first is the speaker, the words tell both."""

from __future__ import annotations

import pytest

from tests.resolve.speakers.marked import heard, who


@pytest.mark.parametrize(
    ("source", "name", "described"),
    [
        ("Ada Holm and Jonas Reed", "Ada Holm", "Ada Holm and Jonas Reed"),
        ("Ada Holm, the mayor of Varn, and Jonas Reed", "Ada Holm", "Ada Holm and Jonas Reed"),
        ("Two owners, Ada Holm and Jonas Reed,", "Ada Holm", "Ada Holm and Jonas Reed"),
        ("Ada Holm, who beat Jonas Reed,", "Ada Holm", None),
        ("Ada Holm", "Ada Holm", None),
    ],
)
def test_names_joined_by_and_speak_together(source: str, name: str, described: str | None) -> None:
    speaker = who(f"[s1 {source}] [c1 said] [q1 the port was shut].")
    assert (speaker.kind, speaker.name, speaker.described) == ("person", name, described)


def test_people_of_whom_one_is_named_stay_unnamed() -> None:
    speaker = who("[s1 Officials such as Jonas Reed] [c1 said] [q1 the port was shut].")
    assert (speaker.kind, speaker.name) == ("unnamed", None)


def test_they_right_after_two_who_spoke_together_are_those_two() -> None:
    rows = heard("[s1 Ada Holm and Jonas Reed] [c1 praised] [q1 the port] on Harbour Radio. [s2 They] [c2 gave] [q2 no date].")
    assert [row.speaker.described for row in rows if row.speaker] == ["Ada Holm and Jonas Reed"] * 2
