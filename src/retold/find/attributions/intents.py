"""What a source means to do: a promise, a plan, an offer, or an act of its own side that it says is to come.

A prediction about others ("they will lose") is no intention; whose act it is shows in the subject: "I", "we", a pronoun or
a name that is the source again, or somebody of its side ("our campaign").
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from retold.find.attributions.cases import Case
from retold.find.attributions.contents import Told, subject_of
from retold.find.attributions.vocabulary import lists
from retold.find.clauses import CHILDREN, is_verb, lemma
from retold.find.future import ahead

if TYPE_CHECKING:
    from spacy.tokens import Token


def intended(mine: Case) -> bool:
    """Return whether cue or content says that the source, or its side, means to do something."""
    if mine.turned or mine.cue(lists().denied.cues):
        return False
    if _by_cue(mine) or _infinitive(mine) or _will(mine.head, mine) or _plan(mine):
        return True
    if mine.told is None or mine.infinitive or mine.cue(lists().planned.forecasting):
        return False
    if mine.told.wraps:
        # "I think I will sue": of one's own acts alone a belief is an intention.
        return lemma(mine.told.event) in lists().planned.acts and _future(mine.told.event) and of_itself(mine)
    return is_verb(mine.told.event) and _to_come(mine, mine.told)


def _to_come(mine: Case, told: Told) -> bool:
    """ "said he had agreed to meet", "said it would appeal": the content itself is what is meant to be done."""
    event, subject = told.event, subject_of(told.event)
    if lemma(event) in lists().planned.commissive and _led(event, mine):
        return True
    if (resolved := _resolved(event)) is not None:
        return resolved in lists().planned.foreseen or _same(subject, mine, told)
    thing = subject is not None and subject.lower_ in lists().planned.thing
    if not _future(event) or (thing and lemma(event) in lists().planned.no_act):
        return False
    if mine.cue(lists().planned.announcing) or of_itself(mine):
        return True
    return not mine.cue(lists().planned.foreseeing) and (_scheduled(event) or _foretold(told))


def _infinitive(mine: Case) -> bool:
    """ "wants to leave", "is considering leaving", "is expected to speak": the cue's act in the content's verb."""
    if mine.told is None:
        return False
    event = mine.told.main
    if mine.kind in ("raising", "passive"):
        return mine.cue(lists().planned.foreseen) and lemma(event) in lists().planned.acts
    if event.tag_ == "VBG" and mine.cue(lists().planned.gerund):
        return subject_of(event) is None or event.dep_ == "xcomp"
    own = all(c.dep_ not in ("nsubj", "nsubjpass") for c in islice(event.children, CHILDREN))
    return mine.infinitive and own and mine.told.raised is None and mine.cue(lists().planned.infinitive)


def _will(head: Token, mine: Case) -> bool:
    """ "will seek help", "would vote for her": the cue itself lies ahead."""
    helpers = {c.lower_ for c in islice(head.children, CHILDREN) if c.dep_ == "aux" and c not in mine.source}
    if not mine.source or lemma(head) in lists().planned.no_plan or "have" in helpers:
        return False
    would = not helpers.isdisjoint(lists().planned.would)
    return not helpers.isdisjoint(lists().planned.will) or (would and lemma(head) in lists().planned.acts)


def _plan(mine: Case) -> bool:
    """ "unveiled a plan to close the port": what is made known is an intention."""
    if mine.told is None or mine.clause or not mine.cue(lists().planned.making_known) or "as" in mine.names:
        return False
    owner = next((c for c in islice(mine.told.main.children, CHILDREN) if c.dep_ == "poss"), None)
    if owner is not None and not _is_source(owner, mine, mine.told):
        return False
    return lemma(mine.told.main) in lists().planned.nouns or ahead(mine.told.main)


def of_itself(mine: Case) -> bool:
    """Return whether the source says it of itself or of its own side: "I will", "said he would", "our campaign plans"."""
    subject = subject_of(mine.told.event) if mine.told is not None else None
    return mine.told is not None and subject is not None and subject.dep_ == "nsubj" and _same(subject, mine, mine.told)


def _foretold(told: Told) -> bool:
    """ "said the council would file the report": told as a matter of fact, of somebody who acts; no forecast of the source's."""
    subject = subject_of(told.event)
    if subject is None or subject.dep_ != "nsubj" or told.quoted:
        return False
    if lemma(told.event) in lists().planned.no_act:
        return False
    if subject.pos_ == "PROPN" or subject.lower_ in lists().planned.human | lists().planned.many:
        return True
    return lemma(subject) in lists().planned.side or lemma(subject).endswith(tuple(lists().planned.people))


def _scheduled(verb: Token) -> bool:
    """ "will meet the envoy", "will visit the port": an act that is announced, whoever announces it; no prediction."""
    near = list(islice(verb.children, CHILDREN))
    if any((c.dep_ == "nsubj" and c.lower_ == "you") or c.lower_ in lists().planned.would for c in near):
        return False
    return lemma(verb) in lists().planned.acts


def _by_cue(mine: Case) -> bool:
    if not mine.cue(lists().planned.cues):
        return False
    head = {lemma(mine.told.main)} if mine.told is not None else set()
    if not (head | mine.nouns).isdisjoint(lists().planned.remarks) and not mine.clause:
        return False
    # "swears that it is true", "guarantees that he lies": of a clause only what is to come is promised.
    return not mine.clause or (mine.told is not None and _ahead(mine.told.event))


