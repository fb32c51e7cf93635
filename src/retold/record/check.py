"""A record is worth its passages: each must stand in its report, word for word, and each row must follow from what was kept.

What is checked is told in docs/case-file.md; a case that any kill or full disk has left must pass. No part of the check needs
what another has found, so that a large case may be checked by several processes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, Literal

from msgspec import MsgspecError

from retold.errors import CaseError
from retold.model import Problem, Reading
from retold.record.as_of import last_day
from retold.record.case import Case
from retold.record.keep import FINDINGS, version_key
from retold.record.pack import key, pack, text_digest, unpack, unpack_reading
from retold.record.references import Pointed, pointed, reading_problems, trace_problems
from retold.record.rows import finding_rows
from retold.record.search_check import search_problems
from retold.record.sync import UNKEYED, Row, in_order, row_key
from retold.record.trace_rows import WHOLE, HeldVersion, trace_rows
from retold.record.words import INDEXES

ACROSS = ("tellings", "families", "actors", "members", "claims", "claim_mentions", "relations", "drifts", "problems")
"""The tables that a trace fills."""

RULED = ("rulings",)
"""The tables that people fill."""

_PLACE = ("report", "start", "end", "words")
_PASSAGES: dict[str, tuple[tuple[str, ...], ...]] = {
    **dict.fromkeys(("mentions", "times", "facts", "credits", "claim_mentions"), (_PLACE,)),
    "drifts": tuple(tuple(f"{end}_{name}" for name in _PLACE) for end in ("earlier", "later")),
    "rulings": tuple(tuple(f"{end}_{name}" for name in _PLACE) for end in ("one", "other")),
}
"""Where rows tell a passage: the columns of its report, its place and its words."""
_TEXTS = 4_096
"""Texts that are at hand while rows are checked."""
_AT_ONCE = {"rows": 100_000, "readings": 250}
"""Rows of a table, and reports, that are one part of the check."""

Watch = Callable[[str, int, int], None]
"""Called with what is being checked next, and how many parts of how many are through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the check: of what, and where that is parted by tables and rows, of which."""

    of: Literal["file", "texts", "rows", "readings", "trace", "index"]
    table: str = ""
    first: int = 0
    last: int = 0

    @property
    def told(self) -> str:
        """What it is of, in words."""
        return f"the {self.of}" if not self.table else f"{self.of} of {self.table.replace('_', ' ')}"


def check(case: Case, *, watch: Watch = lambda _part, _done, _total: None) -> tuple[Problem, ...]:
    """Return what is wrong with `case`, nothing if it is whole: the file, its rows, every span against its text."""
    problems: list[Problem] = []
    with case.snapshot():
        all_ = parts(case)
        for done, part in enumerate(all_):
            watch(part.told, done, len(all_))
            found, readable = problems_of(case, part)
            problems.extend(found)
            if not readable:
                break
    return tuple(problems)


def parts(case: Case) -> tuple[Part, ...]:
    """Return the parts of the check, first those that take longest and cannot be parted."""
    whole = (Part(of="file"), Part(of="texts"), *(Part(of="index", table=table) for table in INDEXES), Part(of="trace"))
    rows = (part for table in (*FINDINGS, *ACROSS, *RULED) for part in _parted(case, "rows", table))
    return (*whole, *rows, *_parted(case, "readings", "reports"))


def _parted(case: Case, of: Literal["rows", "readings"], table: str) -> Iterator[Part]:
    try:
        (last,) = case.select(f"SELECT coalesce(max(id), 0) FROM {table}")[0]  # noqa: S608
    except CaseError:
        last = 1  # whoever reads it says why it cannot be read
    for first in range(1, last + 1, _AT_ONCE[of]):
        yield Part(of=of, table=table, first=first, last=first + _AT_ONCE[of] - 1)


def problems_of(case: Case, part: Part) -> tuple[tuple[Problem, ...], bool]:
    """Return what is wrong with a part of a case, and whether it could be read to its end."""
    found: list[Problem] = []
    try:
        found.extend(_CHECKS[part.of](case, part))
    except (CaseError, MsgspecError) as error:  # so damaged that it cannot be read on
        why = str(error).removeprefix(f"{case.path}: ")
        return (*found, Problem(where=str(case.path), why=f"cannot be checked further: {why}")), False
    return tuple(found), True


def extent(case: Case) -> dict[str, int]:
    """Return how many reports, claims and steps a case holds, and how many passages `check` holds against their texts."""
    current = "SELECT count(*) FROM {} WHERE retracted_at IS NULL"
    held = {table: case.select(current.format(table))[0][0] for table in ("reports", "claims")}
    told = [(table, place[0]) for table, places in _PASSAGES.items() for place in places]
    passages = sum(case.select(f"SELECT count({report}) FROM {table}")[0][0] for table, report in told)  # noqa: S608
    return {**held, "passages": passages, "changes": case.select("SELECT count(*) FROM changes")[0][0]}


def _file(case: Case, _part: Part) -> Iterator[Problem]:
    """What SQLite itself can tell."""
    for (why,) in case.select("PRAGMA integrity_check"):
        if why != "ok":
            yield Problem(where=str(case.path), why=why)
    for table, row, parent, _ in case.select("PRAGMA foreign_key_check"):
        yield Problem(where=f"{table} {row}", why=f"points at a row of {parent} that is not there")
    for table in ("reports", "readings", *FINDINGS, *ACROSS, *RULED):
        for (row,) in case.select(f"SELECT id FROM {table} WHERE retracted_at < recorded_at"):  # noqa: S608
            yield Problem(where=f"{table} {row}", why="was retracted before it was recorded")


def _texts(case: Case, _part: Part) -> Iterator[Problem]:
    for digest, text in case.scan("SELECT digest, text FROM texts"):
        if text_digest(text) != digest:
            yield Problem(where=f"text {digest}", why="is not the text that was kept")


def _rows(case: Case, part: Part) -> Iterator[Problem]:
    """Every row holds what it is known by, and its words are those at their place in its version of the report.

    What a row is known by tells its words, and the readings and the trace which rows hold now, cut from the texts; so the words
    themselves are looked up of rows that were retracted or damaged, and of rulings, which follow from nothing else.
    """
    table = part.table
    names = [row[1] for row in case.select(f"PRAGMA table_info({table})")]
    left_out = UNKEYED | ({"report"} if table in FINDINGS else set())
    content = itemgetter(*(names.index(name) for name in in_order(name for name in names if name not in left_out)))
    number, known_by, retracted = (names.index(name) for name in ("id", "key", "retracted_at"))
    passages = [itemgetter(*map(names.index, columns)) for columns in _PASSAGES.get(table, ())]
    text = lru_cache(_TEXTS)(lambda report: _text(case, report))
    for values in case.scan(f"SELECT * FROM {table} WHERE id BETWEEN ? AND ?", part.first, part.last):  # noqa: S608
        same = key(table, content(values)) == values[known_by]  # as `row_key`, without a row for each of a million
        if not same:
            yield Problem(where=f"{table} {values[number]}", why="does not hold what was kept")
        if not same or values[retracted] is not None or table in RULED:
            for why in _misquoted([passage(values) for passage in passages], text):
                yield Problem(where=f"{table} {values[number]}", why=why)


def _misquoted(passages: Iterable[tuple[Any, ...]], text: Callable[[int], str]) -> Iterator[str]:
    """Yield why passages are not what stands at their place."""
    for report, first, last, said in (each for each in passages if each[0] is not None):
        whole = text(report)
        if not 0 <= first <= last <= len(whole):
            yield f"{first}-{last} lies outside the report's {len(whole)} characters"
        elif whole[first:last] != said:
            yield f"its words are not those at {first}-{last}"


def _text(case: Case, report: int) -> str:
    rows = case.select("SELECT t.text FROM reports AS r JOIN texts AS t ON t.digest = r.text WHERE r.id = ?", report)
    return str(rows[0][0]) if rows else ""


def _readings(case: Case, part: Part) -> Iterator[Problem]:
    """Each report's readings point at nothing that is missing, and the tables hold what follows from the one that governs."""
    query = """
    SELECT r.id, r.key, g.stage, g.json, t.text,
           (SELECT max(stage) FROM readings WHERE report = r.id AND retracted_at IS NULL)
    FROM reports AS r
    JOIN texts AS t ON t.digest = r.text
    JOIN readings AS g ON g.report = r.id AND g.retracted_at IS NULL
    WHERE r.retracted_at IS NULL AND r.id BETWEEN ? AND ?
    """
    for report, version, stage, json, text, governing in case.scan(query, part.first, part.last):
        reading = unpack_reading(json, text)
        if version_key(reading.report) != version:
            yield Problem(where=reading.report.name, why="its reading is of another version of the report")
        yield from reading_problems(reading)
        if stage == governing:
            yield from _finding_rows(case, report, reading)
    without = """
    SELECT name FROM reports AS r WHERE retracted_at IS NULL AND id BETWEEN ? AND ? AND NOT EXISTS
    (SELECT * FROM readings AS g WHERE g.report = r.id AND g.stage = 'alone' AND g.retracted_at IS NULL)
    """
    for (name,) in case.select(without, part.first, part.last):
        yield Problem(where=name, why="the case holds the report but no reading of it")


