"""How many of the names that annotators marked the network marks alike: words and kind, as F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from retold.find.encoder.cut import Cut
from retold.find.encoder.windows import windows
from retold.find.names.learned.decode import KINDS, runs
from retold.find.names.learned.named import Network, named
from training.names.annotated import Document


def measures(network: Network, documents: Sequence[Document]) -> dict[str, float]:
    """Return F1 by kind over whole names of documents, and over all kinds."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in documents:
        cut = Cut(tokens=each.tokens, windows=tuple(windows(each.tokens)))
        starts, ends = each.tokens.starts, each.tokens.ends
        told = {(int(starts[first]), int(ends[end - 1]), KINDS[kind]) for first, end, kind in runs(each.tags)}
        found = {(name.span.start, name.span.end, str(name.kind)) for name in named(cut, network).names}
        for kind in (*KINDS, "all"):
            mine, theirs = ({name for name in names if kind in (name[2], "all")} for names in (found, told))
            counts[kind, "both"] += len(mine & theirs)
            counts[kind, "either"] += len(mine) + len(theirs)
    return {kind: 2 * counts[kind, "both"] / max(1, counts[kind, "either"]) for kind in (*KINDS, "all")}
