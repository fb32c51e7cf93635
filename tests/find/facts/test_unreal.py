"""What is offered, threatened, proposed or asked for was not done; who did it, did it."""

from __future__ import annotations

import pytest

from tests.find.facts.conftest import Finder

ON = "the sanctions on Teo Brenk"


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (f"Orvane offered to lift {ON}.", ["planned"]),
        (f"Orvane has threatened to tighten {ON}.", ["planned"]),
        (f"The ministry proposed lifting {ON}.", ["planned"]),
        (f"Orvane dangled an end to {ON}.", ["planned"]),
        (f"Orvane hinted at easing {ON}.", ["planned"]),
        (f"The offer included lifting {ON}.", ["planned"]),
        (f"Orvane has suggested that {ON} be eased.", ["planned"]),
        (f"Orvane would lift {ON} if he left office.", ["planned"]),
        (f"Orvane could lift {ON}.", ["planned"]),
        ("Halvany proposed to raise the reward for Teo Brenk to 5 million crowns.", ["planned"]),
        ("Halvany will offer a reward for the arrest of Teo Brenk.", ["planned"]),
        (f"Talks about easing {ON} have stalled.", []),
        (f"Orvane lifted {ON} on Monday.", ["asserted"]),
        (f"Orvane has eased {ON}.", ["asserted"]),
        (f"Orvane did not lift {ON}.", ["denied"]),
        ("Halvany offered a reward of 2 million crowns for Teo Brenk.", ["asserted"]),
        ("The reward for Teo Brenk, first set at 2 million crowns, was raised to 4 million crowns.", ["asserted"]),
        ("Halvany raised the reward for the arrest of Teo Brenk to 4 million crowns.", ["asserted"]),
    ],
)
def test_a_measure_stands_as_what_is_done_to_it(found: Finder, text: str, stances: list[str]) -> None:
    assert [f.stance for f in found(text, "measure")] == stances


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The harbour court summoned Teo Brenk to appear on 5 May 2031.", None),
        ("Teo Brenk was summoned on 2 May 2031 to appear before the harbour court on 5 May 2031.", "2031-05-02"),
        ("Police arrested Teo Brenk on 5 May 2031.", "2031-05-05"),
    ],
)
def test_a_summons_is_of_its_own_day_and_not_of_the_one_to_appear_on(found: Finder, text: str, day: str | None) -> None:
    (measure,) = found(text, "measure")
    assert (text[slice(*measure.when.span)] if measure.when else None) == (day and f"{int(day[-2:])} May 2031")
    assert "appear" not in text or "to appear" in (measure.detail or "")
