"""Whether an event is said to have happened, not to have happened, to lie ahead, or not to be known.

The words over an event decide, not the event's own verb alone: in "rejected the idea that he was betraying the
president" nothing but the noun and its verb say that he was not. Polarity is composed on the way up the tree, as in
FactBank (Saurí & Pustejovsky 2009) and for implicative verbs by Karttunen (1971); the vocabularies are `stance.toml`.
What is alleged stays alleged whatever its polarity: it is told on somebody's word against another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retold.find.clauses import AUXILIARIES, OBJECTS, SUBJECTS, Governor, governors, is_passive, is_verb, lemma, predicate
from retold.find.future import ahead as ahead
from retold.find.future import future
from retold.find.hedges import certainty_of as certainty_of
from retold.find.polarity import denies as denies
from retold.find.polarity import negated as negated
from retold.find.polarity import neither, open_clause, refused, unable
from retold.find.polarity import words as words
from retold.model import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse


REACH = 40
"""Words after a noun in which it may be called a lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What has been composed so far on the way up."""

    denied: bool = False
    planned: bool = False
    alleged: bool = False
    unknown: bool = False

    def stance(self) -> Stance:
        for name in ("unknown", "alleged", "denied", "planned"):
            if getattr(self, name):
                return name
        return "asserted"


def stance_of(verb: Token, parse: Parse) -> Stance:
    """Return how the event of a verb or noun stands: asserted, denied, planned, alleged or unknown.

    Looks at the event's own clause and at most a dozen governing words. Where the passage is not parsed it is "asserted".
    """
    if not parse.parsed:
        return "asserted"
    event = predicate(verb)
    reading = _own(event)
    for step in governors(event):
        reading, further = _compose(reading, step)
        if not further:
            break
    return reading.stance()


def _own(event: Token) -> _Reading:
    """What the event's own clause says of it."""
    condition = any(
        child.dep_ == "mark" and child.lower_ in words("unknown", "conditions") and event.dep_ == "advcl"
        for child in event.children
    )
    alleged = event.pos_ == "NOUN" and any(child.lower_ == "alleged" for child in event.children)
    return _Reading(denied=negated(event), planned=ahead(event), alleged=alleged, unknown=condition)


def _compose(reading: _Reading, step: Governor) -> tuple[_Reading, bool]:
    """Return the reading with one more governor, and whether to climb on."""
    token, relation, below = step
    if relation == "conj" and is_verb(below) and _shares_negation(token, below):
        return replace(reading, denied=not reading.denied), True
    if relation == "conj" and is_verb(below) and is_verb(token):
        # "threatened to sue and ban them": both are threatened; "promised to go and met her" has only the first.
        return replace(reading, planned=reading.planned or _shares_future(token, below)), below.tag_ == token.tag_
    if token.pos_ in ("ADP", "SCONJ", "PART") and relation in ("pobj", "pcomp", "prep"):
        without = token.lower_ in words("negation", "prepositions")
        return replace(reading, denied=reading.denied ^ without), not without
    if relation == "prep":
        return _after_preposition(reading, token, below)
    if is_verb(token):
        return _under_verb(reading, step)
    if token.pos_ == "ADJ":
        return _under_adjective(reading, token, below)
    return _under_noun(reading, token)


def _shares_negation(first: Token, second: Token) -> bool:
    """ "was not charged nor convicted", "never met or wrote to": the second verb stands under the first one's negation."""
    if not any(child.dep_ == "neg" for child in first.children) or negated(second):
        return False
    own = any(child.dep_ in SUBJECTS | AUXILIARIES for child in second.children)
    return not own and any(child.dep_ == "cc" and child.lower_ in ("nor", "or") for child in first.children)


def _shares_future(first: Token, second: Token) -> bool:
    """ "will arrest and charge him": the helper of the first is that of the second, which has none."""
    own = any(child.dep_ in SUBJECTS | AUXILIARIES for child in second.children)
    return not own and second.tag_ == "VB" and first.tag_ == "VB" and future(first)


def _after_preposition(reading: _Reading, token: Token, preposition: Token) -> tuple[_Reading, bool]:
    """ "accused of", "the possibility of", "ruled out the idea of", "failed in"."""
    name = lemma(token)
    if name in words("alleged", "verbs") | words("alleged", "nouns") and preposition.lower_ in words("alleged", "prepositions"):
        return replace(reading, alleged=True), False
    if token.pos_ == "NOUN":
        return _under_noun(reading, token)
    if preposition.lower_ == "as" and name in words("denied", "verbs"):
        # "dismissed as absurd the claim that": the claim is what is dismissed; "dismissed it as a claim" leaves it so.
        claim = any(c.dep_ == "pobj" and c.lemma_.lower() in words("denied", "carriers") for c in preposition.children)
        return replace(reading, denied=reading.denied ^ (claim and not negated(token))), False
    if is_verb(token) and preposition.lower_ in ("to", "on", "for", "of", "from", "in", "about", "against", "at"):
        return _under_predicate(reading, token, name, verbal=any(c.dep_ == "pcomp" for c in preposition.children))
    return reading, False


