"""What the network marks in the text, in the tokens of the parse."""

from __future__ import annotations

from collections.abc import Iterator

from retold.find.names.learned.named import Named
from retold.find.names.runs import after_opening
from retold.find.names.tables import plain
from retold.find.syntax import Parse
from retold.model import Kind, Span
from retold.tables import table

ARTICLES = frozenset({"the", "a", "an"})


def marked(parse: Parse, named: Named) -> Iterator[tuple[int, int, Kind]]:
    """Yield first and last token and the kind of each name that is marked in a passage, without its article."""
    doc = parse.doc
    for name in named.within(parse.place):
        part = doc.char_span(name.span.start - parse.start, name.span.end - parse.start, alignment_mode="contract")
        if part is None or not len(part):
            continue
        first, last = part.start, part.end - 1
        while first < last and doc[first].lower_ in ARTICLES:
            first += 1
        while last > first and not doc[last].text[0].isupper() and not doc[last].text[0].isdigit():
            last -= 1
        if any(t.text[0].isalnum() and plain(t.text) not in ARTICLES for t in doc[first : last + 1]):
            yield first, last, name.kind


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
