"""How a statement stands: what its source rejects, will not say, means to do or asks for; else it is asserted.

A "not" alone denies little: "is not new", "we are not paid by them, we earn it" and "should not pay" make a point, so a
statement is denied where its cue rejects, where a deed or a charge is rejected, or where all that is said is negated.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from retold.find import stance
from retold.find.attributions.vocabulary import lists
from retold.find.clauses import lemma as phrasal
from retold.find.facts import grammar
from retold.find.facts.meant import meant, will_not
from retold.find.facts.parties import Scene, words
from retold.model import Attribution, Stance
from retold.tables import typed

if TYPE_CHECKING:
    from spacy.tokens import Token

_HELPERS = frozenset({"aux", "auxpass"})

WITHHOLDING = frozenset({"decline", "refuse"})

DEEPEST = 12
"""Words over a word that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """The lists of `stands.toml`."""

    lacking: frozenset[str]
    having: frozenset[str]
    finding: frozenset[str]
    unfound: frozenset[str]
    leading: frozenset[str]
    untrue: frozenset[str]
    pleas: frozenset[str]
    willing: frozenset[str]
    withheld: frozenset[str]
    giving: frozenset[str]
    refusing: frozenset[str]


@cache
def _lists() -> Stands:
    return typed(Stands, "retold.find.facts", "stands.toml")


def stands(scene: Scene, one: Attribution, head: Token) -> Stance:
    """Return how a statement stands, whose content is carried by `head`: asserted, denied, planned or declined.

    The cue decides, else the content's own predicate; "no secrets" in its object denies nothing yet.
    """
    if one.stance == "declined" or _withheld(scene, one, head) or _will_not_say(head) or _unwilling(scene, one, head):
        return "declined"
    if (one.stance == "denied" and denying(scene, one)) or _neither(head) or _few_say(scene, one, head):
        return "denied"
    if _unproved(scene, one) or _without(head) or _untrue(head) or _doubted(scene, one, head) or _pleads(scene, one):
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
    return "denied" if _rejected(scene, one, head) else "asserted"


