"""One name, one kind, throughout a report: every place where it stands votes, and the sum decides.

Votes come from the name's own words (body words, first names), from what stands beside it (titles, "the", age, "who",
appositions), from what it does in its sentence, and from the recogniser, which alone is often wrong: a surname that it
does not know it calls an organisation. A surname alone inherits the votes of the full name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from anyascii import anyascii

from retold.find.names.before import Vote, noun_says, set_before
from retold.find.names.learned.decode import KINDS
from retold.find.names.learned.named import Named
from retold.find.names.marked import span
from retold.find.names.runs import PARTICLES, Run
from retold.find.names.tables import bodies, places, plain, titles
from retold.model import Kind
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_SITE = re.compile(r"[\w-]{2,40}\.[a-z]{2,4}")
RECOGNISED: dict[str, Kind] = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place"}
HE_SHE = frozenset({"he", "his", "she", "her"})
QUOTES = frozenset("\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb")
HYPHENED = 3
"""Tokens of a word with a hyphen."""
STEM = 3
"""Letters that an adjective has before its ending, at least one more."""
OTHER = frozenset({"EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE", "DATE", "TIME"})


def key(words: Sequence[str]) -> str:
    """Return the name as it is compared: folded to ASCII, lower case."""
    return anyascii(" ".join(w for w in words if w != "the")).lower()


def kinds(found: Sequence[Run], named: Named | None = None) -> dict[str, Kind]:
    """Return the kind of every name that these runs hold, by `key`; names without any evidence are left out.

    `named` is what a network makes of the words of the text.
    """
    sums: dict[str, dict[Kind, float]] = defaultdict(lambda: defaultdict(float))
    for run in found:
        for kind, weight in votes(run):
            sums[key(run.words)][kind] += weight
    for name, kind, weight in _learned(found, named) if named else ():
        sums[name][kind] += weight
    _inherit(sums, frozenset(key(run.words) for run in found if run.title and run.first == run.last))
    alone = frozenset(key(run.words) for run in found if run.title or run.root.dep_ not in ("compound", "amod", "nmod"))
    known = {name: best for name, tally in sums.items() if (best := _winner(tally)) and not _hyphened(name, best, sums, alone)}
    surnames = {name.split()[-1] for name, kind in known.items() if kind == "person" and " " in name}
    for surname in surnames - known.keys():
        known[surname] = "person"
    return {name: kind for name, kind in known.items() if not _adjective(name, known)}


def _hyphened(name: str, kind: Kind, names: Collection[str], alone: Collection[str]) -> bool:
    """Whether one word with a hyphen is taken for a person though it stands before nouns only ("the Doe-Roe act"), never `alone`,
    and no other name of the report ends in it."""
    first, joined, _ = name.partition(" - ")
    if kind != "person" or not joined or len(name.split()) != HYPHENED or name in alone or first in titles().first:
        return False
    return not any(other.endswith(" " + name) for other in names)


def states(found: Sequence[Run]) -> frozenset[str]:
    """Return the names, by `key`, that have what only states have: a ministry, an embassy, a president, a capital."""
    has = frozenset(table("retold.find.names", "names.toml")["of_states"])
    owners = {key(r.words) for r in found if r.root.dep_ == "poss" and r.root.head.lemma_.lower() in has}
    return frozenset(owners)


def _adjective(name: str, known: dict[str, Kind]) -> bool:
    """Whether one word is only what a place of the report is called as an adjective ("Ostranian", "Ostrani")."""
    if " " in name:
        return False
    endings = [e for e in table("retold.find.names", "names.toml")["of_places"] if name.endswith(e) and len(name) - len(e) > STEM]
    stems = {name, *(name.removesuffix(e) for e in endings)} if endings else ()
    return any(_grown(place, stem) for place, kind in known.items() if place != name and kind != "person" for stem in stems)


def _grown(place: str, stem: str) -> bool:
    """Whether a name is that stem with at most a vowel ending."""
    return " " not in place and place.startswith(stem) and not place[len(stem) :].strip("aeiouy") and len(place) <= len(stem) + 2


def _winner(tally: dict[Kind, float]) -> Kind | None:
    best = max(tally, key=lambda k: tally[k], default=None)
    return best if best and tally[best] >= table("retold.find.names", "names.toml")["threshold"] else None


def _settled(tally: dict[Kind, float]) -> bool:
    """Whether a name is so plainly no person's that its last word is nobody's surname."""
    others = max((weight for kind, weight in tally.items() if kind != "person"), default=0.0)
    least: float = table("retold.find.names", "names.toml")["settled"]
    return others > max(2 * tally.get("person", 0.0), least)


def _inherit(sums: dict[str, dict[Kind, float]], titled: frozenset[str]) -> None:
    """Let a last word alone vote with the persons whose surname it is, and the first word of a body's name with the body, if it
    is no surname: those of the `titled` are, and "the Doe House" is not Doe."""
    families: dict[str, list[str]] = defaultdict(list)
    for name in sums:
        if " " in name and not set(name.split()) & _impersonal() and not _settled(sums[name]):
            families[name.split()[-1]].append(name)
    for surname, members in families.items():
        _pool([sums[name] for name in (*members, surname) if name in sums])
    firsts = Counter(name.split()[0] for name in sums if " " in name)
    own = titled | {last for last, members in families.items() if any(_winner(sums[n]) == "person" for n in members)}
    for name in [n for n in sums if " " in n and _winner(sums[n]) != "person"]:
        first = name.split()[0]
        if (
            first in sums
            and firsts[first] == 1
            and not (first in bodies().names or first in titles().first or first in own or first in places().known)
        ):
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


def _learned(found: Sequence[Run], named: Named) -> Iterator[tuple[str, Kind, float]]:
    """Yield what the network holds each name for, one vote a name however often it stands: it errs alike in every place."""
    weights = table("retold.find.names", "names.toml")["votes"]
    seen: dict[str, list[dict[Kind, float]]] = defaultdict(list)
    for run in found:
        if (likely := named.likely(span(run.parse, run.first, run.last))) is not None:
            seen[key(run.words)].append(likely)
    for name, every in seen.items():
        for kind in KINDS:
            alone = kind == "person" and " " not in name
            weight: float = weights["learned_one_word" if alone else "learned"]
            yield name, kind, weight * sum(each[kind] for each in every) / len(every)


def votes(run: Run) -> Iterator[Vote]:
    """Yield what one place says of the kind of its name."""
    weights: dict[str, float] = table("retold.find.names", "names.toml")["votes"]
    yield from _shape(run, weights)
    yield from _beside(run, weights)
    yield from _syntax(run, weights)
    labels = {t.ent_type_ for t in run.tokens if t.ent_type_}
    bare = run.first == run.last and not run.title
    for label in labels:
        if label == "PERSON" and bare:
            yield "person", weights["recognised_one_word"] / len(labels)
        elif label in RECOGNISED:
            yield RECOGNISED[label], weights["recognised_" + RECOGNISED[label]] / len(labels)
        elif label in OTHER:
            yield "other", weights["recognised_other"] / len(labels)


def _shape(run: Run, weights: dict[str, float]) -> Iterator[Vote]:
    words = run.words
    b = bodies()
    if " ".join(words) in places().known:
        yield "place", weights["known_place"]
    if (vote := _word_vote(run, words, weights)) is not None:
        yield vote
    if len(words) > 1 and any(len(w) == 1 and w.isalpha() for w in words):
        yield "person", weights["initial"]
    if any(w in PARTICLES for w in words[1:-1]) and not any(w in b.names for w in words):
        yield "person", weights["particle"]
    if _SITE.fullmatch(run.tokens[-1].text):
        yield "body", weights["site"]
    text = run.tokens[0].text.replace(".", "")
    if len(words) == 1 and text.isupper() and 2 <= len(text) <= 6:
        yield "body", weights["acronym"]


def _word_vote(run: Run, words: Sequence[str], weights: dict[str, float]) -> Vote | None:
    """Return what the words of a name tell: the first of these that holds."""
    last, b = words[-1], bodies()
    plain_words = len(words) in (2, 3) and not any(t.text.isupper() and len(t.text) > 2 for t in run.tokens)
    faiths = table("retold.find.names", "names.toml")["adjectives"]
    legal = table("retold.find.names", "names.toml")["legal"]
    rows: tuple[tuple[bool, Kind, str], ...] = (
        (len(words) > 1 and last in legal, "body", "legal_form"),
        (len(words) > 1 and words[0] in faiths["words"] and words[1] in faiths["before"], "body", "last_word"),
        (" ".join(words) in places().bodies, "body", "known_body"),
        (len(words) > 1 and words[0] in b.place_first and last not in b.names, "place", "place_first"),
        (last in b.other, "other", "last_word"),
        (last in b.place, "place", "last_word"),
        (last in b.names or (words[0] in b.names and "of" in words), "body", "last_word"),
        (any(w in b.names for w in words), "body", "inner_word"),
        ("for" in words[1:-1] and words[0].endswith("s"), "body", "inner_word"),
        (words[0] in titles().first, "person", "first_name" if len(words) > 1 else "first_name_alone"),
        (plain_words, "person", "two_words"),
    )
    return next(((kind, weights[name]) for holds, kind, name in rows if holds), None)


def _beside(run: Run, weights: dict[str, float]) -> Iterator[Vote]:
    doc, first, last = run.parse.doc, run.first, run.last
    if run.title:
        strong = any(plain(w) in titles().honorifics for w in run.title.split())
        yield "person", weights["honorific"] if strong else weights["title"]
    before = doc[first - 1].text.lower() if first else ""
    yield from set_before(run, weights)
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
    if len(follow) > 1 and follow[0] == "," and (plain(follow[1]) in places().known or _region(follow[1])):
        yield "place", weights["town"]
    if len(follow) > 1 and (follow == ["et", "al", "."] or (follow[0] in ",(" and follow[1].isdigit() and len(follow[1]) == 4)):
        yield "person", weights["cited"]
    if len(follow) == 3 and follow[0] == "," and follow[1].isdigit() and 10 < int(follow[1][:4]) < 110 and follow[2] == ",":
        yield "person", weights["age"]
    if len(follow) == 3 and follow[0] == "(" and follow[1].isupper() and len(follow[1]) > 1 and follow[2] == ")":
        yield "body", weights["long_form"]


def _region(word: str) -> bool:
    """Whether a word is the short form of a region ("Wis.")."""
    return word.endswith(".") and plain(word) in table("retold.find.names", "names.toml")["regions"]


def _syntax(run: Run, weights: dict[str, float]) -> Iterator[Vote]:
    root = run.root
    if root.dep_ == "nsubj":
        yield from _subject(run, weights)
    for child in root.children:
        if child.dep_ == "appos":
            yield from noun_says(child.lemma_.lower(), weights["apposition"])
        elif child.dep_ == "relcl":
            asks = {t.lower_ for t in child.subtree if t.tag_ in ("WP", "WDT", "WP$")}
            who = bool(asks & {"who", "whom", "whose"})
            yield ("person", weights["who"] if who else -weights["which"] * ("which" in asks))
    if root.dep_ == "appos" and root.head.pos_ != "PROPN":
        yield from noun_says(root.head.lemma_.lower(), weights["apposition"])
    if root.dep_ in ("compound", "poss", "nmod") and (vote := _owner(root, weights)) is not None:
        yield vote


def _subject(run: Run, weights: dict[str, float]) -> Iterator[Vote]:
    """Yield what a name that is the subject of a clause does there, and what is said of it after."""
    root, doc = run.root, run.parse.doc
    if root.head.lemma_ in table("retold.find.names", "names.toml")["speech"]:
        yield "person", weights["speaks"]
        yield "body", weights["speaks"] / 2
    after = doc[run.last + 1 : min(root.sent.end, run.last + 25)]
    if any(t.lower_ in HE_SHE and t.dep_ in ("nsubj", "poss") for t in after):
        yield "person", weights["he_she"]
    for child in root.head.children:
        if child.dep_ == "attr":
            yield from noun_says(child.lemma_.lower(), weights["predicate"])
    if root.head.pos_ == "VERB":
        yield "body", weights["active"]
        yield "person", weights["active"]


def _owner(root: Token, weights: dict[str, float]) -> Vote | None:
    """Return what it tells of a name that it stands before a noun, and before which."""
    noun, cues = root.head.lemma_.lower(), table("retold.find.names", "names.toml")
    if root.dep_ == "poss" and noun in cues["of_states"]:
        return "place", weights["owns_ministry"]
    if noun in cues["personal"]:
        return "person", weights["owner"]
    if noun in cues["led"]:
        return "body", weights["led"]
    return ("body", weights["called"]) if root.dep_ != "poss" and noun in bodies().nouns else None
