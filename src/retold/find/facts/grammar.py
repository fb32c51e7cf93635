"""Who does what to whom stands in the tree, but under many guises: passive, relative clause, participle, control, coordination.

These functions look through the guises. A table says "doer" and "undergoer", and means the logical subject and object,
whether the report writes "the court fined Vale", "Vale was fined by the court", "Vale, fined by the court", "the court, which
fined Vale", "the court refused to fine Vale" or "the court's fine". The labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from retold.find.clauses import apart
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

DEEPEST = 8
"""How many guises are looked through, one inside the other, before giving up (hostile input)."""

RELATIVES = frozenset({"who", "whom", "which", "that"})
CONTROLLED_BY_OBJECT = frozenset({"of", "for", "from", "with", "as"})
"""In "accused him of taking", "fined them for dumping" and "barred her from bidding" it is the object who takes, dumps, bids."""

CONTAINERS = frozenset(
    {"round", "wave", "series", "package", "set", "number", "batch", "spate", "string", "couple", "pair", "flurry", "raft"}
    | {"some", "one", "many", "most", "several"}
)
"""In "a round of talks", "some of the sanctions" it is the talks, the sanctions that matter."""

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_VERBAL = frozenset({"VERB", "AUX"})


def verbal(token: Token) -> bool:
    """Tell whether a token heads a clause; a plural noun where a clause must stand ("which the party controls") counts."""
    if token.pos_ in _VERBAL:
        return True
    if token.pos_ == "NOUN" and token.lower_.endswith("ing") and _with(token, {"aux"}) and _with(token, _SUBJECT):
        return True  # "is bargaining with", which the parser takes for a noun
    return token.tag_ == "NNS" and (token.dep_ == "relcl" or (token.dep_ in ("ROOT", "ccomp") and _with(token, _SUBJECT)))


def lemma(token: Token) -> str:
    """Return the dictionary form in lower case; the lemmatizer cuts some too short ("fined" to "fin")."""
    base = "lay" if token.lower_ in ("lay", "laid", "laying") else token.lemma_.lower()
    if token.pos_ == "NOUN" and base.endswith("ing") and verbal(token):
        return base.removesuffix("ing")
    short = len(base) == 3 and base[1] in "aeiou" and base[2] not in "aeiouwxy" and token.lower_ in (base + "ed", base + "ing")
    return base + "e" if short and token.pos_ == "VERB" else base


def passive(verb: Token, depth: int = 0) -> bool:
    """Tell whether the surface subject of this verb is the one it happens to."""
    if _with(verb, {"auxpass", "nsubjpass"}):
        return True
    if verb.tag_ not in ("VBN", "VBD") or depth > DEEPEST or _with(verb, {"nsubj", "aux"}):
        return False
    if verb.dep_ == "acl" and verb.head.tag_ == "NNS" and any(c.lower_ in ("a", "an") for c in verb.head.children):
        return False  # in "a list officers released" the officers did
    if verb.dep_ == "conj" and verb.tag_ == "VBN":
        return passive(verb.head, depth + 1)
    bare = verb.dep_ in ("acl", "advcl", "amod", "pcomp", "xcomp", "ROOT", "oprd")
    return bare and verb.tag_ == "VBN" and not _with(verb, {"dobj"})


def surface(verb: Token, depth: int = 0) -> list[Token]:
    """Return the heads of the grammatical subject, inherited where the clause leaves it out."""
    own = [c for c in verb.children if c.dep_ in _SUBJECT]
    if own or depth > DEEPEST:
        # Of two subjects the first is a description set before the sentence ("An old friend of hers, Vale was ..."),
        # but in "Vale, whose firm thrives, is rich" a verb that shares the subject has the first.
        if depth and len(own) > 1 and any(c.tag_ == "WP$" for c in own[-1].children):
            return [relative(own[0])]
        return [relative(t) for t in own[-1:]]
    if verb.tag_ == "NNS" and verb.dep_ == "relcl":
        return [c for c in verb.children if c.dep_ in ("compound", "poss")][-1:]
    return misjoined(verb) or _inherited(verb, depth)


def misjoined(verb: Token) -> list[Token]:
    """Return the subject that the parser joined to a noun: "the court charged him with fraud and VALE fired her"."""
    if verb.dep_ not in ("conj", "ccomp") or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBG") or verb.left_edge.i < 2:
        return []
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "advmod", "neg")), verb)
    name = verb.doc[first.left_edge.i - 1]
    joined = name.dep_ == "conj" and name.pos_ in ("PROPN", "PRON") and name.head.pos_ == "NOUN" and verb.head.i < name.head.i
    started = joined and name.left_edge.i and name.doc[name.left_edge.i - 1].lower_ in ("and", "but", "while")
    finite = verb.tag_ != "VBG" or any(c.dep_ == "aux" for c in verb.children)
    return [name] if started and finite and lemma(name.head) not in _nouns("persons") else []


def _inherited(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and verb.tag_ in ("VBG", "VBN")):
        return [] if _infinitive(verb) else [head]
    if verb.dep_ == "relcl" and _infinitive(verb) and lemma(head) in _nouns("bodies"):
        return [head]  # "a coalition to oust him"
    if verb.tag_ == "VBG" and lemma(verb) == "belong" and verb.i and verb.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return []  # "unlocked the phone belonging to Vale"
    if verb.dep_ == "pcomp":
        above = over(head)
        return _controller(above, depth) if head.lower_ in CONTROLLED_BY_OBJECT else _climb(above, depth)
    if verb.dep_ in ("xcomp", "advcl") and _infinitive(verb) and lemma(head) in _nouns("dealing"):
        return _climb(head, depth)  # "called us to offer help": they offer it
    if verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and _infinitive(verb)):
        return _controller(head, depth)
    if verb.dep_ == "advcl" and verb.tag_ == "VBN":
        return _before_comma(verb) or _climb(head, depth)
    if verb.dep_ in ("conj", "advcl", "ccomp", "dep"):
        return _climb(head, depth)
    return []


def over(preposition: Token) -> Token:
    """Return the verb or noun that a preposition belongs to; in "fined him 20 crowns for lying" the verb, not the sum."""
    above = preposition.head
    return above.head if above.dep_ in ("dobj", "npadvmod") and verbal(above.head) and not _named(above) else above


def _named(noun: Token) -> bool:
    return noun.pos_ in ("PROPN", "PRON") or any(c.dep_ == "poss" for c in noun.children)


def _climb(head: Token, depth: int) -> list[Token]:
    if verbal(head):
        return surface(head, depth + 1)
    if head.pos_ == "ADJ" and verbal(head.head):
        called = [c for c in head.children if c.dep_ in _SUBJECT] or (undergoers(head.head) if head.dep_ == "oprd" else [])
        return called or surface(head.head, depth + 1)  # "called them fools for backing her": they back her
    return []


def _controller(head: Token, depth: int) -> list[Token]:
    """Who does the inner act: "asked her to go" her, "refused to go" the one who refused, "was told to go" the one told."""
    if verbal(head) and not passive(head) and (objects := undergoers(head)):
        return objects
    if head.pos_ == "NOUN" and head.dep_ in ("dobj", "pobj", "nsubjpass"):
        return []
    return _climb(head, depth)


def _before_comma(verb: Token) -> list[Token]:
    """In "... with Vale, hailed as his heir" the participle tells of the name it follows, not of the sentence's subject."""
    at = verb.left_edge.i
    if (
        at < 2
        or verb.doc[at - 1].text != ","
        or verb.doc[at - 2].pos_ not in ("PROPN", "NOUN")
        or verb.doc[at - 2].ent_type_ == "DATE"
    ):
        return []
    last = verb.doc[at - 2]
    return [last] if verb.left_edge.sent.start <= last.i else []


