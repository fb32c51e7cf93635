"""People and bodies: one page of them, or one of them with a page of the claims about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import islice

import msgspec

from retold.model import Claim, Member, Trace
from retold.record.as_of import NOW, AsOf
from retold.record.case import Case
from retold.record.excerpt.fetch import ALL, Fetch, Parts
from retold.record.excerpt.of_claims import excerpted
from retold.record.excerpt.order import by_then
from retold.record.excerpt.page import MENTIONS, PAGE, Excerpt, Page
from retold.record.excerpt.selected import Selected, listed, selected

NAMING = 2
"""Reports by which people and bodies of a large case are compared."""
SHARING = 4
"""Others with a part of somebody's name that are compared with it."""
WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Claims of one kind about somebody: the first of them, each with one mention, and how many there are."""

    claims: tuple[Claim, ...]
    total: int
    ranks: Mapping[str, int]


def actors(case: Case, as_of: AsOf = NOW, *, page: Page = PAGE) -> Excerpt:
    """Return people and bodies, those in most reports first, each with some of its members; `mentions` says in how many
    reports each is named."""
    with case.snapshot():
        chosen = selected(case, as_of)
        every = ranked(chosen)
        start, end = page.bounds
        some = every[start:end]
        found = Fetch(chosen).actors([actor for actor, _ in some])
        return Excerpt(trace=Trace(actors=tuple(found)), total=len(every), first=start + 1, mentions=dict(some))


def actor(case: Case, as_of: AsOf, id_: str, *, kind: str | None = None, page: Page = PAGE) -> Excerpt | None:
    """Return a person or body with one page of the claims about it, of a kind or of all; None if nobody of this id is named."""
    with case.snapshot():
        chosen = selected(case, as_of)
        found = Fetch(chosen).actors([id_])
        if not found:
            return None
        told = excerpted(chosen, chosen.order.sorted(claim for (claim,) in chosen.rows(_OF, id_, kind)), page, MENTIONS)
        return replace(told, trace=replace(told.trace, actors=tuple(found)))


_OF = """
SELECT c.claim FROM claims AS c WHERE c.subject_actor = ?2 AND (?3 IS NULL OR c.kind = ?3) AND HOLDS(c)
UNION SELECT c.claim FROM claims AS c WHERE c.object_actor = ?2 AND (?3 IS NULL OR c.kind = ?3) AND HOLDS(c)
"""


def named(case: Case, as_of: AsOf, id_: str, *, page: Page = PAGE) -> Excerpt | None:
    """Return a person or body with one page of the chains that it is, by the day of their reports; None if nobody of this id is
    named. `total` counts the chains."""
    with case.snapshot():
        chosen = selected(case, as_of)
        found = Fetch(chosen).actors([id_])
        if not found:
            return None
        start, end = page.bounds
        rows = chosen.rows(_NAMED, id_, _day(chosen), end - start, start)
        members = tuple(Member(report=report, chain=chain, score=score, reason=why) for report, chain, score, why in rows)
        ((total,),) = chosen.rows(_TIMES, id_, _day(chosen))
        return Excerpt(trace=Trace(actors=(replace(found[0], members=members),)), total=total, first=start + 1)


def _day(chosen: Selected) -> str | None:
    """Return the last day of publication that is asked for."""
    return chosen.as_of.published.isoformat() if chosen.as_of.published else None


_TIMES = "SELECT count(*) FROM members AS m WHERE m.actor = ?2 AND (?3 IS NULL OR m.published <= ?3) AND HOLDS(m)"
_NAMED = """
SELECT r.name, m.chain, m.score, m.reason FROM members AS m JOIN reports AS r ON r.id = m.report
WHERE m.actor = ?2 AND (?3 IS NULL OR m.published <= ?3) AND HOLDS(m)
ORDER BY coalesce(m.published, '9999'), r.name, m.chain LIMIT ?4 OFFSET ?5
"""


def alike(case: Case, as_of: AsOf = NOW, *, page: Page = PAGE, read: Parts = ALL) -> Excerpt:
    """Return one page of people and bodies, those in most reports first, and after them those of later pages that have a part of
    a name with one of them, `SHARING` for each at most: by the first reports that name each, which are given as readings with
    the findings `read`."""
    with case.snapshot():
        chosen = selected(case, as_of)
        start, end = page.bounds
        every = [actor for actor, _ in ranked(chosen)]
        fetch = Fetch(chosen)
        found = [
            replace(actor, members=actor.members[:NAMING])
            for actor in fetch.actors([*every[start:end], *_sharing(chosen, every[start:end], every[end:])])
        ]
        names = dict.fromkeys(m.report for actor in found for m in actor.members)
        trace = Trace(readings=tuple(fetch.readings(names, read)), actors=tuple(found))
        return Excerpt(trace=trace, total=len(every), first=start + 1)


def _sharing(chosen: Selected, some: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return those of others who have a part of a name with one of some; the fewer have it, the more it tells."""
    parts = chosen.base.once("parts", lambda: _parts(chosen.base))
    wanted = {part for actor in some for part in parts[actor]}
    holders: dict[str, list[str]] = defaultdict(list)
    for actor in others:
        for part in parts[actor] & wanted:
            holders[part].append(actor)
    found: dict[str, None] = {}
    for actor in some:
        sharing = (each for part in sorted(parts[actor], key=lambda p: (len(holders[p]), p)) for each in holders[part])
        found |= dict.fromkeys(islice(sharing, SHARING))
    return list(found)


