"""Drifts made in real passages: what a retelling may change, put into a copy of an article, one change a passage.

Nothing of it is kept: articles are read from the measuring data, changed in memory and compared. The words that are put in
stand here and were not taken from the tables of `retold.compare.drift`, so that a kind is not found by its own list alone.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from retold import pipeline
from retold.compare.drift.compared import compared
from retold.model import Drift, Reading, Report, Span
from retold.read import Bounds

APART = 3
"""Sentences between two changes."""

Edit = Callable[[str, random.Random], str | None]
"""Returns a sentence with one change of a kind, None where it offers none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A change put into a copy: its kind, where its sentence stood, and where it (or what stands there now) stands."""

    kind: str
    before: Span
    after: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An article, its changed copy, and what was changed."""

    original: str
    text: str
    made: tuple[Made, ...]


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December")
PLACES = ("Canada", "Norway", "Chicago", "Boston", "Iowa", "Texas", "Moscow", "London", "Mexico", "Ohio", "Florida", "Paris")
ROLES = (
    ("spokesman", "lawyer"),
    ("spokeswoman", "attorney"),
    ("senator", "governor"),
    ("adviser", "ambassador"),
    ("aide", "diplomat"),
    ("strategist", "professor"),
    ("official", "lawmaker"),
    ("officials", "diplomats"),
    ("voters", "activists"),
    ("director", "owner"),
    ("reporter", "analyst"),
    ("lawyer", "prosecutor"),
    ("mayor", "judge"),
    ("chairman", "founder"),
)
STRONGER = (
    ("asked", "ordered"),
    ("criticized", "condemned"),
    ("urged", "forced"),
    ("suggested", "demanded"),
    ("considering", "ordered"),
    ("some", "all"),
    ("resigned", "was fired"),
    ("stepped down", "was ousted"),
    ("concern", "outrage"),
    ("mistake", "fraud"),
    ("contributed to", "caused"),
    ("plans to", "will"),
    ("wants to", "will"),
    ("encouraged", "forced"),
)
HEDGES = ("reportedly", "allegedly", "likely", "possibly", "probably", "perhaps", "apparently", "seemingly", "potentially")
PEOPLE = "officials|people|sources|aides|diplomats|lawmakers|advisers|employees|witnesses|experts|analysts|investigators"
SPOKE = r"(?:said|says|told|according to)"
ADDED = (
    "Inspector Wendel Korlath of the harbour bureau arrived at the gate with 37 lanterns.",
    "The Brenholt archive in Osk keeps 412 maps of the canal and its old locks.",
    "A ferry company, Tarvik Lines, offered free crossings to the pilgrims of Selm.",
)


def _attribution(sentence: str, _chance: random.Random) -> str | None:
    """Take out ", X said." or "According to X,"."""
    name = r"(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}|(?:the|a|an|one|two|three|several) [a-z]+(?: [a-z]+){0,3}|he|she|they)"
    spoke = rf"(?:{name} (?:said|says|added|argued|noted)|(?:said|says|according to) {name})"
    ended = re.sub(rf",”?\"? {spoke}(?: \w+day)?\.$", ".", sentence)
    if ended != sentence and not set('“”"') & set(sentence):
        return ended
    begun = re.sub(rf"^According to {name}, (\w)", lambda m: m.group(1).upper(), sentence)
    return begun if begun != sentence else None


def _source_count(sentence: str, chance: random.Random) -> str | None:
    """Make "two officials" five of them, or officials."""
    number = r"\b([Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)\b"
    match = re.search(rf"{number}((?: (?!of\b)[\w.-]+)? (?:{PEOPLE})\b)", sentence)
    if match is None or not re.search(SPOKE, sentence):
        return None
    other = chance.choice(["Seven", "", "Nine"])
    put = (other + match.group(2)).strip()
    put = put[0].upper() + put[1:] if match.start() == 0 else put[0].lower() + put[1:]
    return sentence[: match.start()] + put + sentence[match.end() :]


