"""The parse: every token stands where the report has it, and no shape of text makes it slow."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retold.find.syntax import LONGEST, MOST, parse, passages
from retold.model import Report, Span


def _report(text: str, *body: Span, headline: Span | None = None, language: str = "en") -> Report:
    return Report(name="r", text=text, digest="0", body=body or (Span(0, len(text)),), headline=headline, language=language)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=300), st.sampled_from(["en", "fr"]))
def test_every_word_stands_where_the_report_has_it(text: str, language: str) -> None:
    for report, parses in parse([_report(text, language=language)]):
        for made in parses:
            for token in made.doc:
                if token.text.strip():
                    start, end = made.span(token)
                    assert report.text[start:end] == token.text


def test_the_headline_is_parsed_apart_from_the_lead() -> None:
    text = "Talks on\nThe minister spoke."
    made = _report(text, Span(9, len(text)), headline=Span(0, 8))
    assert list(passages(made)) == [(Span(0, 8), True), (Span(9, len(text)), False)]


def test_another_language_gets_words_and_sentences_without_a_tree() -> None:
    ((_, (made,)),) = parse([_report("El ministro habló. No dijo más.", language="es")])
    assert not made.parsed
    assert len(list(made.doc.sents)) == 2


def test_a_long_line_is_cut_and_nothing_is_lost() -> None:
    text = "The port is closed. " * 1000
    pieces = [span for span, _ in passages(_report(text))]
    assert "".join(text[s:e] for s, e in pieces) == text
    assert max(e - s for s, e in pieces) <= LONGEST


def test_a_report_of_one_word_a_line_is_parsed_in_larger_pieces() -> None:
    text = "word\n" * (MOST + 10)
    body = [Span(i * 5, i * 5 + 4) for i in range(MOST + 10)]
    pieces = [span for span, _ in passages(_report(text, *body))]
    assert len(pieces) < 10
    assert pieces[-1].end == body[-1].end


@pytest.mark.parametrize("junk", ["(" * 20_000, "“" * 20_000, "\U0001f600" * 20_000, "2019-" * 8_000, "x" * 40_000, "-" * 40_000])
def test_runs_that_are_no_words_never_reach_the_tokenizer(junk: str) -> None:
    ((_, parses),) = parse([_report(f"The minister spoke. {junk} He left.")])
    words = [token.text for made in parses for token in made.doc if token.text.strip()]
    assert len(words) < 1_000
    assert "spoke" in words
    assert "left" in words


def test_spacy_is_loaded_without_its_command_line_and_has_it_again_when_asked() -> None:
    code = (
        "import sys; from retold.find.syntax import plain; plain();"
        "assert 'spacy' in sys.modules; assert 'spacy.cli' not in sys.modules; assert 'weasel' not in sys.modules;"
        "from spacy.cli import download; assert callable(download)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_day_that_opens_a_sentence_is_no_part_of_the_name_behind_it() -> None:
    ((_, (made,)),) = parse([_report("On 28 May Anton Reyl met Viktor Dask. On 3 May and 4 May police searched the mine.")])
    met = next(token for token in made.doc if token.text == "met")
    (subject,) = (token for token in met.children if token.dep_ == "nsubj")
    assert [token.text for token in subject.subtree] == ["Anton", "Reyl"]
    assert [token.text for token in made.doc][2:5] == ["May", ",", "Anton"]
    assert sum(token.text == "," for token in made.doc) == 1
