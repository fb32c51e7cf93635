"""Documents with every mention marked -> the names in them, a tag for each word.

The corpus marks phrases ("the leader of the Harbour Union", "team member Ana Holm"), nested in one another; a name is the run
of capitals that such a phrase is headed by, and the phrases within it have names of their own.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retold.find.encoder.tokens import Ints, Tokens, tokens
from retold.find.names.learned.decode import KINDS

KIND = {"person": 0, "organization": 1, "place": 2}
OTHER = KINDS.index("other")
INSIDE = frozenset("of the de la du del van von der al for den di da el bin ibn le y e des".split())  # noqa: SIM905
"""Small words that a name may hold."""
LINKS = INSIDE | frozenset("and in on to at with s & - . , ( ) ' ’ “ ” \"".split())  # noqa: SIM905
"""Small words and signs that the name of a body may hold."""
SIGNS = frozenset(["&", "-", ".", "’", "'", "“", "”", '"'])
GOVERNING = frozenset(["of", "by", "in", "for", "to", "with", "at", "from"])
DESCRIBING = 3
"""Words in lower case that may stand before a name in its own phrase ("team member")."""
KEPT_OUT = frozenset(
    f"GUM_{name}.txt"
    for name in (
        *("academic_art", "academic_economics", "academic_replication", "bio_chao", "bio_hadid", "bio_holt", "court_prince"),
        *("interview_chomsky", "interview_messina", "interview_onion", "news_asylum", "news_hackers", "news_ie9"),
        *("news_imprisoned", "news_questionnaire", "news_stampede", "speech_school", "speech_telescope"),
        *("voyage_phoenix", "voyage_sydfynske"),
    )
)
"""Documents that teach and choose nothing, for networks and rules alike; nobody who writes rules looks at them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text in words with the tag of each; -100 where nobody knows."""

    name: str
    tokens: Tokens
    tags: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """A mention in units of its text: all of it, and its head."""

    first: int
    end: int
    head: int
    head_end: int
    kind: str
    proper: bool


def documents(corpus: Path) -> list[Document]:
    """Return the documents of a folder with `text/` and `mentions.tsv`, by name."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (corpus / "mentions.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            rows[row["report"]].append(row)
    return [_document(name, (corpus / "text" / name).read_bytes().decode("utf-8"), rows[name]) for name in sorted(rows)]


def _document(name: str, text: str, rows: Sequence[dict[str, str]]) -> Document:
    cut = tokens(text)
    words = [text[a:b] for a, b in zip(cut.starts, cut.ends, strict=True)]
    phrases = [_phrase(row, cut) for row in rows]
    found = {run for phrase in phrases if phrase.proper for run in _name(phrase, phrases, words)}
    tagged = np.zeros(len(words), dtype=np.int64)
    for first, end, kind in sorted(found, key=lambda run: (run[0] - run[1], run[2])):
        if not tagged[first:end].any():
            tagged[first:end], tagged[first] = 2 * kind + 2, 2 * kind + 1
    return Document(name=name, tokens=cut, tags=tagged)


def _phrase(row: dict[str, str], cut: Tokens) -> _Phrase:
    first, end, head, head_end = (int(row[key]) for key in ("start", "end", "head_start", "head_end"))
    return _Phrase(
        first=int(np.searchsorted(cut.ends, first, side="right")),
        end=int(np.searchsorted(cut.starts, end, side="left")),
        head=int(np.searchsorted(cut.ends, head, side="right")),
        head_end=int(np.searchsorted(cut.starts, head_end, side="left")),
        kind=row["type"],
        proper=row["pos"].startswith("NNP"),
    )


def _name(phrase: _Phrase, every: Sequence[_Phrase], words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield first unit, end and kind of the name that heads a phrase, if one does."""
    first, end = _widened(phrase, words)
    if end <= first:
        return
    nested = [
        p
        for p in every
        if p is not phrase and phrase.first <= p.first and p.end <= phrase.end and p.end - p.first < phrase.end - phrase.first
    ]
    parts = [p for p in nested if p.kind in KIND and p.kind != "place"]
    kind = KIND.get(phrase.kind, OTHER)
    if any(p.first <= first < p.end < end for p in parts):
        return  # several in a row, each a phrase of its own
    clean = _capital(words[first]) and all(_capital(w) or w.lower() in LINKS for w in words[first:end])
    if clean and phrase.kind != "person" and ("," not in words[first:end] or (kind == 1 and not parts)):
        yield first, end, kind
    elif (run := _headed(first, end, nested, words)) is not None:
        yield (*run, kind)


def _widened(phrase: _Phrase, words: Sequence[str]) -> tuple[int, int]:
    """Return the head with the capitals beside it; the head that the corpus gives may be cut short."""
    first, end = phrase.head, phrase.head_end
    while (
        first > phrase.first and _capital(words[first - 1]) and not words[first - 1][0].isdigit() and not _owner(words[first - 1])
    ):
        first -= 1
    while end < phrase.end and _capital(words[end]):
        end += 1
    return first, end


def _headed(first: int, end: int, nested: Sequence[_Phrase], words: Sequence[str]) -> tuple[int, int] | None:
    """Return the run of capitals of a head that no phrase within it has for its own: its first, or what it ends with."""
    taken = {at for p in nested if p.first > first for at in range(p.first, p.end)}
    runs = list(_capitals(first, end, taken, words))
    if not runs or _capital(words[first]):
        return runs[0] if runs else None
    run = runs[-1]
    before = words[first : run[0]]
    fits = run[1] == end and len(before) <= DESCRIBING and not any(word.lower() in GOVERNING for word in before)
    return run if fits else None


def _capitals(first: int, end: int, taken: set[int], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    at = first
    while at < end:
        if at in taken or not _capital(words[at]) or words[at][0].isdigit():
            at += 1
            continue
        last = at + 1
        while last < end and last not in taken and _goes_on(last, end, taken, words):
            last += 1
        while not _capital(words[last - 1]):
            last -= 1
        yield at, last
        at = last


def _goes_on(at: int, end: int, taken: set[int], words: Sequence[str]) -> bool:
    after = at + 1 < end and at + 1 not in taken and _capital(words[at + 1])
    return _capital(words[at]) or words[at] in SIGNS or (words[at].lower() in INSIDE and after)


def _capital(word: str) -> bool:
    return any(sign.isupper() for sign in word) or word[0].isdigit()


def _owner(word: str) -> bool:
    return word[-2:] in ("'s", "’s") or word[-1] in "'’"
