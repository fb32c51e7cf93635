"""What an outlet repeats links no reports; several copies of a story within an outlet stay what they are."""

from __future__ import annotations

import random

import numpy as np

from retold.compare.house import without
from retold.compare.reuse import Shingles, overlap, shingles
from retold.model import Report, Span

NOTICE = (
    "The Velmora Herald has reported on the harbour since its first day and keeps a page on all that was said of it, "
    "which its newsroom adds to every evening and which is open to every reader free of charge."
)


def story(seed: int, *behind: str) -> Shingles:
    rng = random.Random(seed)
    words = " ".join("".join(rng.choice("aeioubdfgklmnprstv") for _ in range(6)) for _ in range(120))
    text = " ".join((words, *behind))
    return shingles(Report(name="r", text=text, digest="d", body=(Span(0, len(text)),)))


def test_a_notice_under_every_story_is_no_shared_passage() -> None:
    given = [story(i, NOTICE) for i in range(4)]
    assert overlap(given[0], given[1]).passages > 20
    bare = without(given, ["Herald"] * 4)
    assert overlap(bare[0], bare[1]).passages == 0
    assert bare[0].words < given[0].words


def test_copies_of_one_story_within_an_outlet_keep_their_passages() -> None:
    given = [story(7, f"Update {i} of the evening.") for i in range(4)]
    bare = without(given, ["Herald"] * 4)
    assert overlap(bare[0], bare[1]).contained == overlap(given[0], given[1]).contained


def test_what_other_outlets_carry_as_well_is_taken_off_only_where_it_is_repeated() -> None:
    given = [story(i, NOTICE) for i in range(3)] + [story(9, NOTICE)]
    bare = without(given, ["Herald"] * 3 + ["Courier"])
    assert np.array_equal(bare[3].hashes, given[3].hashes)
    assert overlap(bare[0], bare[3]).passages == 0


def test_two_reports_or_an_unknown_outlet_tell_nothing_of_its_habits() -> None:
    given = [story(i, NOTICE) for i in range(3)]
    assert overlap(*without(given[:2], ["Herald"] * 2)).passages > 20
    assert overlap(*without(given, [None] * 3)[:2]).passages > 20
