"""Who is who within one report."""

from __future__ import annotations

import pytest

from retold.find.encoder.cut import passages
from retold.find.names.learned.network import read as read_names
from retold.find.names.mentions import mentions
from retold.find.syntax import parse
from retold.model import Attribution, Chain, Credit, Findings, Mention, Report, Span
from retold.resolve.people.within import people
from tests.work import grows_in_proportion


def resolved(text: str, **more: object) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    report = Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),), language="en")
    ((_, parses),) = parse([report])
    findings = Findings(report=report, mentions=mentions(report, parses, read_names(passages(parses))), **more)  # type: ignore[arg-type]
    return people(findings)


def chains(text: str, **more: object) -> dict[str, list[str]]:
    """The words of each chain, by its name or its description."""
    rows, made = resolved(text, **more)
    return {c.name or c.described or "": [text[m.span.start : m.span.end] for m in rows if m.chain == c.id] for c in made}


def test_a_surname_belongs_to_the_full_name() -> None:
    rows = chains("Tomas Veldran resigned. Veldran had run the port. Mr. Veldran declined to comment.")
    assert rows["Tomas Veldran"] == ["Tomas Veldran", "Veldran", "Mr. Veldran"]


def test_two_with_one_surname_are_told_apart_by_title() -> None:
    rows = chains("Tomas Veldran met Maria Veldran. Mrs. Veldran spoke. Mr. Veldran left.")
    assert "Mrs. Veldran" in rows["Maria Veldran"]
    assert "Mr. Veldran" in rows["Tomas Veldran"]


def test_a_man_never_named_in_full_is_not_the_one_woman_who_is() -> None:
    """Reports name a president by surname and his wife in full."""
    rows = chains("President Veldran left. Mr. Veldran will not return. His wife, Maria Veldran, stayed. Veldran waved.")
    assert rows["Maria Veldran"][-1:] == ["Maria Veldran"]
    assert {"President Veldran", "Mr. Veldran", "Veldran"} <= set(rows["Veldran"])


def test_an_acronym_belongs_to_its_long_form() -> None:
    rows = chains("The Inland Harbour Authority (IHA) fined the port. The IHA said nothing.")
    assert rows["Inland Harbour Authority"][:2] == ["Inland Harbour Authority", "IHA"]


def test_pronouns_agree_in_sex_and_prefer_the_subject() -> None:
    rows = chains("Maria Sole met Tomas Veldran on the quay. She gave him a ledger, and he thanked her.")
    assert {"She", "her"} <= set(rows["Maria Sole"])
    assert {"him", "he"} <= set(rows["Tomas Veldran"])


def test_a_pronoun_is_not_the_subject_of_its_own_clause() -> None:
    rows = chains("Peter Oduin arrived late. Tomas Veldran praised him.")
    assert "him" in rows["Peter Oduin"]


def test_the_minister_is_the_person_with_that_title() -> None:
    rows = chains("Harbour Minister Samira Holm met Peter Oduin. The minister was angry.")
    assert "The minister" in rows["Samira Holm"]


def test_the_agency_is_the_one_that_the_report_credits() -> None:
    text = "The port was searched, according to the Meridian Press. The agency named no source."
    credit = Credit(span=Span(40, 54), name="Meridian Press", agency=True, place="lead", score=1.0, reason="")
    assert "The agency" in chains(text, credits=(credit,))["Meridian Press"]


def test_a_country_its_short_name_and_its_capital_that_acts_are_one() -> None:
    rows, made = resolved("The United States froze the funds. The U.S. also closed the port. Washington has warned the ministry.")
    country = next(c for c in made if c.country == "US")
    assert (country.name, country.kind) == ("United States", "body")
    assert sum(m.chain == country.id for m in rows) == 3


def test_an_administration_is_a_body_of_its_own_with_the_country_of_its_head() -> None:
    _, made = resolved("The administration of Bulgarian President Maria Sole held talks. The Sole administration denied it.")
    body = next(c for c in made if c.name == "Sole administration")
    assert (body.kind, body.country) == ("body", "BG")


