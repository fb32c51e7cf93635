"""What matching a row gives, before it is written down as facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.find.facts.patterns import Row

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A row that fits at a trigger, with the heads of its parties. `carrier` is the verb that carries a noun."""

    row: Row
    trigger: Token
    carrier: Token | None = None
    subject: tuple[Token, ...] = ()
    object: tuple[Token, ...] = ()
