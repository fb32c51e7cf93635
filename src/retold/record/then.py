"""Rows are never rewritten, so which of them were held at a moment can be asked of any query, in words that stand for it.

HOLDS(x) stands for "the row x was held then", EVER(x) for "then or before"; SEEN(x) is HOLDS(x) for a question that reads all
rows and has an index of its own. A query is told once for now, in the very words by which an index is limited to what holds
now, and once for a moment, which is its first argument.
"""

from __future__ import annotations

import re
from functools import cache

_WORDS = re.compile(r"(HOLDS|SEEN|EVER)\((\w+)\)")
_NOW = {"HOLDS": "{0}.retracted_at IS NULL", "SEEN": "+{0}.retracted_at IS NULL", "EVER": "1"}
_HELD = "({0}.recorded_at <= ?1 AND ({0}.retracted_at IS NULL OR {0}.retracted_at > ?1))"
_THEN = {"HOLDS": _HELD, "SEEN": _HELD, "EVER": "{0}.recorded_at <= ?1"}


@cache
def told(query: str, *, now: bool) -> str:
    """Return the SQL of a query."""
    meant = _NOW if now else _THEN
    return _WORDS.sub(lambda found: meant[found[1]].format(found[2]), query)
