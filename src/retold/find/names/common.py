"""Persons and bodies are also meant by common nouns and pronouns; these are their mentions.

A description is headed by a noun that denotes persons or bodies ("an aide of his", "the agency", "the President"). Its
span is the phrase without relative clauses. Pronouns give sex and number; who they mean is for `resolve`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from retold.find.names.grammar import owner, part, repeated, verb
from retold.find.names.tables import bodies, places, plain, titles
from retold.find.syntax import Parse
from retold.model import Kind, Mention, Sex, Span
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS: dict[str, tuple[Kind, Sex | None, bool]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "male", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "female", False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("person", None, True)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself", "you", "your", "yours", "yourself"), ("person", None, False)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("person", None, True)),
    **dict.fromkeys(("it", "its", "itself"), ("body", None, False)),
    **dict.fromkeys(("who", "whom", "whose"), ("person", None, False)),
}
LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "quantmod", "nmod", "advmod", "predet", "case", "punct"})
TELLING = frozenset({"the", "this", "that"})
"""Words by which a noun takes up what was named."""
LONGEST = 14
"""Tokens of a description; what is longer loses its tail."""


def pronouns(parse: Parse, sentence: dict[int, int], roots: dict[int, Span]) -> Iterator[Mention]:
    """Yield the pronouns of a passage; `roots` gives the mention that stands at a token, `sentence` a token's sentence."""
    for token in parse.doc:
        known = PRONOUNS.get(token.lower_)
        if known is None or not (token.pos_ in ("PRON", "DET") or token.tag_ in ("PRP", "PRP$", "WP")):
            continue
        if token.text == "US" or (token.lower_ == "it" and _empty(token)):
            continue
        kind, sex, plural = known
        over = verb(token)
        yield Mention(
            span=parse.span(token),
            head=parse.span(token),
            kind=kind,
            form="pronoun",
            sentence=sentence[token.sent.start],
            grammar=part(token),
            sex=sex,
            plural=plural,
            clause=parse.start + over.idx if over is not None else None,
            same=_antecedent(token, roots),
        )


def _empty(token: Token) -> bool:
    """Whether "it" stands for nothing ("it is unclear")."""
    weather = ("acomp", "ccomp", "oprd")
    return token.dep_ == "expl" or (token.head.lemma_ == "be" and any(c.dep_ in weather for c in token.head.children))


def _antecedent(token: Token, roots: dict[int, Span]) -> Span | None:
    """Return the mention that a relative pronoun takes up."""
    if token.tag_ not in ("WP", "WP$"):
        return None
    for up in token.ancestors:
        if up.dep_ == "relcl":
            return roots.get(up.head.i)
    return None


# ------------------------------------------------------------------------------ common nouns


def describes(token: Token) -> Kind | None:
    """Return what a noun stands for when it heads a phrase: person, body, or None for neither."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.dep_ in ("compound", "amod", "nmod"):
        return None
    if token.pos_ == "ADJ" and token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos"):
        return None
    lemma = plain(token.lemma_)
    if lemma in bodies().states:
        return "place" if token.tag_ == "NN" and any(c.lower_ in TELLING for c in token.children) else None
    if titles().describes(lemma):
        return "person"
    return "body" if lemma in bodies().nouns or (lemma in bodies().firms and _firm(token)) else None


def _firm(token: Token) -> bool:
    """Whether a noun that says other things too is a firm's: it says something, or stands beside a name."""
    says = table("retold.find.names", "names.toml")["speech"]
    if token.tag_ != "NN":
        return False
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in says and any(c.lower_ == "the" for c in token.children)
    named = token.dep_ == "appos" and token.head.pos_ == "PROPN"
    return speaks or named or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in token.children)


def descriptions(parse: Parse, sentence: dict[int, int], taken: set[int]) -> Iterator[tuple[Token, Mention]]:
    """Yield the descriptions of a passage with their heads; `taken` are the tokens of names and of their titles."""
    for token in parse.doc:
        if token.i in taken or (kind := _kind(token)) is None or (kind == "body" and _in_general(token)):
            continue
        over = verb(token)
        yield (
            token,
            Mention(
                span=_phrase(parse, token),
                head=parse.span(token),
                kind=kind,
                form="description",
                sentence=sentence[token.sent.start],
                grammar=part(token),
                sex=titles().sex.get(token.lemma_.lower()),
                plural=token.tag_ in ("NNS", "NNPS") or token.lower_ == "people",
                country=_country(token),
                clause=parse.start + over.idx if over is not None else None,
            ),
        )


def _in_general(token: Token) -> bool:
    """Whether a noun without article or owner speaks of a thing in general ("business in both countries")."""
    return token.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "nummod", "compound", "amod", "nmod") for c in token.children)


def _kind(token: Token) -> Kind | None:
    if not token.is_alpha and token.pos_ in ("PUNCT", "SPACE"):
        return None
    if (
        plain(token.text) in places().people
        and token.tag_ in ("NNS", "NNPS", "NNP")
        and token.dep_ not in ("compound", "amod", "nmod")
    ):
        return "person"
    if token.lower_ in ("someone", "somebody"):
        return "person"
    if token.dep_ == "nummod" or token.pos_ == "NUM":
        return "person" if _some_of_them(token) else None
    return describes(token)


def _some_of_them(token: Token) -> bool:
    """Whether a number stands for persons: "two of the people"."""
    of = next((c for c in token.children if c.lower_ == "of"), None)
    return of is not None and any(describes(c) == "person" for c in of.children)


def _phrase(parse: Parse, token: Token) -> Span:
    first = token
    for child in token.lefts:
        if child.dep_ in LEFT and child.left_edge.sent == token.sent:
            first = min(first, child.left_edge, key=lambda t: t.i)
    while first.is_punct or first.dep_ == "case":
        first = first.nbor()
    last = _tail(token)
    return parse.between(first, last if last.i - first.i < LONGEST else token)


def _tail(token: Token) -> Token:
    """Return the last token of the phrase: an "of" phrase, or what an unnamed person is close to or familiar with."""
    last = token
    for child in token.rights:
        fits = (child.dep_ == "prep" and child.lower_ in ("of", "at", "for", "to", "in", "with")) or child.dep_ == "amod"
        if not fits or child.i > last.i + 1:
            break
        edge = child.right_edge
        clause = next((t for t in child.subtree if t.dep_ in ("relcl", "appos", "punct") and t.i > child.i), None)
        last = clause.left_edge.nbor(-1) if clause is not None and clause.left_edge.i > child.i + 1 else edge
    while last.i > token.i and (last.is_punct or last.dep_ in ("case", "prep") or last.tag_ in ("WP", "WDT")):
        last = last.nbor(-1)
    return last


def _country(token: Token) -> str | None:
    for child in token.children:
        if child.dep_ in ("amod", "compound", "poss", "nmod"):
            word = plain(child.text)
            code = places().people.get(word) or places().country(word)
            if code:
                return code
    word = plain(token.text)
    return places().people.get(word)


def owned(token: Token, roots: dict[int, Span]) -> Span | None:
    """Return the mention that owns or qualifies a description."""
    over = owner(token)
    return roots.get(over.i) if over is not None else None


def identified(token: Token, roots: dict[int, Span]) -> Span | None:
    """Return the mention that a description is in apposition to, or the predicate of."""
    over = repeated(token)
    return roots.get(over.i) if over is not None else None
