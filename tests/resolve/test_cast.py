"""Who a party of a fact is, a person decides: somebody of the affair, somebody named anew, or nobody."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Attribution, Chain, Party, Passage, Reading, Ruling, Side, Span, Speaker
from retold.record.references import reading_problems
from retold.resolve.actors.across import actors
from retold.resolve.actors.ruled import force
from retold.resolve.ruled import Ruled, ruled
from tests.resolve.test_ruled import FINED, TEXT, at, mention, reading, ruling

COURT = "the harbour court"


def gull() -> Reading:
    """A report in which the harbour court is mentioned, too, though nobody is known to have fined."""
    found = reading()
    court = replace(mention(COURT, "c2"), kind="body", name="Harbour Court")
    chain = Chain(id="c2", kind="body", name="Harbour Court")
    return replace(found, mentions=(court, *found.mentions), chains=(*found.chains, chain))


def tide() -> Reading:
    """Another report, of which nobody but the court is known."""
    found = gull()
    report = replace(found.report, name="tide.txt")
    return Reading(report=report, mentions=found.mentions[:1], chains=found.chains[-1:])


def party(number: int, side: Side, who: Passage | str | None, words: str = FINED) -> Ruling:
    """Return the ruling on a side of the fact of these words: whom a place mentions, one named anew, or nobody."""
    made = replace(ruling(number, "rejected", words, "fact"), what=side)
    if isinstance(who, str):
        return replace(made, verdict="same", named=who, sort="body")
    return replace(made, verdict="same", other=who, words=(words, TEXT[slice(*who.span)])) if who else made


def done(*rulings: Ruling, given: tuple[Reading, ...] = ()) -> Ruled:
    found = ruled(given or (gull(),), rulings)
    for each in found.readings:
        assert list(reading_problems(each)) == []
    return found


def parties(found: Ruled, number: int = 0) -> tuple[Party | None, Party | None]:
    return found.readings[0].facts[number].subject, found.readings[0].facts[number].object


def test_who_is_mentioned_in_the_report_is_its_party() -> None:
    subject, object_ = parties(done(party(1, "subject", Passage(report="gull.txt", span=at(COURT)))))
    assert subject == Party(described="Harbour Court", span=at(COURT), chain="c2", name="Harbour Court", kind="body")
    assert object_ == gull().facts[0].object


def test_a_party_keeps_the_words_of_the_report() -> None:
    _, object_ = parties(done(party(1, "object", Passage(report="gull.txt", span=at(COURT)))))
    assert object_ == Party(described="Ilse Marrow", span=at("Ilse Marrow"), chain="c2", name="Harbour Court", kind="body")


def test_a_party_may_be_nobody() -> None:
    assert parties(done(party(1, "object", None))) == (None, None)


def test_a_party_may_be_named_anew() -> None:
    found = done(party(1, "subject", "Tarn Oil"))
    subject, _ = parties(found)
    assert subject == Party(described="Tarn Oil", chain="ruled-1", name="Tarn Oil", kind="body")
    assert found.readings[0].chains[-1] == Chain(id="ruled-1", kind="body", name="Tarn Oil")
    assert "Tarn Oil" in {actor.name for actor in actors(found.readings)}


def test_whom_another_report_names_is_one_with_whom_it_names() -> None:
    told = party(1, "subject", Passage(report="tide.txt", span=at(COURT)))
    bare = replace(reading(), chains=(Chain(id="c1", kind="person", name="Ilse Marrow"),))
    found = done(told, given=(bare, tide()))
    subject, _ = parties(found)
    assert subject is not None
    assert (subject.chain, subject.name) == ("ruled-1", "Harbour Court")
    assert force([told], found.readings).governing[1] == (("gull.txt", "ruled-1"), ("tide.txt", "c2"))
    (court,) = (a for a in actors(found.readings, [told]) if a.name == "Harbour Court")
    assert {m.report for m in court.members} == {"gull.txt", "tide.txt"}


def test_a_ruling_on_one_whom_no_report_mentions_any_more_waits() -> None:
    told = party(1, "subject", Passage(report="tide.txt", span=at(COURT)))
    found = done(told)
    assert found.states == {1: "waits"}
    assert found.readings == (gull(),)


def test_of_two_rulings_on_one_side_the_later_governs() -> None:
    found = done(party(1, "object", "Tarn Oil"), party(2, "object", None))
    assert parties(found) == (None, None)
    assert found.states == {1: "overruled", 2: "governs"}
    assert done(party(1, "object", None), party(2, "subject", "Tarn Oil")).states == {1: "governs", 2: "governs"}


def test_what_was_ruled_on_a_side_is_told_with_the_fact() -> None:
    found = done(party(1, "subject", "Tarn Oil"), party(2, "object", None))
    assert [m.did for m in found.marks["gull.txt", "f1"]] == ["subject taken for “Tarn Oil”", "object taken for nobody"]
    assert set(found.marks) == {("gull.txt", "f1")}


def test_who_makes_a_statement_is_its_speaker() -> None:
    found = done(party(1, "subject", Passage(report="gull.txt", span=at(COURT)), "the clerk said")).readings[0]
    (voice,) = found.attributions
    assert isinstance(voice, Attribution)
    assert voice.speaker == Speaker(kind="body", described="the clerk", name="Harbour Court", chain="c2")


# ------------------------------------------------------------------ two names of one chain


def split(number: int, one: Span, two: Span) -> Ruling:
    places = Passage(report="gull.txt", span=one), Passage(report="gull.txt", span=two)
    words = (TEXT[slice(*one)], TEXT[slice(*two)])
    return Ruling(id=number, verdict="different", one=places[0], other=places[1], words=words)


def test_two_names_of_one_chain_are_parted_at_their_places() -> None:
    told = split(1, at("Ilse Marrow"), at("Marrow left"))
    found = done(told)
    assert [m.chain for m in found.readings[0].mentions] == ["c2", "c1", "ruled-1", "ruled-1"]
    assert found.readings[0].chains[-1].name == "Marrow left"
    assert force([told], found.readings).governing == {1: (("gull.txt", "c1"), ("gull.txt", "ruled-1"))}


def test_a_name_that_is_parted_goes_to_the_chain_that_has_it() -> None:
    given = gull()
    chains = (*given.chains, Chain(id="c3", kind="person", name="Marrow left"))
    found = done(split(1, at("Ilse Marrow"), at("Marrow left")), given=(replace(given, chains=chains),)).readings[0]
    assert [m.chain for m in found.mentions] == ["c2", "c1", "c3", "c3"]
    assert [c.id for c in found.chains] == ["c1", "c2", "c3"]


def test_what_takes_up_a_name_goes_where_that_goes_and_what_stands_before_it_stays() -> None:
    given = gull()
    early = mention("the clerk", "c1", form="pronoun")
    late = replace(given, mentions=tuple(sorted((*given.mentions, early), key=lambda m: m.span.start)))
    found = done(split(1, at("Ilse Marrow"), at("Marrow left")), given=(late,)).readings[0]
    told = {TEXT[slice(*m.span)]: (m.chain, m.name) for m in found.mentions}
    assert told["She"] == ("ruled-1", "Marrow left")
    assert told["the clerk"] == ("c1", "Ilse Marrow")
