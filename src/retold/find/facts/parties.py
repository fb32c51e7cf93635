"""A party of a fact is a noun phrase: who acts must be someone, and who is named beats who is described.

"Its largest shareholder, the Vale trust" is the Vale trust; "the authority's director, Ana Brod" is Ana Brod. A party's
span is the phrase up to its head word, so that the mention that ends there is the same one; `described` adds what tells
an unnamed party apart ("someone close to the ministry").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from retold.find.clauses import apart
from retold.find.facts import grammar
from retold.find.facts.capitals import nobody, page
from retold.find.syntax import Parse
from retold.model import Kind, Mention, Party, Span
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

DASHES = frozenset({"-", "–", "—", "--"})
"""With white space after them they part what the parser may join ("it was plain - Ana Brod")."""

WORDS_BEFORE, WORDS_AFTER, SHORT = 9, 9, 4
_CUT = frozenset({"ORG", "GPE", "FAC", "PERSON", "NORP"})
_SEAT = re.compile(r"[A-Z]-[A-Z][a-z.]")
"""How the letter of a party with a seat begins."""


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the word lists of `words.toml`."""
    return frozenset(table("retold.find.facts", "words.toml")[name])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(table("retold.find.facts", "words.toml")["endings"])


@dataclass(frozen=True, slots=True, kw_only=True)
class FromReport:
    """What is known from the whole report: what kind of name a word belongs to, and which names are outlets'."""

    names: Mapping[str, Kind]
    outlets: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    """Last words of names that the report mentions only once."""


class Scene:
    """One passage with what other finders saw in it, by word."""

    def __init__(self, parse: Parse, mentions: Sequence[Mention], known: FromReport | None = None) -> None:
        self.parse = parse
        self.mentions = {m.head.start: m for m in mentions}
        self.names = known.names if known is not None else {}
        self.once = known.once if known is not None else frozenset[str]()
        self.outlets = known.outlets if known is not None else frozenset[str]()

    def mention(self, token: Token) -> Mention | None:
        """Return the mention that this word carries."""
        return self.mentions.get(self.parse.start + token.idx)

    def inside(self, span: Span) -> list[Token]:
        """Return the words that a span of the report's text touches; none where it begins in another passage."""
        found = self.parse.touched(span) if span.start >= self.parse.start else None
        return list(found) if found is not None else []

    def among(self, spans: Iterable[Span]) -> list[Token]:
        """Return the words of several spans, as of a cue or of what is said, in their order."""
        return [token for span in spans for token in self.inside(span)]

    def head(self, span: Span) -> Token | None:
        """Return the word that carries a span of the passage, or nothing where the span lies elsewhere."""
        found = self.parse.touched(span)
        return found.root if found is not None else None

    def actor(self, token: Token) -> bool:
        """Tell whether the word stands for a person, a body or a country."""
        if token.pos_ == "PRON":
            return token.lower_ in words("pronouns") and token.tag_ not in ("WP", "WDT")
        seen = None if page(token) else self.mention(token)
        if seen is not None and seen.form != "pronoun" and (seen.kind in ("person", "body") or seen.country is not None):
            return True
        if seen is not None and seen.kind == "place" and token.ent_type_ in ("GPE", "LOC", "FAC"):
            return False
        if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "LAW", "LANGUAGE", "EVENT"):
            return False
        if token.pos_ == "PROPN":
            return token.lower_ not in words("things") and not (seen is None and (page(token) or nobody(token)))
        return token.pos_ in ("NOUN", "NUM", "ADJ") and (self.noun(token) or self.known(token))

    def known(self, token: Token) -> bool:
        """Tell whether the word stands in a name elsewhere in the report, though here it was taken for a common noun."""
        return token.is_title and token.text in self.names

    def noun(self, token: Token) -> bool:
        """Tell whether a common noun names persons or a body."""
        base = grammar.lemma(token)
        if base in words("things"):
            return base == "number" and any(c.dep_ == "nummod" and c.i > token.i for c in token.children)  # "number two"
        if base == "between" and token.i > 1 and token.doc[token.i - 2].lower_ == "go":
            return True  # "a go-between" falls in three words
        return base in words("persons") or base in words("bodies") or (len(base) > 5 and base.endswith(_endings()))

    def person(self, token: Token) -> bool:
        """Tell whether the word stands for one person (who gets a row of their own when joined by "and")."""
        seen = self.mention(token)
        if seen is not None and seen.form != "pronoun":
            return seen.kind == "person" and not seen.plural
        if self.known(token):
            return self.names[token.text] == "person"
        if token.ent_type_:
            return token.ent_type_ == "PERSON"
        if token.pos_ == "PROPN":
            return token.tag_ == "NNP" and any(c.dep_ == "compound" for c in token.children)
        return token.tag_ == "NN" and grammar.lemma(token) in words("persons")

    def group(self, token: Token) -> bool:
        """Tell whether the word stands for several or for a body."""
        if token.pos_ == "PROPN":
            seen = self.mention(token)
            return token.tag_ == "NNPS" or (seen is not None and seen.kind == "body" and token.ent_type_ not in ("PERSON", ""))
        return token.tag_ == "NNS" or grammar.lemma(token) in words("bodies")

    def outlet(self, token: Token) -> bool:
        """Tell whether the word is the head of an outlet's name or stands for an audience."""
        if token.pos_ == "PROPN":
            own = [*(c for c in token.lefts if c.pos_ == "PROPN"), token]
            listed = " ".join(t.lower_ for t in own) in self.outlets or token.lower_ in self.outlets
            return listed or any(t.lower_ in words("media") for t in own)
        return grammar.lemma(token) in words("audience")

    def press(self, token: Token) -> bool:
        """Tell whether the word names somebody who listens for an outlet ("reporter Ana Brod", "Ana Brod of the Post")."""
        if token.pos_ != "PROPN":
            return False
        for child in token.children:
            if grammar.lemma(child) in words("press") or (child.dep_ == "poss" and child.pos_ == "PROPN" and self.outlet(child)):
                return True
        # The parser may hang "of the Post" on the verb.
        after = token.nbor() if token.i + 1 < len(token.doc) else token
        if after.lower_ in words("listening") and any(c.pos_ == "PROPN" and self.outlet(c) for c in after.children):
            return True
        return token.dep_ == "appos" and grammar.lemma(token.head) in words("press")


