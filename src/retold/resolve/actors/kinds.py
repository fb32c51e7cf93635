"""One name is one kind of thing in all reports: what most of them take it for outvotes what one of them does.

A single report may take a surname that nobody introduces for a body, or an agency for a person. The same word alone may
also be somebody's surname: then all reports that name that person in full vote for the person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from retold.model import Chain, Kind, Reading
from retold.resolve.names import adjective, fold, person_parts
from retold.tables import table

Row = tuple[str, Chain]
Votes = dict[str, dict[Kind, float]]
ACTS = 0.25
"""The share of a place's reports in which it acts, as a state or a government does, that makes an actor of it."""


def settled(readings: Sequence[Reading]) -> list[Row]:
    """Return report and chain of every chain with a name, its kind as most reports have it; adjectives are left out."""
    rows = [(r, c) for r in readings for c in r.chains if c.name]
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for reading, chain in rows:
        votes[_key(chain)][chain.kind] += _weight(reading, chain)
    _surnames(votes)
    known = {key: _winner(tally) for key, tally in votes.items()}
    single = [key for key, kind in known.items() if " " not in key and kind in ("place", "body")]
    odd = _adjectives([key for key in votes if " " not in key], single)
    acting = {key for key, tally in votes.items() if tally.get("body", 0.0) >= ACTS * sum(tally.values())}
    made = [(r.report.name, _as(c, known[_key(c)])) for r, c in rows if _key(c) not in odd or c.country]
    return [(name, chain) for name, chain in made if chain.kind != "place" or chain.country or _key(chain) in acting]


def _key(chain: Chain) -> str:
    return " ".join(p for p in fold(chain.name or "").split() if p != "the") or (chain.name or "")


def _weight(reading: Reading, chain: Chain) -> float:
    """Return how much a report's word weighs: less where nothing was parsed, more where a title stood with the name."""
    parsed = reading.report.language in (None, "en")
    least: float = table("retold.resolve.actors", "actors.toml")["unparsed"]
    return (1.0 if parsed else least) + (chain.kind == "person" and bool(chain.titles))


def _surnames(votes: Votes) -> None:
    """Let those who are named in full vote for their surname alone, where one person alone has it."""
    holders: dict[str, set[str]] = defaultdict(set)
    for key, tally in votes.items():
        parts = person_parts(key)
        if len(parts) > 1 and _winner(tally) == "person":
            holders[parts[-1]].add(key)
    for surname, names in holders.items():
        if len(names) == 1 and surname in votes:
            votes[surname]["person"] += votes[next(iter(names))]["person"]


def _winner(tally: dict[Kind, float]) -> Kind:
    """Return the kind with most weight; among equals a body before a place before a person, who would be named in full."""
    order: tuple[Kind, ...] = ("body", "place", "person", "other")
    return max(order, key=lambda kind: (tally.get(kind, 0.0), -order.index(kind)))


def _adjectives(words: Iterable[str], places: Sequence[str]) -> frozenset[str]:
    """Return the single words that are adjectives of a place or state that the reports name."""
    by_stem: dict[str, list[str]] = defaultdict(list)
    for place in places:
        by_stem[place[:4]].append(place)
    return frozenset(w for w in words if adjective(w, by_stem.get(w[:4], ())))


def _as(chain: Chain, kind: Kind) -> Chain:
    """Return the chain with the kind that most reports give the name; a place that acts somewhere is a body there."""
    if "person" not in (chain.kind, kind):
        return chain
    return replace(chain, kind=kind)
