"""Typed facts: what a report states, in kinds whose words and syntax stand in tables beside this file.

A fact is found at a trigger, a word of a table, and takes its parties from their places in the sentence (`places`), its
time, place and sum from what hangs on it (`circumstances`), its source from the innermost attribution around it, and its stance
from the words above it. Only the article's own words are looked at; reports in other languages than English give none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from retold.find.facts.acts import acts
from retold.find.facts.compose import Shelf, Words, fact_of, repeated
from retold.find.facts.once import whole
from retold.find.facts.outlets import outlets
from retold.find.facts.parties import FromReport, Scene
from retold.find.facts.posts import posts
from retold.find.facts.readable import readable
from retold.find.facts.repeats import settled
from retold.find.facts.statements import statements, worded
from retold.find.facts.unknowns import unknowns
from retold.find.syntax import Parse
from retold.model import Attribution, Fact, Mention, Report, Span, TimeExpression

__all__ = ["facts"]

PAIRS = 6
"""Facts that one trigger may give: parties joined by "and" multiply."""


def facts(
    report: Report,
    parses: Sequence[Parse],
    *,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    attributions: Sequence[Attribution],
) -> tuple[Fact, ...]:
    """Return the facts that a report states, ids "f1" on in text order; spans are offsets into its text.

    Raises `TableError` where a table is malformed.
    """
    found: list[Fact] = []
    names = {word: m.kind for m in mentions if m.form == "name" for word in report.text[m.span.start : m.span.end].split()}
    heads = Counter(report.text[m.head.start : m.head.end] for m in mentions if m.form == "name")
    once = frozenset(word for word, times_told in heads.items() if times_told == 1)
    known = FromReport(names=names, outlets=outlets(report, attributions), once=once)
    given = Shelf.of(Words(mentions=mentions, times=times, attributions=attributions))
    for parse in parses:
        if parse.parsed:
            found += _passage(report, parse, given, known)
    read = (replace(f, span=readable(report.text, f.span, f.trigger)) for f in settled(found))
    ordered = sorted(read, key=lambda f: (f.span.start, f.trigger.start, f.span.end))
    return tuple(replace(fact, id=f"f{number}") for number, fact in enumerate(ordered, 1))


def _passage(report: Report, parse: Parse, given: Shelf, known: FromReport) -> list[Fact]:
    here = Span(parse.start, parse.start + len(parse.doc.text))
    mine = given.within(here)
    scene = Scene(parse, mine.mentions, known)
    found = list(_typed(scene, mine, report.text))
    found += unknowns(scene)
    found = worded(scene, mine.attributions, found)
    return whole([*found, *statements(scene, mine.attributions, found, report.text)])


def _typed(scene: Scene, given: Words, text: str) -> Iterator[Fact]:
    for one in (*acts(scene), *posts(scene)):
        for subject, obj in list(product(one.subject or (None,), one.object or (None,)))[:PAIRS]:
            fact = fact_of(scene, one, (subject, obj), given, text)
            if fact is not None:
                yield fact
                yield from repeated(scene, one, fact, given)
