"""How much work a call is, counted and not timed: a machine that is busy changes no test."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def calls(do: Callable[[], Any]) -> int:
    """Return how many calls of functions, ours and the interpreter's, `do` leads to."""
    count = 0

    def seen(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        do()
    finally:
        sys.setprofile(None)
    return count


def grows_in_proportion(do: Callable[[int], Any], size: int, slack: float = 1.5) -> bool:
    """Tell whether twice the size leads to at most twice the calls, with some slack; caches are warmed first."""
    do(max(1, size // 4))
    return calls(lambda: do(2 * size)) <= 2 * slack * calls(lambda: do(size))
