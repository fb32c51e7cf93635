"""What somebody is stands in an apposition, before the name, after "is", or after "as": "Ana Brod, the bank's former head"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.acts import follows, precedes, within
from retold.find.facts.found import Found
from retold.find.facts.parties import Scene, named, spread, whole, words
from retold.find.facts.patterns import Entry, Row, index
from retold.find.facts.places import heads

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "2nd", "3rd", "4th", "top", "highest", "number", "no."}
)
_LINKS = frozenset({"be", "become", "remain", "stay"})
_BEFORE_NAME = 8


def posts(scene: Scene) -> Iterator[Found]:
    """Yield what the tables' posts find in a passage, in text order."""
    for token in scene.parse.doc:
        if token.pos_ not in ("NOUN", "PROPN", "NUM"):
            continue
        found = next((f for e in _entries(token) if (f := _fit(scene, token, e)) is not None), None)
        if found is not None:
            yield found


def _entries(token: Token) -> list[Entry]:
    base = token.lemma_.lower()
    return [*index().get(("post", "*"), ()), *index().get(("post", base), ())]


def _fit(scene: Scene, noun: Token, entry: Entry) -> Found | None:
    row = entry.row
    if row.kind == "office" and (_in_a_longer_title(noun) or _supposed(noun)):
        return None
    if _in_a_name(noun, row) or _imagined(noun):
        return None
    if (
        noun.lemma_.lower() in row.forbidden
        or not (precedes(noun, entry.before) and follows(noun, entry.after))
        or not _dressed(noun, row)
    ):
        return None
    whom = [t for t in described(noun) if t != noun] or [t for t in _beyond(noun) if scene.person(t)]
    single = noun.i < min((t.i for t in whom), default=0) and noun.tag_ in ("NN", "NNP") and noun.dep_ in ("compound", "nmod")
    if noun.dep_ == "attr" and noun.head.dep_ == "relcl":
        # In a list, "Brod, a miller who was the head of the guild; Lenk" tells of Brod alone.
        single, whom = True, [named(t) for t in whom]
    whom = [t for t in (whom if single else spread(scene, whom)) if scene.actor(t) and t != noun and whole(scene, t)]
    if row.kind == "office" and noun.tag_ == "NNS" and len(whom) == 1 and scene.person(whom[0]):
        return None  # "the leaders, Ana Brod among them" are others
    if row.kind == "office":
        whom = [t for t in whom if (seen := scene.mention(t)) is None or seen.kind != "body"]
    if row.named and not any(t.pos_ == "PROPN" for t in whom):
        return None
    obj = [t for t in _other(scene, noun, row, own=entry.after) if t not in whom]
    if row.holder is not None and any(_personal(scene, t) is not (row.holder == "person") for t in obj):
        return None
    wanted = {"subject": bool(whom), "object": bool(obj), "both": bool(whom and obj), "either": bool(whom or obj)}
    if not wanted.get(row.needs, True) or (row.only and not any(within(t, row.only) for t in obj)):
        return None
    if row.inverse:
        by = [t for place in row.subject for t in heads(scene, noun, place, None)]
        return Found(row=row, trigger=noun, subject=tuple(by[:1]), object=tuple(whom))
    return Found(row=row, trigger=noun, subject=tuple(whom), object=tuple(obj))


def _in_a_longer_title(noun: Token) -> bool:
    """The first word of "Chief Justice", or that of a body ("the justice ministry"): not a title of its own."""
    if noun.dep_ not in ("compound", "nmod", "amod") or noun.i + 1 >= len(noun.doc):
        return False
    after = noun.doc[noun.i + 1]
    base = after.lemma_.lower()
    joined = any(e.row.kind == "office" and not e.before for e in index().get(("post", base), ()))
    return joined or base in words("bodies") or (noun.head.pos_ == "NOUN" and noun.head.lemma_.lower() in words("bodies"))


