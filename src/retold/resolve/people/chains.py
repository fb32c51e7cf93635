"""A chain while it is being built, and the report as the builders see it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from retold.model import Chain, Findings, Kind, Mention, Sex, Span
from retold.resolve.names import fold
from retold.resolve.people.kinds import mended
from retold.resolve.people.tellers import Tellers
from retold.tables import table

_QUOTE = re.compile(
    "[\u201c\u201e\u00ab\"][^\u201c\u201d\u201e\u00ab\u00bb\"\n]{2,1500}[\u201d\u201c\u00bb\"]|''[^'\n][^\"\n]{1,1500}?''"
)
_OWNS = re.compile("(?<=\\w)[\u2018`\u00b4\u2032]s$")
"""The ending of an owner in a mark that is none of an owner, as typesetting programs put it."""
_DIVIDER = re.compile(r"^[ \t]*(?:_{3,}|\*[ \t]?\*[ \t]?\*|-{3,}|#{3,})[ \t]*\.?[ \t]*$", re.MULTILINE)
"""A line that parts the items of a report."""
ITEMS = 3
"""Such lines in a report that is made of items, each of which names its people anew; one or two only part a long story."""
_OPENS = frozenset("\"\u201c\u201e\u00ab'")


ENOUGH = 2
"""Pronouns that together tell the sex of somebody whose name does not."""
NEARLY_ALL = 0.8


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """One actor of the report so far."""

    kind: Kind
    parts: tuple[str, ...] = ()
    """Folded parts of the fullest name; empty for one who is only described."""
    name: str | None = None
    country: str | None = None
    sex: Sex | None = None
    plural: bool = False
    of: Draft | None = None
    """Whose: the chain that owns one who is only described."""
    titles: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    """Folded common nouns that the report says it is ("a former soldier")."""
    mentions: list[int] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    """Folded words of the descriptions that the report gives it ("former", "soldier")."""
    heard: Counter[Sex] = field(default_factory=Counter)
    """Sexes that its pronouns have: each may be tied wrongly, so one alone says nothing."""
    named: list[int] = field(default_factory=list)
    """Those of its mentions that are names, in order, once all names are placed."""

    def before(self, n: int) -> int:
        """Return how often it was mentioned before mention n, while descriptions and pronouns are placed in order."""
        return bisect_left(self.named, n) + len(self.mentions) - len(self.named)

    def agrees(self, sex: Sex | None) -> bool:
        """Whether a pronoun or title of that sex may stand for it, by what is told and by most of its pronouns so far."""
        if sex is None or self.sex is not None:
            return sex in (None, self.sex)
        return not self.heard or self.heard[sex] >= max(self.heard.values())

    def likely_sex(self) -> Sex | None:
        """Return the sex that is told, else the one that most of its pronouns have."""
        return self.sex or next((sex for sex, _ in self.heard.most_common(1)), None)

    def told(self) -> Sex | None:
        """Return the sex that its names and titles tell, else that of nearly all its pronouns."""
        if self.sex is not None or not self.heard:
            return self.sex
        sex, count = self.heard.most_common(1)[0]
        return sex if count >= ENOUGH and count >= NEARLY_ALL * self.heard.total() else None

    def chain(self, key: str, scene: Scene) -> Chain:
        """Return the finished chain."""
        rows = [scene.mentions[n] for n in self.mentions]
        words = Counter(scene.called(m) for m in rows if m.form == "name")
        name = next((w for w in words if not w.isupper() and fold(w) == fold(self.name or "")), self.name)
        described = None
        if self.name is None:
            described = next((scene.text(m.span) for m in rows if m.form != "pronoun"), scene.text(rows[0].span))
        kind: Kind = "body" if self.kind == "place" and any(m.kind == "body" for m in rows) else self.kind
        return Chain(
            id=key,
            kind=kind,
            name=name,
            described=described,
            aliases=tuple(w for w in words if w != name),
            titles=tuple(dict.fromkeys(self.titles)),
            sex=self.told(),
            plural=self.plural,
            country=self.country,
        )


@dataclass(slots=True, kw_only=True)
class Scene:
    """A report's mentions in text order, and which chain each belongs to."""

    findings: Findings
    mentions: tuple[Mention, ...]
    quotes: tuple[Span, ...]
    at: dict[Span, int]
    """The mention that has this span."""
    drafts: list[Draft] = field(default_factory=list)
    where: dict[int, Draft] = field(default_factory=dict)
    countries: dict[str, Draft] = field(default_factory=dict)
    """Chains of countries by code, of capitals that are only places by name."""
    titled: dict[str, Draft] = field(default_factory=dict)
    """Bodies that are described with a name ("the Doe administration"), by folded name."""
    bodies: list[Draft] = field(default_factory=list)
    """The first bodies that are named, among which a credited agency is sought."""
    opens: frozenset[int] = frozenset()
    """The mentions that are the first of their sentence."""
    tellers: Tellers
    posts: dict[str, list[Draft]] = field(default_factory=dict)
    """Named persons by each folded word of their titles and of what the report says that they are."""
    families: dict[str, list[Draft]] = field(default_factory=dict)
    """Persons by the last part of their names."""
    spoken: Sequence[int] = ()
    """Of each sentence, how many before it stand in quotations."""
    items: Sequence[int] = ()
    """The lines that part the items of a report which is made of items, by where they begin."""

    @classmethod
    def of(cls, findings: Findings) -> Scene:
        """Return the scene of a report before anything is tied."""
        text = findings.report.text
        mentions = mended(sorted(findings.mentions, key=lambda m: (m.span.start, -m.span.end)), text)
        quotes = _quotes(findings)
        at = {m.span: n for n, m in enumerate(mentions)}
        first = {m.sentence: n for n, m in reversed(list(enumerate(mentions)))}
        return cls(
            findings=findings,
            mentions=mentions,
            quotes=quotes,
            at=at,
            opens=frozenset(first.values()),
            tellers=Tellers(mentions, findings.attributions, text),
            spoken=_spoken(findings.sentences, quotes),
            items=dividers(text),
        )

    def text(self, span: Span) -> str:
        """Return the words of a span, white space made single spaces."""
        return " ".join(self.findings.report.text[span.start : span.end].split())

    def called(self, mention: Mention) -> str:
        """Return the bare name of a mention, without its title."""
        return _OWNS.sub("", self.text(mention.bare or mention.span))

    def item(self, n: int) -> int:
        """Return which item of the report a mention stands in, 0 throughout in a report that is not made of items."""
        return bisect_left(self.items, self.mentions[n].span.start)

    def often(self, draft: Draft, n: int) -> int:
        """Return how often a chain is mentioned, of a report made of items in the one that mention n stands in."""
        own = self.item(n)
        return sum(self.item(m) == own for m in draft.mentions) if self.items else len(draft.mentions)

    def start(self, draft: Draft) -> Draft:
        """Take in a new chain."""
        self.drafts.append(draft)
        return draft

    def tie(self, number: int, draft: Draft) -> None:
        """Make a mention part of a chain."""
        mention = self.mentions[number]
        self.where[number] = draft
        draft.mentions.append(number)
        if mention.form == "name":
            draft.sex = draft.sex or mention.sex
        elif mention.sex:
            draft.heard[mention.sex] += 1
        if mention.title and mention.title not in draft.titles:
            draft.titles.append(mention.title)
        if mention.country and draft.country is None:
            draft.country = mention.country

    def quote(self, place: int) -> Span | None:
        """Return the quotation that a place lies in."""
        at = bisect_left(self.quotes, (place,)) - 1
        return self.quotes[at] if at >= 0 and self.quotes[at].start < place < self.quotes[at].end else None

    def told_between(self, first: int, last: int) -> int:
        """Return how many sentences lie from one sentence to another, those left out that stand in quotations."""
        quoted = self.spoken[last] - self.spoken[first] if max(first, last) < len(self.spoken) else 0
        return last - first - quoted

    def surname(self, draft: Draft) -> str:
        """Return the last word of a person's name as written."""
        return (draft.name or "").rsplit(" ", 1)[-1]


