"""Who says that somebody did wrong accuses: "said she lied", "alleges defamation by Vale", "led an effort to silence them".

What wrong is, is told by `attributions/misdeeds.py` for attributions and by the words beside it (`accused.toml`) for facts;
who is accused is the one who does it in the words themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from retold.find.attributions.vocabulary import lists
from retold.find.clauses import CHILDREN
from retold.find.facts import grammar
from retold.find.facts.parties import Scene, named, whole, words
from retold.find.polarity import negated
from retold.model import Attribution, Fact
from retold.tables import typed

if TYPE_CHECKING:
    from spacy.tokens import Token


NAMING = frozenset({"statement/call names"})
"""Rows by which somebody is called something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrongs:
    """The lists of `accused.toml`."""

    deeds: frozenset[str]
    aims: frozenset[str]
    harms: frozenset[str]
    schemes: frozenset[str]
    taking: frozenset[str]
    told: frozenset[str]
    telling: frozenset[str]
    slurs: frozenset[str]
    wrongdoers: frozenset[str]
    attacks: frozenset[str]
    breaches: frozenset[str]
    hurts: frozenset[str]
    matters: frozenset[str]
    faithless: frozenset[str]
    alone: frozenset[str]
    claiming: frozenset[str]
    meaning: frozenset[str]
    parts: frozenset[str]
    spreading: frozenset[str]
    having: frozenset[str]
    steering: frozenset[str]


@cache
def _lists() -> Wrongs:
    return typed(Wrongs, "retold.find.facts", "accused.toml")


def called_names(scene: Scene, fact: Fact) -> Fact:
    """Return what somebody is called as an accusation where that is a word for who does wrong ("called the guild thieves")."""
    if fact.pattern not in NAMING or fact.object is None:
        return fact
    doers = lists().alleged.doers | _lists().wrongdoers
    said = [t for t in scene.inside(fact.span) if t.lemma_.lower() in doers and t.dep_ not in ("compound", "pobj", "nmod")]
    return replace(fact, kind="allegation", pattern="allegation/called", stance="alleged") if said else fact


def accused_in(scene: Scene, one: Attribution, head: Token) -> Token | None:
    """Return the word for whom an attribution accuses, whose content is carried by `head`; None where it accuses nobody named."""
    if one.stance in ("denied", "declined", "planned", "asked", "unknown"):
        return None
    cues = {grammar.lemma(t) for t in scene.among(one.cue)}
    if not grammar.verbal(head):
        blamed = _on(scene, one) if "blame" in cues else []
        return _party(scene, one, blamed or _by(head)) if blamed or cues & _lists().told else None
    inner = next((c for c in islice(head.children, CHILDREN) if c.dep_ == "ccomp" and c.i > head.i), None)
    if inner is not None and (grammar.lemma(head) in words("saying") | _lists().telling or _so_it_is(head)):
        head = inner  # "said his book detailed how she was ..."
    if negated(head) or any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in islice(head.children, CHILDREN)):
        return None
    doers = _agents(head) if grammar.passive(head) else grammar.surface(head)
    claimed = bool(cues & _lists().claiming) and grammar.lemma(head) in _lists().aims
    return _party(scene, one, doers) if one.stance == "alleged" or claimed or _wrong(head) else None


def _so_it_is(head: Token) -> bool:
    """ "The truth is that ...": only the clause tells something."""
    return head.lemma_ == "be" and any(c.lemma_.lower() in _lists().matters for c in head.children if c.dep_ == "nsubj")


def _by(noun: Token) -> list[Token]:
    """Whose wrong a noun tells: "defamation by Vale", "Vale's negligence"."""
    # The parser may hang "by Vale" on the verb of accusing.
    after = noun.doc[noun.i + 1 : min(noun.i + 4, noun.sent.end)]
    doers = [g for t in after if t.lower_ == "by" for g in t.children if g.dep_ == "pobj"]
    return [*doers, *(c for c in noun.children if c.dep_ == "poss")]


def _on(scene: Scene, one: Attribution) -> list[Token]:
    """Whom something is blamed on ("blame the fire on the guild"): the last "on" before an actor."""
    inside = (g for t in scene.among(one.content) if t.lower_ == "on" for g in t.children if g.dep_ == "pobj")
    return [g for g in inside if scene.actor(named(g))][-1:]


