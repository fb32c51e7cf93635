"""A judgement about two reports is worth what its reason says: which words, facts, credits and days speak for it."""

from __future__ import annotations

from retold.compare.affinity import Collection, Signals


def percent(share: float) -> str:
    """Return a share as "82 percent"."""
    return f"{round(100 * min(1.0, share))} percent"


def because(given: Collection, i: int, j: int, found: Signals, rest: str) -> str:
    """Return in words why reports `i` and `j` are of one original, the rest of the judgement behind."""
    said = [f"beside {given.readings[j].report.name}: {rest}"]
    if found.agency is not None:
        said.append(f"both credit {found.agency}")
    elif found.against:
        said.append("they credit different outlets")
    if shared := _facts(given, i, j):
        said.append(f"both tell of {', '.join(shared)}")
    if found.gap is not None:
        said.append("published the same day" if found.gap == 0 else f"published {found.gap:g} days apart")
    return "; ".join(said)


def _facts(given: Collection, i: int, j: int, *, most: int = 3) -> list[str]:
    """Return the rarest names and numbers that both have, as report `i` writes them."""
    a, b = given.traits[i], given.traits[j]
    rare = given.rare["facts"].squares
    keys = sorted(a.facts & b.facts, key=lambda k: (-rare.get(k, 0.0), k))
    return [given.traits[i].written[k] for k in keys[:most]]
