"""What a denial denies stands in its own words, or in what was said of him before; and there are more words to deny it in.

"She denied the charges" names nothing: it takes up the charge that was told last. A later report that tells another matter of
the same man has dropped no denial; nor has one in which he calls the charge a lie or says that he never did it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from retold.compare.drift.passages import Segment, Text, keys_of
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.retold_passage import Retold

STANCE = {"denial": "denied", "refusal": "declined"}
"""How the finders call what the rows of answers tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a denial is about: by its own words, and by the place of the passage that it takes up."""

    own: frozenset[str]
    denier: frozenset[str]
    taken_up: Segment | None

    @property
    def keys(self) -> frozenset[str]:
        """What it can be recognised by, whoever denies it."""
        taken_up = self.taken_up.keys if self.taken_up else frozenset()
        return frozenset(k for k in (self.own | taken_up) - self.denier if not k.startswith("n:"))

    def told_in(self, case: Retold) -> bool:
        """Tell whether a later passage tells it."""
        return _enough(self.own, case.passage) or any(self._drawn(case, at) for at, _ in enumerate(case.pairs))

    def _drawn(self, case: Retold, at: int) -> bool:
        """Whether one of the earlier passages that it draws on is what the denial takes up, by more than his name."""
        pair, rules = case.pairs[at], drift_rules().alignment
        much = at == 0 or pair.score >= (rules.sure_foreign if pair.foreign else rules.sure)
        return much and pair.earlier is self.taken_up and bool(pair.shared - self.denier)


def matter(version: Text, denial: Segment) -> Matter:
    """Return what a denial of a version is about."""
    mark = denial.of("answer")[0]
    generic = {at for m in denial.of("denied", "answer") for at in range(m.start, m.end)}
    before = keys_of([w for w in denial.words[: mark.start] if w.capital])
    rest = [w for at, w in enumerate(denial.words) if at not in generic and not (at < mark.start and w.capital)]
    return Matter(own=keys_of(rest) - before, denier=before, taken_up=_taken_up(version, denial))


def _taken_up(version: Text, denial: Segment) -> Segment | None:
    """Return the passage that a denial takes up: the last before it that accuses who denies, else that names him."""
    names = {k for k in denial.keys if k.startswith("n:")}
    before = list(_before(version, denial))
    of_him = [p for p in before if names & p.keys] or before
    accusing = [p for p in of_him if _accuses(version, p)]
    return next(iter((*accusing, *of_him)), None)


def _before(version: Text, denial: Segment) -> Iterator[Segment]:
    """Yield the passages before a denial that answer nothing, the nearest first."""
    for back in range(1, drift_rules().replies.before + 1):
        passage = version.at(denial.place - back)
        if passage and not passage.headline and not passage.of("answer"):
            yield passage


def _accuses(text: Text, passage: Segment) -> bool:
    return any(m.row == "accuse" for m in passage.of("act")) or any(f.kind == "allegation" for f in text.within.facts(passage))


def _enough(own: frozenset[str], later: Segment) -> bool:
    """Whether so much of what a denial denies stands in a passage, more than its names among it."""
    shared = own & later.keys
    said = [k for k in shared if not k.startswith("n:")]
    return bool(said) and len(shared) >= drift_rules().replies.denied * len(own)


def answers(text: Text, passage: Segment, answer: str, denied: Matter) -> bool:
    """Tell whether a passage answers as a denial does in other words: as the finders have it, flatly, or by saying no to it."""
    voices = text.within.voices(passage)
    stances = {a.stance for a in voices} | {f.stance for f in text.within.facts(passage) if f.kind == "statement"}
    if STANCE[answer] in stances:
        return True
    rows = passage.rows("rebuttal") if answer == "denial" else ()
    return "flat" in rows or ("no" in rows and bool(voices or passage.of("cue")) and bool(passage.keys & denied.keys))
