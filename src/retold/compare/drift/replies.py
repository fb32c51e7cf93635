"""A denial is dropped where a report retells what was denied and goes on without it; not where it breaks off before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.compare.drift.passages import Passage, Text
from retold.compare.drift.retold_passage import Change, Retold

BEFORE = 4
"""Passages between what is denied and its denial."""
BESIDE = 2
"""The same, where the passages were copied."""
RETOLD = 3
"""Passages that a report must retell before what it lacks is taken for left out."""


def replies(later: Text, retold: Sequence[Retold]) -> Iterator[Change]:
    """Yield the denials and refusals to speak of the original that a retelling leaves out, each once."""
    cases = [case for case in retold if not case.passage.headline]
    if later.cut or not cases:
        return
    told: set[str] = set()
    for version in {id(c.earlier): c.earlier for c in cases}.values():
        for passage in sorted(version.passages, key=lambda p: not _by_name(p)):
            for answer in sorted({m.row for m in passage.of("answer")} - told):
                about = _retold(passage, answer, [c for c in cases if c.earlier is version])
                if about and not _answered(later, version, passage, answer):
                    told |= {answer} & {"refusal"}  # one is as good as another; each denial denies a thing of its own
                    yield Change(
                        kind="denial dropped", earlier=passage, later=about.passage, reason=_why(version, passage, answer)
                    )


def _by_name(passage: Passage) -> bool:
    """Whether somebody named answers: "Doe declined to comment" weighs more than calls that nobody returned."""
    return any(w.capital for m in passage.of("answer") for w in passage.words[max(0, m.start - 1) : m.start])


def _why(version: Text, passage: Passage, answer: str) -> str:
    mark = next(m for m in passage.of("answer") if m.row == answer)
    words = passage.words[max(0, mark.start - 4) : mark.end + 4]
    said = " ".join(version.report.text[words[0].span.start : words[-1].span.end].split())
    kind = "the denial" if answer == "denial" else "the refusal to speak"
    return f"{kind} (“{said}”) is not told, though what it answers is"


def _retold(passage: Passage, answer: str, cases: Sequence[Retold]) -> Retold | None:
    """Return the later passage that tells what a denial is about; a refusal must stand amid what is retold.

    In another language a refusal has too many forms to say that there is none.
    """
    if answer == "refusal":
        cases = [c for c in cases if c.sure]
        places = {p.earlier.place for c in cases for p in c.pairs} or {0}
        amid = min(places) <= passage.place < max(places) and len(places) >= RETOLD and not any(c.best.foreign for c in cases)
        return next((c for c in cases if _near(c, passage)), None) if amid else None
    return next((c for c in cases if _near(c, passage) and _about(c.passage, passage)), None)


def _near(case: Retold, passage: Passage) -> bool:
    """Whether a later passage draws on what stands before a denial; where it is a copy, right before it."""
    reach = BESIDE if case.best.close else BEFORE
    return any(0 < passage.place - p.earlier.place <= reach or p.earlier.place == passage.place for p in case.pairs)


def _about(later: Passage, denial: Passage) -> bool:
    """Whether a later passage speaks of who denies, or in words of the denial."""
    shared = later.keys & denial.keys
    return any(k.startswith("n:") for k in shared) or len(shared) >= 2


def _answered(later: Text, version: Text, denial: Passage, answer: str) -> bool:
    """Whether the later report has an answer of the kind: by the one who denies, or by somebody it does not name again."""
    names = {k for k in denial.keys if k.startswith("n:")}
    foreign = later.report.language != version.report.language
    for passage in later.passages:
        if passage.headline or not any(m.row == answer or foreign for m in passage.of("answer")):
            continue
        theirs = {k for k in passage.keys if k.startswith("n:")}
        if foreign or not theirs or not names or theirs & names:
            return True
    return False
