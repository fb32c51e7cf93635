"""The places in a sentence where a row expects its parties, for verbs, nouns and adjectives alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.around import employer, headlined, partaker, ranked, stake
from retold.find.facts.parties import Scene, words

if TYPE_CHECKING:
    from spacy.tokens import Token

TITLE = 5
"""Words of a title."""

TOPICS = frozenset({"about", "over", "regarding", "concerning", "of"})
"""Under these a complement belongs to what is spoken of: "spoke about her ties to the guild"."""

INNER = 25
"""Words of a clause within which it must name whom it is about."""


def carrier(noun: Token, *, light: bool) -> Token | None:
    """Return the verb that only carries the noun ("held talks", "is in contact", "talks were held"), if there is one."""
    found = grammar.governor(noun)
    if found is None or not light:
        return None
    verb, how = found
    base = grammar.lemma(verb)
    if how == "object" or how == "complement":
        return verb if base in words("doing") or base in words("undergoing") else None
    if how == "subject":
        return verb if base in words("happening") or base in words("hitting") else None
    light_verb = base in words("doing") | words("undergoing") and base not in words("closing")
    light_verb &= how in ("in", "into", "under", "on") or (how, base) == ("with", "proceed")
    return verb if light_verb and verb.pos_ in ("VERB", "AUX") else None


def heads(scene: Scene, trigger: Token, place: str, over: Token | None) -> list[Token]:
    """Return the heads of what stands in a place as seen from a trigger; `over` is the verb that carries it.

    A day is no party ("the suit was filed on Monday").
    """
    return [t for t in _heads(scene, trigger, place, over) if t.lower_ not in words("days") or scene.mention(t) is not None]


def _heads(scene: Scene, trigger: Token, place: str, over: Token | None) -> list[Token]:
    if place == "poss":
        return [grammar.relative(c) for c in trigger.children if c.dep_ == "poss"]
    if place in _SPECIAL:
        return _SPECIAL[place](trigger)
    if place in _SCENIC:
        return _SCENIC[place](scene, trigger)
    if place in ("doer", "undergoer"):
        return _logical(trigger, place, over)
    return _prepositional(trigger, place, over)


def _logical(trigger: Token, place: str, over: Token | None) -> list[Token]:
    if grammar.verbal(trigger):
        return grammar.doers(trigger) if place == "doer" else grammar.undergoers(trigger)
    if trigger.pos_ == "ADJ":
        return _of_adjective(trigger) if place == "doer" else []
    return _carried(trigger, place, over)


def _carried(noun: Token, place: str, over: Token | None) -> list[Token]:
    """Whose act a carried noun is: who "holds talks" does it, who "faces charges" or is "under investigation" undergoes it."""
    if over is None:
        return headlined(noun) if place == "doer" else []
    prepositional = noun.dep_ == "pobj" and noun.head.lower_ in ("under", "on")
    if grammar.lemma(over) in words("undergoing") or prepositional:
        return grammar.surface(over) if place == "undergoer" else []
    found = grammar.governor(noun)
    if place == "doer" and found is not None and found[1] not in ("subject", "object", "complement"):
        return grammar.surface(over)
    if place == "doer" and found is not None and found[1] != "subject":
        return [t for t in grammar.doers(over) if t != noun]
    if place == "undergoer" and grammar.lemma(over) in words("hitting"):
        return grammar.undergoers(over)
    if place == "undergoer":
        return [c for c in over.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    return []


def _of_adjective(adjective: Token) -> list[Token]:
    if adjective.dep_ == "acomp":
        return grammar.surface(adjective.head)
    if adjective.dep_ in ("amod", "appos") and adjective.head.i < adjective.i and adjective.head.pos_ == "PROPN":
        return [adjective.head]
    if adjective.dep_ == "conj":
        return _of_adjective(adjective.head) if adjective.head.pos_ == "ADJ" else []
    if adjective.dep_ in ("advcl", "oprd") and grammar.verbal(adjective.head):
        return grammar.surface(adjective.head)
    return []


def _modifiers(scene: Scene, noun: Token) -> list[Token]:
    """Names and nationalities before a noun: "US sanctions", "Morland officials", "the Vale case"."""
    found = []
    for child in noun.lefts:
        if child.dep_ in ("compound", "amod", "nmod") and (whom := _nearest(child, noun)) is not None:
            common = whom.pos_ != "PROPN" and grammar.lemma(whom) not in words("bodies") and not scene.known(whom)
            if whom.pos_ == "PROPN" and whom.i + 1 < noun.i and whom.nbor().lower_ in words("undertakings"):
                continue  # "a Brod campaign spokesman" speaks for the campaign
            half = whom.i > 0 and whom.ent_iob_ == "I" and whom.nbor(-1).lower_ in words("creeds")
            cut = half and grammar.lemma(whom) not in words("bodies")  # "Republican National Chairman"
            tagged = whom.dep_ != "amod" or (whom.pos_ == "PROPN" and (whom.ent_type_ == "ORG" or whom.is_upper))  # "WFB chief"
            department = whom.lower_ not in words("portfolios") | words("creeds") or _department(scene, whom)
            body = tagged and department and scene.actor(whom) and not (common or cut)
            found += [whom] if _nationality(scene, whom) or body else []
    return found[:1] or _before_title(scene, noun)


def _department(scene: Scene, portfolio: Token) -> bool:
    """Whether a portfolio of several words names what its secretary heads: "Border Security Secretary Ana Brod"."""
    own = [c for c in portfolio.lefts if c.dep_ == "compound"]
    plain = all(c.lower_ not in words("titles") | words("portfolios") and not _nationality(scene, c) for c in own)
    return bool(own) and plain and portfolio.ent_type_ == "ORG"


def _nearest(modifier: Token, noun: Token) -> Token | None:
    """In "Brod and Morland Governor Ana Vale" the parser joins what stands before the title; the last of them belongs to it."""
    if noun.dep_ != "compound" or not any(c.dep_ == "cc" for c in modifier.children):
        return modifier
    return next((c for c in modifier.children if c.dep_ == "conj" and c.i == noun.i - 1), None)


def _nationality(scene: Scene, token: Token) -> bool:
    seen = scene.mention(token)
    if token.lower_ in words("creeds") or (token.i and token.nbor(-1).text == "-"):
        return False  # "an African-American judge"
    return token.ent_type_ in ("NORP", "GPE") or (seen is not None and seen.country is not None)


def _before_title(scene: Scene, noun: Token) -> list[Token]:
    """A nationality that the parser hung on another word of the title ("Freedonian Interior Minister")."""
    for before in reversed(noun.doc[max(noun.sent.start, noun.i - TITLE + 1) : noun.i]):
        if before.pos_ not in ("ADJ", "NOUN", "PROPN") or _nationality(scene, before):
            return [before] if before.pos_ in ("ADJ", "NOUN", "PROPN") else []
    return []


def _host(trigger: Token) -> list[Token]:
    if trigger.dep_ != "pobj" or trigger.head.lower_ != "under":
        return []
    above = trigger.head.head
    if above.pos_ in ("NOUN", "PROPN"):
        inner = grammar.complements(above, "of")
        return inner[:1] or [above]
    return grammar.surface(above) if grammar.verbal(above) else []


def _reason(trigger: Token) -> Token | None:
    """The act that this is the reason for: "fined Vale FOR dumping", "FOR forged papers", "OVER bribes"."""
    noun = trigger.head if trigger.dep_ in ("amod", "compound") else trigger
    preposition = noun.head
    if noun.dep_ not in ("pcomp", "pobj") or preposition.lower_ not in ("for", "over"):
        return None
    above = grammar.over(preposition)
    return above if grammar.verbal(above) else None


def _base(trigger: Token) -> list[Token]:
    act = _reason(trigger)
    return grammar.doers(act) if act is not None else []


def _punished(trigger: Token) -> list[Token]:
    act = _reason(trigger)
    return grammar.undergoers(act) if act is not None else []


def _own(scene: Scene, trigger: Token) -> list[Token]:
    """The body in "the bank's chief quit": whose the subject's post is."""
    for subject in grammar.surface(trigger):
        if subject.pos_ == "NOUN":
            whose = [c for c in subject.children if c.dep_ == "poss"] or grammar.complements(subject, "of")
            return whose or [c for c in subject.children if c.pos_ == "PROPN" or c.ent_type_ or scene.known(c)][:1]
    return []


