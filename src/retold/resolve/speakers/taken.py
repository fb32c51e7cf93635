"""What "the poll" or "the researchers" takes up: the words that named the thing when the report brought it in."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from retold.resolve.speakers.scene import Scene
from retold.resolve.speakers.source import WORD, Source, policy, singular
from retold.tables import table

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
_LEFT = re.compile(r"(?:[\w’'.&/-]+\s+){1,6}$")
_TITLE = re.compile(r",?\s+(?:called\s+|titled\s+|entitled\s+)?[\"“]([^\"“”\n]{2,60})[\"”]")


def fullest(source: Source, scene: Scene) -> str:
    """Return the words with which the report spoke most fully of what a definite phrase takes up, before it or else after it;
    its own words where none are fuller."""
    bare = source.span.start < HEADLINE and len(source.words.split()) == 1
    if not (source.definite or source.owned or bare) or len(source.words.split()) > SHORT or not source.noun.isalpha():
        return source.words
    start, end = max(0, source.span.start - REACH), min(len(scene.text), source.span.end + REACH)
    for nouns in (_forms(source), _others(source.noun)):
        for first, last in ((start, source.span.start), (source.span.end, end)):
            if nouns and (words := _most(source, nouns, scene.text[first:last])) is not None:
                return words
    return source.words


def _forms(source: Source) -> tuple[str, ...]:
    """A noun as it stands, its singular, and the plural that its ending does not tell ("study", "studies")."""
    noun = source.noun
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun[:-2] + "en" if noun.endswith("man") else noun
    return tuple(dict.fromkeys((noun, source.head.lower(), plural)))


@cache
def _others(noun: str) -> tuple[str, ...]:
    """What a text of that name may have been called."""
    rows: list[list[str]] = table("retold.resolve.speakers", "speakers.toml")["taken"]["same"]
    return tuple(dict.fromkeys(word for row in rows if noun in row for word in row if word != noun))


def _most(source: Source, nouns: tuple[str, ...], text: str) -> str | None:
    """The phrase that has one of these nouns and says most, of two that say as much the later."""
    named = re.compile(rf"\b(?:{'|'.join(re.escape(noun) for noun in nouns)})(?:s|es)?\b", re.I)
    found = list(islice(named.finditer(text), TRIED))
    phrases = [words for match in reversed(found) if (words := _around(text, match, source.is_person)) is not None]
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
        if noun in policy("unnamed", "nouns"):
            return None
        if noun in policy("documents", "nouns"):
            return _around(line, word, False) or word[0]
    return None


def _says_more(words: list[str], source: Source) -> bool:
    if words[0].lower() in policy("unnamed", "definite"):
        return len(words) > max(SHORT - 1, len(source.words.split()))
    return len(words) > 1


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
    return " ".join([*before[opening:], text[start:end], *after])


def _after(text: str, end: int, people: bool) -> list[str]:
    right = _right("right_people" if people else "right").match(text, end, end + 120)
    after = right.group().split() if right else []
    stop = next((n for n, word in enumerate(after) if n and word.lower() in policy("taken", "ends")), len(after))
    return after[:stop]


@cache
def _right(key: str) -> re.Pattern[str]:
    words = table("retold.resolve.speakers", "speakers.toml")["taken"][key]
    return re.compile(rf"(?:\s+(?:{'|'.join(words)})\b(?:\s+(?!\w+ing\b)[\w’'&-]+){{1,9}})")


def _opening(before: list[str]) -> int | None:
    """Where the phrase begins among the words before its noun: at its article or owner, else at the names right before."""
    for back, word in enumerate(reversed(before), 1):
        if word.lower() in policy("taken", "openers") or word.endswith(("'s", "’s")):
            return len(before) - back
        if word.lower() in policy("taken", "stops") and not _grouping(before, back):
            break
    names = next((n for n, word in enumerate(reversed(before)) if not word[:1].isupper()), len(before))
    return len(before) - names if names else None


def _grouping(before: list[str], back: int) -> bool:
    """Whether "of" stands in "a group of"."""
    return before[-back].lower() == "of" and back < len(before) and before[-back - 1].lower() in policy("taken", "groups")
