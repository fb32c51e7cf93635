"""`retold search`: the passages where words stand, each with its place as `retold show` takes it, and the claims that have them.

What was found is bold in a terminal and stands between » and « where the output is piped, one line a passage.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from retold.errors import SearchError
from retold.show.arguments import AsJson, CasePath

if TYPE_CHECKING:
    from retold.model import Span
    from retold.record.as_of import AsOf
    from retold.record.search import ClaimHit, HitPage, ReportHit

Piece = tuple[str, str]
"""Words, and how they are shown: "" as they are, else "bold" what was found and "dim" the place."""


def search(  # noqa: PLR0913 - a command has as many options as it has
    case: CasePath,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for.", show_default=False)],
    reports: Annotated[bool, typer.Option("--reports", help="Search reports only.")] = False,
    claims: Annotated[bool, typer.Option("--claims", help="Search claims only.")] = False,
    limit: Annotated[int, typer.Option(help="Reports and claims printed at most.", min=1, max=500)] = 20,
    first: Annotated[int, typer.Option("--from", help="Begin at the one of this number.", min=1)] = 1,
    asof: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Search what reports published until this day (UTC) say.", show_default=False),
    ] = None,
    held: Annotated[
        str | None,
        typer.Option(help="Search what the case held at the end of this day, or then (UTC).", show_default=False),
    ] = None,
    all_versions: Annotated[bool, typer.Option("--all-versions", help="Find what the case held before, too.")] = False,
    as_json: AsJson = False,
) -> None:
    """Find words in what the reports of a case say, and in its claims, with the passage and its place."""
    from retold.record.as_of import as_of
    from retold.record.asked import typed
    from retold.record.case import Case
    from retold.record.search import Search, search_claims, search_reports
    from retold.show.terminal import print_json

    try:
        then = as_of(asof, held)
        asked = Search(
            words=typed(words), first=first, most=limit, until=then.published, held=then.held, all_versions=all_versions
        )
        with Case(case, create=False, readonly=True) as record:
            in_reports = search_reports(record, asked) if reports or not claims else None
            in_claims = search_claims(record, asked) if claims or not reports else None
    except SearchError as error:
        raise typer.BadParameter(str(error), param_hint="WORDS") from error
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--asof or --held") from error
    if as_json:
        print_json(found_json(in_reports, in_claims))
        return
    for line in (*_reports(in_reports, then), *_claims(in_claims, then)):
        _print(line)


def found_json(reports: HitPage[ReportHit] | None, claims: HitPage[ClaimHit] | None) -> dict[str, Any]:
    """Return what was found as JSON values (docs/json.md)."""
    made: dict[str, Any] = {}
    if reports:
        made["reports"] = {
            "total": reports.total,
            "whole": reports.whole,
            "from": reports.first,
            "hits": [_report_json(hit) for hit in reports.hits],
        }
    if claims:
        made["claims"] = {
            "total": claims.total,
            "whole": claims.whole,
            "from": claims.first,
            "hits": [_claim_json(hit) for hit in claims.hits],
        }
    return made


def _report_json(hit: ReportHit) -> dict[str, Any]:
    return {
        "report": hit.report,
        "version": hit.version,
        "held": hit.held,
        "outlet": hit.outlet,
        "published": hit.published,
        "title": hit.title,
        "language": hit.language,
        "span": list(hit.span) if hit.span else None,
        "words": hit.words,
        "found": [list(span) for span in hit.hits],
        "more": hit.more,
    }


def _claim_json(hit: ClaimHit) -> dict[str, Any]:
    return {
        "claim": hit.claim,
        "kind": hit.kind,
        "text": hit.text,
        "held": hit.held,
        "reports": list(hit.reports),
        "origins": hit.origins,
        "denied_by": hit.denied_by,
        "report": hit.report,
        "span": list(hit.span),
        "words": hit.words,
    }


def _reports(found: HitPage[ReportHit] | None, then: AsOf) -> Iterator[list[Piece]]:
    from retold.show.brief.lines import known_as, number, place

    if found is None:
        return
    yield [(f"{_some(found)}{number(found.total, 'report')}{_at(then)}", "bold underline")]
    for hit in found.hits:
        before = "" if hit.held else f" (version {hit.version}, not held {'then' if then.held else 'any more'})"
        line: list[Piece] = [(f"{known_as(hit.report, hit.outlet, hit.published)}{before}: ", "")]
        line += _marked(hit.words, hit.hits, hit.span.start if hit.span else 0)
        line.append((f"  [{place(hit.report, hit.span) if hit.span else hit.report}]", "dim"))
        if hit.more:
            line.append((f" and {number(hit.more, 'further place')}", ""))
        yield line
    yield from _further(found)


def _at(then: AsOf) -> str:
    """Return at which moment the case is asked, "" for now."""
    return f", as the case held it at {then.held:%Y-%m-%d %H:%M} UTC" if then.held else ""


def _marked(words: str, hits: Sequence[Span], at: int) -> Iterator[Piece]:
    done = 0
    for start, end in hits:
        yield words[done : start - at], ""
        yield words[start - at : end - at], "bold"
        done = end - at
    yield words[done:], ""


def _claims(found: HitPage[ClaimHit] | None, then: AsOf) -> Iterator[list[Piece]]:
    from retold.show.brief.lines import number, place, quoted

    if found is None:
        return
    asked = f" as reports until {then.published} tell it" if then.published else ""
    yield [(f"{_some(found)}{number(found.total, 'claim')}{asked}{_at(then)}", "bold underline")]
    for hit in found.hits:
        told = f"{number(len(hit.reports), 'report')}, {number(hit.origins, 'origin')}"
        denied = f"; denied by {hit.denied_by}" if hit.denied_by else ""
        also = "" if " ".join(hit.words.split()) == hit.text else f"; {quoted(hit.words)}"
        before = "" if hit.held else f"; not held {'then' if then.held else 'any more'}"
        yield [(f"{hit.kind}: {hit.text} ({told}{denied}{before}){also}", ""), (f"  [{place(hit.report, hit.span)}]", "dim")]
    yield from _further(found)


def _some(found: HitPage[Any]) -> str:
    return "" if found.whole else "more than "


def _further(found: HitPage[Any]) -> Iterator[list[Piece]]:
    last = found.first + len(found.hits) - 1
    if not found.total:
        yield [("nothing found", "dim")]
    elif last < found.total and found.hits:
        yield [(f"{found.total - last} more: --from {last + 1}", "dim")]


def _print(line: Sequence[Piece]) -> None:
    from retold.show.terminal import one_line

    if not sys.stdout.isatty():
        print(one_line("".join(f"»{words}«" if style == "bold" else words for words, style in line)))
        return
    from rich.console import Console
    from rich.text import Text

    Console(highlight=False).print(Text.assemble(*((one_line(words), style) for words, style in line)))
