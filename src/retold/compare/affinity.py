"""Whether two reports descend from one original is a sum of signals, each with its weight and its reason.

What a signal says depends on what could have been seen: two long texts in one language that share no passage are hardly
of one original, whatever names they share; two short ones in two languages may well be. The weights stand in one table
(`weights.toml`) in log odds: the sum is the log odds that the two are of one family.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from retold.compare import rare_facts, reuse
from retold.compare.fingerprints import Fingerprint
from retold.compare.house import without
from retold.compare.middlemen import apart, own, strongest, through
from retold.compare.rare_facts import Traits
from retold.compare.rarity import Frequency, Rarity, rarity
from retold.compare.reuse import Reuse, Shingles
from retold.model import Reading, Report
from retold.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What two reports have in common; each between 0 and 1 but for the gap."""

    reuse: Reuse
    facts: float
    matters: float
    credit: float
    """How much both say that they come from one agency: the weaker of the two credits."""
    passing: float
    """How much more one of them credits it than the other, where that names it in passing or rejects what it says."""
    agency: str | None
    against: float
    """How much they credit different ones."""
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
    """Each report's name, outlet, language, day and credits; without its text."""
    behind: Sequence[Mapping[int, str]]
    """What stands behind each credit, by the place where its name ends."""
    shingles: Sequence[Shingles]
    traits: Sequence[Traits]
    credits: Sequence[Mapping[str, float]]
    through: Sequence[Mapping[str, float]]
    """The credits, and those of the held reports that a report credits: it has the story from there by a middleman."""
    own: Sequence[frozenset[str]]
    """The names credited by others under which a report's own outlet goes."""
    copied: Sequence[frozenset[str]]
    """Whose text a report says it carries: the names in its dateline and byline."""
    rare: Mapping[str, Rarity]
    days: Sequence[date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """What must be known of all reports to compare some of them."""

    known: Container[str]
    """The names that some report has in mid-sentence."""
    barred: frozenset[str]
    facts: Frequency
    coarse: Frequency
    matters: Frequency


@cache
def weights() -> dict[str, Any]:
    """Return the table of weights."""
    return table("retold.compare", "weights.toml")


def collection(prints: Sequence[Fingerprint], among: Census | None = None) -> Collection:
    """Return the reports measured: their shingles, facts, credits and days, and how rare each fact is among them.

    `among` tells what is known of all reports, where those given are but some of them.
    """
    readings = [each.reading for each in prints]
    reports = [r.report for r in readings]
    traits = _traits(prints, among)
    rare = _rarities(traits, among)
    credits, days = [strongest(r) for r in readings], list(map(_day, reports))
    mine = own(reports, credits)
    return Collection(
        readings=readings,
        behind=[each.behind for each in prints],
        shingles=without([each.shingles for each in prints], [r.outlet for r in reports]),
        traits=traits,
        credits=credits,
        through=through(credits, mine, rare["facts"], days),
        own=mine,
        copied=[frozenset(c.name for c in r.credits if c.place in ("dateline", "byline")) for r in readings],
        rare=rare,
        days=days,
    )


def _rarities(traits: Sequence[Traits], among: Census | None) -> dict[str, Rarity]:
    """Return how rare each thing is among the reports, by what it is."""
    return {
        "facts": rarity([t.facts for t in traits], among.facts if among else None),
        "coarse": rarity(_coarse_bundles(traits), among.coarse if among else None),
        "matters": rarity([t.matters for t in traits], among.matters if among else None),
    }


def _traits(prints: Sequence[Fingerprint], among: Census | None) -> list[Traits]:
    if among is not None:
        return [rare_facts.trait(each.words, among.known, among.barred) for each in prints]
    return rare_facts.traits([each.words for each in prints], but=agencies(prints))


def agencies(prints: Iterable[Fingerprint]) -> frozenset[str]:
    """Return the words in the names of the agencies that the reports credit."""
    return frozenset(w for each in prints for c in each.reading.credits if c.agency for w in c.name.split())


def _coarse_bundles(traits: Sequence[Traits]) -> list[frozenset[str]]:
    return [coarse(t.facts) for t in traits] if any(t.han for t in traits) else []


def coarse(bundle: Iterable[str]) -> frozenset[str]:
    """Return facts as Chinese would sound them."""
    return frozenset(rare_facts.coarse(k) for k in bundle)


def _day(report: Report) -> date | None:
    try:
        return date.fromisoformat((report.published or "")[:10])
    except ValueError:
        return None


def signals(given: Collection, i: int, j: int, *, passages: bool = True) -> Signals:
    """Return what reports `i` and `j` have in common, `passages` apart where none are known to be shared."""
    shared = reuse.overlap(given.shingles[i], given.shingles[j]) if passages else reuse.NOTHING
    mine, theirs = given.through[i], given.through[j]
    agency, credit, against = _agreement(mine, theirs, (given.own[i], given.own[j]))
    foreign = given.readings[i].report.language != given.readings[j].report.language
    return Signals(
        reuse=shared,
        facts=given.rare["coarse" if given.traits[i].han != given.traits[j].han else "facts"].cosine(i, j),
        matters=given.rare["matters"].cosine(i, j),
        credit=credit,
        passing=_passing(mine.get(agency, 0.0), theirs.get(agency, 0.0)) if agency else 0.0,
        agency=agency,
        against=against,
        gap=apart(given.days[i], given.days[j]),
        length=min(given.shingles[i].words, given.shingles[j].words),
        foreign=foreign,
        copies=agency in given.copied[i] and agency in given.copied[j],
    )


def with_passages(given: Collection, pair: tuple[int, int], found: Signals) -> Signals:
    """Return what two reports have in common with the passages that they share, which were left aside before."""
    i, j = pair
    return replace(found, reuse=reuse.overlap(given.shingles[i], given.shingles[j]))


def _agreement(
    a: Mapping[str, float], b: Mapping[str, float], own: tuple[frozenset[str], frozenset[str]]
) -> tuple[str | None, float, float]:
    """Return whom both credit (or one credits and the other is), how strongly, and how strongly they credit others."""
    shared = {name: min(a[name], b[name]) for name in a.keys() & b.keys()}
    shared |= {name: a[name] for name in own[1] & a.keys()} | {name: b[name] for name in own[0] & b.keys()}
    if shared:
        agency = max(sorted(shared), key=lambda n: shared[n])
        return agency, shared[agency], 0.0
    return None, 0.0, min(max(a.values(), default=0.0), max(b.values(), default=0.0))


def _passing(one: float, other: float) -> float:
    """Return how much more one of two credits says than the other, which is for a part of its report; 0 where either is none."""
    least, most = sorted((one, other))
    return most - least if 0.0 < least < weights()["credit"]["passing"] else 0.0


def parts(found: Signals) -> dict[str, float]:
    """Return each signal as it enters the sum, by its name in the table, before its weight."""
    rows = weights()
    gap = rows["gap"]
    days = gap["unknown"] if found.gap is None else found.gap
    long = _long(found, rows["long"])
    told = 1.0 - rows["long"]["fade"] * long
    credit = _strong(found.credit) * _backed(found, long) if found.credit else 0.0
    return {
        "bias": 1.0,
        "jaccard": _eased(found.reuse.jaccard),
        "contained": _eased(found.reuse.contained),
        "bulk": _bulk(found) if found.reuse.passages else 0.0,
        "facts": found.facts * told,
        "matters": found.matters * told,
        "foreign": float(found.foreign),
        "credit": credit * _same_text(found),
        "passing": found.passing,
        "against": _strong(found.against),
        "gap": min(days, gap["most"]) / gap["most"],
        "absent": _absent(found, credit),
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


def _backed(found: Signals, long: float) -> float:
    """Return how much of a common credit counts: an agency has many stories a day.

    So names and numbers must be alike as well or, in long texts, passages.
    """
    rows: dict[str, float] = weights()["credit"]
    facts = min(1.0, (found.facts - rows["from"]) / (rows["facts"] - rows["from"]))
    facts *= 1.0 - long
    return min(1.0, max(0.0, facts, found.reuse.contained / rows["contained"]))


def _absent(found: Signals, credit: float) -> float:
    """Return how telling it is that two texts share no passage: less where a credit says that one retells in other words."""
    rows: dict[str, float] = weights()["absent"]
    retold = 0.0 if found.copies else rows["retold"] * credit
    return _long(found, rows) * max(0.0, 1.0 - found.reuse.jaccard / rows["jaccard"]) * (1.0 - retold)


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
    return math.log(1 + 20 * share) / math.log(21) if share else 0.0


def odds(found: Signals, weighed: Mapping[str, float] | None = None) -> float:
    """Return the log odds that two reports are of one family, within the table's bounds; `weighed` otherwise than it has it."""
    rows = weights()
    by = rows["weights"] if weighed is None else weighed
    total: float = sum(by[name] * value for name, value in parts(found).items())
    bound = float(rows["grouping"]["bound"])
    return max(-bound, min(bound, total))
