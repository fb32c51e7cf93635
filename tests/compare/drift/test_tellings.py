"""Which reports a retelling is held against: the original, its other versions, and the outlet it names in passing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from retold.compare.drift import aligned, compared, passages, tellings
from retold.compare.drift.claimed import of_claims
from retold.compare.drift.passages import Segment
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.retold_passage import Change, Retold
from retold.compare.drift.tellings import drifted
from retold.compare.slots import slots
from retold.compare.who import who_is
from retold.model import Credit, Drift, Passage, Reading, Span, Telling
from tests.compare.build import actors, at, fact, party, reading, report

STORY = (
    "Inspectors of Orvane searched the ferry Brenna in Selm.",
    "They took {} forged tickets and two computers from the captain.",
    "The ferry carries pilgrims from Selm to the islands of Osk.",
)


def told(name: str, count: int, day: str | None = None, **more: object) -> Reading:
    text = " ".join(STORY).format(count)
    made = reading(report(name, text, language="en", published=day, **more))
    return _sentences(made)


def _sentences(made: Reading) -> Reading:
    from dataclasses import replace

    text, spans, start = made.report.text, [], 0
    for part in text.split(". "):
        spans.append(Span(start, min(len(text), start + len(part) + 1)))
        start += len(part) + 2
    return replace(made, sentences=tuple(spans))


def family(*members: tuple[Reading, str]) -> list[Telling]:
    return [Telling(report=r.report.name, role=role, family="f1") for r, role in members]  # type: ignore[arg-type]


def reasons(readings: list[Reading], tellings: list[Telling]) -> dict[str, list[str]]:
    return {t.report: [d.reason for d in t.drift] for t in drifted(readings, tellings)}


def test_a_retelling_is_held_against_the_original_and_the_original_against_nothing() -> None:
    one, two = told("a", 28, "2031-04-01"), told("b", 82, "2031-04-02")
    assert reasons([one, two], family((one, "origin"), (two, "edited copy"))) == {"a": [], "b": ["“28” becomes “82”"]}


def test_a_copy_of_a_later_version_of_the_original_is_faithful() -> None:
    first, later = told("a", 28, "2031-04-01"), told("b", 82, "2031-04-02")
    copy = told("c", 82, "2031-04-03")
    found = reasons([first, later, copy], family((first, "origin"), (later, "edited copy"), (copy, "rewrite")))
    assert found["c"] == []


def test_a_copy_made_later_does_not_excuse_the_report_it_was_made_from() -> None:
    first, wrong, again = told("a", 28, "2031-04-01"), told("b", 82, "2031-04-02"), told("c", 82, "2031-04-03")
    found = reasons([first, wrong, again], family((first, "origin"), (wrong, "edited copy"), (again, "edited copy")))
    assert found["b"] == ["“28” becomes “82”"]


def test_where_the_original_is_not_held_the_best_copy_stands_for_it() -> None:
    copy, rewrite = told("a", 28, "2031-04-02"), told("b", 82, "2031-04-02")
    found = reasons([rewrite, copy], family((rewrite, "rewrite"), (copy, "verbatim copy")))
    assert found == {"a": [], "b": ["“28” becomes “82”"]}


def test_independent_reports_do_not_drift_from_each_other() -> None:
    one, two = told("a", 28), told("b", 82)
    tellings = [Telling(report=r.report.name, role="independent") for r in (one, two)]
    assert reasons([one, two], tellings) == {"a": [], "b": []}


def test_a_report_that_names_an_outlet_in_passing_is_held_against_it_there_alone() -> None:
    from dataclasses import replace

    one = told("a", 28, "2031-04-01", outlet="Osk Courier")
    text = "The crew went home on foot. They took 82 forged tickets and two computers from the captain, Osk Courier wrote."
    two = _sentences(reading(report("b", text, language="en", published="2031-04-02", outlet="Selm Post")))
    credit = Credit(span=at(text, "Osk Courier"), name="Osk Courier", agency=False, place="text", score=0.3, reason="cue")
    two = replace(two, credits=(credit,))
    tellings = [Telling(report=r.report.name, role="independent") for r in (one, two)]
    assert reasons([one, two], tellings) == {"a": [], "b": ["“28” becomes “82”"]}


def test_a_drift_stands_with_the_claim_that_both_passages_state_and_with_no_other() -> None:
    text = "Orvane fined Renko 28 million. Orvane sued Vandak."
    more = {"subject": party("Orvane")}
    one = reading(
        report("a", text),
        fact(text, "measure", "fined Renko 28 million", object=party("Renko"), **more),
        fact(text, "measure", "sued Vandak", object=party("Vandak"), **more),
    )
    facts = list(slots([one], who_is(actors(one))))
    groups = [[(f, 1.0, "")] for f in facts]
    place = Passage(report="a", span=Span(0, 30))
    elsewhere = Passage(report="b", span=Span(0, 10))
    drift = Drift(kind="number changed", earlier=place, later=elsewhere, reason="")
    lost = Drift(kind="added", earlier=elsewhere, later=elsewhere, reason="")
    telling = Telling(report="b", role="rewrite", drift=(drift, lost))
    assert of_claims(["first", "second"], groups, [telling]) == {"first": [drift]}


def test_passages_copied_word_for_word_are_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a passage that differs is weighed against others, and drifts are looked for in it alone."""
    weighed: list[str] = []
    searched: list[str] = []
    scored, kind = aligned._scored, compared.KINDS[0]

    def weighing(passage: Segment, weights: object) -> list[tuple[float, int]]:
        weighed.append(passage.texts[0])
        return scored(passage, weights)  # type: ignore[arg-type]

    def searching(case: Retold) -> Iterator[Change]:
        searched.append(case.passage.texts[0])
        return kind(case)

    monkeypatch.setattr(aligned, "_scored", weighing)
    monkeypatch.setattr(compared, "KINDS", (searching, *compared.KINDS[1:]))
    one, two, copy = told("a", 28, "2031-04-01"), told("b", 82, "2031-04-02"), told("c", 28, "2031-04-03")
    found = reasons([one, two, copy], family((one, "origin"), (two, "edited copy"), (copy, "verbatim copy")))
    assert found == {"a": [], "b": ["“28” becomes “82”"], "c": []}
    assert weighed == searched == ["they"]


