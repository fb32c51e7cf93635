"""Reports and the originals that they descend from: pages of them, a report with its text, a family with its tellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from retold.model import Claim, Trace
from retold.record.as_of import NOW, AsOf
from retold.record.case import Case
from retold.record.excerpt.fetch import Fetch
from retold.record.excerpt.page import MENTIONS, PAGE, Excerpt, Held, Page
from retold.record.excerpt.selected import Selected, selected


def reports(case: Case, as_of: AsOf = NOW, *, page: Page = PAGE) -> Excerpt:
    """Return reports by day of publication (unknown last), as readings with their tellings and families, without texts."""
    with case.snapshot():
        chosen = selected(case, as_of)
        query = "SELECT r.name, r.published FROM reports AS r JOIN tellings AS t ON t.report = r.id WHERE HOLDS(t)"
        known = chosen.state.origins
        rows = [row for row in chosen.rows(query) if known is None or row[0] in known]
        names = [name for name, _ in sorted(rows, key=lambda row: (row[1] or "9999", row[0]))]
        start, end = page.bounds
        fetch = Fetch(chosen)
        tellings, families = fetch.tellings(names[start:end])
        heads = fetch.heads(names[start:end])
        trace = Trace(readings=tuple(heads), tellings=tuple(tellings), families=tuple(families))
        return Excerpt(trace=trace, total=len(names), first=start + 1)


def report(case: Case, as_of: AsOf, name: str) -> Held | None:
    """Return a report with its text and all that stands in it; None if it is not known."""
    with case.snapshot():
        chosen = selected(case, as_of)
        fetch = Fetch(chosen)
        found = fetch.readings([name])
        if not found:
            return None
        (id_,) = chosen.among([name]).values()
        tellings, families = fetch.tellings([name])
        query = "SELECT v.id, v.version, v.recorded_at, v.retracted_at FROM reports AS v WHERE v.name = ?2 ORDER BY v.version"
        versions = [(row, *rest) for row, *rest in chosen.rows(query, name) if as_of.moment is None or rest[1] <= as_of.moment]
        claims = chosen.rows("SELECT DISTINCT m.claim FROM claim_mentions AS m WHERE m.report = ?2 AND HOLDS(m)", id_)
        actors = chosen.rows("SELECT DISTINCT m.actor FROM members AS m WHERE m.report = ?2 AND HOLDS(m)", id_)
        stated = [_of(name, c) for c in fetch.claims([claim for (claim,) in claims])]
        return Held(
            version=next(version for row, version, _, _ in versions if row == id_),
            versions=tuple((version, recorded, retracted) for _, version, recorded, retracted in versions),
            reading=found[0],
            telling=tellings[0] if tellings else None,
            family=families[0] if families else None,
            claims=tuple(sorted(stated, key=lambda c: (c.mentions[0].span, c.id))),
            actors=tuple(fetch.actors([actor for (actor,) in actors])),
        )


def families(case: Case, as_of: AsOf = NOW, *, page: Page = PAGE, members: int = MENTIONS) -> Excerpt:
    """Return the originals with most reports first, each with the tellings of its first `members` reports and their heads."""
    with case.snapshot():
        chosen = selected(case, as_of)
        ids = ranked(chosen)
        start, end = page.bounds
        fetch = Fetch(chosen)
        found = fetch.families(ids[start:end])
        names = [name for each in found for name in each.reports[:members]]
        tellings, _ = fetch.tellings(names)
        trace = Trace(readings=tuple(fetch.heads(names)), tellings=tuple(tellings), families=tuple(found))
        return Excerpt(trace=trace, total=len(ids), first=start + 1)


def family(case: Case, as_of: AsOf, id_: str, *, page: Page = PAGE) -> Excerpt | None:
    """Return a family with one page of its tellings; None if none of its reports is known."""
    with case.snapshot():
        fetch = Fetch(selected(case, as_of))
        found = fetch.families([id_])
        if not found:
            return None
        start, end = page.bounds
        names = found[0].reports[start:end]
        tellings, _ = fetch.tellings(names)
        trace = Trace(readings=tuple(fetch.heads(names)), tellings=tuple(tellings), families=tuple(found))
        return Excerpt(trace=trace, total=len(found[0].reports), first=start + 1)


def ranked(chosen: Selected) -> Sequence[str]:
    """Return the families, those of most reports first."""
    origins = chosen.state.origins
    if origins is None:
        query = "SELECT f.family FROM families AS f WHERE HOLDS(f) ORDER BY f.reports DESC, f.id"
        return [id_ for (id_,) in chosen.rows(query)]
    sizes = Counter(origin for name, origin in origins.items() if origin != name)
    return sorted(sizes, key=lambda id_: (-sizes[id_], id_))


def _of(report: str, claim: Claim) -> Claim:
    """Return a claim with the mentions of one report alone."""
    mentions = tuple(m for m in claim.mentions if m.report == report)
    return replace(claim, mentions=mentions, weakest=None, strongest=None)
