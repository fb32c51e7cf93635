"""Train one network: PolNeAR train without its held-out articles, seed fixed, one checkpoint an epoch."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from retold.find.attributions.learned import roles
from retold.find.attributions.learned.decode import Floats
from retold.find.encoder.tokens import Ints
from retold.find.encoder.windows import Window
from training.attributions import measure
from training.attributions.agreement import agreement
from training.attributions.examples import Batch, Example, batches
from training.attributions.network import CUES, Encoder, RoleHead, minilm

ROLE_WEIGHT = 2.0
NOISE = 0.3
"""What is added at most to a word's probability before the surest word of a cue is chosen in training."""

INITIAL = 1
"""Every seed starts from the same weights, new ones included, so that their networks can be averaged; what differs is order,
annotator, windows and dropout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to train; the defaults made the shipped model."""

    layers: int = 6
    frozen: int = 2
    """Layers from below that stay as MiniLM has them."""
    epochs: int = 4
    batch: int = 8
    rate: float = 2e-4
    head_rate: float = 1e-3
    dropout: float = 0.1
    warm_up: float = 0.06


class Model(nn.Module):
    """Encoder and role head together; reads a window as `retold.find.attributions.learned.spans.Network` does."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.encoder, self.head = Encoder(settings.layers, settings.frozen, settings.dropout), RoleHead(settings.dropout)

    def loss(self, batch: Batch) -> Tensor:
        """Return the loss of a batch: cross-entropy of cue tags, and of roles over all pairs of cue and word."""
        vectors, scores = self.encoder(batch.ids, batch.looks, batch.firsts, batch.mask)
        loss = functional.cross_entropy(scores.reshape(-1, len(CUES)), batch.cue_targets.reshape(-1), ignore_index=-100)
        if len(batch.rows):
            peaks = self._peaks(batch, scores)
            cues = vectors[batch.rows, peaks]
            found = self.head(vectors, batch.rows, cues, *_places(batch, peaks))
            loss = loss + ROLE_WEIGHT * functional.cross_entropy(
                found.reshape(-1, found.shape[-1]), batch.role_targets.reshape(-1), ignore_index=-100
            )
        return loss

    @torch.no_grad()
    def _peaks(self, batch: Batch, scores: Tensor) -> Tensor:
        """Return the word of each cue that the question is asked from: the surest one, or in training one nearly as sure."""
        inside = 1 - functional.softmax(scores, dim=-1)[batch.rows, :, 0]
        inside = inside + NOISE * torch.rand_like(inside)
        peaks: Tensor = inside.masked_fill(~batch.in_cue, -1.0).argmax(dim=1)
        return peaks

    @torch.no_grad()
    def encode(self, window: Window) -> tuple[Floats, Floats]:
        """Return the vectors and cue scores of a window's units."""
        ids, looks, firsts = (torch.tensor(x)[None] for x in (window.ids, window.looks, window.firsts))
        vectors, scores = self.encoder(ids, looks, firsts)
        return vectors[0].numpy(), scores[0].numpy()

    @torch.no_grad()
    def roles(self, vectors: Floats, cues: Floats, distance: Ints, apart: Ints) -> Floats:
        """Return what each unit is to each cue."""
        rows = torch.zeros(len(cues), dtype=torch.int64)
        found = self.head(torch.tensor(vectors)[None], rows, torch.tensor(cues), torch.tensor(distance), torch.tensor(apart))
        out: Floats = found.numpy()
        return out


def _places(batch: Batch, peaks: Tensor) -> tuple[Tensor, Tensor]:
    """Return how far and how many lines each word stands from each cue's word; as in `learned.roles`."""
    away = torch.arange(batch.in_cue.shape[1])[None, :] - peaks[:, None]
    step = torch.bucketize(away.abs(), torch.tensor(roles.STEPS), right=True)
    lines = batch.lines[batch.rows]
    half = roles.APARTS // 2
    apart = (lines - lines.gather(1, peaks[:, None])).clamp(-half, half) + half
    return torch.where(away > 0, step + len(roles.STEPS), step), apart


def train(learned: Sequence[Example], kept: Sequence[Example], *, settings: Settings, seed: int, out: Path) -> Model:
    """Return the network trained on `learned`, printing what it reaches on `kept` after each epoch.

    `out` takes `seed-N.pt`, written anew after each epoch.
    """
    torch.manual_seed(INITIAL)
    model = Model(settings)
    model.encoder.load(minilm())
    torch.manual_seed(seed)
    rng = random.Random(seed)
    steps = settings.epochs * len(list(batches(learned, random.Random(0), settings.batch)))
    optimiser, schedule = _optimiser(model, settings, steps)
    for epoch in range(settings.epochs):
        began = time.monotonic()
        loss = _epoch(model, batches(learned, rng, settings.batch), optimiser, schedule)
        torch.save(model.state_dict(), out / f"seed-{seed}.pt")
        took = time.monotonic() - began
        print(f"seed {seed} epoch {epoch + 1}: loss {loss:.4f}, {took:.0f} s; {_line(model, kept)}", flush=True)
    return model


def _epoch(
    model: Model,
    every: Iterable[Batch],
    optimiser: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
) -> float:
    """Learn from every batch once; the mean loss."""
    began, total, count = time.monotonic(), 0.0, 0
    model.train()
    for batch in every:
        loss = model.loss(batch)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
        total, count = total + float(loss.detach()), count + 1
        if count % 50 == 0:
            print(f"  step {count}  loss {total / count:.4f}  {time.monotonic() - began:.0f} s", flush=True)
    model.eval()
    return total / count


def _optimiser(
    model: Model, settings: Settings, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, each in model.named_parameters():
        if each.requires_grad:
            fresh = name.startswith("head.") or name.split(".")[1] in ("cues", "case", "space", "quote")
            decay = 0.01 if each.dim() > 1 else 0.0
            groups.setdefault((settings.head_rate if fresh else settings.rate, decay), []).append(each)
    optimiser = torch.optim.AdamW([{"params": p, "lr": rate, "weight_decay": decay} for (rate, decay), p in groups.items()])
    warm = max(1, int(settings.warm_up * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda i: min((i + 1) / warm, max(0.0, (steps - i) / (steps - warm))))
    return optimiser, schedule


def _line(model: Model, kept: Sequence[Example]) -> str:
    found = measure.everything(agreement(model, kept, 0.5))
    return "  ".join(f"{name} {value:.4f}" for name, value in found.items())
