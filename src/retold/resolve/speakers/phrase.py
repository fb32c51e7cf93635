"""A source phrase seen against the report: whose words it gives, whom its head means, through which outlet.

"The Ridge Tribune, citing two officials" are the officials' words; "information from four sources" the four sources'; the
name beside a description, or at the head of the phrase, says who it is; "who" and "which" are what they follow upon.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from retold.model import Attribution, Mention, Span
from retold.resolve.speakers.scene import Scene
from retold.resolve.speakers.source import WORD, Source, persons, policy, singular
from retold.tables import table

LONGEST = 400
"""Code points of a source phrase that are looked at."""
ARTICLE = 4
"""Code points of "the " before a name."""
BEFORE = 90
"""Code points before a relative pronoun among which the words are that it takes up."""
TAKEN = 6
"""Words that a relative pronoun takes up at most."""
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_OPENS = re.compile(
    r"\b(?:an?|the|his|her|its|their|both|some|many|most|several|two|three|four|five|other|those|these)\s+(?=[^.;:,]*$)", re.I
)
_OF = re.compile(r"(?:[\w-]+\s+){0,3}?([\w-]+)\s+(?:of|for|at|from|with|in|to|on)\b")
_END = re.compile(r"[\s,]+$")


def phrase(each: Attribution, scene: Scene) -> Source | None:
    """Return the source phrase of an attribution, or None where it has none."""
    if not each.source:
        return None
    span = _begun(scene, Span(each.source[0].start, min(each.source[-1].end, each.source[0].start + LONGEST)))
    if (other := _exchanged(scene, each, span)) is not None:
        span = other
    words = _words(scene, span)
    if words.lower() in RELATIVE and (taken := _taken(scene, span)) is not None:
        return replace(taken, thing=words.lower() == "which")
    cited = _cited(scene, span)
    if cited is not None:
        shown = scene.words(each.source_head) if each.source_head else ""
        through = publication(scene, words, shown) or scene.outlet_name(words)
        return _source(scene, Span(cited.span.start, span.end), cited.head, through)
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
    words = table("retold.resolve.speakers", "speakers.toml")["unnamed"]["before"]
    match = re.compile(rf"(?:(?:{'|'.join(words)})\s+){{1,2}}(?=\w)", re.I).match(scene.text, span.start, span.end)
    return Span(match.end(), span.end) if match else span


def _source(scene: Scene, span: Span, head: Span | None, through: str | None) -> Source:
    words = _words(scene, span)
    mention = _leading(scene, span, head) or _apposed(scene, span, head)
    mention = mention or (scene.by_head.get(head.start) if head else None) or _inside(scene, span, head)
    shown = scene.words(head) if head else _last(scene, words, mention)
    if shown.lower() in policy("unnamed", "definite"):
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
    return scene.words(span).strip(" ,;:")


def _taken(scene: Scene, span: Span) -> Source | None:
    """What a relative pronoun takes up: the mention or else the words right before it."""
    before = scene.text[max(0, span.start - BEFORE) : span.start]
    end = span.start - len(before) + len(_END.sub("", before))
    mention = scene.by_end.get(end)
    if mention is not None:
        return _source(scene, mention.span, mention.head, None)
    if (own := scene.chain(scene.by_head.get(span.start))) is not None and own.name:
        return None
    line = _END.sub("", before.rsplit("\n", 1)[-1])
    last = list(WORD.finditer(line))
    if not last or end == span.start:
        return None
    opens = [match.start() for match in _OPENS.finditer(line) if len(line[match.start() :].split()) <= TAKEN]
    start = opens[-1] if opens else last[-1].start()
    shift = end - len(line)
    return _source(scene, Span(shift + start, end), Span(shift + last[-1].start(), shift + last[-1].end()), None)


def _cited(scene: Scene, span: Span) -> Mention | None:
    """Who is cited within a source phrase: the words are his, and the one who cites stands between."""
    match = _citing().search(scene.text, span.start, span.end)
    if match is None:
        return None
    place = match.end()
    inner = next((m for m in scene.mentions_near(place) if m.kind in ("person", "body")), None)
    return inner if inner is not None and inner.span.start <= min(place + ARTICLE, span.end) else None


@cache
def _citing() -> re.Pattern[str]:
    words = table("retold.resolve.speakers", "speakers.toml")["via"]["citing"]
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\s+")


def _handed_by(scene: Scene, span: Span, head: Span | None) -> Span | None:
    """The head of who gave what the phrase names, where the head is a thing that is handed on."""
    if head is None or singular(scene.words(head)) not in policy("documents", "handed"):
        return head
    match = re.compile(r"\s+(?:from|by|of)\s+").match(scene.text, head.end, span.end)
    if match is None:
        return head
    inner = next((m for m in scene.mentions_near(match.end()) if m.kind in ("person", "body")), None)
    fits = inner is not None and inner.span.start <= match.end() + ARTICLE and inner.span.start < span.end
    return inner.head if inner is not None and fits else head


def _before_of(scene: Scene, span: Span, head: Span | None) -> Span | None:
    """The head of "member of the panel" is the member, wherever the parse sees it."""
    match = _OF.match(scene.text, span.start, span.end)
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
            return mention if mention.span.end < span.end or mention.span.start <= head.start else None
    return None


def _apposed(scene: Scene, span: Span, head: Span | None) -> Mention | None:
    """ "The authority's director, Ada Holm": the name beside a description says who it is."""
    own = scene.by_head.get(head.start) if head is not None else None
    chain = scene.chain(own)
    if head is None or (own is not None and own.form != "description") or (chain is not None and chain.name is not None):
        return None
    for mention in scene.mentions_near(head.end):
        between = scene.text[head.end : mention.span.start]
        if mention.span.start >= span.end or len(between) > LONGEST:
            return None
        if mention.form == "name" and mention.kind == "person" and (between.strip() in ("", ",") or _ends(scene, mention, span)):
            return mention
    return None


def _ends(scene: Scene, mention: Mention, span: Span) -> bool:
    """Whether a description ends with the name of whom it describes ("former minister and candidate Ada Holm")."""
    last = scene.words(Span(span.start, mention.span.start)).rsplit(" ", 1)[-1].lower()
    joined = last in policy("anonymity", "joints") or last in policy("taken", "stops") or not last[-1:].isalpha()
    return mention.span.end == span.end and mention.grammar != "possessive" and not joined


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
    if singular(head) not in policy("documents", "publications"):
        return None
    for match in re.finditer(r"\b(?:from|by|in|on)\s+", words):
        name = scene.outlet_name(words[match.end() : match.end() + 80])
        if name:
            return name
    return scene.outlet_name(words[: max(0, words.lower().rfind(head.lower()))])
