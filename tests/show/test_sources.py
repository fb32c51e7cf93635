"""The brief says in one line a report how it tells the story, whom it credits, and what it conceals."""

from __future__ import annotations

from retold.model import Credit, Declaration, Family, Original, Reading, Report, Span, Telling, Trace
from retold.show.brief.lines import readings_of
from retold.show.brief.sources import sources

TEXT = "The fund is empty, the Skerry Post and several media report."
POST, MEDIA = Span(23, 34), Span(39, 52)


def credit(takes: str = "story", name: str = "Skerry Post", span: Span = POST) -> Credit:
    return Credit(span=span, name=name, agency=False, place="lead", score=0.8, reason="told", takes=takes)  # type: ignore[arg-type]


def lines(declares: Declaration | None, *credits: Credit, **more: object) -> list[str]:
    names = tuple(dict.fromkeys(c.name for c in credits if c.takes != "rejected"))
    fields: dict[str, object] = {"role": "rewrite", "family": "f", "credits": names, **more}
    report = Report(name="a.txt", text=TEXT, digest="d", body=(Span(0, len(TEXT)),), outlet="Velmora Herald")
    original = Original(name="Coastal Wire", held=False, byline="Ida Holm", published="2031-03-01")
    telling = Telling(report="a.txt", original=original, declares=declares, **fields)  # type: ignore[arg-type]
    family = Family(id="f", original=original, reports=("a.txt", "b.txt"), reason="")
    other = Telling(report="b.txt", role="rewrite", family="f", declares=Declaration(kind="credited", span=Span(0, 3)))
    trace = Trace(
        readings=(Reading(report=report, credits=credits), Reading(report=Report(name="b.txt", text=TEXT, digest="e", body=()))),
        tellings=(telling, other),
        families=(family,) if telling.family else (),
    )
    return [f"{line.text} [{line.place}]" for line in sources(trace, readings_of(trace))]


def test_an_original_not_seen_is_named_with_all_that_is_told_of_it() -> None:
    first = lines(Declaration(kind="nobody"))[0]
    assert first.startswith("Coastal Wire, by Ida Holm, 2031-03-01 (not seen): 2 reports, 1 of which name it")


def test_a_middleman_the_chain_and_the_words_are_told_in_one_line() -> None:
    declares = Declaration(kind="middleman only", span=POST)
    shown = lines(declares, credit(), through=("Skerry Post", "Bay Press", "Coastal Wire"))
    assert shown[1] == (
        "Velmora Herald, undated: rewrite; credits Skerry Post only, not Coastal Wire; by way of Bay Press [a.txt:23-34]"
    )
    assert shown[-1].startswith("Credit a middleman only: Velmora Herald")


def test_further_sources_that_are_none_are_quoted() -> None:
    declares = Declaration(kind="credited", span=POST, besides=MEDIA)
    assert "claims more sources (“several media”) where one is behind them" in lines(declares, credit())[1]


def test_who_credits_nobody_and_who_hides_behind_media_is_listed() -> None:
    assert lines(Declaration(kind="nobody"))[-1].startswith("Retell and credit nobody: Velmora Herald")
    hidden = lines(Declaration(kind="unnamed media", span=MEDIA))
    assert "credits “several media”, whom it does not name" in hidden[1]
    assert hidden[-1].startswith("Retell and credit media that they do not name: Velmora Herald")


def test_of_a_report_that_stands_alone_it_is_told_what_it_takes_from_others() -> None:
    alone = {"family": None, "role": "independent"}
    assert "stands alone; credits nobody" in lines(None, **alone)[0]
    assert "stands alone; credits Skerry Post for a part" in lines(None, credit("part"), **alone)[0]
    assert "stands alone; quotes what was said to Skerry Post" in lines(None, credit("quoted"), **alone)[0]
    assert "stands alone; rejects what Skerry Post reported" in lines(None, credit("rejected"), **alone)[0]


def test_an_original_by_guess_is_only_taken_for_it() -> None:
    assert "taken for the original" in lines(None, role="origin", score=0.4)[1]
    assert "Herald, undated: the original" in lines(None, role="origin", score=0.9)[1]
