"""A source phrase seen against the report: whose words it gives, whom its head means, through which outlet.

"The Ridge Tribune, citing two officials" are the officials' words; "information from four sources" the four sources'; the
name beside a description, or at the head of the phrase, says who it is; "who" and "which" are what they follow upon.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from retold.model import Attribution, Mention, Span
from retold.resolve.speakers.policy import either, literally, persons, rules, singular
from retold.resolve.speakers.scene import Scene
from retold.resolve.speakers.source import WORD, Source
from retold.tables import table

LONGEST = 400
"""Code points of a source phrase that are looked at."""
ARTICLE = 4
"""Code points of "the " before a name."""
BEFORE = 90
"""Code points before a relative pronoun among which the words are that it takes up."""
AFTER = 200
"""Code points behind an outlet and its cue in which it says whom it cites."""
TAKEN = 6
"""Words that a relative pronoun takes up at most."""
NAMED = 90
"""Code points after "in" in which an outlet's name begins."""
_END = re.compile(r"[\s,]+$")
_SHORT = re.compile(r"[’'](?:ve|re|ll|d|m|s)$")


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """The patterns of the tables' words about source phrases."""
    rows, via = rules().phrase, rules().via
    called = r"(?:[\w-]+\s+){0,3}?([\w-]+)\s+"
    return {
        "opens": re.compile(rf"\b{either(rows.opens)}(?:\s+(?=[^.;:,]*$)|$)", re.IGNORECASE),
        "of": re.compile(rf"{called}{either(rows.links)}\b"),
        "of_body": re.compile(rf"([\w-]+)\s+{either((*rows.links, 'across'))}\s+(?:the\s+)?$"),
        "begins": re.compile(rf"(?:{either(rules().unnamed.before)}\s+){{1,2}}(?=\w)", re.IGNORECASE),
        "citing": re.compile(rf"\b{literally(via.citing)}\s+"),
        "quotes": re.compile(rf"\W*{literally(via.quoting)}\s+", re.IGNORECASE),
        "quoted_as": re.compile(rf"\s*,?\s*\b{either(via.quoted_as)}\b|[.;:,\n“”\"]"),
        "given": re.compile(rf"\s+{either(rows.givers)}\s+"),
        "published": re.compile(rf"\b{either(rows.published)}\s+"),
    }


def phrase(each: Attribution, scene: Scene) -> Source | None:
    """Return the source phrase of an attribution, or None where it has none."""
    if not each.source:
        return None
    span = _begun(scene, Span(each.source[0].start, min(each.source[-1].end, each.source[0].start + LONGEST)))
    if (other := _exchanged(scene, each, span)) is not None:
        span = other
    words = _words(scene, span)
    if words.lower() in rules().phrase.relative and (taken := _taken(scene, span)) is not None:
        return replace(taken, thing=words.lower() == "which")
    found = _cited(scene, each, span) or _quoted(scene, each, span)
    if found is not None:
        return found
    own = each.source_head if each.source_head and span.start <= each.source_head.start < span.end else None
    head = _before_of(scene, span, _handed_by(scene, span, own))
    if head is not None and head != each.source_head and (giving := scene.by_head.get(head.start)) is not None:
        span = Span(max(span.start, giving.span.start), max(giving.span.end, span.end))
    return _source(scene, span, head, None)


def _exchanged(scene: Scene, each: Attribution, span: Span) -> Span | None:
    """The cue's place, where source and cue are marked the wrong way round: "said" as the source, a name as the cue."""
    verbs = tuple(table("retold.resolve.people", "people.toml")["saying"])
    if each.source_head is not None and scene.by_head.get(each.source_head.start) is not None:
        return None
    first = scene.words(span).split(" ", 1)[0]
    cue = next((m for m in scene.mentions_near(each.cue[0].start) if m.form == "name"), None)
    named = cue is not None and cue.span.start == each.cue[0].start and cue.span.end <= each.cue[0].end
    return each.cue[0] if named and first.islower() and first.startswith(verbs) else None


def _begun(scene: Scene, span: Span) -> Span:
    """The phrase without the words before it that belong to the cue or the clause ("by", "even", "but", "among")."""
    match = _patterns()["begins"].match(scene.text, span.start, span.end)
    return Span(match.end(), span.end) if match else span


def _source(scene: Scene, span: Span, head: Span | None, through: str | None) -> Source:
    words = _words(scene, span)
    mention = _leading(scene, span, head) or _apposed(scene, span, head)
    mention = mention or (scene.by_head.get(head.start) if head else None) or _inside(scene, span, head)
    shown = scene.words(head) if head else _last(scene, words, mention)
    if shown.lower() in rules().unnamed.definite:
        shown = _last(scene, words, None)  # the parse takes "the document states" for a phrase of its own
    return Source(
        span=span,
        words=words,
        head=shown,
        mention=mention,
        chain=scene.chain(mention),
        publication=publication(scene, words, shown),
        through=through,
    )


