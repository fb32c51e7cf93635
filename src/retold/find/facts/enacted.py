"""Who rules, grants or agrees on a sale does something by his words: that is an act of authority, or a dealing with somebody.

The finder of attributions marks "the court ruled that the road stays shut" as it marks "she said"; for the record the first is a
measure. Which words are acts, and whose, stands in `enacted.toml`, a row an act; the first row that fits counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Literal

from retold.find.clauses import CHILDREN
from retold.find.facts import grammar
from retold.find.facts.parties import Scene, named, party
from retold.find.facts.told_by import cued_at, innermost
from retold.find.future import future
from retold.model import Attribution, Fact, Span, Stance
from retold.tables import typed

if TYPE_CHECKING:
    from spacy.tokens import Token

ANY = "*"
"""Stands in a row for every word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A row of `enacted.toml`: each of its lists that is not empty must fit."""

    id: str
    kind: Literal["measure", "contact"]
    cue: frozenset[str]
    by: Literal["authority", "person", "anyone"]
    beside: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    clause: bool = False
    needs: bool = False
    stance: Stance = "asserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enacted:
    """The table."""

    authority: frozenset[str]
    act: tuple[Act, ...]


@cache
def _table() -> Enacted:
    return typed(Enacted, "retold.find.facts", "enacted.toml")


def enacted(scene: Scene, one: Attribution, head: Token, fact: Fact, others: Sequence[Attribution]) -> Fact:
    """Return a statement as the act that it is, told by whoever tells of it; as it stands where no row fits."""
    cue, speaker = scene.head(one.cue[0]) if one.cue else None, scene.head(one.source[0])
    if cue is None or speaker is None or fact.kind != "statement" or fact.stance == "declined" or _open(cue):
        return fact
    row = next((r for r in _table().act if _fits(scene, one, r, cue, speaker) and _carries(r, head)), None)
    if row is None:
        return fact
    whom = _other(scene, row, cue, head)
    if row.needs and whom is None:
        return fact
    return replace(
        fact,
        kind=row.kind,
        pattern=f"{row.kind}/{row.id}",
        object=party(scene, named(whom)) if whom is not None else fact.object,
        attribution=_around(one.cue[0], others, but=one.id),
        stance=row.stance,
    )


def enacted_by(scene: Scene, fact: Fact, others: Sequence[Attribution]) -> Fact:
    """Return the statement of a row of `statement.toml` ("threatened to seal it", "approved the law") as the act that it is."""
    verb = next(iter(scene.inside(fact.trigger)), None)
    doer = next(iter(grammar.doers(verb)), None) if verb is not None and grammar.verbal(verb) else None
    if verb is None or doer is None or fact.kind != "statement" or _open(verb):
        return fact
    carried = [c for c in islice(verb.children, CHILDREN) if c.dep_ in ("xcomp", "dobj", "ccomp")]
    rows = (r for r in _table().act if r.by == "authority" and grammar.lemma(verb) in r.cue)
    row = next((r for r in rows if _by(scene, r, doer) and any(_carries(r, c) for c in carried)), None)
    if row is None:
        return fact
    own = cued_at(others, fact.trigger.start)
    telling = _around(fact.trigger, others, but=own.id if own is not None else None)
    return replace(fact, kind=row.kind, pattern=f"{row.kind}/{row.id}", attribution=telling, stance=row.stance)


def _open(cue: Token) -> bool:
    """Whether it was not done, or is still to be: "would not agree to sell", "has yet to rule"."""
    helpers = {c.lower_ for c in islice(cue.children, CHILDREN) if c.dep_ == "aux"}
    return (
        not grammar.verbal(cue) or grammar.negated(cue) or future(cue) or bool(helpers & {"to", "could", "may", "might", "can"})
    )


def _fits(scene: Scene, one: Attribution, row: Act, cue: Token, speaker: Token) -> bool:
    inside = scene.among(one.cue)
    if grammar.lemma(cue) not in row.cue or one.quoted:
        return False
    near = {grammar.lemma(t) for t in (*inside, *islice(cue.children, CHILDREN))}
    if (row.beside and not row.beside & near) or (row.whom and not row.whom & near):
        return False
    return _by(scene, row, grammar.relative(speaker))


def _by(scene: Scene, row: Act, speaker: Token) -> bool:
    """Whether somebody of that standing acts."""
    who = [speaker, *islice(speaker.subtree, CHILDREN)]
    authority = any({grammar.lemma(t), t.lower_.rstrip(".")} & _table().authority for t in who)
    return authority or row.by == "anyone" or (row.by == "person" and scene.person(named(speaker)))


def _carries(row: Act, head: Token) -> bool:
    """Whether what is said is of the form that the row asks for."""
    if grammar.verbal(head):
        own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in islice(head.children, CHILDREN))
        return row.clause if own else bool(row.verbs & {ANY, grammar.lemma(head)})
    return bool(row.nouns & {ANY, grammar.lemma(head)})


def _other(scene: Scene, row: Act, cue: Token, head: Token) -> Token | None:
    """The other party: whom a request is put to, to whom something is sold, whose firm is bought."""
    if row.whom:
        return next((c for c in islice(cue.children, CHILDREN) if grammar.lemma(c) in row.whom), None)
    if row.kind != "contact":
        return None
    if row.clause and grammar.verbal(head):
        return next((t for t in grammar.surface(head) if scene.actor(t)), None)
    if row.needs:
        return next(
            (t for over in (cue, head) for way in row.other for t in grammar.complements(over, way) if scene.actor(t)), None
        )
    things = [c for v in (cue, head) for c in islice(v.children, CHILDREN) if c.dep_ == "dobj"]
    near = [t for over in (head, cue, *things) for way in row.other for t in grammar.complements(over, way)]
    owners = [c for t in things for c in islice(t.children, CHILDREN) if c.dep_ == "poss"]
    return next((t for t in (*near, *owners, *things) if scene.actor(t) and t.pos_ != "PRON"), None)


def _around(place: Span, others: Sequence[Attribution], *, but: str | None) -> str | None:
    """In whose words it is told that somebody acted: the innermost content that holds the place."""
    telling = innermost((one for one in others if one.id != but), place)
    return telling.id if telling is not None else None
