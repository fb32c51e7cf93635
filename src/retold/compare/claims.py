"""A claim is what one or more reports state; its origins are the families and independent reports behind it.

Facts are matched by typed slots: kind, parties that resolve to the same actors, times that can meet; then, as the table
`claims.toml` says for each kind, by the row of the fact tables that found them or by their words. Candidates come from
an index of parties and words with bounded postings, never from all pairs.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from retold.compare.drift.claimed import of_claims
from retold.compare.headlines import Full, headlines_last, in_full
from retold.compare.likeness import stems
from retold.compare.matching import same
from retold.compare.relations import relations
from retold.compare.retold_claims import retold_claims
from retold.compare.ruled import Apart, taken_out
from retold.compare.rules import relation_rules, rule_of
from retold.compare.slots import Matched, Slots, in_headline, is_unnamed, slots
from retold.compare.who import Verdicts, who_is
from retold.compare.wordings import wordings
from retold.model import Actor, Claim, ClaimMention, Drift, Reading, Relation, Telling
from retold.strength import narrowest

POSTINGS = 200
"""Latest groups kept under one index key; an older group is found by its other keys."""
CANDIDATES = 40
"""Groups that a fact is held against, those that share most keys first."""


Called = tuple[str | None, str | None]
"""What a side of a claim is called, and which actor that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """A side as one telling has it."""

    called: str
    named: bool
    actor: str | None


def claims(
    readings: Sequence[Reading],
    actors: Sequence[Actor],
    tellings: Sequence[Telling],
    apart: Apart | None = None,
    *,
    verdicts: Verdicts | None = None,
) -> tuple[Claim, ...]:
    """Return the claims of all reports, each once: those of most origins first, then in order of first telling.

    The wordings `apart` state no claim that another states. Those whom `verdicts` are about go by their names in the record;
    one who was parted from another shares no claim with him.
    """
    families, who = {t.report: t.family or t.report for t in tellings}, who_is(actors, verdicts)
    groups = group(slots(readings, who), families)
    for at, (slot, score, why) in list(retold_claims(readings, tellings, groups)):
        groups[at].append((replace(slot, voice=who.speaking(slot.report, slot.attribution)), score, why))
    groups = taken_out(groups, apart or {})
    ids = _ids(groups)
    related = relations(ids, groups, families)
    changed = of_claims(ids, groups, tellings)
    made = zip(ids, groups, strict=True)
    found = [_claim(n, g, families, relations=tuple(related.get(n, ())), drift=tuple(changed.get(n, ()))) for n, g in made]
    return tuple(sorted(found, key=lambda c: (-c.origins, -c.reports)))


def group(facts: Iterable[Slots], families: Mapping[str, str]) -> list[list[Matched]]:
    """Put facts that state the same into one group; each fact with the score and the reason that brought it there.

    The first fact of a group is what later ones are held against. What a headline states comes after what its text states, and
    brings nothing to a claim of its text.
    `families` gives each report's family, or its own name where it stands alone.
    """
    groups: list[list[Matched]] = []
    index: dict[str, list[int]] = defaultdict(list)
    body: list[Full] = []
    for fact in headlines_last(facts):
        keys = list(_keys(fact))
        body = body if body and body[0][1].report == fact.report else []
        told = in_full(fact, body) if in_headline(fact) else None
        score, at, why = told or _best(fact, [(n, groups[n][0][0]) for n in _candidates(keys, index)], families)
        if at is None:
            at = len(groups)
            groups.append([])
        groups[at].append((fact, score, why))
        if told:
            continue
        body.append((at, fact))
        _post(index, keys, at)
    return groups


def _post(index: Mapping[str, list[int]], keys: Iterable[str], at: int) -> None:
    """Note under its keys in which group a fact is; of groups with one key only the latest are looked at again."""
    for key in keys:
        posted = index[key]
        if not posted or posted[-1] != at:
            posted.append(at)
            del posted[:-POSTINGS]


def _keys(fact: Slots) -> Iterator[str]:
    """What a fact is indexed under: its kind with each pair of party and content word; the unnamed are one party here."""
    named = {k for k in fact.subject | fact.object if not k.startswith("state:")}
    unnamed = not named or is_unnamed(fact.subject) or is_unnamed(fact.object)
    parties = named | {""} if unnamed else named
    rule = rule_of(fact.fact.kind)
    details = {""} if rule.detail == "none" else set(fact.title if rule.detail == "title" else fact.words)
    if "pattern" in rule.detail or fact.fact.stance == "declined":
        details.add(fact.kind_of_act)
    return (f"{fact.fact.kind}|{party}|{detail}" for party in parties for detail in details)


def _candidates(keys: Sequence[str], index: dict[str, list[int]]) -> list[int]:
    counts = Counter(at for key in keys for at in index.get(key, ()))
    return [at for at, _ in counts.most_common(CANDIDATES)]


def _best(fact: Slots, candidates: Sequence[tuple[int, Slots]], families: Mapping[str, str]) -> tuple[float, int | None, str]:
    best: tuple[float, int | None, str] = (1.0, None, "first told here")
    top = 0.0
    for at, first in candidates:
        score, why = same(first, fact, kin=families.get(first.report) == families.get(fact.report))
        if score > top:
            top, best = score, (score, at, why)
    return best


