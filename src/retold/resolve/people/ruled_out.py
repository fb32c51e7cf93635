"""Whom the words around a pronoun rule out or settle, before anybody is weighed.

Who speaks says "I": "he" in his quotation, and in a text where he says "I", is somebody else. A pronoun in what stands before
the subject of its sentence mostly is that subject, named only then ("In her speech, Ada Holm ..."). "The agency" is not the
one that was named before another body.
"""

from __future__ import annotations

import re
from functools import cache

from retold.model import Mention, Span
from retold.resolve.names import fold
from retold.resolve.people.chains import Draft, Scene
from retold.resolve.people.quotes import SINGULAR
from retold.tables import table

ACTS = frozenset({"subject", "passive subject"})
LOOK_BACK = 40
"""Mentions before a pronoun among which somebody says "I"."""
AGO = 4
"""Sentences back in which somebody is named just before."""
CLOSE = 2
"""Sentences back in which another body may be meant."""
FULL = 2
"""Words of a body's name that is no short form."""
LINK = 60
"""Code points before a possessive pronoun in which it is linked to who is told to be something of somebody."""
LOOK_AHEAD = 6
"""Mentions after a pronoun among which is the subject of its sentence."""


def first_persons(scene: Scene, n: int) -> frozenset[int]:
    """Return the identities of the chains that say "I" where mention n stands: those whose quotation it is in, those with an "I"
    in the same quotation, or outside all of them as the mention itself is."""
    place = scene.mentions[n].span.start
    quote = scene.quote(place)
    sources = [
        m for m in scene.tellers.quoting(place) if quote is not None and scene.quote(scene.mentions[m].span.start) != quote
    ]
    said = [
        m
        for m in range(max(0, n - LOOK_BACK), n)
        if scene.mentions[m].form == "pronoun"
        and scene.text(scene.mentions[m].span).lower() in SINGULAR
        and scene.quote(scene.mentions[m].span.start) == quote
    ]
    return frozenset(id(draft) for m in (*sources[:1], *said) if (draft := scene.where.get(m)) is not None)


def told_to_be(scene: Scene, n: int) -> Draft | None:
    """Return who is told to be somebody's what, whom the possessive pronoun that is mention n does not mean: Doe in "Doe was her
    partner" and in "Doe, a clerk who was once her partner"; None where the pronoun does not stand so."""
    pronoun, text = scene.mentions[n], scene.findings.report.text
    if pronoun.kind != "person" or pronoun.grammar != "possessive" or text.startswith(" own", pronoun.span.end):
        return None
    said = _linked().search(text, max(0, pronoun.span.start - LINK), pronoun.span.start)
    owners = set[Span | None]()
    for back in range(n - 1, max(-1, n - LOOK_AHEAD), -1) if said else ():
        mention = scene.mentions[back]
        owners.add(mention.of)
        if said is None or mention.sentence != pronoun.sentence:
            return None
        if mention.kind != "person" or mention.span.start >= said.start():
            continue
        subject = mention.grammar in ACTS and mention.clause is not None and mention.clause == pronoun.clause
        if subject or (said["who"] and mention.span not in owners):
            return scene.where.get(back)
    return None


@cache
def _linked() -> re.Pattern[str]:
    """Return the pattern of what links somebody to what he is, up to the pronoun: "who was once "."""
    rows = table("retold.resolve.people", "people.toml")["linked"]
    verbs, between = ("|".join(re.escape(word) for word in rows[key]) for key in ("verbs", "between"))
    return re.compile(rf"(?P<who>\bwho\s)?\b(?:{verbs})(?:\s(?:{between})){{0,2}}\s\Z", re.IGNORECASE)


def ahead(scene: Scene, n: int) -> Draft | None:
    """Return the person named as subject of the sentence after the phrase or clause in front of it that holds a pronoun; None
    where the pronoun does not stand so."""
    pronoun = scene.mentions[n]
    if pronoun.kind != "person" or pronoun.plural or pronoun.sex is None or not _in_front(scene, n):
        return None
    for after in range(n + 1, min(n + LOOK_AHEAD, len(scene.mentions))):
        mention, draft = scene.mentions[after], scene.where.get(after)
        if mention.sentence != pronoun.sentence or (mention.form == "pronoun" and mention.grammar in ACTS):
            return None
        if mention.form != "name" or draft is None or draft.kind != "person":
            continue
        commas = scene.text(Span(pronoun.span.end, mention.span.start)).rstrip(' \u201c"')
        own = mention.grammar in ACTS and mention.same is None and draft.agrees(pronoun.sex) and draft.sex in (None, pronoun.sex)
        return draft if own and commas.endswith(",") and commas.count(",") == 1 else None
    return None