def test_one_without_a_name_is_described() -> None:
    _, made = resolved("An aide to Tomas Veldran rejected the idea. A source familiar with the talks said so.")
    unnamed = {c.described for c in made if c.name is None}
    assert "A source familiar with the talks" in unnamed


def test_the_source_takes_up_the_one_described_so() -> None:
    rows = chains("A source in the port said the ledger was false. The source gave no details.")
    assert "The source" in rows["A source in the port"]


def test_i_in_a_quotation_is_its_source() -> None:
    text = "Tomas Veldran met Maria Sole. \u201cI saw the ledger,\u201d Sole said."
    assert "I" in chains(text)["Maria Sole"]
    attribution = Attribution(id="a1", source=(Span(0, 13),), cue=(), content=(Span(30, 49),), quoted=True)
    assert "I" in chains(text, attributions=(attribution,))["Tomas Veldran"]


def test_ids_count_chains_in_text_order_and_every_mention_has_one() -> None:
    rows, made = resolved("Maria Sole met Tomas Veldran. He thanked her.")
    assert [c.id for c in made] == [f"c{n}" for n in range(1, len(made) + 1)]
    assert {m.chain for m in rows} == {c.id for c in made}


def test_no_mentions_no_chains() -> None:
    assert resolved("It rained.") == ((), ())


def _titled(times: int) -> Findings:
    """A name, a titled surname and a pronoun, again and again."""
    text = "Jane Doe and Mr. Doe as he said. " * times
    made = []
    for n in range(times):
        name, bare, titled, he = (Span(n * 33 + a, n * 33 + b) for a, b in ((0, 8), (17, 20), (13, 20), (24, 26)))
        made.append(Mention(span=name, head=name, kind="person", form="name", sentence=n))
        made.append(Mention(span=titled, bare=bare, head=bare, kind="person", form="name", sentence=n, title="Mr."))
        made.append(Mention(span=he, head=he, kind="person", form="pronoun", sentence=n, sex="male"))
    report = Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),))
    return Findings(report=report, mentions=tuple(made))


def test_a_file_of_titled_surnames_costs_in_proportion() -> None:
    assert len(people(_titled(400))[0]) == 1_200
    assert grows_in_proportion(lambda times: people(_titled(times)), 100, slack=1.2)


@pytest.mark.parametrize("count", [3000])
def test_names_pronouns_and_descriptions_in_turn_all_find_their_chain(count: int) -> None:
    span = [Span(n * 10, n * 10 + 5) for n in range(count)]
    words = ["Jane Doe", "she", "the aide"]
    text = "".join(words[n % 3][:5].ljust(10) for n in range(count))
    made = tuple(
        Mention(span=s, head=s, kind="person", form=("name", "pronoun", "description")[n % 3], sentence=n)
        for n, s in enumerate(span)
    )
    report = Report(name="made.txt", text=text, digest="", body=(Span(0, len(text)),))
    rows, _ = people(Findings(report=report, mentions=made))
    assert rows


def test_an_organ_of_state_has_its_country_and_a_chain_of_its_own() -> None:
    _, made = resolved("The Sejm said so. The State Department denied it. The United States and Poland met.")
    rows = {c.name: (c.kind, c.country) for c in made}
    assert rows["Sejm"] == ("body", "PL")
    assert rows["State Department"] == ("body", "US")
    assert {rows["United States"][1], rows["Poland"][1]} == {"US", "PL"}


def test_who_speaks_of_the_minister_means_another() -> None:
    text = "Interior Minister Tomas Veldran said that the minister would resign."
    told = Attribution(id="a1", source=(Span(0, 31),), cue=(), content=(Span(37, len(text)),))
    rows = chains(text, attributions=(told,))
    assert "the minister" not in rows["Tomas Veldran"]


def test_the_company_is_the_one_that_is_no_public_body() -> None:
    rows = chains("Quendale Water raised prices. The Port Authority said the company had lied. The authority fined it.")
    assert "the company" in rows["Quendale Water"]
    assert "The authority" in rows["Port Authority"]


