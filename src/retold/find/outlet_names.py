"""An outlet is known by a table, by its domain, by a word such as Herald or Zeitung, or only by what is said of it.

What is said of it is enough: whatever stands in brackets between a town and a dash, whatever is called a news agency and
whatever officials "told" is an outlet, for this report, wherever else it stands in it.

Names in the table are matched with their capitals, whole in scripts that part words, anywhere in Chinese, and behind
the prefixes that Arabic writes together with a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from anyascii import anyascii

from retold.model import Report, Span
from retold.tables import table

ARABIC_PREFIXES = frozenset("ولبفك")
_DOMAIN = re.compile(r"(?<![\w@/.-])[A-Za-z][\w-]{1,30}(?:\.[a-z]{2,6}){1,2}(?![\w@/-])")
_WORD = re.compile(r"(?<![\w.])[^\W\d_][\w&’'-]{0,40}")
_AL = "ال"
_ARTICLES = frozenset({"The", "A", "An", "By"})
_BRACKETS = re.compile(r"\s*\([^)]*\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet as it is called in a report. `sure` says what it rests on: table, short, domain, word or capitals.

    What the report's words then show of a word or capitals makes them "shown" or "said" (`outlet_evidence.py`).
    """

    span: Span
    name: str
    wire: bool
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    alias: str
    name: str
    wire: bool
    short: bool
    behind: tuple[str, ...] = ()
    """What must stand right before it: "du" of "du Monde"."""


@cache
def _entries() -> tuple[_Entry, ...]:
    found: dict[str, _Entry] = {}
    for row in table("retold.find", "agencies.toml")["outlet"]:
        wire, short = bool(row.get("wire", False)), row.get("short", [])
        for alias in (row["name"], *row.get("aliases", []), *short):
            found[alias] = _Entry(alias=alias, name=row["name"], wire=wire, short=alias in short)
    for entry in _addressed({alias.casefold(): entry.name for alias, entry in found.items()}):
        found.setdefault(entry.alias, entry)
    contracted: Mapping[str, list[str]] = table("retold.find", "credits.toml")["outlets"]["contracted"]
    for entry in [e for e in found.values() if e.alias.split(" ")[0] in contracted]:
        first, bare = entry.alias.split(" ", 1)
        found.setdefault(bare, replace(entry, alias=bare, short=True, behind=tuple(contracted[first])))
    for entry in [e for e in found.values() if e.alias.startswith(_AL)]:  # "to" and the article are written as two letters
        bare = "ل" + entry.alias.removeprefix(_AL)
        found.setdefault(bare, replace(entry, alias=bare, short=True))
    return tuple(sorted(found.values(), key=lambda e: (-len(e.alias), e.alias)))


def _addressed(known: Mapping[str, str]) -> Iterator[_Entry]:
    """Yield the names of outlets by their address (read/outlets.toml), but for those that are everyday words.

    Where the table of agencies has the same outlet by another spelling, its name is that one.
    """
    common = frozenset(table("retold.find", "credits.toml")["outlets"]["common"])
    for row in table("retold.read", "outlets.toml")["outlet"]:
        aliases = [_BRACKETS.sub("", alias) for alias in (row["name"], *row.get("aliases", []))]
        name = next((known[low] for a in aliases if (low := a.casefold()) in known), aliases[0].removeprefix("The "))
        for alias in aliases:
            if alias not in common and len(alias) > 2:
                yield _Entry(alias=alias, name=name, wire=bool(row.get("agency")), short=" " not in alias and "." not in alias)


def outlets(text: str, *, most: int) -> tuple[Outlet, ...]:
    """Return the outlets named in `text` in order, at most `most`, none inside another; the table's names win."""
    kept: list[Outlet] = []
    taken: set[int] = set()
    names = list(_names(text))
    for finder in (_from_table(text), _domains(text), _worded(text, names), _capitals(text, names)):
        for one in islice(finder, most):
            if taken.isdisjoint(range(*one.span)):
                kept.append(one)
                taken.update(range(*one.span))
    return tuple(sorted(kept, key=lambda o: o.span))


def _from_table(text: str) -> Iterator[Outlet]:
    taken: list[Span] = []
    for entry in _entries():
        at = text.find(entry.alias)
        while at >= 0:
            span = Span(at, at + len(entry.alias))
            if (
                _whole(text, span)
                and _fits(text, span, entry)
                and not any(s.start < span.end and span.start < s.end for s in taken[-200:])
            ):
                taken.append(span)
                yield Outlet(span=span, name=entry.name, wire=entry.wire, sure="short" if entry.short else "table")
            at = text.find(entry.alias, span.end)


