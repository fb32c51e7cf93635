"""Who and what a report names: the words of a mention, its kind, its title, and what is no name at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.find.encoder.cut import passages
from retold.find.names.learned.network import read as read_names
from retold.find.names.mentions import mentions
from retold.find.names.tables import bodies, places, titles
from retold.find.syntax import parse
from retold.model import Mention, Report, Span

STORY = """Minister accused of hiding ledger

The Harbour Ministry of Ostrania has accused Interior Minister Tomas Veldran of hiding a ledger. An aide of his rejected that.

Veldran, who took office in March, told The Port Courier that the claims were false. His lawyer, Ingrid Sole, declined
to comment. The agency also searched the Quayside Trading Corp. (QTC), a company that Mr. Veldran once ran.

Washington has warned the ministry. The talks were held in Washington, according to someone close to the inquiry."""


def report(text: str, *, language: str | None = "en", headline: bool = False) -> Report:
    starts, at = list[Span](), 0
    for paragraph in text.split("\n\n"):
        starts.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    spans = [s for s in starts if s.end > s.start]
    top = spans.pop(0) if headline and spans else None
    return Report(name="made.txt", text=text, digest="", body=tuple(spans), headline=top, language=language)


def found(text: str, *, language: str | None = "en", headline: bool = False) -> list[tuple[str, Mention]]:
    made = report(text, language=language, headline=headline)
    ((_, parses),) = parse([made])
    return [(text[m.span.start : m.span.end], m) for m in mentions(made, parses, read_names(passages(parses)))]


def one(text: str, words: str) -> Mention:
    return next(m for w, m in found(text) if w == words)


@pytest.fixture(scope="module")
def story() -> list[tuple[str, Mention]]:
    return found(STORY, headline=True)


def test_the_title_stands_with_the_name_and_apart_from_it(story: list[tuple[str, Mention]]) -> None:
    mention = next(m for w, m in story if w == "Interior Minister Tomas Veldran")
    assert (mention.kind, mention.title) == ("person", "Interior Minister")
    assert mention.bare is not None
    assert STORY[mention.bare.start : mention.bare.end] == "Tomas Veldran"


def test_a_surname_alone_has_the_kind_of_the_full_name(story: list[tuple[str, Mention]]) -> None:
    assert {m.kind for w, m in story if w.endswith("Veldran") and m.form == "name"} == {"person"}


def test_a_honorific_tells_the_sex(story: list[tuple[str, Mention]]) -> None:
    assert next(m for w, m in story if w == "Mr. Veldran").sex == "male"


def test_body_words_make_a_body(story: list[tuple[str, Mention]]) -> None:
    kinds = {w: m.kind for w, m in story if m.form == "name"}
    assert kinds["Port Courier"] == "body" or kinds["The Port Courier"] == "body"
    assert any(w.startswith("Quayside Trading Corp") and kind == "body" for w, kind in kinds.items())


def test_an_acronym_in_brackets_after_its_long_form_is_a_body(story: list[tuple[str, Mention]]) -> None:
    assert ("QTC", "body") in {(w, m.kind) for w, m in story}


def test_a_capital_that_acts_is_a_body_and_one_where_things_happen_a_place(story: list[tuple[str, Mention]]) -> None:
    capitals = [m for w, m in story if w == "Washington"]
    assert [(m.kind, m.country) for m in capitals] == [("body", "US"), ("place", "US")]


def test_a_headline_names_only_whom_the_body_names() -> None:
    words = [w for w, _ in found("Veldran Denies Hiding Secret Ledger\n\n" + STORY, headline=True)]
    assert words[0] == "Veldran"
    assert not any("Secret" in w or "Ledger" in w for w in words)


def test_descriptions_end_before_a_relative_clause(story: list[tuple[str, Mention]]) -> None:
    words = {w: m for w, m in story if m.form == "description"}
    assert words["An aide of his"].kind == "person"
    assert words["someone close to the inquiry"].kind == "person"
    assert words["a company"].kind == "body"


def test_a_description_points_at_the_name_in_apposition(story: list[tuple[str, Mention]]) -> None:
    lawyer = next(m for w, m in story if w == "His lawyer")
    assert lawyer.same is not None
    assert STORY[lawyer.same.start : lawyer.same.end] == "Ingrid Sole"


def test_pronouns_tell_sex_and_number() -> None:
    rows = {w.lower(): m for w, m in found("She told them that he had hidden it.") if m.form == "pronoun"}
    assert (rows["she"].sex, rows["he"].sex, rows["them"].plural) == ("female", "male", True)


def test_a_nationality_is_no_mention_but_tells_the_country_of_a_description() -> None:
    rows = found("Bulgarian officials met the envoy in Sofia.")
    assert "Bulgarian" not in [w for w, _ in rows]
    assert next(m for w, m in rows if w == "Bulgarian officials").country == "BG"


def test_a_site_is_a_body_and_who_leads_an_administration_a_person() -> None:
    kinds = {w: m.kind for w, m in found("Quaynews.bg reports that someone close to the Oduin administration met him.")}
    assert (kinds["Quaynews.bg"], kinds["Oduin"]) == ("body", "person")


def test_months_and_weekdays_are_no_names() -> None:
    assert not [w for w, m in found("On Friday, March 3, the market fell. It rose on Monday.") if m.form == "name"]


@pytest.mark.parametrize(
    ("language", "text", "words", "kind"),
    [
        ("es", "Ayer el presidente Tomás Veldrán habló con la prensa en Bulgaria.", "Tomás Veldrán", "person"),
        ("bg", "Вчера президентът Томас Велдран говори пред медиите в България.", "Томас Велдран", "person"),
        ("bg", "Вчера президентът Томас Велдран говори пред медиите в България.", "България", "place"),
        ("de", "Gestern sprach Außenminister Tomas Veldran in Bulgarien.", "Tomas Veldran", "person"),
        ("fr", "Selon le Ministère des Ports, le navire a coulé.", "Ministère des Ports", "body"),
    ],
)
def test_without_a_parse_titles_and_capitals_tell(language: str, text: str, words: str, kind: str) -> None:
    assert (words, kind) in {(w, m.kind) for w, m in found(text, language=language)}


def test_german_nouns_are_no_names() -> None:
    assert not found("Die neue Regierung hat den alten Haushalt Punkt für Punkt geprüft.", language="de")


@pytest.mark.parametrize("language", ["en", "ar", None])
@pytest.mark.parametrize(
    "text", ["", "\u202b\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631", "A" * 3000, "- ( [ \u201c", "Mr. Mr. Mr."]
)
def test_odd_text_does_no_harm(text: str, language: str | None) -> None:
    for words, mention in found(text or " ", language=language):
        assert words
        assert mention.span.start <= mention.head.start < mention.head.end <= mention.span.end


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("Aa Bé.,'\u2019\u201c\u201d-\u00a0\u0416\U0001f600 the of Mr "), max_size=80))
def test_offsets_lie_in_the_text(text: str) -> None:
    for _, mention in found("Jane Doe met " + text):
        for span in (mention.span, mention.head, mention.bare or mention.span):
            assert 0 <= span.start < span.end <= len(text) + 13


def test_tables_hold_lower_case_words_and_two_letter_codes() -> None:
    assert all(len(code) == 2 for code in places().names.values())
    assert not titles().offices & bodies().names
    assert all(word == word.lower() for word in titles().persons | bodies().nouns)


@pytest.mark.corpus
def test_every_span_of_a_corpus_report_is_words(shared) -> None:  # type: ignore[no-untyped-def]
    paths: list[Path] = sorted((shared("data/company") / "text").glob("*.txt"))[:3]
    for path in paths:
        rows = found(path.read_text(encoding="utf-8"))
        assert rows
        assert all(w.strip() == w and w for w, _ in rows)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Officials told Astra that it was over. The news agency Astra reported it on Monday.", "Astra", "body"),
        ("PORT ANSEL, March 4 (Astra) - The minister resigned on Monday.", "Astra", "body"),
        ("Port Ansel paid the troops. The minister flew to Port Ansel.", "Port Ansel", "place"),
        ("The head of the Sea Board, Mirela Sole, resigned. Sole declined to comment.", "Mirela Sole", "person"),
        ("The Harbour Guard closed the port. The Guard takes orders from nobody.", "Guard", "body"),
        ("Foreign Minister Sabin Cord resigned.", "Foreign Minister Sabin Cord", "person"),
    ],
)
def test_the_kind_of_a_name_follows_from_what_stands_around_it(text: str, name: str, kind: str) -> None:
    assert {m.kind for w, m in found(text) if w == name and m.form == "name"} == {kind}


def test_the_adjective_of_a_place_in_the_report_is_no_name() -> None:
    text = "Ostrania froze the fees. A retired Ostranian admiral and the Ostrani freighter left Ostrania's capital."
    assert not {"Ostranian", "Ostrani"} & {w for w, _ in found(text)}


def test_an_official_of_an_organ_of_state_has_its_country() -> None:
    assert one("A White House official declined to comment.", "A White House official").country == "US"


def test_a_thing_in_general_is_no_body() -> None:
    assert not [w for w, _ in found("He had business in both countries.") if "business" in w]


@pytest.mark.parametrize(
    "text", ["The former secretary of State Mirela Sole left.", "He met the minister of Justice Mirela Sole."]
)
def test_what_an_office_is_of_is_no_part_of_the_name(text: str) -> None:
    (mention,) = [m for _, m in found(text) if m.form == "name" and m.kind == "person"]
    assert mention.bare is not None
    assert text[mention.bare.start : mention.bare.end] == "Mirela Sole"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Former Secretary of State Mirela Sole left.", "Mirela Sole"),
        ("Virginia Sen. Tomas Veldran left.", "Tomas Veldran"),
        ("They met in Bedminster, N.J. Roger Veldran, the former chairman, also spoke.", "Roger Veldran"),
        ("Mirela Sole is an economist at Moody's Analytics.", "Moody's Analytics"),
        ("Veldran had worked at McDonald's.", "McDonald's"),
        ("Tomas Veldran told the crowd that the Islamic State is weak.", "Islamic State"),
    ],
)
def test_a_name_is_whole_and_has_nothing_before_it(text: str, name: str) -> None:
    bare = [text[m.bare.start : m.bare.end] for _, m in found(text) if m.bare is not None]
    assert name in bare
    assert not [other for other in bare if other != name and (name in other or other in name)]


def test_an_owner_is_no_part_of_what_he_owns() -> None:
    assert one("Veldran's plan was rejected.", "Veldran").kind == "person"


def test_an_acronym_that_is_a_common_noun_names_nobody() -> None:
    text = "A new super PAC ran advertisements in Ostrania. The PAC declined to comment."
    assert not [w for w, m in found(text) if m.form == "name" and "PAC" in w]


def test_a_surname_with_a_title_is_no_body_though_a_body_begins_with_it() -> None:
    text = "He advised the Veldran White House. President Veldran left. Aides of the Veldran White House stayed."
    assert {m.kind for w, m in found(text) if w == "President Veldran"} == {"person"}


def test_whoever_there_is_is_the_subject() -> None:
    assert one("Then there is Mirela Sole.", "Mirela Sole").grammar == "subject"


def test_chairman_and_spokesman_are_said_of_women_too() -> None:
    assert one("Tidewater spokesman Orla Veldran left.", "spokesman Orla Veldran").sex != "male"


def test_a_tag_is_no_name() -> None:
    assert not [w for w, m in found('"They should stop. #Wearehere," Mirela Sole wrote.') if "Wearehere" in w]


def test_several_who_stand_for_a_cause_are_one_body() -> None:
    text = "Tomas Veldran, national director of Priests for Peace, agreed. The candidates for President met."
    assert [w for w, m in found(text) if m.form == "name" and m.kind == "body"] == ["Priests for Peace"]


def _names(text: str) -> dict[str, str]:
    return {w: m.kind for w, m in found(text) if m.form == "name"}


@pytest.mark.parametrize("seat", [", S-Conn.,", ", S-Ohio,", ", S-OH,", " (S-OH)", " (S-Varn.)"])
def test_the_letter_of_a_party_and_a_seat_is_nobody(seat: str) -> None:
    assert list(_names(f"Sen. Ada Holm{seat} said the bill was dead.")) == ["Sen. Ada Holm"]


@pytest.mark.parametrize("word", ["TV", "God", "a DVR", "Super PAC", "PR"])
def test_common_nouns_with_capitals_are_nobody(word: str) -> None:
    assert word.removeprefix("a ") not in _names(
        f"Ada Holm thanked {word} on Monday. The money came from {word} and from Brask Ltd."
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Securities and Harbour Commission fined Ada Holm.", "Securities and Harbour Commission"),
        ("She leads the Centre on Budget and Policy Priorities, a research group.", "Centre on Budget and Policy Priorities"),
        ("The Selm County Coroner's Office identified the victim.", "Selm County Coroner's Office"),
    ],
)
def test_small_words_do_not_break_the_name_of_a_body(text: str, name: str) -> None:
    assert _names(text).get(name) == "body"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Among others are Senators Peter Brask, the whip, and Ada Holm.", "Peter Brask"),
        ("Moderator Peter Brask asked them about taxes.", "Peter Brask"),
        ("Selm County Sheriff Peter Brask said at a news conference that nobody was hurt.", "Peter Brask"),
        ("Selm News Senior Investigative Correspondent Peter Brask spoke with her.", "Peter Brask"),
        ("At the fair, Selm News Peter Brask asked her who would win.", "Peter Brask"),
        ("Without Peter Brask in the race, she would win.", "Peter Brask"),
        ('In the square, Peter "Lefty" Brask carried a photo of his son.', 'Peter "Lefty" Brask'),
        ("He accused the chairman, Peter S. Brask, of lying.", "Peter S. Brask"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(text: str, name: str) -> None:
    made = [m for _, m in found(text) if m.form == "name" and m.kind == "person" and m.bare is not None]
    assert name in {text[m.bare.start : m.bare.end] for m in made if m.bare is not None}


def test_where_a_body_is_is_no_part_of_its_name() -> None:
    names = _names("She spoke at the Brask Press Club in Boston this month.")
    assert (names["Brask Press Club"], names["Boston"]) == ("body", "place")


def test_a_region_at_the_front_makes_no_place_of_a_body() -> None:
    assert _names("Ohio voted on Monday. In Ohio turnout was high. The Ohio Harbour Party won.")["Ohio Harbour Party"] == "body"
