"""`retold versions`: what an outlet changed in a report after it was kept, silently or not.

Without a report it tells which reports the case held in more than one version; with one, what two of its versions have
other than each other: metadata, passages, and what is therefore said, by whom.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from os.path import commonprefix
from typing import TYPE_CHECKING, Annotated, Any

import typer

from retold.errors import ReportError
from retold.show.arguments import AsJson, CasePath
from retold.show.periods import to_the_second

if TYPE_CHECKING:
    from retold.model import Drift, Reading, Span
    from retold.record.case import Case
    from retold.record.differences import Finding, Passages
    from retold.record.versions import Version

    Pair = tuple[Version, Version]

MARKS = {"changed": "~", "gone": "-", "new": "+"}
LEGEND = "~ a passage that was changed, - struck, + put in   ! what the change does"
CALLED = {"speaker": "said by", "speaker_kind": "kind of speaker", "speaker_count": "speakers", "quoted": "in quotation marks"}


def versions(  # noqa: PLR0913 - a command has as many options as it has
    case: CasePath,
    report: Annotated[str | None, typer.Argument(metavar="REPORT", help="As the case names it.", show_default=False)] = None,
    between: Annotated[
        tuple[int, int] | None,
        typer.Option(metavar="OLDER NEWER", help="The two versions to compare: else the last two.", show_default=False),
    ] = None,
    single: Annotated[bool, typer.Option("--all", help="List the reports of one version, too.")] = False,
    limit: Annotated[int, typer.Option(help="Reports listed at most.", min=1)] = 50,
    first: Annotated[int, typer.Option("--from", help="Begin at the report of this number.", min=1)] = 1,
    as_json: AsJson = False,
) -> None:
    """List the versions of each report that a case held, or tell what differs between two versions of one report."""
    from retold.record import versions as held
    from retold.record.case import Case
    from retold.show.terminal import one_line, print_json

    with Case(case, create=False, readonly=True) as record:
        if report is None:
            names = held.names(record, single=single)
            found = list(held.versions(record, *names[first - 1 : first - 1 + limit]))
            others = 0 if single else held.others(record)
            if as_json:
                told = [_several_json(each) for each in found]
                print_json({"reports": told, "from": first, "total": len(names), "others": others})
            lines = _listed(found, others, (first, len(names)))
        else:
            several = _held(record, report)
            if as_json:
                print_json(_report_json(record, several, between))
            lines = _compared(record, several, between)
        if not as_json:
            for line in lines:
                print(one_line(line))


def _held(case: Case, report: str) -> tuple[Version, ...]:
    """Return the versions of a report. Raises `ReportError` where the case never held it, or several are called so."""
    from retold.record.called import called
    from retold.record.versions import versions as held

    (several,) = held(case, called(case, report, ever=True))
    return several


def _pair(several: Sequence[Version], between: tuple[int, int] | None) -> Pair | None:
    """Return the two versions that a user asks for, the last two for none; None of a report that has but one.

    Raises `ReportError` for a version that the case never held.
    """
    known = {each.version: each for each in several}
    for number in between or ():
        if number not in known:
            raise ReportError(several[0].report, f"has no version {number}: the case held {len(known)}")
    if between:
        return known[between[0]], known[between[1]]
    return (several[-2], several[-1]) if len(several) > 1 else None


def _listed(found: Sequence[Sequence[Version]], others: int, listed: tuple[int, int]) -> Iterator[str]:
    """Yield the versions of some reports; `listed` is the number of the first of them, and how many there are in all."""
    from retold.show.brief.lines import number

    first, total = listed
    for several in found:
        yield several[0].report
        yield from (f"  {line}" for line in _told(several))
    if found and first + len(found) <= total:
        yield f"{total - first - len(found) + 1:,} more: --from {first + len(found)}"
    elif total and not found:
        yield f"there are {total:,}"
    if others:
        reports = number(others, "other report" if total else "report")
        yield f"{reports} {'is' if others == 1 else 'are'} held in the one version that the case ever had"
    elif not total:
        yield "the case holds no report"


def _told(several: Sequence[Version]) -> Iterator[str]:
    """Yield a line for each version: when it was held, how long it is, what is new in it."""
    from retold.record.versions import removed
    from retold.show.brief.lines import number

    before: Version | None = None
    for each, went in zip(several, removed(several), strict=True):
        until = "" if each.held_until is None else f" until {to_the_second(each.held_until)}{', then removed' if went else ''}"
        size = f"{number(each.passages, 'passage')}, {number(each.characters, 'character')}"
        new = "" if before is None else f": {'; '.join(news(before, each))}"
        yield f"version {each.version}, held from {to_the_second(each.held_from)}{until} ({size}){new}"
        before = each


def news(before: Version, version: Version) -> list[str]:
    """Return what is new in a version, in words."""
    found = ["another text"] if before.text != version.text else []
    found += [f"{name.replace('_', ' ')} {both(was, now)}" for name, (was, now) in version.changed(before).items()]
    return found or (["another file, the same text"] if before.digest != version.digest else ["nothing new: it came back"])


def _value(value: object) -> str:
    return "none" if value is None else f"{value:,.10g}" if isinstance(value, float) else str(value)


def both(was: object, now: object) -> str:
    """Return what was and what is; of long words only where they differ."""
    from retold.show.brief.lines import SHORT

    one, two = _value(was), _value(now)
    if max(len(one), len(two)) > SHORT:
        same = len(commonprefix([one, two]))  # noqa: RUF071 - of words, not of paths
        start = one.rfind(" ", 0, max(0, same - SHORT // 4)) + 1
        one, two = (
            f"{'…' if start else ''}{text[start : start + SHORT]}{'…' if len(text) > start + SHORT else ''}"
            for text in (one, two)
        )
    return f"{one} → {two}"


def _compared(case: Case, several: Sequence[Version], between: tuple[int, int] | None) -> Iterator[str]:
    """Yield what differs between two versions of a report."""
    from retold.record import differences

    yield several[0].report
    yield from (f"  {line}" for line in _told(several))
    pair = _pair(several, between)
    if pair is None:
        return
    one, two = _readings(case, pair)
    yield f"version {pair[0].version} beside version {pair[1].version}:"
    found = differences.passages(one, two)
    yield f"  {summary(found)}"
    changed = [each for each in found if each.kind != "same"]
    if changed:
        yield f"  {LEGEND}"
    drift = changes(one, two)
    for each in changed:
        yield from (f"  {line}" for line in _passage(one, two, each))
        yield from (f"    ! {d.kind}: {d.reason}" for d in drift if each.later and _meets(d.later.span, each.later))
    yield from _findings("facts", differences.facts(one, two))
    yield from _findings("attributions", differences.attributions(one, two))


def _readings(case: Case, pair: Pair) -> tuple[Reading, Reading]:
    from retold.record.versions import reading

    one, two = (reading(case, each.report, each.version) for each in pair)
    if one is None or two is None:
        raise ReportError(pair[0].report, "is held without what was found in it; trace it again")
    return one, two


def changes(one: Reading, two: Reading) -> list[Drift]:
    """Return what the later version changed in what the earlier one tells; what it puts in is seen anyway."""
    from retold.compare.drift.compared import compared

    return [each for each in compared(one, two).drift if each.kind != "added"] if one.report.text != two.report.text else []


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def summary(found: Sequence[Passages]) -> str:
    """Return how many passages are the same, changed, struck and put in."""
    from retold.show.brief.lines import number

    counts: Counter[str] = Counter(each.kind for each in found)
    if set(counts) <= {"same"}:
        return "the article reads the same in both"
    same = f"{number(counts['same'], 'passage')} the same"
    return ", ".join([same, *(f"{counts[kind]} {called}" for kind, called in _KINDS.items() if counts[kind])])


_KINDS = {"changed": "changed", "gone": "struck", "new": "put in"}


def _passage(one: Reading, two: Reading, each: Passages) -> Iterator[str]:
    was = _words(one, each.earlier) if each.earlier else ""
    now = _words(two, each.later) if each.later else ""
    yield f"{MARKS[each.kind]} {was or now}"
    if was and now:
        yield f"  → {now}"


def _words(reading: Reading, span: Span) -> str:
    from retold.show.brief.lines import quoted

    return f"{quoted(reading.report.text[span.start : span.end])} [{span.start}-{span.end}]"


def _findings(called: str, found: Sequence[Finding]) -> Iterator[str]:
    if found:
        yield f"  {called} that differ:"
    for each in found:
        changed = [f"{CALLED.get(name, name)} {both(was, now)}" for name, (was, now) in each.changed.items()]
        yield f"    {MARKS[each.kind]} {told_as(each.later or each.earlier or {})}{': ' + '; '.join(changed) if changed else ''}"


def told_as(cells: Mapping[str, Any]) -> str:
    """Return in a line what a fact or an attribution says."""
    from retold.show.brief.lines import SHORT, quoted

    if "content" in cells:
        return (
            f"{cells['speaker'] or 'nobody named'} {quoted(cells['cue'] or '', SHORT)}: {quoted(cells['content'] or '', SHORT)}"
        )
    return f"{cells['kind']}: {quoted(cells['words'], SHORT)}"


def _several_json(several: Sequence[Version]) -> dict[str, Any]:
    from retold.record.versions import removed

    ends = zip([None, *several], several, removed(several), strict=False)
    return {"report": several[0].report, "versions": [_version_json(before, each, went) for before, each, went in ends]}


def _version_json(before: Version | None, version: Version, went: bool) -> dict[str, Any]:
    changed = version.changed(before) if before else {}
    return {
        "version": version.version,
        "held_from": version.held_from,
        "held_until": version.held_until,
        "removed": went,
        "digest": version.digest,
        "text": version.text,
        "characters": version.characters,
        "passages": version.passages,
        **version.metadata,
        "changed": {name: list(both) for name, both in changed.items()},
    }


def _report_json(case: Case, several: Sequence[Version], between: tuple[int, int] | None) -> dict[str, Any]:
    """Return the versions of a report and what two of them have other than each other."""
    from retold.record import differences
    from retold.show.contract import drift_json

    told = _several_json(several)
    pair = _pair(several, between)
    if pair is None:
        return {**told, "compared": None}
    one, two = _readings(case, pair)
    compared: dict[str, Any] = {"from": pair[0].version, "to": pair[1].version}
    compared["passages"] = [
        {"kind": each.kind, "from": _span(each.earlier), "to": _span(each.later)} for each in differences.passages(one, two)
    ]
    compared["facts"] = [_finding_json(each) for each in differences.facts(one, two)]
    compared["attributions"] = [_finding_json(each) for each in differences.attributions(one, two)]
    compared["drift"] = [drift_json(each) for each in changes(one, two)]
    return {**told, "compared": compared}


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _finding_json(each: Finding) -> dict[str, Any]:
    changed = {name: list(both) for name, both in each.changed.items()}
    one, two = ({n: v for n, v in end.items() if n != "passage"} if end else None for end in (each.earlier, each.later))
    return {"kind": each.kind, "from": one, "to": two, "changed": changed}
