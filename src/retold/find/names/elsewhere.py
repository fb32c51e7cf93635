"""Where there is no parse, capitals alone must tell names, and only safe ones are taken.

Two capitalised words or more are a person, unless a body word is among them or the run opens a sentence and is found
nowhere else. One word alone counts when it is a country, an acronym, follows a title, or is the last word of a person
named in full. German writes every noun with a capital, so there a first name or a title must vouch for a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.find.names.kinds import key
from retold.find.names.tables import bodies, places, plain, titles
from retold.find.syntax import Parse
from retold.model import Kind, Mention, Report, Sex
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 7
"""Words of a run; more is a heading in capitals."""
CAPITAL_NOUNS = frozenset({"de"})
"""Languages in which every noun has a capital."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    parse: Parse
    first: int
    last: int
    opens: bool
    """Whether it stands where any word has a capital."""
    sentence: int
    title: str | None = None

    @property
    def words(self) -> list[str]:
        return [plain(t.text) for t in self.parse.doc[self.first : self.last + 1]]

    @property
    def key(self) -> str:
        return key(self.words)


def unparsed(report: Report, parses: Sequence[Parse]) -> tuple[Mention, ...]:
    """Return the names in passages that were only split into words, in text order."""
    found, count = list[_Run](), 0
    for parse in parses:
        found += _runs(parse, count)
        count += sum(1 for _ in parse.doc.sents)
    elsewhere = Counter(run.key for run in found if not run.parse.headline)
    nouns = report.language in CAPITAL_NOUNS
    known = {run.key: kind for run in found if (kind := _kind(run, elsewhere, nouns=nouns))}
    surnames = {name.split()[-1] for name, kind in known.items() if kind == "person" and " " in name}
    found = [r for r in found if r.key in known or r.key in surnames]
    return tuple(_mention(run, known.get(run.key, "person")) for run in found)


def _runs(parse: Parse, count: int) -> Iterator[_Run]:
    doc, at, sentence = parse.doc, 0, count
    starts = {s.start: count + n for n, s in enumerate(doc.sents)}
    shouts = parse.headline and _in_capitals(doc)
    while at < len(doc):
        sentence = starts.get(at, sentence)
        if not _capital(doc, at):
            at += 1
            continue
        last = at
        while step := _step(doc, last):
            last += step
        opens = at in starts or doc[at - 1].is_punct or shouts
        if last - at < LONGEST:
            yield from _titled(_Run(parse=parse, first=at, last=last, opens=opens, sentence=sentence))
        at = last + 1


def _in_capitals(doc: Doc) -> bool:
    """Whether most words have a capital, as in headlines of some languages."""
    words = [t for t in doc if t.is_alpha]
    return 2 * sum(t.text[0].isupper() for t in words) > len(words)


def _capital(doc: Doc, at: int) -> bool:
    text = doc[at].text
    return at < len(doc) and text[0].isupper() and any(c.isalpha() for c in text)


def _step(doc: Doc, last: int) -> int:
    """Return how many tokens further a run goes: 0 to end it."""
    if last + 1 >= len(doc):
        return 0
    if _capital(doc, last + 1) and not doc[last + 1].is_sent_start:
        return 1
    words = table("retold.find.names", "names.toml")
    word = doc[last + 1].text.lower()
    of_body = any(plain(t.text) in bodies().foreign for t in doc[max(0, last - 2) : last + 1])
    if word not in words["joins_bodies" if of_body else "joins_abroad"]:
        return 0
    return 2 if last + 2 < len(doc) and _capital(doc, last + 2) else 0


def _titled(run: _Run) -> Iterator[_Run]:
    """Take titles off the front; a bare title is no name."""
    t = titles()
    doc, first = run.parse.doc, run.first
    if first < run.last and plain(doc[first].text) in table("retold.find.names", "names.toml")["joins_abroad"] and run.opens:
        first += 1
    while first <= run.last and _is_title(plain(doc[first].text)):
        first += 1
    if first > run.last:
        return
    at = first
    while at > 0 and _is_title(plain(doc[at - 1].text)):
        at -= 1
    if at == first and (given := _given(run)) is not None:
        first = given
    title = doc[at:first].text if at < first else None
    cut = first if title or run.opens else run.first
    if any(w in bodies().foreign or w in bodies().names for w in run.words) and t.honorifics.keys().isdisjoint(run.words):
        title, cut = None, _body_start(run)
    yield _Run(parse=run.parse, first=cut, last=run.last, opens=run.opens and not title, sentence=run.sentence, title=title)


def _given(run: _Run) -> int | None:
    """Return where a given name follows other words with capitals, as after a calling in German."""
    words = run.words
    at = next((n for n, w in enumerate(words) if w in titles().first), 0)
    return run.first + at if 0 < at < len(words) - 1 else None


def _body_start(run: _Run) -> int:
    """Return where the name of a body starts: at the body word, where another word only opens the sentence."""
    at = next((n for n, w in enumerate(run.words) if w in bodies().foreign), 0)
    return run.first + at if run.opens else run.first


def _is_title(word: str) -> bool:
    t = titles()
    return word in t.foreign or word in t.honorifics or word in t.offices


def _kind(run: _Run, elsewhere: Counter[str], *, nouns: bool) -> Kind | None:
    words, text = run.words, run.parse.doc[run.last].text
    joined = " ".join(words)
    if joined in places().other or places().country(joined):
        return "place"
    if any(w in bodies().foreign or w in bodies().names for w in words):
        return "body" if len(words) > 1 else None
    if run.title:
        return "person"
    if len(words) > 1 and words[0] in table("retold.find.names", "names.toml")["articles_abroad"]:
        return "body"
    if len(words) > 1 and words[0] in bodies().place_first:
        return "place"
    if len(words) == 1:
        inner = any(c.isupper() for c in text[1:]) and any(c.islower() for c in text)
        return "body" if inner or (text.isupper() and 1 < len(text) < 7 and elsewhere[run.key] > 1) else None
    vouched = words[0] in titles().first or (
        not nouns and (not run.opens or elsewhere[run.key] > 1 or elsewhere[key(words[-1:])] > 0)
    )
    return "person" if vouched else None


def _mention(run: _Run, kind: Kind) -> Mention:
    doc, joined = run.parse.doc, " ".join(run.words)
    span = run.parse.between(doc[run.first], doc[run.last])
    return Mention(
        span=span,
        bare=span,
        head=run.parse.span(doc[run.last]) if kind == "person" else span,
        kind=kind,
        form="name",
        sentence=run.sentence,
        sex=_sex(run) if kind == "person" else None,
        country=(places().other.get(joined) or places().country(joined)) if kind == "place" else None,
        title=run.title,
    )


def _sex(run: _Run) -> Sex | None:
    for word in plain(run.title or "").split():
        if sex := titles().honorifics.get(word):
            return sex
    return titles().first.get(run.words[0]) if len(run.words) > 1 else None
