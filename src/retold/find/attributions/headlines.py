"""What a headline attributes by a colon: "Harbour Post: Port to close". The colon is the cue.

A label of the page ("Analysis:") and a topic ("Harbour: old cranes sold") stand before a colon too, and say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from retold.find.attributions.marked import Marked
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from retold.find.syntax import Parse

LABEL = 8
"""Words before a headline's colon that may still be a source."""


def headlines(parses: Sequence[Parse]) -> Iterator[Marked]:
    """Yield what the headlines among a report's passages attribute: a name or a kind of document, then what it says."""
    for parse in parses:
        colon = next((token.i for token in parse.doc[: LABEL + 1] if token.text == ":"), None) if parse.headline else None
        if colon and colon + 1 < len(parse.doc) and _speaks(parse.doc, colon):
            doc = parse.doc
            yield Marked(
                source=(parse.between(doc[0], doc[colon - 1]),),
                cue=parse.span(doc[colon]),
                content=(parse.between(doc[colon + 1], doc[-1]),),
            )


def _speaks(doc: Doc, colon: int) -> bool:
    policy, before = table("retold.find.attributions", "cues.toml")["headline"], doc[:colon]
    words = before.text.lower()
    named = any(token.pos_ == "PROPN" for token in before) or words.split()[-1] in policy["sources"]
    if not named or words in policy["labels"] or any(token.pos_ in ("VERB", "AUX") for token in before):
        return False
    # "Harbour: old cranes sold": a single name that is no person's is what the headline is about.
    label = len(before) == 1 or (before.text.isupper() and not doc[colon + 1 :].text.isupper())
    topic = label and words not in policy["sources"] and before[0].ent_type_ != "PERSON"
    return not topic or doc[colon + 1].is_quote
