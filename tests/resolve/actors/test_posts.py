"""Offices across reports: holders follow each other, or are in conflict, with both passages."""

from __future__ import annotations

from retold.model import Reading
from retold.resolve.actors.across import actors
from retold.resolve.actors.posts import Post, offices_of, posts
from tests.resolve.actors.made import office, told


def made(*readings: Reading) -> tuple[Post, ...]:
    return posts(readings, actors(readings))


def holding(report: str, who: str, published: str | None, title: str = "interior minister") -> Reading:
    return told(report, (who, ", minister"), published=published, facts=[office(title, "Quendale")])


def test_two_holders_at_different_times_are_a_succession() -> None:
    (post,) = made(holding("a", "Karl Steiner", "2019-03-01"), holding("b", "Anna Brandt", "2021-03-01"))
    assert (post.title, post.of) == ("interior minister", "quendale")
    assert [h.name for h in post.holders] == ["Karl Steiner", "Anna Brandt"]
    (change,) = post.changes
    assert change.kind == "succession"
    assert [p.report for p in change.passages] == ["a", "b"]


def test_two_holders_at_one_time_are_a_conflict_with_both_passages() -> None:
    rows = ("a", "Karl Steiner", "2019-03-01"), ("b", "Anna Brandt", "2020-03-01"), ("c", "Karl Steiner", "2021-03-01")
    (post,) = made(*(holding(*row) for row in rows))
    (change,) = post.changes
    assert change.kind == "conflict"
    assert {p.report for p in change.passages} == {"b", "c"}
    assert "both at one time" in change.reason


def test_who_left_holds_the_office_until_that_day() -> None:
    left = office("resigned", None, day="2019-02-01", ended=True, pattern="office/leave")
    reading = told("a", ("Karl Steiner", ", president"), facts=[office("President", "Quendale"), left])
    (post,) = made(reading, holding("b", "Anna Brandt", "2019-06-01", "president"))
    assert [c.kind for c in post.changes] == ["succession"]
    assert str(post.holders[0].last) == "2019-02-01"


def test_who_only_was_is_no_holder_and_of_deputies_there_are_many() -> None:
    former = told("a", ("Karl Steiner", ", former"), facts=[office("president", "Quendale", ended=True)])
    assert made(former) == ()
    assert made(holding("b", "Anna Brandt", "2019-06-01", "deputy minister")) == ()


def test_without_any_date_nothing_is_compared() -> None:
    assert made(holding("a", "Karl Steiner", None)) == ()


def test_a_title_is_the_office_without_whose_it_is() -> None:
    titles = ("the Quendale Interior Minister", "acting president", "the Head of the Assembly", "Sen.", "baker")
    reading = told("a", ("Karl Steiner", " spoke."), facts=[office(title, "Quendale") for title in titles])
    assert [o.title for o in offices_of(reading)] == ["interior minister", "president", "head", "senator"]
