"""The shelf follows the case: what came, went or changed since is taken up before one more report is compared.

A report is put there, compared, and then noted as done; whatever is interrupted between is done again, so no report looks
as if it had been compared when it was not.
"""

from __future__ import annotations

from collections.abc import Callable

from retold.compare.adding import Shelf, added, by_name, entry, unpacked
from retold.compare.fingerprints import fingerprint
from retold.compare.retellings import Compared, compared
from retold.errors import RetoldError
from retold.model import Reading

Current = Callable[[str], tuple[Reading, str] | None]
"""Gives the current reading of the report of a name, with its version."""
Watch = Callable[[str, int], None]


def catch_up(shelf: Shelf, current: Current, watch: Watch) -> None:
    """Make the shelf hold what the case holds: one by one, or all at once where most are missing.

    `watch` is told how many are "missing", and each that is "taken up".
    """
    surplus, missing = shelf.surplus(), shelf.missing()
    watch("missing", len(missing))
    if len(missing) > shelf.size() - len(surplus):
        _fill(shelf, current, watch)
        return
    for name in surplus:
        _take(shelf, name)
    for name in missing:
        held = current(name)
        try:
            if held:
                compared_with(shelf, *held)
        except (RetoldError, ImportError):
            raise
        except Exception:  # noqa: S110 - it stays missing, and is tried again with the next report
            pass
        watch("taken up", 1)


def compared_with(shelf: Shelf, reading: Reading, version: str, *, held: bool = False) -> Compared:
    """Return the places and families that are new with a report, which is then on the shelf; one that is `held` may be."""
    name = reading.report.name
    if not held or shelf.version(name) != version:
        _take(shelf, name)
        shelf.put([entry(fingerprint(reading))])
    found = added(shelf, name)
    shelf.pair(found.pairs)
    shelf.done({name: version})
    return found.compared


def _take(shelf: Shelf, name: str) -> None:
    for print in shelf.prints([name]).values():
        shelf.take(entry(unpacked(print)))


def _fill(shelf: Shelf, current: Current, watch: Watch) -> None:
    shelf.clear()
    prints, versions = [], dict[str, str]()
    for name in shelf.missing():
        held = current(name)
        if held:
            prints.append(fingerprint(held[0]))
            versions[name] = held[1]
        watch("taken up", 1)
    shelf.put(map(entry, prints))
    shelf.pair(by_name(prints, compared(prints)))
    shelf.done(versions)
