"""Who merely carries words: to tell a reporting outlet something is to say it in public, not a contact of two parties.

An outlet is known by the report itself (its own name), by the table of outlets and agencies, or by the way the report
uses a name: what "reports" is an outlet.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from retold.model import Attribution, Report
from retold.tables import table

REPORTING = frozenset({"report", "reports", "reported"})
"""What an outlet does with news; a person seldom does."""


@cache
def _listed() -> frozenset[str]:
    rows = table("retold.find", "agencies.toml")["outlet"]
    names = (name for row in rows for name in (row["name"], *row.get("aliases", ()), *row.get("short", ())))
    return frozenset(name.lower().removeprefix("the ") for name in names)


def outlets(report: Report, attributions: Sequence[Attribution]) -> frozenset[str]:
    """Return the outlets' names that the report may use, in lower case and without "the"."""
    found = {report.outlet.lower().removeprefix("the ")} if report.outlet else set()
    for one in attributions:
        cue = " ".join(report.text[s.start : s.end] for s in one.cue).lower()
        if one.source and set(cue.split()) & REPORTING:
            source = report.text[one.source[0].start : one.source[0].end]
            if source[:1].isupper() and len(source.split()) < 5:
                found.add(source.lower().removeprefix("the "))
    return _listed() | found
