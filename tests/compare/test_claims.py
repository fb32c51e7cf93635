"""Claims: the same words of two reports become one claim, and origins are counted, not reports."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from retold.compare.claims import claims
from retold.model import Party, Period, Reading, Span, Verdict, When
from tests.compare.build import actors, alone, at, fact, family, party, reading, report

ONE = "Ministers of Orvane met Dalia Renko in Port Sel on Monday. Renko is interior minister of Orvane."
TWO = "Dalia Renko held talks with the ministers of Orvane in Port Sel, a paper said."


def _met(name: str, text: str, words: str, subject: str, object_: str) -> Reading:
    return reading(
        report(name, text),
        fact(
            text,
            "contact",
            words,
            subject=party(subject),
            object=party(object_),
            pattern="contact/meet",
            trigger=at(text, "met" if "met" in words else "held talks"),
        ),
    )


def _pair() -> tuple[Reading, Reading]:
    return (
        _met("one", ONE, "met Dalia Renko in Port Sel", "Orvane", "Renko"),
        _met("two", TWO, "Dalia Renko held talks with the ministers of Orvane in Port Sel", "Renko", "Orvane"),
    )


def test_a_contact_told_from_both_sides_is_one_claim() -> None:
    one, two = _pair()
    found = claims([one, two], actors(one, two), alone(one, two))
    assert [c.reports for c in found] == [2]


def test_a_side_that_the_first_telling_only_describes_is_not_the_other_side() -> None:
    """One report has "Renko met an envoy", the other that "an envoy met Renko"."""
    one, two = _pair()
    described = replace(one.facts[0], subject=party("Renko"), object=Party(described="an envoy"))
    turned = replace(two.facts[0], subject=Party(described="an envoy"), object=party("Renko"))
    one, two = replace(one, facts=(described,)), replace(two, facts=(turned,))
    (found,) = claims([one, two], actors(one, two), family(one, two))
    assert (found.subject, found.object, found.reports) == ("Renko", "an envoy", 2)
    assert found.subject_actor != found.object_actor


def test_origins_count_families_not_reports() -> None:
    one, two = _pair()
    assert claims([one, two], actors(one, two), alone(one, two))[0].origins == 2
    assert claims([one, two], actors(one, two), family(one, two))[0].origins == 1


def test_another_party_is_another_claim() -> None:
    one = _met("one", ONE, "met Dalia Renko", "Orvane", "Renko")
    two = _met("two", ONE, "met Dalia Renko", "Orvane", "Brask")
    assert len(claims([one, two], actors(one, two), alone(one, two))) == 2


def test_two_bodies_of_one_state_are_two_parties_and_the_state_is_either() -> None:
    text = "The ministry sanctioned Renko. The bank sanctioned Renko. Orvane sanctioned Renko."
    made = [
        reading(report(n, text), fact(text, "measure", f"{w} sanctioned Renko", subject=party(w), object=party("Renko")))
        for n, w in (("a", "The ministry"), ("b", "The bank"), ("c", "Orvane"))
    ]
    lands = {"The ministry": "ov", "The bank": "ov", "Orvane": "OV"}
    found = claims(made, actors(*made, countries=lands), alone(*made))
    assert sorted(c.reports for c in found) == [1, 2]


def test_times_that_exclude_each_other_keep_events_apart() -> None:
    def on(day: int) -> Reading:
        period = Period(earliest=datetime(2031, 3, day, tzinfo=UTC), latest=datetime(2031, 3, day, 23, 59, 59, tzinfo=UTC))
        when = When(span=Span(0, 4), period=period)
        made = fact(
            ONE, "contact", "met Dalia Renko", subject=party("Orvane"), object=party("Renko"), pattern="contact/meet", when=when
        )
        return reading(report(f"on {day}", ONE), made)

    apart, together = [on(3), on(9)], [on(3), reading(report("again", ONE), on(3).facts[0])]
    assert len(claims(apart, actors(*apart), alone(*apart))) == 2
    assert len(claims(together, actors(*together), alone(*together))) == 1


def test_a_state_lasts_and_its_times_do_not_keep_it_apart() -> None:
    def in_year(year: int) -> Reading:
        period = Period(earliest=datetime(year, 1, 1, tzinfo=UTC), latest=datetime(year, 12, 31, tzinfo=UTC))
        made = fact(
            ONE,
            "office",
            "Renko is interior minister",
            subject=party("Renko"),
            object=party("Orvane"),
            detail="interior minister",
            when=When(span=Span(0, 4), period=period),
        )
        return reading(report(str(year), ONE), made)

    made = [in_year(2031), in_year(2033)]
    assert len(claims(made, actors(*made), alone(*made))) == 1


def test_what_one_mention_denies_is_denied_by_its_speaker() -> None:
    one, two = _pair()
    denied = fact(
        TWO,
        "contact",
        "held talks with the ministers",
        subject=party("Renko"),
        object=party("Orvane"),
        pattern="contact/meet",
        stance="denied",
        attribution="a1",
    )
    from retold.model import Attribution, Speaker

    says = Attribution(id="a1", source=(), cue=(Span(0, 5),), content=(), speaker=Speaker(kind="person", name="Ilse Voss"))
    two = reading(two.report, denied, attributions=(says,))
    assert claims([one, two], actors(one, two), family(one, two))[0].denied_by == ("Ilse Voss",)
    (alone_,) = claims([two], actors(two), family(two))
    assert (alone_.asserted_by, alone_.denied_by) == ((), ("Ilse Voss",))


def test_ids_stay_when_a_later_report_is_added() -> None:
    one, two = _pair()
    before = claims([one], actors(one), alone(one))
    after = claims([one, two], actors(one, two), alone(one, two))
    assert before[0].id == after[0].id


def test_every_mention_says_why_it_was_taken_for_the_same() -> None:
    one, two = _pair()
    mentions = claims([one, two], actors(one, two), alone(one, two))[0].mentions
    assert all(m.reason for m in mentions)
    assert all(0 < m.score <= 1 for m in mentions)


def test_a_description_that_may_be_anybody_excludes_nothing() -> None:
    text = "Renko is the second most powerful figure in Orvane. Renko is the second most powerful figure in the country."
    made = [
        reading(
            report(n, text),
            fact(
                text, "rank", words, subject=party("Renko"), object=Party(described=place), detail="second most powerful figure"
            ),
        )
        for n, words, place in (("a", "figure in Orvane", "Orvane"), ("b", "figure in the country", "the country"))
    ]
    assert [c.reports for c in claims(made, actors(*made), alone(*made))] == [2]


def test_the_same_parties_may_meet_twice_so_independent_accounts_need_a_time() -> None:
    texts = ("Orvane met Renko to discuss the strait.", "Orvane met Renko over prisoners.")
    one, two = (_met(n, t, t, "Orvane", "Renko") for n, t in zip("ab", texts, strict=True))
    assert len(claims([one, two], actors(one, two), alone(one, two))) == 2
    assert len(claims([one, two], actors(one, two), family(one, two))) == 1


def test_two_questions_in_one_sentence_are_two_unknowns() -> None:
    text = "It is unclear whether Renko agreed, or whether Brask was told."
    made = reading(
        report("one", text),
        *(
            fact(text, "unknown", words, detail=asked, stance="unknown")
            for words, asked in (
                ("unclear whether Renko agreed", "whether Renko agreed"),
                (text[6:-1], "whether Brask was told"),
            )
        ),
    )
    assert {c.text for c in claims([made], actors(made), alone(made))} == {"whether Renko agreed", "whether Brask was told"}


def test_within_a_family_a_name_is_the_same_party_though_nobody_knows_who_it_is() -> None:
    one, two = _met("a", ONE, "met Dalia Renko", "Orvane", "Renko"), _met("b", ONE, "met Dalia Renko", "Orvane", "Renko")
    who = [replace(a, id=f"{a.id} in {r.report.name}") for r in (one, two) for a in actors(r)]
    assert [c.reports for c in claims([one, two], who, family(one, two))] == [2]
    assert [c.reports for c in claims([one, two], who, alone(one, two))] == [1, 1]


def test_a_measure_told_by_verb_and_by_noun_is_one() -> None:
    text = "The sanctions against Renko were discussed. Orvane has sanctioned Renko for years."
    made = reading(
        report("one", text),
        fact(text, "measure", "sanctions against Renko", object=party("Renko"), pattern="measure/sanctions"),
        fact(text, "measure", "sanctioned Renko", subject=party("Orvane"), object=party("Renko"), pattern="measure/sanction"),
    )
    assert [len(c.mentions) for c in claims([made], actors(made), alone(made))] == [2]


def test_a_claim_without_a_doer_keeps_whom_it_hits() -> None:
    text = "About 140 million crowns that were frozen last year."
    made = reading(report("one", text), fact(text, "measure", text[:-1], object=Party(described="About 140 million crowns")))
    (found,) = claims([made], actors(made), alone(made))
    assert (found.subject, found.object) == (None, "About 140 million crowns")


def test_who_was_ruled_on_goes_by_the_name_that_he_has_in_the_record() -> None:
    text = "Rell was fined by the harbour court."
    made = reading(report("one", text), fact(text, "measure", "Rell was fined", object=party("Rell")))
    who = [replace(a, name="Oda Rell") for a in actors(made)]
    said: list[Mapping[str, Collection[Verdict]]] = [{}, {"Rell": {"same"}}]
    assert [claims([made], who, alone(made), verdicts=each)[0].object for each in said] == ["Rell", "Oda Rell"]
