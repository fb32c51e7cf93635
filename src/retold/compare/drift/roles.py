"""Who somebody is: a source, the other side of a meeting, one whose name is withheld can become somebody else on the way.

A role is compared in its place: the envoy whom somebody met with the contact whom he met, not with the official who told of
it. Where the new role is that of another figure of the original, one was taken for the other: the actor was swapped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from retold.compare.drift.lexicon import Mark
from retold.compare.drift.passages import CACHED, TEXTS, Segment, Text
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.retold_passage import Change, Retold, overlaps, quoted
from retold.compare.drift.sources import speaks

Places = Mapping[str, list[Mark]]


def roles(case: Retold) -> Iterator[Change]:
    """Yield the roles that have become others, each in its place."""
    if case.passage.headline:
        return
    if case.best.close:
        yield from _exchanged(case)
    elif case.sure or case.best.foreign:
        yield from _in_place(case)
        yield from _side(case)
        yield from _status(case)
        yield from _standing(case)


def _exchanged(case: Retold) -> Iterator[Change]:
    """Yield the role words that were put in for others, where all around them stayed."""
    for start, end, to_start, to_end in case.best.changes:
        for kind in ("standing", "role", "side", "status"):
            one = [m for m in case.best.earlier.of(kind) if m.start < end and start < m.end]
            two = [m for m in case.passage.of(kind) if m.start < to_end and to_start < m.end]
            if (
                one
                and two
                and one[0].row != two[0].row
                and two[0].row not in drift_rules().roles.vague
                and to_end - to_start <= 2 * drift_rules().roles.reach
            ):
                yield _changed(case, case.best.earlier, (one[0], two[0]))
                return


@lru_cache(maxsize=CACHED)
def slots(text: Text, passage: Segment) -> Places:
    """Return the roles of a passage by their place: source, counterpart of a meeting, name withheld."""
    found: dict[str, list[Mark]] = {"source": [], "counterpart": [], "withheld": []}
    contacts, names = passage.of("act"), passage.of("withheld")
    met = [m for m in contacts if m.row == "contact"]
    for role in passage.of("role"):
        if any(
            abs(role.start - n.end) <= drift_rules().roles.near or abs(n.start - role.end) <= drift_rules().roles.near
            for n in names
        ):
            found["withheld"].append(role)
        elif speaks(text, passage, role):
            found["source"].append(role)
        elif (
            any(0 <= role.start - m.end <= drift_rules().roles.reach for m in met)
            and not found["counterpart"]
            and not _held_by_name(passage, role)
        ):
            found["counterpart"].append(role)
    return found


def _held_by_name(passage: Segment, role: Mark) -> bool:
    """Whether a name stands right beside a role: "President Jane Doe", "Jane Doe, head of the bureau"."""
    words = passage.words
    before = words[role.start - 1] if role.start > 1 else None
    after = words[role.end] if role.end < len(words) else None
    return bool((before and before.capital) or (after and after.capital))


def _in_place(case: Retold) -> Iterator[Change]:
    here = slots(case.later, case.passage)
    for slot, roles_ in here.items():
        held = frozenset().union(*(_held(v)[slot] for v in case.versions)) if roles_ else frozenset()
        new = next((m for m in roles_ if m.row not in held and m.row not in drift_rules().roles.vague), None)
        if new is None:
            continue
        for passage in case.around:
            old = next((m for m in slots(case.earlier, passage)[slot]), None)
            own = any(old and m.row == old.row for m in case.passage.of("role"))
            both = any(m.row == new.row for m in passage.of("role"))
            replies = bool(case.passage.of("answer")) != bool(passage.of("answer")) and slot == "source"
            if old and not own and not both and not replies and not _named_in(case, new):
                yield _changed(case, passage, (old, new))
                break


@lru_cache(maxsize=TEXTS)
def _held(text: Text) -> Mapping[str, frozenset[str]]:
    """Return the rows of the roles of a report by their place."""
    found: dict[str, set[str]] = {"source": set(), "counterpart": set(), "withheld": set()}
    for passage in text.with_marks("role"):
        for slot, marks in slots(text, passage).items():
            found[slot].update(m.row for m in marks)
    return {slot: frozenset(rows) for slot, rows in found.items()}


def _named_in(case: Retold, new: Mark) -> bool:
    """Whether the later passage names who holds the role: then it is known who he is."""
    words = case.passage.words
    for word in words[new.end : new.end + drift_rules().roles.name]:
        if word.capital:
            return any(
                m.form == "name" and m.kind == "person" and overlaps(m.span, word.span)
                for m in case.later.within.mentions(case.passage)
            )
        if word.text in drift_rules().roles.between:
            return False
    return False


def _changed(case: Retold, passage: Segment, marks: tuple[Mark, Mark]) -> Change:
    """Return a role that has become another; of one figure of the original in the place of another, a swap."""
    old, new = marks
    one, two = quoted(case.earlier, passage, (old.start, old.end)), quoted(case.later, case.passage, (new.start, new.end))
    swapped = new.kind == "role" and not case.best.close and _another(case, new)
    return case.change("actor swapped" if swapped else "role changed", f"{one} becomes {two}", passage)


def _another(case: Retold, new: Mark) -> bool:
    """Whether the role is another single figure's of the original."""
    held = ((p, m) for v in case.versions for p in v.having("role", new.row) for m in p.of("role") if m.row == new.row)
    return not _many(case.passage, new) and any(not _many(p, m) for p, m in held)


