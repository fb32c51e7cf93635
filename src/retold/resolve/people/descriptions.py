"""A definite description takes up whom the report named with that word; an indefinite one brings in somebody new.

"The minister" is the person last mentioned with that title, "the agency" the one body with such a word in its name (or the
agency that the report credits), "the company" the one body that is no public one, "the country" the one state; where
several may be meant, none is taken. "The Doe administration" is a body with
that name; the government of a country is the country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.model import Mention, Span
from retold.resolve.names import fold
from retold.resolve.people.bodies import (
    DEFINITE,
    body_called,
    brought_in,
    country_meant,
    government,
    named_body,
    newcomer,
    owner_of,
    recent,
    source_before,
)
from retold.resolve.people.chains import Draft, Scene
from retold.resolve.people.roles import (
    by_first_name,
    contested,
    note_first_names,
    note_titles,
    post,
    role,
    said_of,
    speaking_body,
    titled,
)
from retold.resolve.people.ruled_out import abroad, brought_in_since
from retold.tables import table

ORDINARY = DEFINITE | {"a", "an", "his", "her", "its", "their", "one", "two", "three", "four", "same", "of", "other", "s"}
CLOSING = frozenset(",.;)")
"""What ends an apposition: without it "In Varn, the mayor said" says nothing of Varn."""
NEXT = 8
"""Mentions after a description among which the one it means is named with a title."""
GENERAL = frozenset({"person", "individual"})
"""Nouns that say no more of a source than that it is one."""
SOON = 3
"""Sentences from an unnamed source to "the person"."""
PAST = frozenset({"former", "ex"})
"""Words by which a post is one that somebody had."""
LONGEST = 12
"""Words of a description that are kept."""
_LETTER = re.compile(r",?\s\(?([A-Z])-[A-Z][a-z]")


def describe(scene: Scene, n: int, teller: Draft | None = None) -> Draft | None:
    """Return the chain that a description belongs to, a new one where it brings somebody in; None for "the country" where it
    may be any. It is never `teller`, whose words it stands in: who speaks of "the minister" means another."""
    mention = scene.mentions[n]
    head = post(scene, mention)
    if mention.kind == "place":
        return country_meant(scene, n)
    if _sought(scene, mention):
        return None
    if _another(scene, mention):
        return _new(scene, mention)
    if mention.kind == "body" and (found := government(scene, mention, head) or named_body(scene, mention, head)):
        return found
    definite = _definite(scene, mention)
    found = _known(scene, n, head, teller) if definite and not mention.plural else None
    if found is not None and (newer := brought_in_since(scene, found, n, head)) is not None:
        return newer
    if found is None and mention.kind == "person" and not mention.plural and contested(scene, n, head):
        found = role(scene, n, head, teller)
    if found is None and definite and not mention.plural:
        found = by_first_name(scene, n)
    return _in_turn(scene, n, head, teller, found)


def _definite(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is told of as known: "the minister", "this agency", a bare "minister"."""
    begins = scene.text(mention.span).split()[0].lower() in DEFINITE
    return begins or (mention.head.start == mention.span.start and not mention.plural)


def _in_turn(scene: Scene, n: int, head: str, teller: Draft | None, named: Draft | None) -> Draft:
    """The body just brought in, else who was `named` so, the body that speaks, who was described so before, who is known by that
    role, or somebody new."""
    mention, found = scene.mentions[n], named
    definite = _definite(scene, mention)
    earlier = _described(scene, n, head) or _unnamed_source(scene, n, head) if definite and found is None else None
    if mention.kind == "body" and definite and (newer := newcomer(scene, n, head)) is not None:
        return newer
    if found is None and mention.kind == "body" and not (earlier is not None and brought_in(scene, earlier)):
        found = speaking_body(scene, n, head)
    found = found or earlier
    if found is None and mention.kind == "person" and not mention.plural:
        found = role(scene, n, head, teller)
    return found or _new(scene, mention)


def _known(scene: Scene, n: int, head: str, teller: Draft | None) -> Draft | None:
    """The chain with a name that the report itself calls so."""
    if scene.mentions[n].kind == "body":
        return body_called(scene, n, head)
    return None if contested(scene, n, head) else _titled(scene, n, head, teller)


def _sought(scene: Scene, mention: Mention) -> bool:
    """Whether a bare noun is a post that somebody is after, whoever holds it: "the race for mayor"."""
    bare = mention.kind == "person" and mention.span == mention.head and mention.of is None and mention.same is None
    before = scene.findings.report.text[max(0, mention.span.start - LONGEST) : mention.span.start].lower().split()
    return bare and bool(before) and before[-1] in table("retold.resolve.people", "people.toml")["sought"]


def _another(scene: Scene, mention: Mention) -> bool:
    """Whether a description says itself that it takes up nobody: "the next president", "the most important member"."""
    words = fold(scene.text(Span(mention.span.start, mention.head.start))).split()
    return not set(words).isdisjoint(table("retold.resolve.people", "people.toml")["another"])


