"""Whom a finding is told of, as the record has it: a pronoun is judged by who it was taken for, which its words do not tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from retold.model import Reading, Ruling
from retold.record import excerpt
from retold.record.as_of import NOW
from retold.record.case import Case
from retold.resolve.pointed import meant

READ = ("mentions", "chains", "facts", "attributions")
"""What of a report is looked at."""
_WHO = """
SELECT m.chain, a.actor, a.name FROM members AS m JOIN reports AS r ON r.id = m.report
JOIN actors AS a ON a.actor = m.actor AND a.retracted_at IS NULL
WHERE r.name = ? AND m.retracted_at IS NULL
"""


class Taken(NamedTuple):
    """Whom some words were taken for."""

    words: str | None
    """The words; None where they are the finding itself."""
    name: str | None
    """What he is called, by name where anybody names him; None where it is nobody."""
    actor: str | None
    """His id, if he has a page."""


def known(case: Case, report: str) -> dict[str, tuple[str, str]]:
    """Return by chain whom a report names: his id and his name; nothing for those who are nobody of the record."""
    return {chain: (actor, name) for chain, actor, name in case.select(_WHO, report)}


def taken(case: Case, report: str, options: Sequence[Ruling]) -> list[list[Taken]]:
    """Return for each of the findings that may be judged whom its words were taken for, as far as they do not say so."""
    readings = excerpt.readings(case, NOW, [report], read=READ)
    if not readings:
        return [[] for _ in options]
    who = known(case, report)
    return [list(dict.fromkeys(_taken(option, readings[0], who))) for option in options]


def _taken(option: Ruling, reading: Reading, who: Mapping[str, tuple[str, str]]) -> Iterator[Taken]:
    ids = {found.id for found in meant(option, reading)}
    if option.what == "mention":
        chain = next((m.chain for m in reading.mentions if m.span == option.one.span), None)
        yield _called(None, chain, None, reading, who)
    for fact in (f for f in reading.facts if option.what == "fact" and f.id in ids):
        for party in (p for p in (fact.subject, fact.object, fact.via) if p and p.chain):
            found = _called(party.described, party.chain, party.name, reading, who)
            if found.name and found.name.casefold() != party.described.casefold():
                yield found
    for said in (a for a in reading.attributions if option.what == "attribution" and a.id in ids and a.speaker):
        if said.speaker and said.speaker.name:
            words = " ".join(reading.report.text[slice(*span)] for span in said.source)
            found = _called(words, said.speaker.chain, said.speaker.name, reading, who)
            if found.name and found.name not in words:
                yield found


def _called(
    words: str | None, chain: str | None, name: str | None, reading: Reading, who: Mapping[str, tuple[str, str]]
) -> Taken:
    if chain and chain in who:
        actor, called = who[chain]
        return Taken(words, called, actor)
    held = next((each for each in reading.chains if each.id == chain), None)
    return Taken(words, name or (held and (held.name or held.described)) or None, None)
