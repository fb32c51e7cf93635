"""Made-up reports with their attributions marked in the text: `[s1 Two officials] [c1 said] [q1 the port was shut]`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.find.attributions.marked import Marked
from retold.find.attributions.placed import placed
from retold.find.attributions.quotations import quotations
from retold.find.credits import credits
from retold.find.encoder.cut import passages
from retold.find.names.learned.network import read as read_names
from retold.find.names.mentions import mentions
from retold.find.syntax import Parse, parse
from retold.model import Attribution, Findings, Report, Span, Speaker
from retold.resolve.people.within import people
from retold.resolve.speakers.speakers import speakers

TAG = re.compile(r"\[([scq])(\d)\s|\]")


def read(marked: str) -> tuple[str, list[Marked]]:
    """Return the text without its tags, and the attributions that they mark."""
    text, spans, stack, last = "", dict[tuple[int, str], list[Span]](), list[tuple[str, int, int]](), 0
    for tag in TAG.finditer(marked):
        text, last = text + marked[last : tag.start()], tag.end()
        if tag[0] != "]":
            stack.append((tag[1], int(tag[2]), len(text)))
        else:
            part, number, start = stack.pop()
            spans.setdefault((number, part), []).append(Span(start, len(text)))
    found = [
        Marked(source=tuple(spans.get((n, "s"), ())), cue=spans[n, "c"][0], content=tuple(sorted(spans.get((n, "q"), ()))))
        for n in sorted({number for number, _ in spans})
    ]
    return text + marked[last:], found


def heard(marked: str, *, outlet: str | None = None, byline: str | None = None) -> tuple[Attribution, ...]:
    """Return the attributions of a made-up report, in the order of their cues, with their speakers."""
    text, found = read(marked)
    lines = tuple(Span(*line.span()) for line in re.finditer(r"[^\n]+", text))
    report = Report(name="made-up.txt", text=text, digest="0", body=lines, outlet=outlet, byline=byline, language="en")
    ((_, parses),) = parse([report])
    findings = with_marked(report, parses, found)
    return speakers(findings, *people(findings))


def with_marked(report: Report, parses: Sequence[Parse], found: Sequence[Marked]) -> Findings:
    """Return what speakers are resolved from, with attributions whose spans are given."""
    quoted = quotations(report.text, [parse.place for parse in parses])
    return Findings(
        report=report,
        sentences=tuple(p.span(s) for p in parses for s in p.doc.sents),
        mentions=mentions(report, parses, read_names(passages(parses))),
        attributions=tuple(placed(found, parses, quoted)),
        credits=credits(report),
    )


def who(marked: str, *, outlet: str | None = None, byline: str | None = None) -> Speaker:
    """Return the speaker of the last attribution of a made-up report."""
    speaker = heard(marked, outlet=outlet, byline=byline)[-1].speaker
    assert speaker is not None
    return speaker
