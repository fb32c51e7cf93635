"""Within a report a person is named in full once and then by surname, title or pronoun; a chain holds all of these.

Names come first (`names.py`), then descriptions and pronouns in text order, each to the likeliest of what was
mentioned before it (`words.py`). A pronoun that nobody fits gets no chain and is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from retold.model import Chain, Findings, Mention, Sex
from retold.resolve.people.chains import Scene
from retold.resolve.people.names import name_chains
from retold.resolve.people.words import attach, worth

SURE = 3
"""Pronouns by which the sex of somebody is sure enough to read the report again with it."""


def _tied(findings: Findings, sexes: Mapping[tuple[str, ...], Sex | None]) -> Scene:
    """Return a report with its mentions tied; `sexes` of persons by the parts of their names, as a first reading told them."""
    scene = Scene.of(findings)
    name_chains(scene, sexes)
    attach(scene)
    return scene


def people(findings: Findings) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """Return the mentions with `chain` and canonical `name`, and the chains, both in text order.

    Chain ids are "c1", "c2" ... in the order of first mention. Mentions that could not be tied to anyone are left
    out, and so are those without a name who neither do anything nor are anybody's source.
    """
    scene = _tied(findings, {})
    unknown = (d for d in scene.drafts if d.kind == "person" and d.name and d.sex is None and d.heard.total() >= SURE)
    if sexes := {d.parts: d.told() for d in unknown if d.told()}:
        scene = _tied(findings, sexes)
    drafts = sorted((d for d in scene.drafts if d.mentions and worth(scene, d)), key=lambda d: min(d.mentions))
    ids = {id(draft): f"c{n}" for n, draft in enumerate(drafts, 1)}
    chains = tuple(draft.chain(ids[id(draft)], scene) for draft in drafts)
    names = {c.id: c.name for c in chains}
    mentions = []
    for n, mention in enumerate(scene.mentions):
        draft = scene.where.get(n)
        if draft is not None and id(draft) in ids:
            key = ids[id(draft)]
            mentions.append(replace(mention, chain=key, name=names[key]))
    return tuple(mentions), chains
