"""Whose a post is that is told for short: what its words, its neighbours and the report leave no doubt of."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Chain, Fact, Kind, Mention, Party, Span
from retold.resolve.posts_near import placed

BROD = Chain(id="c1", kind="person", name="Ana Brod")
LENK = Chain(id="c2", kind="person", name="Ivo Lenk")


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said(text: str, words: str, chain: Chain, *, sentence: int = 0) -> Mention:
    span = at(text, words)
    return Mention(span=span, kind=chain.kind, form="name", head=span, sentence=sentence, chain=chain.id, name=chain.name)


def told(text: str, title: str, name: str, chain: Chain = BROD, *, row: str = "government", obj: Party | None = None) -> Fact:
    title_at, name_at = at(text, title), at(text, name)
    who = Party(described=name, span=name_at, chain=chain.id, name=chain.name, kind="person")
    whole = Span(min(title_at.start, name_at.start), max(title_at.end, name_at.end))
    trigger = Span(title_at.end - len(title.split()[-1]), title_at.end)
    return Fact(
        id=f"f{whole.start}",
        kind="office",
        pattern=f"office/{row}",
        span=whole,
        trigger=trigger,
        subject=who,
        object=obj,
        detail=title,
    )


def body(name: str, *, kind: Kind = "body", country: str | None = None) -> Chain:
    return Chain(id=f"b{name}", kind=kind, name=name, country=country)


def whose(text: str, *facts: Fact, mentions: tuple[Mention, ...] = (), chains: tuple[Chain, ...] = ()) -> list[str | None]:
    found = placed(facts, text=text, mentions=mentions, chains=(BROD, LENK, *chains))
    return [(f.object.name or f.object.described) if f.object is not None else None for f in found]


def test_a_legislator_sits_for_the_region_behind_the_name() -> None:
    for text, region in (
        ("Sen. Ana Brod (D-N.H.) voted no.", "New Hampshire"),
        ("Sen. Ana Brod, R-Ky., voted no.", "Kentucky"),
        ("Sen. Ana Brod (Fla.) voted no.", "Florida"),
        ("Sen. Ana Brod, Democrat of Ohio, voted no.", "Ohio"),
        ("Sen. Ana Brod, the Utah Republican, voted no.", "Utah"),
    ):
        assert whose(text, told(text, "Sen.", "Ana Brod")) == [region], text


def test_a_bracket_that_holds_no_region_says_nothing() -> None:
    text = "Sen. Ana Brod (R) voted no."
    assert whose(text, told(text, "Sen.", "Ana Brod")) == [None]


def test_a_portfolio_names_its_department_where_the_report_tells_of_the_state() -> None:
    text = "In the United States, Labor Secretary Ana Brod resigned."
    america = body("United States", kind="place", country="US")
    fact = told(text, "Labor Secretary", "Ana Brod")
    assert whose(text, fact, mentions=(said(text, "United States", america),), chains=(america,)) == ["Labor Department"]
    assert whose(text, fact) == [None]


def test_the_name_that_the_report_has_for_a_department_is_taken() -> None:
    text = "The Department of Labor in the United States is led by Labor Secretary Ana Brod."
    america, department = body("United States", kind="place", country="US"), body("Department of Labor")
    mentions = (said(text, "Department of Labor", department), said(text, "United States", america))
    fact = told(text, "Labor Secretary", "Ana Brod")
    assert whose(text, fact, mentions=mentions, chains=(america, department)) == ["Department of Labor"]


def test_an_attorney_general_in_a_report_of_one_region_is_the_regions() -> None:
    text = "Oregon sued. Oregon won. Oregon rejoiced, and Attorney General Ana Brod too."
    oregon = body("Oregon", kind="place")
    places = [n for n in range(len(text)) if text.startswith("Oregon", n)]
    mentions = tuple(
        Mention(span=Span(n, n + 6), kind="place", form="name", head=Span(n, n + 6), sentence=0, chain=oregon.id, name="Oregon")
        for n in places
    )
    fact = told(text, "Attorney General", "Ana Brod")
    assert whose(text, fact, mentions=mentions, chains=(oregon,)) == ["Oregon"]


def test_a_body_written_with_capitals_is_named_though_no_mention_covers_it() -> None:
    text = "Harbour Board Chair Ana Brod left."
    fact = told(text, "Chair", "Ana Brod", row="body", obj=Party(described="Harbour Board", span=at(text, "Harbour Board")))
    (found,) = placed([fact], text=text, mentions=(), chains=(BROD,))
    assert found.object is not None
    assert found.object.name == "Harbour Board"


def test_letters_stand_for_the_body_whose_words_begin_with_them() -> None:
    text = "The Varn Harbour Board met. VHB chair Ana Brod left."
    board = body("Varn Harbour Board")
    fact = told(text, "chair", "Ana Brod", row="body", obj=Party(described="VHB", span=at(text, "VHB")))
    assert whose(text, fact, mentions=(said(text, "Varn Harbour Board", board),), chains=(board,)) == ["Varn Harbour Board"]


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


def country(text: str, name: str, code: str) -> tuple[Chain, tuple[Mention, ...]]:
    chain = body(name, kind="place", country=code)
    places = [n for n in range(len(text)) if text.startswith(name, n)]
    spans = [Span(n, n + len(name)) for n in places]
    return chain, tuple(
        Mention(span=s, kind="place", form="name", head=s, sentence=0, chain=chain.id, name=name, country=code) for s in spans
    )


def test_a_president_is_of_the_country_that_a_report_names_far_more_than_others() -> None:
    text = "Peru paid. Peru, which owes Chile, said President Ana Brod would lead Peru on."
    peru, of_peru = country(text, "Peru", "PE")
    chile, of_chile = country(text, "Chile", "CL")
    fact = told(text, "President", "Ana Brod")
    assert whose(text, fact, mentions=(*of_peru, *of_chile), chains=(peru, chile)) == ["Peru"]


def test_of_two_countries_close_together_none_is_taken() -> None:
    text = "Peru paid Chile. Peru and Chile said that President Ana Brod would lead Peru and Chile on."
    peru, of_peru = country(text, "Peru", "PE")
    chile, of_chile = country(text, "Chile", "CL")
    fact = told(text, "President", "Ana Brod")
    assert whose(text, fact, mentions=(*of_peru, *of_chile), chains=(peru, chile)) == [None]


def test_who_is_president_of_the_state_whose_regions_a_report_takes_to_be_known_is_not_of_the_one_it_writes_of() -> None:
    text = "Peru paid. Peru said in Peru that President Ana Brod had left the United States and Ohio for Peru."
    peru, of_peru = country(text, "Peru", "PE")
    america, of_america = country(text, "United States", "US")
    ohio = body("Ohio", kind="place")
    mentions = (*of_peru, *of_america, said(text, "Ohio", ohio))
    assert whose(text, told(text, "President", "Ana Brod"), mentions=mentions, chains=(peru, america, ohio)) == [None]


def test_a_kingdom_has_no_president() -> None:
    text = "Norway paid. Norway said that President Ana Brod would come to Norway from Peru."
    norway, of_norway = country(text, "Norway", "NO")
    assert whose(text, told(text, "President", "Ana Brod"), mentions=of_norway, chains=(norway,)) == [None]


def test_the_seat_that_a_report_is_sent_from_speaks_for_its_country() -> None:
    text = "LIMA (XY) -- President Ana Brod said on Monday that Peru owes Chile, and Chile agreed."
    peru, of_peru = country(text, "Peru", "PE")
    chile, of_chile = country(text, "Chile", "CL")
    fact = told(text, "President", "Ana Brod")
    assert whose(text, fact, mentions=(*of_peru, *of_chile), chains=(peru, chile)) == ["Peru"]


def test_two_do_not_hold_one_post_of_a_country() -> None:
    text = "LIMA (XY) -- Peru's leader, President Ana Brod, met President Ivo Lenk in Peru."
    peru, of_peru = country(text, "Peru", "PE")
    second = replace(
        told(text, "President", "Ivo Lenk", LENK), id="f99", trigger=Span(at(text, "Ivo").start - 10, at(text, "Ivo").start - 1)
    )
    mentions = (*of_peru, said(text, "Ana Brod", BROD))
    assert whose(text, told(text, "President", "Ana Brod"), second, mentions=mentions, chains=(peru,)) == ["Peru", None]


def test_a_mayor_is_of_the_town_that_the_report_is_sent_from() -> None:
    text = "VARN (XY) -- Mayor Ana Brod said so in Varn."
    varn = body("Varn", kind="place")
    assert whose(text, told(text, "Mayor", "Ana Brod"), mentions=(said(text, "Varn", varn),), chains=(varn,)) == ["Varn"]


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
