"""Who speaks, how many, and through whose hands: read from made-up reports whose attributions are marked."""

from __future__ import annotations

import pytest

from tests.resolve.speakers.marked import heard, who


@pytest.mark.parametrize(
    ("text", "kind", "called"),
    [
        ("[s1 Ada Holm] [c1 said] [q1 the port was shut].", "person", "Ada Holm"),
        ("[s1 The Harbour Ministry] [c1 said] [q1 the port was shut].", "body", "Harbour Ministry"),
        ("[s1 The indictment] [c1 says] [q1 that the port was sold].", "document", "The indictment"),
        ("[s1 Two officials] [c1 said] [q1 the port was shut].", "unnamed", "Two officials"),
        ("[s1 Twelve percent] [c1 said] [q1 they were not sure].", "unnamed", "Twelve percent"),
        ("[s1 Scholars] [c1 have long doubted] [q1 the treaty].", "unnamed", "Scholars"),
        ("[s1 Member of harbour panel] [c1 says] [q1 port must close].", "unnamed", "Member of harbour panel"),
        ("[s1 A group of 32 experts] [c1 warned] [q1 of a flood].", "unnamed", "A group of 32 experts"),
        ("[s1 The DOJ] [c1 declined] [q1 to comment].", "body", "DOJ"),
        ("[s1 You] [c1 know] [q1 that it rains].", "unknown", "You"),
        ("[s1 This newspaper] [c1 has learned] [q1 that the port was sold].", "outlet", "This newspaper"),
    ],
)
def test_a_source_is_what_its_head_word_is(text: str, kind: str, called: str) -> None:
    speaker = who(text)
    assert (speaker.kind, speaker.name or speaker.described) == (kind, called)


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("Four officials", 4),
        ("A source", 1),
        ("A third official", 1),
        ("Several officials", None),
        ("Officials", None),
        ("At least two people familiar with the sale", 2),
        ("Half a dozen officials", 6),
        ("A third of the voters", None),
        ("Forty percent of voters", None),
        ("A group of 32 experts", 32),
    ],
)
def test_a_count_is_given_only_where_a_number_or_a_singular_is(source: str, count: int | None) -> None:
    assert who(f"[s1 {source}] [c1 said] [q1 the port was shut].").count == count


def test_the_people_and_one_of_them_take_up_the_source_that_was_described() -> None:
    rows = heard(
        "[q1 The port was sold], [s1 three people familiar with the sale] [c1 told] reporters. [q2 The price was low], "
        "[s2 the people] [c2 said]. [s3 One of them] [c3 said] [q3 the buyer had paid]. [q4 The sale is over], "
        "[c4 according to] [s4 two of the people]."
    )
    described = [r.speaker.described for r in rows if r.speaker]
    assert described == [*["three people familiar with the sale"] * 3, "two of the people"]
    assert [r.speaker.count for r in rows if r.speaker] == [3, 3, 1, 2]


def test_a_pronoun_speaks_for_the_person_it_stands_for() -> None:
    assert who("Ada Holm visited the port on Friday. [q1 “It is shut,”] [s1 she] [c1 said].").name == "Ada Holm"


def test_who_spoke_before_speaks_on_and_not_whom_the_words_name() -> None:
    speaker = who(
        "[q1 “With Jonas Reed shouting at everybody, nothing will be built,”] [c1 said] [s1 Peter Vale], who ran the port.\n"
        "[q2 “We have waited. It is late. Jonas Reed knows that,”] [s2 he] [c2 said]."
    )
    assert speaker.name == "Peter Vale"


def test_who_is_told_of_by_a_source_does_not_become_the_source() -> None:
    rows = heard(
        "[s1 A senior official] [c1 said] [q1 an intermediary had met Ada Holm in Varn]. "
        "[q2 The talks went well], [s2 the official] [c2 said]."
    )
    assert [r.speaker.described for r in rows if r.speaker] == ["A senior official"] * 2


