"""What is told of somebody's mind, of what he may yet say or of what his deeds show is the report's, and no words of his.

A row of small tests, each of which knows one way in which nobody spoke; their words stand in `unspoken.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from retold.find.clauses import CHILDREN
from retold.find.facts import grammar
from retold.find.facts.parties import Scene, named, words
from retold.model import Attribution
from retold.tables import typed

if TYPE_CHECKING:
    from spacy.tokens import Token


FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
"""Tags of verbs that make a clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unspoken:
    """The lists of `unspoken.toml`."""

    questioners: frozenset[str]
    pending: frozenset[str]
    pending_by: frozenset[str]
    minds: frozenset[str]
    shows: frozenset[str]
    signs: frozenset[str]
    clausal: frozenset[str]
    thought: frozenset[str]
    likening: frozenset[str]
    raising: frozenset[str]
    raised: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """An attribution with the words that carry its cue, its source and its content."""

    scene: Scene
    one: Attribution
    cue: Token
    speaker: Token
    head: Token

    @property
    def name(self) -> str:
        return grammar.lemma(self.cue)

    @property
    def helpers(self) -> set[str]:
        near = [c for t in (self.cue, self.cue.head) if grammar.verbal(t) for c in islice(t.children, CHILDREN)]
        going = {self.cue.head.lower_} if self.cue.dep_ in ("xcomp", "conj") else set()
        return {c.lower_ for c in near if c.dep_ == "aux"} | going

    @property
    def clause(self) -> bool:
        """Whether what is said has a subject of its own."""
        own = ("nsubj", "nsubjpass", "expl", "csubj")
        return grammar.verbal(self.head) and any(c.dep_ in own for c in islice(self.head.children, CHILDREN))


def unspoken(scene: Scene, one: Attribution, head: Token) -> bool:
    """Tell whether an attribution, whose content is carried by `head`, only tells of somebody, in no words of his."""
    cue, speaker = scene.head(one.cue[0]) if one.cue else None, scene.head(one.source[0])
    if speaker is not None and speaker.lower_ in _lists().questioners and len(scene.inside(one.source[0])) == 1:
        return True  # "Q: Did they help you?" is what the interviewer asks
    if cue is None or speaker is None or one.quoted or one.stance == "declined":
        return False
    case = _Case(scene=scene, one=one, cue=cue, speaker=speaker, head=head)
    return any(test(case) for test in TESTS)


@cache
def _lists() -> Unspoken:
    return typed(Unspoken, "retold.find.facts", "unspoken.toml")


def _pending(case: _Case) -> bool:
    """ "the court is going to explain why", "voters will determine if"."""
    return case.name in _lists().pending and bool(case.helpers & _lists().pending_by)


def _minds(case: _Case) -> bool:
    """ "a gift that he knew would cheer her": what is known is not said; "did not know that" is told by who did not."""
    will = case.helpers & _lists().pending_by
    return case.name in _lists().minds and grammar.verbal(case.cue) and not grammar.negated(case.cue) and not will


def _shows(case: _Case) -> bool:
    """ "Varn showed that a fair can be quiet": a deed shows it."""
    noun = named(case.speaker)
    text = grammar.lemma(noun) in words("documents") or case.scene.outlet(noun)
    someone = case.scene.actor(noun) and (noun.pos_ == "PROPN" or grammar.lemma(noun) in words("bodies"))
    return case.name in _lists().shows and not text and someone and case.clause


def _means(case: _Case) -> bool:
    """ "stopped work on the mill, signalling a hard year"."""
    beside = case.cue.tag_ == "VBG" and case.cue.dep_ == "advcl" and case.cue.head.i < case.cue.i
    return beside and case.name in _lists().signs and not case.clause


def _cut_off(case: _Case) -> bool:
    """ "Brod said one of the two men": what was said of them stands elsewhere."""
    noun = case.head.pos_ in ("NOUN", "PROPN") and case.name in _lists().clausal and case.cue.i < case.head.i
    governed = any(c.dep_ == "ccomp" for c in islice(case.cue.children, CHILDREN))
    told = case.head.dep_ in ("dobj", "npadvmod", "nsubj", "ccomp", "dep")
    said = case.scene.among(case.one.content)
    return noun and told and not governed and not any(t.tag_ in FINITE and not _beside(t, case.head) for t in said)


def _beside(verb: Token, noun: Token) -> bool:
    """Whether a verb stands in a clause that only tells more of the noun."""
    over = takewhile(lambda t: t != noun, (verb, *islice(verb.ancestors, CHILDREN)))
    return any(t.dep_ in ("relcl", "acl") for t in over)


def _thought_of(case: _Case) -> bool:
    """ "a court thought to be weeks from a ruling": others think it of the court."""
    of_it = case.cue.tag_ == "VBN" and case.cue.dep_ == "acl" and case.cue.head in (case.speaker, named(case.speaker))
    return of_it and case.name in _lists().thought and not any(c.dep_ == "agent" for c in case.cue.children)


def _likened(case: _Case) -> bool:
    """ "reads more like a tale"."""
    return case.name in _lists().likening and bool(grammar.complements(case.cue, "like"))


def _raises(case: _Case) -> bool:
    """ "the flood posed questions about": others ask."""
    thing = case.speaker.pos_ == "NOUN" and not case.scene.actor(named(case.speaker))
    near = {grammar.lemma(t) for t in case.scene.among(case.one.cue)} | {grammar.lemma(case.head)}
    return thing and bool(near & _lists().raising) and bool(near & _lists().raised)


def _calls_itself(case: _Case) -> bool:
    """ "a town that calls itself the capital of bread"."""
    return case.name == "call" and any(
        t.lower_ in ("itself", "themselves") for s in case.one.content for t in case.scene.inside(s)[:1]
    )


def _put_to(case: _Case) -> bool:
    """ "has not been asked of tenants"."""
    of = case.speaker.dep_ == "pobj" and case.speaker.head.lower_ == "of" and case.speaker.head.head == case.cue
    return of and case.name == "ask" and grammar.passive(case.cue)


TESTS = (_pending, _minds, _shows, _means, _cut_off, _thought_of, _likened, _raises, _calls_itself, _put_to)
