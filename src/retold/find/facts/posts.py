"""What somebody is stands in an apposition, before the name, after "is", or after "as": "Ana Brod, the bank's former head"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.acts import follows, precedes, within
from retold.find.facts.described import beyond, described
from retold.find.facts.figures import misplaced, unproved
from retold.find.facts.found import Found
from retold.find.facts.parties import Scene, named, phrase, spread, whole, words
from retold.find.facts.patterns import Entry, Row, index
from retold.find.facts.places import heads
from retold.find.facts.whose import whose

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "2nd", "3rd", "4th", "top", "highest", "number", "no."}
)
_BEFORE_NAME = 8

LONGEST = 60
"""Words of a question that are looked at."""


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
    if not _stands(noun, entry) or _in_a_name(scene, noun, row) or _imagined(noun) or _supposed(noun, row):
        return None
    whom = [t for t in _whom(scene, noun, row) if not misplaced(scene, row, t)]
    obj = [t for t in whose(scene, noun, row, own=(*entry.before, *entry.after)) if t not in whom]
    obj = [t for t in obj if not _another(t)]
    held = [t for t in obj if row.holder is None or _personal(scene, t) is (row.holder == "person")]
    if (obj and not held) or (row.holder == "body" and held != obj):
        return None
    obj = held
    wanted = {"subject": bool(whom), "object": bool(obj), "both": bool(whom and obj), "either": bool(whom or obj)}
    if not wanted.get(row.needs, True) or (row.only and not any(within(t, row.only) for t in obj)):
        return None
    if (row.kind == "office" and not obj and _trade(noun, row)) or unproved(scene, row, noun, (whom, obj), carried=True):
        return None
    if row.kind == "rank" and not (scene.noun(noun) or noun.lower_.endswith(("er", "or"))):
        return None  # "the biggest trouble spot"
    if row.inverse:
        by = [t for place in row.subject for t in heads(scene, noun, place, None)]
        if row.kind == "measure" and not by:
            return None  # "held as a political prisoner" is told by its verb
        return Found(row=row, trigger=noun, subject=tuple(by[:1]), object=tuple(whom))
    return Found(row=row, trigger=noun, subject=tuple(whom), object=tuple(obj))


def _another(token: Token) -> bool:
    """Whether what is joined with a party is another description: "head of the guild and current mill manager"."""
    joined = token.dep_ == "conj" and token.tag_ == "NN" and not any(c.dep_ in ("det", "poss") for c in token.children)
    return joined and bool(index().get(("post", grammar.lemma(token))))


def _stands(noun: Token, entry: Entry) -> bool:
    """Whether the noun stands as its row wants it: with the words of the title, no part of a longer one."""
    row = entry.row
    if noun.lemma_.lower() in row.forbidden or (noun.i and noun.nbor(-1).lower_ in row.unless):
        return False
    if row.kind == "office" and _in_a_longer_title(noun):
        return False
    if row.kind in ("office", "tie") and _in_marks(noun):
        return False
    return precedes(noun, entry.before) and follows(noun, entry.after) and _dressed(noun, row)


def _whom(scene: Scene, noun: Token, row: Row) -> list[Token]:
    """Who is described: one where one description stands with a name, all of those of whom it is said ("they are allies")."""
    whom = [t for t in described(noun) if t != noun] or [t for t in beyond(noun) if scene.person(t)]
    single = noun.tag_ in ("NN", "NNP")
    if noun.dep_ == "attr" and noun.head.dep_ == "relcl":
        # In a list, "Brod, a miller who was the head of the guild; Lenk" tells of Brod alone.
        single, whom = True, [named(t) for t in whom]
    whom = [t for t in (whom if single else spread(scene, whom)) if scene.actor(t) and t != noun and whole(scene, t)]
    whom = [t for t in whom if not t.is_punct]
    if (row.kind == "office" or row.id == "kin") and noun.tag_ == "NNS" and len(whom) == 1 and scene.person(whom[0]):
        return []  # "the leaders, Ana Brod among them" are others
    if row.kind == "office":
        whom = [t for t in whom if _holder(scene, t)]
    if row.kind == "office" or row.id == "kin":
        whom = [t for t in whom if not _land(scene, t)]  # "raised in Japan, the daughter of a teacher"
    return whom if not row.named or any(t.pos_ == "PROPN" for t in whom) else []


def _holder(scene: Scene, token: Token) -> bool:
    """Whether a name may be that of who holds an office: no body, no several ("Major Companies")."""
    seen = scene.mention(token)
    return token.tag_ != "NNPS" or scene.person(token) if seen is None else seen.kind != "body"


def _land(scene: Scene, token: Token) -> bool:
    """Whether a name is that of a place, which holds no office and is nobody's son."""
    seen = scene.mention(token)
    return token.pos_ == "PROPN" and token.ent_type_ == "GPE" and seen is not None and seen.kind == "place"


