"""What hangs on a cue word, and which of it is what is said: the frames a verb, noun or adjective can attribute in.

A frame is how content stands to its cue ("clause": said that ...; "infinitive": promised to ...; "object": praised
X; "preposition": called for X; "raising": X is expected to ...; "noun clause": the claim that ...). Whether a word
attributes at all is not asked here: frames say how what was marked hangs together. They are those that quotation
extractors over dependency trees use (Almeida et al. 2014; the GenderGapTracker's extractor).

All ranges are token ranges (half-open) of one paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from retold.find.attributions.vocabulary import lists
from retold.find.clauses import is_verb, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


class Range(NamedTuple):
    """Tokens [start, end) of a paragraph."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One way in which `cue` may attribute `content`."""

    kind: str
    cue: Token
    content: tuple[Range, ...]


def subtree(token: Token) -> Range:
    """Return the range of a word with all that hangs on it."""
    return Range(token.left_edge.i, token.right_edge.i + 1)


def frames(token: Token) -> Iterator[Frame]:
    """Yield the frames that a word stands in, the most telling first."""
    if is_verb(token) and token.dep_ not in ("aux", "auxpass"):
        yield from _verb_frames(token)
    elif token.pos_ == "NOUN":
        yield from _noun_frames(token)
    elif token.pos_ == "ADJ":
        yield from _adjective_frames(token)


def _verb_frames(verb: Token) -> Iterator[Frame]:
    name = lemma(verb)
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield from _participle(verb)
    if passive:
        yield from _passive_frames(verb)
    if any(child.dep_ == "neg" for child in verb.children) and not _vowed(verb):
        yield _silence(verb, name)
    for child in verb.children:
        if child.dep_ == "ccomp":
            yield Frame(kind="clause", cue=verb, content=(subtree(child),))
    yield from _infinitive_frames(verb, name, passive=passive)
    yield from _prepositional_frames(verb)
    if not passive:
        yield from _object_frames(verb)
    if verb.dep_ in ("parataxis", "ccomp", "advcl", "ROOT", "relcl"):
        yield from _parenthetical(verb)


def _vowed(verb: Token) -> bool:
    """ "not to speak", "swore they would never speak": what is not to be done; nobody was asked and kept silent."""
    around = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg", "advmod")}
    return "to" in around or ("never" in around and not around.isdisjoint(lists().planned.auxiliaries))


def _silence(verb: Token, name: str) -> Frame:
    """ "did not respond to questions", "could not be reached": what was not answered, else the answering itself."""
    for child in verb.children:
        inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None) if child.dep_ == "prep" else None
        if inner is not None and child.i > verb.i and name != "reach":
            content = Range(inner.left_edge.i, child.right_edge.i + 1)
            return Frame(kind="silence", cue=verb, content=(content,))
        if child.dep_ in ("dobj", "prep") and child.i > verb.i:
            return Frame(kind="silence", cue=verb, content=(subtree(child),))
    return Frame(kind="silence", cue=verb, content=(Range(verb.i, verb.right_edge.i + 1),))


def _infinitive_frames(verb: Token, name: str, *, passive: bool) -> Iterator[Frame]:
    for child in verb.children:
        if child.dep_ != "xcomp" or child.i < verb.i:
            continue
        marked = any(grandchild.lower_ == "to" and grandchild.dep_ == "aux" for grandchild in child.children)
        if name in lists().content.seeming:
            yield _raised(verb, child)
        elif marked and not passive:
            yield Frame(kind="infinitive", cue=verb, content=(subtree(child),))
        elif child.tag_ == "VBG":
            yield Frame(kind="gerund", cue=verb, content=(subtree(child),))
    for child in verb.children:
        if child.dep_ in ("oprd", "acomp") and name in lists().content.seeming:
            yield _raised(verb, child)


def _raised(verb: Token, complement: Token) -> Frame:
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    own = (subtree(complement),)
    return Frame(kind="raising", cue=verb, content=((subtree(subject), *own) if subject is not None else own))


def _passive_frames(verb: Token) -> Iterator[Frame]:
    subject = next((child for child in verb.children if child.dep_ in ("nsubjpass", "nsubj")), None)
    agents = [child for child in verb.children if child.dep_ == "agent"]
    for child in verb.children:
        if child.dep_ in ("xcomp", "oprd") and child.i > verb.i:
            yield _raised(verb, child)
    if subject is not None:
        rest = [subtree(c) for c in verb.children if c.dep_ in ("prep", "oprd", "acl") and c.i > verb.i and c not in agents]
        kind = "passive with agent" if agents else "passive"
        yield Frame(kind=kind, cue=verb, content=(subtree(subject), *rest))


