"""What is said is about somebody: whom its main clause names, not who is named beside it.

A name that only tells when, where or beside what something is so is no matter of what is said.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from retold.find.facts.parties import Scene, named, party, whole, words
from retold.model import Attribution, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

TIMED = frozenset({"until", "till", "since", "before", "after", "during", "by"})

DEEPEST, ASIDE = 12, 12
"""Words over a word, and words before it, that are looked at."""


def about(scene: Scene, one: Attribution) -> Party | None:
    """Return the first whom what is said names, but its source; where it names nobody, who is described, or a pronoun."""
    spoken = {t for t in (scene.head(s) for s in one.source) if t is not None}
    inside = [
        t for span in one.content for t in scene.inside(span) if t.dep_ != "compound" and t not in spoken and scene.actor(t)
    ]
    inside = [t for t in inside if t.dep_ not in ("amod", "nmod") or scene.mention(t) is not None]
    inside = [t for t in inside if whole(scene, t) and not _aside(t)]
    said = {t.i for span in one.content for t in scene.inside(span)}
    main = [t for t in inside if not _deep(t, said)]
    pronoun = [t for t in main if t.pos_ == "PRON" and t.lower_ in words("others")]
    first = [t for t in inside if t.dep_ in ("nsubj", "nsubjpass")]
    name = _by_name(scene)
    for among, choice in ((main, name), (inside, name), (main, _described), (first, _described), (pronoun, bool)):
        token = next((t for t in among if choice(t) and not _setting(scene, t)), None)
        if token is not None:
            return party(scene, named(token))
    return None


def _deep(token: Token, said: set[int]) -> bool:
    """Whether a word of what is `said` stands in a clause of it that only tells when or why ("when he was mayor")."""
    above = (t for t in islice((token, *token.ancestors), DEEPEST) if t.i in said and t.head.i in said)
    return any(t.dep_ == "advcl" for t in above)


def _aside(token: Token) -> bool:
    """Whether a word stands in brackets, beside what is said."""
    left = token.doc[max(token.sent.start, token.i - ASIDE) : token.i].text
    return left.rfind("(") > left.rfind(")")


def _setting(scene: Scene, token: Token) -> bool:
    """Whether a place or a body is only where or when something is so: "in the campaign", "at the ferry", "under Vale"."""
    top = token.head if token.dep_ == "compound" else token
    if top.dep_ != "pobj" or scene.person(top):
        return False
    return top.head.lower_ in words("settings")


def _by_name(scene: Scene) -> Callable[[Token], bool]:
    """A name; "until Easter" names nobody."""

    def choice(token: Token) -> bool:
        timed = token.dep_ == "pobj" and token.head.lower_ in TIMED and scene.mention(token) is None
        return token.pos_ == "PROPN" and not timed

    return choice


def _described(token: Token) -> bool:
    """A noun that points at somebody in particular: "the minister", "his doctor", not "men" or "a visitor"."""
    if token.pos_ != "NOUN":
        return False
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these")) for c in token.children)
