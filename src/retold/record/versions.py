"""What an outlet changes after the fact is part of the record: every version of a report that a case held, and since when.

Other bytes or other metadata under the same name are another version; the last one ends where its report was removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import msgspec

from retold.model import Reading
from retold.record.case import Case
from retold.record.pack import keepable, unpack_reading

METADATA = ("outlet", "title", "byline", "dateline", "url", "language", "published", "published_from")
"""What a version is told apart by, besides its file."""

_VERSIONS = f"""
SELECT r.id, r.name, r.version, r.recorded_at, r.retracted_at, r.digest, r.text, r.characters, {", ".join(METADATA)}
FROM reports AS r WHERE r.name IN (SELECT value FROM json_each(?)) ORDER BY r.name, r.version
"""  # noqa: S608
_NAMES = """
SELECT name FROM reports WHERE ?2 IS NULL OR recorded_at <= ?2 GROUP BY name
HAVING ?1 OR count(*) > 1 OR max(retracted_at IS NULL OR retracted_at > coalesce(?2, '~')) = 0 ORDER BY name
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a report: what it is, and when the case held it, in UTC."""

    report: str
    version: int
    held_from: str
    held_until: str | None
    """None of one that is held now."""
    digest: str
    text: str
    """The digest of its text: versions that differ in metadata alone share it."""
    characters: int
    passages: int
    """Sentences of the article."""
    metadata: Mapping[str, str | None]

    def changed(self, before: Version) -> dict[str, tuple[str | None, str | None]]:
        """Return what this version's metadata has other than those of the one before, each as it was and as it is."""
        both = ((name, before.metadata[name], self.metadata[name]) for name in METADATA)
        return {name: (was, now) for name, was, now in both if was != now}


def names(case: Case, *, single: bool = False, moment: str | None = None) -> list[str]:
    """Return the reports of which there was more than one version, or that were removed, in order; with `single` every report.

    With a moment, as the case writes it, they are told as they were known then.
    """
    return [name for (name,) in case.select(_NAMES, single, moment)]


def versions(case: Case, *reports: str) -> Iterator[tuple[Version, ...]]:
    """Yield the versions of each of some reports that the case ever held, oldest first, in the order of names."""
    asked = msgspec.json.encode([report for report in reports if keepable(report)]).decode()
    rows = case.select(_VERSIONS, asked)
    for _, some in groupby(rows, key=lambda row: row[1]):
        yield tuple(_version(case, *row) for row in some)


def others(case: Case) -> int:
    """Return how many reports `names` leaves out."""
    held = "SELECT count(*) FROM (SELECT 1 FROM reports GROUP BY name HAVING count(*) = 1 AND max(retracted_at IS NULL) = 1)"
    return int(case.select(held)[0][0])


def reading(case: Case, report: str, version: int, *, moment: str | None = None) -> Reading | None:
    """Return what was last found in a version of a report, until a moment if one is given; None if the case never held it."""
    query = """
    SELECT g.json, t.text FROM reports AS r
    JOIN texts AS t ON t.digest = r.text
    JOIN readings AS g ON g.report = r.id
    WHERE r.name = ?1 AND r.version = ?2 AND (?3 IS NULL OR g.recorded_at <= ?3)
    ORDER BY g.retracted_at IS NULL DESC, g.retracted_at DESC, g.stage DESC, g.id DESC LIMIT 1
    """
    rows = case.select(query, report, version, moment) if keepable(report) else []
    return unpack_reading(*rows[0]) if rows else None


def removed(several: Iterable[Version]) -> list[bool]:
    """Return of each version whether its report was removed when it ceased to be held, rather than replaced."""
    held = list(several)
    later: list[Version | None] = [*held[1:], None]
    return [
        each.held_until is not None and (after is None or after.held_from != each.held_until)
        for each, after in zip(held, later, strict=True)
    ]


def _version(case: Case, row: int, *cells: str | int | None) -> Version:
    name, version, held_from, held_until, digest, text, characters, *metadata = cells
    query = "SELECT json_array_length(json, '$.sentences') FROM readings WHERE report = ? ORDER BY id DESC LIMIT 1"
    return Version(
        report=str(name),
        version=int(version or 0),
        held_from=str(held_from),
        held_until=None if held_until is None else str(held_until),
        digest=str(digest),
        text=str(text),
        characters=int(characters or 0),
        passages=int(case.select(query, row)[0][0] or 0),
        metadata={each: None if value is None else str(value) for each, value in zip(METADATA, metadata, strict=True)},
    )
