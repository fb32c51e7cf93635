"""Whether two reports descend from one original is a sum of signals, each with its weight and its reason.

What a signal says depends on what could have been seen: two long texts in one language that share no passage are hardly
of one original, whatever names they share; two short ones in two languages may well be. The weights stand in one table
(`weights.toml`) in log odds: the sum is the log odds that the two are of one family.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from retold.compare import rare_facts, reuse
from retold.compare.rare_facts import Rarity, Traits
from retold.compare.reuse import Reuse, Shingles
from retold.model import Reading
from retold.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What two reports have in common; each between 0 and 1 but for the gap."""

    reuse: Reuse
    facts: float
    words: float
    credit: float
    """How much both say that they come from one agency: the weaker of the two credits."""
    agency: str | None
    against: float
    """How much they credit different ones."""
    lent: float
    """How much one of them comes from an agency, where the other credits nobody."""
    gap: float | None
    """Days between them; None where one has no date."""
    length: int
    """Words of the shorter one."""
    foreign: bool
    copies: bool
    """Whether both say that they carry the agency's own text: then the same story would be the same words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """The reports at hand, measured."""

    readings: Sequence[Reading]
    shingles: Sequence[Shingles]
    traits: Sequence[Traits]
    credits: Sequence[Mapping[str, float]]
    copied: Sequence[frozenset[str]]
    """Whose text a report says it carries: the names in its dateline and byline."""
    rare: Mapping[str, Rarity]
    days: Sequence[date | None]


@cache
def weights() -> dict[str, Any]:
    """Return the table of weights."""
    return table("retold.compare", "weights.toml")


def collection(readings: Sequence[Reading]) -> Collection:
    """Return the reports measured: their shingles, facts, credits and days, and how rare each fact is among them."""
    reports = [r.report for r in readings]
    agencies = frozenset(w for r in readings for c in r.credits if c.agency for w in c.name.split())
    traits = rare_facts.traits(reports, but=agencies)
    return Collection(
        readings=readings,
        shingles=[reuse.shingles(r) for r in reports],
        traits=traits,
        credits=[_credits(r) for r in readings],
        copied=[frozenset(c.name for c in r.credits if c.place in ("dateline", "byline")) for r in readings],
        rare={
            "facts": rare_facts.rarity([t.facts for t in traits]),
            "coarse": rare_facts.rarity([_coarse(t.facts) for t in traits] if any(t.han for t in traits) else []),
            "words": rare_facts.rarity([t.words for t in traits]),
        },
        days=[_day(r.report.published) for r in readings],
    )


def _credits(reading: Reading) -> dict[str, float]:
    best: dict[str, float] = {}
    for credit in reading.credits:
        best[credit.name] = max(best.get(credit.name, 0.0), credit.score)
    return best


def _coarse(bundle: frozenset[str]) -> frozenset[str]:
    return frozenset(rare_facts.coarse(k) for k in bundle)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def signals(given: Collection, i: int, j: int, *, passages: bool = True) -> Signals:
    """Return what reports `i` and `j` have in common, `passages` apart where none are known to be shared."""
    shared = reuse.overlap(given.shingles[i], given.shingles[j]) if passages else reuse.NOTHING
    mine, theirs = given.credits[i], given.credits[j]
    agency, credit, against = _agreement(mine, theirs)
    foreign = given.readings[i].report.language != given.readings[j].report.language
    return Signals(
        reuse=shared,
        facts=given.rare["coarse" if given.traits[i].han != given.traits[j].han else "facts"].cosine(i, j),
        words=0.0 if foreign else given.rare["words"].cosine(i, j),
        credit=credit,
        agency=agency,
        against=against,
        lent=0.0 if mine and theirs else max((*mine.values(), *theirs.values()), default=0.0),
        gap=_gap(given.days[i], given.days[j]),
        length=min(given.shingles[i].words, given.shingles[j].words),
        foreign=foreign,
        copies=agency in given.copied[i] and agency in given.copied[j],
    )


def _agreement(a: Mapping[str, float], b: Mapping[str, float]) -> tuple[str | None, float, float]:
    shared = {name: min(a[name], b[name]) for name in a.keys() & b.keys()}
    if shared:
        agency = max(sorted(shared), key=lambda n: shared[n])
        return agency, shared[agency], 0.0
    return None, 0.0, min(max(a.values(), default=0.0), max(b.values(), default=0.0))


def _gap(a: date | None, b: date | None) -> float | None:
    return float(abs((a - b).days)) if a and b else None


def parts(found: Signals) -> dict[str, float]:
    """Return each signal as it enters the sum, by its name in the table, before its weight."""
    gap = weights()["gap"]
    days = gap["unknown"] if found.gap is None else found.gap
    return {
        "bias": 1.0,
        "jaccard": _eased(found.reuse.jaccard),
        "contained": _eased(found.reuse.contained),
        "bulk": _bulk(found),
        "facts": found.facts,
        "words": found.words,
        "foreign": float(found.foreign),
        "credit": _strong(found.credit) * _backed(found) * _same_text(found),
        "against": _strong(found.against),
        "lent": _strong(found.lent) * _backed(found),
        "gap": min(days, gap["most"]) / gap["most"],
        "absent": _long(found, weights()["absent"]) * max(0.0, 1.0 - found.reuse.jaccard / weights()["absent"]["jaccard"]),
    }


def _bulk(found: Signals) -> float:
    """Return how far the shorter report is but a piece of the other: that says enough even where every name is common."""
    rows: dict[str, float] = weights()["bulk"]
    share = (found.reuse.contained - rows["from"]) / (rows["to"] - rows["from"])
    return min(1.0, max(0.0, share)) * min(1.0, found.reuse.passages / rows["passages"])


def _strong(credit: float) -> float:
    """Return how much a credit counts for the whole report: one for a single sentence of it counts for nothing."""
    weak: float = weights()["credit"]["weak"]
    return max(0.0, credit - weak) / (1.0 - weak)


def _backed(found: Signals) -> float:
    """Return how much of a common credit counts: an agency has many stories a day, so the facts must be alike too."""
    rows: dict[str, float] = weights()["credit"]
    facts = (found.facts - rows["from"]) / (rows["facts"] - rows["from"])
    return min(1.0, max(0.0, facts, found.reuse.contained / rows["contained"]))


def _long(found: Signals, rows: Mapping[str, float]) -> float:
    """Return how telling it is if little is shared word for word: nothing across languages, all for two long texts."""
    if found.foreign:
        return 0.0
    return min(1.0, max(0.0, (found.length - rows["from"]) / (rows["to"] - rows["from"])))


def _same_text(found: Signals) -> float:
    """Return how much of a common credit counts: two that carry the agency's own text and share little are two stories."""
    if not found.copies:
        return 1.0
    rows: dict[str, float] = weights()["copied"]
    return 1.0 - _long(found, rows) * (1.0 - min(1.0, found.reuse.contained / rows["contained"]))


def _eased(share: float) -> float:
    """Return a share on a scale where the first tenths count most."""
    return math.log(1 + 20 * share) / math.log(21)


def odds(found: Signals) -> float:
    """Return the log odds that two reports are of one family, within the table's bounds."""
    rows = weights()
    total: float = sum(rows["weights"][name] * value for name, value in parts(found).items())
    bound = float(rows["grouping"]["bound"])
    return max(-bound, min(bound, total))
