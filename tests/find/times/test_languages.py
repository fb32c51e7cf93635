"""Dates and days as seven other languages name them."""

from __future__ import annotations

import pytest

from retold.find.times.expressions import times
from retold.model import Report, Span

SAID = [
    ("es", "El consejo se reunió el martes 3 de marzo de 2015 y, dijo ayer, hace dos semanas.", "2015-03-03 day-1 week-2"),
    ("pt", "O conselho reuniu-se em 3 de março de 2015 e, disse ontem, há duas semanas.", "2015-03-03 day-1 week-2"),
    ("fr", "Le conseil s'est réuni mardi 3 mars 2015 et, a-t-il dit hier, il y a deux semaines.", "2015-03-03 day-1 week-2"),
    ("de", "Der Rat tagte am Dienstag, 3. März 2015, und, hieß es gestern, vor zwei Wochen.", "2015-03-03 day-1 week-2"),
    ("it", "Il consiglio si è riunito martedì 3 marzo 2015 e, ha detto ieri, due settimane fa.", "2015-03-03 day-1 week-2"),
    ("ru", "Совет собрался 3 марта 2015 года и, сказал он вчера, две недели назад.", "2015-03-03 day-1 week-2"),
    ("bg", "Съветът се събра на 3 март 2015 година и, каза той вчера, преди две седмици.", "2015-03-03 day-1 week-2"),
    ("xx", "12.5.2014 and 2014-05-13", "2014-05-12 2014-05-13"),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_a_date_a_day_and_a_shift_in_each_language(language: str, text: str, expected: str) -> None:
    report = Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),), language=language)
    said = [str(t.value) if t.shift is None else f"{t.unit}{t.shift:+d}" for t in times(report, ())]
    assert " ".join(said) == expected


def test_spanish_morning_is_not_tomorrow() -> None:
    text = "Habló por la mañana."
    report = Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),), language="es")
    assert times(report, ()) == ()
