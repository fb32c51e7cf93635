"""What many reports give together: actors, families of retellings, claims, and the trace that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from retold.model.found import Certainty, Kind, Period, Reading, Speaker, Stance
from retold.model.report import Problem, Span

Verdict = Literal["same", "different"]
Role = Literal["origin", "verbatim copy", "edited copy", "rewrite", "translation", "brief mention", "independent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A chain of one report, as part of an actor; `score` and `reason` say why it was taken for the same."""

    report: str
    chain: str
    score: float = 1.0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person or body across reports."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A place in a report."""

    report: str
    span: Span


Openness = Literal["credited", "in passing", "middleman only", "unnamed media", "nobody"]
"""How openly a report says from whom it has its story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What a family descends from: a report that we hold, or one that is only named."""

    name: str
    """The agency's or outlet's name."""
    held: bool
    report: str | None = None
    published: str | None = None
    """Its day; of one that is not held, as reports tell it."""
    byline: str | None = None
    """Who wrote one that is not held, as the reports that carry it tell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What a report says of where its story comes from, beside what is known of that."""

    kind: Openness
    span: Span | None = None
    """The words that it rests on; None where nothing is said."""
    besides: Span | None = None
    """Words that claim more sources, where the one original is behind them."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report's place among the retellings. `score` is 0 to 1, `reason` says what it rests on."""

    report: str
    role: Role
    family: str | None = None
    retells: str | None = None
    """The held report it follows most closely, where direction is known."""
    original: Original | None = None
    credits: tuple[str, ...] = ()
    score: float = 1.0
    reason: str = ""
    through: tuple[str, ...] = ()
    """From whom the report has the story, nearest first and the original last, as far as any report tells."""
    declares: Declaration | None = None
    """What it says of that; None of an original, and of a report that retells none."""
    drift: tuple[Drift, ...] = ()
    """What it changed in what it retells, in order of its text; what concerns a claim stands with the claim too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Reports that descend from one original."""

    id: str
    original: Original
    reports: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMention:
    """One report's wording of a claim, with the chain through which the words reached us, this outlet first."""

    report: str
    span: Span
    fact: str | None
    """The fact that states it; None where words state it in which no typed fact was found."""
    stance: Stance
    certainty: Certainty
    attribution: str | None = None
    """The attribution whose content states it, where no fact does."""
    hedges: tuple[Span, ...] = ()
    chain: tuple[str, ...] = ()
    speaker: Speaker | None = None
    score: float = 1.0
    reason: str = ""
    """Why it was taken for the same claim as the first mention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The mention that commits its report least or most to a claim: its place among the mentions, and why it is that one."""

    mention: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What this claim is to another: corroborates, contradicts, updates, updated by, later, earlier or other holder, denied by,
    denies, or not established, where it is one of these and nothing tells which."""

    kind: str
    claim: str
    by: str | None = None
    """Who denies, for "denied by"."""
    score: float
    reason: str
    here: Passage | None = None
    """The words of this claim that the relation rests on; `there` those of the other."""
    there: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """What changed between two tellings: attribution dropped, hedge dropped, number changed, source count changed ..."""

    kind: str
    earlier: Passage
    later: Passage
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one or more reports state."""

    id: str
    kind: str
    text: str
    """The words of the first mention: the earliest telling that states it in the text, not in a headline."""
    subject: str | None
    """The party's name or, for one who is only described, the description."""
    object: str | None
    subject_actor: str | None
    """The party's actor id, where the party is an actor of the record."""
    object_actor: str | None
    period: Period | None
    mentions: tuple[ClaimMention, ...]
    reports: int
    origins: int
    """Families and independent reports behind it."""
    asserted_by: tuple[str, ...] = ()
    """Who says that it is so: speakers, and outlets in their own voice."""
    denied_by: tuple[str, ...] = ()
    weakest: Wording | None = None
    """The wording that commits its report least; None where no two mentions differ in that."""
    strongest: Wording | None = None
    relations: tuple[Relation, ...] = ()
    drift: tuple[Drift, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What somebody decided about two mentions, for good: that they are one person or body, or that they are two.

    It is known by the places of the mentions, which stay when ids change; no run undoes it.
    """

    id: int
    verdict: Verdict
    one: Passage
    other: Passage
    words: tuple[str, str]
    """What the reports call the two at these places."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The whole record of an affair as of one run."""

    readings: tuple[Reading, ...] = ()
    tellings: tuple[Telling, ...] = ()
    families: tuple[Family, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
