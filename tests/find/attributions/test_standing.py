"""How a source stands to what it is said to say, and how sure that is made to sound; made-up sentences, spans marked."""

from __future__ import annotations

import pytest

from retold.find.attributions.placed import placed
from retold.find.syntax import parse
from retold.model import Attribution, Certainty, Report, Span, Stance
from tests.resolve.speakers.marked import read

STANCES: list[tuple[str, Stance]] = [
    ("[s1 Ada Holm] [c1 said] [q1 the port was shut].", "asserted"),
    ("[s1 Holm] [c1 praised] [q1 the crew].", "asserted"),
    ("[s1 Holm] [c1 criticised] [q1 the harbour board].", "asserted"),
    ("[s1 Holm] [c1 predicted] [q1 that the board will lose].", "asserted"),
    ("[s1 Holm] [c1 dismissed] [q1 the port as a pond].", "asserted"),
    # refusals
    ("[s1 Holm] [c1 declined to comment on] [q1 the sale].", "declined"),
    ("[s1 Holm] [c1 would not say] [q1 whether the port was sold].", "declined"),
    ("[s1 Holm] [c1 did not respond to] [q1 a request for comment].", "declined"),
    ("[s1 Holm] [c1 could not be reached] [q1 for comment].", "declined"),
    ("[s1 Holm] [c1 refused to say] [q1 that the port was sold].", "declined"),
    ("[s1 Holm] [c1 stopped short of saying] [q1 that the port was sold].", "declined"),
    ("[s1 Holm] [c1 never mentioned] [q1 the sale].", "declined"),
    ("[s1 Holm] [c1 said] [q1 she could not comment on the sale].", "declined"),
    ("[s1 Holm] [c1 would not] [q1 confirm the sale].", "declined"),
    ("[s1 Tarr] [c1 neither confirmed nor denied] [q1 the sale].", "declined"),
    ("[s1 Tarr] [c1 would not confirm or deny] [q1 the sale].", "declined"),
    ("[s1 Holm] [c1 has been cagey about] [q1 the sale].", "declined"),
    ("[s1 Holm] [c1 did not give] [q1 a reason].", "declined"),
    ("[s1 Holm] [c1 refused to give] [q1 the crew their pay].", "denied"),
    # questions and requests
    ("[s1 Holm] [c1 asked] [q1 whether the port was sold].", "asked"),
    ("[s1 Holm] [c1 called on] [q1 the board to resign].", "asked"),
    ("[s1 Holm] [c1 told] [q1 the crew to leave].", "asked"),
    ("[s1 Holm] [c1 urged] [q1 them not to sell].", "asked"),
    ("[s1 Holm] [c1 said]: [q1 “Who sold the port?”]", "asked"),
    ("[s1 Holm] [c1 said]: [q1 “Don't sell the port.”]", "asked"),
    ("[q1 “You should resign,”] [s1 Holm] [c1 told] the director.", "asked"),
    ("[s1 Holm] [c1 wants] [q1 the board to act].", "asked"),
    ("[s1 The board's] [c1 recommendation] [q1 that the port be sold].", "asked"),
    # accusations
    ("[s1 Holm] [c1 accused] [q1 the board of fraud].", "alleged"),
    ("[s1 Holm] [c1 said] [q1 the director had lied to the court].", "alleged"),
    ("[s1 Holm] [c1 said] [q1 the director broke the law].", "alleged"),
    ("[s1 Holm] [c1 called] [q1 the director a liar].", "alleged"),
    ("[s1 Holm] [c1 said] [q1 managers made staff falsify the readings].", "alleged"),
    ("[s1 Holm] [c1 said] [q1 the director misled the court].", "alleged"),
    ("[s1 Holm] [c1 said] [q1 the director had engaged in bribery].", "alleged"),
    ("[s1 Holm] [c1 listed] [q1 the old films as her guilty pleasure].", "asserted"),
    ("[s1 Police] [c1 are investigating] [q1 whether the director lied to the court].", "unknown"),
    # what is open
    ("[c1 There are questions about] [q1 the sale].", "unknown"),
    ("[s1 The report] [c1 raised questions about] [q1 the sale].", "unknown"),
    ("[s1 Holm] [c1 said during the debate] [q1 that the port was sold].", "asserted"),
    ("[s1 Holm] [c1 said] [q1 she did not know the director].", "denied"),
    ("[s1 Holm] [c1 is not convinced] [q1 that the port was sold].", "unknown"),
    ("[s1 Holm] [c1 does not know] [q1 who bought the port].", "unknown"),
    ("[s1 Holm] [c1 doubts] [q1 that the port was sold].", "unknown"),
    ("[s1 Holm] [c1 said] [q1 she was not sure who bought it].", "unknown"),
    ("[s1 Holm] [c1 said] [q1 it was unclear who bought it].", "unknown"),
    # denials
    ("[s1 Holm] [c1 denied] [q1 that the port was sold].", "denied"),
    ("[s1 Holm] [c1 rejected the idea that] [q1 the port was sold].", "denied"),
    ("[s1 Holm] [c1 said] [q1 she had not met him].", "denied"),
    ("[s1 Holm] [c1 said] [q1 there was no plan].", "denied"),
    ("[s1 Holm] [c1 said] [q1 nobody had met him].", "denied"),
    ("[s1 Holm] [c1 doesn't think] [q1 that the port was sold].", "denied"),
    ("[s1 Holm] [c1 never said] [q1 that she would sell].", "denied"),
    ("[s1 Holm] [c1 said] [q1 it is not true that the port was sold].", "denied"),
    ("[s1 Holm] [c1 said] [q1 she didn't think the port was sold].", "denied"),
    ("[s1 Police] [c1 reported] [q1 no arrests].", "denied"),
    ("[s1 Holm] [c1 called] [q1 the report a lie].", "denied"),
    ("[s1 Holm] [c1 denied] it: [q1 “I did not sell the port.”]", "denied"),
    ("[q1 “No,”] [s1 Holm] [c1 said].", "denied"),
    ("[q1 The sale], [s1 they] [c1 concluded], [q1 never happened].", "denied"),
    ("[s1 Holm] [c1 is against] [q1 selling the port].", "denied"),
    ("[s1 Holm] [c1 was hesitant] [q1 to sell the port].", "denied"),
    # not every negation is one
    ("[s1 Holm] [c1 claimed without evidence] [q1 that the port was sold].", "asserted"),
    ("[s1 Holm] [c1 said] [q1 it wasn't just the port].", "asserted"),
    ("[s1 Holm] [c1 said] [q1 the talks on whether the port is sold or not were over].", "asserted"),
    # two negations cancel out
    ("[s1 Holm] [c1 did not rule out] [q1 a sale].", "asserted"),
    ("[s1 Holm] [c1 does not deny] [q1 that the port was sold].", "asserted"),
    ("[s1 No one] [c1 denies] [q1 that the port was sold].", "asserted"),
    ("[s1 Holm] [c1 said] [q1 there is no doubt that the port was sold].", "asserted"),
    ("[s1 Holm] [c1 said] [q1 it was the No. 1 port].", "asserted"),
    # what is meant to be done
    ("[s1 Holm] [c1 vowed] [q1 to sell the port].", "planned"),
    ("[s1 Holm] [c1 said] [q1 she would sell the port].", "planned"),
    ("[s1 Korvane Shipping] [c1 said] [q1 it would appeal].", "planned"),
    ("[s1 Holm] [c1 said] [q1 ministers had agreed to meet in May].", "planned"),
    ("[s1 Holm] [c1 wants] [q1 to sell the port].", "planned"),
    ("[s1 Holm] [c1 is considering] [q1 selling the port].", "planned"),
    ("[q1 “We will sell the port,”] [s1 Holm] [c1 said].", "planned"),
    ("[s1 Holm] [c1 offered] [q1 loans to the crew].", "planned"),
    ("[s1 Holm] [c1 promised] [q1 that she would be a friend of the crew].", "planned"),
    ("[s1 A spokeswoman] [c1 said] [q1 the company would appeal].", "planned"),
    ("[s1 Holm] [c1 said] [q1 she thinks she will vote for the sale].", "planned"),
    ("[s1 Holm] [c1 offered] [q1 some advice].", "asserted"),
    ("[s1 Holm] [c1 offered advice on] [q1 the sale].", "asserted"),
    ("[s1 Holm] [c1 is confident] [q1 that the board will vote for the sale].", "asserted"),
    ("[s1 Holm] [c1 said] [q1 it would take years].", "asserted"),
]

