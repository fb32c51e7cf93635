"""Words that tell an act or a tie in one sentence tell nothing of the kind in another: who is charged with a task is not accused.

What only looks so by its words, and by which parties, is told here; which words do so is `words.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.found import Found
from retold.find.facts.parties import Scene, words
from retold.find.facts.patterns import Row, index

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = 14
"""Words after "called" in which what somebody is called stands in quotation marks."""


def tasked(trigger: Token) -> bool:
    """Tell whether somebody is only charged with a task ("a panel charged with drafting rules"), and not with a crime."""
    if grammar.lemma(trigger) != "charge" or not grammar.verbal(trigger) or not grammar.passive(trigger):
        return False
    tasks = [t for t in grammar.complements(trigger, "with") if t.tag_ == "VBG"]
    wrong = any(e.row.kind == "allegation" for t in tasks for e in index().get(("verb", grammar.lemma(t)), ()))
    body = any(grammar.lemma(t) in words("bodies") for t in grammar.undergoers(trigger))
    return bool(tasks) and not wrong and (body or grammar.lemma(tasks[0]) in words("tasks"))


def other_act(row: Row, trigger: Token) -> bool:
    """Tell whether the word stands for another act than its row's, by what stands beside it."""
    if row.kind == "control":
        given = grammar.governor(trigger) if trigger.pos_ == "NOUN" else None
        handed = given is not None and grammar.lemma(given[0]) in words("handing")  # who gives power has none
        return handed or run_against(trigger) or (not grammar.verbal(trigger) and accusing(trigger))
    if row.kind == "contact" and (named_so(trigger) or figurative(row, trigger) or anybodys(row, trigger)):
        return True
    if row.kind == "tie" and (position(row, trigger) or doubted(trigger)):
        return True
    if row.kind in ("contact", "measure") and (_possible(trigger) or _favoured(trigger) or _argued(trigger)):
        return True
    if row.kind == "rank" and any(c.tag_ == "WRB" for c in trigger.children):
        return True  # "where they rank"
    if row.kind in ("contact", "measure", "tie", "control") and _denied_of_all(trigger):
        return True
    rushed = grammar.lemma(trigger) == "charge" and any(
        grammar.complements(trigger, way) for way in ("into", "toward", "towards")
    )
    if row.kind in ("contact", "measure") and (rushed or not_done(trigger)):
        return True
    if grammar.lemma(trigger) == "free" and any(c.dep_ in ("xcomp", "ccomp") for c in trigger.children):
        return True  # "to free them to vote"
    return tasked(trigger) or given_up(trigger) or (row.kind not in ("allegation", "statement") and left_undone(trigger))


def given_up(trigger: Token) -> bool:
    """Tell whether a habit is left and no post ("quit smoking"), or somebody only waved away ("dismissed him as a crank")."""
    base = grammar.lemma(trigger)
    if base == "quit":
        return any(c.dep_ == "xcomp" or (c.dep_ == "dobj" and c.tag_ == "VBG") for c in trigger.children)
    called = [t for t in grammar.complements(trigger, "as") if any(c.lower_ in ("a", "an") or c.is_quote for c in t.children)]
    return base == "dismiss" and bool(called)


def left_undone(verb: Token) -> bool:
    """Tell whether an act only ought to have been done, or was not: "should have thanked her", "had Vale thanked her, ..."."""
    helpers = [c for c in verb.children if c.dep_ == "aux"]
    names = {c.lower_ for c in helpers}
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and any(c.lower_ == "had" and c.i < subject.left_edge.i for c in helpers):
        return verb.dep_ != "ROOT" or verb.sent[-1].text != "?"
    return "have" in names and bool(names & {"should", "ought"})


def named_so(verb: Token) -> bool:
    """Tell whether to call is to give a name: "a group called Gull 7", 'calling her a "failed clerk"'."""
    if grammar.lemma(verb) != "call":
        return False
    near = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + NAME)]
    end = next((t.i for t in near if t.text in (".", ";") or t.dep_ == "mark"), near[-1].i + 1 if len(near) else verb.i)
    called = any(t.pos_ in ("PRON", "PROPN") and t.nbor().lower_ in ("a", "an") for t in near[:4] if t.i + 1 < len(verb.doc))
    on = any(t.lower_ in ("it", "that", "this") for t in grammar.complements(verb, "on"))  # "called them on it"
    by_name = called or on or any(t.lower_ in ("name", "names") for t in grammar.complements(verb, "by"))
    return by_name or (verb.dep_ == "acl" and verb.tag_ == "VBN") or any(t.is_quote for t in near if t.i < end)


def position(row: Row, verb: Token) -> bool:
    """Tell whether support is for what somebody does ("I support parents making it"), a measure ("than support her"), a wish."""
    if row.id != "back" or not grammar.verbal(verb):
        return False
    doing = any(c.dep_ == "acl" and c.tag_ == "VBG" and c.i == t.i + 1 for t in grammar.undergoers(verb) for c in t.children)
    choice = doing and any(t.tag_ == "NNS" for t in grammar.undergoers(verb))
    if any(
        t.lemma_ in ("like", "love") and any(c.lower_ in ("would", "'d", "’d") for c in t.children) for t in grammar.climb(verb)
    ):
        return True  # "would like to see him support her"
    return choice or any(t.lower_ == "than" for t in verb.doc[max(verb.sent.start, verb.i - 2) : verb.i])


