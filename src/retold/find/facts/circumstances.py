"""When, where, for how much and through whom belongs to the act it hangs on in the tree, not to the nearest one in the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from retold.find.clauses import holder
from retold.find.facts import grammar
from retold.find.facts.found import Found
from retold.find.facts.parties import Scene, named, party, phrase, words
from retold.find.facts.tails import cut
from retold.model import Amount, Party, Span, TimeExpression
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 280
"""Code points of a fact's span: beyond, it is cut back to trigger and object."""

NEAR, SHORT = 30, 12
"""Words within which a subject and what follows a noun count to the clause."""

_AFTER_NOUN = frozenset({"prep", "amod", "acl"})
_AROUND_VERB = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})
WHERE = ("in", "at", "near", "outside", "inside", "aboard")
VIA = ("through", "via")
TOPICS = ("in", "about", "over", "for", "on", "from", "against", "regarding", "concerning", "to", "as", "of", "into")
_TOPIC_CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
_SUM = re.compile(
    r"(?P<sign>US\$|[$€£¥₽₹₩₺₴₦₪])\s?(?P<a>\d[\d,.]{0,20})\s?(?P<am>thousand|million|billion|trillion|bn|mn|[mk]\b)?"
    r"|(?P<b>\d[\d,.]{0,20})\s?(?P<bm>thousand|million|billion|trillion|bn)?\s(?P<unit>[^\W\d_]{3,15})",
    re.IGNORECASE,
)


def anchors(found: Found) -> list[Token]:
    """Return the words on which a fact's circumstances may hang: trigger, carrier, and the last of its object."""
    near = [found.trigger]
    if found.carrier is not None:
        near.append(found.carrier)
    elif (found.trigger.dep_ == "attr" and grammar.lemma(found.trigger.head) in ("be", "become", "remain")) or (
        grammar.verbal(found.trigger) and found.trigger.dep_ in ("xcomp", "acomp", "dobj") and grammar.verbal(found.trigger.head)
    ):
        near.append(found.trigger.head)
    return near


