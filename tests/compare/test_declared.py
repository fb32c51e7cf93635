"""What a report says of where its story comes from is held beside what is known of that."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from retold.compare.declared import declared
from retold.find.credits import credits
from retold.model import Family, Original, Period, Reading, Report, Span, Telling, TimeExpression

STORY = "The harbour fund of Velmora is empty"


def reading(name: str, text: str, **known: str) -> Reading:
    body, at = [], 0
    for line in text.split("\n"):
        body.append(Span(at, at + len(line)))
        at += len(line) + 1
    report = Report(name=name, text=text, digest=name, body=tuple(body), **known)  # type: ignore[arg-type]
    return Reading(report=report, credits=credits(report))


def telling(given: Reading, role: str = "rewrite", **more: object) -> Telling:
    names = tuple(dict.fromkeys(c.name for c in given.credits))
    fields: dict[str, object] = {"family": "f", "credits": names, **more}
    return Telling(report=given.report.name, role=role, **fields)  # type: ignore[arg-type]


def told(*given: Reading, original: Original | None = None, roles: dict[str, str] | None = None) -> dict[str, Telling]:
    source = original or Original(name="Reuters", held=False)
    tellings = [telling(g, (roles or {}).get(g.report.name, "rewrite")) for g in given]
    family = Family(id="f", original=source, reports=tuple(g.report.name for g in given), reason="")
    return {t.report: t for t in declared(given, tellings, [family])[0]}


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (f"{STORY}, Reuters reports.", "credited", "Reuters"),
        (f"{STORY}, the Skerry Post reports.", "middleman only", "Skerry Post"),
        (f"{STORY}, media reports say.", "unnamed media", "media reports"),
        ("Фонд порта пуст, сообщили СМИ.", "unnamed media", "сообщили СМИ"),
        ("Фондът е празен, съобщават медии.", "unnamed media", "съобщават медии"),
        ("有媒体报道说,维尔莫拉港口基金已经用完。", "unnamed media", "有媒体"),
        ("Según medios internacionales, el fondo está vacío.", "unnamed media", "medios internacionales"),
        (f"{STORY}, insiders say.", "nobody", None),
    ],
)
def test_a_report_declares_its_source_or_conceals_it(text: str, kind: str, words: str | None) -> None:
    declares = told(reading("a", text, outlet="Velmora Herald"))["a"].declares
    assert declares is not None
    assert declares.kind == kind
    assert declares.reason
    if words is None:
        assert declares.span is None
    else:
        assert declares.span is not None
        assert words in text[max(0, declares.span.start - 6) : declares.span.end + 16]


def test_to_name_the_source_far_down_only_is_in_passing() -> None:
    rest = "\n".join("The council met and nothing else was said on that day by the harbour." for _ in range(6))
    declares = told(reading("a", f"{STORY}.\n{rest}\nOne clerk told Reuters that she had left.\n{rest}"))["a"].declares
    assert declares is not None
    assert declares.kind == "in passing"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{STORY}, Reuters and several international media report.", "several international media"),
        (f"{STORY}, según Reuters y otros medios.", "otros medios"),
        ("Фонд порта пуст, сообщают Reuters и другие СМИ.", "и другие СМИ"),
        ("据路透社等多家媒体报道,基金已经用完。", "等多家"),
        (f"{STORY}, according to Reuters.", None),
    ],
)
def test_more_sources_than_the_one_behind_it_are_shown_with_their_words(text: str, words: str | None) -> None:
    declares = told(reading("a", text))["a"].declares
    assert declares is not None
    besides = declares.besides
    assert (text[besides.start : besides.end] if besides else None) == words


def test_a_second_outlet_that_retells_the_same_story_is_no_second_source() -> None:
    text = f"{STORY}, Reuters and the Skerry Post report."
    given = told(reading("a", text, outlet="Velmora Herald"), reading("b", f"{STORY}, Reuters reports.", outlet="Skerry Post"))
    declares = given["a"].declares
    assert declares is not None
    assert declares.besides is not None
    assert text[declares.besides.start : declares.besides.end] == "Skerry Post"


def test_the_chain_keeps_its_middle_steps() -> None:
    given = told(
        reading("a", f"{STORY}, the Skerry Post reports.", outlet="Velmora Herald"),
        reading("b", f"{STORY}, Reuters reports.", outlet="Skerry Post"),
        reading("c", f"{STORY}, the Ostria Gazette reported, citing Reuters.", outlet="Coast Daily"),
    )
    assert given["a"].through == ("Skerry Post", "Reuters")
    assert given["b"].through == ("Reuters",)
    assert given["c"].through == ("Ostria Gazette", "Reuters")


def test_two_that_credit_each_other_end() -> None:
    given = told(
        reading("a", f"{STORY}, the Skerry Post reports.", outlet="Velmora Herald"),
        reading("b", f"{STORY}, the Velmora Herald reports.", outlet="Skerry Post"),
    )
    assert given["a"].through[-1] == "Reuters"


def test_what_is_rejected_is_not_credited() -> None:
    given = reading("a", "Brandvik called it a lie what was reported by Reuters on the fund.")
    tellings, _ = declared([given], [telling(given, "independent", family=None)], [])
    assert tellings[0].credits == ()
    assert tellings[0].declares is None


def test_the_original_and_the_same_outlets_pages_declare_nothing() -> None:
    original = Original(name="Velmora Herald", held=True, report="a")
    given = told(
        reading("a", f"{STORY}.", outlet="Velmora Herald"),
        reading("b", f"{STORY}.", outlet="Velmora Herald"),
        reading("c", f"{STORY}.", outlet="Skerry Post"),
        original=original,
        roles={"a": "origin"},
    )
    assert given["a"].declares is None
    assert given["b"].declares is None
    assert given["c"].declares is not None
    assert given["c"].declares.kind == "nobody"


def test_of_an_original_that_is_only_a_guess_nobody_is_said_to_conceal_it() -> None:
    given = [reading("a", f"{STORY}.", outlet="Velmora Herald"), reading("b", f"{STORY}.", outlet="Skerry Post")]
    family = Family(id="f", original=Original(name="Velmora Herald", held=True, report="a"), reports=("a", "b"), reason="")
    tellings = [telling(given[0], "origin", score=0.4), telling(given[1])]
    assert declared(given, tellings, [family])[0][1].declares is None


def test_an_original_not_seen_has_the_day_and_the_writer_that_retellings_tell() -> None:
    copy = reading(
        "a", f"By Ida Holm, Reuters\n{STORY}, the council said on Monday.", byline="Ida Holm, Reuters", published="2031-03-04"
    )
    text = f"{STORY}, Reuters reported on Monday."
    day = Period(earliest=datetime(2031, 3, 3, tzinfo=UTC), latest=datetime(2031, 3, 3, 23, 59, 59, tzinfo=UTC))
    at = text.index("Monday")
    time = TimeExpression(span=Span(at, at + 6), type="DATE", value="2031-03-03", period=day)
    later = reading("b", text)
    later = Reading(report=later.report, credits=later.credits, times=(time,))
    family = Family(id="f", original=Original(name="Reuters", held=False), reports=("a", "b"), reason="")
    tellings, (named,) = declared([copy, later], [telling(copy), telling(later)], [family])
    assert (named.original.byline, named.original.published, named.original.held) == ("Ida Holm", "2031-03-03", False)
    assert tellings[0].original == named.original


@pytest.mark.parametrize(
    ("told", "first", "day"),
    [
        (("2031-03-03", "2031-03-03", "2031-03-02"), "2031-03-04", "2031-03-03"),
        (("2031-03-03", "2031-03-05"), "2031-03-04", "2031-03-03"),
        (("2031-03-05", "2031-03-06"), "2031-03-04", "2031-03-04"),
        ((), "2031-03-04", None),
    ],
)
def test_where_retellings_date_an_original_differently_it_was_out_before_the_first_of_them(
    told: tuple[str, ...], first: str, day: str | None
) -> None:
    given = [reading("first", f"{STORY}, said Reuters.", published=first)]
    for n, each in enumerate(told):
        text = f"{STORY}, Reuters reported on Monday."
        at = text.index("Monday")
        start = datetime.fromisoformat(each).replace(tzinfo=UTC)
        time = TimeExpression(span=Span(at, at + 6), type="DATE", value=each, period=Period(earliest=start, latest=start))
        one = reading(f"r{n}", text)
        given.append(Reading(report=one.report, credits=one.credits, times=(time,)))
    names = tuple(r.report.name for r in given)
    family = Family(id="f", original=Original(name="Reuters", held=False), reports=names, reason="all credit it")
    _, (found,) = declared(given, [telling(r) for r in given], [family])
    assert found.original.published == day
    assert all(other in found.reason for other in set(told) - {day})


def test_a_staff_writer_or_another_outlet_in_the_byline_is_nobody_who_wrote_it() -> None:
    for byline in ("Reuters", "Reuters staff", "Skerry Magazine", "Ida Holm, Velmora Herald"):
        given = reading("a", f"VELMORA (Reuters) - {STORY}, the council said.", byline=byline, outlet="Velmora Herald")
        family = Family(id="f", original=Original(name="Reuters", held=False), reports=("a",), reason="")
        assert declared([given], [telling(given)], [family])[1][0].original.byline is None
