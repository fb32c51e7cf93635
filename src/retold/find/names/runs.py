"""A name is a run of capitalised words; the title before it is not part of it.

Proper nouns by tag and the recogniser's entities together give the words; connectors ("Ministry of Health", "Ana de la
Cruz") hold a run together. What stands in it before the name itself comes off in `names_split`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.find.names.tables import bodies, places, plain, titles
from retold.find.syntax import Parse
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT"})
PARTICLES = frozenset(table("retold.find.names", "names.toml")["particles"])
JOINERS = frozenset({"of", "for", "the", "and", "&", "on", "in", "de", "do", "da", "del", "des"})
NOT_NAMES = frozenset({"PRON", "DET", "PUNCT", "SPACE", "NUM", "SYM", "AUX", "INTJ", "CCONJ", "SCONJ"})
SIGNS = frozenset({"&", "amp"})
"""The sign for "and" in a firm's name, and what a copy of a web page leaves of it."""
PARTNERS = 12
"""Tokens of a firm's name from its first comma to that sign."""
OWNERS = frozenset({"'s", "\u2019s"})
SHORT = 2
"""Characters of an initial with its full stop."""
NICKNAME = frozenset('"\u201c\u201d')
NUMBERED = frozenset({"PRODUCT", "ORG"})
LONGEST_RUN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words that may be a name: tokens [first, last] of a passage, what stood before them, and the country they name."""

    parse: Parse
    first: int
    last: int
    title: str | None = None
    lead: int | None = None
    """The first token of the part of the title that belongs to the mention ("President" in "US President Jane Doe")."""
    country: str | None = None
    """Of a country's own name, or of the nationality that stood in the title."""
    is_country: bool = False

    @property
    def tokens(self) -> list[Token]:
        """Return its tokens."""
        doc = self.parse.doc
        return [doc[i] for i in range(self.first, self.last + 1)]

    @property
    def words(self) -> list[str]:
        """Return its words as the tables hold them."""
        doc = self.parse.doc
        return [plain(doc[i].text) for i in range(self.first, self.last + 1)]

    @property
    def root(self) -> Token:
        """Return the token that ties the run to the rest of the sentence."""
        doc = self.parse.doc
        root = doc[self.first] if self.first == self.last else doc[self.first : self.last + 1].root
        return root if root.pos_ not in ("ADP", "PART") else doc[self.first]  # the parser may hang "for Life" on another word


