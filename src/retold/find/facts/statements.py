"""What is attributed to somebody and is no other fact is a statement: theirs, about whom they name.

An attribution whose content is told by another fact adds nothing but the source of that fact; one whose content no
table knows is kept as it stands. Refusals and non-answers, which have no content, come from the table `statement.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from retold.find import hedges, stance
from retold.find.attributions.vocabulary import lists
from retold.find.facts import grammar
from retold.find.facts.accused import accused_in, called_names
from retold.find.facts.circumstances import LONGEST
from retold.find.facts.enacted import enacted, enacted_by
from retold.find.facts.once import once
from retold.find.facts.parties import Scene, named, party, words
from retold.find.facts.sources import joined, together
from retold.find.facts.sources import source as source
from retold.find.facts.stands import denying, stands
from retold.find.facts.topics import about
from retold.find.facts.unreal import asked_of_a_reader
from retold.find.facts.unspoken import unspoken
from retold.find.facts.voiceless import enacts, hosts, unsaid, voiceless
from retold.find.facts.wordless import wordless
from retold.model import Attribution, Fact, Party, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTS = frozenset({"contact", "measure", "allegation"})

MOSTLY = 0.7
"""The share of a content that the fact of an act covers which tells it."""

BESIDE = 40
"""Code points between a verb and what it governs."""

COVERING = frozenset({"contact", "measure", "allegation", "control", "tie", "rank", "office", "unknown", "statement"})


def worded(scene: Scene, attributions: Sequence[Attribution], facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts without statements that tell less than the words in quotation marks they lead in ("demanded"), and
    without those of a chamber that passes a law, of a host, or of what the reader is told to do."""
    led = {s.start: one for one in attributions if one.quoted and one.source and _in_marks(scene, one) for s in one.cue}
    said = [f for f in facts if f.kind == "statement"]
    acts = {f.trigger for f in said for t in scene.inside(f.trigger)[:1] if enacts(t) or hosts(t) or asked_of_a_reader(t)}
    acts |= {f.trigger for f in said for t in scene.inside(f.trigger)[:1] if f.stance == "planned" and _might(t)}
    none = {f.trigger for f in said if f.object is None and _outside(f, led.get(f.trigger.start))}
    kept = [f for f in facts if f.kind != "statement" or f.trigger not in acts | none]
    kept = [f for f in kept if f.kind != "statement" or not any(unsaid(f, t) for t in scene.inside(f.trigger)[:1])]
    done = [enacted_by(scene, called_names(scene, _all_speaking(scene, f)), attributions) for f in kept]
    return [f for f, was in zip(done, kept, strict=True) if f.kind == was.kind or not _told_within(f, kept)]


def _all_speaking(scene: Scene, fact: Fact) -> Fact:
    """The statement with all who are joined in its subject."""
    if fact.kind != "statement" or fact.subject is None or fact.subject.span is None:
        return fact
    inside = scene.inside(fact.subject.span)
    return replace(fact, subject=joined(scene, inside[-1], fact.subject)) if inside else fact


