"""Not every word with a capital names somebody: days, tags, pages and the words of titles have one too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token


def page(token: Token) -> bool:
    """Return whether a letter and digits are a page ("on A10"), not a name ("the G20"), or a word is a tag ("#Wearehere")."""
    text = token.text
    if text.startswith("#") or (token.i > 0 and token.nbor(-1).text == "#" and not token.nbor(-1).whitespace_):
        return True
    numbered = len(text) > 1 and text[0].isalpha() and text[1:].isdigit()
    return numbered and token.i > 0 and token.nbor(-1).lower_ in ("on", "page", "pages")


def nobody(token: Token) -> bool:
    """Return whether a capital makes no name: of a day, of a gerund in a title."""
    text = token.text
    gerund = text.istitle() and text.endswith("ing") and any(c.dep_ in ("dobj", "prep", "pobj") for c in token.children)
    return gerund or token.lower_ in table("retold.find.facts", "words.toml")["days"]
