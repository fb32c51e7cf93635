"""Whom a pronoun means: of those who agree with it, the nearest, the subject, the one most spoken of.

Weights stand in `people.toml`; what speaks for a person himself (`standing.py`) comes on top. Who is the source of an attribution
is most likely who spoke before: sentences of a quotation count for no distance then, and neither he who is named in the words
themselves nor one named within quotation marks speaks.
Each candidate is judged by its best mention in the sentences just before; one that shares
the clause with a pronoun that is not possessive is ruled out, for then the report would say "himself".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from retold.model import Mention
from retold.resolve.names import fold
from retold.resolve.people.chains import Draft, Scene
from retold.resolve.people.ruled_out import ahead, first_persons, told_to_be
from retold.resolve.people.standing import standing
from retold.tables import table

LOOK_BACK = 40
"""Mentions before a pronoun that are weighed."""
ACTS = frozenset({"subject", "passive subject"})
"""How a body stands in its clause that "they" may take up."""

SOON = 1
"""Sentences from a body to the "they" that takes it up."""
SPOKEN = 4
"""Those sentences where the body was the source before."""
TOPIC = 12
"""Names of somebody in a report beyond which it is about him anyhow."""
PRESENTED = re.compile(r"\bthere(?:['\u2019]s| is| was) $", re.IGNORECASE)
BEFORE = 12
"""Code points before a name in which it is said that there is such a one."""


def antecedent(scene: Scene, n: int) -> Draft | None:
    """Return the likeliest chain for the pronoun that is mention n; None where nobody fits."""
    pronoun = scene.mentions[n]
    if (beside := _emphasised(scene, n)) is not None:
        return beside
    if pronoun.plural and pronoun.grammar in ACTS and scene.tellers.of_others(pronoun.span.start):
        return None
    if (coming := ahead(scene, n)) is not None:
        return coming
    others = first_persons(scene, n) | {id(told_to_be(scene, n))}
    person = pronoun.kind == "person" and not pronoun.plural
    points = standing(scene, n, lambda draft: agrees(draft, pronoun)) if person else {}

    def fits(draft: Draft) -> float | None:
        return points.get(id(draft), 0.0) if agrees(draft, pronoun) and id(draft) not in others else None

    return best(scene, n, fits, near=lambda back: _near(scene, back, n))


def best(
    scene: Scene, n: int, suits: Callable[[Draft], float | None], *, near: Callable[[int], bool] = lambda _: True
) -> Draft | None:
    """Return the chain whose best mention before mention n is worth most, with the points that `suits` adds for the chain
    (None: it is not meant); mentions that are not `near` are left out."""
    weights: dict[str, float] = table("retold.resolve.people", "people.toml")["pronouns"]
    found: tuple[float, Draft] | None = None
    for back in range(n - 1, max(-1, n - LOOK_BACK), -1):
        if scene.item(back) != scene.item(n):
            break
        draft = scene.where.get(back)
        more = suits(draft) if draft is not None and near(back) else None
        score = worth(scene, back, n, weights) if more is not None else None
        if draft is not None and more is not None and score is not None and (found is None or score + more > found[0]):
            found = (score + more, draft)
    least = weights["least_plural"] if scene.mentions[n].plural else None
    return found[1] if found and (least is None or found[0] >= least) else None


def _near(scene: Scene, back: int, n: int) -> bool:
    """Whether a mention is near enough to a pronoun, and of a sort that pronouns of things and of many take up."""
    weights: dict[str, float] = table("retold.resolve.people", "people.toml")["pronouns"]
    pronoun, mention = scene.mentions[n], scene.mentions[back]
    if _distance(scene, back, n) > weights["reach_plural" if pronoun.plural else "reach"]:
        return False
    if pronoun.plural and mention.kind == "body" and not mention.plural:
        soon = pronoun.sentence - mention.sentence
        return (mention.grammar in ACTS and soon <= SOON) or (soon <= SPOKEN and _spoke(scene, back, n))
    return pronoun.kind != "body" or _neuter(scene, back, pronoun) or _spoke(scene, back, n)


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
    reflexive = _reflexive(scene, pronoun)
    subjects = (
        mention.grammar == pronoun.grammar == "subject" and pronoun.kind == "person"
    )  # a clause has one: the parse is wrong
    together = mention.clause is not None and mention.clause == pronoun.clause and not subjects
    if together and not reflexive and "possessive" not in (pronoun.grammar, mention.grammar):
        return None
    place = (
        weights.get(_part(scene, back), 0.0)
        - weights["sentence"] * _distance(scene, back, n)
        - weights["mention"] * (n - back)
        + weights["opens"] * (back in scene.opens)
        + weights["reflexive" if reflexive else "own_clause"] * together
    )
    return place + _known(scene, back, n, weights) + _voice(scene, back, n, weights)


def _part(scene: Scene, back: int) -> str:
    """What a mention is in its clause: a name with which a sentence begins is its subject, whatever the parser makes of it."""
    mention = scene.mentions[back]
    heads = mention.grammar == "other" and mention.form == "name" and back in scene.opens
    begins = heads and scene.findings.sentences[mention.sentence : mention.sentence + 1]
    return "subject" if begins and begins[0].start == mention.span.start else mention.grammar.replace(" ", "_")


def _known(scene: Scene, back: int, n: int, weights: dict[str, float]) -> float:
    """What speaks for a mention by who it is: named, often told of, of the sex and number that the pronoun says."""
    pronoun, draft = scene.mentions[n], scene.where[back]
    return (
        weights["named"] * (scene.mentions[back].form == "name")
        + weights["frequent"] * min(draft.before(n), 6)
        + weights["has_name"] * (draft.name is not None)
        + weights["she_known" if pronoun.sex == "female" else "sex_known"]
        * (pronoun.sex is not None and draft.likely_sex() == pronoun.sex)
        + weights["presented"] * _presented(scene, back, n)
        + weights["plural"] * (pronoun.plural and draft.plural)
    )


def _presented(scene: Scene, back: int, n: int) -> bool:
    """Whether the sentence just before brings somebody in ("Then there is Doe.")."""
    place = scene.mentions[back].span.start
    near = _distance(scene, back, n) <= 1
    return near and PRESENTED.search(scene.findings.report.text, max(0, place - BEFORE), place) is not None


def _voice(scene: Scene, back: int, n: int, weights: dict[str, float]) -> float:
    """What speaks for a mention by who spoke before, and in whose words it stands."""
    return (
        weights["spoke"] * _spoke(scene, back, n)
        + weights["spoke_last" if scene.tellers.quoted(n) else "spoke_last_unquoted"] * _spoke_last(scene, back, n)
        + weights["same_sentence"] * _goes_on(scene, back, n)
        + weights["teller"] * _own_words(scene, back, n)
        - _quoted(scene, back, n, weights)
    )


def _goes_on(scene: Scene, back: int, n: int) -> bool:
    """Whether a pronoun of the same sentence stands before a source that is one, both outside quotations."""
    mention, pronoun = scene.mentions[back], scene.mentions[n]
    both = mention.form == pronoun.form == "pronoun" and mention.sentence == pronoun.sentence
    return both and scene.tellers.tells(n) and scene.quote(mention.span.start) is None is scene.quote(pronoun.span.start)


def _own_words(scene: Scene, back: int, n: int) -> bool:
    """Whether a pronoun stands in what a mention is reported to say, out of quotation marks: there he is not "I"."""
    place = scene.mentions[n].span
    return scene.quote(place.start) is None and scene.tellers.told_by(back, place)


def _distance(scene: Scene, back: int, n: int) -> int:
    """Sentences between two mentions; for who is the source of words those of quotations are left out."""
    first, last = scene.mentions[back].sentence, scene.mentions[n].sentence
    return max(0, scene.told_between(first, last)) if scene.tellers.tells(n) else last - first


def _spoke(scene: Scene, back: int, n: int) -> bool:
    """Whether both are sources: who spoke before speaks on."""
    return scene.tellers.tells(n) and back in scene.tellers.outer and not scene.tellers.told_by(n, scene.mentions[back].span)


def _spoke_last(scene: Scene, back: int, n: int) -> bool:
    """Whether the source before is taken up by quoted words, or was quoted and is "he" or "she" with whom a sentence begins."""
    pronoun = scene.mentions[n]
    alone = pronoun.form == "pronoun" and pronoun.kind == "person" and not pronoun.plural and n in scene.opens
    alone = alone and scene.tellers.quoted(back)
    return scene.tellers.tells(n) and (alone or scene.tellers.quoted(n)) and back == _last(scene, n)


def _last(scene: Scene, n: int) -> int | None:
    """The source before a source that agrees with it: a speech goes on."""
    own = scene.mentions[n]
    return next((back for back in scene.tellers.before(n) if (draft := scene.where.get(back)) and agrees(draft, own)), None)


def _quoted(scene: Scene, back: int, n: int, weights: dict[str, float]) -> float:
    """What speaks against one who is named in a quotation for a pronoun outside it, the more where it is the source; for one in
    a quotation against who is not named there, the less the more the report is about him."""
    outside, inside = scene.quote(scene.mentions[n].span.start), scene.quote(scene.mentions[back].span.start)
    if outside == inside:
        return 0.0
    if outside is not None:
        return weights["across_quotes"] - weights["topic"] * min(len(scene.where[back].named), TOPIC)
    source = scene.tellers.tells(n) and outside is None
    told = source and scene.tellers.told_by(n, scene.mentions[back].span)
    return weights["in_own_words"] if told else weights["source_in_quotes"] if source else weights["across_quotes"]


def agrees(draft: Draft, pronoun: Mention) -> bool:
    """Whether sex, number and kind let a pronoun stand for a chain."""
    if pronoun.kind == "person" and not pronoun.plural:
        return draft.kind == "person" and not draft.plural and draft.agrees(pronoun.sex)
    if pronoun.plural:
        return draft.plural or (draft.kind == "body" and not draft.country and " ".join(draft.parts) not in outlets())
    return not draft.plural and (draft.kind == "body" or (draft.kind == "place" and draft.country is not None))


@cache
def outlets() -> frozenset[str]:
    """Return the folded names of outlets: who tells of others, whom "they" are then."""
    rows = table("retold.find", "agencies.toml")["outlet"]
    return frozenset(fold(name).removeprefix("the ") for row in rows for name in (row["name"], *row.get("aliases", ())))


def _neuter(scene: Scene, back: int, pronoun: Mention) -> bool:
    """Whether "it" may stand for a body at all: most often it stands for a thing, which has no mention here."""
    mention = scene.mentions[back]
    within = scene.quote(pronoun.span.start)
    near = pronoun.sentence - mention.sentence <= 1 and (within is None or within == scene.quote(mention.span.start))
    return near and mention.kind == "body" and mention.grammar == "subject" and pronoun.grammar in ("subject", "possessive")
