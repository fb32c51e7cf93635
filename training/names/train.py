"""Train the network, first on reports where two agree, then on annotated documents; the lower layers stay as they are."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from retold.find.encoder.base import Floats
from retold.find.encoder.windows import LENGTH, Window, window
from retold.find.names.learned.decode import TAGS
from training.attributions.network import WIDTH, Encoder, minilm
from training.attributions.train import INITIAL
from training.names.annotated import Document
from training.names.unlabelled import UNKNOWN

LENGTHS = (LENGTH // 2, 3 * LENGTH // 4, LENGTH)
"""Pieces of the windows that are learned from; one of these at a time, so that no place in a window means anything."""
SHARED = 24
"""Pieces that two windows share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to train; the defaults made the shipped model."""

    layers: int = 6
    frozen: int = 2
    agreed_epochs: int = 1
    epochs: int = 6
    batch: int = 8
    rate: float = 2e-4
    fresh_rate: float = 1e-3
    dropout: float = 0.1
    warm_up: float = 0.06


class Tagger(nn.Module):
    """The encoder with a tag for each word; reads a window as `retold.find.names.learned.named.Network` does."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.encoder = Encoder(settings.layers, settings.frozen, settings.dropout)
        self.encoder.cues = nn.Linear(WIDTH, TAGS)

    def forward(self, ids: Tensor, looks: Tensor, firsts: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return tag scores (windows, units, TAGS)."""
        scores: Tensor = self.encoder(ids, looks, firsts, mask)[1]
        return scores

    @torch.no_grad()
    def tag(self, window: Window) -> Floats:
        """Return the tag scores of a window's units."""
        found: Floats = self(*(torch.tensor(x)[None] for x in (window.ids, window.looks, window.firsts)))[0].numpy()
        return found


Item = tuple[Window, Tensor]


def train(agreed: Sequence[Document], annotated: Sequence[Document], *, settings: Settings, seed: int, out: Path) -> Tagger:
    """Return the network, trained on both in turn; `out` takes `names-SEED.pt`, written anew after each epoch."""
    torch.manual_seed(INITIAL)
    model = Tagger(settings)
    model.encoder.load(minilm())
    torch.manual_seed(seed)
    rng = random.Random(seed)
    for documents, epochs in ((agreed, settings.agreed_epochs), (annotated, settings.epochs)):
        steps = epochs * len(list(_batches(documents, random.Random(0), settings.batch)))
        optimiser, schedule = _optimiser(model, settings, steps)
        for epoch in range(epochs):
            began = time.monotonic()
            loss = _epoch(model, _batches(documents, rng, settings.batch), optimiser, schedule)
            torch.save(model.state_dict(), out / f"names-{seed}.pt")
            print(
                f"epoch {epoch + 1} of {len(documents)} documents: loss {loss:.4f}, {time.monotonic() - began:.0f} s", flush=True
            )
    return model


def _batches(documents: Sequence[Document], rng: random.Random, size: int) -> Iterator[list[Item]]:
    """Yield windows of like length side by side, in random order."""
    items = sorted((item for each in documents for item in _items(each, rng)), key=lambda x: len(x[0].ids) + 40 * rng.random())
    batches = [items[at : at + size] for at in range(0, len(items), size)]
    rng.shuffle(batches)
    yield from batches


def _items(document: Document, rng: random.Random) -> Iterator[Item]:
    room = rng.choice(LENGTHS) - 2
    start, total = -rng.randrange(LENGTHS[0]), len(document.tokens.ids)
    while start < total:
        first, end = max(0, start), min(total, start + room)
        if end - first >= 8:
            found = window(document.tokens, first, end, owned=(0, 0))
            yield found, torch.tensor(document.tags[found.units])
        start += room - SHARED


def _epoch(
    model: Tagger, every: Iterator[list[Item]], optimiser: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LRScheduler
) -> float:
    """Learn from every batch once; the mean loss."""
    total, count = 0.0, 0
    model.train()
    for batch in every:
        ids, looks, firsts, mask, tags = _padded(batch)
        scores = model(ids, looks, firsts, mask)
        loss = functional.cross_entropy(scores.reshape(-1, TAGS), tags.reshape(-1), ignore_index=UNKNOWN)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        total, count = total + float(loss.detach()), count + 1
    model.eval()
    return total / count


def _padded(batch: Sequence[Item]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    pieces, units = max(len(w.ids) for w, _ in batch), max(len(w.firsts) for w, _ in batch)
    ids, looks = (torch.zeros(len(batch), pieces, dtype=torch.int64) for _ in range(2))
    firsts = torch.zeros(len(batch), units, dtype=torch.int64)
    tags = torch.full((len(batch), units), UNKNOWN)
    mask = torch.zeros(len(batch), 1, 1, pieces, dtype=torch.bool)
    for row, (each, known) in enumerate(batch):
        ids[row, : len(each.ids)], looks[row, : len(each.looks)] = torch.tensor(each.ids), torch.tensor(each.looks)
        firsts[row, : len(each.firsts)], tags[row, : len(known)] = torch.tensor(each.firsts), known
        mask[row, 0, 0, : len(each.ids)] = True
    return ids, looks, firsts, mask, tags


def _optimiser(
    model: Tagger, settings: Settings, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    groups: dict[tuple[float, float], list[nn.Parameter]] = defaultdict(list)
    for name, each in model.named_parameters():
        if each.requires_grad:
            fresh = name.split(".")[1] in ("cues", "case", "space", "quote")
            groups[(settings.fresh_rate if fresh else settings.rate, 0.01 if each.dim() > 1 else 0.0)].append(each)
    optimiser = torch.optim.AdamW([{"params": p, "lr": rate, "weight_decay": decay} for (rate, decay), p in groups.items()])
    warm = max(1, int(settings.warm_up * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda i: min((i + 1) / warm, max(0.02, (steps - i) / (steps - warm)))
    )
    return optimiser, schedule
