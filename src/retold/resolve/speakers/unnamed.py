"""Unnamed sources: how many, in which words, and which earlier one is taken up.

A count is given only where a number is ("four sources", "two of the people") or a singular says one ("a source"):
"several" and "dozens" are no count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold.model import Speaker
from retold.resolve.speakers.policy import number, rules
from retold.resolve.speakers.source import WORD, HeardBefore, Source
from retold.tables import table

NEAR = 300
"""Code points within which "they" goes on from the source heard last."""
NEAR_ONE = 800
"""Code points within which "the man" or "the woman" is the source heard last."""
LONGEST = 4
"""Words of a definite phrase that says no more than what it takes up."""
BEFORE_HEAD = 8
"""Words before the head in which its number may stand."""


def unnamed(source: Source, chain: str | None) -> Speaker:
    """Return the speaker for people who are described and not named."""
    return Speaker(kind="unnamed", described=source.words, count=count(source), chain=chain)


def count(source: Source) -> int | None:
    """Return how many speak, or None where no number and no singular says so."""
    if source.quantity:
        return None
    words = [word.lower() for word in WORD.findall(source.words)]
    if source.grouped:  # "a group of 32 experts": the group is one, those who speak are many
        return _first_number(words[1:])
    if source.number is not None:
        return source.number
    head = source.head.lower()
    if source.part_of_whom:
        return number(words[0])
    before = words[: words.index(head) if head in words else BEFORE_HEAD]
    told = _told_before(before if source.plural else before[:1], before, plural=source.plural)
    if told is not None or source.plural or not rules().numbers_not.vague.isdisjoint(before[:1]):
        return told
    return 1 if source.is_person and head not in rules().unnamed.many else None


def _told_before(words: Sequence[str], before: Sequence[str], *, plural: bool) -> int | None:
    """The number that stands before a noun, None where a vague word stands there first."""
    for word in words:
        if word in rules().numbers_not.vague:
            return None
        if number(word) is not None and word not in rules().numbers_not.words:
            return _with_dozen(before, word) if plural else 1
    return None


def _first_number(words: Sequence[str]) -> int | None:
    """The first number among some words that is no article."""
    found = (number(word) for word in words if word not in rules().numbers_not.articles)
    return next((each for each in found if each is not None), None)


def _with_dozen(before: Sequence[str], word: str) -> int | None:
    """ "half a dozen", "two dozen"; "a" before a plural is no count of its own ("a few officials")."""
    rest = before[before.index(word) + 1 :]
    if word in ("a", "an"):
        inner = _first_number(rest)
        return inner // 2 if inner and "half" in before else inner
    told, scale = number(word), number(rest[0]) if rest and rest[0] in rules().numbers_not.scales else None
    return told * scale if told is not None and scale is not None else told


def take_up(source: Source, known: Sequence[HeardBefore]) -> Speaker | None:
    """Return the speaker that a definite phrase, a pronoun or "one of them" takes up, with its own count; else None."""
    part = source.partitive
    if part is not None:
        earlier = _latest(source, known, plural=True)
        return replace(earlier.speaker, count=number(part)) if earlier is not None else None
    if source.rest:
        return _other(source, known)
    if source.chain is not None and (source.pronoun or source.definite):
        same = next((k for k in reversed(known) if k.speaker.chain == source.chain.id), None)
        if same is not None:
            return replace(same.speaker, count=_own_count(source) or same.speaker.count)
    if source.words.lower() == "they" and (said := _just_heard(source, known)) is not None:
        return said.speaker
    if not source.definite or not source.is_person or _fresh(source):
        return None
    earlier = _latest(source, known, plural=source.plural)
    return replace(earlier.speaker, count=_own_count(source) or earlier.speaker.count) if earlier is not None else None


def _own_count(source: Source) -> int | None:
    """The number that words for several say themselves ("the four sources")."""
    return count(source) if source.plural and not source.pronoun else None


def _other(source: Source, known: Sequence[HeardBefore]) -> Speaker:
    """ "The other" is the one of several who has not spoken yet, or after one alone somebody else."""
    earlier = next((k for k in reversed(known) if (k.source.plural or k.source.partitive) and k.source.listed), None)
    described = earlier.speaker.described if earlier is not None else source.words
    return Speaker(kind="unnamed", described=described, count=1, chain=earlier.speaker.chain if earlier is not None else None)


def _just_heard(source: Source, known: Sequence[HeardBefore]) -> HeardBefore | None:
    """ "..., they said" right after two officials were heard: those who spoke speak on, not those they spoke of."""
    last = known[-1] if known else None
    near = last is not None and 0 <= source.span.start - last.source.span.end < NEAR
    return last if last is not None and near and last.source.plural and last.source.noun in rules().unnamed.sources else None


def _fresh(source: Source) -> bool:
    """Whether a definite phrase says more than it takes up ("the officials in the capital who signed")."""
    return len(WORD.findall(source.words.split(",")[0])) > LONGEST


def _latest(source: Source, known: Sequence[HeardBefore], *, plural: bool) -> HeardBefore | None:
    """The source last heard that the words fit: the same noun, or for a noun as general as "source" any source."""
    same = [k for k in known if k.source.noun not in rules().unnamed.nobody and _in_number(k, plural=plural)]
    told = source.number or (_own_count(source) if not source.partitive else None)
    if told is not None:
        same = [k for k in same if k.speaker.count == told] or [k for k in same if k.speaker.count is None]
    if source.number is not None:
        return same[-1] if same and same[-1].speaker.count == source.number else None
    alike = [k for k in same if k.source.noun == source.noun]
    if alike:
        return max(reversed(alike), key=lambda k: _shared(source, k))
    return next((k for k in reversed(same) if _may_be_called(source, k)), None)


def _in_number(earlier: HeardBefore, *, plural: bool) -> bool:
    """Whether a source is one or several as the words that take it up; one of several is taken up as one."""
    return not plural if earlier.source.partitive else earlier.source.plural == plural


def _shared(source: Source, earlier: HeardBefore) -> int:
    """How many words of a phrase the source that it may take up was told of with."""
    return len(_words(source.words) & _words(earlier.speaker.described or earlier.source.words))


def _words(phrase: str) -> set[str]:
    return {word.lower() for word in WORD.findall(phrase)} - rules().unnamed.definite


def _may_be_called(source: Source, earlier: HeardBefore) -> bool:
    """Whether another noun may take a source up: a general one, one for the same sort, "the woman" for who was just heard."""
    noun, first = source.noun, earlier.source.noun
    if noun in rules().unnamed.general:
        return first in rules().unnamed.sources
    sexes = table("retold.resolve.people", "people.toml")["by_sex"].values()
    if any(noun in nouns for nouns in sexes):
        other = any(first in nouns for nouns in sexes if noun not in nouns)
        return not other and earlier.speaker.count == 1 and 0 <= source.span.start - earlier.source.span.end < NEAR_ONE
    return first in rules().unnamed.like.get(noun, ())
