"""What is claimed: each claim once, numbered, with the chains through which it reached us, and what was changed in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from retold.model import Claim, ClaimMention, Relation, Trace
from retold.show.brief.lines import SHORT, Line, Numbers, first_place, parties, place, place_of, quoted, ref, support
from retold.show.marks import marked
from retold.tables import table

DENIALS = ("denies", "denied by")
"""Relations that the line on who denies a claim has told."""


def numbered(trace: Trace) -> Numbers:
    """Return the number of each claim that the section shows, in the order in which it shows them."""
    kinds: dict[str, str] = table("retold.show", "labels.toml")["claims"]
    shown = [c.id for kind in kinds for c in trace.claims if c.kind == kind]
    return {id_: n for n, id_ in enumerate(shown, start=1)}


def claims(trace: Trace, numbers: Numbers) -> Iterator[Line]:
    """Yield the claims by kind; those of most origins first."""
    headings: dict[str, str] = table("retold.show", "labels.toml")["claims"]
    by_id = {c.id: c for c in trace.claims}
    for kind, heading in headings.items():
        of_kind = [c for c in trace.claims if c.kind == kind]
        if of_kind:
            yield Line(text=heading)
        for claim in of_kind:
            yield from claim_lines(claim, by_id, numbers)


def claim_lines(claim: Claim, by_id: Mapping[str, Claim], numbers: Numbers) -> Iterator[Line]:
    """Yield what a claim states, each wording of it that it holds, denials, relations and changes."""
    told = _told(claim)
    head = f"{ref(claim, numbers)}{parties(claim)}{quoted(claim.text)}"
    if len(told) == 1:
        yield Line(text=f"{head} — {told[0][0]}", place=first_place(claim), depth=1)
    else:
        head += support(claim, ruled=False)
        yield Line(text=head, place=first_place(claim), depth=1)
        yield from (Line(text=text, place=place(m.report, m.span), depth=2) for text, m in told)
    yield from _ends(claim)
    yield from (Line(text=text, depth=2) for text in marked(claim.ruled))
    if claim.denied_by:
        yield Line(text=f"denied by {', '.join(claim.denied_by)}", depth=2)
    yield from (relation(r, by_id, numbers) for r in claim.relations if r.kind not in DENIALS and r.claim in by_id)
    for drift in claim.drift:
        yield Line(text=f"! {drift.kind}: {drift.reason}, from {place_of(drift.earlier)}", place=place_of(drift.later), depth=2)


def _ends(claim: Claim) -> Iterator[Line]:
    """The weakest and the strongest wording, where they differ in more than whose word it is: that the chains tell."""
    if claim.weakest is None or claim.strongest is None:
        return
    least, most = (claim.mentions[each.mention] for each in (claim.weakest, claim.strongest))
    if (least.stance, least.certainty) != (most.stance, most.certainty):
        yield Line(text=f"weakest: {claim.weakest.reason}", place=place(least.report, least.span), depth=2)
        yield Line(text=f"strongest: {claim.strongest.reason}", place=place(most.report, most.span), depth=2)


def _told(claim: Claim) -> list[tuple[str, ClaimMention]]:
    """The chain and stance of each mention; a report that says it twice in the same way says it once."""
    told: dict[tuple[str, str], ClaimMention] = {}
    for mention in claim.mentions:
        told.setdefault((mention.report, " < ".join(mention.chain) + said(mention)), mention)
    return [(text, mention) for (_, text), mention in told.items()]


def said(mention: ClaimMention) -> str:
    """Return stance and hedges in words; a flat assertion needs none."""
    words = [w for w in (mention.stance, mention.certainty) if w not in ("asserted", "certain")]
    return f" ({', '.join(words)})" if words else ""


def relation(found: Relation, by_id: Mapping[str, Claim], numbers: Numbers, depth: int = 2) -> Line:
    """Return what a claim is to another, with the reason."""
    other = by_id[found.claim]
    named = f"[{numbers[other.id]}]" if other.id in numbers else other.subject or quoted(other.text, SHORT)
    kind = "not established how it stands to" if found.kind == "not established" else found.kind
    at = place_of(found.there) if found.there else first_place(other)
    return Line(text=f"{kind} {named}: {found.reason}", place=at, depth=depth)
