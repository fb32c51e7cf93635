"""What a report says is not known is an open question: "it is unclear whether", "who paid is not known", "was not disclosed"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.circumstances import LONGEST
from retold.find.facts.parties import Scene
from retold.model import Fact, Span
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset({"ccomp", "csubj", "csubjpass", "advcl", "xcomp", "relcl", "nsubj", "nsubjpass", "acl"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("retold.find.facts", "unknown.toml")[name])


def unknowns(scene: Scene) -> Iterator[Fact]:
    """Yield the open questions of a passage."""
    for token in scene.parse.doc:
        if not _open(token):
            continue
        for clause in _questions(token):
            first, last = clause.left_edge, clause.right_edge
            if clause.i < token.i:
                last = min(last, token.doc[token.i - 1], key=lambda t: t.i)
            second = next((c for c in clause.children if c.dep_ == "conj" and _asks(c, own=True)), None)
            if second is not None:
                last = _before(second.left_edge, clause)
            if first.i < last.i and not _manner(
                token, first, last
            ):  # "what was not known was how ..." has its question elsewhere
                yield _fact(scene, token, first, last)


def _before(start: Token, clause: Token) -> Token:
    """The last word before the next question, without the comma and the "or"."""
    at = start.i - 1
    while at > clause.i and (clause.doc[at].is_punct or clause.doc[at].pos_ == "CCONJ"):
        at -= 1
    return clause.doc[at]


def _open(token: Token) -> bool:
    """Whether the word says that something is not known."""
    base, denied = grammar.lemma(token), _denied(token)
    if _anyone(token) or _keeps_silent(token):
        return False
    if token.pos_ in ("ADJ", "VERB", "AUX") and token.dep_ != "amod" and base in _words("unknown"):
        return not denied
    if token.pos_ == "NOUN" and token.dep_ == "attr" and base in _words("unknown_nouns"):
        return not denied
    return base in _words("known") and token.pos_ in ("ADJ", "VERB") and denied


def _anyone(token: Token) -> bool:
    """Whether "you", "I" or nobody at all does not know ("Don't know what to do?"): a manner of speaking."""
    if token.pos_ == "ADJ" and token.dep_ == "acomp":
        return any(c.dep_ == "nsubj" and c.lower_ in _words("anyone") for c in token.head.children)  # "I am not sure why"
    own = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")]
    if token.pos_ != "VERB" or (not own and token.dep_ in ("xcomp", "relcl", "conj", "acl")):
        return False
    bare = not own and token.tag_ == "VB"
    return bare or any(c.lower_ in _words("anyone") for c in own)


def _keeps_silent(token: Token) -> bool:
    """Whether somebody is not saying: "the mayor isn't saying if she paid" is their refusal, and no open question."""
    return token.lower_ == "saying" and any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in token.children)


def _denied(token: Token) -> bool:
    verb = token.head if token.dep_ in ("acomp", "attr", "oprd") else token
    if token.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ == "no" for c in token.children):
        return True  # "there is no question that"
    return grammar.negated(token) or grammar.negated(verb)


def _questions(token: Token) -> list[Token]:
    """The clauses that are asked: under the word, beside it under the copula, and those joined to them."""
    above = token.head if token.dep_ in ("acomp", "oprd", "attr") else token
    clauses = [c for t in {token, above} for c in t.children if c.dep_ in _CLAUSES and c != token and _asks(c)]
    joined = [g for c in clauses for g in c.children if g.dep_ == "conj" and _asks(g, own=True)]
    return sorted([*clauses, *joined], key=lambda t: t.i)[:4] or _subject(token, above)


def _subject(token: Token, above: Token) -> list[Token]:
    """ "The name of the envoy is not known": the thing itself is the question."""
    if grammar.lemma(token) not in _words("known_of_things") and grammar.lemma(token) not in _words("unknown"):
        return []
    if any(c.dep_ == "prep" and c.lower_ in ("for", "as", "to") for c in token.children):
        return []  # "not known for its comfort" asks nothing
    if token.pos_ == "VERB" and token == above and not grammar.passive(token):
        return []  # "clerks do not determine it" tells what they do not do
    subjects = [c for c in above.children if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ == "NOUN"]
    return subjects[:1]


def _asks(clause: Token, *, own: bool = False) -> bool:
    """Whether a clause opens with a question word."""
    opening = (
        [t for t in clause.subtree if t.i <= clause.left_edge.i + 2]
        if not own
        else [c for c in clause.children if c.i < clause.i]
    )
    return any(t.lower_ in _words("asking") for t in opening)


def _manner(token: Token, first: Token, last: Token) -> bool:
    """Whether nothing is left open: "did not know what he was talking about", "the charge went unanswered"."""
    if grammar.lemma(token) in _words("of_questions"):
        return not {t.lemma_.lower() for t in token.doc[first.i : last.i + 1]} & _words("questions")
    words = token.doc[first.i : last.i + 1].text.casefold()
    return " " not in words or any(words.endswith(m) for m in _words("manners"))


def _clause(token: Token) -> Token:
    """The first word of the predicate: "is not known", "could not be established"."""
    above = token.head if token.dep_ in ("acomp", "oprd", "attr") else token
    return min([above, *(c for c in above.children if c.dep_ in ("aux", "auxpass", "neg"))], key=lambda t: t.i)


def _fact(scene: Scene, token: Token, first: Token, last: Token) -> Fact:
    trigger = scene.parse.span(token)
    asked = scene.parse.between(first, last)
    verb = scene.parse.span(_clause(token))
    span = Span(min(trigger.start, asked.start, verb.start), max(trigger.end, asked.end))
    question = " ".join(token.doc[first.i : last.i + 1].text.split())
    if span.end - span.start > LONGEST:
        span = Span(asked.start, min(asked.end, asked.start + LONGEST))
    return Fact(id="", kind="unknown", span=span, trigger=trigger, pattern="unknown/open", detail=question, stance="unknown")
