"""An attribution as it is marked in a text: spans alone, before anything is said of how it stands and who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from retold.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Source, cue and content in code points of the text; a source may be missing, a content may come in pieces."""

    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    score: float = 1.0
    """How sure it is that this is an attribution, 0 to 1."""
