"""Two who speak together: the first is the speaker, the words tell both ("Ada Holm and Jonas Reed").

"Each", "both" and "neither" take up the two whom their sentence told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from retold.model import Mention, Span, Speaker
from retold.resolve.speakers.policy import either, rules
from retold.resolve.speakers.scene import Scene
from retold.resolve.speakers.source import Source

OPENING = 10
"""Code points of a phrase before its first name ("both the ")."""
MOST = 6
"""Names joined in one phrase that are told."""


def joint(source: Source, scene: Scene, first: Speaker) -> Speaker:
    """Return the speaker with the names of all in `described`, where a phrase joins several names; else as it is."""
    names = _joined(_named(source.span, scene), scene)
    if len(names) < 2 or names[0].span.start > source.span.start + OPENING or names[0].chain != first.chain:
        return first
    return replace(first, described=_listed([mention.name or scene.words(mention.span) for mention in names]))


def among(source: Source, scene: Scene) -> Speaker | None:
    """Return those whom a phrase for several goes on to name one by one ("two owners, Ada Holm and Jonas Reed"), else None."""
    names = _joined([m for m in _named(source.span, scene) if m.kind == "person"], scene) if source.plural else []
    if len(names) < 2 or names[-1].span.end < source.span.end - 1:
        return None
    before = scene.words(Span(source.span.start, (names[0].bare or names[0].span).start)).rstrip(" ,")
    if not before.endswith(source.head):
        return None
    called = [mention.name or scene.words(mention.span) for mention in names]
    return Speaker(kind="person", name=called[0], described=_listed(called), chain=names[0].chain)


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _named(span: Span, scene: Scene) -> list[Mention]:
    """The persons and bodies that a span names, without those whom they are of."""
    rows = (m for m in scene.mentions_near(span.start) if m.span.end <= span.end and m.kind in ("person", "body"))
    return [m for m in rows if m.form == "name" and m.grammar != "possessive"]


def _joined(rows: Sequence[Mention], scene: Scene) -> list[Mention]:
    """The first of some names with those that are joined to it by no more than "and", a comma, or what the one before is."""
    found = list(rows[:1])
    for before, after in pairwise(rows[:MOST]):
        if after.chain == before.chain or not _between().fullmatch(scene.text, before.span.end, after.span.start):
            break
        found.append(after)
    return found if found and _and().search(scene.text, found[0].span.end, found[-1].span.start) else []


@cache
def _between() -> re.Pattern[str]:
    ands = either(rules().phrase.joining)
    return re.compile(rf"(?:,[^,;:.\n]{{1,60}})?,?\s*(?:{ands}|,)\s*(?:the\s+)?")


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s,]){either(rules().phrase.joining)}\s")


def pair(source: Source, scene: Scene) -> Speaker | None:
    """Return the two named persons of the sentence in which "each" or "both" takes them up."""
    sentence = scene.sentence(source.span.start)
    rows = _named(Span(sentence.start, source.span.start), scene) if sentence else []
    for first, second in pairwise(rows):
        both = _joined((first, second), scene)
        if len(both) == 2 and {first.kind, second.kind} == {"person"}:
            names = [m.name or scene.words(m.span) for m in both]
            return Speaker(kind="person", name=names[0], described=_listed(names), chain=first.chain)
    return None
