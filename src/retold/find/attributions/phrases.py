"""Attribution without a verb: "according to X", "in the words of X", and a headline's "X: what X says".

The cue hangs on what is said, and the source on the cue: the other way round from a verb of saying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.find.attributions.drafts import Draft, from_frame
from retold.find.attributions.frames import Frame, Range, subtree
from retold.find.attributions.quoted import Quoted
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

LABEL = 8
"""Words before a headline's colon that may still be a source."""


def phrase_drafts(token: Token, marks: Quoted) -> list[Draft]:
    """Return the draft of a phrase that begins at this word, if one does."""
    found = _according(token) or _in_the_words_of(token)
    if found is None:
        return []
    frame, source = found
    draft = from_frame(frame, source, marks)
    return [draft] if draft is not None else []


def _according(token: Token) -> tuple[Frame, Range] | None:
    if token.lower_ != "according":
        return None
    to = next((child for child in token.children if child.dep_ == "prep" and child.lower_ == "to"), None)
    return _phrase(token, to, "according to", (to,)) if to is not None else None


def _in_the_words_of(token: Token) -> tuple[Frame, Range] | None:
    if token.lower_ not in ("in", "as"):
        return None
    run = token.doc[token.i : token.i + 4]
    text = " ".join(word.lower_ for word in run)
    for phrase in table("retold.find.attributions", "cues.toml")["grammar"]["phrases"]:
        if text == phrase or text.startswith(phrase + " "):
            last = token.doc[token.i + len(phrase.split()) - 1]
            extra = tuple(token.doc[token.i + 1 : last.i + 1])
            return _phrase(token, last, phrase, extra)
    return None


def _phrase(token: Token, last: Token, key: str, extra: tuple[Token, ...]) -> tuple[Frame, Range] | None:
    inner = next((child for child in last.children if child.dep_ in ("pobj", "pcomp")), None)
    if inner is None:
        return None
    own, sentence = subtree(token), Range(token.sent.start, token.sent.end)
    head, clause = token.head, subtree(token.head)
    at_edge = own.start <= sentence.start + 1 or own.end >= sentence.end - 1
    # At the end of a sentence, or on a noun of the clause ("a plan, according to X"), it speaks for the sentence.
    if head is token or at_edge or head.pos_ in ("NOUN", "PROPN", "NUM", "ADJ"):
        clause = sentence
    if head.lemma_ == "be" and clause.end - clause.start <= own.end - own.start + 4 and sentence.start > 0:
        clause = _sentence_before(token, sentence)
    parts = tuple(p for p in (Range(clause.start, own.start), Range(own.end, clause.end)) if p.end > p.start)
    parts = parts if own.start >= clause.start and own.end <= clause.end else (clause,)
    return Frame(kind="phrase", key=key, cue=token, content=parts, extra=extra), subtree(inner)


def _sentence_before(token: Token, sentence: Range) -> Range:
    """ "This is according to two officials": what they say is the sentence before."""
    before = token.doc[sentence.start - 1].sent
    return Range(before.start, before.end)


def headline_draft(parse: Parse) -> Draft | None:
    """Return what a headline attributes by a colon: a name or a kind of document, then what it says."""
    doc, policy = parse.doc, table("retold.find.attributions", "cues.toml")["headline"]
    colon = next((token.i for token in doc[: LABEL + 1] if token.text == ":"), None)
    if not colon or colon + 2 >= len(doc):
        return None
    before = doc[:colon]
    words = before.text.lower()
    named = any(token.pos_ == "PROPN" for token in before) or words.split()[-1] in policy["sources"]
    if not named or words in policy["labels"] or any(token.pos_ in ("VERB", "AUX") for token in before):
        return None
    # "Harbour: old cranes sold": a single name that is no person's is what the headline is about.
    label = len(before) == 1 or (before.text.isupper() and not doc[colon + 1 :].text.isupper())
    topic = label and words not in policy["sources"] and before[0].ent_type_ != "PERSON"
    if topic and not doc[colon + 1].is_quote:
        return None
    end = len(doc)
    return Draft(
        kind="colon",
        key=":",
        head=doc[colon],
        source=Range(0, colon),
        cue=(colon,),
        content=(Range(colon + 1, end),),
        quotations=(),
    )
