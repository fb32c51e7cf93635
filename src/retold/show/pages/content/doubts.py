"""Who may be one: pairs of people and bodies that names leave open, each with what would decide it, to be judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from retold.model import Trace
from retold.record.as_of import NOW
from retold.record.excerpt import counts
from retold.resolve.actors.doubts import doubts
from retold.ruling import standing
from retold.show.pages.asked import Asked, heads, texts
from retold.show.deciding import signer

LARGEST = 500
"""Reports of a case whose pairs a page looks for; of a larger one `retold people` tells them."""
MOST = 100
"""Pairs on a page, the likeliest first."""


def content(asked: Asked) -> Mapping[str, Any]:
    """Return the doubtful pairs of now, with the passages that name both."""
    now = asked.at.as_of == NOW
    if not now or counts(asked.case).reports > LARGEST:
        return {"found": None, "total": 0, "now": now}
    trace = asked.case.trace()
    ruled = [ruling for ruling, _ in standing(asked.case) if ruling.verdict in ("same", "different")]
    found = doubts(trace.readings, trace.actors, ruled)
    names = {side.mention.report for doubt in found[:MOST] for side in (doubt.one, doubt.other)}
    known = heads(asked.case, Trace(), names)
    given = {"found": found[:MOST], "total": len(found), "now": now, "signer": signer(None) or ""}
    return {**given, "heads": known, "texts": texts(trace.readings)}
