"""A denial is dropped where a report retells what was denied and goes on without it; not where it breaks off before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from retold.compare.drift.denied import Matter, answers, matter
from retold.compare.drift.passages import Segment, Text
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.retold_passage import Change, Retold


def replies(later: Text, retold: Sequence[Retold]) -> Iterator[Change]:
    """Yield the denials and refusals to speak of the original that a retelling leaves out, each once."""
    cases = [case for case in retold if not case.passage.headline]
    if later.cut or not cases:
        return
    told: set[str] = set()
    for version in {id(c.earlier): c.earlier for c in cases}.values():
        drawn = _Drawn([c for c in cases if c.earlier is version])
        for passage in sorted(version.with_marks("answer"), key=lambda p: not _by_name(p)):
            for answer in sorted(passage.rows("answer") - told):
                denied = matter(version, passage)
                about = _retold(passage, answer, drawn, denied)
                abroad = later.report.language != version.report.language
                if about and not (_answered_abroad(later) if abroad else _answered(later, passage, answer, denied, drawn.cases)):
                    told |= {answer} & {"refusal"}  # one is as good as another; each denial denies a thing of its own
                    yield Change(
                        kind="denial dropped", earlier=passage, later=about.passage, reason=_why(version, passage, answer)
                    )


def _by_name(passage: Segment) -> bool:
    """Whether somebody named answers: "Doe declined to comment" weighs more than calls that nobody returned."""
    return any(w.capital for m in passage.of("answer") for w in passage.words[max(0, m.start - 1) : m.start])


def _why(version: Text, passage: Segment, answer: str) -> str:
    mark = next(m for m in passage.of("answer") if m.row == answer)
    words = passage.words[max(0, mark.start - 4) : mark.end + 4]
    said = " ".join(version.report.text[words[0].span.start : words[-1].span.end].split())
    kind = "the denial" if answer == "denial" else "the refusal to speak"
    return f"{kind} (“{said}”) is not told, though what it answers is"


class _Drawn:
    """The later passages that draw on a version, by where they draw on it."""

    def __init__(self, cases: Sequence[Retold]) -> None:
        self.cases = cases
        self._at: dict[int, list[int]] = defaultdict(list)
        for n, case in enumerate(cases):
            for place in {p.earlier.place for p in case.pairs}:
                self._at[place].append(n)
        sure = [c for c in cases if c.sure]
        self.sure = {p.earlier.place for c in sure for p in c.pairs} or {0}
        self.foreign = any(c.best.foreign for c in sure)
        self.first, self.last = min(self.sure), max(self.sure)

    def near(self, passage: Segment) -> list[Retold]:
        """Return those that draw on what stands before a passage, in their order."""
        places = range(passage.place - drift_rules().replies.before, passage.place + 1)
        found = sorted({n for place in places for n in self._at.get(place, ())})
        return [self.cases[n] for n in found if _near(self.cases[n], passage)]


def _retold(passage: Segment, answer: str, drawn: _Drawn, denied: Matter) -> Retold | None:
    """Return the later passage that tells what a denial is about; a refusal must stand amid what is retold.

    In another language a refusal has too many forms to say that there is none.
    """
    if answer == "refusal":
        amid = drawn.first <= passage.place < drawn.last and len(drawn.sure) >= drift_rules().replies.retold and not drawn.foreign
        return _nearest([c for c in drawn.near(passage) if c.sure], passage) if amid else None
    return _nearest([c for c in drawn.cases if denied.told_in(c)], passage)


def _nearest(cases: Sequence[Retold], denial: Segment) -> Retold | None:
    """Return the later passage that draws on what stands nearest before a denial, of several the one that draws on it most."""

    def rank(case: Retold) -> tuple[int, float, int]:
        behind = [denial.place - p.earlier.place for p in case.pairs if p.earlier.place <= denial.place]
        return min(behind, default=len(denial.keys)), -case.best.score, case.passage.place

    return min(cases, key=rank, default=None)


def _near(case: Retold, passage: Segment) -> bool:
    """Whether a later passage draws on what stands before a denial; where it is a copy, right before it."""
    rules = drift_rules().replies
    reach = rules.beside if case.best.close else rules.before
    return any(0 < passage.place - p.earlier.place <= reach or p.earlier.place == passage.place for p in case.pairs)


def _answered(later: Text, denial: Segment, answer: str, denied: Matter, cases: Sequence[Retold]) -> bool:
    """Whether the later report has an answer of the kind: by the one who denies, or by somebody it does not name again.

    What only says again something else that the original has is no denial in other words.
    """
    names, known = {k for k in denial.keys if k.startswith("n:")}, _again(cases, denial)
    for passage in later.passages:
        theirs = {k for k in passage.keys if k.startswith("n:")}
        if passage.headline or (theirs and names and not theirs & names):
            continue
        if answer in passage.rows("answer") or (passage.place not in known and answers(later, passage, answer, denied)):
            return True
    return False


def _again(cases: Sequence[Retold], denial: Segment) -> set[int]:
    """Return the places of the passages that say again what another passage than the denial says, its own words of denial too."""
    bests = [(c, c.best.earlier) for c in cases if c.best.earlier is not denial]
    return {c.passage.place for c, best in bests if c.best.close or best.of("answer") or "flat" in best.rows("rebuttal")}


def _answered_abroad(later: Text) -> bool:
    """Whether a report in another language has an answer of any kind: it has too many forms to tell whose it is."""
    return any(not p.headline for p in (*later.with_marks("answer"), *later.with_marks("rebuttal")))
