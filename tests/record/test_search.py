"""Words are found where a report says them itself, at their very letters, in any script, whatever is typed."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retold.errors import SearchError
from retold.model import Problem, Reading, Span, Trace
from retold.record import Case
from retold.record.ranked import REPORTS
from retold.record.removal import remove
from retold.record.search import Search, search_claims, search_reports
from retold.record.search_check import search_problems
from retold.record.words import INDEXES, TOKENS, Fold

Make = Callable[..., Reading]


def _index_problems(case: Case) -> list[Problem]:
    return [problem for table in INDEXES for problem in search_problems(case, table)]


def found(case: Case, words: str, **how: object) -> list[str]:
    """What was found in each report, hit by hit, as it stands in the report's text."""
    told = []
    for hit in search_reports(case, Search(words=words, **how)).hits:  # type: ignore[arg-type]
        text = case.select(
            "SELECT t.text FROM reports JOIN texts AS t ON t.digest = reports.text WHERE name = ? AND version = ?",
            hit.report,
            hit.version,
        )
        assert hit.span is None or text[0][0][slice(*hit.span)] == hit.words
        told.append(" | ".join(text[0][0][slice(*span)] for span in hit.hits))
    return told


@pytest.mark.parametrize(
    ("text", "words", "hit"),
    [
        ("Der Minister heißt Müller.", "MULLER heisst", "heißt | Müller"),
        ("Mu\u0308ller schweigt.", "müller", "Mu\u0308ller"),
        ("Ещё один орёл.", "еще орел", "Ещё | орёл"),
        ("港口管理局说，罚款已付。", "罚款", "罚款"),
        ("港口管理局说，罚款已付。", "付", "付"),
        ("총리는 벌금을 냈다.", "벌금", "벌금"),
        ("港湾局の局長は罰金を払った。", "局長", "局長"),
        ("ว่าการท่าเรือ", "ท่าเรือ", "ท่าเรือ"),
        ("قال الوزير إن الغرامة دُفِعَت.", "ان دفعت", "إن | دُفِعَت"),
        ("हिन्दी में जुर्माना", "हिन्दी", "हिन्दी"),
        ("The fines were paid.", "fine*", "fines"),
        ("She paid the fine. A paid fine.", '"paid fine"', "paid fine"),
        ("It cost 40,000 crowns.", "40,000", "40,000"),
        ("The co\u00adop paid.", "coop", "co\u00adop"),
        ("Ａ港 paid", "a港", "Ａ港"),
        ("It was Marrow’s.", "marrow's", "Marrow’s"),
    ],
)
def test_words_are_found_at_their_place_in_any_script(case: Case, reading: Make, text: str, words: str, hit: str) -> None:
    case.keep_reading(reading("pier.txt", text))
    assert found(case, words) == [hit]


@pytest.mark.parametrize("words", ["款罚", '"fine paid"', "fin", "payed", "fine NOT paid", "fine -paid"])
def test_what_does_not_stand_there_is_not_found(case: Case, reading: Make, words: str) -> None:
    case.keep_reading(reading("pier.txt", "She paid the fine. 罚款"))
    assert found(case, words) == []


def test_either_of_two_words_binds_closer_than_words_side_by_side(case: Case, reading: Make) -> None:
    case.keep_reading(reading("one.txt", "A quay and a crane."))
    case.keep_reading(reading("two.txt", "A quay and a mole."))
    case.keep_reading(reading("six.txt", "A crane."))
    assert sorted(found(case, "quay crane OR mole")) == ["quay | crane", "quay | mole"]


def test_only_the_article_s_own_words_and_its_title_are_found(case: Case, reading: Make) -> None:
    text = "Subscribe now\nFine paid\nThe crane fell.\nRead more: ferry sinks"
    body, headline = (Span(text.index("The"), text.index("\nRead")),), Span(14, 23)
    made = reading("pier.txt", text)
    case.keep_reading(replace(made, report=replace(made.report, body=body, headline=headline, title="Crane news")))
    assert (found(case, "subscribe"), found(case, "ferry")) == ([], [])
    assert found(case, "paid") == ["paid"]
    (hit,) = search_reports(case, Search(words="news")).hits
    assert (hit.span, hit.words, hit.hits) == (None, "Crane news", ())


