"""How alike two wordings are, by the content words and numbers that they share.

Words are folded to Latin letters without case and accents and cut to their first six letters, which joins "sanction",
"sanctions" and "sanctioned" well enough for one affair; function words do not count. The measure is the overlap
coefficient (shared over the smaller set), since a retelling often says the same in fewer words.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from anyascii import anyascii

from retold.tables import table

_WORD = re.compile(r"[^\W_]+(?:[.,'’\-][^\W_]+)*")
STEM = 6


def stems(words: str) -> frozenset[str]:
    """Return the content words of `words`, folded and cut; numbers stay whole."""
    dull = _function_words()
    folded = (fold(w).replace("'s", "") for w in _WORD.findall(words))
    return frozenset(w if w[0].isdigit() else w[:STEM] for w in folded if w and w not in dull)


@cache
def stems_of(listed: tuple[str, ...]) -> frozenset[str]:
    """Return the content words of all words and phrases of a list, folded and cut."""
    return frozenset().union(*map(stems, listed))


def fold(words: str) -> str:
    """Return words in Latin letters without case and accents."""
    return anyascii(words).casefold()


def likeness(a: AbstractSet[str], b: AbstractSet[str]) -> float:
    """Return the overlap coefficient of two sets of stems, 0 to 1; two sets of under two words are alike only if equal."""
    smaller = min(len(a), len(b))
    if smaller < 2:
        return 1.0 if a == b and a else 0.0
    return len(a & b) / smaller


def _function_words() -> frozenset[str]:
    return frozenset(table("retold.compare", "words.toml")["function_words"])
