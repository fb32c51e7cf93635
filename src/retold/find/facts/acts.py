"""An act is told by a verb ("fined"), by a noun alone ("the arrest of"), or by a noun that a verb only carries ("held talks")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from retold.find.facts import grammar
from retold.find.facts.around import counted, taken_up
from retold.find.facts.figures import dummy, misplaced, nobody, of_another_clause, other_act, part_of_title, thing, unproved
from retold.find.facts.found import Found
from retold.find.facts.hollow import hollow
from retold.find.facts.mutual import both_ways, by_name, together
from retold.find.facts.parties import Scene, named, spread, whole, words
from retold.find.facts.patterns import Entry, Row, index
from retold.find.facts.places import carrier, heads
from retold.find.facts.unreal import asked_of_a_reader, called_something, feared, purpose, said_again, silenced, unreal

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 6
"""Words after a verb in which the rest of its trigger must stand ("took him into custody")."""


NEAR, FAR, HERE = 9, 16, 7
"""Words after a trigger in which what completes it must stand; what somebody calls a report comes after the report's name,
what somebody will not tell right after the refusal."""


FROM = ("from", "of", "in", "at")
"""After "people" they lead to the body or the country whose people somebody deals with."""


def acts(scene: Scene) -> Iterator[Found]:
    """Yield what the tables' acts find in a passage, in text order; at most one reading a kind for a trigger."""
    for token in scene.parse.doc:
        entries = _entries(token)
        kinds: set[str] = set()
        for entry in entries:
            if entry.row.kind in kinds or not _words_fit(token, entry):
                continue
            found = _fit(scene, token, entry.row)
            if found is not None:
                kinds.add(entry.row.kind)
                yield found
            if found is not None or entry.words > 1:
                break


def _entries(token: Token) -> Sequence[Entry]:
    if token.dep_ in ("aux", "auxpass"):
        return ()
    base = grammar.lemma(token)
    if grammar.verbal(token):
        return index().get(("verb", base), ())
    if token.pos_ == "ADJ":
        return index().get(("adjective", base), ())
    if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.dep_ != "compound"):
        return index().get(("act", base), ()) or index().get(("act", base.removesuffix("s")), ())
    return ()


def _words_fit(token: Token, entry: Entry) -> bool:
    if not (follows(token, entry.after) and precedes(token, entry.before)) or _other_verb(token, entry):
        return False
    # "called an election for May" does not call FOR anything.
    led = grammar.verbal(token) and entry.after[:1] in (("for",), ("on",), ("to",))
    if led and token.i + 3 < len(token.doc) and not any(t.lower_ == entry.after[0] for t in token.doc[token.i + 1 : token.i + 4]):
        return False
    return not led or not any(c.dep_ == "dobj" and 0 < c.i - token.i < REACH and c.tag_ != "WP" for c in token.children)


def _other_verb(token: Token, entry: Entry) -> bool:
    """Whether a particle makes another verb of it: "fired them UP" dismisses nobody."""
    particles = {c.lower_ for c in token.children if c.dep_ == "prt"} if grammar.verbal(token) else set[str]()
    return bool(particles - set(entry.after) - words("particles"))


def follows(token: Token, wanted: Sequence[str]) -> bool:
    """Tell whether these words come after the token, in order and near; the first right away for a noun."""
    at = token.i + 1
    for word in wanted:
        window = [t for t in token.doc[at : at + REACH] if word in (t.lower_, t.lemma_.lower())]
        if not window or not token.sent.start <= window[0].i < token.sent.end:
            return False
        at = window[0].i + 1
    return True


def precedes(token: Token, wanted: Sequence[str]) -> bool:
    """Tell whether these words stand right before the token; a hyphen or an adjective ("in secret touch") is no hindrance."""
    at = token.i - 1
    for word in reversed(wanted):
        while at >= 0 and (token.doc[at].text == "-" or (_of_kind(token.doc[at], token) and token.doc[at].lower_ != word)):
            at -= 1
        if at < 0 or word not in (token.doc[at].lower_, token.doc[at].lemma_.lower()):
            return False
        at -= 1
    return True


def _of_kind(before: Token, noun: Token) -> bool:
    return before.head == noun and before.dep_ == "amod"


