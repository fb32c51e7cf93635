"""What stands in one report: `find` finds it, `resolve` completes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from retold.model.report import Report, Span

Stance = Literal["asserted", "denied", "alleged", "declined", "asked", "planned", "unknown"]
Certainty = Literal["certain", "probable", "possible"]
Kind = Literal["person", "body", "place", "other"]
Form = Literal["name", "description", "pronoun"]
Grammar = Literal["subject", "passive subject", "object", "possessive", "apposition", "agent", "other"]
Scope = Literal["report", "story", "paragraph"]
Takes = Literal["story", "part", "quoted", "rejected"]
Sex = Literal["female", "male"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
SpeakerKind = Literal["person", "body", "document", "unnamed", "outlet", "nobody", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for a person, body or place. `find` leaves `chain` and `name` open, `resolve` fills them."""

    span: Span
    kind: Kind
    form: Form
    head: Span
    """The word that carries the mention ("official" in "the senior official who ...")."""
    sentence: int
    """Ordinal of its sentence in the report, for distance."""
    grammar: Grammar = "other"
    sex: Sex | None = None
    plural: bool = False
    country: str | None = None
    """ISO 3166 alpha-2 code, where the words name a country, its capital or its people."""
    bare: Span | None = None
    """The name itself, where `span` also holds the title before it ("President Jane Doe"); None for what is no name."""
    title: str | None = None
    """The title, office or rank that stands with a name ("interior minister", "Sen.", "Mrs.")."""
    clause: int | None = None
    """Where the verb that governs it starts: two mentions with one clause stand in the same clause."""
    same: Span | None = None
    """The mention it stands in apposition to or is the predicate of ("Jane Doe, the minister"; "Doe is the minister")."""
    of: Span | None = None
    """The mention that owns or qualifies it: "Doe" for "Doe's aide", "an aide of Doe", "the Doe administration"."""
    chain: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """All mentions of one actor within one report."""

    id: str
    kind: Kind
    name: str | None
    """The fullest name used; None for one who is only described."""
    described: str | None = None
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    sex: Sex | None = None
    plural: bool = False
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When something was: an interval in UTC, both ends included, either end open (None). Never more precise than the words."""

    earliest: datetime | None
    latest: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that name a time. `find` says what the words alone tell (`value` may be a pattern such as "XXXX-08-18");
    `resolve` completes `value` (TIMEX3, ISO 8601) and `period` once the anchor is known."""

    span: Span
    type: TimexType
    value: str | None
    unit: str | None = None
    """day, week, month, quarter, season, half, year, decade, century, hour, minute, second, weekday, part of day ..."""
    shift: int | None = None
    """Units from the anchor: -1 for "last month", 0 for "this month", None where no shift is meant."""
    anchor: Literal["none", "published", "previous", "next", "event"] = "none"
    """What it is told from: the publication, the expression before, the one after it (the date of an event: "months
    before the raid on January 3"), or an event whose date the words do not give."""
    direction: Literal["past", "future"] | None = None
    """From tense and from words such as "ago"; which way an underspecified date is to be completed."""
    modifier: str | None = None
    """TIMEX3 mod: BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER START MID END APPROX LESS_THAN MORE_THAN; two where both are said ("by
    mid-2027")."""
    zone: str | None = None
    """IANA name of the time zone that the words name with a clock time ("PT" is America/Los_Angeles)."""
    opens: bool = False
    """Whether the expression after it is the other end of a range ("between May and July 2014")."""
    period: Period | None = None
    pattern: str | None = None
    """The value as the words alone give it, where `resolve` completed it; None where they give it whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The time expression that governs a fact or a word of saying, and the interval it gives."""

    span: Span
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The source of an attribution, resolved."""

    kind: SpeakerKind
    name: str | None = None
    described: str | None = None
    count: int | None = None
    chain: str | None = None
    via: tuple[str, ...] = ()
    """Outlets and agencies between this outlet and the speaker, nearest first."""
    standing: str | None = None
    """How an unnamed source comes to know it, or to whom it is near ("familiar with the matter", "close to the minister")."""
    side: str | None = None
    """Whose an unnamed source is, in the words that tell it ("opposition", "of the ministry")."""
    reason: str | None = None
    """Why it is not named, in the report's words ("they were not authorised to speak publicly")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is said to say or think what: source, cue, content (the terms of the attribution corpora)."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance = "asserted"
    certainty: Certainty = "certain"
    hedges: tuple[Span, ...] = ()
    quoted: bool = False
    """Whether (part of) the content stands in quotation marks."""
    score: float = 1.0
    speaker: Speaker | None = None
    when: When | None = None
    """When it was said, where a time governs the cue."""
    source_head: Span | None = None
    """The word that carries the source ("officials" in "two of the officials who ..."); for "who", the noun before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of a fact. `find` gives `span` and `described` (the words); `resolve` gives `chain` and `name`."""

    described: str
    span: Span | None = None
    chain: str | None = None
    name: str | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum or count as the report gives it. `currency` is ISO 4217 where it can be told, else the word used."""

    value: float
    currency: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something typed that a report states. `span` covers the words that state it, `trigger` the word that made us look."""

    id: str
    kind: str
    """contact, measure, office, rank, tie, control, allegation, statement, unknown: the tables under find/facts."""
    span: Span
    trigger: Span
    pattern: str
    """Which row of which table found it, "measure/sanction"."""
    subject: Party | None = None
    object: Party | None = None
    detail: str | None = None
    amount: Amount | None = None
    when: When | None = None
    where: str | None = None
    via: Party | None = None
    attribution: str | None = None
    stance: Stance = "asserted"
    certainty: Certainty = "certain"
    hedges: tuple[Span, ...] = ()
    ended: bool = False
    """former, left, lifted, resigned: it was so and is no longer, as of the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Where the report says it got the story."""

    span: Span
    name: str
    """The outlet's or agency's name as the tables know it, else as written."""
    agency: bool
    place: Literal["dateline", "byline", "lead", "text", "tail"]
    score: float
    """0 to 1: how much this credit says that the whole report comes from there."""
    reason: str
    governs: Scope | None = None
    """Whose words it stands before: all of a copy's, those of the story retold, those of its paragraph; None of nobody's."""
    takes: Takes = "story"
    """What the report has from there: the story, a part of it, words that somebody said to the other, or what it rejects."""
    by: str | None = None
    """The outlet through which the report says it has it: "X, citing AP" has AP's by X."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What stands in one report, by its words alone."""

    report: Report
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    facts: tuple[Fact, ...] = ()
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report, read and resolved within itself: what `retold find` prints."""

    report: Report
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    facts: tuple[Fact, ...] = ()
    credits: tuple[Credit, ...] = ()
