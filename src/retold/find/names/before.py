"""What stands before a name says what it names: "the news agency Astra", "a firm called Doe", the dateline of a dispatch."""

from __future__ import annotations

from collections.abc import Iterator

from retold.find.names.runs import Run
from retold.find.names.tables import bodies, titles
from retold.model import Kind
from retold.tables import table

Vote = tuple[Kind, float]
DATELINE = 12
"""Tokens within which a dateline ends."""
DASHES = frozenset({"-", "--", "\u2013", "\u2014"})


def set_before(run: Run, weights: dict[str, float]) -> Iterator[Vote]:
    """Yield what the noun before a name calls it ("the news agency Astra"), and what a dateline tells of it."""
    doc, first, last = run.parse.doc, run.first, run.last
    yield from _named_so(run, weights)
    if first and (doc[first - 1].pos_ == "NOUN" or doc[first - 1].text == "of") and not run.title:
        beside = doc[first - 1].pos_ == "NOUN"
        lemma = doc[first - 1 if beside else max(0, first - 2)].lemma_.lower()
        if beside and lemma in bodies().nouns:
            yield "body", weights["called"]
        elif lemma in bodies().place or lemma == "capital":
            yield "place", weights["called"]
    after = [t.text for t in doc[last + 1 : last + 3]]
    if before_dash := (first > 0 and first < DATELINE and doc[first - 1].text == "(" and after[:1] == [")"]):
        yield "body", weights["dateline"] * (len(after) > 1 and after[1] in DASHES)
    if first == 0 and not before_dash and not run.parse.headline and _dateline(run):
        yield "place", weights["dateline"]


def _named_so(run: Run, weights: dict[str, float]) -> Iterator[Vote]:
    """Yield what the noun says to which a name is given: "a firm called Doe"."""
    before, rows = run.parse.doc[max(0, run.first - 1)], table("retold.find.names", "names.toml")
    if run.first and before.lower_ in rows["calling"] and before.head.pos_ in ("NOUN", "PROPN"):
        noun = before.head.lemma_.lower()
        yield from noun_says("company" if noun in rows["called_bodies"] else noun, weights["called"])


def _dateline(run: Run) -> bool:
    """Whether a passage opens with this name, something short and a dash."""
    rest = run.parse.doc[run.last + 1 : run.last + DATELINE]
    dash = next((n for n, t in enumerate(rest) if t.text in DASHES), None)
    return dash is not None and (dash == 0 or rest[0].text in "(,") and not any(t.pos_ == "VERB" for t in rest[:dash])


def noun_says(lemma: str, weight: float) -> Iterator[Vote]:
    """Yield what a common noun calls whom it is said of, if it is a noun for persons, bodies or places."""
    if titles().describes(lemma):
        yield "person", weight
    elif lemma in bodies().nouns:
        yield "body", weight
    elif lemma in bodies().place:
        yield "place", weight
