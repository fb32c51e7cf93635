"""`retold rule`: what a person rules on findings, times and retellings, told before it is kept and taken back by its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from retold.errors import ReportError
from retold.show.arguments import AsJson, By, CasePath, DryRun, Reason
from retold.show.case_first import CaseFirst

if TYPE_CHECKING:
    from retold.model import Period, Ruling, Verdict
    from retold.record.case import Case
    from retold.ruling import Outcome

LIST = """\b
Examples:
  retold rule affair.case
  retold rule reject affair.case one.txt:120-180 --reason "a caption" --dry-run
  retold rule reject affair.case one.txt:120-180 --kind "hedge dropped"
  retold rule confirm affair.case one.txt:120-180 --by "N. Brandt"
  retold rule time affair.case one.txt:140-151 2031-05-03
  retold rule time affair.case one.txt:120-180 2031-05.. --all
  retold rule family affair.case two.txt --retells one.txt
  retold rule family affair.case two.txt --alone
  retold rule undo affair.case 3
"""

app = typer.Typer(
    cls=CaseFirst,
    help="List what people ruled (`retold rule CASE`), and rule: reject, confirm, time, family, undo.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog=LIST,
)

Place = Annotated[
    str, typer.Argument(metavar="PLACE", help="REPORT:START-END of what is meant, as listings give it.", show_default=False)
]
Kind = Annotated[
    str | None,
    typer.Option(help="What is meant, where several stand there: measure, attribution, credit, hedge dropped, claim ..."),
]
About = Annotated[str | None, typer.Option(help="Words of its parties, where several of a kind stand there.")]
All = Annotated[bool, typer.Option("--all", help="Rule so on every report's wording of the claim.")]


@app.command("list")
def list_(case: CasePath, as_json: AsJson = False) -> None:
    """List the rulings that hold: number, words, who, when and why, and whether one is overruled or waits."""
    from retold.record.case import Case
    from retold.ruling import standing
    from retold.show.brief.lines import Section, number
    from retold.show.rulings import ruling_json, ruling_lines
    from retold.show.terminal import print_brief, print_json

    with Case(case, create=False, readonly=True) as record:
        ruled = standing(record)
    if as_json:
        print_json({"rulings": [ruling_json(*each) for each in ruled]})
    else:
        section = Section(heading=number(len(ruled), "ruling"), lines=tuple(ruling_lines(ruled)))
        print_brief(f"What people ruled in {case}", [section])


@app.command()
def reject(  # noqa: PLR0913 - the arguments of a command
    case: CasePath,
    place: Place,
    kind: Kind = None,
    about: About = None,
    everywhere: All = False,
    reason: Reason = "",
    by: By = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Rule that a finding is wrong: a fact, an attribution, a mention, a credit, a time, a change, or a wording of a claim."""
    from retold.record.case import Case

    with Case(case, create=False, readonly=dry_run) as record:
        wanted = _meant(record, place, "rejected", kind, about)
        _ruled(record, _signed(record, wanted, reason, by, everywhere=everywhere), dry_run=dry_run, as_json=as_json)


@app.command()
def confirm(  # noqa: PLR0913 - the arguments of a command
    case: CasePath,
    place: Place,
    kind: Kind = None,
    about: About = None,
    reason: Reason = "",
    by: By = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Rule that a finding or a claim is right; it stays marked so."""
    from retold.record.case import Case

    with Case(case, create=False, readonly=dry_run) as record:
        wanted = _meant(record, place, "confirmed", kind, about)
        _ruled(record, _signed(record, wanted, reason, by), dry_run=dry_run, as_json=as_json)


@app.command("time")
def time_(  # noqa: PLR0913 - the arguments of a command
    case: CasePath,
    place: Place,
    time: Annotated[
        str,
        typer.Argument(metavar="TIME", help="2031-05-03, 2031-05, 2031-05-03..2031-05-07, 2031-05.., ..2031 or .. (not known)"),
    ],
    kind: Kind = None,
    about: About = None,
    everywhere: All = False,
    reason: Reason = "",
    by: By = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Correct the time of words that name one, with all that hangs on them, or of one fact."""
    from dataclasses import replace

    from retold.record.case import Case

    period = _period(time)
    with Case(case, create=False, readonly=dry_run) as record:
        wanted = replace(_meant(record, place, "dated", kind, about), period=period)
        _ruled(record, _signed(record, wanted, reason, by, everywhere=everywhere), dry_run=dry_run, as_json=as_json)


@app.command()
def family(  # noqa: PLR0913 - the arguments of a command
    case: CasePath,
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="The report, by the name that listings give it.", show_default=False)
    ],
    with_: Annotated[str | None, typer.Option("--with", help="A report of the same original.", show_default=False)] = None,
    retells: Annotated[str | None, typer.Option(help="The report that it retells.", show_default=False)] = None,
    alone: Annotated[bool, typer.Option("--alone", help="It retells nobody, and nobody retells it.")] = False,
    reason: Reason = "",
    by: By = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Move a report to another family, or say whose retelling it is; origins are counted anew."""
    from retold.record.case import Case
    from retold.ruling import moved

    if (with_ is not None) + (retells is not None) + alone != 1:
        raise typer.BadParameter("say one of --with OTHER, --retells OTHER, --alone")
    verdict: Verdict = "alone" if alone else "with" if with_ is not None else "retells"
    with Case(case, create=False, readonly=dry_run) as record:
        wanted = moved(record, report, verdict, with_ if with_ is not None else retells)
        _ruled(record, _signed(record, wanted, reason, by), dry_run=dry_run, as_json=as_json)


@app.command()
def undo(
    case: CasePath,
    rulings: Annotated[list[int], typer.Argument(metavar="NUMBER...", help="The numbers of rulings.", show_default=False)],
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Take rulings back, whatever they are about; they stay in the case as ones that held until now."""
    from retold.record.case import Case
    from retold.ruling import undo as take_back

    with Case(case, create=False, readonly=dry_run) as record:
        outcome = take_back(record, rulings, keep=not dry_run)
    would = "would be" if dry_run else "is"
    heads = [f"ruling {each.id} ({_said(each)}) {would} taken back" for each in outcome.rulings]
    _tell(outcome, heads, dry_run=dry_run, as_json=as_json)


