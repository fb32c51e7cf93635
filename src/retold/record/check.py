"""A record is worth its passages: each must stand in its report, word for word, and each row must follow from what was kept.

What is checked is told in docs/case-file.md; a case that any kill or full disk has left must pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any

from msgspec import MsgspecError

from retold.errors import CaseError
from retold.model import Problem, Reading
from retold.record.case import Case
from retold.record.keep import FINDINGS, version_key
from retold.record.pack import key, pack, text_digest, unpack, unpack_reading
from retold.record.references import Known, known, reading_problems, trace_problems
from retold.record.rows import finding_rows
from retold.record.search_check import search_problems
from retold.record.sync import UNKEYED, Row, in_order, row_key
from retold.record.trace_rows import WHOLE, Held, on_shelf, trace_rows

ACROSS = ("tellings", "families", "actors", "members", "claims", "claim_mentions", "relations", "drifts", "problems")
"""The tables that a trace fills."""

RULED = ("rulings",)
"""The tables that people fill."""

_PASSAGES = (
    *((table, "report", "start", "end", "words") for table in ("mentions", "times", "facts", "credits", "claim_mentions")),
    ("drifts", "earlier_report", "earlier_start", "earlier_end", "earlier_words"),
    ("drifts", "later_report", "later_start", "later_end", "later_words"),
    ("rulings", "one_report", "one_start", "one_end", "one_words"),
    ("rulings", "other_report", "other_start", "other_end", "other_words"),
)


Watch = Callable[[str, int, int], None]
"""Called now and then with what is being checked, and how much of it of how much."""
Seen = dict[int, tuple[str, Held, Known] | None]
"""The readings that the trace was made of, by their rows, each with what the trace may point at once that is known."""
_TRACED = "SELECT j.value FROM sequences AS s, json_each(s.keys) AS j WHERE s.kind = 'readings'"
_EVERY = 500
"""Rows after which `Watch` is called again."""


def check(case: Case, *, watch: Watch = lambda _part, _done, _total: None) -> tuple[Problem, ...]:
    """Return what is wrong with `case`, nothing if it is whole: the file, its rows, every span against its text."""
    problems: list[Problem] = []
    try:
        with case.snapshot():
            seen: Seen = dict.fromkeys(number for (number,) in case.select(_TRACED))
            for part in (_file, _texts, _rows, _passages):
                problems.extend(part(case, watch))
            for of_readings in (_readings, _trace):
                problems.extend(of_readings(case, watch, seen))
            problems.extend(search_problems(case))
    except (CaseError, MsgspecError) as error:  # so damaged that it cannot be read on
        why = str(error).removeprefix(f"{case.path}: ")
        problems.append(Problem(where=str(case.path), why=f"cannot be checked further: {why}"))
    return tuple(problems)


def extent(case: Case) -> dict[str, int]:
    """Return how many reports, claims and steps a case holds, and how many passages `check` holds against their texts."""
    current = "SELECT count(*) FROM {} WHERE retracted_at IS NULL"
    held = {table: case.select(current.format(table))[0][0] for table in ("reports", "claims")}
    passages = sum(case.select(f"SELECT count({report}) FROM {table}")[0][0] for table, report, *_ in _PASSAGES)  # noqa: S608
    return {**held, "passages": passages, "changes": case.select("SELECT count(*) FROM changes")[0][0]}


def _watched(case: Case, watch: Watch, table: str, rows: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows that a query gives, while telling how many of those of `table` are through."""
    (total,) = case.select(f"SELECT count(*) FROM {table}")[0]  # noqa: S608
    for done, row in enumerate(case.scan(rows)):
        if done % _EVERY == 0:
            watch(table.replace("_", " "), done, total)
        yield row


def _file(case: Case, watch: Watch) -> Iterator[Problem]:
    """What SQLite itself can tell."""
    watch("the file", 0, 1)
    for (why,) in case.select("PRAGMA integrity_check"):
        if why != "ok":
            yield Problem(where=str(case.path), why=why)
    for table, row, parent, _ in case.select("PRAGMA foreign_key_check"):
        yield Problem(where=f"{table} {row}", why=f"points at a row of {parent} that is not there")


def _texts(case: Case, watch: Watch) -> Iterator[Problem]:
    for digest, text in _watched(case, watch, "texts", "SELECT digest, text FROM texts"):
        if text_digest(text) != digest:
            yield Problem(where=f"text {digest}", why="is not the text that was kept")


def _rows(case: Case, watch: Watch) -> Iterator[Problem]:
    """Every row holds what it is known by, and was not retracted before it was recorded."""
    for table in (*FINDINGS, *ACROSS, *RULED):
        names = [row[1] for row in case.select(f"PRAGMA table_info({table})")]
        left_out = UNKEYED | ({"report"} if table in FINDINGS else set())
        content = itemgetter(*(names.index(name) for name in in_order(name for name in names if name not in left_out)))
        number, known_by = names.index("id"), names.index("key")
        for values in _watched(case, watch, table, f"SELECT * FROM {table}"):  # noqa: S608
            if key(table, content(values)) != values[known_by]:  # as `row_key`, without a row for each of a million
                yield Problem(where=f"{table} {values[number]}", why="does not hold what was kept")
    for table in ("reports", "readings", *FINDINGS, *ACROSS, *RULED):
        for (row,) in case.select(f"SELECT id FROM {table} WHERE retracted_at < recorded_at"):  # noqa: S608
            yield Problem(where=f"{table} {row}", why="was retracted before it was recorded")