def doubted(noun: Token) -> bool:
    """Tell whether a tie is only looked for or questioned: "looked for a connection between them"."""
    if grammar.lemma(noun) == "tie" and grammar.verbal(noun):
        return bool(grammar.complements(noun, "with"))  # "tied with her in the polls"
    if noun.pos_ != "NOUN":
        return False
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "into") else noun.head
    return noun.dep_ in ("dobj", "pobj") and grammar.verbal(over) and grammar.lemma(over) in words("doubting")


def anybodys(row: Row, verb: Token) -> bool:
    """Tell whether it is told of nobody in particular: "people telling leaders", "when a man tells a woman"."""
    if row.id not in ("tell", "urge", "warn", "summon") or not grammar.verbal(verb):
        return False
    subject = grammar.doers(verb)[:1]
    bare = any(
        t.lower_ == "people" and not any(c.dep_ in ("det", "nummod", "amod", "acl", "relcl") for c in t.children) for t in subject
    )
    one = any(c.lower_ in ("a", "an") for t in subject for c in t.children if t.pos_ == "NOUN")
    always = verb.tag_ in ("VBZ", "VBP") and any(c.dep_ == "advmod" and c.lower_ in ("when", "whenever") for c in verb.children)
    return bare or (one and always)


def _possible(verb: Token) -> bool:
    """Whether somebody only can do it, or does so whenever something is the case: "can ask them", "release them if they lose"."""
    if not grammar.verbal(verb) or grammar.negated(verb):
        return False
    case = any(g.dep_ == "mark" and g.lower_ == "if" for c in verb.children if c.dep_ == "advcl" for g in c.children)
    return any(c.dep_ == "aux" and c.lower_ == "can" for c in verb.children) or (case and verb.tag_ in ("VBZ", "VBP"))


def _favoured(verb: Token) -> bool:
    """Whether somebody is only for it, or thinks of somebody so: "support banning them", "sees him as captured by a guild"."""
    if not grammar.verbal(verb):
        return False
    led = verb.head.lower_ == "as" or any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    whose = any(c.dep_ in ("nsubj", "nsubjpass", "auxpass") for c in verb.children)
    seen = led and verb.tag_ == "VBN" and not whose
    return seen or (
        verb.dep_ in ("xcomp", "pcomp", "ccomp") and verb.tag_ == "VBG" and grammar.lemma(verb.head) in words("favouring")
    )


def _argued(noun: Token) -> bool:
    """Whether a case is only an argument: "laid out her case against the mayor"."""
    return grammar.lemma(noun) == "case" and grammar.lemma(noun.head) in words("arguing")


def _denied_of_all(verb: Token) -> bool:
    """Whether nobody does it: "no prosecutor would bring charges"."""
    over = verb if grammar.verbal(verb) else verb.head
    subjects = [c for c in over.children if c.dep_ in ("nsubj", "nsubjpass")] if grammar.verbal(over) else []
    return any(c.dep_ == "det" and c.lower_ == "no" for t in subjects for c in t.children)


def figurative(row: Row, verb: Token) -> bool:
    """Tell whether nobody deals with anybody: voters "have spoken", a name is one that one "expects to see on the ballot"."""
    base = grammar.lemma(verb)
    if base == "see":
        return verb.dep_ in ("xcomp", "ccomp") and grammar.lemma(verb.head) in words("hoping")
    if row.id == "talk" and any(c.lower_ == "past" for c in verb.children):
        return True  # "talked past each other"
    if row.id != "talk" or base != "speak" or not grammar.verbal(verb):
        return False
    beside = [c for c in verb.children if c.i > verb.i and c.dep_ in ("prep", "npadvmod", "advmod", "prt")]
    return all(c.dep_ == "prep" and c.lower_ == "in" and not any(g.ent_type_ for g in c.children) for c in beside)


def not_done(verb: Token) -> bool:
    """Tell whether it was left for something else ("instead of thanking her"), or only measures ("far enough to fine them")."""
    before = verb.doc[max(verb.sent.start, verb.i - 2) : verb.i]
    instead = verb.dep_ == "pcomp" and len(before) > 1 and before[0].lower_ in ("instead", "rather") and before[1].lower_ == "of"
    return instead or (len(before) > 1 and before[0].lower_ == "enough" and before[1].lower_ == "to")


def part_of_title(trigger: Token, token: Token, place: str) -> bool:
    """Tell whether a capital makes a word part of an event's name: "the Strategic and Economic Dialogue" is nobody's."""
    if place != "modifier" or trigger.pos_ != "PROPN":
        return False
    return token.pos_ != "PROPN" or token.ent_type_ not in ("GPE", "NORP", "PERSON")


