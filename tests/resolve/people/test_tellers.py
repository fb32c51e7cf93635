"""Who spoke before, in whose words one stands."""

from __future__ import annotations

from retold.model import Attribution, Mention, Span
from retold.resolve.people.tellers import Tellers

TEXT = "Holm said Vale told Reed it rained. She added that it was late."


def spot(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def mention(words: str) -> Mention:
    span = spot(words)
    return Mention(span=span, head=span, kind="person", form="pronoun" if words == "She" else "name", sentence=0)


def attribution(key: str, source: str, cue: str, content: str) -> Attribution:
    return Attribution(id=key, source=(spot(source),), cue=(spot(cue),), content=(spot(content),), source_head=spot(source))


MENTIONS = tuple(mention(words) for words in ("Holm", "Vale", "Reed", "She"))
SAID = attribution("a1", "Holm", "said", "Vale told Reed it rained")
TOLD = attribution("a2", "Vale", "told", "it rained")
ADDED = attribution("a3", "She", "added", "that it was late")


def test_a_source_within_the_words_of_another_does_not_speak_on() -> None:
    tellers = Tellers(MENTIONS, (SAID, TOLD, ADDED))
    assert [n for n in range(4) if tellers.tells(n)] == [0, 1, 3]
    assert list(tellers.before(3)) == [0]


def test_who_is_named_in_the_words_is_told_of_by_their_source() -> None:
    tellers = Tellers(MENTIONS, (SAID, TOLD, ADDED))
    assert tellers.told_by(0, MENTIONS[2].span)
    assert not tellers.told_by(3, MENTIONS[2].span)


def test_the_words_that_hold_a_place_come_innermost_first() -> None:
    assert list(Tellers(MENTIONS, (SAID, TOLD)).around(spot("it rained").start)) == ["a2", "a1"]


def test_a_source_without_a_head_is_the_first_mention_in_it() -> None:
    loose = Attribution(id="a1", source=(Span(0, 9),), cue=(spot("said"),), content=(spot("it rained"),))
    assert Tellers(MENTIONS, (loose,)).tells(0)
