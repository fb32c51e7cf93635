"""What governs a word: the predicates above it, the words that negate it, the noun or verb that carries it.

A statement's standing is decided by the words over it ("denied meeting", "rejected the idea that he met", "plans to
meet", "talks will take place"), so every judgement of stance and certainty starts from this climb. It is bounded: a
sentence of a transcript may be thousands of words long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse
    from retold.model import Span

_DATELINE = re.compile(
    r"\s*[A-Z][A-Z .’'-]{2,40}(?:, [A-Z][\w. ]{1,25})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: ?\([^()\n]{1,40}\))? ?(?:--|—|–|-) ?"
)

STEPS = 12
"""How far up the tree a governor is looked for."""

CHILDREN = 64
"""Words hanging on one that are looked at: a list may hang by the thousand on its first word."""

AUXILIARIES = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "obj", "pobj", "nsubjpass", "attr", "dative", "oprd"})


class Governor(NamedTuple):
    """A word over another: `relation` is how the lower word hangs on it, `below` the word it hangs by."""

    token: Token
    relation: str
    below: Token


@cache
def _mended() -> dict[str, str]:
    forms: dict[str, str] = table("retold.find", "stance.toml")["lemmas"]
    return forms


def lemma(token: Token) -> str:
    """Return the dictionary form in lower case, with a particle after a space ("rule out")."""
    base = token.lemma_.lower() or token.lower_
    base = _mended().get(base, base)
    particle = next((child.lower_ for child in islice(token.children, CHILDREN) if child.dep_ == "prt"), None)
    return f"{base} {particle}" if particle else base


def dateline(text: str) -> int:
    """Return how many code points of a paragraph are its dateline ("VARN, Morland (Wire) - "), 0 where it has none."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def apart(appositive: Token) -> bool:
    """Return whether what the parser takes for an apposition begins another clause: no comma closes it before a verb.

    In "... the fugitive accused of fraud, Minister Ana Brod announced" the minister is not the fugitive.
    """
    before, after = appositive.left_edge.i - 1, appositive.right_edge.i + 1
    doc = appositive.doc
    if appositive.pos_ != "PROPN" or before < 0 or after >= len(doc) or doc[before].text != ",":
        return False
    if appositive.dep_ == "conj" and any(child.dep_ == "cc" for child in islice(appositive.head.children, CHILDREN)):
        return False
    first = appositive.head.left_edge.i
    opened = first > 0 and doc[first - 1].text in (",", "”", '"', "''", "’")
    return opened and is_verb(doc[after]) and doc[after].dep_ not in AUXILIARIES


def predicate(token: Token) -> Token:
    """Return the verb that carries an auxiliary or a copula's complement, else the token itself."""
    return token.head if token.dep_ in AUXILIARIES else token


def is_verb(token: Token) -> bool:
    """Return whether a token is a verb or auxiliary."""
    return token.pos_ in ("VERB", "AUX")


def is_passive(token: Token) -> bool:
    """Return whether a verb stands in the passive or as a bare participle of a noun ("officials accused of")."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children):
        return True
    return token.tag_ == "VBN" and not any(child.dep_ == "aux" and child.lemma_ == "have" for child in token.children)


def governors(token: Token) -> Iterator[Governor]:
    """Yield the words over a token, nearest first, as far as they bear on whether it happened; at most `STEPS`."""
    current = token
    for _ in range(STEPS):
        head = current.head
        if head == current or current.dep_ in ("parataxis", "appos", "relcl", "ROOT"):
            return
        if current.dep_ == "conj" and _has_subject(current):
            # A coordinated clause with a subject of its own shares what stands over the first, not the first's own frame.
            current = head
            continue
        yield Governor(head, current.dep_, current)
        current = head


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in islice(token.children, CHILDREN))


def holder(parse: Parse, span: Span) -> Token | None:
    """Return the verb or noun that the words of a span hang on, over prepositions and adverbs: what a time is the time of."""
    inside = parse.touched(span)
    if inside is None:
        return None
    for above in islice(inside.root.ancestors, STEPS):
        outside = above.i < inside.start or above.i >= inside.end
        if outside and above.dep_ not in ("prep", "advmod", "npadvmod", "pcomp") and above.pos_ not in ("ADP", "ADV", "SCONJ"):
            return above
    return None
