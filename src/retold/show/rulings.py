"""What people ruled as a reader judges it: its number and words, by whom, when and why, what it changed, what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from retold.compare.effect import Effect
from retold.model import Claim, Passage, Ruling, State, Telling, What
from retold.moments import ends
from retold.resolve.periods.given import written
from retold.resolve.taken_for import CALLED, KIND
from retold.ruling import START, Outcome
from retold.show.brief.lines import SHORT, Line, first_place, number, parties, place_of, quoted
from retold.show.contract import drift_json, mark_json
from retold.show.marks import marked

Json = dict[str, Any]
MOST = 20
"""Lines of one kind that are told of what a ruling changes; --json has all."""
SIDES: dict[What | None, str] = {"subject": "subject", "object": "object", "via": "go-between"}
STATES: dict[State, str] = {
    "governs": "",
    "overruled": " (overruled by a later ruling)",
    "waits": " (on hold: the case no longer has the words that it is about)",
}


def ruling_lines(ruled: Iterable[tuple[Ruling, State]]) -> Iterator[Line]:
    """Yield each ruling with its places."""
    for ruling, state in ruled:
        text = f"ruling {ruling.id}: {said(ruling)}{STATES[state]}"
        yield Line(text=text, place=None if ruling.one.span == START else place_of(ruling.one))
        yield Line(text=signed(ruling.by, ruling.at, ruling.reason), depth=1)
        if ruling.verdict in ("same", "different") and ruling.other:  # what a report is moved to has no words
            yield Line(text=quoted(ruling.words[1], SHORT), place=place_of(ruling.other), depth=1)


def said(ruling: Ruling) -> str:
    """Return what was decided, in words."""
    words = [quoted(each, SHORT) for each in ruling.words]
    if ruling.what == KIND:
        return f"{words[0]} is {CALLED[ruling.sort or 'other']}"
    if ruling.what in SIDES:
        who = ruling.named or (ruling.words[1] if ruling.other else None)
        finding = f"the {ruling.kind} {words[0]}" + (f" ({ruling.about})" if ruling.about else "")
        if who is None:
            return f"{finding} has no {SIDES[ruling.what]}"
        new = f", {CALLED[ruling.sort]} new to the case" if ruling.sort else ""
        return f"the {SIDES[ruling.what]} of {finding} is {quoted(who, SHORT)}{new}"
    if ruling.verdict in ("same", "different"):
        return f"{words[0]} and {words[1]} are {'' if ruling.verdict == 'same' else 'not '}the same person or body"
    other = ruling.other.report if ruling.other else ""
    if ruling.verdict in ("alone", "with", "retells"):
        how = {"alone": "stands alone", "with": f"has its story from the same original as {other}", "retells": f"retells {other}"}
        return f"{ruling.one.report} {how[ruling.verdict]}"
    named = _named(ruling, words[0])
    if ruling.what == "report" and ruling.period:
        return f"the times in {ruling.one.report} are told from {known(written(ruling.period))}"
    if ruling.verdict == "dated" and ruling.period:
        when = written(ruling.period)
        told = f"{words[0]} means" if ruling.what == "time" else f"{named} is dated"
        return f"{told} {when}" if when != ".." else f"the time of {words[0] if ruling.what == 'time' else named} is not known"
    return f"{named} is {ruling.verdict}"


def _named(ruling: Ruling, words: str) -> str:
    """Return what a finding is, in words."""
    if ruling.what == "drift":
        return f"the change “{ruling.kind}” in {words}"
    if ruling.what == "claim":
        return f"the wording of a claim {words}"
    about = f" ({ruling.about})" if ruling.about and ruling.what in ("fact", "attribution") else ""
    return f"the {ruling.kind or ruling.what} {words}{about}"


def known(time: str) -> str:
    """Return a time as it is written; ".." as the word for it."""
    return "not known" if time == ".." else time


def signed(by: str | None, at: str | None, reason: str) -> str:
    """Return who ruled, when and why."""
    who = f"by {by}" if by else "unsigned"
    when = f" on {at[:16].replace('T', ' at ')} UTC" if at else ""
    return f"{who}{when}" + (f": {reason}" if reason else ", no reason given")


def ruling_json(ruling: Ruling, state: State | None = None) -> Json:
    """Return a ruling as JSON values; what became of it, where that is told."""
    words = (*ruling.words, "")
    return {
        "ruling": ruling.id,
        "verdict": ruling.verdict,
        "what": ruling.what,
        "kind": ruling.kind,
        "about": ruling.about,
        "one": _place_json(ruling.one, words[0]),
        "other": _place_json(ruling.other, words[1]) if ruling.other else None,
        **ends(ruling.period),
        "named": ruling.named,
        "named_kind": ruling.sort,
        "reason": ruling.reason,
        "by": ruling.by,
        "at": ruling.at,
        **({"state": state} if state else {}),
    }


def _place_json(passage: Passage, words: str) -> Json:
    return {"report": passage.report, "span": list(passage.span), "words": words}


def effect_lines(found: Effect) -> Iterator[Line]:
    """Yield what a ruling changes, most of all first: claims that are gone, new, told otherwise; reports; people."""
    yield from _some("gone", [(_claim(c), first_place(c)) for c in found.gone])
    yield from _some("new", [(_claim(c), first_place(c)) for c in found.new])
    yield from _some("changed", [(f"{_claim(b)}: {differs(a, b)}", first_place(b)) for a, b in found.changed])
    yield from _some("report", [(f"{b.report}: {_moved(a, b)}", None) for a, b in found.moved])
    if found.actors[0] != found.actors[1]:
        yield Line(text=f"people and bodies: {found.actors[0]}, then {found.actors[1]}", depth=1)


def _some(what: str, lines: Sequence[tuple[str, str | None]]) -> Iterator[Line]:
    yield from (Line(text=f"{what}: {text}", place=place, depth=1) for text, place in lines[:MOST])
    if len(lines) > MOST:
        yield Line(text=f"{what}: and {len(lines) - MOST} more", depth=1)


def _claim(claim: Claim) -> str:
    support = f"{number(claim.reports, 'report')}, {number(claim.origins, 'origin')}"
    return f"{claim.kind}: {parties(claim)}{quoted(claim.text, SHORT)} ({support})"


def differs(before: Claim, after: Claim) -> str:
    """Return in what a claim is told otherwise."""
    told = []
    if before.period != after.period:
        told.append(f"time {_time(before)}, now {_time(after)}")
    if (before.reports, before.origins) != (after.reports, after.origins):
        told.append(f"before {number(before.reports, 'report')}, {number(before.origins, 'origin')}")
    if (before.subject, before.object) != (after.subject, after.object):
        told.append(f"parties before: {' – '.join(p for p in (before.subject, before.object) if p) or 'none'}")
    for name, one, other in (
        ("denied by", before.denied_by, after.denied_by),
        ("relations", [r.reason for r in before.relations], [r.reason for r in after.relations]),
        ("changes", before.drift, after.drift),
        ("mentions", before.mentions, after.mentions),
    ):
        if len(one) != len(other):
            told.append(f"{name} {len(one)}, now {len(other)}")
        elif name == "relations" and one != other:
            told.append("other relations")
    told += marked([m for m in after.ruled if m not in before.ruled])
    told += (f"no longer {each}" for each in marked([m for m in before.ruled if m not in after.ruled]))
    return "; ".join(told) or "told otherwise"


def _time(claim: Claim) -> str:
    return known(written(claim.period)) if claim.period else "none"


def _moved(before: Telling, after: Telling) -> str:
    changes = len(before.drift) - len(after.drift)
    told = f"{_place(before)}, now {_place(after)}" if _place(before) != _place(after) else ""
    less = f"{number(changes, 'change')} fewer" if changes > 0 else f"{number(-changes, 'change')} more" if changes else ""
    new = marked([m for m in after.ruled if m not in before.ruled])
    gone = (f"no longer {each}" for each in marked([m for m in before.ruled if m not in after.ruled]))
    return "; ".join(each for each in (told, less, *new, *gone) if each) or "credits others"


def _place(telling: Telling) -> str:
    of = f" of {telling.retells}" if telling.retells else ""
    original = f" ({telling.original.name})" if telling.original else ""
    return f"{telling.role}{of}{original}"


def outcome_json(outcome: Outcome, *, kept: bool) -> Json:
    """Return what rulings changed, or would change, as JSON values."""
    found = outcome.effect
    return {
        "kept": kept,
        "rulings": [ruling_json(each) for each in outcome.rulings],
        "overruled": list(outcome.overruled),
        "gone": [_claim_json(c) for c in found.gone],
        "new": [_claim_json(c) for c in found.new],
        "changed": [{"before": _claim_json(a), "after": _claim_json(b)} for a, b in found.changed],
        "moved": [{"before": _telling_json(a), "after": _telling_json(b)} for a, b in found.moved],
        "actors": {"before": found.actors[0], "after": found.actors[1]},
    }


def _claim_json(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "kind": claim.kind,
        "text": claim.text,
        **ends(claim.period),
        "mentions": [{"report": m.report, "span": list(m.span)} for m in claim.mentions],
        "reports": claim.reports,
        "origins": claim.origins,
        "denied_by": list(claim.denied_by),
        "rulings": [mark_json(m) for m in claim.ruled],
    }


def _telling_json(telling: Telling) -> Json:
    return {
        "report": telling.report,
        "role": telling.role,
        "family": telling.family,
        "retells": telling.retells,
        "original": telling.original.name if telling.original else None,
        "drift": [drift_json(d) for d in telling.drift],
        "rulings": [mark_json(m) for m in telling.ruled],
    }
