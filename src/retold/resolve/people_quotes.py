"""Who says "I": in a quotation the one who is quoted, elsewhere the author, or the one whose speech or interview it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from retold.model import Span
from retold.resolve.people_chains import Draft, Scene
from retold.tables import table

SINGULAR = frozenset(["i", "me", "my", "mine", "myself"])
SECOND = frozenset(["you", "your", "yours", "yourself"])
OFTEN = 5
"""An "I" outside quotations so many times: a speech or an interview."""
NEAR = 2
"""Sentences between a quotation and the words that say whose it is."""


def first_person(scene: Scene) -> Callable[[int], Draft | None]:
    """Return what tells the chain of a first-person pronoun by its number; None where it cannot be told."""
    alone = [
        m
        for m in scene.mentions
        if m.form == "pronoun" and scene.text(m.span).lower() in SINGULAR and not scene.quote(m.span.start)
    ]
    holder = _opening(scene) if len(alone) >= OFTEN else None

    def resolve(n: int) -> Draft | None:
        mention = scene.mentions[n]
        word = scene.text(mention.span).lower()
        quote = scene.quote(mention.span.start)
        if word not in SINGULAR:
            return None
        return _quoted(scene, n, quote) if quote else holder

    return resolve


def _opening(scene: Scene) -> Draft | None:
    """Return the person whom the first sentences name most, the one most named in all where they tie."""
    early = Counter(id(d) for n, d in scene.where.items() if d.kind == "person" and scene.mentions[n].sentence < 6)
    persons = [d for d in scene.drafts if d.kind == "person" and d.name and early[id(d)]]
    return max(persons, key=lambda d: (early[id(d)] * (len(d.parts) > 1), len(d.mentions)), default=None)


def _quoted(scene: Scene, n: int, quote: Span) -> Draft | None:
    """Return the source of the quotation: as the attributions have it, else the nearest subject of a verb of saying."""
    for attribution in scene.findings.attributions:
        if any(
            c.start <= quote.start + 1 < c.end or c.start <= scene.mentions[n].span.start < c.end for c in attribution.content
        ):
            for source in attribution.source:
                inside = [d for m, d in scene.where.items() if _within(scene.mentions[m].span, source) and d.kind == "person"]
                if inside:
                    return inside[0]
    return _speaker(scene, n, quote)


def _within(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _speaker(scene: Scene, n: int, quote: Span) -> Draft | None:
    verbs = table("retold.resolve", "people.toml")["saying"]
    text = scene.findings.report.text
    best: tuple[int, Draft] | None = None
    for m in range(max(0, n - 30), min(len(scene.mentions), n + 30)):
        mention = scene.mentions[m]
        draft = scene.where.get(m)
        if draft is None or draft.kind != "person" or mention.grammar != "subject" or mention.clause is None:
            continue
        if scene.quote(mention.span.start) or abs(mention.sentence - scene.mentions[n].sentence) > NEAR:
            continue
        if not text[mention.clause : mention.clause + 14].lower().startswith(tuple(verbs)):
            continue
        gap = min(abs(mention.span.start - quote.end), abs(quote.start - mention.span.end))
        if best is None or gap < best[0]:
            best = (gap, draft)
    return best[1] if best else None
