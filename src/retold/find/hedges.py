"""How sure a statement is made to sound, and the words that do it.

A hedge belongs to the event it stands over: an auxiliary ("may have met"), an adverb or adjective at its side
("reportedly", "alleged"), or a predicate above it ("is believed to have met", "the possibility of removing"). The
levels are those of FactBank (Saurí & Pustejovsky 2009); the weakest word decides. The vocabularies are `hedges.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from retold.find.clauses import CHILDREN, governors, is_passive, is_verb, lemma, predicate
from retold.model import Certainty, Span
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

LEVELS: tuple[Certainty, ...] = ("possible", "probable")
"""Weakest first."""

MOST = 6
"""Hedges that are kept for one event; more is a parse gone wrong."""


@cache
def _words(level: str, key: str) -> frozenset[str]:
    return frozenset(table("retold.find", "hedges.toml")[level].get(key, ()))


def certainty_of(token: Token, parse: Parse) -> tuple[Certainty, tuple[Span, ...]]:
    """Return how certain the event of a verb or noun is made out to be, and the spans (report offsets) of its hedges.

    The weakest hedge decides. Without a parse it is certain, with no hedges.
    """
    if not parse.parsed:
        return "certain", ()
    found = dict(islice(_hedges(predicate(token)), MOST))
    if not found:
        return "certain", ()
    level = next(level for level in LEVELS if level in found.values())
    return level, tuple(sorted(parse.span(word) for word in found))


def cue_certainty(cue: Token, kind: str, parse: Parse) -> tuple[Certainty, tuple[Span, ...]]:
    """Return how certain a cue alone leaves its content ("believes", "suggests", "is widely seen as"), and its hedges."""
    part = "verbs" if is_verb(cue) else "nouns" if cue.pos_ == "NOUN" else "adjectives"
    name = lemma(cue)
    passive = kind in ("raising", "passive", "passive with agent") or is_passive(cue)
    if part == "verbs" and name in _words("probable", "passive_only") and not passive:
        return "certain", ()
    helpers = [child for child in cue.children if child.lower_ in _words("helpers", "adverbs") and child.i < cue.i]
    for level in LEVELS:
        if name in _words(level, part) or name in _words("cues", level):
            return level, tuple(sorted(parse.span(token) for token in (*helpers, cue)))
    return "certain", ()


def _hedges(event: Token) -> Iterator[tuple[Token, Certainty]]:
    yield from _beside(event)
    for governor, relation, below in governors(event):
        if relation in ("nsubj", "dobj", "pobj", "attr") and is_verb(governor):
            # "talks could resume", "a meeting is likely": what hedges the verb around a noun hedges the noun's event.
            yield from _beside(governor)
            return
        if level := _over(governor, below):
            yield governor, level
        if is_verb(governor):
            yield from _beside(governor)
        if relation in ("ccomp", "advcl", "relcl") and not is_passive(governor):
            return


def _beside(event: Token) -> Iterator[tuple[Token, Certainty]]:
    """Auxiliaries, adverbs and adjectives that hang on the event itself."""
    near = list(islice(event.children, CHILDREN))
    negative = any(child.dep_ == "neg" for child in near)
    for child in near:
        for level in LEVELS:
            if _hedge(child, level, negative=negative):
                yield child, level


def _hedge(child: Token, level: str, *, negative: bool) -> bool:
    if child.dep_ == "aux":
        # "could not find" tells a fact; "could find" does not.
        return child.lower_ in _words(level, "auxiliaries") and not (negative and child.lower_ == "could")
    if child.dep_ in ("advmod", "npadvmod"):
        return _adverb(child, level)
    return child.dep_ in ("amod", "acomp", "acl", "nmod") and child.lower_ in _words(level, "adjectives")


def _adverb(child: Token, level: str) -> bool:
    if child.lower_ not in _words(level, "adverbs"):
        return False
    helper = child.lower_ in _words("helpers", "adverbs")
    return not helper or lemma(child.head) in _words("probable", "verbs") | _words("possible", "verbs")


def _over(governor: Token, below: Token) -> Certainty | None:
    """The level that a governing predicate gives to what hangs under it."""
    kind = "verbs" if is_verb(governor) else "adjectives" if governor.pos_ == "ADJ" else "nouns"
    if kind == "nouns" and governor.pos_ != "NOUN":
        return None
    name = lemma(governor)
    for level in LEVELS:
        if name in _words(level, kind) or (kind == "adjectives" and governor.lower_ in _words(level, kind)):
            if kind == "verbs" and name in _words("probable", "passive_only") and not is_passive(governor):
                return None
            return level if below.dep_ != "advcl" else None
    return None
