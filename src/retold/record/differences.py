"""Two versions of a report differ by passages that were changed, struck or put in, and by what is therefore found in them.

Passages that stand but once in both are anchors (Bram Cohen's patience diff): the time grows with the text, not with its square.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from retold.model import Reading, Span
from retold.record.rows import finding_rows
from retold.record.sync import Row, Value

Kind = Literal["same", "changed", "gone", "new"]
ALIKE = 60.0
"""Likeness, 0 to 100, from which a passage is another one changed, not another one."""
NEAR = 40
"""Passages between two anchors up to which each is held against each."""
READ = 2_000
"""Code points of a passage by which its likeness is judged."""

Columns = tuple[str, ...]
_WHAT: Columns = ("kind", "subject", "object", "detail", "amount", "currency", "earliest", "latest", "place", "via")
FACT: Columns = (*_WHAT, "speaker", "stance", "certainty", "ended")
ATTRIBUTION: Columns = ("speaker", "speaker_kind", "speaker_count", "via", "cue", "content", "stance", "certainty", "quoted")
_PASSAGE = "passage"
"""Which pair of passages a finding stands in: one is another one changed only within a passage that is another one changed."""
_FACTS_BY: tuple[Columns, ...] = (
    (_PASSAGE, "kind", "subject", "object"),
    (_PASSAGE, "kind", "object"),
    (_PASSAGE, "kind", "subject"),
    (_PASSAGE, "kind"),
)
_ATTRIBUTIONS_BY: tuple[Columns, ...] = ((_PASSAGE, "content"), (_PASSAGE, "speaker", "cue"), (_PASSAGE, "speaker"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """A passage of each of two versions, or of one where the other has none."""

    kind: Kind
    earlier: Span | None
    later: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fact or an attribution that one version has and the other has otherwise or not; `cells` what it is, by column."""

    kind: Kind
    earlier: Mapping[str, Value] | None
    later: Mapping[str, Value] | None

    @property
    def changed(self) -> dict[str, tuple[Value, Value]]:
        """What it was and is, by column; nothing of one that is gone or new."""
        if self.earlier is None or self.later is None:
            return {}
        return {
            name: (was, self.later[name]) for name, was in self.earlier.items() if was != self.later[name] and name not in _WHERE
        }


_WHERE = ("start", "end", "words", "passage")


def passages(earlier: Reading, later: Reading) -> tuple[Passages, ...]:
    """Return the passages of two versions in the order of the later one; what is gone stands where it was."""
    one, two = (_told(each) for each in (earlier, later))
    found: list[Passages] = []
    done = (0, 0)
    for a, b in [*_anchors(one, two), (len(one), len(two))]:
        found += _between(earlier, later, (range(done[0], a), range(done[1], b)), (one, two))
        if a < len(one):
            found.append(Passages(kind="same", earlier=earlier.sentences[a], later=later.sentences[b]))
        done = a + 1, b + 1
    return tuple(found)


def facts(earlier: Reading, later: Reading) -> tuple[Finding, ...]:
    """Return the facts that differ, in the order of the text; one that is only told in other words does not."""
    return _differ(_placed(earlier, later, "facts", FACT), FACT, _FACTS_BY)


def attributions(earlier: Reading, later: Reading) -> tuple[Finding, ...]:
    """Return the attributions that differ, in the order of the text."""
    return _differ(_placed(earlier, later, "attributions", ATTRIBUTION), ATTRIBUTION, _ATTRIBUTIONS_BY)


def _placed(earlier: Reading, later: Reading, table: str, columns: Columns) -> tuple[list[Row], list[Row]]:
    """Return what is told of the findings of two versions, each with the number of the pair of passages it stands in."""
    pairs = passages(earlier, later)
    sides = _cells(earlier, table, columns), _cells(later, table, columns)
    for side, spans in zip(sides, ([each.earlier for each in pairs], [each.later for each in pairs]), strict=True):
        starts = sorted((span.start, number) for number, span in enumerate(spans) if span)
        for row in side:
            at = bisect_right(starts, (int(row["start"] or 0), len(pairs))) - 1
            row[_PASSAGE] = starts[at][1] if at >= 0 else None
    return sides


def _told(reading: Reading) -> list[str]:
    return [" ".join(reading.report.text[span.start : span.end].split()) for span in reading.sentences]


