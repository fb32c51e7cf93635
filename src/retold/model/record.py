"""What many reports give together: actors, families of retellings, claims, and the trace that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from retold.model.found import Certainty, Kind, Period, Reading, Speaker, Stance
from retold.model.report import Problem, Span

Verdict = Literal["same", "different", "rejected", "confirmed", "dated", "alone", "with", "retells"]
"""What a person decided: two mentions are one or two; a finding is wrong or right; a time is another; a report stands alone, is
of one original with another, or retells it. Of a side of a fact: it is somebody ("same"), or nobody ("rejected"); of the kind
of somebody: he is of it ("same")."""
Side = Literal["subject", "object", "via"]
"""A party of a fact."""
What = Literal["fact", "attribution", "mention", "credit", "time", "drift", "claim", "report", "kind", Side]
"""What a finding is; of a claim, one report's wording of it; a side of a fact; a whole report, whose day is meant; of whom
a mention means, what he is."""
State = Literal["governs", "overruled", "waits"]
"""What became of a ruling: a later one cannot hold beside it, or what it speaks of is not there any more."""
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
class Carried:
    """A passage that a report has in common with a family, or with a report, of which the whole of it is none."""

    span: Span
    source: Passage
    """Where it stands in the other report; which of the two had it first is said where it is known."""
    family: str | None = None
    """The other report's family, None where that stands alone."""
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
    carries: tuple[Carried, ...] = ()
    """Passages that it shares with families other than its own, in order of its text."""
    ruled: tuple[Mark, ...] = ()
    """What people ruled on its place and on what it credits and changed."""


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
    ruled: tuple[Mark, ...] = ()
    """What people ruled on it, and on what it rests on."""

    @property
    def only_denied(self) -> bool:
        """Whether all who tell it say that it is not so: what is denied is never one claim with what is asserted.

        Of statements it is so of what somebody is told to deny ("that he had met her"), not of one with a "not" of its own.
        """
        first = self.mentions[0] if self.mentions else None
        return first is not None and first.stance == "denied" and (self.kind != "statement" or first.fact is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What somebody decided, for good: about two mentions, a finding, a time, or whose retelling a report is.

    It is known by places and the words there, which stay when ids change; no run undoes it.
    """

    id: int = 0
    """Its number in the case; 0 of one that is not kept yet."""
    verdict: Verdict
    one: Passage
    """Of a whole report, the empty span at its start."""
    other: Passage | None = None
    """The other mention, or the other report."""
    words: tuple[str, ...]
    """What stands at these places."""
    what: What | None = None
    """What the finding is; None where it is about mentions or whole reports."""
    kind: str | None = None
    """The fact's or the drift's kind."""
    about: str | None = None
    """What tells it from others of its kind at its place: a fact's parties, an attribution's source, a drift's reason."""
    period: Period | None = None
    """The time as it was corrected."""
    named: str | None = None
    """Whom a side of a fact is, by a name that no report at hand has; who is mentioned in one is `other`."""
    sort: Kind | None = None
    """What he is who is so named, or whose kind was ruled."""
    reason: str = ""
    by: str | None = None
    at: str | None = None
    """When it was kept; None of one that is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a person ruled on something that is told: the ruling's number, what it did, by whom and why."""

    ruling: int
    did: str
    """What it did: "confirmed", "time corrected", "attribution rejected" ..."""
    by: str | None
    reason: str
    passage: Passage
    """The words that it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The whole record of an affair as of one run."""

    readings: tuple[Reading, ...] = ()
    tellings: tuple[Telling, ...] = ()
    families: tuple[Family, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