def whole(scene: Scene, token: Token) -> bool:
    """Tell whether a name stands for somebody as it is, and is no piece of a longer name, an address or a bracketed word."""
    if token.pos_ != "PROPN":
        return True
    seen = scene.mention(token)
    first, last = phrase(token)
    if _letter(first):
        return False
    piece = token.lower_ in words("pieces") and (first == token or any(t.text[0].isdigit() for t in token.doc[first.i : token.i]))
    if piece or any(mark in token.text for mark in "[](){}"):
        return False
    if seen is None and token.is_lower:
        return any(c.dep_ in ("det", "poss") for c in token.children)  # "the chargé d'affaires" is a description
    if seen is not None and not (seen.country is not None and token.ent_type_ == "ORG"):
        return True
    after = token.doc[last.i + 1] if last.i + 1 < len(token.doc) else None
    joined = first.i > 0 and first.nbor(-1).lower_ in ("and", "of", "for")
    if joined and first.ent_iob_ == "I" and first.ent_type_ in _CUT:
        return False
    if after is None or not last.whitespace_:
        return after is None or after.lower_ not in ("’", "'")
    goes_on = (after.pos_ == "PROPN" and after.is_alpha) or after.lower_ in ("and", "of", "for")
    return not (goes_on and after.ent_iob_ == "I" and after.ent_type_ in _CUT)


def _letter(token: Token) -> bool:
    """Whether a word begins the letter of a party with a seat after a name ("Ana Brod (H-Varn)")."""
    own = token.left_edge if token.pos_ == "PROPN" else token
    return own.i > 0 and own.nbor(-1).text == "(" and _SEAT.match(own.doc.text, own.idx) is not None


def named(token: Token) -> Token:
    """Return the name that stands in apposition to a description, else the word itself."""
    token = grammar.relative(token)
    if token.pos_ == "PROPN":
        return token
    for child in (c for c in token.children if c.dep_ == "appos" and c.i > token.i and not (apart(c) or _letter(c))):
        if child.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in child.subtree if c.i < child.i):
            return child
    if token.dep_ == "appos" and token.head.pos_ == "PROPN":
        return token.head
    if token.tag_ == "NN" and (name := _after_titles(token)) is not None:
        return name
    if token.dep_ in ("attr", "appos") and token.pos_ == "NOUN" and any(c.dep_ == "relcl" for c in token.children):
        return next(iter(grammar.surface(token.head)), token) if token.dep_ == "attr" else token.head
    return token


def _after_titles(token: Token) -> Token | None:
    """In "mill owner and suspected “fixer” Ana Brod" the name ends a row of bare titles, the first of which this is."""
    if (
        any(c.dep_ in ("det", "poss", "nummod") for c in token.children)
        or token.i + 1 >= len(token.doc)
        or token.doc[token.i + 1].lower_ != "and"
    ):
        return None
    for after in token.doc[token.i + 2 : token.i + WORDS_AFTER]:
        if after.pos_ == "PROPN":
            names = [t for t in (after, *after.ancestors) if t.pos_ == "PROPN"]
            return names[-1] if after.i > token.i + 2 else None
        if after.tag_ not in ("JJ", "NN", "VBN", "``", "''") and not after.is_punct:
            return None
    return None