def _fit(scene: Scene, trigger: Token, row: Row) -> Found | None:
    noun = not grammar.verbal(trigger) and trigger.pos_ != "ADJ"
    over = carrier(trigger, light=row.light) if noun else None
    if not _tells(trigger, over, row):
        return None
    subject, obj = _sides(scene, trigger, row, over)
    if row.mutual:
        subject, obj = both_ways(row, trigger, subject, obj)
    sharer = _shared(trigger)
    if not obj and row.needs in ("object", "both") and sharer is not None:
        obj = _party(scene, sharer, row, "object", None)
    told = not noun or _again(trigger) or (over is not None and _goes_on(trigger, over))
    certain = any(c.dep_ in ("det", "poss") for c in trigger.children)
    vague = grammar.lemma(trigger) in words("loose") and not certain  # "when calls came in"
    enough = _enough(row, subject, obj, told=told, vague=vague) or together(trigger, row, subject, obj)
    if not enough or _strange(scene, row, subject) or any(_refused(scene, row, t) for t in obj):
        return None
    if unproved(scene, row, trigger, (subject, obj), carried=over is not None):
        return None
    whom = tuple(taken_up(scene, trigger, t) for t in obj)
    return Found(row=row, trigger=trigger, carrier=over, subject=tuple(subject), object=whom)


def _tells(trigger: Token, over: Token | None, row: Row) -> bool:
    """Whether the word tells the row's act where it stands, and not a right, a fear, a question, or another act."""
    pledged = grammar.verbal(trigger) and trigger.dep_ == "amod"  # "pledged votes" promise nothing
    if pledged and row.kind not in ("measure", "allegation"):
        return False
    if (trigger.i and trigger.nbor(-1).lower_ in row.unless) or said_again(trigger):
        return False
    if not _clause_fits(trigger, over, row) or not _about(trigger, row) or unreal(trigger):
        return False
    if other_act(row, trigger) or hollow(row, trigger):
        return False
    verb, asked = over or trigger, row.kind == "contact" and asked_of_a_reader(trigger)
    return not asked and not (grammar.verbal(verb) and feared(verb, spoken=row.kind in ("allegation", "statement")))


def _strange(scene: Scene, row: Row, subject: list[Token]) -> bool:
    """Whether the subject is not one that the row expects: no court among those who ordered, an outlet that asked."""
    if row.agents and not any(within(t, row.agents) for t in subject):
        return True
    if any(misplaced(scene, row, t) for t in subject):
        return True
    return row.not_outlets and any(scene.outlet(t) for t in subject if t.pos_ == "PROPN")


def _about(trigger: Token, row: Row) -> bool:
    """Whether it is done to what the row is about; "which" may stand for any of those before it in the sentence."""
    if not row.about and not row.never:
        return True
    things = grammar.undergoers(trigger)
    if row.never and any(grammar.lemma(t) in row.never for t in things):
        return False
    if not row.about:
        return True
    own = any(t.i > trigger.i for t in things) or any(c.dep_ == "xcomp" for c in trigger.children)  # "who would block the plan"
    before = [t for t in trigger.sent if t.i < trigger.i] if trigger.dep_ == "relcl" and not own else []
    return any(grammar.lemma(t) in row.about for t in [*things, *before])


def _sides(scene: Scene, trigger: Token, row: Row, over: Token | None) -> tuple[list[Token], list[Token]]:
    """Both parties, none of them twice: in "her arrest" the object is her; in "her arrest of Vale" Vale is."""
    subject, obj = (_party(scene, trigger, row, side, over) for side in ("subject", "object"))
    if grammar.verbal(trigger):
        return subject, [t for t in obj if t not in subject]
    return [t for t in subject if t not in obj], obj


def _shared(trigger: Token) -> Token | None:
    """The other verb whose object this one shares: "arrested and charged Vale"."""
    if not grammar.verbal(trigger) or grammar.passive(trigger):
        return None
    # In "presided over talks and set up a panel" the panel is of the second alone.
    own = any(c.dep_ in ("dobj", "prep") and c.i > trigger.i for c in trigger.children)
    joined = [c for c in trigger.children if c.dep_ == "conj" and grammar.verbal(c) and not own]
    return joined[0] if joined and not grammar.passive(joined[0]) else None


def _clause_fits(trigger: Token, over: Token | None, row: Row) -> bool:
    verb = over if over is not None else trigger
    if row.finite and grammar.verbal(trigger) and (purpose(trigger) or trigger.dep_ == "pcomp"):
        return False
    if row.bare and called_something(trigger):
        return False
    if row.passive is not None and grammar.passive(verb) is not row.passive:
        return False
    if row.negated is not None and _denied(verb, trigger) is not row.negated:
        return False
    if row.stance == "declined" and row.negated and not silenced(verb):
        return False
    if not row.complement:
        return True
    reach = FAR if row.kind == "statement" else NEAR
    if row.stance == "denied" and (under := [c for c in trigger.children if c.dep_ == "xcomp"]):
        return any(grammar.lemma(t) in row.complement for t in under)  # "declined to act", not "to say whether it would act"
    after = trigger.doc[trigger.i + 1 : trigger.i + (HERE if row.stance in ("declined", "planned") else reach)]
    return any(t.lemma_.lower() in row.complement or t.lower_ in row.complement for t in after if t.sent == trigger.sent)


