"""What is left of a family, and of a report's place in it, when only some of the reports are known.

Who stands in front of the others may then be another report; of an original that only unknown reports credit nothing is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from retold.model import Family, Original, Telling
from retold.record.excerpt.left import KnownReports, drift_known

_ALONE: dict[str, Any] = {
    "role": "independent",
    "family": None,
    "retells": None,
    "original": None,
    "through": (),
    "declares": None,
    "reason": "no other report that is known here is of one original with it",
}


def family_left(family: Family, credits: Mapping[str, Sequence[str]], known: KnownReports) -> Family | None:
    """Return what is known of a family; None where one report is all that is known of it, and credits no original.

    `credits` is whom each known report of it names for what it tells.
    """
    names = tuple(n for n in family.reports if n in known)
    crediting = sum(family.original.name in credits.get(n, ()) for n in names)
    if len(names) == len(family.reports) and (not family.original.held or family.original.report in known):
        return family
    if not names or (len(names) == 1 and not (crediting and family.original.report != names[0])):
        return None
    original = _original(family, names, crediting, known)
    return replace(family, original=original, reports=names, reason=_reason(original, crediting, len(names)))


def _original(family: Family, names: Sequence[str], crediting: int, known: KnownReports) -> Original:
    """Return the original as known: held if its report is, else as known reports credit it, else the first of these."""
    if family.original.held and family.original.report in known:
        return family.original
    first = min(names, key=lambda name: (known.published(name)[0] or "9999", name))
    day, outlet = known.published(first)
    if crediting:  # its day may be one that only a later report tells, but for the day by which it was out
        out = family.original.published if day and family.original.published == day[:10] else None
        return Original(name=family.original.name, held=False, published=out)
    return Original(name=outlet or first, held=True, report=first, published=day)


def _reason(original: Original, crediting: int, count: int) -> str:
    if crediting:
        held = "which published this report" if original.held else "whose own report is not held"
        return f"{crediting} of {count} reports credit {original.name}, {held}"
    return "nobody is credited, and this is the first of those that are known"


def telling_left(telling: Telling, family: Family | None, known: KnownReports) -> Telling:
    """Return a known report's place; `family` is what is left of its own."""
    kept = replace(
        telling,
        drift=tuple(d for d in telling.drift if drift_known(d, known)),
        carries=tuple(c for c in telling.carries if c.source.report in known),
        ruled=tuple(mark for mark in telling.ruled if mark.passage.report in known),
    )
    if telling.family is None:
        return kept
    if family is None:
        return replace(kept, **_ALONE)
    followed = telling.retells is None or telling.retells in known
    if followed and telling.original == family.original:
        return kept
    if family.original.report == telling.report:
        return replace(
            kept, role="origin", original=family.original, retells=None, through=(), declares=None, reason=family.reason
        )
    return replace(
        kept,
        original=family.original,
        retells=telling.retells if followed else None,
        through=telling.through if _same(telling.original, family.original) else (family.original.name,),
        declares=telling.declares if _same(telling.original, family.original) else None,
        reason=telling.reason if followed else "judged beside a report that is not known here",
    )


def _same(one: Original | None, other: Original) -> bool:
    return one is not None and one.name == other.name
