"""Where a report says it got its story, in ten languages, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.find.credits import credits
from retold.model import Chrome, Credit, Report, Span
from tests.work import grows_in_proportion


def report(text: str, **known: object) -> Report:
    """A report whose lines are its paragraphs."""
    body, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            body.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Report(name="r", text=text, digest="d", **({"body": tuple(body)} | known))  # type: ignore[arg-type]


def found(text: str, **known: object) -> dict[str, Credit]:
    best: dict[str, Credit] = {}
    for credit in credits(report(text, **known)):
        if credit.name not in best or credit.score > best[credit.name].score:
            best[credit.name] = credit
    return best


REST = "\n" + "\n".join("The harbour council of Velmora met again and nothing else was said that day." for _ in range(9))

LEADS = [
    ("The harbour fund is empty, according to a report from the Associated Press.", "Associated Press"),
    ("The harbour fund is empty, AP reports.", "Associated Press"),
    ("An official told Reuters that the harbour fund is empty.", "Reuters"),
    ("The fund is empty, as first reported by The Washington Post.", "Washington Post"),
    ("Velmoras Hafenfonds ist leer, sagten zwei Eingeweihte zu Reuters.", "Reuters"),
    ("Der Hafenfonds ist leer, berichtet die Nachrichtenagentur AFP.", "Agence France-Presse"),
    ("Según la agencia Reuters, el fondo del puerto está vacío.", "Reuters"),
    ("El fondo está vacío, contó un alto cargo de Velmora a The Associated Press.", "Associated Press"),
    ("Segundo a agência Reuters, o fundo do porto está vazio.", "Reuters"),
    ("Le fonds du port est vide, selon l'agence Reuters.", "Reuters"),
    ("D'après Reuters, le fonds du port est vide.", "Reuters"),
    ("Il fondo del porto è vuoto, riferisce l'agenzia Reuters.", "Reuters"),
    ("Фонд порта пуст, сообщает агентство Рейтер.", "Reuters"),
    ("Фонд порта пуст, пишет Reuters со ссылкой на источники.", "Reuters"),
    ("Фондът на пристанището е празен, съобщава Ройтерс.", "Reuters"),
    ("Фондът е празен, предаде БТА.", "Bulgarian News Agency"),
    ("ذكرت وكالة رويترز أن صندوق الميناء فارغ.", "Reuters"),
    ("قال مسؤول لرويترز إن صندوق الميناء فارغ، وفق ما نقلت وكالة رويترز.", "Reuters"),
    ("据路透社报道,港口基金已经用完。", "Reuters"),
    ("美联社援引知情人士称,港口基金已经用完。", "Associated Press"),
    ("The fund is empty. This is according to several sources, Harbour.bg reports.", "Harbour.bg"),
    ("The fund is empty, the Velmora Herald reported on Monday.", "Velmora Herald"),
]


@pytest.mark.parametrize(("lead", "name"), LEADS)
def test_a_lead_that_names_its_source_credits_it_for_the_whole_story(lead: str, name: str) -> None:
    credit = found(lead + REST)[name]
    assert credit.place == "lead"
    assert credit.score >= 0.6
    assert credit.reason


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("VELMORA (Reuters) - The harbour fund is empty, the council said on Monday.", "Reuters", "dateline"),
        ("VELMORA, Aug 19 (AP) — The harbour fund is empty, the council said on Monday.", "Associated Press", "dateline"),
        ("ВЕЛМОРА, 21 авг - РИА Новости. Фонд порта пуст.\nБольше ничего.", "RIA Novosti", "dateline"),
        ("ВЕЛЬМОРА, 21 августа. /ТАСС/. Фонд порта пуст, сообщил совет.", "TASS", "dateline"),
        ("新华社维莫拉8月19日电 港口基金已经用完。", "Xinhua", "dateline"),
        ("Fund is empty\nBy The Associated Press\nThe fund is empty.", "Associated Press", "byline"),
        ("Fund is empty\nIda Holm, Bloomberg\nThe fund is empty.", "Bloomberg", "byline"),
        ("Fund is empty\nThe Associated Press\nThe fund is empty.", "Associated Press", "byline"),
    ],
)
def test_datelines_and_bylines_speak_for_the_whole_report(text: str, name: str, place: str) -> None:
    credit = found(text + REST)[name]
    assert credit.place == place
    assert credit.score > 0.9


@pytest.mark.parametrize(
    "tail", ["Source: Reuters", "© 2019 The Associated Press. All rights reserved.", "Con datos de Agencia AP", "Fonte: ANSA"]
)
def test_a_last_line_may_credit_the_whole_report(tail: str) -> None:
    (credit,) = found("The fund is empty." + REST + "\n" + tail).values()
    assert credit.place == "tail"
    assert credit.score >= 0.75


def test_a_contribution_is_a_lesser_credit_than_a_source() -> None:
    (credit,) = found("The fund is empty." + REST + "\nThe Associated Press contributed to this report.").values()
    assert credit.score < 0.5


def test_a_sentence_far_down_says_less_than_the_lead() -> None:
    deep = found("The fund is empty." + REST + "\nOne clerk told Reuters that she had left." + REST)["Reuters"]
    assert deep.place == "text"
    assert deep.score < 0.5


@pytest.mark.parametrize(
    "line",
    [
        "A clerk at the harbour. (Ida Holm/AP)",
        "AP Photo/Ida Holm",
        "Photo: Reuters",
        "Снимка: БТА",
        "Reuters moved its offices to the harbour last spring and has ninety desks there.",
        "The army reports no losses. Velmora told Ostria so. The Ministry of Harbours reported a loss.",
    ],
)
def test_pictures_and_mere_mentions_are_no_credits(line: str) -> None:
    assert found("The fund is empty." + REST + "\n" + line + REST) == {}


def test_the_reports_own_outlet_is_no_credit() -> None:
    text = "The fund is empty, Reuters reports." + REST
    assert found(text, outlet="Reuters") == {}
    assert found(text, outlet="reuters.com") == {}
    assert "Reuters" in found(text, outlet="Velmora Herald")


def test_the_last_word_of_the_reports_own_outlet_is_no_credit() -> None:
    text = "The harbour fund is empty, an official told the Gazette, which reported it first." + REST
    assert "Gazette" not in found(text, outlet="Varn Gazette")
    assert found(text, outlet="Varn Herald")


def test_related_links_say_nothing() -> None:
    text = "The fund is empty.\nAP reports: harbour master resigns"
    at = text.index("AP")
    assert "Associated Press" not in found(text, chrome=(Chrome(span=Span(at, len(text)), kind="related"),))


def test_an_agency_of_the_pages_metadata_is_a_byline() -> None:
    credit = found("The fund is empty." + REST, byline="Ida Holm, Associated Press")["Associated Press"]
    assert (credit.place, credit.span) == ("byline", Span(0, 0))


SENTENCES = [line.split("\t") for line in (Path(__file__).parent / "credit_sentences.tsv").read_text("utf-8").splitlines()[1:]]
"""Language, place, name, what is taken from there and a sentence; a speaker may add lines. "-" where nothing is credited."""


@pytest.mark.parametrize(("language", "place", "name", "takes", "sentence"), SENTENCES)
def test_each_language_says_where_a_story_or_a_part_of_it_is_from(
    language: str, place: str, name: str, takes: str, sentence: str
) -> None:
    texts = {"lead": sentence + REST, "text": f"The fund is empty.{REST}\n{sentence}{REST}", "tail": f"Empty.{REST}\n{sentence}"}
    credited = found(texts[place], language=language)
    if name == "-":
        assert credited == {}
    else:
        assert credited[name].takes == takes


@pytest.mark.parametrize(
    ("lead", "near", "far"),
    [
        ("The fund is empty, the Velmora Herald reported, citing Reuters.", "Velmora Herald", "Reuters"),
        ("The fund is empty, Reuters reports, as quoted by the Velmora Herald.", "Velmora Herald", "Reuters"),
        ("El fondo está vacío, informó Infobae, citando a la agencia AFP.", "Infobae", "Agence France-Presse"),
        ("Фонд пуст, сообщает ТАСС со ссылкой на Reuters.", "TASS", "Reuters"),
        ("Фондът е празен, съобщава Ройтерс, цитирана от БГНЕС.", "BGNES", "Reuters"),
    ],
)
def test_a_chain_keeps_the_outlet_between(lead: str, near: str, far: str) -> None:
    credited = found(lead + REST)
    assert credited[far].by == near
    assert credited[near].by is None


def test_two_outlets_side_by_side_are_no_chain() -> None:
    credited = found("The fund is empty, Reuters and AFP report. Later CNN reported the same." + REST)
    assert {c.by for c in credited.values()} == {None}


def test_each_name_of_a_list_is_credited() -> None:
    assert set(found("Empty." + REST + "\nCom agências Lusa, AFP e Reuters")) == {"Lusa", "Agence France-Presse", "Reuters"}


def test_news_of_its_own_before_makes_the_rest_a_part() -> None:
    own = "The mayor of Velmora opened the new theatre by the harbour on Tuesday and praised all of those who had built it."
    assert found(f"{own}\nEarlier, Reuters reported that the harbour fund is empty.{REST}")["Reuters"].takes == "part"
    assert found(f"{own}\nReuters reports that the harbour fund is empty.{REST}")["Reuters"].takes == "story"
    assert found(f"The harbour master, Reuters reported last year, took it.{REST}")["Reuters"].takes == "part"


def test_what_is_called_a_lie_is_rejected() -> None:
    assert found("Brandvik called it a lie what was reported by Reuters about the fund." + REST)["Reuters"].takes == "rejected"


def test_an_interview_on_the_air_is_no_source_of_the_whole_story() -> None:
    credit = found("Brandvik said on CNN that the harbour fund is empty." + REST)["CNN"]
    assert (credit.takes, credit.score < 0.6) == ("quoted", True)


def test_a_programme_is_an_interview_on_the_air_and_told_of_polls_is_no_poll() -> None:
    assert (
        found("The fund is empty." + REST + "\nOn Sunday on CNN’s “Morning Harbour” Brandvik denied it." + REST)["CNN"].takes
        == "quoted"
    )
    assert "Fox News" in found("The fund is empty." + REST + "\nBrandvik told Fox News that polls are wrong." + REST)
    assert found("The fund is empty." + REST + "\nAccording to a Fox News poll he will lose." + REST) == {}


def test_a_dateline_may_stand_behind_captions() -> None:
    captions = "\n".join(f"A ship lies at the mole of Velmora in this file picture number {i} of the harbour." for i in range(5))
    assert found(f"{captions}\nVELMORA (AP) — The harbour fund is empty.{REST}")["Associated Press"].place == "dateline"


def test_a_name_that_is_no_speaker_credits_nobody() -> None:
    assert found("The fund is empty." + REST + "\nThink of a headline in the New York Times that says so." + REST) == {}
    assert found("The fund is empty." + REST + "\nFrom a Rolling Stone reporter: the fund is empty." + REST) == {}


@pytest.mark.parametrize("word", ["Time", "Stern", "Metro", "Index", "Focus"])
def test_outlets_that_are_everyday_words_need_more_than_a_cue(word: str) -> None:
    assert word not in found(f"Ida {word} told {word} of it. According to {word} all is well." + REST)


@given(st.text(alphabet=st.sampled_from("AP Reuters(CNN)-—«».\n told reports according to 路透社据رويترز© By ,#"), max_size=300))
@settings(max_examples=150, deadline=None)
def test_whatever_the_text_the_span_holds_a_name(text: str) -> None:
    for credit in credits(report(text)):
        assert 0 <= credit.span.start < credit.span.end <= len(text)
        assert 0 < credit.score <= 1


def test_one_line_costs_in_proportion() -> None:
    text = "An official told Reuters and the Velmora Herald reports it. "
    assert grows_in_proportion(lambda size: credits(report(text * size)), 1_500)


@pytest.mark.corpus
def test_most_reports_that_credit_an_agency_are_seen_to(shared: Callable[[str], Path]) -> None:
    folder = shared("data/retellings")
    rows = [line.split("\t") for line in (folder / "families.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    credited = [
        r for r in rows if r[5] == "yes" and r[4] in ("AP", "Reuters") and r[1] != "News.bg (English machine translation)"
    ]
    names = {"AP": "Associated Press", "Reuters": "Reuters"}
    seen = sum(names[r[4]] in found((folder / "text" / r[0]).read_text(encoding="utf-8")) for r in credited)
    assert seen / len(credited) >= 0.9
