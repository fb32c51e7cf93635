"""Through whose hands words reached this outlet: outlets and agencies between it and the speaker, nearest first.

The text says it in the sentence itself ("told the agency", "the Post reported that", "quoted by"), or once for more than
one sentence: a dateline or a byline for the whole copy, a credit in the lead for the story that is retold, a credit
further down for its paragraph. What a credit governs is not what the outlet added: its own interviews, whom it asked for
comment, other outlets that it quotes, people of whom it speaks in general. Named people speak in public, so that in a
retold story only those who would not be named are heard through the one who found them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from retold.model import Attribution, Credit, Speaker
from retold.resolve.speakers.policy import either, literally, rules, singular
from retold.resolve.speakers.scene import Scene, outlet_words
from retold.resolve.speakers.source import Source

REACH = 400
"""Code points on either side of a cue among which its sentence is looked at."""
NAME = 80
"""Code points of words that may be an outlet's name."""
LONGEST = 5
"""Words of an outlet's name."""
OURS = ""
"""Stands for this outlet itself among the names found."""
Means = Literal["breaks", "citing", "credited", "hearing", "inverted", "quoted", "received", "reporting", "us"]
_SHORT = re.compile(r"[Tt]he\s+([A-Z][a-z]+)\b(?!\s+[A-Z])")
_CAPITALS = re.compile(r"(?:[Tt]he\s+)?([A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,4})")
_ASIDE = re.compile(r"\([^()\n]{1,300}\)")
_HIS = re.compile(r"\b(?:his|her|their|its|[’']s)\s+$", re.IGNORECASE)


@cache
def _pattern(means: Means) -> re.Pattern[str]:
    """Any of the words by which a means is told, whole, up to the name that follows."""
    return re.compile(rf"\b{literally(getattr(rules().via, means))}\b\s*", re.IGNORECASE)


def via(each: Attribution, source: Source | None, speaker: Speaker, scene: Scene) -> tuple[str, ...]:
    """Return the outlets between this outlet and the speaker, nearest first; never the speaker or this outlet itself."""
    if speaker.kind in rules().via.never:
        return ()
    here = [*_reported(each, scene), *_received(each, source, scene)]
    if OURS in here:
        return ()
    own = {name.lower() for name in (scene.outlet, speaker.name) if name}
    seen: list[str] = []
    for name in (*_copy(scene), *(here or _story(each, source, speaker, scene))):
        if name.lower() not in own and name not in seen and not _ours(name, scene.outlet):
            seen.append(name)
    return tuple(seen)


def _ours(name: str, outlet: str | None) -> bool:
    """Whether a name is this outlet's, in full or short ("the Ledger" in the Daily Ledger)."""
    if outlet is None:
        return False
    mine, other = outlet.lower().removeprefix("the "), name.lower().removeprefix("the ")
    return mine == other or mine.endswith(" " + other) or other.endswith(" " + mine)


def _reported(each: Attribution, scene: Scene) -> Iterator[str]:
    """Outlets that the sentence says report what the speaker says: before the cue from the outside in, after it the other way."""
    before, after = _around(each, scene)
    apart = _pattern("breaks").search
    yield from (name for place, name in _naming(before, each, scene) if not apart(before, place))
    yield from reversed([name for place, name in _naming(after, each, scene) if not apart(after, 0, place)])


def _naming(text: str, each: Attribution, scene: Scene) -> list[tuple[int, str]]:
    """The outlets that some words name as who reports ("the Post wrote", "according to the Post"), with where they are done."""
    verbs = ((m.end(), _outlet_before(text[: m.start()], scene)) for m in _pattern("reporting").finditer(text))
    credited = ((m.end(), _outlet_at(text[m.end() :], each.cue[0].start, scene)) for m in _pattern("credited").finditer(text))
    inverted = ((m.end(), _outlet_at(text[m.end() :], each.cue[0].start, scene)) for m in _pattern("inverted").finditer(text))
    return sorted((place, name) for place, name in (*verbs, *credited, *inverted) if name)


def _around(each: Attribution, scene: Scene) -> tuple[str, str]:
    """The words of the sentence before and after the cue, the content left out."""
    start, end = each.cue[0].start, each.cue[-1].end
    sentence = scene.sentence(start)
    low = max(start - REACH, sentence.start if sentence else 0, 0)
    high = min(end + REACH, max(sentence.end if sentence else end, end))
    marks = list(scene.text[low:high])
    for span in each.content:
        first, last = max(span.start, low) - low, min(span.end, high) - low
        marks[first:last] = " " * max(0, last - first)
    text = "".join(marks)
    for aside in _ASIDE.finditer(text):
        if not low + aside.start() <= start < low + aside.end():  # what stands in brackets is another matter
            text = text[: aside.start()] + " " * len(aside[0]) + text[aside.end() :]
    return text[: start - low], text[end - low :]


def _outlet_before(words: str, scene: Scene) -> str | None:
    """The outlet with whose name some words end; auxiliaries behind it do not count."""
    run = [w for w in words[-NAME:].replace("\n", " ").split(" ") if w]
    while run and run[-1].lower() in rules().via.helpers:
        run.pop()
    if not run or run[-1][-1] in '.,;:!?”"':
        return None
    for size in range(min(LONGEST, len(run)), 0, -1):
        last = " ".join(run[-size:])
        name = _outlet(last, scene)
        if name is not None and len(name.split()) + 1 >= size:
            return name
    return None


