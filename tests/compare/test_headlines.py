"""What a headline states is a mention of the claim that its report states in full, unless it may be one of two."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from retold.compare.claims import claims
from retold.model import Claim, Fact, Mention, Party, Reading, Span
from tests.compare.build import actors, alone, at, fact, party, reading, report, said

HEADLINE = "Minister met mine owner in secret"
BODY = "Trade minister Anton Reyl met the mine owner Viktor Dask in Port Selm on Monday, two officials said."
SECOND = "He met the mine owner Edda Kroll as well."


def _met(text: str, words: str, subject: Party, object_: Party, **more: Any) -> Fact:
    trigger = at(text, words)
    return fact(
        text,
        more.pop("kind", "contact"),
        words,
        subject=subject,
        object=object_,
        trigger=Span(trigger.start, trigger.start + 20),
        pattern="contact/meet",
        **more,
    )


def _reading(*facts: Fact, text: str = f"{HEADLINE}\n\n{BODY} {SECOND}") -> Reading:
    made = report("one", text, headline=Span(0, len(HEADLINE)), outlet="Marrow Daily")
    told = reading(made, *facts, attributions=(said(text, "a1", "said", kind="unnamed", described="two officials"),))
    starts = [0, len(HEADLINE) + 2, text.index(SECOND) if SECOND in text else len(text)]
    spans = [Span(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return replace(told, sentences=tuple(spans))


TEXT = f"{HEADLINE}\n\n{BODY} {SECOND}"
FULL = _met(
    TEXT, "Trade minister Anton Reyl met the mine owner Viktor Dask", party("Anton Reyl"), party("Viktor Dask"), attribution="a1"
)
OTHER = _met(TEXT, "He met the mine owner Edda Kroll", party("Anton Reyl"), party("Edda Kroll"))
SHORT = _met(TEXT, HEADLINE, party("Anton Reyl"), Party(described="mine owner"))


def _claims(*facts: Fact) -> list[Claim]:
    made = _reading(*facts)
    return list(claims([made], actors(made), alone(made)))


def test_a_headline_that_describes_whom_the_text_names_is_a_mention_of_the_texts_claim() -> None:
    (found,) = _claims(SHORT, FULL)
    assert [m.span for m in found.mentions] == [FULL.span, SHORT.span]
    assert (found.object, found.mentions[1].reason) == ("Viktor Dask", "the headline of what this report tells")


def test_a_headline_without_a_source_asserts_nothing_for_the_outlet_that_gives_one_below() -> None:
    (found,) = _claims(SHORT, FULL)
    assert found.asserted_by == ("two officials",)


def test_a_headline_that_may_be_one_of_two_is_left_by_itself() -> None:
    assert len(_claims(SHORT, FULL, OTHER)) == 3


def test_a_headline_of_another_person_is_another_claim() -> None:
    kroll = replace(SHORT, object=party("Edda Kroll"))
    assert len(_claims(kroll, FULL)) == 2


def test_a_description_that_the_text_does_not_give_is_somebody_else() -> None:
    bishop = replace(SHORT, object=Party(described="bishop"))
    assert len(_claims(bishop, FULL)) == 2


def test_a_description_by_which_the_report_calls_him_elsewhere_is_he() -> None:
    text = f"{HEADLINE}\n\n{BODY} The financier left."
    full = _met(text, "Trade minister Anton Reyl met the mine owner Viktor Dask", party("Anton Reyl"), party("Viktor Dask"))
    short = _met(text, HEADLINE, party("Anton Reyl"), Party(described="financier"))
    made = _reading(short, full, text=text)
    words = at(text, "The financier")
    called = Mention(span=words, kind="person", form="description", head=words, sentence=2, chain="Viktor Dask")
    made = replace(made, mentions=(called,))
    assert len(claims([made], actors(made), alone(made))) == 1


def test_a_headline_that_denies_is_no_mention_of_what_the_text_asserts() -> None:
    assert len(_claims(replace(SHORT, stance="denied"), FULL)) == 2


def test_a_headline_that_alone_tells_something_is_a_claim() -> None:
    (found,) = _claims(SHORT)
    assert found.text == HEADLINE
