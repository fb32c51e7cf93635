"""Which of several firms a short name or a description means: through the speakers of made-up reports."""

from __future__ import annotations

import pytest

from retold.find.encoder.cut import passages
from retold.find.names.learned.network import read as read_names
from retold.find.names.mentions import mentions
from retold.find.syntax import parse
from retold.model import Findings, Report, Span
from retold.resolve.people.within import people
from tests.resolve.speakers.marked import heard, who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # what has a legal form is a name in full, though a longer one begins with it
        ("Velton PLC will part with Velton Mills. [s1 Velton PLC] [c1 said] [q1 it was late].", "Velton PLC"),
        # and the short name is that one
        ("Velton PLC left Velton Mills Ltd. alone. Velton shares fell. [s1 Velton] [c1 said] [q1 it was late].", "Velton PLC"),
        # a name may be cut where the words of a body begin
        ("Marrow Hill Savings Bank fell. [s1 Marrow Hill Savings] [c1 said] [q1 it was late].", "Marrow Hill Savings Bank"),
        # where a firm is at home says of nobody that it is his
        ("Velton PLC shrank. [s1 The British company] [c1 said] [q1 it was late].", "Velton PLC"),
    ],
)
def test_a_firm_is_the_one_of_that_name(text: str, name: str) -> None:
    assert who(text).name == name


def test_of_two_firms_the_company_is_the_one_that_speaks_on() -> None:
    text = (
        "Velton PLC met Marrow Inc. [s1 Velton PLC] [c1 said] [q1 it was late]. [s2 The company] [c2 said] [q2 Marrow Inc. paid]."
    )
    assert [each.speaker.name for each in heard(text) if each.speaker] == ["Velton PLC", "Velton PLC"]


def test_a_firm_may_be_named_after_a_person() -> None:
    text = "Tobin Hale Ltd. makes boots. It rained in Varn. [s1 Tobin Hale] [c1 said] [q1 it was late]."
    assert who(text).name == "Tobin Hale Ltd."


def test_a_firm_of_another_country_is_not_meant() -> None:
    text = "Velton PLC, a French company, shrank. It rained. The British company said it was late."
    made = Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),), headline=None, language="en")
    ((_, parses),) = parse([made])
    rows, _ = people(Findings(report=made, mentions=mentions(made, parses, read_names(passages(parses))), attributions=()))
    assert "The British company" not in {text[row.span.start : row.span.end] for row in rows}
