"""One name, one kind, throughout a report: every place where it stands votes, and the sum decides.

Votes come from the name's own words (body words, first names), from what stands beside it (titles, "the", age, "who",
appositions), from what it does in its sentence, and from the recogniser, which alone is often wrong: a surname that it
does not know it calls an organisation. A surname alone inherits the votes of the full name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from anyascii import anyascii

from retold.find.names.runs import PARTICLES, Run
from retold.find.names.tables import bodies, places, plain, titles
from retold.model import Kind
from retold.tables import table

_SITE = re.compile(r"[\w-]{2,40}\.[a-z]{2,4}")
Vote = tuple[Kind, float]
RECOGNISED: dict[str, Kind] = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place"}
HE_SHE = frozenset({"he", "him", "his", "himself", "she", "her", "herself"})
QUOTES = frozenset("\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb")
OTHER = frozenset({"EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE", "DATE", "TIME"})


def key(words: Sequence[str]) -> str:
    """Return the name as it is compared: folded to ASCII, lower case."""
    return anyascii(" ".join(w for w in words if w != "the")).lower()


def kinds(found: Sequence[Run]) -> dict[str, Kind]:
    """Return the kind of every name that these runs hold, by `key`; names without any evidence are left out."""
    sums: dict[str, dict[Kind, float]] = defaultdict(lambda: defaultdict(float))
    for run in found:
        for kind, weight in votes(run):
            sums[key(run.words)][kind] += weight
    _inherit(sums)
    known = {name: best for name, tally in sums.items() if (best := _winner(tally))}
    surnames = {name.split()[-1] for name, kind in known.items() if kind == "person" and " " in name}
    for surname in surnames - known.keys():
        known[surname] = "person"
    return known


def _winner(tally: dict[Kind, float]) -> Kind | None:
    best = max(tally, key=lambda k: tally[k], default=None)
    return best if best and tally[best] >= table("retold.find.names", "names.toml")["threshold"] else None


def _inherit(sums: dict[str, dict[Kind, float]]) -> None:
    """Let names that share a last word vote together, and give the first word of a body's name the body's kind."""
    families: dict[str, list[str]] = defaultdict(list)
    for name in sums:
        if not set(name.split()) & _impersonal():
            families[name.split()[-1]].append(name)
    for members in families.values():
        if len(members) > 1 and any(" " in name for name in members):
            _pool([sums[name] for name in members])
    for name in [n for n in sums if " " in n and _winner(sums[n]) != "person"]:
        first = name.split()[0]
        if first in sums and first not in bodies().names and first not in titles().first:
            _pool([sums[first], sums[name]])


@cache
def _impersonal() -> frozenset[str]:
    """Return the words that no person's name holds."""
    return bodies().names | bodies().place | bodies().other


def _pool(tallies: Sequence[dict[Kind, float]]) -> None:
    total: dict[Kind, float] = defaultdict(float)
    for tally in tallies:
        for kind, weight in tally.items():
            total[kind] += weight
    for tally in tallies:
        tally.clear()
        tally.update(total)


def votes(run: Run) -> Iterator[Vote]:
    """Yield what one place says of the kind of its name."""
    weights: dict[str, float] = table("retold.find.names", "names.toml")["votes"]
    yield from _shape(run, weights)
    yield from _beside(run, weights)
    yield from _syntax(run, weights)
    labels = {t.ent_type_ for t in run.tokens if t.ent_type_}
    for label in labels:
        if label in RECOGNISED:
            yield RECOGNISED[label], weights["recognised_" + RECOGNISED[label]] / len(labels)
        elif label in OTHER:
            yield "other", weights["recognised_other"] / len(labels)


