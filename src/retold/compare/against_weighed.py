"""What signs speak for, by fitted weights: first whether two passages go together, then which kind of it.

Two questions are asked one after the other. Do both state one matter without parting over it (same, weaker, stronger)? And then,
which of the three it is, or which of the others. Each is a logistic regression; `against_weights.toml` has its weights, fitted to
labelled pairs (`python -m tests.quality.pairs_score ... --fit`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.compare.scales import Verdict, scales
from retold.tables import typed

TOGETHER: tuple[Verdict, ...] = ("same", "weaker", "stronger")
APART: tuple[Verdict, ...] = ("contradicts", "updates", "unrelated")
ALWAYS = "always"
LITTLE = "little in common"
TOLD = 3
"""Signs that a reason names at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each sign speaks, beyond what is usual of it, for going together and for each kind."""

    usual: Mapping[str, float]
    together: Mapping[str, float]
    kinds: Mapping[Verdict, Mapping[str, float]]


def weights() -> Weights:
    """Return what `against_weights.toml` says. Raises `TableError`."""
    return typed(Weights, "retold.compare", "against_weights.toml")


def shares(signs: Mapping[str, float], fitted: Weights | None = None) -> dict[Verdict, float]:
    """Return how likely each kind is by the signs, 0 to 1, all together 1; `fitted` are weights other than the table's."""
    by = fitted or weights()
    together = 1 / (1 + math.exp(-max(-30.0, min(30.0, _speaks(by.together, signs, by)))))
    found: dict[Verdict, float] = {}
    for half, share in ((TOGETHER, together), (APART, 1 - together)):
        odds = _odds([_speaks(by.kinds[kind], signs, by) for kind in half])
        found.update(zip(half, (share * each for each in odds), strict=True))
    return found


def verdict(signs: Mapping[str, float], fitted: Weights | None = None) -> tuple[Verdict, float]:
    """Return the kind that the signs speak for most, with its share.

    Whether two passages go together is decided first. What nothing turns round, or what may well be something else, is no
    contradiction.
    """
    likely, rules = shares(signs, fitted), scales()
    together = sum(likely[kind] for kind in TOGETHER) > sum(likely[kind] for kind in APART)
    among: Sequence[Verdict] = TOGETHER if together else APART
    turned = any(signs.get(sign) for sign in rules.turns)
    if not together and not (turned and likely["contradicts"] >= rules.least):
        among = [kind for kind in APART if kind != "contradicts"]
    best = max(among, key=lambda kind: likely[kind])
    if together and (hedged := _hedged(signs)):
        return hedged, sum(likely[kind] for kind in TOGETHER)
    return best, likely[best]


def _hedged(signs: Mapping[str, float]) -> Verdict | None:
    """Return what a hedge in one of two like wordings makes of the second, None where there is none or they are less alike.

    News seldom differ in a hedge alone, so that labelled pairs teach nothing of it.
    """
    least = min(signs.get("first in second", 0.0), signs.get("second in first", 0.0))
    if not signs.get("hedged") or least < scales().one_wording:
        return None
    return "weaker" if signs["hedged"] > 0 else "stronger"


def reason(signs: Mapping[str, float], kind: Verdict) -> str:
    """Return in words which signs spoke for a kind most, three of them.

    Of what makes passages alike only that there is little of it can speak for a kind that parts them.
    """
    by, rules = weights(), scales()
    spoke: dict[str, float] = defaultdict(float)
    for sign, value in signs.items():
        beyond = value - by.usual.get(sign, 0.0)
        said = beyond * ((1 if kind in TOGETHER else -1) * by.together.get(sign, 0.0) + by.kinds[kind].get(sign, 0.0))
        if sign in rules.likeness and kind in APART:
            spoke[LITTLE] += said if beyond < 0 else 0.0
        elif value and value * beyond > 0:
            spoke[sign if value > 0 else f"{sign}: the other way round"] += said
    best = sorted((words for words in spoke if spoke[words] > 0), key=lambda words: (-spoke[words], words))[:TOLD]
    return ", ".join(best) if best else "nothing speaks for anything else"


def _speaks(row: Mapping[str, float], signs: Mapping[str, float], by: Weights) -> float:
    return row.get(ALWAYS, 0.0) + sum(
        weight * (signs.get(sign, 0.0) - by.usual.get(sign, 0.0)) for sign, weight in row.items() if sign != ALWAYS
    )


def _odds(speaks: Sequence[float]) -> list[float]:
    most = max(speaks)
    odds = [math.exp(each - most) for each in speaks]
    return [odd / sum(odds) for odd in odds]
