"""A match becomes a fact: its parties, its clause, its circumstances, who says so and how sure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from retold.find import hedges
from retold.find.facts import circumstances, details, grammar
from retold.find.facts.factuality import factuality
from retold.find.facts.figures import mentioned
from retold.find.facts.found import Found
from retold.find.facts.parties import Scene, party, phrase, words
from retold.find.facts.places import carrier
from retold.find.facts.readable import with_preposition
from retold.find.facts.statements import source
from retold.find.facts.tails import tail, told
from retold.find.facts.told_by import cued_at, innermost
from retold.find.facts.topics import concerned
from retold.model import Attribution, Certainty, Fact, Mention, Party, Span, TimeExpression, When

if TYPE_CHECKING:
    from spacy.tokens import Token

Value = TypeVar("Value")

QUOTED = 200
"""Words before one in which a quotation that it stands in must open."""

OPENING = frozenset({"“", "‘", "«", "„"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the other finders saw."""

    mentions: Sequence[Mention]
    times: Sequence[TimeExpression]
    attributions: Sequence[Attribution]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What the other finders saw in a whole report, in the order of its places, to be looked up by passage."""

    mentions: Sequence[tuple[int, int, Mention]]
    times: Sequence[tuple[int, int, TimeExpression]]
    attributions: Sequence[tuple[int, int, Attribution]]

    @classmethod
    def of(cls, given: Words) -> Shelf:
        """Return the values sorted by where they begin; an attribution begins at its cue and at each piece of its content."""
        pieces = ((s.start, n, a) for n, a in enumerate(given.attributions) for s in {Span(*s) for s in (*a.content, *a.cue)})
        return cls(
            mentions=sorted((m.span.start, n, m) for n, m in enumerate(given.mentions)),
            times=sorted((t.span.start, n, t) for n, t in enumerate(given.times)),
            attributions=sorted(pieces, key=lambda p: p[:2]),
        )

    def within(self, here: Span) -> Words:
        """Return what lies in a passage, in text order."""
        said = {n: a for _, n, a in _between(self.attributions, here)}
        return Words(
            mentions=[m for _, _, m in _between(self.mentions, here)],
            times=[t for _, _, t in _between(self.times, here)],
            attributions=[said[n] for n in sorted(said)],
        )


def _between(places: Sequence[tuple[int, int, Value]], here: Span) -> Sequence[tuple[int, int, Value]]:
    return places[bisect_left(places, (here.start,)) : bisect_left(places, (here.end,))]


def fact_of(scene: Scene, found: Found, pair: tuple[Token | None, Token | None], given: Words, text: str) -> Fact | None:
    """Return the fact that a match states of one pair of parties; nothing where the words only ask whether it is so."""
    trigger = scene.parse.span(found.trigger)
    by = _own(given.attributions, found, trigger) or _attribution(scene, found, given.attributions)
    by = None if _beside(found) or _gloss(found) else by
    how = factuality(scene, found, by)
    if how is None or _own_words(found, pair[0], by) or (by is not None and pair[0] is None and mentioned(found)):
        return None
    subject, obj = _sides(scene, found, pair, by, text)
    level, spans = _certainty(scene, found)
    return replace(
        _told(scene, found, pair, given, text),
        subject=subject,
        object=obj,
        where=circumstances.where(scene, found),
        via=circumstances.via(scene, found),
        attribution=by.id if by else None,
        stance=how,
        certainty=level,
        hedges=spans,
        ended=_ended(found),
    )


def _told(scene: Scene, found: Found, pair: tuple[Token | None, Token | None], given: Words, text: str) -> Fact:
    """What the clause of a match tells, as far as its parties, its time, its detail and its amount go."""
    time = circumstances.when(scene, found, given.times)
    about = circumstances.topic(found) if found.row.sort == "act" else None
    pieces = (details.thing(scene, found), about or details.goes_on(found))
    content = () if any(pieces) else details.said(scene, found, given.attributions)
    extra = [*(scene.parse.between(*piece) for piece in pieces if piece is not None), *content]
    base, around = _clause(scene, found, pair, [*extra, *([with_preposition(text, time.span)] if time else [])])
    more = tail(scene, found, base) if found.row.kind in ("contact", "rank") else None
    spoken = found.row.kind == "statement" or (found.row.kind == "allegation" and about is None)
    whole = told(scene, found) if spoken and found.row.detail is None else None
    trigger = scene.parse.span(found.trigger)
    return Fact(
        id="",
        kind=found.row.kind,
        span=widened(base, [s for s in (more, whole) if s]),
        trigger=trigger,
        pattern=found.row.name,
        detail=_words(text, whole) if whole else details.detail(found, pieces, _further(text, content or (more,))),
        amount=circumstances.amount(text, around, trigger) if found.row.amount else None,
        when=When(span=time.span, period=time.period) if time else None,
    )


def _clause(scene: Scene, found: Found, pair: tuple[Token | None, Token | None], extra: Sequence[Span]) -> tuple[Span, Span]:
    """The clause of a match with what belongs to it, of a post the post's alone; and where its amount is looked for."""
    span = circumstances.extent(scene, found, *pair)
    now = circumstances.changed_to(scene, found) if found.row.amount else None
    wide = widened(span, [*extra, *([now] if now else [])])
    return span if found.row.sort == "post" else wide, now or wide


