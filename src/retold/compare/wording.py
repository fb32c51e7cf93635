"""A judgement about two reports is worth what its reason says: which words, facts, credits and days speak for it."""

from __future__ import annotations

from pathlib import PurePath

from retold.compare.affinity import Collection, Signals
from retold.tables import table


def percent(share: float) -> str:
    """Return a share as "82 percent"."""
    return f"{round(100 * min(1.0, share))} percent"


def called(given: Collection, j: int, i: int) -> str:
    """Return what a reader of report `i` calls report `j`: its outlet, or its file where that is not known or the same."""
    report, mine = given.readings[j].report, given.readings[i].report
    return report.outlet if report.outlet and report.outlet != mine.outlet else PurePath(report.name).name


def because(given: Collection, i: int, j: int, found: Signals, rest: str) -> str:
    """Return in words why reports `i` and `j` are of one original, the rest of the judgement behind."""
    said = [f"beside {called(given, j, i)}: {rest}"]
    if found.agency in given.credits[i] and found.agency in given.credits[j]:
        said.append(f"both credit {found.agency}")
    elif found.against:
        said.append("they credit different outlets")
    if shared := _facts(given, i, j):
        said.append(f"both tell of {', '.join(shared)}")
    if found.gap is not None:
        said.append("published the same day" if found.gap == 0 else f"published {days(found.gap)} apart")
    return "; ".join(said)


def days(gap: float) -> str:
    """Return a number of days as "1 day" or "3 days"."""
    return "1 day" if gap == 1 else f"{gap:,.0f} days"


def declared(given: Collection, i: int, original: str) -> str:
    """Return in words what a report says of where its story comes from, and what it leaves out or adds."""
    names = " and ".join(given.credits[i])
    if not names:
        return "it credits nobody"
    if original not in given.credits[i] and original in given.through[i]:
        return f"it credits {names} only, not {original}"
    more = _others(given, i, original)
    return f"it credits {names}" + (f" and speaks of “{more}” besides: here the one original is behind it" if more else "")


def _others(given: Collection, i: int, original: str) -> str | None:
    """Return the words behind the original's name that claim more sources than the one."""
    rows = table("retold.compare", "declared.toml")
    reach, words = rows["bounds"]["near"], rows["besides"]["words"]
    behind = [given.behind[i][c.span.end][:reach].lower() for c in given.readings[i].credits if c.name == original]
    return next((w for text in behind for w in words if w in text), None)


def _facts(given: Collection, i: int, j: int, *, most: int = 3) -> list[str]:
    """Return the names and larger numbers that both have, the rarest first, as report `i` writes them."""
    a, b = given.traits[i], given.traits[j]
    rare = given.rare["facts"].squares
    written, other = a.sure, b.sure  # a word that opens a sentence in one of them may be any word
    shared = a.facts & b.facts & written.keys() & other.keys()
    return [written[k] for k in sorted(shared, key=lambda k: (_telling(k), -rare.get(k, 0.0), k))[:most]]


def _telling(key: str) -> int:
    """Return the rank of a fact: large numbers say most by themselves, small ones and years least."""
    if not key.startswith("N:"):
        return 1
    return 2 if float(key[2:]) < 3000 else 0
