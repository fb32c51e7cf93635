"""The brief: one affair on paper, in the order in which a reader asks. It says who reported what, never what is true.

In short; where it comes from; what is claimed; when; who; not known. Every line that states something gives report and
place; claims are numbered, and other sections point at them by number.
"""

from __future__ import annotations

from retold.model import Trace
from retold.show.brief.claims import claims, numbered
from retold.show.brief.lines import Section, readings_of
from retold.show.brief.sources import sources
from retold.show.brief.summary import summary
from retold.show.brief.times import times
from retold.show.brief.unknowns import unknowns
from retold.show.brief.who import who


def brief(trace: Trace) -> tuple[Section, ...]:
    """Return the brief of a record, section by section."""
    readings, numbers = readings_of(trace), numbered(trace)
    return (
        Section(heading="In short", lines=tuple(summary(trace, readings, numbers))),
        Section(heading="Where it comes from", lines=tuple(sources(trace, readings))),
        Section(heading="What is claimed", lines=tuple(claims(trace, numbers))),
        Section(heading="When", lines=tuple(times(trace, readings, numbers))),
        Section(heading="Who", lines=tuple(who(trace, numbers))),
        Section(heading="Not known", lines=tuple(unknowns(trace))),
    )
