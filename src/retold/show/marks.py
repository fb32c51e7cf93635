"""What a claim is not shown without: that it is only denied; what people ruled on it, by whom, why, and the ruling's number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.model import Claim, Mark


def marked(marks: Sequence[Mark]) -> Iterator[str]:
    """Yield what was ruled, "time corrected by N. N.: why (ruling 3)"; what several rulings did for one reason, once."""
    numbers: dict[tuple[str, str | None, str], list[str]] = {}
    for mark in marks:
        numbers.setdefault((mark.did, mark.by, mark.reason), []).append(str(mark.ruling))
    for (did, by, reason), rulings in numbers.items():
        named = f"ruling{'s' if len(rulings) > 1 else ''} {', '.join(rulings)}"
        yield did + (f" by {by}" if by else "") + (f": {reason}" if reason else "") + f" ({named})"


def touched(marks: Sequence[Mark]) -> str:
    """Return the same where there is no room for reasons, "; confirmed by N. N."; nothing where nobody ruled."""
    told = dict.fromkeys(mark.did + (f" by {mark.by}" if mark.by else " by a ruling") for mark in marks)
    return "".join(f"; {each}" for each in told)


def denied(claim: Claim) -> str:
    """Return that a claim is told as not so and by nobody as so, else nothing."""
    return "only denied" if claim.only_denied else ""
