"""Many words for an act only speak of it: as a right, a wish, a demand, a condition, a thing that should be done.

Such an act was neither done nor is it planned, and gives no fact: "the right to remove him", "called on her to resign",
"a reward for his arrest", "he should be banned". Which words open such a place is `words.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.parties import words

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 6
"""Words over a trigger that are looked at."""


def unreal(trigger: Token) -> bool:
    """Tell whether the words only speak of the act as a right, an aim, a demand, a condition or a prize."""
    if asked(trigger):
        return True
    for step, token in enumerate(grammar.climb(trigger)):
        above = token.head
        if step > REACH or above == token:
            return False
        if _made_unreal(token):
            return True
        if _shares_infinitive(token):
            continue
        if token.dep_ in ("relcl", "conj", "ccomp") or (token.dep_ == "advcl" and not purpose(token)):
            return False
        if token.dep_ == "advcl":
            before = token.doc[max(0, token.left_edge.i - 1)]
            return token == trigger and grammar.lemma(before) not in words("real")
    return False


def _made_unreal(token: Token) -> bool:
    """Whether what stands over a word makes it a right, an aim, a demand or a duty, or what opens its clause a condition."""
    over, relation, base = token.head, token.dep_, grammar.lemma(token.head)
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in token.children):
        return True
    told = relation == "relcl" and token.tag_ in ("VBD", "VBZ", "VBP")  # "the way it fired Vale"
    noun = relation in ("acl", "relcl", "pobj", "pcomp", "prep", "xcomp") and over.pos_ != "VERB" and not told
    act = grammar.verbal(token) or any(c.dep_ == "pcomp" for c in token.children)
    if noun and act and base in words("spoken_of"):
        return True  # "talks on lifting them", "a request to lift them"
    if (noun and base in words("unreal")) or (relation in ("ccomp", "xcomp", "dobj") and base in words("demanding")):
        return True
    if relation == "pobj" and over.lower_ == "for" and (grammar.lemma(over.head) in words("calling") or _prized(over.head)):
        return True
    if relation not in ("xcomp", "advcl", "ccomp") or not purpose(token):
        return False
    return (relation == "xcomp" and base in words("owing")) or _called_on(over)


def _prized(verb: Token) -> bool:
    """ "raised the reward for his arrest": what it is for hangs on the verb."""
    return grammar.verbal(verb) and any(grammar.lemma(t) in words("unreal") for t in grammar.undergoers(verb))


def asked(trigger: Token) -> bool:
    """Tell whether the sentence asks whether it was done: "Has she called for a change?", "Did Vale meet Brod?"."""
    verb = trigger
    while verb.dep_ == "conj" and grammar.verbal(verb.head):
        verb = verb.head
    mark = next((t.text for t in verb.doc[verb.i : verb.sent.end] if t.text in (".", "?", "!", ";")), None)
    if verb.dep_ not in ("ROOT", "ccomp") or not grammar.verbal(verb) or mark != "?":
        return False
    helper = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), None)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return helper is not None and subject is not None and helper.i < subject.i < verb.i


def _shares_infinitive(verb: Token) -> bool:
    """Whether the "to" of the verb before is that of this one, too: "convince them to come out and vote"."""
    bare = verb.tag_ == "VB" or verb.lower_ == grammar.lemma(verb)
    return verb.dep_ == "conj" and bare and not any(c.dep_ in ("nsubj", "aux") for c in verb.children)


def _called_on(verb: Token) -> bool:
    """Whether a verb only asks somebody for what stands under it: "called on her to resign"."""
    asked = any(c.dep_ in ("prep", "prt") and c.lower_ in ("on", "upon", "for", "to", "with") for c in verb.children)
    return asked and grammar.verbal(verb) and grammar.lemma(verb) in words("calling")


def asked_of_a_reader(trigger: Token) -> bool:
    """Whether an imperative asks for it ("write to your deputy"): nobody is told to have done it."""
    verb = trigger
    while verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.i < verb.i:
        verb = verb.head
    if verb.dep_ == "pcomp" and verb.head.head.tag_ == "VB":
        verb = verb.head.head  # "keep on writing to your deputy"
    elif verb.dep_ == "xcomp" and verb.head.tag_ == "VB":
        verb = verb.head
    bare = verb.tag_ == "VB" and verb.dep_ in ("ROOT", "ccomp", "parataxis")
    return bare and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def feared(verb: Token, *, spoken: bool) -> bool:
    """Tell whether an act only could or should be done, or would have been ("could be arrested if she lands").

    It is neither done nor planned. What is `spoken` (an accusation, a refusal) is so also under "could".
    """
    near = [*verb.children, *(verb.head.children if _shares_helper(verb) else ())]
    helpers = {c.lower_ for c in near if c.dep_ == "aux"}
    if helpers & {"would", "'d", "’d"} and "have" in helpers:
        return True
    could = "could" in helpers and grammar.passive(verb) and not spoken
    return (could or bool(helpers & words("wished"))) and not helpers & {"have", "has", "had"}


def _shares_helper(verb: Token) -> bool:
    """ "should take it back, not defend it": the helper of the first verb is that of the second, which has none."""
    own = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children)
    return verb.dep_ in ("conj", "dep") and verb.tag_ == "VB" and verb.head.tag_ == "VB" and not own


def purpose(verb: Token) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def said_again(trigger: Token) -> bool:
    """Tell whether another word tells it: "satisfied or very satisfied" is one feeling."""
    if trigger.pos_ != "ADJ":
        return False
    if any(t.lemma_ == "hold" for t in trigger.doc[max(trigger.sent.start, trigger.i - REACH) : trigger.i]):
        return True  # "held her responsible" is told by its verb
    return any(c.dep_ == "conj" and c.lower_ == trigger.lower_ for c in trigger.children)


def silenced(verb: Token) -> bool:
    """Tell whether a negation stands in the verb's own words, and not in what is answered ("Absolutely not," she replied)."""
    nos = [c for c in verb.children if c.dep_ == "neg"]
    return not any(t.is_quote for no in nos for t in verb.doc[min(no.i, verb.i) : max(no.i, verb.i)])


def called_something(verb: Token) -> bool:
    """Tell whether somebody is called, seen or asked as something: "called her a liar", 'called them "pests"', "saw him as"."""
    if any(c.dep_ in ("oprd", "ccomp", "xcomp", "acomp") or (c.dep_ == "prep" and c.lower_ == "as") for c in verb.children):
        return True
    ends = [t.right_edge.i + 1 for t in grammar.undergoers(verb) if t.i > verb.i]
    return any(at < len(verb.doc) and verb.doc[at].is_quote for at in ends)
