"""Statements of reports with their candidates, and which of these somebody who read the report would accept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from retold.find.findings import findings
from retold.model import Fact, Party, Reading, Report
from retold.pipeline import read
from retold.resolve.names import fold
from retold.resolve.reading import by_grammar
from retold.resolve.spoken_of import Candidate, Cast, candidates, weighed

Place = tuple[str, int, int]
BATCH = 16
NOBODY, DESCRIBED = "-", "described:"
ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A statement: its candidates, which of them are right, and which one `find` chose."""

    report: str
    candidates: Sequence[Candidate]
    right: Sequence[bool]
    chosen: int


def labelled(paths: Sequence[str], answers: Mapping[Place, Sequence[str]]) -> list[Labelled]:
    """Return the statements of reports that have answers, by report name and code points, where a candidate is right."""
    reports = [each for each in read(paths) if isinstance(each, Report)]
    found = list[Labelled]()
    for start in range(0, len(reports), BATCH):
        for each in findings(reports[start : start + BATCH]):
            found += _of(by_grammar(each), answers)
    return [each for each in found if any(each.right)]


def _of(reading: Reading, answers: Mapping[Place, Sequence[str]]) -> Iterator[Labelled]:
    cast = Cast(reading.mentions, reading.chains, reading.sentences)
    told = {a.id: a for a in reading.attributions}
    name, last = Path(reading.report.name).name, None
    for fact in reading.facts:
        wanted = answers.get((name, fact.span.start, fact.span.end))
        if wanted and weighed(fact):
            among = candidates(fact, told.get(fact.attribution or ""), cast, last)
            yield _marked(name, fact, among, wanted)
        if fact.kind == "statement" and fact.object is not None and fact.object.chain:
            last = fact.object.chain


def _marked(report: str, fact: Fact, among: Sequence[Candidate], wanted: Sequence[str]) -> Labelled:
    right = [any(_meets(each.party, answer) for answer in wanted) for each in among]
    return Labelled(report=report, candidates=among, right=right, chosen=[c.party for c in among].index(fact.object))


def _meets(party: Party | None, answer: str) -> bool:
    """Whether a party is the one that an answer gives: a name may be told shorter there, a description in other words."""
    if party is None or answer == NOBODY:
        return party is None and answer == NOBODY
    if answer.startswith(DESCRIBED):
        words = set(fold(answer.removeprefix(DESCRIBED)).split()) - ARTICLES
        return party.name is None and not words.isdisjoint(fold(party.described).split())
    one, other = fold(party.name or "").split(), fold(answer).split()
    part = set(one) <= set(other) or set(other) <= set(one)
    return bool(one) and (one == other or (part and one[-1] == other[-1]))
