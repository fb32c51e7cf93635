"""What `import retold` gives is what its documentation says, and costs nothing before it is used."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import retold
from tests.running import TEXT, finders, nothing

HEAVY = (
    "spacy",
    "thinc",
    "numpy",
    "trafilatura",
    "htmldate",
    "lxml",
    "rich",
    "typer",
    "rensa",
    "rapidfuzz",
    "sqlite3",
    "msgspec",
)


def test_importing_it_is_light() -> None:
    program = f"import retold, sys; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_functions_stay_functions_when_the_packages_of_the_same_names_are_imported() -> None:
    for name in ("read", "find", "read.files", "find.times", "find.findings", "record.case"):
        import_module(f"retold.{name}")
    from retold.find.times.expressions import times
    from retold.read import Bounds

    assert callable(retold.read)
    assert callable(retold.find)
    assert retold.read is retold.pipeline.read
    assert retold.find is retold.pipeline.find
    assert callable(times)
    assert Bounds().max_bytes > 0


def test_every_name_that_it_lists_is_there_and_documented() -> None:
    for name in retold.__all__:
        assert getattr(retold, name).__doc__
    with pytest.raises(AttributeError):
        _ = retold.nothing_of_the_kind


def test_read_find_and_trace_do_what_the_documentation_shows(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT.format("Tessen"), encoding="utf-8")
    (tmp_path / "two.txt").touch()
    with finders(nothing):
        one, two = retold.read(tmp_path)
        assert isinstance(one, retold.Report)
        assert isinstance(two, retold.Problem)
        assert [type(each) for each in retold.find(one)] == [retold.Reading]
        assert {type(each) for each in retold.find(retold.read(tmp_path))} == {retold.Reading, retold.Problem}
        record = retold.trace(tmp_path)
        with retold.Case(tmp_path / "affair.case") as case:
            assert retold.trace(tmp_path, case=case) == record
            assert case.trace() == record


def test_whatever_it_refuses_is_of_one_family(tmp_path: Path) -> None:
    with pytest.raises(retold.RetoldError):
        list(retold.read(tmp_path, metadata=tmp_path / "absent.tsv"))
    with pytest.raises(retold.RetoldError):
        retold.Case(tmp_path)
