"""A headline in title case makes every word look like a name; so it names only whom the body names too.

The body's names are looked up in it, longest first, capitals ignored where the headline is all capitals. A surname
alone counts when the body has it in a full name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from retold.find.names.kinds import key
from retold.find.names.runs import Run
from retold.find.names.tables import bodies, places, plain
from retold.find.syntax import Parse
from retold.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 8
"""Words of a name that is looked up."""


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


def headline(parse: Parse, named: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs of a headline that name what the runs of the body name."""
    known = {key(run.words): run for run in named}
    for run in named:
        words = [w for w in run.words if w != "the"]
        if len(words) > 1:
            known.setdefault(key(words[-1:]), run)
    doc, at = parse.doc, 0
    while at < len(doc):
        size = next((n for n in range(min(LONGEST, len(doc) - at), 0, -1) if _names(parse, at, n, known)), 0)
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
    return replace(known[key(words)], parse=parse, first=at, last=at + size - 1, title=None, lead=None)
