"""An act's words may stand where nothing is done: as what anybody can do, what a rule would do, a sum, or what one does not own.

"A miller can run this town" tells of nobody's power, "the shares that it does not already own" of no control, "a one-time charge
of two million" of no charge that somebody has; "the rule punishes clerks" tells of no clerk who was punished, "would have never
proposed banning them" of no ban. Which words do so is `words.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.parties import words
from retold.find.facts.patterns import Row

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 4
"""Words over a verb that are looked at."""


def hollow(row: Row, trigger: Token) -> bool:
    """Tell whether the words of a row's act only speak of what anybody might do, or of no act of the kind at all."""
    if row.kind == "control":
        return _power_of_nobody(trigger)
    if row.kind == "measure":
        return _of_all_such(trigger) or _of_a_rule(trigger) or _only_spoken_of(trigger) or _pledged_by_nobody(trigger)
    if row.kind == "allegation":
        return _for_somebody_to(trigger) or _hard_to(trigger) or _why_such(row, trigger)
    return row.kind == "contact" and (_asked_what(trigger) or _told_so(trigger) or _between_all(trigger))


def _power_of_nobody(trigger: Token) -> bool:
    """Whether it is only possible, a sum, or what somebody does not own: "can run it", "the stake that it doesn't own"."""
    if grammar.verbal(trigger):
        able = any(c.dep_ == "aux" and c.lower_ in words("possible") for c in trigger.children)
        able = able or (grammar.lemma(trigger) == "dominate" and grammar.passive(trigger))  # "a craft dominated by old men"
        return able or (trigger.dep_ in ("relcl", "ccomp") and grammar.lemma(trigger) == "own" and grammar.negated(trigger))
    some = any(c.lower_ in ("a", "an") for c in trigger.children) or any(
        t.pos_ in ("NUM", "SYM") for t in grammar.complements(trigger, "of")
    )
    return grammar.lemma(trigger) == "charge" and some


def _of_all_such(verb: Token) -> bool:
    """Whether a rule or a plan is told of, not whom it hit: "punishes clerks", "to deport all migrants", by nobody named."""
    if not grammar.verbal(verb) or grammar.passive(verb):
        return False
    things = grammar.undergoers(verb)
    bare = [t for t in things if t.tag_ == "NNS" and all(_plain(c) for c in t.children)]
    doers = grammar.doers(verb)
    somebody = any(t.pos_ in ("PROPN", "PRON") or grammar.lemma(t) in words("bodies") | words("persons") for t in doers)
    return bool(bare) and len(bare) == len(things) and not somebody


def _of_a_rule(verb: Token) -> bool:
    """Whether a rule does it, to whomever it may concern ("an act that bars mills from selling"), or one says who can."""
    doers = grammar.doers(verb) if grammar.verbal(verb) and not grammar.passive(verb) else []
    can = any(c.dep_ == "aux" and c.lower_ in ("can", "ca") for c in verb.children)
    things = [t for t in doers if t.pos_ == "NOUN" and grammar.lemma(t) not in words("persons") | words("bodies")]
    role = bool(grammar.complements(verb, "as")) and bool(doers) and things == doers  # "the flood removed it as a rival"
    return can or role or (bool(doers) and all(t.lower_ in words("rules") for t in doers))


def _plain(child: Token) -> bool:
    """Whether a word beside a plural leaves open which of them: "all", "illegal", what follows it."""
    return child.i > child.head.i or child.lower_ in words("any") | {"all", "most", "many"}


def _only_spoken_of(verb: Token) -> bool:
    """Whether it is what something is about, or would have been: "never about punishing him", "would have proposed a ban"."""
    about = verb.dep_ == "pcomp" and verb.head.lower_ in ("about", "on", "toward", "towards")
    over = verb.head if verb.dep_ in ("xcomp", "ccomp") else verb.head.head if verb.dep_ == "pcomp" else verb
    helpers = {c.lower_ for c in over.children if c.dep_ == "aux"}
    return grammar.verbal(verb) and (about or (over != verb and "have" in helpers and bool(helpers & {"would", "'d", "’d"})))


def _pledged_by_nobody(verb: Token) -> bool:
    """Whether it is only called for ("called to ban them"), or promised by nobody told: "a liar who has pledged to ban them"."""
    over = verb.head
    if verb.dep_ != "xcomp" or not grammar.verbal(over):
        return False
    if grammar.lemma(over) == "call" and not grammar.passive(over):
        return True
    somebody = words("persons") | words("bodies")
    told = any(_named(t) or grammar.lemma(t) in somebody for t in grammar.surface(over))
    return grammar.lemma(over) in words("pledging") and not told


def _named(token: Token) -> bool:
    return token.pos_ == "PRON" or (token.pos_ == "PROPN" and not token.is_lower)


def _for_somebody_to(verb: Token) -> bool:
    """Whether a wrong is only defined or thought of: "it is a crime for a clerk to lie", "for others to plot with them"."""
    whose = any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children)
    return grammar.verbal(verb) and whose and any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _why_such(row: Row, noun: Token) -> bool:
    """Whether it is what a rule is against: "a rule that fines clerks for misconduct" accuses none."""
    return row.id == "reason" and noun.dep_ == "pobj" and _of_all_such(grammar.over(noun.head))


def _hard_to(verb: Token) -> bool:
    """Whether it is only told how it would be: "it is hard to blame him"."""
    near = (verb.head, *(c for c in verb.head.children if c.dep_ == "acomp" and c.i < verb.i))
    return verb.dep_ in ("xcomp", "ccomp", "advcl") and any(t.lower_ in words("judging") for t in near)


def _asked_what(verb: Token) -> bool:
    """Whether the words only take up what was asked: "they did what we asked them to do"."""
    inner = [c for c in verb.children if c.dep_ == "xcomp"]
    return any(g.lower_ == "what" and g.dep_ == "dobj" for t in (verb, *inner) for g in t.children)


def _told_so(verb: Token) -> bool:
    """Whether "it" is what is told: "as the guild tells it"."""
    return grammar.lemma(verb) == "tell" and any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.children)


def _between_all(trigger: Token) -> bool:
    """Whether people in general talk: "kept people from talking to them"."""
    doers = grammar.doers(trigger) if grammar.verbal(trigger) and trigger.dep_ == "pcomp" else []
    return any(t.lower_ == "people" and not any(c.dep_ in ("det", "poss", "amod") for c in t.children) for t in doers)
