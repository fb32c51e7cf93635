"""A newsroom knows of its reports what the files do not say: a table with one row a report, which wins over the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from retold.errors import MetadataError
from retold.model import Problem
from retold.read.dates import iso
from retold.read.encoding import decode

FIELDS = ("published", "outlet", "url", "title", "language")
LARGEST = 64_000_000
"""Bytes of the largest table that is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the table says of one report; None where it says nothing."""

    report: str
    line: int
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None


def rows(path: Path) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a TSV or CSV table with a header, and a problem for each bad date, whose row then has none.

    Raises `MetadataError` for a table that cannot be read or has no column `report`.
    """
    text = _text(path)
    header = text.split("\n", 1)[0]
    delimiter = "\t" if "\t" in header else ";" if ";" in header and "," not in header else ","
    # Tab-separated tables are written unquoted, and titles hold stray quotation marks.
    quoting: Literal[0, 3] = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)
    try:
        names = [(name or "").strip().lower() for name in reader.fieldnames or []]
        if "report" not in names:
            raise MetadataError(f"{path}: no column 'report' in its first line (columns: {', '.join(names)[:200]})")
        reader.fieldnames = names
        return _read(path, reader)
    except csv.Error as error:
        raise MetadataError(f"{path}: line {reader.line_num}: {error}") from error


def by_report(table: Sequence[Row], reports: Iterable[Path], *, where: str) -> tuple[dict[Path, Row], list[Problem]]:
    """Return the row of each report, matched by path (from its end) or by file name, and one problem for all rows without one."""
    named: dict[str, list[Path]] = {}
    for path in reports:
        named.setdefault(path.name, []).append(path)
    found: dict[Path, Row] = {}
    unknown = []
    for row in table:
        hits = [path for path in named.get(PurePosixPath(row.report).name, ()) if _meets(path, row.report)]
        unknown += [] if hits else [row]
        found.update((path, row) for path in hits if path not in found)
    return found, _unknown(unknown, where)


def _unknown(table: Sequence[Row], where: str) -> list[Problem]:
    """Return one problem for all rows without a report: a run over a part of a folder would else drown in them."""
    if not table:
        return []
    first = table[0]
    if len(table) == 1:
        return [Problem(where=where, why=f"line {first.line}: {first.report} is not among the reports given")]
    why = f"{len(table)} rows name reports that are not among those given (first: line {first.line}, {first.report})"
    return [Problem(where=where, why=why)]


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise MetadataError(f"{path}: over {LARGEST // 1_000_000} MB, too large for a metadata table")
        return decode(path.read_bytes()).text.removeprefix("\ufeff")
    except FileNotFoundError as error:
        raise MetadataError(f"{path}: no such file") from error
    except OSError as error:
        raise MetadataError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:
        raise MetadataError(f"{path}: {error}") from error


def _read(path: Path, reader: csv.DictReader[str]) -> tuple[list[Row], list[Problem]]:
    table: list[Row] = []
    problems: list[Problem] = []
    for cells in reader:
        report = (cells.get("report") or "").strip().replace("\\", "/")
        if not report:
            continue
        said = {name: (cells.get(name) or "").strip() or None for name in FIELDS}
        written, said["published"] = said["published"], iso(said["published"] or "")
        if written and not said["published"]:
            why = f"line {reader.line_num}: {written[:60]!r} is no date (YYYY-MM-DD); {report} is read without it"
            problems.append(Problem(where=str(path), why=why))
        table.append(Row(report=report, line=reader.line_num, **said))
    return table, problems


def _meets(path: Path, report: str) -> bool:
    one, other = path.parts, PurePosixPath(report).parts
    shared = min(len(one), len(other))
    return one[len(one) - shared :] == other[len(other) - shared :]
