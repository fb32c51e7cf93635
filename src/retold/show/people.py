"""`retold people`: who is who in a case, as far as names leave it open, and what a person rules about it.

A ruling names two mentions by their places, as every listing prints them; what it changed is told at once.
"""

from __future__ import annotations

import contextlib
import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from retold.errors import ReportError
from retold.show.arguments import AsJson, By, CasePath, DryRun, Reason
from retold.show.case_first import CaseFirst

if TYPE_CHECKING:
    from retold.model import Actor, Passage, Trace, Verdict
    from retold.record.case import Case
    from retold.ruling import Outcome

LIST = """\b
Examples:
  retold people affair.case
  retold people merge affair.case one.txt:120-131 two.txt:44-52 --reason "same decree"
  retold people split affair.case one.txt:120-131 two.txt:44-52 --reason "father and son"
  retold people undo affair.case 3
"""


REPORTS = 5
"""Reports that a line lists by name."""
COMPARED = 10
"""People and bodies of a large case that one list compares."""

app = typer.Typer(
    cls=CaseFirst,
    help="List who may be one person or body (`retold people CASE`), and rule on it: merge, split, undo.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog=LIST,
)

Place = Annotated[str, typer.Argument(help="REPORT:START-END of a mention, as listings give it.", show_default=False)]


@app.command("list")
def list_(
    case: CasePath,
    first: Annotated[int, typer.Option("--from", help="Of a large case: begin at the one of this number.", min=1)] = 1,
    as_json: AsJson = False,
) -> None:
    """List the pairs that may be one person or body, with both passages, and the rulings that hold.

    Of a case of more than 300 reports those in most reports are compared, 10 at a time, each with a few who share a name with it.
    """
    from retold.record.case import Case
    from retold.resolve.actors.doubts import doubts
    from retold.ruling import standing
    from retold.show.doubtful import people_json, people_sections
    from retold.show.terminal import print_brief, print_json

    with Case(case, create=False, readonly=True) as record:
        trace, compared = _compared(record, first)
        ruled = [each for each in standing(record) if each[0].verdict in ("same", "different") and each[0].what is None]
    found = doubts(trace.readings, trace.actors, [ruling for ruling, _ in ruled])
    if compared:
        page = {actor.id for actor in trace.actors[: compared[1] - compared[0] + 1]}
        found = tuple(each for each in found if {each.one.actor, each.other.actor} & page)
    if as_json:
        print_json({**people_json(found, ruled), "compared": list(compared) if compared else None})
        return
    print_brief(f"Who may be one in {case}", people_sections(trace, found, ruled))
    if compared:
        print(_left(case, *compared))


def _compared(record: Case, first: int) -> tuple[Trace, tuple[int, int, int] | None]:
    """Return who is compared, of a large case with the number of the first and the last of them and how many there are."""
    from retold.record import excerpt
    from retold.show.asof import WHOLE

    if not record.select("SELECT 1 FROM tellings WHERE retracted_at IS NULL LIMIT 1 OFFSET ?", WHOLE):
        return record.trace(), None
    found = excerpt.alike(record, page=excerpt.Page(first=first, most=COMPARED))
    return found.trace, (min(first, found.total), min(first + COMPARED - 1, found.total), found.total)


def _left(case: Path, first: int, last: int, total: int) -> str:
    """Return who was compared and how to go on."""
    from retold.show.terminal import one_line

    more = f"; more: retold people list {shlex.quote(str(case))} --from {last + 1}" if last < total else ""
    return one_line(
        f"compared: {first:,} to {last:,} of {total:,} people and bodies, each with a few who share a name with it{more}"
    )


@app.command()
def merge(case: CasePath, one: Place, other: Place, reason: Reason = "", by: By = None, dry_run: DryRun = False) -> None:  # noqa: PLR0913 - the arguments of a command
    """Rule that two mentions are one person or body, for good."""
    _rule(case, "same", (one, other), (by, reason), dry_run=dry_run)


@app.command()
def split(case: CasePath, one: Place, other: Place, reason: Reason = "", by: By = None, dry_run: DryRun = False) -> None:  # noqa: PLR0913 - the arguments of a command
    """Rule that two mentions are two persons or bodies, for good; in one report, the second name is taken off the first."""
    _rule(case, "different", (one, other), (by, reason), dry_run=dry_run)


