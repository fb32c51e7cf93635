"""One more report is compared by looking up its marks; the families are those of comparing all anew."""

from __future__ import annotations

import random
from pathlib import Path

from retold import addition, pipeline
from retold.compare import adding, affinity, retellings
from retold.compare.fingerprints import Fingerprint, fingerprints
from retold.compare.held import with_held
from retold.compare.judged import Judged
from retold.model import Credit, Problem, Reading, Report, Span
from retold.record import Case
from tests.running import finders, nothing

SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "er", "il")]


def _word(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 4)))


def made(stories: int, seed: int = 1) -> list[Fingerprint]:
    """Return three reports a story, one of them cut, one edited; every second story credits an agency, some outlets are held."""
    draw = random.Random(seed)
    common = [_word(draw) for _ in range(900)]
    found = []
    for story in range(stories):
        names = [_word(draw).capitalize() for _ in range(6)]
        words = [draw.choice(names) if draw.random() < 0.1 else draw.choice(common) for _ in range(160)]
        for k, told in enumerate(
            (words, words[: draw.randint(70, 120)], [w if draw.random() > 0.1 else _word(draw) for w in words])
        ):
            source = f"according to {'Skerry' if story % 5 else 'Holm Wire'} on Monday" if k else "as clerks know"
            text = f"The fund {' '.join(told[:40])}, {source}. So {' '.join(told[40:])}."
            found.append(_reading(f"{story:04}-{k}", text, outlet=("Skerry", "Upper Bay", "Vale")[k], story=story))
    return fingerprints(found)


def _reading(name: str, text: str, *, outlet: str, story: int) -> Reading:
    day = f"2031-03-{1 + story % 28:02}"
    report = Report(name=name, text=text, digest=name, body=(Span(0, len(text)),), outlet=outlet, published=day, language="en")
    at = text.find("Holm Wire")
    why = "“according to” beside the name"
    credit = Credit(span=Span(at, at + 9), name="Holm Wire", agency=True, place="lead", score=0.85, reason=why)
    return Reading(report=report, credits=(credit,) if at >= 0 else ())


def _families(found: retellings.Compared) -> dict[str, str | None]:
    return {telling.report: telling.family for telling in found.tellings}


def test_adding_reports_one_by_one_gives_the_families_of_comparing_all_anew(tmp_path: Path) -> None:
    prints = made(30)
    late = prints[4::6]
    early = [each for each in prints if each not in late]
    with Case(tmp_path / "a.case") as case:
        shelf = case.shelf()
        shelf.put(map(adding.entry, early))
        before = retellings.compared(early)
        shelf.pair(adding.by_name(early, before))
        families = _families(before)
        for new in late:
            shelf.put([adding.entry(new)])
            brought = adding.added(shelf, new.reading.report.name)
            shelf.pair(brought.pairs)
            families |= _families(brought.compared)
    assert families == _families(retellings.compared(prints))
    assert len(set(families.values())) > 20


def test_a_report_that_is_taken_off_leaves_nothing_behind(tmp_path: Path) -> None:
    prints = made(4)
    with Case(tmp_path / "a.case") as case:
        shelf = case.shelf()
        shelf.put(map(adding.entry, prints[:-1]))
        before = [case.select(f"SELECT * FROM {t}") for t in ("shelf", "shelf_marks", "shelf_pairs")]
        shelf.put([adding.entry(prints[-1])])
        shelf.pair(adding.added(shelf, prints[-1].reading.report.name).pairs)
        assert case.select("SELECT * FROM shelf_pairs")
        shelf.take(adding.entry(adding.unpacked(shelf.prints(["0003-2"])["0003-2"])))
        assert [case.select(f"SELECT * FROM {t}") for t in ("shelf", "shelf_marks", "shelf_pairs")] == before
        assert shelf.every("held") == {"Skerry", "Upper Bay", "Vale"}


def test_the_marks_that_are_kept_are_those_that_were_taken() -> None:
    for one in made(3):
        back = adding.unpacked(adding.entry(one).print)
        assert (back.reading, back.words, back.beside, back.behind) == (one.reading, one.words, one.beside, one.behind)
        assert back.shingles.hashes.tolist() == one.shingles.hashes.tolist()
        assert back.shingles.weights.tolist() == one.shingles.weights.tolist()


def test_pairs_that_are_compared_grow_with_the_reports_not_with_their_square() -> None:
    def compared(stories: int) -> int:
        return sum(map(len, Judged(given=affinity.collection(with_held(made(stories)))).pairs()))

    few, many = compared(40), compared(160)
    assert few >= 80
    assert many <= 4 * 1.5 * few


def test_a_report_added_to_a_case_joins_its_family_and_another_version_replaces_it(tmp_path: Path) -> None:
    texts = {"a": "harbour", "b": "theatre", "c": "harbour"}
    draw = {name: random.Random(what) for name, what in texts.items()}
    folder = tmp_path / "in"
    folder.mkdir()
    for name, rng in draw.items():
        words = [_word(rng) for _ in range(150)]
        (folder / f"{name}.txt").write_text(f"Report of the day\n\nThe clerk said {' '.join(words)}.\n", encoding="utf-8")
    with finders(nothing), Case(tmp_path / "a.case") as case:
        pipeline.trace([folder / "a.txt", folder / "b.txt"], case=case)
        (found,) = addition.add(folder / "c.txt", case=case)
        assert not isinstance(found, Problem)
        assert {Path(t.report).name: t.family is not None for t in found.tellings} == {"a.txt": True, "c.txt": True}
        assert not case.settled
        (folder / "c.txt").write_text((folder / "b.txt").read_text(encoding="utf-8"), encoding="utf-8")
        (found,) = addition.add(folder / "c.txt", case=case)
        assert not isinstance(found, Problem)
        assert {Path(t.report).name for t in found.tellings} == {"b.txt", "c.txt"}
        whole = pipeline.trace(folder, case=case)
    assert {t.report: t.family for t in found.tellings if t.family} == {t.report: t.family for t in whole.tellings if t.family}
