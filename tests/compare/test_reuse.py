"""Runs of words that two reports share, and how they are found without comparing all with all."""

from __future__ import annotations

import random

import pytest

from retold.compare.reuse import Shingles, candidates, overlap, shingles
from retold.model import Report, Span

WORDS = [f"word{i}" for i in range(3000)]


def made(text: str, *, body: tuple[Span, ...] | None = None) -> Shingles:
    return shingles(Report(name="r", text=text, digest="d", body=body if body is not None else (Span(0, len(text)),)))


def text(seed: int, size: int = 400) -> str:
    rng = random.Random(seed)
    return " ".join(rng.choice(WORDS) for _ in range(size))


def test_a_copy_shares_all_and_another_text_nothing() -> None:
    assert overlap(made(text(1)), made(text(1))).jaccard == pytest.approx(1.0)
    assert overlap(made(text(1)), made(text(2))).passages == 0


def test_a_cut_copy_is_contained_in_what_it_was_cut_from() -> None:
    found = overlap(made(text(1)), made(text(1)[:1200]))
    assert found.contained > 0.95
    assert found.jaccard < 0.6


def test_quoted_words_count_for_less() -> None:
    speech = " ".join(WORDS[:60])
    plain = overlap(made(f"{text(1)} {speech}"), made(f"{text(2)} {speech}"))
    quoted = overlap(made(f"{text(1)} “{speech}”"), made(f"{text(2)} “{speech}”"))
    assert 0 < quoted.jaccard < plain.jaccard


def test_only_the_articles_own_words_count() -> None:
    assert made(text(1), body=()).words == 0
    assert overlap(made(text(1), body=()), made(text(1))).passages == 0


def test_half_quotation_marks_and_one_endless_line_do_no_harm() -> None:
    assert made("“" * 20_000 + text(3, 20_000)).words == 20_000


def test_the_index_finds_copies_and_leaves_the_rest_alone() -> None:
    reports = [made(text(i)) for i in range(60)] + [made(text(i) + " " + text(i + 500, 200)) for i in range(20)]
    found = candidates(reports)
    assert {(i, i + 60) for i in range(20)} <= found
    assert len(found) < 40


def test_links_to_other_stories_are_no_shared_passage() -> None:
    links = ("Harbour Master Says He Knew Nothing Of The Payments", "Seven Ships Wait For The Tide Outside The Mole")

    def page(story: str) -> Shingles:
        lines = (story, *links)
        starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
        body = tuple(Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True))
        return shingles(Report(name="r", text="\n".join(lines), digest="d", body=body))

    assert overlap(page("The fund is empty, they say, all of it."), page("A storm tore the roof off the theatre.")).passages == 0
