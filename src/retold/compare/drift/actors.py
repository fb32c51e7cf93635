"""Who did or said it: another name in the same words, or another voice for the same accusation."""

from __future__ import annotations

from collections.abc import Iterator

from retold.compare.drift.passages import Segment, Text
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.retold_passage import Change, Retold, overlaps
from retold.compare.drift.values import places_of
from retold.compare.likeness import fold
from retold.model import Attribution, Mention


def actors(case: Retold) -> Iterator[Change]:
    """Yield the persons and bodies that stand where others stood."""
    if case.passage.headline:
        return
    if case.best.close:
        yield from _exchanged(case)
    elif not case.best.foreign and case.best.score >= drift_rules().actors.like:
        yield from _other_voice(case)


def _exchanged(case: Retold) -> Iterator[Change]:
    for start, end, to_start, to_end in case.best.changes:
        one = _names(case.earlier, case.best.earlier, start, end)
        two = _names(case.later, case.passage, to_start, to_end)
        if not one or not two or places_of(case.later, case.passage, to_start, to_end):
            continue
        if not _words(case.earlier, one[0]) & _words(case.later, two[0]) and not _one_chain(one[0], two[0]):
            yield case.change("actor swapped", f"“{_said(case.earlier, one[0])}” becomes “{_said(case.later, two[0])}”")
            return


def _names(text: Text, passage: Segment, start: int, end: int) -> list[Mention]:
    words = [w for w in passage.words[start:end] if w.capital]
    named = [m for m in text.within.mentions(passage) if m.form == "name" and m.kind in ("person", "body")]
    return [m for m in named if any(overlaps(m.bare or m.span, w.span) for w in words)]


def _said(text: Text, mention: Mention) -> str:
    start, end = mention.bare or mention.span
    return " ".join(text.report.text[start:end].split())


def _words(text: Text, mention: Mention) -> frozenset[str]:
    return frozenset(fold(_said(text, mention)).split())


def _one_chain(one: Mention, two: Mention) -> bool:
    """Whether one report calls both by the same name: then they are one ("Doe" for "the minister Jane Roe-Doe")."""
    first, second = (fold(m.name or "").split() for m in (one, two))
    return bool(set(first) & set(second))


def _other_voice(case: Retold) -> Iterator[Change]:
    """Yield a named accuser in whose place a document, or somebody else by name, now says it."""
    one, two = _voice(case.earlier, case.best.earlier), _voice(case.later, case.passage)
    if one is None or two is None or one.speaker is None or two.speaker is None:
        return
    name, other = one.speaker.name, two.speaker.name or two.speaker.described
    if one.speaker.kind != "person" or not name or not other:
        return
    gone = fold(name).split()[-1] not in fold(_text(case.later, case.passage))
    another = two.speaker.kind == "document" or (two.speaker.kind == "person" and two.speaker.name is not None)
    if gone and another and not set(fold(name).split()) & set(fold(other).split()):
        yield case.change("actor swapped", f"“{name}” becomes “{other}”")


def _text(text: Text, passage: Segment) -> str:
    return text.report.text[passage.span.start : passage.span.end]


def _voice(text: Text, passage: Segment) -> Attribution | None:
    return next((a for a in text.within.voices(passage) if a.speaker), None)