def _told_within(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether the act that a statement turned out to be is told by its own word already ("threatened to REVOKE the licence")."""
    return any(f.kind == fact.kind and fact.trigger.end <= f.trigger.start < fact.span.end for f in facts)


def _might(verb: Token) -> bool:
    """ "could call on them": what somebody might ask for nobody has asked for."""
    return any(c.dep_ == "aux" and c.lower_ in words("possible") for c in verb.children) and not grammar.negated(verb)


def _in_marks(scene: Scene, one: Attribution) -> bool:
    first = next(iter(scene.inside(one.content[0])), None) if one.content else None
    return first is not None and first.is_quote


def _outside(fact: Fact, one: Attribution | None) -> bool:
    """Whether what is said stands outside of a fact's words."""
    return one is not None and not any(s.start < fact.span.end and fact.span.start < s.end for s in one.content)


def statements(scene: Scene, attributions: Sequence[Attribution], facts: Sequence[Fact], text: str) -> Iterator[Fact]:
    """Yield a statement for each attribution of the passage that no fact covers."""
    cues = {s.start for one in attributions for s in one.cue}
    # A speech that goes on in the next paragraph belongs to the one in which it begins.
    begun = [a for a in attributions if a.content and a.source and scene.inside(a.content[0])]
    for one in once(scene, begun):
        roots = _roots(scene, one)
        # A subject that stands in a piece of its own ("Vale, she said, was ill") is not what is said.
        open_roots = sorted((r for r in roots if not _covered(scene, r, facts)), key=lambda r: not grammar.verbal(r))
        if not open_roots or _filled(one, facts) or _restated(scene, one, facts) or wordless(scene, one, open_roots[0], cues):
            continue
        if _unnamed(scene, one, attributions) or voiceless(scene, one, open_roots[0]) or unspoken(scene, one, open_roots[0]):
            continue
        fact = enacted(scene, one, open_roots[0], _statement(scene, one, open_roots[0], text), attributions)
        if fact.kind == "statement" and (accused := accused_in(scene, one, open_roots[0])) is not None:
            fact = replace(
                fact, kind="allegation", pattern="allegation/attribution", object=party(scene, accused), stance="alleged"
            )
        for each in _spoken(scene, one, fact, text):
            yield each
            if each.kind == "statement":
                yield from _joined(scene, each, open_roots[0])


def _spoken(scene: Scene, one: Attribution, fact: Fact, text: str) -> Iterator[Fact]:
    """The statement, once for each of several persons who speak together."""
    persons = together(scene, one, text)
    yield from (replace(fact, subject=person) for person in persons)
    if not persons:
        yield fact


def _unnamed(scene: Scene, one: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Whether nobody in particular speaks ("one could say"), or the report's author does: "I", "we" outside of others' words."""
    head = scene.head(one.source[0])
    if head is None or head.pos_ not in ("PRON", "NUM", "NOUN"):
        return head is not None and head.pos_ == "ADJ" and head.dep_ == "amod"  # "rejected by large majorities"
    if head.lower_ in words("generic") and not any(c.dep_ in ("prep", "relcl", "nummod") for c in head.children):
        return True
    own, at = head.lower_ in words("first"), one.source[0].start
    return own and not any(s.start <= at < s.end for other in attributions if other is not one for s in other.content)


def _joined(scene: Scene, fact: Fact, head: Token) -> Iterator[Fact]:
    """A second clause is a statement of its own where one of the two denies and the other does not ("never saw it and would")."""
    for verb in (c for c in head.children if c.dep_ == "conj" and grammar.verbal(c) and any(g.dep_ == "aux" for g in c.children)):
        said = stance.stance_of(verb, scene.parse)
        own = said if said == "planned" or (said == "denied" and stance.denies(verb)) else "asserted"
        if own == fact.stance or "denied" not in (own, fact.stance) or (said == "denied" and stance.negated(head)):
            continue
        whom = next((t for t in verb.subtree if t.i > verb.i and t.dep_ != "compound" and scene.actor(t)), None)
        span = scene.parse.between(min([verb, *verb.lefts], key=lambda t: t.i), verb.right_edge)
        about = party(scene, named(whom)) if whom is not None else fact.object
        words_said = " ".join(verb.doc[verb.i : verb.right_edge.i + 1].text.split())
        yield replace(fact, span=span, trigger=scene.parse.span(verb), object=about, stance=own, detail=words_said)


def _roots(scene: Scene, one: Attribution) -> list[Token]:
    """The heads of the content's pieces: the verb of the clause, or the noun; what only hangs on it ("for fraud") is none."""
    found = []
    for span in one.content:
        inside = scene.inside(span)
        roots = [t for t in inside if not inside[0].i <= t.head.i <= inside[-1].i or t.head == t]
        found += sorted((t for t in roots if not t.is_punct), key=lambda t: (t.dep_ == "prep", -len(list(t.subtree))))[:1]
    return found


def _covered(scene: Scene, root: Token, facts: Sequence[Fact]) -> bool:
    """Whether a fact is triggered by the content's own predicate, or by the noun or clause that it only carries."""
    told = ("nsubj", "nsubjpass") if grammar.lemma(root) in words("happening") else ()
    near = {root, *(c for c in root.children if c.dep_ in told)}
    near |= {*(c for c in root.children if c.dep_ in ("dobj", "attr", "xcomp", "acomp", "oprd", "nsubjpass"))}
    near |= {g for c in near if c.dep_ == "acomp" for g in c.children if g.dep_ == "conj"}
    near |= {
        g
        for c in root.children
        if c.dep_ in ("prep", "xcomp", "acomp")
        for g in c.children
        if g.dep_ in ("pobj", "xcomp", "dobj")
    }
    starts = {scene.parse.start + t.idx for t in near}
    return any(f.trigger.start in starts and f.kind in COVERING for f in facts)


def _filled(one: Attribution, facts: Sequence[Fact]) -> bool:
    """Whether the fact of an act that is told on this word covers most of the content."""
    length = sum(s.end - s.start for s in one.content)
    spans = [f.span for f in facts if f.attribution == one.id and f.kind in ACTS]
    shared = (sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in one.content) for span in spans)
    return any(each > MOSTLY * length for each in shared)


def _restated(scene: Scene, one: Attribution, facts: Sequence[Fact]) -> bool:
    """Whether a fact already stands for it: its cue is their trigger, or only tells what a contact was for ("met to discuss")."""
    if any(cue.start <= f.trigger.start < cue.end for f in facts for cue in one.cue):
        return True
    cue = scene.head(one.cue[0]) if one.cue else None
    if cue is None or cue.dep_ not in ("advcl", "xcomp", "acl"):
        return False
    return any(f.kind == "contact" and f.trigger.start == scene.parse.start + cue.head.idx for f in facts)


def _statement(scene: Scene, one: Attribution, head: Token, text: str) -> Fact:
    trigger = one.cue[0] if one.cue else one.content[0]
    certainty, spans = hedges.certainty_of(head, scene.parse)
    if certainty == "certain" and _seeming(scene, one):
        certainty, spans = one.certainty, one.hedges
    said = " ".join(text[s.start : s.end] for s in _carried(scene, one, head))
    return Fact(
        id="",
        kind="statement",
        span=_extent(one),
        trigger=trigger,
        pattern="statement/attribution",
        subject=_through(scene, one, head) or source(scene, one, text),
        object=about(scene, one),
        detail=" ".join(said.split())[:400].rstrip(" ,;"),
        attribution=one.id,
        stance=stands(scene, one, _told_by_another(scene, one, head)),
        certainty=certainty,
        hedges=spans,
    )


def _seeming(scene: Scene, one: Attribution) -> bool:
    """ "seemed to indicate": whether anything was said is itself uncertain."""
    return any(grammar.lemma(t) in lists().content.seeming for t in scene.among(one.cue))


def _carried(scene: Scene, one: Attribution, head: Token) -> Sequence[Span]:
    """The content; where it is no clause of its own, with the verb that says what is done to it ("opposed the dues")."""
    cue, first = one.cue[-1] if one.cue else None, one.content[0]
    verb = scene.head(cue) if cue is not None else None
    clause = grammar.verbal(head) and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in head.children)
    rejects = one.stance in ("declined", "denied") and denying(scene, one)
    if cue is None or verb is None or not grammar.verbal(verb) or (clause and not rejects):
        return one.content
    opening = next(iter(scene.inside(first)), None)
    quoted = opening is None or opening.is_quote or (opening.i > 0 and opening.nbor(-1).is_quote)
    if quoted or grammar.lemma(verb) in words("saying"):
        return one.content
    near = 0 <= first.start - cue.end <= BESIDE and scene.parse.start <= cue.start
    return [Span(scene.parse.span(verb).start, first.end), *one.content[1:]] if near else one.content


