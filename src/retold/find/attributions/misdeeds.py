"""Whether a content says that somebody did a particular wrong: "he lied", "she is a crook", "they hid the letters".

Mere blame ("is unfit", "turned his back on us") is none. What makes an act a wrong is the verb (lie, bribe), its object
(hid the records, committed fraud), what it was done in (engaged in smuggling) or its manner (illegally moved).
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from retold.find.attributions.contents import Told, subject_of
from retold.find.attributions.vocabulary import lists
from retold.find.clauses import CHILDREN, is_verb, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


BESIDE = 2
"""Words that a word of manner may stand from its verb: the parser hangs adverbs of what follows on it too."""


def misdeed(clause: Told) -> bool:
    """Return whether the event of a clause is that somebody else did something wrong, and did it."""
    event = clause.event
    subject = subject_of(event)
    if not is_verb(event) or (subject is not None and subject.lower_ in lists().planned.first):
        return False
    near = list(islice(event.children, CHILDREN))
    if any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in near):
        return False
    manner = any(c.dep_ == "advmod" and abs(c.i - event.i) <= BESIDE and c.lower_ in lists().alleged.manner for c in near)
    return manner or _wrong(event, near) or _taken_part(event, near)


def _wrong(event: Token, near: list[Token]) -> bool:
    things = [c for c in near if c.dep_ in ("dobj", "attr", "acomp", "oprd", "nsubjpass")]
    objects = {c.lemma_.lower() for c in things}
    name = lemma(event)
    if name in lists().alleged.causing:
        inner = [c for c in near if c.dep_ in ("ccomp", "xcomp") and c.i > event.i]
        return any(lemma(c) in lists().alleged.deeds for c in inner)
    if name in lists().alleged.committing:
        return not objects.isdisjoint(lists().alleged.committed)
    if name in lists().alleged.being:
        beside = {f"{c.doc[c.i - 1].lower_} {c.lower_}" for c in things if c.i} | objects
        return not beside.isdisjoint(lists().alleged.doers)
    if name in lists().alleged.hiding and not objects.isdisjoint(lists().alleged.hidden):
        return True
    return name in lists().alleged.deeds or any(f"{name} {o}" in lists().alleged.law for o in objects)


def _taken_part(event: Token, near: list[Token]) -> bool:
    """ "engaged in smuggling", "took part in a fraud"."""
    if lemma(event) not in lists().alleged.partaking:
        return False
    inside = (p for c in near for p in (c, *islice(c.children, CHILDREN)) if p.dep_ == "prep" and p.lower_ in ("in", "to"))
    done = (g for p in inside for g in islice(p.children, CHILDREN) if g.dep_ in ("pobj", "pcomp"))
    return any(lemma(g) in lists().alleged.committed | lists().alleged.deeds for g in done)
