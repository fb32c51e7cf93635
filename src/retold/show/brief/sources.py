"""Where it comes from: originals and those that retell them, what each declares of its source, and what it conceals.

One line a report: how it tells the story, whom it credits for it, and by whom it came; the place is the words that say so.
What it changed in words that state no claim stands below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from retold.model import Declaration, Family, Original, Reading, Span, Telling, Trace
from retold.show.brief.claims import numbered
from retold.show.brief.drifts import Drifts, changed, unclaimed
from retold.show.brief.lines import SHORT, Line, Readings, called, number, place, quoted
from retold.show.marks import marked

SURE = 0.5
"""The score from which a report is the original and not only taken for it."""


def sources(trace: Trace, readings: Readings) -> Iterator[Line]:
    """Yield families of retellings with their reports, then the reports that stand alone, then who conceals the source."""
    drifts = unclaimed(trace, numbered(trace))
    for family in trace.families:
        yield from family_lines(family, trace, readings, drifts)
    for telling in trace.tellings:
        if not telling.family:
            yield from alone_lines(telling, trace, readings, drifts)
    yield from _concealing(trace, readings)


def family_lines(family: Family, trace: Trace, readings: Readings, drifts: Drifts) -> Iterator[Line]:
    """Yield an original and, of the reports that descend from it, those of which the trace holds the telling."""
    tellings = {t.report: t for t in trace.tellings if t.family == family.id}
    whole = len(tellings) == len(family.reports)
    size = _size(family, tellings, readings) if whole else f"{number(len(family.reports), 'report')}; {family.reason}"
    yield Line(text=f"{_original(family.original)}: {size}")
    for report in (name for name in family.reports if name in tellings):
        yield from _telling(tellings[report], readings[report], family)
        yield from _carries(tellings[report], readings, trace.families, 2)
        yield from changed(drifts.get(report, ()), readings, 2)


def alone_lines(telling: Telling, trace: Trace, readings: Readings, drifts: Drifts) -> Iterator[Line]:
    """Yield what is told of a report that stands alone."""
    yield from _telling(telling, readings[telling.report])
    yield from _carries(telling, readings, trace.families, 1)
    yield from changed(drifts.get(telling.report, ()), readings, 1)


def _original(original: Original) -> str:
    """An original in words: "Coastal Wire, by Ida Holm, 2031-03-01 (not seen)"."""
    told = [f"by {original.byline}" if original.byline else "", original.published[:10] if original.published else ""]
    named = ", ".join([original.name, *(t for t in told if t)])
    return f"{named} ({'held' if original.held else 'not seen'})"


def _size(family: Family, tellings: Mapping[str, Telling], readings: Readings) -> str:
    """How many reports a family has, and, of one whose original is not held, how many credit it and which was first."""
    count = number(len(family.reports), "report")
    if family.original.held:
        return f"{count}; {family.reason}"
    told = [d for name in family.reports if (d := tellings[name].declares)]
    open_ = sum(d.kind in ("credited", "in passing") for d in told)
    dated = min((day, name) for name in family.reports if (day := readings[name].report.published or "~"))
    first = f"; the first dated one is {called(readings[dated[1]])}" if dated[0] != "~" and len(family.reports) > 1 else ""
    return (
        f"{count}, {open_ if open_ < len(family.reports) else 'all'} of which name it{first}"
        if len(family.reports) > 1
        else count
    )


def _telling(telling: Telling, reading: Reading, family: Family | None = None) -> Iterator[Line]:
    said = [_role(telling, family), _credited(telling, reading, family), *_besides(telling, reading)]
    text = f"{called(reading)}: {'; '.join(part for part in said if part)}"
    yield Line(text=text, place=place(telling.report, _place(telling, reading)), depth=1 if family else 0)
    if telling.reason:
        yield Line(text=f"because {telling.reason}", depth=2 if family else 1)
    others = [mark for mark in telling.ruled if not mark.did.startswith("moved")]  # a move is the reason
    yield from (Line(text=text, depth=2 if family else 1) for text in marked(others))


def _carries(telling: Telling, readings: Readings, families: Sequence[Family], depth: int) -> Iterator[Line]:
    """Tell whose passages a report carries besides its own story: one line a report in which they stand, by the first of them."""
    originals = {f.id: f.original.name for f in families}
    for other, found in groupby(sorted(telling.carries, key=lambda c: c.source.report), key=lambda c: c.source.report):
        each = list(found)
        whose = originals.get(each[0].family or "") or called(readings[other])
        said = quoted(readings[telling.report].report.text[each[0].span.start : each[0].span.end], SHORT)
        text = f"carries {number(len(each), 'passage')} of the story of {whose}: {said}; {each[0].reason}"
        yield Line(text=text, place=place(telling.report, each[0].span), depth=depth)


def _place(telling: Telling, reading: Reading) -> Span:
    """The words that say where a report has its story, else its headline or its first paragraph."""
    told = telling.declares.span if telling.declares else None
    spans = [c.span for c in reading.credits if c.name in telling.credits]
    shown = told if told and told.end > told.start else next((s for s in spans if s.end > s.start), None)
    return shown or Span(*(reading.report.headline or next(iter(reading.report.body), Span(0, 0))))


def _role(telling: Telling, family: Family | None) -> str:
    """The role in words; of a report whose original is not held and has no other copy here, nobody can tell how it retells."""
    if family is None:
        return "stands alone"
    if telling.role == "origin":
        return "the original" if telling.score >= SURE else "taken for the original"
    if len(family.reports) == 1 and not family.original.held:
        return f"carried on from {family.original.name}, how closely cannot be told"
    return telling.role


def _credited(telling: Telling, reading: Reading, family: Family | None) -> str:
    """Whom a report credits for the story, and whom for less."""
    declared = telling.declares
    original = family.original.name if family else ""
    if declared is None:
        own = [f"credits {original}"] if original in telling.credits else []
        said = "; ".join(part for part in (*own, _less(telling, reading, (original,))) if part)
        return said or ("" if telling.role == "origin" else "credits nobody")
    first = {
        "credited": f"credits {_name(reading, declared, original)}",
        "in passing": declared.reason.removeprefix("it "),
        "middleman only": f"credits {telling.through[0] if telling.through else 'another'} only, not {original}",
        "unnamed media": f"credits {_words(reading, declared.span)}, whom it does not name",
        "nobody": "credits nobody",
    }[declared.kind]
    between = telling.through[1 if declared.kind == "middleman only" else 0 : -1]
    chain = f"by way of {', '.join(between)}" if between else ""
    named = (_name(reading, declared, original), *telling.through)
    return "; ".join(part for part in (first, chain, _less(telling, reading, named)) if part)


def _name(reading: Reading, declared: Declaration, original: str) -> str:
    """The name that the report credits, as the tables have it."""
    return next((c.name for c in reading.credits if c.span == declared.span), original)


def _less(telling: Telling, reading: Reading, but: tuple[str, ...]) -> str:
    """The names that stand for a part of the report, for what somebody said to them, and for what the report rejects."""
    takes: dict[str, set[str]] = {name: set() for name in telling.credits}
    for credit in reading.credits:
        takes.setdefault(credit.name, set()).add(credit.takes)
    only = {how: [n for n, found in takes.items() if found == {how} and n not in but] for how in ("quoted", "rejected")}
    part = [n for n in telling.credits if n not in but and n not in only["quoted"]]
    said = [
        f"credits {', '.join(part)} for a part" if part else "",
        f"quotes what was said to {', '.join(only['quoted'])}" if only["quoted"] else "",
        f"rejects what {', '.join(only['rejected'])} reported" if only["rejected"] else "",
    ]
    return "; ".join(s for s in said if s)


def _besides(telling: Telling, reading: Reading) -> Iterator[str]:
    if telling.declares and telling.declares.besides:
        yield f"claims more sources ({_words(reading, telling.declares.besides)}) where one is behind them"


def _words(reading: Reading, span: Span | None) -> str:
    return quoted(reading.report.text[span.start : span.end], 60) if span else ""


def _concealing(trace: Trace, readings: Readings) -> Iterator[Line]:
    """Who retells and hides from whom, by how."""
    rows = {
        "nobody": "Retell and credit nobody",
        "unnamed media": "Retell and credit media that they do not name",
        "middleman only": "Credit a middleman only",
    }
    for kind, label in rows.items():
        found = [called(readings[t.report]) for t in trace.tellings if t.declares and t.declares.kind == kind]
        if found:
            yield Line(text=f"{label}: {', '.join(found)}")
