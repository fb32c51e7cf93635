"""What somebody is, a person decides: wherever his report speaks of him he is that, and the latest ruling on him goes."""

from __future__ import annotations

from retold.model import Attribution, Chain, Fact, Kind, Mention, Party, Passage, Reading, Report, Ruling, Span, Speaker
from retold.resolve.ruled import ruled

TEXT = "The Anna Vell left. She was searched, the Anna Vell told Selm."
SHIP, SHE, AGAIN = Span(4, 13), Span(20, 23), Span(42, 51)


def reading() -> Reading:
    party = Party(described="The Anna Vell", chain="c1", name="Anna Vell", kind="person", span=SHIP)
    other = Party(described="Selm", chain="c2", name="Selm", kind="place", span=Span(57, 61))
    return Reading(
        report=Report(name="a.txt", text=TEXT, digest="0", body=(Span(0, len(TEXT)),)),
        mentions=(
            Mention(span=SHIP, head=SHIP, sentence=0, kind="person", chain="c1", form="name", name="Anna Vell"),
            Mention(span=SHE, head=SHE, sentence=0, kind="person", chain="c1", form="pronoun"),
            Mention(span=AGAIN, head=AGAIN, sentence=0, kind="person", chain="c1", form="name", name="Anna Vell"),
            Mention(span=Span(57, 61), head=Span(57, 61), sentence=0, kind="place", chain="c2", form="name", name="Selm"),
        ),
        chains=(Chain(id="c1", kind="person", name="Anna Vell"), Chain(id="c2", kind="place", name="Selm")),
        facts=(Fact(id="f1", kind="contact", pattern="p", span=AGAIN, trigger=AGAIN, subject=party, object=other),),
        attributions=(
            Attribution(
                id="a1", source=(AGAIN,), cue=(), content=(SHE,), speaker=Speaker(kind="person", name="Anna Vell", chain="c1")
            ),
        ),
    )


def kind(number: int, span: Span, sort: Kind) -> Ruling:
    words = (TEXT[slice(*span)],)
    return Ruling(id=number, verdict="same", what="kind", sort=sort, one=Passage(report="a.txt", span=span), words=words)


def test_he_is_of_that_kind_wherever_the_report_speaks_of_him() -> None:
    found = ruled([reading()], [kind(1, SHE, "body")])
    (after,) = found.readings
    assert [c.kind for c in after.chains] == ["body", "place"]
    assert [m.kind for m in after.mentions] == ["body", "body", "body", "place"]
    (fact,) = after.facts
    assert fact.subject is not None
    assert fact.object is not None
    assert (fact.subject.kind, fact.object.kind) == ("body", "place")
    assert after.attributions[0].speaker is not None
    assert after.attributions[0].speaker.kind == "body"
    ((mark,),) = found.marks.values()
    assert mark.did == "“She” taken for a body"


def test_a_thing_is_no_speaker_of_another_kind() -> None:
    (after,) = ruled([reading()], [kind(1, SHIP, "other")]).readings
    assert after.attributions == reading().attributions
    assert after.chains[0].kind == "other"


def test_the_latest_ruling_on_somebody_goes_wherever_it_points_at_him() -> None:
    found = ruled([reading()], [kind(1, SHIP, "body"), kind(2, SHE, "other")])
    assert found.states == {1: "overruled", 2: "governs"}
    assert found.readings[0].chains[0].kind == "other"


def test_a_mention_that_was_taken_off_is_of_the_kind_by_itself() -> None:
    off = Ruling(id=1, verdict="rejected", what="mention", one=Passage(report="a.txt", span=AGAIN), words=("Anna Vell",))
    found = ruled([reading()], [off, kind(2, AGAIN, "body")])
    assert found.states == {1: "governs", 2: "governs"}
    assert {c.id: c.kind for c in found.readings[0].chains} == {"c1": "person", "c2": "place", "ruled-1": "body"}


def test_a_ruling_waits_for_words_that_are_gone() -> None:
    one = Passage(report="a.txt", span=SHIP)
    gone = Ruling(id=1, verdict="same", what="kind", sort="body", one=one, words=("Anna Bell",))
    found = ruled([reading()], [gone])
    assert found.states == {1: "waits"}
    assert found.readings == (reading(),)