def called(scene: Scene) -> None:
    """Note what the report says outright that somebody named is, wherever it stands: an apposition, a predicate, words beside."""
    for n, mention in enumerate(scene.mentions):
        if mention.form == "description":
            _note(scene, n)
    _letters(scene)
    note_titles(scene)
    running = {d.parts[0] for d in scene.drafts if d.kind == "body" and len(d.parts) == 2 and d.parts[1] == "campaign"}
    for draft in scene.drafts:
        if draft.kind == "person" and draft.parts[-1:] and draft.parts[-1] in running:
            draft.nouns.append("candidate")  # who has a campaign stands for something
        titles = (word for title in draft.titles for word in fold(title).split())
        if draft.kind == "person" and draft.parts:
            scene.families.setdefault(draft.parts[-1], []).append(draft)
        for word in dict.fromkeys((*draft.nouns, *titles)) if draft.kind == "person" and draft.name else ():
            scene.posts.setdefault(word, []).append(draft)
    note_first_names(scene)


def _note(scene: Scene, n: int) -> None:
    """Note what one description says of the one that it describes."""
    mention = scene.mentions[n]
    named = mention.of is not None and scene.mentions[scene.at.get(mention.of, n)].form == "name"
    if named and mention.kind == "body" and fold(scene.text(mention.head)) == "campaign" and (owner := owner_of(scene, mention)):
        owner.nouns.append("candidate")  # who has a campaign stands for something
    other = scene.at.get(mention.same) if mention.same is not None else _beside(scene, n)
    draft = scene.where.get(other) if other is not None else None
    if draft is None or draft.kind != mention.kind or draft.plural != mention.plural:
        return
    draft.nouns.append(post(scene, mention))
    # "The Green rival" may be said of whom the Greens oppose.
    if draft.nouns[-1] not in table("retold.resolve.people", "people.toml")["opposed"]:
        draft.words |= set(fold(scene.text(mention.span)).split()[:LONGEST]) - ORDINARY


def _letters(scene: Scene) -> None:
    """Note the party that a letter after a name tells ("Holm (R-Varn)")."""
    rows = table("retold.resolve.people", "people.toml")["parties"]
    words = {row["letter"]: row["words"] for row in rows if "letter" in row}
    for n, draft in scene.where.items():
        mention = scene.mentions[n]
        if draft.kind == "person" and (found := _LETTER.match(scene.findings.report.text, mention.span.end)):
            draft.words.update(words.get(found[1], ()))


def _beside(scene: Scene, n: int) -> int | None:
    """The person's name that stands before or after a description, with no more than a comma between."""
    mention, text = scene.mentions[n], scene.findings.report.text
    beside: tuple[int, ...] = (*range(n - 1, max(-1, n - 4), -1), *range(n + 1, min(n + 5, len(scene.mentions))))
    for other in beside:
        name = scene.mentions[other]
        gap = text[mention.span.end : name.span.start] if other > n else text[name.span.end : mention.span.start]
        closed = other > n or text[mention.span.end : mention.span.end + 1] in CLOSING
        if name.form == "name" and name.kind == "person" == mention.kind and gap == ", " and closed:
            return other
    return None


def _new(scene: Scene, mention: Mention) -> Draft:
    draft = Draft(kind=mention.kind, sex=mention.sex, plural=mention.plural, country=mention.country)
    draft.of = owner_of(scene, mention)
    return scene.start(draft)


# ------------------------------------------------------------------------------ persons and whoever has no name


def _titled(scene: Scene, n: int, head: str, teller: Draft | None) -> Draft | None:
    """Return the person last mentioned who has that title."""
    mention = scene.mentions[n]
    owner = owner_of(scene, mention)
    known = [*_named_next(scene, n, head), *recent(scene, n)]
    # "the Freedonian president" is the one who is told to be Freedonia's before one of whom nothing is told.
    past = PAST.intersection(fold(scene.text(mention.span)).split())
    told = [d for d in known if past and past & said_of(d)]
    for draft in [d for d in known if mention.country and d.country == mention.country] + told + known:
        if draft.kind != "person" or not draft.name or draft.plural or draft in (owner, teller):
            continue
        if mention.sex and draft.sex not in (None, mention.sex):
            continue
        if titled(draft, head) and not abroad(draft, mention):
            return draft
    return None


def _named_next(scene: Scene, n: int, head: str) -> Iterator[Draft]:
    """Yield whom the rest of the sentence names with a title ("a letter to the minister, and hoped that Minister Doe ...")."""
    for after in range(n + 1, min(n + NEXT, len(scene.mentions))):
        mention, draft = scene.mentions[after], scene.where.get(after)
        if mention.sentence != scene.mentions[n].sentence:
            return
        if mention.form == "name" and head in fold(mention.title or "") and draft is not None:
            yield draft


def _qualities(scene: Scene, mention: Mention) -> frozenset[str]:
    """Return the words before the head that tell one from others of its sort ("interior" in "the interior ministry")."""
    text = scene.findings.report.text[mention.span.start : mention.head.start]
    return frozenset(fold(text).split()) - ORDINARY


def _described(scene: Scene, n: int, head: str) -> Draft | None:
    """Return the chain without a name that was described with the same head."""
    mention = scene.mentions[n]
    owner = owner_of(scene, mention)
    for draft in recent(scene, n):
        if draft.name or draft.plural != mention.plural or draft.kind != mention.kind:
            continue
        if owner is not None and draft.of is not owner:
            continue
        first = scene.mentions[draft.mentions[0]]
        if post(scene, first) == head and _qualities(scene, mention) <= _qualities(scene, first):
            return draft
    return None


def _unnamed_source(scene: Scene, n: int, head: str) -> Draft | None:
    """Return the unnamed source just before whom "the person" means, who is a source too."""
    draft = source_before(scene, n, SOON) if head in GENERAL and not scene.mentions[n].plural else None
    return None if draft is None or draft.kind != "person" or draft.plural or draft.name else draft
