"""What an outlet changes after the fact is part of the record: every version of a report that a case held, and since when.

Other bytes or other metadata under the same name are another version; the last one ends where its report was removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from retold.model import Reading
from retold.record.case import Case
from retold.record.pack import keepable, unpack_reading

METADATA = ("outlet", "title", "byline", "dateline", "url", "language", "published", "published_from")
"""What a version is told apart by, besides its file."""

_VERSIONS = f"""
SELECT r.id, r.name, r.version, r.recorded_at, r.retracted_at, r.digest, r.text, r.characters, {", ".join(METADATA)}
FROM reports AS r
"""  # noqa: S608
_SEVERAL = "WHERE r.name IN (SELECT name FROM reports GROUP BY name HAVING count(*) > 1 OR max(retracted_at IS NULL) = 0)"


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


def versions(case: Case, report: str | None = None, *, single: bool = False) -> Iterator[tuple[Version, ...]]:
    """Yield the versions of each report, oldest first, in the order of names; of `report` alone if it is given.

    Reports of which there was never but one version, held to this day, are left out unless `single` is set.
    """
    if report is not None:
        rows = case.select(f"{_VERSIONS} WHERE r.name = ? ORDER BY r.version", report) if keepable(report) else []
    else:
        rows = case.select(f"{_VERSIONS} {'' if single else _SEVERAL} ORDER BY r.name, r.version")
    for _, some in groupby(rows, key=lambda row: row[1]):
        yield tuple(_version(case, *row) for row in some)


def others(case: Case) -> int:
    """Return how many reports `versions` leaves out."""
    held = "SELECT count(*) FROM (SELECT 1 FROM reports GROUP BY name HAVING count(*) = 1 AND max(retracted_at IS NULL) = 1)"
    return int(case.select(held)[0][0])


def reading(case: Case, report: str, version: int) -> Reading | None:
    """Return what was last found in a version of a report, None if the case never held it."""
    query = """
    SELECT g.json, t.text FROM reports AS r
    JOIN texts AS t ON t.digest = r.text
    JOIN readings AS g ON g.report = r.id
    WHERE r.name = ? AND r.version = ?
    ORDER BY g.retracted_at IS NULL DESC, g.retracted_at DESC, g.stage DESC, g.id DESC LIMIT 1
    """
    rows = case.select(query, report, version) if keepable(report) else []
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