def test_a_report_is_told_once_with_the_passage_that_has_most_words(case: Case, reading: Make) -> None:
    first = "A fine was due. " + "The quay was quiet that day and nobody came. " * 9
    text = first + "\nThe fine was paid by the ferry.\nNo other fine."
    made = reading("pier.txt", text)
    rest = text.index("\nThe fine") + 1, text.index("\nNo") + 1
    body = (Span(0, len(first)), Span(rest[0], rest[1] - 1), Span(rest[1], len(text)))
    case.keep_reading(replace(made, report=replace(made.report, body=body)))
    (hit,) = search_reports(case, Search(words="fine ferry")).hits
    assert (hit.words, hit.more) == ("The fine was paid by the ferry.", 2)


def test_an_earlier_version_is_found_only_when_asked_for(case: Case, reading: Make) -> None:
    case.keep_reading(reading("pier.txt", "The old crane fell."))
    case.keep_reading(reading("pier.txt", "The new mole fell."))
    assert found(case, "fell") == ["fell"]
    assert found(case, "crane") == []
    (hit,) = search_reports(case, Search(words="crane", all_versions=True)).hits
    assert (hit.version, hit.held) == (1, False)
    remove(case, ["pier.txt"], "retracted by its outlet", again=Trace)
    assert found(case, "mole") == []


def test_a_report_whose_body_is_read_otherwise_is_found_by_its_new_body(case: Case, reading: Make) -> None:
    made = reading("pier.txt", "The crane fell. Read more")
    case.keep_reading(made)
    case.keep_reading(replace(made, report=replace(made.report, body=(Span(0, 15),))))
    assert (found(case, "more"), found(case, "crane")) == ([], ["crane"])
    assert _index_problems(case) == []


def test_what_is_of_a_later_day_or_of_none_is_left_out(case: Case, reading: Make) -> None:
    made = reading("pier.txt", "The crane fell.")
    case.keep_reading(made)
    case.keep_reading(replace(made, report=replace(made.report, name="none.txt", published=None, published_from=None)))
    assert len(found(case, "crane")) == 2
    assert len(found(case, "crane", until=date(2031, 5, 4))) == 1
    assert found(case, "crane", until=date(2031, 5, 3)) == []


def test_what_the_case_held_at_a_moment_is_searched_as_it_was(case: Case, reading: Make, trace: Callable[..., Trace]) -> None:
    case.keep_trace(trace(reading("gull.txt"), reading("pier.txt", "The old crane fell.")))
    then = datetime.fromisoformat(case.select("SELECT max(at) FROM changes")[0][0])
    later = reading("pier.txt", "The new mole fell.")
    case.keep_trace(trace(reading("tide.txt"), later))
    assert (found(case, "crane", held=then), found(case, "crane")) == (["crane"], [])
    assert (found(case, "mole", held=then), found(case, "mole")) == ([], ["mole"])
    (hit,) = search_reports(case, Search(words="crane", held=then)).hits
    assert (hit.version, hit.held) == (1, True)
    assert found(case, "fell", held=then, all_versions=True) == ["fell"], "what came later is no version of then"
    (told,) = search_claims(case, Search(words="fined", held=then)).hits
    (now,) = search_claims(case, Search(words="fined")).hits
    assert (told.reports, now.reports) == (("gull.txt",), ("tide.txt",))
    assert search_claims(case, Search(words="fined", held=datetime(2001, 1, 1, tzinfo=UTC))).total == 0


