"""Reports made by hand: each line names somebody first, what follows is told of him."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from retold.model import Chain, Fact, Kind, Mention, Party, Passage, Period, Reading, Report, Ruling, Sex, Span, Verdict, When


def told(
    report: str,
    *lines: tuple[str, str],
    published: str | None = "2020-05-01",
    kind: Kind = "person",
    facts: Sequence[Fact] = (),
    sex: Sex | None = None,
) -> Reading:
    """Return a report of one sentence a line, (name, what follows); chains are c1, c2 and so on."""
    text, mentions, sentences, chains = "", list[Mention](), list[Span](), list[Chain]()
    for n, (name, rest) in enumerate(lines, 1):
        span = Span(len(text), len(text) + len(name))
        text += f"{name}{rest}\n"
        sentences.append(Span(span.start, len(text) - 1))
        mentions.append(Mention(span=span, head=span, kind=kind, form="name", sentence=n - 1, chain=f"c{n}", name=name))
        chains.append(Chain(id=f"c{n}", kind=kind, name=name, sex=sex))
    made = Report(name=report, text=text, digest=report, body=(), published=published, language="en")
    return Reading(report=made, sentences=tuple(sentences), mentions=tuple(mentions), chains=tuple(chains), facts=tuple(facts))


def office(title: str, of: str | None, *, chain: str = "c1", day: str | None = None, ended: bool = False, **more: str) -> Fact:
    """Return the fact that the first of a report holds an office of a country."""
    when = Period(earliest=_day(day), latest=_day(day)) if day else None
    return Fact(
        id=f"office-{title}-{day}",
        kind="office",
        span=Span(0, 30),
        trigger=Span(0, 1),
        pattern=more.get("pattern", "office/government"),
        subject=Party(described="he", chain=chain),
        object=Party(described=of, name=of, kind="place", span=Span(1, 5)) if of else None,
        detail=title,
        when=When(span=Span(0, 1), period=when) if when else None,
        ended=ended,
    )


def _day(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def ruling(verdict: Verdict, one: Passage, other: Passage, *, words: tuple[str, str]) -> Ruling:
    """Return a ruling about the mentions at two places and their words."""
    return Ruling(id=1, verdict=verdict, one=one, other=other, words=words, reason="seen")
