"""Reports that nobody marked -> tags on which spaCy's recogniser and our rules agree; what they disagree on teaches nothing.

Each alone is wrong in a third of the names; where two that work so differently say the same, it is mostly so (after co-training,
Blum & Mitchell 1998).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from retold import pipeline
from retold.find.encoder.tokens import Ints, Tokens, tokens
from retold.find.names.learned.decode import KINDS
from retold.find.names.mentions import mentions
from retold.find.syntax import Parse, parse
from retold.model import Report, Span
from training.names.annotated import OTHER, Document

if TYPE_CHECKING:
    from spacy.tokens import Span as Entity

LABELS = {"PERSON": 0, "ORG": 1, "GPE": 2, "LOC": 2, "FAC": 2} | dict.fromkeys(
    ("NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"), OTHER
)
UNKNOWN = -100
BATCH = 32


def agreed(folder: Path, *, at_most: int) -> list[Document]:
    """Return the reports of a folder, at most so many and evenly spread over it, with what both agree on."""
    paths = sorted(folder.iterdir())
    step = max(1, len(paths) // at_most)
    reports = (each for each in pipeline.read([str(p) for p in paths[::step]]) if isinstance(each, Report))
    out: list[Document] = []
    while batch := list(islice(reports, BATCH)):
        out += [_document(report, parses) for report, parses in parse(batch)]
    return out


def _document(report: Report, parses: Sequence[Parse]) -> Document:
    cut = tokens(report.text)
    ours, theirs = _rules(report, parses, cut), _recognised(parses, cut)
    kinds, others = (ours + 1) // 2, (theirs + 1) // 2
    found = np.full(len(ours), UNKNOWN, dtype=np.int64)
    found[(kinds == 0) & (others == 0)] = 0
    found[(kinds == others) & (kinds > 0)] = ours[(kinds == others) & (kinds > 0)]
    found[(kinds == 0) & (others == OTHER + 1)] = theirs[(kinds == 0) & (others == OTHER + 1)]
    for at in range(len(found) - 2, -1, -1):
        if kinds[at] == 1 and others[at] == 0 and found[at + 1] == ours[at + 1] == 2:
            found[at] = ours[at]  # the title before a person's name, which only the rules take with it
    read = np.zeros(len(found), dtype=bool)
    for passage in parses:
        if not passage.headline:
            first, end = _units(passage.place, cut)
            read[first:end] = True
    found[~read] = UNKNOWN
    return Document(name=report.name, tokens=cut, tags=found)


def _rules(report: Report, parses: Sequence[Parse], cut: Tokens) -> Ints:
    tagged = np.zeros(len(cut.starts), dtype=np.int64)
    for mention in mentions(report, parses, None):
        if mention.form == "name":
            bare = mention.bare or mention.span
            start = mention.span.start if mention.kind == "person" and mention.title else bare.start
            first, end = _units(Span(start, bare.end), cut)
            while first < end and not any(s.isupper() for s in report.text[cut.starts[first] : cut.ends[first]]):
                first += 1
            _tag(tagged, first, end, KINDS.index(mention.kind))
    return tagged


def _recognised(parses: Sequence[Parse], cut: Tokens) -> Ints:
    tagged = np.zeros(len(cut.starts), dtype=np.int64)
    for passage in parses:
        for entity in passage.doc.ents:
            if entity.label_ in LABELS and any(sign.isupper() for sign in entity.text):
                _tag(tagged, *_units(_bare(entity, passage.start), cut), LABELS[entity.label_])
    return tagged


def _bare(entity: Entity, start: int) -> Span:
    """Return where an entity stands without its article and its "'s"."""
    skip = 4 if entity.text[:4].lower() == "the " else 0
    drop = 2 if entity.text.endswith(("'s", "’s")) else 0
    return Span(start + entity.start_char + skip, start + entity.end_char - drop)


def _units(span: Span, cut: Tokens) -> tuple[int, int]:
    return int(np.searchsorted(cut.ends, span.start, side="right")), int(np.searchsorted(cut.starts, span.end, side="left"))


def _tag(tagged: Ints, first: int, end: int, kind: int) -> None:
    if first < end:
        tagged[first:end], tagged[first] = 2 * kind + 2, 2 * kind + 1
