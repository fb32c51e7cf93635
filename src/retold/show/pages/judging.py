"""Who reads may judge, from where he reads: what a ruling would change is shown before it is agreed to.

A form says what is meant and how it is judged, why, and by whom; it is asked twice, first for a trial and, once agreed to, in
earnest. Both go through `retold.ruling`, as the command line does. A page may be open to a whole newsroom, where a ruling
without a name or a reason could be weighed by nobody: here both must be given, which a terminal of one's own leaves open.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args
from urllib.parse import parse_qsl

from retold import ruling
from retold.casting import UnknownNameError, of_kind, wherever_named, who_is
from retold.errors import ReportError
from retold.model import Kind, Passage, Ruling, Side, Span, Verdict
from retold.record.case import Case
from retold.resolve.periods.given import given
from retold.ruling import TIMED, Outcome
from retold.show.pages.again import WrongInput, within
from retold.show.pages.naming import place_of, report_called
from retold.show.pages.trial import shown
from retold.show.place import PLACE

FIELDS = 40
"""Fields of a form that are looked at."""
REASON = 1_000
"""Characters of a reason or a name that are kept."""
PARTY = "party"
"""How a form calls it that somebody else does what is told, or is whom it is about."""
DAY = "day"
"""And that its times are told from another day."""
SORT, EVERYWHERE = "kind", "all"
"""And what somebody is, and that he is that in every report that names him."""
TOGETHER = 1_000
"""Rulings that are made, or taken back, at once."""


class ChangedMeanwhile(ValueError):  # noqa: N818 - a reader's page may be old
    """What stands at a place is not what the reader saw there."""


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
        return Passage(report=self.fields.get(f"{which}report", ""), span=Span(int(start), int(end)))

    def side(self, which: str) -> Passage:
        """Return one of several places that the form offers. Raises `ValueError`."""
        return placed(self.fields.get(f"side{which}", ""))

    @property
    def tried(self) -> Form:
        """The form as it was before it was agreed to."""
        return Form(fields={name: value for name, value in self.fields.items() if name != "agreed"})

    @property
    def agreed(self) -> bool:
        """Whether the reader saw what it would change."""
        return self.told("agreed") == "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What became of a form."""

    rulings: tuple[int, ...]
    """Those that it is about, by their numbers."""
    report: str
    """What the first of them is about."""
    shown: Mapping[str, Any] | None
    """What they would change, for the reader to agree to; None once they are kept, or taken back."""


def judged(case: Case, form: Form) -> Judged:
    """Return what a ruling would change, or that it is kept.

    Raises `WrongInput` for a field that says nothing that can be ruled, `ValueError` for such a form, and what `retold.ruling`
    raises.
    """
    outcome = _taken_back(case, form) if form.told("undo") else _ruled(case, _wanted(case, form), form.agreed)
    numbers = tuple(each.id for each in outcome.rulings)
    told = None if form.agreed else shown(case, outcome, undo=form.told("undo"))
    return Judged(rulings=numbers, report=outcome.rulings[0].one.report, shown=told)


def _taken_back(case: Case, form: Form) -> Outcome:
    numbers = form.told("undo").split(",")[:TOGETHER]
    if not all(each.isascii() and each.isdecimal() and len(each) < 10 for each in numbers):
        raise ValueError(f"{form.told('undo')}: is no number of a ruling")
    chosen = [int(each) for each in numbers]
    if not form.agreed:
        return ruling.undo(case, chosen, keep=False)
    reason, by = _signed(form)
    return ruling.undo(case, chosen, by=by, reason=reason)


def _ruled(case: Case, wanted: Sequence[Ruling], agreed: bool) -> Outcome:
    return ruling.rule(case, wanted) if agreed else ruling.trial(case, wanted)


def _wanted(case: Case, form: Form) -> list[Ruling]:
    """Return the rulings that a form means, in the name of who signed it."""
    reason, by = _signed(form)
    wanted = replace(_meant(case, form), reason=reason, by=by)
    if form.told("verdict") == SORT and form.told("where") == EVERYWHERE:
        return _wherever_named(case, wanted)
    alike = form.told("everywhere") and form.told("verdict") in ("rejected", "dated", PARTY)
    return ruling.throughout(case, wanted) if alike else [wanted]


def _wherever_named(case: Case, wanted: Ruling) -> list[Ruling]:
    made = wherever_named(case, wanted)
    if len(made) > TOGETHER:
        why = f"{len(made):,} reports name it, more than are ruled on from a page; `retold rule kind` with --all rules on them"
        raise WrongInput("where", why)
    return made


def _signed(form: Form) -> tuple[str, str]:
    """Return why, and who says so. Raises `WrongInput` where either is missing."""
    reason, by = form.told("reason")[:REASON], form.told("by")[:REASON]
    if not reason:
        raise WrongInput("reason", "say why: whoever meets the ruling later can weigh it only by its reason")
    if not by:
        raise WrongInput("by", "say who rules: whoever meets the ruling later must know whom to ask")
    return reason, by


