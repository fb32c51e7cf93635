"""News made up by the hundred thousand: stories in the shape of real ones, and what outlets make of them.

A story has the sentences, the function words and the lengths of a report of the corpus (of the example affair, where there
is none), with other names, numbers and words, the same ones all through. Outlets copy it, edit it, cut it and pad it, credit
an agency or nobody, and close with their house's line. So it is known which reports are of one story.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path

import msgspec

from benchmarks.reports import EXAMPLES
from retold.model import Credit, Reading, Report, Span
from retold.workers import spread

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "data" / "polnear" / "train" / "text"
PIECE = 250
"""Reports in a file."""
COMMON = 150
"""Words that every story keeps."""
LONE, LARGEST = 0.5, 60
"""Share of the stories that one report tells, and most reports of one story."""
OUTLETS, AGENCIES, DAYS = 400, 40, 365
TOKEN = re.compile(r"[^\W_]+|[\W_]+")
SYLLABLES = tuple(a + b for a in "bdfghjklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "os"))


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it is written to a file; `credit` are its agency and where that is named."""

    name: str
    story: int
    outlet: str
    published: str
    paragraphs: list[str]
    credit: tuple[str, int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What stories are made of: real ones as paragraphs of tokens, and the words, names and common words in them."""

    stories: Sequence[Sequence[Sequence[str]]]
    words: Sequence[str]
    names: Sequence[str]
    common: frozenset[str]


def write(folder: Path, count: int) -> None:
    """Write `count` reports into files of `PIECE`; the same count gives the same reports."""
    sizes = list(_sizes(count))
    tellings = [(story, k) for story, size in enumerate(sizes) for k in range(size)][:count]
    random.Random(2).shuffle(tellings)  # noqa: S311
    pieces = [tellings[at : at + PIECE] for at in range(0, count, PIECE)]
    for number, made in enumerate(spread(_made, pieces)):
        (folder / f"{number:05}.json").write_bytes(made)


def texts(folder: Path) -> Iterator[tuple[int, str]]:
    """Yield the story and the text of each report."""
    for path in sorted(folder.glob("*.json")):
        for made in msgspec.json.decode(path.read_bytes(), type=list[Made]):
            yield made.story, "\n".join(made.paragraphs)


def readings(path: Path) -> list[tuple[int, Reading]]:
    """Return the story and the reading, as far as comparing needs it, of each report in a file."""
    return [(made.story, _reading(made)) for made in msgspec.json.decode(path.read_bytes(), type=list[Made])]


def one_more(story: int) -> Reading:
    """Return one more telling of a story."""
    return _reading(_report(story, 1_000 + story))


def _reading(made: Made) -> Reading:
    body, at = [], 0
    for paragraph in made.paragraphs:
        body.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 1
    report = Report(
        name=made.name,
        text="\n".join(made.paragraphs),
        digest=made.name,
        body=tuple(body),
        outlet=made.outlet,
        published=made.published,
        language="en",
    )
    if made.credit is None:
        return Reading(report=report)
    name, start, end = made.credit
    why = "“reported” beside the name"
    return Reading(
        report=report, credits=(Credit(span=Span(start, end), name=name, agency=True, place="lead", score=0.8, reason=why),)
    )


def _sizes(count: int) -> Iterator[int]:
    """Yield how many reports tell each story, until there are enough."""
    draw, left = random.Random(1), count  # noqa: S311
    while left > 0:
        size = 1 if draw.random() < LONE else min(LARGEST, 1 + int(draw.paretovariate(1.1)))
        yield size
        left -= size


def _made(tellings: Sequence[tuple[int, int]]) -> bytes:
    return msgspec.json.encode([_report(story, k) for story, k in tellings])


@cache
def source() -> Source:
    """Return what stories are made of."""
    folder = CORPUS if CORPUS.is_dir() else EXAMPLES
    read = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    stories = [[TOKEN.findall(line) for line in text.split("\n") if len(line) > 40][:60] for text in read]
    words = [token for story in stories for paragraph in story for token in paragraph if token.isalpha()]
    common = frozenset(w for w, _ in Counter(w.lower() for w in words).most_common(COMMON))
    return Source(
        stories=[story for story in stories if story],
        words=[w for w in words if w.islower() and w not in common],
        names=[w for w in words if w[0].isupper() and w.lower() not in common],
        common=common,
    )


def _draw(*what: object) -> random.Random:
    return random.Random("-".join(map(str, what)))  # noqa: S311


def _story(*number: object) -> list[str]:
    """Return the paragraphs of a story."""
    draw, made = _draw("story", *number), source()
    shape, other = draw.choice(made.stories), dict[str, str]()
    for paragraph in shape:
        for token in paragraph:
            if token not in other:
                other[token] = _instead(token, draw, made)
    return ["".join(map(other.__getitem__, paragraph)) for paragraph in shape]


def _instead(token: str, draw: random.Random, made: Source) -> str:
    """Return what stands for a token in a story: a word for a word, a name (some made up) for a name, a number for a number."""
    if token.isdigit():
        return str(draw.randint(10 ** (len(token) - 1), 10 ** len(token) - 1)) if len(token) < 9 else token
    if not token.isalpha() or token.lower() in made.common:
        return token
    if token[0].isupper():
        return draw.choice(made.names) if draw.random() < 0.7 else _name(draw)
    return draw.choice(made.words)


def _name(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 3))).capitalize()


def _report(story: int, k: int) -> Made:
    """Return one telling of a story: the first as it is, the others copied, edited, cut or padded, each with its house's line."""
    draw, paragraphs = _draw("report", story, k), _story(story)
    agency, outlet = f"{_name(_draw('agency', story % AGENCIES))} Wire", draw.randrange(OUTLETS)
    if k:
        paragraphs = draw.choice(_ways(story, k))(paragraphs, draw)
    credit = None
    if k and draw.random() < 0.4:
        start = len(paragraphs[0]) + 1
        paragraphs[0] += f" {agency} reported."
        credit = (agency, start, start + len(agency))
    return Made(
        name=f"{story:06}-{k:02}",
        story=story,
        outlet=f"{_name(_draw('outlet', outlet))} Herald",
        published=str(date(2030, 1, 1) + timedelta(days=story % DAYS + (draw.randint(0, 2) if k else 0))),
        paragraphs=[*paragraphs, _house(outlet)],
        credit=credit,
    )


@cache
def _house(outlet: int) -> str:
    """Return the line with which an outlet closes every report."""
    return " ".join(_story("house", outlet)[0].split()[:25])


Way = Callable[[list[str], random.Random], list[str]]


def _ways(story: int, k: int) -> tuple[Way, ...]:
    return _copied, _edited, _cut, partial(_padded, number=(story, k))


def _copied(paragraphs: list[str], _draw: random.Random) -> list[str]:
    return list(paragraphs)


def _edited(paragraphs: list[str], draw: random.Random) -> list[str]:
    """Return paragraphs with one word in twelve changed, and one paragraph in ten gone."""
    kept = [p for p in paragraphs if draw.random() > 0.1] or paragraphs
    words = source().words
    return ["".join(draw.choice(words) if t.isalpha() and draw.random() < 1 / 12 else t for t in TOKEN.findall(p)) for p in kept]


def _cut(paragraphs: list[str], draw: random.Random) -> list[str]:
    return paragraphs[: max(2, int(len(paragraphs) * draw.uniform(0.25, 0.7)))]


def _padded(paragraphs: list[str], draw: random.Random, *, number: tuple[int, int]) -> list[str]:
    """Return paragraphs with some of another story around them."""
    more = _story("more", *number)[: draw.randint(2, 8)]
    return [*more[:1], *paragraphs, *more[1:]]