def _denied(verb: Token, trigger: Token) -> bool:
    shared = verb.dep_ == "conj" and grammar.negated(verb.head) and not any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    return shared or any(grammar.negated(t) for t in {verb, trigger}) or any(c.lower_ == "no" for c in trigger.children)


def _party(scene: Scene, trigger: Token, row: Row, side: str, over: Token | None) -> list[Token]:
    for place in getattr(row, side):
        if place == "speaker" or (place == "owner" and row.things and not _of_thing(trigger, row)):
            continue
        near = [t for t in heads(scene, trigger, place, over) if not nobody(t) and not dummy(trigger, t)]
        found = [_name(scene, counted(t) if side == "subject" else t) for t in near]
        found = [t for t in found if whole(scene, t) and not part_of_title(trigger, t, place)]
        if side in row.actors:
            found = [t for t in found if scene.actor(t) or place == "modifier" or (row.places and t.pos_ == "PROPN")]
        if found:
            all_of = found if any(thing(scene, t, named(t)) for t in found) else spread(scene, found)
            return [t for t in all_of if t in found or side != "subject" or not of_another_clause(trigger, t)]
        if place == "of" and trigger.pos_ == "NOUN" and grammar.complements(trigger, "of"):
            break  # in "her capture of the prize" it is not she who is captured
    return []


def _of_thing(trigger: Token, row: Row) -> bool:
    """Whether what it is done to is a thing of the row: "searched her home" searches her, "searched her memory" does not."""
    return any(grammar.lemma(t) in row.things for thing in grammar.undergoers(trigger) for t in grammar.coordinated(thing))


def _name(scene: Scene, token: Token) -> Token:
    """The name in apposition to a description; a person's is not that of a thing ("oversees the suits, Ana Brod")."""
    found = by_name(token)
    return token if thing(scene, token, found) else found


def _goes_on(noun: Token, over: Token) -> bool:
    """Whether the verb over talks, a fine, tells that they took place; not that they "were secret", or that one joined."""
    if grammar.governor(noun) == (over, "subject"):
        return not (over.lemma_ == "be" and any(c.dep_ in ("acomp", "attr") for c in over.children))
    return grammar.lemma(over) not in words("partaking")


def _again(noun: Token) -> bool:
    """Whether a noun speaks of one more, or tells what became of it ("a second meeting", "talks likely to resume")."""
    return any(c.lemma_.lower() in words("further") or (c.dep_ == "amod" and c.i > noun.i) for c in noun.children)


def _enough(row: Row, subject: list[Token], obj: list[Token], *, told: bool, vague: bool) -> bool:
    wanted = {"subject": bool(subject), "object": bool(obj), "both": bool(subject and obj), "either": bool(subject or obj)}
    if row.echo and told and (not (subject or obj) or row.needs == "both") and not vague:
        return True
    return wanted.get(row.needs, True)


def _refused(scene: Scene, row: Row, token: Token) -> bool:
    base = grammar.lemma(token)
    several = token.tag_ == "NNS" and base in words("persons")
    person = scene.person(token) or several or token.pos_ == "PRON" or scene.names.get(token.text) == "person"
    if row.holder is not None and person is not (row.holder == "person"):
        return True
    land = row.id == "see" and (seen := scene.mention(token)) is not None and seen.kind == "place"
    if land or (row.kind == "contact" and token.lower_.endswith(("self", "selves"))):
        return True  # "visited Morland", "tells itself that it can win"
    if base == "people" and any(scene.actor(t) for of in FROM for t in grammar.complements(token, of)):
        return False  # "people from the guild"
    aired = token.pos_ == "PROPN" and any(c.dep_ == "poss" and scene.outlet(c) for c in token.children)
    outlet = row.not_outlets and (aired or scene.outlet(token) or scene.press(token))
    if outlet or {base, base.removesuffix("s")} & set(row.forbidden) or (row.id == "tell" and _only_told(scene, token)):
        return True
    if row.only:
        return not within(token, row.only)
    return bool(row.things) and base not in row.things and not scene.actor(token)


def _only_told(scene: Scene, token: Token) -> bool:
    """Whether a name that is no person's stands in the report only to be told something ("told Inland Wire"): an outlet."""
    if token.pos_ != "PROPN" or scene.person(token) or any(c.dep_ in ("det", "poss") for c in token.children):
        return False
    seen = scene.mention(token)
    return token.text in scene.once and (seen is None or seen.country is None)


def within(token: Token, wanted: Sequence[str]) -> bool:
    """Tell whether one of these words stands in the phrase that the token heads."""
    return any(t.lemma_.lower() in wanted or t.lower_ in wanted for t in (token, *token.lefts))
