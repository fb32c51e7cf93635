"""Where and when a report was filed opens it; the rest of its text is the story."""

from __future__ import annotations

import pytest

from retold.compare.drift.compared import compared
from retold.compare.drift.datelines import datelines
from retold.compare.drift.passages import text_of
from retold.model import Mention, Reading, Span, TimeExpression
from tests.compare.build import at, report

STORY = "inspectors of the Harbour Bureau have searched the cabins of the ferry Brenna for forged tickets."
DAYS = {"March 1": "XXXX-03-01", "1 de marzo": "XXXX-03-01", "March 3": "XXXX-03-03"}
DAYS |= {"Monday": "XXXX-WXX-1", "Friday": "XXXX-WXX-5"}


def _reading(text: str, day: str | None = None, place: str | None = None) -> Reading:
    times = (TimeExpression(span=at(text, day), type="DATE", value=DAYS[day]),) if day else ()
    spans = [at(text, place)] if place else []
    named = tuple(Mention(span=s, kind="place", form="name", head=s, sentence=0, name=place) for s in spans)
    return Reading(report=report(text[:8], text), sentences=(Span(0, len(text)),), times=times, mentions=named)


def _kinds(one: Reading, two: Reading) -> set[str]:
    return {d.kind for d in compared(one, two).drift}


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("SELM, March 1 - ", "March 1"),
        ("SELM, March 1 (Coast Wire) — ", "March 1"),
        ("SELM (Coast Wire) - ", None),
        ("Osk, 1 de marzo – ", "1 de marzo"),
        ("(Selm, March 1) ", "March 1"),
    ],
)
def test_names_and_a_date_before_a_dash_are_a_dateline(opening: str, day: str | None) -> None:
    (found,) = datelines(text_of(_reading(opening + STORY, day)))
    assert (found.start, found.end) == (0, len(opening))


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Talks on March 1 - the first in years - failed: ", "March 1"),
        ("On March 1 ", "March 1"),
        ("The bureau said it was ready. SELM, March 1 - ", "March 1"),
        ("Edda Renko - ", None),
    ],
)
def test_words_of_the_story_are_none(opening: str, day: str | None) -> None:
    assert datelines(text_of(_reading(opening + STORY, day))) == ()


def test_two_datelines_are_no_other_time_and_no_other_place() -> None:
    one = f"SELM, March 1 - The {STORY}"
    two = f"OSK, March 3 - The {STORY}"
    kinds = _kinds(_reading(one, "March 1", "SELM"), _reading(two, "March 3", "OSK"))
    assert not kinds & {"time moved", "place changed"}


def test_a_day_of_the_story_that_becomes_another_is_told_all_the_same() -> None:
    one = f"SELM, March 1 - On Monday the {STORY}"
    two = f"SELM, March 1 - On Friday the {STORY} "
    assert "time moved" in _kinds(_reading(one, "Monday"), _reading(two, "Friday"))
