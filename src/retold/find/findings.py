"""All finders over one report, in the order in which they need one another: names and times, attributions, then facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.find.attributions.attributions import attributions
from retold.find.attributions.spoken_when import spoken_when
from retold.find.attributions.voices import telling, voiced
from retold.find.credits import credits
from retold.find.encoder.cut import passages
from retold.find.facts import facts
from retold.find.names.learned.network import read
from retold.find.names.mentions import mentions
from retold.find.syntax import Parse, parse
from retold.find.times.expressions import times
from retold.model import Findings, Report


def findings(reports: Sequence[Report]) -> Iterator[Findings]:
    """Find what stands in each report; yields one `Findings` a report, in the order given within a language.

    Reports are parsed together, so pass them in batches of some dozens: the parse of a batch is held in memory.
    """
    for report, parses in parse(reports):
        yield _in_report(report, parses)


def _in_report(report: Report, parses: Sequence[Parse]) -> Findings:
    text = passages(parses)
    found_mentions = mentions(report, parses, read(text))
    found_times = times(report, parses)
    found_attributions = spoken_when(attributions(report, parses, text), parses, found_times)
    told = telling(report, parses, found_attributions)
    found_facts = facts(report, parses, mentions=found_mentions, times=found_times, attributions=told)
    return Findings(
        report=report,
        sentences=tuple(p.span(s) for p in parses for s in p.doc.sents),
        mentions=found_mentions,
        times=found_times,
        attributions=found_attributions,
        facts=voiced(found_facts, report, parses, told),
        credits=credits(report),
    )
