"""Each pair of reports is judged once: its log odds are kept for all, what the two have in common for those that share enough.

Most pairs that are looked at share a few names and no more. They are turned away by what they share besides passages,
before their passages are held side by side.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from retold.compare import rarity, reuse
from retold.compare.affinity import Collection, Signals, odds, signals, weights, with_passages
from retold.compare.carried import looked_into

Pair = tuple[int, int]
"""Two reports by their places, the lower first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The pairs that were looked at."""

    given: Collection
    odds: dict[Pair, float] = field(default_factory=dict)
    common: dict[Pair, Signals] = field(default_factory=dict)

    def of(self, i: int, j: int) -> float:
        """Return the log odds of a pair, the lower one first."""
        if (i, j) not in self.odds:
            self._keep((i, j), signals(self.given, i, j))
        return self.odds[i, j]

    def shared(self, i: int, j: int) -> Signals:
        """Return what two members of a family have in common."""
        pair = (min(i, j), max(i, j))
        if pair not in self.common:
            self.common[pair] = signals(self.given, *pair)
        return self.common[pair]

    def pairs(self) -> tuple[AbstractSet[Pair], AbstractSet[Pair]]:
        """Return the pairs worth a look: those that share passages, and those whose facts and credits nearly suffice.

        Then those that are of two stories, of which one may carry a passage of the other: both credit one outlet.
        """
        worth, aside = reuse.candidates(self.given.shingles), set[Pair]()
        floor = _floor()
        for pair in rarity.candidates(self.given.rare["facts"]) - worth:
            found = signals(self.given, *pair, passages=False)
            value = odds(found)
            if value > floor:
                worth.add(pair)
                self._keep(pair, with_passages(self.given, pair, found))
            elif looked_into(found, value):
                aside.add(pair)
        return worth, aside

    def _keep(self, pair: Pair, found: Signals) -> None:
        value = self.odds[pair] = odds(found)
        if value > 0 or looked_into(found, value):
            self.common[pair] = found


def hopeful(given: Collection, pair: Pair) -> bool:
    """Return whether what two reports share besides passages nearly makes them likely to be of one original."""
    return odds(signals(given, *pair, passages=False)) > _floor()


def _floor() -> float:
    rows = weights()["grouping"]
    return float(rows["cut"] - rows["margin"])
