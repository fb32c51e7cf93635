"""The tail of a page: what speaks to the reader, in several languages, and what an article may say itself."""

from __future__ import annotations

import pytest

from retold.model import Report
from retold.read.html import report_of_page
from retold.read.text import Source, report_of_text

LEAD = "The harbour authority of Port Selm will close the old quay in May, three people familiar with the plan said on Monday."
SECOND = "Its director, Ilse Varn, declined to comment on the date, which the town council has to confirm next week."
TO_READERS = [
    "Follow the Gazette for news before breakfast.",
    "Follow The Selm Post on your favourite network",
    "14 comments - log in to join the conversation",
    "Send us your comments: newsroom, Selm Radio, 3 Quay Street",
    "Got a story? Ring the newsdesk.",
    "Did you enjoy this article? Then buy us a coffee.",
    "Comments are closed on this story.",
    "Letters to the editor may be cut.",
    "Previous: Ferry sold | Next: Whale seen",
    "Folgen Sie uns auch in den sozialen Medien.",
    "Kommentare sind für diesen Artikel deaktiviert.",
    "Síganos en todas partes y no se pierda nada.",
    "Envíanos tu opinión a la redacción del puerto.",
    "Suivez-nous partout et ne manquez plus rien.",
    "Seguici ovunque e non perderti nulla.",
    "Подписывайтесь и не пропускайте новости порта.",
    "Последвайте ни и не пропускайте новините.",
    "关注我们获取更多新闻。",
]


def body(report: Report) -> list[str]:
    return [report.text[slice(*span)] for span in report.body]


def read(text: str) -> Report:
    return report_of_text(text, Source(name="a.txt", digest=""))


@pytest.mark.parametrize("line", TO_READERS)
def test_words_to_the_reader_below_the_article_are_the_pages(line: str) -> None:
    assert line not in body(read(f"Old quay to close in May\n\n{LEAD}\n\n{SECOND}\n\n{line}"))


@pytest.mark.parametrize("line", [line for line in TO_READERS if line.startswith(("Follow the G", "Got", "Did", "Send"))])
def test_such_words_within_the_article_are_its_own(line: str) -> None:
    assert line in body(read(f"Old quay to close in May\n\n{LEAD}\n\n{line}\n\n{SECOND}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Also on Monday, the mayor of Selm said he had known of the plan.",
        "Follow-up talks are planned for May, the director said on Tuesday.",
        "Comments by the mayor were met with laughter on the quay.",
        "Los comentarios del alcalde fueron recibidos con risas en el muelle.",
        "Apoya la reforma el partido del puerto, que gobierna desde mayo.",
        "Two comments were struck from the record before the vote was taken.",
        "Die Kommentare der Fischer fielen am Abend deutlich schärfer aus.",
    ],
)
def test_an_articles_last_sentence_stays(sentence: str) -> None:
    assert sentence in body(read(f"Old quay to close in May\n\n{LEAD}\n\n{SECOND}\n\n{sentence}"))


def test_words_to_the_reader_close_the_body_of_a_page_too() -> None:
    page = "<html><body><article><h1>Old quay to close in May</h1>" + "".join(
        f"<p>{words}</p>"
        for words in (LEAD, SECOND, LEAD.replace("May", "June"), "Follow the Gazette for news before breakfast.")
    )
    assert body(report_of_page(page, Source(name="a.html", digest="")))[-1] == LEAD.replace("May", "June")
