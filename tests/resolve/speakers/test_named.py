"""What a name says of who bears it."""

from __future__ import annotations

import pytest

from tests.resolve.speakers.marked import who


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Harbour Liberals", "unnamed"),
        ("Republicans on Harbour Hill", "unnamed"),
        ("The United Harbour Workers", "body"),
        ("Another Muslim who worshipped in Varn", "unnamed"),
        ("Many of you", "unnamed"),
        ("the Harbour Research Center", "body"),
        ("the latest Harbour University Poll", "document"),
        ("“The Silent Port”", "document"),
        ("911 calls", "document"),
    ],
)
def test_a_name_tells_people_bodies_and_texts_apart(source: str, kind: str) -> None:
    assert who(f"On Friday [s1 {source}] [c1 said] [q1 that the port was shut].").kind == kind


def test_a_headlines_kicker_is_nobodys_name() -> None:
    speaker = who("[s1 Scoop] [c1 :] [q1 The port is sold]", outlet="The Harbour Post")
    assert (speaker.kind, speaker.name) == ("outlet", "The Harbour Post")
