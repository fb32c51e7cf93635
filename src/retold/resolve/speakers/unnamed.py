"""Unnamed sources: how many, in which words, and which earlier one is taken up.

A count is given only where a number is ("four sources", "two of the people") or a singular says one ("a source"):
"several" and "dozens" are no count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold.model import Speaker
from retold.resolve.speakers.source import WORD, Known, Source, numbers, policy

NEAR = 300
"""Code points within which "they" goes on from the source heard last."""

BEFORE_HEAD = 8
"""Words before the head in which its number may stand."""


def unnamed(source: Source, chain: str | None) -> Speaker:
    """Return the speaker for people who are described and not named."""
    return Speaker(kind="unnamed", described=source.words, count=count(source), chain=chain)


def count(source: Source) -> int | None:
    """Return how many speak, or None where no number and no singular says so."""
    words = [word.lower() for word in WORD.findall(source.words)]
    head = source.head.lower()
    if source.quantity:
        return None
    if source.grouped:  # "a group of 32 experts": the group is one, those who speak are many
        return next(
            (number for word in words[1:] if word not in ("a", "an", "one") and (number := _number(word)) is not None), None
        )
    if source.number is not None:
        return source.number
    at = words.index(head) if head in words else min(len(words), BEFORE_HEAD)
    before = words[:at]
    for word in before if source.plural else before[:1]:
        number = _number(word)
        if word in policy("numbers_not", "vague"):
            return None
        if number is not None and word not in policy("numbers_not", "words"):
            return _with_dozen(number, before, word) if source.plural else 1
    if source.plural:
        return None
    return 1 if source.is_person and head not in policy("unnamed", "many") else None


def _number(word: str) -> int | None:
    if word.isascii() and word.isdigit() and len(word) < 7:
        return int(word)
    return numbers().get(word)


def _with_dozen(number: int, before: Sequence[str], word: str) -> int | None:
    """ "half a dozen", "two dozen"; "a" before a plural is no count of its own ("a few officials")."""
    rest = before[before.index(word) + 1 :]
    if word in ("a", "an"):
        inner = next((value for other in rest if other not in ("a", "an") and (value := _number(other)) is not None), None)
        return inner // 2 if inner and "half" in before else inner
    scale = _number(rest[0]) if rest and rest[0] in policy("numbers_not", "scales") else None
    return number * scale if scale is not None else number


def take_up(source: Source, known: Sequence[Known]) -> Speaker | None:
    """Return the speaker that a definite phrase, a pronoun or "one of them" takes up, with its own count; else None."""
    part = source.partitive
    if part is not None:
        earlier = _latest(source, known, plural=True)
        if earlier is None:
            return None
        return replace(earlier.speaker, count=_number(part))
    if source.chain is not None:
        same = next((k for k in reversed(known) if k.speaker.chain == source.chain.id), None)
        if same is not None and (source.pronoun or source.definite):
            return same.speaker
    if source.words.lower() == "they" and (said := _just_heard(source, known)) is not None:
        return said.speaker
    if not source.definite or not source.is_person or _fresh(source):
        return None
    earlier = _latest(source, known, plural=source.plural)
    return earlier.speaker if earlier is not None else None


def _just_heard(source: Source, known: Sequence[Known]) -> Known | None:
    """ "..., they said" right after two officials were heard: those who spoke speak on, not those they spoke of."""
    last = known[-1] if known else None
    near = last is not None and 0 <= source.span.start - last.source.span.end < NEAR
    return last if last is not None and near and last.source.plural and last.source.noun in policy("unnamed", "sources") else None


def _fresh(source: Source) -> bool:
    """Whether a definite phrase says more than it takes up ("the officials in the capital who signed")."""
    return len(WORD.findall(source.words.split(",")[0])) > 4


def _latest(source: Source, known: Sequence[Known], *, plural: bool) -> Known | None:
    """The source last heard that the words fit: the same noun, or for a noun as general as "source" any source."""
    same = [
        k for k in known if (k.source.plural == plural or k.source.partitive) and k.source.noun not in policy("unnamed", "nobody")
    ]
    same = [k for k in same if not (k.source.partitive and plural)]
    if source.number is not None:
        return next((k for k in reversed(same) if k.speaker.count == source.number), None)
    found = next((k for k in reversed(same) if k.source.noun == source.noun), None)
    if found is not None or source.noun not in policy("unnamed", "general"):
        return found
    return next((k for k in reversed(same) if k.source.noun in policy("unnamed", "sources")), None)
