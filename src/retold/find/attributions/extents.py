"""How far the words of a source and of a cue reach around their head word.

A source takes in its appositions and relative clauses ("Ada Holm, a lawyer who ..."); a cue its auxiliaries,
adverbs and negation ("has also said", "did not rule out"), its particle, and the verb that carries it ("declined to
say"). Where a verb has no subject of its own, the subject is that of the verb it hangs on ("X left, saying that").
This is how the annotators of PolNeAR mark them (Newell, Margolin & Ruths 2018).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from retold.find.attributions.frames import Frame, Range, subtree
from retold.find.clauses import SUBJECTS, apart, is_verb, lemma
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

STEPS = 4
"""How many verbs up a missing subject is looked for."""

HANGS = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acomp", "dep", "parataxis"})
"""How a verb without a subject may hang on the one whose subject it shares."""

MODIFIERS = frozenset({"aux", "auxpass", "neg", "advmod"})


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(table("retold.find.attributions", "cues.toml")["grammar"][key])


def cue_of(frame: Frame) -> tuple[int, ...]:
    """Return the tokens of a cue, in order."""
    head = frame.cue
    chosen = {head.i, *(token.i for token in frame.extra if token.dep_ != "agent")}
    chosen |= {token.i for token in frame.extra if token.dep_ == "agent"}
    if frame.kind == "silence" and frame.content[0].start == head.i:
        # "could not be reached" with nothing behind it: the silence is cue and content at once.
        return tuple(sorted(_core(head) - {head.i})) or (head.i,)
    if is_verb(head):
        chosen |= _core(head) | _carrier(head) | _medium(head) | _issued(head)
    elif head.pos_ == "ADJ" and head.dep_ == "acomp":
        chosen |= {head.head.i, *_core(head), *_core(head.head)}
    elif head.pos_ == "NOUN":
        chosen |= _light(head)
    return tuple(sorted(chosen))


def _core(verb: Token) -> set[int]:
    """The verb with the auxiliaries, negation and adverbs right before it, and its particle."""
    mine = {child.i for child in verb.children if child.dep_ in MODIFIERS and child.i < verb.i}
    core, at = {verb.i}, verb.i - 1
    while at in mine:
        core.add(at)
        at -= 1
    auxiliaries = {i for i in mine if verb.doc[i].dep_ in ("aux", "auxpass", "neg") and verb.i - i <= 4}
    particles = {child.i for child in verb.children if child.dep_ == "prt" and child.i - verb.i <= 2}
    return core | auxiliaries | particles


def _carrier(verb: Token) -> set[int]:
    """ "declined to say", "went on to argue": the verb over it, where it only carries."""
    head = verb.head
    if verb.dep_ != "xcomp" or not is_verb(head) or lemma(head) not in _list("carriers") or verb.i - head.i > 4:
        return set()
    return _core(head) | set(range(head.i, verb.i))


def _medium(verb: Token) -> set[int]:
    """ "said in a statement": the statement is how it was said, not who said it."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "via", "by") and child.i == verb.i + 1:
            medium = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
            if medium is not None and medium.lemma_.lower() in _list("mediums") and medium.i - verb.i <= 4:
                return set(range(child.i, medium.i + 1))
    return set()


def _issued(verb: Token) -> set[int]:
    """ "issued a statement saying": the verb that brings the document about belongs to the cue."""
    document = verb.head
    if verb.dep_ not in ("acl", "relcl") or document.dep_ != "dobj" or verb.i - document.i > 2:
        return set()
    maker = document.head
    if not is_verb(maker) or maker.lemma_ not in _list("issues") or document.i - maker.i > 5:
        return set()
    return _core(maker) | set(range(maker.i, verb.i))


def _light(noun: Token) -> set[int]:
    """ "made the claim that": the verb that only carries the noun, with what stands between."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in _list("light") or noun.i - verb.i > 4:
        return set()
    return _core(verb) | set(range(verb.i, noun.i))


def source_of(frame: Frame) -> Range | None:
    """Return the tokens of a frame's source, or None where it has none."""
    if frame.impersonal:
        return _agent(frame)
    head = frame.cue
    if _called(frame) or _list_of_charges(head):
        return None
    if is_verb(head):
        return _subject_range(head)
    if head.pos_ == "NOUN":
        return _of_noun(head)
    if head.dep_ == "acomp":
        return _subject_range(head.head)
    return _subject_range(head)


def _called(frame: Frame) -> bool:
    """ "was cited as a key figure": the one spoken of does not speak; in "was quoted as saying" they do."""
    passive = is_verb(frame.cue) and any(child.dep_ in ("auxpass", "nsubjpass") for child in frame.cue.children)
    first = frame.cue.doc[frame.content[0].start] if frame.content else frame.cue
    return passive and frame.kind == "preposition" and frame.key.endswith(" as") and first.tag_ != "VBG"


def _list_of_charges(head: Token) -> bool:
    """ "..., charges that she denies": a noun after a comma that the parser takes for one more verb."""
    if head.tag_ != "VBZ" or head.dep_ != "conj" or not 0 < head.i < len(head.doc) - 1:
        return False
    return head.doc[head.i - 1].text == "," and head.doc[head.i + 1].lower_ in ("that", "which")


def _agent(frame: Frame) -> Range | None:
    for token in frame.extra:
        inner = next((child for child in token.children if child.dep_ == "pobj"), None)
        if token.dep_ == "agent" and inner is not None:
            return subtree(inner)
    return None


def _of_noun(noun: Token) -> Range | None:
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is not None:
        return subtree(owner)
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None:
                return Range(inner.left_edge.i, inner.i + 1)
    if noun.dep_ == "dobj" and is_verb(noun.head) and noun.head.lemma_ in _list("light") | _list("issues"):
        return _subject_range(noun.head)
    return None


def _subject_range(verb: Token) -> Range | None:
    current = verb
    for _ in range(STEPS):
        subject = next((child for child in current.children if child.dep_ in SUBJECTS), None)
        if subject is not None:
            return _bounded(subject, verb) if subject.dep_ != "expl" else None
        if current.dep_ == "acl" and current is verb and _issued(verb):
            current = current.head.head
            continue
        if current.dep_ == "acl" and current.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return Range(current.head.left_edge.i, max(current.head.i + 1, _before(current)))
        if current.head is current or current.dep_ not in HANGS:
            return None
        current = current.head
    return None


def _without_time(subject: Token, whole: Range) -> Range:
    """ "Holm on Tuesday": the day belongs to the verb, whatever the parse says."""
    last = subject.doc[whole.end - 1]
    if last.lower_ not in _list("days") or last.i == subject.i:
        return whole
    before = subject.doc[last.i - 1]
    return Range(whole.start, before.i if before.lower_ in ("on", "late", "early") and before.i > subject.i else last.i)


def _before(clause: Token) -> int:
    """Where a noun's own words end before a clause that hangs on it."""
    at = clause.left_edge.i
    while at > 0 and clause.doc[at - 1].is_punct:
        at -= 1
    return at if at > clause.head.i else clause.head.i + 1


def _bounded(subject: Token, verb: Token) -> Range | None:
    """The subject with all that hangs on it, unless the parse has put the verb inside it."""
    for child in subject.children:
        if child.dep_ in ("appos", "conj") and apart(child):
            return subtree(child)
    whole = _without_time(subject, subtree(subject))
    if whole.start <= verb.i < whole.end:
        return Range(subject.left_edge.i, subject.i + 1) if subject.i < verb.i else Range(subject.i, subject.right_edge.i + 1)
    return whole
