"""An outlet's own page is known by what it says of itself, where others credit that outlet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold.compare.retellings import retellings
from retold.model import Credit, Reading, Telling
from tests.compare.test_retellings import REWRITE, STORY, credit, reading

RETOLD = replace(credit("Skerry Lantern"), agency=False)
TOLD = replace(RETOLD, reason="“told” beside the name", score=0.7)


def placed(page: Reading, *, agency: bool = False) -> tuple[Telling, Telling]:
    other = reading("other", *REWRITE, credits=(replace(RETOLD, agency=agency),), outlet="Holm Bay Herald")
    one, two = retellings((page, other))[0]
    return one, two


@pytest.mark.parametrize(
    ("title", "line", "credits"),
    [
        ("Harbour fund is empty | Skerry Lantern", "", ()),
        (None, "© 2031 Skerry Lantern. All rights reserved.", ()),
        (None, "Copyright 2031 by The Skerry Lantern", ()),
        (None, "", (TOLD,)),
    ],
)
def test_a_page_that_names_the_outlet_others_credit_is_the_held_original(
    title: str | None, line: str, credits: tuple[Credit, ...]
) -> None:
    page, other = placed(reading("page", *STORY, *([line] if line else []), credits=credits, title=title))
    assert page.role == "origin"
    assert other.original is not None
    assert (other.original.held, other.original.report, other.retells) == (True, "page", "page")


def test_a_page_that_says_nothing_of_itself_is_not() -> None:
    _, other = placed(reading("page", *STORY))
    assert other.original is None or not other.original.held or other.original.report != "page" or other.retells is None


def test_rights_and_words_said_to_an_agency_stand_in_every_copy() -> None:
    page, _ = placed(reading("page", *STORY, "© 2031 Skerry Lantern. All rights reserved.", credits=(TOLD,)), agency=True)
    assert page.role != "origin"


def test_whose_outlet_was_noted_keeps_it() -> None:
    page, _ = placed(reading("page", *STORY, "© 2031 Skerry Lantern. All rights reserved.", outlet="Velmora Post"))
    assert page.role != "origin"
