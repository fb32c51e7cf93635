"""What a title says by itself of whose it is: a region, a department, a body with capitals."""

from __future__ import annotations

from retold.model import Mention, Party, Span
from retold.resolve.posts_near import placed
from tests.resolve.posts_told import BROD, at, body, said, told, whose


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