def _hedge_dropped(sentence: str, _chance: random.Random) -> str | None:
    match = re.search(rf" (?:{'|'.join(HEDGES)})(?= [a-z])", sentence)
    if match:
        return sentence[: match.start()] + sentence[match.end() :]
    modal = re.search(r" (?:may|might|could) (?!not\b|be\b|have\b|or\b)([a-z]+)", sentence)
    return sentence[: modal.start()] + " will " + modal.group(1) + sentence[modal.end() :] if modal else None


def _hedge_added(sentence: str, chance: random.Random) -> str | None:
    match = re.search(r" (was|were|has|have|is|are) (?=[a-z]+(?:ed|en)\b)", sentence)
    if match is None or re.search(r"\b(may|might|could|would|if|likely|possibl|probabl|apparent|report)", sentence):
        return None
    return sentence[: match.end()] + chance.choice(["possibly ", "probably ", "perhaps "]) + sentence[match.end() :]


def _number(sentence: str, _chance: random.Random) -> str | None:
    counted = r"(?! \w+ ago)(?= (?:percent|points|people|years|votes|million|states|members|days|[a-z]+s)\b)"
    match = re.search(rf"(?<![\w.,$/:-])([3-9]|[1-9]\d|[1-9]\d\d){counted}", sentence)
    if match is None or re.search(r"\b(?:19|20)\d\d\b", match.group()):
        return None
    return sentence[: match.start()] + str(int(match.group()) * 2 + 1) + sentence[match.end() :]


def _time(sentence: str, chance: random.Random) -> str | None:
    for words in (DAYS, MONTHS):
        match = re.search(rf"\bon ({'|'.join(words)})\b" if words is DAYS else rf"\bin ({'|'.join(words)})\b", sentence)
        if match:
            other = chance.choice([w for w in words if w != match.group(1)])
            return sentence[: match.start(1)] + other + sentence[match.end(1) :]
    match = re.search(r"\blast (week|month|year)\b", sentence)
    if match is None:
        return None
    other = {"week": "month", "month": "year", "year": "week"}[match.group(1)]
    return sentence[: match.start(1)] + other + sentence[match.end(1) :]


def _place(sentence: str, chance: random.Random) -> str | None:
    match = re.search(rf"\bin ({'|'.join(PLACES)})\b(?! [A-Z])", sentence)
    if match is None:
        return None
    other = chance.choice([p for p in PLACES if p != match.group(1)])
    return sentence[: match.start(1)] + other + sentence[match.end(1) :]


def _pair(sentence: str, pairs: Sequence[tuple[str, str]], chance: random.Random) -> str | None:
    for one, two in chance.sample(pairs, len(pairs)):
        match = re.search(rf"\b{one}\b", sentence)
        if match:
            return sentence[: match.start()] + two + sentence[match.end() :]
    return None


def _actor(sentence: str, _chance: random.Random) -> str | None:
    """Put another name where a full name stands as a subject."""
    name = r"\b([A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+)"
    match = re.search(rf"{name}(?= (?:said|told|called|met|has|was|wrote|argued|added))", sentence)
    if match is None or any(w in match.group() for w in (*DAYS, *MONTHS, *PLACES)):
        return None
    return sentence[: match.start()] + "Wilmer Ostrand" + sentence[match.end() :]


def _denial(sentence: str, _chance: random.Random) -> str | None:
    words = r"\b(?:denied|denies|declined to comment|rejected the|did not respond|refused to comment)\b"
    return "" if re.search(words, sentence) else None


def _added(sentence: str, chance: random.Random) -> str | None:
    return f"{sentence} {chance.choice(ADDED)}" if sentence.endswith(".") else None


EDITS: Mapping[str, Edit] = {
    "source count changed": _source_count,
    "denial dropped": _denial,
    "attribution dropped": _attribution,
    "hedge dropped": _hedge_dropped,
    "place changed": _place,
    "time moved": _time,
    "number changed": _number,
    "strengthened": lambda s, chance: _pair(s, STRONGER, chance),
    "weakened": lambda s, chance: _pair(s, [(b, a) for a, b in STRONGER], chance),
    "role changed": lambda s, chance: _pair(s, ROLES, chance),
    "actor swapped": _actor,
    "hedge added": _hedge_added,
    "added": _added,
}
"""What makes each kind, those that fit fewest sentences first."""


