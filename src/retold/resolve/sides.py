"""A fact's two sides are two: nobody meets, fines or accuses themselves, so where both are one, one of them was misread."""

from __future__ import annotations

from collections.abc import Container

from retold.model import Party

Sides = tuple[Party | None, Party | None]


def two_sided(subject: Party | None, obj: Party | None, pronouns: Container[str], *, said: bool = False) -> Sides:
    """Return subject and object, the weaker of them dropped where both name the same party; `pronouns` in lower case. What is
    `said` of oneself keeps who says it."""
    if subject is None or obj is None or not _same(subject, obj):
        return subject, obj
    if said:
        return subject, None
    return (subject, None) if _sure(subject, pronouns) >= _sure(obj, pronouns) else (None, obj)


def _same(one: Party, other: Party) -> bool:
    if one.chain and other.chain:
        return one.chain == other.chain
    names = [(p.name or p.described).casefold().removeprefix("the ") for p in (one, other)]
    return names[0] == names[1]


def _sure(party: Party, pronouns: Container[str]) -> int:
    """How sure it is whom the words stand for: a name before a description, a pronoun last."""
    if party.described.casefold() in pronouns:
        return 0
    return 2 if party.name is not None and party.name.split()[-1:] == party.described.split()[-1:] else 1
