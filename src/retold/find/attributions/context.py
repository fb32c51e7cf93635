"""What stands around a cue word and makes it more or less likely that it attributes.

A listed verb in an infinitive ("to announce"), under a modal ("would say") or with "you" as its subject is more often
narration or advice than somebody's word. Each circumstance has a weight in `cues.toml`: log-odds that are added to the
share of the word's frame, fitted on PolNeAR's training articles.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from retold.find.attributions.drafts import Draft
from retold.find.clauses import is_verb
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

IMPERSONAL = frozenset({"raising", "passive", "phrase", "colon", "noun clause", "noun infinitive", "noun preposition", "silence"})
"""Frames in which a missing source says nothing."""

PLACES = {"ROOT": "main clause", "ccomp": "under another verb", "xcomp": "complement", "acl": "on a noun", "relcl": "on a noun"}


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("retold.find.attributions", "cues.toml")["context_words"][key])


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = table("retold.find.attributions", "cues.toml")["context"]
    return found


def adjusted(share: float, draft: Draft) -> float:
    """Return the share of a frame, corrected by what stands around the cue: 0 to 1."""
    share = min(max(share, 0.01), 0.99)
    odds = math.log(share / (1 - share)) + sum(_weights().get(name, 0.0) for name in circumstances(draft))
    return 1 / (1 + math.exp(-odds))


def circumstances(draft: Draft) -> Iterator[str]:
    """Yield the names of the circumstances of a cue, as `cues.toml` lists them."""
    if draft.kind == "silence":
        return
    yield "always"
    yield from _about_source(draft)
    head = draft.head
    if is_verb(head):
        yield from _about_verb(head)
    if draft.quotations:
        yield "quotation"
    if draft.content[0].start < draft.cue[0] and draft.kind == "clause":
        yield "content first"
    if head.doc[head.sent.end - 1].text == "?":
        yield "question"


def _about_source(draft: Draft) -> Iterator[str]:
    if draft.source is None:
        if draft.kind not in IMPERSONAL:
            yield "no source"
        return
    first = draft.head.doc[draft.source.start]
    single = draft.source.end - draft.source.start == 1
    if single and first.lower_ in _words("speaking"):
        yield "I, we, you"
    elif single and first.lower_ in _words("empty"):
        yield "it, that"
    elif single and first.lower_ in _words("relative"):
        yield "who, which"
    elif any(draft.head.doc[i].pos_ == "PROPN" for i in range(draft.source.start, draft.source.end)):
        yield "named source"


def _about_verb(verb: Token) -> Iterator[str]:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & _words("modal"):
        yield "modal"
    if "to" in auxiliaries:
        yield "infinitive"
    if any(child.dep_ == "neg" for child in verb.children):
        yield "negated"
    if any(child.dep_ == "mark" and child.lower_ in _words("condition") for child in verb.children):
        yield "condition"
    yield PLACES.get(verb.dep_, "elsewhere")
    yield f"form {verb.tag_}"