def run_against(verb: Token) -> bool:
    """Tell whether to run is to stand for a post, or in control: "the people I am running against", "ran for mayor"."""
    sides = ("against", "for")
    things = [t.doc[max(0, t.i - 1) : t.i + 1].text.casefold() for t in grammar.undergoers(verb)] if grammar.verbal(verb) else []
    if grammar.lemma(verb) != "run":
        return False
    busy = any(t in words("run_things") or t.rpartition(" ")[2] in words("run_things") for t in things)  # "running a phone bank"
    return busy or any(c.dep_ in ("prep", "prt") and c.lower_ in sides for c in verb.children)


def accusing(noun: Token) -> bool:
    """Tell whether a charge is an accusation, and no charge that somebody is in: "there were charges of fraud"."""
    led = noun.dep_ == "pobj" and noun.head.lower_ == "in"
    taken = noun.dep_ == "dobj" and grammar.lemma(noun.head) in words("assuming")
    return grammar.lemma(noun) == "charge" and not (noun.tag_ == "NN" and (led or taken))


def dummy(trigger: Token, token: Token) -> bool:
    """Tell whether "it" stands for nothing: "it is her job to talk to the board"."""
    over = token.head
    said = any(c.dep_ in ("attr", "acomp") for c in over.children)
    return token.lower_ == "it" and over != trigger and grammar.lemma(over) in ("be", "seem", "take") and said


def misplaced(scene: Scene, row: Row, token: Token) -> bool:
    """Tell whether the subject is a body where the row expects a person, or the other way round."""
    if row.agent is None:
        return False
    seen = scene.mention(token)
    if token.pos_ == "PRON":
        person = token.lower_ not in ("it", "its", "which", "that")
    elif seen is not None and seen.form != "pronoun":
        person = seen.kind == "person"
    else:
        person = token.pos_ == "PROPN" and token.tag_ != "NNPS" and token.ent_type_ not in ("ORG", "GPE", "NORP")
        person = person or grammar.lemma(token) in words("persons")
    return person is not (row.agent == "person")


def of_another_clause(trigger: Token, token: Token) -> bool:
    """Tell whether a name is joined to the one that a clause is about: in "Vale, who quit, and Brod left" Brod did not."""
    for above in grammar.climb(trigger):
        if above.dep_ in ("relcl", "acl") and above.head.i < above.i:
            return token.i > above.right_edge.i
    return False


def nobody(token: Token) -> bool:
    """Tell whether a word stands for nobody in particular: "you", "your friends", "what", a "who" whose noun is not there."""
    if token.pos_ == "PRON" and token.lower_ in words("generic"):
        return True
    if token.tag_ in ("WP", "WDT") and grammar.relative(token) == token:
        return True
    if token.lower_ == "one" and any(c.dep_ == "neg" or c.lower_ in ("no", "the", "not") for c in token.children):
        return True  # "no one", "the one supporting Brod", "not one of the clerks"
    if any(c.tag_ == "WP$" for c in token.children):
        return True  # "whose office oversees charities"
    return any(c.lower_ == "your" if c.dep_ == "poss" else c.dep_ == "det" and c.lower_ in words("any") for c in token.children)


def unproved(scene: Scene, row: Row, trigger: Token, sides: tuple[Sequence[Token], Sequence[Token]], *, carried: bool) -> bool:
    """Tell whether a mere mention has too little beside it to tell an act: no verb, nobody who did it, nobody named.

    "A voice in support of the sanctions on the rulers" imposes none; "the sanctions on Morland" tells of them. Of a tie one side
    at least is somebody ("the relationships between police and communities" are not).
    """
    subject, obj = sides
    told = (*subject, *obj) if row.kind == "tie" else obj
    if row.kind in ("tie", "measure") and any(t.lower_ in words("someone") for t in told):
        return True
    if row.kind == "tie":
        return not any(somebody(scene, t) for t in (*subject, *obj))
    mere = _mere(row, trigger) and not carried and not subject
    return mere and row.needs != "none" and not row.echo and not any(somebody(scene, t) for t in obj)


def thing(scene: Scene, token: Token, name: Token) -> bool:
    """Tell whether a name in apposition is not that of the word before it ("oversees the suits, Ana Brod")."""
    other = scene.person(name) or token.tag_ == "NNS"
    return name != token and token.pos_ == "NOUN" and not scene.actor(token) and other


def mentioned(found: Found) -> bool:
    """Tell whether an act is only mentioned: in "she backed the sanctions on Morland" she does not say that there are any."""
    return _mere(found.row, found.trigger) and found.carrier is None


def _mere(row: Row, trigger: Token) -> bool:
    return row.kind == "measure" and row.sort == "act" and not grammar.verbal(trigger)


def somebody(scene: Scene, token: Token) -> bool:
    """Tell whether a word is a name, a pronoun, or a phrase with a name in it ("the Lenk camp")."""
    if token.pos_ in ("PROPN", "PRON") or scene.known(token):
        return True
    seen = scene.mention(token)
    if seen is not None and seen.form != "description":
        return True
    return any(t.pos_ == "PROPN" or t.ent_type_ == "NORP" for c in token.children if c.dep_ != "relcl" for t in (c, *c.children))