def doers(verb: Token) -> list[Token]:
    """Return the heads of the logical subject: who does it. Empty in a passive without "by"."""
    if passive(verb):
        # In "was dismissed as head by Vale" the parser hangs Vale on the head.
        return complements(verb, "by") or [t for post in complements(verb, "as") for t in complements(post, "by")]
    return surface(verb)


def undergoers(verb: Token) -> list[Token]:
    """Return the heads of the logical object: to whom it is done."""
    if passive(verb):
        return surface(verb)
    objects = [relative(_payer(c)) for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"]
    if objects:
        return objects[:1]
    if verb.dep_ == "relcl" and verb.head.i < verb.i and _gap(verb):
        return [verb.head]
    return []


def _payer(token: Token) -> Token:
    """In "fined Vale 20 million crowns" the parser takes all for one phrase; the name before the number is the object."""
    if token.pos_ != "NOUN":
        return token
    left = list(token.doc[token.left_edge.i : token.i])
    cut = next((n for n, t in enumerate(left) if t.pos_ in ("NUM", "SYM")), 0)
    return left[cut - 1] if cut and left[cut - 1].pos_ == "PROPN" else token


def _gap(verb: Token) -> bool:
    """Whether a relative clause has its own subject and leaves the object open ("the units he commands")."""
    subjects = [c for c in verb.children if c.dep_ in _SUBJECT]
    own = bool(subjects) and all(s.lower_ not in RELATIVES for s in subjects)
    if any(c.lower_ in ("where", "when", "why") for c in verb.children):
        return False
    return own or (verb.tag_ == "NNS" and _with(verb, {"compound", "poss"}))


def complements(token: Token, preposition: str) -> list[Token]:
    """Return the heads of what follows a preposition that hangs on the token."""
    found = []
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "prt") and child.lower_ == preposition:
            found += [relative(g) for g in child.children if g.dep_ in ("pobj", "pcomp")]
    return found


