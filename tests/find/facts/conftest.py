"""Facts of a made-up affair: what a report that consists of these sentences states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.find.attributions.attributions import attributions
from retold.find.encoder.cut import passages
from retold.find.facts import facts
from retold.find.names.learned.network import read as read_names
from retold.find.names.mentions import mentions
from retold.find.syntax import parse
from retold.find.times.expressions import times
from retold.model import Fact, Report, Span

Finder = Callable[..., tuple[Fact, ...]]


@pytest.fixture(scope="session")
def found() -> Finder:
    """Return a function that gives the facts of a text, all or those of one kind."""

    def find(text: str, kind: str | None = None) -> tuple[Fact, ...]:
        report = Report(name="made-up.txt", text=text, digest="", body=(Span(0, len(text)),), language="en")
        ((_, parses),) = parse([report])
        all_facts = facts(
            report,
            parses,
            mentions=mentions(report, parses, read_names(passages(parses))),
            times=times(report, parses),
            attributions=attributions(report, parses, passages(parses)),
        )
        return tuple(f for f in all_facts if kind is None or f.kind == kind)

    return find
