"""Who speaks is who the grammar of the cue says, where a model took a source from what stands near.

In "The court closed and Holm fired his chief, acknowledging ..." Holm acknowledges, in "she gave Holm a poor mark for
dismissing ..." Holm dismisses, and in "a plan the board is envisioning" the board envisions. "It was revealed" has nobody
who reveals, "these calls" are nobody's, "it shows that" is what the writer makes of a thing: there the source is taken away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from retold.find.attributions.marked import Marked, cued
from retold.find.attributions.vocabulary import cue_words
from retold.find.clauses import CHILDREN, is_passive, is_verb, lemma

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from retold.find.syntax import Parse

LONGEST = 20
"""Words of a source with all that describes it; of a longer one its name alone is taken."""
MANY = 1_000
"""A bare number from here on is a sum, and no people."""
ABOVE = 4
"""Verbs joined to one another among which the subject is sought."""


def grounded(found: Sequence[Marked], parses: Sequence[Parse]) -> list[Marked]:
    """Return marked attributions with the sources that their cues have by syntax, or none; all else stays."""
    out: list[Marked] = []
    for each, at in cued(found, parses):
        words = parses[at].touched(each.cue) if at is not None else None
        part = parses[at].touched(each.source[0]) if at is not None and each.source else None
        if at is not None and words is not None and part is not None:
            before = parses[at - 1] if at > 0 and parses[at - 1].parsed else None
            each = _nobody(each, words, part, before) or _other(each, words.root, part, parses[at])
        out.append(each)
    return out


def _nobody(each: Marked, words: Tokens, part: Tokens, before: Parse | None) -> Marked | None:
    """The attribution without its source, where that is none; None where it may be one."""
    verb = words.root
    none = _impersonal(verb, part) or _pointing(words, part) or _sum(verb, part) or _evidence(verb, part, before)
    return replace(each, source=()) if none else None


def _impersonal(verb: Token, part: Tokens) -> bool:
    """ "It was revealed that ...": who is named near by reveals nothing, unless it was "by" him."""
    children = list(islice(verb.children, CHILDREN))
    if not any(c.lower_ == "it" and c.dep_ in ("nsubjpass", "expl", "nsubj") for c in children) or not is_passive(verb):
        return False
    agents = [c for c in children if c.dep_ in ("agent", "prep")]
    return part.root.lower_ != "it" and not any(c.left_edge.i <= part.root.i <= c.right_edge.i for c in agents)


def _pointing(words: Tokens, part: Tokens) -> bool:
    """ "These calls for more": a word that points at the calls themselves."""
    if len(part) != 1 or part[0].lower_ not in cue_words("grounded", "pointing"):
        return False
    plural = part[0].lower_ in cue_words("grounded", "pointing_at_many") and words.root.tag_ == "VBZ"
    return plural or (part[0].dep_ == "det" and words.start <= part[0].head.i < words.end)


def _sum(verb: Token, part: Tokens) -> bool:
    """ "Down to 75,000 pledged for this year": a sum of money or of things is what is pledged."""
    number = part.root.text.replace(",", "")
    clause = any(c.dep_ == "ccomp" for c in islice(verb.children, CHILDREN))
    large = number.isdecimal() and int(number[:12]) >= MANY and not clause
    bare = all(t.like_num or t.is_currency or t.pos_ in ("ADV", "ADP", "DET", "SYM", "ADJ") for t in part)
    return verb.tag_ in ("VBN", "VBD") and bare and (large or any(t.is_currency for t in part))


def _evidence(verb: Token, part: Tokens, before: Parse | None) -> bool:
    """ "It indicates that ...", said of no text that was just spoken of: the writer's own inference from a thing."""
    if len(part) != 1 or part[0].lower_ not in cue_words("grounded", "things"):
        return False
    if lemma(verb) not in cue_words("grounded", "inferring") or not is_verb(verb):
        return False
    texts = cue_words("grounded", "texts")
    sentence = part[0].sent
    told = part.doc[sentence.start - 1].sent if sentence.start else before.doc[-1].sent if before and len(before.doc) else ()
    near = [*told, *part.doc[sentence.start : part.start]]
    return not any(t.pos_ == "NOUN" and t.lemma_.lower() in texts for t in near)


