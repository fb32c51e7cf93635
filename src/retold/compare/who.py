"""Somebody of whom a person ruled who he is goes by his own name, whatever the report at hand calls him."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from retold.model import Actor, Attribution, Party, Speaker, Verdict

Verdicts = Mapping[str, Collection[Verdict]]
"""What people ruled on who somebody is, by the id of the actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who is who: the actors by (report, chain)."""

    actors: Mapping[tuple[str, str], Actor]
    verdicts: Verdicts = field(default_factory=dict)

    def of(self, report: str, chain: str | None) -> Actor | None:
        """Return whom a chain of a report stands for."""
        return self.actors.get((report, chain)) if chain else None

    def parted(self, actor: Actor) -> bool:
        """Return whether a person parted somebody from another: by their names they are not one, be these alike."""
        return "different" in self.verdicts.get(actor.id, ())

    def ruled(self, report: str, side: Party | Speaker | None) -> str | None:
        """Return the name of a party or speaker, where a person ruled who he is."""
        actor = self.of(report, side.chain) if side else None
        return actor.name if actor and actor.id in self.verdicts else None

    def speaking(self, report: str, attribution: Attribution | None) -> Speaker | None:
        """Return who is said to say something, by the name that he has in the record where a person ruled who he is."""
        speaker = attribution.speaker if attribution else None
        name = self.ruled(report, speaker)
        return replace(speaker, name=name) if speaker and name else speaker


def who_is(actors: Iterable[Actor], verdicts: Verdicts | None = None) -> Who:
    """Return who is who by the actors of a record and what people ruled on them."""
    return Who(actors={(m.report, m.chain): actor for actor in actors for m in actor.members}, verdicts=verdicts or {})
