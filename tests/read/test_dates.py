"""Dates of publication, from lines that hold nothing else."""

from __future__ import annotations

import pytest

from retold.read.dates import date_line, iso, opening_date


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("12 March 2031", "2031-03-12"),
        ("Published Sunday, August 18, 2019 7:25PM EDT", "2019-08-18T19:25-04:00"),
        ("Published 17:32, 5 Jan 2026", "2026-01-05T17:32"),
        ("May 31, 2019 | 12:50 PM", "2019-05-31T12:50"),
        ("June 1, 2018 9:24 AM PDT", "2018-06-01T09:24-07:00"),
        ("19.08.2019, 17:32 ч.", "2019-08-19T17:32"),
        ("19 августа 2019 г.", "2019-08-19"),
        ("19 de agosto del 2019", "2019-08-19"),
        ("1er août 2019 à 14h05", "2019-08-01T14:05"),
        ("Stand: 3. Oktober 2030", "2030-10-03"),
        ("2019年8月19日 07:30", "2019-08-19T07:30"),
        ("2031-03-12", "2031-03-12"),
        ("06/01/2018 02:57 pm ET", "2018-06-01T14:57"),
    ],
)
def test_a_date_line_gives_its_date(line: str, stamp: str) -> None:
    found = date_line(line)
    assert found is not None
    assert (found.stamp, found.rest) == (stamp, "")


@pytest.mark.parametrize("line", ["06/01/2018", "Last month", "The talks", "Europa", "Saturday", "May", "31 February 2019"])
def test_what_names_no_certain_day_gives_none(line: str) -> None:
    found = date_line(line)
    assert found is None or found.stamp is None


def test_what_stands_beside_the_date_is_kept() -> None:
    found = date_line("The Coast Herald, 13 March 2031")
    assert found is not None
    assert (found.stamp, found.rest) == ("2031-03-13", "The Coast Herald")


def test_a_sentence_with_a_date_keeps_its_words() -> None:
    found = date_line("The meeting of 5 March 2019 was short")
    assert found is not None
    assert found.rest


def test_a_paragraph_may_open_with_its_date() -> None:
    assert opening_date("22 August 2019. The minister left.") == ("2019-08-22", 14)
    assert opening_date("The minister left on 22 August 2019.") is None


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2031-03-12", "2031-03-12"),
        ("2031-03-12T10:00:00Z", "2031-03-12T10:00:00+00:00"),
        ("12 March 2031", "2031-03-12"),
        ("2031-02-30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_table_cell_gives_an_iso_date_or_none(cell: str, value: str | None) -> None:
    assert iso(cell) == value
