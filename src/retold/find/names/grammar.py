"""What a mention does in its sentence: its part, the verb over it, the mention that it repeats, the one that owns it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.model import Grammar
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTS: dict[str, Grammar] = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubjpass": "passive subject",
    "dobj": "object",
    "obj": "object",
    "dative": "object",
    "pobj": "object",
    "iobj": "object",
    "poss": "possessive",
    "appos": "apposition",
}
HIGHEST = 40
"""Steps up a tree before it is taken for broken."""


def part(token: Token) -> Grammar:
    """Return the grammatical part of a mention from its root token; conjoined mentions share the first one's part."""
    for _ in range(HIGHEST):
        if token.dep_ != "conj":
            break
        token = token.head
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return "agent"
    if token.dep_ == "pobj" and token.head.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        return "other"
    if token.dep_ == "attr" and any(c.dep_ == "expl" for c in token.head.children):
        return "subject"  # "Then there is Doe": of whom is told from here on
    return PARTS.get(token.dep_, "other")


def verb(token: Token) -> Token | None:
    """Return the verb that governs a token, None in a piece without one."""
    for _ in range(HIGHEST):
        if token.head is token or token.head == token:
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def repeated(token: Token) -> Token | None:
    """Return the root of the mention that this one is in apposition to, or the predicate of."""
    if token.dep_ == "appos":
        return token.head
    if predicate(token):
        over = token.head.head if token.dep_ == "pobj" else token.head
        return next((c for c in over.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return None


def named_so(name: Token) -> Token | None:
    """Return the noun that a name is given to: "a firm called Doe", "the director, Jane Doe"."""
    if name.dep_ == "appos":
        return name.head
    called = name.dep_ == "oprd" and name.head.dep_ == "acl"
    return name.head.head if called and name.head.lower_ in table("retold.find.names", "names.toml")["calling"] else None


def predicate(token: Token) -> bool:
    """Whether a noun only says what somebody is: "Doe is the minister", "is seen as the heir", "was named chief"."""
    if token.dep_ == "pobj" and token.head.lower_ == "as":
        return True
    return token.dep_ in ("attr", "oprd")


def owner(token: Token) -> Token | None:
    """Return the root of what owns or qualifies a noun: "Doe" in "Doe's aide", "an aide of Doe", "the Doe cabinet"."""
    for child in token.children:
        if child.dep_ in ("poss", "compound", "nmod") and child.pos_ in ("PROPN", "PRON", "NOUN", "DET"):
            return child
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "to", "at", "with"):
            return next((c for c in child.children if c.dep_ in ("pobj", "poss")), None)
    return None
