"""A small made-up affair: the harbour authority of Port Varna Nova, its director, and a fine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from retold.model import (
    Actor,
    Amount,
    Attribution,
    Chain,
    Claim,
    ClaimMention,
    Credit,
    Drift,
    Fact,
    Family,
    Member,
    Mention,
    Original,
    Party,
    Passage,
    Period,
    Problem,
    Reading,
    Relation,
    Report,
    Span,
    Speaker,
    Telling,
    TimeExpression,
    Trace,
    When,
)
from retold.record import Case

TEXTS = {
    "gull.txt": "PORT NOVA (Coast Wire) — On 3 May Ilse Marrow was fined 40,000 crowns, officials said. “Nonsense”, she said.",
    "tide.txt": "Harbour chief Ilse Marrow was fined 60,000 crowns on 3 May, the Gull reported. 😀 It is unclear who paid.",
    "buoy.txt": "The Gull says a fine was paid.",
}
DAY = Period(earliest=datetime(2031, 5, 3, tzinfo=UTC), latest=datetime(2031, 5, 3, 23, 59, 59, tzinfo=UTC))

Tables = dict[str, list[tuple[object, ...]]]


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def a_reading(name: str, text: str | None = None, outlet: str | None = None) -> Reading:
    """Everything that can be found is found in "gull.txt" and "tide.txt"; of other texts there is the report alone."""
    text = TEXTS[name] if text is None else text
    report = Report(
        name=name,
        text=text,
        digest=sha256(text.encode()).hexdigest(),
        body=(Span(0, len(text)),),
        outlet=outlet or name.removesuffix(".txt").title(),
        published="2031-05-04",
        published_from="metadata",
    )
    if "Ilse Marrow was fined" not in text:
        return Reading(report=report, sentences=(Span(0, len(text)),))
    who, fined, day = span(text, "Ilse Marrow"), span(text, "fined"), span(text, "3 May")
    fact = Fact(
        id="f1",
        kind="measure",
        span=Span(who.start, fined.end),
        trigger=fined,
        pattern="measure/fine",
        object=Party(described="Ilse Marrow", span=who, chain="c1", name="Ilse Marrow", kind="person"),
        amount=Amount(
            value=float(text[fined.end + 1 : fined.end + 3]) * 1000, currency="crowns", span=Span(fined.end + 1, fined.end + 7)
        ),
        when=When(span=day, period=DAY),
        attribution="a1",
    )
    return Reading(
        report=report,
        sentences=(Span(0, len(text)),),
        mentions=(Mention(span=who, kind="person", form="name", head=who, sentence=0, chain="c1", name="Ilse Marrow"),),
        chains=(Chain(id="c1", kind="person", name="Ilse Marrow", aliases=("Marrow",), titles=("harbour chief",)),),
        times=(TimeExpression(span=day, type="DATE", value="2031-05-03", period=DAY),),
        attributions=(
            Attribution(
                id="a1",
                source=(span(text, "officials") if "officials" in text else span(text, "the Gull"),),
                cue=(span(text, "said") if "said" in text else span(text, "reported"),),
                content=(Span(who.start, fined.end), day),
                speaker=Speaker(kind="unnamed", described="officials", count=2, via=("Coast Wire",)),
            ),
        ),
        facts=(fact,),
        credits=(Credit(span=Span(0, 9), name="Coast Wire", agency=True, place="dateline", score=0.9, reason="dateline"),),
    )


def a_trace(*readings: Reading) -> Trace:
    """One claim, that of the fine, over those of `readings` that state it."""
    stating = [reading for reading in readings if reading.facts]
    names = tuple(reading.report.name for reading in stating)
    original = Original(name="Coast Wire", held=False)
    claim = Claim(
        id="k1",
        kind="measure",
        text="Ilse Marrow was fined",
        subject=None,
        object="Ilse Marrow",
        subject_actor=None,
        object_actor="p1",
        period=DAY,
        mentions=tuple(
            ClaimMention(
                report=reading.report.name,
                span=reading.facts[0].span,
                fact="f1",
                stance="asserted",
                certainty="certain",
                chain=(reading.report.outlet or "", "Coast Wire"),
            )
            for reading in stating
        ),
        reports=len(names),
        origins=1,
        relations=(Relation(kind="denied by", claim="k1", score=0.5, reason="says nonsense"),),
        drift=tuple(
            Drift(
                kind="number changed",
                earlier=Passage(report=stating[0].report.name, span=stating[0].facts[0].span),
                later=Passage(report=later.report.name, span=later.facts[0].span),
                reason="40,000 became 60,000",
            )
            for later in stating[1:]
        ),
    )
    members = tuple(Member(report=name, chain="c1", reason="same name") for name in names)
    return Trace(
        readings=readings,
        tellings=tuple(Telling(report=reading.report.name, role="independent", reason="no like") for reading in readings),
        families=(Family(id="w1", original=original, reports=names, reason="credit"),) if names else (),
        actors=(Actor(id="p1", kind="person", name="Ilse Marrow", members=members),) if names else (),
        claims=(claim,) if names else (),
        problems=(Problem(where="wet.txt", why="cannot be decoded"),),
    )


def dump(case: Case) -> Tables:
    """Every row of every table."""
    names = [row[0] for row in case.select("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: case.select(f"SELECT * FROM {name} ORDER BY 1") for name in names}


@pytest.fixture
def reading() -> Callable[..., Reading]:
    return a_reading


@pytest.fixture
def trace() -> Callable[..., Trace]:
    return a_trace


@pytest.fixture
def tables() -> Callable[[Case], Tables]:
    return dump


@pytest.fixture
def dated() -> Callable[[Reading], Reading]:
    """Give a reading the date of its original, as the stages that compare reports do."""

    def give(reading: Reading) -> Reading:
        return replace(reading, report=replace(reading.report, published="2031-05-03", published_from="original"))

    return give


@pytest.fixture
def undated() -> Callable[[Reading], Reading]:
    def take(reading: Reading) -> Reading:
        return replace(reading, report=replace(reading.report, published=None, published_from=None))

    return take


@pytest.fixture
def ticking() -> Callable[[], datetime]:
    """A clock that goes on by a minute each time one looks at it."""
    moments = (datetime(2031, 6, 1, tzinfo=UTC) + timedelta(minutes=minute) for minute in range(10_000))
    return lambda: next(moments)


@pytest.fixture
def case(tmp_path: Path, ticking: Callable[[], datetime]) -> Iterator[Case]:
    with Case(tmp_path / "harbour.case", clock=ticking) as case:
        yield case
