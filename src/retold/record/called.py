"""A report is known by the path under which it was read; who names it by another path to it, or by its end, means the same."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import PurePath

from retold.errors import ReportError, meant
from retold.record.case import Case
from retold.record.pack import keepable

SHOWN = 5
"""Of the reports that a name may mean, how many are told."""
_HELD = "SELECT name FROM reports WHERE retracted_at IS NULL ORDER BY name"
_EVER = "SELECT DISTINCT name FROM reports ORDER BY name"


def called(case: Case, name: str, *, ever: bool = False) -> str:
    """Return the report of the case that a user means, as the case names it; with `ever` one that it held once, too.

    It is the one of this very name; else of this path, as seen from the working folder; else one with whose path this path
    ends, or whose path ends so. Raises `ReportError` where there is none, or several.
    """
    names = [each for (each,) in case.select(_EVER if ever else _HELD)] if keepable(name) else []
    if name in names:
        return name
    whole, parts = os.path.abspath(name), _parts(name)  # noqa: PTH100 - without following links, which the case did not
    for found in (
        [each for each in names if os.path.abspath(each) == whole],  # noqa: PTH100
        [each for each in names if _ends(_parts(whole), _parts(each))],
        [each for each in names if _ends(_parts(each), parts)],
    ):
        if found:
            return _one(case, name, found)
    raise ReportError(name, f"is not in {case.path}{meant(_alike(names, parts))}")


def _one(case: Case, name: str, found: list[str]) -> str:
    if len(found) == 1:
        return found[0]
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    raise ReportError(name, f"several reports of {case.path} are called so: {', '.join(found[:SHOWN])}{more}; say which")


def _parts(name: str) -> tuple[str, ...]:
    """Return the folders and the file of a path, whatever sign stands between them."""
    return PurePath(os.path.normpath(name.replace("\\", "/"))).parts if name else ()


def _ends(path: tuple[str, ...], end: tuple[str, ...]) -> bool:
    return bool(end) and path[-len(end) :] == end


def _alike(names: Iterable[str], parts: tuple[str, ...]) -> list[str]:
    """Return the reports whose file has the name of the one that was meant."""
    return [each for each in names if _ends(_parts(each), parts[-1:])]
