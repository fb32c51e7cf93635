"""A picture says what each mark is, leads to where it is told, and holds no more than can be read, whatever it is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from lxml import etree

from retold.model import Actor, Claim, ClaimMention, Declaration, Family, Original, Period, Span, Telling
from retold.show.pages.addresses import Addresses
from retold.show.pages.asked import Head
from retold.show.pages.pictures import bars, ties, tree
from retold.show.pages.pictures.axis import MOST, ticks

AT = Addresses()


def moment(day: str) -> float:
    return datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("first", "last", "marks"),
    [
        ("2010-06-01", "2016-02-01", ["2011", "2012", "2013", "2014", "2015", "2016"]),
        ("2031-02-10", "2031-06-02", ["2031-03", "2031-04", "2031-05", "2031-06"]),
        ("2031-05-03", "2031-05-06", ["2031-05-03", "2031-05-04", "2031-05-05", "2031-05-06"]),
        ("1890-01-01", "2031-01-01", ["1900", "1920", "1940", "1960", "1980", "2000", "2020"]),
    ],
)
def test_an_axis_is_marked_at_round_times(first: str, last: str, marks: list[str]) -> None:
    assert [text for _, text in ticks(moment(first), moment(last))] == marks


@pytest.mark.parametrize("span", [60.0, 86_400.0, 1e7, 1e8, 1e9, 1e10, 6e10, 1e12])
def test_an_axis_is_marked_no_more_often_than_can_be_read(span: float) -> None:
    assert len(ticks(-span / 2, span / 2)) <= MOST


def claim(id_: str, period: Period | None, text: str = "A fine was paid") -> Claim:
    mention = ClaimMention(report="a.txt", span=Span(0, 6), fact=None, stance="asserted", certainty="certain", chain=("a.txt",))
    return Claim(
        id=id_,
        kind="measure",
        text=text,
        subject="The <b>Board</b>",
        object=None,
        subject_actor="board",
        object_actor=None,
        period=period,
        mentions=(mention,),
        reports=1,
        origins=1,
    )


def test_a_bar_is_as_long_as_its_time_is_uncertain_and_an_open_end_reaches_the_edge() -> None:
    year = Period(earliest=datetime(2030, 1, 1, tzinfo=UTC), latest=datetime(2030, 12, 31, tzinfo=UTC))
    day = Period(earliest=datetime(2031, 5, 3, tzinfo=UTC), latest=datetime(2031, 5, 3, 23, tzinfo=UTC))
    since = Period(earliest=datetime(2031, 1, 1, tzinfo=UTC), latest=None)
    drawn = bars.drawn(AT, [claim("y", year), claim("d", day), claim("s", since), claim("n", None)], "All")
    assert drawn is not None
    rects = etree.fromstring(drawn).findall("rect")
    long, short, opened = (float(rect.get("width", "").removesuffix("%")) for rect in rects)
    assert len(rects) == 3 and short < 1 < opened < long
    assert float(rects[2].get("x", "").removesuffix("%")) + opened == pytest.approx(bars.BEFORE + bars.WIDTH, abs=0.2)
    assert rects[2].get("fill") == "url(#bar-after)"


@pytest.mark.parametrize("edge", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)])
def test_a_time_at_the_end_of_the_calendar_is_drawn(edge: datetime) -> None:
    assert bars.drawn(AT, [claim("e", Period(earliest=edge, latest=edge))], "All") is not None


def test_words_of_reports_are_text_in_a_picture() -> None:
    period = Period(earliest=datetime(2030, 1, 1, tzinfo=UTC), latest=None)
    drawn = bars.drawn(AT, [claim("x", period, "<script>x()</script>\x00\u202e")], "<All>")
    assert drawn is not None
    picture = etree.fromstring(drawn)
    assert not picture.findall(".//script") and "<script>" in "".join(picture.itertext())
    assert not set("\x00\u202e") & set("".join(picture.itertext()))


def test_a_label_is_as_long_as_a_screen_has_room_and_names_no_party_that_its_words_name() -> None:
    period = Period(earliest=datetime(2030, 1, 1, tzinfo=UTC), latest=None)
    long = "the council of the town fined the harbour after nobody had said for years who was to pay for the broken crane"
    drawn = bars.drawn(AT, [claim("x", period, long), claim("y", period, "the <b>Board</b> met")], "All")
    assert drawn is not None
    first, second = etree.fromstring(drawn).findall("a/text")
    short = first.text or ""
    assert short.startswith("The <b>Board</b>: the council") and len(short) <= bars.SHORT
    shown = [t for t in first if not (t.get("class") or "").startswith("cut")]
    whole = short + "".join(t.text or "" for t in shown)
    assert f"The <b>Board</b>: {long}".startswith(whole + " ") and bars.MEDIUM < len(whole) <= bars.LONGEST
    assert [t.get("class") for t in first] == ["cut-1", "more-1", "cut-2", "more-2", "cut-3"]
    assert second.text == "the <b>Board</b> met"


def test_reports_of_one_outlet_are_told_apart_by_their_titles() -> None:
    kin, tellings, heads = family(3)
    heads |= {f"r{n}.txt": Head("The Bell", "2031-05-03", f"Crane falls, part {n}") for n in (1, 2)}
    picture = tree.drawn(AT, kin, tellings, heads)
    assert picture is not None and "Outlet 0 (origin)" in picture
    assert "Crane falls, part 1 (rewrite)" in picture and "Crane falls, part 2 (rewrite)" in picture


def family(count: int) -> tuple[Family, list[Telling], dict[str, Head]]:
    names = tuple(f"r{n}.txt" for n in range(count))
    kin = Family(id="w", original=Original(name="Tarn Wire", held=True, report=names[0]), reports=names, reason="credit")
    tellings = [Telling(report=name, role="rewrite", family="w", retells=names[0]) for name in names[1:]]
    heads = {name: Head(f"Outlet {n}", f"2031-05-{n % 28 + 1:02}", None) for n, name in enumerate(names)}
    return kin, [Telling(report=names[0], role="origin", family="w"), *tellings], heads


def test_what_is_retold_stands_in_the_picture_of_a_later_page_too() -> None:
    kin, tellings, heads = family(60)
    picture = tree.drawn(AT, kin, tellings[40:], heads)
    assert picture is not None and "Outlet 0 (retold here)" in picture
    assert picture.count('aria-roledescription="retelling"') == 20
    assert "compare?one=r0.txt&amp;two=r59.txt" in picture


def test_each_day_is_named_once_above_its_reports_and_none_lies_over_another() -> None:
    kin, tellings, heads = family(40)
    picture = tree.drawn(AT, kin, tellings, heads)
    assert picture is not None
    drawn = etree.fromstring(picture)
    days = [text.text for text in drawn.findall("./g[1]/text")]
    assert days == sorted({head.published or "" for head in heads.values()})
    rows = sorted(float(text.get("y", "")) for text in drawn.iter("text"))
    assert all(b - a >= tree.ROW - 4 for a, b in pairwise(rows))


def test_a_picture_of_a_family_is_no_wider_than_a_small_screen() -> None:
    kin, tellings, heads = family(12)
    chain = [tellings[0], *(replace(t, retells=f"r{n}.txt") for n, t in enumerate(tellings[1:]))]
    for told in (tellings, chain):
        picture = tree.drawn(AT, kin, told, heads)
        assert picture is not None and float(etree.fromstring(picture).get("width", "")) < 360


def test_reports_that_are_said_to_retell_each_other_are_drawn() -> None:
    kin, tellings, heads = family(3)
    circle = [replace(tellings[1], retells="r2.txt"), replace(tellings[2], retells="r1.txt")]
    assert tree.drawn(AT, kin, circle, heads) is not None


def test_a_report_that_credits_nobody_is_a_ring_and_says_so() -> None:
    kin, (first, second, *_), heads = family(2)
    silent = Telling(
        report=second.report, role="rewrite", retells=first.report, declares=Declaration(kind="nobody", reason="none")
    )
    picture = tree.drawn(AT, kin, [first, silent], heads)
    assert picture is not None and "rewrite, credits nobody" in picture


def test_a_family_of_which_one_report_is_known_is_not_drawn() -> None:
    kin, tellings, heads = family(1)
    assert tree.drawn(AT, kin, tellings, heads) is None


def test_somebody_whose_name_is_spelt_in_two_ways_is_drawn_once() -> None:
    board = Actor(id="board", kind="body", name="The Board", members=())
    told = [replace(claim(name, None), kind="contact", subject=name, subject_actor="ana") for name in ("Ana Ruíz", "Ana Ruiz")]
    picture = ties.drawn(AT, board, told)
    assert picture is not None and picture.count('aria-roledescription="tie"') == 1 and "(2 claims)" in picture


def test_the_more_is_told_of_two_the_thicker_is_their_line() -> None:
    board = Actor(id="board", kind="body", name="Board", members=())
    made = [claim("a", None), claim("b", None), claim("c", None)]
    told = [replace(c, object=name, object_actor=name) for c, name in zip(made, ("Ida", "Ida", "Tom"), strict=True)]
    picture = ties.drawn(AT, board, told)
    assert picture is not None
    widths = [float(line.get("stroke-width", "")) for line in etree.fromstring(picture).findall("./g/path")]
    assert widths == [2.0, 1.5]
    assert ties.drawn(AT, board, []) is None
