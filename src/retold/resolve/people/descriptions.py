"""A definite description takes up whom the report named with that word; an indefinite one brings in somebody new.

"The minister" is the person last mentioned with that title, "the agency" the body with such a word in its name (or the
agency that the report credits), "the company" the last body that is no public one. "The Doe administration" is a body with
that name; the government of a country is the country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.model import Mention
from retold.resolve.names import body_parts, fold
from retold.resolve.people.chains import Draft, Scene
from retold.tables import table

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
REACH = 400
"""Mentions back that a description reaches."""
NEAR = 60
"""Mentions back that a description without a matching word reaches."""
_CAPITAL = re.compile(r"(?<!^)(?<!\w)[^\W\d_a-z]\w")


def describe(scene: Scene, n: int) -> Draft:
    """Return the chain that a description belongs to, a new one where it brings somebody in."""
    mention = scene.mentions[n]
    head = fold(scene.text(mention.head))
    definite = scene.text(mention.span).split()[0].lower() in DEFINITE
    definite = definite or (mention.head.start == mention.span.start and not mention.plural)
    if mention.kind == "body" and (found := _government(scene, mention, head) or _named(scene, mention, head)):
        return found
    if definite and not mention.plural:
        found = _titled(scene, n, head) if mention.kind == "person" else _body(scene, n, head)
    else:
        found = None
    return found or (_described(scene, n, head) if definite else None) or _new(scene, mention)


def recent(scene: Scene, n: int, reach: int = REACH) -> Iterator[Draft]:
    """Yield the chains mentioned before mention n, the last mentioned first, each once."""
    seen = set[int]()
    for back in range(n - 1, max(-1, n - reach), -1):
        draft = scene.where.get(back)
        if draft is not None and id(draft) not in seen:
            seen.add(id(draft))
            yield draft


def _new(scene: Scene, mention: Mention) -> Draft:
    draft = Draft(kind=mention.kind, sex=mention.sex, plural=mention.plural, country=mention.country)
    draft.of = _owner(scene, mention)
    return scene.start(draft)


def _owner(scene: Scene, mention: Mention) -> Draft | None:
    number = scene.at.get(mention.of) if mention.of else None
    return scene.where.get(number) if number is not None else None


# ------------------------------------------------------------------------------ bodies


def _government(scene: Scene, mention: Mention, head: str) -> Draft | None:
    """Return the country for its government, where the report has it by name."""
    if head != "government" or mention.country is None or mention.plural:
        return None
    return next((d for d in scene.countries.values() if d.country == mention.country), None)


def _named(scene: Scene, mention: Mention, head: str) -> Draft | None:
    """Return the chain of a body that is described with a name: "the Doe administration", "the Acme family trust"."""
    owner = _owner(scene, mention)
    if mention.country or mention.plural:
        return None
    if owner is not None and owner.kind == "person" and owner.name:
        if head not in table("retold.resolve.people", "people.toml")["led_by_one"]:
            return None
        name = f"{scene.surname(owner)} {scene.text(mention.head)}"
    elif owner is None and (found := _CAPITAL.search(scene.text(mention.span))) and mention.of is None:
        name = scene.text(mention.span)[found.start() :]
        if not name.endswith(scene.text(mention.head)) or name == scene.text(mention.head):
            return None
    else:
        return None
    key = fold(name)
    if key not in scene.titled:
        draft = Draft(kind="body", name=name, parts=tuple(key.split()), country=_country_of(owner))
        scene.titled[key] = scene.start(draft)
    return scene.titled[key]


def _country_of(owner: Draft | None) -> str | None:
    """Return the country over which a person holds office, as the title tells it."""
    return owner.country if owner is not None else None


def _body(scene: Scene, n: int, head: str) -> Draft | None:
    """Return the body last mentioned that may be called so: by a word of its name, or by what the tables tell."""
    mention = scene.mentions[n]
    if mention.of is not None or mention.country is not None:
        return None
    if head == "agency" and (credited := _credited(scene)) is not None:
        return credited
    tables = table("retold.find.names", "bodies.toml")
    called = {*tables["called"].get(head, ()), head}
    for draft in recent(scene, n):
        if draft.kind != "body" or not draft.name:
            continue
        words = {head} if scene.titled.get(" ".join(draft.parts)) is draft else called
        if words & set(draft.parts) or head in draft.nouns:
            return draft
    if head not in tables["nouns"]["private"]:
        return None
    public = set(tables["nouns"]["public"])
    fits = (d for d in recent(scene, n, NEAR) if d.kind == "body" and d.name and not d.country)
    return next((d for d in fits if not public & set(d.parts)), None)


def _credited(scene: Scene) -> Draft | None:
    """Return the agency that the report names as where it got the story."""
    names = {" ".join(body_parts(c.name)) for c in scene.findings.credits if c.agency}
    return next((d for d in scene.bodies if " ".join(d.parts) in names), None)


# ------------------------------------------------------------------------------ persons and whoever has no name


def _titled(scene: Scene, n: int, head: str) -> Draft | None:
    """Return the person last mentioned who has that title."""
    mention = scene.mentions[n]
    owner = _owner(scene, mention)
    for draft in recent(scene, n):
        if draft.kind != "person" or not draft.name or draft.plural or draft is owner:
            continue
        if mention.sex and draft.sex not in (None, mention.sex):
            continue
        if head in draft.nouns or any(head in fold(title).split() for title in draft.titles):
            return draft
    return None


def _described(scene: Scene, n: int, head: str) -> Draft | None:
    """Return the chain without a name that was described with the same head."""
    mention = scene.mentions[n]
    owner = _owner(scene, mention)
    for draft in recent(scene, n):
        if draft.name or draft.plural != mention.plural or draft.kind != mention.kind:
            continue
        if owner is not None and draft.of is not owner:
            continue
        if fold(scene.text(scene.mentions[draft.mentions[0]].head)) == head:
            return draft
    return None