def _meant(case: Case, form: Form) -> Ruling:
    """Return the ruling that a form means, signed by nobody yet."""
    if form.told("verdict") == PARTY:
        return _party(case, form)
    if form.told("verdict") == SORT:
        return _sort(case, form)
    if form.told("verdict") == DAY:
        asked = ruling.told_from(case, form.fields.get("report", ""))
        with within("time"):
            return replace(asked, period=given(form.told("time")))
    verdict = next((v for v in get_args(Verdict) if v == form.told("verdict")), None)
    if verdict is None:
        raise WrongInput("verdict", "say how it is judged")
    if verdict in ("alone", "with", "retells"):
        with within("other"):
            other = report_called(case, form.told("other")) if verdict != "alone" else None
            return ruling.moved(case, form.fields.get("report", ""), verdict, other)
    if verdict in ("same", "different"):
        return ruling.persons(case, verdict, *_sides(case, form))
    return _finding(case, form, verdict)


def _sort(case: Case, form: Form) -> Ruling:
    """Return the ruling that somebody is a person, a body, a place or something else."""
    kind = next((each for each in get_args(Kind) if each == form.told("sort")), None)
    if kind is None:
        raise WrongInput("sort", "say what it is")
    with within("where"):
        place = form.side("0" if form.told("where") == EVERYWHERE else form.told("where"))
    with within("sort"):
        return of_kind(case, place, kind)


def _sides(case: Case, form: Form) -> tuple[Passage, Passage]:
    """Return the two mentions that a form means: by their places, or each as the first of a person or body."""
    if form.told("actor"):
        with within("other_actor"):
            return place_of(case, form.told("actor")), place_of(case, form.told("other_actor"))
    if form.told("which"):
        with within("which"):
            return form.side(form.told("which")), form.place("other_")
    return form.place(), form.place("other_")


def _finding(case: Case, form: Form, verdict: Verdict) -> Ruling:
    made = replace(_chosen(case, form), verdict=verdict)
    if verdict != "dated":
        return made
    if made.what not in TIMED:
        why = "only what happened has a time that can be corrected, or the words that name one: choose it, or another verdict"
        raise WrongInput("which", why)
    with within("time"):
        return replace(made, period=given(form.told("time")))


def _party(case: Case, form: Form) -> Ruling:
    """Return the ruling that a side of what is told is somebody else, or nobody."""
    chosen, who = _chosen(case, form), form.told("who")
    side = next((each for each in get_args(Side) if each == form.told("side")), None)
    new = next((each for each in get_args(Kind) if each == form.told("new")), None)
    if chosen.what != "fact":
        raise WrongInput(
            "which", "only what is told has somebody who does it, or whom it is about: choose it, or another verdict"
        )
    if side is None:
        raise WrongInput("side", "choose which of them is somebody else")
    if not who:
        raise WrongInput("who", "say who it is, or nobody")
    wanted = replace(chosen, verdict="rejected", what=side)
    with within("who"):
        try:
            return who_is(case, wanted, placed(who) if new is None and PLACE.fullmatch(who) else who, new)
        except UnknownNameError as error:
            raise ValueError(error.otherwise("if it is somebody new, say below the name what it is")) from error
        except ReportError as error:
            raise ValueError(error.why) from error


def _chosen(case: Case, form: Form) -> Ruling:
    """Return what stands at a place; the form says which where several things stand there."""
    options = meanings(case, form.place())
    which, _, seen = (form.told("which") or "0").partition(":")
    if not (which.isascii() and which.isdecimal()) or len(which) > 4:
        raise ValueError("nothing stands at this place that could be judged so")
    found = next((each for n, each in enumerate(options) if (signature(each) == seen if seen else n == int(which))), None)
    if found is None and not seen:
        raise ValueError("nothing stands at this place that could be judged so")
    if found is None:
        raise ChangedMeanwhile("what stands at this place changed meanwhile; open the page again and judge what is there now")
    return found


def signature(option: Ruling) -> str:
    """Return what tells one of several meanings of a place from the others, however they are listed: what it is, of what kind,
    of whom, where and in which words."""
    told = (option.what, option.kind, option.about, *option.one.span, *option.words)
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:24]


def placed(told: str) -> Passage:
    """Return a place as listings write it. Raises `ValueError`."""
    match = PLACE.fullmatch(told)
    if match is None:
        raise ValueError("choose one of the places")
    return Passage(report=match["report"], span=Span(int(match["start"]), int(match["end"])))


def meanings(case: Case, place: Passage) -> list[Ruling]:
    """Return what may be meant at a place, first what stands there, then what there is around it that has a time."""
    confirmed = ruling.at(case, place, "confirmed")
    timed = (replace(each, verdict="confirmed") for each in ruling.at(case, place, "dated"))
    return list(dict.fromkeys((*confirmed, *timed)))