def _shape(run: Run, weights: dict[str, float]) -> Iterator[Vote]:
    words, last = run.words, run.words[-1]
    b = bodies()
    if " ".join(words) in places().known:
        yield "place", weights["known_place"]
    if last in b.other:
        yield "other", weights["last_word"]
    elif last in b.place:
        yield "place", weights["last_word"]
    elif last in b.names or (words[0] in b.names and "of" in words):
        yield "body", weights["last_word"]
    elif any(w in b.names for w in words):
        yield "body", weights["inner_word"]
    elif len(words) > 1 and words[0] in titles().first:
        yield "person", weights["first_name"]
    elif len(words) in (2, 3) and not any(t.text.isupper() and len(t.text) > 2 for t in run.tokens):
        yield "person", weights["two_words"]
    if len(words) > 1 and any(len(w) == 1 and w.isalpha() for w in words):
        yield "person", weights["initial"]
    if any(w in PARTICLES for w in words[1:-1]) and not any(w in b.names for w in words):
        yield "person", weights["particle"]
    if _SITE.fullmatch(run.tokens[-1].text):
        yield "body", weights["site"]
    text = run.tokens[0].text.replace(".", "")
    if len(words) == 1 and text.isupper() and 2 <= len(text) <= 6:
        yield "body", weights["acronym"]


def _beside(run: Run, weights: dict[str, float]) -> Iterator[Vote]:
    doc, first, last = run.parse.doc, run.first, run.last
    if run.title:
        strong = any(plain(w) in titles().honorifics for w in run.title.split())
        yield "person", weights["honorific"] if strong else weights["title"]
    before = doc[first - 1].text.lower() if first else ""
    if before == "the" and run.root.dep_ not in ("compound", "poss", "nmod", "amod"):
        yield "person", -weights["the"]
        yield "body", weights["the"] / 2
    elif before in ("in", "at", "near", "outside"):
        yield "place", weights["in"]
    elif before in QUOTES and last + 1 < len(doc) and doc[last + 1].text in QUOTES:
        yield "other", weights["title_in_quotes"]
    elif before == "(" and run.tokens[0].text.isupper() and last + 1 < len(doc) and doc[last + 1].text == ")" and first > 1:
        yield "body", weights["in_brackets"] * (doc[first - 2].pos_ == "PROPN")
    follow = [t.text for t in doc[last + 1 : last + 4]]
    if len(follow) > 1 and follow[0] == "," and plain(follow[1]) in places().known:
        yield "place", weights["town"]
    if len(follow) > 1 and (follow == ["et", "al", "."] or (follow[0] in ",(" and follow[1].isdigit() and len(follow[1]) == 4)):
        yield "person", weights["cited"]
    if len(follow) == 3 and follow[0] == "," and follow[1].isdigit() and 10 < int(follow[1][:4]) < 110 and follow[2] == ",":
        yield "person", weights["age"]
    if len(follow) == 3 and follow[0] == "(" and follow[1].isupper() and len(follow[1]) > 1 and follow[2] == ")":
        yield "body", weights["long_form"]


def _syntax(run: Run, weights: dict[str, float]) -> Iterator[Vote]:
    root = run.root
    cues = table("retold.find.names", "names.toml")
    if root.dep_ == "nsubj":
        if root.head.lemma_ in cues["speech"]:
            yield "person", weights["speaks"]
            yield "body", weights["speaks"] / 2
        if any(t.lower_ in HE_SHE for t in root.doc[run.last + 1 : min(root.sent.end, run.last + 25)]):
            yield "person", weights["he_she"]
        for child in root.head.children:
            if child.dep_ == "attr":
                yield from _noun(child.lemma_.lower(), weights["predicate"])
    for child in root.children:
        if child.dep_ == "appos":
            yield from _noun(child.lemma_.lower(), weights["apposition"])
        elif child.dep_ == "relcl":
            asks = {t.lower_ for t in child.subtree if t.tag_ in ("WP", "WDT", "WP$")}
            yield (
                ("person", weights["who"])
                if asks & {"who", "whom", "whose"}
                else ("person", -weights["which"] * ("which" in asks))
            )
    if root.dep_ == "appos":
        yield from _noun(root.head.lemma_.lower(), weights["apposition"])
    if root.dep_ in ("compound", "poss", "nmod") and root.head.lemma_.lower() in cues["personal"]:
        yield "person", weights["owner"]
    elif root.dep_ in ("compound", "poss", "nmod") and root.head.lemma_.lower() in cues["led"]:
        yield "body", weights["led"]
    elif root.dep_ == "nsubj" and root.head.pos_ == "VERB":
        yield "body", weights["active"]
        yield "person", weights["active"]


def _noun(lemma: str, weight: float) -> Iterator[Vote]:
    if titles().describes(lemma):
        yield "person", weight
    elif lemma in bodies().nouns:
        yield "body", weight
    elif lemma in bodies().place:
        yield "place", weight