def _in_front(scene: Scene, n: int) -> bool:
    """Whether a pronoun is possessive in a phrase, or subject in a clause, with which its sentence begins, and nobody is named
    before it there."""
    pronoun = scene.mentions[n]
    sentences = scene.findings.sentences[pronoun.sentence : pronoun.sentence + 1]
    if not sentences or pronoun.span.start <= sentences[0].start or scene.quote(pronoun.span.start) is not None:
        return False
    before = scene.text(Span(sentences[0].start, pronoun.span.start)).lower()
    named = n > 0 and scene.mentions[n - 1].sentence == pronoun.sentence and scene.mentions[n - 1].kind == "person"
    if "," in before or named:
        return False
    words = before.split()
    fronts = table("retold.resolve.people", "people.toml")["fronts"]
    opens = words[:1] and (words[0] in fronts["words"] or words[0].endswith(tuple(fronts["endings"])))
    return bool(opens) and (pronoun.grammar == "possessive" or (pronoun.grammar == "subject" and words[0] in fronts["clauses"]))


def abroad(draft: Draft, mention: Mention) -> bool:
    """Return whether somebody holds his post in another country than a description says: "the Freedonian president" is no
    "Morlandian President Jane Doe"."""
    if mention.country is None:
        return False
    told = {_peoples().get(word) for title in draft.titles for word in fold(title).split()} - {None}
    told |= {draft.country} - {None} if not told else set()
    return bool(told) and mention.country not in told


@cache
def _peoples() -> dict[str, str]:
    """Return the code of each country by the words for its people, folded."""
    rows: dict[str, dict[str, list[str]]] = table("retold.find.names", "places.toml")
    return {fold(word): code for code, row in rows.items() for word in row.get("people", ())}


@cache
def _sorts() -> frozenset[str]:
    """Return the words by which a body's name tells what it is."""
    tables, rows = table("retold.find.names", "bodies.toml"), table("retold.resolve.people", "people.toml")["bodies"]
    listed = (
        *tables["nouns"]["public"],
        *tables["nouns"]["private"],
        *rows["any"],
        *rows["acronyms"],
        *rows["unpaid"],
        *rows["state"],
    )
    return frozenset((*listed, *tables["called"], *rows["called"]))


def passed(scene: Scene, found: Draft, n: int, head: str) -> bool:
    """Return whether a body that may be called by the noun `head`, though no word of it says so, stands behind one of which no
    word tells what it is and which was named since, close to mention n: either may be meant."""
    if head in (*found.parts, *found.nouns):
        return False
    telling = _sorts()
    for back in range(n - 1, max(-1, n - LOOK_BACK), -1):
        draft = scene.where.get(back)
        if draft is found or scene.mentions[n].sentence - scene.mentions[back].sentence > CLOSE:
            return False
        if draft is None or draft.kind != "body" or not draft.name or draft.country or len(draft.parts) < FULL:
            continue
        if telling.isdisjoint((*draft.parts, *draft.nouns)):
            return True
    return False


def belongs(scene: Scene, mention: Mention) -> bool:
    """Return whether a description says whose a body is; where it is at home says that of none ("the Port Vale company")."""
    owner = scene.mentions[scene.at[mention.of]] if mention.of is not None and mention.of in scene.at else None
    place = owner is not None and (owner.kind == "place" or owner.country is not None) and owner.grammar != "possessive"
    return mention.of is not None and not (place and owner is not None and owner.span.end < mention.head.start)


def at_home(scene: Scene, draft: Draft, mention: Mention) -> bool:
    """Return whether a body is no state and not of another country than a description of a firm says."""
    state = scene.countries.get(draft.country or "") is draft or draft.kind != "body"
    return not state and (mention.country is None or draft.country in (None, mention.country))


def brought_in_since(scene: Scene, found: Draft, n: int, head: str) -> Draft | None:
    """Return who was named first, in full and as a subject, just before the description that is mention n, while whom the report
    called so was last named long before: "the actress" after a sentence on another; None where nobody was, and for a noun of
    which there is one, as of an office."""
    mention = scene.mentions[n]
    if (
        head not in table("retold.resolve.people", "people.toml")["callings"]
        or mention.kind != "person"
        or mention.plural
        or mention.of is not None
        or scene.quote(mention.span.start) is not None
    ):
        return None
    fresh: Draft | None = None
    for back in range(n - 1, max(-1, n - LOOK_BACK), -1):
        other, draft = scene.mentions[back], scene.where.get(back)
        ago = mention.sentence - other.sentence
        if draft is found or ago > AGO:
            return fresh if ago > AGO else None
        if fresh is not None or draft is None or ago > 1 or other.form != "name" or other.grammar not in ACTS:
            continue
        first = mention.sentence - scene.mentions[draft.mentions[0]].sentence <= AGO
        if first and draft.kind == "person" and not draft.plural and len(draft.parts) > 1 and draft.agrees(mention.sex):
            fresh = draft
    return None
