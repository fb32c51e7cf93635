"""Any value of the model that can be kept comes back equal from JSON and from SQLite, whatever its text and spans are."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retold.model import Claim, Family, Reading, Report, Span, Telling, TimeExpression, Trace
from retold.record import Case
from retold.record.check import check
from retold.record.pack import canonical, canonical_reading, pack_reading, unpack_reading

BITS = 2**63
PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    int: st.integers(-BITS, BITS - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    NoneType: st.none(),
    Span: st.builds(Span, st.integers(-3, 60), st.integers(-3, 60)),
}


@cache
def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type of the model, made from its fields, so that a field added to the model is tried without a word here."""
    if kind in PLAIN:
        return PLAIN[kind]
    if is_dataclass(kind):
        return st.builds(cast("type[Any]", kind), **_fields(kind))
    arguments = get_args(kind)
    if get_origin(kind) is Literal:
        return st.sampled_from(arguments)
    if get_origin(kind) in (Union, UnionType):
        return st.one_of([any_of(each) for each in arguments])
    assert get_origin(kind) is tuple, kind
    return st.lists(any_of(arguments[0]), max_size=2).map(tuple)


def _fields(kind: Any) -> dict[str, st.SearchStrategy[Any]]:
    hints = get_type_hints(kind)
    made = {each.name: any_of(hints[each.name]) for each in fields(kind)}
    defaults = {each.name: each.default for each in fields(kind) if each.default is not MISSING}
    return {name: st.just(defaults[name]) | strategy if name in defaults else strategy for name, strategy in made.items()}


few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@few
@given(any_of(Reading))
def test_any_reading_comes_back_from_json(reading: Reading) -> None:
    assert unpack_reading(pack_reading(canonical_reading(reading)), reading.report.text) == reading


@few
@given(st.one_of(any_of(Claim), any_of(Telling), any_of(Family)))
def test_any_value_across_reports_comes_back_from_json(value: Claim | Telling | Family) -> None:
    assert canonical(value) == value


@few
@given(any_of(Reading))
def test_any_reading_comes_back_from_the_file_and_changes_nothing_the_second_time(reading: Reading) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "c"
        with Case(path) as case:
            case.keep_reading(reading)
            case.keep_trace(Trace(readings=(reading,)))
        with Case(path) as case:
            (stored,) = case.readings()
            assert stored == reading
            assert case.text(reading.report.name) == reading.report.text
            before = case.select("SELECT * FROM changes")
            case.keep_reading(stored)
            case.keep_trace(Trace(readings=(stored,)))
            assert case.select("SELECT * FROM changes") == before


@few
@given(st.text(max_size=80), st.data())
def test_words_are_those_of_the_span_in_any_script(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    report = Report(name="r", text=text, digest="", body=())
    reading = Reading(report=report, times=(TimeExpression(span=Span(start, end), type="DATE", value=None),))
    with tempfile.TemporaryDirectory() as folder, Case(Path(folder) / "c") as case:
        case.keep_reading(reading)
        assert case.select("SELECT words FROM times") == [(text[start:end],)]
        assert check(case) == ()


def test_a_whole_number_where_a_fraction_is_meant_is_the_same_run_again(
    tmp_path: Path, reading: Callable[..., Reading], tables: Callable[[Case], dict[str, list[tuple[object, ...]]]]
) -> None:
    gull = reading("gull.txt")
    amount = gull.facts[0].amount
    assert amount is not None
    whole = replace(gull, facts=(replace(gull.facts[0], amount=replace(amount, value=40_000)),))
    with Case(tmp_path / "c") as case:
        case.keep_reading(whole)
        before = tables(case)
        case.keep_trace(Trace(readings=case.readings()))
        case.keep_reading(gull)
        after = tables(case)
        assert (after["facts"], after["readings"]) == (before["facts"], before["readings"])


@pytest.mark.parametrize("text", ["", "\0", "a\r\nb", "﻿x", "שלום “x", "e\N{COMBINING ACUTE ACCENT}😀"])
def test_texts_that_other_stores_change_stay_as_they_are(tmp_path: Path, reading: Callable[..., Reading], text: str) -> None:
    with Case(tmp_path / "c") as case:
        case.keep_reading(reading("odd.txt", text))
        assert case.text("odd.txt") == text
        assert case.select("SELECT characters FROM reports") == [(len(text),)]
