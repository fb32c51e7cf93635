"""Files and folders: what is read, and what is one clear line."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from retold.errors import MetadataError
from retold.model import Problem, Report
from retold.read import Bounds, listing, reports

TEXT = "Port Selm closes its quay\n\nThe harbour authority will close the old quay in May, three people who know the plan said.\n"


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def problem(folder: Path, name: str, bounds: Bounds | None = None) -> str:
    found = list(reports([folder / name], bounds=bounds or Bounds()))
    assert len(found) == 1
    assert isinstance(found[0], Problem)
    assert found[0].where.endswith(name)
    return found[0].why


def test_a_folder_gives_its_reports_sorted_without_hidden_files(tmp_path: Path) -> None:
    write(tmp_path, b_txt=TEXT, a_txt=TEXT, sub__c_txt=TEXT, notes_md=TEXT)
    (tmp_path / ".hidden.txt").write_text(TEXT)
    found = list(reports([tmp_path]))
    assert [Path(report.name).name for report in found if isinstance(report, Report)] == ["a.txt", "b.txt", "c.txt"]
    assert len(found) == 3


def test_a_link_to_its_own_folder_is_no_circle(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(listing([tmp_path])[0]) == 1


def test_a_path_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    assert len(listing([tmp_path / "a.txt", tmp_path, tmp_path / "a.txt"])[0]) == 1


def test_one_file_is_one_report_however_it_is_spelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, dup__a_txt=TEXT, b_txt=TEXT)
    (tmp_path / "link.txt").symlink_to(tmp_path / "dup" / "a.txt")
    monkeypatch.chdir(tmp_path)
    named: list[str | Path] = ["dup/a.txt", tmp_path / "dup" / "a.txt", "dup/../dup/a.txt", "link.txt", "b.txt", "."]
    files, problems = listing(named)
    assert files == [Path("dup/a.txt"), Path("b.txt")]
    assert problems == []


def test_an_empty_path_is_not_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a_txt=TEXT)
    monkeypatch.chdir(tmp_path)
    files, problems = listing([""])
    assert files == []
    assert [(problem.where, problem.why) for problem in problems] == [("''", "no such file or folder")]


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, shut__a_txt=TEXT, b_txt=TEXT)
    scandir = os.scandir

    def refuses(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuses)
    files, problems = listing([tmp_path])
    assert [path.name for path in files] == ["b.txt"]
    assert [(Path(problem.where).name, problem.why) for problem in problems] == [("shut", "no permission to list this folder")]
    assert [problem.why for problem in listing([tmp_path / "shut"])[1]] == ["no permission to list this folder"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    os.mkfifo(tmp_path / "b.txt")
    assert [path.name for path in listing([tmp_path])[0]] == ["a.txt"]


def test_the_text_is_the_decoded_file_unchanged(tmp_path: Path) -> None:
    text = "\ufeffOne\u00a0line of “words”.\r\n\r\nAnother\rline.\r\n"
    write(tmp_path, a_txt=text)
    (report,) = reports([tmp_path / "a.txt"])
    assert isinstance(report, Report)
    assert report.text == text


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty file"),
        (b" \n\t\r\n", "empty file"),
        (b"%PDF-1.4 ...", "binary file (a PDF document)"),
        (b"abc\x00def", "binary file"),
        ("Déjà vu à Élan ".encode() + b"\xff", "invalid UTF-8 at byte"),
    ],
)
def test_what_is_no_text_is_one_clear_line(tmp_path: Path, content: bytes, why: str) -> None:
    write(tmp_path, a_txt=content)
    assert why in problem(tmp_path, "a.txt")


def test_a_large_file_is_refused_by_a_bound_that_can_be_raised(tmp_path: Path) -> None:
    write(tmp_path, a_txt="x" * 2_000)
    assert "--max-size" in problem(tmp_path, "a.txt", bounds=Bounds(max_bytes=1_000))
    assert isinstance(next(iter(reports([tmp_path / "a.txt"], bounds=Bounds(max_bytes=3_000)))), Report)


def test_a_bound_beyond_memory_costs_nothing(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    assert isinstance(next(iter(reports([tmp_path / "a.txt"], bounds=Bounds(max_bytes=10**15)))), Report)


def test_missing_files_and_bare_folders_are_named_and_the_others_read(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    (tmp_path / "bare").mkdir()
    found = list(reports([tmp_path / "gone.txt", tmp_path / "bare", tmp_path / "a.txt"]))
    assert [item.where.rsplit("/", 1)[-1] for item in found if isinstance(item, Problem)] == ["gone.txt", "bare"]
    assert sum(isinstance(item, Report) for item in found) == 1


def test_a_file_that_vanishes_is_named(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, b_txt=TEXT)
    found = reports([tmp_path])
    assert isinstance(next(found), Report)
    (tmp_path / "b.txt").unlink()
    last = next(found)
    assert isinstance(last, Problem)
    assert "no such file" in last.why


def test_a_dangling_link_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere.txt")
    assert "no such file" in problem(tmp_path, "a.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert "permission" in problem(tmp_path, "a.txt")


def test_a_page_without_an_article_is_named(tmp_path: Path) -> None:
    write(tmp_path, a_html="<html><body><nav><a href='/'>Home</a></nav></body></html>")
    assert "no article" in problem(tmp_path, "a.html")


def test_a_date_in_the_future_is_kept_with_a_note(tmp_path: Path) -> None:
    day = (datetime.now(UTC) + timedelta(days=400)).date().isoformat()
    write(tmp_path, a_txt=TEXT, meta_tsv=f"report\tpublished\na.txt\t{day}\n")
    (report,) = reports([tmp_path / "a.txt"], metadata=tmp_path / "meta.tsv")
    assert isinstance(report, Report)
    assert report.published == day
    assert any("future" in note for note in report.notes)


@pytest.mark.parametrize(
    ("sentence", "noted"),
    [
        ("The quay was closed on 14 May 2021, the harbour office said.", True),
        ("The quay was closed on May 14, 2021, the harbour office said.", True),
        ("The quay was closed on 14 May 2019, the harbour office said.", False),
        ("The quay will be closed on 14 May 2021, the harbour office said.", False),
        ("The quay was closed on 13 March 2021, when it was still the 12th elsewhere.", False),
    ],
)
def test_a_date_before_what_the_text_tells_as_past_is_kept_with_a_note(tmp_path: Path, sentence: str, noted: bool) -> None:
    write(tmp_path, a_txt=f"{TEXT}\n\n{sentence}\n", meta_tsv="report\tpublished\na.txt\t2021-03-12\n")
    (report,) = reports([tmp_path / "a.txt"], metadata=tmp_path / "meta.tsv")
    assert isinstance(report, Report)
    assert report.published == "2021-03-12"
    assert any("2021-05-14" in note for note in report.notes) is noted


def test_the_metadata_table_wins_over_the_file(tmp_path: Path) -> None:
    write(
        tmp_path,
        in__a_txt="Old quay closes\n3 May 2020\n\n" + TEXT,
        meta_csv='report,published,outlet,title\nin/a.txt,2021-01-02,"Selm, Daily",\n',
    )
    (report,) = reports([tmp_path / "in"], metadata=tmp_path / "meta.csv")
    assert isinstance(report, Report)
    assert (report.published, report.published_from, report.outlet) == ("2021-01-02", "metadata", "Selm, Daily")
    assert report.title == "Old quay closes"


def test_bad_rows_are_problems_and_the_reports_are_still_read(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, meta_tsv="report\tpublished\na.txt\t2031-02-30\nother.txt\t2031-01-01\n")
    found = list(reports([tmp_path / "a.txt"], metadata=tmp_path / "meta.tsv"))
    why = " / ".join(item.why for item in found if isinstance(item, Problem))
    assert "'2031-02-30' is no date" in why
    assert "line 3: other.txt is not among the reports given" in why
    (report,) = (item for item in found if isinstance(item, Report))
    assert report.published is None


def test_rows_without_a_report_are_one_problem(tmp_path: Path) -> None:
    """A table for a whole folder is used with a part of it: that is one line, not one for each row."""
    write(tmp_path, a_txt=TEXT, meta_tsv="report\tpublished\nb.txt\t2031-01-01\na.txt\t2031-01-01\nc.txt\t2031-01-01\n")
    (told,) = (item for item in reports([tmp_path / "a.txt"], metadata=tmp_path / "meta.tsv") if isinstance(item, Problem))
    assert told.why == "2 rows name reports that are not among those given (first: line 2, b.txt)"


@pytest.mark.parametrize("content", [None, b"", b"name\tdate\n", b"\x00\x01\x02"])
def test_a_table_that_cannot_be_used_is_refused(tmp_path: Path, content: bytes | None) -> None:
    write(tmp_path, a_txt=TEXT)
    if content is not None:
        (tmp_path / "meta.tsv").write_bytes(content)
    with pytest.raises(MetadataError, match=r"meta\.tsv"):
        list(reports([tmp_path / "a.txt"], metadata=tmp_path / "meta.tsv"))
