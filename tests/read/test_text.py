"""A scraped text: what is the article's, what is the page's."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.model import Report
from retold.read.text import Source, report_of_text

LEAD = "The harbour authority of Port Selm will close the old quay in May, three people familiar with the plan said."
SECOND = "Its director, Ilse Varn, declined to comment on the date, which the town council has to confirm next week."
THIRD = "Fishermen said they had heard nothing of it, and that the new quay has room for half of their boats."

PAGE = f"""Skip to content

Politics

Port Selm to close its old quay

Council to vote next week on the move of the fishing fleet

By Jonas Reet
12 March 2031

Boats at the old quay in Port Selm
Ann Vale/Getty Images

{LEAD}

Advertisement

{SECOND}

Read more: Ferry line sold to Norland bank

{THIRD}

Follow Jonas Reet on Twitter at @jreet or email him at jreet@theguardian.com

Related stories

Ferry line sold to Norland bank
Minister opens new lighthouse

14 comments

Sign up for our newsletter
© 2031 The Harbour Gazette. All rights reserved.
"""


def read(text: str) -> Report:
    return report_of_text(text, Source(name="a.txt", digest=""))


def body(report: Report) -> list[str]:
    return [report.text[slice(*span)] for span in report.body]


def kinds(report: Report) -> dict[str, str]:
    return {report.text[slice(*chrome.span)]: chrome.kind for chrome in report.chrome}


def test_the_body_of_a_scraped_page_is_its_article() -> None:
    assert body(read(PAGE)) == ["Council to vote next week on the move of the fishing fleet", LEAD, SECOND, THIRD]


def test_the_page_says_what_the_report_is() -> None:
    report = read(PAGE)
    assert report.title == "Port Selm to close its old quay"
    assert report.byline == "Jonas Reet"
    assert report.outlet == "The Guardian"
    assert (report.published, report.published_from) == ("2031-03-12", "text")
    assert report.language == "en"


def test_chrome_has_its_kind() -> None:
    found = kinds(read(PAGE))
    assert found["Skip to content"] == "menu"
    assert found["By Jonas Reet"] == "byline"
    assert found["12 March 2031"] == "date"
    assert found["Boats at the old quay in Port Selm"] == "caption"
    assert found["Ann Vale/Getty Images"] == "photo credit"
    assert found["Minister opens new lighthouse"] == "related"
    assert found["14 comments"] == "comments"
    assert found["Sign up for our newsletter"] == "notice"


@pytest.mark.parametrize("pair", ["{0}\n{1}", "{1}\n{0}"])
def test_a_sentence_together_with_a_photo_credit_is_its_caption(pair: str) -> None:
    caption, credit = "Boats of the fishing fleet lie at the old quay in Port Selm on a Monday.", "Ann Vale/Getty Images"
    text = f"Port Selm to close its old quay\n\n{pair.format(caption, credit)}\n\n{LEAD}\n\n{SECOND}"
    assert body(read(text)) == [LEAD, SECOND]
    apart = f"Port Selm to close its old quay\n\n{LEAD}\n\n{caption}\n\n{credit}\n\n{SECOND}"
    assert caption in body(read(apart))


def test_a_caption_that_stands_twice_beside_its_credit_is_one() -> None:
    caption = "Boats of the fishing fleet lie at the old quay in Port Selm."
    text = (
        f"Port Selm to close its old quay\n\nAnn Vale/Getty Images\n\n{caption}\n\n{caption}\n\nSelm Wire\n\n{LEAD}\n\n{SECOND}"
    )
    assert body(read(text)) == [LEAD, SECOND]


def test_a_video_between_the_paragraphs_goes_with_its_date() -> None:
    card = "New quay opens to the sound of horns\n\nMay 31, 2031 06:37"
    one, two = f"{LEAD} {SECOND}", f"{SECOND} {THIRD}"
    report = read(f"A quay is closed\n\n{one}\n\n{two}\n\n{card}\n\n{THIRD}")
    assert body(report) == [one, two, THIRD]
    assert report.published is None
    chronicle = "May 31, 2031"
    assert chronicle in body(read(f"A quay is closed\n\n{one}\n\n{two}\n\n{chronicle}\n\n{THIRD}"))


def test_a_writer_is_presented_below_the_article() -> None:
    about = "Ann Vale is a harbour pilot of Port Selm and writes on boats for a living."
    assert body(read(f"A quay is closed\n\nBy Ann Vale\n\n{LEAD}\n\n{SECOND}\n\nAnn Vale\n\n{about}")) == [LEAD, SECOND]
    assert about in body(read(f"A quay is closed\n\nBy Jonas Reet\n\n{LEAD}\n\n{SECOND}\n\n{about}"))
    assert about in body(read(f"A quay is closed\n\nBy Ann Vale\n\n{LEAD}\n\n{about}\n\n{SECOND}"))


def test_who_is_to_speak_in_a_transcript_is_the_articles() -> None:
    assert "ANN VALE, HOST:" in body(read(f"Email\n\nANN VALE, HOST:\n\n{LEAD}\n\n{SECOND}"))


def test_a_scrapers_one_line_page_reads_the_same() -> None:
    one_line = " ### ".join(line for line in PAGE.splitlines() if line)
    assert body(read(one_line)) == body(read(PAGE))


def test_one_line_is_its_own_body() -> None:
    assert body(read(LEAD)) == [LEAD]
    assert body(read("Bridge closed")) == ["Bridge closed"]


def test_nothing_but_chrome_still_has_a_body() -> None:
    assert body(read("Menu\nAdvertisement")) == ["Menu", "Advertisement"]


def test_without_a_headline_the_first_sentence_stays_in_the_body() -> None:
    report = read(f"{LEAD}\n\n{SECOND}")
    assert report.headline is None
    assert body(report) == [LEAD, SECOND]


@pytest.mark.parametrize(
    "sentence",
    [
        "Follow the money, the prosecutor told the court, and the ledger of the harbour bank will speak for itself.",
        "Getty Images sued the maker of the program in May, according to papers that were filed with the court.",
        "By Monday the water had reached the market square of Selm and the mayor had asked for boats.",
        "Related companies in Norland paid no tax at all in the three years before the sale, the auditors found.",
        "The Associated Press, Reuters and the Selm Gazette all carried the report before the ministry spoke.",
        "Los comentarios del ministro fueron recibidos con frialdad por los pescadores del puerto viejo de Selm.",
        "Copyright law has nothing to say on the matter, the judge wrote, and the song may be sung by anyone.",
        "Photo identification will be asked of all voters from May, the electoral office of Norland announced.",
    ],
)
def test_sentences_of_the_article_are_never_masked(sentence: str) -> None:
    for text in (
        f"{LEAD}\n\n{sentence}\n\n{SECOND}",
        f"A quay is closed\n\n{sentence}\n\n{SECOND}",
        f"{LEAD}\n{SECOND}\n{sentence}",
    ):
        assert sentence in body(read(text))


def test_times_of_a_live_report_stay_where_they_part_its_paragraphs() -> None:
    text = f"Quay vote, live\n\n{LEAD}\n\n9:05 p.m.\n\n{SECOND}\n\n9:30 p.m.\n\n{THIRD}\n\n9:45 p.m.\n\n{LEAD}"
    assert "9:30 p.m." in body(read(text))


def test_a_dateline_is_told_and_stays_in_the_body() -> None:
    lead = f"PORT SELM, March 12 (AP) - {LEAD}"
    report = read(f"{lead}\n\n{SECOND}")
    assert report.dateline == "PORT SELM, March 12 (AP)"
    assert body(report)[0] == lead


def test_a_full_date_in_the_dateline_dates_the_report() -> None:
    assert read(f"PORT SELM, 28 March 2031 (Selm Wire) - {LEAD}").published == "2031-03-28"
    assert read(f"(20 Aug 2019) {LEAD}").published == "2019-08-20"


def test_dates_in_the_article_do_not_date_the_report() -> None:
    assert read(f"{LEAD} It was built on 4 May 1931.\n\n{SECOND}").published is None


def test_a_date_of_publication_wins_over_one_of_an_update() -> None:
    text = f"Port Selm closes its quay\nUpdated 14 March 2031\nPublished 12 March 2031\n\n{LEAD}\n\n{SECOND}"
    assert read(text).published == "2031-03-12"


def test_the_outlet_may_stand_beside_the_date() -> None:
    assert read(f"Port Selm closes its quay\nSelm Gazette, 13 March 2031\n\n{LEAD}\n\n{SECOND}").outlet == "Selm Gazette"


def test_a_sites_name_after_the_headline_is_the_outlet() -> None:
    report = read(f"Port Selm closes its quay | Miami Herald\n\n{LEAD}\n\n{SECOND}")
    assert (report.title, report.outlet) == ("Port Selm closes its quay", "Miami Herald")


def test_an_agency_in_the_byline_is_not_the_outlet() -> None:
    report = read(f"Port Selm closes its quay\nJonas Reet, The Associated Press\n\n{LEAD}\n\n{SECOND}")
    assert report.byline == "Jonas Reet, The Associated Press"
    assert report.outlet is None


@pytest.mark.parametrize(
    ("language", "chrome", "kind"),
    [
        ("es", "Te puede interesar: El puerto nuevo abre en mayo", "related"),
        ("pt", "Publicidade", "menu"),
        ("fr", "Lire aussi : le port ferme", "related"),
        ("de", "Das könnte Sie auch interessieren", "related"),
        ("it", "Riproduzione riservata", "notice"),
        ("ru", "Читайте также: Порт закрыт", "related"),
        ("bg", "Снимка: Ан Вале", "photo credit"),
    ],
)
def test_chrome_is_known_in_other_languages(language: str, chrome: str, kind: str) -> None:
    assert kinds(read(f"{LEAD}\n\n{chrome}\n\n{SECOND}")).get(chrome) == kind, language


@settings(deadline=None)
@given(
    st.text(alphabet=st.characters(codec="utf-8"))
    | st.lists(st.sampled_from([*PAGE.splitlines(), "\u00a0", "“", "### ", "12:30", "By", "—", "会议。"])).map("\n".join)
    | st.lists(st.sampled_from([*PAGE.split(), "\r\n", "\n\n", ".", "/", "Photo:", "2031"])).map(" ".join)
)
def test_spans_are_in_range_in_order_and_disjoint_for_any_text(text: str) -> None:
    report = read(text)
    spans = sorted([*report.body, *(chrome.span for chrome in report.chrome), *([report.headline] if report.headline else [])])
    assert report.text == text
    assert list(report.body) == sorted(report.body)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert bool(report.body) == any(map(str.isalnum, text)) or report.body


@pytest.mark.parametrize(
    "text",
    ["a " * 500_000, "(" * 200_000, "ab\n" * 20_000, '"' * 200_000, ("follow " * 55 + "\n") * 400, ("a@" * 390 + "\n") * 300],
    ids=["words", "brackets", "lines", "quotes", "phrases", "addresses"],
)
def test_hostile_texts_are_read_in_time(text: str) -> None:
    assert read(text).text == text
