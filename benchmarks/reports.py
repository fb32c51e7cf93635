"""Reports made up from the example affair: sentences drawn anew, names and sums changed, so that few are alike."""

from __future__ import annotations

import random
import re
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "affair"
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+")
WORDS = 700


def write(folder: Path, count: int, seed: int = 1, words: int = WORDS) -> None:
    """Write `count` reports of some 700 words, or of so many `words`, into `folder`; the same seed gives the same reports."""
    draw = random.Random(seed)  # noqa: S311
    sentences = _sentences()
    for number in range(count):
        lines, written = [f"Report {number} on the harbour affair"], 0
        while written < words:
            paragraph = [_changed(draw.choice(sentences), draw) for _ in range(draw.randint(2, 4))]
            written += sum(len(s.split()) for s in paragraph)
            lines.append(" ".join(paragraph))
        (folder / f"report-{number:05}.txt").write_text("\n\n".join(lines), encoding="utf-8")


def _sentences() -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    paragraphs = (p for text in texts for p in text.splitlines() if len(p) > 80)
    return [s for p in paragraphs for s in SENTENCE.split(p) if 40 < len(s) < 400]


def _changed(sentence: str, draw: random.Random) -> str:
    return re.sub(r"\b\d{1,2}\b", lambda _: str(draw.randint(2, 28)), sentence)
