"""Claims by kind, and one claim with the wording of each report, its chain, its denials, relations and changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from retold.model import Claim
from retold.record.excerpt import claim, claims, counts, texts
from retold.show.pages.asked import Asked, NoSuchPage, heads, pages, words

MOST = 50
"""Claims, or mentions of one claim, on a page."""


def listed(asked: Asked) -> Mapping[str, Any]:
    """Return one page of the claims of a kind, or of all."""
    kind = asked.told("kind") or None
    kinds = counts(asked.case, asked.at.as_of).claims
    if kind and kind not in kinds:
        raise NoSuchPage
    found = claims(asked.case, asked.at.as_of, kind=kind, page=asked.page(MOST), mentions=4, related=False)
    which = pages(asked, found.total, MOST)
    return {"found": found, "kind": kind, "kinds": kinds, "heads": heads(asked.case, found.trace), "pages": which}


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
    }
    return {**given, "pages": which}


def _quoted(claim: Claim) -> Iterator[str]:
    """Yield the reports whose words the page of a claim shows."""
    yield from (mention.report for mention in claim.mentions)
    yield from (place.report for drift in claim.drift for place in (drift.earlier, drift.later))
    yield from (place.report for relation in claim.relations for place in (relation.here, relation.there) if place)