def test_the_newest_that_are_ranked_are_those_of_then(case: Case, reading: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retold.record.search.REPORTS", replace(REPORTS, ranked=3))
    for number in range(3):
        case.keep_reading(reading(f"{number}.txt", f"Crane {number} fell."))
    then = datetime.fromisoformat(case.select("SELECT max(at) FROM changes")[0][0])
    for number in range(3, 8):
        case.keep_reading(reading(f"{number}.txt", f"Crane {number} fell."))
    assert sorted(hit.report for hit in search_reports(case, Search(words="crane", held=then)).hits) == [
        "0.txt",
        "1.txt",
        "2.txt",
    ]
    assert sorted(hit.report for hit in search_reports(case, Search(words="crane")).hits) == ["5.txt", "6.txt", "7.txt"]


def test_it_is_told_that_more_were_found_than_were_ranked(case: Case, reading: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retold.record.search.REPORTS", replace(REPORTS, ranked=3))
    case.keep_reading(reading("0.txt", "Crane 0 fell."))
    case.keep_reading(reading("1.txt", "Crane 1 fell."))
    assert search_reports(case, Search(words="crane")).whole
    case.keep_reading(reading("1.txt", "Crane 1 fell twice."))
    found_now = search_reports(case, Search(words="crane"))
    assert (found_now.total, found_now.whole) == (2, True), "what is held no more uses up nothing of what is ranked"
    case.keep_reading(reading("2.txt", "Crane 2 fell."))
    assert not search_reports(case, Search(words="crane")).whole


def test_pages_follow_one_another(case: Case, reading: Make) -> None:
    for number in range(7):
        case.keep_reading(reading(f"{number}.txt", f"Crane {number} fell."))
    pages = [search_reports(case, Search(words="crane", first=first, most=3)) for first in (1, 4, 7, 10)]
    assert [page.total for page in pages] == [7] * 4
    assert sorted(hit.report for page in pages for hit in page.hits) == [f"{number}.txt" for number in range(7)]


def test_a_claim_is_found_by_its_words_its_parties_and_any_report_s_wording(
    case: Case, reading: Make, trace: Callable[..., Trace]
) -> None:
    case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    (hit,) = search_claims(case, Search(words="marrow fined")).hits
    assert (hit.text, set(hit.reports), hit.held) == ("Ilse Marrow was fined", {"gull.txt", "tide.txt"}, True)
    text = case.text(hit.report) or ""
    assert text[slice(*hit.span)] == hit.words
    assert search_claims(case, Search(words="ferry")).total == 0
    assert search_claims(case, Search(words="marrow", until=date(2031, 5, 3))).total == 0


@pytest.mark.parametrize("words", ["", "  ", '"', "NOT", "OR OR", "NOT crane", "***", "😀", "a " * 41, "x" * 2001, "()", "-"])
def test_a_search_for_nothing_is_refused_in_one_line(case: Case, words: str) -> None:
    with pytest.raises(SearchError) as caught:
        search_reports(case, Search(words=words))
    assert "\n" not in str(caught.value)


@given(st.text(alphabet=st.one_of(st.sampled_from("\"*^:(){}+-\\'«»;%_,.\0 ANDORT NEARcrane港ё"), st.characters()), max_size=40))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_never_breaks_the_search(case: Case, words: str) -> None:
    for search in (search_reports, search_claims):
        try:
            search(case, Search(words=words))
        except SearchError as error:
            assert "\n" not in str(error)


@given(st.text(alphabet=st.one_of(st.sampled_from("ab ß港ＡُЁ\n\0😀"), st.characters(exclude_categories=["Cs"])), max_size=60))
@settings(max_examples=200, deadline=None)
def test_every_letter_of_the_index_knows_where_it_came_from(text: str) -> None:
    fold = _fold()
    cut = len(text) // 2
    words, came_from = fold.places(text, [Span(0, cut), Span(cut, len(text))])
    assert len(words) == len(came_from)
    assert words == f"{fold.text(text[:cut])}\n{fold.text(text[cut:])}\n"
    assert all(0 <= at <= len(text) for at in came_from)
    assert list(came_from) == sorted(came_from)


def _fold() -> Fold:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE search_folds (letter, folded)")
        connection.executemany("INSERT INTO search_folds VALUES (?, ?)", [("ß", "ss"), ("Ё", "е"), ("\u064f", "")])
        return Fold(connection)


def test_the_index_takes_words_apart_as_the_search_does(case: Case) -> None:
    rows = case.select("SELECT sql FROM sqlite_master WHERE name IN ('report_search', 'claim_search', 'wording_search')")
    assert [TOKENS in sql for (sql,) in rows] == [True] * 3


def test_the_check_tells_an_index_that_lost_or_gained_words(tmp_path: Path, reading: Make, trace: Callable[..., Trace]) -> None:
    path = tmp_path / "c"
    with Case(path) as case:
        case.keep_trace(trace(reading("gull.txt"), reading("tide.txt")))
    with Case(path, readonly=True) as case:
        assert _index_problems(case) == []
        assert case.select("PRAGMA query_only") == [(1,)]
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO wording_search (rowid, speaker, words) VALUES (999, '', 'crane')")
    connection.close()
    with Case(path, readonly=True) as case:
        assert [problem.where for problem in _index_problems(case)] == ["the index wording_search"]


def test_a_step_that_fails_leaves_no_word_in_the_index(case: Case, reading: Make) -> None:
    def work(step: object) -> None:
        raise RuntimeError

    case.keep_reading(reading("pier.txt", "The crane fell."))
    with pytest.raises(RuntimeError):
        case.step("report kept", None, work)
    assert _index_problems(case) == []


def test_a_long_text_is_searched_in_time_that_grows_with_its_length(case: Case, reading: Make) -> None:
    rng = random.Random(7)
    text = "".join(rng.choice("港湾局罰金ab ё\n") for _ in range(200_000))
    case.keep_reading(reading("long.txt", text))
    (hit,) = search_reports(case, Search(words="港湾")).hits
    assert hit.more > 100
