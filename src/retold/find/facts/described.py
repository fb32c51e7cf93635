"""Whom a description is of: the name it stands before, behind or in front of, the subject it is said of.

"Finance director Ana Brod", "Ana Brod, the finance director", "the finance director, Ana Brod", "Ana Brod is finance
director", "named as finance director". An apposition is of the name it follows, whatever the parser hung it on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.parties import named, words
from retold.find.facts.patterns import index

if TYPE_CHECKING:
    from spacy.tokens import Token

LINKS = frozenset({"be", "become", "remain", "stay"})
"""Verbs that only say what somebody is."""

LONGEST = 5
"""Words of a name."""

REACH = 30
"""Words between a description and a name."""


def described(noun: Token) -> list[Token]:
    """Return the heads of whom a noun describes, or nothing where it stands for itself.

    What ends a quotation describes nobody outside it: '"One of our best members," Brod said' is not of Brod.
    """
    return [t for t in _described(noun) if t.i < noun.i or not _unquoted(noun, t)]


def _unquoted(noun: Token, name: Token) -> bool:
    """Whether a comma and a closing mark stand between a description and a name behind it."""
    between = noun.doc[noun.i + 1 : min(name.i, noun.i + REACH)]
    return any(t.is_quote and t.nbor(-1).text in (",", ".", "!", "?") for t in between)


def _described(noun: Token) -> list[Token]:
    inside = _inside(noun) or _next_of_kin(noun)
    if inside:
        return inside
    if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        # In "Vale and the justice Ana Brod" the title begins another party, not a second title of the first.
        definite = any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children)
        other = definite and noun.head.pos_ == "PROPN" and noun.head.dep_ not in ("compound", "pobj")
        if noun.head.pos_ == "PROPN" and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children):
            # "Vale and his wife": she is another, and not named unless a name follows.
            return [named(noun)] if named(noun) not in (noun, noun.head) else name_after(noun)
        if other:
            return [named(noun)] if named(noun) not in (noun, noun.head) else name_after(noun)
        return _fronted(noun) or _described(noun.head)
    if noun.dep_ == "compound" and noun.head.pos_ == "PROPN" and noun.i < noun.head.i:
        return [noun.head] if _adjacent(noun) else []
    names = [c for c in noun.children if c.dep_ == "appos" and c.i > noun.i and named(noun) != noun]
    if names:
        return [named(noun)]
    if noun.dep_ == "appos":
        return [_followed(noun)] if noun.i > noun.head.i or noun.head.pos_ == "PROPN" else []
    return name_after(noun) or predicated(noun) or _fronted(noun)


def _next_of_kin(noun: Token) -> list[Token]:
    """In "his wife, Heda, and his father, Rafe," the name behind the comma is the father's, whatever the parser says."""
    first, at = noun.left_edge.i, noun.i + 1
    own = first > 1 and noun.doc[first].tag_ == "PRP$" and noun.doc[first - 1].lower_ == "and" and noun.doc[first - 2].text == ","
    if not own or at + 1 >= len(noun.doc) or noun.doc[at].text != "," or noun.doc[at + 1].ent_type_ != "PERSON":
        return []
    name = at + 1
    while name + 1 < len(noun.doc) and noun.doc[name + 1].ent_type_ == "PERSON" and name - at < LONGEST:
        name += 1
    return [noun.doc[name]] if noun.doc[name].sent == noun.sent else []


def _followed(noun: Token) -> Token:
    """The name right before an apposition's comma: in "Lenk, who met Brod, the mayor" the parser may hang it on Lenk."""
    at, head = noun.left_edge.i - 1, noun.head
    if at < 1 or noun.doc[at].text not in (",", "(") or noun.doc[at - 1] == head:
        return head
    last = noun.doc[at - 1]
    listed = last.dep_ == "appos" and last.head == head
    name = (
        last.pos_ == "PROPN" and (last.ent_type_ == "PERSON" or listed) and last.sent == noun.sent and noun.tag_ in ("NN", "NNP")
    )
    of_head = last.dep_ == "pobj" and last.head.head == head
    new = any(c.lower_ in ("a", "an", "another") for c in noun.children)
    if new and last.dep_ == "pobj" and last.ent_type_ in ("GPE", "ORG", "NORP") and noun.lemma_.lower() in words("of_states"):
        return last  # "the minister of Morland, a member of the pact"
    return last if name and head.pos_ == "PROPN" and head.i < last.i and not of_head else head


