"""Below the last full sentence stand signatures, words to the reader and other stories, whose lists also part an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.read.blocks import Block
from retold.read.lines import names_only
from retold.read.shapes import Mark, headline_like, is_section, prose, shape, title_case

JOINED = re.compile(r",|\band\b|\by\b|\bund\b|\bet\b")
NAME = 4
"""Most words of a writer's name."""
LAST = 40
"""Blocks at the end of a page among which its writer is presented."""


def free_above(blocks: Sequence[Block], found: list[Mark]) -> None:
    """Give back the words to the reader that stand above a paragraph of the article: there they may be its own."""
    long = shape()["tail_words"]
    paragraphs = [n for n, block in enumerate(blocks) if found[n].part is None and prose(block) and len(block.words) >= long]
    last = paragraphs[-1] if paragraphs else len(blocks)
    for n in range(last):
        if found[n].tail:
            found[n] = Mark()


def mark_lists(blocks: Sequence[Block], found: list[Mark], first: int) -> None:
    """Lines under "Related stories" are other stories' headlines, up to the next full sentence."""
    left = 0
    for n in range(first, len(blocks)):
        if found[n].part == "chrome":
            left = shape()["listed"] if found[n].heads else left
        elif found[n].part is None and left and not blocks[n].ends_sentence and not prose(blocks[n]):
            found[n] = Mark("chrome", "related")
            left -= 1
        else:
            left = 0


def mark_tail(blocks: Sequence[Block], found: list[Mark], last: int) -> None:
    """Mark what stands below block `last`, the last full sentence, and does not close as a sentence."""
    for n in range(last + 1, len(blocks)):
        block = blocks[n]
        if found[n].part is not None or block.ends_sentence:
            continue
        if is_section(block):
            named = names_only(block.text) and len(block.words) > 1
            found[n] = Mark("chrome", "byline" if named else "other", said=block.text if named else None)
        elif title_case(block.text) and headline_like(block) and len(block.words) <= shape()["listed_words"]:
            found[n] = Mark("chrome", "related")


def mark_writers(blocks: Sequence[Block], found: list[Mark]) -> None:
    """Below the article its writer signs or is presented: "Ann Vale", "Ann Vale is a harbour pilot and writes for ..."."""
    said = next(
        (mark.said or mark.writer for mark in found if mark.kind in ("byline", "date") and (mark.said or mark.writer)), None
    )
    names = [name for part in JOINED.split(said or "") if 1 < len((name := part.strip()).split()) <= NAME]
    for n in range(max(1, len(blocks) - LAST), len(blocks)):
        text = blocks[n].text
        here = found[n].part is None and any(text == name or text.startswith(f"{name} is ") for name in names)
        if here and all(found[other].part is not None or blocks[other].text in names for other in range(n + 1, len(blocks))):
            found[n] = Mark("chrome", "byline")
            if found[n - 1].part is None and blocks[n - 1].text in names:
                found[n - 1] = Mark("chrome", "byline")


def mark_repeated(blocks: Sequence[Block], found: list[Mark]) -> None:
    """Another story's headline is one wherever it stands."""
    others = {block.text for block, mark in zip(blocks, found, strict=True) if mark.kind == "related"}
    for n, block in enumerate(blocks):
        if found[n].part is None and block.text in others and not prose(block):
            found[n] = Mark("chrome", "related")
