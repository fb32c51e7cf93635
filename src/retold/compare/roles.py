"""Within a family, each report is the origin, or a copy, a rewrite, a translation or a mention of what came before it.

Who came first is told by times, by credits, and where these are silent by length: a cut copy is shorter than what it was
cut from. Where nothing tells, no direction is given, and the reason says so. An original that nobody holds is named
after the agency that the reports credit.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.compare.affinity import Collection, Signals, odds, weights
from retold.compare.held import publishes
from retold.compare.wording import because, called, declared, percent
from retold.model import Original, Report, Role, Telling

BY_CREDIT = "it credits that outlet"
"""How the direction is known where the credit itself tells: the reason then names the credit alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """What a family descends from, and how sure that is."""

    original: Original
    member: int | None
    """The held report that it is, by its place in the collection."""
    score: float
    reason: str


def descent(given: Collection, group: Sequence[int]) -> Descent:
    """Return what the reports of a family descend from: the agency they credit, held or not, or the first of them."""
    agency, strength, share = _credited(given, group)
    if agency is not None and _editions(given, group, agency):
        return _first(given, group, "all are one outlet's own")
    if agency is not None:
        publisher = next((i for i in group if publishes(given.readings[i].report, agency)), None)
        if publisher is not None:
            return _held(given, publisher, strength, f"{share} credit {agency}, which published this report")
        original = Original(name=agency, held=False)
        return Descent(
            original=original, member=None, score=strength, reason=f"{share} credit {agency}, whose own report is not held"
        )
    return _first(given, group, "nobody is credited")


def _editions(given: Collection, group: Sequence[int], agency: str) -> bool:
    """Return whether reports are one outlet's own editions of one story: whom it credits there it has a part from."""
    outlets = {given.readings[i].report.outlet for i in group}
    return len(outlets) == 1 and None not in outlets and not any(agency in given.copied[i] | given.own[i] for i in group)


def _credited(given: Collection, group: Sequence[int]) -> tuple[str | None, float, str]:
    """Return the agency that speaks most for the whole family, how much, and what share of the reports names it."""
    rows = weights()["roles"]
    sums: dict[str, list[float]] = {}
    for i in group:
        for name, score in given.credits[i].items():
            sums.setdefault(name, []).append(score)
    first = sorted(sums.keys() - _middlemen(given, group)) or sorted(sums)
    if not first:
        return None, 0.0, ""
    name = max(first, key=lambda n: sum(s**2 for s in sums[n]))
    strongest = max(sums[name])
    if strongest < rows["whole"]:
        return None, 0.0, ""
    return name, round(strongest, 3), f"{len(sums[name])} of {len(group)} reports"


def _middlemen(given: Collection, group: Sequence[int]) -> set[str]:
    """Return the outlets whose own report, at hand in the family, credits another for the whole story."""
    whole = weights()["roles"]["whole"]
    telling = [i for i in group if any(s >= whole and n not in given.own[i] for n, s in given.credits[i].items())]
    return {name for i in telling for name in given.own[i]}


def _held(given: Collection, member: int, score: float, reason: str) -> Descent:
    report = given.readings[member].report
    original = Original(name=report.outlet or report.name, held=True, report=report.name, published=report.published)
    return Descent(original=original, member=member, score=round(score, 3), reason=reason)


def _first(given: Collection, group: Sequence[int], why: str) -> Descent:
    """Return the earliest report, if one is, else the fullest, as a guess that says it is one."""
    rows = weights()["roles"]
    dated = sorted((r.published, i) for i in group if (r := given.readings[i].report).published)
    if len(dated) == len(group) and dated[0][0] != dated[1][0] and not _same_moment(dated[0][0], dated[1][0]):
        return _held(given, dated[0][1], rows["first"], f"{why}, and this one was published first")
    fullest = max(group, key=lambda i: (given.shingles[i].words, -i))
    unknown = "and the order of publication is not known; this is the fullest"
    return _held(given, fullest, rows["fullest"], f"{why} {unknown}")


def _same_moment(a: str | None, b: str | None) -> bool:
    """Return whether two times cannot be told apart as precisely as the vaguer one is known."""
    if a is None or b is None:
        return True
    size = min(len(a), len(b))
    return a[:size] == b[:size]