def _parts(base: Selected) -> dict[str, set[str]]:
    """Return the words of the names of everybody."""
    rows = base.rows("SELECT a.actor, a.name, a.aliases FROM actors AS a WHERE SEEN(a)")
    return {actor: set(WORD.findall(f"{name} {aliases or ''}".casefold())) for actor, name, aliases in rows}


def about(
    case: Case, as_of: AsOf, ids: Sequence[str], *, most: int = 5, of: Mapping[str, int] | None = None
) -> dict[str, dict[str, About]]:
    """Return for each actor, by kind, the first claims about it, at most so many, `of` some kinds another number, and how many
    there are."""
    with case.snapshot():
        chosen = selected(case, as_of)
        order, rows = chosen.order, chosen.rows(_ABOUT, listed(ids))
        every: dict[tuple[str, str], set[str]] = defaultdict(set)
        for actor, kind, claims in rows:
            every[actor, kind].update(msgspec.json.decode(claims, type=list[str]))
        found = {key: there for key, claims in every.items() if (there := by_then(chosen, claims))}
        many = of or {}
        first = {key: nsmallest(many.get(key[1], most), some, key=order.key) for key, some in found.items()}
        told = {c.id: c for c, _ in Fetch(chosen).claims(list({c for some in first.values() for c in some}), most=1)}
        made: dict[str, dict[str, About]] = {id_: {} for id_ in ids}
        for (actor, kind), some in first.items():
            shown = tuple(told[c] for c in some if c in told and actor in (told[c].subject_actor, told[c].object_actor))
            ranks = {c.id: order.rank(c.id) for c in shown}
            made[actor][kind] = About(claims=shown, total=len(found[actor, kind]), ranks=ranks)
        return made


_ABOUT = """
SELECT c.subject_actor, c.kind, json_group_array(c.claim) FROM claims AS c
WHERE c.subject_actor IN (SELECT value FROM json_each(?2)) AND HOLDS(c) GROUP BY 1, 2
UNION ALL
SELECT c.object_actor, c.kind, json_group_array(c.claim) FROM claims AS c
WHERE c.object_actor IN (SELECT value FROM json_each(?2)) AND HOLDS(c) GROUP BY 1, 2
"""


def ranked(chosen: Selected) -> Sequence[tuple[str, int]]:
    """Return the actors with the number of reports that name them, those in most first."""
    if chosen.state.origins is not None:
        return chosen.once("actors", lambda: _ranked_by(chosen.base, str(chosen.as_of.published)))
    query = "SELECT a.actor, a.reports FROM actors AS a WHERE SEEN(a) ORDER BY a.reports DESC, a.id"
    return chosen.once("actors", lambda: chosen.rows(query))


def many(chosen: Selected) -> int:
    """Return how many actors there are."""
    day = _day(chosen)
    if day is None:
        return len(ranked(chosen))
    first: list[str] = chosen.base.once("first named", lambda: sorted(days[0] for _, days in _days_named(chosen.base)))
    return bisect_right(first, day)


def _ranked_by(base: Selected, day: str) -> Sequence[tuple[str, int]]:
    """Return the actors that reports name until a day, with how many do, those in most first."""
    counted = ((actor, bisect_right(days, day)) for actor, days in _days_named(base))
    return sorted((each for each in counted if each[1]), key=lambda each: (-each[1], each[0]))


def _days_named(base: Selected) -> Sequence[tuple[str, Sequence[str]]]:
    """Return the actors that are named in a report of a known day, each with the day of every such report, the first first."""
    return base.once("days named", lambda: _days(base.rows(_DAYS)))


def _days(rows: Sequence[tuple[str, bytes]]) -> list[tuple[str, Sequence[str]]]:
    known: dict[str, str] = {}  # many reports are of one day
    decoded = ((actor, msgspec.json.decode(days, type=list[str])) for actor, days in rows)
    return [(actor, sorted(known.setdefault(day, day) for day in days)) for actor, days in decoded]


_DAYS = """
SELECT actor, json_group_array(published) FROM (
    SELECT m.actor, m.published FROM members AS m WHERE m.published IS NOT NULL AND SEEN(m) GROUP BY m.actor, m.report
)
GROUP BY actor
"""
