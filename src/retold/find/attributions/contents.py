"""What a content says first: its main clause, which decides how the whole content stands.

A content may stand in another paragraph than its cue, in pieces, or be a quotation of many sentences; its first main
clause is what the attribution is about. Words of belief and of seeming over a clause ("I think", "it seems that") only
wrap it: they weaken it and may turn it round, and the event is what stands under them (Saurí & Pustejovsky 2009 call
them event-selecting predicates).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from retold.find.attributions.frames import Range
from retold.find.attributions.vocabulary import lists
from retold.find.clauses import AUXILIARIES, CHILDREN, SUBJECTS, is_verb, lemma
from retold.find.hedges import likened

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

REACH = 240
"""Tokens of a piece in which its main clause is looked for."""

PIECES = 8
"""Pieces that are looked at: what a long quotation goes on to say is not its main clause."""

WRAPS = 3
"""Words of belief that may stand over each other ("I think he believes")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of tokens of one paragraph that belongs to a content."""

    parse: Parse
    part: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The first main clause of a content: its event, and what wraps it, outermost first."""

    piece: Piece
    event: Token
    wraps: tuple[Token, ...] = ()
    raised: Token | None = None
    """The subject that stands in a piece of its own: "no ships" of "no ships", "to have sailed"."""

    @property
    def chain(self) -> tuple[Token, ...]:
        """The wrapping words and the event."""
        return (*self.wraps, self.event)

    @property
    def main(self) -> Token:
        """The word that carries the clause as it stands: the outermost."""
        return self.chain[0]

    @property
    def quoted(self) -> bool:
        """Whether the piece opens with a quotation mark: who is "I" in it is the source, who is "he" is not."""
        return self.piece.parse.doc[self.piece.part.start].text[:1] in "\"'“”‘’«„`"


def told(pieces: Sequence[Piece], *, raised: bool = False) -> Told | None:
    """Return the first main clause of a content, None where nothing of it was parsed.

    `raised` says that the first piece is the subject of what follows ("he", "to have sold the port"), so that the last
    piece carries the clause.
    """
    found = [(piece, token) for piece in islice(pieces, PIECES) if piece.parse.parsed for token in _tops(piece)]
    if raised:
        found.sort(key=lambda each: -each[0].part.start)
    choice = next((each for each in found if _predicate(each[1])), next(iter(found), _word(pieces)))
    if choice is None:
        return None
    piece = choice[0]
    *wraps, event = _unwrapped(_earlier(choice[1], piece.part.start))
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in islice(event.children, CHILDREN))
    over = next((token for each, token in found if (raised or infinitive) and each.part < piece.part), None)
    return Told(piece=piece, event=event, wraps=tuple(wraps), raised=over)


def _unwrapped(event: Token) -> list[Token]:
    """What wraps an event, outermost first, and the event."""
    chain = [event]
    while len(chain) <= WRAPS and (inner := _wrapped(chain[-1])) is not None:
        chain.append(inner)
    return chain


def _word(pieces: Sequence[Piece]) -> tuple[Piece, Token] | None:
    """The first word of a content that is no clause: "No"."""
    every = (
        (piece, token)
        for piece in pieces[:1]
        if piece.parse.parsed
        for token in piece.parse.doc[piece.part.start : piece.part.end]
    )
    return next((each for each in every if not each[1].is_punct and not each[1].is_space), None)


def _earlier(event: Token, start: int) -> Token:
    """The clause that the parser hangs before the event of a run-on sentence ("It is not safe, it is a wreck").

    It lies in the content itself: in "the bank, they said, never paid" it is the cue that hangs there.
    """
    for _ in range(WRAPS):
        first = next((c for c in islice(event.lefts, CHILDREN) if c.dep_ in ("ccomp", "parataxis") and is_verb(c)), None)
        if first is None or first.i < start or subject_of(first) is None:
            return event
        if lemma(first) in lists().content.asides or _subordinate(first):
            return event
        event = first
    return event


def _tops(piece: Piece) -> Iterator[Token]:
    """The words of a piece that hang on nothing inside it."""
    start, end = piece.part
    for token in piece.parse.doc[start : min(end, start + REACH)]:
        if token.is_punct or token.is_space or token.dep_ in ("mark", "cc", "intj", "punct"):
            continue
        if token.head == token or token.head.is_punct or not start <= token.head.i < end:
            yield token


def _predicate(token: Token) -> bool:
    if not is_verb(token) or token.dep_ in ("amod", "compound", "intj"):
        return False
    if token.dep_ == "advcl" and _subordinate(token):
        return False
    subject = subject_of(token)
    # "You know, ...", "Look, ...": asides to the listener.
    aside = lemma(token) in lists().content.asides and (subject is None or subject.lower_ == "you")
    return not aside or complement(token) is not None


