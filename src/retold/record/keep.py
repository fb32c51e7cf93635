"""How a report, and the trace over all of them, enter the case.

A report is known by its name; other bytes or other metadata under the same name are a new version of it, and the old one
stays. A reading is kept as its report gives it alone and, where the trace made more of it (a date taken over from the
original that it retells), also as it reads together with the others.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import msgspec

from retold.errors import CaseError
from retold.model import Reading, Report, Trace
from retold.record import program
from retold.record.pack import as_read, canonical, canonical_reading, key, pack_reading, text_digest, unpack_reading
from retold.record.rows import finding_rows
from retold.record.sync import Row, Step, add, retract, sync
from retold.record.trace_rows import WHOLE, HeldVersion, on_shelf, trace_rows

FINDINGS = ("mentions", "chains", "times", "attributions", "facts", "credits")
"""The tables that a reading fills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A reading made ready to be kept. `version` is what its version of the report is known by, `key` the reading itself."""

    reading: Reading
    json: str
    version: str
    key: str


def packed(reading: Reading) -> Packed:
    """Return `reading` with its JSON and the keys that follow from its content. Raises `ReportError` if it cannot be kept."""
    reading = canonical_reading(reading)
    json = pack_reading(reading)
    version = version_key(reading.report)
    return Packed(reading=reading, json=json, version=version, key=key(version, json))


def version_key(report: Report) -> str:
    """Return what this version of the report is known by: its name, bytes, text and metadata as read."""
    plain = as_read(report)
    metadata = [plain.outlet, plain.title, plain.byline, plain.dateline, plain.url, plain.language]
    return key(plain.name, plain.digest, text_digest(plain.text), metadata, plain.published, plain.published_from)


def keep_alone(step: Step, new: Packed, by: str) -> None:
    """Keep a reading as what its report gives by itself when read by the program in the state `by`."""
    query = "SELECT key FROM reports WHERE name = ? AND retracted_at IS NULL"
    current = step.connection.execute(query, (new.reading.report.name,)).fetchone()
    if current is not None:
        step.act = "report read again" if current[0] == new.version else "report replaced"
    report = _keep_report(step, new)
    holding = _holding(step.connection, report)
    if holding.get("alone", (0, ""))[1] != new.key:
        _retract_readings(step, report)
        _add_reading(step, report, "alone", new)
    if not step.connection.execute("SELECT 1 FROM programs WHERE reading = ? AND program = ?", (new.key, by)).fetchone():
        step.write("INSERT INTO programs (reading, program, recorded_at) VALUES (?, ?, ?)", new.key, by, step.at)


def keep_trace(step: Step, trace: Trace) -> None:
    """Make `trace` what the case holds across reports, and its readings what holds of each report."""
    _refuse_two_of_one_name(trace.readings)
    across = canonical(replace(trace, readings=()))
    shelf: dict[str, HeldVersion] = {}
    readings: list[int] = []
    for reading in trace.readings:
        report, row = _keep_together(step, packed(reading))
        readings.append(row)
        shelf[reading.report.name] = on_shelf(report, reading)
    _keep_sequence(step, "readings", readings)
    _keep_sequence(step, "program", [program.comparing()])
    _keep_across(step, across, shelf)


def derive(step: Step, trace: Trace) -> None:
    """Let rows follow as this program has them from the readings that the case holds, and from `trace`, which it holds too."""
    query = """
    SELECT g.report, g.json, t.text, max(g.stage) FROM readings AS g
    JOIN reports AS r ON r.id = g.report
    JOIN texts AS t ON t.digest = r.text
    WHERE g.retracted_at IS NULL GROUP BY g.report ORDER BY g.report
    """
    for report, json, text, _ in step.connection.execute(query):  # 'together' comes after 'alone' and governs
        _keep_findings(step, report, unpack_reading(json, text))
    query = """
    SELECT r.name, r.id FROM sequences AS s, json_each(s.keys) AS j
    JOIN readings AS g ON g.id = j.value
    JOIN reports AS r ON r.id = g.report
    WHERE s.kind = 'readings'
    """
    ids: dict[str, int] = dict(step.connection.execute(query).fetchall())
    shelf = {each.report.name: on_shelf(ids[each.report.name], each) for each in trace.readings}
    _keep_across(step, replace(trace, readings=()), shelf)


def _keep_across(step: Step, across: Trace, shelf: Mapping[str, HeldVersion]) -> None:
    keys = {table: sync(step, table, rows) for table, rows in trace_rows(across, shelf).items()}
    for table in WHOLE:
        _keep_sequence(step, table, keys[table])


def drop(step: Step, name: str) -> bool:
    """Retract the report `name` and what stands in it; return whether the case held it."""
    found = step.connection.execute("SELECT id FROM reports WHERE name = ? AND retracted_at IS NULL", (name,)).fetchone()
    if found is None:
        return False
    _retract_report(step, found[0])
    return True


def _keep_sequence(step: Step, kind: str, keys: list[str] | list[int]) -> None:
    """Note in which order the trace told things of one kind, if it is another than before."""
    json = msgspec.json.encode(keys).decode()
    found = step.connection.execute("SELECT keys FROM sequences WHERE kind = ?", (kind,)).fetchone()
    if found is None or found[0] != json:
        step.write("REPLACE INTO sequences (kind, keys) VALUES (?, ?)", kind, json)


def _refuse_two_of_one_name(readings: Iterable[Reading]) -> None:
    seen: dict[str, Reading] = {}
    for reading in readings:
        name = reading.report.name
        if seen.setdefault(name, reading) != reading:
            raise CaseError(f"{name}: the trace holds two readings of this report that differ")


def _keep_together(step: Step, new: Packed) -> tuple[int, int]:
    """Make a reading what holds of its report; return the row of the report's version and its own."""
    report = _keep_report(step, new)
    holding = _holding(step.connection, report)
    governing = holding.get("together") or holding.get("alone")
    if governing is not None and governing[1] == new.key:
        return report, governing[0]
    if "together" in holding:
        retract(step, "readings", [holding["together"][0]])
    if "alone" not in holding:
        return report, _add_reading(step, report, "alone", new)
    if holding["alone"][1] != new.key:
        return report, _add_reading(step, report, "together", new)
    _keep_findings(step, report, new.reading)
    return report, holding["alone"][0]


