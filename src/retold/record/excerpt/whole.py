"""All of a record as of then, as one trace: for what fits into memory, and for the JSON."""

from __future__ import annotations

from retold.model import Actor, Problem, Trace
from retold.record.as_of import NOW, AsOf
from retold.record.case import Case
from retold.record.excerpt.fetch import Fetch
from retold.record.excerpt.selected import Selected, selected
from retold.record.pack import unpack


def whole(case: Case, as_of: AsOf = NOW) -> Trace:
    """Return all of a record as of then. Raises `CaseError`."""
    if as_of == NOW:
        return case.trace()
    with case.snapshot():
        chosen = selected(case, as_of)
        fetch = Fetch(chosen)
        query = "SELECT r.name FROM tellings AS t JOIN reports AS r ON r.id = t.report WHERE SEEN(t)"
        known = chosen.state.origins
        names = sorted(name for (name,) in chosen.rows(query) if known is None or name in known)
        tellings, _ = fetch.tellings(names)
        families = fetch.families(id_ for (id_,) in chosen.rows("SELECT f.family FROM families AS f WHERE SEEN(f)"))
        first = {name: n for n, name in enumerate(names)}
        problems = chosen.rows("SELECT p.json FROM problems AS p WHERE HOLDS(p) ORDER BY p.id")
        return Trace(
            readings=tuple(fetch.readings(names)),
            tellings=tuple(tellings),
            families=tuple(sorted(families, key=lambda f: min(first[name] for name in f.reports))),
            actors=_actors(chosen, fetch),
            claims=tuple(fetch.all_claims(list(chosen.order.all))),
            problems=tuple(unpack(json, Problem) for (json,) in problems),
        )


def _actors(chosen: Selected, fetch: Fetch) -> tuple[Actor, ...]:
    rows = chosen.rows("SELECT a.actor FROM actors AS a WHERE SEEN(a) ORDER BY a.id")
    found = fetch.all_actors([id_ for (id_,) in rows])
    return tuple(sorted(found, key=lambda a: -len(a.members)))
