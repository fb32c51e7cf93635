"""Bylines, photo credits and captions have a shape: names, agencies and a few small words, and no verb between them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from retold.read.outlets import outlet_named
from retold.read.phrases import pattern, plain
from retold.tables import table

PARTS = re.compile(r"\s*[/|]\s*|\s+[-–—]\s+|\s+via\s+|\s*,\s*|\s+for\s+", re.IGNORECASE)
HARD = re.compile(r"[/|]|\s[-–—]\s|\svia\s", re.IGNORECASE)
IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,100})[)\]][.\s]*$")
AFTER_SENTENCE = re.compile(r"[.!?][\"'”’)]?\s?(?=[^\s.!?])")
ROLE = 4
"""Most words of what a writer is ("foreign affairs editor")."""
COUNTED = re.compile(r"[(\[]\d{1,3}\s?(?:/|of)\s?\d{1,3}[)\]]\s")
"""The picture's number in a gallery, before its caption: "[1/2] Boats ..."."""
EDGES = " \t.,;:()[]|/–—-_"


def byline(line: str) -> str | None:
    """Return the writer that `line` names after "By" (in its language), or None where it is no such line."""
    rows = _byline()
    if len(line) > rows["longest"]:
        return None
    if han := _han().fullmatch(line.strip()):
        return han[1]
    if match := _by().match(line):
        words = line[match.end() :].strip(EDGES).split()
        while words and words[-1].casefold() in rows["never_last"]:
            words.pop()
        rest = " ".join(words)
        return rest if rest and (names_only(rest) or _with_role(rest)) else None
    placed = _from().fullmatch(line.strip(" ."))
    return placed[1] if placed and all(map(_capital, placed[1].split())) and names_only(placed[2]) else None


def unsigned(words: str) -> tuple[str, str | None]:
    """Return `words` without the role that closes them ("Ann Vale, reporter"; "Selm Gazette newsroom"), and whose role it
    is: "person", "desk" or None; "by" where they are a byline's ("by admin")."""
    rows = _byline()
    if _by().match(words) and len(words.split()) <= ROLE:
        return words, "by"
    kept = words.strip(EDGES).split()
    role = None
    while len(kept) > 1 and (word := kept[-1].casefold().strip(EDGES)) in (*rows["persons"], *rows["desks"]):
        role = "desk" if word in rows["desks"] else "person"
        kept.pop()
    return " ".join(kept).strip(EDGES), role


def _with_role(rest: str) -> bool:
    """Whether `rest` is a name and what its bearer is: "Ann Vale, courts correspondent", "Gazette staff"."""
    name, _, after = rest.partition(",")
    bare, role = unsigned(after or name)
    if after:
        return names_only(name) and role is not None and len(bare.split()) <= ROLE
    return role is not None and names_only(bare)


def names_only(line: str) -> bool:
    """Whether `line` is made of names and the small words between them, and begins with a name."""
    rows = _byline()
    words = re.sub(r"[,;:/|&·•–—-]", " ", line).split()
    if not 0 < len(words) <= rows["words"] or not _capital(words[0]) or line.rstrip().endswith(":") or line[0] in "([":
        return False
    if words[0].casefold() in rows["never_first"]:
        return False
    return all(_capital(word) or word.casefold() in _particles() for word in words) and _capital(words[-1])


def picture_credit(line: str) -> str | None:
    """Return "photo credit" or "caption" where `line` is one or closes with one, None otherwise."""
    rows = table("retold.read", "chrome.toml")["credit"]
    if len(line) <= rows["opened"] and (COUNTED.match(line) or _caption_opening().match(plain(line))):
        return "caption"
    if len(line) > rows["caption"]:
        return None
    if len(line) <= rows["longest"] and _credited(line, alone=True):
        return "photo credit"
    bracket = IN_BRACKETS.search(line)
    if bracket and _credited(bracket[1], alone=False):
        return "caption" if bracket.start() > 3 else "photo credit"
    return "caption" if _runs_on(line) else None


