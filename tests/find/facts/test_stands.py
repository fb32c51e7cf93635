"""What a source rejects is denied, what it will not tell is declined; a "not" beside it changes neither."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.model import Fact

Finder = Callable[..., tuple[Fact, ...]]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry said it found no sign that the letter was ever opened.", "denied"),
        ("Ana Brod argued that the tenants have no legal standing in the case.", "denied"),
        ('"The study played no role in the sale of the mill," Ivo Lenk said.', "denied"),
        ("Ana Brod responded that she never would have told the clerk to burn the list.", "denied"),
        ('"These late claims by the tenants are false," Ana Brod said.', "denied"),
        ("Some ministers doubt that there will be any change at the mill.", "denied"),
        ("Ivo Lenk said the pact doesn't suggest Morland is opening its ports.", "denied"),
        ("Ivo Lenk pleaded not guilty to both counts.", "denied"),
        ('"We are not going to speak to what the letters hold," Ana Brod said.', "declined"),
        ("Ivo Lenk said that he doesn't want to offer opinions.", "declined"),
        ('"If the guilds don\'t want to go there, why would I?" Ana Brod asked.', "asserted"),
        ('"There is no better mayor than Brod," Ivo Lenk said.', "asserted"),
    ],
)
def test_how_a_statement_stands(found: Finder, text: str, stance: str) -> None:
    assert [f.stance for f in found(text, "statement")] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ana Brod says we should send the clerks home and close the mill.", "planned"),
        ("The tenants insisted that the keys be handed to them.", "planned"),
        ("Ana Brod suggested that the attacks by Lenk come from a place of fear.", "asserted"),
        ('"I want to thank you all for the boats that your towns have lent," Ana Brod said.', "asserted"),
        ("Opponents of the dam argue that it will keep farmers from the river.", "asserted"),
        ('"I feel that I will be richer than my parents," Ivo Lenk said.', "asserted"),
        ('"Appreciate the support from the guilds," Ana Brod wrote.', "asserted"),
    ],
)
def test_only_what_is_meant_to_be_done_is_planned(found: Finder, text: str, stance: str) -> None:
    assert [f.stance for f in found(text, "statement")] == [stance]