def test_where_two_are_of_a_sort_neither_is_taken() -> None:
    text = "The Inland Ministry met the Coast Ministry. Days went by. Nobody spoke of it. It rained. Then the ministry said so."
    assert not any(
        "the ministry" in words for name, words in chains(text).items() if name in ("Inland Ministry", "Coast Ministry")
    )


def test_the_country_and_its_government_are_the_state_that_was_named() -> None:
    rows = chains(
        "Ostrania wants the ships. Ostrania's ministry said so. The Ostranian government froze it. The country has no port."
    )
    assert {"The Ostranian government", "The country"} <= set(rows["Ostrania"])


def test_a_company_is_called_by_its_first_word() -> None:
    rows = chains("Quendale Water raised prices on Monday. Quendale said it had no choice.")
    assert "Quendale" in rows["Quendale Water"]


def test_himself_after_a_noun_stresses_that_noun() -> None:
    rows = chains("Mirela Sole is the most feared person there after the president himself. She runs the port.")
    assert "himself" not in rows["Mirela Sole"]


def test_one_pronoun_does_not_make_the_sex_of_a_chain() -> None:
    _, made = resolved("Orlan Dusk met the envoy. She left early.")
    assert next(c for c in made if c.name == "Orlan Dusk").sex is None


def test_pronouns_go_to_the_named_rather_than_to_the_one_described_beside_him() -> None:
    rows = chains("Prime Minister Jonas Perle met his closest ally on Monday. He said he was tired.")
    assert {"his", "He", "he"} <= set(rows["Jonas Perle"])


def test_two_ministries_described_by_other_words_are_two() -> None:
    rows = chains("Officers of the interior ministry searched it. The interior ministry said so. The defence ministry denied it.")
    assert not any({"The interior ministry", "The defence ministry"} <= set(words) for words in rows.values())


def test_a_surname_is_his_who_acted_where_he_was_last_named_in_full() -> None:
    rows = chains("Peter Veldran spoke. Maria Veldran met the envoy. Maria Veldran left. Peter Veldran stayed. Veldran waved.")
    assert rows["Peter Veldran"][-1] == "Veldran"


def test_a_surname_is_hers_whom_the_report_is_about_not_his_who_is_named_beside_her() -> None:
    rows = chains(
        "Maria Veldran runs the port. Maria Veldran was there with her husband, Peter Veldran. Then Veldran opened the lock."
    )
    assert rows["Maria Veldran"][-1] == "Veldran"


def test_the_next_pronoun_tells_whose_surname_it_is() -> None:
    rows = chains("Mary met Jane Veldran. Peter Veldran spoke. Veldran was praised for her patience.")
    assert "Veldran" in rows["Jane Veldran"]


def test_a_first_name_alone_is_his_whom_the_report_is_about() -> None:
    rows = chains(
        "David Brod left. Brod had run the port. Brod was tired. Brod's friend David Lenk stayed. David is a friend of mine."
    )
    assert "David" in rows["David Brod"]


def test_a_region_is_not_the_university_that_has_its_name() -> None:
    rows = chains("The University of Calder fined Ivo Lenk. Calder's plan was approved. Lenk says Calder must pay.")
    assert rows["University of Calder"] == ["University of Calder"]


def test_a_body_is_not_its_product() -> None:
    rows = chains("The clips ran on Tidenet Live. The feed that Tidenet runs is large. Tidenet said it would pay.")
    assert "Tidenet" not in rows["Tidenet Live"]


def test_a_vice_president_is_no_president() -> None:
    rows = chains("Vice President Ada Holm visited the port. The president was abroad.")
    assert "The president" not in rows["Ada Holm"]


@pytest.mark.parametrize("words", ["The next president", "The most important senator"])
def test_a_description_may_say_that_it_takes_up_nobody(words: str) -> None:
    text = f"President Ada Holm met Senator Ivo Lenk. {words} would change that."
    assert not any(words in row for name, row in chains(text).items() if name in ("Ada Holm", "Ivo Lenk"))


