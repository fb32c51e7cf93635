"""What stands in the reports behind what the record says: the facts and speakers of mentions, the names of chains.

What a version of a report says stays with it, though the version has been replaced since the trace spoke of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from retold.model import ClaimMention, Member, Period, Reading
from retold.record.excerpt.left import CalledParty, Stated
from retold.record.excerpt.selected import Selected, pairs


class Findings:
    """Findings of one state of a case, each looked up once; `reading` gives a report with such findings as are asked for."""

    def __init__(self, chosen: Selected, reading: Callable[[str, tuple[str, ...]], Reading]) -> None:
        self.chosen = chosen
        self.reading = reading
        self._found: dict[tuple[str, str], tuple[Any, ...] | None] = {}

    def stated(self, mentions: Sequence[ClaimMention]) -> list[Stated]:
        """Return what the finding behind each of some mentions says."""
        self.look_up(mentions)
        return [self._of(mention) for mention in mentions]

    def look_up(self, mentions: Iterable[ClaimMention]) -> None:
        """Read the findings behind some mentions, those that were not read before, at once."""
        wanted = {(m.report, m.fact): None for m in mentions if m.fact} | {
            (m.report, f"speaker {m.speaker.chain}"): m.speaker.chain for m in mentions if not m.fact and m.speaker
        }
        missing = {key: chain for key, chain in wanted.items() if key not in self._found}
        if not missing:
            return
        ids = self.chosen.among({report for report, _ in missing})
        names = {id_: name for name, id_ in ids.items()}
        self._found |= dict.fromkeys(missing, None)
        facts = [(ids[report], fact) for (report, fact), chain in missing.items() if chain is None]
        for report, fact, *row in self.chosen.rows(_FACTS, pairs(facts)):
            self._found[names[report], fact] = tuple(row)
        chains = [(ids[report], chain) for (report, _), chain in missing.items() if chain is not None]
        for report, chain, actor in self.chosen.rows(_MEMBERS, pairs(chains)):
            self._found[names[report], f"speaker {chain}"] = (actor,)

    def _of(self, mention: ClaimMention) -> Stated:
        """Return what the finding behind a mention says."""
        row, speaker = self._found.get((mention.report, mention.fact or "")), mention.speaker
        if row is not None:
            subject, its_name, its_actor, object_, other_name, other_actor, detail, earliest, latest = row
            return Stated(
                subject=CalledParty(called=subject, named=bool(its_name), actor=its_actor) if subject else None,
                object=CalledParty(called=object_, named=bool(other_name), actor=other_actor) if object_ else None,
                detail=detail,
                period=_period(earliest, latest),
            )
        if mention.attribution is None or speaker is None:
            return Stated()
        (actor,) = self._found.get((mention.report, f"speaker {speaker.chain}")) or (None,)
        said = CalledParty(called=speaker.name or speaker.described or "", named=bool(speaker.name), actor=actor)
        return Stated(subject=said, period=self._said_when(mention))

    def _said_when(self, mention: ClaimMention) -> Period | None:
        whens = (a.when for a in self.reading(mention.report, ("attributions",)).attributions if a.id == mention.attribution)
        return next((when.period for when in whens if when), None)

    def names(self, members: Sequence[Member]) -> list[tuple[str, Sequence[str]]]:
        """Return the name and the other names of chains that are named."""
        ids = self.chosen.among({m.report for m in members})
        wanted = pairs((ids[m.report], m.chain) for m in members if m.report in ids)
        rows = {(report, chain): rest for report, chain, *rest in self.chosen.rows(_CHAINS, wanted)}
        found = [rows[key] for m in members if (key := (ids.get(m.report), m.chain)) in rows]
        return [(name or "", aliases.split("; ") if aliases else ()) for name, aliases in found]


def _period(earliest: str | None, latest: str | None) -> Period | None:
    return Period(earliest=_time(earliest), latest=_time(latest)) if earliest or latest else None


@cache
def _time(moment: str | None) -> datetime | None:
    return datetime.fromisoformat(moment) if moment else None


_NAMED = (
    "EXISTS (SELECT 1 FROM chains AS n WHERE n.report = x.report AND n.chain = x.{0}_chain AND n.name IS NOT NULL AND EVER(n))"
)
_ACTOR = "(SELECT m.actor FROM members AS m WHERE m.report = x.report AND m.chain = x.{0}_chain AND HOLDS(m))"
_SIDES = ", ".join(f"x.{side}, {_NAMED.format(side)}, {_ACTOR.format(side)}" for side in ("subject", "object"))
_FACTS = f"""
SELECT x.report, x.fact, {_SIDES}, x.detail, x.earliest, x.latest
FROM json_each(?2) AS j
JOIN facts AS x ON x.report = json_extract(j.value, '$[0]') AND x.fact = json_extract(j.value, '$[1]') AND EVER(x)
ORDER BY x.retracted_at IS NULL, x.retracted_at, x.id
"""  # noqa: S608
"""What stands in a version of a report stays with it, though the version has been replaced since the trace spoke of it."""
_CHAINS = """
SELECT x.report, x.chain, x.name, x.aliases FROM json_each(?2) AS j
JOIN chains AS x ON x.report = json_extract(j.value, '$[0]') AND x.chain = json_extract(j.value, '$[1]') AND EVER(x)
WHERE x.name IS NOT NULL
ORDER BY x.retracted_at IS NULL, x.retracted_at, x.id
"""
_MEMBERS = """
SELECT m.report, m.chain, m.actor FROM json_each(?2) AS j
JOIN members AS m ON m.report = json_extract(j.value, '$[0]') AND m.chain = json_extract(j.value, '$[1]') AND HOLDS(m)
"""
