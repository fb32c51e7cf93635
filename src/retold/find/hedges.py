"""How sure a statement is made to sound, and the words that do it.

A hedge belongs to the event it stands over: an auxiliary ("may have met"), an adverb or adjective at its side
("reportedly", "alleged"), or a predicate above it ("is believed to have met", "the possibility of removing"). The
levels are those of FactBank (Saurí & Pustejovsky 2009); the weakest word decides. The vocabularies are `hedges.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from retold.find.clauses import CHILDREN, SUBJECTS, governors, is_passive, is_verb, lemma, predicate
from retold.find.polarity import named, negated, open_clause, refused
from retold.model import Certainty, Span
from retold.strength import CERTAINTY
from retold.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.syntax import Parse

LEVELS: tuple[Certainty, ...] = tuple(level for level in CERTAINTY if level != "certain")
"""Weakest first."""

MOST = 6
"""Hedges that are kept for one event; more is a parse gone wrong."""

MOST_WORDS = 16
"""Words of a cue, and beside it, that are looked at."""

_BESIDE = frozenset({"aux", "auxpass", "advmod", "amod", "acomp", "neg", "attr", "oprd", "dobj", "nsubj", "compound", "prt"})
"""How a word of a cue hangs on one that bears on the content, to bear on it too."""


@cache
def _words(level: str, key: str) -> frozenset[str]:
    return frozenset(table("retold.find", "hedges.toml")[level].get(key, ()))


def certainty_of(token: Token, parse: Parse) -> tuple[Certainty, tuple[Span, ...]]:
    """Return how certain the event of a verb or noun is made out to be, and the spans (report offsets) of its hedges.

    The weakest hedge decides. Without a parse it is certain, with no hedges.
    """
    if not parse.parsed:
        return "certain", ()
    found = dict(islice(_hedges(predicate(token)), MOST))
    if not found:
        return "certain", ()
    level = next(level for level in LEVELS if level in found.values())
    return level, tuple(sorted(parse.span(word) for word in found))


def cue_hedges(cue: Sequence[Token], head: Token, *, negative: bool, sourced: bool = True) -> Iterator[tuple[Token, Certainty]]:
    """Yield the words of a cue of attribution that leave its content less than certain ("believes", "may suggest", "is widely
    seen as"), with their levels.

    `head` is the word that carries the cue; words off its way up ("said, a hint of anger in her voice") hedge nothing.
    `sourced` is whether anybody is named for it. A cue that is negated hedges nothing ("does not believe"), but for those
    that then leave a thing open ("did not rule out").
    """
    if negative:
        yield from ((word, "possible") for word in cue if lemma(word) in _words("cues", "possible_negated"))
        return
    passive = is_passive(head)
    for word in list(_bearing(cue, head))[:MOST_WORDS]:
        level = _cue_level(word, passive=passive)
        if level is None and passive and not sourced and lemma(word) in _words("cues", "probable_unsourced"):
            level = "probable"
        if level is not None:
            yield word, level


def _bearing(cue: Sequence[Token], head: Token) -> Iterator[Token]:
    """The words of a cue that bear on its content: its head, what governs that, and what stands beside each of them."""
    path = [head]
    while len(path) < MOST_WORDS and path[-1].head != path[-1] and path[-1].head in cue:
        path.append(path[-1].head)
    beside = ((word, c) for word in path for c in islice(word.children, CHILDREN) if c.dep_ in _BESIDE and c in cue)
    around = {c.i for word, c in beside if all(t.text != "," for t in word.doc[min(word.i, c.left_edge.i) : max(word.i, c.i)])}
    yield from (word for word in cue if word in path or word.i in around)
    yield from (c for c in islice(head.children, CHILDREN) if c.dep_ in ("aux", "advmod") and c not in cue)


def _cue_level(word: Token, *, passive: bool) -> Certainty | None:
    names = named(word)
    if word.pos_ != "ADJ" and word.dep_ != "acomp" and not is_passive(word):
        names -= _words("cues", "adjectives_only")
    for level in LEVELS:
        if word.dep_ == "aux" and word.lower_ in _words(level, "auxiliaries"):
            return level
        if word.pos_ == "ADV" and word.lower_ in _words(level, "adverbs") - _words("helpers", "adverbs"):
            return level
        if not names.isdisjoint(_words("cues", level)):
            return level
        if passive and not names.isdisjoint(_words("cues", f"{level}_passive")):
            return level
    return None


def clause_hedges(chain: Sequence[Token]) -> Iterator[tuple[Token, Certainty]]:
    """Yield the words that hedge a main clause, with their levels: beside its event, and the words of belief over it.

    `chain` is the event with what wraps it, outermost first. A word of belief that is negated hedges nothing ("does not
    believe"); one of seeming does ("does not seem").
    """
    beside = [c for c in islice(chain[0].children, CHILDREN) if c.dep_ == "conj" and is_verb(c) and _own_subject(c)]
    for token in (*chain, *beside):
        yield from ((word, level) for word, level in _beside(token) if word.lower_ not in _words("helpers", "adverbs"))
        yield from _attitudes(token)
        yield from _chances(token)
        if (over := _believed(token)) is not None:
            yield token, over


def _believed(verb: Token) -> Certainty | None:
    """The level of a word of belief or seeming that governs something."""
    name = lemma(verb)
    over = next((level for level in LEVELS if name in _words("cues", level)), None)
    weak = not negated(verb) or name in _words("cues", "seeming")
    if over is not None and weak and is_verb(verb) and _governs(verb):
        return over
    return "probable" if likened(verb) is not None else None


def _attitudes(verb: Token) -> Iterator[tuple[Token, Certainty]]:
    """ "is worried that": the state of mind over a clause."""
    minds = (c for c in islice(verb.children, CHILDREN) if c.dep_ in ("acomp", "oprd") and not negated(verb))
    for mind in minds:
        under = (c for word in (verb, mind) for c in islice(word.children, CHILDREN) if c.i > mind.i)
        if mind.lower_ in _words("possible", "attitudes") and any(c.dep_ == "ccomp" for c in under):
            yield mind, "possible"


def _chances(verb: Token) -> Iterator[tuple[Token, Certainty]]:
    """ "there is a chance that", "has the potential to": the noun that says how likely its clause is."""
    if lemma(verb) not in _words("probable", "bearing") or negated(verb):
        return
    for noun in (c for c in islice(verb.children, CHILDREN) if c.dep_ in ("dobj", "attr", "nsubj") and c.pos_ == "NOUN"):
        level = _level({lemma(noun)}, "chances")
        if level and any(c.dep_ in ("acl", "ccomp", "relcl", "prep") for c in islice(noun.children, CHILDREN) if c.i > noun.i):
            yield noun, level


def likened(verb: Token) -> Token | None:
    """Return the clause of "it looks like they met", "it sounds as if they met"; None where the verb has none."""
    if lemma(verb) not in _words("probable", "likeness"):
        return None
    clauses = (c for c in islice(verb.children, CHILDREN) if c.i > verb.i and c.dep_ in ("advcl", "ccomp") and is_verb(c))
    return next((c for c in clauses if c.doc[c.left_edge.i].lower_ in ("like", "as")), None)


def _own_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in islice(verb.children, CHILDREN))


def _governs(verb: Token) -> bool:
    """Whether a word of belief has something under it that it makes less sure; its own plan is none."""
    near = [child for child in islice(verb.children, CHILDREN) if child.i > verb.i]
    if lemma(verb) in _words("probable", "of_things") and any(child.dep_ == "dobj" for child in near):
        return True
    return any(child.dep_ in ("ccomp", "xcomp", "oprd") and not _meant(verb, child) for child in near)


def _meant(verb: Token, below: Token) -> bool:
    """ "hopes to sell": what one means to do oneself."""
    own = below.dep_ == "xcomp" and not _own_subject(below) and not is_passive(verb)
    return own and lemma(verb) in _words("probable", "meant") and any(c.lower_ == "to" for c in islice(below.children, CHILDREN))


def _hedges(event: Token) -> Iterator[tuple[Token, Certainty]]:
    yield from _beside(event)
    for governor, relation, below in governors(event):
        if _apart(relation, below) and likened(governor) != below:
            return
        if relation in ("nsubj", "dobj", "pobj", "attr") and is_verb(governor):
            # "talks could resume", "a meeting is likely": what hedges the verb around a noun hedges the noun's event.
            yield from _beside(governor)
            return
        if level := _over(governor, below):
            yield governor, level
        if is_verb(governor):
            yield from _beside(governor)
        if relation in ("ccomp", "advcl", "relcl") and not is_passive(governor):
            return


def _apart(relation: str, below: Token) -> bool:
    """Whether what hedges the main clause leaves this one as it is: "the talk may end now that she has left", "what she calls
    fair might be unfair"."""
    first = below.left_edge
    question = first.tag_ in ("WP", "WRB") and is_verb(below)
    now = first.lower_ == "that" and first.i > 0 and first.nbor(-1).lower_ == "now"  # the parser takes "that" for a content
    subordinate = relation == "advcl" or (relation == "ccomp" and now)
    return (subordinate and _own_subject(below)) or (relation in ("csubj", "nsubj", "nsubjpass") and question)


def _beside(event: Token) -> Iterator[tuple[Token, Certainty]]:
    """Auxiliaries, adverbs and adjectives that hang on the event itself; "how could he" reproaches him with it."""
    near = list(islice(event.children, CHILDREN))
    negative = any(child.dep_ == "neg" or (child.tag_ == "WRB" and child.lower_ == "how") for child in near)
    for child in near:
        for level in LEVELS:
            if _hedge(child, level, negative=negative):
                yield child, level


def _hedge(child: Token, level: str, *, negative: bool) -> bool:
    if child.dep_ == "aux":
        # "could not find" tells a fact; "could find" does not.
        return child.lower_ in _words(level, "auxiliaries") and not (negative and child.lower_ == "could")
    if child.dep_ in ("advmod", "npadvmod"):
        return _adverb(child, level)
    return child.dep_ in ("amod", "acomp", "acl", "nmod") and child.lower_ in _words(level, "adjectives")


def _adverb(child: Token, level: str) -> bool:
    if child.lower_ not in _words(level, "adverbs"):
        return False
    helper = child.lower_ in _words("helpers", "adverbs")
    return not helper or lemma(child.head) in _words("probable", "verbs") | _words("possible", "verbs")


def _over(governor: Token, below: Token) -> Certainty | None:
    """The level that a governing predicate gives to what hangs under it."""
    if governor.dep_ in ("acomp", "oprd") and below.dep_ == "ccomp" and governor.lower_ in _words("possible", "attitudes"):
        return "possible"
    if is_verb(governor):
        return _verb_over(governor, below)
    if governor.pos_ == "ADJ":
        return _level({lemma(governor), governor.lower_}, "adjectives")
    return _level({lemma(governor)}, "nouns") if governor.pos_ == "NOUN" else None


def _level(names: set[str], kind: str) -> Certainty | None:
    return next((level for level in LEVELS if not names.isdisjoint(_words(level, kind))), None)


def _verb_over(verb: Token, below: Token) -> Certainty | None:
    name, negative = lemma(verb), negated(verb)
    if name in _words("cues", "possible_negated"):
        return "possible" if negative or refused(verb) else None
    if likened(verb) == below:
        return "probable"
    if below.dep_ == "advcl" or _meant(verb, below) or (negative and name not in _words("cues", "seeming")):
        return None
    if name in _words("probable", "passive_only") and (not is_passive(verb) or open_clause(below)):
        return None
    return _level({name}, "verbs")
