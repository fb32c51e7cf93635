"""An attribution as it is marked in a text: spans alone, before anything is said of how it stands and who speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.model import Span

if TYPE_CHECKING:
    from retold.find.syntax import Parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Source, cue and content in code points of the text; a source may be missing, a content may come in pieces."""

    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    score: float = 1.0
    """How sure it is that this is an attribution, 0 to 1."""


def cued(found: Sequence[Marked], parses: Sequence[Parse]) -> Iterator[tuple[Marked, int | None]]:
    """Yield each marked attribution with the place in `parses` of the passage of its cue; None where that has no parse."""
    starts = [parse.start for parse in parses]
    for each in found:
        at = bisect_right(starts, each.cue.start) - 1
        yield each, at if at >= 0 and parses[at].parsed else None
