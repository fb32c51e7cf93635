"""A person is shown by the full name that the report itself uses, not by what stands before it once.

What a rival puts before a name within quotation marks ("Sleepy Ada Holm") and the end of a title that runs into it ("Miss
Harvest Ada Holm") make a longer name, not a fuller one. They are told from a first name by what follows them: a first name,
with which the report names that person elsewhere too.
"""

from __future__ import annotations

from functools import cache

from retold.resolve.names import person_parts
from retold.resolve.people.chains import Draft, Scene
from retold.tables import table

SHORTEST = 2
"""Words of a full name."""


def plainly_named(scene: Scene) -> None:
    """Give each person whose longest name has more than a name in front the longest full name without that."""
    for draft in scene.drafts:
        if draft.kind == "person" and len(draft.parts) > SHORTEST and (plain := _plain(scene, draft) or _spelt(scene, draft)):
            draft.name, draft.parts = plain, person_parts(plain)


def _plain(scene: Scene, draft: Draft) -> str | None:
    """Return the name that is left without what no name begins with, as the report writes it; None where nothing is to leave."""
    written = {person_parts(name): name for n in reversed(draft.mentions) if (name := scene.called(scene.mentions[n]))}
    for cut in range(1, len(draft.parts) - SHORTEST + 1):
        if draft.parts[cut - 1] in _first() or len(draft.parts[cut - 1]) == 1:
            return None
        if draft.parts[cut:] in written and draft.parts[cut] in _first():
            return written[draft.parts[cut:]]
    return None


def _spelt(scene: Scene, draft: Draft) -> str | None:
    """Return the name with the first name in full of whose longest name has initials alone ("Ada Holm" for "A.B. Holm")."""
    if any(len(part) > 1 for part in draft.parts[:-1]):
        return None
    written = (scene.called(scene.mentions[n]) for n in draft.mentions)
    return next((name for name in written if len(person_parts(name)) > 1 and len(person_parts(name)[0]) > 1), None)


@cache
def _first() -> frozenset[str]:
    rows = table("retold.find.names", "titles.toml")["first"]
    return frozenset((*rows["male"], *rows["female"]))