def test_a_sentence_is_cut_into_words_once_whatever_reports_it_stands_in() -> None:
    passages.cut_of.cache_clear()
    members = [told(str(n), 28, "2031-04-01") for n in range(20)]
    reasons(members, family(*((m, "origin" if not n else "verbatim copy") for n, m in enumerate(members))))
    assert passages.cut_of.cache_info().misses == len(STORY)


def test_reports_of_a_large_collection_are_not_all_kept_as_passages() -> None:
    members = [told(str(n), n, "2031-04-01") for n in range(tellings.HELD + 20)]
    shelf = tellings._Shelf(readings={m.report.name: m for m in members})
    for member in members:
        shelf.text(member.report.name)
        shelf.text("0")
    assert len(shelf.texts) == tellings.HELD
    assert "0" in shelf.texts


def test_weighing_a_passage_grows_with_the_postings_allowed_and_not_with_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that says one sentence over and over is no more work than the table's number of postings under each key."""
    looked: list[int] = []
    score = aligned._score

    def counting(*numbers: float) -> float:
        looked.append(1)
        return score(*numbers)

    monkeypatch.setattr(aligned, "_score", counting)
    line = "Inspectors of Orvane searched the ferry Brenna in Selm. "
    one = _sentences(reading(report("a", (line * 300).strip(), language="en")))
    two = _sentences(reading(report("b", "Inspectors of Orvane raided the ferry Brenna in Selm.", language="en")))
    compared.compared(one, two)
    assert 0 < len(looked) <= drift_rules().alignment.postings * 10


def test_a_dropped_hedge_concerns_the_claim_over_which_it_stood_not_the_longest_of_the_sentence() -> None:
    hedged = "Police arrested the shipowner Emil Tarvik in Selm after he may have met Venn, officials said."
    flat = hedged.replace("may have met", "met")
    emil, venn = party("Emil Tarvik"), party("Venn")

    def told(name: str, text: str, met: str, *hedges: Span) -> Reading:
        arrest = fact(text, "measure", "Police arrested the shipowner Emil Tarvik in Selm", object=emil)
        return reading(report(name, text), arrest, fact(text, "contact", met, subject=emil, object=venn, hedges=hedges))

    readings = [told("a", hedged, "he may have met Venn", at(hedged, "may")), told("b", flat, "he met Venn")]
    made = list(slots(readings, who_is(actors(*readings))))
    groups = [[(slot, 1.0, "") for slot in made if slot.fact.kind == kind] for kind in ("measure", "contact")]
    whole = (Passage(report="a", span=Span(0, len(hedged))), Passage(report="b", span=Span(0, len(flat))))
    drift = Drift(kind="hedge dropped", earlier=whole[0], later=whole[1], reason="“may” is gone")
    telling = Telling(report="b", role="edited copy", drift=(drift,))
    assert of_claims(["arrest", "meeting"], groups, [telling]) == {"meeting": [drift]}
    moved = Drift(kind="place changed", earlier=whole[0], later=whole[1], reason="“Selm” becomes “Osk”")
    telling = Telling(report="b", role="edited copy", drift=(moved,))
    assert of_claims(["arrest", "meeting"], groups, [telling]) == {"arrest": [moved]}
