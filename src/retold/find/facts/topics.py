"""What is said is about somebody: whom its main clause names, not who is named beside it.

A name that only tells when, where or beside what something is so is no matter of what is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.parties import Scene, named, party, whole, words
from retold.find.facts.sources import SIGN
from retold.model import Attribution, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

TIMED = frozenset({"until", "till", "since", "before", "after", "during", "by"})

GIVEN = 3
"""Words after a title within which a person's name ends."""

DEEPEST, ASIDE, NICKNAME = 12, 12, 3
"""Words over a word, words before it, and words to the quotation marks around a nickname, that are looked at."""


def about(scene: Scene, one: Attribution) -> Party | None:
    """Return the first whom what is said names, but its source; where it names nobody, who is described, or a pronoun.

    What somebody says of "him" in their own words is about him, and not about those who are named beside him.
    """
    spoken = {t for t in (scene.head(s) for s in one.source) if t is not None}
    words_said = scene.among(one.content)
    inside = [t for t in words_said if t.dep_ != "compound" and t not in spoken and scene.actor(t)]
    inside = [t for t in inside if t.dep_ not in ("amod", "nmod") or scene.mention(t) is not None]
    inside = [t for t in inside if t.lower_ not in words("called_upon") and not _nickname(t) and not _listed(t, one, scene)]
    inside = [t for t in inside if whole(scene, t) and not _aside(t) and not _likened(t) and t.ent_type_ != "WORK_OF_ART"]
    said = {t.i for t in words_said}
    inside = [t for t in inside if not (_addressed(t) or _cut_off(t, said) or _names_another(scene, t) or _only_tells(scene, t))]
    main = [t for t in inside if not _deep(t, said)]
    pronoun = [t for t in main if t.pos_ == "PRON" and t.lower_ in words("others")]
    first = [t for t in inside if t.dep_ in ("nsubj", "nsubjpass")]
    name = _by_name(scene)
    for among, choice in ((main, name), (inside, name), (main, _described), (first, _described), (pronoun, bool)):
        token = next((t for t in among if choice(t) and not _setting(scene, t)), None)
        if token is not None:
            return party(scene, named(_himself(token, words_said) or token))
    return None


def concerned(scene: Scene, token: Token | None) -> Token | None:
    """Return whom words about a party, or about a thing, concern: of a thing ("the firm's bid", "her plan", "the raid on Oster")
    whose it is; nobody where it is nobody's ("welcomed the move")."""
    if token is None or scene.actor(token) or scene.mention(token) is not None or token.pos_ == "PROPN":
        return token
    whose = [c for c in token.children if c.dep_ == "poss"]
    behind = [t for word in ("of", "by", "from") for t in grammar.complements(token, word)]
    before = [c for c in token.children if c.dep_ in ("compound", "nmod") and scene.mention(c) is not None]
    return next((named(t) for t in (*whose, *behind, *before) if scene.actor(t)), None)


def _himself(token: Token, words_said: Sequence[Token]) -> Token | None:
    """Return the "he" or "she" of whom the clause is in which somebody is named, where all is in quotation marks."""
    if words_said[0].text not in words("marks"):
        return None
    said = {t.i for t in words_said}
    above = [t for t in (token, *islice(token.ancestors, DEEPEST)) if t.i in said]
    subjects = (c for t in above for c in t.children if c.dep_ in ("nsubj", "nsubjpass") and c.i in said)
    return next((c for c in subjects if c.lower_ in words("somebody") and c.i < token.i and c not in above), None)


def _nickname(token: Token) -> bool:
    """Whether a name is only what somebody is called: 'called her "Lady Herring"'; a word alone in quotation marks."""
    doc = token.doc
    before = [t.i for t in doc[max(token.sent.start, token.i - NICKNAME) : token.i] if t.is_quote]
    after = [t.i for t in doc[token.i + 1 : min(token.sent.end, token.i + 1 + NICKNAME)] if t.is_quote]
    return bool(before and after) and not any(t.pos_ in ("VERB", "AUX") for t in doc[before[-1] : after[0]])