def share_row(line: str) -> bool:
    """Whether `line` is a row of share buttons ("Facebook Twitter Email")."""
    return len(line) <= table("retold.read", "chrome.toml")["credit"]["longest"] and bool(_services().fullmatch(plain(line)))


def _runs_on(line: str) -> bool:
    """Whether a credit follows the caption's last sentence: "... on 20 May 2030. Image: Ann Vale", "... May.Ann Vale/AP"."""
    if line.startswith(('"', "“", "'", "‘")):
        return False
    for match in AFTER_SENTENCE.finditer(line[-100:]):
        tail = line[-100:][match.end() :]
        if _credited(tail, alone=False) and not line.startswith(('"', "“", "'", "‘")):
            return True
    return False


def _credited(text: str, *, alone: bool) -> bool:
    bare = text.strip(EDGES)
    if _label().match(plain(text).lstrip(EDGES)):
        return True
    if not HARD.search(bare):
        return alone and plain(bare) in _pictures()
    parts = [part for part in PARTS.split(bare) if part.strip(EDGES)]
    if not parts or not all(names_only(part.strip(EDGES)) or _agency(part) for part in parts):
        return False
    return any(_agency(part) for part in parts) or (_two_names(parts) and outlet_named(parts[-1]) is not None)


def _two_names(parts: list[str]) -> bool:
    return len(parts) == 2 and len(parts[0].split()) > 1


def _agency(part: str) -> bool:
    low = plain(part.strip(EDGES))
    return low in _agencies() or any(low.endswith(" " + name) for name in ("file", "images", "photo", "pool"))


def _capital(word: str) -> bool:
    head = word.lstrip("\"'“”‘’(")[:1]
    return bool(head) and (head.isupper() or head.istitle())


def _byline() -> dict[str, Any]:
    rows: dict[str, Any] = table("retold.read", "chrome.toml")["byline"]
    return rows


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{pattern(_byline()['by'])})\s*[:\s]\s*", re.IGNORECASE)


@cache
def _from() -> re.Pattern[str]:
    rows = _byline()
    name = r"(\w\S{0,30}(?: \w\S{0,30}){1,3}?)"
    return re.compile(rf"(?i:{pattern(rows['from'])}) {name},? (?i:{pattern(rows['where'])}) (\w.{{1,40}})")


@cache
def _han() -> re.Pattern[str]:
    """A byline in Chinese: its label, then two to four characters a name."""
    labels = "|".join(re.escape(label) for label in _byline()["han"])
    name = r"[\u3400-\u9fff·]{2,8}"
    names = rf"({name}(?:[、\uff0c,\s]\s?{name}){{0,4}})"
    return re.compile(rf"[(\uff08\[\u3010]?(?:{labels})\s?[:\uff1a/|\uff5c\s]\s?{names}[)\uff09\]\u3011]?")


@cache
def _particles() -> frozenset[str]:
    return frozenset(_byline()["particles"])


@cache
def _label() -> re.Pattern[str]:
    labels = pattern(table("retold.read", "chrome.toml")["credit"]["labels"])
    by = "by|courtesy|credit|via|from|de|di|von|par|por"
    return re.compile(rf"(?:{labels})(?:\s*[:|/]\s*\S|\s+(?:{by})\s+\S.{{0,60}}$)")


@cache
def _caption_opening() -> re.Pattern[str]:
    openings = table("retold.read", "chrome.toml")["credit"]["captions"]
    return re.compile(pattern(openings))


@cache
def _services() -> re.Pattern[str]:
    names = table("retold.read", "chrome.toml")["services"]["names"]
    return re.compile(rf"(?:\W*(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))}))+\W*")


@cache
def _agencies() -> frozenset[str]:
    return frozenset(table("retold.read", "chrome.toml")["credit"]["agencies"])


@cache
def _pictures() -> frozenset[str]:
    return frozenset(table("retold.read", "chrome.toml")["credit"]["pictures"])