def _in_a_name(noun: Token, row: Row) -> bool:
    """Whether the word is part of somebody's name ("Ana King Brod"); a name accuses nobody ("Killer Ana")."""
    if noun.pos_ != "PROPN":
        return False
    before = noun.doc[noun.i - 1] if noun.i > noun.sent.start else None
    inside = before is not None and before.pos_ == "PROPN" and before.ent_type_ == noun.ent_type_ == "PERSON"
    titled = before is not None and before.lower_ in words("titles")
    return row.kind == "allegation" or (inside and not titled and noun.head.ent_type_ == "PERSON")


def _imagined(noun: Token) -> bool:
    """Whether a title stands with a name that is only imagined in it: "a President Brod"."""
    name = noun.head
    articles = [c for c in name.children if c.dep_ == "det" and c.lower_ in ("a", "an")]
    return noun.pos_ == "PROPN" and noun.dep_ == "compound" and name.pos_ == "PROPN" and any(c.i == noun.i - 1 for c in articles)


def _supposed(noun: Token) -> bool:
    """Whether somebody is only said to be fit, to hope or to run "to be president", or "should be"."""
    verb = noun.head
    if any(t.tag_ in ("JJR", "JJS", "RBR") for c in noun.children if c.dep_ == "amod" for t in c.subtree):
        return True  # "would be a better president"
    if noun.dep_ == "attr" and any(c.dep_ == "aux" and c.lower_ in words("wished") | words("possible") for c in verb.children):
        return True
    if noun.dep_ != "attr" or not any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children):
        return False
    above = verb.head
    raised = grammar.verbal(above) and (grammar.passive(above) or above.lemma_ in ("appear", "seem", "turn", "prove", "continue"))
    return verb.dep_ in ("xcomp", "advcl", "acl", "relcl", "ccomp") and not raised


def _other(scene: Scene, noun: Token, row: Row, *, own: tuple[str, ...] = ()) -> list[Token]:
    """Whose post it is, or in what; not the title's `own` words ("chief of STAFF")."""
    for place in row.object:
        near = [t for t in heads(scene, noun, place, None) if t.lower_ not in own]
        found = [named(t) for t in near if t.ent_type_ not in ("DATE", "TIME") and not _of_the_title(t)]
        found = [t for t in found if whole(scene, t)]
        if "object" in row.actors:
            found = [t for t in found if scene.actor(t) or place == "modifier" or (place == "poss" and _thing(row, t))]
        if found:
            return spread(scene, found)
    return []


def _of_the_title(token: Token) -> bool:
    """ "State" in "secretary of state", "chief" in "commander-in-chief": words of the title name no body."""
    return token.lower_ in words("portfolios") and not any(c.dep_ in ("det", "poss", "amod", "compound") for c in token.children)


def _thing(row: Row, token: Token) -> bool:
    """Whether a thing can have a post in it: "the museum's director", "the ferry's captain"."""
    return row.kind == "office" and token.pos_ == "NOUN"


def _personal(scene: Scene, token: Token) -> bool:
    return token.lower_ in ("his", "her", "him", "my") if token.pos_ == "PRON" else scene.person(token)


def _dressed(noun: Token, row: Row) -> bool:
    before = list(noun.doc[max(noun.left_edge.i, noun.i - _BEFORE_NAME) : noun.i])
    if row.superlative and not any(t.tag_ in ("JJS", "RBS") or t.lower_ in _ORDINALS for t in before):
        return False
    return not row.modifiers or any(t.lemma_.lower() in row.modifiers or t.lower_ in row.modifiers for t in before)


