"""Who reads judges, from where he reads: what a ruling would change is shown first, is kept once agreed to, is told where it
shows, and is taken back from there without a trace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Locator

from retold.model import Actor, Claim, Telling, Trace
from retold.record import Case
from retold.show.contract import trace_json
from tests.show.pages.browser import Visit, visit
from tests.show.pages.site import kind_of, serving

BY, WHY = "N. Brandt <nb>", "the court's file says “otherwise” & more"


@pytest.fixture
def desk(own: Path, browser: Browser) -> Iterator[Visit]:
    """A page of a case that may be ruled in."""
    with serving(own) as site, visit(browser, site.base) as seen:
        yield seen
        assert seen.did == []


def record(case: Path) -> object:
    return trace_json(trace(case))


def trace(case: Path) -> Trace:
    with Case(case, readonly=True) as opened:
        return opened.trace()


def alone(case: Path) -> Claim:
    """A claim that one fact of one report makes, which no other finding shares its place with."""
    return next(c for c in trace(case).claims if len(c.mentions) == 1 and c.mentions[0].fact and c.period and c.kind == "measure")


def copied(case: Path) -> Telling:
    """A report that copies another."""
    return next(t for t in trace(case).tellings if t.role == "verbatim copy" and t.retells)


def told(desk: Visit) -> str:
    return desk.page.locator("main").inner_text()


def sign(desk: Visit, form: Locator | None = None) -> None:
    """Say why and who, and ask for what it would change."""
    form = form or desk.page.locator("form.judge")
    form.locator("[name=reason]").fill(WHY)
    form.locator("[name=by]").fill(BY)
    desk.follow(form.get_by_role("button", name="See what it would change"))


def agree(desk: Visit, *, undo: bool = False) -> None:
    assert desk.page.locator("h1").inner_text() == "What it would change"
    if undo:
        desk.page.locator("[name=reason]").fill(f"not so: {WHY}")
        desk.page.locator("[name=by]").fill(BY)
    desk.follow(desk.page.get_by_role("button", name="Agree and take it back" if undo else "Agree and keep it"))
    assert kind_of(desk.page.url) == "about"
    assert ("taken back" if undo else "Kept as") in desk.page.get_by_role("status").inner_text()


def back(desk: Visit) -> None:
    desk.follow(desk.page.get_by_role("link", name="Back to what you judged"))


def take_back(desk: Visit) -> None:
    """Take back the ruling that the page at hand shows."""
    desk.follow(desk.page.get_by_role("button", name=re.compile("^Take .*ruling")).first)
    assert "Taken back" in told(desk)
    agree(desk, undo=True)


def judge(desk: Visit, claim: Claim, verdict: str, **fields: str) -> None:
    desk.page.goto(f"/claim?id={claim.id}")
    desk.follow(desk.page.get_by_role("link", name="Judge this").first)
    desk.page.locator(f"input[name=verdict][value={verdict}]").check()
    for name, value in fields.items():
        field = desk.page.locator(f"[name={name}]")
        field.select_option(value) if field.evaluate("e => e.tagName") == "SELECT" else field.fill(value)
    sign(desk)


def test_what_is_rejected_is_gone_and_what_is_taken_back_is_there_again(desk: Visit, own: Path) -> None:
    before, claim = record(own), alone(own)
    judge(desk, claim, "rejected")
    assert record(own) == before  # a trial keeps nothing
    assert "Claims that would be gone" in told(desk) and WHY in told(desk) and BY in told(desk)
    agree(desk)
    assert WHY in told(desk) and BY in told(desk)
    assert claim.id not in [c.id for c in trace(own).claims]
    back(desk)
    assert kind_of(desk.page.url) == "report"  # the claim's page is no more
    desk.page.goto("/about")
    take_back(desk)
    assert "Nobody has ruled" in told(desk) and f"not so: {WHY}" in told(desk)
    assert record(own) == before
    desk.page.goto(f"/claim?id={claim.id}")
    assert claim.text[:20] in desk.page.locator("h1").inner_text()


def test_what_is_confirmed_says_so_where_it_is_read_and_is_taken_back_there(desk: Visit, own: Path) -> None:
    before, claim = record(own), alone(own)
    judge(desk, claim, "confirmed")
    agree(desk)
    back(desk)
    assert desk.page.url.endswith(f"/claim?id={claim.id}")
    shown = desk.page.locator("dt:text-is('Ruled') + dd").inner_text()
    assert "confirmed" in shown and BY in shown and WHY in shown
    take_back(desk)
    back(desk)
    assert desk.page.locator("dt:text-is('Ruled')").count() == 0
    assert record(own) == before


def test_a_time_that_is_corrected_stands_on_the_claim_and_one_that_is_none_is_told(desk: Visit, own: Path) -> None:
    claim = alone(own)
    desk.page.goto(f"/claim?id={claim.id}")
    desk.follow(desk.page.get_by_role("link", name="Correct the time"))
    assert desk.page.locator("input[name=verdict][value=dated]").is_checked()
    desk.page.locator("[name=time]").fill("next Tuesday-ish")
    sign(desk)
    assert desk.page.locator("h1").inner_text() == "Not ruled"
    assert "no such date" in told(desk)
    desk.did.clear()  # the browser notes that the answer was 400
    desk.page.go_back()
    desk.page.locator("[name=time]").fill("2019-04-05..2019-04-07")
    desk.follow(desk.page.get_by_role("button", name="See what it would change"))
    assert "2019-04-05..2019-04-07" in told(desk)
    agree(desk)
    same = (claim.text, claim.mentions[0].report)
    dated = next(c for c in trace(own).claims if (c.text, c.mentions[0].report) == same)
    desk.page.goto(f"/claim?id={dated.id}")
    when = desk.page.locator("dt:text-is('When') + dd").inner_text()
    assert "2019" in when and "5" in when and "7" in when
    assert desk.page.locator("dt:text-is('Ruled') + dd .tag").count() == 1


def test_who_does_it_is_corrected_by_the_name_that_the_case_knows(desk: Visit, own: Path) -> None:
    claim = alone(own)
    name = next(a.name for a in trace(own).actors if a.name not in (claim.subject, claim.object) and a.kind == "body")
    judge(desk, claim, "party", side="subject", who="Nobody Of That Name At All")
    assert desk.page.locator("h1").inner_text() == "Not ruled" and "--new" not in told(desk)
    desk.did.clear()
    judge(desk, claim, "party", side="subject", who=name)
    agree(desk)
    same = (claim.text, claim.mentions[0].report)
    assert next(c for c in trace(own).claims if (c.text, c.mentions[0].report) == same).subject == name


@pytest.mark.parametrize("start", ["report", "sources", "family", "compare"])
def test_a_report_is_moved_from_wherever_it_is_read_among_its_family(desk: Visit, own: Path, start: str) -> None:
    before, telling = record(own), copied(own)
    about: dict[str, dict[str, str | None]] = {
        "report": {"name": telling.report},
        "sources": {},
        "family": {"id": telling.family},
        "compare": {"one": telling.retells, "two": telling.report},
    }
    desk.page.goto(f"/{start}?{urlencode(about[start])}")
    desk.follow(desk.page.locator(f"a[href^='/move?{urlencode({'report': telling.report})}']").first)
    desk.page.locator("input[name=verdict][value=alone]").check()
    sign(desk)
    assert "Reports that would stand elsewhere" in told(desk) and "then independent" in told(desk)
    agree(desk)
    assert next(t for t in trace(own).tellings if t.report == telling.report).role == "independent"
    back(desk)
    assert kind_of(desk.page.url) == ("report" if start == "family" else start)  # another family has another address
    desk.page.goto(f"/report?{urlencode({'name': telling.report})}")
    assert WHY in desk.page.locator("dt:text-is('Role') + dd").inner_text()
    take_back(desk)
    assert record(own) == before


def test_a_report_is_moved_to_another_that_is_named_by_its_file_alone(desk: Visit, own: Path) -> None:
    lone = next(t.report for t in trace(own).tellings if t.role == "independent")
    whose = next(t.report for t in trace(own).tellings if t.role == "origin")
    for verdict, expected in (("retells", whose), ("with", None)):
        desk.page.goto(f"/move?{urlencode({'report': lone})}")
        desk.page.locator(f"input[name=verdict][value={verdict}]").check()
        desk.page.locator("[name=other]").fill(Path(whose).name)
        sign(desk)
        assert "now independent, then" in told(desk)
        agree(desk)
        moved = next(t for t in trace(own).tellings if t.report == lone)
        family = next(f for f in trace(own).families if f.id == moved.family)
        assert {lone, whose} <= set(family.reports) and (expected is None or moved.retells == expected)
        assert moved.role not in ("independent", "origin")
        take_back(desk)


def test_two_names_are_made_one_from_the_page_of_either_and_parted_again(desk: Visit, own: Path) -> None:
    before = record(own)
    bodies = [a for a in trace(own).actors if a.kind == "body"]
    one, other = bodies[0], bodies[-1]
    desk.page.goto(f"/actor?id={one.id}")
    desk.follow(desk.page.get_by_role("link", name="Join with another name"))
    desk.page.locator("[name=q]").fill(other.name)
    desk.follow(desk.page.get_by_role("button", name="Look"))
    desk.page.locator(f"input[name=other_actor][value='{other.id}']").check()
    sign(desk)
    assert f"{len(trace(own).actors)} now, then {len(trace(own).actors) - 1}" in told(desk)
    agree(desk)
    joined = next(a for a in trace(own).actors if places(one) | places(other) <= places(a))
    desk.page.goto(f"/actor?id={joined.id}")
    assert WHY in told(desk)
    take_back(desk)
    assert record(own) == before


def places(actor: Actor) -> set[tuple[str, str]]:
    return {(member.report, member.chain) for member in actor.members}


def widest(case: Path) -> Actor:
    return max(trace(case).actors, key=lambda a: len({m.report for m in a.members}))


def test_somebody_of_the_same_name_is_parted_from_where_it_is_named(desk: Visit, own: Path) -> None:
    before, one = record(own), widest(own)
    desk.page.goto(f"/actor?id={one.id}")
    desk.follow(desk.page.get_by_role("link", name="Somebody else").last)
    assert desk.page.locator("input[name=which]").count() >= 1
    sign(desk)
    agree(desk)
    assert len(trace(own).actors) == len(before["actors"]) + 1  # type: ignore[index]
    back(desk)
    assert "Ruled on who this is" in told(desk)
    take_back(desk)
    assert record(own) == before


@pytest.mark.parametrize("where", ["all", "0"])
def test_what_somebody_is_is_said_from_his_page_and_taken_back(desk: Visit, own: Path, where: str) -> None:
    before = record(own)
    one = next(a for a in trace(own).actors if a.kind == "body" and " " in a.name and len(places(a)) > 2)
    desk.page.goto(f"/actor?id={one.id}")
    desk.follow(desk.page.get_by_role("link", name="Not a body?"))
    assert desk.page.locator("input[name=sort][value=body]").count() == 0  # that it is already
    desk.page.locator("input[name=sort][value=person]").check()
    desk.page.locator(f"input[name=where][value='{where}']").check()
    sign(desk)
    assert "is a person" in told(desk)
    agree(desk)
    read = {(r.report.name, c.id): c.kind for r in trace(own).readings for c in r.chains}
    assert sum(read[place] == "person" for place in places(one)) == (len(places(one)) if where == "all" else 1)
    assert any(a.id == one.id for a in trace(own).actors) == (where != "all")  # who one is goes by most of the reports
    take_back(desk)
    assert record(own) == before


def test_what_somebody_is_in_several_reports_is_taken_back_at_once_on_his_page(desk: Visit, own: Path) -> None:
    before = record(own)
    one = next(a for a in trace(own).actors if a.kind == "body" and " " in a.name and len(places(a)) > 2)
    desk.page.goto(f"/sort?id={one.id}")
    desk.page.locator("input[name=sort][value=person]").check()
    sign(desk)
    agree(desk)
    person = next(a for a in trace(own).actors if a.kind == "person" and places(a) & places(one))
    desk.page.goto(f"/actor?id={person.id}")
    assert f"is a person, in {len(places(one))} reports" in told(desk)
    take_back(desk)
    assert record(own) == before


def test_whom_a_pronoun_was_taken_for_is_told_where_it_is_judged(desk: Visit, own: Path) -> None:
    reading = next(r for r in trace(own).readings if any(m.form == "pronoun" and m.name for m in r.mentions))
    pronoun = next(m for m in reading.mentions if m.form == "pronoun" and m.name)
    place = {"report": reading.report.name, "start": pronoun.span.start, "end": pronoun.span.end, "kind": "mention"}
    desk.page.goto(f"/judge?{urlencode(place)}")
    chosen = desk.page.locator("label:has(input[name=which]:checked)")
    assert f"taken for {pronoun.name}" in chosen.inner_text()
    desk.follow(desk.page.get_by_role("link", name="Say whether it is a person"))
    assert desk.page.locator("h1").inner_text() == f"What is {pronoun.name}?"
    desk.page.locator("input[name=sort][value=other]").check()
    sign(desk)
    assert f"“{pronoun.name}” is no person, body or place" in told(desk)  # he is ruled on by his name


def test_a_change_is_judged_from_where_two_reports_stand_side_by_side(desk: Visit, own: Path) -> None:
    telling = next(t for t in trace(own).tellings if t.drift)
    drift = telling.drift[0]
    desk.page.goto(f"/compare?{urlencode({'one': drift.earlier.report, 'two': telling.report})}")
    desk.follow(desk.page.get_by_role("link", name="Judge this change").first)
    kind = desk.page.locator("label:has(input[name=which]:checked)").inner_text()
    assert "what the retelling changed" in kind
    desk.page.locator("input[name=verdict][value=rejected]").check()
    sign(desk)
    assert "1 change fewer" in told(desk)
    agree(desk)
    assert len(next(t for t in trace(own).tellings if t.report == telling.report).drift) == len(telling.drift) - 1


def test_whatever_was_found_in_a_paragraph_is_judged_from_the_report(desk: Visit, own: Path) -> None:
    claim = alone(own)
    place = claim.mentions[0]
    desk.page.goto(f"/report?{urlencode({'name': place.report})}")
    desk.follow(desk.page.locator(f"p:has(mark#c{place.span.start}) a.judge"))
    assert {"Facts", "Names and who is meant"} <= set(desk.page.locator("h2").all_inner_texts())
    with Case(own, readonly=True) as opened:
        held = opened.report(place.report)
    assert held is not None
    for heading in ("Facts", "Who says what", "Times", "Names and who is meant"):
        section = desk.page.locator("section", has=desk.page.get_by_role("heading", name=heading, exact=True))
        if not section.count():
            continue
        desk.follow(section.get_by_role("link", name="Judge").first)
        assert desk.page.locator("input[name=which]:checked").count() == 1
        desk.page.locator("input[name=verdict][value=rejected]").check()
        sign(desk)
        assert desk.page.locator("h1").inner_text() == "What it would change"
        for _ in range(2):
            desk.page.go_back()


def test_the_day_from_which_a_report_tells_is_corrected_on_its_page(desk: Visit, own: Path) -> None:
    claim = next(c for c in trace(own).claims if c.period and "last" in c.text and len({m.report for m in c.mentions}) == 1)
    report = claim.mentions[0].report
    desk.page.goto(f"/report?{urlencode({'name': report})}")
    desk.follow(desk.page.get_by_role("link", name="Correct the day"))
    desk.page.locator("[name=time]").fill("2001-02-03")
    sign(desk)
    assert "told otherwise" in told(desk) and "2001" in told(desk)
    agree(desk)
    assert "2001" in told(desk)
    back(desk)
    assert desk.page.url.endswith(urlencode({"name": report}))


def test_what_was_ruled_at_a_place_is_told_to_whoever_judges_it_again(desk: Visit, own: Path) -> None:
    claim = alone(own)
    judge(desk, claim, "confirmed")
    agree(desk)
    judge(desk, claim, "rejected")
    assert "overrule" in desk.page.locator(".notice").inner_text()
    desk.page.go_back()
    assert "Ruled already" in told(desk) and WHY in told(desk)


@pytest.mark.parametrize("missing", ["reason", "by"])
def test_a_ruling_without_a_reason_or_a_name_is_not_even_tried(desk: Visit, own: Path, missing: str) -> None:
    before = own.read_bytes()
    desk.page.goto(f"/claim?id={alone(own).id}")
    desk.follow(desk.page.get_by_role("link", name="Judge this").first)
    desk.page.locator("input[name=verdict][value=rejected]").check()
    for name in ("reason", "by"):
        desk.page.locator(f"[name={name}]").fill("" if name == missing else "x")
    desk.page.get_by_role("button", name="See what it would change").click()
    assert kind_of(desk.page.url) == "judge" and desk.page.locator("h1").inner_text() == "Judge"  # the browser asks for it
    desk.page.locator(f"[name={missing}]").fill("   ")
    desk.follow(desk.page.get_by_role("button", name="See what it would change"))
    assert desk.page.locator("h1").inner_text() == "Not ruled"
    desk.did.clear()
    assert own.read_bytes() == before


def test_leaving_it_as_it_is_changes_nothing_and_leads_back(desk: Visit, own: Path) -> None:
    before, claim = own.read_bytes(), alone(own)
    judge(desk, claim, "rejected")
    desk.follow(desk.page.get_by_role("link", name="Leave it as it is"))
    assert desk.page.url.endswith(f"/claim?id={claim.id}")
    assert own.read_bytes() == before


def test_a_ruling_is_made_and_taken_back_with_the_keyboard_alone(desk: Visit, own: Path) -> None:
    before, claim = record(own), alone(own)
    desk.page.goto(f"/claim?id={claim.id}")
    reach(desk, "Judge this")
    desk.enter()
    reach(desk, "verdict")
    desk.page.keyboard.press("ArrowDown")
    reach(desk, "reason")
    desk.page.keyboard.type(WHY)
    reach(desk, "by")
    desk.page.keyboard.type(BY)
    reach(desk, "See what it would change")
    desk.enter()
    reach(desk, "Agree and keep it")
    desk.enter()
    assert kind_of(desk.page.url) == "about"
    assert claim.id not in [c.id for c in trace(own).claims]
    reach(desk, "Take ruling")
    desk.enter()
    reach(desk, "reason")
    desk.page.keyboard.type(WHY)
    reach(desk, "Agree and take it back")
    desk.enter()
    assert kind_of(desk.page.url) == "about"
    assert record(own) == before


def reach(desk: Visit, named: str) -> None:
    """Press Tab until what has the focus is called so, or is a field of this name."""
    focused = "() => [document.activeElement.name ?? '', document.activeElement.textContent.trim()]"
    for _ in range(120):
        desk.page.keyboard.press("Tab")
        field, words = desk.page.evaluate(focused)
        if field == named or words.startswith(named):
            return
    raise AssertionError(f"{named} is not reached")


@pytest.mark.parametrize(
    "where",
    ["https://x.example/", "//x.example/", "javascript:alert(1)", "/\\x.example", "/judge?report=x", "\x00", "/nosuch", "x"],
)
def test_the_way_back_leads_nowhere_but_to_a_page_of_the_case(desk: Visit, own: Path, where: str) -> None:
    place = alone(own).mentions[0]
    at = {"report": place.report, "start": place.span.start, "end": place.span.end, "back": where}
    desk.page.goto(f"/judge?{urlencode(at)}")
    assert desk.page.get_by_role("link", name="back to where you were").count() == 0
    desk.page.locator("input[name=verdict][value=rejected]").check()
    sign(desk)
    leave = desk.page.get_by_role("link", name="Leave it as it is").get_attribute("href")
    assert leave == "/"


def test_what_changed_since_the_reader_saw_it_is_not_ruled_on(desk: Visit, own: Path) -> None:
    before = own.read_bytes()
    desk.page.goto(f"/claim?id={alone(own).id}")
    desk.follow(desk.page.get_by_role("link", name="Judge this").first)
    desk.page.locator("input[name=verdict][value=rejected]").check()
    desk.page.evaluate("document.querySelectorAll('[name=which]').forEach(e => e.value = '0:of-something-else')")
    sign(desk)
    assert desk.page.locator("h1").inner_text() == "Not ruled" and "changed meanwhile" in told(desk)
    assert any("409" in each for each in desk.did)
    desk.did.clear()
    assert own.read_bytes() == before