def test_the_go_between_is_not_the_source_that_speaks_of_him() -> None:
    speaker = who(
        "[s1 The agency] [c1 reports] [q1 that someone close to Ada Holm met the owners]. "
        "[s2 An aide of the owners] [c2 said] [q2 the port was shut]. [s3 A senior official] [c3 said] [q3 the talks went well]. "
        "[s4 The source] [c4 also told] reporters [q4 that the price was low]."
    )
    assert (speaker.kind, speaker.described) == ("unnamed", "A senior official")


def test_a_go_between_who_is_quoted_by_the_source_is_another_speaker() -> None:
    rows = heard(
        "[s1 Two officials] [c1 said] [q1 [s2 the intermediary] [c2 had told] Ada Holm [q2 that the port was safe]]. "
        "[q3 She did not believe it], [s3 they] [c3 added]."
    )
    said = [(r.speaker.described, r.speaker.count) for r in rows if r.speaker]
    assert said == [("Two officials", 2), ("the intermediary", 1), ("Two officials", 2)]


def test_they_right_after_two_sources_are_the_sources_and_not_whom_they_spoke_of() -> None:
    speaker = who(
        "[q1 Guards in Varn met the owners], [s1 three people familiar with the matter] [c1 said]. "
        "[q2 The talks covered the port], [s2 they] [c2 added]."
    )
    assert (speaker.kind, speaker.count) == ("unnamed", 3)


def test_i_and_we_in_a_quotation_are_its_speaker() -> None:
    rows = heard("[q1 “[s2 We] [c2 hope] [q2 that the port opens]”], [s1 Ada Holm] [c1 said].")
    assert {r.speaker.name for r in rows if r.speaker} == {"Ada Holm"}


def test_i_outside_all_quotations_is_the_reports_writer() -> None:
    speaker = who("Jonas Reed wants the port. [s1 I] [c1 think] [q1 that he is wrong].", byline="Tessa Marl")
    assert (speaker.kind, speaker.name) == ("outlet", "Tessa Marl")


def test_each_letter_has_the_writer_who_signs_it() -> None:
    rows = heard(
        "[s1 I] [c1 think] [q1 the port should close]. It is old.\nMira Dahl, Varn.\n"
        "[s2 I] [c2 hope] [q2 that it stays]. It is ours.\nJonas Reed, Selby."
    )
    assert [r.speaker.name for r in rows if r.speaker] == ["Mira Dahl", "Jonas Reed"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Senator Ada Holm of Varn spoke on Friday. [s1 The senator] [c1 said] [q1 it was late].", "Ada Holm"),
        ("Jonas Reed met voters in Varn. [s1 The candidate] [c1 said] [q1 it was late].", "Jonas Reed"),
        ("[s1 Jonas Reed] [c1 said] [q1 it rained]. [s2 The 42-year-old] [c2 added] [q2 that it was late].", "Jonas Reed"),
        ("Jonas Reed spoke in Varn. [s1 His campaign] [c1 said] [q1 it was late].", "Reed campaign"),
        ("[s1 Orvane Shipping] [c1 said] [q1 it rained]. [s2 The company] [c2 added] [q2 that it was late].", "Orvane Shipping"),
        ("Jonas Reed paid. [s1 His lawyer] [c1 said] [q1 it was late].\nAn attorney for Reed, Mira Dahl, left.", "Mira Dahl"),
    ],
)
def test_a_definite_description_takes_up_whom_the_report_named(text: str, name: str) -> None:
    assert who(text).name == name


