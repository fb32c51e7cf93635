"""A person says who a party of a fact is: by the name that the case knows him by, by a place where he is mentioned, or anew;
and what somebody is who is mentioned.

What is said of a name is kept by a mention of whom it is, so that it holds whatever he is called later on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retold.errors import ReportError, meant
from retold.model import Chain, Kind, Mention, Passage, Reading, Ruling, Side, Trace
from retold.ruling import ruling_on, standing_there
from retold.there import actor_at, mention_there

if TYPE_CHECKING:
    from retold.record.case import Case

NOBODY = "nobody"
"""How a user says that a side of a fact is nobody."""
SHOWN = 5
"""Of those who share a name, or whose names are like one, how many are told."""


class UnknownNameError(ReportError):
    """Nobody in the case has a name; `like` are those whose names are like it."""

    def __init__(self, case: str, name: str, like: Sequence[str]) -> None:
        super().__init__(case, f"nobody is called “{name}” in it{meant(like)}")
        self.like = like

    def otherwise(self, advice: str) -> str:
        """Return why, and what to do where none of these is meant."""
        return f"{self.why} Else {advice}" if self.like else f"{self.why}; {advice}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """Somebody of the case: what he is, by what name, and where he is so called."""

    kind: Kind
    name: str
    place: Passage
    words: str

    @property
    def told(self) -> str:
        """Who he is and where, in a few words."""
        return f"{self.name} ({self.kind}, {self.place.report}:{self.place.span.start}-{self.place.span.end})"


def sides(case: Case, place: Passage, side: Side) -> list[Ruling]:
    """Return a ruling for each fact that a place may mean, by which nobody is this side of it; none is kept yet.

    Raises `ReportError` where the report or the place is not in the case.
    """
    from retold.resolve.pointed import findings, pointed

    reading = standing_there(case, place)
    found = pointed(place.span, [f for f in findings(reading) if f.what == "fact"])
    made = (ruling_on("rejected", reading, replace(each, id=None, also=())) for each in found)
    return list(dict.fromkeys(replace(each, what=side) for each in made))


def who_is(case: Case, wanted: Ruling, who: Passage | str, new: Kind | None = None) -> Ruling:
    """Return the ruling of `sides` with whom a user means: whom a place mentions, whom the case calls so, nobody, or with `new`
    somebody whom it does not know, and what he is. Raises `ReportError` where that is nobody, or may be several."""
    if isinstance(who, Passage):
        return mentioned(case, wanted, who)
    if new is None and who.casefold() == NOBODY:
        return wanted
    return named(case, wanted, who, new)


def mentioned(case: Case, wanted: Ruling, place: Passage) -> Ruling:
    """Return the ruling that a side of a fact is whom a place mentions. Raises `ReportError` where it mentions nobody known."""
    trace = case.trace()
    mention = mention_there(trace, place)
    reading = next(r for r in trace.readings if r.report.name == place.report)
    chain = next(c for c in reading.chains if c.id == mention.chain)
    if place.report != wanted.one.report and chain.name is None:
        raise ReportError(place.report, f"names nobody at {place.span.start}-{place.span.end} whom another report could mean")
    if place.report != wanted.one.report and chain.kind != "place":
        near = {m.chain for m in actor_at(trace, place).members if m.report == wanted.one.report}
        here = next((r for r in trace.readings if r.report.name == wanted.one.report), None)
        told = next((m.chain for m in here.mentions if m.chain in near), None) if here else None
        if here and told:  # a chain that a ruling put there has no mention of its own
            return _at(wanted, *_mention(here, told))
    return _at(wanted, replace(place, span=mention.span), reading.report.text[slice(*mention.span)])


def named(case: Case, wanted: Ruling, name: str, new: Kind | None = None) -> Ruling:
    """Return the ruling that a side of a fact is whom the case calls by a name, or with `new` one whom it does not know, and what
    he is. Raises `UnknownNameError`, and `ReportError` where several are called so."""
    name = " ".join(name.split())
    if not name:
        raise ReportError(wanted.one.report, "nobody has an empty name")
    if new is not None:
        return replace(wanted, verdict="same", named=name, sort=new)
    trace = case.trace()
    found = _called(trace, name, wanted.one.report)
    if len(found) == 1:
        return _at(wanted, found[0].place, found[0].words)
    if not found:
        raise UnknownNameError(str(case.path), name, _like(trace, name))
    several = "; ".join(each.told for each in found[:SHOWN])
    raise ReportError(str(case.path), f"several are called “{name}” in it; say which by a place: {several}")


def of_kind(case: Case, place: Passage, kind: Kind) -> Ruling:
    """Return the ruling that whom a place mentions is a person, a body, a place or something else. Raises `ReportError` where it
    mentions nobody, or he is that already."""
    trace = case.trace()
    mention = mention_there(trace, place)
    reading = next(r for r in trace.readings if r.report.name == place.report)
    words = reading.report.text[slice(*mention.span)]
    if any(c.id == mention.chain and c.kind == kind for c in reading.chains):
        raise ReportError(place.report, f"has “{words}” at {mention.span.start}-{mention.span.end} as a {kind} already")
    one = replace(place, span=mention.span)
    return Ruling(verdict="same", one=one, words=(words,), what="kind", sort=kind)


def wherever_named(case: Case, wanted: Ruling) -> list[Ruling]:
    """Return a ruling on what somebody is, and the like for every other report that names him."""
    trace = case.trace()
    everybody = list(_everybody(trace, wanted.one.report))
    chain = mention_there(trace, wanted.one).chain
    who = next((who for who, r, c in everybody if (r.report.name, c.id) == (wanted.one.report, chain)), None)
    found = (
        _mention(reading, c.id) for each, reading, c in everybody if each == who and reading.report.name != wanted.one.report
    )
    return [wanted, *(replace(wanted, one=place, words=(words,)) for place, words in found if words)]


def _at(wanted: Ruling, place: Passage, words: str) -> Ruling:
    return replace(wanted, verdict="same", other=place, words=(wanted.words[0], words))


def _called(trace: Trace, name: str, report: str) -> list[Somebody]:
    """Return who is called by a name, each once, as the report that the ruling is about names him where it does: those of that
    very name, else those who are also called so."""
    from retold.resolve.names import fold

    wanted = fold(name)
    hits = [
        (who, reading, chain)
        for who, reading, chain in _everybody(trace, report)
        if wanted in map(fold, (who[2], chain.name or "", *chain.aliases))
    ]
    by_name = [each for each in hits if fold(each[0][2]) == wanted]
    found: dict[str, Somebody] = {}
    for (id_, kind, called), reading, chain in by_name or hits:
        place, words = _mention(reading, chain.id)
        if words and id_ not in found:
            found[id_] = Somebody(kind=kind, name=called, place=place, words=words)
    return list(found.values())


Who = tuple[str, Kind, str]
"""An id, what somebody is, and his name."""


def _everybody(trace: Trace, report: str) -> Iterator[tuple[Who, Reading, Chain]]:
    """Yield everybody and every place that has a name, by each report that names him, the one of this name first."""
    actors = {(m.report, m.chain): actor for actor in trace.actors for m in actor.members}
    for reading in sorted(trace.readings, key=lambda each: each.report.name != report):
        for chain in (c for c in reading.chains if c.name):
            actor = actors.get((reading.report.name, chain.id))
            name = chain.name or ""
            yield (actor.id, actor.kind, actor.name) if actor else (f"{chain.kind}:{name}", chain.kind, name), reading, chain


def _mention(reading: Reading, chain: str) -> tuple[Passage, str]:
    """Return where a report speaks of somebody, by his full name where it does, and the words; no words where it is nowhere."""
    from retold.ruling import START

    among = [m for m in reading.mentions if m.chain == chain]
    found = max((m for m in among if m.form == "name"), key=_fullness, default=among[0] if among else None)
    span = found.span if found else START
    return Passage(report=reading.report.name, span=span), reading.report.text[slice(*span)]


def _fullness(mention: Mention) -> tuple[int, int]:
    """The whole name, with as little beside it as may be."""
    start, end = mention.bare or mention.span
    return end - start, mention.span.start - mention.span.end


def _like(trace: Trace, name: str) -> list[str]:
    """Return who may be meant by a name that nobody has."""
    from difflib import get_close_matches

    names = dict.fromkeys((*(a.name for a in trace.actors), *(c.name or "" for r in trace.readings for c in r.chains)))
    by_fold = {each.casefold(): each for each in names if each}
    like = [by_fold[each] for each in get_close_matches(name.casefold(), list(by_fold), SHOWN, 0.7)]
    return like + [each for each in by_fold.values() if name.casefold() in each.casefold().split() and each not in like]
