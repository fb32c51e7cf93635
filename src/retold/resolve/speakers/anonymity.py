"""What a report says of those it does not name: how they come to know, whose side they are on, why they are not named.

"A US official briefed on the talks" stands near them and on a side. The reason is given where they speak ("who was not
authorised to speak publicly") or in a sentence of its own ("The officials spoke on condition of anonymity because ..."),
which holds for those officials wherever they speak in the report. Words for all three stand in `speakers.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from retold.model import Attribution, Span, Speaker
from retold.resolve.speakers.policy import either, number, peoples, rules, singular
from retold.resolve.speakers.scene import Scene
from retold.resolve.speakers.source import WORD, Source

Heard = Sequence[tuple[Attribution, Source]]
"""The attributions of unnamed speakers with their source phrases, in the order of the text."""

AFTER = 120
"""Code points after a source phrase in which its standing may go on."""
BACK = 12
"""Unnamed sources before a sentence that says why they are not named, among which are those meant."""
LONGEST = 300
"""Code points of a sentence in which it gives its reason."""
FAR = 1_500
"""Code points from the last words of unnamed sources to the sentence that says why they are not named."""


def anonymity(attributions: Sequence[Attribution], phrases: Mapping[str, Source | None], scene: Scene) -> tuple[Attribution, ...]:
    """Return the attributions with `standing`, `side` and `reason` of their unnamed speakers, as far as the report tells them."""
    heard = [(a, p) for a in attributions if a.speaker and a.speaker.kind == "unnamed" and (p := phrases.get(a.id))]
    heard.sort(key=lambda row: row[1].span)
    told: dict[str, Speaker] = {}
    for each, source in heard:
        own = _described(each.speaker or Speaker(kind="unnamed"), source, scene)
        told[_identity(own)] = _joined(told.get(_identity(own)), own)
    for place, reason in _reasons(scene):
        if (meant := _meant(place, heard, scene)) is not None:
            key = _identity(meant)
            told[key] = replace(told[key], reason=told[key].reason or reason)
    return tuple(_told(each, told) for each in attributions)


def _identity(speaker: Speaker) -> str:
    """What stays the same when an unnamed source is taken up."""
    return speaker.described or speaker.chain or ""


def _joined(first: Speaker | None, own: Speaker) -> Speaker:
    if first is None:
        return own
    return replace(first, standing=first.standing or own.standing, side=first.side or own.side)


def _told(each: Attribution, told: Mapping[str, Speaker]) -> Attribution:
    known = told.get(_identity(each.speaker)) if each.speaker and each.speaker.kind == "unnamed" else None
    if each.speaker is None or known is None:
        return each
    return replace(each, speaker=replace(each.speaker, standing=known.standing, side=known.side, reason=known.reason))


def _described(speaker: Speaker, source: Source, scene: Scene) -> Speaker:
    words = speaker.described or source.words
    after = scene.text[source.span.end : source.span.end + AFTER].split("\n", 1)[0]
    rows = _patterns()
    standing = rows["standing"].search(words) or rows["standing"].match(rows["link"].sub("", after))
    return replace(speaker, standing=standing[0].strip(" ,") if standing else None, side=_side(words))


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """The patterns of the tables' words about those who are not named."""
    rows, on = rules().anonymity, _on()
    loose = {
        "on": on,
        "standing": rf"\b{either(rows.standing)}{on}",
        "link": rows.link,
        "unnamed": rf"\b{either(rows.unnamed)}\b",
        "forbidden": either(rows.forbidden),
        "plural": rf"^\W*{either(rows.plural)}\b",
        "singular": rf"^\W*{either(rows.singular)}\b",
    }
    strict = {"because": _because(), "of": _whose(), "spoke": rf",\s+{either(rows.spoke)}\b"}
    found = {key: re.compile(pattern, re.IGNORECASE) for key, pattern in loose.items()}
    return found | {key: re.compile(pattern) for key, pattern in strict.items()}


def _on() -> str:
    """Some words more, up to one with which something else begins."""
    return rf"(?:\s+(?!{either(rules().anonymity.stops)}\b)(?:(?:[A-Z]\.)+|[\w’'&-]+)){{0,9}}"


