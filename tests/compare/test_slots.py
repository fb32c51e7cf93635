"""Whether two parties can be one, by their keys."""

from __future__ import annotations

from retold.compare.slots import called_after


def test_a_ministry_is_called_after_its_state_and_two_ministries_not_after_each_other() -> None:
    state, ministry, other = ({f"name:{words}"} for words in ("ostrani", "ostrani harbour ministri", "ostrani justic ministri"))
    assert called_after(frozenset(state), frozenset(ministry))
    assert called_after(frozenset(ministry), frozenset(state))
    assert not called_after(frozenset(ministry), frozenset(other))
    assert not called_after(frozenset({"name:ostran"}), frozenset({"name:ostranov alek"}))