def _sides(
    scene: Scene, found: Found, pair: tuple[Token | None, Token | None], by: Attribution | None, text: str
) -> tuple[Party | None, Party | None]:
    """Who stands on either side of a fact; nobody named as its doer is who speaks, where it is told as his."""
    statement = found.row.kind == "statement"
    subject, whom = pair[0], concerned(scene, pair[1]) if statement else pair[1]
    doer = _side(scene, subject, by, text, statement=statement) if subject is not None else _speaker(scene, found, by, text)
    return doer, _side(scene, whom, by, text) if whom is not None else None


def _own_words(found: Found, subject: Token | None, by: Attribution | None) -> bool:
    """Whether a feeling or a view is what its speaker says ("I am proud", she said): that is told by the attribution."""
    first = subject is not None and subject.lower_ in words("first")
    return first and by is not None and found.row.kind == "statement" and found.row.stance is None


def repeated(scene: Scene, found: Found, fact: Fact, given: Words) -> Iterator[Fact]:
    """Yield the fact once more for each further time at which it is told ("on 5 May and again on 9 May")."""
    first = next((t for t in given.times if fact.when is not None and t.span == fact.when.span), None)
    if first is None or found.row.sort != "act":
        return
    for time, span in circumstances.again(scene, found, first, given.times):
        yield replace(fact, span=span, when=When(span=time.span, period=time.period))


def _side(scene: Scene, token: Token, by: Attribution | None, text: str, *, statement: bool = False) -> Party:
    """The party a word stands for; "I" and "we" in quoted words are the one who speaks, "she" who "said she was sure" too."""
    own = statement and token.lower_ in words("third") and by is not None and by.stance != "alleged" and not by.quoted
    own = own and (token.lower_ != "they" or _several(scene, by))
    quoted = own or (token.pos_ == "PRON" and token.lower_ in words("first"))
    if by is not None and quoted:
        return source(scene, by, text) or party(scene, token)
    return party(scene, token)


def _several(scene: Scene, by: Attribution | None) -> bool:
    """Whether the source is more than one, so that "they" may be those who speak."""
    head = scene.head(by.source[0]) if by is not None and by.source else None
    return head is None or scene.group(head) or head.lower_ == "they" or len(grammar.coordinated(head)) > 1


def _speaker(scene: Scene, found: Found, by: Attribution | None, text: str) -> Party | None:
    """The source of the attribution, where the row says that the speaker is the subject (who accuses)."""
    return source(scene, by, text) if "speaker" in found.row.subject and by is not None else None


