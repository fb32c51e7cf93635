"""A report that credits an outlet whose own report is at hand has the story, through it, from whom that one credits.

So forty reports that each credit a newspaper which credits an agency are known to come from the agency, by that middleman.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from retold.compare.held import aliases, called
from retold.compare.rarity import Rarity
from retold.model import Reading, Report
from retold.tables import table


def strongest(reading: Reading) -> dict[str, float]:
    """Return how strongly a report credits each name, 0 to 1, where it does so most.

    Who carries the text of one agency, under its name, has from others but parts of it.
    """
    best: dict[str, float] = {}
    for credit in reading.credits:
        best[credit.name] = max(best.get(credit.name, 0.0), credit.score)
    carried = {c.name for c in reading.credits if c.place == "dateline"}
    share: float = table("retold.compare", "weights.toml")["credit"]["beside"]
    return {name: score * (1.0 if name in carried or not carried else share) for name, score in best.items()}


def own(reports: Sequence[Report], credits: Sequence[Mapping[str, float]]) -> list[frozenset[str]]:
    """Return the credited names under which each report's own outlet goes."""
    names: dict[str, set[str]] = {}
    for name in {name for given in credits for name in given}:
        for alias in called(name):
            names.setdefault(alias, set()).add(name)
    return [frozenset(n for a in (aliases(r.outlet) if r.outlet else ()) for n in names.get(a, ())) for r in reports]


def through(
    credits: Sequence[Mapping[str, float]], own: Sequence[frozenset[str]], facts: Rarity, days: Sequence[date | None]
) -> list[Mapping[str, float]]:
    """Return each report's credits and, where the report that it credits is held, that report's credits behind its own."""
    rows = _policy()
    published: dict[str, list[int]] = {}
    for i, names in enumerate(own):
        for name in names:
            published.setdefault(name, []).append(i)
    found: list[Mapping[str, float]] = []
    for i, given in enumerate(credits):
        behind: dict[str, float] = {}
        for name, score in given.items():
            near = [
                j
                for j in published.get(name, ())[: rows["looked_at"]]
                if j != i and (apart(days[i], days[j]) or 0) <= rows["days"]
            ]
            model = max(near, key=lambda j: (facts.cosine(i, j), -j), default=None)
            if model is not None and facts.cosine(i, model) >= rows["facts"]:
                behind |= {n: min(score, s) * rows["share"] for n, s in credits[model].items() if n not in own[i]}
        found.append(behind | dict(given))
    return found


def apart(one: date | None, other: date | None) -> float | None:
    """Return the days between two dates; None where one is not known."""
    return float(abs((one - other).days)) if one and other else None


def _policy() -> dict[str, Any]:
    rows: dict[str, Any] = table("retold.compare", "weights.toml")["middleman"]
    return rows