def _agents(verb: Token) -> list[Token]:
    """Who did what is told in the passive, or whose doing did it: "caused by the negligent actions of Vale"."""
    doers = [g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
    return [t for d in doers for t in (d, *(c for c in d.children if c.dep_ == "poss"), *grammar.complements(d, "of"))]


def _party(scene: Scene, one: Attribution, among: list[Token]) -> Token | None:
    source = {t.i for t in scene.among(one.source)}
    for token in among:
        who = named(token)
        first = who.lower_ in words("first") | words("generic")
        if not first and who.i not in source and scene.actor(who) and whole(scene, who):
            return who
    return None


def _wrong(event: Token) -> bool:
    """Whether a clause tells a wrong: a deed that is one, harm that was caused, a part in an effort to do one, lies spread."""
    things = {c.lemma_.lower() for c in islice(event.children, CHILDREN) if c.dep_ in ("dobj", "nsubjpass", "attr")}
    name = grammar.lemma(event)
    if name == "cause" and things & _lists().harms:
        return True
    if (name in _lists().deeds and (things or grammar.passive(event))) or name in _lists().alone or _falsely(event):
        return True
    if _hurts(event, name) or (name == "have" and _conflicted(event)):
        return True
    if _attacks(event, name, things) or _in_breach(event, name):
        return True
    inner = [c for c in event.children if c.dep_ == "xcomp" and c.i > event.i]
    if name in _lists().meaning:
        return any(_wrong(c) or _slur(c) for c in inner)
    return _slur(event) or _takes_part(event) or _has_a_hand(event)


def _attacks(event: Token, name: str, things: set[str]) -> bool:
    """ "hackers targeted the registry", "smugglers are taking aim at the port": by the word for who does it, a wrong."""
    doers = {grammar.lemma(t) for t in grammar.surface(event)}
    return bool(doers & _lists().wrongdoers) and (name in _lists().attacks or (name == "take" and "aim" in things))


def _hurts(event: Token, name: str) -> bool:
    """ "squeezed the clerks", "attacked his wife": what is a wrong where it is done to people, and not to a plan."""
    if name not in _lists().hurts:
        return False
    hit = [c for c in islice(event.children, CHILDREN) if c.dep_ in ("dobj", "nsubjpass") and c.pos_ == "NOUN"]
    return any(grammar.lemma(c) in words("persons") | words("staff") for c in hit)


def _conflicted(event: Token) -> bool:
    """ "had a conflict of interest"."""
    things = [c for c in islice(event.children, CHILDREN) if c.dep_ == "dobj" and c.lower_ in ("conflict", "conflicts")]
    return any(t.lower_ in ("interest", "interests") for c in things for t in grammar.complements(c, "of"))


def _in_breach(event: Token, name: str) -> bool:
    """ "was in breach of the treaty", "was unfaithful to me"."""
    inside = (g for c in event.children if c.dep_ == "prep" and c.lower_ == "in" for g in c.children if g.dep_ == "pobj")
    wrong = any(c.dep_ == "acomp" and c.lower_ in _lists().faithless for c in event.children)
    return name == "be" and (wrong or any(g.lower_ in _lists().breaches for g in inside))


def _slur(verb: Token) -> bool:
    """ "spread rumours", "planted false stories"."""
    things = {c.lemma_.lower() for c in islice(verb.children, CHILDREN) if c.dep_ == "dobj"}
    return grammar.lemma(verb) in _lists().spreading and bool(things & _lists().slurs)


def _falsely(event: Token) -> bool:
    """ "testified falsely"."""
    return any(c.lower_ in lists().alleged.manner for c in islice(event.children, CHILDREN) if c.dep_ == "advmod")


def _has_a_hand(event: Token) -> bool:
    """ "played a part in rigging it", "had a hand in hiding it"."""
    part = (c for c in islice(event.children, CHILDREN) if c.dep_ == "dobj" and c.lower_ in _lists().parts)
    deeds = (g for c in (*part, event) for p in c.children if p.lower_ == "in" for g in p.children if g.dep_ == "pcomp")
    names = {grammar.lemma(g) for g in deeds}
    wrong = _lists().deeds | _lists().aims | _lists().steering
    return grammar.lemma(event) in _lists().having and bool(names & wrong)


def _takes_part(event: Token) -> bool:
    """ "was part of the effort to discredit them", "led a campaign to silence them"."""
    if grammar.lemma(event) not in _lists().taking:
        return False
    for noun in (t for t in islice(event.subtree, CHILDREN) if t.i > event.i and t.lemma_.lower() in _lists().schemes):
        aims = [c for c in noun.children if c.dep_ in ("acl", "relcl", "xcomp")]
        if any(grammar.lemma(a) in _lists().deeds | _lists().aims for a in aims):
            return True
    return False
