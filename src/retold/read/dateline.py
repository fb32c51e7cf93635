"""A dateline opens the lead: a place, often an agency in brackets, sometimes a date, then a dash. It stays in the body."""

from __future__ import annotations

import re

from retold.read.dates import opening_date

LONGEST = 110
DASH = re.compile(r"\s?(?:--+|[-–—―_])\s*(?=\S)|\s?(?:--+|[–—―_])\s*$|\.-\s")
PLACE = re.compile(r"[^\W\d_]{2}[^\W\d_'’.\-]*(?:[ .'’\-][^\W\d_]+){0,4}\.?")
BRACKET = re.compile(r"\(([^()]{2,60})\)\s*$")
DATED_BRACKET = re.compile(r"([^\W\d_][^()\n]{1,40}?) \(([^()\n]{6,80})\)(?=\s)")
"""A place and a bracket that may hold a date: no dash need follow."""
DATED = re.compile(r",?\s+[^\W\d_]{3,10}\.?\s+\d{1,2}(?:,\s*\d{4})?\s*$|,?\s+\d{1,2}\s+[^\W\d_]{3,10}\.?(?:\s+\d{4})?\s*$")


def dateline(paragraph: str) -> str | None:
    """Return the dateline that `paragraph` opens with, without its dash ("PORT ANSEL (AP)"); None without one.

    A place in capitals before a dash is one; another place is, where a bracket (an agency) or a date stands before it.
    """
    head = paragraph[:LONGEST]
    for dash in DASH.finditer(head):
        words = head[: dash.start()].strip(" \u00a0")
        if words and _is_dateline(words):
            return words
        if len(words.split()) > 12:
            break
    opened = DATED_BRACKET.match(head)
    dated = opened and any(opening_date(opened[2][start.end() :]) for start in re.finditer(r"^|[\s,]+", opened[2]))
    return opened[0].strip() if opened and dated and _is_dateline(opened[1]) else None


def dateline_date(paragraph: str) -> str | None:
    """Return the full date of the dateline, or of "22 August 2019." with which a paragraph opens; None without one."""
    if opened := opening_date(paragraph):
        after = paragraph[opened[1] : opened[1] + 2].lstrip()
        return opened[0] if after[:1] in tuple(".:)-–—") else None
    line = dateline(paragraph) or ""
    starts = (start.end() for start in re.finditer(r"[\s,(]+", line))
    return next((opened[0] for start in starts if (opened := opening_date(line[start:]))), None)


def _is_dateline(words: str) -> bool:
    bracket = BRACKET.search(words)
    place = words[: bracket.start()].strip() if bracket else words
    undated = DATED.sub("", place)
    named = undated.split(",")[0].strip()
    if not PLACE.fullmatch(named) or not named[0].isupper() or len(words.split()) > 14:
        return False
    capitals = named.upper() == named and any(char.isalpha() for char in named)
    return capitals or bracket is not None
