"""A cue and a content side by side: the words of the cue, whether a negation turns them, and what the content says first.

The cue is taken with all its words ("has been careful not to say"), not by its verb alone: annotators mark it whole, and
what is denied or withheld stands in it as often as under it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from retold.find.attributions.contents import Told, subject_of
from retold.find.attributions.vocabulary import Words
from retold.find.clauses import AUXILIARIES, CHILDREN, SUBJECTS, is_verb, lemma
from retold.find.polarity import named, negated, turns, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.attributions.draft import Draft

WORDS = 12
"""Words of a cue that are looked at."""

REACH = 24
"""Words of a content in which a word that calls something a lie or a crime is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What stance is judged from."""

    kind: str
    """The frame in which the cue stands to its content."""
    head: Token
    keys: frozenset[str]
    """Dictionary forms of the cue's words, and with the preposition after them ("call for")."""
    nouns: frozenset[str]
    """Dictionary forms of the cue's nouns: what it gives or raises ("offered advice")."""
    turned: bool
    """Whether the cue is negated: "did not say", "no one denies"."""
    source: tuple[Token, ...]
    told: Told | None
    content: tuple[Token, ...]
    """The first words of the content."""

    def cue(self, listed: Words) -> bool:
        """Whether a word of the cue stands in a list."""
        return not self.keys.isdisjoint(listed)

    @property
    def names(self) -> frozenset[str]:
        """The content's first words as they stand, in pairs, and their dictionary forms."""
        said = [token.lower_ for token in self.content]
        pairs = (f"{first} {second}" for first, second in pairwise(said))
        return frozenset((*said, *pairs, *(lemma(token) for token in self.content)))

    @property
    def titles(self) -> frozenset[str]:
        """Those of the names that stand by themselves: in "her guilty pleasure" nobody is guilty."""
        beside = {token.lower_ for token in self.content if token.dep_ == "amod" and token.head.pos_ == "NOUN"}
        return self.names - beside

    @property
    def infinitive(self) -> bool:
        """Whether the content is an infinitive: "to leave", "not to leave"."""
        if self.told is None:
            return False
        event = self.told.main
        near = list(islice(event.children, CHILDREN))
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in near) and is_verb(event) and event.dep_ == "ROOT":
            return False  # "Minister to visit port": a headline's future
        to = any(c.dep_ == "aux" and c.lower_ == "to" for c in near)
        return to or (bool(self.content) and self.content[0].lower_ == "to")

    @property
    def clause(self) -> bool:
        """Whether the content is a clause with a verb of its own that is no infinitive."""
        if self.told is None or self.infinitive or not is_verb(self.told.main):
            return False
        return self.told.main.tag_ != "VBG" or subject_of(self.told.main) is not None


def case(draft: Draft, told: Told | None) -> Case:
    """Return what the stance of an attribution is judged from; `told` is its content's first main clause."""
    doc = draft.head.doc
    cue = [doc[i] for i in draft.cue[:WORDS] if not doc[i].is_space]
    content = _first_words(told)
    source: tuple[Token, ...] = ()
    if draft.source is not None:
        source = tuple(doc[i] for i in range(draft.source.start, min(draft.source.end, draft.source.start + REACH)))
    return Case(
        kind=draft.kind,
        head=draft.head,
        keys=frozenset((*_keys(cue), lemma(draft.head))),
        nouns=frozenset(lemma(token) for token in cue if token.pos_ == "NOUN"),
        turned=_turned(draft.head, cue, source, content),
        source=source,
        told=told,
        content=content,
    )


def _first_words(told: Told | None) -> tuple[Token, ...]:
    if told is None:
        return ()
    start, end = told.piece.part
    run = told.piece.parse.doc[start : min(end, start + REACH)]
    return tuple(t for t in run if not t.is_punct and not t.is_space)


