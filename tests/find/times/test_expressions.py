"""What the words alone tell of a time, and what is no time at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.errors import TableError
from retold.find.times.expressions import times
from retold.find.times.rules import TABLES, grammar
from retold.model import Chrome, Report, Span, TimeExpression


def report(text: str, language: str | None = None) -> Report:
    return Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),), language=language)


def found(text: str, language: str | None = None) -> list[tuple[str, TimeExpression]]:
    return [(text[t.span.start : t.span.end], t) for t in times(report(text, language), ())]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The envoy left on Tuesday, March 3, 2015, by sea.", "Tuesday, March 3, 2015", "DATE", "2015-03-03"),
        ("It was signed on 3 March 2015 in Port Ansel.", "3 March 2015", "DATE", "2015-03-03"),
        ("The levy began Aug. 18.", "Aug. 18", "DATE", "XXXX-08-18"),
        ("He was seen last month.", "last month", "DATE", "XXXX-XX"),
        ("They met on Friday.", "Friday", "DATE", "XXXX-WXX-5"),
        ("It opened at 9:47 AM PT yesterday.", "9:47 AM PT yesterday", "TIME", "XXXX-XX-XXT09:47"),
        ("Talks took nearly two years.", "nearly two years", "DURATION", "P2Y"),
        ("It lasted 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        ("The boats sail every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
        ("They were common in the late 1970s.", "the late 1970s", "DATE", "197"),
        ("Profit rose in the third quarter of 2015.", "the third quarter of 2015", "DATE", "2015-Q3"),
        ("It fell in nineteen ninety-six.", "nineteen ninety-six", "DATE", "1996"),
        ("Prices rose in fiscal 1987.", "fiscal 1987", "DATE", "1987"),
        ("The council is now in exile.", "now", "DATE", "PRESENT_REF"),
        ("It cost him two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("It took a minute and a half.", "a minute and a half", "DURATION", "PT1M30S"),
        ("They guard it 24 hours a day.", "24 hours a day", "SET", "P1D"),
        ("The council sits three times a week.", "three times a week", "SET", "P1W"),
        ("It sits every other month.", "every other month", "SET", "P2M"),
        ("Early in the current term he built it.", "Early in the current term", "DATE", "PAST_REF"),
        ("Weeks later the mine closed.", "Weeks later", "DATE", "FUTURE_REF"),
        ("It struck at 0735 GMT.", "0735 GMT", "TIME", "XXXX-XX-XXT07:35"),
        ("He left in the spring of 2014.", "the spring of 2014", "DATE", "2014-SP"),
        ("It was a months-long siege.", "a months-long", "DURATION", "PXM"),
        ("It was seen\nlast\nweek.", "last\nweek", "DATE", "XXXX-WXX"),
    ],
)
def test_words_and_value(text: str, words: str, kind: str, value: str) -> None:
    [(found_words, expression)] = found(text)
    assert (found_words, expression.type, expression.value) == (words, kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "The 62-year-old minister",
        "She is 40 years old.",
        "He may march to the second gate.",
        "They sat in the sun and will fall.",
        "It cost $1990 and weighs 2,015 tons.",
        "General March spoke.",
        "1.1990 or 12:1999 or 1990.5",
        "31 April cannot be",
        "The wells yield 500 barrels per day and $5 million a year.",
        "The council earned 10,000 marks annually from four ferries a week.",
        "USA Today and the daily Herald asked how the ones aged 18 to 25 years old voted.",
        'He spoke on ABC\'s "This Week," as resolution 2015 asks.',
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert [words for words, t in found(text) if t.value != "XXXX-04"] == []


def test_a_bound_is_told_by_the_word_before() -> None:
    [(words, expression)] = found("It has been shut since March 2015.")
    assert (words, expression.modifier) == ("March 2015", "ON_OR_AFTER")


def test_the_date_of_an_event_is_what_a_time_before_it_is_told_from() -> None:
    tied, date = found("Talks ran for months before the raid on the harbour on March 3, 2015.")
    assert (tied[1].anchor, tied[1].direction, date[1].value) == ("next", "past", "2015-03-03")
    [(_, untied)] = found("Talks ran for months before the raid. It was a success.")
    assert untied.anchor == "event"


def test_what_is_about_a_day_does_not_stand_near_it() -> None:
    [(words, expression)] = found("They spoke about Tuesday's vote.")
    assert (words, expression.modifier) == ("Tuesday", None)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("It was shut between May and July 2014.", [True, False]),
        ("It was shut from March 3 to March 9.", [True, False]),
        ("It was shut in May and in July.", [False, False]),
        ("It was shut in May. From then to July it was open.", [False, False]),
    ],
)
def test_the_first_end_of_a_range_is_marked(text: str, opens: list[bool]) -> None:
    assert [t.opens for _, t in found(text)] == opens


def test_only_the_words_of_the_report_are_read() -> None:
    text = "2 May 2014 | Menu, Friday | The ferry sank last week."
    chrome = (Chrome(span=Span(0, 10), kind="date"), Chrome(span=Span(11, 26), kind="menu"))
    made = Report(name="made.txt", text=text, digest="", body=(Span(29, len(text)),), chrome=chrome)
    assert [text[t.span.start : t.span.end] for t in times(made, ())] == ["2 May 2014", "last week"]


@pytest.mark.parametrize("language", [*TABLES, "xx"])
def test_every_example_in_the_tables_is_found_whole_by_its_rule(language: str) -> None:
    rules = {r for seconds in grammar(language).rules.values() for rs in seconds.values() for r in rs if r.eg}
    assert rules
    for rule in rules:
        before = f"{rule.after.pattern.split('(?:')[1].split('|')[0].split(')')[0]} " if rule.after else ""
        hits = [(words, t.type) for lead in (before, "") for words, t in found(f"{lead}{rule.eg} .", language)]
        assert (rule.eg, rule.type) in hits, (rule.eg, hits)


def test_a_pattern_with_an_unknown_class_names_its_table() -> None:
    with pytest.raises(TableError, match="no class NOSUCH"):
        from retold.find.times.rules import _Reader

        _Reader("last NOSUCH", {}).read()


@given(st.text(alphabet=st.sampled_from("laste wekMrch03/:.,-19'’h\n $€pmfoiyn "), max_size=200) | st.text(max_size=100))
def test_spans_are_in_range_sorted_and_disjoint(text: str) -> None:
    spans = [t.span for t in times(report(text), ())]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
