"""A report declares where its story comes from, or conceals it: it credits the source, a middleman, unnamed media, nobody.

What it declares is held beside what is known: the original of its family. "NAME and several international media" is one
source where one original is behind the family; a middleman is one whose own report credits another, or of whom the
report itself says so ("X, citing Y").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from retold.compare.held import aliases, called, key, publishes
from retold.compare.originals import named
from retold.model import Credit, Declaration, Family, Original, Reading, Span, Takes, Telling
from retold.tables import table


@cache
def policy() -> dict[str, Any]:
    """Return the table of words for media that are not named."""
    return table("retold.compare", "declared.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kin:
    """A family: its original, and its reports with what they credit."""

    original: Original
    dated: str
    """Why an original that is not held has its day."""
    held: Reading | None
    """The original, where it is at hand."""
    guessed: bool
    """Whether the original is only taken for it: then nobody can be said to conceal it."""
    published: Mapping[str, Sequence[Reading]]
    """The first two reports of each outlet, by what it goes by."""

    def is_original(self, name: str) -> bool:
        """Return whether a credited name is the original's."""
        return name == self.original.name or (self.held is not None and publishes(self.held.report, name))

    def of(self, name: str, *, but: str) -> Reading | None:
        """Return the report of the family that the outlet of this name published."""
        return next((r for a in sorted(called(name)) for r in self.published.get(a, ()) if r.report.name != but), None)


def _kin(family: Family, members: Sequence[Reading], score: float) -> _Kin:
    published: dict[str, list[Reading]] = {}
    for reading in members:
        for alias in aliases(reading.report.outlet) if reading.report.outlet else ():
            if len(published.setdefault(alias, [])) < 2:
                published[alias].append(reading)
    held = next((r for r in members if r.report.name == family.original.report), None)
    original, dated = named(family.original, members)
    guessed = score < policy()["bounds"]["sure"]
    return _Kin(original=original, dated=dated, held=held, published=published, guessed=guessed)


def declared(
    readings: Sequence[Reading], tellings: Sequence[Telling], families: Sequence[Family]
) -> tuple[tuple[Telling, ...], tuple[Family, ...]]:
    """Return the tellings, each with what it declares and through whom it has its story, and the families.

    Originals that are not held have the day and the writer that any report tells.
    """
    given = {r.report.name: r for r in readings}
    scores = {t.report: t.score for t in tellings}
    kin = {f.id: _kin(f, [given[name] for name in f.reports], scores.get(f.original.report or "", 1.0)) for f in families}
    told = tuple(_told(t, _aligned(t, given[t.report]), kin.get(t.family or "")) for t in tellings)
    return told, tuple(
        replace(f, original=kin[f.id].original, reason="; ".join(s for s in (f.reason, kin[f.id].dated) if s)) for f in families
    )


def _told(telling: Telling, reading: Reading, kin: _Kin | None) -> Telling:
    credits = tuple(n for n in telling.credits if not _only(reading, n, "rejected"))
    if kin is None:
        return replace(telling, credits=credits)
    if telling.role == "origin" or (
        kin.held is not None and kin.held.report.outlet and kin.held.report.outlet == reading.report.outlet
    ):
        return replace(telling, credits=credits, original=kin.original)
    return replace(
        telling,
        credits=credits,
        original=kin.original,
        through=tuple(_through(reading, kin, set())),
        declares=_declares(telling, reading, kin),
    )


def _aligned(telling: Telling, reading: Reading) -> Reading:
    """Return the reading with its credits under the names of the telling, and with those that only the collection shows."""
    names = {key(name): name for name in telling.credits}
    credits = [replace(c, name=names.get(key(c.name), c.name)) for c in reading.credits]
    text, body = reading.report.text, reading.report.body
    for name in telling.credits:
        at = text.find(name)
        if at >= 0 and all(c.name != name for c in credits):
            early = bool(body) and at < body[0].start + policy()["bounds"]["lead"] // 2
            takes: Takes = "story" if early else "part"
            span, why = Span(at, at + len(name)), "an outlet whose own report, or another's credit to it, is at hand"
            score = policy()["bounds"]["shown"]
            credits.append(Credit(span=span, name=name, agency=False, place="text", score=score, reason=why, takes=takes))
    return replace(reading, credits=tuple(credits))


def _only(reading: Reading, name: str, takes: str) -> bool:
    """Return whether the report takes nothing else from the outlet of this name."""
    found = {c.takes for c in reading.credits if c.name == name}
    return found == {takes}


