"""Reports and the originals that they descend from: pages of them, a report with its text, a family with its tellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from retold.model import Family, Reading, Telling, Trace
from retold.record.as_of import NOW, AsOf
from retold.record.case import Case
from retold.record.excerpt.fetch import ALL, Fetch, Parts
from retold.record.excerpt.page import MENTIONS, PAGE, Excerpt, Held, Page
from retold.record.excerpt.raw import RELATED
from retold.record.excerpt.selected import Selected, listing, selected


def reports(case: Case, as_of: AsOf = NOW, *, page: Page = PAGE, alone: bool = False, read: Parts | None = None) -> Excerpt:
    """Return reports by day of publication (unknown last), as readings with their tellings and families; only those that stand
    alone if that is asked for. With `read` the readings hold the text and these findings, else what is told of the report."""
    with case.snapshot():
        chosen = selected(case, as_of)
        names = [name for name, _, family in listing(chosen) if not (alone and family)]
        start, end = page.bounds
        fetch = Fetch(chosen)
        tellings, families = fetch.tellings(names[start:end])
        return replace(_told(fetch, tellings, families, read=read), total=len(names), first=start + 1)


def published(case: Case, as_of: AsOf) -> Set[str] | None:
    """Return the reports that the case ever held until then, whose last version was surely published by the day; None for any."""
    if as_of.published is None:
        return None
    with case.snapshot():
        chosen = selected(case, as_of)
        base = chosen.base
        query = "SELECT r.name, r.published FROM reports AS r WHERE EVER(r) ORDER BY r.version"
        days: Mapping[str, str | None] = base.once("days", lambda: dict(base.rows(query)))
        return chosen.once("published", lambda: _until(as_of, days))


def _until(as_of: AsOf, days: Mapping[str, str | None]) -> Set[str]:
    until = {day: as_of.includes(day) for day in set(days.values())}
    return {name for name, day in days.items() if until[day]}


def readings(case: Case, as_of: AsOf, names: Iterable[str], *, read: Parts = ALL) -> tuple[Reading, ...]:
    """Return some reports with their texts and what stands in them, or the findings `read`; those not known are left out."""
    with case.snapshot():
        return tuple(Fetch(selected(case, as_of)).readings(dict.fromkeys(names), read))


def texts(case: Case, as_of: AsOf, names: Iterable[str]) -> Mapping[str, str]:
    """Return the texts of some reports, by name; those not known are left out."""
    with case.snapshot():
        return Fetch(selected(case, as_of)).texts(dict.fromkeys(names))


def _told(fetch: Fetch, tellings: Sequence[Telling], families: Sequence[Family], *, read: Parts | None) -> Excerpt:
    """Return tellings with their reports, and which of their changes are told with claims."""
    names = [t.report for t in tellings]
    held = fetch.heads(names) if read is None else fetch.readings([*names, *_quoted(tellings)], read)
    trace = Trace(readings=tuple(held), tellings=tuple(tellings), families=tuple(families))
    return Excerpt(trace=trace, total=len(names), claimed=fetch.claimed(tellings))


def _quoted(tellings: Sequence[Telling]) -> list[str]:
    """Return the other reports whose words are told with what some reports carry and changed."""
    names = {t.report for t in tellings}
    carried = (c.source.report for t in tellings for c in t.carries)
    changed = (d.earlier.report for t in tellings for d in t.drift[:RELATED])
    return [name for name in dict.fromkeys((*carried, *changed)) if name not in names]


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
        stated = fetch.stated_in(name, [claim for (claim,) in claims])
        return Held(
            version=next(version for row, version, _, _ in versions if row == id_),
            versions=tuple((version, recorded, retracted) for _, version, recorded, retracted in versions),
            reading=found[0],
            telling=tellings[0] if tellings else None,
            family=families[0] if families else None,
            claims=tuple(sorted(stated, key=lambda c: (c.mentions[0].span, c.id))),
            actors=tuple(fetch.actors([actor for (actor,) in actors])),
        )


def families(case: Case, as_of: AsOf = NOW, *, page: Page = PAGE, members: int = MENTIONS, read: Parts | None = None) -> Excerpt:
    """Return the originals with most reports first, each with the tellings of its first `members` reports and these reports,
    with text and the findings `read` if these are named."""
    with case.snapshot():
        chosen = selected(case, as_of)
        ids = ranked(chosen)
        start, end = page.bounds
        fetch = Fetch(chosen)
        found = fetch.families(ids[start:end])
        names = [name for each in found for name in each.reports[:members]]
        tellings, _ = fetch.tellings(names)
        return replace(_told(fetch, tellings, found, read=read), total=len(ids), first=start + 1)


def family(case: Case, as_of: AsOf, id_: str, *, page: Page = PAGE, read: Parts | None = None) -> Excerpt | None:
    """Return a family with one page of its tellings; None if none of its reports is known."""
    with case.snapshot():
        fetch = Fetch(selected(case, as_of))
        found = fetch.families([id_])
        if not found:
            return None
        start, end = page.bounds
        names = found[0].reports[start:end]
        tellings, _ = fetch.tellings(names)
        return replace(_told(fetch, tellings, found, read=read), total=len(found[0].reports), first=start + 1)


def ranked(chosen: Selected) -> Sequence[str]:
    """Return the families, those of most reports first."""
    if chosen.state.origins is None:
        query = "SELECT f.family FROM families AS f WHERE SEEN(f) ORDER BY f.reports DESC, f.id"
        return chosen.once("families", lambda: [id_ for (id_,) in chosen.rows(query)])
    sizes = known(chosen)
    return chosen.once("families", lambda: sorted(sizes, key=lambda id_: (-sizes[id_], id_)))


def known(chosen: Selected) -> Mapping[str, int]:
    """Return each family of which a report is asked for, with how many of its reports are; where not all are asked for."""
    origins = chosen.state.origins or {}
    return chosen.once("sizes", lambda: Counter(origin for name, origin in origins.items() if origin != name))
