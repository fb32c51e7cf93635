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
from typing import Any

from retold.model import Attribution, Speaker
from retold.resolve.speakers.scene import Scene, outlet_words
from retold.resolve.speakers.source import Source, policy, singular
from retold.tables import table

REACH = 400
"""Code points on either side of a cue among which its sentence is looked at."""
NAME = 80
"""Code points of words that may be an outlet's name."""
_SHORT = re.compile(r"[Tt]he\s+([A-Z][a-z]+)\b(?!\s+[A-Z])")
_CAPITALS = re.compile(r"(?:[Tt]he\s+)?([A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,4})")
OURS = ""
"""Stands for this outlet itself among the names found."""


@cache
def _rows() -> dict[str, Any]:
    rows: dict[str, Any] = table("retold.resolve.speakers", "speakers.toml")["via"]
    return rows


@cache
def _pattern(key: str) -> re.Pattern[str]:
    """Any of a list's words, whole, up to the name that follows."""
    words = sorted(_rows()[key], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in words) + r")\b\s*", re.IGNORECASE)


def via(each: Attribution, source: Source | None, speaker: Speaker, scene: Scene) -> tuple[str, ...]:
    """Return the outlets between this outlet and the speaker, nearest first; never the speaker or this outlet itself."""
    if speaker.kind in _rows()["never"]:
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
    return sorted((place, name) for place, name in (*verbs, *credited) if name)


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
    return text[: start - low], text[end - low :]


def _outlet_before(words: str, scene: Scene) -> str | None:
    """The outlet with whose name some words end; auxiliaries behind it do not count."""
    run = [w for w in words[-NAME:].replace("\n", " ").split(" ") if w]
    while run and run[-1].lower() in _rows()["helpers"]:
        run.pop()
    if not run or run[-1][-1] in '.,;:!?”"':
        return None
    for size in range(min(5, len(run)), 0, -1):
        last = " ".join(run[-size:])
        name = _outlet(last, scene)
        if name is not None and len(name.split()) + 1 >= size:
            return name
    return None


def _received(each: Attribution, source: Source | None, scene: Scene) -> Iterator[str]:
    """Outlets to whom the speaker spoke, or that cite them; `OURS` for this outlet."""
    if source is not None and source.through:
        yield source.through
    if source is not None:
        for match in _pattern("quoted").finditer(source.words):
            if name := _outlet_at(source.words[match.end() :], source.span.start, scene):
                yield name
    cue = scene.text[each.cue[0].start : each.cue[-1].end]
    before, after = _around(each, scene)
    for text in (before, " ".join((cue + after).split())):
        for match in _pattern("received").finditer(text):
            rest = text[match.end() :]
            if _pattern("us").match(rest):
                yield OURS
            elif name := _outlet_at(rest, each.cue[-1].end, scene):
                yield OURS if _ours(name, scene.outlet) else name
    if source is not None and (name := _hearing(before, scene)):
        yield name


def _hearing(before: str, scene: Scene) -> str | None:
    """ "the Times had learned from" right before the speaker: the Times heard it."""
    match = next((m for m in _pattern("hearing").finditer(before)), None)
    return _outlet_before(before[: match.start()], scene) if match is not None else None


def _outlet(words: str, scene: Scene) -> str | None:
    """The outlet that some words begin with by name, in short too: "the Times" is the Coastal Times told of elsewhere."""
    name = scene.outlet_name(words[:NAME])
    match = _SHORT.match(words)
    if name is not None or match is None or match[1] not in outlet_words():
        return name
    known = (scene.outlet, *(c.name for c in scene.credits), *(c.name for c in scene.chains.values()))
    return next((full for full in known if full and full.lower() != match[0].lower() and full.endswith(f" {match[1]}")), match[1])


def _outlet_at(words: str, place: int, scene: Scene) -> str | None:
    """The outlet that some words begin with: by name, or by a description whose chain has one ("the agency")."""
    name = _outlet(words, scene)
    if name is not None:
        return name
    match = re.match(r"(?:the|an?|local|state|several|some|other)\s+(?:[\w-]+\s+){0,2}?(\w+)", words, re.IGNORECASE)
    plain = re.match(r"(?:(?:local|state|foreign|national|domestic)\s+)?(\w+)", words)
    for found in (match, plain):
        noun = found.group(1).lower() if found else ""
        if found and (noun in policy("outlets", "nouns") or noun.rstrip("s") in policy("outlets", "nouns")):
            return _taken_up(noun, place, scene) or found.group(0)
    return None


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
    if near or not told:
        return list(dict.fromkeys(near))
    # Of two stories the later has taken over; two outlets in one paragraph told one.
    told = [c for c in told if c.span.start > scene.text.rfind("\n", 0, told[-1].span.start)]
    first = told[0].span.start
    others = (c.span.start for c in scene.credits if c.governs and c.name not in {t.name for t in told})
    over = any(first < at < start for at in (*others, *_interviews(scene.text, scene.outlet)))
    return [] if over else list(dict.fromkeys(c.name for c in told))


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
    return singular(source.head) in _rows()["informants"] and source.first not in _rows()["general"]
