"""Names that stand together tell of each other: a list shares one cue, "X, citing Y" says that X has it from Y.

What a report says of one outlet again and again counts for more, and is said once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from retold.find.credit_cues import ENDS, list_of, policy, sentence, shorter, touching
from retold.find.credit_settings import Setting, plain
from retold.model import Credit, Report


def listed(report: Report, given: Sequence[Setting]) -> list[Setting]:
    """Return the settings, those of a list ("NAME and OTHER") with the words before and behind the whole list."""
    settings = list(given)
    joined = [_joined(report, one, other) for one, other in pairwise(settings)]
    for i, together in enumerate(joined):
        if together:
            settings[i + 1] = replace(settings[i + 1], before=settings[i].before)
    for i in reversed(range(len(joined))):
        if joined[i]:
            settings[i] = replace(settings[i], after=settings[i + 1].after)
    return settings


def _joined(report: Report, one: Setting, other: Setting) -> bool:
    """Return whether nothing but a comma or an "and" stands between two names."""
    start, end = one.outlet.span.end, other.outlet.span.start
    if not 0 < end - start <= policy()["bounds"]["joined"]:
        return False
    between = plain(report.text[start:end]).split()
    marks, fillers = list_of("links", "lists"), list_of("fillers", "before")
    parts = [w.strip(",،、") for w in between]
    return any(w in marks or w != p for w, p in zip(between, parts, strict=True)) and all(
        p in ("", *marks, *fillers) for p in parts
    )


def linked(report: Report, found: Sequence[Credit]) -> list[Credit]:
    """Return the credits in text order, each with the outlet through which the report says it has it, where it does."""
    ordered = sorted(found, key=lambda c: c.span)
    by = {}
    for first, second in pairwise(ordered):
        between = plain(report.text[first.span.end : second.span.start])
        if len(between) > policy()["bounds"]["window"] or sentence(between) != between or first.name == second.name:
            continue
        rests = shorter(between, "before", ENDS)
        if any(touching(rest, ENDS, "links", "from") for rest in rests):
            by[second.span] = first.name
        elif any(touching(rest, ENDS, "links", "by") for rest in rests):
            by[first.span] = second.name
    return [replace(c, by=by.get(c.span)) for c in ordered]


def strongest(found: Sequence[Credit]) -> tuple[Credit, ...]:
    """Return the strongest credit a name and place, raised a little where the report leans on the name again and again."""
    adjust = policy()["adjust"]
    best: dict[tuple[str, str], Credit] = {}
    times: dict[str, int] = {}
    for credit in found:
        key = (credit.name, credit.place)
        times[credit.name] = times.get(credit.name, 0) + 1
        if key not in best or credit.score > best[key].score:
            best[key] = replace(credit, by=credit.by or (best[key].by if key in best else None))
    raised = []
    for credit in best.values():
        more = min(adjust["again_most"], adjust["again"] * (times[credit.name] - 1))
        raised.append(replace(credit, score=round(min(1.0, credit.score + more * (1 - credit.score) * 2), 3)))
    return tuple(sorted(raised, key=lambda c: (c.span, c.name)))
