"""What stands in one report, for a person or a program."""

from __future__ import annotations

from retold.model import Fact, Party, Reading, Span
from retold.show.brief import place, quoted
from retold.show.contract import reading_json
from retold.show.terminal import one_line, print_json


def print_reading(reading: Reading, *, as_json: bool) -> None:
    """Print one report's attributions, facts, times and credits, each with its place; as JSON, one line."""
    if as_json:
        print_json(reading_json(reading))
        return
    report = reading.report
    print(
        one_line(
            f"{report.name}: {report.outlet or 'outlet not known'}, {report.published or 'undated'}, {report.language or '?'}"
        )
    )
    for attribution in reading.attributions:
        speaker = attribution.speaker
        who = (speaker.name or speaker.described) if speaker else None
        where = (attribution.content or attribution.cue)[0]
        _line(reading, f"said   {who or 'nobody named'} ({attribution.stance}, {attribution.certainty})", where)
    for fact in reading.facts:
        _line(reading, f"fact   {fact.kind} {_parties(fact)} ({fact.stance})", fact.span)
    for time in reading.times:
        _line(reading, f"time   {time.type} {time.value or 'open'}", time.span)
    for credit in reading.credits:
        _line(reading, f"credit {credit.name} ({credit.reason})", credit.span)


def _line(reading: Reading, text: str, span: Span) -> None:
    words = quoted(reading.report.text[span.start : span.end])
    print(one_line(f"  {text}: {words}  [{place(reading.report.name, span)}]"))


def _parties(fact: Fact) -> str:
    return " – ".join(_name(p) for p in (fact.subject, fact.object) if p)


def _name(party: Party) -> str:
    return party.name or party.described
