"""Floors of what is seen of drifts made in real passages; they can be raised and not lowered."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from retold.model import Span
from tests.quality.drifts import EDITS, articles, changed, compared_copies, found, unmade

MEAN, LISTED = 0.85, 0.05


@pytest.mark.corpus
def test_drifts_put_into_real_articles_are_found_and_nothing_is_where_nothing_was(
    shared: Callable[[str], Path], tmp_path: Path
) -> None:
    """The mean of the kinds' recalls, and the share of drifts listed outside the changed passages."""
    texts = articles(shared("data/polnear/train/text"), 12, skip=10)
    most = {**dict.fromkeys(EDITS, 2), "credit dropped": 1}
    made: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    wrong = listed = 0
    for copy, drifts in compared_copies(texts, tmp_path, most=most):
        made.update(m.kind for m in copy.made)
        seen.update(m.kind for m in copy.made if found(m, drifts))
        wrong, listed = wrong + len(unmade(copy, drifts)), listed + len(drifts)
    assert len(made) >= 12
    assert sum(seen[kind] / made[kind] for kind in made) / len(made) >= MEAN, {k: (seen[k], made[k]) for k in made}
    assert wrong <= LISTED * listed


@pytest.mark.corpus
def test_articles_copied_unchanged_have_no_drift(shared: Callable[[str], Path], tmp_path: Path) -> None:
    texts = articles(shared("data/polnear/train/text"), 4, skip=22)
    assert [drifts for _, drifts in compared_copies(texts, tmp_path, most={})] == [()] * 4


def test_every_change_that_is_made_is_where_it_is_said_to_be() -> None:
    sentences = (
        "The ferry Brenna left the harbour of Selm on a quiet evening.",
        "Two officials said that 28 crates were loaded on Monday at the quay.",
        "The captain slept in his cabin while the crew played cards.",
        "He may sell the ferry to a company from the islands of Osk.",
        "Nobody on the quay saw the lanterns go out that evening.",
    )
    text = " ".join(sentences)
    spans = [Span(text.index(s), text.index(s) + len(s)) for s in sentences]
    for seed in range(20):
        copy = changed(text, spans, random.Random(seed), most=dict.fromkeys(EDITS, 1))
        assert copy.made
        for made in copy.made:
            assert text[slice(*made.before)] in sentences
            assert copy.text[slice(*made.after)] != text[slice(*made.before)]
            assert copy.text[: made.after.start].endswith(text[: made.before.start][-10:])