def tell(given: Collection, i: int, compared: Mapping[int, Signals], found: Descent) -> tuple[Role, int | None, float, str]:
    """Return a member's role, the mate it follows most closely (None where direction is not known), score and reason.

    `compared` are the other members it is compared with, and among them the one that the family descends from, if held.
    """
    if found.member == i:
        return "origin", None, found.score, found.reason
    closest = max(compared, key=lambda j: (_closeness(compared[j]), -j))
    followed, way = _followed(given, i, compared, found)
    abroad = None if way == BY_CREDIT else _abroad_of(given, i, compared, found)
    model = next(j for j in (abroad, followed, closest) if j is not None)
    role, why = _role(given, i, model, compared, found)
    names, both = declared(given, i, found.original.name), compared[model].agency in given.credits[i]
    said = (why, way, "" if both and names == f"it credits {compared[model].agency}" else names)  # `because` says so
    rest = "; ".join(part for part in said if part and part != BY_CREDIT)
    surest = max(odds(one) for one in compared.values())
    return role, followed, round(1 / (1 + math.exp(-surest)), 3), because(given, i, model, compared[model], rest)


def _closeness(found: Signals) -> float:
    """Return how closely one report follows another: passages first, then facts, and rather one in its own language."""
    abroad: float = weights()["roles"]["abroad"]
    return 3 * found.reuse.contained + found.facts - abroad * found.foreign


def _followed(given: Collection, i: int, compared: Mapping[int, Signals], found: Descent) -> tuple[int | None, str]:
    """Return the held report that report `i` follows most closely, and how the direction is known."""
    ranked = sorted(compared, key=lambda j: (-_closeness(compared[j]), j))
    for j in ranked:
        if any(publishes(given.readings[j].report, name) for name in given.credits[i]):
            return j, BY_CREDIT
    if not found.original.held:
        return None, _unordered(given, i, compared, found)
    rows = weights()["roles"]
    for j in ranked:
        if _before(given.readings[j].report, given.readings[i].report):
            return j, "the other was published earlier"
    for j in ranked:
        longer = given.shingles[j].words > rows["longer"] * given.shingles[i].words
        if longer and compared[j].reuse.contained >= rows["cut_from"]:
            return j, "the other is longer and holds nearly all of it"
    if found.member is not None and found.member in compared:
        return found.member, "the other is taken for the origin"
    return None, "which came first is not known"


def _unordered(given: Collection, i: int, compared: Mapping[int, Signals], found: Descent) -> str:
    """Return why no sibling is followed where the original is not held: all may have its words from there, whoever was first."""
    mine = given.readings[i].report
    if any(_before(given.readings[j].report, mine) for j in compared):
        return f"nothing shows whether it follows one of those published earlier or {found.original.name} itself"
    return f"its order among the retellings of {found.original.name} is not known"


def _before(one: Report, other: Report) -> bool:
    """Return whether one report is known to have been published before another."""
    if not one.published or not other.published or _same_moment(one.published, other.published):
        return False
    return one.published < other.published


def _abroad_of(given: Collection, i: int, compared: Mapping[int, Signals], found: Descent) -> int | None:
    """Return the closest mate in the language that the family comes from, where report `i` is in another and copies nobody."""
    tongues = {j: given.readings[j].report.language for j in (i, *compared)}
    counts = Counter(tongues.values())
    home = tongues.get(found.member) if found.member is not None else max(counts, key=lambda t: (counts[t], t or ""))
    mates = [j for j in compared if tongues[j] == home]
    copied = any(compared[j].reuse.contained >= weights()["roles"]["edited"] for j in compared)
    if tongues[i] == home or copied or not mates:
        return None
    return max(mates, key=lambda j: (_closeness(compared[j]), -j))


def _role(given: Collection, i: int, model: int, compared: Mapping[int, Signals], told: Descent) -> tuple[Role, str]:
    """Return what report `i` is, seen beside the mate it is most like, and why."""
    rows, found = weights()["roles"], compared[model]
    mine, theirs = given.shingles[i], given.shingles[model]
    kept = found.reuse.passages / max(1, len(mine.hashes))
    said = f"{percent(kept)} of its passages stand there word for word"
    fullest = max(given.shingles[j].words for j in compared if compared[j].foreign or not found.foreign)
    length = mine.words / max(1, fullest)
    if kept < rows["edited"] and length <= rows["brief"] and mine.words <= rows["brief_words"]:
        return "brief mention", f"it tells the story in {mine.words} words, where the fullest report has {fullest}"
    if found.foreign:
        return _abroad(found, length, passing=_in_passing(given, i, told))
    if kept >= rows["verbatim"] and mine.words >= rows["whole_length"] * theirs.words:
        name = told.original.name
        other = f"{said}, yet much of it not in what carries the text under {name}'s name"
        return ("verbatim copy", said) if _of_the_original(given, i, model, compared, told) else ("edited copy", other)
    if kept >= rows["carried"] and given.copied[i] and not told.original.held:
        return "verbatim copy", f"{said}, and it carries the text under {' and '.join(sorted(given.copied[i]))}'s name"
    if kept >= rows["edited"]:
        return "edited copy", said
    if kept >= rows["extended"] and found.reuse.passages >= rows["carried"] * len(theirs.hashes):
        return "edited copy", f"{said}, and most of what the other holds is in it"
    if _in_passing(given, i, told):
        return "brief mention", "it names its source only further down"
    return "rewrite", f"only {said}" if kept >= rows["some"] else "the story is told in other words"


