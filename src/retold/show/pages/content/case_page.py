"""The page that opens a case answers the question a reporter comes with: forty reports, but how many sources?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from retold.model import Trace
from retold.record.excerpt import overview
from retold.show.pages.asked import Asked, heads

_FOREIGN = "SELECT count(*) FROM reports WHERE retracted_at IS NULL AND language IS NOT NULL AND language <> 'en'"
_UNDATED = "SELECT count(*) FROM reports WHERE retracted_at IS NULL AND published IS NULL"
MOST = 6
"""Items that each part of the page shows."""


def content(asked: Asked) -> Mapping[str, Any]:
    """Return the overview of the case."""
    found = overview(asked.case, asked.at.as_of, most=MOST)
    parts = (found.families, found.widest, found.single, found.denied, found.unknown)
    known = {name: head for part in parts for name, head in heads(asked.case, part.trace).items()}
    retold = [name for each in found.changed.values() for name in (each.earlier, each.later)]
    known |= heads(asked.case, Trace(), retold)
    undated = 0 if asked.at.as_of.published else asked.case.select(_UNDATED)[0][0]
    return {"found": found, "heads": known, "undated": undated, "foreign": asked.case.select(_FOREIGN)[0][0]}
