"""A case is one affair's record in one file: what every report said, what was made of them together, and when we held it.

Each step (a report read, a trace made, a report removed) enters whole or not at all, so a run that is interrupted goes on
where it was, and the same run again changes nothing.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from retold.errors import CaseError
from retold.model import Actor, Claim, Family, Problem, Reading, Report, Telling, Trace
from retold.record import keep, migrate, program, store
from retold.record.pack import as_read, keepable, unpack, unpack_reading
from retold.record.shelf import Shelf
from retold.record.sync import Differs, Step

Value = TypeVar("Value")

WAIT = 5.0
"""Seconds to wait for another process that writes the case."""

_ALONE = """
SELECT g.json, t.text FROM reports AS r
JOIN texts AS t ON t.digest = r.text
JOIN readings AS g ON g.report = r.id AND g.retracted_at IS NULL AND g.stage = 'alone'
WHERE r.retracted_at IS NULL ORDER BY r.id
"""


def utc_now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


class Case:
    """The case file at `path`, open until `close` or the end of a `with` block.

    It is made if absent, unless `create` is False; with `readonly` nothing can be written and writers are not waited for.
    `wait` is how many seconds to wait for another process that writes; `clock` gives the moments that rows are stamped with.
    Every method raises `CaseError`, one line that names the file, where the file cannot be used.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        create: bool = True,
        readonly: bool = False,
        wait: float = WAIT,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self.path = Path(path)
        self.readonly = readonly
        self._clock = clock
        self._wait = wait
        self._writing = False
        self.connection = store.connect(self.path, create=create, readonly=readonly, wait=wait)
        if store.outdated(self.connection):
            self._upgrade()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the case; unless another process has it open too, a single file stays behind."""
        store.disconnect(self.connection, readonly=self.readonly)

    def reading(self, report: Report) -> Reading | None:
        """Return what was found in this very version of `report` by this very program, or None if it is to be found (again)."""
        query = """
        SELECT g.json, t.text FROM reports AS r
        JOIN texts AS t ON t.digest = r.text
        JOIN readings AS g ON g.report = r.id AND g.retracted_at IS NULL AND g.stage = 'alone'
        JOIN programs AS p ON p.reading = g.key AND p.program = ?
        WHERE r.name = ? AND r.key = ? AND r.retracted_at IS NULL
        """
        if not keepable(report.name):
            return None
        with self._guard():
            rows = self.select(query, program.program(), report.name, keep.version_key(report))
            reading = unpack_reading(*rows[0]) if rows else None
        return reading if reading is not None and reading.report == as_read(report) else None

    def readings(self) -> tuple[Reading, ...]:
        """Return the reading of the current version of every report, each as its report gives it alone, oldest first."""
        with self._guard():
            return tuple(unpack_reading(*row) for row in self.select(_ALONE))

    def current(self, name: str) -> tuple[Reading, str] | None:
        """Return the current reading of the report of this name, with what its version is known by; None if there is none."""
        query = _ALONE.replace("g.json, t.text", "g.json, t.text, r.key").replace("ORDER BY r.id", "AND r.name = ?")
        with self._guard():
            rows = self.select(query, name) if keepable(name) else []
            return (unpack_reading(*rows[0][:2]), rows[0][2]) if rows else None

    def last(self, name: str) -> Report | None:
        """Return the report of this name as the case holds it, or as it held it last; None if it never did."""
        query = """
        SELECT g.json, t.text FROM reports AS r
        JOIN texts AS t ON t.digest = r.text
        JOIN readings AS g ON g.report = r.id AND g.stage = 'alone'
        WHERE r.name = ? ORDER BY g.id DESC LIMIT 1
        """
        with self._guard():
            rows = self.select(query, name) if keepable(name) else []
            return unpack_reading(*rows[0]).report if rows else None

    def shelf(self) -> Shelf:
        """Return what the case keeps for comparing one more report, empty where it was made by another program."""
        if self.readonly:
            raise CaseError(f"{self.path}: is open for reading only")
        with self._guard():
            self.ready_to_write()
        return Shelf(self.connection, self.path, program.comparing())

    def report(self, name: str) -> Report | None:
        """Return the report of this name, None if the case does not hold it.

        It is the version that `trace` speaks of, so that every place in the trace can be shown, else the current one.
        """
        query = """
        SELECT g.json, t.text FROM reports AS r
        JOIN texts AS t ON t.digest = r.text
        JOIN readings AS g ON g.report = r.id
        LEFT JOIN (SELECT j.value AS id FROM sequences AS s, json_each(s.keys) AS j WHERE s.kind = 'readings') AS traced
            ON traced.id = g.id
        WHERE r.name = ? AND (traced.id IS NOT NULL OR g.retracted_at IS NULL)
        ORDER BY traced.id IS NULL, g.stage LIMIT 1
        """
        if not keepable(name):
            return None
        with self._guard():
            rows = self.select(query, name)
            return unpack_reading(*rows[0]).report if rows else None

    def text(self, name: str) -> str | None:
        """Return the text of the report of this name, of the version that `report` gives."""
        report = self.report(name)
        return report.text if report else None

    def trace(self) -> Trace:
        """Return the trace as it was last kept, equal in every value and in order; an empty one if none was."""
        with self.snapshot():
            return replace(self.across(), readings=self._traced_readings())

    def across(self) -> Trace:
        """Return the trace as it was last kept without the readings that it was made of, which take most of the memory."""
        try:
            with self._guard(), self.snapshot():
                return Trace(
                    tellings=self._whole("tellings", Telling),
                    families=self._whole("families", Family),
                    actors=self._whole("actors", Actor),
                    claims=self._whole("claims", Claim),
                    problems=self._whole("problems", Problem),
                )
        except LookupError as error:
            raise CaseError(f"{self.path}: is damaged: what its trace lists is not there") from error

    def problems(self) -> tuple[Problem, ...]:
        """Return what the last trace that was kept could not use."""
        with self._guard():
            return self._whole("problems", Problem)

    @property
    def settled(self) -> bool:
        """Whether `trace` was made of the very readings that the case holds now.

        It is not while reports were kept or removed since, say because the run was interrupted before its trace was kept.
        """
        query = "SELECT report, id FROM readings WHERE retracted_at IS NULL ORDER BY report, stage"
        with self._guard(), self.snapshot():
            governing: dict[int, int] = dict(self.select(query))  # 'together' comes after 'alone' and governs
            return set(governing.values()) == set(self._sequence("readings", int))

    def keep_reading(self, reading: Reading) -> None:
        """Keep what was found in one report, at once: an interruption later loses nothing of it.

        Another file or other metadata under the same name is a new version; the old version stays, retracted. Raises
        `ReportError` for a reading that no file can hold, such as one of a report whose name is not Unicode.
        """
        with self._guard():
            packed = keep.packed(reading)
            self.step("report kept", reading.report.name, lambda step: keep.keep_alone(step, packed, program.program()))

    def keep_trace(self, trace: Trace) -> None:
        """Make `trace` what the case holds across reports, all of it or nothing.

        What is as it was stays untouched; what the trace no longer holds is retracted. A report of the case that the trace
        leaves out stays in the case, but the case is then not `settled`.
        """
        self.step("trace kept", None, lambda step: keep.keep_trace(step, trace))

    def select(self, query: str, *arguments: str | int | float | None) -> list[tuple[Any, ...]]:
        """Return the rows that an SQL query gives, for what no method tells; the tables are told in docs/case-file.md."""
        with store.guard(self.path):
            return self.connection.execute(query, arguments).fetchall()

    def scan(self, query: str, *arguments: str | int | float | None) -> Iterator[tuple[Any, ...]]:
        """Yield the rows that `select` returns one by one, for more than memory holds."""
        with store.guard(self.path):
            yield from self.connection.execute(query, arguments)

    def snapshot(self) -> contextlib.AbstractContextManager[None]:
        """Return a context in which all questions are answered from one state of the case, whoever writes it meanwhile."""
        return store.snapshot(self.connection)

    @contextlib.contextmanager
    def _guard(self) -> Iterator[None]:
        """Let every failure name the case; a value that an older or newer program kept may not be one of ours."""
        try:
            with store.guard(self.path):
                yield
        except msgspec.MsgspecError as error:
            raise CaseError(f"{self.path}: was kept by another version of Retold; trace its reports into a new case") from error
        except (UnicodeEncodeError, OverflowError) as error:
            raise CaseError(f"{self.path}: a value cannot be kept: {error}") from error

    def step(self, act: str, report: str | None, work: Callable[[Step], Value], *, reason: str | None = None) -> Value:
        """Do `work` in one transaction and note it under `changes`; what would change nothing is not even begun.

        As long as nothing was written, `work` is called a first time to see whether it would write, and must do the same when
        it is called again. It may name the act otherwise (`Step.act`) once it knows what it did, and note parts of it by
        themselves (`Step.note`).
        """
        if self.readonly:
            raise CaseError(f"{self.path}: is open for reading only")
        with self._guard():
            if not self._writing:
                try:
                    with self.snapshot():
                        return work(Step(self.connection, at="", trial=True))
                except Differs:
                    self.ready_to_write()
            with store.transaction(self.connection):
                before = self.connection.total_changes
                step = Step(self.connection, self.moment(), act=act)
                done = work(step)
                if self.connection.total_changes > before:
                    step.note(step.act, report, reason)
                return done

    def ready_to_write(self) -> None:
        """Make ready to write, waiting for others who have the case open."""
        store.write_ahead(self.connection, wait=self._wait)
        self._writing = True

    def _upgrade(self) -> None:
        """Let a case of an older version be one of this version."""
        try:
            with self._guard():
                migrate.upgrade(self)
        except BaseException:
            self.close()
            raise

    def moment(self) -> str:
        """Return now, but not before the last change: a clock set back must not retract a row before it was recorded."""
        now = self._clock().astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
        last = self.connection.execute("SELECT at FROM changes ORDER BY id DESC LIMIT 1").fetchone()
        return max(now, last[0]) if last else now

    def _sequence(self, kind: str, of: type[Value]) -> list[Value]:
        rows = self.select("SELECT keys FROM sequences WHERE kind = ?", kind)
        return unpack(rows[0][0], list[of]) if rows else []  # type: ignore[valid-type]

    def _whole(self, table: str, kind: type[Value]) -> tuple[Value, ...]:
        rows = self.select(f"SELECT key, json FROM {table} WHERE retracted_at IS NULL")  # noqa: S608
        values = {name: unpack(json, kind) for name, json in rows}
        return tuple(values[name] for name in self._sequence(table, str))

    def _traced_readings(self) -> tuple[Reading, ...]:
        """Return the readings that the last trace was made of, though some may have been replaced or removed since."""
        query = """
        SELECT g.json, t.text FROM readings AS g
        JOIN reports AS r ON r.id = g.report
        JOIN texts AS t ON t.digest = r.text
        WHERE g.id = ?
        """
        try:
            with self._guard():
                return tuple(unpack_reading(*self.select(query, row)[0]) for row in self._sequence("readings", int))
        except LookupError as error:
            raise CaseError(f"{self.path}: is damaged: what its trace lists is not there") from error
