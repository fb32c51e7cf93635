"""Which reports are of one original, on a made-up affair: the empty harbour fund of Velmora."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest

from retold.compare.retellings import retellings
from retold.find.credits import credits
from retold.model import Credit, Family, Reading, Report, Span, Telling
from retold.read.files import Bounds, reports
from tests.work import grows_in_proportion

STORY = (
    "The harbour fund of Velmora has lost 14.6 million crowns since the spring, the auditor Ida Holmgren told the council.",
    "The money went to three dredging firms that were owned by relatives of the harbour master, Otto Brandvik, 61, she said.",
    "Brandvik denies that he knew of the payments and says that his deputy, Lene Stavik, signed all of the contracts.",
    "The council will vote on the budget of the port next Thursday, and two parties want the harbour master to step down.",
    "Dredging of the northern channel was to begin in March but has been put off for the second time in four years.",
    "Shipping companies complain that larger vessels must wait for the tide outside the mole for up to eleven hours.",
)
OTHER = (
    "A storm tore the roof from the theatre of Velmora on Tuesday night, and nobody was hurt, the fire brigade said.",
    "The mayor, Pia Lund, hopes to reopen the house before the festival of the sea begins in the first week of June.",
    "Insurers sent an expert from Ostria, and the first guess at the damage is 900,000 crowns, the theatre said.",
    "Actors rehearse in a school for now, where the stage is small and the curtain has to be pulled by hand.",
    "Meteorologists had warned of gusts of 130 kilometres an hour along the whole of the western coast.",
)
REWRITE = (
    "Nearly fifteen million crowns are gone from the harbour fund, auditor Holmgren tells the councillors of Velmora.",
    "Firms of Otto Brandvik's kin took the 14.6 million; the harbour master, 61, points at Lene Stavik, who signed.",
)


def reading(name: str, *paragraphs: str, credits: tuple[Credit, ...] = (), **known: str | None) -> Reading:
    text = "\n".join(paragraphs)
    body, at = [], 0
    for paragraph in paragraphs:
        body.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 1
    fields: dict[str, str | None] = {"language": "en", **known}
    digest = sha256((name + text).encode()).hexdigest()
    return Reading(report=Report(name=name, text=text, digest=digest, body=tuple(body), **fields), credits=credits)  # type: ignore[arg-type]


def credit(name: str, score: float = 0.9, *, place: str = "lead") -> Credit:
    return Credit(span=Span(0, 1), name=name, agency=True, place=place, score=score, reason="“according to” beside the name")  # type: ignore[arg-type]


def placed(*given: Reading) -> tuple[dict[str, Telling], tuple[Family, ...]]:
    tellings, families = retellings(given)
    assert [t.report for t in tellings] == [r.report.name for r in given]
    return {t.report: t for t in tellings}, families


def test_nothing_gives_nothing() -> None:
    assert retellings(()) == ((), ())


def test_a_copy_and_its_model_are_one_family_and_another_story_is_none() -> None:
    told, families = placed(
        reading("a", *STORY, published="2031-03-01"), reading("b", *STORY, published="2031-03-02"), reading("c", *OTHER)
    )
    assert told["a"].family == told["b"].family is not None
    assert (told["a"].role, told["b"].role, told["b"].retells) == ("origin", "verbatim copy", "a")
    assert (told["c"].family, told["c"].role) == (None, "independent")
    (family,) = families
    assert family.original.held
    assert family.original.report == "a"
    assert family.reports == ("a", "b")


def test_a_cut_copy_follows_the_longer_report_when_no_times_are_known() -> None:
    told, _ = placed(reading("short", *STORY[:3]), reading("long", *STORY))
    assert told["short"].retells == "long"
    assert told["short"].role in ("verbatim copy", "edited copy")


def test_where_direction_is_not_known_the_reason_says_so() -> None:
    told, _ = placed(reading("a", *STORY), reading("b", *STORY), reading("c", *OTHER))
    assert any("not known" in t.reason for t in told.values())


def test_a_credit_for_the_whole_story_makes_a_family_of_one_report() -> None:
    told, (family,) = placed(reading("a", *STORY, credits=(credit("Coastal Wire"),)))
    assert told["a"].family == family.id
    assert family.original.name == "Coastal Wire"
    assert not family.original.held
    assert told["a"].credits == ("Coastal Wire",)


def test_a_credit_in_passing_makes_none() -> None:
    told, families = placed(reading("a", *STORY, credits=(credit("Coastal Wire", 0.35, place="text"),)))
    assert not families
    assert told["a"].role == "independent"
    assert told["a"].credits == ("Coastal Wire",)


def test_one_agencys_two_stories_are_two_families() -> None:
    told, families = placed(
        reading("a", *STORY, credits=(credit("Coastal Wire"),), published="2031-03-01"),
        reading("b", *OTHER, credits=(credit("Coastal Wire"),), published="2031-03-01"),
    )
    assert len(families) == 2
    assert told["a"].family != told["b"].family


def test_a_rewrite_that_credits_the_same_agency_belongs() -> None:
    told, _ = placed(
        reading("a", *STORY, credits=(credit("Coastal Wire"),), published="2031-03-01"),
        reading("b", *REWRITE, credits=(credit("Coastal Wire"),), published="2031-03-01"),
        reading("c", *OTHER, published="2031-03-01"),
    )
    assert told["a"].family == told["b"].family
    assert told["b"].role == "rewrite"
    assert not told["b"].original.held  # type: ignore[union-attr]


def test_the_outlet_is_known_by_its_address_too() -> None:
    told, _ = placed(
        reading("a", *STORY, outlet="apnews.com"),
        reading("b", *STORY[:4], credits=(credit("Associated Press"),), outlet="herald.example"),
    )
    assert (told["a"].role, told["b"].retells) == ("origin", "a")


def test_two_long_texts_of_one_agency_that_share_nothing_are_two_stories() -> None:
    told, _ = placed(
        reading("a", *STORY, credits=(credit("Coastal Wire", place="dateline"),), published="2031-03-01"),
        reading("b", *REWRITE, *OTHER, credits=(credit("Coastal Wire", place="dateline"),), published="2031-03-01"),
    )
    assert told["a"].family != told["b"].family


def test_eighty_edits_of_one_story_are_one_family() -> None:
    rng = random.Random(5)
    words = [f"w{rng.randrange(10**6)}" for _ in range(400)]
    given = []
    for i in range(80):
        mine = [w if rng.random() > 0.03 else f"x{rng.randrange(10**6)}" for w in words[: rng.randint(200, 400)]]
        given.append(reading(f"r{i}", " ".join(mine)))
    assert len(retellings(given)[1]) == 1


def test_the_outlet_that_others_credit_is_the_origin_when_held() -> None:
    told, (family,) = placed(
        reading("a", *STORY, outlet="Coastal Wire"),
        reading("b", *STORY[:4], credits=(credit("Coastal Wire"),), outlet="Velmora Herald"),
    )
    assert told["a"].role == "origin"
    assert told["b"].retells == "a"
    assert family.original.held


def test_quoted_words_alone_link_no_reports() -> None:
    speech = (
        "“We will rebuild this port stone by stone, and nobody who took from it will be spared, neither friend nor kin, as "
        "long as this council sits in the old customs house by the water.”"
    )
    mine = (*OTHER, f"The mayor told the crowd: {speech}")
    theirs = (*STORY, f"In the end the mayor said {speech}")
    told, families = placed(reading("a", *mine), reading("b", *theirs))
    assert not families
    assert told["a"].family is None


def test_chrome_links_no_reports() -> None:
    menu = (
        "Home News Sport Weather Harbour Tides Jobs Contact Imprint Subscribe now for one crown a week and read all of it\n" * 6
    )

    def page(name: str, paragraphs: tuple[str, ...]) -> Reading:
        text = menu + "\n".join(paragraphs)
        report = reading(name, *paragraphs).report
        body = tuple(Span(s.start + len(menu), s.end + len(menu)) for s in report.body)
        return Reading(report=replace(report, text=text, body=body))

    assert not retellings((page("a", STORY), page("b", OTHER)))[1]


def test_a_digest_of_two_stories_does_not_make_them_one() -> None:
    told, _ = placed(
        reading("a", *STORY),
        reading("a2", *STORY),
        reading("b", *OTHER),
        reading("b2", *OTHER),
        reading("digest", *STORY[:3], *OTHER[:3]),
    )
    assert told["a"].family == told["a2"].family != told["b"].family == told["b2"].family


def test_a_copy_in_chinese_is_found_without_spaces_between_words() -> None:
    text = (
        "维尔莫拉港口基金自春天以来损失了一千四百六十万克朗,审计员霍尔姆格伦对市议会说。这笔钱流向了三家公司,属于港务长的亲属。"
    )
    told, (family,) = placed(reading("a", text, "港务长否认知情。", language="zh"), reading("b", text, language="zh"))
    assert told["a"].family == told["b"].family == family.id


def test_the_answer_does_not_depend_on_the_order_of_the_reports() -> None:
    given = (reading("a", *STORY), reading("b", *STORY[:4]), reading("c", *OTHER), reading("d", *OTHER[:4], *STORY[:1]))
    answers = {tuple(sorted((t.report, t.family) for t in retellings(order)[0])) for order in permutations(given)}
    assert len(answers) == 1


def test_a_report_without_words_stands_alone() -> None:
    told, families = placed(reading("a"), reading("b", "…"), reading("c", *STORY))
    assert not families
    assert {t.role for t in told.values()} == {"independent"}


def _many(stories: int) -> list[Reading]:
    """Four reports a story, of which two are cut."""
    rng = random.Random(7)
    words = ["".join(rng.choice("aeioubdfgklmnprstv") for _ in range(rng.randint(3, 9))) for _ in range(6000)]
    told = [" ".join(rng.choice(words) for _ in range(700)) for _ in range(stories)]
    return [
        reading(f"r{i}", told[i % stories] if i % 2 else told[i % stories][:2500], f"Number {i} of them all.")
        for i in range(4 * stories)
    ]


def test_each_story_of_many_is_one_family() -> None:
    tellings, families = retellings(_many(60))
    assert len(families) == 60
    assert all(t.family for t in tellings)


def test_comparing_grows_in_proportion_to_the_reports() -> None:
    given = {stories: _many(stories) for stories in (5, 20, 40)}
    assert grows_in_proportion(lambda stories: retellings(given[stories]), 20)


@pytest.mark.corpus
@pytest.mark.parametrize(("name", "floor"), [("families/census", 0.98), ("families/spotify", 0.98), ("retellings", 0.9)])
def test_families_of_real_pages_and_of_rewrites(shared: Callable[[str], Path], name: str, floor: float) -> None:
    """B-cubed over all reports of the set that are labelled with confidence; the floor can only be raised."""
    folder = shared(f"data/{name}")
    rows = [line.split("\t") for line in (folder / "families.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    gold = {r[0]: r[0] if r[2] == "solo" else r[2] for r in rows if r[3] != "partial" and r[7] != "low"}
    read = reports([folder / "text"], metadata=folder / "metadata.tsv", bounds=Bounds())
    given = [Reading(report=r, credits=credits(r)) for r in read if isinstance(r, Report)]
    families = {Path(t.report).name: t.family or Path(t.report).name for t in retellings(given)[0]}
    assert b_cubed(gold, families) >= floor


def b_cubed(gold: dict[str, str], found: dict[str, str]) -> float:
    precision = recall = 0.0
    for i in gold:
        together = [j for j in gold if found[j] == found[i]]
        right = sum(gold[j] == gold[i] for j in together)
        precision += right / len(together) / len(gold)
        recall += right / sum(gold[j] == gold[i] for j in gold) / len(gold)
    return 2 * precision * recall / (precision + recall)