def changed(text: str, sentences: Sequence[Span], chance: random.Random, *, most: Mapping[str, int]) -> Copy:
    """Return a copy of an article with changes at some of its sentences, at most so many of each kind, and a credit taken out."""
    left = dict(most)
    edits: dict[int, tuple[str, str]] = {}
    for kind in EDITS:
        for at in chance.sample(range(1, len(sentences) - 1), max(0, len(sentences) - 2)):
            if left.get(kind, 0) <= 0 or any(abs(at - other) < APART for other in edits):
                continue
            start, end = sentences[at]
            put = EDITS[kind](text[start:end], chance)
            if put is not None and put != text[start:end] and end - start > 40:
                edits[at] = (kind, put)
                left[kind] -= 1
    return _copied(text, sentences, edits)


def _copied(text: str, sentences: Sequence[Span], edits: Mapping[int, tuple[str, str]]) -> Copy:
    parts, made, done, shift = [], [], 0, 0
    for at in sorted(edits):
        kind, put = edits[at]
        start, end = sentences[at]
        parts += [text[done:start], put]
        done = end
        made.append(Made(kind=kind, before=Span(start, end), after=Span(start + shift, start + shift + len(put))))
        shift += len(put) - (end - start)
    return Copy(original=text, text="".join([*parts, text[done:]]), made=tuple(made))


def report(name: str, text: str, folder: Path) -> Report:
    """Return a text as a report, through a file in `folder` as any other."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    found = next(pipeline.read(path, bounds=Bounds()))
    assert isinstance(found, Report)
    return found


CREDIT = "PORT SEL (Reuters) - "
"""Put before every fourth article, and left out of its copy."""


def compared_copies(
    articles: Sequence[str], folder: Path, *, most: Mapping[str, int], seed: int = 7
) -> Iterator[tuple[Copy, tuple[Drift, ...]]]:
    """Yield for each article a changed copy, and the drifts that are found between the two."""
    for at, text in enumerate(articles):
        credited = f"{CREDIT}{text}" if "credit dropped" in most and at % 4 == 0 else text
        one = next(pipeline.find(report("a.txt", credited, folder)))
        assert isinstance(one, Reading)
        copy = changed(credited, one.sentences, random.Random(seed + at), most=most)
        copy = copy if credited is text else _uncredited(copy)
        two = next(pipeline.find(report("b.txt", copy.text, folder)))
        assert isinstance(two, Reading)
        yield copy, compared(one, two).drift


def _uncredited(copy: Copy) -> Copy:
    """Return a copy without the credit that its article begins with."""
    body, gone = copy.text.removeprefix(CREDIT), len(CREDIT)
    moved = [Made(kind=m.kind, before=m.before, after=Span(m.after.start - gone, m.after.end - gone)) for m in copy.made]
    credit = Made(kind="credit dropped", before=Span(0, gone), after=Span(0, len(body)))
    return Copy(original=copy.original, text=body, made=(*moved, credit))


def found(made: Made, drifts: Sequence[Drift]) -> bool:
    """Tell whether a change was found, with its kind, at its place in either report."""
    return any(d.kind == made.kind and _touches(made, d) for d in drifts)


def unmade(copy: Copy, drifts: Sequence[Drift]) -> list[Drift]:
    """Return the drifts that were found where nothing was changed."""
    return [d for d in drifts if not any(_touches(m, d) for m in copy.made if m.kind != "credit dropped" or d.kind == m.kind)]


def _touches(made: Made, drift: Drift) -> bool:
    earlier, later = drift.earlier.span, drift.later.span
    there = later.start < max(made.after.end, made.after.start + 1) and made.after.start < later.end
    return there or (earlier.start < made.before.end and made.before.start < earlier.end)


def articles(folder: Path, wanted: int, *, skip: int = 0) -> list[str]:
    """Return the texts of some articles of a folder, those first that offer the rarer changes."""
    texts = (p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt")))
    counted = rf"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) (?:[\w.-]+ )?(?:{PEOPLE})\b[^.\n]*\b{SPOKE}"
    rare = re.compile(rf"{counted}|denied|declined to comment")
    return list(islice((t for t in texts if rare.search(t) and len(t) < 9000), skip, skip + wanted))
