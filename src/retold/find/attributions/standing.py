"""How an attribution stands: the stance its source takes to the content, and how sure the content is made to sound.

Each stance has a test, and the first that holds decides: who refuses to speak says nothing of the content, who asks does
not claim it, who accuses claims it against somebody. The cue speaks first (denied, accused, promised); where it only
reports, the content's own main clause does ("said it had not met him" is a denial). Stances are those of GRaSP (van Son
et al. 2016); polarity is composed as in FactBank (Saurí & Pustejovsky 2009) so that two negations cancel out ("did not
rule out", "no one denies"). Vocabularies are `standing.toml` and, for certainty, `find/hedges.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from retold.find.attributions.cases import Case, case, predicates, turned
from retold.find.attributions.contents import Piece, asks, subject_of, told
from retold.find.attributions.intents import intended, of_itself
from retold.find.attributions.misdeeds import misdeed
from retold.find.attributions.vocabulary import lists
from retold.find.clauses import CHILDREN, is_verb, lemma
from retold.find.hedges import LEVELS, clause_hedges, cue_hedges
from retold.find.polarity import negated, neither, unable, words
from retold.model import Certainty, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

    from retold.find.attributions.draft import Draft
    from retold.find.syntax import Parse


def standing(draft: Draft, parse: Parse, said: Sequence[Piece]) -> tuple[Stance, Certainty, tuple[Span, ...]]:
    """Return stance, certainty and the spans of the hedges (report offsets) of an attribution.

    `parse` is the cue's paragraph, `said` the content in text order, wherever it stands.
    """
    if not parse.parsed:
        return "asserted", "certain", ()
    clause = told(said, raised=draft.kind in ("raising", "passive"))
    mine = case(draft, clause)
    stance: Stance = next((name for name, holds in TESTS if holds(mine)), "asserted")
    certainty, hedges = _certainty(mine, stance, draft, parse)
    return stance, certainty, hedges


def _declined(mine: Case) -> bool:
    """ "declined to comment", "would not say whether", "did not respond", "could not be reached", "ignored the question"."""
    if neither(mine.head) or _unanswered(mine):
        return True
    if _cannot_tell(mine):
        return False
    if mine.cue(lists().declined.nothing) or (mine.turned and (mine.kind == "silence" or mine.cue(lists().declined.answering))):
        return mine.kind != "silence" or _silent(mine)
    if mine.turned:
        return _silent(mine) or _helper(mine)
    return mine.cue(lists().declined.evading) or _withheld(mine) or _refused(mine)


def _unanswered(mine: Case) -> bool:
    """ "have yet to comment", "left requests for comment unanswered"."""
    answers = lists().declined.answering | lists().declined.mentioning
    waits = mine.cue(lists().declined.waiting) and not (mine.keys | mine.names).isdisjoint(answers)
    return waits or not mine.names.isdisjoint(lists().declined.unanswered)


def _refused(mine: Case) -> bool:
    """ "declined to comment", "refused to give details", "stopped short of saying"."""
    if not mine.cue(lists().declined.withholding):
        return False
    first = {lemma(token) for token in mine.content[:3]} if mine.infinitive or mine.told is None else set()
    spoken = mine.keys | first
    if not spoken.isdisjoint(lists().declined.speaking):
        return True
    return not spoken.isdisjoint(lists().declined.giving) and _details(mine)


def _details(mine: Case) -> bool:
    """Whether what is or is not given is information: "further details", "an interview", "its reasons"."""
    things = lists().declined.given
    objects = () if mine.told is None else (mine.told.event, *islice(mine.told.event.children, CHILDREN))
    return not mine.keys.isdisjoint(things) or any(token.pos_ == "NOUN" and lemma(token) in things for token in objects)


def _cannot_tell(mine: Case) -> bool:
    """ "could not confirm", "was unable to say": it is not known."""
    if mine.cue(lists().declined.answering):
        return False
    verbs = (mine.head, mine.told.main) if mine.told is not None and of_itself(mine) else (mine.head,)
    return any(lemma(verb) in words("unknown", "confirming") and unable(verb) for verb in verbs)


def _helper(mine: Case) -> bool:
    """ "would not // confirm the meeting", where the cue is marked without its verb."""
    verb = mine.told.main if mine.told is not None and mine.head.pos_ in ("AUX", "PART") else None
    said = lists().declined.saying | lists().declined.mentioning | lists().declined.answering
    return verb is not None and lemma(verb) in said and subject_of(verb) in (None, *mine.source, subject_of(mine.head))


def _withheld(mine: Case) -> bool:
    """ "said he could not comment": what is said is that nothing is said."""
    clause = mine.told
    if clause is None or not mine.clause:
        return False
    name = lemma(clause.event)
    modal = any(c.tag_ == "MD" for c in islice(clause.event.children, CHILDREN))
    if name in lists().declined.own and modal and turned(clause):
        return of_itself(mine)
    return name == "have" and any(
        c.lemma_.lower() in lists().declined.had and turned(clause)
        for c in islice(clause.event.children, CHILDREN)
        if c.dep_ == "dobj"
    )


def _silent(mine: Case) -> bool:
    """Whether a negated cue leaves its content unsaid, rather than denying it."""
    if mine.cue(lists().declined.answering) or mine.cue(lists().declined.mentioning):
        return True
    if mine.cue(lists().declined.giving) and _details(mine):
        return True
    return mine.cue(lists().declined.saying) and not (mine.clause and not _open(mine))


def _open(mine: Case) -> bool:
    """Whether the content is an open question: "whether", "who", "how" ..."""
    return bool(mine.content) and mine.content[0].lower_ in words("unknown", "complementizers")


def _asked(mine: Case) -> bool:
    if mine.turned or mine.cue(lists().asked.nobody):
        return False
    if mine.cue(lists().asked.cues) or (mine.infinitive and mine.cue(lists().asked.telling)) or _wants(mine):
        return True
    if mine.told is None:
        return False
    return _asks_itself(mine) or ((mine.clause or mine.told.quoted or not mine.keys) and asks(mine.told))


def _wants(mine: Case) -> bool:
    """ "wants the council to act": a wish that is put to somebody else."""
    if mine.told is None or not mine.cue(lists().asked.wanting):
        return False
    near = list(islice(mine.told.main.children, CHILDREN))
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in near)
    return to and (mine.told.raised is not None or any(c.dep_ == "nsubj" for c in near))


def _asks_itself(mine: Case) -> bool:
    """ "said he was asking the court to": who says that he asks does so by saying it; who says that he asked does not."""
    if mine.told is None or not mine.clause or mine.told.event.tag_ not in ("VB", "VBP", "VBZ", "VBG"):
        return False
    name = lemma(mine.told.event)
    led = any(c.dep_ in ("xcomp", "ccomp") and c.i > mine.told.event.i for c in islice(mine.told.event.children, CHILDREN))
    asking = name in lists().asked.cues or (led and name in lists().asked.telling)
    return asking and not turned(mine.told) and of_itself(mine)


def _alleged(mine: Case) -> bool:
    if mine.turned or mine.cue(lists().denied.undone) or (mine.cue(lists().denied.cues) and not _said_as(mine)):
        return False
    if mine.cue(lists().alleged.cues) or mine.told is None:
        return mine.cue(lists().alleged.cues)
    called = mine.cue(lists().denied.calling) or "as" in mine.names
    if called and not mine.clause and not mine.titles.isdisjoint(lists().alleged.doers):
        return mine.names.isdisjoint(lists().content.carriers)
    suspected = mine.cue(lists().alleged.suspecting) and not mine.clause and "of" in mine.names | mine.keys
    return suspected or (misdeed(mine.told) and not (turned(mine.told) or _open(mine) or intended(mine)))


def _unknown(mine: Case) -> bool:
    if mine.cue(lists().unknown.settled):
        return False
    if _cannot_tell(mine) or _raised(mine):
        return True
    if (mine.cue(lists().unknown.cues) or _debated(mine.head)) and not intended(mine):
        return not mine.turned
    if mine.turned and mine.cue(lists().unknown.negated) and not _acquainted(mine.head):
        return True
    if mine.told is None or mine.cue(lists().denied.cues):
        return False
    if mine.content and mine.content[0].lower_ in lists().unknown.openers and not mine.told.quoted:
        return True
    subject = subject_of(mine.told.event)
    theirs = subject is not None and subject.lower_ not in lists().unknown.impersonal and not of_itself(mine)
    return not theirs and any(_leaves_open(token) for token in mine.told.chain)


def _raised(mine: Case) -> bool:
    """ "there are questions about", "raised doubts whether"; who asked questions asks."""
    return mine.cue(lists().unknown.raising) and mine.cue(lists().unknown.questions) and not mine.turned


def _debated(head: Token) -> bool:
    """ "debated whether", "a debate over"; who spoke in a debate leaves nothing open."""
    setting = head.dep_ == "pobj" and head.head.lower_ in lists().unknown.settings
    return lemma(head) in lists().unknown.heads and not setting


def _acquainted(verb: Token) -> bool:
    """ "does not know the minister": a denial; "does not know the answer" leaves it open."""
    things = [c for c in islice(verb.children, CHILDREN) if c.dep_ == "dobj"]
    plain = [t for t in things if t.tag_ not in ("WP", "WDT", "DT") and t.lower_ not in lists().unknown.impersonal]
    return lemma(verb) in lists().unknown.acquainted and bool(plain) and lemma(plain[0]) not in lists().unknown.things


def _leaves_open(token: Token) -> bool:
    """ "was skeptical", "is not sure", "do not know", "remains to be seen"."""
    if not is_verb(token) or _acquainted(token):
        return False
    under = (lemma(c) for c in islice(token.children, CHILDREN) if c.dep_ == "xcomp" and c.tag_ == "VBN")
    if lemma(token) == "remain" and not words("unknown", "remaining").isdisjoint(under):
        return True
    names, no = predicates(token), negated(token)
    return not names.isdisjoint(lists().unknown.negated if no else lists().unknown.cues)


def _denied(mine: Case) -> bool:
    rejects = (mine.cue(lists().denied.cues) and not _said_as(mine)) or _attacked(mine)
    content = mine.told is not None and (turned(mine.told) or _no(mine))
    own = mine.told is not None and mine.clause and _opposes(mine.told.event) and of_itself(mine)
    if rejects and not mine.turned and mine.told is not None and mine.told.quoted:
        # 'denied it: "I did not take it"': the words quoted are the denial.
        return True
    calls = (mine.cue(lists().denied.calling) and _false(mine)) or _calls_false(mine)
    return (mine.turned + rejects + calls + mine.cue(lists().denied.undone) + content + own) % 2 == 1


def _attacked(mine: Case) -> bool:
    """ "ridiculed the idea that", "challenged the claim that": of a claim alone such a word is a denial."""
    if not mine.cue(lists().denied.attacking):
        return False
    main = () if mine.told is None else (mine.told.main,)
    objects = (*main, *(c for c in islice(mine.head.children, CHILDREN) if c.dep_ == "dobj"))
    return any(lemma(token) in words("denied", "attackable") for token in objects)


def _opposes(event: Token) -> bool:
    """ "rejects the offer", "is opposed to it", "is against it"."""
    against = event.lemma_ == "be" and any(c.lower_ in lists().denied.sides for c in islice(event.children, CHILDREN))
    return against or not predicates(event).isdisjoint(lists().denied.cues)


def _calls_false(mine: Case) -> bool:
    """ "said the claims were false", "said it was a lie that": who says so of a claim rejects it."""
    if mine.told is None or not mine.clause:
        return False
    subject, near = subject_of(mine.told.event), list(islice(mine.told.event.children, CHILDREN))
    beside = {c.lower_ for c in near if c.dep_ in ("acomp", "attr")} & words("denied", "rejecting")
    return lemma(mine.told.event) == "be" and bool(beside) and subject is not None and lemma(subject) in lists().content.carriers


def _no(mine: Case) -> bool:
    """A plain "No"."""
    return len(mine.content) == 1 and mine.content[0].lower_ in lists().denied.plain


def _said_as(mine: Case) -> bool:
    """ "dismissed the harbour as a pond": what it says is that the harbour is a pond."""
    if mine.told is None or not mine.cue(lists().denied.said_as) or is_verb(mine.told.main):
        return False
    near = (mine.told.main, *islice(mine.told.main.children, CHILDREN))
    return "as" in mine.names and all(lemma(token) not in lists().content.carriers for token in near)


def _false(mine: Case) -> bool:
    """ "called the report a lie"."""
    return not mine.names.isdisjoint(words("denied", "rejecting"))


TESTS: tuple[tuple[Stance, Callable[[Case], bool]], ...] = (
    ("declined", _declined),
    ("asked", _asked),
    ("alleged", _alleged),
    ("unknown", _unknown),
    ("denied", _denied),
    ("planned", intended),
)
"""The stances with their tests, in the order in which they are tried."""


def _certainty(mine: Case, stance: Stance, draft: Draft, parse: Parse) -> tuple[Certainty, tuple[Span, ...]]:
    """The weakest hedge of cue and main clause; what is asked, withheld or open is none, an intention but for its modals."""
    if stance in ("asked", "declined", "unknown"):
        return "certain", ()
    found = dict[Span, Certainty]()
    meant = stance == "planned" and mine.kind not in ("raising", "passive")
    if not meant:
        cue = [draft.head.doc[i] for i in draft.cue]
        negative = mine.turned != mine.cue(lists().denied.undone)
        hedges = cue_hedges(cue, draft.head, negative=negative, sourced=bool(mine.source))
        found |= {parse.span(token): level for token, level in hedges}
    if mine.told is not None:
        own = mine.told.piece.parse
        found |= {own.span(token): level for token, level in clause_hedges(mine.told.chain)}
    level: Certainty = next((level for level in LEVELS if level in found.values()), "certain")
    return level, tuple(sorted(found))
