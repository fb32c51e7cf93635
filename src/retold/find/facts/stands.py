"""How a statement stands: what its source rejects, will not say, means to do or asks for; else it is asserted.

A "not" alone denies little: "is not new", "we are not paid by them, we earn it" and "should not pay" make a point, so a
statement is denied where its cue rejects, where a deed or a charge is rejected, or where all that is said is negated.
"""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from retold.find import stance
from retold.find.attributions.vocabulary import lists
from retold.find.clauses import lemma as phrasal
from retold.find.facts import grammar
from retold.find.facts.meant import meant, will_not
from retold.find.facts.parties import Scene, words
from retold.model import Attribution, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_HELPERS = frozenset({"aux", "auxpass"})

WITHHOLDING = frozenset({"decline", "refuse"})

DEEPEST = 12
"""Words over a word that are looked at."""


def stands(scene: Scene, one: Attribution, head: Token) -> Stance:
    """Return how a statement stands, whose content is carried by `head`: asserted, denied, planned or declined.

    The cue decides, else the content's own predicate; "no secrets" in its object denies nothing yet.
    """
    if one.stance == "declined" or _withheld(scene, one, head) or _will_not_say(head):
        return "declined"
    if (one.stance == "denied" and denying(scene, one)) or _neither(head) or _few_say(scene, one, head):
        return "denied"
    if _unproved(scene, one) or _without(head):
        return "denied"
    said = stance.stance_of(_event(head), scene.parse)
    if said != "denied" or _ends(head):
        # "would no longer fight it", "should not pay": what is meant to be done, by whatever words.
        if meant(scene, one, head):
            return "planned"
        return "denied" if _contrasted(head) else "asserted"
    if meant(scene, one, head) and any(c.lower_ in ("should", "must", "ought") for c in head.children):
        return "planned"
    if _asks_why(scene, one) or _outdoes(head) or _twice(head):
        return "asserted"
    rejected = stance.denies(head) or _plainly(scene, one, head) or (stance.negated(head) and will_not(scene, one, head))
    return "denied" if rejected else "asserted"


def _neither(head: Token) -> bool:
    """ "neither the mayor nor her office paid": both are rejected."""
    return any(g.lower_ == "neither" for c in grammar.surface(head) for g in (c, *c.children))


def _few_say(scene: Scene, one: Attribution, head: Token) -> bool:
    """ "few experts believe that": what hardly anybody says is rejected."""
    inside = [t.lower_ for t in scene.inside(one.source[0])]
    none = bool(inside) and inside[0] in ("nobody", "no", "none")
    few = grammar.verbal(head) and bool(inside) and inside[0] == "few"  # "a few" are some
    return not one.quoted and (few or none)


def _unproved(scene: Scene, one: Attribution) -> bool:
    """ "have no evidence to suggest that": nothing shows it."""
    cue = scene.head(one.cue[0]) if one.cue else None
    if cue is None or cue.dep_ not in ("acl", "relcl") or one.quoted:
        return False
    return grammar.lemma(cue.head) in stance.words("denied", "evidence") and stance.negated(cue.head)


def _twice(head: Token) -> bool:
    """ "cannot be left without an answer" demands one."""
    return any(c.dep_ == "prep" and c.lower_ == "without" and c.i > head.i for c in head.children)


def _asks_why(scene: Scene, one: Attribution) -> bool:
    """ "Why didn't he pay?" rejects nothing, it asks."""
    last = scene.inside(one.content[-1])
    return any(t.text == "?" for t in last[-2:])


def _outdoes(head: Token) -> bool:
    """ "there is no one more patient than she": praise."""
    things = [c for c in head.children if c.dep_ in ("attr", "nsubj") and any(g.lower_ == "no" for g in c.subtree)]
    return head.lemma_ == "be" and any(g.lower_ in ("more", "better") or g.tag_ == "JJR" for c in things for g in c.subtree)


def _without(head: Token) -> bool:
    """ "has no intention of selling", "had no relationship with them", "did nothing wrong"."""
    things = [c for c in head.children if c.dep_ == "dobj"]
    none = [c for c in things if any(g.lower_ == "no" for g in c.children)]
    lacks = head.lemma_ == "have" and any(grammar.lemma(c) in words("lacking") for c in none)
    blameless = any(
        c.lower_ == "nothing" and any(g.lower_ in words("blame") for g in (*c.children, *head.children)) for c in things
    )
    return lacks or (blameless and grammar.lemma(head) == "do")


