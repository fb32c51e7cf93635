"""Whom "he" or "she" means is decided by the persons as much as by their single mentions: who is named close by, in the same
paragraph, and whom the report is about.

What speaks for a person is a sum of points, as in a softmax over the candidates (Denis and Baldridge 2008, "Specialized models
and ranking for coreference resolution"); the points stand in `people.toml`, their origin in docs/decisions/pronouns-weighed.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from retold.resolve.people.chains import Draft, Scene
from retold.tables import typed

LOOK_BACK = 60
"""Mentions before a pronoun among which are the persons who are compared."""
REACH = 12
"""Sentences before it in which they are mentioned."""
PARAGRAPH = 4_000
"""Code points before a pronoun in which its paragraph begins."""
HOLDS = 3
"""Mentions before a name among which is the one that holds it."""
HEAD = 1
"""The number of the last sentence at the head of a report, where it says whom it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Points that speak for somebody."""

    named_ago: tuple[float, ...]
    """For his name in the pronoun's own sentence, in the one before, and so on."""
    paragraph: float
    topic: float
    """By the share that his names have in those of the most named."""
    head: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What is read here of `people.toml`."""

    standing: Weights


@dataclass(slots=True, kw_only=True)
class Near:
    """How somebody is mentioned before a pronoun."""

    draft: Draft
    paragraph: bool = False
    """Whether in the pronoun's own paragraph."""
    ago: set[int] = field(default_factory=set)
    """Sentences back in which his name stands."""


def standing(scene: Scene, n: int, suits: Callable[[Draft], bool]) -> dict[int, float]:
    """Return for those mentioned before mention n, of whom `suits` is true, what speaks for each: points by identity."""
    rows = _near(scene, n, suits)
    weights = typed(Table, "retold.resolve.people", "people.toml").standing
    most = max((len(near.draft.named) for near in rows.values()), default=0) or 1
    return {key: _points(scene, near, most, weights) for key, near in rows.items()}


def _near(scene: Scene, n: int, suits: Callable[[Draft], bool]) -> dict[int, Near]:
    pronoun, rows = scene.mentions[n], dict[int, Near]()
    place = pronoun.span.start
    opened = scene.findings.report.text.rfind("\n", max(0, place - PARAGRAPH), place)
    for back in range(n - 1, max(-1, n - LOOK_BACK), -1):
        mention, draft = scene.mentions[back], scene.where.get(back)
        ago = pronoun.sentence - mention.sentence
        if ago > REACH or scene.item(back) != scene.item(n):
            break
        if draft is None or not suits(draft):
            continue
        near = rows.setdefault(id(draft), Near(draft=draft))
        if scene.tellers.tells(n) and scene.tellers.told_by(n, mention.span):
            continue  # who is named in the words is spoken of
        near.paragraph = near.paragraph or mention.span.start > opened
        if mention.form == "name" and not _within_another(scene, back):
            near.ago.add(ago)
    return rows


def _within_another(scene: Scene, n: int) -> bool:
    """Whether a name only says which regime or camp is meant ("the Doe regime"): it tells of nobody who acts there."""
    own = scene.mentions[n].span
    before = scene.mentions[max(0, n - HOLDS) : n]
    return any(m.span.start <= own.start and own.end < m.span.end and m.head.start >= own.end for m in before)


def _points(scene: Scene, near: Near, most: int, weights: Weights) -> float:
    """What speaks for one of them, of whom the most named has `most` names in the report."""
    first = scene.mentions[near.draft.mentions[0]].sentence
    return (
        sum(points for ago, points in enumerate(weights.named_ago) if ago in near.ago)
        + weights.paragraph * near.paragraph
        + weights.topic * len(near.draft.named) / most
        + weights.head * (first <= HEAD)
    )
