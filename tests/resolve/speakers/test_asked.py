"""In questions and answers the one who answers is the person whom the opening names."""

from __future__ import annotations

from retold.model import Attribution, Fact, Party, Span, Speaker
from retold.resolve.speakers.asked import named_by_parties, voiced_parties
from tests.resolve.speakers.marked import heard

TALK = (
    "Dana Pell, the former mayor, spoke of her book. Pell sat down in May.\n"
    "[s1 Q][c1 :] [q1 Why?]\n[s2 A][c2 :] [q2 Ada Holm asked me, and Ada Holm paid. [s3 I] [c3 think] [q3 it was right].]"
)


def test_an_answer_is_of_whom_the_opening_names_most_and_a_question_the_reports() -> None:
    question, answer, within = (row.speaker for row in heard(TALK, outlet="The Harbour Post"))
    assert question is not None and answer is not None and within is not None
    assert (question.kind, question.name) == ("outlet", "The Harbour Post")
    assert (answer.kind, answer.name) == ("person", "Dana Pell") == (within.kind, within.name)


def fact(subject: Party | None, pattern: str = "statement/attribution") -> Fact:
    return Fact(
        id="f1", kind="statement", span=Span(0, 9), trigger=Span(2, 6), pattern=pattern, subject=subject, attribution="a1"
    )


def party(facts: tuple[Fact, ...]) -> str | None:
    return facts[0].subject.name if facts[0].subject else None


def said(**speaker: object) -> tuple[Attribution, ...]:
    spans = {"source": (Span(0, 1),), "cue": (Span(2, 6),), "content": (Span(7, 9),)}
    return (Attribution(id="a1", **spans, speaker=Speaker(**speaker)),)  # type: ignore[arg-type]


def test_a_party_that_is_the_source_has_the_name_of_the_speaker() -> None:
    voices = said(kind="person", name="Dana Pell")
    assert party(voiced_parties([fact(Party(described="A", span=Span(0, 1)))], voices)) == "Dana Pell"
    assert party(voiced_parties([fact(Party(described="the port", span=Span(7, 9)))], voices)) is None


def test_a_statement_of_nobody_is_its_speakers() -> None:
    assert party(voiced_parties([fact(None)], said(kind="person", name="Dana Pell"))) == "Dana Pell"
    assert voiced_parties([fact(None)], said(kind="nobody"))[0].subject is None
    assert voiced_parties([fact(None, "statement/decline")], said(kind="person", name="Dana Pell"))[0].subject is None


def test_they_who_say_it_are_its_speaker_and_a_name_stays() -> None:
    voices = said(kind="body", name="Harbour Union")
    assert party(voiced_parties([fact(Party(described="they", name="Mayors of Varn"))], voices)) == "Harbour Union"
    assert party(voiced_parties([fact(Party(described="the mayors", name="Mayors of Varn"))], voices)) == "Mayors of Varn"


def test_a_speaker_without_a_name_has_that_of_who_makes_his_statement() -> None:
    def name(described: str, words: str, pattern: str = "statement/attribution") -> str | None:
        made = fact(Party(described=words, span=Span(0, 1), name="Ada Holm", kind="person"), pattern)
        (voice,) = named_by_parties(said(kind="unnamed", described=described), [made])
        return voice.speaker.name if voice.speaker else None

    assert name("Holm", "Holm") == name("The minister of mines, Ms. Holm", "Ms. Holm") == "Ada Holm"
    assert name("A report by Holm", "Holm") is None
    assert name("Holm", "Holm", "statement/decline") is None


def test_what_the_second_of_two_does_is_not_said_by_the_first() -> None:
    voices = said(kind="person", name="Ada Holm", described="Ada Holm and Jonas Reed")
    rows = [fact(Party(described=name, name=name), "statement/support") for name in ("Ada Holm", "Jonas Reed")]
    assert [row.attribution for row in voiced_parties(rows, voices)] == ["a1", None]


def test_an_official_who_is_only_pointed_back_at_is_told_as_the_unnamed_source_that_he_is() -> None:
    voices = said(kind="unnamed", described="an aide to the harbour master")
    (bare,) = voiced_parties([fact(Party(described="The aide", span=Span(0, 1)))], voices)
    (told,) = voiced_parties([fact(Party(described="the aide to Holm", span=Span(0, 1)))], voices)
    assert bare.subject is not None
    assert told.subject is not None
    assert (bare.subject.described, bare.subject.name) == ("an aide to the harbour master", None)
    assert told.subject.described == "the aide to Holm"
