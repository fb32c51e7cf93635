"""A report cannot tell of a day that has not come: a full date told as past, later than the date of publication, gives it away.

Only a sentence with a verb of the past and no word that looks ahead counts; a note rests on it, never a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from retold.read.dates import full_dates
from retold.tables import table

SENTENCE = re.compile(r"[.!?。؟।]\s+(?=\W?[^\W\da-zà-ÿа-я])|。|\n")
YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
MOST = 200
"""Sentences with a year that are looked at: enough for any article."""
LONGEST = 1_000
"""Code points of a sentence that is looked at."""


def latest_past(paragraphs: Iterable[str], language: str | None) -> date | None:
    """Return the latest day that `paragraphs` name in full and tell of as past; None without one, or for other languages."""
    rows = _verbs().get(language or "")
    if rows is None:
        return None
    past, ahead = rows
    days: list[date] = []
    left = MOST
    for paragraph in paragraphs:
        for sentence in SENTENCE.split(paragraph) if YEAR.search(paragraph) else ():
            if left and len(sentence) <= LONGEST and YEAR.search(sentence):
                left -= 1
                days += full_dates(sentence) if past.search(sentence) and not ahead.search(sentence) else ()
    return max(days, default=None)


@cache
def _verbs() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    rows = table("retold.read", "dates.toml")["telling"]
    return {code: (_any(row["past"]), _any(row["ahead"])) for code, row in rows.items()}


def _any(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of `words`, as written ("may" is no month); "*ed" is every longer word that ends so."""
    parts = (re.escape(word).replace(r"\*", r"\w{3,30}") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
