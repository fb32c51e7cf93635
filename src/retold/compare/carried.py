"""A report may tell its own story and carry passages of another's: families are of passages first, its label follows from them.

A digest quotes two stories at length, a report on today's event puts yesterday's exclusive behind it. Such passages are named
one by one, with the report in which they stand too: those shared word for word outside quotation marks, and those for
which a report credits the original of a family, or an outlet whose own report is at hand, and tells what that told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from retold.compare.affinity import Collection, Signals, weights
from retold.compare.reuse import Hashes, Run, runs
from retold.model import Carried, Passage, Reading, Report, Telling

Pair = tuple[int, int]
_MARKS = '“”„«»‘"「'


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Two reports that are not of one family, and what the first may have of the other: words, or what an outlet told."""

    report: str
    other: str
    family: str | None
    """That of the other report."""
    hashes: Hashes | None = None
    outlet: str | None = None
    """Whom the first report credits for it."""


def _rows() -> dict[str, Any]:
    rows: dict[str, Any] = weights()["carried"]
    return rows


def looked_into(found: Signals, odds: float) -> bool:
    """Return whether two reports that are not likely of one original have enough in common to look for a passage."""
    rows, passing = _rows(), float(weights()["credit"]["passing"])
    named = found.agency is not None and found.credit < passing and odds >= float(rows["odds"])
    return named or found.reuse.passages >= int(rows["passages"])


def shared(
    given: Collection, pairs: Mapping[Pair, Signals], told: Mapping[int, Telling], digests: AbstractSet[int]
) -> tuple[Shared, ...]:
    """Return of each report those outside its family of which it may carry passages: the nearest of each family."""
    best: dict[tuple[int, str, bool], tuple[tuple[float, int], Signals]] = {}
    for (one, two), found in pairs.items():
        if one not in told or two not in told or told[one].family == told[two].family is not None:
            continue
        for i, j in ((one, two), (two, one)):
            for words in _ways(given, (i, j), found, (told[j], i in digests)):
                key = (i, told[j].family or told[j].report, words)
                near = (found.reuse.contained if words else found.facts, -j)
                if key not in best or near > best[key][0]:
                    best[key] = near, found
    return tuple(
        _shared(given, (i, -near[1]), told, found, words)
        for (i, _, words), (near, found) in sorted(best.items(), key=lambda e: e[0])
    )


def _ways(given: Collection, pair: Pair, found: Signals, other: tuple[Telling, bool]) -> Iterator[bool]:
    """Yield in which ways a report may carry passages of another: word for word (true), and by a credit (false)."""
    i, j = pair
    mine, theirs = given.readings[i].report, given.readings[j].report
    if mine.published and theirs.published and mine.published[:10] < theirs.published[:10]:
        return
    telling, digest = other
    credited = _credited(given, pair, found, telling)
    house = mine.outlet is not None and mine.outlet == theirs.outlet
    if found.reuse.passages >= _rows()["passages"] and (digest or credited or (telling.family and not house)):
        yield True
    if credited:
        yield False


def _credited(given: Collection, pair: Pair, found: Signals, other: Telling) -> bool:
    """Return whether a report credits, for a part, the original of the other's family, or the other's own outlet."""
    i, j = pair
    takes = {c.takes for c in given.readings[i].credits if c.name == found.agency}
    original = other.original is not None and other.original.name == found.agency
    return bool(takes & {"part", "quoted"}) and "story" not in takes and (original or found.agency in given.own[j])


def _shared(given: Collection, pair: Pair, told: Mapping[int, Telling], found: Signals, words: bool) -> Shared:
    i, j = pair
    both = np.intersect1d(given.shingles[i].hashes, given.shingles[j].hashes, assume_unique=True) if words else None
    return Shared(
        report=told[i].report, other=told[j].report, family=told[j].family, hashes=both, outlet=None if words else found.agency
    )


def carried(readings: Sequence[Reading], tellings: Sequence[Telling], found: Sequence[Shared]) -> tuple[Telling, ...]:
    """Return the tellings with the passages that each has in common with reports outside its family."""
    given = {r.report.name: r for r in readings}
    of: dict[str, list[Shared]] = {}
    for each in found:
        of.setdefault(each.report, []).append(each)
    return tuple(replace(t, carries=_carried(of[t.report], given)) if t.report in of else t for t in tellings)


def _carried(found: Sequence[Shared], given: Mapping[str, Reading]) -> tuple[Carried, ...]:
    """Return the passages of one report, in order of its text: what several families have is a statement that all report."""
    copied, credited = list[Carried](), list[Carried]()
    for each in found:
        mine, theirs = given[each.report], given[each.other]
        if each.hashes is not None:
            copied += _copied(mine, theirs.report, each, each.hashes)
        else:
            credited += _credited_passages(mine, theirs, each)
    own = [c for c in copied if not any(_meet(c, other) and c.family != other.family for other in copied)]
    kept = [*own, *(c for c in credited if not any(_meet(c, other) and c.family == other.family for other in own))]
    return tuple(sorted(kept, key=lambda c: (c.span, c.source.report))[: _rows()["most"]])


def _copied(mine: Reading, theirs: Report, each: Shared, hashes: Hashes) -> Iterator[Carried]:
    """Yield the passages that stand in both reports word for word, and are long enough to be no chance."""
    least = _rows()["words"]
    for run in runs(mine.report, hashes):
        if run.words >= least and not _spoken(mine, run):
            there = max(runs(theirs, run.hashes), key=lambda r: (r.words, -r.span.start), default=None)
            if there is not None and there.words >= least:
                source = Passage(report=each.other, span=there.span)
                reason = f"{run.words} words in a row stand there too, but for a few"
                yield Carried(span=run.span, source=source, family=each.family, reason=reason)


def _spoken(reading: Reading, run: Run) -> bool:
    """Return whether a passage is mostly what somebody said, in quotation marks: other reports have it from the speaker."""
    text = reading.report.text
    said = sum(
        max(0, min(end, run.span.end) - max(start, run.span.start))
        for attribution in reading.attributions
        for start, end in attribution.content
        if any(c in _MARKS for c in text[start:end]) or "'" in text[max(0, start - 2) : start + 1]
    )
    length = run.span.end - run.span.start
    least: float = _rows()["own"]
    return min(run.unquoted, 1.0 - said / length) < least


def _credited_passages(mine: Reading, theirs: Reading, each: Shared) -> Iterator[Carried]:
    """Yield the passages that credit an outlet and tell what the other report tells, after it or as it."""
    from retold.compare.drift.aligned import aligned
    from retold.compare.drift.passages import cut_of, text_of
    from retold.compare.drift.policy import drift_rules

    rules, later = drift_rules().alignment, text_of(mine)
    at = [c.span.start for c in mine.credits if c.name == each.outlet and c.takes in ("part", "quoted")]
    sure = rules.sure_foreign if mine.report.language != theirs.report.language else rules.sure
    told, name = set[int](), cut_of(each.outlet or "", mine.report.language).keys
    for pair in aligned(text_of(theirs), later):
        span = pair.later.span
        said = len(pair.shared - name) >= _rows()["keys"] and pair.score >= sure
        if said and pair.later.place not in told and any(span.start <= start < span.end for start in at):
            told.add(pair.later.place)
            source = Passage(report=each.other, span=pair.earlier.span)
            reason = f"it credits {each.outlet} for it, and the other report tells the same"
            yield Carried(span=span, source=source, family=each.family, reason=reason)


def _meet(one: Carried, two: Carried) -> bool:
    return one.span.start < two.span.end and two.span.start < one.span.end
