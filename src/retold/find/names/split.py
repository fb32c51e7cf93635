"""What stands before a name in one run of capitals: country, body, office, honorific ("US FBI Director Jane Doe").

They come off the front: a country or body becomes a run of its own, office and honorific become the title. A run that ends
in an office ("Nordia's Prime Minister", "FBI Director") names nobody; it is left to the descriptions. A run of body words
("General Motors", "Justice Department") is never cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from retold.find.names.learned.named import Named
from retold.find.names.marked import marked, opening, possible, whole
from retold.find.names.runs import Run, stretches
from retold.find.names.tables import bodies, places, plain, titles
from retold.find.syntax import Parse
from retold.model import Kind
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Doc

GLUE = frozenset({"of", "the", "and", "&", "-", "for"})
AGAINST = frozenset({"pro", "anti", "ex", "non", "then", "late"})


def runs(parse: Parse, lower: frozenset[str], named: Named | None = None) -> Iterator[Run]:
    """Yield the names of a passage in text order, each with its title; `lower` as in `runs.stretches`.

    Capitals set the borders of names. A network that read the text (`named`) strikes runs that name nothing, and adds
    names that no capitals gave away ("the Guard" at the start of a sentence, lower case in a name).
    """
    marks = list(marked(parse, named)) if named else []
    persons = {at for first, last, kind in marks if kind == "person" for at in range(first, last + 1)}
    taken: set[int] = set()
    found: list[Run] = []
    for first, last, whose in whole(parse, stretches(parse, lower), marks):
        if whose is not None:
            taken |= set(range(first, last + 1))
            found += _marked(parse, first, last, whose, lower)
        elif named is None or possible(parse, first, last, named):
            taken |= set(range(first, last + 1))
            found += (_described(run) if run.last in persons else run for run in _from(parse, first, last, lower))
    for first, last, kind in marks:
        if taken.isdisjoint(range(first, last + 1)) and not opening(parse, first, last):
            found += _marked(parse, first, last, kind, lower)
    yield from sorted(found, key=lambda run: run.first)


def _from(parse: Parse, first: int, last: int, lower: frozenset[str]) -> Iterator[Run]:
    words = [plain(t.text) for t in parse.doc[first : last + 1]]
    if len(words) > 2 and words[0] in AGAINST and words[1] == "-":
        first, words = first + 2, words[2:]
    yield from _names(parse, first, words, lower)


def _marked(parse: Parse, first: int, last: int, kind: Kind, lower: frozenset[str]) -> Iterator[Run]:
    """Yield the names in a run that a network marks: a body's or a place's is whole, a person's may have a title before it."""
    words = [plain(t.text) for t in parse.doc[first : last + 1]]
    if _nobody(words) or (first == last and words[0] in bodies().never and not words[0].endswith("s")):
        return
    if kind == "person":
        yield from (_described(run) for run in _from(parse, first, last, lower))
    elif places().country(" ".join(words)):
        yield from _from(parse, first, last, lower)
    elif not all(word in places().people for word in words):
        skip = _nationality(words) if kind != "body" else 0
        code = places().people.get(words[0]) if skip else places().acts_for(words)
        yield _named(Run(parse=parse, first=first + skip, last=last, country=code))


def _names(parse: Parse, first: int, words: Sequence[str], lower: frozenset[str]) -> Iterator[Run]:
    last = first + len(words) - 1
    code = places().country(" ".join(words))
    if code:
        yield Run(parse=parse, first=first, last=last, country=code, is_country=True)
        return
    if all(w in places().people for w in words) or _nobody(words):
        return
    if len(words) == 1 and _common(parse, first, words[0], lower):
        return
    if cut := _after_office(parse, first, words):
        code = places().country(" ".join(words[:cut]))
        yield Run(parse=parse, first=first, last=first + cut - 1, country=code, is_country=True)
        yield _named(Run(parse=parse, first=first + cut, last=last, title=parse.doc[first - 2].text))
        return
    if cut := _portfolio(parse, first, words):
        yield _named(Run(parse=parse, first=first + cut, last=last, title=parse.doc[first - 2 : first + cut].text))
        return
    if cut := _after_town(parse, first, words):
        first, words = first + cut, words[cut:]
    yield from _titled(parse, first, words)


