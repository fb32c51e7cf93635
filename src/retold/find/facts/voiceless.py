"""Some verbs of speech tell no speech: who calls a meeting, sings a song or finds little unity has said nothing.

Nor has a thing that would help to answer something, or an occasion at which nobody spoke of it. Which nouns and verbs these
are is `voiceless.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.parties import Scene, named, words
from retold.find.facts.unreal import asked
from retold.model import Attribution, Fact
from retold.tables import typed

if TYPE_CHECKING:
    from spacy.tokens import Token

FELT = frozenset({"statement/feeling", "statement/react", "statement/support a thing"})
"""Rows of what somebody feels or how he reacts."""

OCCASIONS = frozenset({"in", "at", "during"})
"""Before a noun they set something to an occasion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiceless:
    """The lists of `voiceless.toml`."""

    called: frozenset[str]
    convening: frozenset[str]
    holding: frozenset[str]
    singing: frozenset[str]
    evidence: frozenset[str]
    helping: frozenset[str]
    enacted: frozenset[str]
    enacting: frozenset[str]
    chambers: frozenset[str]
    counts: frozenset[str]
    putting: frozenset[str]
    names: frozenset[str]
    proving: frozenset[str]
    elsewhere: frozenset[str]
    ringing: frozenset[str]
    granted: frozenset[str]
    prompting: frozenset[str]


@cache
def _lists() -> Voiceless:
    return typed(Voiceless, "retold.find.facts", "voiceless.toml")


def voiceless(scene: Scene, one: Attribution, head: Token) -> bool:
    """Tell whether an attribution, whose content is carried by `head`, is an act, a song or a thing's doing: nobody's words."""
    cue, speaker = scene.head(one.cue[0]) if one.cue else None, scene.head(one.source[0])
    if cue is None or speaker is None:
        return False
    name = grammar.lemma(cue)
    if name in _lists().singing or (name in words("naming") and _one_word(scene, one)):
        return True
    if _put_to(cue, speaker, name) or _reminds(cue, name) or _figure(scene, one) or _mere_name(head, cue):
        return True
    if one.quoted:
        return False
    if one.stance == "declined" and _dumb(scene, speaker):
        return True
    if _told_nothing(scene, one) or _to_show(cue, name):
        return True
    if _reproached(cue) or _votes(scene, one) or _grants(name, head) or _prompts(scene, cue, name, speaker):
        return True
    act = _calls(name, cue) or enacts(cue) or asked(cue) or _agreed(cue, speaker, head)
    return act or _finds(scene, name, speaker, head) or _helps(scene, one, speaker) or _occasion(scene, cue, speaker)


def _dumb(scene: Scene, speaker: Token) -> bool:
    """ "the results say nothing of her plans": a thing does not refuse to speak; a report may leave something out."""
    thing = speaker.pos_ == "NOUN" and not scene.actor(named(speaker))
    return thing and (grammar.lemma(speaker) in _lists().counts or grammar.lemma(speaker) not in words("documents"))


def _one_word(scene: Scene, one: Attribution) -> bool:
    """ "which she considers “smart”": of what it is said is not told."""
    said = [t for t in scene.among(one.content) if t.is_alpha]
    return len(said) == 1 and one.stance not in ("denied", "declined") and said[0].pos_ in ("NOUN", "ADJ", "ADV")


def _put_to(cue: Token, speaker: Token, name: str) -> bool:
    """ "Asked about the dam, Brod ...", "Brod was asked": the question was put to the one who is taken for who speaks."""
    if name not in _lists().putting or cue.tag_ not in ("VBN", "VBD") or speaker.dep_ == "pobj":
        return False
    near = {c.dep_ for c in cue.children}
    alone = cue.dep_ != "conj" and not near & {"nsubj", "dobj", "dative", "aux"} and cue.i == cue.left_edge.i
    return grammar.passive(cue) or (alone and speaker.i not in range(cue.i, cue.i + 3))