def _words(scene: Scene, span: Span) -> str:
    """The words of a phrase; of "we've" the pronoun."""
    words = scene.words(span).strip(" ,;:")
    bare = _SHORT.sub("", words)
    return bare if bare.lower() in rules().pronouns.words else words


def _taken(scene: Scene, span: Span) -> Source | None:
    """What a relative pronoun takes up: the mention or else the words right before it."""
    before = scene.text[max(0, span.start - BEFORE) : span.start]
    end = span.start - len(before) + len(_END.sub("", before))
    mention = scene.by_end.get(end)
    people = scene.words(span).lower() in rules().phrase.who
    if mention is not None and not (people and mention.kind in ("body", "place")):
        return _source(scene, mention.span, mention.head, None)
    if (own := scene.chain(scene.by_head.get(span.start))) is not None and own.name and own.kind == "person":
        return None
    found = _source(scene, mention.span, mention.head, None) if mention is not None else _words_before(scene, span, end)
    if found is not None and people and (found.is_body or found.noun in rules().bodies.lands or mention is not None):
        return _member(scene, found.span.start) or found
    return found


def _member(scene: Scene, place: int) -> Source | None:
    """Of "directors of the board, who" the directors; of "Ada Holm of the board" Ada Holm."""
    match = _patterns()["of_body"].search(scene.text, max(0, place - BEFORE), place)
    if match is None:
        return None
    head = Span(*match.span(1))
    known = scene.by_head.get(head.start) or scene.by_end.get(head.end)
    return _source(scene, known.span if known else head, known.head if known else head, None)


def _words_before(scene: Scene, span: Span, end: int) -> Source | None:
    """The phrase, of some words, that ends at a place before a relative pronoun; its head is the first word for people or
    things in it, else the last."""
    line = scene.text[max(0, end - BEFORE) : end].rsplit("\n", 1)[-1]
    last = list(WORD.finditer(line))
    if not last or end == span.start:
        return None
    opens = [match.start() for match in _patterns()["opens"].finditer(line) if len(line[match.start() :].split()) <= TAKEN]
    start = opens[-1] if opens else last[-1].start()
    known = rules().documents.nouns | rules().unnamed.nouns | rules().bodies.nouns
    head = next((word for word in last if word.start() > start and singular(word[0]) in known), last[-1])
    people = rules().unnamed.nouns | persons()
    if head.end() < last[-1].start() and singular(last[-1][0]) in people and not _joined(line[head.end() : last[-1].start()]):
        start, head = last[-1].start(), last[-1]  # "the union includes people who": not the union
    shift = end - len(line)
    return _source(scene, Span(shift + start, end), Span(shift + head.start(), shift + head.end()), None)


def _joined(between: str) -> bool:
    """Whether some words hold one that makes what follows a part of what goes before ("members of the panel")."""
    return not rules().phrase.relative.union(rules().anonymity.joints, rules().phrase.links).isdisjoint(between.lower().split())


def _cited(scene: Scene, each: Attribution, span: Span) -> Source | None:
    """Who is cited within a source phrase: the words are his, and the one who cites stands between."""
    match = _patterns()["citing"].search(scene.text, span.start, span.end)
    inner = _mention_at(scene, match.end(), span.end) if match else None
    if inner is None:
        return None
    words = _words(scene, span)
    shown = scene.words(each.source_head) if each.source_head else ""
    return _source(
        scene, Span(inner.span.start, span.end), inner.head, publication(scene, words, shown) or scene.outlet_name(words)
    )


def _quoted(scene: Scene, each: Attribution, span: Span) -> Source | None:
    """Whom an outlet quotes: "Norpress quoted an official as saying", "the Post reported, citing an aide"."""
    outlet = scene.outlet_name(_words(scene, span))
    if outlet is None:
        return None
    cue = each.cue[-1]
    spoken = _patterns()["quotes"].fullmatch(scene.text[each.cue[0].start : cue.end] + " ")
    behind = _patterns()["quotes"].match(scene.text, cue.end, cue.end + AFTER)
    start = cue.end + 1 if spoken else behind.end() if behind else None
    if start is None:
        return None
    stop = _patterns()["quoted_as"].search(scene.text, start, start + AFTER)
    inner = _mention_at(scene, start, stop.start() if stop else start)
    return _source(scene, Span(start, stop.start()), inner.head, outlet) if inner is not None and stop is not None else None


