"""What "the poll" or "the researchers" takes up: the words that named the thing when the report brought it in."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import islice

from retold.resolve.people.chains import dividers
from retold.resolve.speakers.policy import either, number, rules, singular
from retold.resolve.speakers.scene import Scene
from retold.resolve.speakers.source import WORD, Source

REACH = 8_000
"""Code points before a phrase that are searched."""
HEADLINE = 200
"""Code points at the head of a report in which a bare noun ("Poll finds ...") is taken up by what follows."""
NEAR = 100
"""Code points before "one" in which is told of which it is one."""
TRIED = 40
"""Places with the noun that are looked at."""
SHORT = 3
"""Words of a phrase that says no more than it takes up."""
_RELATIVE = re.compile(r",\s+(?:which|who|that)\b")
_LEFT = re.compile(r"(?:[\w’'.&/-]+\s+){1,6}$")
_TITLE = re.compile(r",?\s+(?:called\s+|titled\s+|entitled\s+)?[\"“]([^\"“”\n]{2,60})[\"”]")


def fullest(source: Source, scene: Scene) -> str:
    """Return the words with which the report spoke most fully of what a definite phrase takes up, before it or else after it;
    its own words where none are fuller."""
    words = _RELATIVE.split(source.words, maxsplit=1)[0]
    bare = source.span.start < HEADLINE and len(words.split()) == 1
    if not (source.definite or source.owned or bare) or len(words.split()) > SHORT or not source.noun.isalpha():
        return source.words
    for nouns, least in ((_forms(source), 1), (_others(source.noun), SHORT)):
        for text in _sides(source, scene):
            found = _most(source, nouns, text) if nouns else None
            if found is not None and len(found.split()) >= least:
                return found
    return source.words


def _sides(source: Source, scene: Scene) -> tuple[str, str]:
    """The text before a phrase and behind it, in its own item of a report made of items; its headline, which says things in
    other words, is left out below it."""
    head = scene.text.find("\n", 0, HEADLINE) + 1
    items = (0, *dividers(scene.text), len(scene.text))
    at = bisect_right(items, source.span.start, hi=len(items) - 1)
    start, end = max(items[at - 1], source.span.start - REACH), min(items[at], source.span.end + REACH)
    return scene.text[head if start < head <= source.span.start else start : source.span.start], scene.text[
        source.span.end : max(source.span.end, end)
    ]


def _forms(source: Source) -> tuple[str, ...]:
    """The noun, or of several its plural ("studies"): one is none of several."""
    return (source.head.lower(),) if source.plural else (source.noun,)


@cache
def _others(noun: str) -> tuple[str, ...]:
    """What a text of that name may have been called."""
    return tuple(dict.fromkeys(word for row in rules().taken.same if noun in row for word in row if word != noun))


def _most(source: Source, nouns: tuple[str, ...], text: str) -> str | None:
    """The phrase that has one of these nouns and says most, of two that say as much the later."""
    ending = "(?:s|es)?" if source.plural else ""
    named = re.compile(rf"\b(?:{'|'.join(re.escape(noun) for noun in nouns)}){ending}\b", re.I)
    found = list(islice(named.finditer(text), TRIED))
    phrases = [
        words for match in reversed(found) if (words := _around(text, match, source.is_person or source.is_body)) is not None
    ]
    return max(
        (words for words in phrases if _says_more(words.split(), source)), key=lambda words: len(words.split()), default=None
    )


def one_of(source: Source, scene: Scene) -> str | None:
    """Return the words of the last texts told of before "one", where it is one of those; None where it is somebody."""
    line = scene.text[max(0, source.span.start - NEAR) : source.span.start].rsplit("\n", 1)[-1]
    for word in reversed(list(WORD.finditer(line))):
        noun = singular(word[0])
        if noun == word[0].lower():
            continue
        if noun in rules().unnamed.nouns:
            return None
        if noun in rules().documents.nouns:
            return _around(line, word, False) or word[0]
    return None


def _says_more(words: list[str], source: Source) -> bool:
    lowered = [word.lower() for word in words]
    if not source.plural and (number(lowered[0]) or 1) > 1:
        return False
    if not rules().taken.lesser.isdisjoint(lowered) and rules().taken.lesser.isdisjoint(source.words.lower().split()):
        return False
    if " ".join(lowered) == source.words.lower() or not all(_has(lowered, word) for word in source.words.split()[1:]):
        return False
    if words[0].lower() in rules().unnamed.definite:
        return len(words) > max(SHORT - 1, len(source.words.split()))
    return len(words) > 1


def _has(words: list[str], name: str) -> bool:
    """Whether a name within a phrase ("the Varn poll") stands among some words, or is their initials; other words need not."""
    if not name[:1].isupper() or name.lower() in words:
        return True
    initials = "".join(word[0] for word in words if word not in rules().phrase.links)
    return name.isupper() and len(name) > 1 and name.lower() in initials


def _around(text: str, noun: re.Match[str], people: bool) -> str | None:
    """The phrase around a noun: back to its article, owner or names, on over what is said to be its matter or maker."""
    start, end = noun.span()
    left = _LEFT.search(text[max(0, start - 90) : start])
    before = left.group().split() if left else []
    opening = _opening(before)
    if opening is None:
        return None
    title = None if people else _TITLE.match(text, end, end + 90)
    after = _after(text, end, people) if title is None else [title[1].strip(" ,.")]
    words = [*before[opening:], text[start:end], *after]
    while words and words[-1].lower() in rules().taken.stops:
        words.pop()
    return " ".join(words)


def _after(text: str, end: int, people: bool) -> list[str]:
    right = _right(people=people).match(text, end, end + 120)
    after = right.group().lstrip(", ").split() if right else []
    ends = rules().taken.ends | (rules().taken.stops - rules().taken.goes_on if people else frozenset())
    stop = next((n for n, word in enumerate(after) if n and word.lower() in ends), len(after))
    return after[:stop]


@cache
def _right(*, people: bool) -> re.Pattern[str]:
    rows = rules().taken
    behind = rf"\s+{either(rows.right_people if people else rows.right)}" + ("" if people else rf"|,\s+{either(rows.told)}")
    return re.compile(rf"(?:(?:{behind})\b(?:\s+(?!\w+ing\b)[\w’'&-]+){{1,9}})")


def _opening(before: list[str]) -> int | None:
    """Where the phrase begins among the words before its noun: at its article or owner, else at the names right before."""
    for back, word in enumerate(reversed(before), 1):
        if word.lower() in rules().taken.openers or word.endswith(("'s", "’s")):
            return len(before) - back
        if word.lower() in rules().taken.stops and not _grouping(before, back):
            break
    capitals = (word[:1].isupper() and word.lower() not in rules().taken.stops for word in reversed(before))
    names = next((n for n, named in enumerate(capitals) if not named), len(before))
    return len(before) - names if names else None


def _grouping(before: list[str], back: int) -> bool:
    """Whether "of" stands in "a group of"."""
    return before[-back].lower() == "of" and back < len(before) and before[-back - 1].lower() in rules().taken.groups
