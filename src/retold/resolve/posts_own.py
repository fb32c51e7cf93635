"""A title often says by itself whose it is: "Commerce Secretary" names a department, "Sen. Brod (D-Ohio)" a region.

Which department a portfolio is of, and how news writes regions, stands in `posts_own.toml`; a department is taken only where the
report tells of the state that has it. A body that no mention covers is named by its capitals ("House Speaker").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from retold.model import Fact, Party
from retold.resolve.posts_lands import Lands, Page, by_name, plain, possible, regions
from retold.tables import table

NEAR = 60
"""Code points behind a name in which it is told where he sits."""
LINKS = frozenset({"of", "the", "and", "for", "on", "in", "&", "amp", "to"})


def seat(fact: Fact, text: str, lands: Lands) -> Party | None:
    """Return the region behind a legislator's or governor's name: "(D-Ohio)", ", Democrat of Ohio", ", the Ohio Democrat"."""
    detail = plain(fact.detail or "").split()
    if not detail or detail[-1] not in _seats() or "state" in detail or fact.subject is None or fact.subject.span is None:
        return None
    end = min(max(fact.subject.span.end, fact.trigger.end), fact.span.end)
    behind = text[end : end + NEAR]
    found = next((m for pattern in _behind() if (m := pattern.match(behind))), None)
    if found is None:
        return None
    words = found.group("region").rstrip(" ,").split()
    name = next(
        (regions()[w][0] for n in range(min(3, len(words)), 0, -1) if (w := plain(" ".join(words[:n]))) in regions()), None
    )
    return lands.region(name) if name is not None else None


@cache
def _seats() -> frozenset[str]:
    return frozenset(plain(w) for w in table("retold.resolve", "posts_own.toml")["seats"]["titles"])


@cache
def _behind() -> tuple[re.Pattern[str], ...]:
    rows = table("retold.resolve", "posts_own.toml")["seats"]
    letters, names = ("|".join(map(re.escape, rows[key])) for key in ("letters", "parties"))
    region = r"(?P<region>[A-Z][A-Za-z.]{0,14}(?: ?[A-Z][A-Za-z.]{0,14}){0,2})"
    return (
        re.compile(rf" ?(?:, ?|\()(?:{letters})\.? ?[-\u2010-\u2014] ?{region}"),
        re.compile(rf" ?\({region}\)"),
        re.compile(rf",? (?:an? |the )?(?i:{names}) (?:of|from) {region}"),
        re.compile(rf", (?:an? |the ){region} (?i:{names})"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ministry:
    """A body that a title names by its portfolio."""

    country: str
    names: Sequence[str]
    regions: bool


@cache
def _ministries() -> Mapping[str, Ministry]:
    rows = table("retold.resolve", "posts_own.toml")["ministry"]
    return {
        title: Ministry(country=row["country"], names=row["names"], regions=row.get("regions", False))
        for row in rows
        for title in row["titles"]
    }


def ministry(title: str) -> Ministry | None:
    """Return the body that a title names by its last words: "the former deputy attorney general" a department of justice."""
    words = plain(title).split()
    return next((m for n in range(len(words)) if (m := _ministries().get(" ".join(words[n:])))), None)


def department(title: str, lands: Lands) -> Party | None:
    """Return the department that a title names, or the region of which alone a report tells where regions have such posts too;
    None where the report does not tell of the state, or tells more of another one that has such a post."""
    found, words = ministry(title), plain(title)
    if found is None or not lands.tells_of(found.country):
        return None
    own = lands.own_region(alone=True) if found.regions else None
    if own is not None:
        return lands.region(own)
    kind = "secretary" if "secretary" in words.split() else words
    others = [n for c, n in lands.countries.items() if c != found.country and possible(c, kind)]
    if max(others, default=0) > lands.countries.get(found.country, 1):
        return None
    chain = next((c for name in found.names if (c := lands.called.get(plain(name)))), None)
    name = chain.name if chain is not None and chain.name else found.names[0]
    return by_name(name, chain, "body")


def by_capitals(party: Party, page: Page) -> Party:
    """Return a body that is written with capitals but that no mention covers by the name that the report has for it, be it by the
    first letters of its words, else by its own words."""
    words = party.described.removeprefix("the ").removeprefix("The ").split()
    proper = [w for w in words if w.casefold() not in LINKS]
    if party.name is not None or not proper or not all(w[0].isupper() and "'" not in w and "\u2019" not in w for w in proper):
        return party
    if words[0].casefold() in LINKS or words[-1].casefold() in LINKS or _general(words):
        return party
    name = " ".join(words)
    alike = page.ending.get(plain(name).rpartition(" ")[2], ())
    chain = next((c for c in alike if c.kind != "person" and plain(c.name or "") == plain(name)), None)
    if chain is None and name.isupper():
        chain = next((c for c in page.chains if c.name and c.kind == "body" and _initials(c.name) == name), None)
    if chain is None:
        return replace(party, name=name, kind="body")
    return replace(party, name=chain.name, chain=chain.id, kind=chain.kind)


def _general(words: Sequence[str]) -> bool:
    """Whether words only begin a sentence or a title: "Each committee", "Former"."""
    rows = table("retold.find.names", "titles.toml")
    single = len(words) == 1 and words[0].casefold() in {*rows["offices"]["words"], *rows["persons"]["words"]}
    return single or words[0].casefold() in {"each", "every", "all", "some", "his", "her", "its", "their", "our", "my", "this"}


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w.casefold() not in LINKS)
