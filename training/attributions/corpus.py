"""PolNeAR as it is given: texts, and attributions as brat standoff by one annotator or several.

Offsets are code points of the file as decoded, and right even where the text beside them in the annotation is broken by
raw newlines. `Discard` and `Discuss` are no attributions; an attribution without a cue is none either.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One attribution as an annotator marked it, in code points."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text with the attributions of each of its annotators, in the order of their files' names."""

    name: str
    text: str
    annotators: tuple[tuple[Marked, ...], ...]


def articles(folder: Path) -> Iterator[Article]:
    """Yield the articles under `text/` that have a file under `attributions/`, in the order of their names."""
    for path in sorted((folder / "text").glob("*.txt")):
        stem = re.escape(path.stem)
        files = sorted(each for each in (folder / "attributions").iterdir() if re.fullmatch(stem + r"_\w{4}\.ann", each.name))
        if files:
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            yield Article(name=path.name, text=text, annotators=tuple(tuple(read(each)) for each in files))


def read(path: Path) -> Iterator[Marked]:
    """Yield the attributions of one annotation file."""
    spans: dict[str, Spans] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split("\t")
        if line.startswith("T") and len(columns) > 1:
            pieces = columns[1].split(" ", 1)[1].split(";")
            spans[columns[0]] = tuple((int(a), int(b)) for a, b in (piece.split() for piece in pieces))
        elif line.startswith("E") and len(columns) > 1:
            events.append(columns[1].split())
    for event in events:
        roles: dict[str, Spans] = {"source": (), "cue": (), "content": ()}
        for argument in event:
            key, ref = argument.split(":", 1)
            role = key.rstrip("0123456789").lower()
            if role in roles:
                roles[role] = tuple(sorted({*roles[role], *spans.get(ref, ())}))
        if roles["cue"]:
            yield Marked(source=roles["source"], cue=roles["cue"], content=roles["content"])


def held_out(name: str, share: float) -> bool:
    """Whether an article is kept from training: by the hash of its name, so that every seed keeps the same ones."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) < share * 2**32
