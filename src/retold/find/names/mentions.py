"""Reports call people and bodies by names, by descriptions and by pronouns; a mention is any of these.

`mentions` finds them all and says what each is; who is who is decided in `retold.resolve.people`. A name has one kind
throughout a report (`names_kinds`), its title stands apart from it, and a headline names only whom the body names too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from retold.find.names.common import descriptions, identified, owned, pronouns
from retold.find.names.elsewhere import unparsed
from retold.find.names.grammar import named_so, part, predicate, verb
from retold.find.names.headline import headline, last_words, like_headline, overlooked, quoted_titles, short_forms
from retold.find.names.hyphens import parted
from retold.find.names.kinds import key, kinds, states
from retold.find.names.learned.named import Named
from retold.find.names.runs import Run
from retold.find.names.split import runs
from retold.find.names.tables import places, plain, titles
from retold.find.syntax import Parse
from retold.model import Grammar, Kind, Mention, Report, Sex, Span
from retold.tables import table

STANDS_FOR_GOVERNMENT = frozenset({"with", "by", "against", "from"})
"""Prepositions before a country that acts or is dealt with, not one where things happen."""

SEAT = re.compile(r"[A-Z]-[A-Z](?:[a-z.]|[A-Z]\b)")
"""How the letter of a party with a seat begins, which stands in brackets after a name and is nobody's ("Holm (H-Varn)")."""
REGION = re.compile(r"[A-Z]{1,3}-([A-Z](?:[a-z]+|[A-Z])\b(?:\.[A-Z]\b)*)")
"""The same between commas, where it must be a region's short name."""


@dataclass(slots=True, kw_only=True)
class _Passage:
    """What has been found in one passage so far."""

    parse: Parse
    sentence: dict[int, int]
    """Ordinal in the report of the sentence that starts at a token."""
    found: list[Mention] = field(default_factory=list)
    roots: dict[int, Span] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    countries: dict[Span, str] = field(default_factory=dict)
    """The countries of the bodies that are named."""
    renamed: dict[int, Span] = field(default_factory=dict)
    """The name that stands in apposition to the description at a token ("its director, Jane Doe")."""


def mentions(report: Report, parses: Sequence[Parse], named: Named | None) -> tuple[Mention, ...]:
    """Return the mentions of persons, bodies and places in text order; `chain` and `name` are left open.

    `named` is what a network marks as names; without it capitals, tags and tables alone decide.
    """
    if not any(p.parsed for p in parses):
        return unparsed(report, parses)
    lower = frozenset(t.text for p in parses if not p.headline for t in p.doc if t.is_lower)
    passages = _numbered(parses)
    running = [p for p in passages if not like_headline(p.parse, lower)] or [p for p in passages if not p.parse.headline]
    titles_in = {id(p): quoted_titles(p.parse, lower) for p in running}
    found = parted({id(p): tuple(_names(p.parse, lower, named, titles_in[id(p)])) for p in running})
    every = [run for rows in found.values() for run in rows]
    known = kinds([run for run in every if not run.is_country], named)
    acting = states([run for run in every if not run.is_country])
    last, short = last_words(every), short_forms(known)
    known |= dict.fromkeys(short - known.keys(), "body")
    for passage in passages:
        mine = found.get(id(passage))
        parts = titles_in.get(id(passage), ())
        for run in headline(passage.parse, every) if mine is None else (*mine, *_more(passage, mine, parts, (last, short))):
            _add_name(passage, run, known, acting)
        for run in (run for title in parts for run in headline(passage.parse, every, title)):
            _add_name(passage, run, known, acting)
        _add_others(passage)
    return tuple(sorted((m for p in passages for m in p.found), key=lambda m: (m.span.start, -m.span.end)))


def _names(parse: Parse, lower: frozenset[str], named: Named | None, apart: Sequence[range]) -> Iterator[Run]:
    """Yield the names of a passage outside the parts that are written like headlines."""
    for run in runs(parse, lower, named):
        if not _seat(run) and not any(run.first in title or run.last in title for title in apart):
            yield run


def _seat(run: Run) -> bool:
    """Whether a run of capitals is the letter of a party with a seat, in brackets, or of a region, between commas."""
    first = run.parse.doc[run.first]
    text = run.parse.doc.text
    if text[max(0, first.idx - 1) : first.idx] == "(" and SEAT.match(text, first.idx):
        return True
    between = REGION.match(text, first.idx) if text[max(0, first.idx - 2) : first.idx] == ", " else None
    return between is not None and _region(plain(between[1]))


