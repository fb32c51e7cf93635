"""How far found attributions agree with marked ones, in words: F1 of cues, and of whole attributions, lenient and strict.

Lenient asks for cues that share a word and for source and content that overlap by half (intersection over union), strict
for the same words in all three; pairs are matched one to one, the best first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Words = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """An attribution as sets of words, marks left out; a cue of marks alone keeps them."""

    source: Words
    cue: Words
    content: Words


def overlap(a: Words, b: Words) -> float:
    """Return intersection over union; 1 for two empty sets."""
    return len(a & b) / len(a | b) if a or b else 1.0


def lenient(a: Sets, b: Sets) -> float:
    """Return a score above 0 where two attributions agree leniently."""
    source, content = overlap(a.source, b.source), overlap(a.content, b.content)
    return source + content + overlap(a.cue, b.cue) if a.cue & b.cue and source >= 0.5 and content >= 0.5 else 0.0


def strict(a: Sets, b: Sets) -> float:
    """Return 1 where two attributions have the same words in all three roles."""
    return float(a == b)


def cue(a: Sets, b: Sets) -> float:
    """Return a score above 0 where the cues share a word."""
    return overlap(a.cue, b.cue) + 0.01 * overlap(a.content, b.content) if a.cue & b.cue else 0.0


def matched(gold: Sequence[Sets], found: Sequence[Sets], score: Callable[[Sets, Sets], float]) -> int:
    """Return how many pairs agree, each attribution used once."""
    pairs = sorted(((s, i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if (s := score(g, f)) > 0), reverse=True)
    left, right = set[int](), set[int]()
    for _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def f1(articles: Sequence[tuple[Sequence[Sets], Sequence[Sets]]], score: Callable[[Sets, Sets], float]) -> float:
    """Return micro F1 over articles of (marked, found)."""
    same = sum(matched(gold, found, score) for gold, found in articles)
    total = sum(len(gold) + len(found) for gold, found in articles)
    return 2 * same / total if total else 0.0


def tokens(articles: Sequence[tuple[Sequence[Sets], Sequence[Sets]]], role: str) -> float:
    """Return F1 of the words that a role covers in any attribution of their article."""
    same = total = 0
    for gold, found in articles:
        a, b = (frozenset[int]().union(*(getattr(each, role) for each in sets)) for sets in (gold, found))
        same, total = same + len(a & b), total + len(a) + len(b)
    return 2 * same / total if total else 0.0


def everything(articles: Sequence[tuple[Sequence[Sets], Sequence[Sets]]]) -> dict[str, float]:
    """Return all measures by name, as F1."""
    whole = {each.__name__: f1(articles, each) for each in (lenient, strict, cue)}
    return whole | {f"token {role}": tokens(articles, role) for role in ("source", "cue", "content")}
