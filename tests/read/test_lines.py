"""Bylines, photo credits and captions by their shape; datelines; outlets; languages."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from retold.model import Report
from retold.read import reports
from retold.read.dateline import dateline, dateline_date
from retold.read.language import language
from retold.read.lines import byline, names_only, picture_credit, share_row
from retold.read.outlets import outlet_in, outlet_named, outlet_of_url, outlet_signed


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ann Vale", "Ann Vale"),
        ("By ANN VALE and JONAS REET, Selm Gazette", "ANN VALE and JONAS REET, Selm Gazette"),
        ("Por Inés Prado", "Inés Prado"),
        ("Von Jonas Reet", "Jonas Reet"),
        ("Автор: Ана Вале", "Ана Вале"),
        ("By Ann Vale, harbour correspondent", "Ann Vale, harbour correspondent"),
        ("By Norland Wire and Gazette staff", "Norland Wire and Gazette staff"),
        ("By Ann Vale on", "Ann Vale"),
        ("From Ann Vale on Brannoe", "Ann Vale"),
        ("Von unserem Korrespondenten Jonas Reet", "Jonas Reet"),
        ("记者 王明", "王明"),
        ("作者:王明、李小红", "王明、李小红"),
        ("From Selm to Norland in May", None),
        ("记者周一在港口说,码头将关闭", None),
        ("By the time the ferry came, nobody was left on the quay", None),
        ("By law, boats must leave", None),
        ("Ann Vale", None),
    ],
)
def test_a_byline_names_its_writer(line: str, name: str | None) -> None:
    assert byline(line) == name


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ann Vale/Getty Images", "photo credit"),
        ("Photo: Ann Vale", "photo credit"),
        ("Снимка: Ана Вале", "photo credit"),
        ("Getty Images", "photo credit"),
        ("(AP Photo/Ann Vale)", "photo credit"),
        ("The quay at dusk. (Ann Vale/AFP)", "caption"),
        ("The quay at dusk on Monday.Ann Vale / Reuters", "caption"),
        ("FILE - In this May 3, 2030 photo, boats lie at the old quay in Port Selm.", "caption"),
        ("[1/2] Boats lie at the old quay in Port Selm, March 9, 2031. WIRE/Ann Vale", "caption"),
        (
            "In this May 3, 2030 file photo, boats lie at the old quay. The town will close it, the harbour office says.",
            "caption",
        ),
        ("In this photo Ann Vale sees a boat, and nothing else.", None),
        ("The Associated Press", None),
        ("The quay will close in May (see page 4).", None),
        ("Getty Images sued the town over the use of a picture.", None),
    ],
)
def test_pictures_are_told_from_text(line: str, kind: str | None) -> None:
    assert picture_credit(line) == kind


def test_a_row_of_share_buttons_is_nothing_else() -> None:
    assert share_row("FacebookEmail Twitter Google+ LinkedIn")
    assert not share_row("Facebook bought the quay")


def test_a_list_of_names_has_no_verb() -> None:
    assert names_only("Ann Vale and Jonas Reet, Selm Gazette")
    assert not names_only("Ann Vale left")
    assert not names_only("In the Media")


@pytest.mark.parametrize(
    ("paragraph", "line"),
    [
        ("PORT SELM (AP) - The quay closes.", "PORT SELM (AP)"),
        ("PORT SELM, Norland, March 12 (Reuters) — The quay closes.", "PORT SELM, Norland, March 12 (Reuters)"),
        ("Selm (dpa) – Der Kai schließt.", "Selm (dpa)"),
        ("NEW SELM -- The quay closes.", "NEW SELM"),
        ("PORT SELM (Selm Wire - 21st August, 2031) The quay closes.", "PORT SELM (Selm Wire - 21st August, 2031)"),
        ("PORT SELM (see the map of 2031) is a town.", None),
        ("A well-known boat - the oldest - left.", None),
        ("Selm - a town of boats - has a quay.", None),
        ("The quay closes.", None),
        ("", None),
    ],
)
def test_a_dateline_opens_the_lead(paragraph: str, line: str | None) -> None:
    assert dateline(paragraph) == line


def test_a_dateline_without_a_year_gives_no_date() -> None:
    assert dateline_date("PORT SELM, March 12 (AP) - The quay closes.") is None
    assert dateline_date("PORT SELM (Selm Wire - 21st August, 2031) The quay closes.") == "2031-08-21"
    assert dateline_date("PORT SELM, March 12, 2031 (AP) - The quay closes.") == "2031-03-12"


def test_outlets_are_known_by_address_and_name() -> None:
    assert outlet_of_url("https://edition.cnn.com/2031/03/12/quay.html") == "CNN"
    assert outlet_in(["Write to ann.vale@nytimes.com or see twitter.com/annvale"]) == "The New York Times"
    assert outlet_named("the new york times") == "The New York Times"
    assert outlet_of_url("https://nobody.example/x") is None
    assert outlet_of_url("http://[broken") is None


def test_an_unknown_outlet_may_sign_but_an_agency_does_not() -> None:
    assert outlet_signed("The Selm Gazette") == "The Selm Gazette"
    assert outlet_signed("The Associated Press") is None
    assert outlet_signed("The Norland Wire") is None
    assert outlet_signed("Staff Writer") is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The quay will close in May, and the boats of the town will have to find another harbour."),
        ("es", "El muelle cerrará en mayo y los barcos de la ciudad tendrán que buscar otro puerto."),
        ("de", "Der Kai wird im Mai geschlossen, und die Boote der Stadt müssen sich einen anderen Hafen suchen."),
        ("ru", "Причал закроют в мае, и лодкам города придется искать другую гавань."),
        ("zh", "码头将于五月关闭,全城的渔船都得另找港口停泊。"),
        (None, "Selm 12"),
        (None, ""),
    ],
)
def test_running_text_tells_its_language(code: str | None, text: str) -> None:
    assert language(text) == code


def test_reading_an_english_text_imports_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The quay will close in May, and the boats of the town have to find another harbour.\n" * 3)
    program = (
        "import sys; from retold.read import reports; assert list(reports(sys.argv[1:]));"
        "print([name for name in ('numpy', 'lxml', 'trafilatura', 'spacy', 'charset_normalizer') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.corpus
def test_no_attribution_of_the_corpus_is_masked(shared: Callable[[str], Path]) -> None:
    """What annotators marked as attributed words is the article's own: it stands in the body or in the headline."""
    folder = shared("data/polnear/dev")
    marked: dict[str, list[int]] = defaultdict(list)
    for path in sorted(folder.glob("attributions/*.ann")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if cells[0].startswith("T") and cells[1].startswith(("Cue", "Content")):
                marked[path.stem.rsplit("_", 1)[0]].append(int(cells[1].split()[1]))
    masked = total = 0
    for report in reports([folder / "text"]):
        assert isinstance(report, Report)
        for start in marked[Path(report.name).stem]:
            total += 1
            masked += any(chrome.span.start <= start < chrome.span.end for chrome in report.chrome)
    assert total > 1_000
    assert masked <= total * 0.001
