"""A metadata table says of its reports what the files do not; what it says in vain is told in one line."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from retold.errors import MetadataError
from retold.model import Problem, Report
from retold.read import metadata, reports
from retold.read.metadata import Row, by_report, looks_like_table, rows


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("The harbour was shut on Monday.\n", encoding="utf-8")
    return tmp_path


def table(*lines: str) -> Path:
    path = Path("meta.tsv")
    path.write_text("\n".join(line.replace(" | ", "\t") for line in lines), encoding="utf-8")
    return path


def told(*lines: str, beside: tuple[str, ...] = ()) -> list[str]:
    """Return what is said of a table that is given with one report."""
    found = list(reports(["a.txt"], metadata=table(*lines), beside=beside))
    assert len([each for each in found if isinstance(each, Report)]) == 1
    return [f"{each.where}: {each.why}" for each in found if isinstance(each, Problem)]


def test_a_table_of_more_than_the_reports_given_is_told_of_once(desk: Path) -> None:
    lines = ("report | outlet", "a.txt | The Gull", "b.txt | The Tide", "c.txt | The Tide")
    assert told(*lines) == ["meta.tsv: 2 rows name reports that are not among those given (first: line 3, b.txt)"]
    assert told(*lines[:3]) == ["meta.tsv: line 3: b.txt is not among the reports given"]


def test_rows_of_reports_beside_those_given_are_no_problem(desk: Path) -> None:
    lines = ("report | outlet", "a.txt | The Gull", "b.txt | The Tide", "c.txt | The Tide")
    assert told(*lines, beside=("in/b.txt", "c.txt")) == []
    assert told(*lines, beside=("in/b.txt",)) == ["meta.tsv: line 4: c.txt is not among the reports given"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("publised", "published"),
        ("Outlett", "outlet"),
        ("date", "published"),
        ("headline", "title"),
        ("Published At", "published"),
    ],
)
def test_a_column_that_seems_to_be_meant_for_another_is_told(desk: Path, name: str, meant: str) -> None:
    said = told(f"report | {name}", "a.txt | 2031-05-03")
    assert said == [f"meta.tsv: its column {name.lower()!r} is not read; did you mean {meant!r}?"]


def test_a_column_of_ones_own_is_nobodys_concern(desk: Path) -> None:
    assert told("report | desk | outlet | outlet note", "a.txt | home | The Gull | weekly") == []


def test_of_two_rows_that_tell_otherwise_of_a_report_the_first_is_taken_and_that_is_told(desk: Path) -> None:
    path = table("report | outlet", "a.txt | The Gull", "./a.txt | The Tide")
    report, problem = sorted(reports(["a.txt"], metadata=path), key=lambda each: isinstance(each, Problem))
    assert isinstance(report, Report)
    assert report.outlet == "The Gull"
    assert isinstance(problem, Problem)
    assert problem.why == "lines 2 and 3 tell otherwise of ./a.txt; the first is taken"


def test_a_row_told_twice_alike_is_no_problem(desk: Path) -> None:
    assert told("report | outlet", "a.txt | The Gull", "a.txt | The Gull") == []


def test_a_table_given_as_a_report_is_told_to_be_one(desk: Path) -> None:
    path = table("report | published | outlet", "a.txt | 2031-05-03 | The Gull")
    (found,) = reports([path])
    assert isinstance(found, Problem)
    assert found.why == "looks like a metadata table, not a report; give it as --metadata"
    assert looks_like_table("\ufeffreport,title\r\na.txt,Harbour shut\r\n")
    assert not looks_like_table("Report of the day\n\nThe harbour was shut, the outlet said.\n")


def test_a_table_without_reports_asks_for_them(desk: Path) -> None:
    with pytest.raises(MetadataError, match=r"no column 'report' in its first line \(columns: file, outlet\); is 'file' it\?"):
        rows(table("file | outlet", "a.txt | The Gull"))


def test_each_path_is_taken_apart_once_however_many_have_one_file_name(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[PurePath] = []
    parted = metadata._endings

    def counted(path: PurePath) -> list[str]:
        taken.append(path)
        return parted(path)

    monkeypatch.setattr(metadata, "_endings", counted)
    paths = [Path(f"in/{n}/report.txt") for n in range(50)]
    told = [Row(report=f"{n}/report.txt", line=n) for n in range(100)]
    found, problems = by_report(told, paths, where="t", beside=[f"in/{n}/report.txt" for n in range(50, 100)])
    assert {path: row.line for path, row in found.items()} == {path: n for n, path in enumerate(paths)}
    assert problems == []
    assert len(taken) <= 2 * len(told) + 100


def test_a_row_and_a_report_meet_as_far_as_the_shorter_path_goes() -> None:
    row = Row(report="desk/in/a.txt", line=2)
    for path in ("a.txt", "in/a.txt", "desk/in/a.txt", "/far/desk/in/a.txt"):
        assert by_report([row], [Path(path)], where="t")[0] == {Path(path): row}
    assert by_report([row], [Path("out/a.txt")], where="t")[0] == {}
