"""`retold rule`: what a person rules on findings, times and retellings, told before it is kept and taken back by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from retold.show.arguments import AsJson, By, CasePath, DryRun, Reason
from retold.show.case_first import CaseFirst
from retold.show.deciding import meant, one, ruled, signed, signer, tell

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
  retold rule family affair.case two.txt --retells one.txt
  retold rule family affair.case two.txt --alone
  retold rule undo affair.case 3
"""

app = typer.Typer(
    cls=CaseFirst,
    help="List what people ruled (`retold rule CASE`), and rule: reject, confirm, time, party, family, undo.",
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
Sort = Literal["person", "body", "place", "other"]
"""What somebody may be; it must stand here for the help of the command."""
NOBODY = "nobody"
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
        wanted = meant(record, place, "rejected", kind, about)
        ruled(record, signed(record, wanted, reason, by, everywhere=everywhere), dry_run=dry_run, as_json=as_json)


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
        wanted = meant(record, place, "confirmed", kind, about)
        ruled(record, signed(record, wanted, reason, by), dry_run=dry_run, as_json=as_json)


@app.command("time")
def time_(  # noqa: PLR0913 - the arguments of a command
    case: CasePath,
    place: Annotated[
        str,
        typer.Argument(metavar="PLACE", help="REPORT:START-END as listings give it, or REPORT alone.", show_default=False),
    ],
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
    """Correct the time of words that name one, with all that hangs on them, of one fact, or the day a report tells from."""
    from dataclasses import replace

    from retold.record.case import Case
    from retold.ruling import told_from
    from retold.show.place import PLACE

    period = _period(time)
    with Case(case, create=False, readonly=dry_run) as record:
        whole = not PLACE.fullmatch(place)
        found = told_from(record, place) if whole else meant(record, place, "dated", kind, about)
        wanted = replace(found, period=period)
        ruled(record, signed(record, wanted, reason, by, everywhere=everywhere), dry_run=dry_run, as_json=as_json)


@app.command()
def party(  # noqa: PLR0913 - the arguments of a command
    case: CasePath,
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
    everywhere: All = False,
    reason: Reason = "",
    by: By = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Say who a party of a fact is: somebody of the case, by name or by REPORT:START-END of a mention, a new name, or nobody."""
    from retold.record.case import Case

    given: dict[Side, str | None] = {"subject": subject, "object": object_, "via": via}
    said = [(side, who) for side, who in given.items() if who is not None]
    if len(said) != 1:
        raise typer.BadParameter("say one of --subject WHO, --object WHO, --via WHO")
    with Case(case, create=False, readonly=dry_run) as record:
        wanted = _who(record, place, said[0], (kind, about), new)
        ruled(record, signed(record, wanted, reason, by, everywhere=everywhere), dry_run=dry_run, as_json=as_json)


def _who(case: Case, place: str, said: tuple[Side, str], which: tuple[str | None, str | None], new: Sort | None) -> Ruling:
    """Return the ruling on who a side of the fact at a place is. Raises `ReportError`, and `typer.BadParameter`."""
    from retold.casting import mentioned, named, sides
    from retold.show.place import PLACE, parsed

    side, who = said
    wanted = one(sides(case, parsed(place), side), parsed(place), *which, what="no fact")
    if new is None and who.casefold() == NOBODY:
        return wanted
    if new is None and PLACE.fullmatch(who):
        return mentioned(case, wanted, parsed(who))
    return named(case, wanted, who, new)


@app.command()
def family(  # noqa: PLR0913 - the arguments of a command
    case: CasePath,
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="The report, by the name that listings give it.", show_default=False)
    ],
    with_: Annotated[
        str | None,
        typer.Option("--with", help="A report of the same original; roles follow as in any family.", show_default=False),
    ] = None,
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
        ruled(record, signed(record, wanted, reason, by), dry_run=dry_run, as_json=as_json)


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
