"""One report resolved within itself: who each mention is, when each time is, who speaks, which parties a fact has."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Findings, Reading
from retold.resolve.parties import parties
from retold.resolve.people.within import people
from retold.resolve.periods.intervals import periods
from retold.resolve.periods.spoken import spoken
from retold.resolve.redated import timed
from retold.resolve.speakers.asked import named_by_parties, voiced_parties
from retold.resolve.speakers.speakers import speakers
from retold.resolve.spoken_of import Cast, spoken_of


def reading(findings: Findings) -> Reading:
    """Resolve what was found in one report; offsets and ids stay as found."""
    found = by_grammar(findings)
    cast = Cast(found.mentions, found.chains, found.sentences)
    return replace(found, facts=spoken_of(found.facts, found.attributions, cast))


def by_grammar(findings: Findings) -> Reading:
    """Return a report resolved, but each statement about whom `find` chose for it."""
    mentions, chains = people(findings)
    said = spoken(findings.times, findings.attributions, findings.sentences)
    times = periods(findings.times, published=findings.report.published, spoken=said)
    known = {t.span: t.period for t in times}
    told = tuple(timed(a, known) for a in speakers(findings, mentions, chains))
    facts = voiced_parties(
        parties(findings.facts, mentions=mentions, chains=chains, times=times, text=findings.report.text), told
    )
    return Reading(
        report=findings.report,
        sentences=findings.sentences,
        mentions=mentions,
        chains=chains,
        times=times,
        attributions=named_by_parties(told, facts),
        facts=facts,
        credits=findings.credits,
    )