def _reminds(cue: Token, name: str) -> bool:
    """ "reminds us of a guest": what the writer is reminded of."""
    of = any(c.dep_ == "prep" and c.lower_ == "of" for c in cue.children)
    return (
        name == "remind" and of and any(c.dep_ == "dobj" and c.lower_ in words("first") | words("generic") for c in cue.children)
    )


def _figure(scene: Scene, one: Attribution) -> bool:
    """ "Brod: 1,769.": a line of a table."""
    said = scene.among(one.content)
    if not said or not all(t.is_punct for t in scene.among(one.cue)):
        return False
    first = [t for t in said if t.i < said[0].sent.end]
    return any(t.like_num for t in first) and not any(t.is_alpha for t in first)


def _mere_name(head: Token, cue: Token) -> bool:
    """ "pronounced the name “Lark”", "the “better bread” phrase she cited": only a name stands in the marks."""
    around = head.doc[head.left_edge.i : head.right_edge.i + 1]
    mentioned = head.dep_ in ("dobj", "pobj") or (cue.dep_ == "relcl" and cue.head == head)
    return mentioned and grammar.lemma(head) in _lists().names and any(t.is_quote for t in around)


def _reproached(cue: Token) -> bool:
    """ "took heat for not condemning it": what somebody is blamed for not saying."""
    return cue.dep_ == "pcomp" and cue.tag_ == "VBG" and grammar.negated(cue) and cue.head.lower_ == "for"


def _votes(scene: Scene, one: Attribution) -> bool:
    """ "begin the vote to nominate her": a vote is held, nobody speaks."""
    inside = {grammar.lemma(t) for t in scene.among(one.cue)}
    return "vote" in inside and bool(inside & _lists().holding)


def _grants(name: str, head: Token) -> bool:
    """ "denied bail": given or not by who decides, and by nobody's words."""
    return name == "deny" and grammar.lemma(head) in _lists().granted and head.dep_ in ("dobj", "pobj", "oprd")


def _prompts(scene: Scene, cue: Token, name: str, speaker: Token) -> bool:
    """ "the attacks prompted questions about": others ask."""
    doers = grammar.surface(cue) or [speaker]
    return name in _lists().prompting and all(t.pos_ == "NOUN" and not scene.actor(named(t)) for t in doers)


def _to_show(cue: Token, name: str) -> bool:
    """ "for Brod to prove that", "would have to name it": what somebody is still to do, they have not said."""
    near = list(cue.children)
    if name in _lists().proving and any(c.dep_ == "aux" and c.tag_ == "TO" for c in near):
        return True
    helpers = {c.lower_ for c in near if c.dep_ == "aux"}
    bound = name == "have" and bool({"would", "will", "’ll", "'ll"} & helpers) and any(c.dep_ == "xcomp" for c in near)
    seen = name == "see" and cue.tag_ == "VBN" and any(c.lemma_ == "have" for c in near) and any(c.dep_ == "ccomp" for c in near)
    return seen or bound


def _told_nothing(scene: Scene, one: Attribution) -> bool:
    """ "the report says so", "reminded them that he does not": what was said stands elsewhere."""
    said = [t for t in scene.among(one.content) if not t.is_punct and not t.is_space]
    return one.stance not in ("denied", "declined") and bool(said) and all(_stands_for(t) for t in said)


def _stands_for(token: Token) -> bool:
    helping = token.lemma_ in ("do", "be", "have") or token.tag_ == "MD" or token.dep_ == "neg"
    return token.lower_ in _lists().elsewhere or token.tag_ == "PRP" or helping


def _calls(name: str, cue: Token) -> bool:
    """ "called an emergency meeting", "called her to get together"."""
    after = [c for c in cue.children if c.i > cue.i and c.dep_ in ("dobj", "oprd", "ccomp")]
    rings = any(c.dep_ == "xcomp" and grammar.lemma(c) in _lists().ringing and c.i > cue.i for c in cue.children)
    held = any(grammar.lemma(c) in _lists().called for c in after)
    return name in _lists().convening and (held or (rings and any(c.tag_ in ("PRP", "NNP") for c in after)))


