"""Who is said to say it: dropped where the same is told in the outlet's own voice, counted otherwise where their number changed.

A report that credits somebody for its whole story says by that who says each part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from retold.compare.drift.lexicon import Mark
from retold.compare.drift.passages import CACHED, TEXTS, Segment, Text
from retold.compare.drift.policy import drift_rules
from retold.compare.drift.retold_passage import Change, Retold, overlaps, quoted
from retold.compare.held import called

_BETWEEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An unnamed source: how many speak (None: more than one, not told), its role, and its words."""

    count: int | None
    role: str | None
    said: str


def attributions(case: Retold) -> Iterator[Change]:
    """Yield the attribution that is gone from the best earlier passage."""
    if case.sure and not case.passage.headline and _unattributed(case):
        cue = _main_cue(case.best.earlier)
        said = quoted(case.earlier, case.best.earlier, (max(0, cue.start - 3), min(len(case.best.earlier.words), cue.end + 3)))
        yield case.change("attribution dropped", f"nobody is named for it any more; the earlier telling has {said}")


def _main_cue(passage: Segment) -> Mark:
    return next(m for m in passage.of("cue"))


def _unattributed(case: Retold) -> bool:
    """Whether the earlier passage is somebody's word and the later one, told alone or in a report without credit, nobody's."""
    one, two = case.best.earlier, case.best.later
    if not one.of("cue") or attributed(case.later, two) or not attributed_by_reading(case.earlier, one):
        return False
    if one.of("answer") and "flat" in two.rows("rebuttal"):
        return False  # a denial in other words, which are the word of who denies
    if any(c.governs in ("report", "story") for c in case.later.reading.credits) and not case.best.close:
        return False
    if case.best.close:
        return _taken_out(case)
    near = (case.later.at(two.place + step) for step in (-1, 1))
    return not any(p and p.of("cue") for p in near) and case.best.score >= drift_rules().sources.sure and not case.best.foreign


def _taken_out(case: Retold) -> bool:
    """Whether the words that tell who says it were taken out, and little else."""
    for start, end, to_start, to_end in case.best.changes:
        if any(start <= m.start < end for m in case.best.earlier.of("cue")) and to_end - to_start <= (end - start) // 2:
            return True
    return False


def attributed(text: Text, passage: Segment) -> bool:
    """Tell whether a passage is somebody's word: by a cue, by quotation marks, by what the finders found, by a credit."""
    start, end = passage.span
    marked = bool(passage.of("cue")) or any(q in text.report.text[start:end] for q in '“”«»„"')
    return marked or bool(text.within.credits(passage))


def attributed_by_reading(text: Text, passage: Segment) -> bool:
    """Tell whether the finders found a source that speaks in a passage; where a language has none, its cue speaks for it."""
    if not text.reading.attributions:
        return text.report.language != "en"
    voices = [a for a in text.within.voices(passage) if a.speaker and a.speaker.kind in ("person", "body", "unnamed", "document")]
    spans = [s for a in voices for s in a.source if overlaps(s, passage.span)]
    return any(" ".join(text.report.text[s.start : s.end].casefold().split()) not in drift_rules().sources.itself for s in spans)


def _told_outlet(case: Retold) -> tuple[str, Segment] | None:
    """Return the outlet that the earlier telling says was told it, and the passage that says so."""
    voiced = bool(case.passage.of("cue")) and not case.passage.of("answer") and not case.best.close
    for passage in [p.earlier for p in case.pairs] if voiced else [case.best.earlier]:
        said = case.earlier.report.text[passage.span.start : passage.span.end]
        names = [c.name for c in case.earlier.within.credits(passage) if c.place not in ("dateline", "byline")]
        own = case.earlier.report.outlet
        names += [own] if own and own in said else []
        if names and any(m.row == "says" for m in passage.of("cue")):
            return names[0], passage
    return None


def _names(text: Text, outlet: str) -> bool:
    """Whether a report names an outlet anywhere."""
    if any(c.name == outlet for c in text.reading.credits):
        return True
    return any(a in _squashed(text) for a in called(outlet) if len(a) > 3)


@lru_cache(maxsize=TEXTS)
def _squashed(text: Text) -> str:
    """Return the letters and figures of a report's text."""
    return _BETWEEN.sub("", text.report.text.casefold())


def credits(versions: Sequence[Text], later: Text, retold: Sequence[Retold]) -> Iterator[Change]:
    """Yield the outlet whom the sources told it, or that is credited for the whole story, and is not named any more.

    Told once: where the passage was copied, there; else at the one that now has unnamed sources or "the media" for it.
    """
    cases = [case for case in retold if case.sure and not case.passage.headline]
    told = [(case, *found) for case in cases if (found := _told_outlet(case)) and not _names(later, found[0])]
    if told:
        case, name, passage = told[0]
        vague = [c for c in cases if _vague(c) and c.earlier is case.earlier and not case.best.close]
        yield next(iter(vague), case).change("attribution dropped", f"that it was told to {name} is gone", passage)
        return
    first = versions[0]
    names = dict.fromkeys(c.name for c in first.reading.credits if c.governs in ("report", "story") or c.place == "lead")
    for name in [n for n in names if not _names(later, n)][:1]:
        if not later.reading.credits and len(cases) > 1:
            yield _uncredited(name, first, cases)


