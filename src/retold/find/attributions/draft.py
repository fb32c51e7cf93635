"""An attribution in tokens of its paragraph: marked spans as syntax sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.find.attributions.frames import Range

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Source and cue of one attribution, as far as they stand in the paragraph of the cue."""

    kind: str
    """The frame in which the cue stands to its content: clause, infinitive, object, silence ..."""
    head: Token
    """The word that carries the cue."""
    source: Range | None
    cue: tuple[int, ...]
