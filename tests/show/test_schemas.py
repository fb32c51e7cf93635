"""What commands about a case print as JSON holds to the schemas that ship with the program, whatever was done to the case."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from tests.running import ran
from tests.show.test_contract import DOC, schema

ONE = "Ilse Marrow met Tomas Verrin in Selm on 3 May 2021. The court fined Ilse Marrow 4,000 crowns, a clerk said."
TWO = "Wheat was dear in Tarn on Friday."


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A case to which all has been done that can be: reports replaced and removed, ruled on, and a ruling taken back."""
    folder = tmp_path_factory.mktemp("desk")
    for name, text in (("one.txt", ONE), ("two.txt", TWO), ("old.txt", TWO)):
        (folder / name).write_text(text, encoding="utf-8")
    made = folder / "a.case"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert ran("trace", ".", "--case", made).status == 0
        Path("one.txt").write_text(ONE.replace("4,000", "5,000"), encoding="utf-8")
        assert ran("trace", ".", "--case", made).status == 0
        assert ran("remove", made, "old.txt", "--reason", "a double").status == 0
        fined = f"one.txt:{ONE.index('The court')}-{ONE.index(', a clerk')}"
        assert ran("rule", made, "party", fined, "--object", "Tarn Oil", "--new", "body", "--kind", "measure").status == 0
        assert ran("rule", made, "time", "one.txt", "2021-05-04").status == 0
        assert ran("rule", made, "family", "two.txt", "--with", "one.txt").status == 0
        assert ran("rule", made, "undo", "3", "--reason", "they have nothing in common").status == 0
        yield made


COMMANDS = [
    ("check",),
    ("history",),
    ("rule",),
    ("search", "crowns"),
    ("search", "fined", "--claims"),
    ("search", "wheat", "--reports", "--all-versions"),
    ("search", "nothingofthekind"),
    ("versions",),
    ("versions", "--all"),
    ("versions", "one.txt"),
    ("versions", "two.txt"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_is_printed_holds_to_its_schema(case: Path, command: tuple[str, ...]) -> None:
    name, *rest = command
    shown = ran(name, str(case), *rest, "--json")
    assert shown.lines == []
    jsonschema.validate(json.loads(shown.out), schema(name))


def test_the_problems_of_a_case_hold_to_their_schema() -> None:
    jsonschema.validate(
        {"whole": False, "problems": [{"where": "text 12", "why": "is not the text that was kept"}]}, schema("check")
    )


def test_every_schema_is_one_and_stands_in_the_document() -> None:
    named = DOC.read_text(encoding="utf-8")
    for each in resources.files("retold.show").joinpath("schemas").iterdir():
        jsonschema.Draft202012Validator.check_schema(json.loads(each.read_text(encoding="utf-8")))
        assert f"schemas/{each.name}" in named
