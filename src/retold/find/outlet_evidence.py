"""A name is an outlet's where the words around it treat it as one, whatever the tables know.

Agencies and local papers are too many for any table. What stands in brackets between a town and a dash, what is called a
news agency or a newspaper, what unnamed officials "told" something, and what follows the names in a byline is an outlet;
what is so shown once is one wherever else it stands in the report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from retold.find.credit_cues import ENDS, STARTS, has, list_of, policy, shorter, touching
from retold.find.outlet_names import Outlet, own
from retold.model import Report, Span
from retold.tables import table

_BRACKETED = re.compile(r"\)\s{0,2}[-–—―]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What the text shows of a name: whether others carry its copy, and whether there is no doubt that it is an outlet."""

    name: str
    wire: bool
    sure: bool


def with_evidence(report: Report, found: Sequence[Outlet]) -> tuple[Outlet, ...]:
    """Return the outlets, those that the report's words show to be one marked "shown" (sure) or "said" (likely).

    Other mere capitals are dropped. The several forms of a name ("Brook News Agency", "Brook") get its shortest.
    """
    shown = _shown(report, found)
    kept = []
    for outlet in found:
        evidence = shown.get(key(outlet.name)) if outlet.sure in ("word", "capitals") else None
        if evidence:
            sure = "shown" if evidence.sure else "said"
            kept.append(replace(outlet, name=evidence.name, wire=evidence.wire, sure=sure))
        elif outlet.sure != "capitals":
            kept.append(outlet)
    return tuple(kept)


@cache
def key(name: str) -> str:
    """Return what the forms of an outlet's name have in common: "The Brook News Agency" is "brook"."""
    words = name.lower().split()
    while len(words) > 1 and words[-1] in list_of("outlets", "generic"):
        words.pop()
    while len(words) > 1 and words[0] in list_of("fillers", "before"):
        words.pop(0)
    return " ".join(words)


def _shown(report: Report, found: Sequence[Outlet]) -> dict[str, _Shown]:
    surnames = _last_words(found)
    shown: dict[str, _Shown] = {}
    for outlet in found:
        if outlet.sure not in ("word", "capitals") or own(report, outlet.name):
            continue
        one = _evidence(report, outlet, surnames)
        if one is None:
            continue
        before = shown.get(key(outlet.name), one)
        shown[key(outlet.name)] = _Shown(
            name=min(before.name, one.name, key=len), wire=before.wire or one.wire, sure=before.sure or one.sure
        )
    return shown


def _last_words(found: Sequence[Outlet]) -> frozenset[str]:
    """Return the last words of names of two words and more: a surname alone is no outlet."""
    names = (o.name.split() for o in found if o.sure == "capitals")
    return frozenset(words[-1] for words in names if len(words) > 1)


def _evidence(report: Report, outlet: Outlet, surnames: frozenset[str]) -> _Shown | None:
    text, (start, end) = report.text, outlet.span
    before = _plain(text[max(0, start - policy()["bounds"]["window"]) : start])
    after = _plain(text[end : end + 40])
    if _in_dateline(report, outlet.span):
        return _Shown(name=outlet.name, wire=True, sure=True)
    if _called(before, after, "agency"):
        return _Shown(name=outlet.name, wire=True, sure=True)
    if _called(before, after, "paper"):
        return _Shown(name=outlet.name, wire=False, sure=True)
    if text[max(0, start - 4) : start] == "The " and _titled(before.removesuffix("the ")):
        return _Shown(name=outlet.name, wire=False, sure=False)
    likely = outlet.name not in surnames and not _elsewhere_known(outlet.name)
    if likely and (_reports(report, outlet, before, after) or _told(before) or _in_byline(text, outlet)):
        return _Shown(name=outlet.name, wire=False, sure=False)
    return None


def _titled(before: str) -> bool:
    """Return whether a cue stands before a "The" with a capital: "told The NAME" has an outlet, "told the Senate" none."""
    return any(touching(before.rstrip(), ENDS, "before", kind) for kind in ("told", "report", "first"))


def _plain(text: str) -> str:
    return re.sub(r"[\u00a0\n\r\t]", " ", text).lower()


def _in_dateline(report: Report, span: Span) -> bool:
    """Return whether the name stands in brackets between a town and a dash, at the start of one of the first paragraphs."""
    line = next((s for s in report.body[:5] if s.start <= span.start < s.end), None)
    if line is None or span.start - line.start > policy()["bounds"]["dateline"]:
        return False
    town = report.text[line.start : span.start].strip()
    opened = town.endswith("(") and town[0].isupper() and len(town.split()) <= 8
    return opened and len(report.text[span.start : span.end]) > 2 and bool(_BRACKETED.match(report.text, span.end))


def _called(before: str, after: str, what: str) -> bool:
    """Return whether a word such as "news agency" stands right before the name, or right after it and an article."""
    if touching(before.rstrip(" «„“\"'‘"), ENDS, "outlets", f"{what}_before"):
        return True
    articled = touching(before.rstrip(), ENDS, "outlets", "articles") is not None
    return articled and touching(after.lstrip(" »“”\"'’"), STARTS, "outlets", f"{what}_after") is not None


def _reports(report: Report, outlet: Outlet, before: str, after: str) -> bool:
    """Return whether one of the few cues that make any capitals an outlet touches the name.

    Not in German, where every noun has a capital ("Laut Ministerium"), nor of several words, which are mostly a reporter's
    name, but for capitals throughout.
    """
    several = " " in outlet.name and not outlet.name.isupper()
    if report.language == "de" or several:
        return False
    return bool(touching(before.rstrip(), ENDS, "outlets", "bare") or touching(after.lstrip(), STARTS, "outlets", "bare"))


def _told(before: str) -> bool:
    """Return whether unnamed sources tell the name what stands before it: "..., three officials told NAME"."""
    sentence = re.split(r"[.!?。]\s", before)[-1]
    if not any(touching(rest, ENDS, "before", "told") for rest in shorter(sentence, "before", ENDS)):
        return False
    parts = re.split(r"[,”\"»]", sentence)
    return len(parts) > 1 and any(has(part, w) for part in parts[-2:] for w in list_of("outlets", "unnamed"))


def _in_byline(text: str, outlet: Outlet) -> bool:
    """Return whether the name ends a byline behind a comma: "By N. N. and N. N., NAME"."""
    start, end = outlet.span
    reach = max(0, start - policy()["bounds"]["line"])
    line = text[max(text.rfind("\n", reach, start) + 1, reach) : start]
    rest = text[end : end + 2]
    words = line.lower().split()
    if rest.strip(" ") and not rest.startswith(("\n", "\r", "|")):
        return False
    by = bool(words) and words[0] in list_of("marks", "by") and len(words) > 2
    return by and line.rstrip().endswith(",") and len(outlet.name.split()) == 1


@cache
def _countries() -> frozenset[str]:
    rows: Mapping[str, Mapping[str, Any]] = table("retold.find.names", "places.toml")
    listed = {name for row in rows.values() for field in ("names", "seats", "people") for name in row.get(field, ())}
    return frozenset(listed | {name for row in rows.values() for name in row.get("other", {}).values()})


def _elsewhere_known(name: str) -> bool:
    """Return whether the tables know the name as a country, a capital or a people."""
    return name in _countries()