def _uncredited(name: str, first: Text, cases: Sequence[Retold]) -> Change:
    """Return the change of a credit that is gone: from the passage that has it to the one that draws on what is near."""
    place = next((p.place for p in first.passages if any(c.name == name for c in first.within.credits(p))), 0)
    case = min(cases, key=lambda c: (c.earlier is not first, abs(c.best.earlier.place - place), c.passage.place))
    passage = first.at(place) if case.earlier is first else None
    return case.change("credit dropped", f"{name} is not credited any more", passage)


def _vague(case: Retold) -> bool:
    """Whether a passage has unnamed sources or "the media" for what it says."""
    return bool(unnamed(case.later, case.passage)) or any(m.row == "media" for m in case.passage.of("cue"))


def counts(case: Retold) -> Iterator[Change]:
    """Yield an unnamed source that has become more, fewer, or an untold number."""
    if case.passage.headline:
        return
    new = unnamed(case.later, case.passage)
    before = [(p.earlier, s) for p in case.pairs for s in unnamed(case.earlier, p.earlier)] if new else []
    if not before:
        return
    known = {count for v in case.versions for count, _ in _counted(v)}
    own = _counted(case.later)
    for source in new:
        for passage, earlier in before:
            if (
                earlier.count is None
                or source.count in known
                or (earlier.count, source.role) in own
                or not _alike(earlier, source)
            ):
                continue
            yield case.change("source count changed", f"{earlier.said} becomes {source.said}", passage)
            return


@lru_cache(maxsize=TEXTS)
def _counted(text: Text) -> frozenset[tuple[int | None, str | None]]:
    """Return how many speak in a report's unnamed sources, and their roles."""
    return frozenset((s.count, s.role) for p in text.with_marks("cue") for s in unnamed(text, p))


def _alike(one: Source, two: Source) -> bool:
    return one.role == two.role or "insider" in (one.role, two.role)


@lru_cache(maxsize=CACHED)
def unnamed(text: Text, passage: Segment) -> tuple[Source, ...]:
    """Return the unnamed sources of a passage that is somebody's word."""
    if not passage.of("cue"):
        return ()
    found = []
    for mark in passage.of("role"):
        if mark.row in drift_rules().sources.voices and not _named(passage, mark) and speaks(text, passage, mark):
            count, start = count_of(passage, mark)
            plural = count is None and not _plural(passage, mark)
            if not plural:
                found.append(Source(count=count, role=mark.row, said=quoted(text, passage, (start, mark.end))))
    return tuple(found)


def speaks(text: Text, passage: Segment, role: Mark) -> bool:
    """Tell whether it is the role of one who speaks: as the finders have it, who name the outlet of "an outlet reported, citing
    two officials", or where it is cited; where they found none, by a word of speech right beside it."""
    if text.reading.attributions:
        return _cited(passage, role) or any(
            overlaps(s, passage.says(role)) for a in text.within.voices(passage) for s in a.source
        )
    return any(-1 <= role.start - c.end <= 2 or -1 <= c.start - role.end <= 2 for c in passage.of("cue"))


def _cited(passage: Segment, role: Mark) -> bool:
    """Whether a word that cites somebody stands before a role, with no more than "several" or a number between."""
    start = count_of(passage, role)[1]
    ends = [start, *(at for at in (start - 1, start - 2) if at > 0 and not passage.words[at].capital)]
    before = (" ".join(w.text for w in passage.words[max(0, end - words) : end]) for end in ends for words in (1, 2))
    return any(words in drift_rules().sources.cited for words in before)


def _named(passage: Segment, mark: Mark) -> bool:
    """Whether a name stands beside the role: "lawmaker Jane Doe"."""
    return any(w.capital for w in passage.words[mark.end : mark.end + 1])


def count_of(passage: Segment, mark: Mark) -> tuple[int | None, int]:
    """Return how many a role counts by the number before it, the nearest of several, and the word where that stands."""
    counts = [
        (number.start, int(number.row))
        for number in passage.of("number")
        if 0 <= mark.start - number.end <= 2 or number.start == mark.start
    ]
    counts += [
        (figure.start, int(figure.value))
        for figure in passage.figures
        if 0 <= mark.start - figure.end <= 2 and figure.value < drift_rules().sources.most
    ]
    start, count = max(counts, default=(mark.start, None))
    return count, min(start, mark.start)


def _plural(passage: Segment, mark: Mark) -> bool:
    """Whether an uncounted role is more than one by its form; Chinese does not tell."""
    words = [w.text for w in passage.words[mark.start : mark.end]]
    before = passage.words[mark.start - 1].text if mark.start else ""
    many = any(w.endswith(("s", "people", "men", "i", "и", "ы", "ون", "ين")) or "\u3400" <= w[0] <= "\u9fff" for w in words)
    return many and before not in DEFINITE


DEFINITE = ("the", "these", "those", "las", "los", "les", "die", "le", "gli", "os", "as", "其中")
"""Articles that take up a source that was told before."""
