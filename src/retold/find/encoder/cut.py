"""A report is cut once into words, pieces and windows; names and attributions are learned from the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.find.encoder.tokens import BREAK, Tokens, tokens
from retold.find.encoder.windows import Window, windows

if TYPE_CHECKING:
    from retold.find.syntax import Parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A text in units and pieces, and the windows in which it is read."""

    tokens: Tokens
    windows: tuple[Window, ...]


def cut(text: str) -> Cut:
    """Return a text cut for reading; takes time and memory in proportion to its length."""
    found = tokens(text)
    return Cut(tokens=found, windows=tuple(windows(found)))


def passages(parses: Sequence[Parse]) -> Cut:
    """Return the text of a report's parsed passages, cut; nothing where there is no parse."""
    return cut(readable(parses) if any(parse.parsed for parse in parses) else "")


def readable(parses: Sequence[Parse]) -> str:
    """Return the report's own words at their places, all else blank: chrome neither speaks nor is it spoken.

    Offsets are those of the report's text. Paragraphs are set apart in one way, however the file did it.
    """
    pieces, end = list[str](), 0
    for parse in parses:
        gap = parse.start - end
        pieces += [" " * (gap - 1) + BREAK if gap > 0 else "", parse.doc.text]
        end = parse.place.end
    return "".join(pieces)
