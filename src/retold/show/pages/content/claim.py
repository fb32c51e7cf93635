"""Claims by kind, and one claim with the wording of each report, its chain, its denials, relations and changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from retold.model import Claim, ClaimMention, Trace
from retold.record.excerpt import Page, claim, claims, counts, texts
from retold.show.pages.asked import Asked, NoSuchPage, heads, pages, words
from retold.show.pages.naming import around
from retold.tables import table

MOST = 50
"""Claims, or mentions of one claim, on a page."""
SHORT, BESIDE = 90, 110
"""Code points of a wording up to which it is shown with what stands beside it, and those of this on either side."""
FIRST = 6
"""Claims of each kind with which the page of all begins."""


def listed(asked: Asked) -> Mapping[str, Any]:
    """Return one page of the claims of a kind, or the first of each."""
    kind = asked.told("kind") or None
    kinds = counts(asked.case, asked.at.as_of).claims
    if kind and kind not in kinds:
        raise NoSuchPage
    shown = [kind] if kind else inside(kinds)
    page = asked.page(MOST) if kind else Page(most=FIRST)
    found = {each: claims(asked.case, asked.at.as_of, kind=each, page=page, mentions=4, related=False) for each in shown}
    which = pages(asked, found[kind].total if kind else 0, MOST)
    known = heads(asked.case, Trace(claims=tuple(claim for each in found.values() for claim in each.trace.claims)))
    return {"found": found, "kind": kind, "kinds": inside(kinds), "heads": known, "pages": which}


def inside(kinds: Mapping[str, int]) -> dict[str, int]:
    """Return how many claims there are of each kind, in the order in which pages have the kinds."""
    order: Mapping[str, str] = table("retold.show", "labels.toml")["pages"]
    return {kind: kinds[kind] for kind in dict.fromkeys((*order, *kinds)) if kind in kinds}


def content(asked: Asked) -> Mapping[str, Any]:
    """Return one claim with one page of its mentions."""
    found = claim(asked.case, asked.at.as_of, asked.told("id"), page=asked.page(MOST))
    if found is None or not found.trace.claims:
        raise NoSuchPage
    (one,) = found.trace.claims
    which = pages(asked, found.mentions.get(one.id, len(one.mentions)), MOST)
    told = texts(asked.case, asked.at.as_of, _quoted(one))
    others = {each.id: each for each in found.beside}
    names = {a.id: a for a in found.trace.actors}
    given = {
        "claim": one,
        "others": others,
        "actors": names,
        "heads": heads(asked.case, found.trace, _quoted(one)),
        "texts": words(told),
        "beside": lambda mention: _beside(told, mention),
    }
    return {**given, "pages": which}


def _beside(held: Mapping[str, str], mention: ClaimMention) -> tuple[str, str, str] | None:
    """Return a short wording with what stands before and behind it in its paragraph; None for one that says enough."""
    if mention.report not in held or mention.span.end - mention.span.start > SHORT:
        return None
    return around(held[mention.report], mention.span, BESIDE)


def _quoted(claim: Claim) -> Iterator[str]:
    """Yield the reports whose words the page of a claim shows."""
    yield from (mention.report for mention in claim.mentions)
    yield from (place.report for drift in claim.drift for place in (drift.earlier, drift.later))
    yield from (place.report for relation in claim.relations for place in (relation.here, relation.there) if place)