def _keys(cue: list[Token]) -> Iterator[str]:
    for token in cue:
        if token.dep_ == "compound":
            continue
        yield from named(token)
        following = token.doc[token.i + 1 : token.i + 2]
        for after in following:
            if after.pos_ in ("ADP", "PART", "SCONJ", "ADV", "NOUN"):
                yield f"{token.lemma_.lower()} {after.lower_}"
        if token.lower_ == "not" and following:
            yield f"not {following[0].lower_}"
    for first, second in pairwise(cue):
        yield f"{first.lower_} {second.lower_}"


def _turned(head: Token, cue: list[Token], source: tuple[Token, ...], content: tuple[Token, ...]) -> bool:
    """Whether the negations in and around a cue are odd in number; "not only", "no doubt" are none."""
    found = {token.i for token in cue if _negation(token) or _undoes(token)}
    near = [head, *(t for t in (head.head,) if head.dep_ in ("xcomp", "acomp", "attr", *AUXILIARIES) and t in cue)]
    said = {token.i for token in content if token.doc is head.doc}
    for word in near:
        close = (c for c in islice(word.children, CHILDREN) if c.i not in said and c.i <= word.i + 2)
        found |= {c.i for c in close if _negation(c) or _phrase(c)}
    none = words("negation", "words") | words("negation", "determiners")
    nobody = any(token.lower_ in none and token.i not in found for token in source[:1])
    return (len(found) + nobody) % 2 == 1


def _undoes(token: Token) -> bool:
    """ "without saying whether"; "claimed without evidence that" is no denial."""
    return token.lower_ in words("negation", "prepositions") and any(c.dep_ == "pcomp" for c in islice(token.children, CHILDREN))


def _negation(token: Token) -> bool:
    if token.lower_ not in words("negation", "words") | words("negation", "determiners") or token.dep_ == "intj":
        return False
    following = token.doc[token.i + 1 : token.i + 2]
    if token.lower_ == "no" and following and (following[0].text == "." or following[0].text.isdigit()):
        return False  # "the No. 1 port"
    if token.lower_ == "not" and token.i and token.doc[token.i - 1].text in (",", "-", "–", "—"):
        return False  # ", not for the money": a contrast
    return turns(token)


def _phrase(child: Token) -> bool:
    """ "under no circumstances", "no longer"."""
    if child.dep_ not in ("prep", "advmod", "npadvmod"):
        return False
    run = [token.lower_ for token in child.doc[child.left_edge.i : child.left_edge.i + 3]]
    return any(" ".join(run[:size]) in words("negation", "phrases") for size in (2, 3))


def predicates(token: Token) -> frozenset[str]:
    """Return the dictionary forms that say what a clause is: its verb, and the adjective or noun beside a copula."""
    found = {lemma(token)}
    for child in islice(token.children, CHILDREN):
        if child.dep_ in ("acomp", "attr", "oprd") or (child.dep_ in ("advmod", "neg") and child.lower_ in ("not", "never")):
            found |= {child.lemma_.lower(), child.lower_}
    return frozenset(found)


def turned(clause: Told) -> bool:
    """Return whether the negations of a main clause, the words that wrap it included, are odd in number."""
    over = () if clause.raised is None else (clause.raised,)
    return sum(_denies(token) for token in (*over, *clause.chain)) % 2 == 1


def _denies(token: Token) -> bool:
    """Whether a predicate is negated by its own words: not, never, "no officials met", "has no plan", "there was nothing"."""
    near = list(islice(token.children, CHILDREN))
    fronted = [g for c in near if c.dep_ in AUXILIARIES for g in islice(c.children, CHILDREN)]
    if any(_negation(c) or _phrase(c) for c in (*near, *fronted)):
        return True
    if token.dep_ in ("acomp", "oprd", "attr") and not is_verb(token):
        return negated(token.head)
    if token.pos_ in ("NOUN", "PROPN", "PRON") and _negation(token):
        return True
    things = [c for c in near if c.dep_ in ("dobj", "attr", "acomp", *SUBJECTS) and c.pos_ != "VERB"] if is_verb(token) else []
    return any(_negation(g) for t in things for g in islice(t.children, CHILDREN) if g.i < t.i)
