"""What the network marks in the text, in the tokens of the parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from retold.find.names.learned.named import Named
from retold.find.names.runs import PARTICLES, after_opening
from retold.find.names.tables import bodies, places, plain
from retold.find.syntax import Parse
from retold.model import Kind, Span
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

Mark = tuple[int, int, Kind]
"""First and last token of a name that is marked, and its kind."""
ARTICLES = frozenset({"the", "a", "an"})


def marked(parse: Parse, named: Named) -> Iterator[Mark]:
    """Yield first and last token and the kind of each name that is marked in a passage, without its article."""
    doc = parse.doc
    for name in named.within(parse.place):
        part = doc.char_span(name.span.start - parse.start, name.span.end - parse.start, alignment_mode="contract")
        if part is None or not len(part):
            continue
        first, last = part.start, part.end - 1
        while first < last and (doc[first].lower_ in ARTICLES or _before_name(doc[first])):
            first += 1
        while last > first and not doc[last].text[0].isupper() and not doc[last].text[0].isdigit():
            last -= 1
        capital = any(c.isupper() or c.isdigit() for c in doc[first : last + 1].text)
        if capital and any(t.text[0].isalnum() and plain(t.text) not in ARTICLES for t in doc[first : last + 1]):
            yield first, last, name.kind


def _before_name(token: Token) -> bool:
    """Whether a word in lower case is none that names begin with: "anti" and its hyphen, "metro", but not "al" or "iSelm"."""
    return token.text == "-" or (token.is_lower and token.lower_ not in PARTICLES)


def _known(words: Sequence[str]) -> bool:
    """Whether words name a place or a body by themselves, as in "the Charter of the Northern Nations"."""
    return " ".join(words) in places().known or words[-1] in bodies().names


def whole(parse: Parse, found: Iterable[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[tuple[int, int, Kind | None]]:
    """Yield runs of capitals with no kind, those joined, with a kind, that small words part within one mark that is no person's
    ("Ministry for Housing and Works", "Meals on Wheels", "the Coroner's Office")."""
    doc, small = parse.doc, frozenset(table("retold.find.names", "names.toml")["inside_names"])
    waiting = [m for m in reversed(marks) if m[2] != "person"]
    kind: Kind | None = None
    first = last = -1
    for start, end in found:
        while waiting and waiting[-1][1] < end:
            waiting.pop()
        inside = bool(waiting) and waiting[-1][0] <= first
        inside = inside and not (waiting[-1][2] == "other" and _known([plain(t.text) for t in doc[start : end + 1]]))
        if first >= 0 and inside and all(t.text in small for t in doc[last + 1 : start]):
            last, kind = end, waiting[-1][2]
            continue
        if first >= 0:
            yield first, last, kind
        first, last, kind = start, end, None
    if first >= 0:
        yield first, last, kind


def possible(parse: Parse, first: int, last: int, named: Named) -> bool:
    """Whether a run of capitals may be a name, as far as the network knows."""
    likely = named.likely(span(parse, first, last))
    least: float = table("retold.find.names", "names.toml")["possible"]
    return likely is None or sum(likely.values()) >= least


def opening(parse: Parse, first: int, last: int) -> bool:
    """Whether a marked word has its capital from the sentence or quotation that it opens, as any word there has."""
    token = parse.doc[first]
    return first == last and bool(token.is_sent_start or after_opening(token)) and token.pos_ != "PROPN"


def span(parse: Parse, first: int, last: int) -> Span:
    """Return where tokens stand in the report."""
    return parse.between(parse.doc[first], parse.doc[last])
