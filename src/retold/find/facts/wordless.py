"""Not all that is marked as attributed is somebody's words: deeds, mere names, and what things show are none.

Annotators mark "the state has imposed sanctions" and "the crisis shows a lack of plans" as they mark "she said"; for the
record the first is a measure, told as such, and the second is the report's own thought.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.find.attributions.vocabulary import lists
from retold.find.clauses import lemma as phrasal
from retold.find.facts import grammar
from retold.find.facts.parties import Scene, named, words
from retold.model import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Token

ANONYMITY = frozenset({"name", "identify", "quote", "publish"})

LARGEST = 4
"""Code points of a number that still counts persons; "75,000 pledged" tells a sum."""

SHORTEST = 40
"""Code points of a content that is a noun only."""


def wordless(scene: Scene, one: Attribution, head: Token, cues: set[int]) -> bool:
    """Return whether an attribution, whose content is carried by `head`, states nothing that somebody said or thinks.

    `cues` are the places of all cues of the passage.
    """
    return (
        _empty(scene, head)
        or _withholds_name(scene, one)
        or _sought(scene, one)
        or _bare(scene, one, head)
        or _passed_on(scene, one, head, cues)
        or _mute(scene, one)
        or _unspoken(scene, one, head)
        or _undergone(scene, one)
        or _longed_for(scene, one, head)
        or _minded(scene, one, head)
        or _no_refusal(scene, one)
        or _of_the_cue(scene, one, head)
        or _deed(scene, one, head)
        or _done(scene, one, head)
        or _nobodys(scene, one)
        or _ruled_against(scene, one, head)
        or _unable(scene, one)
        or _what_is_said(scene, one)
    )


def _done(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether the cue tells what somebody did, learned or weighs, in no words of theirs.

    "ordered releases", "showed its inclination", "is considering a request", "learned she had lost", "know how many read it".
    """
    cue = scene.head(one.cue[-1]) if one.cue else None
    if cue is None or (one.quoted and _opens_in_marks(scene, one)) or not grammar.verbal(cue):
        return False
    name, own = grammar.lemma(cue), {c.dep_ for c in head.children if c.tag_ != "TO"} | {c.tag_ for c in head.children}
    finite = grammar.verbal(head) and bool(own & {"nsubj", "nsubjpass"}) and "TO" not in own
    if name in words("learning") or (name in words("naming_nobody") and grammar.negated(cue) and not finite):
        return True
    if name in words("knowing"):
        first = next((t for t in scene.inside(one.content[0]) if not t.is_punct), None)
        return first is not None and first.tag_ in ("WRB", "WP", "WDT")
    speaker, first = scene.head(one.source[0]), next(iter(scene.inside(one.content[0])), None)
    if first is not None and first.lower_ == "anonymity":
        return True
    act = name if name not in words("beginning") else next((grammar.lemma(c) for c in cue.children if c.dep_ == "xcomp"), name)
    if act in words("enacting") and not finite:
        return speaker is None or not _document(named(speaker))
    opens = next(iter(scene.inside(one.cue[-1])), None)
    purpose = any(c.dep_ == "aux" and c.tag_ == "TO" for c in cue.children) or (opens is not None and opens.tag_ == "TO")
    return purpose and not finite and name in words("conferring")


def _nobodys(scene: Scene, one: Attribution) -> bool:
    """Whether the reader is spoken to ("feel free to"), a sum or a plan is taken for who speaks, or one only meets questions."""
    speaker, cue = scene.head(one.source[0]), scene.head(one.cue[0]) if one.cue else None
    first = next(iter(scene.inside(one.source[0])), None)
    if speaker is None or cue is None:
        return False
    spoken_to = first is not None and first.lower_ == "you" and grammar.lemma(cue) in ("feel", "let", "want", "like", "know")
    sum_of = speaker.pos_ == "NUM" and len(speaker.text) > LARGEST and speaker.text[0].isdigit()
    plans = cue.pos_ == "NOUN" and grammar.lemma(cue) in words("schemes") and speaker.dep_ == "poss"
    faced = any(grammar.lemma(t) in words("undergoing") for t in scene.inside(one.cue[0]) if grammar.verbal(t))
    adjective = speaker.pos_ == "ADJ" and speaker.dep_ == "amod" and any(speaker.head in scene.inside(s) for s in one.cue)
    return spoken_to or sum_of or plans or adjective or (faced and not one.quoted and not grammar.passive(cue))


