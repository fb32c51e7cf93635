"""Whom a pronoun means: of those who agree with it, the nearest, the subject, the one most spoken of.

Weights stand in `people.toml`. Who is the source of an attribution is most likely who spoke before: sentences of a quotation
count for no distance then, and neither he who is named in the words themselves nor one named within quotation marks speaks.
Each candidate is judged by its best mention in the sentences just before; one that shares
the clause with a pronoun that is not possessive is ruled out, for then the report would say "himself".
"""

from __future__ import annotations

from retold.model import Mention
from retold.resolve.people.chains import Draft, Scene
from retold.tables import table

LOOK_BACK = 40
"""Mentions before a pronoun that are weighed."""


def antecedent(scene: Scene, n: int) -> Draft | None:
    """Return the likeliest chain for the pronoun that is mention n; None where nobody fits."""
    pronoun = scene.mentions[n]
    if (beside := _emphasised(scene, n)) is not None:
        return beside
    weights: dict[str, float] = table("retold.resolve.people", "people.toml")["pronouns"]
    best: tuple[float, Draft] | None = None
    for back in range(n - 1, max(-1, n - LOOK_BACK), -1):
        draft = scene.where.get(back)
        if draft is None or not agrees(draft, pronoun):
            continue
        if pronoun.kind == "body" and not (_neuter(scene, back, pronoun) or _spoke(scene, back, n)):
            continue
        if _distance(scene, back, n) > weights["reach"]:
            break
        score = worth(scene, back, n, weights)
        if score is not None and (best is None or score > best[0]):
            best = (score, draft)
    return best[1] if best else None


def _emphasised(scene: Scene, n: int) -> Draft | None:
    """Return whom "himself" stresses where it follows right upon a mention: "the minister himself"."""
    pronoun = scene.mentions[n]
    if not _reflexive(scene, pronoun):
        return None
    for back in range(n - 1, max(-1, n - 4), -1):
        mention, draft = scene.mentions[back], scene.where.get(back)
        if mention.span.end == pronoun.span.start - 1 and draft is not None and mention.form != "pronoun":
            return draft if draft.kind == "person" else None
    return None


def _reflexive(scene: Scene, pronoun: Mention) -> bool:
    return scene.text(pronoun.span).lower().endswith(("self", "selves"))


def worth(scene: Scene, back: int, n: int, weights: dict[str, float]) -> float | None:
    """Return how well a mention serves as antecedent, None where syntax forbids it."""
    pronoun, mention = scene.mentions[n], scene.mentions[back]
    possessive = pronoun.grammar == "possessive"
    reflexive = _reflexive(scene, pronoun)
    together = mention.clause is not None and mention.clause == pronoun.clause
    if together and not possessive and not reflexive and mention.grammar != "possessive":
        return None
    draft = scene.where[back]
    return (
        weights.get(mention.grammar.replace(" ", "_"), 0.0)
        - weights["sentence"] * _distance(scene, back, n)
        - weights["mention"] * (n - back)
        + weights["named"] * (mention.form == "name")
        + weights["frequent"] * min(draft.before(n), 6)
        + weights["has_name"] * (draft.name is not None)
        + weights["opens"] * (back in scene.opens)
        + weights["reflexive"] * (reflexive and together)
        + weights["sex_known"] * (pronoun.sex is not None and draft.likely_sex() == pronoun.sex)
        + weights["spoke"] * _spoke(scene, back, n)
        + weights["spoke_last"] * (scene.tellers.quoted(n) and back == _last(scene, n))
        + weights["plural"] * (pronoun.plural and draft.plural)
        - _quoted(scene, back, n, weights)
    )


def _distance(scene: Scene, back: int, n: int) -> int:
    """Sentences between two mentions; for who is the source of words those of quotations are left out."""
    first, last = scene.mentions[back].sentence, scene.mentions[n].sentence
    return max(0, scene.told_between(first, last)) if scene.tellers.tells(n) else last - first


def _spoke(scene: Scene, back: int, n: int) -> bool:
    """Whether both are sources: who spoke before speaks on."""
    return scene.tellers.tells(n) and back in scene.tellers.outer and not scene.tellers.told_by(n, scene.mentions[back].span)


def _last(scene: Scene, n: int) -> int | None:
    """The source before a source that agrees with it: a speech goes on."""
    own = scene.mentions[n]
    return next((back for back in scene.tellers.before(n) if (draft := scene.where.get(back)) and agrees(draft, own)), None)


def _quoted(scene: Scene, back: int, n: int, weights: dict[str, float]) -> float:
    """What speaks against one who is named in a quotation for a pronoun outside it, the more where it is the source."""
    outside, inside = scene.quote(scene.mentions[n].span.start), scene.quote(scene.mentions[back].span.start)
    if outside == inside:
        return 0.0
    source = scene.tellers.tells(n) and outside is None
    told = source and scene.tellers.told_by(n, scene.mentions[back].span)
    return weights["in_own_words"] if told else weights["source_in_quotes"] if source else weights["across_quotes"]


def agrees(draft: Draft, pronoun: Mention) -> bool:
    """Whether sex, number and kind let a pronoun stand for a chain."""
    if pronoun.kind == "person" and not pronoun.plural:
        return draft.kind == "person" and not draft.plural and draft.agrees(pronoun.sex)
    if pronoun.plural:
        return draft.plural or (draft.kind == "body" and not draft.country)
    return draft.kind == "body" or (draft.kind == "place" and draft.country is not None)


def _neuter(scene: Scene, back: int, pronoun: Mention) -> bool:
    """Whether "it" may stand for a body at all: most often it stands for a thing, which has no mention here."""
    mention = scene.mentions[back]
    near = pronoun.sentence - mention.sentence <= 1
    return near and mention.kind == "body" and mention.grammar == "subject" and pronoun.grammar in ("subject", "possessive")
