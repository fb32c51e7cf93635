"""An outlet signs its page: by name, by the address of the page, or by the writer's mail address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from retold.read.phrases import plain
from retold.tables import table

ADDRESS = re.compile(r"(?:[\w.+-]{1,64}@|https?://|www\.)((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})(?![\w@])", re.IGNORECASE)


def outlet_of_url(url: str | None) -> str | None:
    """Return the outlet whose page `url` is, from outlets.toml; None where the table does not know it."""
    try:
        host = (urlsplit(url).hostname or "") if url else ""
    except ValueError:
        return None
    return _of_host(host)


def outlet_named(name: str) -> str | None:
    """Return the outlet's name as outlets.toml spells it, where `name` is that name, an alias or a domain; None otherwise."""
    low = plain(name).strip(" .,;:|-–—")
    return _names().get(low) or _names().get(low.removeprefix("the ")) or _of_host(low)


def is_agency(name: str) -> bool:
    """Whether `name` is a news agency, whose name on a report says where the copy came from, not who published it."""
    return outlet_named(name) in _agencies()


def outlet_signed(part: str) -> str | None:
    """Return the outlet that `part` of a byline names: a known one, or any "The ..." of three words; never an agency."""
    words = part.split()
    ends = tuple(table("retold.read", "outlets.toml")["others"]["agency_words"])
    shaped = len(words) > 2 and words[0] == "The" and all(word[0].isupper() for word in words)
    name = outlet_named(part) or (part.strip() if shaped and not words[-1].casefold().endswith(ends) else None)
    return name if name and not is_agency(name) else None


def outlet_worded(name: str) -> bool:
    """Whether `name` is a known outlet's, or has a word in it that outlets are called by ("Gazette", "Radio")."""
    words = table("retold.read", "outlets.toml")["others"]["outlet_words"]
    return outlet_named(name) is not None or any(word.casefold() in words for word in name.split())


def outlet_in(lines: Iterable[str]) -> str | None:
    """Return the outlet whose web or mail address stands in `lines`: the first that the table knows, else None."""
    social = tuple(table("retold.read", "outlets.toml")["others"]["hosts"])
    for line in lines:
        for match in ADDRESS.finditer(line):
            host = match[1].lower()
            if not host.startswith(social) and (name := _of_host(host)):
                return name
    return None


def _of_host(host: str) -> str | None:
    labels = host.lower().strip(".").split(".")
    for first in range(len(labels) - 1):
        if name := _domains().get(".".join(labels[first:])):
            return name
    return None


@cache
def _domains() -> dict[str, str]:
    return {domain: row["name"] for row in table("retold.read", "outlets.toml")["outlet"] for domain in row["domains"]}


@cache
def _names() -> dict[str, str]:
    rows = table("retold.read", "outlets.toml")["outlet"]
    return {plain(alias): row["name"] for row in rows for alias in [row["name"], *row.get("aliases", [])]}


@cache
def _agencies() -> frozenset[str]:
    return frozenset(row["name"] for row in table("retold.read", "outlets.toml")["outlet"] if row.get("agency"))