def _region(word: str) -> bool:
    return word in table("retold.find.names", "names.toml")["regions"] or word in places().known


def _numbered(parses: Sequence[Parse]) -> list[_Passage]:
    passages, count = [], 0
    for parse in parses:
        starts = [s.start for s in parse.doc.sents]
        passages.append(_Passage(parse=parse, sentence={start: count + n for n, start in enumerate(starts)}))
        count += len(starts)
    return passages


def _more(
    passage: _Passage, mine: Sequence[Run], apart: Sequence[range], words: tuple[frozenset[str], frozenset[str]]
) -> tuple[Run, ...]:
    """Return the surnames and short forms (`words`) of a passage that stand outside its runs and the parts kept `apart`."""
    covered = {i for run in mine for i in range(run.first, run.last + 1)}.union(*apart)
    return tuple(overlooked(passage.parse, *words, covered))


def _kind_named(run: Run, grammar: Grammar, known: dict[str, Kind], acting: frozenset[str]) -> Kind | None:
    """Return what a name names where it stands: a country, and a place that acts, may be a body here and a place there."""
    name = key(run.words)
    kind = known.get(name)
    if kind is None and len(run.words) > 1 and known.get(key(run.words[-1:])) == "person" and run.words[0] in titles().first:
        kind = "person"
    if run.is_country and kind != "person":
        kind = _country_kind(run, grammar)
    return _country_kind(run, grammar) if kind == "place" and name in acting else kind


def _add_name(passage: _Passage, run: Run, known: dict[str, Kind], acting: frozenset[str]) -> None:
    root = run.root
    grammar = part(root)
    kind = _kind_named(run, grammar, known, acting)
    if kind is None or kind == "other":
        return
    over = verb(root)
    first = run.parse.doc[run.first if run.lead is None else run.lead]
    mention = Mention(
        span=passage.parse.between(first if kind == "person" else run.tokens[0], run.tokens[-1]),
        bare=passage.parse.between(run.tokens[0], run.tokens[-1]),
        head=passage.parse.span(run.tokens[-1] if kind == "person" else root),
        kind=kind,
        form="name",
        sentence=passage.sentence[root.sent.start],
        grammar=grammar,
        sex=_sex(run) if kind == "person" else None,
        plural=kind == "person" and run.tokens[-1].tag_ == "NNPS",
        country=run.country,
        title=run.title,
        clause=passage.parse.start + over.idx if over is not None else None,
    )
    passage.found.append(mention)
    if (noun := named_so(root)) is not None:
        passage.renamed[noun.i] = mention.span
    passage.roots |= dict.fromkeys(range(run.first, run.last + 1), mention.span)
    if run.country and kind == "body":
        passage.countries[mention.span] = run.country
    passage.taken |= set(range(run.first - len((run.title or "").split()), run.last + 1))


def _country_kind(run: Run, grammar: Grammar) -> Kind | None:
    """Return body for a country or seat of government that acts, place for one where things are, None for an adjective."""
    root = run.root
    word = " ".join(run.words)
    if root.dep_ in ("compound", "amod", "nmod") and word in places().people:
        return None
    acts = grammar in ("subject", "agent") or (grammar == "possessive" and word in places().seats)
    dealt = root.dep_ == "pobj" and root.head.lower_ in STANDS_FOR_GOVERNMENT and root.head.head.pos_ in ("VERB", "NOUN")
    return "body" if acts or (dealt and root.head.lower_ != "from") else "place"


def _sex(run: Run) -> Sex | None:
    t = titles()
    for word in plain(run.title or "").split():
        if sex := t.honorifics.get(word) or t.sex.get(word):
            return sex
    return t.first.get(run.words[0]) if len(run.words) > 1 else None


def _add_others(passage: _Passage) -> None:
    """Add descriptions and pronouns, then tie each description to the mentions around it."""
    heads = list(descriptions(passage.parse, passage.sentence, passage.taken))
    for token, mention in heads:
        passage.roots.setdefault(token.i, mention.span)
    said = list(pronouns(passage.parse, passage.sentence, passage.roots))
    offsets = {t.idx + passage.parse.start: t.i for t in passage.parse.doc} if said else {}
    passage.roots |= {offsets[m.span.start]: m.span for m in said if m.span.start in offsets}
    for token, mention in heads:
        same = passage.renamed.get(token.i) or identified(token, passage.roots)
        if same is not None or not predicate(token):
            of = owned(token, passage.roots)
            country = mention.country or (passage.countries.get(of) if of and mention.kind == "person" else None)
            passage.found.append(replace(mention, same=same, of=of, country=country))
    passage.found.extend(said)
