"""A name that no table knows may be an outlet's: what stands beside it says whether it would then be a credit.

Which names are outlets is known only when all reports are at hand; where in a report such a name would be a credit is
known from its own words. So the places are noted once for each report, and its text is not needed when others come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, Literal

from retold.model import Report, Span
from retold.tables import table

_CAPITAL = re.compile(r"(?<![\w.])[^\W\d_a-z][\w&’'-]*")
_NAME = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"\)\s{0,2}[-–—―]")
_SENTENCE = re.compile(r"[.!?]\s")
_MARKS = re.compile(r"[«»„“”\"‘(),]|\.(?=\s|$)")
_PUNCTUATION = '«»„“”"‘(),.'
_SOLID = re.compile(r"[’']s?(?!\S)|\S+?(?=[’']s?(?!\S)|\s|$)")
"""A word between spaces; the 's of an owner is a word of its own, as the table has it."""
_KINDS = ("report", "first", "told", "source")
_REACH = 5
"""Words of the longest cue, and fillers taken off between it and the name."""
_LONGEST, _WORDS = 60, 6
"""Characters and words of the longest name."""
_NEAR = 24
"""Characters before a name that hold the last word there."""
BEHIND = 60
"""Characters kept behind a name: they tell of a poll, or of further sources."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A place where a name would be a credit, if it is an outlet's."""

    start: int
    words: str
    """The text from there on: the name, however long it is, and what stands behind it."""
    length: int | None
    """How long the name must be for that; None where any will do."""
    place: Literal["dateline", "lead", "text"]
    score: float
    why: str


@cache
def policy() -> dict[str, Any]:
    """Return the table of how reports say where they got their story."""
    return table("retold.find", "credits.toml")


def beside(report: Report) -> tuple[Beside, ...]:
    """Return the places of a report where the name of an outlet would be a credit, at most as many as the table allows."""
    bounds = policy()["bounds"]
    lead = next((s.start for s in report.body if s.end - s.start > bounds["heading"]), 0)
    found: list[Beside] = []
    for paragraph in report.body:
        cues = _behind(report.text, paragraph)
        for match in _CAPITAL.finditer(report.text, paragraph.start, paragraph.end):
            if not _joined(report.text, match.start()):
                found += _places(report.text, paragraph, match.start(), cues, lead=lead)
            if len(found) >= bounds["most"]:
                return tuple(found[: bounds["most"]])
    return tuple(found)


def _joined(text: str, start: int) -> bool:
    """Return whether the word before makes this the end of a longer name ("Upper Skerry")."""
    before = text[max(0, start - 40) : start]
    last = before.rstrip(" ").rpartition(" ")[2] if before.endswith(" ") else ""
    outlets = policy()["outlets"]
    return last[:1].isupper() and last.isalpha() and last not in outlets["nouns"] and last.lower() not in _openers()


@cache
def _openers() -> frozenset[str]:
    """Return the words that may stand before a name with a capital: articles, prepositions, cues of one word."""
    cues = {w for w in _cues("before") if " " not in w}
    return frozenset({*cues, *_fillers("before"), *policy()["marks"]["by"]})


Cues = Mapping[int, tuple[str, str]]
"""Where a name would have to end -> kind and words of the cue behind it."""


def _behind(text: str, paragraph: Span) -> Cues:
    """Return the cues that stand behind something, whatever it is: they are few, and capitals are many."""
    plain = _plain(text[slice(*paragraph)])
    begins = _begins()
    if begins.isdisjoint(plain.split()) or len(plain) != paragraph.end - paragraph.start:
        return {}
    rows = [(m.group(), paragraph.start + m.end()) for m in _SOLID.finditer(plain)]
    words = [word for word, _ in rows]
    found: dict[int, tuple[str, str]] = {}
    for at in (n for n, word in enumerate(words) if n and word in begins):
        if cue := _cue(words[at : at + _REACH], "after", fillers=0):
            for before in range(at - 1, max(-1, at - 1 - _REACH), -1):
                found.setdefault(rows[before][1], cue)
                if words[before] not in _fillers("after"):
                    break
    return found


@cache
def _begins() -> frozenset[str]:
    """Return the first words of the cues that stand behind a name."""
    return frozenset(cue.split()[0] for cue in _cues("after"))


def _places(text: str, paragraph: Span, start: int, cues: Cues, *, lead: int) -> Iterator[Beside]:
    """Yield what a name that starts here would be: in a dateline, behind a cue, or before one, by how long it is."""
    scores, bounds = policy()["scores"], policy()["bounds"]
    words = text[start : min(paragraph.end, start + _LONGEST + BEHIND)]
    place: Literal["lead", "text"] = "lead" if start - lead < bounds["lead_characters"] // 2 else "text"
    if start - paragraph.start < bounds["dateline"] and text[paragraph.start : start].rstrip().endswith("("):
        for end in _ends_of(words, start):
            if _BRACKETED.match(text, end):
                yield Beside(start, words, end - start, "dateline", scores["dateline"]["dateline"], "named in the dateline")
    if cue := _before(text, paragraph, start, bounds["window"]):
        yield Beside(start, words, None, place, scores[cue[0]][place], f"“{cue[1]}” beside the name")
    elif any(start < end <= start + _LONGEST for end in cues):
        for end in _ends_of(words, start):
            if cue := cues.get(end):
                yield Beside(start, words, end - start, place, scores[cue[0]][place], f"“{cue[1]}” beside the name")


def _ends_of(words: str, start: int) -> list[int]:
    """Return where a name that starts here may end."""
    return [start + m.end() for m in islice(_NAME.finditer(words, 0, _LONGEST), _WORDS)]


def _before(text: str, paragraph: Span, start: int, window: int) -> tuple[str, str] | None:
    """Return the cue before a name; most words are none and no filler, and are passed over without a further look."""
    near = text[max(paragraph.start, start - _NEAR) : start].split()
    last = near[-1].strip(_PUNCTUATION) if near else ""
    if last and last.lower() not in _ends("before"):
        return None
    before = _plain(text[max(paragraph.start, start - window) : start])
    return _cue(_SENTENCE.split(before)[-1].split(), "before")


def _plain(text: str) -> str:
    return _MARKS.sub(" ", text).lower()


@cache
def _cues(where: str) -> dict[str, str]:
    rows = policy()[where]
    return {str(w).lower(): kind for kind in reversed(_KINDS) for w in rows.get(kind, ())}


@cache
def _fillers(where: str) -> frozenset[str]:
    return frozenset(str(w).lower() for w in policy()["fillers"][where])


@cache
def _ends(where: str) -> frozenset[str]:
    """Return the words that stand right beside the name in a cue, or between a cue and the name."""
    return frozenset({w.split()[-1 if where == "before" else 0] for w in _cues(where)} | _fillers(where))


def _cue(words: Sequence[str], where: str, *, fillers: int = _REACH) -> tuple[str, str] | None:
    """Return the kind and the words of the cue beside a name, `words` being those on that side; at most so many `fillers`
    stand between."""
    if not words or (words[-1] if where == "before" else words[0]) not in _ends(where):
        return None
    cues, between = _cues(where), _fillers(where)
    for off in range(min(fillers + 1, _REACH, len(words))):
        left = words[: len(words) - off] if where == "before" else words[off:]
        for size in range(min(_REACH, len(left)), 0, -1):
            phrase = " ".join(left[-size:] if where == "before" else left[:size])
            if phrase in cues:
                return cues[phrase], phrase
        if (left[-1] if where == "before" else left[0]) not in between:
            return None
    return None