def _attribution(scene: Scene, found: Found, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost attribution whose content holds the trigger, but for the act itself: who imposes sanctions says nothing."""
    trigger, over = scene.parse.span(found.trigger), carrier(found.trigger, light=True)
    act = scene.parse.span(over).start if over is not None and grammar.lemma(over) in words("wordless") else None
    return innermost((a for a in attributions if act is None or cued_at((a,), act) is None), trigger)


def _own(attributions: Sequence[Attribution], found: Found, trigger: Span) -> Attribution | None:
    """The attribution whose cue a statement's trigger is: who rejects an idea says so, through whomever it came."""
    if found.row.kind != "statement":
        return None
    return cued_at((a for a in attributions if a.source), trigger.start)


def _beside(found: Found) -> bool:
    """Whether a denial is set beside somebody's words ("took bribes, which she denies"): the accuser does not say that."""
    denied = found.row.kind == "statement" and found.row.stance == "denied"
    return denied and any(c.dep_ == "dobj" and c.lower_ in grammar.RELATIVES for c in found.trigger.lefts)


def _gloss(found: Found) -> bool:
    """Whether a title or an apposition stands outside quotation marks: the report says who somebody is, whoever is reported."""
    noun = found.trigger
    said = noun.dep_ in ("attr", "oprd") or (noun.dep_ == "pobj" and noun.head.lower_ == "as")
    aside = noun.dep_ == "acl" and noun.tag_ == "VBN" and noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == ","
    if said or not (found.row.sort == "post" or (aside and found.row.kind in ("office", "control"))):
        return False
    marks = (t for t in reversed(noun.doc[max(0, noun.i - QUOTED) : noun.i]) if t.is_quote)
    last = next(marks, None)
    return last is None or not (last.tag_ == "``" or last.text in OPENING)


def _certainty(scene: Scene, found: Found) -> tuple[Certainty, tuple[Span, ...]]:
    """How sure it is made to sound; a title or an apposition is taken as given, whatever its sentence hedges."""
    level, spans = hedges.certainty_of(found.trigger, scene.parse)
    if found.row.sort == "post" and found.trigger.dep_ not in ("attr", "oprd", "pobj"):
        own = scene.parse.between(found.trigger.left_edge, found.trigger)
        spans = tuple(s for s in spans if own.start <= s.start < own.end)
        return (level, spans) if spans else ("certain", ())
    return level, spans


def _ended(found: Found) -> bool:
    if found.row.ended or (found.carrier is not None and grammar.lemma(found.carrier) in words("ending")):
        return True
    before = found.trigger.doc[phrase(found.trigger)[0].i : found.trigger.i]
    if not len(before) and found.trigger.dep_ == "conj":  # "a former governor and ambassador" was both
        before = found.trigger.doc[phrase(found.trigger.head)[0].i : found.trigger.head.i]
    whose = (found.trigger, found.trigger.head, *before)
    own = [t for t in before if t.dep_ in ("amod", "advmod", "compound", "nmod") and t.head in whose]
    if found.trigger.dep_ == "compound":  # in "former Varn Lt. Gov. Ana Brod" the parser hangs it on the name
        own += [c for c in found.trigger.head.children if c.dep_ == "amod" and c.i < found.trigger.i]
    return any(t.lower_.removesuffix("-") in words("ended") for t in own)


def widened(span: Span, extra: Sequence[Span]) -> Span:
    """Return the span with further spans, as far as it stays a clause."""
    for one in extra:
        wider = Span(min(span.start, one.start), max(span.end, one.end))
        if wider.end - wider.start <= circumstances.LONGEST:
            span = wider
    return span


def _further(text: str, spans: Sequence[Span | None]) -> str | None:
    return " ".join(text[s.start : s.end] for s in spans if s is not None) or None


def _words(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())[:400].rstrip(" ,;")