def _participle(verb: Token) -> Iterator[Frame]:
    """ "detainees identified by the opposition as political prisoners": a passive that hangs on its noun."""
    agents = [child for child in verb.children if child.dep_ == "agent"]
    if agents and verb.head.i < verb.i:
        noun = Range(verb.head.left_edge.i, verb.head.i + 1)
        rest = [subtree(c) for c in verb.children if c.dep_ in ("prep", "oprd", "xcomp") and c.i > verb.i and c not in agents]
        yield Frame(kind="passive with agent", cue=verb, content=(noun, *rest))


def _object_frames(verb: Token) -> Iterator[Frame]:
    thing = next((child for child in verb.children if child.dep_ in ("dobj", "attr") and child.i > verb.i), None)
    if thing is None:
        yield from _relative_object(verb)
        return
    tail = [
        child
        for child in verb.children
        if child.i > thing.i
        and (child.dep_ in ("oprd", "xcomp") or (child.dep_ == "prep" and child.lower_ in lists().content.complements))
    ]
    content = Range(thing.left_edge.i, max([thing.right_edge.i, *(c.right_edge.i for c in tail)]) + 1)
    kind = "object" if thing.dep_ == "dobj" else "attribute"
    yield Frame(kind=kind, cue=verb, content=(content,))


def _relative_object(verb: Token) -> Iterator[Frame]:
    """ "charges that she denies": what is denied stands before, and "that" only takes it up."""
    relative = next((child for child in verb.children if child.dep_ == "dobj" and child.tag_ in ("WDT", "WP", "IN")), None)
    if relative is None or verb.dep_ != "relcl" or verb.head.i >= relative.i:
        return
    noun = Range(verb.head.left_edge.i, verb.head.i + 1)
    yield Frame(kind="object", cue=verb, content=(noun, Range(relative.i, relative.i + 1)))


def _prepositional_frames(verb: Token) -> Iterator[Frame]:
    for child in verb.children:
        if child.dep_ in ("prep", "agent") and child.i > verb.i:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp") and c.i > child.i]
            if inner and child.dep_ == "prep":
                start, end = inner[0].left_edge.i, child.right_edge.i + 1
                if child.i - verb.i <= 3:
                    yield Frame(kind="preposition", cue=verb, content=(Range(start, end),))


def _parenthetical(verb: Token) -> Iterator[Frame]:
    """ "The bank, he said, was sound": the cue hangs on what is said, or is fenced off by commas; "as he said"."""
    if verb.dep_ == "ROOT" or any(child.dep_ in ("ccomp", "xcomp", "dobj") for child in verb.children):
        return
    own, head = subtree(verb), verb.head
    fenced = own.end < len(verb.doc) and (verb.doc[own.end].is_punct or own.end == verb.sent.end)
    if verb.dep_ in ("advcl", "relcl") and not any(c.lower_ == "as" for c in verb.children):
        return
    if fenced and (own.start == verb.sent.start or verb.doc[own.start - 1].is_punct or verb.doc[own.start].is_punct):
        whole = subtree(head)
        parts = (Range(whole.start, own.start), Range(own.end, whole.end))
        yield Frame(kind="parenthesis", cue=verb, content=tuple(p for p in parts if p.end > p.start))


def _noun_frames(noun: Token) -> Iterator[Frame]:
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in ("acl", "ccomp", "relcl") and any(
            c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in child.children
        ):
            yield Frame(kind="noun clause", cue=noun, content=(subtree(child),))
        elif child.dep_ == "acl" and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children):
            yield Frame(kind="noun infinitive", cue=noun, content=(subtree(child),))
        elif child.dep_ == "prep" and (inner := [c for c in child.children if c.dep_ in ("pobj", "pcomp")]):
            content = Range(inner[0].left_edge.i, child.right_edge.i + 1)
            yield Frame(kind="noun preposition", cue=noun, content=(content,))


def _adjective_frames(adjective: Token) -> Iterator[Frame]:
    if adjective.dep_ not in ("acomp", "oprd", "ROOT", "advcl", "conj", "amod", "ccomp", "relcl", "acl"):
        return
    children = list(adjective.children)
    copula = adjective.head if adjective.dep_ == "acomp" and adjective.head.lemma_ == "be" else None
    if copula is not None:
        children += [c for c in copula.children if c.i > adjective.i]
    for child in children:
        if child.i < adjective.i:
            continue
        if child.dep_ == "ccomp":
            yield Frame(kind="adjective clause", cue=adjective, content=(subtree(child),))
        elif child.dep_ == "xcomp":
            yield Frame(kind="adjective infinitive", cue=adjective, content=(subtree(child),))
        elif child.dep_ == "prep" and (inner := [c for c in child.children if c.dep_ in ("pobj", "pcomp")]):
            content = Range(inner[0].left_edge.i, child.right_edge.i + 1)
            yield Frame(kind="adjective preposition", cue=adjective, content=(content,))
