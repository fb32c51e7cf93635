"""In a transcript each turn is headed by who speaks: "ANA BROD: No.", "Q: Why?". What follows is theirs to the next turn.

A page has other words before colons ("Photo: ...", "Where: ..."), so a label is a speaker's only where the report has a
conversation: two who each speak more than once, or a question and an answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from retold.find.attributions.marked import Marked
from retold.find.attributions.quotations import CAPITAL
from retold.find.attributions.vocabulary import cue_words
from retold.model import Span

if TYPE_CHECKING:
    from retold.find.syntax import Parse

_WORD = rf"{CAPITAL}[\w.'’-]{{0,30}}"
_LABEL = re.compile(
    rf"\s*(?P<name>{_WORD}(?: (?:de |von |van |al-)?{_WORD}){{0,4}})(?: \([^()\n]{{1,40}}\))? ?(?P<mark>:)\s+(?=\S)"
)
_ASIDE = re.compile(r"\s*[(\[*…<—-]|\s*\.{2,}")
_ENDED = re.compile(r"[.!?…—–-][\"”’'»)\]]{0,2}\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One paragraph that begins with a label: which passage, the label, its mark, what follows it in the passage."""

    at: int
    name: Span
    mark: Span
    said: Span
    label: str
    """The label's last word in capitals: "ANA BROD" and "Brod" are one."""
    capitals: bool
    asks: bool = False
    """Whether it is a question of the report's own whose label has run into its first word ("QWhy"): it only ends an answer."""


def with_turns(found: Sequence[Marked], parses: Sequence[Parse]) -> list[Marked]:
    """Return marked attributions with a transcript's turns in place of what was marked of them; others as they are."""
    turns = _spoken(list(_labelled(parses)))
    if not turns:
        return list(found)
    whole = [_turn(turn, after, parses) for turn, after in zip(turns, [*turns[1:], None], strict=True) if not turn.asks]
    heads = sorted((turn.name.start, turn.mark.end) for turn in turns)
    ends = {turn.name.start: turn.said.start for turn in turns}
    kept = [_unlabelled(each, ends) for each in found if not _heads(each, heads)]
    return sorted([*kept, *whole], key=lambda each: (each.cue, each.content))


def _unlabelled(each: Marked, ends: dict[int, int]) -> Marked:
    """What was marked within a turn, without the turn's label."""
    starts = (ends.get(span.start, span.start) for span in each.content)
    return replace(
        each, content=tuple(Span(min(at, span.end - 1), span.end) for at, span in zip(starts, each.content, strict=True))
    )


def _labelled(parses: Sequence[Parse]) -> Iterator[Turn]:
    for at, parse in enumerate(parses):
        text = parse.doc.text
        match = _LABEL.match(text) or _question_label().match(text) or _run_in().match(text)
        if parse.headline or match is None or not _ENDED.search(text[-12:]):
            continue
        name = match["name"]
        if name.lower() in cue_words("turns", "labels"):
            continue
        yield Turn(
            at=at,
            name=Span(parse.start + match.start("name"), parse.start + match.end("name")),
            mark=Span(parse.start + match.start("mark"), parse.start + match.end("mark")),
            said=Span(parse.start + match.end(), parse.start + len(text.rstrip())),
            label=name.split()[-1].upper(),
            capitals=name.isupper() and len(name) > 1,
            asks=not match["mark"],
        )


@cache
def _question_label() -> re.Pattern[str]:
    """ "Q. Why?", "Question: why?": with a full stop too."""
    words = sorted(cue_words("turns", "questions") | cue_words("turns", "answers"), key=len, reverse=True)
    return re.compile(r"\s*(?P<name>" + "|".join(re.escape(word) for word in words) + r")(?P<mark>[.:])\s+(?=\S)")


@cache
def _run_in() -> re.Pattern[str]:
    """ "QWhy did you go?": a label that was set apart by its looks alone."""
    return re.compile(r"\s*(?P<name>Q)(?P<mark>)(?=[A-Z](?:[a-z’']| ))")


def _spoken(turns: Sequence[Turn]) -> list[Turn]:
    """Those of the labels that speak, where this is a conversation; in capitals also who speaks once in it."""
    often = {label for label, times in Counter(turn.label for turn in turns).items() if times > 1}
    labels = {turn.label for turn in turns}
    asked = {word.upper() for word in cue_words("turns", "questions")} & labels
    answered = {word.upper() for word in cue_words("turns", "answers")} & labels
    if len(often) < 2 and not (asked and answered):
        return []
    capitals = any(turn.capitals and turn.label in often for turn in turns)
    return [turn for turn in turns if turn.label in often | asked | answered or (capitals and turn.capitals)]


def _heads(each: Marked, heads: Sequence[tuple[int, int]]) -> bool:
    """Whether a cue or source that was marked is (part of) a turn's label."""
    return any(
        span.start < end and start < span.end for span in (each.cue, *each.source) for start, end in _near(heads, span.start)
    )


def _near(heads: Sequence[tuple[int, int]], place: int) -> Sequence[tuple[int, int]]:
    at = bisect_right(heads, (place, place))
    return heads[max(0, at - 1) : at + 1]


def _turn(turn: Turn, after: Turn | None, parses: Sequence[Parse]) -> Marked:
    """A turn with the paragraphs up to the next one; what the page tells between the turns is nobody's."""
    content = [turn.said]
    for parse in parses[turn.at + 1 : after.at if after is not None else turn.at + 1]:
        if parse.headline or _ASIDE.match(parse.doc.text) or not _ENDED.search(parse.doc.text[-12:]) or _told_of(turn, parse):
            break
        content.append(parse.place)
    return Marked(source=(turn.name,), cue=turn.mark, content=tuple(content))


def _told_of(turn: Turn, parse: Parse) -> bool:
    """Whether a paragraph speaks of the speaker by name: it is the reporter's again."""
    return any(token.text.upper() == turn.label for token in parse.doc)
