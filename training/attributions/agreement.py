"""What a network finds in articles beside what their first annotator marked, as sets of words."""

from __future__ import annotations

from collections.abc import Sequence

from retold.find.attributions.learned.spans import Network, marked
from retold.find.attributions.marked import Marked
from retold.find.encoder.cut import cut
from training.attributions.examples import Example, Roles, units
from training.attributions.measure import Sets

Pairs = list[tuple[list[Sets], list[Sets]]]


def agreement(network: Network, examples: Sequence[Example], threshold: float) -> Pairs:
    """Return for each article what was marked and what the network found at a threshold."""
    return [(gold(each), found(network, each, threshold)) for each in examples]


def gold(each: Example) -> list[Sets]:
    """Return what an article's first annotator marked."""
    return [_gold(roles, each) for roles in each.annotators[0]]


def found(network: Network, each: Example, threshold: float) -> list[Sets]:
    """Return what a network finds in an article."""
    return [_found(m, each) for m in marked(cut(each.article.text), network, threshold=threshold)]


def _words(runs: Sequence[tuple[int, int]], each: Example) -> frozenset[int]:
    held = (i for start, end in runs for i in range(start, end))
    return frozenset(i for i in held if each.article.text[each.tokens.starts[i]].isalnum())


def _gold(roles: Roles, each: Example) -> Sets:
    return Sets(
        source=_words([(i, i + 1) for i in sorted(roles.source)], each),
        cue=_words([roles.cue], each) or frozenset(range(*roles.cue)),
        content=_words(roles.content, each),
    )


def _found(one: Marked, each: Example) -> Sets:
    def runs(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return [run for span in spans if (run := units((span[0], span[1]), each.tokens)) is not None]

    cue = runs([one.cue])
    return Sets(
        source=_words(runs(one.source), each),
        cue=_words(cue, each) or frozenset(range(*cue[0])),
        content=_words(runs(one.content), each),
    )