def _trade(noun: Token, row: Row) -> bool:
    """Whether the words tell what somebody does for a living, and no post: "an analyst", "famed director Ana Brod".

    A former one was one somewhere; a portfolio, or a capital before the name, makes a title of it.
    """
    first, last = phrase(noun)
    before = noun.doc[first.i : last.i]
    if any(t.lower_.removesuffix("-") in words("ended") for t in before):
        return False
    if row.attached:
        title = noun.pos_ == "PROPN" and noun.dep_ == "compound"
        return not title and not any(t.lower_ in words("portfolios") | words("leading") for t in before)
    plain = noun.dep_ == "compound" and not any(t.dep_ in ("det", "poss") for t in before)
    return row.id == "body" and plain and any(t.lower_ in words("praising") for t in before)


def _in_marks(noun: Token) -> bool:
    """Whether only a figure of speech calls somebody so: 'whom he described as "his brother"'."""
    opens = noun.doc[max(noun.sent.start, noun.left_edge.i - 1) : noun.i]
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return any(t.is_quote for t in opens) and any(t.is_quote for t in after)


def _in_a_longer_title(noun: Token) -> bool:
    """The first word of "Chief Justice", or that of a body ("the justice ministry"): not a title of its own."""
    if noun.dep_ not in ("compound", "nmod", "amod") or noun.i + 1 >= len(noun.doc):
        return False
    after = noun.doc[noun.i + 1]
    base = after.lemma_.lower()
    joined = any(e.row.kind == "office" and not e.before for e in index().get(("post", base), ()))
    return joined or base in words("bodies") or (noun.head.pos_ == "NOUN" and noun.head.lemma_.lower() in words("bodies"))


def _in_a_name(scene: Scene, noun: Token, row: Row) -> bool:
    """Whether the word is part of somebody's name ("Ana King Brod"); a name accuses nobody ("Killer Ana")."""
    if noun.pos_ != "PROPN":
        return False
    if row.kind == "office" and noun.dep_ == "compound" and noun.lower_ in words("double") and not _somebodys(scene, noun.head):
        return True  # "the Head Start program"
    before = noun.doc[noun.i - 1] if noun.i > noun.sent.start else None
    inside = before is not None and before.pos_ == "PROPN" and before.ent_type_ == noun.ent_type_ == "PERSON"
    titled = before is not None and before.lower_ in words("titles")
    return row.kind == "allegation" or (inside and not titled and noun.head.ent_type_ == "PERSON")


def _somebodys(scene: Scene, name: Token) -> bool:
    seen = scene.mention(name)
    return name.ent_type_ == "PERSON" or (seen is not None and seen.kind == "person")


def _imagined(noun: Token) -> bool:
    """Whether a title stands with a name that is only imagined in it: "a President Brod", "President Brod?"."""
    name, said = noun.head, noun.sent
    if said[-1].text == "?" and not any(grammar.verbal(t) for t in said[:LONGEST]):
        return True
    articles = [c for c in name.children if c.dep_ == "det" and c.lower_ in ("a", "an")]
    return noun.pos_ == "PROPN" and noun.dep_ == "compound" and name.pos_ == "PROPN" and any(c.i == noun.i - 1 for c in articles)


