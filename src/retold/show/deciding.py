"""A command that rules goes from a place to what is meant there, asks who rules and why, and tells what that changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from retold.errors import ReportError

if TYPE_CHECKING:
    from retold.model import Passage, Ruling, Verdict
    from retold.record.case import Case
    from retold.ruling import Outcome


def _where(ruling: Ruling) -> str:
    from retold.ruling import START
    from retold.show.brief.lines import place_of

    return "" if ruling.one.span == START else f"  [{place_of(ruling.one)}]"


def meant(case: Case, place: str, verdict: Verdict, kind: str | None, about: str | None) -> Ruling:
    """Return the one ruling that a place means. Raises `ReportError` where it means none, or several."""
    from retold.ruling import at
    from retold.show.place import parsed

    what = "no time and no fact" if verdict == "dated" else "no finding"
    return one(at(case, parsed(place), verdict), parsed(place), kind, about, what=what)


def one(options: Sequence[Ruling], passage: Passage, kind: str | None, about: str | None, *, what: str) -> Ruling:
    """Return the one of the rulings that is meant. Raises `ReportError` where none is, or several are."""
    from retold.ruling import chosen

    found = chosen(options, kind, about)
    if len(found) == 1:
        return found[0]
    where = f"at {passage.span.start}-{passage.span.end}"
    if not options:
        raise ReportError(passage.report, f"has {what} {where}; `retold find` lists what it has")
    if not found:
        raise ReportError(passage.report, f"has no such finding {where}, only {_listed(options)}")
    why = "with --kind" if len({each.kind or each.what for each in found}) > 1 else "with --about"
    raise ReportError(passage.report, f"has several findings {where}; say {why} which is meant: {_listed(found)}")


def _listed(options: Sequence[Ruling]) -> str:
    return "; ".join(f"{each.kind or each.what}" + (f" ({each.about})" if each.about else "") for each in options)


def signed(case: Case, wanted: Ruling, reason: str, by: str | None, *, everywhere: bool = False) -> list[Ruling]:
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


def ruled(case: Case, wanted: Sequence[Ruling], *, dry_run: bool, as_json: bool) -> None:
    """Keep rulings, or only try them, and print what that changes."""
    from retold.ruling import rule, trial
    from retold.show.rulings import said

    outcome = trial(case, wanted) if dry_run else rule(case, wanted)
    would = "would be " if dry_run else ""
    heads = [f"{would}ruling {each.id}: {said(each)}{_where(each)}" for each in outcome.rulings]
    tell(outcome, heads, dry_run=dry_run, as_json=as_json)


def tell(outcome: Outcome, heads: Sequence[str], *, dry_run: bool, as_json: bool) -> None:
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