def spread(scene: Scene, tokens: Iterable[Token]) -> list[Token]:
    """Return the parties that the heads stand for: persons joined by "and" one by one, bodies in one phrase as one."""
    found: list[Token] = []
    for token in tokens:
        joined = [named(t) for t in _included(scene, token) or grammar.coordinated(token)]
        persons = [scene.person(t) or t.pos_ == "PRON" for t in joined]
        apart = len(joined) > 1 and any(persons) and not any(scene.group(t) for t in joined)
        found += [t for t in (joined if apart else joined[:1]) if t not in found]
    return found


def _included(scene: Scene, token: Token) -> list[Token]:
    """In "officials including Ana Brod and Ivo Lenk" the ones named are the parties."""
    if token.pos_ != "NOUN":
        return []
    found = [t for word in ("including", "like") for t in grammar.complements(token, word)]
    names = [t for f in found for t in grammar.coordinated(f) if t.pos_ == "PROPN"]
    return names if names and all(scene.person(t) for t in names) else []


def phrase(token: Token) -> tuple[Token, Token]:
    """Return the first and last token of the noun phrase up to its head word."""
    first = token
    for child in token.lefts:
        if (
            child.dep_ in ("det", "compound", "amod", "nummod", "poss", "nmod", "quantmod", "predet")
            and token.i - child.left_edge.i <= WORDS_BEFORE
        ):
            first = min(first, child.left_edge, key=lambda t: t.i)
            break
    past = token.dep_ == token.head.dep_ == "compound" and first.lower_ in words("ended")  # "former House Speaker Ana Brod"
    if (past or first.lower_ in ("neither", "both", "either")) and first != token:
        first = first.nbor()
    dash = max((t.i for t in token.doc[first.i : token.i] if t.text in DASHES and t.whitespace_), default=None)
    if dash is not None:
        first = token.doc[dash + 1]
    last = next((c for c in token.children if c.dep_ == "nummod" and c.i == token.i + 1), token)  # "number two"
    if token.pos_ == "PROPN":
        last = _of_name(token)
    elif token.i + 2 < len(token.doc) and token.doc[token.i + 1].text == "-":
        end = min(token.i + 4, len(token.doc) - 1)
        last = token.doc[end] if token.doc[end].head in (token, token.doc[token.i + 2]) else token
    return first, last


def _of_name(token: Token) -> Token:
    if token.ent_type_ == "PERSON":
        return token  # "Gov. Ana Brod of Varn" is not Varn
    for child in token.rights:
        if child.dep_ == "prep" and child.i == token.i + 1 and child.lower_ == "of":
            names = [g for g in child.children if g.dep_ == "pobj" and g.pos_ == "PROPN"]
            return names[0] if names and names[0].i - token.i < 6 else token
    return token


def party(scene: Scene, token: Token) -> Party:
    """Return the party that a word stands for, with the words that describe it and their place."""
    first, last = phrase(token)
    seen = scene.mention(token)
    if seen is not None and seen.form == "name" and seen.kind == "body" and (rest := scene.inside(seen.span)):
        last = max(last, rest[-1], key=lambda t: t.i)  # "Workers for Varn" is no phrase up to its head
    end = last if token.pos_ in ("PROPN", "PRON") and token.lower_ not in ("someone", "somebody", "those") else _tail(token, last)
    described = " ".join(token.doc[first.i : end.i + 1].text.split())
    return Party(described=described, span=scene.parse.between(first, last), kind=seen.kind if seen else None)


def _tail(token: Token, last: Token) -> Token:
    for child in token.rights:
        if child.lower_ == "as":
            break  # "identified by the guild as smugglers": what others are called
        if child.lower_ == "including" and child.right_edge.i - last.i <= WORDS_AFTER:
            return child.right_edge
        inner = child.dep_ == "prep" and any(c.dep_ == "pcomp" for c in child.children)
        clause = child.dep_ == "acl" and any(c.dep_ in ("dobj", "oprd") for c in child.children)
        near = child.i <= last.i + 1 and child.right_edge.i - last.i <= WORDS_AFTER
        if child.dep_ in ("prep", "amod", "acl") and near and not inner and not clause:
            first = next((c for c in child.rights if c.dep_ in ("prep", "agent")), None) if child.dep_ == "acl" else None
            return first.right_edge if first is not None and first.right_edge.i - first.i < SHORT else child.right_edge
    return last


def anyone(text: str, span: Span) -> Party:
    """Return a party from bare words (the source of an attribution)."""
    return Party(described=" ".join(text[span.start : span.end].split()), span=span)