@lru_cache(maxsize=4)
def dividers(text: str) -> tuple[int, ...]:
    """Return where the lines begin that part the items of a report, none for a report that is not made of items."""
    found = tuple(m.start() for m in _DIVIDER.finditer(text))
    return found if len(found) >= ITEMS else ()


def _quotes(findings: Findings) -> tuple[Span, ...]:
    """The quotations by their marks, and those whose end is not marked by what attributions give as quoted."""
    text = findings.report.text
    found = [Span(m.start(), m.end()) for m in _QUOTE.finditer(text)]
    found += [
        c for a in findings.attributions if a.quoted for c in a.content if _OPENS.intersection(text[c.start - 1 : c.start + 1])
    ]
    merged: list[Span] = []
    for span in sorted(found):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _spoken(sentences: Sequence[Span], quotes: Sequence[Span]) -> list[int]:
    """Of each sentence, how many of those before it begin within a quotation and not with it."""
    counts, at, total = list[int](), 0, 0
    for sentence in sentences:
        counts.append(total)
        while at < len(quotes) and quotes[at].end <= sentence.start:
            at += 1
        total += at < len(quotes) and quotes[at].start <= sentence.start < quotes[at].end
    return counts


def country_name(code: str) -> str:
    """Return the English name by which a country is shown."""
    name: str = table("retold.find.names", "places.toml")[code]["names"][0]
    return name
