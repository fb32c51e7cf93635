"""Descriptions and pronouns stand for someone mentioned before; go through them in text order and say for whom.

Pronouns: agreement in sex, number and kind rules out; nearness, subjects and repetition rank (Lappin and Leass 1994,
"An algorithm for pronominal anaphora resolution"). Descriptions: an apposition or a predicate says it outright, a title
or a word of the name does for "the minister" and "the agency"; what fits nobody starts a chain without a name.
"""

from __future__ import annotations

from retold.model import Mention, Span
from retold.resolve.people.chains import Draft, Scene
from retold.resolve.people.descriptions import called, describe
from retold.resolve.people.pronouns import antecedent
from retold.resolve.people.quotes import Voices
from retold.tables import table

ANYBODY = frozenset({"people", "person", "man", "men", "women", "children", "members", "someone", "somebody", "head", "guys"})
"""Nouns that, bare, stand for nobody in particular."""
ACTS = frozenset({"subject", "agent"})
RELATIVE = frozenset({"who", "whom", "whose"})
WHOSE = 4
"""Mentions within which a description holds its owner."""
FOLLOWS = 8
"""Mentions before "who" among which is whom it takes up."""


def attach(scene: Scene) -> None:
    """Tie every description and pronoun of the scene for which a chain is found."""
    voices = Voices(scene)
    called(scene)
    done = set[int]()
    for n, mention in enumerate(scene.mentions):
        # "His campaign" begins where "his" does: whose it is must be known first.
        owner = scene.at.get(mention.of) if mention.form == "description" and mention.of is not None else None
        if owner is not None and n < owner < n + WHOSE:
            _tie(scene, voices, owner, done)
        _tie(scene, voices, n, done)


def _tie(scene: Scene, voices: Voices, n: int, done: set[int]) -> None:
    mention = scene.mentions[n]
    if mention.form == "name" or n in done:
        return
    done.add(n)
    draft = _same(scene, mention) or _fronted(scene, n)
    if draft is None and mention.form == "description":
        draft = describe(scene, n, voices.teller(n))
    elif draft is None:
        draft = voices.chain(n) if voices.speaks(n) else _meant(scene, n)
    if draft is not None:
        scene.tie(n, draft)


def _meant(scene: Scene, n: int) -> Draft | None:
    """Return the chain of a pronoun of the third person, or of "who" where the parse does not tell it."""
    mention = scene.mentions[n]
    if scene.text(mention.span).lower() not in RELATIVE:
        return antecedent(scene, n)
    before = scene.findings.report.text[max(0, mention.span.start - 30) : mention.span.start].rstrip(" ,")
    noun = before.rsplit(" ", 1)[-1]
    covered = any(m.span.start < mention.span.start - 1 <= m.span.end + 1 for m in scene.mentions[max(0, n - FOLLOWS) : n])
    if noun.islower() and not covered:
        return None  # "individuals who": the noun is nobody's mention
    return _relative(scene, n) or antecedent(scene, n)


def _relative(scene: Scene, n: int) -> Draft | None:
    """Return the chain of the person last named or described in the sentence before a mention."""
    mention = scene.mentions[n]
    for back in range(n - 1, max(-1, n - FOLLOWS), -1):
        other = scene.mentions[back]
        if other.sentence != mention.sentence or scene.quote(other.span.start) != scene.quote(mention.span.start):
            return None
        if other.kind == "person" and other.form != "pronoun" and other.span.end <= mention.span.start and back in scene.where:
            return scene.where[back]
    return None


def _same(scene: Scene, mention: Mention) -> Draft | None:
    """Return the chain of the mention that this one is said to be."""
    if mention.same is None or mention.same not in scene.at:
        return None
    draft = scene.where.get(scene.at[mention.same])
    if draft is None or draft.kind != mention.kind or (draft.plural != mention.plural and mention.form != "pronoun"):
        return None
    return draft


def _fronted(scene: Scene, n: int) -> Draft | None:
    """Return the chain of the subject that a description at the head of the sentence describes: "A former judge, she ..."."""
    mention = scene.mentions[n]
    if mention.form != "description" or n not in scene.opens or mention.plural:
        return None
    after = next(
        (m for m in range(n + 1, min(n + 8, len(scene.mentions))) if scene.mentions[m].span.start >= mention.span.end), None
    )
    if after is None or scene.text(Span(mention.span.end, scene.mentions[after].span.start)) != ",":
        return None
    subject = scene.mentions[after]
    if subject.kind != mention.kind or subject.plural or subject.grammar not in ("subject", "passive subject"):
        return None
    if scene.text(subject.span).lower() in RELATIVE:
        return None  # "An aide, who ...": the aide is the subject
    return antecedent(scene, after) if subject.form == "pronoun" else scene.where.get(after)


def worth(scene: Scene, draft: Draft) -> bool:
    """Whether a chain is to be told of: it has a name, or it acts, or it is one of those on whose word news rests."""
    if draft.name:
        return True
    rows = [scene.mentions[n] for n in draft.mentions if scene.mentions[n].form == "description"]
    rows = [m for m in rows if m.span != m.head or scene.text(m.head).lower() not in ANYBODY]
    sources = set(table("retold.resolve.people", "people.toml")["unnamed"])
    return any(m.grammar in ACTS or _singular(scene.text(m.head)) in sources for m in rows) and (
        len(draft.mentions) > 1 or draft.kind == "person"
    )


def _singular(noun: str) -> str:
    return noun.lower().removesuffix("s")