CERTAINTIES: list[tuple[str, Certainty, list[str]]] = [
    ("[s1 Holm] [c1 said] [q1 the port was shut].", "certain", []),
    ("[s1 Holm] [c1 said] [q1 the port may shut].", "possible", ["may"]),
    ("[s1 Holm] [c1 suggested] [q1 that the port was shut].", "possible", ["suggested"]),
    ("[s1 Holm] [c1 believes] [q1 that the port was shut].", "probable", ["believes"]),
    ("[s1 Holm] [c1 said] [q1 she thinks the port was shut].", "probable", ["thinks"]),
    ("[s1 Holm] [c1 said] [q1 she thinks the port may shut].", "possible", ["thinks", "may"]),
    ("[q1 The port] is [c1 widely seen as] [q1 a pond].", "probable", ["seen"]),
    ("[s1 Holm] [c1 does not believe] [q1 that the port was shut].", "certain", []),
    ("[s1 Holm] [c1 said] [q1 there does not seem to be a plan].", "probable", ["seem"]),
    ("[s1 Holm] [c1 asked] [q1 whether the port may shut].", "certain", []),
    ("[s1 Holm] [c1 did not rule out] [q1 a sale].", "possible", ["rule"]),
    ("[s1 Holm] [c1 refused to rule out] [q1 a sale].", "possible", ["rule"]),
    ("[s1 Holm] [c1 hopes] [q1 to sell the port].", "certain", []),
    ("[s1 Holm] [c1 said] [q1 she hopes to sell the port].", "certain", []),
    ("[s1 The letter] [c1 concerned] [q1 the sale].", "certain", []),
    ("[s1 Holm] [c1 said, a hint of anger in her voice,] [q1 that the port was shut].", "certain", []),
    ("[s1 Holm] [c1 tried to figure out] [q1 why the port was shut].", "certain", []),
    ("[s1 Holm] [c1 expects] [q1 a loss].", "probable", ["expects"]),
    ("[s1 Holm] [c1 said] [q1 the board expects a loss].", "probable", ["expects"]),
    ("[q1 The port] [c1 was reported] [q1 to be shut].", "probable", ["reported"]),
    ("[q1 The sale] [c1 was first reported] by [s1 the Lake Courier].", "certain", []),
    ("[s1 Holm] [c1 said] [q1 the port, which may shut one day, is old].", "certain", []),
]