def _after_town(parse: Parse, first: int, words: Sequence[str]) -> int:
    """Return 1 where a run begins with the region of a town ("in Port Vale, N.J. Jane Doe ...") that ends a sentence."""
    short = table("retold.find.names", "names.toml")["regions"]
    region = len(words) > 1 and words[0] in short and parse.doc[first].text.endswith(".")
    return int(region and first > 1 and parse.doc[first - 1].text == "," and parse.doc[first - 2].text[0].isupper())


def _portfolio(parse: Parse, first: int, words: Sequence[str]) -> int:
    """Return the words of an office's field that a run begins with ("secretary of State Jane Doe"), where a full name follows."""
    if first < 2 or parse.doc[first - 1].lower_ != "of" or not titles().describes(plain(parse.doc[first - 2].text)):
        return 0
    cut = next((n for n, word in enumerate(words) if word not in titles().modifiers and word not in GLUE), 0)
    return cut if len(words) - cut > 1 else 0


def _common(parse: Parse, first: int, word: str, lower: frozenset[str]) -> bool:
    """Whether one capitalised word is a common noun of this report, or an office."""
    token = parse.doc[first]
    if titles().leads(word) or (titles().describes(word) and token.ent_type_ != "PERSON"):
        return True
    return token.text.lower() in lower and token.ent_type_ != "PERSON"


def _nobody(words: Sequence[str]) -> bool:
    """Whether words with a capital name nobody: a common acronym, a god, a common noun of several words."""
    rows = table("retold.find.names", "names.toml")
    return " ".join(words) in (*rows["common_acronyms"], *rows["nobodies"], *rows["common_runs"])


def _after_office(parse: Parse, first: int, words: Sequence[str]) -> int:
    """Return the words of the country in "president of Nordia Jane Doe", where the run starts with it; else 0."""
    if first < 2 or parse.doc[first - 1].lower_ != "of" or not titles().describes(plain(parse.doc[first - 2].text)):
        return 0
    cut = country_prefix(words)
    return cut if cut < len(words) and words[-1] not in bodies().names else 0


def _titled(parse: Parse, first: int, words: Sequence[str]) -> Iterator[Run]:
    """Yield what stands before the title, where it may be a body, and the name with its title."""
    last = first + len(words) - 1
    start, cut = title_in(words)
    if cut == 0 and (named := _after_body(words)):
        yield Run(parse=parse, first=first, last=first + named - 1, country=places().acts_for(words[:named]))
        first, words = first + named, words[named:]
    if cut == 0:
        skip = _nationality(words)
        code = places().people.get(words[0]) if skip else places().acts_for(words)
        yield _named(Run(parse=parse, first=first + skip, last=last, country=code))
        return
    before = list(words[:start])
    while before and before[-1] in GLUE:
        before.pop()
    code = _country(before)
    if before and not code and not all(w in places().people or w in titles().modifiers | GLUE for w in before):
        yield Run(parse=parse, first=first, last=first + len(before) - 1, country=places().acts_for(before))
    if cut < len(words):
        title = parse.doc[first if code or not before else first + start : first + cut].text
        yield _named(Run(parse=parse, first=first + cut, last=last, title=title, country=code, lead=first + start))


def _after_body(words: Sequence[str]) -> int:
    """Return the words of a body's name that stand before a person's full name ("Selm News Jane Doe"); 0 where none do."""
    at = len(words) - 2
    one = at > 1 and words[at] in titles().first and words[at - 1] in bodies().names and words[-1] not in titles().first
    return at if one and bodies().names.isdisjoint(words[at:]) and not {"of", "for", "and", "&", "-"} & set(words) else 0


def title_in(words: Sequence[str]) -> tuple[int, int]:
    """Return where the title in a run starts and ends (words before, words up to and with it); (0, 0) if there is none."""
    if words[-1] in bodies().names or words[-1] in bodies().other:
        return 0, 0
    t = titles()
    ends = [n for n, w in enumerate(words) if (t.leads(w) or _introduces(words, n)) and words[n + 1 : n + 2] != ["-"]]
    inside = [n for n in ends if n < len(words) - 1] or [n for n in ends if len(words) > 1 and words[0] not in t.first]
    for end in reversed(inside):
        start = end
        while start > 0 and (words[start - 1] in t.modifiers or t.leads(words[start - 1]) or words[start - 1] in GLUE | {"vice"}):
            start -= 1
        while start < end and (words[start] in GLUE or (start and words[start] in ("county", "city", "town"))):
            start += 1  # "Selm County Sheriff Jane Doe"
        before = words[:start]
        known = not before or _country(before) or all(w in places().people or w in GLUE for w in before)
        known = known or " ".join(before) in places().known or before[-1] in bodies().place
        if known or (before[0] not in t.first and words[end] not in t.honorifics and not any(w in t.first for w in before)):
            return start, _field_end(words, end + 1)
    return 0, 0


