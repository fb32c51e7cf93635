"""A definite description takes up whom the report named with that word; an indefinite one brings in somebody new."""

from __future__ import annotations

from collections.abc import Iterable

from retold.model import Mention
from retold.resolve.names import fold
from retold.resolve.people_chains import Draft, Scene
from retold.tables import table

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
NEAR = 12
"""Sentences back that a description reaches for a body without a matching word."""


def describe(scene: Scene, n: int) -> Draft | None:
    """Return the chain that a description belongs to, a new one where it brings somebody in; None for what is too vague."""
    mention = scene.mentions[n]
    first = scene.text(mention.span).split()[0].lower()
    head = fold(scene.text(mention.head))
    if first in DEFINITE or first in ("president", "minister"):
        found = _titled(scene, n, head) if mention.kind == "person" else _body(scene, n, head)
        if found is not None:
            return found
    known = _described(scene, n, head, definite=first in DEFINITE)
    if known is not None:
        return known
    return _new(scene, mention)


def _new(scene: Scene, mention: Mention) -> Draft:
    draft = Draft(kind=mention.kind, sex=mention.sex, plural=mention.plural, country=mention.country)
    draft.of = _owner(scene, mention)
    return scene.start(draft)


def _owner(scene: Scene, mention: Mention) -> Draft | None:
    return scene.where.get(scene.at[mention.of]) if mention.of in scene.at else None


def _titled(scene: Scene, n: int, head: str) -> Draft | None:
    """Return the person last mentioned who has that title."""
    mention = scene.mentions[n]
    if mention.plural:
        return None
    owner = _owner(scene, mention)
    fits = []
    for draft in scene.drafts:
        if draft.kind != "person" or not draft.name or draft.plural or (mention.sex and draft.sex not in (None, mention.sex)):
            continue
        if any(head in fold(t).split() for t in draft.titles) and owner is not draft:
            fits.append(draft)
    return _last(fits, n)


def _last(drafts: Iterable[Draft], n: int) -> Draft | None:
    rows = [(max((m for m in d.mentions if m < n), default=-1), d) for d in drafts]
    best = max(rows, key=lambda row: row[0], default=None)
    return best[1] if best is not None and best[0] >= 0 else None


def _body(scene: Scene, n: int, head: str) -> Draft | None:
    """Return the body last mentioned that may be called so: by a word of its name, or by what the table tells."""
    mention = scene.mentions[n]
    if mention.plural or mention.of is not None or mention.country is not None:
        return None
    if head == "agency" and (credited := _credited(scene)) is not None:
        return credited
    called = set(table("retold.find", "bodies.toml")["called"].get(head, (head,))) | {head}
    bodies = [d for d in scene.drafts if d.kind == "body" and d.name]
    fits = _last((d for d in bodies if set(fold(d.name or "").split()) & called or head in map(fold, d.titles)), n)
    if fits is not None:
        return fits
    return None


def _credited(scene: Scene) -> Draft | None:
    """Return the agency that the report names as where it got the story."""
    names = {fold(c.name) for c in scene.findings.credits if c.agency}
    return next((d for d in scene.drafts if d.name and fold(d.name) in names), None)


def _described(scene: Scene, n: int, head: str, *, definite: bool) -> Draft | None:
    """Return the chain without a name that was described with the same head."""
    mention = scene.mentions[n]
    if not definite:
        return None
    fits = []
    for draft in scene.drafts:
        if draft.name or draft.plural != mention.plural or draft.kind != mention.kind or not draft.mentions:
            continue
        if fold(scene.text(scene.mentions[draft.mentions[0]].head)) == head and draft.of in (None, _owner(scene, mention)):
            fits.append(draft)
    return _last(fits, n)