def _fits(text: str, span: Span, entry: _Entry) -> bool:
    """Return whether what must stand before the name does."""
    before = text[max(0, span.start - 8) : span.start].split()
    return not entry.behind or (bool(before) and before[-1] in entry.behind)


def _whole(text: str, span: Span) -> bool:
    first, last = text[span.start], text[span.end - 1]
    if "\u2e80" <= first <= "\u9fff":
        return True
    before = text[span.start - 1] if span.start else " "
    after = text[span.end] if span.end < len(text) else " "
    if "\u0600" <= first <= "\u06ff":
        return (not before.isalpha() or before in ARABIC_PREFIXES) and not after.isalpha()
    joined = after.isalnum() and not ("\u2e80" <= after <= "\u9fff")
    return not (before.isalnum() and not "\u2e80" <= before <= "\u9fff") and not (joined and last.isalnum())


def _domains(text: str) -> Iterator[Outlet]:
    known = frozenset(table("retold.find", "credits.toml")["outlets"]["domains"])
    for match in _DOMAIN.finditer(text):
        if match.group().rsplit(".", 1)[1] in known:
            yield Outlet(span=Span(*match.span()), name=match.group(), wire=False, sure="domain")


def _worded(text: str, names: list[Span]) -> Iterator[Outlet]:
    words = frozenset(table("retold.find", "credits.toml")["outlets"]["words"])
    for span in names:
        parts = text[span.start : span.end].split(" ")
        if len(parts) > 1 and not words.isdisjoint(parts):
            yield Outlet(span=span, name=text[span.start : span.end], wire=False, sure="word")


def _capitals(text: str, names: list[Span]) -> Iterator[Outlet]:
    barred = frozenset(table("retold.find", "credits.toml")["outlets"]["not"])
    for span in names:
        parts = text[span.start : span.end].split(" ")
        if len(parts) <= 3 and barred.isdisjoint(parts):
            yield Outlet(span=span, name=text[span.start : span.end], wire=False, sure="capitals")


def _names(text: str) -> Iterator[Span]:
    """Yield the runs of capitalised words, without an article or a German noun in front and a possessive behind."""
    before = _ARTICLES | frozenset(table("retold.find", "credits.toml")["outlets"]["nouns"])
    run: list[Span] = []
    for match in _WORD.finditer(text):
        word = Span(*match.span())
        if run and (word.start != run[-1].end + 1 or text[word.start - 1] != " " or not match.group()[0].isupper()):
            yield _whole_name(text, run)
            run = []
        if match.group()[0].isupper() and (run or match.group() not in before):
            run.append(word)
    if run:
        yield _whole_name(text, run)


def _whole_name(text: str, run: list[Span]) -> Span:
    """Return the span of a run of words; only the first few of a line in capitals."""
    start, end = run[0].start, run[min(len(run), 8) - 1].end
    name = text[start:end]
    return Span(start, end - (len(name) - len(name.removesuffix("'s").removesuffix("’s"))))


def own(report: Report, name: str) -> bool:
    """Return whether `name` is the outlet that published the report, by its name, the last word of it or its address."""
    if report.outlet and report.outlet.casefold().split()[-1:] == [name.casefold()]:
        return True  # "told the Gazette", in the Lakeside Gazette
    mine = {_squash(x) for x in (report.outlet, _host(report.url)) if x}
    return any(_same(m, a) for m in mine for a in _names_of(name))


def _same(mine: str, other: str) -> bool:
    if len(other) < 4 or len(mine) < 4:
        return mine == other
    if len(other) > 7 and other in mine:  # "Tencent Cloud (Cailianshe)"
        return True
    return mine.startswith(other) or other.startswith(mine)


@cache
def _names_of(name: str) -> frozenset[str]:
    return frozenset(_squash(e.alias) for e in _entries() if e.name == name) | {_squash(name)}


def _host(url: str | None) -> str | None:
    match = re.match(r"(?:\w+://)?([\w.-]+)", url or "")
    return match.group(1) if match else None


@cache
def _squash(name: str) -> str:
    """Return a name as letters alone ("The New York Times", "www.newyorktimes.com/us" -> "newyorktimes")."""
    plain = anyascii(name.split("/")[0]).lower().removeprefix("www.").removeprefix("the ")
    plain = re.sub(r"\.(?:com?|org|net|info|news|tv)?(?:\.?[a-z]{2,3})?$", "", plain)
    return re.sub(r"[^a-z0-9]", "", plain)
