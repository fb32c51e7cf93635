"""Articles as examples: the units of each attribution, and windows with what the network is to say of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from retold.find.attributions.learned import roles
from retold.find.encoder.tokens import Ints, Tokens, tokens
from retold.find.encoder.windows import LENGTH, Window, window
from training.attributions.corpus import Article, Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """One attribution in units of its article."""

    cue: tuple[int, int]
    source: frozenset[int]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An article ready to be cut into windows."""

    article: Article
    tokens: Tokens
    annotators: tuple[tuple[Roles, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Windows side by side; targets of -100 are not learned from."""

    ids: Tensor
    looks: Tensor
    firsts: Tensor
    mask: Tensor
    cue_targets: Tensor
    rows: Tensor
    """For each cue the window it stands in."""
    in_cue: Tensor
    """(cues, units): whether a unit belongs to the cue."""
    lines: Tensor
    """(windows, units): the line each unit stands on."""
    role_targets: Tensor


def example(article: Article) -> Example:
    """Return an article with its attributions in units."""
    cut = tokens(article.text)
    found = tuple(tuple(r for m in marked if (r := _roles(m, cut)) is not None) for marked in article.annotators)
    return Example(article=article, tokens=cut, annotators=found)


def _roles(marked: Marked, cut: Tokens) -> Roles | None:
    cue = [run for piece in marked.cue if (run := units(piece, cut)) is not None]
    if not cue:
        return None
    content = [run for piece in marked.content if (run := units(piece, cut)) is not None]
    source = [run for piece in marked.source if (run := units(piece, cut)) is not None]
    return Roles(
        cue=(min(a for a, _ in cue), max(b for _, b in cue)),
        source=frozenset(i for a, b in source for i in range(a, b)),
        content=tuple(_joined(content)),
    )


def units(span: tuple[int, int], cut: Tokens) -> tuple[int, int] | None:
    """Return the units that a span of code points covers by half or more."""
    first = int(np.searchsorted(cut.ends, span[0], side="right"))
    last = int(np.searchsorted(cut.starts, span[1], side="left"))

    def covered(i: int) -> bool:
        return bool(2 * (min(cut.ends[i], span[1]) - max(cut.starts[i], span[0])) >= cut.ends[i] - cut.starts[i])

    while first < last and not covered(first):
        first += 1
    while last > first and not covered(last - 1):
        last -= 1
    return (first, last) if last > first else None


def _joined(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(runs):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def cut_windows(each: Example, rng: random.Random, length: int = LENGTH) -> Iterator[Window]:
    """Yield windows that cover the article once, starting at another place each time and with a line where they can.

    A line that starts in a window's second half starts the next window, as where the network is used.
    """
    room, total = length - 2, len(each.tokens.ids)
    lines = np.flatnonzero(np.diff(each.tokens.lines[each.tokens.units], prepend=-1))
    start, end = 0, rng.randrange(room // 4, room + 1)
    while start < total:
        if end < total:
            last = lines[np.searchsorted(lines, end, side="right") - 1]
            end = int(last) if last > (start + end) // 2 else end
        yield window(each.tokens, start, min(total, end), owned=(0, 0))
        start, end = end, end + room


def batches(examples: Sequence[Example], rng: random.Random, size: int) -> Iterator[Batch]:
    """Yield one epoch of batches: windows of like length together, in random order, one annotator an article."""
    pairs = []
    for each in examples:
        marked = rng.choice(each.annotators)
        pairs += [(each, marked, cut) for cut in cut_windows(each, rng)]
    rng.shuffle(pairs)
    chunks = [sorted(pairs[i : i + 16 * size], key=lambda p: len(p[2].ids)) for i in range(0, len(pairs), 16 * size)]
    groups = [chunk[i : i + size] for chunk in chunks for i in range(0, len(chunk), size)]
    rng.shuffle(groups)
    for group in groups:
        yield _batch(group)


def _batch(group: Sequence[tuple[Example, tuple[Roles, ...], Window]]) -> Batch:
    length, width = max(len(w.ids) for *_, w in group), max(len(w.units) for *_, w in group)
    ids, looks, mask = (np.zeros((len(group), length), dtype=np.int64) for _ in range(3))
    firsts, cue_targets = np.zeros((len(group), width), dtype=np.int64), np.full((len(group), width), -100, dtype=np.int64)
    on_lines = np.zeros((len(group), width), dtype=np.int64)
    cues: list[tuple[int, Ints]] = []
    for row, (each, marked, cut) in enumerate(group):
        ids[row, : len(cut.ids)], looks[row, : len(cut.ids)], mask[row, : len(cut.ids)] = cut.ids, cut.looks, 1
        firsts[row, : len(cut.units)] = cut.firsts
        cue_targets[row, : len(cut.units)] = 0
        on_lines[row, : len(cut.units)] = each.tokens.lines[cut.units]
        for role in marked:
            start, end = (int(np.searchsorted(cut.units, at)) for at in role.cue)
            if end > start:
                cue_targets[row, start] = 1
                cue_targets[row, start + 1 : end] = 2
                targets = role_targets(role, cut.units)
                cues.append((row, np.pad(targets, (0, width - len(targets)), constant_values=-100)))
    stacked = torch.tensor(np.array([targets for _, targets in cues], dtype=np.int64).reshape(len(cues), width))
    return Batch(
        ids=torch.tensor(ids),
        looks=torch.tensor(looks),
        firsts=torch.tensor(firsts),
        mask=torch.tensor(mask).bool()[:, None, None, :],
        cue_targets=torch.tensor(cue_targets),
        rows=torch.tensor([row for row, _ in cues], dtype=torch.int64),
        in_cue=(stacked == roles.CUE) | (stacked == roles.CUE_BEGINS),
        lines=torch.tensor(on_lines),
        role_targets=stacked,
    )


def role_targets(role: Roles, held: Ints) -> Ints:
    """Return what each unit of a window is to one cue."""
    out = np.zeros(len(held), dtype=np.int64)
    source = np.isin(held, np.fromiter(role.source, dtype=np.int64, count=len(role.source)))
    for start, end in role.content:
        a, b = np.searchsorted(held, start), np.searchsorted(held, end)
        out[a:b] = roles.CONTENT
        out[a : min(a + 1, b)] = roles.CONTENT_BEGINS
    out[source] = roles.SOURCE
    out[source & ~np.concatenate(([False], source[:-1]))] = roles.SOURCE_BEGINS
    start, end = (int(np.searchsorted(held, at)) for at in role.cue)
    out[start:end] = roles.CUE
    out[start : min(start + 1, end)] = roles.CUE_BEGINS
    return out