def _rejected(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether what is said with a "not" rejects something: a deed, what ever was, what is plain, what one will not do."""
    if stance.denies(head) or _never_was(head) or _plainly(scene, one, head):
        return True
    return stance.negated(head) and will_not(scene, one, head)


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
    lacks = grammar.lemma(head) in _lists().having and any(grammar.lemma(c) in words("lacking") | _lists().lacking for c in none)
    lacks |= grammar.lemma(head) in _lists().finding and any(grammar.lemma(c) not in _lists().unfound for c in none)
    blameless = any(
        c.lower_ == "nothing" and any(g.lower_ in words("blame") for g in (*c.children, *head.children)) for c in things
    )
    return lacks or (blameless and grammar.lemma(head) == "do")


def _untrue(head: Token) -> bool:
    """ "the charges are false"."""
    return (
        head.lemma_ == "be"
        and not stance.negated(head)
        and any(c.lower_ in _lists().untrue for c in head.children if c.dep_ == "acomp")
    )


def _doubted(scene: Scene, one: Attribution, head: Token) -> bool:
    """ "doubt that the mill will open": who doubts it takes it not to be so; who doubts whether it will leaves it open."""
    cue = scene.head(one.cue[0]) if one.cue else None
    if cue is None or grammar.lemma(cue) != "doubt" or not grammar.verbal(cue) or stance.negated(cue):
        return False
    return head.dep_ == "ccomp" and not any(c.lower_ in ("whether", "if") for c in head.children)


def _pleads(scene: Scene, one: Attribution) -> bool:
    """ "pleaded not guilty to the charges", and the bare answer "No"."""
    cues = scene.among(one.cue)
    plea = {c.lower_ for t in cues for c in (t, *t.children)} & _lists().pleas
    pleads = any(grammar.lemma(t) == "plead" for t in cues)
    said = {t.lower_ for t in scene.among(one.content) if t.is_alpha and t.pos_ != "ADV"}
    answer = one.quoted and bool(said) and said <= _lists().refusing
    return answer or (pleads and ("innocent" in plea or ("guilty" in plea and any(t.lower_ == "not" for t in cues))))


def _never_was(head: Token) -> bool:
    """ "never would have paid it": what would not have been done was not done."""
    near = {c.lower_ for c in head.children}
    return "never" in near and "have" in near and bool(near & {"would", "could"})


def _unwilling(scene: Scene, one: Attribution, head: Token) -> bool:
    """ "was not willing to say", "does not want to offer predictions": whether by the cue or in what is said of oneself."""
    cues = scene.among(one.cue)
    keen = [t for t in (*cues, head) if grammar.lemma(t) in _lists().willing and t.dep_ != "advcl"]
    no = [t for t in keen if stance.negated(t) or (t.dep_ == "acomp" and stance.negated(t.head))]
    said = [c for t in no for c in t.children if c.dep_ in ("xcomp", "ccomp")] + [t for t in cues if no and t.dep_ == "xcomp"]
    speaks = lists().declined.own | words("saying_no_more")
    gives = any(grammar.lemma(c) in _lists().giving and _thing(c) for c in said)
    return bool(no) and (gives or any(grammar.lemma(c) in speaks for c in said))


def _thing(verb: Token) -> bool:
    return any(grammar.lemma(c) in _lists().withheld for c in verb.children if c.dep_ == "dobj")


def _withheld(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether to speak is what was refused: "declined to define what it means"."""
    refusing = any({grammar.lemma(t), phrasal(t)} & WITHHOLDING for t in scene.among(one.cue))
    verbs = (head, *scene.among(one.cue))
    speaking = lists().declined.speaking | words("explaining")
    said = any({grammar.lemma(t), phrasal(t)} & speaking for t in verbs if grammar.verbal(t))
    return one.stance == "denied" and ((refusing and said) or _unanswered(scene, one, head))


def _unanswered(scene: Scene, one: Attribution, head: Token) -> bool:
    """ "rebuffed several requests for interviews"."""
    cues = {grammar.lemma(t) for t in scene.among(one.cue)}
    sought = {t.lemma_.lower() for t in islice(head.subtree, DEEPEST)} & words("answers")
    return bool(cues & words("rebuffing") and sought) and head.pos_ in ("NOUN", "PROPN")


def _will_not_say(head: Token) -> bool:
    """ "I'm not going to answer", "we won't comment", said of oneself."""
    said = next((c for c in head.children if c.dep_ == "xcomp"), head) if grammar.lemma(head) == "go" else head
    own = any(t.lower_ in words("first") for t in grammar.surface(head))
    ahead = said != head or any(c.lower_ in stance.words("planned", "auxiliaries") for c in head.children)
    to = grammar.lemma(said) == "speak" and bool(grammar.complements(said, "to"))  # "to the content of these letters"
    return (
        own and ahead and stance.negated(head) and (to or grammar.lemma(said) in lists().declined.own | words("saying_no_more"))
    )


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
    clauses = [t for t in scene.among(one.content) if t not in over and grammar.verbal(t) and t.dep_ not in _HELPERS]
    led = grammar.lemma(head) in _lists().leading
    own = [t for t in clauses if any(c.dep_ in ("nsubj", "nsubjpass") for c in t.children) and not _along(t)]
    own = [t for t in own if not (led and t.dep_ == "ccomp" and t.head == head) and not _for_to(t)]
    return negated and not own


def _for_to(verb: Token) -> bool:
    """ "pay for them to come"."""
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)


def _along(verb: Token) -> bool:
    """Whether a clause only goes with the negated one: it is negated too, or tells which thing is meant."""
    return verb.dep_ == "relcl" or (verb.dep_ == "conj" and any(c.dep_ == "neg" for c in verb.children))


def _event(head: Token) -> Token:
    """In "is likely to drop" and "is set to go" it is the inner verb that the clause is about."""
    for adjective in (c for c in head.children if c.dep_ == "acomp" and c.lower_ in words("bound")):
        return next((c for c in adjective.children if c.dep_ == "xcomp"), head)
    return head
