"""What a case cannot hold is told as a problem before anything is written, and the problem itself can be held."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Problem, Reading
from retold.record.limits import admitted
from retold.record.pack import canonical
from tests.compare.build import fact, party, reading, report

TEXT = "Orvane fined Dalia Renko."
NAME = "caf\udce9.txt"


def _reading(name: str, amount: float) -> Reading:
    made = fact(TEXT, "measure", "fined Dalia Renko", subject=party("Orvane"), object=party("Renko"), amount=amount)
    return reading(report(name, TEXT), made)


def test_what_a_case_can_hold_passes_untouched() -> None:
    made = _reading("one.txt", 5.0)
    assert admitted(made) is made
    assert admitted(made.report) is made.report


def test_a_file_name_that_is_no_text_is_a_problem_that_says_what_to_do() -> None:
    made = _reading(NAME, 5.0)
    for refused in (admitted(made), admitted(made.report)):
        assert isinstance(refused, Problem)
        assert refused.where == "caf\\udce9.txt"
        assert "rename the file" in refused.why


def test_a_number_that_would_not_come_back_is_a_problem_of_its_report_alone() -> None:
    refused = admitted(_reading("one.txt", float("inf")))
    assert isinstance(refused, Problem)
    assert refused.where == "one.txt"
    assert "cannot be kept" in refused.why


def test_a_problem_is_made_to_fit() -> None:
    fitted = admitted(Problem(where=NAME, why=f"{NAME}: is empty"))
    assert canonical(fitted) == fitted
    assert replace(fitted, why="") == Problem(where="caf\\udce9.txt", why="")