def _said(ruling: Ruling) -> str:
    from retold.show.rulings import said

    return said(ruling)


def _where(ruling: Ruling) -> str:
    from retold.ruling import START
    from retold.show.brief.lines import place_of

    return "" if ruling.one.span == START else f"  [{place_of(ruling.one)}]"


def _period(time: str) -> Period:
    from retold.resolve.periods.given import given

    try:
        return given(time)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _meant(case: Case, place: str, verdict: Verdict, kind: str | None, about: str | None) -> Ruling:
    """Return the one ruling that a place means. Raises `ReportError` where it means none, or several."""
    from retold.ruling import at, chosen
    from retold.show.place import parsed

    passage = parsed(place)
    options = at(case, passage, verdict)
    found = chosen(options, kind, about)
    if len(found) == 1:
        return found[0]
    where = f"at {passage.span.start}-{passage.span.end}"
    what = "no time and no fact" if verdict == "dated" else "no finding"
    if not options:
        raise ReportError(passage.report, f"has {what} {where}; `retold find` lists what it has")
    if not found:
        raise ReportError(passage.report, f"has no such finding {where}, only {_listed(options)}")
    why = "with --kind" if len({each.kind or each.what for each in found}) > 1 else "with --about"
    raise ReportError(passage.report, f"has several findings {where}; say {why} which is meant: {_listed(found)}")


def _listed(options: Sequence[Ruling]) -> str:
    return "; ".join(f"{each.kind or each.what}" + (f" ({each.about})" if each.about else "") for each in options)


def _signed(case: Case, wanted: Ruling, reason: str, by: str | None, *, everywhere: bool = False) -> list[Ruling]:
    """Return a ruling, and the like on every wording of its claim if so asked, with who makes it and why."""
    from dataclasses import replace

    from retold.ruling import throughout

    who = signer(by)
    return [replace(each, reason=reason, by=who) for each in (throughout(case, wanted) if everywhere else [wanted])]


def signer(by: str | None) -> str | None:
    """Return in whose name is ruled: as the user says, else the name of the login; None for nobody."""
    import getpass

    if by is not None:
        return by.strip() or None
    try:
        return getpass.getuser() or None
    except (OSError, KeyError, ImportError):  # no user of this number, as in a container
        return None


def _ruled(case: Case, wanted: Sequence[Ruling], *, dry_run: bool, as_json: bool) -> None:
    from retold.ruling import rule, trial

    outcome = trial(case, wanted) if dry_run else rule(case, wanted)
    would = "would be " if dry_run else ""
    heads = [f"{would}ruling {each.id}: {_said(each)}{_where(each)}" for each in outcome.rulings]
    _tell(outcome, heads, dry_run=dry_run, as_json=as_json)


def _tell(outcome: Outcome, heads: Sequence[str], *, dry_run: bool, as_json: bool) -> None:
    """Print what rulings did, or would do."""
    from retold.show.rulings import effect_lines, outcome_json
    from retold.show.terminal import one_line, print_json

    if as_json:
        print_json(outcome_json(outcome, kept=not dry_run))
        return
    for head in heads:
        print(one_line(head))
    lines = [(f"{'  ' * line.depth}{line.text}", line.place) for line in effect_lines(outcome.effect)]
    for text, place in lines or [("  nothing else changes", None)]:
        print(one_line(text + (f"  [{place}]" if place else "")))
    if dry_run:
        print("nothing was kept")
    say_overruled(outcome, dry_run=dry_run)


def say_overruled(outcome: Outcome, *, dry_run: bool) -> None:
    """Say which earlier rulings cannot hold beside those that were made, or would be."""
    from retold.show.terminal import say

    for number in outcome.overruled:
        say(f"ruling {number} cannot hold beside this and {'would be' if dry_run else 'is'} overruled by it")