@pytest.mark.parametrize("noun", ["official", "spokesman", "aide", "source", "lawyer"])
def test_nouns_of_those_who_are_not_named_take_up_nobody_who_is(noun: str) -> None:
    speaker = who(f"Jonas Reed met voters in Varn. [s1 The {noun}] [c1 said] [q1 it was late].")
    assert (speaker.kind, speaker.count) == ("unnamed", 1)


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("A Harbour Institute poll came out. [q1 Few vote], [c1 according to] [s1 the poll].", "A Harbour Institute poll"),
        ("It cites a new survey by Korvane. [s1 The poll] [c1 shows] [q1 that few vote].", "a new survey by Korvane"),
        ("A group of researchers went to Varn. [s1 The researchers] [c1 found] [q1 that few vote].", "A group of researchers"),
        ("[s1 The report] [c1 says] [q1 that few vote].", "The report"),
    ],
)
def test_a_text_is_called_as_the_report_called_it_most_fully(text: str, described: str) -> None:
    assert who(text).described == described


def test_a_relative_pronoun_is_what_it_follows_upon() -> None:
    speaker = who("Reed did not pay an architect [s1 who] [c1 said] [q1 he was cheated].")
    assert (speaker.kind, speaker.described, speaker.count) == ("unnamed", "an architect", 1)


def test_a_name_that_was_misspelt_is_the_same_person() -> None:
    speaker = who("Lena Wimesson came. [s1 Wimeson] [c1 believes] [q1 it is late]. [q2 “It is,”] [s2 she] [c2 said].")
    assert speaker.name == "Lena Wimesson"


def test_one_of_several_texts_is_a_text_and_one_of_several_people_is_one() -> None:
    assert who("She wrote a series of letters that included [s1 one] [c1 saying] [q1 he lied].").kind == "document"
    speaker = who("Many voters came, and [s1 one] [c1 said] [q1 it was late].")
    assert (speaker.kind, speaker.count) == ("unnamed", 1)


def test_each_takes_up_the_two_of_whom_the_sentence_told() -> None:
    speaker = who("Ada Holm and Jonas Reed came on Friday, [s1 each] [c1 saying] [q1 the other lied].")
    assert (speaker.kind, speaker.described) == ("person", "Ada Holm and Jonas Reed")


def test_a_name_right_after_a_noun_for_a_person_is_that_persons() -> None:
    speaker = who("[s1 retired teacher Qvorla Zemtis, 45,] [c1 said] [q1 it was late].")
    assert (speaker.kind, speaker.name) == ("person", "Qvorla Zemtis")


def test_the_end_of_a_full_name_is_that_person() -> None:
    assert who("Mayor Jan de Holm came. [s1 De Holm] [c1 said] [q1 it was late].").name == "Jan de Holm"


def test_a_name_beside_a_description_says_who_it_is() -> None:
    speaker = who("[q1 “It is shut,”] [s1 the port's director, Ada Holm,] [c1 said].")
    assert (speaker.kind, speaker.name) == ("person", "Ada Holm")


def test_who_handed_the_information_on_is_the_speaker() -> None:
    speaker = who("[c1 According to] [s1 information from four sources], [q1 the port was sold].")
    assert (speaker.kind, speaker.count) == ("unnamed", 4)


def test_source_and_cue_marked_the_wrong_way_round_are_read_the_right_way() -> None:
    assert who("[q1 “It is shut,”] [s1 said] [c1 Ada Holm].").name == "Ada Holm"


def test_the_outlet_that_was_told_stands_between() -> None:
    speaker = who("[q1 The port was sold], [s1 an official] [c1 told] the Associated Press.")
    assert (speaker.kind, speaker.count, speaker.via) == ("unnamed", 1, ("Associated Press",))


def test_an_outlet_is_not_its_own_go_between() -> None:
    assert who("[q1 The port was sold], [s1 an official] [c1 told] The Harbour Post.", outlet="The Harbour Post").via == ()
    speaker = who("[q1 The port was sold], [s1 the Associated Press] [c1 reported].")
    assert (speaker.kind, speaker.name, speaker.via) == ("body", "Associated Press", ())


