"""One wording, one reading: what a phrase does to a content it does to the event that is told in it.

An event under a question or a refusal to speak is neither claimed nor denied, so that the fact is `unknown` where the
attribution is asked or declined (underspecified, in the terms of Saurí & Pustejovsky 2009); what somebody is asked to do
lies ahead. Everything else must agree.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from retold.find.attributions.placed import placed
from retold.find.stance import certainty_of, stance_of
from retold.find.syntax import parse
from retold.model import Attribution, Certainty, Report, Span, Stance
from tests.resolve.speakers.marked import read

BELOW: dict[Stance, Stance] = {"asked": "unknown", "declined": "unknown"}
"""How an event stands under an attribution, where that is not the attribution's own stance."""


class Row(NamedTuple):
    """A sentence with source, cue and content marked, the event in angle brackets, if one is told in it."""

    marked: str
    stance: Stance
    certainty: Certainty = "certain"
    event: Stance | None = None
    """Where the event stands otherwise than `BELOW` has it."""


ROWS = [
    # asserted, in several tenses and in the passive
    Row("[s1 Holm] [c1 says] [q1 that the bank <met> the envoy].", "asserted"),
    Row("[s1 Holm] [c1 has confirmed] [q1 that the bank <met> the envoy].", "asserted"),
    Row("[q1 The bank <met> the envoy], it was [c1 confirmed] by [s1 Holm].", "asserted"),
    Row("[s1 Holm] [c1 insisted] [q1 that the bank had <met> the envoy].", "asserted"),
    # plain denial
    Row("[s1 Holm] [c1 denies] [q1 that the bank <met> the envoy].", "denied"),
    Row("[s1 Holm] [c1 denied] [q1 that he had ever <met> the envoy].", "denied"),
    Row("[s1 Holm] [c1 has denied] [q1 <meeting> the envoy].", "denied"),
    Row("[s1 Holm] [c1 rejected] [q1 the idea that the bank had <met> the envoy].", "denied"),
    Row("[s1 Holm] [c1 dismissed] [q1 as absurd the claim that the bank had <met> the envoy].", "denied"),
    Row("[s1 Holm] [c1 dismissed] [q1 claims that the bank had <met> the envoy] as absurd.", "denied"),
    Row("[q1 Claims that the bank had <met> the envoy] were [c1 dismissed as absurd] by [s1 Holm].", "denied"),
    Row("[s1 Holm] [c1 challenged] [q1 the claim that the bank had <met> the envoy].", "denied"),
    Row("[s1 Holm] [c1 ridiculed] [q1 the idea that the bank had <met> the envoy].", "denied"),
    Row("[s1 Holm] [c1 said] [q1 the bank had not <met> the envoy].", "denied"),
    Row("[s1 Holm] [c1 said] [q1 the bank has never <met> the envoy].", "denied"),
    Row("[s1 Holm] [c1 said] [q1 the envoy was not <met> by the bank].", "denied"),
    Row("[s1 Holm] [c1 said] [q1 nobody had <met> the envoy].", "denied"),
    Row("[q1 The bank], [s1 Holm] [c1 said], [q1 never <met> the envoy].", "denied"),
    Row("[s1 Holm] [c1 said] [q1 the bank had yet to <pay> the fine].", "denied"),
    Row("[s1 Holm] [c1 said] [q1 there was no evidence that the bank had <met> the envoy].", "denied"),
    Row("[s1 Holm] [c1 does not believe] [q1 that the bank <met> the envoy].", "denied"),
    Row("[s1 Holm] [c1 refused] [q1 to <pay> the fine].", "denied"),
    Row("[s1 Holm] [c1 ruled out] [q1 <paying> the fine].", "denied"),
    Row("[s1 Holm] [c1 said] [q1 the claims that the bank had <met> the envoy were false].", "denied"),
    Row("[s1 Holm] [c1 said] [q1 the report that the bank had <met> the envoy was a lie].", "denied"),
    Row("[s1 Holm] [c1 called] [q1 the report that the bank had <met> the envoy a lie].", "denied"),
    # two negations cancel out
    Row("[s1 Holm] [c1 did not deny] [q1 that the bank had <met> the envoy].", "asserted"),
    Row("[s1 Holm] [c1 has never denied] [q1 <meeting> the envoy].", "asserted"),
    Row("[s1 No one] [c1 denies] [q1 that the bank <met> the envoy].", "asserted"),
    Row("[s1 Holm] [c1 denied] [q1 that the bank had not <met> the envoy].", "asserted"),
    Row("[s1 Holm] [c1 rejected] [q1 the idea that the bank had not <met> the envoy].", "asserted"),
    # what is not ruled out may be
    Row("[s1 Holm] [c1 did not rule out] [q1 that the bank had <met> the envoy].", "asserted", "possible"),
    Row("[s1 Holm] [c1 has not ruled out] [q1 <paying> the fine].", "asserted", "possible"),
    Row("[s1 Holm] [c1 refused to rule out] [q1 <paying> the fine].", "asserted", "possible"),
    Row("[s1 Holm] [c1 declined to rule out] [q1 <paying> the fine].", "asserted", "possible"),
    # refusals to speak
    Row("[s1 Holm] [c1 declined to say] [q1 whether the bank had <met> the envoy].", "declined"),
    Row("[s1 Holm] [c1 would not say] [q1 if the bank had <met> the envoy].", "declined"),
    Row("[s1 Holm] [c1 refused to confirm] [q1 that the bank had <met> the envoy].", "declined"),
    Row("[s1 Holm] [c1 would neither confirm nor deny] [q1 that the bank had <met> the envoy].", "declined"),
    Row("[s1 Holm] [c1 stopped short of saying] [q1 that the bank had <met> the envoy].", "declined"),
    Row("[s1 Holm] [c1 has yet to say] [q1 whether the bank <met> the envoy].", "declined"),
    Row("[s1 Holm] [c1 has yet to respond] [q1 to the letter].", "declined"),
    Row("[s1 Holm] [c1 was not available] [q1 for comment].", "declined"),
    Row("[s1 Holm] [c1 did not provide] [q1 further details].", "declined"),
    Row("[s1 Both banks] [c1 have yet] [q1 to comment].", "declined"),
    Row("[s1 The ministry] [c1 left] [q1 requests for comment unanswered].", "declined"),
    # what is not known
    Row("[s1 Holm] [c1 could not confirm] [q1 that the bank had <met> the envoy].", "unknown"),
    Row("[s1 Holm] [c1 was unable to confirm] [q1 that the bank had <met> the envoy].", "unknown"),
    Row("[s1 Holm] [c1 does not know] [q1 whether the bank <met> the envoy].", "unknown"),
    Row("[s1 Holm] [c1 wonders] [q1 whether the bank <met> the envoy].", "unknown"),
    Row("[s1 Holm] [c1 doubts] [q1 that the bank <met> the envoy].", "unknown"),
    Row("[s1 Holm] [c1 said] [q1 it was unclear whether the bank had <met> the envoy].", "unknown"),
    Row("[s1 Holm] [c1 said] [q1 he was not sure who had <met> the envoy].", "unknown"),
    Row("[s1 Holm] [c1 said] [q1 it remained to be seen whether the bank had <met> the envoy].", "unknown"),
    Row("[q1 The bank] is [c1 not known] [q1 to have <met> the envoy].", "unknown"),
    Row("It is [c1 not known] [q1 whether the bank has <met> the envoy].", "unknown"),
    # questions and requests
    Row("[s1 Holm] [c1 asked] [q1 whether the bank had <met> the envoy].", "asked"),
    Row("[s1 Holm] was [c1 asked] [q1 whether the bank had <met> the envoy].", "asked"),
    Row("[s1 Holm] [c1 urged] [q1 the bank to <pay> the fine].", "asked", event="planned"),
    Row("[q1 The bank] was [c1 urged] by [s1 Holm] [q1 to <pay> the fine].", "asked", event="planned"),
    Row("[s1 Holm] [c1 demanded] [q1 that the bank <pay> the fine].", "asked", event="planned"),
    # accusations
    Row("[s1 Holm] [c1 accused] [q1 the bank of <bribing> the envoy].", "alleged"),
    Row("[q1 The bank] was [c1 accused] by [s1 Holm] [q1 of <bribing> the envoy].", "alleged"),
    Row("[s1 Holm] [c1 alleged] [q1 that the bank had <bribed> the envoy].", "alleged", "probable"),
    Row("[s1 Holm] [c1 said] [q1 the bank hid the letters].", "alleged"),
    Row("[s1 Holm] [c1 said] [q1 the bank had illegally moved the money].", "alleged"),
    Row("[q1 The bank] is [c1 suspected] [q1 of <bribing> the envoy].", "alleged", "probable"),
    # plans and promises
    Row("[s1 Holm] [c1 once promised] [q1 to <pay> the fine].", "planned"),
    Row("[s1 Holm] [c1 has vowed] [q1 to <pay> the fine].", "planned"),
    Row("[s1 Holm] [c1 promised] [q1 that he would <pay> the fine].", "planned"),
    Row("[s1 Holm] [c1 is considering] [q1 <paying> the fine].", "planned"),
    Row("[s1 Holm] [c1 said] [q1 he will <pay> the fine].", "planned"),
    Row("[s1 Holm] [c1 said] [q1 he would <pay> the fine].", "planned"),
    Row("[s1 Holm] [c1 said] [q1 he hopes to <pay> the fine].", "planned"),
    Row("[s1 Holm] [c1 plans] [q1 not to <pay> the fine].", "denied"),
    Row("[s1 Holm] [c1 does not plan] [q1 to <pay> the fine].", "denied"),
    # hedges
    Row("[s1 Holm] [c1 said] [q1 the bank may have <met> the envoy].", "asserted", "possible"),
    Row("[s1 Holm] [c1 suggested] [q1 that the bank had <met> the envoy].", "asserted", "possible"),
    Row("[s1 Holm] [c1 fears] [q1 that the bank <met> the envoy].", "asserted", "possible"),
    Row("[s1 Holm] [c1 said] [q1 he was worried that the bank had <met> the envoy].", "asserted", "possible"),
    Row("[s1 Holm] [c1 said] [q1 there was a chance that the bank had <met> the envoy].", "asserted", "possible"),
    Row("[s1 Holm] [c1 believes] [q1 that the bank <met> the envoy].", "asserted", "probable"),
    Row("[s1 Holm] [c1 said] [q1 the bank had probably <met> the envoy].", "asserted", "probable"),
    Row("[s1 Holm] [c1 said] [q1 it was likely that the bank had <met> the envoy].", "asserted", "probable"),
    Row("[q1 The bank] is [c1 believed] [q1 to have <met> the envoy].", "asserted", "probable"),
    Row("[q1 The bank] [c1 appears] [q1 to have <met> the envoy].", "asserted", "probable"),
    Row("[s1 Holm] [c1 said] [q1 it looks like the bank <met> the envoy].", "asserted", "probable"),
    Row("[s1 Holm] [c1 said] [q1 the bank may not have <met> the envoy].", "denied", "possible"),
]


def stands(marked: str) -> tuple[Attribution, tuple[Stance, Certainty] | None]:
    """The attribution of a sentence, and stance and certainty of the event told in it."""
    event = re.search(r"<(\w+)>", marked)
    text, found = read(marked.replace("<", "").replace(">", ""))
    report = Report(name="made-up.txt", text=text, digest="0", body=(Span(0, len(text)),), language="en")
    ((_, parses),) = parse([report])
    attribution = placed(found, parses, ())[0]
    if event is None:
        return attribution, None
    token = next(t for t in reversed(parses[0].doc) if t.text == event[1])
    return attribution, (stance_of(token, parses[0]), certainty_of(token, parses[0])[0])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: re.sub(r"\[[scq]\d |[\]<>]", "", row.marked))
def test_a_wording_stands_alike_as_attribution_and_as_fact(row: Row) -> None:
    attribution, event = stands(row.marked)
    assert (attribution.stance, attribution.certainty) == (row.stance, row.certainty)
    if event is not None:
        assert event == (row.event or BELOW.get(row.stance, row.stance), row.certainty)