def _holding(connection: sqlite3.Connection, report: int) -> dict[str, tuple[int, str]]:
    """Return the current readings of a report's version: their row and key by stage."""
    query = "SELECT stage, id, key FROM readings WHERE report = ? AND retracted_at IS NULL"
    return {stage: (row, name) for stage, row, name in connection.execute(query, (report,))}


def _keep_report(step: Step, new: Packed) -> int:
    """Return the row of this very version, made if it is not the current one; the version before it is retracted."""
    query = "SELECT id, key FROM reports WHERE name = ? AND retracted_at IS NULL"
    current = step.connection.execute(query, (new.reading.report.name,)).fetchone()
    if current is not None and current[1] == new.version:
        return int(current[0])
    if current is not None:
        _retract_report(step, current[0])
    return add(step, "reports", _report_row(step, new))


def _report_row(step: Step, new: Packed) -> Row:
    plain = as_read(new.reading.report)
    digest = text_digest(plain.text)
    step.write("INSERT OR IGNORE INTO texts (digest, text) VALUES (?, ?)", digest, plain.text)
    query = "SELECT id, version FROM reports WHERE name = ? ORDER BY version DESC LIMIT 1"
    previous, version = step.connection.execute(query, (plain.name,)).fetchone() or (None, 0)
    row: Row = {"key": new.version, "name": plain.name, "version": version + 1, "previous": previous, "digest": plain.digest}
    for column in ("outlet", "title", "byline", "dateline", "url", "language", "published", "published_from"):
        row[column] = getattr(plain, column)
    return {**row, "characters": len(plain.text), "text": digest}


def _add_reading(step: Step, report: int, stage: str, new: Packed) -> int:
    _keep_findings(step, report, new.reading)
    return add(step, "readings", {"key": new.key, "report": report, "stage": stage, "json": new.json})


def _keep_findings(step: Step, report: int, reading: Reading) -> None:
    for table, rows in finding_rows(reading).items():
        sync(step, table, rows, report=report)


def _retract_report(step: Step, report: int) -> None:
    _retract_readings(step, report)
    for table in FINDINGS:
        sync(step, table, (), report=report)
    retract(step, "reports", [report])


def _retract_readings(step: Step, report: int) -> None:
    retract(step, "readings", [row for row, _ in _holding(step.connection, report).values()])
