"""In a set phrase of the writer's nobody speaks: "that said", "needless to say" have the verb and no speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from retold.find.attributions.marked import Marked
from retold.tables import table

BEFORE = 24
"""Code points before a cue in which a phrase that holds it begins."""


@cache
def _phrases() -> re.Pattern[str]:
    rows = table("retold.find.attributions", "cues.toml")["set_phrases"]["phrases"]
    return re.compile(
        r"(?<!\w)(?:" + "|".join(r"\s+".join(map(re.escape, row.split())) for row in rows) + r")(?=\s*,)", re.IGNORECASE
    )


def spoken(found: Sequence[Marked], text: str) -> list[Marked]:
    """Return the marked attributions without those whose cue stands in a set phrase that ends at a comma."""
    return [each for each in found if not _set(each, text)]


def _set(each: Marked, text: str) -> bool:
    first = max(0, each.cue.start - BEFORE)
    around = _phrases().finditer(text, first, each.cue.end + BEFORE)
    return any(match.start() <= each.cue.start and each.cue.end <= match.end() for match in around)