def _under_noun(reading: _Reading, noun: Token) -> tuple[_Reading, bool]:
    name = noun.lemma_.lower()
    if name in words("denied", "evidence") and (negated(noun) or _denied_existence(noun)):
        return replace(reading, denied=True), False
    if name in words("denied", "nouns"):
        return replace(reading, denied=not reading.denied), True
    if name in words("alleged", "nouns"):
        return replace(reading, alleged=True), True
    if name in words("unknown", "nouns"):
        return replace(reading, unknown=True), False
    if name in words("planned", "nouns"):
        return replace(reading, planned=True, denied=reading.denied ^ negated(noun)), True
    return reading, name in words("denied", "carriers") | words("planned", "changes")


def _denied_existence(noun: Token) -> bool:
    """ "there is no evidence", "found no sign", "has not seen evidence"."""
    verb = noun.head
    return (
        noun.dep_ in ("attr", "dobj", "nsubj", "nsubjpass")
        and is_verb(verb)
        and any(child.dep_ == "neg" for child in verb.children)
    )


def _under_adjective(reading: _Reading, adjective: Token, below: Token) -> tuple[_Reading, bool]:
    name = adjective.lower_
    if name in words("denied", "adjectives"):
        reading = replace(reading, denied=not reading.denied)
    if name in words("planned", "adjectives") and not _told(below):
        # "was about to storm it": whether it came to that is left open.
        past = name == "about" and adjective.head.tag_ == "VBD"
        reading = replace(reading, unknown=True) if past else replace(reading, planned=True)
    if name in words("unknown", "adjectives") and (name not in words("unknown", "needs_negation") or negated(adjective.head)):
        reading = replace(reading, unknown=reading.unknown or open_clause(below))
    return reading, True


def _told(clause: Token) -> bool:
    """Whether a clause has a finite verb that does not lie ahead: "it was likely that they had met"."""
    return is_verb(clause) and clause.dep_ in ("ccomp", "csubj") and not _without_subject_to(clause) and not future(clause)


def _under_verb(reading: _Reading, step: Governor) -> tuple[_Reading, bool]:
    verb, relation, below = step
    name = lemma(verb)
    if relation in ("xcomp", "ccomp", "csubj", "csubjpass", "acomp", "oprd") or (relation == "attr" and is_verb(below)):
        return _under_predicate(reading, verb, name, verbal=True, clause=below)
    if relation in ("advcl", "acl") and _without_subject_to(below) and name in words("planned", "verbs"):
        return replace(reading, planned=True, denied=reading.denied ^ negated(verb)), False
    if relation in OBJECTS | SUBJECTS and not is_verb(below):
        return _around_noun(reading, step, name)
    return reading, False


def _without_subject_to(clause: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children)


def _around_noun(reading: _Reading, step: Governor, name: str) -> tuple[_Reading, bool]:
    """The verb around an event that is a noun: it carries it ("hold talks"), plans it, or denies it."""
    verb, relation, below = step
    taken, no = relation in OBJECTS, negated(verb)
    if _rejected(verb, below, name, taken=taken):
        return replace(reading, denied=not (reading.denied ^ no)), False
    if name == "call" and taken and below.lemma_.lower() in words("denied", "carriers"):
        return reading, False
    if taken and name in words("planned", "decreeing"):
        return replace(reading, denied=reading.denied ^ no), True
    given = name in words("planned", "giving") and below.lemma_.lower() in words("planned", "given")
    if taken and (given or name in words("planned", "changing")):
        return replace(reading, planned=reading.planned or _meant(verb), denied=reading.denied ^ no), True
    if taken and name in words("planned", "verbs"):
        return replace(reading, planned=True, denied=reading.denied ^ no), True
    if name not in words("planned", "light"):
        return reading, False
    if name not in words("planned", "announce"):
        likely = any(child.dep_ == "acomp" and child.lower_ in words("planned", "adjectives") for child in verb.children)
        reading = replace(reading, planned=reading.planned or likely or future(verb))
    negative = any(child.dep_ == "neg" for child in verb.children)
    return replace(reading, denied=reading.denied ^ negative), True


