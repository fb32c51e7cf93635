"""A report made of items names its people anew in each."""

from __future__ import annotations

from tests.resolve.people.test_within import chains, resolved
from tests.resolve.speakers.marked import who

ITEMS = """Carl Orton says the vote will be safe. The Orton campaign said he was well. Robert Vale spoke. Vale left.

___

9 a.m.

Minister Henry Vale says ships are at risk. Vale tells a broadcaster that it remains open.

Vale said towns should reach out to the navy.

___

8 a.m.

The campaign of Mary Holm is in Freedonia. Carl Orton is not.

___

7 a.m.

Mary Holm plans to call on young people to serve.

The campaign said she will announce plans on Friday.
"""


def test_a_surname_is_his_whom_the_item_names_in_full() -> None:
    rows = chains(ITEMS)
    assert rows["Henry Vale"] == ["Minister Henry Vale", "Vale", "Vale"]
    assert rows["Robert Vale"] == ["Robert Vale", "Vale"]


def test_the_campaign_is_that_of_whom_the_item_tells() -> None:
    assert who(ITEMS.replace("The campaign said she", "[s1 The campaign] [c1 said] [q1 she]")).name == "Holm campaign"


def test_two_dividers_only_part_a_long_story() -> None:
    story = "Robert Vale spoke. Vale left. Vale ran.\n\n___\n\nHe met Henry Vale. Vale said so."
    assert chains(story)["Robert Vale"].count("Vale") == 3


def test_a_slur_before_a_name_is_no_part_of_it() -> None:
    text = "Carl Orton said: \u201cIt was easier than beating Sleepy Mary Holm.\u201d Mary Holm laughed. Holm left."
    assert [c.name for c in resolved(text)[1]] == ["Carl Orton", "Mary Holm"]


def test_the_end_of_a_title_before_a_name_is_no_part_of_it() -> None:
    text = "Carl Orton met former Miss Harvest Mary Holm. Mary Holm laughed."
    assert "Mary Holm" in [c.name for c in resolved(text)[1]]


def test_a_first_name_is_part_of_the_name_though_it_is_left_out_elsewhere() -> None:
    assert [c.name for c in resolved("John Robert Vale spoke. Robert Vale left.")[1]] == ["John Robert Vale"]
