"""Who the parties of facts are, from the chains of the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from retold.model import Chain, Fact, Mention, Party, Period, Span, TimeExpression, When
from retold.resolve.parties import parties

BROD = Chain(id="c1", kind="person", name="Ana Brod", titles=("interior minister",))
BANK = Chain(id="c2", kind="body", name="Varn Bank")


def mention(start: int, end: int, chain: Chain, *, head: int | None = None) -> Mention:
    span = Span(start, end)
    inner = Span(head if head is not None else start, end)
    return Mention(span=span, kind=chain.kind, form="name", head=inner, sentence=0, chain=chain.id, name=chain.name)


def fact(kind: str = "contact", pattern: str = "contact/meet", *, subject: Party | None = None, obj: Party | None = None) -> Fact:
    return Fact(id="f1", kind=kind, span=Span(0, 40), trigger=Span(10, 13), pattern=pattern, subject=subject, object=obj)


def party(words: str, start: int, end: int) -> Party:
    return Party(described=words, span=Span(start, end))


def test_a_party_takes_the_name_of_the_mention_that_its_words_end_in() -> None:
    given = fact(subject=party("the minister", 0, 12))
    (found,) = parties([given], mentions=[mention(0, 12, BROD, head=4)], chains=[BROD], times=())
    assert found.subject is not None
    assert (found.subject.name, found.subject.chain, found.subject.described) == ("Ana Brod", "c1", "the minister")


def test_a_name_in_front_of_another_head_is_not_the_party() -> None:
    given = fact(subject=party("the Varn Bank spokesman", 0, 23))
    (found,) = parties([given], mentions=[mention(4, 13, BANK)], chains=[BANK], times=())
    assert found.subject is not None
    assert found.subject.name is None


def test_a_name_after_a_preposition_is_not_who_speaks() -> None:
    given = fact("statement", "statement/attribution", subject=party("Polls in Varn Bank", 0, 18))
    (found,) = parties([given], mentions=[mention(9, 18, BANK)], chains=[BANK], times=())
    assert found.subject is not None
    assert found.subject.name is None


def test_figures_by_somebody_are_hers() -> None:
    given = fact("statement", "statement/attribution", subject=party("figures by Ana Brod of the Varn Bank", 0, 36))
    said = [mention(11, 19, BROD), mention(27, 36, BANK)]
    (found,) = parties([given], mentions=said, chains=[BROD, BANK], times=())
    assert found.subject is not None
    assert found.subject.name == "Ana Brod"


def test_an_office_of_something_before_a_name_hides_nobody() -> None:
    given = fact("office", "office/post", subject=party("secretary of state Ana Brod", 0, 27))
    (found,) = parties([given], mentions=[mention(19, 27, BROD)], chains=[BROD], times=())
    assert found.subject is not None
    assert found.subject.name == "Ana Brod"


def test_whose_i_stands_in_the_words_says_them() -> None:
    given = fact("statement", "statement/attribution", subject=party("he", 30, 32), obj=party("I", 1, 2))
    (found,) = parties([given], mentions=[mention(1, 2, BROD)], chains=[BROD], times=())
    assert found.subject is not None
    assert (found.subject.name, found.object) == ("Ana Brod", None)


def test_a_bare_title_is_its_one_holder() -> None:
    given = fact(subject=party("Minister", 0, 8))
    (found,) = parties([given], mentions=(), chains=[BROD, BANK], times=())
    assert found.subject is not None
    assert found.subject.name == "Ana Brod"


def test_a_title_with_two_holders_stays_open() -> None:
    other = Chain(id="c3", kind="person", name="Ivo Lenk", titles=("finance minister",))
    given = fact(subject=party("Minister", 0, 8))
    (found,) = parties([given], mentions=(), chains=[BROD, other], times=())
    assert found.subject is not None
    assert found.subject.name is None


def test_nobody_is_the_other_party_of_himself() -> None:
    given = fact(subject=party("Brod", 0, 4), obj=party("her", 20, 23))
    (found,) = parties([given], mentions=[mention(0, 4, BROD), mention(20, 23, BROD)], chains=[BROD], times=())
    assert found.object is None


def test_a_time_gets_its_interval() -> None:
    day = Period(earliest=datetime(2031, 5, 3, tzinfo=UTC), latest=datetime(2031, 5, 3, 23, tzinfo=UTC))
    time = TimeExpression(span=Span(30, 35), type="DATE", value="2031-05-03", period=day)
    given = replace(fact("contact", "contact/meet", subject=party("Brod", 0, 4)), when=When(span=Span(30, 35)))
    (found,) = parties([given], mentions=(), chains=(), times=[time])
    assert found.when is not None
    assert found.when.period == day


def test_a_bare_post_is_in_the_body_that_the_report_speaks_of_most() -> None:
    given = replace(fact("office", "office/body", subject=party("Brod", 0, 4)), detail="the chief executive")
    told = [mention(0, 4, BROD), mention(50, 59, BANK), mention(70, 79, BANK)]
    (found,) = parties([given], mentions=told, chains=[BROD, BANK], times=())
    assert found.object is not None
    assert found.object.name == "Varn Bank"


def test_a_post_of_which_there_are_many_stays_bare() -> None:
    given = replace(fact("office", "office/body", subject=party("Brod", 0, 4)), detail="a former engineer")
    told = [mention(0, 4, BROD), mention(50, 59, BANK), mention(70, 79, BANK)]
    (found,) = parties([given], mentions=told, chains=[BROD, BANK], times=())
    assert found.object is None


def test_an_outlet_that_was_told_something_is_not_where_a_bare_post_is() -> None:
    wire = replace(BANK, name="Reuters")
    given = replace(fact("office", "office/body", subject=party("Brod", 0, 4)), detail="the chief executive")
    told = [mention(0, 4, BROD), mention(20, 27, wire), mention(40, 47, wire)]
    (only,) = parties([given], mentions=told, chains=(BROD, wire), times=())
    assert only.object is None


def test_the_adjective_of_a_country_is_no_city_of_it() -> None:
    paris, france = (Chain(id=n, kind="place", name=name, country="FR") for n, name in (("c8", "Paris"), ("c9", "France")))
    given = fact("measure", "measure/sanction", obj=party("French", 0, 6))

    def told(*chains: Chain) -> tuple[str | None, str | None]:
        (found,) = parties([given], mentions=(), chains=chains, times=())
        return (found.object.name, found.object.chain) if found.object else (None, None)

    assert told(paris) == ("France", None)
    assert told(paris, france) == ("France", "c9")


LENK = Chain(id="c3", kind="person", name="Ivo Lenk")
SOUTHMARK = Chain(id="c4", kind="place", name="Southmark")


def office(words: str, holder: tuple[str, int, int], place: tuple[str, int, int] | None = None) -> Fact:
    given = replace(
        fact("office", "office/government", subject=party(*holder)), detail=words, span=Span(holder[1], holder[1] + 30)
    )
    return replace(given, object=party(*place) if place else None)


def posts(*given: Fact) -> list[str | None]:
    told = [mention(0, 4, BROD), mention(10, 19, SOUTHMARK), mention(50, 54, LENK), mention(80, 84, BROD)]
    found = parties(given, mentions=told, chains=[BROD, LENK, SOUTHMARK], times=())
    return [f.object.name if f.object else None for f in found]


def test_a_region_of_which_somebody_is_governor_is_not_where_another_is_president() -> None:
    told = office("governor", ("Brod", 0, 4), ("Southmark", 10, 19))
    assert posts(told, office("president", ("Lenk", 50, 54))) == ["Southmark", None]
    assert posts(replace(told, detail="governor of Southmark"), office("president", ("Lenk", 50, 54))) == ["Southmark", None]
    assert posts(replace(told, detail="minister"), office("president", ("Lenk", 50, 54))) == ["Southmark", "Southmark"]
    assert posts(replace(told, detail="minister"), office("Gen.", ("Lenk", 50, 54))) == ["Southmark", None]


def test_who_sat_for_a_region_is_not_its_secretary_and_its_senator_is_told_once() -> None:
    told = office("senator", ("Brod", 0, 4), ("Southmark", 10, 19))
    assert posts(told, office("secretary", ("Brod", 80, 84))) == ["Southmark", None]
    assert posts(told, office("Sen.", ("Brod", 80, 84))) == ["Southmark"]


def test_who_leads_no_more_than_a_part_leads_nothing_that_the_report_speaks_of() -> None:
    given = replace(fact("office", "office/body", subject=party("Brod", 0, 4)), detail="choir director")
    told = [mention(0, 4, BROD), mention(50, 59, BANK), mention(70, 79, BANK)]
    (found,) = parties([given], mentions=told, chains=[BROD, BANK], times=())
    assert found.object is None


def test_another_post_and_one_that_is_over_are_of_another_body() -> None:
    told = replace(office("Speaker", ("Brod", 0, 4), ("Southmark", 10, 19)), pattern="office/government")
    bare = replace(office("the convention chair", ("Brod", 80, 84)), pattern="office/body")
    assert posts(told, bare) == ["Southmark", None]
    led = replace(told, detail="director", pattern="office/body")
    past = replace(bare, detail="former mill executive", ended=True)
    assert posts(led, past) == ["Southmark", None]
