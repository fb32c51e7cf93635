"""The words over an event decide whether it happened; what is alleged stays alleged."""

from __future__ import annotations

from functools import cache

import pytest

from retold.find.stance import certainty_of, stance_of
from retold.find.syntax import Parse, english
from retold.model import Certainty, Stance

STANCES: list[tuple[str, str, Stance]] = [
    ("The regulator fined the company.", "fined", "asserted"),
    ("A second meeting is likely to take place in the coming weeks.", "meeting", "planned"),
    ("An aide rejected the idea that he was betraying the president.", "betraying", "denied"),
    ("The ministry did not rule out dismissing him.", "dismissing", "asserted"),
    ("It is unclear whether the talks included the bank.", "included", "unknown"),
    ("A spokesman declined to say whether the chairman had resigned.", "resigned", "unknown"),
    ("They announced the imminent release of detainees.", "release", "planned"),
    ("No officials met the envoy.", "met", "denied"),
    ("The bank never met the minister.", "met", "denied"),
    ("The talks to be held in May will not cover sanctions.", "talks", "planned"),
    ("The talks to be held in May will not cover sanctions.", "cover", "denied"),
    ("Minister to meet envoy", "meet", "planned"),
    ("The ministry accused him of being involved in smuggling.", "involved", "alleged"),
    ("He was charged with taking bribes.", "taking", "alleged"),
    ("The bank denied meeting the minister.", "meeting", "denied"),
    ("The bank denied that it had met the minister.", "met", "denied"),
    ("The bank did not deny that it had met the minister.", "met", "asserted"),
    ("The bank refused to pay the fine.", "pay", "denied"),
    ("The bank will pay the fine.", "pay", "planned"),
    ("The ministry plans to sanction the company.", "sanction", "planned"),
    ("There is no evidence that data were copied.", "copied", "denied"),
    ("He said under no circumstances was the country planning to replace him.", "replace", "denied"),
    ("The company left without paying the fine.", "paying", "denied"),
    ("The officials held talks with the minister.", "talks", "asserted"),
    ("The officials will hold talks with the minister.", "talks", "planned"),
    ("He was not only sanctioned but dismissed.", "sanctioned", "asserted"),
    ("The board does not believe that the director lied.", "lied", "denied"),
    ("The meeting was cancelled.", "meeting", "denied"),
    ("If the firm pays the fine, the case will end.", "pays", "unknown"),
]

CERTAINTIES: list[tuple[str, str, Certainty, list[str]]] = [
    ("The regulator fined the company.", "fined", "certain", []),
    ("The regulator may have fined the company.", "fined", "possible", ["may"]),
    ("He reportedly met the envoy.", "met", "probable", ["reportedly"]),
    ("He is believed to have met the envoy.", "met", "probable", ["believed"]),
    ("The board believes that the envoy met him.", "met", "probable", ["believes"]),
    ("The talks were about the possibility of removing the chairman.", "removing", "possible", ["possibility"]),
    ("The alleged smuggler left.", "smuggler", "probable", ["alleged"]),
    ("Police could not find the suspect.", "find", "certain", []),
]


@cache
def parsed(text: str) -> Parse:
    return Parse(doc=english()(text), start=7, headline=False, parsed=True)


@pytest.mark.parametrize(("text", "word", "expected"), STANCES)
def test_stance_follows_the_words_over_the_event(text: str, word: str, expected: Stance) -> None:
    parse = parsed(text)
    assert stance_of(next(token for token in parse.doc if token.text == word), parse) == expected


@pytest.mark.parametrize(("text", "word", "level", "hedges"), CERTAINTIES)
def test_certainty_is_the_weakest_hedge_and_names_its_words(text: str, word: str, level: Certainty, hedges: list[str]) -> None:
    parse = parsed(text)
    found, spans = certainty_of(next(token for token in parse.doc if token.text == word), parse)
    assert found == level
    assert [text[span.start - 7 : span.end - 7] for span in spans] == hedges