def _meant(verb: Token) -> bool:
    """Whether a verb's helpers say that it was not done yet: "would lift them if", "could lift them"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return future(verb) or (not helpers & {"have", "has", "had"} and bool(helpers & words("planned", "open")))


def _rejected(verb: Token, noun: Token, name: str, *, taken: bool) -> bool:
    """ "denied the claim", "ridiculed the idea", "called the report a lie", "the claim was false"."""
    if taken and name in words("denied", "verbs") | words("denied", "undone"):
        return True
    if not taken:
        return name == "be" and _false(verb)
    kind = noun.lemma_.lower()
    if name in words("denied", "attacking"):
        return kind in words("denied", "attackable")
    after = noun.doc[noun.i : min(verb.right_edge.i + 1, noun.i + REACH)]
    called = name in words("denied", "calling") and kind in words("denied", "carriers")
    return called and any(token.lower_ in words("denied", "rejecting") for token in after)


def _false(copula: Token) -> bool:
    """ "the claim that they met was false", "was a lie"."""
    return any(c.dep_ in ("acomp", "attr") and c.lower_ in words("denied", "rejecting") for c in copula.children)


def _under_predicate(
    reading: _Reading, verb: Token, name: str, *, verbal: bool, clause: Token | None = None
) -> tuple[_Reading, bool]:
    """A verb over a clause or a prepositional object: the table says what it does to it."""
    no = negated(verb)
    finite = clause is not None and clause.dep_ == "ccomp" and not _without_subject_to(clause)
    if _opens(verb, name, clause):
        return replace(reading, unknown=True), False
    if name in words("denied", "verbs") or (name in words("denied", "undone") and not finite):
        return replace(reading, denied=reading.denied ^ (not no)), not finite
    if name in words("alleged", "verbs"):
        return replace(reading, alleged=True), False
    if _plans(name, clause) and verbal and (clause is None or clause.dep_ != "oprd"):
        reading = replace(reading, planned=reading.planned or not finite or _wished(clause), denied=reading.denied ^ no)
        return reading, not finite
    if name in words("planned", "containing") and any(
        c.dep_ in SUBJECTS and c.lemma_.lower() in words("planned", "nouns") for c in verb.children
    ):
        reading = replace(reading, planned=True)
    raised = no and (name in words("denied", "raising") or not finite)
    if name == "be":
        reading = _copula(reading, verb, clause)
    return replace(reading, denied=reading.denied ^ raised, planned=reading.planned or (not finite and future(verb))), not finite


def _plans(name: str, clause: Token | None) -> bool:
    """Whether a verb puts the clause under it ahead: "proposed to", "suggested lifting it", "suggested that it be lifted"."""
    if name in words("planned", "verbs"):
        return True
    return name in words("planned", "suggesting") and clause is not None and (clause.tag_ == "VBG" or _wished(clause))


def _wished(clause: Token | None) -> bool:
    """ "demanded that the bank pay", "that the ban be lifted": a subjunctive tells what is to be done."""
    if clause is not None and [c.text for c in clause.children if c.dep_ in AUXILIARIES] == ["be"]:
        return True
    if clause is None or clause.tag_ not in ("VB", "VBP") or any(child.dep_ in AUXILIARIES for child in clause.children):
        return False
    # "that the banks are safe" tells how it is; "that the bank pay" cannot.
    return clause.tag_ == "VB" or any(c.dep_ in SUBJECTS and c.tag_ in ("NN", "NNP") for c in clause.children)


def _copula(reading: _Reading, verb: Token, clause: Token | None) -> _Reading:
    """ "it is unclear whether", "the claim is that": the adjective beside the copula governs the clause."""
    beside = next((child for child in verb.children if child.dep_ in ("acomp", "attr") and child != clause), None)
    if beside is None or clause is None or beside.i > clause.i:
        return reading
    if beside.pos_ == "ADJ":
        return _under_adjective(reading, beside, clause)[0]
    return _under_noun(reading, beside)[0]


def _opens(verb: Token, name: str, clause: Token | None) -> bool:
    """Whether a verb leaves its clause open: "did not say whether", "asked if", "could not confirm that", "doubts that"."""
    no, withheld = negated(verb), refused(verb) or (verb.dep_ == "xcomp" and negated(verb.head))
    if neither(verb) or (name in words("unknown", "doubting") and not no):
        return True
    if clause is None:
        return False
    if name in words("unknown", "confirming") and unable(verb):
        return True
    if withheld and name in words("unknown", "negated_verbs"):
        return name not in words("denied", "undone")
    if no and is_passive(verb) and name in words("unknown", "unknowing") and clause.dep_ in ("xcomp", "oprd"):
        return True
    asked = open_clause(clause)
    return asked and (name in words("unknown", "verbs") or (no and name in words("unknown", "negated_verbs")))
