"""A passage is known by what was marked in it: words, names, numbers, times, facts, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from retold.compare.acts import act_of
from retold.compare.drift.passages import Cut, Text, cut_of
from retold.compare.drift.passages import Segment as Sentence
from retold.compare.drift.words import split
from retold.compare.likeness import fold, stems
from retold.compare.matters import matters
from retold.compare.rare_facts import skeleton
from retold.compare.scales import scales
from retold.model import Attribution, Fact, Mention, Period, Span

MOST = 0.5
"""Share of the shorter of a passage and what somebody said, from which on the passage is theirs."""
YEARS = (1900.0, 2100.0)
"""Numbers that are most often years: they say when, not how much."""
_QUOTED = re.compile(r"[“\"„«‘]{1,2}([^“”\"„«»]{4,300})")


@dataclass(frozen=True, kw_only=True)
class MarkedPassage:
    """A passage of a report, with what was marked in it."""

    text: Text
    span: Span
    cut: Cut
    sentence: Sentence | None
    """The sentence that most of it stands in."""
    named: Mapping[str, str]
    """Names by their consonants, with the kind of what they name."""
    subjects: frozenset[str]
    """Those of the names that are subjects."""
    periods: tuple[Period, ...]
    numbers: frozenset[float]
    """Its numbers in digits that are no part of a time."""
    facts: tuple[Fact, ...]
    said: Attribution | None
    """The attribution of which it is the content, or most of it."""
    stems: frozenset[str]
    acts: frozenset[str]
    """What its words tell that was done, as `acts.toml` has it."""
    matters: frozenset[str]
    quoted: frozenset[str]
    """The stems of what stands in quotation marks."""

    @property
    def words(self) -> str:
        """The passage itself."""
        return self.text.report.text[self.span.start : self.span.end]

    @property
    def language(self) -> str:
        """Its language; English where it is not known."""
        return self.text.report.language or "en"

    @property
    def names(self) -> frozenset[str]:
        """Its names by their consonants, those of words with a capital that nothing was found to name among them."""
        return frozenset(key[2:] for key in self.cut.keys if key.startswith("n:")) | self.named.keys()

    @property
    def speaker(self) -> str | None:
        """Who is cited for it, None where nobody is."""
        said = self.said.speaker if self.said else None
        return (said.name or said.described) if said else None

    def has(self, kind: str) -> bool:
        """Tell whether it has words of a row of `against.toml`."""
        terms = scales().words[kind].get(self.language, ())
        return bool({w.casefold().replace("’", "'") for w in split(self.words)} & set(terms))

    def rows(self, *kinds: str) -> frozenset[tuple[str, str]]:
        """Return the rows of the lexicon of drift that it has words of."""
        return frozenset((m.kind, m.row) for m in self.cut.marks if m.kind in kinds)


def side(text: Text, span: Span) -> MarkedPassage:
    """Return a passage of a report with what was marked in it."""
    reading, words = text.reading, text.report.text[span.start : span.end]
    here = [m for m in reading.mentions if _meets(m.span, span) and m.name and m.kind != "other"]
    times = [t for t in reading.times if _meets(t.span, span)]
    periods = [t.period for t in times if t.period and t.period.earliest and t.period.latest]
    cut, known = cut_of(words, text.report.language), stems(words)
    return MarkedPassage(
        text=text,
        span=span,
        cut=cut,
        sentence=max(text.passages, key=lambda p: _shared(p.span, span), default=None),
        named={name: m.kind for m in here if (name := _name(m))},
        subjects=frozenset(name for m in here if m.grammar in ("subject", "passive subject") and (name := _name(m))),
        periods=tuple(periods),
        numbers=_numbers(cut, [Span(t.span.start - span.start, t.span.end - span.start) for t in times]),
        facts=tuple(f for f in reading.facts if _meets(f.span, span)),
        said=_said(reading.attributions, span),
        stems=known,
        acts=frozenset(act for stem in known if (act := act_of(frozenset((stem,)), ""))),
        matters=matters(replace(text.report, body=(span,), headline=None)),
        quoted=frozenset().union(*(stems(m) for m in _QUOTED.findall(words))),
    )


def _numbers(cut: Cut, times: Sequence[Span]) -> frozenset[float]:
    """Return the numbers of a passage that are no years and no part of a time."""
    found = ((f.value, cut.words[f.start].span.start) for f in cut.figures if not YEARS[0] <= f.value <= YEARS[1])
    return frozenset(value for value, at in found if not any(t.start <= at < t.end for t in times))


def _said(attributions: Sequence[Attribution], span: Span) -> Attribution | None:
    """Return the attribution that most of a passage is the content of, the one that has most of it."""
    best, most = None, 0
    for each in attributions:
        for content in each.content:
            shared = _shared(content, span)
            if shared > max(most, MOST * min(span.end - span.start, content.end - content.start)):
                best, most = each, shared
    return best


def _name(mention: Mention) -> str | None:
    """The consonants of the last word of whom a mention names or takes up."""
    last = (mention.name or "").split()[-1:]
    return skeleton(last[0]) or fold(last[0]) if last else None


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
