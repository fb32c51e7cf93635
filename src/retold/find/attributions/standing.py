"""How an attribution stands: the stance its source takes to the content, and how sure the content is made to sound.

The cue decides first (denied, accused, declined to comment, promised); where it only reports, the content's own main
event decides ("said it had not met him" is a denial, "said it would sell" lies ahead).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from retold.find.attributions.drafts import Draft
from retold.find.clauses import is_verb, lemma
from retold.find.hedges import LEVELS, certainty_of, cue_certainty
from retold.find.stance import ahead, denies, negated, stance_of, words
from retold.model import Certainty, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

REACH = 20
"""Tokens of a content in which a word that rejects a report is looked for."""

INFINITIVES = frozenset({"infinitive", "noun infinitive", "raising"})


def standing(draft: Draft, parse: Parse) -> tuple[Stance, Certainty, tuple[Span, ...]]:
    """Return stance, certainty and the spans of the hedges (report offsets) of an attribution."""
    event = main_event(draft)
    certainty, hedges = _certainty(draft, event, parse)
    return _stance(draft, event, parse), certainty, hedges


def main_event(draft: Draft) -> Token | None:
    """Return the word that carries the content: the highest of its tokens in the tree, outside cue and source."""
    # Of "he ... to have sold the port", the second piece carries the event.
    for part in reversed(draft.content) if draft.kind == "raising" else draft.content:
        inside = range(part.start, part.end)
        doc = draft.head.doc
        for i in inside:
            token = doc[i]
            if not token.is_punct and (token.head is token or token.head.i not in inside) and token.dep_ not in ("mark", "cc"):
                return token
    return None


def _stance(draft: Draft, event: Token | None, parse: Parse) -> Stance:
    cue = [draft.head.doc[i] for i in draft.cue]
    if draft.kind == "silence" or _declined(draft, cue):
        return "declined"
    names = {lemma(token) for token in cue}
    no = negated(draft.head)
    if names & words("denied", "verbs") and not (draft.kind == "clause" and "doubt" in names):
        return "asserted" if no else "denied"
    if names & words("denied", "calling") and _rejects(draft):
        return "asserted" if no else "denied"
    if names & words("cues", "alleged"):
        return "alleged"
    if no and names & words("unknown", "negated_verbs"):
        return "unknown"
    if draft.kind in INFINITIVES and names & words("denied", "undone"):
        return "denied"
    given = "offer" in names and event is not None and event.pos_ in ("NOUN", "PROPN")
    if names & words("cues", "planned") and draft.kind != "clause" and not given:
        return "planned"
    if draft.kind.startswith("adjective") and draft.head.lower_ in words("unknown", "adjectives"):
        open_now = draft.head.lower_ not in words("unknown", "needs_negation") or negated(draft.head.head)
        return "unknown" if open_now else "asserted"
    return _of_content(draft, event, parse)


def _rejects(draft: Draft) -> bool:
    """ "called the report a lie": what it is called says that it is not so."""
    said = (token for part in draft.content for token in draft.head.doc[part.start : min(part.end, part.start + REACH)])
    return any(token.lower_ in words("denied", "rejecting") for token in said)


def _of_content(draft: Draft, event: Token | None, parse: Parse) -> Stance:
    """Where the cue only reports, the content's main event decides."""
    if event is None:
        return "asserted"
    if draft.kind in ("object", "preposition"):
        # "announced the imminent release": the noun itself may tell that it lies ahead.
        return "planned" if ahead(event) else "asserted"
    own = stance_of(event, parse)
    if own == "denied" and draft.kind == "infinitive":
        # "warned them not to sell" asks for it; it does not say that they did not.
        return "asserted"
    if own == "denied" and negated(event) and not denies(event):
        # "said it will not happen" tells how things stand; nothing is rejected.
        return "asserted"
    return own if own in ("denied", "planned") or (own == "alleged" and draft.kind == "raising") else "asserted"


def _declined(draft: Draft, cue: list[Token]) -> bool:
    """ "declined to comment", "would not say whether", "did not respond", "could not be reached"."""
    names = [lemma(token) for token in cue]
    spoken = words("declined", "speaking")
    if any(name in words("declined", "verbs") for name in names):
        inner = [lemma(token) for part in draft.content for token in draft.head.doc[part.start : min(part.start + 3, part.end)]]
        return any(name in spoken for name in [*names, *inner])
    silent = negated(draft.head)
    return silent and any(name in words("declined", "negated") for name in names)


def _certainty(draft: Draft, event: Token | None, parse: Parse) -> tuple[Certainty, tuple[Span, ...]]:
    found = [cue_certainty(draft.head, draft.kind, parse)]
    if event is not None and (is_verb(event) or draft.kind in ("clause", "phrase")):
        found.append(certainty_of(event, parse))
    spans = tuple(sorted({span for _, hedges in found for span in hedges}))
    levels = {level for level, _ in found}
    return next((level for level in LEVELS if level in levels), "certain"), spans
