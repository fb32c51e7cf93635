"""What the finders marked in a report belongs to the passages that it touches: looked up once, then asked for by passage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Protocol, TypeVar

from retold.model import Attribution, Credit, Fact, Mention, Reading, Span, TimeExpression

Thing = TypeVar("Thing")


class Placed(Protocol):
    """A passage, by what is asked of it here."""

    @property
    def place(self) -> int:
        """Its ordinal."""

    @property
    def span(self) -> Span:
        """Where it stands in the report's text."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Within:
    """What a report's passages have of names, times, facts, voices and credits, each in the order of the reading."""

    reading: Reading
    passages: Sequence[Placed]

    def mentions(self, passage: Placed) -> Sequence[Mention]:
        """Return the mentions that touch a passage."""
        return self._mentions.get(passage.place, ())

    def times(self, passage: Placed) -> Sequence[TimeExpression]:
        """Return the time expressions that touch a passage."""
        return self._times.get(passage.place, ())

    def facts(self, passage: Placed) -> Sequence[Fact]:
        """Return the facts whose trigger touches a passage."""
        return self._facts.get(passage.place, ())

    def voices(self, passage: Placed) -> Sequence[Attribution]:
        """Return the attributions whose source touches a passage."""
        return self._voices.get(passage.place, ())

    def credits(self, passage: Placed) -> Sequence[Credit]:
        """Return the credits that touch a passage."""
        return self._credits.get(passage.place, ())

    @cached_property
    def _mentions(self) -> Mapping[int, list[Mention]]:
        return self._by_passage(self.reading.mentions, lambda m: (m.span,))

    @cached_property
    def _times(self) -> Mapping[int, list[TimeExpression]]:
        return self._by_passage(self.reading.times, lambda t: (t.span,))

    @cached_property
    def _facts(self) -> Mapping[int, list[Fact]]:
        return self._by_passage(self.reading.facts, lambda f: (f.trigger,))

    @cached_property
    def _voices(self) -> Mapping[int, list[Attribution]]:
        return self._by_passage(self.reading.attributions, lambda a: a.source)

    @cached_property
    def _credits(self) -> Mapping[int, list[Credit]]:
        return self._by_passage(self.reading.credits, lambda c: (c.span,))

    @cached_property
    def _ordered(self) -> tuple[list[Placed], list[int], list[int]]:
        """The passages in order of the text, their starts, and how far those up to each reach."""
        ordered = sorted(self.passages, key=lambda p: p.span)
        return ordered, [p.span.start for p in ordered], list(accumulate((p.span.end for p in ordered), max))

    def _by_passage(self, things: Iterable[Thing], spans: Callable[[Thing], Iterable[Span]]) -> Mapping[int, list[Thing]]:
        ordered, starts, reach = self._ordered
        found: dict[int, list[Thing]] = defaultdict(list)
        for thing in things:
            for start, end in spans(thing):
                for passage in ordered[bisect_right(reach, start) : bisect_left(starts, end)]:
                    here = found[passage.place]
                    if passage.span.end > start and not (here and here[-1] is thing):
                        here.append(thing)
        return found