def _supposed(noun: Token, row: Row) -> bool:
    """Whether somebody is only said to be fit, to hope or to run "to be president", "should be", or is a likely "pick as"."""
    above = noun.head.head
    if row.kind in ("office", "tie") and noun.dep_ == "attr" and (_open(noun.head) or _hoped(noun.head)):
        return True
    first = any(c.lower_ in ("first", "latest", "only") for c in noun.children)
    if row.kind == "office" and noun.dep_ == "attr" and first and any(t.tag_ == "TO" for t in noun.subtree if t.i > noun.i):
        return True  # "became the first senator to break with her"
    opined = row.kind == "rank" and noun.dep_ == "attr"
    if opined and any(c.lower_ in ("will", "'ll", "’ll", "would") for c in noun.head.children):
        return True  # "she'll be the strongest president" is an opinion
    before = noun.doc[max(0, noun.i - 3) : noun.i]
    unheld = any(c.dep_ in ("amod", "compound") and c.lower_ in words("unheld") for c in noun.children)
    if row.kind == "office" and (unheld or [t.lower_ for t in before] == ["would", "-", "be"]):
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and grammar.lemma(above) in words("hopefuls"):
        return row.kind in ("office", "tie")
    return row.kind == "office" and _wished(noun)


def _open(verb: Token) -> bool:
    """Whether a verb leaves open who holds the post: "if Brod becomes mayor", "Brod or Lenk will be mayor"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    either = subject is not None and any(c.dep_ == "cc" and c.lower_ == "or" for c in subject.children)
    clauses = (verb, verb.head) if verb.dep_ == "conj" and verb.head.i < verb.i else (verb,)
    return either or any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for v in clauses for c in v.children)


def _hoped(verb: Token) -> bool:
    """Whether who is to hold it is only hoped for: "make sure that Brod is our next mayor"."""
    above = verb.head
    sure = grammar.lemma(above) == "make" and above.i + 1 < len(verb.doc) and above.nbor().lower_ in ("sure", "certain")
    return verb.dep_ == "ccomp" and (sure or grammar.lemma(above) in words("hoping") | {"ensure"})


def _wished(noun: Token) -> bool:
    verb = noun.head
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if noun.dep_ == "attr" and helpers & {"would", "'d", "’d"} and any(c.lower_ in ("a", "an") for c in noun.children):
        return True  # "would be a good president"
    if any(t.tag_ in ("JJR", "JJS", "RBR") for c in noun.children if c.dep_ == "amod" for t in c.subtree):
        return True  # "would be a better president"
    if noun.dep_ == "attr" and helpers & (words("wished") | words("possible") | {"may"}):
        return True
    verb = verb.head if noun.dep_ == "pobj" and verb.lower_ == "as" else verb  # "fit to serve as president"
    if noun.dep_ not in ("attr", "pobj") or not any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children):
        return False
    above = verb.head
    raised = grammar.verbal(above) and (grammar.passive(above) or above.lemma_ in ("appear", "seem", "turn", "prove", "continue"))
    return verb.dep_ in ("xcomp", "advcl", "acl", "relcl", "ccomp") and not raised


def _personal(scene: Scene, token: Token) -> bool:
    if token.pos_ == "PRON":
        return token.lower_ in ("his", "her", "him", "my")
    base = grammar.lemma(token)
    if base in words("kin_groups"):
        return True
    body = base in words("bodies") or base == "house"  # "White House Press Secretary"
    return scene.person(token) and not (body and scene.mention(token) is None)


def _dressed(noun: Token, row: Row) -> bool:
    before = list(noun.doc[max(noun.left_edge.i, noun.i - _BEFORE_NAME) : noun.i])
    if row.superlative and not any(t.tag_ in ("JJS", "RBS") or t.lower_ in _ORDINALS for t in before):
        return False
    return not row.modifiers or any(t.lemma_.lower() in row.modifiers or t.lower_ in row.modifiers for t in before)
