"""A newsroom knows of its reports what the files do not say: a table with one row a report, which wins over the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path, PurePath, PurePosixPath
from typing import Literal, NamedTuple

from retold.errors import MetadataError
from retold.model import Problem
from retold.read.dates import iso
from retold.read.encoding import decode
from retold.tables import table

FIELDS = ("published", "outlet", "url", "title", "language")
LARGEST = 64_000_000
"""Bytes of the largest table that is read."""
LIKE = 0.75
"""How much of the letters of a column's name must be those of a known one for that to be meant."""


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
    """Return the rows of a TSV or CSV table with a header, and a problem for each bad date, whose row then has none, and for each
    column that seems to be meant for another.

    Raises `MetadataError` for a table that cannot be read or has no column `report`.
    """
    text = _text(path)
    delimiter = _delimiter(text)
    # Tab-separated tables are written unquoted, and titles hold stray quotation marks.
    quoting: Literal[0, 3] = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)
    try:
        names = [(name or "").strip().lower() for name in reader.fieldnames or []]
        if "report" not in names:
            like = next((f"; is {name!r} it?" for name in names if _meant().get(_plain(name)) == "report"), "")
            raise MetadataError(f"{path}: no column 'report' in its first line (columns: {', '.join(names)[:200]}){like}")
        reader.fieldnames = names
        told, problems = _read(path, reader)
        return told, [*_misspelt(path, names), *problems]
    except csv.Error as error:
        raise MetadataError(f"{path}: line {reader.line_num}: {error}") from error


def looks_like_table(text: str) -> bool:
    """Return whether a text begins as a metadata table does: with a column `report` and another that is read."""
    line = text.removeprefix("\ufeff").split("\n", 1)[0]
    names = {name.strip().strip('"').lower() for name in line.split(_delimiter(text))}
    return "report" in names and not names.isdisjoint(FIELDS)


def by_report(
    rows: Sequence[Row], reports: Iterable[Path], *, where: str, beside: Iterable[str] = ()
) -> tuple[dict[Path, Row], list[Problem]]:
    """Return the row of each report, matched by path (from its end) or by file name, the first where there are several; one
    problem for all rows without one, but for those of reports `beside`; and one for all that tell otherwise than the first."""
    named, others = _by_ending(reports), _by_ending(map(Path, beside))
    found: dict[Path, Row] = {}
    unknown, twice = [], []
    for row in rows:
        hits = _hits(row, named)
        unknown += [] if hits or _hits(row, others) else [row]
        twice += [(found[path], row) for path in hits if path in found and _says(found[path]) != _says(row)]
        found.update((path, row) for path in hits if path not in found)
    return found, [*_unknown(unknown, where), *_twice(twice, where)]


class _Endings(NamedTuple):
    """Reports by each ending of their path, and by the whole of it."""

    ending: dict[str, list[Path]]
    whole: dict[str, list[Path]]


def _by_ending(reports: Iterable[Path]) -> _Endings:
    found = _Endings({}, {})
    for path in reports:
        endings = _endings(path)
        for each in endings:
            found.ending.setdefault(each, []).append(path)
        for each in endings[:1]:
            found.whole.setdefault(each, []).append(path)
    return found


def _hits(row: Row, named: _Endings) -> list[Path]:
    """Return the reports whose path ends as the row's does, as far as the shorter of both goes."""
    endings = _endings(PurePosixPath(row.report))
    longer = named.ending.get(endings[0], []) if endings else []
    return [*longer, *(path for each in endings[1:] for path in named.whole.get(each, ()))]


def _endings(path: PurePath) -> list[str]:
    """Return the ends of a path, the whole of it first, its file name last."""
    parts = path.parts
    return ["/".join(parts[at:]) for at in range(len(parts))]


def _says(row: Row) -> Row:
    return replace(row, report="", line=0)


def _twice(rows: Sequence[tuple[Row, Row]], where: str) -> list[Problem]:
    """Return one problem for all rows that tell of a report otherwise than the row that is taken."""
    if not rows:
        return []
    first, other = rows[0]
    why = f"lines {first.line} and {other.line} tell otherwise of {other.report}; the first is taken"
    more = f", and so of {len(rows) - 1} more rows" if len(rows) > 1 else ""
    return [Problem(where=where, why=why + more)]


def _misspelt(path: Path, names: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each column that is not read and seems to be meant for one that would be."""
    missing = [name for name in FIELDS if name not in names]
    for name in (each for each in names if each and each not in (*FIELDS, "report")):
        like = [_meant().get(_plain(name)), *get_close_matches(_plain(name), missing, 1, LIKE)]
        if found := next((each for each in like if each in missing), None):
            yield Problem(where=str(path), why=f"its column {name[:60]!r} is not read; did you mean {found!r}?")


def _plain(name: str) -> str:
    return name.translate(str.maketrans("", "", " -_"))[:60]


def _meant() -> dict[str, str]:
    """Return which column is meant by a name that is not read."""
    return {name: known for known, others in table("retold.read", "metadata.toml")["meant"].items() for name in others}


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return "\t" if "\t" in header else ";" if ";" in header and "," not in header else ","


def _unknown(rows: Sequence[Row], where: str) -> list[Problem]:
    """Return one problem for all rows without a report: a run over a part of a folder would else drown in them."""
    if not rows:
        return []
    first = rows[0]
    if len(rows) == 1:
        return [Problem(where=where, why=f"line {first.line}: {first.report} is not among the reports given")]
    why = f"{len(rows)} rows name reports that are not among those given (first: line {first.line}, {first.report})"
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
    told: list[Row] = []
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
        told.append(Row(report=report, line=reader.line_num, **said))
    return told, problems
