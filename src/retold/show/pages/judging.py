"""Who reads may judge, from where he reads: what a ruling would change is shown before it is agreed to.

A form says what is meant and how it is judged; it is asked twice, first for a trial and, once agreed to, in earnest. Both go
through `retold.ruling`, as the command line does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args
from urllib.parse import parse_qsl

from retold import ruling
from retold.model import Passage, Ruling, Span, Verdict
from retold.record.case import Case
from retold.resolve.periods.given import given
from retold.ruling import Outcome
from retold.show.rulings import effect_lines, said

FIELDS = 40
"""Fields of a form that are looked at."""
REASON = 1_000
"""Characters of a reason or a name that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a reader sent."""

    fields: Mapping[str, str]

    @classmethod
    def parsed(cls, body: bytes) -> Form | None:
        """Return a form as a browser sends it; None for what is none."""
        try:
            rows = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=FIELDS)
        except (UnicodeDecodeError, ValueError):
            return None
        return cls(fields=dict(rows))

    def told(self, name: str) -> str:
        """Return a field, "" where it was not filled in."""
        return self.fields.get(name, "").strip()

    def place(self, which: str = "") -> Passage:
        """Return the place that the form is about. Raises `ValueError`."""
        start, end = (self.told(f"{which}{edge}") for edge in ("start", "end"))
        if not (start.isdecimal() and end.isdecimal() and len(start + end) < 24):
            raise ValueError("a place is two numbers, where it starts and where it ends")
        return Passage(report=self.told(f"{which}report"), span=Span(int(start), int(end)))


def judged(case: Case, form: Form) -> Mapping[str, Any] | None:
    """Return what a ruling would change, for the reader to agree to; None once it is kept.

    Raises `ValueError` for a form that says nothing that can be ruled, and what `retold.ruling` raises.
    """
    agreed = form.told("agreed") == "yes"
    outcome = _taken_back(case, form, agreed) if form.told("undo") else _ruled(case, _wanted(case, form), agreed)
    if agreed:
        return None
    told = [said(each) for each in outcome.rulings]
    overruled = outcome.overruled
    return {"told": told, "lines": list(effect_lines(outcome.effect)), "overruled": overruled, "undo": form.told("undo")}


def _taken_back(case: Case, form: Form, agreed: bool) -> Outcome:
    number = form.told("undo")
    if not number.isdecimal() or len(number) > 9:
        raise ValueError(f"{number}: is no number of a ruling")
    return ruling.undo(case, [int(number)], keep=agreed)


def _ruled(case: Case, wanted: Sequence[Ruling], agreed: bool) -> Outcome:
    return ruling.rule(case, wanted) if agreed else ruling.trial(case, wanted)


def _wanted(case: Case, form: Form) -> list[Ruling]:
    """Return the rulings that a form means, in the name of who signed it."""
    verdict = next((v for v in get_args(Verdict) if v == form.told("verdict")), None)
    if verdict is None:
        raise ValueError("say how it is judged")
    if verdict in ("alone", "with", "retells"):
        made = _moved(case, form, verdict)
    elif verdict in ("same", "different"):
        made = ruling.persons(case, verdict, form.place(), form.place("other_"))
    else:
        made = _finding(case, form, verdict)
    signed = replace(made, reason=form.told("reason")[:REASON], by=form.told("by")[:REASON] or None)
    return ruling.throughout(case, signed) if form.told("everywhere") and verdict in ("rejected", "dated") else [signed]


def _moved(case: Case, form: Form, verdict: Verdict) -> Ruling:
    """Return the ruling that moves a report; what stands alone needs no other, whatever was typed."""
    other = form.told("other") if verdict != "alone" else None
    if other == "":
        raise ValueError("name the other report")
    return ruling.moved(case, form.told("report"), verdict, other)


def _finding(case: Case, form: Form, verdict: Verdict) -> Ruling:
    """Return the ruling on what stands at a place; the form says which where several things stand there."""
    options = ruling.at(case, form.place(), verdict)
    which = form.told("which") or "0"
    if not which.isdecimal() or int(which) >= len(options):
        raise ValueError("nothing stands at this place that could be judged so")
    made = options[int(which)]
    return replace(made, period=given(form.told("time"))) if verdict == "dated" else made
