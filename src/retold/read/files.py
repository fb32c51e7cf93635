"""Files come as users have them: missing, empty, huge, binary, gone between listing and reading. Each is one clear line."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from retold.errors import ReportError
from retold.model import Problem, Report
from retold.read.dates import moment
from retold.read.encoding import decode
from retold.read.metadata import Row, by_report, looks_like_table, rows
from retold.read.telling import latest_past
from retold.read.text import Source, report_of_text

PAGES = (".html", ".htm", ".xhtml")
KINDS = (".txt", *PAGES)
CHUNK = 1_000_000
"""Bytes read at once: the bound on a file's size is the user's, and may be larger than the machine's memory."""
MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)
"""How a page without a page's name begins."""
SNIFF = 1_024


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What is refused. `max_bytes` is the size of the largest file that is read; the option `--max-size` raises it."""

    max_bytes: int = 20_000_000


def listing(paths: Sequence[str | Path]) -> tuple[list[Path], list[Problem]]:
    """Return the report files that `paths` name, those of a folder sorted by path, and a problem for each that names none.

    A file that several paths, spellings or links name is returned once, by the first of them.
    """
    files: list[Path] = []
    problems: list[Problem] = []
    for given in paths:
        path = Path(given)
        if not os.fspath(given) or not os.path.lexists(path):
            problems.append(Problem(where=str(given) or "''", why="no such file or folder"))
        elif path.is_dir():
            inside, unread = _inside(path)
            files += inside
            bare = not inside and not unread
            problems += unread or (
                [Problem(where=str(given), why="no reports in this folder (.txt, .html, .htm)")] if bare else []
            )
        else:
            files.append(path)
    first: dict[str, Path] = {}
    for path in files:
        first.setdefault(os.path.realpath(path), path)
    return list(first.values()), problems


def reports(
    paths: Sequence[str | Path], *, metadata: Path | None = None, bounds: Bounds = Bounds(), beside: Iterable[str] = ()
) -> Iterator[Report | Problem]:
    """Read the reports that `paths` name, in order; yields a `Report`, or a `Problem` for what cannot be read.

    What the metadata table says wins over the file; of the reports `beside` it may tell, too. Raises `MetadataError` for a
    table that cannot be used.
    """
    files, problems = listing(paths)
    said: dict[Path, Row] = {}
    if metadata is not None:
        table, bad_rows = rows(Path(metadata))
        said, unknown = by_report(table, files, where=str(metadata), beside=beside)
        problems += [*bad_rows, *unknown]
    yield from problems
    for path in files:
        try:
            yield _noted(_told(read(path, bounds=bounds), said.get(path)))
        except ReportError as error:
            yield Problem(where=error.report, why=error.why)


def read(path: Path, *, bounds: Bounds = Bounds()) -> Report:
    """Return the report in the file `path`. Raises `ReportError`, which says why it cannot be read."""
    name = str(path)
    data = _bytes(path, bounds)
    page = path.suffix.lower() in PAGES or (path.suffix.lower() != ".txt" and bool(MARKUP.match(data[:SNIFF])))
    try:
        decoded = decode(data, declares=page)
    except ValueError as error:
        raise ReportError(name, str(error)) from error
    if not decoded.text.strip().strip("\ufeff\u200b"):
        raise ReportError(name, "empty file")
    if not page and looks_like_table(decoded.text):
        raise ReportError(name, "looks like a metadata table, not a report; give it as --metadata")
    digest = hashlib.sha256(data).hexdigest()
    source = Source(name=name, digest=digest, notes=(decoded.note,) if decoded.note else ())
    if not page:
        report = report_of_text(decoded.text, source)
        if not report.body:
            raise ReportError(name, "no words in it")
        return report
    from retold.read.html import report_of_page

    return report_of_page(decoded.text, source)


def _inside(folder: Path) -> tuple[list[Path], list[Problem]]:
    """Return the reports under `folder` and a problem for each folder that cannot be listed. Links to folders are not
    followed, so none can lead in a circle."""
    found: list[Path] = []
    problems: list[Problem] = []

    def unread(error: OSError) -> None:
        denied = isinstance(error, PermissionError)
        why = "no permission to list this folder" if denied else error.strerror or str(error)
        problems.append(Problem(where=str(error.filename or folder), why=why))

    for root, folders, names in os.walk(folder, onerror=unread):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        named = (Path(root, name) for name in names if not name.startswith(".") and Path(name).suffix.lower() in KINDS)
        found += [path for path in named if not _waits(path)]
    return sorted(found), problems


def _waits(path: Path) -> bool:
    """Whether `path` is a pipe, socket or device, which a reader may wait for without end; such are read only when named."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _bytes(path: Path, bounds: Bounds) -> bytes:
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = _chunks(file, bounds.max_bytes + 1) if size <= bounds.max_bytes else None
    except FileNotFoundError as error:
        raise ReportError(str(path), "no such file: it was there when the folder was listed, or a link leads nowhere") from error
    except PermissionError as error:
        raise ReportError(str(path), "no permission to read it") from error
    except OSError as error:
        raise ReportError(str(path), error.strerror or str(error)) from error
    if data is None or len(data) > bounds.max_bytes:
        raise ReportError(str(path), f"over {bounds.max_bytes / 1_000_000:g} MB; raise the bound with --max-size")
    if not data:
        raise ReportError(str(path), "empty file")
    return data


def _chunks(file: BinaryIO, most: int) -> bytes:
    """Return what `file` holds, `most` bytes at most: pipes and growing files say nothing of their size beforehand."""
    data = bytearray()
    while len(data) < most and (piece := file.read(min(CHUNK, most - len(data)))):
        data += piece
    return bytes(data)


def _told(report: Report, row: Row | None) -> Report:
    if row is None:
        return report
    changed = {name: value for name in ("outlet", "url", "title", "language") if (value := getattr(row, name))}
    told = replace(report, **changed)
    return replace(told, published=row.published, published_from="metadata") if row.published else told


def _noted(report: Report) -> Report:
    """Note a date of publication that cannot be right: later than now, or earlier than days of which the text tells."""
    if not report.published:
        return report
    if moment(report.published) > datetime.now(UTC):
        return _with(report, f"its date of publication, {report.published}, lies in the future")
    told = latest_past((report.text[slice(*span)] for span in report.body), report.language)
    if told and told - moment(report.published).date() > timedelta(days=1):
        why = f"its date of publication, {report.published}, is earlier than a day of which it tells as past, {told}"
        return _with(report, why)
    return report


def _with(report: Report, note: str) -> Report:
    return replace(report, notes=(*report.notes, note))
