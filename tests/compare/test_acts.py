"""Words of one act are one, words of two are not; what comes of an act is another."""

from __future__ import annotations

import pytest

from retold.compare.acts import act_of, acts_of, follows, near, told_as
from retold.compare.likeness import stems


@pytest.mark.parametrize("words", ["arrested", "detention", "detaining", "captured"])
def test_verbs_and_nouns_for_one_act_are_one(words: str) -> None:
    assert act_of(stems(words), "measure/other") == "arrest"


def test_a_word_of_no_row_goes_by_the_row_that_found_it() -> None:
    assert act_of(stems("dredged"), "measure/dredge") == act_of(stems("ploughed"), "measure/dredge")
    assert act_of(stems("dredged"), "measure/dredge") != act_of(stems("dredged"), "measure/plough")


def test_opposites_are_two_acts_and_one_comes_of_the_other() -> None:
    assert not near("arrest", "release")
    assert follows("arrest", "release")
    assert not follows("release", "arrest")


def test_accounts_of_one_meeting_call_it_talks_too() -> None:
    assert near("meeting", "talks")
    assert near("talks", "meeting")


def test_all_acts_that_words_tell_are_found() -> None:
    assert acts_of(stems("no meeting was held after he was freed")) >= {"meeting", "release"}
    assert acts_of(stems("the harbour lay quiet")) == frozenset()


def test_an_act_of_no_row_is_called_as_its_pattern_is() -> None:
    assert told_as("arrest", "measure/detain") == "arrest"
    assert told_as("dredge measure", "measure/dredge") == "measure/dredge"