def _led(verb: Token, mine: Case) -> bool:
    """Whether a verb of intention governs an act ("agreed to meet"), or a thing that the source itself means ("plans a trip")."""
    near = [c for c in islice(verb.children, CHILDREN) if c.i > verb.i]
    return any(c.dep_ == "xcomp" for c in near) or (of_itself(mine) and any(c.dep_ == "dobj" for c in near))


def _resolved(verb: Token) -> str | None:
    """The word of "wants to", "is ready to", "is going to", "is considering leaving": with an infinitive, of the subject."""
    near = list(islice(verb.children, CHILDREN))
    for word in (verb, *(c for c in near if c.dep_ in ("acomp", "oprd"))):
        acts = [
            c
            for c in islice(word.children, CHILDREN)
            if c.dep_ == "xcomp" and c.i > word.i and lemma(c) not in lists().planned.no_plan
        ]
        names = (lemma(word), word.lower_)
        for name in names:
            if name in lists().planned.infinitive and any(_to(c) for c in acts):
                return name
            if name in lists().planned.gerund and any(c.tag_ == "VBG" for c in acts):
                return name
    return None


def _to(verb: Token) -> bool:
    near = list(islice(verb.children, CHILDREN))
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in near) and all(c.dep_ != "nsubj" for c in near)


def _ahead(verb: Token) -> bool:
    """ "will be paid", "would be a friend": what is promised, whatever it is."""
    return any(c.dep_ == "aux" and c.lower_ in lists().planned.auxiliaries for c in islice(verb.children, CHILDREN))


def _future(verb: Token) -> bool:
    """Whether a verb tells an act that lies ahead: "will sell", "would sell" under no condition, "Minister to visit port"."""
    near = list(islice(verb.children, CHILDREN))
    helpers = [c for c in near if c.dep_ == "aux"]
    if verb.dep_ == "ROOT" and any(c.lower_ == "to" for c in helpers) and any(c.dep_ in ("nsubj", "nsubjpass") for c in near):
        return True  # "Minister to visit port"
    if verb.tag_ != "VB" and not any(c.lower_ == "be" for c in near):
        return False
    if not _ahead(verb) or lemma(verb) in lists().planned.no_plan or any(c.lemma_ == "have" for c in helpers):
        return False
    marks = {c.lower_ for c in near} | {g.lower_ for c in near if c.dep_ == "advcl" for g in islice(c.children, CHILDREN)}
    would = any(c.lower_ in lists().planned.would for c in helpers)
    return not (would and not marks.isdisjoint(lists().planned.conditions))


def _same(subject: Token | None, mine: Case, told: Told) -> bool:
    """Whether the subject of the content is the source or of its side."""
    if subject is None:
        return False
    owner = next((c for c in islice(subject.children, CHILDREN) if c.dep_ == "poss"), None)
    side = lemma(subject) in lists().planned.side
    if owner is not None:
        return side and _is_source(owner, mine, told)
    return _is_source(subject, mine, told) or (side and _speaks_for(subject, mine))


def _speaks_for(body: Token, mine: Case) -> bool:
    """ "the party chairman said the party would appeal", "a spokeswoman said the company would": whom the source speaks for."""
    if not any(c.dep_ == "det" and c.lower_ == "the" for c in islice(body.children, CHILDREN)):
        return False
    said = {lemma(token) for token in mine.source}
    return lemma(body) in said or not said.isdisjoint(lists().planned.voices)


def _is_source(word: Token, mine: Case, told: Told) -> bool:
    low = word.lower_
    if low in lists().planned.first:
        return True
    if word.pos_ == "PRON":
        return not told.quoted and _agrees(low, mine)
    named = {t.lower_ for t in mine.source if t.pos_ == "PROPN"}
    return word.pos_ == "PROPN" and low in named


def _agrees(pronoun: str, mine: Case) -> bool:
    """Whether a pronoun of the third person can be the source by number and kind."""
    human, many, thing = (lists().planned.human, lists().planned.many, lists().planned.thing)
    if pronoun not in human | many | thing:
        return False
    if not mine.source:
        return pronoun not in thing
    said = {t.lower_ for t in mine.source}
    if said & (human | many | thing | lists().planned.first):
        return bool(said & next((group for group in (human, many, thing) if pronoun in group), frozenset()))
    plural, body = _number(mine.source)
    if pronoun in human:
        return not plural
    # "it" of a person is his side: "the spokesman said it would appeal".
    return pronoun in thing or plural or body


def _number(source: tuple[Token, ...]) -> tuple[bool, bool]:
    """Whether a source is several, and whether it is a body, of which one says "they" as well."""
    head = next((t for t in source if t.head not in source or t.head == t), source[0])
    plural = head.tag_ in ("NNS", "NNPS") or any(t.dep_ == "conj" and t.head == head for t in source)
    named = source[0].lower_ == "the" or head.text.isupper() or head.ent_type_ in lists().planned.bodies
    return plural, head.pos_ != "PROPN" or named or lemma(head) in lists().planned.side