def _other(each: Marked, verb: Token, part: Tokens, parse: Parse) -> Marked:
    """The attribution with the source that the cue's verb has, where the marked one is no subject of it."""
    if not is_verb(verb) and _owner(part) is None:
        return each
    who = _owner(part) or _judged(verb, part) or _participle(verb, part) or _reduced(verb, part) or _fronted(verb, part)
    scrap = who is None and part[0].tag_ == "VBN" and part.root == part[0]
    who = _subject(verb) if scrap else who
    if who is None or who.lower_ in cue_words("left_out", "nobody"):
        return replace(each, source=()) if scrap else each
    whole = who.right_edge.i - who.left_edge.i < LONGEST and who.dep_ != "poss"
    source = parse.between(who.left_edge, who.right_edge if whole else who)
    taken = [span for span in (each.cue, *each.content) if span.start < source.end and source.start < span.end]
    if taken:
        source = parse.between(who.left_edge, who)
        taken = [span for span in (each.cue, *each.content) if span.start < source.end and source.start < span.end]
    return each if taken else replace(each, source=(source,))


def _owner(part: Tokens) -> Token | None:
    """Of "Holm's comments" Holm: remarks are no texts, and do not speak."""
    if part.root.lemma_.lower() not in cue_words("grounded", "remarks"):
        return None
    owner = next((c for c in islice(part.root.children, CHILDREN) if c.dep_ == "poss" and part.start <= c.i), None)
    named = owner is not None and (owner.pos_ == "PROPN" or owner.lower_ in cue_words("grounded", "owners"))
    return owner if named else None


def _judged(verb: Token, part: Tokens) -> Token | None:
    """ "She scolded Holm for dismissing ...": whoever is scolded, thanked or given a mark did it."""
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ != "for" or not is_verb(verb.head.head):
        return None
    main = verb.head.head
    if part.root.dep_ != "nsubj" or part.root.head != main or is_passive(main):
        return None
    whom = [c for c in islice(main.children, CHILDREN) if c.dep_ in ("dative", "dobj") and c.i < verb.i]
    whom = [_receiver(c) for c in whom if c.pos_ == "PROPN" or c.tag_ == "PRP" or c.ent_type_ == "PERSON"]
    return min(whom, key=lambda c: c.dep_ != "dative", default=None)


def _receiver(thing: Token) -> Token:
    """Of "gave Holm two stars", read as one name, Holm."""
    number = next((c for c in islice(thing.children, CHILDREN) if c.dep_ == "nummod" and c.i < thing.i), None)
    before = thing.doc[number.i - 1] if number is not None and number.i else None
    return before if before is not None and before.pos_ == "PROPN" and before.i >= thing.left_edge.i else thing


def _participle(verb: Token, part: Tokens) -> Token | None:
    """ "... and Holm fired the chief, acknowledging ...": the subject of the verb that the participle hangs on, and not of one
    before it."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or not is_verb(verb.head) or verb.head.i > verb.i:
        return None
    own = next((c for c in islice(verb.head.children, CHILDREN) if c.dep_ == "nsubj"), None)
    beside = verb.head.doc[verb.head.i - 1] if verb.head.i else None
    if own is None and beside is not None and beside.pos_ == "PROPN" and beside.dep_ == "conj":
        own = beside  # "with fraud and Holm fired ..." was taken for two charges
    if own is None or (own.pos_ != "PROPN" and own.lower_ not in cue_words("grounded", "persons")):
        return None
    before = part.root.dep_ == "nsubj" and part.root.head != verb.head and part.end <= own.left_edge.i
    return own if before and part.root.sent == own.sent else None


def _reduced(verb: Token, part: Tokens) -> Token | None:
    """ "A network of bases the ministry is envisioning": of what was marked only the last words are the subject."""
    if verb.dep_ != "relcl" or not part.start <= verb.head.i < part.end:
        return None
    own = next((c for c in islice(verb.children, CHILDREN) if c.dep_ == "nsubj"), None)
    inside = own is not None and part.start < own.left_edge.i and own.i < part.end and verb.head.i < own.left_edge.i
    return own if inside and own is not None and own.tag_ not in ("WP", "WDT") else None


def _fronted(verb: Token, part: Tokens) -> Token | None:
    """ "A socialist, he backed ...": what he is stands before him and is not another."""
    own = _subject(verb)
    if own is None or own.tag_ != "PRP" or (part.root.pos_ != "NOUN" and part[0].pos_ != "DET"):
        return None
    first = part.start == part[0].sent.start and own.i == part.end + 1 and part.doc[part.end].text == ","
    return own if first else None


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the first of those it is joined to."""
    for _ in range(ABOVE):
        own = next((c for c in islice(verb.children, CHILDREN) if c.dep_ == "nsubj"), None)
        if own is not None or verb.dep_ != "conj":
            return own
        verb = verb.head
    return None