def _causer(trigger: Token) -> list[Token]:
    """Who "made clerks forge" or "told them to lie" did it through others."""
    above = trigger.head
    inside = trigger.dep_ in ("ccomp", "xcomp") and grammar.verbal(above) and above.i < trigger.i
    return grammar.doers(above) if inside and grammar.lemma(above) in words("causing") else []


def _post(trigger: Token) -> list[Token]:
    """The body of "resigned as head of the bank"."""
    posts = grammar.complements(trigger, "as")
    return [t for post in posts for place in ("of", "at") for t in grammar.complements(post, place)] + [
        c for post in posts for c in post.children if c.dep_ == "poss"
    ]


def _inner(scene: Scene, trigger: Token) -> list[Token]:
    """Whom the clause after the trigger names first: "demanded that Vale step down", "reward for his capture"."""
    spoken = grammar.surface(trigger) if grammar.verbal(trigger) else []
    for child in trigger.children:
        for_whom = child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children)
        if (for_whom or child.dep_ in ("ccomp", "xcomp", "acl", "dobj", "prep")) and child.i > trigger.i:
            near = grammar.surface(child) if for_whom else list(child.subtree)[:INNER]
            inside = [t for t in near if t.dep_ != "compound" and t not in spoken and scene.actor(t)]
            named = [t for t in inside if t.pos_ in ("PROPN", "NOUN")] or [t for t in inside if t.lower_ in words("others")]
            if named:
                return named[:1]
    return []


