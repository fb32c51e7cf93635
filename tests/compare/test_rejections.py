"""A denial finds what it denies: in its sentence, in another one, in another report; where two may be meant, it finds none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from retold.compare.claims import claims
from retold.compare.rejections import _akin
from retold.model import Claim, Fact, Party, Reading, Span
from tests.compare.build import actors, alone, at, fact, party, reading, report, said

MET = "Orel Brask met Dalia Renko in Selm."
ACCUSED = "Prosecutors accuse Orel Brask of bribing Dalia Renko."
OTHER = "Prosecutors accuse Orel Brask of smuggling silver."


def _met(name: str = "one", day: str = "2031-05-02") -> Reading:
    made = fact(MET, "contact", MET[:-1], subject=party("Orel Brask"), object=party("Dalia Renko"), trigger=at(MET, "met"))
    return reading(report(name, MET, published=day), made)


def _accused(text: str, words: str, name: str = "one", day: str = "2031-05-02") -> Reading:
    made = fact(
        text, "allegation", text[:-1], object=party("Orel Brask"), trigger=at(text, "accuse"), detail=words, stance="alleged"
    )
    return reading(report(name, text, published=day), made)


def _denied(text: str, detail: str, *, day: str = "2031-05-03", who: str = "Orel Brask", **more: Any) -> Reading:
    more.setdefault("subject", party(who))
    more.setdefault("stance", "denied")
    made = fact(text, "statement", text[:-1], trigger=at(text, "said"), detail=detail, attribution="a1", **more)
    return reading(report("two", text, published=day), made, attributions=(said(text, "a1", "said", kind="person", name=who),))


def _denials(*readings: Reading) -> list[tuple[str, str | None]]:
    """What is denied, and by whom."""
    found = claims(readings, actors(*readings), alone(*readings))
    return [(c.text, r.by) for c in found for r in c.relations if r.kind == "denied by"]


def test_a_deed_is_denied_in_another_report_by_words_for_its_act() -> None:
    denial = _denied("There was no meeting in Selm, Orel Brask said.", "There was no meeting in Selm")
    assert _denials(_met(), denial) == [(MET[:-1], "Orel Brask")]


def test_an_accusation_is_denied_in_another_report_by_the_words_of_the_denial() -> None:
    denial = _denied("Orel Brask said that he never bribed Dalia Renko.", "bribed Dalia Renko", object=party("Dalia Renko"))
    assert _denials(_accused(ACCUSED, "bribing Dalia Renko"), denial) == [(ACCUSED[:-1], "Orel Brask")]


def test_a_third_denies_a_deed_by_naming_both_parties_and_the_act() -> None:
    text = "The Sea Board said that Brask had not met Renko."
    made = _denied(text, "Brask had not met Renko", who="Sea Board")
    others = [fact(text, "rank", name.split()[-1], subject=party(name)) for name in ("Orel Brask", "Dalia Renko")]
    both = reading(made.report, *made.facts, *others, attributions=made.attributions)
    assert _denials(_met(), both) == [(MET[:-1], "Sea Board")]


def test_a_third_who_names_one_party_alone_denies_nothing() -> None:
    text = "The Sea Board said that Brask had not met Kol."
    made = _denied(text, "Brask had not met Kol", who="Sea Board")
    others = [fact(text, "rank", name.split()[-1], subject=party(name)) for name in ("Orel Brask", "Edda Kol")]
    both = reading(made.report, *made.facts, *others, attributions=made.attributions)
    assert _denials(_met(), both) == []


def test_another_deed_is_not_denied_by_it() -> None:
    denial = _denied("Orel Brask said that he never wrote to Selm.", "wrote to Selm")
    assert _denials(_met(), denial) == []


def test_the_deed_of_another_party_is_not_denied() -> None:
    denial = _denied("There was no meeting in Selm, Edda Kol said.", "There was no meeting in Selm", who="Edda Kol")
    assert _denials(_met(), denial) == []


def test_a_denial_months_later_is_of_something_else() -> None:
    denial = _denied("There was no meeting in Selm, Orel Brask said.", "There was no meeting in Selm", day="2031-11-03")
    assert _denials(_met(), denial) == []


def test_of_two_claims_that_may_be_meant_none_is_denied() -> None:
    denial = _denied("There was no such meeting, Orel Brask said.", "There was no such meeting")
    other = "Orel Brask met Dalia Renko in Osk."
    twice = fact(other, "contact", other[:-1], subject=party("Orel Brask"), object=party("Dalia Renko"), trigger=at(other, "met"))
    assert _denials(_met(), denial, reading(report("three", other, published="2031-05-02"), twice)) == []


def test_who_speaks_for_somebody_denies_for_them() -> None:
    text = "A lawyer for Brask said that the two had not met."
    made = _denied(text, "the two had not met", subject=Party(described="A lawyer for Brask"))
    named = fact(text, "rank", "Brask", subject=party("Orel Brask"))
    both = reading(made.report, *made.facts, named, attributions=made.attributions)
    assert [text for text, _ in _denials(_met(), both)] == [MET[:-1]]


def _sentences(text: str, *facts: Fact) -> Reading:
    made = _sentences_of(text, *facts)
    return replace(made, attributions=(said(text, "a1", "said", kind="person", name="Orel Brask"),))


def _sentences_of(text: str, *facts: Fact) -> Reading:
    made = reading(report("one", text), *facts)
    ends = [i + 1 for i, c in enumerate(text) if c == "."]
    return replace(made, sentences=tuple(Span(a, b) for a, b in zip([0, *ends[:-1]], ends, strict=True)))


def test_calling_the_accusations_false_denies_the_one_that_was_told_right_before() -> None:
    text = f"{OTHER} {ACCUSED} Orel Brask said that the accusations were false."
    made = _sentences(
        text,
        fact(
            text,
            "allegation",
            OTHER[:-1],
            subject=party("Prosecutors"),
            object=party("Orel Brask"),
            trigger=at(text, "accuse Orel Brask of smuggling"),
            stance="alleged",
        ),
        fact(
            text,
            "allegation",
            ACCUSED[:-1],
            subject=party("Prosecutors"),
            object=party("Orel Brask"),
            trigger=at(text, "accuse Orel Brask of bribing"),
            stance="alleged",
        ),
        fact(
            text,
            "statement",
            "the accusations were false",
            subject=party("Orel Brask"),
            trigger=at(text, "said"),
            detail="the accusations were false",
            attribution="a1",
        ),
    )
    assert _denials(made) == [(ACCUSED[:-1], "Orel Brask")]


def test_who_denies_this_denies_the_deed_that_was_told_right_before() -> None:
    text = f"{MET} Orel Brask denied this. He left Selm in May."
    made = _sentences_of(
        text,
        fact(text, "contact", MET[:-1], subject=party("Orel Brask"), object=party("Dalia Renko"), trigger=at(text, "met")),
        fact(
            text,
            "statement",
            "Orel Brask denied this",
            subject=party("Orel Brask"),
            trigger=at(text, "denied"),
            detail="this",
            stance="denied",
        ),
    )
    assert _denials(made) == [(MET[:-1], "Orel Brask")]


def test_calling_the_claim_by_another_name_denies_the_accusation_and_no_deed() -> None:
    text = f"{ACCUSED} {MET} Orel Brask rejected the claim as a fairy tale."
    made = _sentences_of(
        text,
        fact(
            text,
            "allegation",
            ACCUSED[:-1],
            subject=party("Prosecutors"),
            object=party("Orel Brask"),
            trigger=at(text, "accuse"),
            stance="alleged",
        ),
        fact(text, "contact", MET[:-1], subject=party("Orel Brask"), object=party("Dalia Renko"), trigger=at(text, "met")),
        fact(
            text,
            "statement",
            "Orel Brask rejected the claim as a fairy tale",
            subject=party("Orel Brask"),
            trigger=at(text, "rejected"),
            detail="the claim as a fairy tale",
            stance="denied",
        ),
    )
    assert _denials(made) == [(ACCUSED[:-1], "Orel Brask")]


def test_calling_something_else_false_denies_nothing() -> None:
    text = f"{ACCUSED} Orel Brask said that the false silver coins of Selm were charged to others by mistake long ago."
    words = "the false silver coins of Selm were charged to others by mistake long ago"
    made = _sentences(
        text,
        fact(
            text,
            "allegation",
            ACCUSED[:-1],
            subject=party("Prosecutors"),
            object=party("Orel Brask"),
            trigger=at(text, "accuse Orel Brask of bribing"),
            stance="alleged",
        ),
        fact(
            text,
            "statement",
            words,
            subject=party("Orel Brask"),
            trigger=at(text, "said"),
            detail=words,
            attribution="a1",
        ),
    )
    assert _denials(made) == []


def test_a_denial_tells_where_both_stand() -> None:
    denial = _denied("There was no meeting in Selm, Orel Brask said.", "There was no meeting in Selm")
    made = (_met(), denial)
    found: tuple[Claim, ...] = claims(made, actors(*made), alone(*made))
    (relation,) = (r for c in found for r in c.relations if r.kind == "denies")
    assert relation.here and relation.there
    assert (relation.here.report, relation.there.report) == ("two", "one")
    assert "another report" in relation.reason


def test_a_word_is_no_form_of_one_that_is_much_longer() -> None:
    assert _akin("bribed", "bribin")
    assert _akin("meet", "meets")
    assert not _akin("part", "partne")
    assert not _akin("bank", "bankru")


def test_a_named_spokeswoman_denies_for_whom_her_report_says_that_she_speaks() -> None:
    text = "Brask never sat down with her, said Ilse Voss, a spokeswoman for Orel Brask."
    made = _denied(text, "Brask never sat down with her", who="Ilse Voss")
    tie = fact(text, "tie", "a spokeswoman", subject=party("Ilse Voss"), object=party("Orel Brask"), detail="a spokeswoman")
    both = reading(made.report, *made.facts, tie, attributions=made.attributions)
    assert _denials(_met(), both) == [(MET[:-1], "Ilse Voss")]
    assert _denials(_met(), made) == []
