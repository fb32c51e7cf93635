"""`retold rule`: what a person rules on findings, times and retellings, told before it is kept and taken back by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from retold.errors import ReportError
from retold.show.arguments import AsJson, By, CasePath, DryRun, Reason
from retold.show.case_first import CaseFirst
from retold.show.deciding import meant, one, ruling_command, signer, tell

if TYPE_CHECKING:
    from retold.model import Period, Ruling, Side, Verdict
    from retold.record.case import Case

LIST = """\b
Examples:
  retold rule affair.case
  retold rule reject affair.case one.txt:120-180 --reason "a caption" --dry-run
  retold rule reject affair.case one.txt:120-180 --kind "hedge dropped"
  retold rule confirm affair.case one.txt:120-180 --by "N. Brandt"
  retold rule time affair.case one.txt:140-151 2031-05-03
  retold rule time affair.case one.txt:120-180 2031-05.. --all
  retold rule party affair.case one.txt:120-180 --subject "Ilse Marrow"
  retold rule party affair.case one.txt:120-180 --object two.txt:44-52
  retold rule party affair.case one.txt:120-180 --subject "Tarn Oil" --new body
  retold rule party affair.case one.txt:120-180 --subject nobody
  retold rule kind affair.case one.txt:44-52 body --all
  retold rule family affair.case two.txt --retells one.txt
  retold rule family affair.case two.txt --alone
  retold rule undo affair.case 3
"""

app = typer.Typer(
    cls=CaseFirst,
    help="List what people ruled (`retold rule CASE`), and rule: reject, confirm, time, party, kind, family, undo.",
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
ANEW = "--new with what he is (person, body, place, other) names somebody anew"
PlaceOrReport = Annotated[
    str, typer.Argument(metavar="PLACE", help="REPORT:START-END as listings give it, or REPORT alone.", show_default=False)
]
Time = Annotated[
    str, typer.Argument(metavar="TIME", help="2031-05-03, 2031-05, 2031-05-03..2031-05-07, 2031-05.., ..2031 or .. (not known)")
]
Sort = Literal["person", "body", "place", "other"]
"""What somebody may be; it must stand here for the help of the command."""
All = Annotated[bool, typer.Option("--all", help="Rule so on every report's wording of the claim.")]
Everywhere = Annotated[bool, typer.Option("--all", help="Rule so in every report that names him.")]


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
@ruling_command(everywhere=All)
def reject(case: Case, place: Place, kind: Kind = None, about: About = None) -> Ruling:
    """Rule that a finding is wrong: a fact, an attribution, a mention, a credit, a time, a change, or a wording of a claim."""
    return meant(case, place, "rejected", kind, about)


@app.command()
@ruling_command()
def confirm(case: Case, place: Place, kind: Kind = None, about: About = None) -> Ruling:
    """Rule that a finding or a claim is right; it stays marked so."""
    return meant(case, place, "confirmed", kind, about)


@app.command("time")
@ruling_command(everywhere=All)
def time_(case: Case, place: PlaceOrReport, time: Time, kind: Kind = None, about: About = None) -> Ruling:
    """Correct the time of words that name one, with all that hangs on them, of one fact, or the day a report tells from."""
    from dataclasses import replace

    from retold.record.called import called
    from retold.ruling import told_from
    from retold.show.place import PLACE

    period = _period(time)
    found = meant(case, place, "dated", kind, about) if PLACE.fullmatch(place) else told_from(case, called(case, place))
    return replace(found, period=period)


@app.command()
@ruling_command(everywhere=All)
def party(  # noqa: PLR0913 - the arguments of a command
    case: Case,
    place: Place,
    subject: Annotated[
        str | None, typer.Option(metavar="WHO", help="Who does or says it: a name, a place, or nobody.", show_default=False)
    ] = None,
    object_: Annotated[
        str | None, typer.Option("--object", metavar="WHO", help="Whom it is about, likewise.", show_default=False)
    ] = None,
    via: Annotated[str | None, typer.Option(metavar="WHO", help="Through whom, likewise.", show_default=False)] = None,
    new: Annotated[
        Sort | None, typer.Option(help="WHO is a name that the case does not know, and this is what he is.", show_default=False)
    ] = None,
    kind: Kind = None,
    about: About = None,
) -> Ruling:
    """Say who a party of a fact is: somebody of the case, by name or by REPORT:START-END of a mention, a new name, or nobody."""
    from retold.casting import UnknownNameError, sides, who_is
    from retold.show.place import PLACE, held

    given: dict[Side, str | None] = {"subject": subject, "object": object_, "via": via}
    said = [(side, who) for side, who in given.items() if who is not None]
    if len(said) != 1:
        raise typer.BadParameter("say one of --subject WHO, --object WHO, --via WHO")
    ((side, who),) = said
    passage = held(case, place)
    wanted = one(sides(case, passage, side), passage, kind, about, what="no fact")
    try:
        return who_is(case, wanted, held(case, who) if new is None and PLACE.fullmatch(who) else who, new)
    except UnknownNameError as error:
        raise ReportError(error.report, error.otherwise(ANEW)) from error


@app.command("kind")
@ruling_command(everywhere=Everywhere)
def kind_(
    case: Case,
    place: Annotated[
        str, typer.Argument(metavar="PLACE", help="REPORT:START-END of a mention, as listings give it.", show_default=False)
    ],
    sort: Annotated[Sort, typer.Argument(metavar="KIND", help="person, body, place or other.", show_default=False)],
) -> Ruling:
    """Say what somebody is who is mentioned: a person, a body, a place, or something else."""
    from retold.casting import of_kind
    from retold.show.place import held

    return of_kind(case, held(case, place), sort)


@app.command()
@ruling_command()
def family(
    case: Case,
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="The report, by the name that listings give it.", show_default=False)
    ],
    with_: Annotated[
        str | None,
        typer.Option("--with", help="A report of the same original; roles follow as in any family.", show_default=False),
    ] = None,
    retells: Annotated[str | None, typer.Option(help="The report that it retells.", show_default=False)] = None,
    alone: Annotated[bool, typer.Option("--alone", help="It retells nobody, and nobody retells it.")] = False,
) -> Ruling:
    """Move a report to another family, or say whose retelling it is; origins are counted anew."""
    from retold.record.called import called
    from retold.ruling import moved

    if (with_ is not None) + (retells is not None) + alone != 1:
        raise typer.BadParameter("say one of --with OTHER, --retells OTHER, --alone")
    verdict: Verdict = "alone" if alone else "with" if with_ is not None else "retells"
    other = with_ if with_ is not None else retells
    return moved(case, called(case, report), verdict, None if other is None else called(case, other))


@app.command()
def undo(  # noqa: PLR0913 - the arguments of a command
    case: CasePath,
    rulings: Annotated[list[int], typer.Argument(metavar="NUMBER...", help="The numbers of rulings.", show_default=False)],
    reason: Reason = "",
    by: By = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Take rulings back, whatever they are about; they stay in the case as ones that held until now."""
    from retold.record.case import Case
    from retold.ruling import undo as take_back
    from retold.show.rulings import said

    with Case(case, create=False, readonly=dry_run) as record:
        outcome = take_back(record, rulings, keep=not dry_run, by=signer(by), reason=reason)
    would = "would be" if dry_run else "is"
    heads = [f"ruling {each.id} ({said(each)}) {would} taken back" for each in outcome.rulings]
    tell(outcome, heads, dry_run=dry_run, as_json=as_json)


def _period(time: str) -> Period:
    from retold.resolve.periods.given import given

    try:
        return given(time)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
