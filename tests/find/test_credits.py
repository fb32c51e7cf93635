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


def test_related_links_say_nothing() -> None:
    text = "The fund is empty.\nAP reports: harbour master resigns"
    at = text.index("AP")
    assert "Associated Press" not in found(text, chrome=(Chrome(span=Span(at, len(text)), kind="related"),))


def test_an_agency_of_the_pages_metadata_is_a_byline() -> None:
    credit = found("The fund is empty." + REST, byline="Ida Holm, Associated Press")["Associated Press"]
    assert (credit.place, credit.span) == ("byline", Span(0, 0))


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
