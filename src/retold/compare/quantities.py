"""How many or how much a passage tells, of what: two numbers are one quantity told twice only where they count the same.

What is counted is a currency, or the beginning of the word behind the number. Years and the days of dates count nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from retold.compare.drift.passages import cut_of
from retold.compare.rules import relation_rules
from retold.model import Span
from retold.tables import table

ROUNDED = 0.02
"""How far apart, as a share of the larger, two numbers may be that are one, rounded otherwise."""
REACH = 40
"""Characters before a number that may say what currency it is in, or that it is not the one."""
YEARS = (1900.0, 2100.0)
"""Plain numbers that are most often years: they say when, not how many."""


class Quantity(NamedTuple):
    """A number and what it counts: an ISO 4217 code or a word for money, else the first letters of the word behind it."""

    value: float
    unit: str
    money: bool
    rejected: bool = False
    """Told as what it is not, or no longer: 40 in "52 million, not 40 million"."""


def quantities(words: str, language: str | None, times: Iterable[Span] = ()) -> tuple[Quantity, ...]:
    """Return what the words tell of how many and how much, in their order; `times` are the spans of dates in them."""
    if not any(c.isdigit() for c in words):
        return ()
    cut, dated = cut_of(words, language), list(times)
    found: list[Quantity] = []
    for figure in cut.figures:
        span = cut.words[figure.start].span
        before = words[max(0, span.start - REACH) : span.start]
        sign, rejected = _sign(before), _rejected(before)
        money = sign or _money(figure.counted)
        unit = money or figure.counted or ("" if rejected else None)
        year = not sign and YEARS[0] <= figure.value <= YEARS[1] and figure.end == figure.start + 1
        if unit is not None and not year and not any(t.start <= span.start < t.end for t in dated):
            found.append(Quantity(figure.value, unit, bool(money), rejected))
    return tuple(_counting(found))


def _counting(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities, a rejected one with what the number told instead of it counts: "62 people, not 40".

    None is rejected where no other is told in its stead: "not 40 million" alone is a denial.
    """
    for at, each in enumerate(found):
        if each.rejected:
            right = next((q for q in (*reversed(found[:at]), *found[at:]) if not q.rejected), None)
            each = Quantity(each.value, right.unit, right.money, True) if right and not each.money else each
            each = each._replace(rejected=any(q.unit == each.unit and not q.rejected for q in found))
        if each.unit:
            yield each


def _rejected(before: str) -> bool:
    """Whether words say of the number behind them that it is not the one, or no more."""
    rules = relation_rules().update
    signs = "".join(sign for sign in _currencies() if len(sign) == 1 and not sign.isalpha())
    plain = " ".join(before.rstrip(signs + " \u00a0").casefold().split())
    for word in rules.about:
        plain = plain.removesuffix(f" {word}")
    return f" {plain}".endswith(tuple(f" {each}" for each in rules.instead))


def other(one: Iterable[Quantity], two: Iterable[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Return the first two quantities that count the same and are not one, where both tell no quantity of that unit alike."""
    here, there = _by_unit(one), _by_unit(two)
    for unit in here:  # in the order of the words: a set of strings has another order in each run
        if unit in there and not any(alike(a.value, b.value) for a in here[unit] for b in there[unit]):
            return here[unit][0], there[unit][0]
    return None


def alike(one: float, two: float) -> bool:
    """Tell whether two numbers may be one, rounded otherwise."""
    return abs(one - two) <= ROUNDED * max(abs(one), abs(two))


def _by_unit(found: Iterable[Quantity]) -> Mapping[str, list[Quantity]]:
    units: dict[str, list[Quantity]] = {}
    for each in found:
        units.setdefault(each.unit, []).append(each)
    return units


def _sign(before: str) -> str | None:
    """The currency of the sign that stands right before a number, if one does."""
    last = before.rstrip(" \u00a0").casefold()[-1:]
    return _currencies().get(last) if last else None


def _money(counted: str | None) -> str | None:
    """The currency that the first letters of a word behind a number tell, None where they tell none."""
    return _names().get(counted) if counted else None


@cache
def _names() -> Mapping[str, str]:
    content = table("retold.find.facts", "words.toml")
    named = {word[:5]: code for word, code in content["currencies"].items() if word.isalpha()}
    plural = {f"{word}s"[:5]: code for word, code in content["currencies"].items() if word.isalpha()}
    moneys = {form[:5]: word for word in content["moneys"] for form in (word, f"{word}s")}
    return {**moneys, **plural, **named}


def _currencies() -> Mapping[str, str]:
    found: Mapping[str, str] = table("retold.find.facts", "words.toml")["currencies"]
    return found