def stretches(parse: Parse, lower: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield first and last token of each run of capitalised words of a passage, in text order; `lower` holds the words that
    the report also writes in lower case."""
    doc = parse.doc
    at = 0
    while at < len(doc):
        if not _capital(doc[at], lower):
            at += 1
            continue
        last = _extend(doc, at, lower)
        yield at, last
        at = last + 1


def _capital(token: Token, lower: frozenset[str]) -> bool:
    """Whether the token can begin or carry on a name."""
    text = token.text
    if token.is_sent_start and token.lower_ in table("retold.find.names", "names.toml")["openers"]:
        return False
    if (
        not text[0].isupper()
        or (token.pos_ in NOT_NAMES and not _broken(token))
        or (token.i and token.nbor(-1).text == "#" and not token.nbor(-1).whitespace_)
    ):
        return False
    if plain(text) in bodies().never and (token.ent_type_ not in NAMED or token.ent_type_ == "NORP") and not _opens_body(token):
        return False
    if token.pos_ == "PROPN" or _broken(token):
        common = (token.is_sent_start or after_opening(token)) and text.lower() in lower
        return not (common and token.ent_type_ not in NAMED)
    if token.ent_type_ in NAMED or plain(text) in places().people:
        return True
    return not token.is_sent_start and not after_opening(token) and token.pos_ in ("NOUN", "ADJ", "X")


def _broken(token: Token) -> bool:
    """Whether a word is taken for a number because its letters were read in a wrong encoding."""
    return token.pos_ == "NUM" and not token.text.isascii() and not any(c.isdigit() for c in token.text)


def _opens_body(token: Token) -> bool:
    """Whether an adjective of a faith or a party is the first word of a body's name ("Islamic League")."""
    rows = table("retold.find.names", "names.toml")["adjectives"]
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return (
        after is not None
        and plain(token.text) in rows["words"]
        and after.text[0].isupper()
        and plain(after.text) in rows["before"]
    )


def after_opening(token: Token) -> bool:
    """Return whether a word opens a quotation or follows a colon, where any word has a capital."""
    return token.i > 0 and token.doc[token.i - 1].text in "\"\u201c\u201d\u201e\u00ab:\u2018'([-\u2013\u2014\u2022*"


def _extend(doc: Doc, first: int, lower: frozenset[str]) -> int:
    last = first
    while last + 1 < len(doc) and last - first < LONGEST_RUN:
        step = _step(doc, first, last, lower)
        if not step:
            break
        last += step
    return last


def _step(doc: Doc, first: int, last: int, lower: frozenset[str]) -> int:
    """Return how many tokens further the run goes: 0 to end it."""
    token = doc[last + 1]
    if token.is_sent_start and not _initial(doc, first, last):
        return 0
    if _capital(token, lower):
        return 1
    after = doc[last + 2] if last + 2 < len(doc) else None
    if after is None or after.is_sent_start:
        return 0
    signed = _signed(doc, first, last, lower)
    return signed if signed is not None else _worded(doc, first, last, lower)


def _signed(doc: Doc, first: int, last: int, lower: frozenset[str]) -> int | None:
    """Return how far the run goes over a sign, an ending or a number; None where the next token is none that belongs to it."""
    token, after = doc[last + 1], doc[last + 2]
    if token.text in "-\u2010\u2011'\u2019" and not doc[last].whitespace_ and not token.whitespace_ and after.text[0].isupper():
        return 2
    if token.text in OWNERS and (more := _own_ending(doc, last + 1)) is not None:
        return more
    if token.text.isdigit() and token.ent_iob_ == "I" and token.ent_type_ in NUMBERED:
        return 1
    if token.text == "-" and last > first and _given_name_tail(doc, last + 2):
        return 2
    if token.text in NICKNAME and plain(doc[last].text) in titles().first and _nickname(doc, last + 1, lower):
        return 4
    return _partners(doc, first, last, lower) or None if token.text == "," else None


def _worded(doc: Doc, first: int, last: int, lower: frozenset[str]) -> int:
    """Return how far the run goes over a word in small letters that holds it together ("Ana de la Cruz"); 0 where none does."""
    token, after = doc[last + 1], doc[last + 2]
    word = "&" if token.text in SIGNS else token.text.lower()
    if word in PARTICLES and _capital(after, lower):
        return 2
    if word in PARTICLES and after.text == "-" and last + 3 < len(doc) and _capital(doc[last + 3], lower):
        return 3
    if word in PARTICLES and after.text.lower() in PARTICLES and last + 3 < len(doc) and _capital(doc[last + 3], lower):
        return 3
    return (
        _join(doc, first, last, word, lower) if word in JOINERS and (_joined(doc, first, last) or _two_fields(doc, last)) else 0
    )


def _partners(doc: Doc, first: int, last: int, lower: frozenset[str]) -> int:
    """Return how many tokens further the name of a firm goes that lists its partners ("Holm, Dahl & Reed"), 0 where none does: to
    the word after the sign."""
    words = [plain(t.text) for t in doc[first : last + 1]]
    legal = table("retold.find.names", "names.toml")["legal"]
    if len(words) > SHORT or words[0] in titles().first or words[-1] in legal or " ".join(words) in places().known:
        return 0
    named = False
    for at in range(last + 2, min(last + PARTNERS, len(doc) - 1)):
        token = doc[at]
        if token.is_sent_start or (token.text in (*SIGNS, ",") and not named):
            return 0
        if token.text in SIGNS:
            return at + 1 - last if _capital(doc[at + 1], lower) else 0
        if token.text != "," and not _capital(token, lower):
            return 0
        named = token.text != ","
    return 0


def _nickname(doc: Doc, at: int, lower: frozenset[str]) -> bool:
    """Whether a nickname in quotation marks and a surname stand here, after a first name: `Juan "Lefty" Doe`."""
    return at + 3 < len(doc) and doc[at + 2].text in NICKNAME and doc[at + 1].is_title and _capital(doc[at + 3], lower)


def _initial(doc: Doc, first: int, last: int) -> bool:
    """Whether a run ends in an initial after a first name ("Ben S."), as a sentence seldom does."""
    text = doc[last].text
    short = last > first and len(text) == SHORT and text[0].isupper() and text[1] == "."
    return short and plain(doc[last - 1].text) in titles().first


def _own_ending(doc: Doc, at: int) -> int | None:
    """Return how many tokens of a name begin with an "'s" that belongs to it, as in "Doe's Analytics" and "at Doe's"; None where
    it tells an owner."""
    after = doc[at + 1] if at + 1 < len(doc) else None
    if doc[at].ent_iob_ != "I" or doc[at].ent_type_ != "ORG":
        return None
    if after is not None and plain(after.text) in titles().first:
        return None  # "Selm News's Jane Doe"
    if after is not None and after.ent_iob_ == "I" and after.pos_ == "PROPN":
        return 2 if plain(after.text) not in bodies().never and not titles().leads(plain(after.text)) else None
    owner = doc[at - 1]
    whose = owner.dep_ == "poss" or (owner.dep_ == "pobj" and owner.head.lower_ == "of")
    closed = after is None or after.is_punct or after.pos_ in ("CCONJ", "VERB", "AUX", "ADP")
    return 1 if closed and not whose else None


def _given_name_tail(doc: Doc, at: int) -> bool:
    """Whether a hyphen leads to the small half of a given name ("Lin Wai-ming"), not to an adjective ("Nordia-led")."""
    token = doc[at]
    tight = not doc[at - 1].whitespace_ and not doc[at - 2].whitespace_
    last = at + 1 == len(doc) or doc[at + 1].pos_ not in ("NOUN", "PROPN", "ADJ")
    return tight and last and token.is_alpha and token.is_lower and token.pos_ in ("PROPN", "NOUN", "X")


def _join(doc: Doc, first: int, last: int, word: str, lower: frozenset[str]) -> int:
    after = doc[last + 2]
    known = plain(after.text) in places().known
    if known and word == "of" and plain(doc[first].text) in titles().first:
        return 0  # "Jane Doe of Ohio": whence she is
    if word == "in" and known and plain(after.text) not in table("retold.find.names", "names.toml")["wide"]:
        return 0  # "Selm University in Port Vale": where it is
    if word in ("and", "&"):
        return 2 if _capital(after, lower) and (word == "&" or _one_field(doc, last)) else 0
    if _capital(after, lower) and after.ent_type_ != "PERSON":
        return 2
    third = doc[last + 3] if last + 3 < len(doc) else None
    if after.text.lower() == "the" and third is not None and _capital(third, lower) and third.ent_type_ != "PERSON":
        return 3
    return 0


def _one_field(doc: Doc, last: int) -> bool:
    """Whether "and" joins two fields of one body ("Ministry of Health and Welfare"), not two bodies."""
    before = [t.text.lower() for t in doc[max(0, last - 3) : last]]
    nxt = plain(doc[last + 2].text)
    named = ("of" in before or "for" in before) and nxt not in bodies().names and not titles().leads(nxt)
    return named or _two_fields(doc, last)


def _two_fields(doc: Doc, last: int) -> bool:
    """Whether a field stands before "and", and what follows ends in the word of a body ("Securities and Exchange Commission")."""
    if doc[last + 1].lower_ != "and" or plain(doc[last].text) not in table("retold.find.names", "names.toml")["fields"]:
        return False
    after = [t for t in doc[last + 3 : last + 6] if t.text[0].isupper() and t.is_alpha and not t.is_sent_start]
    return any(plain(t.text) in bodies().names for t in after)


def _has_body(doc: Doc, first: int, last: int) -> bool:
    return any(plain(t.text) in bodies().names for t in doc[first : last + 1])


def _joined(doc: Doc, first: int, last: int) -> bool:
    """Whether the run so far is of the kind that goes on with "of": a body, or an office ("Secretary of State")."""
    word = plain(doc[last].text)
    nxt = plain(doc[last + 2].text) if last + 2 < len(doc) else ""
    office = titles().leads(word) and nxt in titles().modifiers
    inside = doc[last].ent_type_ == "ORG" and doc[last + 1].ent_iob_ == "I" and doc[last + 1].lower_ != "on"
    return doc[last + 1].text in SIGNS or office or inside or _has_body(doc, first, last) or _stands_for(doc, last)


def _stands_for(doc: Doc, last: int) -> bool:
    """Whether several stand "for" a cause that is no person and no office: "Priests for Peace"."""
    if doc[last + 1].lower_ != "for" or doc[last].tag_ not in ("NNS", "NNPS") or last + 2 >= len(doc):
        return False
    cause, after = doc[last + 2], doc[last + 3] if last + 3 < len(doc) else None
    word = plain(cause.text)
    known = cause.ent_type_ or titles().leads(word) or titles().describes(word) or word in bodies().never
    return cause.pos_ in ("PROPN", "NOUN") and not known and (after is None or not after.text[0].isupper())
