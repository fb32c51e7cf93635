"""Two versions of a report are told apart passage by passage, and by what is found in them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from retold.model import Reading, Span
from retold.record.differences import attributions, facts, passages
from tests.record.conftest import a_reading
from tests.work import grows_in_proportion


def lines(*told: str) -> Reading:
    """A report whose passages are these lines."""
    spans, start = [], 0
    for each in told:
        spans.append(Span(start, start + len(each)))
        start += len(each) + 1
    return replace(a_reading("reef.txt", "\n".join(told)), sentences=tuple(spans))


def compared(one: Reading, two: Reading) -> list[tuple[str, str | None, str | None]]:
    def words(reading: Reading, span: Span | None) -> str | None:
        return reading.report.text[span.start : span.end] if span else None

    return [(each.kind, words(one, each.earlier), words(two, each.later)) for each in passages(one, two)]


def test_what_was_changed_struck_and_put_in_is_told_where_it_stands() -> None:
    one = lines("A ship came in on Monday.", "It had no crew.", "Nobody saw the captain leave.", "The port is shut.")
    two = lines("A ship came in on Monday.", "Nobody saw the master leave.", "Gulls cried.", "The port is shut.")
    assert compared(one, two) == [
        ("same", "A ship came in on Monday.", "A ship came in on Monday."),
        ("gone", "It had no crew.", None),
        ("changed", "Nobody saw the captain leave.", "Nobody saw the master leave."),
        ("new", None, "Gulls cried."),
        ("same", "The port is shut.", "The port is shut."),
    ]


def test_other_spaces_and_lines_are_no_change() -> None:
    assert [kind for kind, *_ in compared(lines("A ship  came."), lines("A ship came."))] == ["same"]


@given(st.lists(st.sampled_from("abcde"), max_size=12), st.lists(st.sampled_from("abcde"), max_size=12))
def test_every_passage_of_both_is_told_once(one: list[str], two: list[str]) -> None:
    found = compared(lines(*one), lines(*two))
    assert sorted(was for _, was, _ in found if was is not None) == sorted(one)
    assert [now for _, _, now in found if now is not None] == two
    assert all(was == now for kind, was, now in found if kind == "same")


def test_the_work_grows_with_the_text() -> None:
    def work(size: int) -> None:
        chance = random.Random(1)
        told = [f"The {chance.randrange(size)} ships of pier {number % 7} came in." for number in range(size)]
        passages(lines(*told), lines(*sorted(told)))

    assert grows_in_proportion(work, 300)


def test_a_number_that_was_changed_is_a_fact_that_was_changed(reading: Callable[..., Reading]) -> None:
    gull = reading("gull.txt")
    later = reading("gull.txt", gull.report.text.replace("40,000", "45,000"))
    (found,) = facts(gull, later)
    assert (found.kind, found.changed) == ("changed", {"amount": (40_000.0, 45_000.0)})
    assert found.later is not None
    assert later.report.text[int(found.later["start"] or 0) : int(found.later["end"] or 0)] == "Ilse Marrow was fined"
    assert attributions(gull, later) == ()


def test_what_only_one_version_states_is_gone_or_new(reading: Callable[..., Reading]) -> None:
    gull = reading("gull.txt")
    bare = reading("gull.txt", "Nothing of it.")
    assert [(each.kind, each.later) for each in facts(gull, bare)] == [("gone", None)]
    assert [each.kind for each in attributions(bare, gull)] == ["new"]


def test_a_stance_that_was_changed_is_told(reading: Callable[..., Reading]) -> None:
    gull = reading("gull.txt")
    later = replace(gull, facts=(replace(gull.facts[0], stance="alleged"),))
    (found,) = facts(gull, later)
    assert found.changed == {"stance": ("asserted", "alleged")}
    said = replace(gull, attributions=(replace(gull.attributions[0], certainty="possible"),))
    assert [each.changed for each in attributions(gull, said)] == [{"certainty": ("certain", "possible")}]