def _because() -> str:
    """A reason, or a purpose."""
    rows = rules().anonymity
    given = rf"\b{either(rows.because)}\s+(?P<told>[^.;\n“”\"]{{3,200}})"
    return rf"{given}|\b(?P<purpose>(?:in order )?to {either(rows.purposes)}\b[^.;,\n“”\"]{{3,120}})"


def _whose() -> str:
    """Whose somebody is, in words behind the noun."""
    rows = rules().anonymity
    whose = rf"\s+{either(rows.of)}\s+(?:the\s+|an?\s+)?(?:[\w’'.&-]+\s+){{0,6}}?[\w’'.&-]+"
    return rf"{whose}(?=$|[,;]|\s+{either(rows.of_ends)}\b)"


# ------------------------------------------------------------------------------ how they know, whose they are


def _side(words: str) -> str | None:
    """The words before the noun of a source that tell whose it is, else what follows it with "of", "in" or "from"."""
    tokens = list(WORD.finditer(words.split(",", 1)[0]))
    at = next((n for n, token in enumerate(tokens) if _is_noun(token[0])), None)
    if at is None:
        return None
    first = max((n + 1 for n, token in enumerate(tokens[:at]) if token[0].lower() in rules().anonymity.joints), default=0)
    before = [t for t in tokens[first:at] if not _only_quality(t[0])]
    if before and any(_tells_side(t[0]) for t in before):
        return words[before[0].start() : tokens[at].start()].strip()
    after = _patterns()["of"].match(words, tokens[at].end())
    return after[0].strip() if after and any(_tells_side(t) for t in WORD.findall(after[0])) else None


def _is_noun(token: str) -> bool:
    return not {token.lower(), singular(token)}.isdisjoint(rules().anonymity.nouns)


def _only_quality(token: str) -> bool:
    word = token.lower()
    return word in rules().anonymity.qualities or number(word) is not None


def _tells_side(token: str) -> bool:
    named = token[:1].isupper() and token.lower() not in rules().anonymity.qualities
    return named or token.lower() in rules().anonymity.sides or token.lower() in peoples()


# ------------------------------------------------------------------------------ why they are not named


def _reasons(scene: Scene) -> Sequence[tuple[int, str]]:
    """Where the report says that somebody is not named, with its reason; places that give none are left out."""
    found, rows = list[tuple[int, str]](), _patterns()
    for match in rows["unnamed"].finditer(scene.text):
        sentence = scene.sentence(match.start()) or Span(match.start(), match.end())
        rest = scene.text[match.end() : min(sentence.end, match.end() + LONGEST)]
        given = rows["because"].search(rest)
        reason = (given["told"] or given["purpose"]) if given else None
        if reason is None and rows["forbidden"].search(match[0]):
            reason = match[0] + (on[0] if (on := rows["on"].match(rest)) else "")
        if reason is not None:
            found.append((match.start(), _clean(reason)))
    return found


def _clean(words: str) -> str:
    return " ".join(_patterns()["spoke"].split(words, maxsplit=1)[0].split()).strip(" ,;:")


def _meant(place: int, heard: Heard, scene: Scene) -> Speaker | None:
    """The unnamed speaker of whom a place says so: one of its own sentence, else the last before it who agrees in number."""
    sentence = scene.sentence(place) or Span(place, place)
    at = bisect_right(heard, place, key=lambda row: row[1].span.start)
    near = heard[max(0, at - BACK) : at + 1]
    here = [each for each, source in near if sentence.start <= source.span.start < sentence.end]
    before = [each for each, source in near[:-1] if source.span.start >= sentence.start] or here
    if before:
        return before[-1].speaker
    return _agreeing(scene.text[sentence.start : place], place, heard[max(0, at - BACK) : at])


def _agreeing(opening: str, place: int, before: Heard) -> Speaker | None:
    """The last of some speakers whom a sentence may take up by its opening words ("the officials", "he")."""
    plural, singly = (_patterns()[key].search(opening) is not None for key in ("plural", "singular"))
    for each, source in reversed(before):
        one = each.speaker is not None and each.speaker.count == 1
        if place - source.span.end > FAR:
            return None
        if not (plural and one) and not (singly and source.plural):
            return each.speaker
    return None