def _listed(token: Token, one: Attribution, scene: Scene) -> bool:
    """Whether a name stands in a relative clause that tells who is meant ("towns, which include Oster", "a town that ...")."""
    said = {t.i for t in scene.among(one.content)}
    above = [t for t in islice((token, *token.ancestors), DEEPEST) if t.i in said and t.head.i in said]
    within = [t for t in above if t.dep_ == "relcl"]
    loose = [t for t in within if any(c.lower_ in ("a", "an") for c in t.head.children)]
    opening = [(c.lower_, t) for t in within for c in t.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any(word in ("which", "who") or (word == "that" and t in loose) for word, t in opening)


def _likened(token: Token) -> bool:
    """Whether somebody is only what another is likened to: "no worse than Vale", "like Vale", "a second Vale"."""
    first = token.head if token.dep_ == "conj" else token
    top = first.head if first.dep_ in ("pobj", "nsubj") else first
    likened = top.dep_ == "prep" and top.lower_ in words("likening")
    likened |= top.dep_ == "prep" and top.head.dep_ == "pobj" and top.head.lower_ in words("contrasting")
    return likened or (token.dep_ == "attr" and token.pos_ == "PROPN" and any(c.dep_ in ("det", "amod") for c in token.children))


def _addressed(token: Token) -> bool:
    """Whether a word only calls on somebody or tells how ("Mr. Mayor, will you"), or is a sign of party and town ("L-Oster")."""
    return token.dep_ in ("advmod", "npadvmod") or SIGN.match(token.text) is not None


def _cut_off(token: Token, said: set[int]) -> bool:
    """Whether a name begins what stands after the words that are said."""
    return token.head.i > token.i and token.head.i not in said and token.dep_ in ("nsubj", "nsubjpass", "compound", "poss")


def _names_another(scene: Scene, token: Token) -> bool:
    """Whether somebody only calls another something ("what Vale called lies") or passes it on ("the Post reports that")."""
    verb = token.head
    if token.dep_ != "nsubj" or not grammar.verbal(verb):
        return False
    called = grammar.lemma(verb) in words("naming") and any(c.lower_ == "what" and c.i < token.i for c in verb.children)
    passes = scene.outlet(token) and any(c.dep_ == "ccomp" for c in verb.children)
    return called or (passes and grammar.lemma(verb) in words("speaking"))


def _only_tells(scene: Scene, token: Token) -> bool:
    """Whether somebody only tells which thing is meant ("the fund, run by Vale"), or of what side a named person is."""
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return token.head.head.dep_ == "acl"
    if token.dep_ not in ("nmod", "compound") or token.head.i <= token.i + 1:
        return False
    above = token.head
    while above.dep_ == "compound" and above.head.i > above.i:  # "an LP nominee Ivo Lenk"
        above = above.head
    titled = above.pos_ == "NOUN" and above.i + 1 < len(above.doc) and above.nbor().pos_ == "PROPN"
    between = token.doc[token.i + 1 : above.i + GIVEN if titled else above.i]
    return above.pos_ == "PROPN" or any((m := scene.mention(t)) is not None and m.kind == "person" for t in between)


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
    if _companion(top):
        return True
    if top.dep_ != "pobj" or scene.person(top):
        return False
    return top.head.lower_ in words("settings")


def _companion(token: Token) -> bool:
    """Whether somebody is only with whom an occasion was: "during the debate with Vale"."""
    if token.dep_ != "pobj" or token.head.lower_ != "with" or token.head.head.dep_ != "pobj":
        return False
    return token.head.head.head.lower_ in TIMED


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
    return any(
        (c.dep_ == "poss" and c.lower_ != "your") or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these"))
        for c in token.children
    )
