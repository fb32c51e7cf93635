"""One speech is told once, what its speaker thinks within it included."""

from __future__ import annotations

import pytest

from retold.find.facts.once import once
from retold.find.facts.parties import Scene
from retold.model import Attribution
from tests.find.attributions.test_whole import at, parses


@pytest.mark.parametrize(("view", "kept"), [("I think", ["a1"]), ("I heard", ["a1", "a2"]), ("Lenk thinks", ["a1", "a2"])])
def test_what_somebody_thinks_within_his_own_words_is_no_second_speech(view: str, kept: list[str]) -> None:
    who, cue = view.split()
    said = f"The port is shut, and {view} the mayor has a lot of clerks afraid of the board."
    text = f"Ana Brod told reporters that {said}"
    (parse,) = parses(text)
    whole = Attribution(id="a1", source=(at(text, "Ana Brod"),), cue=(at(text, "told"),), content=(at(text, said),))
    inner = Attribution(
        id="a2", source=(at(text, who),), cue=(at(text, cue),), content=(at(text, "the mayor has a lot of clerks afraid"),)
    )
    assert [a.id for a in once(Scene(parse, []), [whole, inner])] == kept