def _through(scene: Scene, one: Attribution, head: Token) -> Party | None:
    """Who speaks where an outlet passes on "Vale said that ...": not the outlet."""
    outlet = scene.head(one.source[0])
    said = grammar.lemma(head) in words("saying") and any(c.dep_ == "ccomp" for c in head.children)
    passing = outlet is not None and (scene.outlet(outlet) or grammar.lemma(outlet) in words("documents"))
    if outlet is None or not said or not passing:
        return None
    who = [named(t) for t in grammar.surface(head) if scene.actor(t) and t.pos_ != "PRON"]
    return party(scene, who[0]) if who and who[0] != outlet else None


def _told_by_another(scene: Scene, one: Attribution, head: Token) -> Token:
    """What is said where a report or an outlet passes on "Vale said that ..."."""
    inner = next((c for c in head.children if c.dep_ == "ccomp" and c.i > head.i), None)
    passes = grammar.lemma(head) in words("saying") and _through(scene, one, head) is not None
    return inner if inner is not None and passes else head


def _extent(one: Attribution) -> Span:
    """Source, cue and content where that is short enough, else the content."""
    whole = [*one.source, *one.cue, *one.content]
    for spans in (whole, [*one.cue, *one.content], one.content):
        span = Span(min(s.start for s in spans), max(s.end for s in spans))
        if span.end - span.start <= LONGEST:
            return span
    return Span(one.content[0].start, min(one.content[0].end, one.content[0].start + LONGEST))