def _many(passage: Segment, mark: Mark) -> bool:
    last = passage.words[mark.end - 1].text
    return last.endswith(("s", "people", "men")) and last.isascii()


def _side(case: Retold) -> Iterator[Change]:
    """Yield a source that has become another body's: the administration's official, the president's."""
    new = _sided(case.later, case.passage)
    if new is None or new.row in _sides_held(case):
        return
    for passage in case.around:
        old = _sided(case.earlier, passage)
        if old and old.row != new.row:
            yield _changed(case, passage, (old, new))
            return


@lru_cache(maxsize=CACHED)
def _sided(text: Text, passage: Segment) -> Mark | None:
    """Return whose the source of a passage is."""
    for role in slots(text, passage)["source"]:
        for side in passage.of("side"):
            if -drift_rules().roles.near <= side.start - role.end <= drift_rules().roles.near or 0 <= role.start - side.end <= 1:
                return side
    return None


def _sides_held(case: Retold) -> frozenset[str]:
    return frozenset().union(*(_sides(v) for v in case.versions))


@lru_cache(maxsize=TEXTS)
def _sides(text: Text) -> frozenset[str]:
    return frozenset(m.row for p in text.with_marks("side") if (m := _sided(text, p)))


def _status(case: Retold) -> Iterator[Change]:
    """Yield one who has become interim or former, in no version of the original."""
    new = _held_for(case.passage)
    if new is None or new[0].row != "interim" or new[0].row in case.told_before("status"):
        return
    for passage in case.around:
        old = next((r for r in passage.of("role") if r.row in drift_rules().roles.kindred.get(new[1].row, (new[1].row,))), None)
        if old and not _held_for(passage):
            yield case.change(
                "role changed",
                f"{quoted(case.earlier, passage, (old.start, old.end))} becomes {_both(case, new)}",
                passage,
            )
            return


def _standing(case: Retold) -> Iterator[Change]:
    """Yield one whom a case makes another than any version does: a witness a suspect."""
    new = next((m for m in case.passage.of("standing") if not case.told_of_it("standing", m.row)), None)
    held = case.passage.rows("standing")
    for passage in case.around if new else ():
        old = next((m for m in passage.of("standing") if m.row not in held), None)
        if new and old and any(k.startswith("n:") for k in passage.keys & case.passage.keys):
            yield _changed(case, passage, (old, new))
            return


def _both(case: Retold, marks: tuple[Mark, Mark]) -> str:
    ends = min(m.start for m in marks), max(m.end for m in marks)
    return quoted(case.later, case.passage, ends)


def _held_for(passage: Segment) -> tuple[Mark, Mark] | None:
    """Return the word for an interim or former holder, with the role right beside it."""
    for status in passage.of("status"):
        for role in passage.of("role"):
            if status.end == role.start or role.end == status.start:
                return status, role
    return None
