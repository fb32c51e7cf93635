"""Each retelling is held against what is held of its original; where that is not held, against the family's fullest copies.

A version counts for a retelling only where it can have been before it. A report that credits an outlet in passing retells
that outlet's report in this one passage, whatever family it is of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from retold.compare.drift.aligned import Pair
from retold.compare.drift.compared import drift_of
from retold.compare.drift.passages import Segment, Text, text_of
from retold.compare.drift.policy import drift_rules
from retold.compare.held import aliases, called
from retold.model import Credit, Drift, Reading, Telling

RANK = {"origin": 0, "verbatim copy": 1, "edited copy": 2, "rewrite": 3, "brief mention": 5, "translation": 4, "independent": 6}
"""Which member of a family stands for its original: the lower first."""


HELD = 128
"""Reports that are kept as passages: a family's versions are among those that each of its reports uses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelf:
    """The reports at hand, each read as passages once while it is in use: those used last are kept."""

    readings: Mapping[str, Reading]
    texts: dict[str, Text] = field(default_factory=dict)

    def text(self, name: str) -> Text:
        text = self.texts.pop(name, None) or text_of(self.readings[name])
        self.texts[name] = text  # put behind all others
        if len(self.texts) > HELD:
            del self.texts[next(iter(self.texts))]
        return text


def drifted(readings: Sequence[Reading], tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Return the tellings with what each changed, in order of its text. Nothing is said of reports that retell nobody."""
    shelf = _Shelf(readings={r.report.name: r for r in readings})
    families: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.family:
            families[telling.family].append(telling)
    found: dict[str, tuple[Drift, ...]] = {}
    for members in families.values():
        if len(members) > 1:
            found |= _family(members, shelf)
    outlets = _outlets(readings)
    return tuple(replace(t, drift=(*found.get(t.report, ()), *_in_passing(t, shelf, outlets))) for t in tellings)


def _family(members: Sequence[Telling], shelf: _Shelf) -> dict[str, tuple[Drift, ...]]:
    ordered = sorted(members, key=lambda t: _standing(t, shelf.readings[t.report]))
    first = ordered[0]
    versions = [first, *_versions(first, ordered[1 : drift_rules().versions.looked_at], shelf)]
    found = {}
    for telling in ordered[1:]:
        before = [shelf.text(v.report) for v in versions if v is first or _before(v, telling, shelf)]
        held = [text for text in before if text.name != telling.report]
        found[telling.report] = drift_of(held, shelf.text(telling.report), whole=first.role == "origin")
    return found


def _standing(telling: Telling, reading: Reading) -> tuple[int, str, int, str]:
    """Return how well a report stands for the original: by its role, the day, how much it tells."""
    report = reading.report
    return RANK[telling.role], report.published or "9999", -sum(s.end - s.start for s in report.body), report.name


def _versions(first: Telling, others: Sequence[Telling], shelf: _Shelf) -> Iterator[Telling]:
    """Yield the members that are the same text as the first, perhaps another version of it: at most the table's number."""
    rules, count = drift_rules().versions, 1
    one = shelf.text(first.report)
    for telling in others:
        if count >= rules.most:
            return
        if _like(one, shelf.text(telling.report)) >= rules.like:
            count += 1
            yield telling


def _like(one: Text, two: Text) -> float:
    """Return the share of the shorter report's passages that the other has nearly word for word."""
    if one.report.language != two.report.language:
        return 0.0
    shorter, longer = sorted((one, two), key=lambda t: len(t.passages))
    body = [p for p in shorter.passages if not p.headline]
    return sum(_has(p, longer) for p in body) / len(body) if body else 0.0


def _has(passage: Segment, text: Text) -> bool:
    """Whether a report has a passage nearly word for word."""
    if passage.texts in text.by_words:
        return True
    shared: dict[int, int] = defaultdict(int)
    for key in passage.keys:
        for at in text.by_key.get(key, ())[:NEAR]:
            shared[at] += 1
    best = max(shared, key=lambda at: (shared[at], -at), default=None)
    if best is None:
        return False
    return Pair(earlier=text.passages[best], later=passage, score=1.0, shared=frozenset(), foreign=False).close


NEAR = 12
"""Passages of one report looked at under one key."""


def _before(version: Telling, telling: Telling, shelf: _Shelf) -> bool:
    """Whether a version can be what a report was made from: it is not later, and not made from that report."""
    one, two = (shelf.readings[t.report].report.published for t in (version, telling))
    return version is not telling and version.retells != telling.report and not (one and two and one[:10] > two[:10])


def _outlets(readings: Sequence[Reading]) -> Mapping[str, list[Reading]]:
    """Return the reports of each outlet, by all that it goes by."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        for alias in aliases(reading.report.outlet) if reading.report.outlet else ():
            found[alias].append(reading)
    return found


OUTLETS = 3
"""Outlets credited in passing whose own reports are looked up."""


def _in_passing(telling: Telling, shelf: _Shelf, outlets: Mapping[str, list[Reading]]) -> tuple[Drift, ...]:
    """Return what a report changed where it names another outlet, outside its family, whose own report is held."""
    reading = shelf.readings[telling.report]
    credits: dict[str, Credit] = {}
    for credit in reading.credits:
        credits.setdefault(credit.name, credit)
    found: list[Drift] = []
    for name in list(credits)[:OUTLETS]:
        own = _own(reading, name, outlets)
        if own is None or own.report.name == telling.report or telling.retells == own.report.name:
            continue
        spans = [c.span for c in reading.credits if c.name == name]
        changed = drift_of([shelf.text(own.report.name)], shelf.text(telling.report))
        found += [d for d in changed if any(d.later.span.start <= s.start < d.later.span.end for s in spans)]
    return tuple(found)


def _own(reading: Reading, name: str, outlets: Mapping[str, list[Reading]]) -> Reading | None:
    """Return the outlet's latest report that is not later than the one that credits it."""
    day = (reading.report.published or "9999")[:10]
    theirs = [r for alias in called(name) for r in outlets.get(alias, ())[:NEAR] if (r.report.published or "9999")[:10] <= day]
    return max(theirs, key=lambda r: (r.report.published or "", r.report.name), default=None)
