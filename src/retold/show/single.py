"""What stands in one report, for a person or a program."""

from __future__ import annotations

from collections.abc import Iterator

from retold.model import Fact, Party, Reading, Span
from retold.show.brief.lines import place, quoted
from retold.show.contract import reading_json
from retold.show.terminal import one_line, print_json


def print_reading(reading: Reading, *, as_json: bool) -> None:
    """Print one report's attributions, people, facts, times and credits, each with its place; as JSON, one line."""
    if as_json:
        print_json(reading_json(reading))
        return
    report = reading.report
    read_as = (report.outlet or "outlet not known", report.published or "undated", report.language or "?")
    print(one_line(f"{report.name}: {', '.join(read_as)}"))
    for text, span in _found(reading):
        words = quoted(report.text[span.start : span.end])
        print(one_line(f"  {text}: {words}  [{place(report.name, span)}]"))


def _found(reading: Reading) -> Iterator[tuple[str, Span]]:
    """What was found, in words, with its place."""
    for attribution in reading.attributions:
        speaker = attribution.speaker
        who = (speaker.name or speaker.described) if speaker else None
        where = (attribution.content or attribution.cue)[0]
        yield f"said   {who or 'nobody named'} ({attribution.stance}, {attribution.certainty})", where
    yield from _people(reading)
    for fact in reading.facts:
        yield f"fact   {fact.kind} {_parties(fact)} ({fact.stance})", fact.span
    for time in reading.times:
        yield f"time   {time.type} {time.value or 'open'}", time.span
    for credit in reading.credits:
        yield f"credit {credit.name} ({credit.reason})", credit.span


def _people(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Persons and bodies that are named, each where it is first spoken of."""
    first: dict[str | None, Span] = {}
    for mention in reading.mentions:
        first.setdefault(mention.chain, mention.span)
    for chain in reading.chains:
        if chain.kind in ("person", "body") and chain.name and chain.id in first:
            others = ", ".join(a for a in chain.aliases if a != chain.name)
            yield f"{chain.kind:6} {chain.name}" + (f", also {others}" if others else ""), first[chain.id]


def _parties(fact: Fact) -> str:
    return " – ".join(_name(p) for p in (fact.subject, fact.object) if p)


def _name(party: Party) -> str:
    return party.name or party.described