def test_who_is_cited_speaks_and_who_cites_stands_between() -> None:
    speaker = who("[q1 The port was sold], [c1 according to] [s1 a report from Reuters citing two officials].")
    assert (speaker.kind, speaker.count, speaker.via) == ("unnamed", 2, ("Reuters",))
    speaker = who("[q1 The port will be fined], [c1 according to] [s1 officials quoted by Reuters].")
    assert (speaker.kind, speaker.via) == ("unnamed", ("Reuters",))


def test_nothing_but_the_speaker_changes_and_the_order_stays() -> None:
    rows = heard("[s1 Ada Holm] [c1 said] [q1 the port was shut]. [s2 An official] [c2 denied] [q2 that].")
    assert [row.id for row in rows] == ["a1", "a2"]
    assert all(row.speaker is not None for row in rows)


@pytest.mark.parametrize(
    "source",
    [
        "A police officer who knew Ada Holm",
        "His rivals in the party, led by Ada Holm",
        "An aide, who did not want to give his name",
        "An aide advising Ada Holm",
    ],
)
def test_who_only_tells_of_somebody_named_is_not_he(source: str) -> None:
    speaker = who(f"Ada Holm left. [s1 {source}] [c1 said] [q1 the port was shut].")
    assert (speaker.kind, speaker.name) == ("unnamed", None)


@pytest.mark.parametrize(
    ("said", "described", "count"),
    [
        ("[s2 The four sources]", "several sources", 4),
        ("[s2 The other]", "The other", 1),
        ("[s2 One of the sources]", "One of the sources", 1),
        ("[s2 Nearly four in 10 sources]", "Nearly four in 10 sources", None),
    ],
)
def test_a_later_mention_has_the_count_that_it_says(said: str, described: str, count: int | None) -> None:
    speaker = who(f"[q1 The port was sold], [c1 according to] [s1 several sources]. {said} [c2 said] [q2 it was late].")
    assert (speaker.described if said != "[s2 The other]" else "The other", speaker.count) == (described, count)


def test_one_official_is_not_taken_up_by_the_words_for_several() -> None:
    rows = heard(
        "[s1 A senior figure in the ministry] [c1 said] [q1 US officials met the owners]. "
        "[s2 The official] [c2 said] [q2 it was late]."
    )
    assert [row.speaker.described for row in rows if row.speaker] == ["A senior figure in the ministry"] * 2


def test_the_woman_is_the_one_who_was_heard_last() -> None:
    speaker = who(
        "[s1 A middle-aged cashier] [c1 complained] [q1 of the noise]. [q2 “It is too loud,”] [c2 said] [s2 the woman]."
    )
    assert (speaker.described, speaker.count) == ("A middle-aged cashier", 1)


def test_it_right_after_a_text_that_spoke_is_the_text() -> None:
    rows = heard("[s1 The letter] [c1 accuses] [q1 Acme Corp. of fraud]. [s2 It] [c2 also says] [q2 that the port was sold].")
    assert [row.speaker.kind for row in rows if row.speaker] == ["document", "document"]


def test_who_of_a_board_is_its_member() -> None:
    speaker = who("The owners met directors of the board, [s1 who] [c1 said] [q1 the port was shut].")
    assert (speaker.kind, speaker.described) == ("unnamed", "directors")


def test_who_of_those_whom_a_body_includes_is_they_and_not_the_body() -> None:
    speaker = who("The union was founded in May. The union also includes people [s1 who] [c1 claim] [q1 to be farmers].")
    assert (speaker.kind, speaker.described) == ("unnamed", "people")


def test_the_president_is_not_called_by_what_was_said_of_a_vice_president() -> None:
    speaker = who("A vice president of the bank left. [s1 The president] [c1 said] [q1 it was late].")
    assert "vice" not in (speaker.described or "")


def test_a_survey_is_called_by_the_words_that_say_most() -> None:
    speaker = who(
        "A new poll was released on Friday. The poll, conducted by the Institute of Public Opinion, is large. "
        "[s1 The poll] [c1 shows] [q1 that many like the port]."
    )
    assert speaker.described == "The poll conducted by the Institute of Public Opinion"
