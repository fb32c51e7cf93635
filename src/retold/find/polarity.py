"""Whether a word's own clause negates it: not, never, "no officials met", "under no circumstances"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from retold.find.clauses import AUXILIARIES, SUBJECTS, lemma
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def words(section: str, key: str) -> frozenset[str]:
    """Return one list of `stance.toml` as a set."""
    return frozenset(table("retold.find", "stance.toml")[section].get(key, ()))


def negated(token: Token) -> bool:
    """Return whether a word's own clause negates it: not, never, "no officials met", "under no circumstances"."""
    fronted = (part for child in token.children if child.dep_ in AUXILIARIES for part in child.children)
    return any(_negates(child) for child in token.children) or any(_negates(part) for part in fronted)


def denies(event: Token) -> bool:
    """Return whether a negated clause rejects a deed or a charge, rather than telling how things are or will be.

    "never met him", "did not take it", "was not involved", "there were no talks" deny; "has not read the letter", "was not
    told" and "will not happen" only hold a negation.
    """
    children = list(event.children)
    if any(_phrase(child) in words("negation", "emphatic") for child in children):
        return True
    if any(child.dep_ == "expl" for child in children):
        things = [child for child in children if child.dep_ in ("attr", "dobj")]
        return negated(event) or any(g.lower_ == "no" for thing in things for g in thing.children)
    if not any(child.dep_ == "neg" for child in children) or any(child.dep_ == "auxpass" for child in children):
        return any(c.lower_ == "never" for c in children) and not _ahead(children)
    if any(child.lower_ == "never" for child in children):
        return not _ahead(children)
    if any(child.dep_ == "aux" and child.lower_ in ("did", "had") for child in children):
        return True
    beside = {child.lemma_.lower() for child in children if child.dep_ in ("acomp", "attr")}
    return event.lemma_ == "be" and bool(beside & words("negation", "pleas"))


def _ahead(children: list[Token]) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in words("planned", "auxiliaries") for child in children)


def _negates(child: Token) -> bool:
    if child.dep_ == "neg" or (child.lower_ in words("negation", "words") and child.dep_ in ("advmod", "preconj", "det", "cc")):
        pair = " ".join(token.lower_ for token in child.doc[child.i : child.i + 2])
        return pair not in words("negation", "not_negation") and child.dep_ != "cc"
    if child.dep_ == "det":
        return child.lower_ in words("negation", "determiners")
    if child.dep_ == "dobj" and lemma(child.head) == "have":
        return False  # "we have no secrets" tells how things are
    if child.dep_ in SUBJECTS | {"dobj", "attr", "agent"}:
        return child.lower_ in words("negation", "determiners") or any(
            word.dep_ == "det" and word.lower_ in words("negation", "determiners") for word in child.children
        )
    return _phrase(child) in words("negation", "phrases")


def _phrase(child: Token) -> str:
    """The (at most three) words of an adverbial as they stand, cut to the longest that the table knows."""
    if child.dep_ not in ("prep", "advmod", "npadvmod"):
        return ""
    run = [token.lower_ for token in child.doc[child.left_edge.i : child.left_edge.i + 3]]
    known = words("negation", "phrases")
    return next((text for size in (3, 2) if (text := " ".join(run[:size])) in known), "")
