"""The collection is evidence too: an outlet whose own report is at hand, or that another report credits, is an outlet.

So a name that no table knows and that nothing shows to be an outlet in one report is looked up among all of them: beside a
credit cue, in a dateline or in a byline it is where that report got its story. The cues are those of `find/credits.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Any, Literal

from retold.model import Credit, Reading, Report, Span
from retold.tables import table

_CAPITAL = re.compile(r"(?<![\w.])[^\W\d_a-z][\w&’'-]*")
_BRACKETED = re.compile(r"\)\s{0,2}[-–—―]")
_KINDS = ("report", "first", "told", "source")
_REACH = 5
"""Words of the longest cue, and fillers taken off between it and the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A known name at a place in a report."""

    span: Span
    name: str


def with_held(readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings, with credits to outlets that only the collection shows to be outlets, one name for each."""
    names = _names(readings)
    index: dict[str, list[str]] = {}
    for known in names.keys() - {key(n) for n in _tabled()}:  # those are known to every report by themselves
        index.setdefault(known.split()[0], []).append(known)
    return [replace(r, credits=(*_renamed(r, names), *_further(r, names, index))) for r in readings]


@cache
def _policy() -> dict[str, Any]:
    return table("retold.find", "credits.toml")


@cache
def key(name: str) -> str:
    """Return what the forms of an outlet's name have in common: "The Brook News Agency" is "brook"."""
    words = name.lower().replace("’", "'").split()
    while len(words) > 1 and words[-1] in _policy()["outlets"]["generic"]:
        words.pop()
    while len(words) > 1 and words[0] in ("the", "el", "la", "le", "il", "der", "die", "das", "o", "a"):
        words.pop(0)
    return " ".join(words)


def _names(readings: Sequence[Reading]) -> dict[str, str]:
    """Return the name of each outlet that has a report here or is credited in one, by its key; the held one's name wins."""
    credited = sorted({c.name for r in readings for c in r.credits}, key=lambda n: (-len(n), n))
    held = sorted({r.report.outlet for r in readings if r.report.outlet}, key=lambda n: (-len(n), n))
    return {key(n): n for n in (*credited, *held) if len(key(n)) > 3}


@cache
def _tabled() -> frozenset[str]:
    return frozenset(row["name"] for row in table("retold.find", "agencies.toml")["outlet"])


def _renamed(reading: Reading, names: Mapping[str, str]) -> list[Credit]:
    return [c if c.name in _tabled() else replace(c, name=names.get(key(c.name), c.name)) for c in reading.credits]


def _further(reading: Reading, names: Mapping[str, str], index: Mapping[str, Sequence[str]]) -> list[Credit]:
    """Return the credits to known outlets that the report's own words did not show to be outlets."""
    report = reading.report
    have = {key(c.name) for c in reading.credits}
    taken = {at for c in reading.credits for at in range(*c.span)}
    lead = next((s.start for s in report.body if s.end - s.start > _policy()["bounds"]["heading"]), 0)
    best: dict[str, Credit] = {}
    for paragraph, found in islice(_mentions(report, names, index), _policy()["bounds"]["most"]):
        if key(found.name) in have or not taken.isdisjoint(range(*found.span)) or publishes(report, found.name):
            continue
        credit = _credit(report.text, paragraph, found, lead=lead)
        if credit and (found.name not in best or credit.score > best[found.name].score):
            best[found.name] = credit
    return [best[n] for n in sorted(best)]


def _mentions(report: Report, names: Mapping[str, str], index: Mapping[str, Sequence[str]]) -> Iterator[tuple[Span, _Found]]:
    """Yield the paragraph and the place of each known name."""
    text = report.text
    for paragraph in report.body:
        for match in _CAPITAL.finditer(text, paragraph.start, paragraph.end):
            for known in index.get(match.group().lower().removesuffix("'s").removesuffix("’s"), ()):
                at = Span(match.start(), match.start() + len(known))
                if text[at.start : at.end].lower().replace("’", "'") == known and _whole(text, at):
                    yield paragraph, _Found(span=at, name=names[known])


def _whole(text: str, at: Span) -> bool:
    """Return whether the words are a name of their own, no end of a longer one ("Upper Skerry") and no poll's."""
    before = text[max(0, at.start - 40) : at.start]
    last = before.rstrip(" ").rpartition(" ")[2] if before.endswith(" ") else ""
    outlets = _policy()["outlets"]
    joined = last[:1].isupper() and last.isalpha() and last not in outlets["nouns"] and last.lower() not in _openers()
    polled = [w.strip(".,;:") for w in text[at.end : at.end + 40].lower().split()[:3]]
    return not joined and not text[at.end : at.end + 1].isalnum() and _polls().isdisjoint(polled)


@cache
def _openers() -> frozenset[str]:
    """Return the words that may stand before a name with a capital: articles, prepositions, cues of one word."""
    cues = {w for w in _cues("before") if " " not in w}
    return frozenset({*cues, *_fillers("before"), *_policy()["marks"]["by"]})


@cache
def _polls() -> frozenset[str]:
    return frozenset(_policy()["polls"]["words"])


def _credit(text: str, paragraph: Span, found: _Found, *, lead: int) -> Credit | None:
    """Return the credit that a mention is: in the dateline, or beside a cue; the lead starts at `lead`."""
    start, end = found.span
    scores, bounds = _policy()["scores"], _policy()["bounds"]
    close = start - paragraph.start < bounds["dateline"]
    if close and text[paragraph.start : start].rstrip().endswith("(") and _BRACKETED.match(text, end):
        return _made(found, "dateline", scores["dateline"]["dateline"], "named in the dateline")
    before = _plain(text[max(paragraph.start, start - bounds["window"]) : start])
    after = _plain(text[end : min(paragraph.end, end + bounds["window"])])
    cue = _cue(re.split(r"[.!?]\s", before)[-1].split(), "before") or _cue(after.split(), "after")
    if cue is None:
        return None
    kind, words = cue
    place: Literal["lead", "text"] = "lead" if start - lead < bounds["lead_characters"] // 2 else "text"
    return _made(found, place, scores[kind][place], f"“{words}” beside the name")


def _made(found: _Found, place: Literal["dateline", "lead", "text"], score: float, why: str) -> Credit:
    reason = f"{why}; its own report, or another's credit to it, is at hand"
    agency = place == "dateline"
    return Credit(span=found.span, name=found.name, agency=agency, place=place, score=score, reason=reason)


def _plain(text: str) -> str:
    return re.sub(r"[«»„“”\"‘(),]|\.(?=\s|$)", " ", text).lower()


@cache
def _cues(where: str) -> dict[str, str]:
    rows = _policy()[where]
    return {str(w).lower(): kind for kind in reversed(_KINDS) for w in rows.get(kind, ())}


@cache
def _fillers(where: str) -> frozenset[str]:
    return frozenset(str(w).lower() for w in _policy()["fillers"][where])


def _cue(words: Sequence[str], where: str) -> tuple[str, str] | None:
    """Return the kind and the words of the cue beside a name, `words` being those on that side."""
    cues, fillers = _cues(where), _fillers(where)
    for off in range(min(_REACH, len(words))):
        left = words[: len(words) - off] if where == "before" else words[off:]
        for size in range(min(_REACH, len(left)), 0, -1):
            phrase = " ".join(left[-size:] if where == "before" else left[:size])
            if phrase in cues:
                return cues[phrase], phrase
        if (left[-1] if where == "before" else left[0]) not in fillers:
            return None
    return None


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
