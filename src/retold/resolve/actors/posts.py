"""An office is a fact with an interval: who is told to hold it, and when, report by report.

Two who hold one post at different times follow each other; two who hold it at one time are a conflict, shown with both
passages. A post is its title and whose it is; of posts that many hold at once (deputies, advisers) nothing is compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from retold.model import Actor, Fact, Passage, Reading
from retold.resolve.names import body_parts, fold
from retold.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One report's word that somebody holds or held an office."""

    report: str
    chain: str
    title: str
    """Folded title without whose it is: "interior minister", "head"."""
    of: str | None
    """Folded name of the body or country; None where the report does not say."""
    first: int | None
    """First day, as an ordinal, on which it is told to be so; None where neither the time nor the publication is known."""
    last: int | None
    ended: bool
    """Whether it was over by then."""
    passage: Passage
    placed: bool = False
    """Whether the words themselves say of which country or place it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One actor who is told to hold a post: first and last day on which somebody tells so, and the passages."""

    actor: str
    name: str
    first: date
    last: date
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What two holders of one post are to each other, with a passage of each: `earlier` is told first."""

    kind: Literal["succession", "conflict"]
    earlier: Holder
    later: Holder
    passages: tuple[Passage, Passage]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office, who held it by whose word, and what the holders are to each other."""

    title: str
    of: str
    holders: tuple[Holder, ...]
    changes: tuple[Change, ...]


LEFT = "office/leave"
"""The row of the fact tables that says that somebody left office."""
HOLDERS = 30
"""Holders of one post that are compared; a post with more is a title that many bear."""


def posts(readings: Sequence[Reading], actors: Iterable[Actor]) -> tuple[Post, ...]:
    """Return the posts that one person at a time holds, with their holders in order of time and the changes between them."""
    who = {(m.report, m.chain): actor for actor in actors for m in actor.members}
    rows: dict[tuple[str, str], dict[str, list[Office]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    for office in (o for reading in readings for o in offices_of(reading)):
        actor = who.get((office.report, office.chain))
        if actor and office.of and office.first is not None and _of_one(office.title):
            rows[office.title, office.of][actor.id].append(office)
            names[actor.id] = actor.name
    made = (_post(key, holders, names) for key, holders in sorted(rows.items()))
    return tuple(post for post in made if post.holders)


def _post(key: tuple[str, str], told: Mapping[str, Sequence[Office]], names: Mapping[str, str]) -> Post:
    holders = [h for actor, rows in told.items() if (h := _holder(actor, names[actor], rows))]
    holders.sort(key=lambda h: (h.first, h.last, h.actor))
    pairs = pairwise(holders[:HOLDERS])
    return Post(title=key[0], of=key[1], holders=tuple(holders), changes=tuple(_change(a, b) for a, b in pairs))


def _holder(actor: str, name: str, rows: Sequence[Office]) -> Holder | None:
    """Return since when and until when somebody is told to hold a post; who is only told to have left it is no holder."""
    held = [(o.first, o.last or o.first, o) for o in rows if o.first is not None and not o.ended]
    if not held:
        return None
    passages = tuple(o.passage for _, _, o in sorted(held, key=lambda row: row[0]))
    first, last = min(f for f, _, _ in held), max(t for _, t, _ in held)
    return Holder(actor=actor, name=name, first=date.fromordinal(first), last=date.fromordinal(last), passages=passages)


def _change(earlier: Holder, later: Holder) -> Change:
    passages = earlier.passages[-1], later.passages[0]
    if later.first > earlier.last:
        reason = f"{earlier.name} as told until {earlier.last}, {later.name} from {later.first}: one after the other"
        return Change(kind="succession", earlier=earlier, later=later, passages=passages, reason=reason)
    day = later.first
    reason = f"{earlier.name} is told to hold it from {earlier.first} to {earlier.last}, {later.name} on {day}: both at one time"
    return Change(kind="conflict", earlier=earlier, later=later, passages=passages, reason=reason)


# ------------------------------------------------------------------------------ single reports


def offices_of(reading: Reading) -> Iterator[Office]:
    """Yield the offices that a report states of persons it names, in text order; who is told to have left on a day held the
    office until then, whatever the report calls him."""
    left = {f.subject.chain: f for f in reading.facts if f.pattern == LEFT and f.subject and f.subject.chain}
    for fact in reading.facts:
        if fact.kind == "office" and fact.subject and fact.subject.chain and fact.detail and fact.stance == "asserted":
            title = _title(fact.detail)
            if title:
                yield _until(_office(reading, fact, title, fact.subject.chain), left.get(fact.subject.chain), reading)


def _until(office: Office, left: Fact | None, reading: Reading) -> Office:
    if left is None or left.when is None or left.when.period is None:
        return office if left is None else replace(office, ended=True)
    day = _days(reading, left)[0]
    if day is None or office.last is None or office.last <= day:
        return office
    return replace(office, first=min(office.first or day, day), last=day)


def _office(reading: Reading, fact: Fact, title: str, chain: str) -> Office:
    first, last = _days(reading, fact)
    of = fact.object.name if fact.object and fact.object.name and fact.object.kind != "person" else None
    return Office(
        report=reading.report.name,
        chain=chain,
        title=title,
        of=" ".join(body_parts(of)) if of else None,
        first=first,
        last=last,
        ended=fact.ended,
        passage=Passage(report=reading.report.name, span=fact.span),
        placed=_placed(fact, title),
    )


def _placed(fact: Fact, title: str) -> bool:
    """Whether a fact's own words say over which country or place an office is: nobody governs two at one time."""
    over = table("retold.resolve.actors", "actors.toml")["offices"]["over_places"]
    whose = fact.object.span if fact.object and fact.object.kind == "place" else None
    return whose is not None and title.split()[-1] in over and fact.span.start <= whose.start and whose.end <= fact.span.end


def _days(reading: Reading, fact: Fact) -> tuple[int | None, int | None]:
    """Return first and last day of an office by its own time, else the day of publication; an open end is the other end."""
    period = fact.when.period if fact.when else None
    if period and (period.earliest or period.latest):
        ends = [d.toordinal() for d in (period.earliest, period.latest) if d]
        return min(ends), max(ends)
    told = reading.report.published
    try:
        day = date.fromisoformat(told[:10]).toordinal() if told else None
    except ValueError:
        day = None
    return day, day


@lru_cache(maxsize=20_000)
def _title(detail: str) -> str | None:
    """Return the office itself in folded words: without whose it is, and without who holds it for a while."""
    rules = table("retold.resolve.actors", "actors.toml")["offices"]
    words = fold(detail.split(" of ")[0]).split()
    heads = set(rules["one_holder"]) | set(rules["many_holders"])
    at = next((n for n in range(len(words) - 1, -1, -1) if rules["short"].get(words[n], words[n]) in heads), None)
    if at is None:
        return None
    kept = [w for w in words[:at] if w in rules["kinds"]]
    return " ".join((*kept, str(rules["short"].get(words[at], words[at]))))


def _of_one(title: str) -> bool:
    """Whether a body or country has one holder of this office at a time."""
    rules = table("retold.resolve.actors", "actors.toml")["offices"]
    words = title.split()
    return words[-1] in rules["one_holder"] and not set(words) & set(rules["not_one"])
