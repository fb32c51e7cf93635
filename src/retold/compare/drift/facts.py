"""Typed facts of two passages: the same act on the same party, planned or alleged before and done now, or the other way."""

from __future__ import annotations

from collections.abc import Iterator

from retold.compare.drift.passages import Segment, Text
from retold.compare.drift.retold_passage import Change, Retold
from retold.compare.likeness import stems
from retold.compare.rules import relation_rules
from retold.model import Fact, Party


def facts(case: Retold) -> Iterator[Change]:
    """Yield how firmly a fact stands, where that has changed."""
    if not case.sure or case.passage.headline:
        return
    strength = relation_rules().strength
    for one in _facts(case.earlier, case.best.earlier):
        for two in _facts(case.later, case.passage):
            before, after = strength.get(one.stance), strength.get(two.stance)
            if before is None or after is None or before == after or not _same(one, two):
                continue
            lower = case.best.earlier if before < after else case.passage
            if not any(
                m.kind in ("decision", "prospect", "hedge") and m.row in ("weak", "possible", "probable") for m in lower.marks
            ) and "planned" in (one.stance, two.stance):
                continue  # its words must tell a plan: "ahead of the vote" is none
            kind = "strengthened" if after > before else "weakened"
            yield case.change(kind, f"{one.stance} becomes {two.stance}")
            return


def _facts(text: Text, passage: Segment) -> list[Fact]:
    return [f for f in text.within.facts(passage) if passage.span.start <= f.trigger.start < passage.span.end]


def _same(one: Fact, two: Fact) -> bool:
    """Whether two facts are one act on one party, by one party where both name it."""
    if one.kind != two.kind or one.pattern != two.pattern or one.kind in ("statement", "unknown"):
        return False
    sides = _alike(one.object, two.object), _alike(one.subject, two.subject)
    return False not in sides and True in sides


def _alike(one: Party | None, two: Party | None) -> bool | None:
    """Whether two parties are called alike, None where one is not told."""
    if one is None or two is None:
        return None
    return bool(stems(one.name or one.described) & stems(two.name or two.described))
