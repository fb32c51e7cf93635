"""A fact is told as done, as not done, as meant or as alleged by the words over it, whatever its own word says.

A post is held as its verb has it ("is the head", "will take over as head"), an act as the words over it or over the verb that
carries it ("declined to pursue charges"). What is left open is no fact (factuality: Sauri and Pustejovsky 2009, FactBank).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.find import stance
from retold.find.facts import grammar
from retold.find.facts.found import Found
from retold.find.facts.parties import Scene, words
from retold.model import Attribution, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token


def factuality(scene: Scene, found: Found, by: Attribution | None) -> Stance | None:
    """Return the row's own stance, else that of the words over the trigger.

    None where the words leave it open, or deny that somebody did wrong: the denial is a statement, no allegation.
    """
    if found.row.kind == "allegation":
        denied = (by is not None and by.stance == "denied") or _only_may(found.trigger)
        return None if denied or stance.stance_of(found.trigger, scene.parse) in ("denied", "unknown") else "alleged"
    if found.row.stance is not None:
        return found.row.stance
    if found.row.kind == "office" and any(c.dep_ == "amod" and c.lower_ in words("coming") for c in found.trigger.children):
        return "planned"
    return _of_post(scene, found) if found.row.sort == "post" else _of_act(scene, found)


def _of_post(scene: Scene, found: Found) -> Stance:
    """How the verb by which a post is told has it; one that no verb tells is held."""
    noun, verb = found.trigger, found.trigger.head
    if (over := _telling(noun)) is not None and stance.ahead(over):
        return "planned"
    if noun.dep_ == "attr" and verb.dep_ == "pcomp":
        return "denied" if stance.stance_of(verb, scene.parse) == "denied" else "asserted"  # "kept from becoming"
    told = noun.dep_ in ("attr", "oprd", "pobj")  # "don't forget her brother Ivo Lenk" denies no kin
    told = told or (noun.dep_ == "nsubj" and verb.lemma_ == "be")  # "her lawyer did not reply" denies no lawyer
    return "denied" if told and grammar.verbal(verb) and grammar.negated(verb) else "asserted"


def _of_act(scene: Scene, found: Found) -> Stance | None:
    """How the words over an act, or over the verb that carries it, have it; None where they leave it open."""
    told = found.carrier is not None and grammar.governor(found.trigger) == (found.carrier, "subject")
    event = found.carrier if found.carrier is not None and (told or grammar.negated(found.carrier)) else found.trigger
    said = stance.stance_of(event, scene.parse)
    if found.carrier is not None and said == "asserted":
        over = stance.stance_of(found.carrier, scene.parse)
        said = over if over in ("denied", "planned") else said  # "declined to pursue charges", "will send a message"
    if said == "unknown":
        return None
    return said if said in ("denied", "planned") else "asserted"


def _telling(noun: Token) -> Token | None:
    """The verb by which a post is told: "is the head", "will take over as head"."""
    if noun.dep_ == "attr":
        return noun.head
    return noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" and grammar.verbal(noun.head.head) else None


def _only_may(verb: Token) -> bool:
    """Whether a wrong is only thought possible: "may lie" accuses nobody yet, "may have lied" does."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return bool(helpers & {"may", "might", "could", "would", "will"}) and "have" not in helpers