@app.command()
def undo(
    case: CasePath,
    ruling: Annotated[int, typer.Argument(help="The number of the ruling.", show_default=False)],
    reason: Reason = "",
    by: By = None,
) -> None:
    """Take a ruling back; it stays in the case as one that held until now."""
    from retold.record.case import Case
    from retold.ruling import undo as take_back
    from retold.show.deciding import signer
    from retold.show.rulings import said
    from retold.show.terminal import one_line

    with Case(case, create=False) as record:
        outcome = take_back(record, [ruling], by=signer(by), reason=reason)
    print(one_line(f"ruling {ruling} ({said(outcome.rulings[0])}) is taken back"))
    _say_changed(outcome)


def _rule(path: Path, verdict: Verdict, at: tuple[str, str], signed: tuple[str | None, str], *, dry_run: bool) -> None:
    """Rule on two mentions, in the name of somebody and for a reason."""
    from retold import ruling
    from retold.record.case import Case
    from retold.show.deciding import say_overruled, signer
    from retold.show.place import held

    by, reason = signed
    with Case(path, create=False, readonly=dry_run) as record:
        meant = ruling.persons(record, verdict, held(record, at[0]), held(record, at[1]))
        wanted = [replace(meant, reason=reason, by=signer(by))]
        outcome = ruling.trial(record, wanted) if dry_run else ruling.rule(record, wanted)
    _say_ruled(outcome, dry_run=dry_run)
    _say_changed(outcome)
    if dry_run:
        print("nothing was kept")
    _warn(outcome, _places(outcome))
    say_overruled(outcome, dry_run=dry_run)


def _places(outcome: Outcome) -> list[Passage]:
    """The places of the two whom a ruling is about."""
    made = outcome.rulings[0]
    return [made.one, *([made.other] if made.other else [])]


def _say_ruled(outcome: Outcome, *, dry_run: bool) -> None:
    """Say what was ruled on whom, and who they are by that."""
    from retold.show.brief.lines import place_of
    from retold.show.terminal import one_line

    made, places = outcome.rulings[0], _places(outcome)
    are = f"are {'' if made.verdict == 'same' else 'not '}the same person or body"
    first, second = (f"“{words}” [{place_of(place)}]" for words, place in zip(made.words, places, strict=True))
    print(one_line(f"{'would be ' if dry_run else ''}ruling {made.id}: {first} and {second} {are}"))
    for actor in dict.fromkeys(_known(outcome.after, places)):
        print(one_line(f"  {told(actor)}{_named_in(actor)}"))


def _warn(outcome: Outcome, places: Sequence[Passage]) -> None:
    """Say what reports tell that two who were made one cannot both be: a woman and a man, born in different years."""
    from retold.resolve.actors.doubts import against
    from retold.show.terminal import say

    before = list(dict.fromkeys(_known(outcome.before, places)))
    if outcome.rulings[0].verdict == "same" and len(before) == 2 and (why := against(outcome.before.readings, *before)):
        say(f"mind: {why}; the ruling goes over it, and `retold people undo` takes it back")


def _known(trace: Trace, places: Iterable[Passage]) -> Iterator[Actor]:
    """Yield whom places mention; a country that was taken off somebody is nobody whom the record knows by name."""
    from retold.there import actor_at

    for place in places:
        with contextlib.suppress(ReportError):
            yield actor_at(trace, place)


def told(actor: Actor) -> str:
    """Return an actor in a line: name, kind, in how many reports, other names."""
    from retold.show.brief.lines import number

    reports = number(len({m.report for m in actor.members}), "report")
    others = f", also {', '.join(actor.aliases)}" if actor.aliases else ""
    return f"{actor.name} ({actor.kind}, {reports}{others})"


def _named_in(actor: Actor) -> str:
    """Return which reports name somebody, the first of many."""
    reports = list(dict.fromkeys(m.report for m in actor.members))
    more = f" and {len(reports) - REPORTS} more" if len(reports) > REPORTS else ""
    return f": {', '.join(reports[:REPORTS])}{more}"


def _say_changed(outcome: Outcome) -> None:
    """Print which claims are told otherwise now, and how many people, bodies and claims there were and are."""
    from retold.show.brief.lines import number
    from retold.show.rulings import effect_lines
    from retold.show.terminal import one_line

    for line in effect_lines(replace(outcome.effect, actors=(0, 0))):
        print(one_line(f"{'  ' * line.depth}{line.text}" + (f"  [{line.place}]" if line.place else "")))

    def counts(trace: Trace) -> str:
        return f"{number(len(trace.actors), 'person or body', 'people and bodies')}, {number(len(trace.claims), 'claim')}"

    print(f"before: {counts(outcome.before)}; now: {counts(outcome.after)}")
