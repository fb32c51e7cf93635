"""When: what has a time, earliest first; then what is told with a time that the reports at hand do not fix."""

from __future__ import annotations

from collections.abc import Iterator

from retold.model import Claim, Trace
from retold.show.brief.lines import SHORT, Facts, Line, Numbers, Readings, facts_of, first_place, quoted, ref, support
from retold.show.contract import timeline
from retold.show.periods import in_words


def times(trace: Trace, readings: Readings, numbers: Numbers) -> Iterator[Line]:
    """Yield the timeline; an uncertain time stays a range, an open one a beginning or an end."""
    for claim in timeline(trace.claims):
        if claim.period:
            text = f"{in_words(claim.period)}: {ref(claim, numbers)}{quoted(claim.text, SHORT)}{support(claim)}"
            yield Line(text=text, place=first_place(claim))
    facts = facts_of(trace)
    open_times = [(c, words) for c in trace.claims if not _dated(c) and (words := _words(c, readings, facts))]
    if open_times:
        yield Line(text="Told with a time that the reports at hand do not fix:")
    for claim, words in open_times:
        text = f"{quoted(words)}: {ref(claim, numbers)}{quoted(claim.text, SHORT)}{support(claim)}"
        yield Line(text=text, place=first_place(claim), depth=1)


def _dated(claim: Claim) -> bool:
    return bool(claim.period and (claim.period.earliest or claim.period.latest))


def _words(claim: Claim, readings: Readings, facts: Facts) -> str | None:
    """The words that tell the time, of the first mention that has any."""
    for mention in claim.mentions:
        fact = facts.get((mention.report, mention.fact)) if mention.fact else None
        if fact and fact.when:
            return readings[mention.report].report.text[fact.when.span.start : fact.when.span.end]
    return None