def _mention_at(scene: Scene, place: int, end: int) -> Mention | None:
    """The person or body with whose mention, after an article, a phrase begins that goes on to `end`."""
    inner = next((m for m in scene.mentions_near(place) if m.kind in ("person", "body")), None)
    return inner if inner is not None and inner.span.start <= min(place + ARTICLE, end - 1) else None


def _handed_by(scene: Scene, span: Span, head: Span | None) -> Span | None:
    """The head of who gave what the phrase names, where the head is a thing that is handed on."""
    if head is None or singular(scene.words(head)) not in rules().documents.handed:
        return head
    match = _patterns()["given"].match(scene.text, head.end, span.end)
    inner = _mention_at(scene, match.end(), span.end) if match else None
    return inner.head if inner is not None else head


def _before_of(scene: Scene, span: Span, head: Span | None) -> Span | None:
    """The head of "member of the panel" is the member, wherever the parse sees it."""
    match = _patterns()["of"].match(scene.text, span.start, span.end)
    if head is None or match is None or head.start <= match.start(1):
        return head
    return Span(*match.span(1)) if singular(match[1]) in persons() else head


def _leading(scene: Scene, span: Span, head: Span | None) -> Mention | None:
    """A person's name that opens the phrase and owns nothing in it: what follows only says who he is."""
    if head is None or scene.by_head.get(head.start) is not None:
        return None
    for mention in scene.mentions_near(span.start):
        if mention.span.start > span.start + ARTICLE:
            return None
        if mention.form == "name" and mention.kind == "person" and mention.grammar != "possessive":
            alone = mention.span.end < span.end or mention.span.start <= head.start
            return mention if alone and not _qualifies(scene, mention, span) else None
    return None


def _qualifies(scene: Scene, mention: Mention, span: Span) -> bool:
    """Whether a name stands before the noun that it qualifies ("Holm loyalists")."""
    after = scene.text[mention.span.end : span.end]
    word = WORD.match(after.lstrip(" ")) if after[:1] == " " else None
    return word is not None and word[0].islower() and word[0] not in rules().taken.ends and word[0] not in rules().phrase.named


def _apposed(scene: Scene, span: Span, head: Span | None) -> Mention | None:
    """ "The authority's director, Ada Holm": the name beside a description says who it is; several are not one."""
    own = scene.by_head.get(head.start) if head is not None else None
    chain = scene.chain(own)
    body = chain is not None and chain.kind == "body" and head is not None and scene.words(head).lower() in persons()
    if head is None or (own is not None and own.form != "description") or (chain is not None and chain.name and not body):
        return None
    if singular(scene.words(head)) != scene.words(head).lower():
        return None
    for mention in scene.mentions_near(head.end):
        between = scene.text[head.end : mention.span.start]
        if mention.span.start >= span.end or len(between) > LONGEST:
            return None
        if mention.form == "name" and mention.kind == "person" and (between.strip() in ("", ",") or _ends(scene, mention, span)):
            return mention
    return None


def _ends(scene: Scene, mention: Mention, span: Span) -> bool:
    """Whether a description ends with the name of whom it describes ("former minister and candidate Ada Holm"), and not with
    one of whom it only tells ("an aide who knew Ada Holm")."""
    if mention.span.end != span.end or mention.grammar == "possessive":
        return False
    words = [word.lower() for word in scene.words(Span(span.start, mention.span.start)).split()]
    if not words or words[-1] in rules().phrase.naming:
        return bool(words)
    after_noun = words[-1][-1:] == "," and words[-1][:-1] in persons()
    if words[0] in rules().phrase.new or not (words[-1][-1:].isalpha() or after_noun):
        return False
    joints = (rules().anonymity.joints | rules().taken.stops | rules().phrase.relative) - {"and", "or"}
    return joints.isdisjoint(words) and not any(word.endswith("ing") for word in words)


def _inside(scene: Scene, span: Span, head: Span | None) -> Mention | None:
    """A name that covers the head, else (without a head) the first mention of the phrase."""
    for mention in scene.mentions_near(span.start):
        if mention.span.start >= span.end:
            return None
        if head is None or mention.span.start <= head.start < mention.span.end:
            return mention
    return None


def _last(scene: Scene, words: str, mention: Mention | None) -> str:
    if mention is not None:
        return scene.words(mention.head)
    found = WORD.findall(words)
    return found[-1] if found else words


def publication(scene: Scene, words: str, head: str) -> str | None:
    """Return the outlet whose report a phrase names ("a report from the Ridge Tribune"), None where it names none."""
    if singular(head) not in rules().documents.publications:
        return None
    for match in _patterns()["published"].finditer(words):
        name = scene.outlet_name(words[match.end() : match.end() + NAMED])
        if name:
            return name
    return scene.outlet_name(words[: max(0, words.lower().rfind(head.lower()))])