def _anchors(one: Sequence[str], two: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of passages that stand once in each, as many as are in the same order in both."""
    once = {text for text, count in Counter(one).items() if count == 1} & {
        text for text, count in Counter(two).items() if count == 1
    }
    there = {text: place for place, text in enumerate(two) if text in once}
    ends: list[int] = []
    chains: list[tuple[int, int, int]] = []  # place in one, in two, and the chain before
    last: list[int] = []
    for place, text in enumerate(one):
        if text in once:
            length = bisect_left(ends, there[text])
            chains.append((place, there[text], last[length - 1] if length else -1))
            ends[length : length + 1] = [there[text]]
            last[length : length + 1] = [len(chains) - 1]
    found, at = [], last[-1] if last else -1
    while at >= 0:
        found.append(chains[at][:2])
        at = chains[at][2]
    return found[::-1]


def _between(
    earlier: Reading, later: Reading, gap: tuple[range, range], told: tuple[Sequence[str], Sequence[str]]
) -> Iterator[Passages]:
    """Yield what stands between two anchors: each later passage with the one that it was, if any, and what was struck."""
    pairs = dict(_paired(gap, told))
    gone = deque(a for a in gap[0] if a not in set(pairs.values()))
    for b in gap[1]:
        if b not in pairs:
            yield Passages(kind="new", earlier=None, later=later.sentences[b])
            continue
        while gone and gone[0] < pairs[b]:
            yield Passages(kind="gone", earlier=earlier.sentences[gone.popleft()], later=None)
        kind: Kind = "same" if told[0][pairs[b]] == told[1][b] else "changed"
        yield Passages(kind=kind, earlier=earlier.sentences[pairs[b]], later=later.sentences[b])
    yield from (Passages(kind="gone", earlier=earlier.sentences[a], later=None) for a in gone)


def _paired(gap: tuple[range, range], told: tuple[Sequence[str], Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Yield later and earlier passages that are one, the same words first, then the most alike."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for a in gap[0]:
        waiting[told[0][a]].append(a)
    same = {b: waiting[told[1][b]].popleft() for b in gap[1] if waiting.get(told[1][b])}
    yield from same.items()
    left = [a for a in gap[0] if a not in set(same.values())], [b for b in gap[1] if b not in same]
    if max(map(len, left)) > NEAR:
        return
    likeness = ((fuzz.ratio(told[0][a][:READ], told[1][b][:READ]), -abs(a - b), a, b) for a in left[0] for b in left[1])
    used: set[tuple[str, int]] = set()
    for alike, _, a, b in sorted(likeness, reverse=True):
        if alike >= ALIKE and not {("a", a), ("b", b)} & used:
            used |= {("a", a), ("b", b)}
            yield b, a


def _cells(reading: Reading, table: str, columns: Iterable[str]) -> list[Row]:
    """Return what is told of each finding of a table, and where it stands."""
    rows = finding_rows(reading)
    if table == "attributions":
        spans = [(each.content or each.cue or each.source)[0] for each in reading.attributions]
        return [
            {**{name: row[name] for name in columns}, "start": at.start, "end": at.end}
            for row, at in zip(rows[table], spans, strict=True)
        ]
    speakers = {row["attribution"]: row["speaker"] for row in rows["attributions"]}
    told = [{**row, "speaker": speakers.get(row["attribution"])} for row in rows[table]]
    return [{name: row[name] for name in (*columns, "start", "end", "words")} for row in told]


def _differ(sides: Sequence[list[Row]], columns: Sequence[str], by: Sequence[Sequence[str]]) -> tuple[Finding, ...]:
    """Return what differs between two lists of findings: each is sought by all of its columns, then by fewer and fewer."""
    earlier, later = list(sides[0]), list(sides[1])
    _matched(earlier, later, columns)
    found = [Finding(kind="changed", earlier=was, later=now) for names in by for was, now in _matched(earlier, later, names)]
    found = [each for each in found if each.changed]
    found += [Finding(kind="gone", earlier=row, later=None) for row in earlier]
    found += [Finding(kind="new", earlier=None, later=row) for row in later]
    return tuple(sorted(found, key=lambda each: int(((each.later or each.earlier) or {})["start"] or 0)))


def _matched(earlier: list[Row], later: list[Row], names: Sequence[str]) -> list[tuple[Row, Row]]:
    """Take out of both lists, and return, what is the same in these columns, in order; what has nothing in the first stays."""
    waiting: dict[tuple[Value, ...], deque[Row]] = defaultdict(deque)
    for row in later:
        waiting[tuple(row[name] for name in names)].append(row)
    pairs = []
    for row in earlier:
        key = tuple(row[name] for name in names)
        if waiting.get(key) and key[0] is not None:
            pairs.append((row, waiting[key].popleft()))
    for side, end in ((earlier, 0), (later, 1)):
        taken = {id(pair[end]) for pair in pairs}
        side[:] = [row for row in side if id(row) not in taken]
    return pairs