def _declares(telling: Telling, reading: Reading, kin: _Kin) -> Declaration | None:
    """Return what a report says of its source, the first of these: the original, a middleman, unnamed media, nobody."""
    open_, found = _best(reading, kin), _unnamed(reading)
    besides = _besides(reading, kin)
    fair = open_ is not None and (open_.takes == "story" or (open_.takes == "part" and open_.place == "lead"))
    if open_ is not None and (fair or telling.role == "brief mention"):
        return Declaration(kind="credited", span=open_.span, besides=besides, reason=f"it credits {open_.name}: {open_.reason}")
    if open_ is not None:
        why = {"part": "for a passage only", "quoted": "only where somebody spoke to it", "rejected": "only to reject it"}
        said = f"it names {open_.name} {why[open_.takes]}, and tells its story throughout"
        return Declaration(kind="in passing", span=open_.span, besides=besides, reason=said)
    if (middle := _middleman(reading)) is not None:
        said = f"it credits {middle.name}, not {kin.original.name}"
        return Declaration(kind="middleman only", span=middle.span, besides=besides, reason=said)
    if found is not None:
        words = " ".join(reading.report.text[found.start : found.end].split())
        return Declaration(kind="unnamed media", span=found, reason=f"it speaks of “{words}” and names none")
    if kin.guessed:
        return None
    others = [n for n in telling.credits if not kin.is_original(n)]
    more = f"; {' and '.join(others)} it names for a part" if others else ""
    return Declaration(kind="nobody", reason=f"it names nobody from whom it has the story{more}")


def _best(reading: Reading, kin: _Kin) -> Credit | None:
    """Return the strongest credit to the original, the story's before a part's."""
    found = [c for c in reading.credits if kin.is_original(c.name)]
    return max(found, key=lambda c: (c.takes == "story", c.score, -c.span.start), default=None)


def _middleman(reading: Reading) -> Credit | None:
    """Return the strongest credit for the whole story, of a report that does not credit the original."""
    found = [c for c in reading.credits if c.takes == "story"]
    return max(found, key=lambda c: (c.score, -c.span.start), default=None)


def _through(reading: Reading, kin: _Kin, seen: set[str]) -> Iterator[str]:
    """Yield from whom a report has the story, nearest first, the original last."""
    seen.add(reading.report.name)
    credit = _best(reading, kin)
    if credit is not None and credit.by is not None and not kin.is_original(credit.by):
        yield credit.by
    elif credit is None and (middle := _middleman(reading)) is not None:
        yield middle.name
        behind = kin.of(middle.name, but=reading.report.name)
        if behind is not None and behind.report.name not in seen:
            yield from _through(behind, kin, seen)
            return
    yield kin.original.name


def _unnamed(reading: Reading) -> Span | None:
    """Return the words near the start of a report that give its story to media without a name."""
    body = reading.report.body
    if not body:
        return None
    end = min(body[-1].end, body[0].start + policy()["bounds"]["lead"])
    return _first(reading.report.text, Span(body[0].start, end), "unnamed")


def _besides(reading: Reading, kin: _Kin) -> Span | None:
    """Return the words beside a credit that claim further sources: media in general, or an outlet that retells the same story."""
    near, text = policy()["bounds"]["near"], reading.report.text
    for credit in reading.credits:
        if not kin.is_original(credit.name) or credit.span.start == credit.span.end:
            continue
        around = (Span(credit.span.end, credit.span.end + near), Span(max(0, credit.span.start - near), credit.span.start))
        found = next((span for side in around if (span := _first(text, side, "besides"))), None)
        if found is not None:
            return found
    if not any(kin.is_original(c.name) and c.takes == "story" for c in reading.credits):
        return None
    rivals = (c for c in reading.credits if c.takes == "story" and c.by is None and not kin.is_original(c.name))
    return next((c.span for c in rivals if kin.of(c.name, but=reading.report.name)), None)


def _first(text: str, where: Span, list_: str) -> Span | None:
    """Return the first of a list's words or phrases in a part of the text, whole."""
    part = text[where.start : where.end].lower()
    if len(part) != len(text[where.start : where.end]):  # a letter that is longer in lower case would move the rest
        return None
    found = [(at, word) for word in policy()[list_]["words"] if (at := _whole(part, word)) >= 0]
    if not found:
        return None
    at, word = min(found, key=lambda each: (each[0], -len(each[1])))
    return Span(where.start + at, where.start + at + len(word))


def _whole(part: str, word: str) -> int:
    at = part.find(word)
    while at >= 0 and not "\u2e80" <= word[0] <= "\u9fff":
        before, after = part[at - 1 : at], part[at + len(word) : at + len(word) + 1]
        if not before.isalnum() and not after.isalnum():
            return at
        at = part.find(word, at + 1)
    return at
