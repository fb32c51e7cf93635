"""A hyphen joins the halves of one name, or two names that a report has met before ("the Doe-Roe talks").

Which of the two only the whole report tells: two names are joined where both halves are called so elsewhere, or where both
are names of several words ("Selm Post-Vale News").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from retold.find.names.headline import last_words
from retold.find.names.kinds import key
from retold.find.names.runs import Run
from retold.find.names.tables import bodies

HYPHENS = frozenset({"-", "\u2010", "\u2011", "\u2013"})


def parted(found: Mapping[int, Sequence[Run]]) -> dict[int, tuple[Run, ...]]:
    """Return the runs of each passage, those parted at their hyphen that are two names."""
    every = [run for rows in found.values() for run in rows]
    if not any(HYPHENS.intersection(run.words) for run in every):
        return {passage: tuple(rows) for passage, rows in found.items()}
    names = last_words(every) | {key(run.words) for run in every if HYPHENS.isdisjoint(run.words)}
    return {passage: tuple(part for run in rows for part in _parts(run, names)) for passage, rows in found.items()}


def _parts(run: Run, names: frozenset[str]) -> Iterator[Run]:
    words = run.words
    at = next((n for n, word in enumerate(words) if word in HYPHENS), 0)
    left, right = words[:at], words[at + 1 :]
    if not left or not right or not (_two(left, right) or (key(left) in names and key(right) in names)):
        yield run
        return
    yield replace(run, last=run.first + at - 1)
    yield replace(run, first=run.first + at + 1, title=None, lead=None, country=None)


def _two(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether both halves are names of several words and one of them a body's."""
    return len(left) > 1 and len(right) > 1 and (left[-1] in bodies().names or right[-1] in bodies().names)