def _withheld(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether to speak is what was refused: "declined to define what it means"."""
    refusing = any({grammar.lemma(t), phrasal(t)} & WITHHOLDING for s in one.cue for t in scene.inside(s))
    verbs = (head, *(t for s in one.cue for t in scene.inside(s)))
    speaking = lists().declined.speaking | words("explaining")
    said = any({grammar.lemma(t), phrasal(t)} & speaking for t in verbs if grammar.verbal(t))
    return one.stance == "denied" and ((refusing and said) or _unanswered(scene, one, head))


def _unanswered(scene: Scene, one: Attribution, head: Token) -> bool:
    """ "rebuffed several requests for interviews"."""
    cues = {grammar.lemma(t) for s in one.cue for t in scene.inside(s)}
    sought = {t.lemma_.lower() for t in islice(head.subtree, DEEPEST)} & words("answers")
    return bool(cues & words("rebuffing") and sought) and head.pos_ in ("NOUN", "PROPN")


def _will_not_say(head: Token) -> bool:
    """ "I'm not going to answer", "we won't comment", said of oneself."""
    said = next((c for c in head.children if c.dep_ == "xcomp"), head) if grammar.lemma(head) == "go" else head
    own = any(t.lower_ in words("first") for t in grammar.surface(head))
    ahead = said != head or any(c.lower_ in stance.words("planned", "auxiliaries") for c in head.children)
    return own and ahead and stance.negated(head) and grammar.lemma(said) in lists().declined.own | words("saying_no_more")


def denying(scene: Scene, one: Attribution) -> bool:
    """Tell whether the cue itself denies: "denied", "did not say"."""
    cues = [t for t in (scene.head(s) for s in one.cue) if t is not None]
    listed = stance.words("denied", "verbs") | lists().denied.cues | lists().denied.attacking | lists().denied.undone
    rejecting = listed - words("soft_denials")
    return any({grammar.lemma(t), phrasal(t)} & rejecting or grammar.negated(t) or t.pos_ == "NOUN" for t in cues)


def _ends(head: Token) -> bool:
    """ "would no longer fight it": what is to end is meant, not denied."""
    longer = any(c.lower_ == "longer" for c in head.children)
    return longer and any(c.lower_ in stance.words("planned", "auxiliaries") for c in head.children if c.dep_ == "aux")


def _contrasted(head: Token) -> bool:
    """ "an error, not a fraud", "it was Vale, not Brod" reject a wrong, or who it was; ", not an asset" rejects nothing."""
    wrongs = lists().alleged.committed | lists().alleged.doers | stance.words("denied", "rejecting")
    who = head.lemma_ == "be" and any(c.lower_ == "it" for c in head.children if c.dep_ == "nsubj")
    for no in (t for t in head.subtree if t.lower_ == "not" and t.i > head.i and t.doc[t.i - 1].text == "," and _near(t, head)):
        after = [t for t in no.doc[no.i + 1 : no.i + 4] if t.pos_ in ("NOUN", "PROPN", "ADJ")]
        if any(t.lemma_.lower() in wrongs for t in after) or (
            who and any(t.lower_ in ("the", "her", "his") for t in no.doc[no.i + 1 : no.i + 2])
        ):
            return True
    return False


def _near(token: Token, head: Token) -> bool:
    """Whether a word belongs to the clause of `head` itself and to none that hangs on it."""
    above = takewhile(lambda t: t != head, islice(token.ancestors, DEEPEST))
    return not any(t.dep_ in ("ccomp", "relcl", "advcl", "acl") for t in above)


def _plainly(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether all that is said is one clause which is negated: "she does not run the port"."""
    if grammar.lemma(head) in words("limiting") or any(
        c.dep_ in ("acomp", "attr") and c.lower_ in words("degrees") for c in head.children
    ):
        return False  # "is not new", "are not confined to": what is so is told by what it is not
    none = any(g.lower_ in ("none", "no") for c in grammar.surface(head) for g in (c, *c.children) if g.dep_ in ("det", c.dep_))
    modal = any(c.tag_ == "MD" for c in head.children)
    # "will never forget", "should never confuse" reject no deed.
    no = any(c.dep_ == "neg" and not (modal and c.lower_ == "never") for c in head.children)
    negated = no or (none and grammar.passive(head))
    over = {head, *islice(head.ancestors, DEEPEST)}
    clauses = [t for s in one.content for t in scene.inside(s) if t not in over and grammar.verbal(t) and t.dep_ not in _HELPERS]
    own = [t for t in clauses if any(c.dep_ in ("nsubj", "nsubjpass") for c in t.children) and not _along(t)]
    return negated and not own


def _along(verb: Token) -> bool:
    """Whether a clause only goes with the negated one: it is negated too, or tells which thing is meant."""
    return verb.dep_ == "relcl" or (verb.dep_ == "conj" and any(c.dep_ == "neg" for c in verb.children))


def _event(head: Token) -> Token:
    """In "is likely to drop" and "is set to go" it is the inner verb that the clause is about."""
    for adjective in (c for c in head.children if c.dep_ == "acomp" and c.lower_ in words("bound")):
        return next((c for c in adjective.children if c.dep_ == "xcomp"), head)
    return head