def test_the_group_is_the_one_just_brought_in() -> None:
    text = "Harbour Dawn Group ran the port. It was sold in May.\n\nA new group opened an office. The group hired Ivo Lenk."
    assert "The group" not in chains(text).get("Harbour Dawn Group", [])


def test_the_administration_is_the_one_most_spoken_of() -> None:
    rows = chains(
        "The Holm administration wrote a rule. The Holm administration defended it. Aides of the Holm administration met. "
        "In 2004 the Lowe administration had eased it. Critics urged the administration to act."
    )
    assert "the administration" in rows["Holm administration"]


def test_a_minister_named_in_the_rest_of_the_sentence_is_meant() -> None:
    rows = chains(
        "State Attorney General Lisa Holm spoke. He sent a letter to the attorney general and hoped that Attorney General "
        "Ada Lowe would answer."
    )
    assert "the attorney general" in rows["Ada Lowe"]


def test_it_does_not_take_up_several() -> None:
    rows = chains("Companies such as Tidewater pay half. So far the town has raised more than it pledged.")
    assert not any("it" in words and "Companies such as Tidewater" in words for words in rows.values())


def test_they_are_not_a_body_named_long_before() -> None:
    text = "Quendale Water spoke. Ada Holm met Ivo Lenk. Lenk left. Holm stayed. Holm slept. The talks failed. They were tired."
    assert "They" not in chains(text)["Quendale Water"]


def test_whom_a_sentence_brings_in_the_next_is_about() -> None:
    rows = chains(
        "Peter Brod praised the port. Brod said it was safe. Brod wrote to the mayor. Then there's Tom Lenk. He is late."
    )
    assert "He" in rows["Tom Lenk"]


def test_the_company_is_no_outlet() -> None:
    rows = chains("CNN asked Ivo Lenk about his work. Lenk was paid by the company.")
    assert "the company" not in rows["CNN"]


def test_he_in_what_somebody_says_does_not_tell_whose_surname_it_is() -> None:
    rows = chains(
        "Jane Veldran runs for office. Jane Veldran spoke. Peter Veldran sat with the envoy, Ivo Lenk. "
        "Jane Veldran rose. Veldran argued that all had voted as he voted."
    )
    assert rows["Jane Veldran"][-1] == "Veldran"


def test_a_president_is_not_whoever_else_the_sentence_names() -> None:
    rows = chains("President Ivo Lenk left. Where voters support the president, Mrs. Ada Holm praises him.")
    assert "the president" in rows["Ivo Lenk"]


def test_what_is_told_in_a_quotation_is_not_of_a_body_outside_of_it() -> None:
    rows = chains('Quendale Water left the port. "Watch a bird, its heart beating," said Ada Holm.')
    assert "its" not in rows["Quendale Water"]


def test_he_after_a_quotation_is_whoever_said_it_not_whose_surname_stands_in_it() -> None:
    rows = chains(
        "Maria Veldran met Peter Veldran at the port. Veldran lost her hat. "
        'Ivo Sund said: "As you know, Veldran has paid for all." He also thanked the court.'
    )
    assert rows["Maria Veldran"][-1] == "Veldran"


def test_what_pronouns_throughout_tell_of_somebodys_sex_tells_whose_a_surname_is() -> None:
    told = "{0} sold the ship. {0} said {1} was glad. {0} lost {2} seat, and {1} left."
    both = (told.format("Tavi Veldran", "he", "his"), told.format("Sanu Veldran", "she", "her"))
    rows = chains(" ".join((*both, "Veldran gave a speech about his port.")))
    assert rows["Tavi Veldran"][-2:] == ["Veldran", "his"]


def test_a_surname_is_his_who_alone_was_named_by_then_however_often_another_is_named_later() -> None:
    rows = chains(
        "The port fined Colonel Ivo Veldran in April. Petra Sund met Veldran twice. "
        "Veldran's wife, Maria Veldran, waited. Maria Veldran did not answer. Maria Veldran left."
    )
    assert [words for words in rows["Ivo Veldran"] if "Veldran" in words] == ["Colonel Ivo Veldran", "Veldran", "Veldran"]
