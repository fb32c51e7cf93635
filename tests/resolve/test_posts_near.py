"""Whose a post is that is told for short: what its words, its neighbours and the report leave no doubt of."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Mention, Party, Span
from tests.resolve.posts_told import BROD, LENK, at, body, said, told, whose


def test_a_post_in_a_unit_is_one_in_the_body_that_names_it() -> None:
    text = "Ana Brod, head of the Varn Mills unit, left."
    mills = body("Varn Mills")
    unit = Party(described="the Varn Mills unit", span=at(text, "the Varn Mills unit"))
    fact = told(text, "head", "Ana Brod", row="body", obj=unit)
    assert whose(text, fact, mentions=(said(text, "Varn Mills", mills),), chains=(mills,)) == ["Varn Mills"]


def test_two_posts_that_stand_joined_share_their_body() -> None:
    mills = body("Varn Mills")
    text = "Ana Brod, newly chosen chair and interim head of Varn Mills, left."
    of = Party(described="Varn Mills", span=at(text, "Varn Mills"), chain=mills.id, name="Varn Mills", kind="body")
    facts = (told(text, "chair", "Ana Brod", row="government"), told(text, "head", "Ana Brod", row="body", obj=of))
    assert whose(text, *facts, chains=(mills,)) == ["Varn Mills", "Varn Mills"]


def test_what_only_the_second_of_two_posts_is_of_is_not_the_seat_of_a_senator() -> None:
    text = "Ana Brod, a senator and head of Varn Mills, left."
    mills = body("Varn Mills")
    of = Party(described="Varn Mills", span=at(text, "Varn Mills"), chain=mills.id, name="Varn Mills", kind="body")
    facts = (told(text, "a senator", "Ana Brod"), told(text, "head", "Ana Brod", row="body", obj=of))
    assert whose(text, *facts, chains=(mills,)) == [None, "Varn Mills"]


def test_her_post_is_the_one_that_is_told_of_her() -> None:
    text = "Varn Mills head Ana Brod spoke. Ana Brod will resign her post."
    mills = body("Varn Mills")
    of = Party(described="Varn Mills", span=at(text, "Varn Mills"), chain=mills.id, name="Varn Mills", kind="body")
    left = told(text, "resign", "Ana Brod", row="leave", obj=Party(described="her post", span=at(text, "her post")))
    assert whose(text, told(text, "head", "Ana Brod", row="body", obj=of), left, chains=(mills,)) == ["Varn Mills", "Varn Mills"]


def test_who_succeeds_somebody_does_so_in_the_body_that_is_told() -> None:
    text = "Ana Brod was named head of Varn Mills. Ana Brod succeeds Ivo Lenk, and Ivo Lenk resigned."
    mills = body("Varn Mills")
    of = Party(described="Varn Mills", span=at(text, "Varn Mills"), chain=mills.id, name="Varn Mills", kind="body")
    before = Party(described="Ivo Lenk", span=at(text, "Ivo Lenk"), chain=LENK.id, name="Ivo Lenk", kind="person")
    facts = (
        told(text, "head", "Ana Brod", row="body", obj=of),
        told(text, "succeeds", "Ana Brod", row="take up", obj=before),
        told(text, "resigned", "Ivo Lenk", LENK, row="leave"),
    )
    assert whose(text, *facts, chains=(mills,)) == ["Varn Mills", "Varn Mills", "Varn Mills"]


def test_a_police_chief_is_of_the_police_of_the_place_before_the_title() -> None:
    text = "Varn Police Chief Ana Brod spoke."
    varn = body("Varn", kind="place")
    assert whose(text, told(text, "Chief", "Ana Brod"), mentions=(said(text, "Varn", varn),), chains=(varn,)) == ["Varn Police"]


def test_a_name_that_the_parser_cut_is_whole_again() -> None:
    text = "Ana Brod, head of Varn Mills Worldwide, left."
    mills = body("Varn Mills Worldwide")
    cut = Party(described="Varn Mills", span=at(text, "Varn Mills"))
    fact = told(text, "head", "Ana Brod", row="body", obj=cut)
    mentions = (said(text, "Varn Mills Worldwide", mills),)
    assert whose(text, fact, mentions=mentions, chains=(mills,)) == ["Varn Mills Worldwide"]


def test_a_campaigns_manager_is_of_the_campaign_and_his_of_him() -> None:
    text = "Lenk campaign manager Ana Brod spoke."
    lenk = Party(described="Lenk", span=at(text, "Lenk"), chain=LENK.id, name="Ivo Lenk", kind="person")
    assert whose(text, told(text, "manager", "Ana Brod", row="body", obj=lenk)) == ["Lenk campaign"]
    text = "His campaign manager Ana Brod spoke of his campaign."
    lenk = Party(described="his", span=at(text, "his"), chain=LENK.id, name="Ivo Lenk", kind="person")
    assert whose(text, told(text, "manager", "Ana Brod", row="body", obj=lenk)) == ["Ivo Lenk"]


def test_the_company_is_the_only_one_named_just_before() -> None:
    text = "Varn Mills Corp. directors said the company's chairman, Ana Brod, would bid."
    mills = body("Varn Mills Corp.")
    company = Party(described="the company", span=at(text, "the company"))
    fact = told(text, "chairman", "Ana Brod", row="body", obj=company)
    assert whose(text, fact, mentions=(said(text, "Varn Mills Corp.", mills),), chains=(mills,)) == ["Varn Mills Corp."]
    rival = body("Selm Looms Inc.")
    text = "Varn Mills Corp. and Selm Looms Inc. said the company's chairman, Ana Brod, would bid."
    fact = told(text, "chairman", "Ana Brod", row="body", obj=Party(described="the company", span=at(text, "the company")))
    both = (said(text, "Varn Mills Corp.", mills), said(text, "Selm Looms Inc.", rival))
    assert whose(text, fact, mentions=both, chains=(mills, rival)) == ["the company"]


def test_a_description_of_two_words_is_the_body_whose_name_ends_so() -> None:
    text = "Varn Reading Centre grew. The head of the reading centre, Ana Brod, left."
    centre = body("Varn Reading Centre")
    described = Party(described="the reading centre", span=at(text, "the reading centre"))
    fact = told(text, "head", "Ana Brod", row="body", obj=described)
    assert whose(text, fact, mentions=(said(text, "Varn Reading Centre", centre),), chains=(centre,)) == ["Varn Reading Centre"]


def test_a_description_of_the_same_man_tells_where_he_sits() -> None:
    text = "The Ohio senator spoke. Sen. Ana Brod left."
    span = at(text, "The Ohio senator")
    senator = Mention(span=span, kind="person", form="description", head=at(text, "senator"), sentence=0, chain=BROD.id)
    text = text.replace("The Ohio", "the Ohio")
    assert whose(text, told(text, "Sen.", "Ana Brod"), mentions=(senator,)) == ["Ohio"]


def test_a_secretary_is_of_the_only_portfolio_that_is_told() -> None:
    text = "In the United States, Secretary Ana Brod was asked what a secretary of labor does."
    america = body("United States", kind="place", country="US")
    fact = told(text, "Secretary", "Ana Brod")
    assert whose(text, fact, mentions=(said(text, "United States", america),), chains=(america,)) == ["Labor Department"]


def test_a_governor_is_of_the_region_named_before_in_the_sentence() -> None:
    text = "The Ohio Republicans cheered former Gov. Ana Brod."
    party = body("Ohio Republicans")
    fact = told(text, "former Gov.", "Ana Brod")
    assert whose(text, fact, mentions=(said(text, "Ohio Republicans", party),), chains=(party,)) == ["Ohio"]


def test_an_attorney_general_who_is_told_to_be_a_regions_is_no_states() -> None:
    text = "In the United States, Ohio Attorney General Ana Brod sued, and Attorney General Ana Brod won."
    america, ohio = body("United States", kind="place", country="US"), body("Ohio", kind="place")
    of = Party(described="Ohio", span=at(text, "Ohio"), chain=ohio.id, name="Ohio", kind="place")
    first = told(text, "Ohio Attorney General", "Ana Brod", obj=of)
    later = replace(told(text, "Attorney General", "Ana Brod"), id="f99", span=Span(60, 90))
    found = whose(text, first, later, mentions=(said(text, "United States", america),), chains=(america, ohio))
    assert found == ["Ohio", "Ohio"]


def test_a_body_has_one_chief_scientist_and_a_plant_has_its_manager() -> None:
    text = "Varn Mills grew. Varn Mills, said chief scientist Ana Brod, would grow. Plant manager Ivo Lenk agreed."
    mills = body("Varn Mills")
    places = [n for n in range(len(text)) if text.startswith("Varn Mills", n)]
    spans = [Span(n, n + 10) for n in places]
    of = tuple(Mention(span=s, kind="body", form="name", head=s, sentence=7, chain=mills.id, name=mills.name) for s in spans)
    facts = (told(text, "chief scientist", "Ana Brod", row="body"), told(text, "Plant manager", "Ivo Lenk", LENK, row="body"))
    assert whose(text, *facts, mentions=of, chains=(mills,)) == ["Varn Mills", None]


def test_a_vice_president_behind_a_name_is_one_of_the_company_of_the_sentence() -> None:
    text = "Sales at Varn Mills rose, says Ana Brod, a vice president."
    mills = body("Varn Mills")
    fact = told(text, "a vice president", "Ana Brod")
    assert whose(text, fact, mentions=(said(text, "Varn Mills", mills),), chains=(mills,)) == ["Varn Mills"]


def test_a_campaigns_spokesman_is_of_the_only_campaign_that_is_told_of() -> None:
    text = "The Lenk campaign grew, and so did campaign manager Ana Brod."
    lenks = body("Lenk campaign")
    fact = told(text, "campaign manager", "Ana Brod", row="body")
    assert whose(text, fact, mentions=(said(text, "Lenk campaign", lenks),), chains=(lenks,)) == ["Lenk campaign"]


def test_a_bare_spokesman_is_of_the_only_body_of_the_sentence() -> None:
    text = "Varn Mills grew, according to spokesman Ana Brod."
    mills = body("Varn Mills")
    fact = told(text, "spokesman", "Ana Brod", row="speaks for a body")
    assert whose(text, fact, mentions=(said(text, "Varn Mills", mills),), chains=(mills,)) == ["Varn Mills"]
