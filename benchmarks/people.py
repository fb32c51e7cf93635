"""What resolving persons across reports costs as reports are added: only those who share a key are compared."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise

from retold.model import Chain, Mention, Reading, Report, Span
from retold.resolve.actors.across import actors

PEOPLE, A_REPORT = 10, 14
"""Different persons for each report, and chains in it: five thousand reports name fifty thousand persons."""
GIVEN = 800
"""Given names that all have between them."""
YEAR = 2024
SIZES = (1_250, 2_500, 5_000)
BEGIN = ("b", "br", "ch", "d", "dr", "f", "g", "gl", "h", "j", "k", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "v", "w", "z")
MIDDLE = ("a", "e", "i", "o", "u", "ai", "ei", "ou", "ia")
END = ("l", "m", "n", "nd", "r", "rt", "s", "sk", "st", "t", "v", "x")
Person = tuple[str, int]
"""Name and year of birth."""
FAMILIES = ("", "ov", "sen", "enko", "ez", "ini", "man", "ska")


def main() -> None:
    """Print the seconds that the reports of each size take, and by how much twice the reports keep the processor longer."""
    list(actors(list(readings(20))))  # so that loading the tables counts for none
    taken = [_taken(size) for size in SIZES]
    for size, (seconds, processor, found) in zip(SIZES, taken, strict=True):
        print(
            f"persons of {size:,} reports, {size * PEOPLE:,} of them: {seconds:.1f} s, {processor:.1f} s of one processor", end=""
        )
        print(f", {found:,} actors", flush=True)
    ratios = ", ".join(f"{after[1] / before[1]:.2f}" for before, after in pairwise(taken))
    print(f"  twice the reports take {ratios} times as long", flush=True)


def _taken(count: int) -> tuple[float, float, int]:
    """Return seconds of wall time and of one processor, and how many actors were found."""
    rows = list(readings(count))
    start, used = time.perf_counter(), time.process_time()
    found = actors(rows)
    return time.perf_counter() - start, time.process_time() - used, len(found)


def readings(count: int, seed: int = 1) -> Iterator[Reading]:
    """Yield reports that name made-up persons: each at least once, some often; spelt, shortened and misspelt as news does."""
    draw = random.Random(seed)  # noqa: S311
    people = list(_people(count * PEOPLE, draw))
    waiting = iter(people)
    for number in range(count):
        fresh = [next(waiting) for _ in range(PEOPLE)]
        known = [people[_often(draw, len(people))] for _ in range(A_REPORT - PEOPLE)]
        yield _reading(number, dict.fromkeys((*fresh, *known)), draw)


def _people(count: int, draw: random.Random) -> Iterator[Person]:
    """Yield persons: given names that many have, family names that some do, and years of birth."""
    given = [_word(draw, 2).title() for _ in range(GIVEN)]
    families = [(_word(draw, 2) + draw.choice(FAMILIES)).title() for _ in range(count // 2)]
    for _ in range(count):
        yield f"{given[_often(draw, GIVEN)]} {families[_often(draw, len(families))]}", draw.randint(1940, 2000)


def _often(draw: random.Random, count: int) -> int:
    """Return a number below `count`, small ones more often, as names and persons of the news are."""
    return int(count * draw.random() ** 2)


def _reading(number: int, people: Iterable[Person], draw: random.Random) -> Reading:
    """Return a report of one sentence a person; every third tells the age."""
    text, chains, mentions = "", list[Chain](), list[Mention]()
    for n, (name, born) in enumerate(people):
        called = name if draw.random() < 0.6 else _varied(name, draw)
        span = Span(len(text), len(text) + len(called))
        text += f"{called}, {YEAR - born}, spoke.\n" if n % 3 == 0 else f"{called} spoke.\n"
        chains.append(Chain(id=f"c{n}", kind="person", name=called))
        mentions.append(Mention(span=span, head=span, kind="person", form="name", sentence=n, chain=f"c{n}", name=called))
    report = Report(name=f"{number:05}.txt", text=text, digest="", body=(), language="en", published=f"{YEAR}-06-01")
    return Reading(report=report, mentions=tuple(mentions), chains=tuple(chains))


def _word(draw: random.Random, syllables: int) -> str:
    return "".join(draw.choice(BEGIN) + draw.choice(MIDDLE) for _ in range(syllables)) + draw.choice(END)


def _varied(name: str, draw: random.Random) -> str:
    """Return a name as another report has it: an initial, a middle initial, the surname alone, the order, a letter, an accent."""
    given, family = name.split()
    at = draw.randrange(1, len(family) - 1)
    return draw.choice(
        (
            f"{given[0]}. {family}",
            f"{given} {draw.choice('ABCDEFGHKLMNRST')}. {family}",
            family,
            f"{family} {given}",
            f"{given} {family[:at]}{family[at + 1]}{family[at]}{family[at + 2 :]}",
            name.replace("a", "á").replace("i", "í"),
        )
    )
