"""What a retelling puts among the original's own passages, and no held version has, was added on the way.

It says something only where the whole original is held; a report's own news, said to be its own, is no addition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from retold.compare.drift.passages import Segment, Text, keys_of
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.retold_passage import Change, Retold, quoted


def added(later: Text, retold: Sequence[Retold]) -> Iterator[Change]:
    """Yield the passages that stand between two of the original's and are in no version, and what was put into a passage."""
    if any(case.best.foreign for case in retold):
        return  # nothing is translated: that it has no match says nothing
    by_place = {case.passage.place: case for case in retold if case.sure}
    body = [p for p in later.passages if not p.headline]
    known = retold[0].known if retold else frozenset()
    for before, passage, after in zip(body, body[1:], body[2:], strict=False):
        if passage.place not in by_place and _between(by_place, before, after) and _own(later, passage, known):
            said = quoted(later, passage, (0, min(len(passage.words), drift_rules().added.run)))
            reason = f"no held version has the passage that begins {said}"
            yield Change(kind="added", earlier=by_place[before.place].best.earlier, later=passage, reason=reason)
    for case in retold:
        yield from _put_in(case)


def _between(by_place: Mapping[int, Retold], before: Segment, after: Segment) -> bool:
    """Whether the passages on both sides are the original's, in its order."""
    one, two = by_place.get(before.place), by_place.get(after.place)
    if one is None or two is None:
        return False
    return 0 <= two.best.earlier.place - one.best.earlier.place <= 2


def _own(later: Text, passage: Segment, known: frozenset[str]) -> bool:
    """Whether a passage says enough that is new, and does not name another outlet for it."""
    rules, new = drift_rules().added, passage.keys - known
    credited = bool(later.within.credits(passage))
    enough = len(new) >= rules.new and len(new) >= rules.share * len(passage.keys)
    return len(passage.words) >= rules.shortest and enough and not credited


def _put_in(case: Retold) -> Iterator[Change]:
    if not case.best.close:
        return
    rules = drift_rules().added
    for start, end, to_start, to_end in case.best.changes:
        put = case.passage.words[to_start:to_end]
        if end - start <= 1 and len(put) >= rules.run and len(keys_of(put) - case.known) >= rules.new:
            yield case.change("added", f"{quoted(case.later, case.passage, (to_start, to_end))} is new")
            return