def _of_the_original(given: Collection, i: int, model: int, compared: Mapping[int, Signals], told: Descent) -> bool:
    """Return whether the words that a report has from another may be the original's: not where its own text is known otherwise.

    Two outlets may have one text from a third that put the agency's into its own words.
    """
    carrying = [j for j in compared if told.original.name in given.copied[j]]
    if told.original.held or not carrying or told.original.name in given.copied[i] | given.copied[model]:
        return True
    own = max(1, len(given.shingles[i].hashes))
    return any(compared[j].reuse.passages >= weights()["roles"]["verbatim"] * own for j in carrying)


def _abroad(found: Signals, length: float, *, passing: bool) -> tuple[Role, str]:
    """Return what a report in another language is; `length` as a share of the fullest report told in the other language."""
    rows = weights()["roles"]
    if passing:
        return "brief mention", "it names its source only further down, in another language"
    if found.facts >= rows["translated_facts"] and length >= rows["translated_length"]:
        return "translation", "another language, names and numbers alike, and more than half as long"
    return "rewrite", "another language, shorter or with other names and numbers"


def _in_passing(given: Collection, i: int, told: Descent) -> bool:
    """Return whether the report names the original for a part of what it tells only: further down, or after news of its own."""
    names = {told.original.name, *(given.own[told.member] if told.member is not None else ())}
    found = [c for c in given.readings[i].credits if c.name in names]
    passing = weights()["roles"]["passing"]
    return bool(found) and all(c.score < passing or (c.takes == "part" and c.place == "lead") for c in found)


def alone(given: Collection, i: int) -> Descent | None:
    """Return what a report without mates descends from: the agency it credits for the whole story, or None."""
    agency, strength, _ = _credited(given, [i])
    whole = any(c.takes == "story" for c in given.readings[i].credits if c.name == agency)
    if agency is None or not whole or publishes(given.readings[i].report, agency):
        return None
    reason = f"the whole report is credited to {agency}, whose report is not held"
    return Descent(original=Original(name=agency, held=False), member=None, score=strength, reason=reason)


def lone_telling(given: Collection, i: int, family: str | None, found: Descent | None) -> Telling:
    """Return the place of a report that no held report shares its origin with."""
    reading = given.readings[i]
    names = credited(given, i)
    if found is None:
        why = "no other report at hand is likely to be of one original with it"
        why += f"; it names {', '.join(names)}, not for the whole story" if names else "; it credits nobody"
        return Telling(report=reading.report.name, role="independent", credits=names, reason=why)
    places = {c.place for c in reading.credits if c.name == found.original.name}
    role: Role = "verbatim copy" if places & {"dateline", "byline"} else "rewrite"
    return Telling(
        report=reading.report.name,
        role=role,
        family=family,
        original=found.original,
        credits=names,
        score=found.score,
        reason=f"{found.reason}; {_cues(given, i, found.original.name)}; nothing at hand to compare its words with",
    )


def untied(given: Collection, i: int, near: int) -> str:
    """Return why a report stands alone that tells what another tells, where neither words nor credits show one original."""
    said = "nobody is credited for the whole story, and no passage is in both: two may report on one event"
    return f"{called(given, near, i)} tells of the same, but {said}"


def digest(given: Collection, i: int) -> Telling:
    """Return the place of a report that quotes at length from several stories: it is none of theirs as a whole."""
    reason = "it has one part from one story, word for word, and another from another: as a whole it retells neither"
    return Telling(report=given.readings[i].report.name, role="independent", credits=credited(given, i), reason=reason)


def credited(given: Collection, i: int) -> tuple[str, ...]:
    """Return the names that a report credits, strongest first."""
    scores = given.credits[i]
    return tuple(sorted(scores, key=lambda n: (-scores[n], n)))


def _cues(given: Collection, i: int, name: str) -> str:
    best = max((c for c in given.readings[i].credits if c.name == name), key=lambda c: (c.score, -c.span.start))
    return best.reason if f"the {best.place}" in best.reason else f"{best.reason}, in the {best.place}"