def _unable(scene: Scene, one: Attribution) -> bool:
    """Whether somebody only could not, or is let, or is supposed to speak ("will find it hard to repeat", "say Vale asked")."""
    cue = scene.head(one.cue[0]) if one.cue else None
    if cue is None or one.quoted or one.stance == "declined" or not grammar.verbal(cue):
        return False
    for _ in range(2):
        cue = cue.head if cue.dep_ == "conj" and not grammar.surface(cue) else cue
    above = cue.head
    if cue.dep_ in ("xcomp", "ccomp", "advcl") and above != cue:
        near = {above.lower_, grammar.lemma(above), *(c.lower_ for c in above.children if c.dep_ in ("acomp", "oprd"))}
        if near & words("unable") and (cue.dep_ != "advcl" or cue.i > above.i) and cue.tag_ == "VB":
            return True
    alone = above.tag_ == "VB" and above.i == above.sent.start and above.lower_ in words("supposing")
    return alone and cue.dep_ == "ccomp" and not grammar.surface(above)


def _what_is_said(scene: Scene, one: Attribution) -> bool:
    """Whether only that something is said is told: "the gap between what Vale says her plan would do and what it does"."""
    first = scene.inside(one.content[0])
    opens = len(first) == 1 and first[0].lower_ == "what" and one.content[0].end <= one.source[0].start
    return opens and not one.quoted


