"""A command that rules goes from a place to what is meant there, asks who rules and why, and tells what that changed.

What all of these commands take and do stands here; each of them says only which ruling is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from inspect import Parameter, Signature
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

from retold.errors import ReportError
from retold.show.arguments import AsJson, By, CasePath, DryRun, Reason

if TYPE_CHECKING:
    from retold.model import Passage, Ruling, Verdict
    from retold.record.case import Case
    from retold.ruling import Outcome


Asked = Callable[..., "Ruling"]
"""Takes a case, and what a user says, to the ruling that he means."""


def _option(name: str, annotation: Any, default: object) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


_CASE = Parameter("case", Parameter.POSITIONAL_OR_KEYWORD, annotation=CasePath)
_SIGNED = [_option("reason", Reason, ""), _option("by", By, None)]
_PRINTED = [_option("dry_run", DryRun, False), _option("as_json", AsJson, False)]


def ruling_command(*, everywhere: Any = None) -> Callable[[Asked], Callable[..., None]]:
    """Return what makes a command of a function that returns the ruling that is meant.

    The command takes the case by its path, then what the function takes, with `everywhere` as its annotation whether to rule so
    wherever the like stands, then who rules and why, whether to keep it, and how to print what it changed.
    """

    def made(asked: Asked) -> Callable[..., None]:
        def command(case: Path, *, reason: str, by: str | None, dry_run: bool, as_json: bool, **said: Any) -> None:
            from retold.record.case import Case

            all_ = bool(said.pop("everywhere", False))
            with Case(case, create=False, readonly=dry_run) as record:
                wanted = signed(record, asked(record, **said), reason, by, everywhere=all_)
                ruled(record, wanted, dry_run=dry_run, as_json=as_json)

        known = get_type_hints(asked, localns={"Case": object, "Ruling": object}, include_extras=True)
        own = [
            Parameter(name, Parameter.KEYWORD_ONLY, default=each.default, annotation=known[name])
            for name, each in list(Signature.from_callable(asked).parameters.items())[1:]
        ]
        alike = [_option("everywhere", everywhere, False)] if everywhere else []
        command.__signature__ = Signature([_CASE, *own, *alike, *_SIGNED, *_PRINTED])  # type: ignore[attr-defined]
        command.__annotations__, command.__name__, command.__doc__ = {}, asked.__name__, asked.__doc__
        return command

    return made


def meant(case: Case, place: str, verdict: Verdict, kind: str | None, about: str | None) -> Ruling:
    """Return the one ruling that a place means. Raises `ReportError` where it means none, or several."""
    from retold.ruling import at
    from retold.show.place import held

    what = "no time and no fact" if verdict == "dated" else "no finding"
    passage = held(case, place)
    return one(at(case, passage, verdict), passage, kind, about, what=what)


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
    """Return a ruling, and the like wherever its claim is worded or he is named if so asked, with who makes it and why."""
    from dataclasses import replace

    from retold.casting import wherever_named
    from retold.ruling import throughout

    alike = wherever_named if wanted.what == "kind" else throughout
    who = signer(by)
    return [replace(each, reason=reason, by=who) for each in (alike(case, wanted) if everywhere else [wanted])]


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


def _where(ruling: Ruling) -> str:
    from retold.ruling import START
    from retold.show.brief.lines import place_of

    return "" if ruling.one.span == START else f"  [{place_of(ruling.one)}]"


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