def _inside(noun: Token) -> list[Token]:
    """In "ambassador for water matters Ana Brod" the name ends the title, though the parser hangs it on the matters."""
    if any(c.dep_ in ("det", "poss") for c in noun.children):
        return []
    near = [g for c in noun.rights if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj" and g.pos_ == "NOUN"]
    names = [a for g in near for a in g.rights if a.dep_ == "appos" and a.ent_type_ == "PERSON" and a.pos_ == "PROPN"]
    return [a for a in names if a.doc[a.left_edge.i - 1].pos_ == "NOUN" and grammar.lemma(a.head) not in words("persons")]


def name_after(noun: Token) -> list[Token]:
    """Return a name right after the noun, whatever the parser made of the two ("finance director Ana Brod", "chief of staff
    Ana Brod")."""
    after = noun.i + 1
    if after + 1 < len(noun.doc) and noun.doc[after].lower_ == "of" and noun.doc[after + 1].lower_ in words("portfolios"):
        after += 2
    if (
        after >= len(noun.doc)
        or noun.doc[after].pos_ != "PROPN"
        or noun.doc[after].lower_ in words("days")
        or noun.pos_ != "NOUN"
        or noun.dep_ == "poss"
    ):
        return []
    last = after
    while last + 1 < len(noun.doc) and noun.doc[last + 1].pos_ == "PROPN" and last - after < LONGEST:
        last += 1
    return [noun.doc[last]] if noun.doc[last].sent == noun.sent and noun.doc[last].dep_ != "poss" else []


def beyond(noun: Token) -> list[Token]:
    """In "the head of the bank, Ana Brod," the parser hangs the name on the bank."""
    inside = [g for c in noun.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    return [
        a
        for g in inside
        for a in g.children
        if a.dep_ == "appos" and a.pos_ == "PROPN" and noun.doc[a.left_edge.i - 1].text == ","
    ]


def _adjacent(noun: Token) -> bool:
    """Whether only parts of the name stand between a title and the name's head."""
    return all(t.pos_ in ("PROPN", "NOUN", "ADJ") for t in noun.doc[noun.i + 1 : noun.head.i])


def predicated(noun: Token) -> list[Token]:
    """Return the heads of whom it is said: "Vale and Brod ARE rivals", "was named AS head"."""
    head = noun.head
    if noun.dep_ == "attr" and grammar.lemma(head) in LINKS:
        return grammar.surface(head)
    if noun.dep_ == "oprd" and head.lower_ not in ("as",):
        return grammar.undergoers(head) if not _renamed(noun) else _renamed(noun)
    if noun.dep_ == "pobj" and head.lower_ == "as":
        verb = head.head
        if grammar.lemma(verb) == "refer":
            return grammar.complements(verb, "to")
        if not grammar.verbal(verb):
            return _as_of_noun(verb)
        if any(e.row.kind == "office" for e in index().get(("verb", grammar.lemma(verb)), ())):
            return []
        taken = grammar.undergoers(verb) if not grammar.passive(verb) and grammar.lemma(verb) not in words("following") else []
        other = any(t.pos_ == "PROPN" and t.ent_type_ == "PERSON" for t in taken)
        return grammar.undergoers(verb) if other or grammar.lemma(verb) in words("naming") else grammar.surface(verb)
    return []


def _renamed(noun: Token) -> list[Token]:
    """In "named Ana Brod interim head" the parser takes the name for a second title; the name is whom it is about."""
    names = [c for c in noun.head.children if c.dep_ in ("oprd", "dobj") and c.pos_ == "PROPN" and c.i < noun.i]
    return names[-1:]


def _as_of_noun(noun: Token) -> list[Token]:
    """ "the richest man in Varn as owner of the mill": the second description is of whom the first is."""
    return described(noun) if noun.pos_ == "NOUN" else [noun] if noun.pos_ == "PROPN" else []


def _fronted(noun: Token) -> list[Token]:
    """ "A former soldier, he ...": a description before the subject, set off by a comma, is of the subject."""
    top = noun
    for above in grammar.climb(noun):
        if grammar.verbal(above):
            break
        top = above
    verb = top.head
    if top.dep_ not in ("dep", "npadvmod", "nsubj", "nsubjpass", "advcl", "appos") or not grammar.verbal(verb):
        return []
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > top.right_edge.i]
    starts = top.left_edge.i == verb.sent.start
    return subjects[-1:] if starts and subjects and noun.doc[top.right_edge.i + 1].text == "," else []
