"""The collection is evidence too: an outlet whose own report is at hand, or that another report credits, is an outlet.

So a name that no table knows and that nothing shows to be an outlet in one report is looked up among all of them: beside a
credit cue, in a dateline or in a byline it is where that report got its story. The cues are those of `find/credits.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from retold.compare.beside import BEHIND, Beside, policy
from retold.compare.fingerprints import Fingerprint
from retold.compare.own_pages import is_told
from retold.model import Credit, Reading, Report, Span, Takes
from retold.tables import table

_FIRST = re.compile(r"[\w&’'-]+")


def with_held(prints: Sequence[Fingerprint], names: Mapping[str, str] | None = None) -> list[Fingerprint]:
    """Return the reports with credits to outlets that only the collection shows to be outlets, one name for each.

    `names` are the outlets known, by key, where the collection is larger than what is given.
    """
    prints = _outlets_told(prints)
    known = outlets(credited_names(prints), held_names(prints)) if names is None else names
    index: dict[str, list[str]] = {}
    for name in known.keys() - {key(n) for n in _tabled()}:  # those are known to every report by themselves
        index.setdefault(name.split()[0], []).append(name)
    return [_completed(each, known, index) for each in prints]


def _outlets_told(prints: Sequence[Fingerprint]) -> list[Fingerprint]:
    """Return the reports, those whose outlet nobody noted with the one that their own words and others' credits agree on."""
    if not any(each.signs for each in prints):
        return list(prints)
    credited: dict[str, set[str]] = {}
    agencies: set[str] = set()
    for each in prints:
        for credit in (c for c in each.reading.credits if c.takes == "story" and not is_told(c)):
            agencies |= {credit.name} if credit.agency else set()
            for alias in called(credit.name):
                credited.setdefault(alias, set()).add(credit.name)
    return [_outlet_told(each, credited, agencies) if each.signs else each for each in prints]


def _outlet_told(given: Fingerprint, credited: Mapping[str, AbstractSet[str]], agencies: AbstractSet[str]) -> Fingerprint:
    signs = {(sign.kind, name) for sign in given.signs for name in credited.get(_squash(sign.name), ())}
    names = {name for kind, name in signs if kind == "title" or name not in agencies}
    if len(names) != 1:
        return given
    reading = given.reading
    (outlet,) = names
    left = tuple(c for c in reading.credits if c.name != outlet)
    return replace(given, reading=replace(reading, report=replace(reading.report, outlet=outlet), credits=left))


def credited_names(prints: Iterable[Fingerprint]) -> set[str]:
    """Return the names of the outlets that the reports credit by themselves."""
    return {c.name for each in prints for c in each.reading.credits}


def held_names(prints: Iterable[Fingerprint]) -> set[str]:
    """Return the names of the outlets that published the reports."""
    return {name for each in prints if (name := each.reading.report.outlet)}


def outlets(credited: Iterable[str], held: Iterable[str]) -> dict[str, str]:
    """Return the name of each outlet that has a report here or is credited in one, by its key; the held one's name wins."""
    names = [n for given in (credited, held) for n in sorted(set(given), key=lambda n: (-len(n), n))]
    return {key(n): n for n in names if len(key(n)) > 3}


@cache
def key(name: str) -> str:
    """Return what the forms of an outlet's name have in common: "The Brook News Agency" is "brook"."""
    words = name.lower().replace("’", "'").split()
    while len(words) > 1 and words[-1] in policy()["outlets"]["generic"]:
        words.pop()
    while len(words) > 1 and words[0] in policy()["outlets"]["leading"]:
        words.pop(0)
    return " ".join(words)


@cache
def _tabled() -> frozenset[str]:
    return frozenset(row["name"] for row in table("retold.find", "agencies.toml")["outlet"])


def _completed(given: Fingerprint, names: Mapping[str, str], index: Mapping[str, Sequence[str]]) -> Fingerprint:
    renamed = [c if c.name in _tabled() else replace(c, name=names.get(key(c.name), c.name)) for c in given.reading.credits]
    further = _further(replace(given.reading, credits=tuple(renamed)), given.beside, names, index)
    behind = {**given.behind, **{c.span.end: place.words[c.span.end - c.span.start :][:BEHIND] for c, place in further}}
    credits = (*renamed, *(credit for credit, _ in further))
    return replace(given, reading=replace(given.reading, credits=credits), behind=behind)


def _further(
    reading: Reading, places: Sequence[Beside], names: Mapping[str, str], index: Mapping[str, Sequence[str]]
) -> list[tuple[Credit, Beside]]:
    """Return the credits to known outlets that the report's own words did not show to be outlets, with their places."""
    have = {key(c.name) for c in reading.credits}
    taken = {at for c in reading.credits for at in range(*c.span)}
    best: dict[str, tuple[Credit, Beside]] = {}
    tried: set[tuple[int, str]] = set()
    for place in places:
        for known in index.get(_opening(place.words), ()):
            name, span = names[known], Span(place.start, place.start + len(known))
            if (place.start, known) in tried or place.length not in (None, len(known)) or not _whole(place.words, known):
                continue
            tried.add((place.start, known))
            if known in have or not taken.isdisjoint(range(*span)) or publishes(reading.report, name):
                continue
            if name not in best or place.score > best[name][0].score:
                best[name] = _credit(place, span, name), place
    return [best[n] for n in sorted(best)]


def _opening(words: str) -> str:
    """Return the first word of a name as the index of names has it."""
    word = _FIRST.match(words)
    return word.group().lower().removesuffix("'s").removesuffix("’s") if word else ""


def _whole(words: str, known: str) -> bool:
    """Return whether a known name stands at the start of these words, is no part of a longer word and no poll's."""
    end = len(known)
    polled = [w.strip(".,;:") for w in words[end : end + 40].lower().split()[:3]]
    named = words[:end].lower().replace("’", "'") == known and not words[end : end + 1].isalnum()
    return named and _polls().isdisjoint(polled)


@cache
def _polls() -> frozenset[str]:
    return frozenset(policy()["polls"]["words"])


def _credit(place: Beside, span: Span, name: str) -> Credit:
    reason = f"{place.why}; its own report, or another's credit to it, is at hand"
    takes: Takes = "part" if place.place == "text" else "story"
    return Credit(
        span=span, name=name, agency=place.place == "dateline", place=place.place, score=place.score, reason=reason, takes=takes
    )


def publishes(report: Report, name: str) -> bool:
    """Return whether a report is of the outlet that goes by this name, by its own name or its address ("apnews.com")."""
    return report.outlet is not None and not aliases(report.outlet).isdisjoint(called(name))


@cache
def aliases(outlet: str) -> frozenset[str]:
    """Return what a report's outlet goes by, as letters alone."""
    return frozenset({_squash(outlet), _squash(outlet.rsplit(".", 1)[0]), _squash(key(outlet))})


@cache
def called(name: str) -> frozenset[str]:
    """Return all that an outlet is called, as letters alone."""
    rows = (r for r in table("retold.find", "agencies.toml")["outlet"] if r["name"] == name)
    aliases = {_squash(a) for r in rows for a in (*r.get("aliases", ()), *r.get("short", ()))}
    return frozenset(aliases | {_squash(name), _squash(key(name))})


def _squash(name: str) -> str:
    plain = "".join(c for c in name.casefold() if c.isalnum())
    return plain.removeprefix("www").removeprefix("the").removesuffix("news") or plain
