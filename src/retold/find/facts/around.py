"""Who does an act may stand elsewhere in the sentence than beside its word.

"At a breakfast with the guild, Vale said" tells that Vale was there; "200 clerks of the bank were dismissed" that the bank did
it; and a headline needs no verb: "Morland in secret talks with Orvand".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.parties import Scene, words

if TYPE_CHECKING:
    from spacy.tokens import Token

AT = frozenset({"at", "in", "during", "after", "before", "over", "following"})
"""Before a meeting they set what is told to when it was, or after."""

OF = ("of", "at", "from", "for", "by")
"""Before a body they tell whose staff somebody is."""

WHOM = frozenset({"him", "her", "them"})

LONGEST = 60
"""Words of a sentence that are looked at."""

SHARED = 25
"""Words of a share ("40 percent of the bank's common stock") that are looked at."""


def headlined(noun: Token) -> list[Token]:
    """Return the name before "in talks" where no verb stands between: "Morland in secret talks with Orvand"."""
    before = noun.head.head
    bare = noun.dep_ == "pobj" and noun.head.lower_ == "in" and before.pos_ == "PROPN" and before.i == noun.head.i - 1
    return [before] if bare and not any(c.dep_ in ("det", "poss") for c in noun.children) else []


def partaker(noun: Token) -> list[Token]:
    """Return who says or does something at or after a meeting with somebody: "in a call with Brod, Vale said".

    Where "his", "her" or a name stands before the meeting, that tells whose it is.
    """
    preposition = noun.head
    set_so = noun.dep_ == "pobj" and preposition.dep_ == "prep" and preposition.lower_ in AT
    if not set_so or not grammar.verbal(preposition.head) or any(c.dep_ == "poss" for c in noun.children):
        return []
    partners = grammar.complements(noun, "with")
    singular = any(c.lower_ in ("a", "an", "another") for c in noun.children) or noun.tag_ == "NNS"
    found = [] if grammar.passive(preposition.head) else grammar.surface(preposition.head)
    return [t for t in found if partners and singular and t not in partners and (t.pos_ == "PROPN" or t.lower_ in words("third"))]


def employer(scene: Scene, verb: Token) -> list[Token]:
    """Return the body whose staff is dismissed: told with them, or else the one body of the sentence before them."""
    if not grammar.verbal(verb) or not grammar.passive(verb):
        return []
    staff = [t for t in grammar.undergoers(verb) if grammar.lemma(t) in words("staff")]
    for noun in staff[:1]:
        near = [t for place in OF for t in grammar.complements(noun, place)] + [c for c in noun.children if c.dep_ == "poss"]
        own = [t for t in near if _body(scene, t)]
        start = max(noun.sent.start, noun.i - LONGEST)
        return own or _alone([t for t in noun.doc[start : noun.i] if _body(scene, t) and not any(t == c for c in noun.subtree)])
    return []


def _alone(bodies: list[Token]) -> list[Token]:
    """The body, where only one is told of."""
    return bodies[-1:] if len({grammar.lemma(t) for t in bodies}) == 1 else []


def _body(scene: Scene, token: Token) -> bool:
    seen = scene.mention(token)
    if token.pos_ == "PROPN":
        return seen is not None and seen.kind == "body"
    the = any(c.dep_ == "poss" or c.lower_ == "the" for c in token.children)
    return token.pos_ == "NOUN" and the and grammar.lemma(token) in words("bodies")


def stake(scene: Scene, trigger: Token) -> list[Token]:
    """Return the body that a share is in: "owns 40 percent of Vale", "holds 200,000 Vale shares"."""
    for thing in grammar.undergoers(trigger):
        if grammar.lemma(thing) not in words("portions") and thing.pos_ != "NUM":
            continue
        inside = (t for t in list(thing.subtree)[:SHARED] if _of_share(t, thing) and scene.actor(t))
        if not scene.actor(thing) and (body := next(inside, None)) is not None:
            return [body]
    return []


def _of_share(token: Token, thing: Token) -> bool:
    whose = (
        token.dep_ in ("poss", "compound", "amod", "nmod")
        and token.pos_ == "PROPN"
        and grammar.lemma(token.head) in words("portions")
    )
    return whose or (token.i > thing.i and token.dep_ == "pobj")


def ranked(trigger: Token) -> list[Token]:
    """Return where somebody ranks as something: "ranks as MORLAND's second richest", "as the largest in MORLAND"."""
    named = grammar.complements(trigger, "as")
    whose = [c for t in named for c in t.children if c.dep_ == "poss"]
    return whose or [g for t in named for place in ("in", "of") for g in grammar.complements(t, place)]


def taken_up(scene: Scene, verb: Token, pronoun: Token) -> Token:
    """Return whom a pronoun takes up from the verb before: "called the clerks and asked THEM", "wrote to Vale, asking HER"."""
    before = verb.head
    if verb.dep_ not in ("conj", "advcl") or not grammar.verbal(before) or before.i > verb.i or pronoun.lower_ not in WHOM:
        return pronoun
    things = grammar.undergoers(before) if not grammar.passive(before) else []
    near = [*things, *(t for over in (before, *things) for place in ("to", "with") for t in grammar.complements(over, place))]
    several = pronoun.lower_ == "them"
    fit = [t for t in near if t.pos_ in ("NOUN", "PROPN") and t.i < pronoun.i and scene.actor(t) and scene.group(t) is several]
    return fit[-1] if fit else pronoun


def counted(token: Token) -> Token:
    """Return those who are many: in "a number of clerks" the clerks; else the token itself."""
    inside = grammar.complements(token, "of") if token.lemma_.lower() in words("counts") and token.pos_ == "NOUN" else []
    return inside[0] if inside and inside[0].tag_ in ("NNS", "NNPS") else token