def _received(each: Attribution, source: Source | None, scene: Scene) -> Iterator[str]:
    """Outlets to whom the speaker spoke, or that cite them; `OURS` for this outlet."""
    if source is not None:
        yield from _quoting(source, scene)
    cue = scene.text[each.cue[0].start : each.cue[-1].end]
    before, after = _around(each, scene)
    for text in (before, " ".join((cue + after).split())):
        yield from _hearers(text, each, scene)
    if source is not None and (name := _hearing(before, scene)):
        yield name


def _quoting(source: Source, scene: Scene) -> Iterator[str]:
    """The outlet that cites a source, or by which the source's own words say it was quoted."""
    if source.through:
        yield source.through
    for match in _pattern("quoted").finditer(source.words):
        if name := _outlet_at(source.words[match.end() :], source.span.start, scene):
            yield name


def _hearers(text: str, each: Attribution, scene: Scene) -> Iterator[str]:
    """The outlets to whom some words say that somebody spoke; "his remarks to the Post" are other remarks."""
    for match in _pattern("received").finditer(text):
        rest = text[match.end() :]
        if _HIS.search(text[: match.start()]):
            continue
        if _pattern("us").match(rest):
            yield OURS
        elif name := _outlet_at(rest, each.cue[-1].end, scene):
            yield OURS if _ours(name, scene.outlet) else name


def _hearing(before: str, scene: Scene) -> str | None:
    """ "the Times had learned from" right before the speaker: the Times heard it."""
    match = next((m for m in _pattern("hearing").finditer(before)), None)
    return _outlet_before(before[: match.start()], scene) if match is not None else None


def _outlet(words: str, scene: Scene) -> str | None:
    """The outlet that some words begin with by name, in short too: "the Times" is the Coastal Times told of elsewhere."""
    match = _SHORT.match(words)
    if (name := scene.outlet_name(words[:NAME])) is not None or match is None or match[1] not in outlet_words():
        return name
    return scene.full.get(match[1], match[1])


def _outlet_at(words: str, place: int, scene: Scene) -> str | None:
    """The outlet that some words begin with: by name, or by a description whose chain has one ("the agency")."""
    name = _outlet(words, scene)
    if name is not None:
        return name
    for found in (pattern.match(words) for pattern in _described()):
        if found and not {found[1].lower(), singular(found[1])}.isdisjoint(rules().outlets.nouns):
            return _taken_up(found[1].lower(), place, scene) or found[0]
    return None


@cache
def _described() -> tuple[re.Pattern[str], ...]:
    """An outlet by its noun: "the agency", "local press"."""
    rows = rules().via
    return (
        re.compile(rf"{either(rows.before)}\s+(?:[\w-]+\s+){{0,2}}?(\w+)", re.IGNORECASE),
        re.compile(rf"(?:{either(rows.sorts)}\s+)?(\w+)", re.IGNORECASE),
    )


def _taken_up(noun: str, place: int, scene: Scene) -> str | None:
    """The name of the outlet that "the agency" stands for: its chain's, else the credit named last before it."""
    for mention in scene.mentions_near(place):
        words = scene.text[mention.span.start : mention.span.end].lower()
        chain = scene.chains.get(mention.chain or "")
        if words.endswith(noun) and chain is not None and chain.name:
            return scene.outlet_name(chain.name) or chain.name
    before = [credit for credit in scene.credits if credit.span.start < place]
    return before[-1].name if before else None


def _copy(scene: Scene) -> Iterator[str]:
    """Whose copy the whole report is: a dateline's, a byline's, a source line's."""
    yield from (credit.name for credit in scene.credits if credit.governs == "report")


def _story(each: Attribution, source: Source | None, speaker: Speaker, scene: Scene) -> list[str]:
    """Whose story those without a name speak in: that of the credit before them in the paragraph, else that of the story retold.

    A retold story ends where the report turns to another outlet's, or to whom its own outlet spoke with.
    """
    if speaker.kind != "unnamed" or each.stance == "declined" or not _informs(source):
        return []
    place = each.cue[0].start
    start, end = scene.text.rfind("\n", 0, place) + 1, scene.text.find("\n", place)
    near = [c.name for c in scene.credits if c.governs == "paragraph" and start <= c.span.start < place]
    told = [c for c in scene.credits if c.governs == "story" and (c.span.start < place or c.span.start < end)]
    if near or not told or _over(told := _last_story(told, scene), start, scene):
        return list(dict.fromkeys(near))
    return list(dict.fromkeys(c.name for c in told))


def _last_story(told: list[Credit], scene: Scene) -> list[Credit]:
    """Of two stories the later, which has taken over; two outlets in one paragraph told one."""
    return [c for c in told if c.span.start > scene.text.rfind("\n", 0, told[-1].span.start)]


def _over(told: list[Credit], start: int, scene: Scene) -> bool:
    """Whether the report turned to another outlet or to its own interviews since a story began."""
    others = (c.span.start for c in scene.credits if c.governs and c.name not in {t.name for t in told})
    return any(told[0].span.start < at < start for at in (*others, *_interviews(scene.text, scene.outlet)))


@lru_cache(maxsize=4)
def _interviews(text: str, outlet: str | None) -> tuple[int, ...]:
    """Where the report says that somebody spoke to its own outlet: "told us", "in an interview with the Ledger"."""
    found = []
    for match in _pattern("received").finditer(text):
        rest = text[match.end() : match.end() + NAME]
        name = _CAPITALS.match(rest)
        if _pattern("us").match(rest) or (name is not None and _ours(name[1], outlet)):
            found.append(match.start())
    return tuple(found)


def _informs(source: Source | None) -> bool:
    """Whether they told it to somebody ("two officials", "an aide"), and are not people in general ("some critics")."""
    if source is None or source.partitive:
        return source is not None
    return singular(source.head) in rules().via.informants and source.first not in rules().via.general