def stands(marked: str) -> tuple[Attribution, str]:
    text, found = read(marked)
    lines, start = list[Span](), 0
    for line in text.split("\n"):
        lines += [Span(start, start + len(line))] if line.strip() else []
        start += len(line) + 1
    report = Report(name="made-up.txt", text=text, digest="0", body=tuple(lines), language="en")
    ((_, parses),) = parse([report])
    return placed(found, parses, ())[0], text


@pytest.mark.parametrize(("marked", "stance"), STANCES)
def test_the_first_stance_that_fits_is_the_sources(marked: str, stance: Stance) -> None:
    assert stands(marked)[0].stance == stance


@pytest.mark.parametrize(("marked", "certainty", "hedges"), CERTAINTIES)
def test_the_weakest_word_of_cue_and_main_clause_decides(marked: str, certainty: Certainty, hedges: list[str]) -> None:
    found, text = stands(marked)
    assert (found.certainty, [text[span.start : span.end] for span in found.hedges]) == (certainty, hedges)


def test_a_content_in_another_paragraph_is_read_there() -> None:
    assert stands("[s1 Holm] [c1 said]:\n\n[q1 “I may not sell the port.]\n\n[q1 “It is old.”]")[0].stance == "denied"


def test_the_first_main_clause_of_a_long_quotation_decides() -> None:
    found, _ = stands("[q1 “The port is old. I did not sell it. Perhaps I should have,”] [s1 Holm] [c1 said].")
    assert (found.stance, found.certainty) == ("asserted", "certain")


def test_a_quotation_that_resumes_after_its_cue_is_judged_by_its_beginning() -> None:
    found, _ = stands("[q1 “I never sold it,”] [s1 Holm] [c1 said]. [q1 “It is old.”]")
    assert found.stance == "denied"


def test_a_cue_in_masked_words_and_a_content_without_words_are_no_harm() -> None:
    assert stands("[s1 Holm] [c1 said] [q1 ...].")[0].stance == "asserted"
