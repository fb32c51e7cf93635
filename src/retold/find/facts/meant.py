"""Planned is what a party means to do itself, announces of its own side, or wants of others; what it foresees is not.

"We will sue", "he planned to vote" and "called on the council to act" are planned; "the mill will fail", "she would bring
ruin" and "crowds would come each night" are views of what others do, however many of them say "will". Whose act it is
shows in the subject of what is said, as in `attributions/intents.py`; what is announced of others, in its verb (`meant.toml`).
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from retold.find import stance
from retold.find.attributions.vocabulary import lists
from retold.find.clauses import CHILDREN
from retold.find.clauses import lemma as phrasal
from retold.find.facts import grammar
from retold.find.facts.meant_lists import meant_lists
from retold.find.facts.parties import Scene, named, words
from retold.find.future import future
from retold.model import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLURAL = frozenset({"NNS", "NNPS"})
_NARROW = 12
"""Words of a source that are looked at."""


def meant(scene: Scene, one: Attribution, head: Token) -> bool:
    """Tell whether an attribution, whose content is carried by `head`, is its source's own plan or promise, or an appeal."""
    cues = _keys(scene, one)
    if one.stance == "asked":
        if "ask" in cues and not (_infinitive(head) or "ask for" in cues):
            return _order(scene, one, head)  # "asked about the release" asks for nothing to be done
        return not _question(scene, one) and (_order(scene, one, head) or not cues.isdisjoint(meant_lists().appealing))
    if not cues.isdisjoint(meant_lists().proposing) and any(
        t.tag_ == "VBG" and t.dep_ in ("xcomp", "ccomp", "pcomp") for t in scene.inside(one.content[0])[:1]
    ):
        return True
    if _demanded(head) and not cues.isdisjoint(meant_lists().demanding):
        return True
    if not grammar.verbal(head) or _infinitive(head):
        return _bare(scene, one, head, cues)
    event = _event(head)
    if one.stance == "planned" and not cues.isdisjoint(lists().planned.cues):
        return future(event) or event.tag_ == "VB"
    if not cues.isdisjoint(lists().planned.forecasting):
        return False
    if _duty(event):
        return _addressed(scene, event) or _ours(event)
    if one.quoted and _begs(head):
        return True
    return _clause(scene, one, event, cues if event == head else frozenset())


def _ours(event: Token) -> bool:
    """ "we should round them up": what those are to do for whom somebody speaks."""
    first = any(c.lower_ == "we" for c in grammar.surface(event))
    return (
        first
        and not stance.negated(event)
        and event.tag_ == "VB"
        and phrasal(event) not in meant_lists().states | meant_lists().idle
    )


def _begs(head: Token) -> bool:
    """ "I ask you not to leave": said in so many words, and meant."""
    near = list(islice(head.children, CHILDREN))
    own = any(c.lower_ in words("first") for c in near if c.dep_ == "nsubj")
    whom = any(c.dep_ in ("dobj", "dative") for c in near) and head.tag_ == "VBP"
    act = any(_infinitive(g) for c in near if c.dep_ in ("dobj", "xcomp", "ccomp") for g in (c, *c.subtree))
    return own and whom and act and phrasal(head) in meant_lists().appealing


def _demanded(head: Token) -> bool:
    """ "demands that the council pay", "demanding she make a pledge": the bare verb of what somebody is to do."""
    near = list(islice(head.children, CHILDREN))
    subject = any(c.dep_ in ("nsubj", "nsubjpass") and c.i < head.i for c in near)
    many = any(c.tag_ in _PLURAL for c in near if c.dep_ == "nsubj")  # "suggested that they come from fear" tells how it is
    bare = (head.tag_ == "VB" and not many) or (
        head.tag_ == "VBP" and any(c.tag_ in ("NN", "NNP") for c in near if c.dep_ == "nsubj")
    )
    bare |= any(c.dep_ == "auxpass" and c.lower_ == "be" and c.tag_ == "VB" for c in near)
    return subject and bare and not any(c.dep_ == "aux" for c in near)


