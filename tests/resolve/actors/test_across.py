"""Who is who across reports: what merges, with which reason, and what never does."""

from __future__ import annotations

import pytest

from retold.model import Actor, Chain, Kind, Reading, Report
from retold.resolve.actors.across import actors
from retold.resolve.actors.spelling import skeleton
from retold.resolve.names import acronyms, body_parts, extends, fold, person_parts
from tests.work import grows_in_proportion


def chain(name: str, *, kind: Kind = "person", **more: object) -> Chain:
    return Chain(id="c1", kind=kind, name=name, **more)  # type: ignore[arg-type]


def across(*rows: Chain) -> tuple[Actor, ...]:
    made = [Reading(report=Report(name=f"{n}.txt", text="", digest="", body=()), chains=(row,)) for n, row in enumerate(rows, 1)]
    return actors(made)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tomás Veldrán", "Tomas Veldran"),
        ("Томас Велдран", "Tomas Veldran"),
        ("Tomas A. Veldran", "Tomas Veldran"),
        ("Tomas Andrés Veldran Soto", "Tomas Veldran"),
        ("Bill Oduin", "William Oduin"),
        ("Рамон Родригес", "Ramón Rodríguez"),
        ("Yuri Sevchenko", "Yuriy Sevchenko"),
        ("Sen. Maria Sole", "Maria Sole"),
        ("Tomas Veldran Jr.", "Tomas Veldran"),
    ],
)
def test_the_same_person_in_two_spellings(one: str, other: str) -> None:
    (actor,) = across(chain(one), chain(other))
    assert len(actor.members) == 2
    assert all(m.reason and 0 < m.score <= 1 for m in actor.members)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tomas Veldran", "Maria Veldran"),
        ("Tomas Veldran", "Tomas Oduin"),
        ("Jan Sole", "Jane Sole"),
        ("Peter Holm", "Petra Holm"),
        ("Veldran", "Veldran"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert len(across(chain(one), chain(other))) == 2


def test_a_surname_alone_joins_its_one_holder_and_says_so() -> None:
    (actor,) = across(chain("Tomas Veldran"), chain("Veldran"))
    assert [(m.score, m.reason) for m in actor.members][1] == (0.6, "the surname alone; one person has it in these reports")


def test_a_surname_that_two_have_joins_neither() -> None:
    assert len(across(chain("Tomas Veldran"), chain("Maria Veldran"), chain("Veldran"))) == 3


def test_sexes_that_differ_keep_two_apart() -> None:
    assert len(across(chain("Robin Sole", sex="female"), chain("Robin Sole", sex="male"))) == 2


def test_an_initial_that_fits_two_joins_neither() -> None:
    assert len(across(chain("Tomas Veldran"), chain("Tamara Veldran"), chain("T. Veldran"))) == 3


def test_a_body_joins_its_acronym_and_its_short_name() -> None:
    ministry = chain("Inland Harbour Authority", kind="body", aliases=("IHA",))
    (actor,) = across(ministry, chain("IHA", kind="body"), chain("The Inland Harbour Authority", kind="body"))
    assert len(actor.members) == 3
    assert "IHA" in actor.aliases


def test_bodies_of_two_countries_with_one_name_stay_apart() -> None:
    rows = [chain("Supreme Court", kind="body", country=code) for code in ("BG", "US")]
    assert len(across(*rows)) == 2


def test_a_country_is_one_body_also_where_it_is_only_a_place() -> None:
    (actor,) = across(chain("Bulgaria", kind="body", country="BG"), chain("Bulgaria", kind="place", country="BG"))
    assert (actor.kind, actor.country, len(actor.members)) == ("body", "BG", 2)


def test_a_place_and_one_without_a_name_are_no_actors() -> None:
    nameless = Chain(id="c1", kind="person", name=None, described="an aide")
    assert across(chain("Port Ansel", kind="place"), nameless) == ()


def test_ids_stay_when_reports_are_added_and_are_never_shared() -> None:
    before = across(chain("Tomas Veldran"), chain("Maria Sole"))
    after = across(chain("Tomas Veldran"), chain("Maria Sole"), chain("Tomas A. Veldran"), chain("Veldran"), chain("Sole"))
    assert {a.name: a.id for a in before}.items() <= {a.name.replace(" A.", ""): a.id for a in after}.items()
    crowd = across(*[chain("Sole")] * 3, chain("Robin Sole", sex="male"), chain("Robin Sole", sex="female"))
    assert len({a.id for a in crowd}) == len(crowd)


def test_parts_of_names() -> None:
    assert fold("Nicolás O\u2019Neill-Soto\u2019s") == "nicolas o'neill soto"
    assert person_parts("Dr. Tomas Veldran, Jr.") == ("tomas", "veldran")
    assert body_parts("The Quayside Trading Corp.") == ("quayside", "trading")
    assert acronyms("Ministry of Ports and Lights") == {"mpl", "mopal"}
    assert extends(("tomas", "andres", "veldran", "soto"), ("tomas", "veldran"))
    assert not extends(("tomas", "veldran"), ("maria", "veldran"))
    assert skeleton("rodriguez") == skeleton("rodriges")


def test_time_grows_with_the_number_of_names() -> None:
    """Many different names with one surname are never compared pair by pair."""

    def named(count: int) -> None:
        assert len(across(*(chain(f"Na{count}me{n} Veldran") for n in range(count)))) == count

    assert grows_in_proportion(named, 500)


def test_one_kind_a_name_by_what_most_reports_say() -> None:
    rows = [chain("Astra", kind="body"), chain("Astra", kind="body"), chain("Astra")]
    (actor,) = across(*rows)
    assert (actor.kind, len(actor.members)) == ("body", 3)


def test_a_body_that_is_somebodys_surname_is_that_person() -> None:
    (actor,) = across(chain("Ilona Brevik"), chain("Ilona Brevik"), chain("Brevik", kind="body"))
    assert (actor.kind, len(actor.members)) == ("person", 3)


def test_the_adjective_of_a_state_is_no_actor() -> None:
    rows = [chain("Ostrania", kind="body"), chain("Ostranian", kind="body"), chain("Ostrani")]
    assert [a.name for a in across(*rows)] == ["Ostrania"]


def test_a_place_that_acts_somewhere_is_one_actor_in_all_reports() -> None:
    (actor,) = across(chain("Ostrania", kind="body"), chain("Ostrania", kind="place"))
    assert (actor.kind, len(actor.members)) == ("body", 2)


def test_a_body_is_its_first_word_where_no_other_begins_so() -> None:
    assert len(across(chain("Quendale Water", kind="body"), chain("Quendale", kind="body"))) == 1
    three = across(*[chain(name, kind="body") for name in ("Quendale Water", "Quendale Gas", "Quendale")])
    assert len(three) == 3


def test_father_and_son_stay_apart() -> None:
    assert len(across(chain("Tomas Veldran Jr."), chain("Tomas Veldran Sr."))) == 2


def test_a_name_in_capitals_is_shown_as_others_write_it() -> None:
    assert across(chain("MIRELA SOLE"), chain("Mirela Sole"))[0].name == "Mirela Sole"
