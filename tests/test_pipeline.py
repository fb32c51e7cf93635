"""A bad passage never sinks a report, a bad report never sinks a run, and what is kept is not done again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from retold import pipeline
from retold.errors import TableError
from retold.model import Findings, Problem, Reading, Report, Span
from retold.record import Case
from retold.show.brief import brief
from retold.show.contract import reading_json
from tests.running import TEXT, finders, nothing, reports


def bad_at(*bad: str, error: Exception | None = None) -> object:
    """Finders that fail in the middle of a batch, at the reports of these names."""

    def find(batch: Sequence[Report]) -> Iterator[Findings]:
        for report in batch:
            if Path(report.name).name in bad:
                raise error or KeyError("no such thing")
            yield Findings(report=report)

    return find


# ---------------------------------------------------------------- one report does not sink the others


def test_a_report_that_cannot_be_analysed_is_a_problem_and_the_others_are_found_once(tmp_path: Path) -> None:
    reports(tmp_path, 20)
    with finders(bad_at("003.txt", "017.txt")):  # type: ignore[arg-type]
        found = list(pipeline.find(pipeline.read(tmp_path)))
    readings = [each.report.name for each in found if isinstance(each, Reading)]
    problems = [each for each in found if isinstance(each, Problem)]
    assert len(readings) == len(set(readings)) == 18
    assert [Path(p.where).name for p in problems] == ["003.txt", "017.txt"]
    assert {p.why for p in problems} == {"could not be analysed: KeyError: 'no such thing'"}


def test_a_trace_goes_on_without_it_and_finds_it_when_it_can(tmp_path: Path) -> None:
    reports(tmp_path / "in", 4)
    with Case(tmp_path / "a.case") as case:
        with finders(bad_at("002.txt", error=RecursionError("too deep"))):  # type: ignore[arg-type]
            record = pipeline.trace(tmp_path / "in", case=case)
        assert len(record.readings) == 3
        assert [p.why for p in record.problems] == ["could not be analysed: RecursionError: too deep"]
        assert case.trace() == record
        with finders(nothing):
            mended = pipeline.trace(tmp_path / "in", case=case)
        assert (len(mended.readings), mended.problems) == (4, ())


def test_a_table_that_cannot_be_used_is_no_fault_of_a_report(tmp_path: Path) -> None:
    reports(tmp_path, 2)
    with finders(bad_at("000.txt", error=TableError("cues.toml: malformed"))), pytest.raises(TableError):  # type: ignore[arg-type]
        list(pipeline.find(pipeline.read(tmp_path)))


def test_what_no_case_can_hold_is_a_problem_of_its_report(tmp_path: Path) -> None:
    reports(tmp_path / "in", 2)
    for name in (b"\xff.txt", b"\xfe.txt"):
        path = tmp_path / "in" / os.fsdecode(name)
        path.write_text(TEXT.format("Tessen") if name == b"\xff.txt" else "", encoding="utf-8")
    with Case(tmp_path / "a.case") as case, finders(nothing):
        record = pipeline.trace(tmp_path / "in", case=case)
        assert len(record.readings) == 2
        assert sorted(p.why for p in record.problems)[1] == "its name is not UTF-8, which a case cannot hold: rename the file"
        assert case.trace() == record


# ---------------------------------------------------------------- a case is added to


def counting(found: list[str]) -> object:
    def find(batch: Sequence[Report]) -> Iterator[Findings]:
        for report in batch:
            found.append(Path(report.name).name)
            yield Findings(report=report)

    return find


def test_a_new_report_is_added_and_a_changed_one_becomes_a_new_version(tmp_path: Path) -> None:
    folder = reports(tmp_path / "in", 3)
    found: list[str] = []
    with Case(tmp_path / "a.case") as case, finders(counting(found)):  # type: ignore[arg-type]
        pipeline.trace(folder, case=case)
        found.clear()
        (folder / "001.txt").write_text(TEXT.format("Another Port"), encoding="utf-8")
        (folder / "new.txt").write_text(TEXT.format("Port New"), encoding="utf-8")
        record = pipeline.trace(folder, case=case)
        assert found == ["001.txt", "new.txt"]
        assert [Path(r.report.name).name for r in record.readings] == ["000.txt", "001.txt", "002.txt", "new.txt"]
        assert "Another Port" in record.readings[1].report.text
        assert case.select("SELECT version FROM reports WHERE name LIKE '%001.txt' ORDER BY version") == [(1,), (2,)]


def test_what_the_case_holds_stays_when_a_run_names_other_reports(tmp_path: Path) -> None:
    folder = reports(tmp_path / "in", 3)
    with Case(tmp_path / "a.case") as case, finders(nothing):
        pipeline.trace(folder / "000.txt", case=case)
        assert len(pipeline.trace(folder / "001.txt", case=case).readings) == 2


def test_a_report_is_found_again_by_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = reports(tmp_path / "in", 2)
    found: list[str] = []
    with Case(tmp_path / "a.case") as case, finders(counting(found)):  # type: ignore[arg-type]
        pipeline.trace(folder, case=case)
        monkeypatch.setattr("retold.record.program.program", lambda: "another")
        pipeline.trace(folder, case=case)
    assert found == ["000.txt", "001.txt"] * 2


def test_every_report_and_problem_is_told_to_the_watch(tmp_path: Path) -> None:
    folder = reports(tmp_path / "in", 3)
    (folder / "empty.txt").touch()
    told: list[tuple[str, int]] = []
    with finders(nothing):
        pipeline.trace(folder, watch=lambda done, count: told.append((done, count)))
    assert told == [("found", 1)] * 4 + [("compared", 3)]


# ---------------------------------------------------------------- hostile reports

SAID = "Two officials in Tessen said on Monday that Oran Vell had left. "
HOSTILE = {
    "one line": SAID * 60,
    "no full stop": SAID.replace(".", " ") * 60,
    "one word": "x" * 9_000,
    "long words": " ".join("vell" * 700 for _ in range(4)) + ". " + SAID,
    "newlines": "\n" * 20_000 + SAID + "\n" * 20_000,
    "line ends of all kinds": "\r\n\r\n".join([SAID] * 5) + "\r" + SAID + "\u2028" + SAID + "\x0b" + SAID,
    "punctuation": "!?.,;:-—“”\"'()[]«»…" * 200,
    "opened and never closed": ("“" + SAID) * 40,
    "quotation marks": "\"'“”‘’«»„‟" * 500,
    "right to left": "\u202e" + SAID * 3 + "\u202c השר אמר ביום שני. " * 20 + "\u2066" * 50,
    "nothing seen": "".join(char + "\u200b\u2060\u00ad" for char in SAID * 8),
    "emoji": "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 " * 200 + SAID,
    "combining": "e" + "\u0301" * 5_000 + " " + SAID,
    "dates": " ".join(f"On {day} March {1900 + day} he left." for day in range(1, 29)) * 6,
    "digits": "7" * 5_000 + " " + "2019-" * 800,
    "brackets": "(" * 500 + SAID + ")" * 500,
    "titles": "Mr. President Minister Dr. " * 150,
    "whitespace": SAID + " \u00a0\t" * 5_000 + SAID,
    "byte order marks": "\ufeff" * 50 + SAID * 3,
    "private and unassigned": "\ue000\U000e0001\uffff\ufdd0" * 200 + SAID,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_report_is_read_with_every_place_within_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(HOSTILE[name].encode())
    report = next(pipeline.read(path))
    if isinstance(report, Problem):
        assert "could not be analysed" not in report.why
        return
    assert report.text == HOSTILE[name]
    found = next(pipeline.find(report))
    assert isinstance(found, Reading), found
    for span in _spans(found):
        assert 0 <= span.start < span.end <= len(report.text)
    assert reading_json(found)["text"] == HOSTILE[name]
    assert len(brief(pipeline.compare([found]))) == 6


def _spans(reading: Reading) -> Iterator[Span]:
    yield from reading.report.body
    yield from reading.sentences
    for mention in reading.mentions:
        yield from (mention.span, mention.head)
    for attribution in reading.attributions:
        yield from (*attribution.source, *attribution.cue, *attribution.content)
    yield from (time.span for time in reading.times)
    yield from (credit.span for credit in reading.credits)
    for fact in reading.facts:
        yield from (fact.span, fact.trigger)


def test_a_page_of_ten_thousand_nested_elements_is_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + "<div>" * 10_000 + f"<p>{SAID * 5}</p>" + "</div>" * 10_000, encoding="utf-8")
    found = list(pipeline.find(pipeline.read(path)))
    assert len(found) == 1
    assert isinstance(found[0], Reading) or found[0].why.startswith("no article found")


def test_what_a_metadata_table_told_is_remembered_of_a_corrected_file_too(tmp_path: Path) -> None:
    told, table = tmp_path / "one.txt", tmp_path / "reports.tsv"
    told.write_text("Port to close\n\nOran Vell, the harbour master, said the port would close.\n", encoding="utf-8")
    table.write_text("report\tpublished\toutlet\none.txt\t2031-03-04\tTessen Post\n", encoding="utf-8")
    with Case(tmp_path / "a.case") as case:
        first = pipeline.trace(told, case=case, metadata=table)
        again = pipeline.trace(told, case=case)
        assert again == first
        told.write_text("Port to stay\n\nOran Vell, the harbour master, said the port would stay open.\n", encoding="utf-8")
        changed = pipeline.trace(told, case=case)
    assert first.readings[0].report.outlet == "Tessen Post"
    kept = changed.readings[0].report
    assert (kept.outlet, kept.published, kept.title) == ("Tessen Post", "2031-03-04", "Port to stay")