def _keys(scene: Scene, one: Attribution) -> frozenset[str]:
    """The dictionary forms of the cue's words, alone and with the word after ("call for")."""
    found = {grammar.lemma(t) for t in scene.among(one.cue)}
    found |= {phrasal(t) for t in scene.among(one.cue)}
    after = (t.nbor() for t in scene.among(one.cue) if t.i + 1 < len(t.doc))
    return frozenset(found | {f"{grammar.lemma(t.nbor(-1))} {t.lower_}" for t in after})


def _question(scene: Scene, one: Attribution) -> bool:
    """Whether a question is asked: a mark in the first piece, or a word that opens one."""
    inside = scene.inside(one.content[0])
    first = next((t for t in inside if not t.is_punct), None)
    asking = first is not None and first.lower_ in stance.words("unknown", "complementizers")
    # "asking Vale pointedly whether she would"
    whether = any(t.lower_ in ("whether", "if") and t.dep_ == "mark" for t in inside)
    return asking or whether or any("?" in t.text for t in inside)


def _order(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether the words themselves call on somebody: "Stop the sale!", "Please join me"."""
    polite = any(t.lower_ == "please" for t in scene.among(one.content))
    thanks = phrasal(head) in meant_lists().thanking  # "Appreciate your help"
    return polite or (
        one.quoted and head.tag_ == "VB" and not thanks and not any(c.dep_ == "nsubj" for c in islice(head.children, CHILDREN))
    )


def _infinitive(verb: Token) -> bool:
    near = list(islice(verb.children, CHILDREN))
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in near) and not any(c.dep_ == "nsubj" for c in near)


def _bare(scene: Scene, one: Attribution, head: Token, cues: frozenset[str]) -> bool:
    """Whether an infinitive or a noun is what is meant to be done: "vowed to work", "announced the imminent release"."""
    said = one.stance == "planned" or stance.stance_of(head, scene.parse) == "planned"
    if grammar.verbal(head):
        return said
    if grammar.lemma(head) in words("remarks") | lists().planned.remarks | meant_lists().given or "discuss" in cues:
        return False
    if grammar.lemma(head) in lists().planned.nouns and any(_infinitive(c) for c in head.children if c.dep_ in ("acl", "xcomp")):
        return not cues.isdisjoint(lists().planned.making_known)
    told = not cues.isdisjoint(lists().planned.cues) or stance.ahead(head)
    return said and (told or (one.stance == "planned" and _cue_ahead(scene, one)))


def _cue_ahead(scene: Scene, one: Attribution) -> bool:
    """ "will seek help": the cue itself lies ahead."""
    return any(future(t) for t in scene.among(one.cue) if grammar.verbal(t))


def _event(head: Token) -> Token:
    """What a clause is about: under "we think", "she hopes" the inner clause; under "is likely to" the inner verb."""
    for _ in range(3):
        inner = next((c for c in islice(head.children, CHILDREN) if c.dep_ == "ccomp" and c.i > head.i), None)
        if inner is None or phrasal(head) not in lists().content.belief:
            return head
        head = inner
    return head


def _clause(scene: Scene, one: Attribution, event: Token, cues: frozenset[str]) -> bool:
    subject = next(iter(grammar.surface(event)), None)
    inside = scene.among(one.content)
    before = any(t.i < event.i and t.pos_ in ("NOUN", "PROPN", "PRON") for t in inside)
    if subject is None or subject.lower_ == "you" or _unsure(event) or (subject not in inside and before):
        return False  # who does it stands in the words themselves, wherever the parser hangs it
    mine = _own(scene, one, subject) and not _of_a_text(scene, one)
    if not mine and {c.lower_ for c in event.children if c.dep_ == "advmod"} & meant_lists().likelihood:
        return False
    if (bound := _resolved(event)) is not None:
        past = (event.tag_ == "VBD" or _perfect(event)) and grammar.lemma(event) in meant_lists().past
        settled = event.lemma_ == "be" or phrasal(event) in lists().planned.commissive  # "became willing" announces nothing
        return not past and (mine or (settled and _announced(scene, one, subject, bound, cues)))
    if not future(event):
        return False
    if mine:
        if event.lemma_ == "be" and phrasal(event.head) in lists().content.belief and event.dep_ == "ccomp":
            return False  # "I feel that I will be richer"
        judged = subject.lower_ in ("he", "she") and any(c.dep_ == "attr" for c in event.children)  # "she would be a bad mayor"
        told = event.lemma_ != "be" or (not judged and (one.quoted or not cues.isdisjoint(meant_lists().plain)))
        return told and phrasal(event) not in meant_lists().idle
    return _announced(scene, one, subject, event, cues)


def _of_a_text(scene: Scene, one: Attribution) -> bool:
    """Whether a text or a forecast speaks, which means to do nothing itself."""
    source = scene.head(one.source[0])
    return source is not None and source.pos_ == "NOUN" and grammar.lemma(source) in words("documents")


def _unsure(event: Token) -> bool:
    """ "would come each night", "would pay if": a habit, a condition."""
    near = list(islice(event.children, CHILDREN))
    lowered = {t.lower_ for c in near for t in (c, *islice(c.children, CHILDREN))}
    if not any(c.lower_ in ("would", "'d", "’d") for c in near):
        return False
    inner = {t.lower_ for t in islice(event.subtree, CHILDREN)}
    helped = any(c.dep_ == "advcl" and any(g.lower_ == "were" for g in c.children) for c in near)
    return bool(helped or inner & meant_lists().habits or lowered & stance.words("planned", "conditional"))


def _resolved(event: Token) -> Token | None:
    """The act of "plans to sue", "is considering a sale", "is likely to drop": what the clause says is to come."""
    near = list(islice(event.children, CHILDREN))
    if event.lower_ == "going" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in near):
        act = next((c for c in near if c.dep_ == "xcomp" and _infinitive(c)), None)
        return act if act is not None and phrasal(act) not in meant_lists().idle else None
    if phrasal(event) in lists().planned.cues | lists().planned.infinitive | lists().planned.gerund:
        act = next((c for c in near if c.dep_ == "xcomp" and c.i > event.i and (c.tag_ == "VBG" or _infinitive(c))), None)
        if act is None and phrasal(event) in lists().planned.commissive and event.tag_ in ("VBP", "VBZ", "VBD"):
            return next((event for c in near if c.dep_ == "dobj"), None)  # "plans a sale"
        courteous = event.lemma_ in ("want", "like", "wish") and any(c.lower_ in words("first") for c in near)
        return None if act is not None and courteous and phrasal(act) in meant_lists().idle else act  # "I want to thank you"
    for adjective in (c for c in near if c.dep_ in ("acomp", "oprd") and c.lower_ in meant_lists().bound):
        return next((c for c in adjective.children if c.dep_ == "xcomp"), None)
    return None


def _perfect(event: Token) -> bool:
    """ "has fought to change it" tells what was done."""
    return event.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in islice(event.children, CHILDREN))


def _announced(scene: Scene, one: Attribution, subject: Token, event: Token, cues: frozenset[str]) -> bool:
    """Whether it is told as settled what others will do: "said the envoy will arrive", "officials said guards will be posted"."""
    helpers = {c.lower_ for c in islice(event.children, CHILDREN) if c.dep_ == "aux"}
    going = event.tag_ == "VBG" and "be" in helpers
    if one.quoted and _within_marks(scene, one, subject) and not (going or _speaks_for(scene, one)):
        return False
    if cues.isdisjoint(meant_lists().plain) or phrasal(event) in meant_lists().outcomes | meant_lists().states:
        return False
    listed = phrasal(event) in lists().planned.acts | meant_lists().scheduled
    if grammar.passive(event):
        return listed
    sided = _speaks_for(scene, one) and not helpers & {"would", "'d", "’d"}
    party = (scene.actor(subject) and subject.pos_ != "PRON") or grammar.lemma(subject) in meant_lists().sent
    announced = not cues.isdisjoint(lists().planned.announcing)
    return party and (listed or going or sided or announced or _infinitive(event))


def _speaks_for(scene: Scene, one: Attribution) -> bool:
    """Whether the source is a body or speaks for one: what it says of its side is settled."""
    inside = scene.inside(one.source[0])
    return any(grammar.lemma(t) in lists().planned.voices or grammar.lemma(t) in words("bodies") for t in inside)


def _own(scene: Scene, one: Attribution, subject: Token) -> bool:
    """Whether the subject of what is said is the source, or of its side ("our office", "his campaign")."""
    low, source = subject.lower_, scene.head(one.source[0])
    source = grammar.relative(source) if source is not None else None
    if low in words("first"):
        return True
    owner = next((c for c in islice(subject.children, CHILDREN) if c.dep_ == "poss"), None)
    if owner is not None:
        return grammar.lemma(subject) in lists().planned.side and _own(scene, one, owner)
    if subject.pos_ == "PRON":
        return not _within_marks(scene, one, subject) and _agrees(scene, low, source)
    same = source is not None and named(source).lower_ == low and subject.pos_ == "PROPN"
    return same or (source is not None and subject.pos_ == "NOUN" and grammar.lemma(source) == grammar.lemma(subject))


def _within_marks(scene: Scene, one: Attribution, token: Token) -> bool:
    """Whether a word of the content stands in quotation marks: "he" in them is not who speaks."""
    before = [t for t in scene.among(one.content) if t.i < token.i]
    return sum(t.is_quote for t in before) % 2 == 1


def _agrees(scene: Scene, low: str, source: Token | None) -> bool:
    """Whether a pronoun of the third person can be the source by number and kind."""
    planned = lists().planned
    if source is None:
        return low in planned.human | planned.many
    if source.pos_ == "PRON":
        return any({low, source.lower_} <= group for group in (planned.human, planned.many, planned.thing))
    # The parser takes "Vales" for many.
    several = (source.tag_ in _PLURAL and not scene.person(source)) or len(grammar.coordinated(source)) > 1
    voice = any(grammar.lemma(t) in planned.voices for t in (source, *islice(source.subtree, _NARROW)))
    body = scene.group(source) or voice or (source.pos_ == "PROPN" and not scene.person(source))
    if low in planned.human:
        return not several
    return (several or body) if low in planned.many else body and (voice or source.tag_ not in _PLURAL)


def will_not(scene: Scene, one: Attribution, event: Token) -> bool:
    """Tell whether a negated clause tells what its source, or somebody, will not do: "said she would not accept it"."""
    helpers = {c.lower_ for c in islice(event.children, CHILDREN) if c.dep_ == "aux"}
    if "have" in helpers or not helpers & stance.words("planned", "auxiliaries"):
        return False
    name, subject = phrasal(event), next(iter(grammar.surface(event)), None)
    if subject is None or name in meant_lists().idle | meant_lists().states:
        return False
    told = scene.actor(subject) and subject.lower_ not in words("generic") and not _within_marks(scene, one, subject)
    return _own(scene, one, subject) or (told and name not in meant_lists().outcomes)


def _duty(event: Token) -> bool:
    return any(c.lower_ in meant_lists().duty for c in islice(event.children, CHILDREN) if c.dep_ == "aux")


def _addressed(scene: Scene, event: Token) -> bool:
    """ "the council should send help": an appeal to somebody to act; "she should be banned" is a view."""
    subject = next(iter(grammar.surface(event)), None)
    if subject is None or grammar.passive(event) or subject.pos_ not in ("NOUN", "PROPN"):
        return False
    return scene.actor(subject) and event.tag_ == "VB" and phrasal(event) not in meant_lists().states