def _owner(scene: Scene, trigger: Token) -> list[Token]:
    """Whose the thing is that it is done to: "froze THEIR assets", "raided the COMPANY's offices"."""
    for thing in grammar.undergoers(trigger):
        if not scene.actor(thing):
            near = [c for t in grammar.coordinated(thing) for c in t.children]
            belonging = [t for c in near if c.dep_ == "acl" for word in ("to", "by") for t in grammar.complements(c, word)]
            whose = (
                [c for c in near if c.dep_ == "poss"] or grammar.complements(thing, "of") or belonging or _modifiers(scene, thing)
            )
            return [t for t in whose if scene.actor(t)]
    return []


def _prosecutor(scene: Scene, trigger: Token) -> list[Token]:
    """The country or body before the case that somebody stands in: "a defendant in the Morland case"."""
    return [t for noun in grammar.complements(trigger, "in") for t in _modifiers(scene, noun)]


def _prepositional(trigger: Token, preposition: str, over: Token | None) -> list[Token]:
    found = grammar.complements(trigger, preposition)
    if found:
        return found
    for above in _siblings(trigger, over):
        if found := [t for t in grammar.complements(above, preposition) if t.i > trigger.i and t.i - trigger.i < 15]:
            return found
    return []


def _siblings(trigger: Token, over: Token | None) -> list[Token]:
    """Where the parser may have hung a complement instead: the carrying verb, an infinitive, the head of a compound."""
    # "The talks ended with Vale asking" does not tell whom they were with.
    near = [over] if over is not None and grammar.lemma(over) not in words("closing") else []
    if grammar.verbal(trigger):
        near += [c for c in trigger.children if c.dep_ in ("dobj", "prt", "advmod", "acomp", "prep") and c.lower_ != "along"]
        near += [
            g
            for c in trigger.children
            if c.dep_ == "prep" and c.lower_ not in TOPICS
            for g in c.children
            if g.dep_ in ("pobj", "amod") and not g.ent_type_
        ]
    else:
        near += [c for c in trigger.children if c.dep_ == "prep" or (c.dep_ in ("acl", "relcl") and _carries(c))][:1]
        # In "a lawyer and spokeswoman for the bank" the parser may hang the bank on the lawyer.
        near += [trigger.head] if trigger.dep_ == "conj" and trigger.head.pos_ == "NOUN" else []
        near += [g for p in trigger.children if p.dep_ == "prep" for g in p.children if g.dep_ == "pobj"]
    return near


def _carries(clause: Token) -> bool:
    """Whether a clause tells of a noun what a carrying verb would ("a letter sent to", not "letters that they linked to")."""
    base = grammar.lemma(clause)
    return base != "run" and (base in words("doing") or base in words("happening") or clause.pos_ == "ADJ")


def _dative(trigger: Token) -> list[Token]:
    return [c for c in trigger.children if c.dep_ == "dative" and c.pos_ != "ADP"]


_SPECIAL: dict[str, Callable[[Token], list[Token]]] = {
    "host": _host,
    "base": _base,
    "punished": _punished,
    "causer": _causer,
    "post": _post,
    "dative": _dative,
    "partaker": partaker,
    "ranked": ranked,
}
_SCENIC: dict[str, Callable[[Scene, Token], list[Token]]] = {
    "inner": _inner,
    "own": _own,
    "owner": _owner,
    "stake": stake,
    "prosecutor": _prosecutor,
    "modifier": _modifiers,
    "employer": employer,
}
