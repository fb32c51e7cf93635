"""Whose words a place of a report is in: those of the innermost content around it, or it is itself the cue of somebody's."""

from __future__ import annotations

from collections.abc import Iterable

from retold.model import Attribution, Span


def innermost(attributions: Iterable[Attribution], place: Span) -> Attribution | None:
    """Return the attribution with the shortest piece of content that holds a place; None where nobody says it."""
    around = [
        (s.end - s.start, one.id, one)
        for one in attributions
        for s in one.content
        if s.start <= place.start and place.end <= s.end
    ]
    return min(around, key=lambda row: row[:2])[2] if around else None


def cued_at(attributions: Iterable[Attribution], place: int) -> Attribution | None:
    """Return the first attribution whose cue holds a place, in code points; None where no cue does."""
    return next((one for one in attributions if any(s.start <= place < s.end for s in one.cue)), None)