def _ids(groups: Sequence[Sequence[Matched]]) -> list[str]:
    """An id hangs on what the first telling says and where, so that it stays while that report stays."""
    seen: Counter[str] = Counter()
    ids = []
    for facts in groups:
        first = facts[0][0]
        said = "|".join((first.fact.kind, *sorted(first.subject), ">", *sorted(first.object), *sorted(first.words)))
        key = hashlib.sha256(said.encode()).hexdigest()[:10]
        seen[key] += 1
        ids.append(f"{first.fact.kind}-{key}" + (f"-{seen[key]}" if seen[key] > 1 else ""))
    return ids


def _claim(
    id_: str,
    facts: Sequence[Matched],
    families: dict[str, str],
    *,
    relations: tuple[Relation, ...],
    drift: tuple[Drift, ...],
) -> Claim:
    lead = next((m for m in facts if m[0].fact.stance == "asserted" and not in_headline(m[0])), facts[0])
    first, told = lead[0], [lead, *(m for m in facts if m is not lead)]
    reports = {f.report for f, _, _ in facts}
    weakest, strongest = wordings([f for f, _, _ in told])
    (subject, subject_actor), (object_, object_actor) = _sides([f for f, _, _ in facts])
    return Claim(
        id=id_,
        kind=first.fact.kind,
        text=_text(first),
        subject=subject,
        object=object_,
        subject_actor=subject_actor,
        object_actor=object_actor,
        period=narrowest(f.period for f, _, _ in facts),
        mentions=tuple(_mention(f, score, why) for f, score, why in told),
        reports=len(reports),
        origins=len({families.get(r, r) for r in reports}),
        asserted_by=_named(_asserting(told)),
        denied_by=tuple(dict.fromkeys((*_deniers(relations), *_named(_denying(told), denied=True)))),
        weakest=weakest,
        strongest=strongest,
        relations=relations,
        drift=drift,
    )


def _text(first: Slots) -> str:
    """The words that state it; of an unknown, the question."""
    words = first.fact.detail if first.fact.kind == "unknown" and first.fact.detail else first.wording
    return " ".join(words.split())


def _sides(told: Sequence[Slots]) -> tuple[Called, Called]:
    """Return name and actor of either side, as the first telling has the sides: who met whom may be told the other way round."""
    first = told[0]
    sides = list[list[_Side]]([[], []])
    for each in told:
        straight = first.subject & each.subject or first.object & each.object
        turned = not straight and bool(first.subject & each.object or first.object & each.subject)
        for at, party in enumerate((each.fact.subject, each.fact.object)):
            if party:
                name = each.ruled_names[at] or party.name
                sides[at ^ turned].append(_Side(called=name or party.described, named=bool(name), actor=each.actors[at]))
    subject, actor = _called(sides[0])
    return (subject, actor), _called([s for s in sides[1] if s.called != subject and (s.actor is None or s.actor != actor)])


def _called(sides: Sequence[_Side]) -> Called:
    """The first name that a telling gives and who bears it, else the first description and whom another telling knows by it."""
    shown = next((s for s in sides if s.named), sides[0] if sides else None)
    known = next((s.actor for s in sides if s.actor), None)
    return (shown.called if shown else None), (shown.actor if shown and shown.actor else known)


def _mention(f: Slots, score: float, why: str) -> ClaimMention:
    speaker = f.voice
    outlet = f.reading.report.outlet or f.report
    via = speaker.via if speaker else ()
    return ClaimMention(
        report=f.report,
        span=f.fact.span,
        fact=f.fact.id if f.states == "fact" else None,
        attribution=f.fact.attribution if f.states == "content" else None,
        stance=f.fact.stance,
        certainty=f.fact.certainty,
        hedges=f.fact.hedges,
        chain=tuple(dict.fromkeys(x for x in (outlet, *via, f.speaker) if x)),
        speaker=speaker,
        score=score,
        reason=why,
    )


def _asserting(facts: Sequence[Matched]) -> list[Slots]:
    """The tellings that say what the claim says: whoever denies it does not.

    Whose word a passage is that only retells one, and names no speaker that was found, is not known. A headline leaves out the
    source that the text below it gives.
    """
    flat, silent = relation_rules().denial.flat, ("declined", "unknown", "asked")
    said = [f for f, _, _ in facts if f.fact.stance not in silent and (f.speaker or f.states != "passage")]
    so = [f for f in said if f.fact.stance != "denied" or f.fact.kind not in flat]
    sourced = {f.report for f in so if f.speaker and not in_headline(f)}
    return [f for f in so if f.speaker or not in_headline(f) or f.report not in sourced]


def _denying(facts: Sequence[Matched]) -> list[Slots]:
    """The tellings by which it is not so; a statement that denies is what its speaker says, and no denial of itself."""
    flat = relation_rules().denial.flat
    return [f for f, _, _ in facts if f.fact.stance == "denied" and f.fact.kind in flat and f.denier]


def _named(said: Iterable[Slots], *, denied: bool = False) -> tuple[str, ...]:
    """Whose words these are: speakers, and outlets in their own voice; "The official" and "the official" are one."""
    named: dict[str, str] = {}
    for f in said:
        name = (f.denier if denied else f.speaker) or f.reading.report.outlet or f.report
        named.setdefault(" ".join(sorted(stems(name))) or name, name)
    return tuple(named.values())


def _deniers(related: Sequence[Relation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r.by for r in related if r.kind == "denied by" and r.by))
