"""One more report is compared with what a case holds without comparing the rest of it anew.

Stage modules are imported when they are first needed, as in the pipeline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from retold.errors import RetoldError
from retold.model import Family, Problem, Reading, Report, Telling
from retold.pipeline import Watch, in_order, read, read_and_found

if TYPE_CHECKING:
    from retold.compare.retellings import Compared
    from retold.read import Bounds
    from retold.record.case import Case
    from retold.record.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A report that was added to a case, and the places and families that are new with it, those of its kin included."""

    report: str
    state: Literal["new", "changed", "held"]
    """Whether the case did not hold it, held another version of it, or this very one."""
    readings: tuple[Reading, ...]
    tellings: tuple[Telling, ...]
    """Each with what it declares and through whom it has its story; what was changed only of the one that was added."""
    families: tuple[Family, ...]

    @property
    def telling(self) -> Telling:
        """The place of the report that was added."""
        return next(t for t in self.tellings if t.report == self.report)


def add(
    paths: str | Path | Sequence[str | Path],
    *,
    case: Case,
    metadata: Path | None = None,
    bounds: Bounds | None = None,
    watch: Watch = lambda _done, _count: None,
) -> Iterator[Joined | Problem]:
    """Add reports to a case; yield for each the places and families that are new with it, or a `Problem`.

    Only the family that it joins is compared anew, by what the case keeps of the others, which the first call makes.
    Each report is kept as soon as it is read, and one that the case holds in this version is only looked up. Actors and
    claims follow with the next `trace`. Raises `CaseError` and `MetadataError`.
    """
    from retold.compare.shelved import catch_up

    shelf = case.shelf()
    catch_up(shelf, case.current, watch)
    before: dict[str, tuple[Reading, str] | None] = {}

    def known(name: str) -> Report | None:
        before[name] = case.current(name)
        return case.last(name) if metadata is None else None

    held = [name for (name,) in case.select("SELECT name FROM reports WHERE retracted_at IS NULL")] if metadata else []
    for found in read_and_found(read(paths, metadata=metadata, bounds=bounds, beside=held), case, known):
        watch("found", 1)
        yield found if isinstance(found, Problem) else _joined(case, shelf, found.report.name, before.pop(found.report.name))


def _joined(case: Case, shelf: Shelf, name: str, before: tuple[Reading, str] | None) -> Joined | Problem:
    """Return the place of a report that the case holds; that one cannot be compared is a problem of this one."""
    from retold.compare.shelved import compared_with

    try:
        current = case.current(name)
        if current is None:
            return Problem(where=name, why="was removed from the case meanwhile")
        found = compared_with(shelf, *current, held=current == before)
        state: Literal["new", "changed", "held"] = "changed" if before else "new"
        if before and before[1] == current[1]:
            state = "held"
        return _explained(case, shelf, found, Joined(report=name, state=state, readings=(), tellings=(), families=()))
    except (RetoldError, ImportError):
        raise  # a case or a table that cannot be used: no report's fault
    except Exception as error:
        return Problem(where=name, why=f"is kept, but could not be compared: {type(error).__name__}: {error}")


def _explained(case: Case, shelf: Shelf, found: Compared, joined: Joined) -> Joined:
    """Return places with what each declares of its source, and with what the report that was added changed."""
    from retold.compare.adding import credited_here
    from retold.compare.carried import carried
    from retold.compare.declared import declared
    from retold.compare.drift.joined import joined_drift
    from retold.resolve.redated import redated

    def held(names: Iterable[str]) -> list[Reading]:
        return [current[0] for name in names if (current := case.current(name))]

    readings = held(t.report for t in found.tellings)
    tellings, families = declared(readings, carried(readings, found.tellings, found.shared), found.families)
    readings = list(redated(readings, tellings))
    names = {r.report.name for r in readings}
    (new,) = (r for r in readings if r.report.name == joined.report)
    others = held(name for name in credited_here(shelf, new) if name not in names)
    changed = joined_drift(joined.report, in_order([*readings, *others]), tellings)
    tellings = tuple(replace(t, drift=changed) if t.report == joined.report else t for t in tellings)
    return replace(joined, readings=tuple(readings), tellings=tellings, families=families)
