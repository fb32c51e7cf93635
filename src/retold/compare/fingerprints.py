"""To compare a report with others its marks are needed, not its words: they are taken once, and kept.

A reading of a long report holds a megabyte, its fingerprint some fifteen kilobytes; a hundred thousand of them fit into
memory, and one more report is compared with them without reading theirs again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from retold.compare import rare_facts, reuse
from retold.compare.beside import BEHIND, Beside, beside
from retold.compare.own_pages import Sign, signs
from retold.compare.rare_facts import Words
from retold.compare.reuse import Shingles
from retold.model import Reading, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What comparing needs of a report."""

    reading: Reading
    """Its name, outlet, language, day and credits; without its text and what was found in it."""
    shingles: Shingles
    words: Words
    beside: tuple[Beside, ...]
    """Where the name of an outlet would be a credit."""
    behind: Mapping[int, str]
    """What stands behind each credit, by the place where its name ends."""
    signs: tuple[Sign, ...] = ()
    """The names under which it may be an outlet's own page, where its outlet is not known."""


def fingerprint(reading: Reading) -> Fingerprint:
    """Return the marks of a report."""
    report = reading.report
    return Fingerprint(
        reading=Reading(report=_bare(report), credits=reading.credits),
        shingles=reuse.shingles(report),
        words=rare_facts.words(report),
        beside=beside(report),
        behind={c.span.end: report.text[c.span.end : c.span.end + BEHIND] for c in reading.credits},
        signs=signs(reading),
    )


def fingerprints(readings: Sequence[Reading]) -> list[Fingerprint]:
    """Return the marks of each report, in order."""
    return [fingerprint(each) for each in readings]


def _bare(report: Report) -> Report:
    return replace(report, text="", body=(), headline=None, chrome=(), title=None, byline=None, dateline=None, url=None, notes=())
