"""A place that somebody names means whom it mentions: the shortest mention there, and the person or body that it stands for."""

from __future__ import annotations

from retold.errors import ReportError
from retold.model import Actor, Mention, Passage, Reading, Trace


def mention_there(trace: Trace, place: Passage) -> Mention:
    """Return the mention that a place means. Raises `ReportError` where nobody is mentioned there."""
    from retold.resolve.actors.ruled import mention_at

    reading = next((r for r in trace.readings if r.report.name == place.report), None)
    if reading is None:
        raise ReportError(place.report, "is not in the case")
    refuse_outside(place, reading)
    mention = mention_at(place, reading)
    if mention is None:
        raise ReportError(place.report, f"mentions nobody at {place.span.start}-{place.span.end}")
    return mention


def actor_at(trace: Trace, place: Passage) -> Actor:
    """Return whom the mention at a place means. Raises `ReportError` where it is nobody whom the record knows by name."""
    chain = mention_there(trace, place).chain
    for actor in trace.actors:
        if any((member.report, member.chain) == (place.report, chain) for member in actor.members):
            return actor
    raise ReportError(place.report, f"names nobody at {place.span.start}-{place.span.end} whom the record knows by name")


def refuse_outside(place: Passage, reading: Reading) -> None:
    """Raise `ReportError` for a place that the text of its report has not."""
    start, end = place.span
    size = len(reading.report.text)
    if not 0 <= start < end <= size:
        raise ReportError(place.report, f"has no place {start}-{end}: it is {size} characters long")