def _ruled_against(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether an authority only acts or does not ("prosecutors declined to proceed", "the court agreed to hear it")."""
    cue, speaker = scene.head(one.cue[0]) if one.cue else None, scene.head(one.source[0])
    if cue is None or speaker is None or one.quoted or grammar.lemma(cue) not in words("ruling_so"):
        return False
    if speaker.tag_ in ("WDT", "WP"):
        speaker = grammar.relative(speaker)
    acts = head.tag_ == "VB" and grammar.lemma(head) not in lists().declined.speaking | words("explaining") | words("mute")
    return acts and grammar.lemma(speaker) in words("ruling")


def _mute(scene: Scene, one: Attribution) -> bool:
    """Whether the source is a thing that is no document, and it only shows something ("the crisis shows that ...")."""
    speaker = scene.head(one.source[0])
    if speaker is None or one.quoted or _speaks(scene, one, but=words("showing")):
        return False
    noun = named(speaker)
    if noun.tag_ in ("DT", "WDT") or (noun.pos_ in ("VERB", "AUX") and not grammar.surface(noun)):
        return True
    if noun.dep_ == "amod" and noun.pos_ == "ADJ" and noun.head.pos_ == "NOUN":
        return not scene.actor(noun.head) and not _document(noun.head)  # "many" of "many questions" speaks for nobody
    return noun.pos_ == "NOUN" and not scene.actor(noun) and not _document(noun)


def _unspoken(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether the cue tells a deed or a state ("counted on them", "was under fire for"), and nothing stands in quotation marks.

    A noun of speech tells words where a clause follows ("her claim that ..."), not where a mere noun does ("her views of it").
    """
    inside = scene.among(one.cue)
    if one.stance == "declined" or not any(t.is_alpha for t in inside) or (one.quoted and _opens_in_marks(scene, one)):
        return False
    saying = (t for t in inside if t.pos_ != "NOUN" and not (grammar.lemma(t) in words("going_on") and _leads_on(t)))
    rejecting = lists().denied.cues | lists().denied.attacking
    if any(grammar.lemma(t) in words("speaking") or t.lower_ in words("citing") or phrasal(t) in rejecting for t in saying):
        return False
    if any(grammar.lemma(t) in words("minded") for t in inside if t.pos_ in ("ADJ", "VERB")):
        return False
    spoken = any(grammar.lemma(t) in words("spoken") or grammar.lemma(t) in words("documents") for t in inside)
    return not (spoken and grammar.verbal(head))


def _leads_on(verb: Token) -> bool:
    """Whether a verb only carries another ("continues to carve out")."""
    return any(c.dep_ == "xcomp" for c in verb.children)


def _opens_in_marks(scene: Scene, one: Attribution) -> bool:
    """Whether a piece of the content begins with a quotation mark; a word in marks within it is no speech."""
    firsts = (next(iter(scene.inside(s)), None) for s in one.content)
    return any(t is not None and (t.is_quote or (t.i > 0 and t.doc[t.i - 1].is_quote)) for t in firsts)


def _undergone(scene: Scene, one: Attribution) -> bool:
    """Whether the one marked as speaking is the one spoken of ("was declared the winner", "faces criticism over")."""
    cue, speaker = scene.head(one.cue[0]) if one.cue else None, scene.head(one.source[0])
    if cue is None or speaker is None or one.quoted or not grammar.verbal(cue):
        return False
    own = speaker in grammar.surface(cue) or speaker.head == cue
    told = grammar.passive(cue) and speaker.dep_ == "nsubjpass" and grammar.lemma(cue) not in words("heard")
    return own and (told or grammar.lemma(cue) in words("undergoing"))


def _longed_for(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether it only tells what somebody is after ("who want to be president"), and no words of theirs."""
    cue = scene.head(one.cue[0]) if one.cue else None
    first = next(iter(scene.inside(one.content[0])), None)
    infinitive = (first is not None and first.tag_ == "TO") or any(c.dep_ == "aux" and c.tag_ == "TO" for c in head.children)
    deed = infinitive or (head.tag_ == "VBG" and head.dep_ in ("pcomp", "xcomp"))
    decided = deed and cue is not None and grammar.lemma(cue) in words("deciding")
    wants = (
        any(grammar.lemma(t) in words("longing") for t in scene.inside(one.cue[-1]) if grammar.verbal(t)) if one.cue else False
    )
    return cue is not None and not one.quoted and (decided or (infinitive and wants))


def _minded(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether it tells whom or what somebody knows or likes ("have come to know him"), or what they could say: no words."""
    cue = scene.head(one.cue[0]) if one.cue else None
    if cue is None or one.quoted or one.stance == "declined":
        return False
    helpers = {c.lower_ for t in (cue, cue.head) for c in t.children if c.dep_ == "aux"}
    could = {c.lower_ for c in cue.children if c.dep_ == "aux"} & (words("wished") | words("possible"))
    could |= helpers & {"would", "may"} if "have" in helpers else set()
    minds = any(grammar.lemma(t) in words("minding") for t in scene.inside(one.cue[0]))
    return bool(could) or (minds and not grammar.verbal(head))


def _no_refusal(scene: Scene, one: Attribution) -> bool:
    """Whether what is marked as a refusal is none to speak ("ignore the danger", "refuse to sell")."""
    if one.stance != "declined":
        return False
    inside = {grammar.lemma(t) for t in scene.among(one.cue)}
    if inside & words("naming_nobody"):
        return True  # "did not mention her rivals"
    told = (words("speaking") - {"decline", "refuse"}) | words("spoken") | words("mute")
    return bool(inside) and inside.isdisjoint(told) and not _speaks_below(scene, one)


def _speaks_below(scene: Scene, one: Attribution) -> bool:
    """Whether what is refused is to speak: "would not be drawn on", "refused an interview"."""
    cue = scene.head(one.cue[0])
    near = [g for c in cue.children for g in (c, *c.children)] if cue is not None else []
    return any(grammar.lemma(t) in words("mute") | words("spoken") for t in near)


def _of_the_cue(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether the content only tells more of the word that marks it ("made remarks that have been seen as slaps")."""
    cues = set(scene.among(one.cue))
    relative = any(c.tag_ in ("WDT", "WP") for c in head.children if c.dep_ in ("nsubj", "nsubjpass"))
    return head.dep_ == "relcl" and head.head in cues and relative


def _document(noun: Token) -> bool:
    return grammar.lemma(noun) in words("documents")


def _deed(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether what is marked as said is a thing that somebody does something with ("has removed the listing")."""
    cue = scene.head(one.cue[0]) if one.cue else None
    speaker = scene.head(one.source[0])
    if cue is None or one.quoted or not grammar.verbal(cue) or head.pos_ not in ("NOUN", "PROPN"):
        return False
    if speaker is not None and _document(named(speaker)):
        return False
    return one.stance == "asserted" and head.dep_ in ("dobj", "dative", "pobj", "prep") and not _speaks(scene, one)


def _speaks(scene: Scene, one: Attribution, *, but: frozenset[str] = frozenset()) -> bool:
    """Whether the cue has a word of speaking, writing or thinking other than those in `but`."""
    return any(grammar.lemma(t) in words("speaking") - but for t in scene.among(one.cue))


def _empty(scene: Scene, head: Token) -> bool:
    """Whether the content only names somebody, or is a wish not to be named: nothing is stated."""
    if (
        head.pos_ in ("NOUN", "PROPN", "PRON")
        and scene.actor(head)
        and not any(grammar.verbal(c) for c in head.children if c.dep_ != "acl")
    ):
        return True
    if grammar.lemma(head) in ("nothing", "anonymity"):
        return True
    return grammar.lemma(head) in ANONYMITY and any(c.dep_ in ("auxpass", "neg") for c in head.children)


def _withholds_name(scene: Scene, one: Attribution) -> bool:
    """Whether an outlet says that it does not name somebody: that tells of the report, not of the affair."""
    cue = scene.head(one.cue[0]) if one.cue else None
    heads = [cue, *(cue.children if cue is not None else ())]
    return cue is not None and grammar.negated(cue) and any(grammar.lemma(t) in ANONYMITY for t in heads if t is not None)


def _sought(scene: Scene, one: Attribution) -> bool:
    """Whether it only tells what somebody was after ("sought a way"): narration, no words of theirs."""
    cue = scene.head(one.cue[0]) if one.cue else None
    return cue is not None and not one.quoted and grammar.lemma(cue) in words("seeking")


def _bare(scene: Scene, one: Attribution, head: Token) -> bool:
    """Whether the content is a mere noun ("rejected the claim", "offered some advice"): what was said is not told."""
    if one.quoted or one.stance in ("denied", "declined") or head.pos_ not in ("NOUN", "PRON", "SCONJ", "DET"):
        return False
    length = sum(s.end - s.start for s in one.content)
    inside = scene.among(one.content)
    if length > SHORTEST or any(grammar.verbal(t) or t.pos_ in ("PROPN", "NUM") for t in inside):
        return False
    if [t.tag_ for t in inside if t.is_alpha] == ["PRP$", "NN"]:
        return True  # "announcing his bid"
    return one.stance != "planned" or grammar.lemma(head) in words("remarks")


def _passed_on(scene: Scene, one: Attribution, head: Token, cues: set[int]) -> bool:
    """Whether an outlet only passes on what another says ("the Post reports: two officials say ..."): that is told there."""
    speaker = scene.head(one.source[0])
    if speaker is None or not scene.outlet(speaker):
        return False
    inner = {head, *(c for c in head.children if c.lower_ in ("according", "accord"))}
    return any(scene.parse.start + t.idx in cues - {own.start for own in one.cue} for t in inner)
