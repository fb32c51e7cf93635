"""Whether a word's own clause puts it in the future: "will meet", "a meeting to be held", "the imminent release".

What governs the clause ("plans to meet") is no matter of this file. The vocabularies are `stance.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.find.clauses import is_verb, lemma
from retold.find.polarity import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def ahead(token: Token) -> bool:
    """Return whether a word's own clause puts it in the future: will, "a meeting to be held", "the imminent release"."""
    if is_verb(token):
        return future(token)
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    return any(_lies_ahead(child) for child in token.children) or _after_pointer(token)


def future(verb: Token) -> bool:
    """Return whether a verb's own helpers put it in the future: "will meet", "is to meet", "would meet" under no condition."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if _scheduled(verb) or _awaited(verb):
        return True
    if any(child.lower_ in words("planned", "auxiliaries") for child in auxiliaries) and not _conditional(verb):
        return not any(child.lemma_ == "have" for child in auxiliaries)
    infinitive = any(child.lower_ == "to" for child in auxiliaries)
    # "Minister to meet envoy" (headlines), "the office is to close", "talks to be held in May".
    if infinitive and verb.dep_ in ("ROOT", "acl", "relcl") and not any(child.lemma_ == "have" for child in auxiliaries):
        return verb.dep_ != "acl" or verb.head.pos_ in ("NOUN", "PROPN")
    return infinitive and verb.dep_ == "xcomp" and verb.head.lemma_ == "be"


def _scheduled(verb: Token) -> bool:
    """ "are meeting next week", "meets them tomorrow": the present tells of a day to come."""
    helped = verb.tag_ == "VBG" and any(c.tag_ in ("VBZ", "VBP") and c.dep_ == "aux" for c in verb.children)
    present = helped or verb.tag_ in ("VBZ", "VBP")
    days = (c for c in verb.children if c.dep_ in ("npadvmod", "advmod"))
    return present and any(c.lower_ == "tomorrow" or any(g.lower_ == "next" for g in c.children) for c in days)


def _awaited(verb: Token) -> bool:
    """ "wait until I meet with them": what is waited for, told in the present, is to come."""
    here = verb.tag_ in ("VBZ", "VBP") and verb.dep_ == "advcl"
    return here and any(
        c.lower_ in ("until", "till", "after", "before") for c in verb.children if c.dep_ in ("mark", "advmod", "prep")
    )


def _conditional(verb: Token) -> bool:
    """ "would only meet with permission", "would close if": said of a case, not of what is to come."""
    would = any(child.lower_ in ("would", "'d", "’d") for child in verb.children)
    marks = (part.lower_ for child in verb.children for part in (child, *(child.children if child.dep_ == "advcl" else ())))
    return would and any(mark in words("planned", "conditional") for mark in marks)


def _lies_ahead(child: Token) -> bool:
    if child.dep_ in ("amod", "compound"):
        return child.lower_ in words("planned", "adjectives")
    if child.dep_ in ("acl", "relcl", "amod") and child.pos_ == "ADJ":
        return child.lower_ in words("planned", "adjectives")
    if child.dep_ in ("acl", "relcl"):
        return _own_planned_light(child)
    return False


def _own_planned_light(clause: Token) -> bool:
    """ "talks to be held", "a trial that will begin": the clause is about the noun's own taking place."""
    if lemma(clause) in words("planned", "giving") and clause.head.lemma_.lower() in words("planned", "given"):
        return future(clause)  # "a reward set at 2 million" is set
    if lemma(clause) in words("planned", "light"):
        return future(clause) or (clause.tag_ == "VBN" and lemma(clause) in words("planned", "verbs"))
    return clause.tag_ == "VBN" and lemma(clause) in words("planned", "verbs")


def _after_pointer(noun: Token) -> bool:
    before = [token.lower_ for token in noun.doc[max(0, noun.left_edge.i - 3) : noun.left_edge.i]]
    return any(" ".join(before[-size:]) in words("planned", "prepositions") for size in (1, 2, 3))
