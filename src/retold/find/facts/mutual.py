"""Two who deal with each other may be told in one phrase: "Vale and Brod met", "talks between them", "the two sides met"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.described import name_after
from retold.find.facts.parties import named, words
from retold.find.facts.patterns import Row
from retold.find.facts.places import carrier

if TYPE_CHECKING:
    from spacy.tokens import Token


def both_ways(row: Row, trigger: Token, subject: list[Token], obj: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return both parties: of two who are told together the first is the subject, the other the object.

    Who does something to a thing together does not deal with each other ("Vale and Brod are negotiating a loan").
    """
    things = [c for c in trigger.rights if c.dep_ == "dobj"] if grammar.verbal(trigger) else []
    if not obj and subject and all(grammar.lemma(t) in row.complement for t in things):
        pair = [named(t) for t in grammar.coordinated(subject[0])]
        if len(pair) == 2:
            return pair[:1], pair[1:]
    between = grammar.complements(trigger, "between")
    if between and not (subject and obj):
        pair = [by_name(t) for t in grammar.coordinated(between[0])]
        if len(pair) > 1:
            return pair[:1], pair[1:]
    return subject, obj


def by_name(token: Token) -> Token:
    """Return the name of whom a word describes, else the word itself."""
    found = named(token)
    called = found == token and grammar.lemma(token) in words("persons")
    return next(iter(name_after(token)), found) if called else found


def together(trigger: Token, row: Row, subject: list[Token], obj: list[Token]) -> bool:
    """Tell whether several did it among themselves: "the two sides met"."""
    verbal = grammar.verbal(trigger) and not grammar.undergoers(trigger)
    alone = row.mutual and not obj and (verbal or carrier(trigger, light=row.light) is not None)
    secret = any(t.lower_ == "condition" for t in trigger.subtree)  # "officials who spoke on condition of anonymity"
    return alone and not secret and any(t.tag_ == "NNS" and any(c.dep_ in ("det", "nummod") for c in t.children) for t in subject)