def when(scene: Scene, found: Found, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the time expression that governs the act: hanging on it, on its object, or on the verb it is joined to."""
    ranked = []
    for time in times:
        above = holder(scene.parse, time.span)
        if any(_in_the_name(scene, t, time.span) for t in found.object):
            continue
        if above is not None and (rank := _rank(found, above)) is not None:
            ranked.append((rank, abs(time.span.start - scene.parse.span(found.trigger).start), time))
    return min(ranked, key=lambda r: r[:2])[2] if ranked else None


def _in_the_name(scene: Scene, name: Token, time: Span) -> bool:
    """Whether a year is part of a party's name ("the Varn 2016 Host Committee")."""
    whole = scene.parse.between(*phrase(name))
    return name.pos_ == "PROPN" and whole.start <= time.start and time.end <= whole.end


def _rank(found: Found, holder: Token) -> int | None:
    near = anchors(found)
    if holder in near:
        return near.index(holder)
    if any(holder in (t, t.head) and holder.i > found.trigger.i and not grammar.verbal(holder) for t in found.object):
        return 2
    for rank, anchor in enumerate(near):
        if holder.dep_ == "conj" and holder.head == anchor and not grammar.verbal(holder):
            return 3 + rank
        own = ("have", "will", "would", "'ll")  # "backed Brod in 2012 and has supported Vale" are two times
        shared = anchor.dep_ == "conj" and not any(
            c.dep_ in ("nsubj", "nsubjpass") or (c.dep_ == "aux" and c.lemma_.lower() in own) for c in anchor.children
        )
        if shared and anchor.head == holder and grammar.verbal(holder) and holder.i < anchor.i:
            return 5 + rank
        if not grammar.verbal(anchor) and anchor.i < holder.i <= anchor.right_edge.i and not _of_a_clause(anchor, holder):
            return 6 + rank
        later = found.row.kind == "measure" and holder.tag_ == "VB"  # "summoned to appear on 5 May" is no summons of then
        if holder.dep_ in ("xcomp", "dobj", "pobj", "acl", "advcl") and holder.head in near and holder.i > anchor.i and not later:
            return 4 + rank
    return None


def _of_a_clause(noun: Token, holder: Token) -> bool:
    """Whether a time belongs to a clause about another matter ("an adviser who worked for Brod in the 2012 race")."""
    for above in grammar.climb(holder):
        if above == noun:
            return False
        if above.dep_ == "relcl" and above.head == noun:
            return above != holder and not any(c.dep_ in ("attr", "oprd") for c in above.children)
    return False


def again(
    scene: Scene, found: Found, first: TimeExpression, times: Sequence[TimeExpression]
) -> list[tuple[TimeExpression, Span]]:
    """Return further times at which the same was done, with the words that say so ("and again on 9 May")."""
    more = []
    for time in times:
        if time.span.start <= first.span.end or holder(scene.parse, time.span) not in (found.trigger, found.carrier):
            continue
        between = scene.parse.doc.text[first.span.end - scene.parse.start : time.span.start - scene.parse.start]
        if " and " in between and len(between) < SHORT * 2:
            more.append((time, Span(first.span.end + between.index(" and ") + 5, time.span.end)))
    return more


def where(scene: Scene, found: Found) -> str | None:
    """Return the words of the place: "Port Varn", "the plant in Varn"."""
    for anchor in [*anchors(found), *found.object]:
        for preposition in WHERE:
            for token in grammar.complements(anchor, preposition):
                if token.i > found.trigger.i and _place(scene, token) and token not in found.object:
                    first, last = phrase(token)
                    return " ".join(token.doc[first.i : last.i + 1].text.split())
    return None


def _place(scene: Scene, token: Token) -> bool:
    seen = scene.mention(token)
    if seen is not None:
        return seen.kind == "place"
    return token.ent_type_ in ("GPE", "LOC", "FAC") or grammar.lemma(token) in words("sites")


def via(scene: Scene, found: Found) -> Party | None:
    """Return the go-between: who stands after "through", "via" or "by way of"."""
    for anchor in anchors(found):
        for preposition in VIA:
            for token in grammar.complements(anchor, preposition):
                if scene.actor(token):
                    return party(scene, named(token))
    return None


def amount(text: str, span: Span, trigger: Span) -> Amount | None:
    """Return the sum nearest to the trigger within the span, with its currency."""
    best: Amount | None = None
    for match in _SUM.finditer(text, span.start, span.end):
        one = _amount(match)
        if one is not None and (best is None or _gap(one.span, trigger) < _gap(best.span, trigger)):
            best = one
    return best


def changed_to(scene: Scene, found: Found) -> Span | None:
    """Return the words of the sum to which a sum is raised or cut ("from 10 to 25 million"): the one that holds from now on."""
    verb = found.carrier if found.carrier is not None else found.trigger
    for child in verb.rights:
        to = next((t for t in child.subtree if t.lower_ == "to"), None) if child.lower_ in ("from", "to") else None
        if to is not None and any(t.pos_ in ("NUM", "SYM") and t.i > to.i for t in child.subtree):
            return scene.parse.between(to, child.right_edge)
    return None


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _amount(match: re.Match[str]) -> Amount | None:
    content = table("retold.find.facts", "words.toml")
    currencies, multiples = content["currencies"], content["multiples"]
    digits = (match["a"] or match["b"]).rstrip(".,").replace(",", "")
    multiple = (match["am"] or match["bm"] or "").lower()
    unit = (match["sign"] or match["unit"]).lower()
    currency = currencies.get(unit) or currencies.get(unit.removesuffix("s"))
    plain = bool(multiple) or unit.removesuffix("s") in content["moneys"]
    if currency is None and (match["sign"] or not plain or not unit.endswith("s") or unit in content["counted"]):
        return None
    try:
        value = float(digits) * multiples.get(multiple, 1)
    except ValueError:
        return None
    return Amount(value=value, currency=currency or unit.removesuffix("s"), span=Span(*match.span()))


def topic(found: Found) -> tuple[Token, Token] | None:
    """Return the first and last word of what the act is about or for, where the sentence says so."""
    for anchor in [*anchors(found), *found.object, *_accusers(found)]:
        for child in anchor.rights:
            if anchor in found.object and not any(c.dep_ == "pcomp" for c in child.children):
                continue
            about = child.dep_ == "prep" and child.lower_ in TOPICS and not _holds(child, found) and not _dated(child)
            told = (
                child.dep_ in _TOPIC_CLAUSES
                and not grammar.misjoined(child)
                and (child.dep_ != "advcl" or any(c.tag_ == "TO" for c in child.children))
            )
            if (about or told) and child.i > found.trigger.i and not _of_joined(found, child):
                first = max(child.left_edge, found.trigger.nbor(), key=lambda t: t.i)  # "whom she asked not to vote"
                return first, cut(first, child.right_edge) if found.row.kind == "contact" else child.right_edge
    return None


def _accusers(found: Found) -> tuple[Token, ...]:
    """In "accused by two clerks of fraud" the parser hangs the fraud on the clerks."""
    return found.subject if found.row.id == "accuse" and grammar.passive(found.trigger) else ()


def _of_joined(found: Found, child: Token) -> bool:
    """Whether a phrase stands behind what is joined to a noun's object ("the release of Brod and Vale's election to it")."""
    joined = (c for o in found.object for c in o.children if c.dep_ == "conj" and c.pos_ == "NOUN" and o.i < c.i < child.i)
    return found.trigger.pos_ == "NOUN" and child.dep_ == "prep" and any(joined)


def _holds(preposition: Token, found: Found) -> bool:
    return any(g in found.object or g in found.subject for g in preposition.children)


def _dated(preposition: Token) -> bool:
    inside = [g for g in preposition.children if g.dep_ == "pobj"]
    number = preposition.lower_ in ("on", "in", "by", "since", "from")
    located = preposition.lower_ == "in" and any(g.ent_type_ in ("GPE", "LOC", "FAC") or g.pos_ == "PROPN" for g in inside)
    return located or any(g.ent_type_ in ("DATE", "TIME") or (number and g.pos_ == "NUM") for g in inside)


def extent(scene: Scene, found: Found, subject: Token | None, obj: Token | None) -> Span:
    """Return the clause that states the fact: from its subject to its object, with what its verb carries."""
    inner = _inner(found)
    outer = list(inner)
    if subject is not None and subject.sent == found.trigger.sent and -NEAR < subject.i - found.trigger.i < NEAR:
        outer += phrase(subject)
    for span in (
        _span(scene, outer),
        _span(scene, inner),
        _span(scene, [found.trigger, *(phrase(obj) if obj is not None else ())]),
    ):
        if span.end - span.start <= LONGEST:
            return span
    return scene.parse.span(found.trigger)


def _inner(found: Found) -> list[Token]:
    tokens = [found.trigger]
    if found.row.sort == "post":
        tokens += title(found.trigger)
    elif not grammar.verbal(found.trigger):
        tokens += phrase(found.trigger)
    if found.row.sort == "post" or not grammar.verbal(found.trigger):
        tokens += [
            c.right_edge for c in found.trigger.rights if c.dep_ in _AFTER_NOUN and c.right_edge.i - found.trigger.i < SHORT
        ]
    for anchor in anchors(found):
        tokens += [anchor, *(c for c in anchor.children if c.dep_ in _AROUND_VERB and abs(c.i - anchor.i) < 5)]
    near = [o for o in found.object if o.sent == found.trigger.sent and abs(o.i - found.trigger.i) < NEAR]
    tokens += [t for o in near for t in phrase(o)]
    tokens += [
        c.right_edge
        for o in near
        if o.i > found.trigger.i
        for c in o.rights
        if c.dep_ == "prep" and c.right_edge.i - o.i < SHORT // 2 + 1
    ]
    if found.row.stance == "declined" and found.trigger.right_edge.i - found.trigger.i < SHORT:
        tokens.append(found.trigger.right_edge)
    if (over := found.carrier) is not None and grammar.governor(found.trigger) == (over, "subject"):
        tokens += [over.right_edge] if over.right_edge.i - found.trigger.i < NEAR else _told(over)
    return tokens + [t for c in found.trigger.children if c.dep_ in ("dobj", "acomp", "oprd") for t in phrase(c)]


def title(noun: Token) -> tuple[Token, Token]:
    """Return the first and last word of a title: without another name that is joined before it ("Brod and [Morland
    governor]"), with what it is for ("secretary [of labor]")."""
    first, last = phrase(noun)
    if first.i > 1 and first.nbor(-1).text == "-" and first.nbor(-2).lower_ in words("prefixes"):
        first = first.nbor(-2)  # "co-director"
    joined = [t.i for t in noun.doc[first.i : noun.i] if t.dep_ == "cc" and t.head.pos_ == "PROPN" and noun.dep_ == "compound"]
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "in") and child.i == last.i + 1:
            last = next((g for g in child.children if g.dep_ == "pobj" and g.lower_ in words("portfolios")), last)
    return (noun.doc[joined[-1] + 1] if joined else first), last


def _told(verb: Token) -> list[Token]:
    """What is told of talks that went on: the objects of the verb and of the one joined to it."""
    told = [c for v in (verb, *(c for c in verb.children if c.dep_ == "conj")) for c in v.children if c.i > v.i]
    return [t for c in told if c.dep_ in ("dobj", "advmod") for t in (c.head, c.right_edge)]


def _span(scene: Scene, tokens: Sequence[Token]) -> Span:
    return scene.parse.between(min(tokens, key=lambda t: t.i), _whole(max(tokens, key=lambda t: t.i)))


def _whole(last: Token) -> Token:
    """The noun that a last word only stands before: a phrase is not broken off in "in the same US [smuggling case]"."""
    noun, before = last.head, last.dep_ in ("compound", "amod", "nmod", "nummod", "det", "poss")
    broken = before and noun.pos_ == "NOUN" and last.i < noun.i <= last.i + SHORT // 2
    return noun if broken and not any(t.is_punct for t in last.doc[last.i : noun.i]) else last