def _finding_rows(case: Case, report: int, reading: Reading) -> Iterator[Problem]:
    for table, rows in finding_rows(reading).items():
        query = f"SELECT key FROM {table} WHERE report = ? AND retracted_at IS NULL"  # noqa: S608
        yield from _compare(f"{table} of {reading.report.name}", table, rows, case.select(query, report))


def _trace(case: Case, _part: Part) -> Iterator[Problem]:
    """The trace points at nothing that is missing, and the tables hold what follows from it."""
    shelf, readings = _traced(case)
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


def _traced(case: Case) -> tuple[dict[str, HeldVersion], dict[str, Pointed]]:
    """Return of each report, as the trace was made of it, its row, text and day, and what can be pointed at in it.

    The tables tell what stands in a report by the reading that governs it now; one that was replaced since is read here.
    """
    query = """
    SELECT r.id, r.name, r.published, t.text,
           CASE WHEN g.retracted_at IS NULL AND NOT EXISTS (SELECT 1 FROM readings AS o
               WHERE o.report = g.report AND o.retracted_at IS NULL AND o.stage > g.stage) THEN NULL ELSE g.json END
    FROM sequences AS s, json_each(s.keys) AS j
    JOIN readings AS g ON g.id = j.value
    JOIN reports AS r ON r.id = g.report
    JOIN texts AS t ON t.digest = r.text
    WHERE s.kind = 'readings'
    """
    chains = _by_report(case, "SELECT report, chain FROM chains WHERE retracted_at IS NULL")
    stated = _by_report(
        case,
        "SELECT report, fact FROM facts WHERE retracted_at IS NULL "
        "UNION ALL SELECT report, attribution FROM attributions WHERE retracted_at IS NULL",
    )
    shelf: dict[str, HeldVersion] = {}
    readings: dict[str, Pointed] = {}
    for report, name, published, text, json in case.scan(query):
        shelf[name] = HeldVersion(id=report, text=text, day=last_day(published))
        governed = Pointed(len(text), chains[report], stated[report])
        readings[name] = pointed(unpack_reading(json, text)) if json else governed
    return shelf, readings


def _by_report(case: Case, query: str) -> defaultdict[int, set[str]]:
    """Return the ids that a query gives of each report."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for report, each in case.scan(query):
        found[report].add(each)
    return found


def _compare(where: str, table: str, rows: Iterable[Row], current: Iterable[tuple[str]]) -> Iterator[Problem]:
    wanted, there = {row_key(table, row) for row in rows}, {name for (name,) in current}
    if wanted - there:
        yield Problem(where=where, why=f"{len(wanted - there)} rows are missing")
    if there - wanted:
        yield Problem(where=where, why=f"{len(there - wanted)} rows too many")


_CHECKS: dict[str, Callable[[Case, Part], Iterator[Problem]]] = {
    "file": _file,
    "texts": _texts,
    "rows": _rows,
    "readings": _readings,
    "trace": _trace,
    "index": lambda case, part: search_problems(case, part.table),
}
"""What tells what is wrong with a part."""
