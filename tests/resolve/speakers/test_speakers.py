"""Who speaks, how many, and through whose hands: read from made-up reports from end to end."""

from __future__ import annotations

from retold.find.findings import findings
from retold.model import Attribution, Report, Span, Speaker
from retold.resolve.people.within import people
from retold.resolve.speakers.speakers import speakers


def heard(text: str, *, outlet: str | None = None) -> tuple[Attribution, ...]:
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    report = Report(name="made-up.txt", text=text, digest="0", body=tuple(spans), outlet=outlet, language="en")
    (found,) = findings([report])
    return speakers(found, *people(found))


def by_cue(text: str, cue: str, *, outlet: str | None = None) -> Speaker:
    for each in heard(text, outlet=outlet):
        if text[each.cue[0].start : each.cue[-1].end].endswith(cue) and each.speaker is not None:
            return each.speaker
    raise AssertionError(f"no attribution with the cue {cue!r}")


def test_a_name_a_body_and_a_document_are_told_apart() -> None:
    assert by_cue("Ada Holm said the port was shut.", "said").kind == "person"
    assert by_cue("The Harbour Ministry said the port was shut.", "said").kind == "body"
    speaker = by_cue("The indictment says that the port was sold.", "says")
    assert (speaker.kind, speaker.described) == ("document", "The indictment")


def test_a_pronoun_speaks_for_the_person_it_stands_for() -> None:
    speaker = by_cue("Ada Holm visited the port on Friday. “It is shut,” she said.", "said")
    assert (speaker.kind, speaker.name) == ("person", "Ada Holm")


def test_a_count_is_given_only_where_a_number_or_a_singular_is() -> None:
    counts = {
        "Four officials said the port was shut.": 4,
        "A source said the port was shut.": 1,
        "Several officials said the port was shut.": None,
        "Officials said the port was shut.": None,
        "At least two people familiar with the sale said the port was shut.": 2,
        "Half a dozen officials said the port was shut.": 6,
    }
    assert {text: by_cue(text, "said").count for text in counts} == counts


def test_the_people_and_one_of_them_take_up_the_source_that_was_described() -> None:
    text = (
        "The port was sold, three people familiar with the sale told reporters. The price was low, the people said. "
        "One of them said the buyer had paid. The sale is over, according to two of the people."
    )
    first, second, third, fourth = (each.speaker for each in heard(text))
    assert first and second and third and fourth
    assert {s.described for s in (first, second, third, fourth)} == {"three people familiar with the sale"}
    assert [s.count for s in (first, second, third, fourth)] == [3, 3, 1, 2]


def test_nobody_is_the_speaker_of_what_is_widely_seen() -> None:
    assert by_cue("Ada Holm is widely seen as the next governor.", "seen").kind == "unknown"


def test_the_outlet_that_was_told_stands_between() -> None:
    text = "The port was sold, an official told the Associated Press."
    speaker = by_cue(text, "told")
    assert (speaker.kind, speaker.count, speaker.via) == ("unnamed", 1, ("Associated Press",))


def test_an_outlet_is_not_its_own_go_between() -> None:
    text = "The port was sold, an official told The Harbour Post."
    assert by_cue(text, "told", outlet="The Harbour Post").via == ()
    speaker = by_cue("The port was sold, the Associated Press reported.", "reported")
    assert (speaker.kind, speaker.name, speaker.via) == ("body", "Associated Press", ())


def test_sources_quoted_by_others_come_through_them() -> None:
    text = "The port will be fined, according to officials quoted by Reuters."
    speaker = by_cue(text, "according to")
    assert (speaker.kind, speaker.via) == ("unnamed", ("Reuters",))


def test_the_go_between_is_not_the_source_that_speaks_of_him() -> None:
    text = (
        "The agency reports that someone close to Ada Holm met the owners. An aide of the owners said the port was shut. "
        "A senior official said the talks went well. The source also told reporters that the price was low."
    )
    last = heard(text)[-1].speaker
    assert last is not None
    assert (last.kind, last.described) == ("unnamed", "A senior official")


def test_a_name_beside_a_description_says_who_it_is() -> None:
    speaker = by_cue("“It is shut,” the port's director, Ada Holm, said.", "said")
    assert (speaker.kind, speaker.name) == ("person", "Ada Holm")


def test_who_handed_the_information_on_is_the_speaker() -> None:
    speaker = by_cue("According to information from four sources, the port was sold.", "According to")
    assert (speaker.kind, speaker.count) == ("unnamed", 4)


def test_nothing_but_the_speaker_changes_and_the_order_stays() -> None:
    each = heard("Ada Holm said the port was shut. An official denied that.")
    assert [one.id for one in each] == [f"a{n}" for n in range(1, len(each) + 1)]
    assert all(one.speaker is not None for one in each)


def test_who_is_cited_speaks_and_who_cites_stands_between() -> None:
    text = "The port was sold, according to a report from Reuters citing two officials."
    speaker = by_cue(text, "according to")
    assert (speaker.kind, speaker.count, speaker.via) == ("unnamed", 2, ("Reuters",))


def test_they_right_after_two_sources_are_the_sources_and_not_whom_they_spoke_of() -> None:
    text = "Guards in Varn met the owners, three people familiar with the matter said. The talks covered the port, they added."
    speaker = by_cue(text, "added")
    assert (speaker.kind, speaker.count) == ("unnamed", 3)
