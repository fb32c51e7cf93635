"""A headline in title case makes every word look like a name; so it names only whom the body names too.

The body's names are looked up in it, longest first, capitals ignored where the headline is all capitals. A surname
alone counts when the body has it in a full name. A line within the body that is written like a headline (a subhead, the
title of another story, a headline that ends in a full stop) is read like one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from retold.find.names.kinds import key
from retold.find.names.runs import Run
from retold.find.names.split import title_in
from retold.find.names.tables import bodies, places, plain, titles
from retold.find.syntax import Parse
from retold.model import Kind
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 8
"""Words of a name that is looked up."""
SHORTEST_LINE, LONGEST_LINE = 4, 25
"""Words of a line that may be written like a headline."""
LONGEST_PART = 40
"""Tokens of such a line."""
OPENS, CLOSES = frozenset("\"\u201c\u201e\u00ab\u2018'"), frozenset("\"\u201d\u201c\u00bb\u2019'")
BYLINE = 4
"""Words at the end of such a line among which "by" tells who made it."""
TITLE = 3
"""Words of a title before a name in such a line."""
COMMON = 2
"""Words with a capital and no name in such a line, its first word left out: one alone may be a name's."""


def like_headline(parse: Parse, lower: frozenset[str]) -> bool:
    """Return whether a passage is the headline, or a line in which all words but small ones have capitals though they are no
    names; `lower` holds the words that the report also writes in lower case."""
    return parse.headline or (len(parse.doc) <= LONGEST_PART and _title_case(list(parse.doc), lower))


def quoted_titles(parse: Parse, lower: frozenset[str]) -> tuple[range, ...]:
    """Return the tokens of each quotation of a passage that is written like a headline, as that of another report is."""
    found, start = list[range](), None
    for token in parse.doc:
        if token.text in CLOSES and start is not None and token.i - start <= LONGEST_PART:
            part = range(start, token.i)
            found += [part] if _title_case([parse.doc[i] for i in part], lower) else []
            start = None
        elif token.text in OPENS:
            start = token.i + 1
    return tuple(found)


def _title_case(tokens: Sequence[Token], lower: frozenset[str]) -> bool:
    words = [t for t in tokens if t.is_alpha]
    if any(t.lower_ == "by" for t in words[-BYLINE:-1]):
        return False  # who made what stands here is told at its end
    if not SHORTEST_LINE <= len(words) <= LONGEST_LINE:
        return False
    small = table("retold.find.names", "names.toml")["small_in_headlines"]
    if any(t.text[0].islower() and t.text not in small and t.pos_ != "PART" for t in words):
        return False
    return sum(t.text[0].isupper() and _common(t, lower) for t in words[1:]) >= COMMON


def _common(token: Token, lower: frozenset[str]) -> bool:
    return token.lower_ in lower or token.pos_ in ("VERB", "AUX", "ADV", "PRON", "DET", "SCONJ", "CCONJ", "ADP")


def last_words(named: Sequence[Run]) -> frozenset[str]:
    """Return the last words of the report's names of several words, those apart that say what a name names."""
    words = frozenset(key(run.words[-1:]) for run in named if len(run.words) > 1)
    return words - bodies().names - bodies().place - bodies().other - places().people.keys()


def short_forms(known: dict[str, Kind]) -> frozenset[str]:
    """Return the last words of the report's bodies, by which alone it may call them ("the Guard")."""
    return frozenset(last for name, kind in known.items() if kind == "body" and (last := name.split()[-1]) != name)


def overlooked(parse: Parse, words: frozenset[str], short: frozenset[str], covered: set[int]) -> Iterator[Run]:
    """Yield the capitalised words outside runs that are the last word of a name of the report (`last_words`): a surname
    that opens a sentence is often tagged as something else; what follows "the" may be a body's last word (`short`)."""
    for token in parse.doc:
        if token.i in covered or not token.is_title or token.is_stop:
            continue
        word = key([plain(token.text)])
        if word in words or (word in short and _alone_after_article(token)):
            yield Run(parse=parse, first=token.i, last=token.i)


def _alone_after_article(token: Token) -> bool:
    doc, at = token.doc, token.i
    before = at > 0 and doc[at - 1].lower_ == "the"
    return before and not (at + 1 < len(doc) and doc[at + 1].text[0].isupper() and doc[at + 1].is_alpha)


def headline(parse: Parse, named: Sequence[Run], part: range | None = None) -> Iterator[Run]:
    """Yield the runs of a headline, or of a `part` that is written like one, that name what the runs of the body name."""
    known = {key(run.words): run for run in named}
    for run in named:
        words = [w for w in run.words if w != "the"]
        if len(words) > 1:
            known.setdefault(key(words[-1:]), run)
    at, end = (part.start, part.stop) if part else (0, len(parse.doc))
    while at < end:
        size = next((n for n in range(min(LONGEST, end - at), 0, -1) if _names(parse, at, n, known)), 0)
        if size:
            yield _run(parse, at, size, known)
        at += size or 1


def _words(parse: Parse, at: int, size: int) -> list[str]:
    return [plain(t.text) for t in parse.doc[at : at + size]]


def _names(parse: Parse, at: int, size: int, known: dict[str, Run]) -> bool:
    first = parse.doc[at].text
    if not first[0].isupper():
        return False
    words = _words(parse, at, size)
    return key(words) in known or " ".join(words) in places().names


def _run(parse: Parse, at: int, size: int, known: dict[str, Run]) -> Run:
    words = _words(parse, at, size)
    code = places().country(" ".join(words))
    if code:
        return Run(parse=parse, first=at, last=at + size - 1, country=code, is_country=True)
    run = known[key(words)]
    if at and len(run.words) == 1 and plain(parse.doc[at - 1].text) in titles().first and parse.doc[at - 1].text[0].isupper():
        at, size = at - 1, 2  # the first name, that the report may give nowhere else
    title, lead = _title(parse, at, size)
    return replace(run, parse=parse, first=at, last=at + size - 1, title=title, lead=lead)


def _title(parse: Parse, at: int, size: int) -> tuple[str | None, int | None]:
    """Return the title right before a name, and where it begins ("Vice President Holm Opens Harbour")."""
    for before in range(min(TITLE, at), 0, -1):
        start, end = title_in(_words(parse, at - before, before + size))
        if end == before and parse.doc[at - before + start].text[0].isupper():
            return parse.doc[at - before + start : at].text, at - before + start
    return None, None
