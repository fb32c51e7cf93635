"""The detail of an act is its words with what completes them: what was sent, hidden or sought, what it was about, what was said.

The word that tells an act says too little alone ("sent", "concealed", "told"): the thing it is done with belongs to it ("sent a
letter"), what a message goes on to say ("wrote to the court, asking for a delay"), and what somebody is told in the words
before or after ("'It is over,' she told the clerks").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from retold.find.facts import circumstances, grammar
from retold.find.facts.found import Found
from retold.find.facts.parties import Scene, named, phrase, words
from retold.find.facts.readable import PAIRS
from retold.find.facts.tails import cut
from retold.find.facts.told_by import cued_at
from retold.model import Attribution, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST = 40
"""Words of a thing, or of what a message says."""

LONGEST = 400
"""Code points of a detail."""

RANKED = frozenset({"prep", "advmod", "dobj", "attr", "oprd", "acomp"})

Piece = tuple["Token", "Token"]


def thing(scene: Scene, found: Found) -> Piece | None:
    """Return the first and last word of what an act is done with and that is no party ("sent [a letter]"); None where none is."""
    if found.row.kind not in ("contact", "measure", "allegation", "control") or found.row.detail is not None:
        return None
    verb = found.trigger
    if found.row.sort != "act" or not grammar.verbal(verb):
        return None
    if found.row.about and not found.object and (things := grammar.undergoers(verb)):
        return phrase(things[0])[0], things[0].right_edge
    for child in verb.rights:
        if child.dep_ == "dobj" and child.tag_ not in ("WP", "WDT", "PRP") and not _party(scene, found, child):
            return child.left_edge, cut(child.left_edge, child.doc[min(child.right_edge.i, child.left_edge.i + MOST)])
    return None


def _party(scene: Scene, found: Found, noun: Token) -> bool:
    """Whether a noun stands for one of the parties, or for somebody at all; envoys and delegations are sent."""
    sides = (*found.object, *found.subject)
    told = {noun, named(noun), *grammar.coordinated(noun)} & set(sides)
    return bool(told) or (scene.actor(noun) and grammar.lemma(noun) not in found.row.complement)


def goes_on(found: Found) -> Piece | None:
    """Return the first and last word of what a message says, told by a participle: "wrote to them, [asking for a delay]"."""
    if found.row.kind != "contact" or not grammar.verbal(found.trigger):
        return None
    for child in found.trigger.rights:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and grammar.lemma(child) in words("messages"):
            return child.left_edge, cut(child.left_edge, child.doc[min(child.right_edge.i, child.left_edge.i + MOST)])
    return None


def said(scene: Scene, found: Found, attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """Return the places of what somebody is told, where its cue is the act itself ("'It is over,' she told the clerks")."""
    if found.row.kind != "contact" or not grammar.verbal(found.trigger) or found.row.detail is not None:
        return ()
    by = cued_at((a for a in attributions if a.source), scene.parse.span(found.trigger).start)
    content = by.content if by is not None else ()
    told = [scene.parse.span(t).start for t in found.object]
    return content if not any(s.start <= place < s.end for s in content for place in told) else ()


def detail(found: Found, pieces: Sequence[Piece | None], more: str | None) -> str:
    """Return the words of an act or a post, at most `LONGEST` code points: pieces of its sentence, then more that is told."""
    told = [_own(found)] if found.row.detail is None else []
    for first, last in sorted((p for p in pieces if p is not None), key=lambda p: p[0].i):
        if told and told[-1][0].i <= first.i <= told[-1][1].i:
            told[-1] = (told[-1][0], max(told[-1][1], last, key=lambda t: t.i))
        else:
            told.append((first, last))
    said_so = [first.doc[first.i - _quoted(first, last) : last.i + 1].text for first, last in told]
    if found.row.detail is not None:
        said_so.insert(0, found.row.detail)
    elif found.carrier is not None and found.carrier.i < found.trigger.i:
        said_so.insert(0, _carried(found.carrier, found.trigger))
    if more and more.strip(" ,") not in said_so[-1]:
        said_so.append(more.strip(" ,"))
    return " ".join(" ".join(said_so).split())[:LONGEST].rstrip(" ,;")


def _quoted(first: Token, last: Token) -> bool:
    """Whether the mark before a first word opens what is closed before the last."""
    mark = first.nbor(-1).text if first.i else ""
    return mark in PAIRS and any(t.text == PAIRS[mark] for t in first.doc[first.i : last.i + 1])


def _carried(verb: Token, noun: Token) -> str:
    """The verb that carries a noun, with the preposition between them: "is in [touch]"."""
    between = noun.head if noun.dep_ == "pobj" and verb.i < noun.head.i < noun.i else None
    return f"{verb.text} {between.text}" if between is not None and between.lower_ != "of" else verb.text


def _own(found: Found) -> Piece:
    if found.row.sort == "post":
        return circumstances.title(found.trigger)
    if found.row.kind == "rank":
        after = [c.right_edge for c in found.trigger.rights if c.dep_ in RANKED]  # "comes second in power to Vale"
        return found.trigger, max((found.trigger, *after), key=lambda t: t.i)
    first, last = _particles(found.trigger) if grammar.verbal(found.trigger) else phrase(found.trigger)
    return (first.nbor(), last) if first.tag_ == "WP$" and first != last else (first, last)


def _particles(verb: Token) -> Piece:
    """The verb with the particle that makes it what it is: "stepped down"."""
    particle = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    own = particle.dep_ == "prt" or particle.lower_ in ("down", "aside")
    return verb, particle if own and particle.head == verb else verb