def _introduces(words: Sequence[str], at: int) -> bool:
    """Whether a word is part of a title only because a first name follows, or it opens the run: "Senators Jane Doe"."""
    after = words[at + 1] if at + 1 < len(words) else ""
    return words[at] in titles().introducing and bool(after) and (at == 0 or after in titles().first)


def _field_end(words: Sequence[str], end: int) -> int:
    """Return where an office ends that goes on with its field ("Secretary of State Jane Doe"), where a full name follows."""
    if words[end : end + 1] != ["of"]:
        return end
    t = titles()
    name = next((n for n in range(end + 2, len(words) - 1) if words[n] in t.first), None)
    after = next((n for n in range(end + 1, len(words)) if words[n] not in t.modifiers and words[n] not in GLUE), len(words))
    cut = name if name is not None else after
    return cut if end + 1 < cut < len(words) else end


def _nationality(words: Sequence[str]) -> int:
    """Return 1 where a nationality stands before the name of a person, to be left out."""
    if " ".join(words[1:]) in places().bodies:
        return 0
    plain_name = (
        len(words) > 1
        and words[1] != "-"
        and not any(w in bodies().names or w in bodies().other or w in bodies().place for w in words)
    )
    return int(plain_name and words[0] in places().people)


def _country(words: Sequence[str]) -> str | None:
    """Return the country that the words before a title name."""
    joined = " ".join(words)
    return places().names.get(joined) or places().people.get(joined) or (places().people.get(words[0]) if words else None)


def country_prefix(words: Sequence[str]) -> int:
    """Return how many words at the front name a country."""
    sizes = range(min(places().longest, len(words)), 0, -1)
    return next((size for size in sizes if " ".join(words[:size]) in places().names), 0)


def _named(run: Run) -> Run:
    """Complete a run: a title in lower case before it, the country that the title tells."""
    doc, first, title, code, lead = run.parse.doc, run.first, run.title, run.country, run.lead
    if title is None:
        lead = _calling(doc, first)
        title = doc[lead:first].text if lead < first else None
    elif lead is not None:
        lead = _widened(doc, lead)
        title = doc[lead:first].text
    if title:
        code = code or next((places().people[w] for w in plain(title).split() if w in places().people), None)
        while lead is not None and lead < first and plain(doc[lead].text) in places().people:
            lead += 1
    return replace(run, title=title or None, country=code, lead=lead)


def _described(run: Run) -> Run:
    """Take what describes a person right before the name into the mention: "team captain Jane Doe", "US President Jane Doe".

    It is no title: by what somebody is called in passing nobody is told apart.
    """
    doc, lead = run.parse.doc, run.first if run.lead is None else run.lead
    at = lead
    while at > run.root.sent.start and _describing(doc, at, run):
        at -= 1
    while at < lead and not doc[at].is_alpha:
        at += 1
    return replace(run, lead=at) if at < lead else run


def _describing(doc: Doc, at: int, run: Run) -> bool:
    """Whether the token before belongs to the words that describe a person: a noun, its hyphen, a country before a title."""
    token = doc[at - 1]
    if token.text == "-":
        return at < run.first
    if token.text[0].isupper():
        return at < run.first and (plain(token.text) in places().people or plain(token.text) in places().names)
    noun = token.tag_ == "NN" and token.is_alpha
    return noun and (token.head.i >= at or doc[at].head.i == token.i or run.root.head.i == token.i)


def _widened(doc: Doc, lead: int) -> int:
    """Return where a title starts whose first words stand before the run: "Foreign" at the start of a sentence."""
    while lead > 0 and plain(doc[lead - 1].text) in titles().modifiers and not doc[lead].is_sent_start:
        lead -= 1
    return lead


def _calling(doc: Doc, first: int) -> int:
    """Return where a lower-case title before the name starts ("chairman", "interim president"); `first` if there is none."""
    at = first - 1
    if at < 0 or not titles().calls(doc[at].lemma_.lower()) or doc[at].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return first
    if doc[at].tag_ == "NNS" or (doc[at].dep_ != "compound" and doc[at + 1].dep_ not in ("appos", "compound")):
        return first
    while at > 0 and (plain(doc[at - 1].text) in titles().modifiers or plain(doc[at - 1].text) in places().people):
        at -= 1
    return at