def _subordinate(verb: Token) -> bool:
    """Whether a conjunction but "that" stands over a clause: "as he spoke", "if it sells"."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in lists().content.conjunctions for c in islice(verb.children, CHILDREN))


def complement(verb: Token) -> Token | None:
    """Return the clause that a verb governs."""
    return next((c for c in islice(verb.children, CHILDREN) if c.dep_ == "ccomp" and c.i > verb.i and is_verb(c)), None)


def _wrapped(verb: Token) -> Token | None:
    """The clause under a word of belief that its own source utters ("I think", "she believes"), or under one of seeming."""
    name = lemma(verb)
    if name in lists().content.carriers and not is_verb(verb):
        return _carried(verb)
    if (alike := likened(verb)) is not None:
        return alike
    if name in lists().content.seeming:
        inner = next((c for c in islice(verb.children, CHILDREN) if c.dep_ in ("xcomp", "oprd") and c.i > verb.i), None)
        return inner or complement(verb)
    if name not in lists().content.belief:
        return None
    subject = subject_of(verb)
    return complement(verb) if subject is not None and subject.pos_ == "PRON" and subject.lower_ != "you" else None


def _carried(noun: Token) -> Token | None:
    """ "the idea that the bank had not met them": what is claimed in a claim."""
    clauses = (c for c in islice(noun.children, CHILDREN) if c.dep_ in ("acl", "ccomp", "relcl") and is_verb(c))
    return next((c for c in clauses if any(m.dep_ == "mark" and m.lower_ == "that" for m in islice(c.children, CHILDREN))), None)


def subject_of(verb: Token) -> Token | None:
    """Return the grammatical subject of a verb: its own, else that of the verb it hangs on as infinitive or second verb."""
    for _ in range(WRAPS):
        own = next((c for c in islice(verb.children, CHILDREN) if c.dep_ in SUBJECTS), None)
        if own is not None or verb.dep_ not in ("xcomp", "conj") or verb.head == verb:
            return own
        verb = verb.head
    return None


def asks(clause: Told) -> bool:
    """Return whether the clause is a question, an order or an appeal to the listener ("Go home", "you should resign")."""
    return _question(clause) or _order(clause) or _appeal(clause)


def _opening(clause: Told) -> list[Token]:
    """The first words of the clause's sentence, marks and interjections left out."""
    start = max(clause.piece.part.start, clause.main.sent.start)
    run = clause.piece.parse.doc[start : min(start + 12, clause.piece.part.end)]
    return [t for t in run if not t.is_punct and not t.is_space and t.dep_ != "intj" and t.lower_ not in lists().content.fillers]


def _question(clause: Told) -> bool:
    end = clause.main.sent.end
    close = clause.piece.parse.doc[max(clause.main.i, end - 3) : end + 2]
    if not any("?" in token.text for token in close):
        return False
    if not is_verb(clause.main):
        return True
    first, subject = _opening(clause)[:1], subject_of(clause.main)
    near = list(islice(clause.main.children, CHILDREN))
    turned = subject is not None and any(c.dep_ in AUXILIARIES and c.i < subject.i for c in (*near, clause.main.head))
    asking = any(c.tag_ in ("WP", "WRB", "WDT", "WP$") and c.i < clause.main.i for c in near)
    return turned or asking or (bool(first) and first[0].lower_ in lists().asked.openers)


def _order(clause: Told) -> bool:
    verb, first = clause.main, _opening(clause)[:4]
    start = clause.piece.part.start
    opened = clause.quoted or (start > 0 and clause.piece.parse.doc[start - 1].text == ":")
    if clause.piece.parse.headline or clause.raised is not None or not opened:
        return False  # "Port Close Talks" in a headline, "would // close the port": the subject stands elsewhere
    if lemma(verb) == "let" and any(t.lower_ == "me" for t in first):
        return False
    if verb.tag_ not in ("VB", "VBP") or verb not in first or lemma(verb) in lists().asked.no_order:
        return False
    before, subject = first[: first.index(verb)], subject_of(verb)
    own = subject is not None and subject.i >= clause.piece.part.start
    return not own and all(t.lower_ in lists().asked.before_order or _addressed(t) for t in before)


def _addressed(token: Token) -> bool:
    """A name with a comma behind it: "Ada, come home"."""
    return token.pos_ == "PROPN" and any(t.text == "," for t in token.doc[token.i + 1 : token.i + 3])


def _appeal(clause: Told) -> bool:
    subject = subject_of(clause.event)
    helpers = {c.lower_ for c in islice(clause.event.children, CHILDREN) if c.dep_ == "aux"} | {lemma(clause.event)}
    return subject is not None and subject.lower_ == "you" and bool(helpers & lists().asked.duty)