def relative(token: Token) -> Token:
    """Return what a relative pronoun stands for, or the token itself."""
    if token.tag_ != "WP$" and (token.lower_ not in RELATIVES or token.tag_ not in ("WP", "WDT", "IN")):
        return token
    for step, above in enumerate(token.ancestors):
        if above.dep_ == "relcl":
            return _antecedent(token, above.head)
        if step > DEEPEST:
            break
    return token


def _antecedent(pronoun: Token, noun: Token) -> Token:
    """Mend what the parser hung a clause on: "who" is no body in "an officer of the bank who ...", "which" no person in
    "the donor to the fund which ..."."""
    thing = noun.pos_ == "NOUN" and lemma(noun) not in _nouns("persons") and not noun.ent_type_ and noun.tag_ == "NN"
    if pronoun.lower_ in ("who", "whom") and noun.dep_ == "pobj" and (thing or lemma(noun) in _nouns("bodies")):
        above = noun.head.head
        return above if lemma(above) in _nouns("persons") or above.tag_ in ("NNS", "NNPS") else noun
    if pronoun.lower_ in ("that", "which") and pronoun.i and lemma(noun) in _nouns("persons") and noun.i < pronoun.i:
        last = pronoun.nbor(-1)
        near = last.dep_ == "pobj" and last.head.head == noun and lemma(last) not in _nouns("persons")
        return last if near and last.pos_ == "NOUN" else noun
    return noun


@cache
def _nouns(name: str) -> frozenset[str]:
    return frozenset(table("retold.find.facts", "words.toml")[name])


def coordinated(token: Token) -> list[Token]:
    """Return the token and what is joined to it by "and", "or" or a comma, in text order."""
    found, waiting = [token], [token]
    while waiting and len(found) < 12:
        joined = [c for c in waiting.pop().children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON")]
        joined = [c for c in joined if not _fresh(c) and not apart(c) and not _role(c)]
        found += joined
        waiting += joined
    return found


def _fresh(noun: Token) -> bool:
    """In "an ally of Vale and a mentor to Brod" the second is a description of its own, not one more whose ally."""
    return any(c.lower_ in ("a", "an") for c in noun.children) and noun.head.pos_ == "PROPN"


def _role(noun: Token) -> bool:
    """In "owner of the fair and star of the show" the second is what somebody is, no second thing that is owned."""
    bare = noun.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "compound", "amod") for c in noun.children)
    dressed = noun.head.pos_ == "NOUN" and any(c.dep_ in ("det", "poss") for c in noun.head.children)
    return bare and dressed and noun.lower_ in _nouns("persons") and lemma(noun.head) not in _nouns("persons")


def governor(noun: Token) -> tuple[Token, str] | None:
    """Return the verb that a noun completes and how: "object", "subject", "complement" (attr), or a preposition ("in")."""
    if noun.dep_ == "conj" and noun.head.pos_ == noun.pos_:
        return governor(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in CONTAINERS:
        return governor(noun.head.head)
    if noun.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "oprd") and verbal(noun.head):
        how = {"dobj": "object", "nsubjpass": "object", "nsubj": "subject"}.get(noun.dep_, "complement")
        return noun.head, how
    if noun.dep_ == "pobj" and noun.head.dep_ in ("prep", "agent"):
        above = noun.head.head
        if above.pos_ in _VERBAL or above.pos_ == "ADJ":
            return above, noun.head.lower_
    return None


def negated(verb: Token) -> bool:
    """Tell whether the clause says that it is not so."""
    return any(c.dep_ == "neg" or c.lower_ == "n’t" for c in verb.children)


def climb(token: Token) -> Iterator[Token]:
    """Yield the token and those above it, as far as guises reach."""
    yield token
    for step, above in enumerate(token.ancestors):
        if step > DEEPEST:
            return
        yield above


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _with(token: Token, labels: object) -> bool:
    return any(c.dep_ in labels for c in token.children)  # type: ignore[operator]
