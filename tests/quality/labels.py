"""Attributions labelled by hand: who speaks, how many, how it stands, how sure; offsets only, the text lies elsewhere.

`attributions.tsv` names an article by the first twelve hex digits of the SHA-256 of its file, an attribution by where its
first cue and its first content start. What each label means is in README.md beside it. Half of the articles (even
digests) were looked at while the rules were written; the other half is only measured.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.attributions.corpus import read as annotated

from retold.find.attributions.marked import Marked
from retold.find.syntax import Parse, parse
from retold.model import Attribution, Report, Span
from retold.pipeline import read
from retold.resolve.reading import reading
from tests.resolve.speakers.marked import with_marked

TABLE = Path(__file__).with_name("attributions.tsv")
WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One attribution as labelled."""

    article: str
    cue: int
    content: int
    kind: str
    form: str
    antecedent: Span | None
    count: int | None
    stance: str
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A label and what was found for it; `named` says whether the speaker is the antecedent, None where there is none."""

    label: Label
    found: Attribution
    named: bool | None
    text: str


def labels() -> list[Label]:
    """Return all labels."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [_label(row) for row in csv.DictReader(file, delimiter="\t")]


def _label(row: dict[str, str]) -> Label:
    span = Span(*map(int, row["antecedent"].split("-"))) if row["antecedent"] else None
    return Label(
        article=row["article"],
        cue=int(row["cue"]),
        content=int(row["content"]),
        kind=row["kind"],
        form=row["form"],
        antecedent=span,
        count=int(row["count"]) if row["count"] else None,
        stance=row["stance"],
        certainty=row["certainty"],
    )


def seen_while_building(label: Label) -> bool:
    """Whether the label is of the half that was looked at while the rules were written."""
    return int(label.article, 16) % 2 == 0


def judged(corpus: Path, wanted: Callable[[Label], bool]) -> Iterator[Judged]:
    """Yield every wanted label with what Retold says of that attribution, its spans given as the annotators marked them.

    `corpus` is the folder with text/ and attributions/.
    """
    by_article: dict[str, list[Label]] = {}
    for label in filter(wanted, labels()):
        by_article.setdefault(label.article, []).append(label)
    reports = [r for r in read(corpus / "text") if isinstance(r, Report) and r.digest[:12] in by_article]
    for report, parses in parse(reports):
        first = min(each for each in (corpus / "attributions").iterdir() if each.name[:-9] == Path(report.name).stem)
        yield from _in_report(report, parses, list(_marked(first)), by_article[report.digest[:12]])


def _in_report(report: Report, parses: Sequence[Parse], marked: Sequence[Marked], mine: Sequence[Label]) -> Iterator[Judged]:
    done = reading(with_marked(report, parses, marked))
    by_place = {(a.cue[0].start, a.content[0].start): a for a in done.attributions}
    chains: dict[str, list[Span]] = {}
    for mention in done.mentions:
        chains.setdefault(mention.chain or "", []).append(mention.span)
    for label in mine:
        found = by_place.get((label.cue, label.content))
        if found is not None:
            yield Judged(label=label, found=found, named=_named(label, found, chains, report.text), text=report.text)


def _named(label: Label, found: Attribution, chains: dict[str, list[Span]], text: str) -> bool | None:
    """Whether the speaker is the one whose words the label gives: by name, by description, or by a mention of his chain."""
    if label.antecedent is None or found.speaker is None:
        return None if label.antecedent is None else False
    wanted = text[label.antecedent.start : label.antecedent.end]
    words = {word.lower() for word in WORD.findall(wanted)} - {"the", "a", "an"}
    for said in (found.speaker.name, found.speaker.described):
        if said and {_bare(word) for word in words} <= {_bare(word) for word in WORD.findall(said)}:
            return True
    places = [Span(*match.span()) for match in re.finditer(re.escape(wanted), text)]
    own = chains.get(found.speaker.chain or "-", [])
    return any(span.start <= place.start + 2 and place.end <= span.end + 2 for place in places for span in own)


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def _marked(path: Path) -> Iterator[Marked]:
    """The attributions of a brat file that have a content, their cues in one piece."""
    for each in annotated(path):
        if each.content:
            cue = Span(min(start for start, _ in each.cue), max(end for _, end in each.cue))
            source, content = (tuple(Span(*span) for span in spans) for spans in (each.source, each.content))
            yield Marked(source=source, cue=cue, content=content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What is right, as shares; `wrong` lists what is not, by measure."""

    kind: float
    short: float
    """Antecedents of pronouns and short names, and of attributions without a source."""
    described: float
    """Antecedents of definite descriptions."""
    count: float
    stance: float
    certainty: float
    """Macro F1 over certain, probable, possible."""
    wrong: dict[str, list[Judged]]


def measures(every: Sequence[Judged]) -> Measures:
    """Return what the judged attributions come to; empty groups count as right."""
    short = [each for each in every if each.label.form in ("pronoun", "short", "none") and each.named is not None]
    described = [each for each in every if each.label.form == "description" and each.named is not None]
    wrong = {
        "kind": [e for e in every if e.found.speaker is None or e.found.speaker.kind != e.label.kind],
        "short": [e for e in short if not e.named],
        "described": [e for e in described if not e.named],
        "count": [e for e in every if e.found.speaker is None or e.found.speaker.count != e.label.count],
        "stance": [e for e in every if e.found.stance != e.label.stance],
        "certainty": [e for e in every if e.found.certainty != e.label.certainty],
    }

    def share(name: str, of: Sequence[Judged]) -> float:
        return 1 - len(wrong[name]) / len(of) if of else 1.0

    return Measures(
        kind=share("kind", every),
        short=share("short", short),
        described=share("described", described),
        count=share("count", every),
        stance=share("stance", every),
        certainty=_macro([(e.label.certainty, e.found.certainty) for e in every]),
        wrong=wrong,
    )


def _macro(pairs: Sequence[tuple[str, str]]) -> float:
    """Macro F1 over the labels' values."""
    values = sorted({label for label, _ in pairs})
    scores = []
    for value in values:
        both = sum(label == found == value for label, found in pairs)
        total = sum(label == value for label, _ in pairs) + sum(found == value for _, found in pairs)
        scores.append(2 * both / total if total else 1.0)
    return sum(scores) / len(scores) if scores else 1.0