def described(noun: Token) -> list[Token]:
    """Return the heads of whom a noun describes, or nothing where it stands for itself."""
    if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        # In "Vale and the justice Ana Brod" the title begins another party, not a second title of the first.
        definite = any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children)
        other = definite and noun.head.pos_ == "PROPN" and noun.head.dep_ not in ("compound", "pobj")
        if noun.head.pos_ == "PROPN" and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children):
            return []  # "Vale and his wife": she is another, and not named
        return _title(noun) if other else _fronted(noun) or described(noun.head)
    if noun.dep_ == "compound" and noun.head.pos_ == "PROPN" and noun.i < noun.head.i:
        return [noun.head] if _adjacent(noun) else []
    names = [c for c in noun.children if c.dep_ == "appos" and c.i > noun.i and named(noun) != noun]
    if names:
        return [named(noun)]
    if noun.dep_ == "appos":
        return [noun.head] if noun.i > noun.head.i or noun.head.pos_ == "PROPN" else []
    return _title(noun) or _predicated(noun) or _fronted(noun)


def _title(noun: Token) -> list[Token]:
    """A name right after the noun, whatever the parser made of the two ("finance director Ana Brod")."""
    after = noun.i + 1
    if after >= len(noun.doc) or noun.doc[after].pos_ != "PROPN" or noun.pos_ != "NOUN" or noun.dep_ == "poss":
        return []
    last = after
    while last + 1 < len(noun.doc) and noun.doc[last + 1].pos_ == "PROPN" and last - after < 5:
        last += 1
    return [noun.doc[last]] if noun.doc[last].sent == noun.sent and noun.doc[last].dep_ != "poss" else []


def _beyond(noun: Token) -> list[Token]:
    """In "the head of the bank, Ana Brod," the parser hangs the name on the bank."""
    inside = [g for c in noun.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    return [
        a
        for g in inside
        for a in g.children
        if a.dep_ == "appos" and a.pos_ == "PROPN" and noun.doc[a.left_edge.i - 1].text == ","
    ]


def _adjacent(noun: Token) -> bool:
    """Whether only parts of the name stand between a title and the name's head."""
    return all(t.pos_ in ("PROPN", "NOUN", "ADJ") for t in noun.doc[noun.i + 1 : noun.head.i])


def _predicated(noun: Token) -> list[Token]:
    head = noun.head
    if noun.dep_ == "attr" and grammar.lemma(head) in _LINKS:
        return grammar.surface(head)
    if noun.dep_ == "oprd" and head.lower_ not in ("as",):
        return grammar.undergoers(head) if not _renamed(noun) else _renamed(noun)
    if noun.dep_ == "pobj" and head.lower_ == "as":
        verb = head.head
        if not grammar.verbal(verb):
            return _as_of_noun(verb)
        if any(e.row.kind == "office" for e in index().get(("verb", grammar.lemma(verb)), ())):
            return []
        taken = grammar.undergoers(verb) if not grammar.passive(verb) and grammar.lemma(verb) not in words("following") else []
        other = any(t.pos_ == "PROPN" and t.ent_type_ == "PERSON" for t in taken)
        return grammar.undergoers(verb) if other or grammar.lemma(verb) in words("naming") else grammar.surface(verb)
    return []


def _renamed(noun: Token) -> list[Token]:
    """In "named Ana Brod interim head" the parser takes the name for a second title; the name is whom it is about."""
    names = [c for c in noun.head.children if c.dep_ in ("oprd", "dobj") and c.pos_ == "PROPN" and c.i < noun.i]
    return names[-1:]


def _as_of_noun(noun: Token) -> list[Token]:
    """ "the richest man in Varn as owner of the mill": the second description is of whom the first is."""
    return described(noun) if noun.pos_ == "NOUN" else []


def _fronted(noun: Token) -> list[Token]:
    """ "A former soldier, he ...": a description before the subject, set off by a comma, is of the subject."""
    top = noun
    for above in grammar.climb(noun):
        if grammar.verbal(above):
            break
        top = above
    verb = top.head
    if top.dep_ not in ("dep", "npadvmod", "nsubj", "nsubjpass", "advcl", "appos") or not grammar.verbal(verb):
        return []
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > top.right_edge.i]
    starts = top.left_edge.i == verb.sent.start
    return subjects[-1:] if starts and subjects and noun.doc[top.right_edge.i + 1].text == "," else []
