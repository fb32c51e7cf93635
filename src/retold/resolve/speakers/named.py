"""What a name says of who bears it: one person, several people, a body.

"Scholars" and "Harbour Liberals" are people; "United Dockers" and "Doctors for Peace" are bodies, as what unites them or
what they stand for says. A name that ends with a post and a person's name is the person's.
"""

from __future__ import annotations

import re
from functools import cache

from retold.model import Chain, Speaker
from retold.resolve.speakers.policy import either, peoples, persons, rules, singular
from retold.resolve.speakers.source import Source
from retold.tables import table

CAMEL = re.compile(r"[a-z]{2,}[A-Z]|[A-Z]{2,}[a-z]{2,}")
"""Capitals within a word, as in the names of sites and firms."""
HEADLINE = 200
"""Code points at the head of a report in which a phrase in capitals may be no name ("Harbour Prize Winner")."""
LONGEST = 3
"""Words of a person's name."""
_POST = re.compile(r"\b([A-Z][a-z]+) ((?:[A-Z][\w’'.-]+ ){1,2}[A-Z][\w’'-]+)$")


def several(chain: Chain) -> bool:
    """Return whether the name of a chain says no more than what sort of people it is."""
    name = chain.name or ""
    if _stands_for().search(name.lower()) or name.split(" ", 1)[0].lower() in rules().bodies.uniting:
        return False
    head = _belongs().split(name, maxsplit=1)[0].rsplit(" ", 1)[-1]
    people = head.endswith("s") and singular(head) in rules().unnamed.nouns | persons()
    return people and (chain.kind != "person" or head == name)


@cache
def _stands_for() -> re.Pattern[str]:
    return re.compile(rf" {either(rules().bodies.stands_for)} ")


@cache
def _belongs() -> re.Pattern[str]:
    return re.compile(rf" {either(rules().bodies.belongs)} ")


def is_text(name: str) -> bool:
    """Return whether a name is that of a text ("Harbour University Poll")."""
    return " " in name and name.rsplit(" ", 1)[-1].lower() in rules().documents.titled


def person_in(name: str) -> str | None:
    """Return the person whom a name names that was taken for a body's: it ends with a post and a name, or it begins with a
    first name; None where it is a body's."""
    match = _POST.search(name)
    if match is not None and match[1].lower() in persons() and not _has_body_word(match[2]):
        return match[2]
    words = name.split()
    whole = 1 < len(words) <= LONGEST and words[0].lower() in _first_names() and not _has_body_word(name)
    return name if whole and all(word[:1].isupper() for word in words) else None


def _by_ending(words: str) -> bool:
    return words.lower().endswith(rules().unnamed.endings) and not _has_body_word(words)


def _has_body_word(name: str) -> bool:
    rows = table("retold.find.names", "bodies.toml")["names"]
    words = {word.lower() for word in name.split()}
    return not words.isdisjoint((*rows["words"], *rows["place"], *rules().bodies.nouns))


@cache
def _first_names() -> frozenset[str]:
    rows = table("retold.find.names", "titles.toml")["first"]
    return frozenset(name for names in rows.values() for name in names)


def by_capitals(source: Source, chain: str | None) -> Speaker:
    """Return the speaker of a phrase in capitals that no chain explains: people, a body, or a person."""
    words = source.words.split()
    noun = singular(words[-1])
    people = noun in rules().unnamed.nouns | persons() or not {noun, words[-1].lower()}.isdisjoint(peoples())
    people = people or (source.span.start < HEADLINE and len(words) > 1 and _by_ending(source.words))
    if people or (len(words) == 1 and source.plural and noun.endswith(rules().unnamed.endings) and not source.words.isupper()):
        return Speaker(kind="unnamed", described=source.words, chain=chain)
    body = any(CAMEL.search(word) or word.lower().endswith(rules().bodies.endings) for word in words)
    body = body or any((word.isupper() and len(word) > 1) or word.lower() in rules().bodies.nouns for word in words)
    body = body or len(words) > LONGEST
    return Speaker(kind="body" if body else "person", name=source.words, chain=chain)
