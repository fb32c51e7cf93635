"""Whether a word's own clause negates it: not, never, "no officials met", "under no circumstances".

Here are also the wordings that leave a thing open without denying it, "neither confirm nor deny", "could not confirm",
"whether": an attribution and a fact under it read them alike.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from retold.find.clauses import AUXILIARIES, CHILDREN, SUBJECTS, is_verb, lemma
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
        if any(g.tag_ in ("JJR", "RBR") for thing in things for g in thing.children):
            return False  # "there is no one tougher" praises
        none = [g for thing in things for g in thing.children if g.lower_ == "no"]
        return any(turns(g) for g in none) or (not none and negated(event))
    if not any(child.dep_ == "neg" for child in children) or any(child.dep_ == "auxpass" for child in children):
        return any(c.lower_ == "never" for c in children) and not _ahead(children)
    if any(child.lower_ == "never" for child in children):
        return not _ahead(children)
    if any(child.dep_ == "aux" and child.lower_ in ("did", "had") for child in children):
        return not any(child.lower_ == "yet" for child in children)
    beside = {child.lemma_.lower() for child in children if child.dep_ in ("acomp", "attr")}
    return event.lemma_ == "be" and bool(beside & words("negation", "pleas"))


def _ahead(children: list[Token]) -> bool:
    """ "will never pay", "we should never confuse them": no deed is rejected."""
    helpers = {child.lower_ for child in children if child.dep_ == "aux"}
    return not helpers.isdisjoint(words("planned", "auxiliaries") | words("negation", "duty"))


def _negates(child: Token) -> bool:
    if child.lower_ == "n’t":
        return turns(child)  # the parser takes the one with a curly apostrophe for a number
    if child.dep_ == "neg" or (child.lower_ in words("negation", "words") and child.dep_ in ("advmod", "preconj", "det", "cc")):
        return turns(child) and child.dep_ != "cc"
    if child.dep_ == "det":
        return child.lower_ in words("negation", "determiners")
    if child.dep_ == "dobj" and lemma(child.head) == "have":
        return False  # "we have no secrets" tells how things are
    if child.dep_ in SUBJECTS | {"dobj", "attr", "agent"}:
        return child.lower_ in words("negation", "determiners") or any(
            word.dep_ == "det" and word.lower_ in words("negation", "determiners") for word in child.children
        )
    return _phrase(child) in words("negation", "phrases")


def turns(token: Token) -> bool:
    """Return whether a word of negation turns the statement round: not in "not only", "isn't just", "whether or not"."""
    if token.lower_ == "not" and token.i and token.doc[token.i - 1].lower_ == "or":
        return False
    pair = [t.lower_ for t in token.doc[token.i : token.i + 2]]
    return " ".join(("not" if pair[0] in ("n't", "n’t") else pair[0], *pair[1:])) not in words("negation", "not_negation")


def open_clause(clause: Token) -> bool:
    """Return whether a clause is an open question: introduced by whether, who, what ..."""
    return any(token.lower_ in words("unknown", "complementizers") for token in islice(clause.subtree, 3))


def neither(verb: Token) -> bool:
    """Return whether a verb stands in "neither confirmed nor denied": both are told, and nothing is said."""
    over = [verb.head] if verb.dep_ == "conj" else []
    verbs = [verb, *over, *(c for c in islice(verb.children, CHILDREN) if c.dep_ == "conj")]
    if not words("unknown", "neither") <= {lemma(each) for each in verbs}:
        return False
    around = {c.lower_ for each in verbs for c in islice(each.children, CHILDREN)}
    return not around.isdisjoint(words("negation", "words"))


def refused(verb: Token) -> bool:
    """Return whether a verb stands under a refusal: "declined to rule out", "stopped short of saying", "without saying"."""
    over = verb.head
    if verb.dep_ == "pcomp":
        short = f"{lemma(over.head)} {verb.doc[over.i - 1].lower_}" if over.i else ""
        return short in words("denied", "undone") or over.lower_ in words("negation", "prepositions")
    return verb.dep_ == "xcomp" and not {lemma(over), over.lower_}.isdisjoint(words("denied", "undone"))


def named(token: Token) -> frozenset[str]:
    """Return the dictionary forms that a word may have; in headlines and after a mark the parser takes verbs for names."""
    name, low = lemma(token), token.lower_
    found = {name} if " " in name else {name, low}
    if token.pos_ not in ("VERB", "AUX") and low == name and low.isalpha():
        found |= {low[: -len(ending)] for ending in ("s", "es", "d", "ed") if low.endswith(ending) and len(low) > len(ending) + 3}
    return frozenset(found)


def unable(verb: Token) -> bool:
    """Return whether a verb could not be done: "could not confirm", "was unable to confirm", "failed to verify"."""
    if negated(verb) and any(c.lower_ in words("unknown", "ability") for c in islice(verb.children, CHILDREN) if c.dep_ == "aux"):
        return True
    over = verb.head
    if verb.dep_ not in ("xcomp", "acl", "ccomp") or over == verb:
        return False
    return lemma(over) in words("unknown", "unable") or (over.lower_ == "able" and negated(over if is_verb(over) else over.head))


def _phrase(child: Token) -> str:
    """The (at most three) words of an adverbial as they stand, cut to the longest that the table knows."""
    if child.dep_ not in ("prep", "advmod", "npadvmod"):
        return ""
    run = [token.lower_ for token in child.doc[child.left_edge.i : child.left_edge.i + 3]]
    known = words("negation", "phrases")
    return next((text for size in (3, 2) if (text := " ".join(run[:size])) in known), "")