def _agreed(cue: Token, speaker: Token, head: Token) -> bool:
    """ "many countries agreed to share it": what several bodies agreed on among themselves was settled, not said."""
    past = grammar.lemma(cue) == "agree" and cue.tag_ in ("VBD", "VBN") and head.tag_ == "VB"
    return past and speaker.tag_ == "NNS" and grammar.lemma(speaker) in words("bodies")


def _finds(scene: Scene, name: str, speaker: Token, head: Token) -> bool:
    """ "leaders found little unity": what people find is narrated, but for what shows something ("no evidence that")."""
    text = grammar.lemma(named(speaker)) in words("documents")
    thing = head.pos_ == "NOUN" and head.dep_ == "dobj" and not any(grammar.verbal(c) for c in head.children)
    return name == "find" and thing and not text and grammar.lemma(head) not in _lists().evidence and scene.actor(named(speaker))


def _helps(scene: Scene, one: Attribution, speaker: Token) -> bool:
    """ "her returns would help assess it", "these figures will not answer that": a thing does, or does not."""
    inside = scene.among(one.cue)
    helped = any(grammar.lemma(t) in _lists().helping for t in inside)
    return helped and speaker.pos_ == "NOUN" and not scene.actor(named(speaker))


def _occasion(scene: Scene, cue: Token, speaker: Token) -> bool:
    """ "was barely mentioned in the race": at an occasion somebody speaks, it does not speak itself."""
    at = speaker.dep_ == "pobj" and speaker.head.lower_ in OCCASIONS and speaker.pos_ == "NOUN"
    text = grammar.lemma(speaker) in words("documents") or scene.outlet(speaker) or scene.actor(speaker)
    return at and grammar.passive(cue) and not text


def hosts(verb: Token) -> bool:
    """Tell whether somebody is only received where the other is: "welcomed the envoy to her house"."""
    to = any(c.dep_ in ("prep", "dative") and c.lower_ in ("to", "at", "into") and c.i > verb.i for c in verb.children)
    return grammar.lemma(verb) == "welcome" and to


def enacts(verb: Token) -> bool:
    """Tell whether a body that passes laws passes one ("the panel approved the bill"): an act, whatever it thinks of it."""
    if grammar.lemma(verb) not in _lists().enacting or not grammar.verbal(verb):
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    doers = [g for t in grammar.doers(verb) for g in (t, *t.subtree) if g.i < verb.i]
    law = any(grammar.lemma(t) in _lists().enacted for t in things)
    return law and any(t.lower_ in _lists().chambers for t in doers)


def unsaid(fact: Fact, word: Token) -> bool:
    """Tell whether a reaction or a feeling (its word) is nobody's words: what ought to be felt, how much, by whoever it may be.

    "Should be grateful", "too concerned with dues", "as worried as", "wouldn't be surprised if", "by condemning them",
    "voters who are concerned".
    """
    if fact.pattern not in FELT:
        return False
    verb = word.head if word.pos_ == "ADJ" and grammar.verbal(word.head) else word
    near = [*verb.children, *word.children]
    ought = any(c.dep_ == "aux" and c.lower_ in ("should", "ought", "must", "could", "can") for c in near)
    degree = any(c.dep_ == "advmod" and c.lower_ in ("too", "as", "so") for c in word.children) and word.pos_ == "ADJ"
    would = word.pos_ == "ADJ" and grammar.negated(verb) and any(c.lower_ in ("would", "wo", "'d", "’d") for c in near)
    means = word.dep_ == "pcomp" and word.head.lower_ == "by"
    some = next((t for t in (verb, word) if t.dep_ == "relcl"), None)
    anybody = (
        some is not None and some.head.tag_ == "NNS" and not any(c.dep_ in ("det", "poss", "nummod") for c in some.head.children)
    )
    return ought or degree or would or means or anybody
