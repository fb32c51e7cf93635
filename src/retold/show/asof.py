"""`retold asof`: the record as it was known on a day, or as the case held it; and how any case is printed, however large.

A small affair is printed whole. Of a large one the brief shows the first of each section, and says how to see more.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from retold.show.arguments import AsJson, CasePath

if TYPE_CHECKING:
    from retold.record import Case
    from retold.record.as_of import AsOf
    from retold.record.excerpt import Counts
    from retold.show.brief.lines import Line, Section

WHOLE = 300
"""Reports up to which a case is printed whole."""
MORE = 50
"""Items of a section that is asked for by itself."""

Only = Annotated[
    str | None,
    typer.Option(
        "--section",
        help="Print 50 items of one section (of who 12): measure, or measure:41 to begin at the 41st.",
        show_default=False,
    ),
]


def asof(
    case: CasePath,
    day: Annotated[
        str | None, typer.Argument(help="The day until whose end (UTC) reports were published.", show_default=False)
    ] = None,
    held: Annotated[str | None, typer.Option(help="What the case held at the end of this day, or at this moment (UTC).")] = None,
    only: Only = None,
    as_json: AsJson = False,
) -> None:
    """Print the brief as of a day: what reports published until then said, or what the case held then."""
    from retold.record.as_of import as_of
    from retold.record.case import Case

    if day is None and held is None:
        raise typer.BadParameter("name a day of publication, or --held with a day or a moment", param_hint="DAY")
    try:
        asked = as_of(day, held)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    with Case(case, create=False, readonly=True) as record:
        print_record(record, asked, only, as_json=as_json)


def print_record(record: Case, as_of: AsOf, only: str | None = None, *, as_json: bool = False) -> None:
    """Print a case as of then: its JSON, one part of a section, or its brief, whole or the first of each section."""
    from retold.record import excerpt
    from retold.show.brief import brief
    from retold.show.brief.lines import Section
    from retold.show.brief.long import Long, names
    from retold.show.contract import trace_json
    from retold.show.terminal import print_brief, print_json

    if as_json:
        print_json(trace_json(excerpt.whole(record, as_of)))
        return
    if nothing := _not_begun(record, as_of):
        print(nothing)
        return
    counts = excerpt.counts(record, as_of)
    long = Long(case=record, as_of=as_of, counts=counts, again=_again(record, as_of))
    if only is not None:
        name, first = _part(only, names())
        lines = long.section(name, excerpt.Page(first=first, most=MORE))
        print_brief(_heading(counts, as_of), [Section(heading=name.capitalize(), lines=lines)])
        return
    sections = tuple(long.sections()) if counts.reports > WHOLE else brief(excerpt.whole(record, as_of))
    print_brief(_heading(counts, as_of), _noted(sections, counts))


def _not_begun(record: Case, as_of: AsOf) -> str | None:
    """Return what to say where a case is asked what it held before there was anything in it."""
    from retold.show.terminal import one_line

    (begun,) = record.select("SELECT min(at) FROM changes")[0]
    if as_of.moment is None or (begun and begun <= as_of.moment):
        return None
    since = f"; it holds reports since {minute(begun)}" if begun else ""
    return one_line(f"{record.path} held nothing yet at {minute(as_of.moment)}{since}")


def minute(moment: str) -> str:
    """Return a moment of the case as a reader writes it."""
    return f"{moment[:16].replace('T', ' ')} UTC"


def _part(only: str, names: Sequence[str]) -> tuple[str, int]:
    """Return the section that is asked for, and from which item on. Raises `typer.BadParameter`."""
    asked, _, first = only.partition(":")
    name = _called(asked, names)
    if name is None:
        raise typer.BadParameter(f"sections are {', '.join(names)}", param_hint="--section")
    if first and not (first.isascii() and first.isdigit() and int(first[:12]) > 0):
        raise typer.BadParameter(f"the first item is a number: {name}:41", param_hint="--section")
    return name, int(first[:12] or 1)


def _called(asked: str, names: Sequence[str]) -> str | None:
    """Return the section of a name, in the plural too ("offices", "allegations")."""
    asked = asked.strip().casefold()
    return next((name for name in names if asked in (name, f"{name}s", f"{name.removesuffix('y')}ies")), None)


def _heading(counts: Counts, as_of: AsOf) -> str:
    from retold.show.brief.lines import number

    until = f" published until {as_of.published}" if as_of.published else ""
    held = f", as the case held it at {as_of.held:%Y-%m-%d %H:%M} UTC" if as_of.held else ""
    return f"Who says what in {number(counts.reports, 'report')}{until}{held}"


def _noted(sections: tuple[Section, ...], counts: Counts) -> tuple[Section, ...]:
    """Put into the first section which reports are left out."""
    first, *rest = sections
    return (replace(first, lines=(*first.lines, *_left_out(counts))), *rest)


def _left_out(counts: Counts) -> list[Line]:
    from retold.show.brief.lines import Line, number

    lines = []
    if counts.later:
        lines.append(Line(text=f"Left out, as published later: {number(counts.later, 'report')}."))
    if counts.undated:
        reports = number(counts.undated, "report")
        lines.append(Line(text=f"Left out, as not known to have been published by then: {reports} without a day."))
    return lines


def _again(record: Case, as_of: AsOf) -> str:
    """Return the command by which more of the same is asked for."""
    path = shlex.quote(str(record.path))
    day = f" {as_of.published}" if as_of.published else ""
    held = f" --held {as_of.held.replace(tzinfo=None).isoformat(timespec='milliseconds')}" if as_of.held else ""
    return f"retold asof {path}{day}{held}" if day or held else f"retold brief {path}"
