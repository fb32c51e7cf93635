"""Who was asked and did not answer: "could not be reached", "did not respond". There is a source, and nothing is said.

PolNeAR's annotators mark these only where something stands that could be content, so the model that learned from them
passes many by; for a reader they are the other side's place in the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from retold.find.attributions.marked import Marked
from retold.find.attributions.vocabulary import cue_words
from retold.find.clauses import SUBJECTS, is_verb, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse


def silences(parses: Sequence[Parse]) -> Iterator[Marked]:
    """Yield the refusals and non-answers of a report that a negated verb of answering tells."""
    for parse in parses:
        for verb in parse.doc if parse.parsed else ():
            subject = _silent(verb)
            if subject is not None:
                yield _marked(verb, subject, parse)


def _silent(verb: Token) -> Token | None:
    """Who did not answer, where a verb says that; else None."""
    if (
        not is_verb(verb)
        or lemma(verb) not in cue_words("silence", "verbs")
        or not any(child.dep_ == "neg" for child in verb.children)
    ):
        return None
    if lemma(verb) in cue_words("silence", "with_object") and not any(
        c.dep_ == "dobj" and lemma(c) in cue_words("silence", "objects") for c in verb.children
    ):
        return None
    around = {child.lower_ for child in verb.children if child.dep_ in ("aux", "advmod", "auxpass")}
    passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    # "vowed not to reply" tells of something else; "was not answered" of a question.
    return _subject(verb) if passive == (lemma(verb) in cue_words("silence", "passive")) and "to" not in around else None


def _subject(verb: Token) -> Token | None:
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i), None)
    return subject if subject is not None and subject.tag_ not in ("WP", "WDT", "EX") else None


def _marked(verb: Token, subject: Token, parse: Parse) -> Marked:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass", "neg") and child.i < verb.i]
    first = min([*helpers, verb], key=lambda token: token.i)
    after = [child for child in verb.children if child.dep_ in ("prep", "dobj") and child.i > verb.i]
    said = parse.between(after[0].left_edge, after[0].right_edge) if after else parse.span(verb)
    last = verb if after else parse.doc[verb.i - 1]
    return Marked(
        source=(parse.between(subject.left_edge, subject.right_edge),),
        cue=parse.between(first, last if last.i >= first.i else verb),
        content=(said,),
    )
