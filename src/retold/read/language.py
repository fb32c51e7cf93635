"""Running text names its language by its smallest words; only where they do not is a statistical model loaded."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from retold.tables import table

WORD = re.compile(r"[^\W\d_]+")
SURE = 0.7
"""Probability below which the model's answer is not taken."""


def language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or None where it is too short or cannot be told."""
    bounds = table("retold.read", "language.toml")["bounds"]
    sample = text[: bounds["sample"]]
    words = [word.casefold() for word in WORD.findall(sample)]
    if sum(map(len, words)) < bounds["least"] and not (words and _dense(sample)):
        return None
    return _by_small_words(words) or _by_model(sample)


def _dense(sample: str) -> bool:
    """Whether the script packs words into single characters, so that few of them say enough."""
    return sum(char >= "\u3040" for char in sample) >= 8


def _by_small_words(words: list[str]) -> str | None:
    bounds = table("retold.read", "language.toml")["bounds"]
    counts = Counter(words)
    shares = sorted(
        ((sum(counts[word] for word in small) / len(words), code) for code, small in _small_words().items()), reverse=True
    )
    (best, code), (next_best, _) = shares[:2]
    return code if best >= bounds["share"] and best >= bounds["lead"] * next_best else None


def _by_model(sample: str) -> str | None:
    varieties = table("retold.read", "language.toml")["varieties"]
    shares: dict[str, float] = {}
    for variety, probability in _model().rank(sample)[:8]:
        code = varieties.get(variety, variety)
        shares[code] = shares.get(code, 0.0) + float(probability)
    best, share = max(shares.items(), key=lambda item: item[1])
    return best if share >= SURE and len(best) == 2 else None


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    return {code: tuple(words) for code, words in table("retold.read", "language.toml")["words"].items()}


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
