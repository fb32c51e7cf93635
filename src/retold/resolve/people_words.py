"""Descriptions and pronouns stand for someone mentioned before; go through them in text order and say for whom.

Pronouns: agreement in sex, number and kind rules out; nearness, subjects and repetition rank (Lappin and Leass 1994,
"An algorithm for pronominal anaphora resolution"). Descriptions: an apposition or a predicate says it outright, a title
or a word of the name does for "the minister" and "the agency"; what fits nobody starts a chain without a name.
"""

from __future__ import annotations

from retold.model import Mention
from retold.resolve.people_chains import Draft, Scene
from retold.resolve.people_descriptions import describe
from retold.resolve.people_pronouns import antecedent
from retold.resolve.people_quotes import first_person


def attach(scene: Scene) -> None:
    """Tie every description and pronoun of the scene for which a chain is found."""
    opening = first_person(scene)
    for n, mention in enumerate(scene.mentions):
        if mention.form == "name":
            continue
        draft = _same(scene, mention)
        if draft is None and mention.form == "description":
            draft = describe(scene, n)
        elif draft is None:
            draft = opening(n) if _is_first(scene, mention) else antecedent(scene, n)
        if draft is not None:
            scene.tie(n, draft)


def _same(scene: Scene, mention: Mention) -> Draft | None:
    """Return the chain of the mention that this one is said to be."""
    if mention.same is None or mention.same not in scene.at:
        return None
    draft = scene.where.get(scene.at[mention.same])
    if draft is None or draft.kind != mention.kind or (draft.plural != mention.plural and mention.form != "pronoun"):
        return None
    if mention.form == "description":
        draft.titles.append(scene.text(mention.head))
    return draft


def _is_first(scene: Scene, mention: Mention) -> bool:
    return scene.text(mention.span).lower() in FIRST


FIRST = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself"])