def _passages(case: Case, watch: Watch) -> Iterator[Problem]:
    """Every passage, of rows that were retracted too, is what stands at its place in its version of the report."""
    for table, report, start, end, words in _PASSAGES:
        columns = f"id, {report}, {start}, {end}, {words}"
        query = f"SELECT {columns} FROM {table} WHERE {report} IS NOT NULL ORDER BY {report}"  # noqa: S608
        held, text = None, ""
        for row, number, first, last, said in _watched(case, watch, table, query):
            if number != held:
                held, text = number, _text(case, number)
            if not 0 <= first <= last <= len(text):
                yield Problem(where=f"{table} {row}", why=f"{first}-{last} lies outside the report's {len(text)} characters")
            elif text[first:last] != said:
                yield Problem(where=f"{table} {row}", why=f"its words are not those at {first}-{last}")


def _text(case: Case, report: int) -> str:
    rows = case.select("SELECT t.text FROM reports AS r JOIN texts AS t ON t.digest = r.text WHERE r.id = ?", report)
    return str(rows[0][0]) if rows else ""


def _readings(case: Case, watch: Watch, seen: Seen) -> Iterator[Problem]:
    """Each report's readings point at nothing that is missing, and the tables hold what follows from the one that governs.

    Of those that the trace was made of, what it may point at is noted under `seen`.
    """
    query = """
    SELECT r.id, r.key, g.id, g.stage, g.json, t.text,
           (SELECT max(stage) FROM readings WHERE report = r.id AND retracted_at IS NULL)
    FROM reports AS r
    JOIN texts AS t ON t.digest = r.text
    JOIN readings AS g ON g.report = r.id AND g.retracted_at IS NULL
    WHERE r.retracted_at IS NULL
    """
    for report, version, number, stage, json, text, governing in _watched(case, watch, "readings", query):
        reading = unpack_reading(json, text)
        if number in seen:
            seen[number] = reading.report.name, on_shelf(report, reading), known(reading)
        if version_key(reading.report) != version:
            yield Problem(where=reading.report.name, why="its reading is of another version of the report")
        yield from reading_problems(reading)
        if stage == governing:
            yield from _finding_rows(case, report, reading)
    without = "SELECT name FROM reports AS r WHERE retracted_at IS NULL AND NOT EXISTS (SELECT * FROM readings AS g "
    for (name,) in case.select(without + "WHERE g.report = r.id AND g.stage = 'alone' AND g.retracted_at IS NULL)"):
        yield Problem(where=name, why="the case holds the report but no reading of it")


def _finding_rows(case: Case, report: int, reading: Reading) -> Iterator[Problem]:
    for table, rows in finding_rows(reading).items():
        query = f"SELECT key FROM {table} WHERE report = ? AND retracted_at IS NULL"  # noqa: S608
        yield from _compare(f"{table} of {reading.report.name}", table, rows, case.select(query, report))


def _trace(case: Case, watch: Watch, seen: Seen) -> Iterator[Problem]:
    """The trace points at nothing that is missing, and the tables hold what follows from it."""
    shelf, readings = _traced(case, seen)
    watch("the trace", 0, 1)
    trace = case.across()
    problems = tuple(trace_problems(trace, readings))
    yield from problems
    if problems:
        return  # rows cannot be derived from a trace that speaks of reports that are not there
    for table, rows in trace_rows(trace, shelf).items():
        current = case.select(f"SELECT key FROM {table} WHERE retracted_at IS NULL")  # noqa: S608
        yield from _compare(table, table, rows, _as_now(case, table) if table in WHOLE else current)


def _as_now(case: Case, table: str) -> Iterator[tuple[str]]:
    """Yield the keys that the current rows of a table would have if this program had kept them: it may know of more fields."""
    names = [row[1] for row in case.select(f"PRAGMA table_info({table})")]
    for values in case.scan(f"SELECT * FROM {table} WHERE retracted_at IS NULL"):  # noqa: S608
        row: Row = {name: value for name, value in zip(names, values, strict=True) if name not in UNKEYED}
        yield (row_key(table, {**row, "json": pack(unpack(str(row["json"]), WHOLE[table]))}),)


def _traced(case: Case, seen: Seen) -> tuple[dict[str, Held], dict[str, Known]]:
    """Return of each report, as the trace was made of it, its row and text, and what can be pointed at in it.

    It may have been replaced since: what was not `seen` among the current ones is read here. Of the readings no more than one
    is in memory.
    """
    query = """
    SELECT r.id, g.json, t.text FROM readings AS g
    JOIN reports AS r ON r.id = g.report
    JOIN texts AS t ON t.digest = r.text
    WHERE g.id = ?
    """
    shelf: dict[str, Held] = {}
    readings: dict[str, Known] = {}
    for number, noted in seen.items():
        for report, json, text in () if noted else case.select(query, number):
            reading = unpack_reading(json, text)
            noted = reading.report.name, on_shelf(report, reading), known(reading)
        if noted:
            _, shelf[noted[0]], readings[noted[0]] = noted
    return shelf, readings


def _compare(where: str, table: str, rows: Iterable[Row], current: Iterable[tuple[str]]) -> Iterator[Problem]:
    wanted, there = {row_key(table, row) for row in rows}, {name for (name,) in current}
    if wanted - there:
        yield Problem(where=where, why=f"{len(wanted - there)} rows are missing")
    if there - wanted:
        yield Problem(where=where, why=f"{len(there - wanted)} rows too many")
