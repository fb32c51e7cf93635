"""Names of one report that name the same: by parts, surname to full name, acronym to long form, country by code.

Longer names are placed first, so that "Doe" finds "Jane Doe" wherever it stands (`surnames.py`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from retold.model import Mention, Sex
from retold.resolve.names import acronyms, body_parts, extends, fold, person_parts
from retold.resolve.people.chains import Draft, Scene, country_name
from retold.resolve.people.shown import plainly_named
from retold.resolve.people.surnames import SAME_SURNAME, differ, surnames
from retold.tables import table

LONGEST_REGION = 3
"""Words of a region's name."""
LOOKED_AT = 500
"""Bodies of a report among which a credited agency is sought."""
OWNS = "s"
"""What is left of the mark of an owner in a folded name ("Vale's Mills")."""
BESIDE = 60
"""Code points before a name in which it is told whose father or daughter he is."""
_ACRONYM = re.compile(r"^\s*\(\s*(?:the\s+)?[\"\u201c]?([A-Z][A-Za-z&.\-]{1,9})[\"\u201d]?\s*\)")


def name_chains(scene: Scene, sexes: Mapping[tuple[str, ...], Sex | None]) -> None:
    """Tie every name of the scene to a chain; `sexes` of persons by the parts of their names, where they are known beforehand."""
    named = [(n, m) for n, m in enumerate(scene.mentions) if m.form == "name"]
    countries = {n for n, m in named if _is_country(m, fold(scene.called(m)))}
    _countries(scene, [(n, m) for n, m in named if n in countries])
    _persons(scene, [(n, m) for n, m in named if m.kind == "person"], sexes)
    plainly_named(scene)
    _bodies(scene, [(n, m) for n, m in named if m.kind != "person" and n not in countries])
    for draft in scene.drafts:
        draft.named = sorted(draft.mentions)
        if draft.kind == "person" and draft.sex is None:
            draft.sex = sexes.get(draft.parts)  # who has no full name either


def _is_country(mention: Mention, words: str) -> bool:
    """Whether a name is that of a country or its seat, not of a body that belongs to one."""
    return mention.country is not None and mention.kind in ("body", "place") and words in _state_names(mention.country)


@cache
def _bodies_words() -> frozenset[str]:
    return frozenset(table("retold.find.names", "bodies.toml")["names"]["words"])


@cache
def _state_names(code: str) -> frozenset[str]:
    """Return all names of a country and of its seats of government, folded."""
    row = table("retold.find.names", "places.toml").get(code, {})
    seats: list[str] = row.get("seats", [])
    return frozenset(fold(name) for name in (*row.get("names", ()), *seats, *row.get("other", {}).values()))


def _countries(scene: Scene, rows: list[tuple[int, Mention]]) -> None:
    """One chain a country; a capital where things happen is a place of its own, one that acts is its country."""
    drafts = scene.countries
    for n, mention in rows:
        code = mention.country or ""
        words = fold(scene.called(mention))
        seats = {fold(s) for s in table("retold.find.names", "places.toml")[code].get("seats", ())}
        city = words in seats and mention.kind == "place"
        key = words if city else code
        if key not in drafts:
            name = scene.called(mention) if city else country_name(code)
            drafts[key] = scene.start(Draft(kind="place", name=name, country=code, parts=tuple(fold(name).split())))
        scene.tie(n, drafts[key])


# ------------------------------------------------------------------------------ persons


def _persons(scene: Scene, rows: list[tuple[int, Mention]], sexes: Mapping[tuple[str, ...], Sex | None]) -> None:
    parts = {n: person_parts(scene.called(m)) for n, m in rows}
    kin = {parts[n] for n, m in rows if len(parts[n]) > 1 and _of_kin(scene, m)}
    full = sorted((n for n, _ in rows if len(parts[n]) > 1), key=lambda n: (-len(parts[n]), n))
    by_part: dict[str, list[Draft]] = defaultdict(list)
    drafts: dict[tuple[str, ...], Draft] = {}
    for n in full:
        draft = drafts.get(parts[n]) or _longer(parts[n], by_part, scene.mentions[n].sex, kin)
        if draft is None:
            name = scene.called(scene.mentions[n])
            mention = scene.mentions[n]
            sex = mention.sex or sexes.get(parts[n])
            draft = scene.start(Draft(kind="person", parts=parts[n], name=name, sex=sex, plural=mention.plural))
            for part in dict.fromkeys(parts[n]):
                by_part[part].append(draft)
        drafts[parts[n]] = draft
        scene.tie(n, draft)
    for draft in scene.drafts:
        draft.named = sorted(draft.mentions)
    surnames(scene, [(n, parts[n][0]) for n, _ in rows if len(parts[n]) == 1], by_part)


def _longer(
    parts: tuple[str, ...], by_part: dict[str, list[Draft]], sex: Sex | None, kin: Collection[tuple[str, ...]]
) -> Draft | None:
    """Return whose name in full this is a part of; not a child's whose name begins with that of one of `kin` ("Tarn Lo Ada Mei,
    the daughter of Tarn Lo")."""
    for draft in by_part.get(parts[-1], [])[:SAME_SURNAME]:
        after = parts in kin and parts == draft.parts[: len(parts)] != draft.parts
        if extends(draft.parts, parts) and not after and not differ(draft.sex, sex):
            return draft
    return None


def _of_kin(scene: Scene, mention: Mention) -> bool:
    """Whether the words before a name say that somebody is his child, or he somebody's ("the daughter of", "her father,")."""
    start = (mention.bare or mention.span).start
    return _kin_words().search(scene.findings.report.text[max(0, start - BESIDE) : start]) is not None


@cache
def _kin_words() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("retold.resolve.people", "people.toml")["lineage"]))
    of, own = rf"(?:{words}) of (?:[\w-]+ ){{0,4}}", rf"(?:his|her|their) (?:[\w-]+ ){{0,2}}(?:{words}),? "
    return re.compile(rf"\b(?:{of}|{own})$", re.IGNORECASE)


# ------------------------------------------------------------------------------ bodies and places


def _bodies(scene: Scene, rows: list[tuple[int, Mention]]) -> None:
    parts = {n: body_parts(scene.called(m)) for n, m in rows}
    drafts: dict[tuple[str, ...], Draft] = {}
    short: dict[str, Draft] = {}
    words: dict[str, list[Draft]] = defaultdict(list)
    full = {parts[n] for n, m in rows if _in_full(scene.called(m), parts[n])}
    for n, mention in sorted(rows, key=lambda row: (-len(parts[row[0]]), row[0])):
        draft = drafts.get(parts[n])
        if draft is None and parts[n] not in full:
            draft = _known_body(scene, mention, parts[n], short)
            draft = draft or _shortened(scene, n, words.get(" ".join(parts[n]), []))
        if draft is None:
            draft = scene.start(Draft(kind=mention.kind, parts=parts[n], name=scene.called(mention)))
            scene.bodies += [draft] if len(scene.bodies) < LOOKED_AT else []
            for key in _short_names(scene, mention, parts[n]):
                short.setdefault(key, draft)
            for word in _ends(scene, mention, parts[n]):
                words[word].append(draft)
        drafts[parts[n]] = draft
        if acronym := _bracketed(scene, mention):
            short[fold(acronym)] = draft
        scene.tie(n, draft)


def _in_full(name: str, parts: tuple[str, ...]) -> bool:
    """Whether a name has its legal form: then it is one of its own, though longer ones begin so ("Vale PLC", "Vale Textiles")."""
    return len([word for word in fold(name.replace("&", " and ")).split() if word != "the"]) > len(parts)


def _known_body(scene: Scene, mention: Mention, parts: tuple[str, ...], short: dict[str, Draft]) -> Draft | None:
    draft = short.get(" ".join(parts))
    if draft is None or (draft.kind != mention.kind and not scene.called(mention).isupper()):
        return None
    return draft


def _bracketed(scene: Scene, mention: Mention) -> str | None:
    """Return the acronym that follows a name in brackets: "Long Form (LF)"."""
    end = mention.span.end
    found = _ACRONYM.match(scene.findings.report.text[end : end + 24])
    return found.group(1) if found and sum(c.isupper() for c in found.group(1)) > 1 else None


def _short_names(scene: Scene, mention: Mention, parts: tuple[str, ...]) -> Iterator[str]:
    """Yield what else a body may be called: its acronym, its name without the country."""
    if parts[-1] not in table("retold.resolve.people", "people.toml")["gatherings"]:
        yield from acronyms(scene.called(mention))
    if (
        len(parts) > 2
        and not _branch(parts)
        and not any(d.kind == "person" and d.parts[-1:] == parts[:1] for d in scene.drafts[:LOOKED_AT])
    ):
        yield " ".join(parts[1:])


def _branch(parts: tuple[str, ...]) -> bool:
    """Whether a name is a region's own part of what is called the same without it ("the Ohio Democratic Party")."""
    rows = table("retold.find.names", "names.toml")
    fronts = (" ".join(parts[:n]) for n in range(1, min(len(parts), LONGEST_REGION + 1)))
    return parts[-1] in rows["branches"] and any(front in rows["places"] for front in fronts)


def _ends(scene: Scene, mention: Mention, parts: tuple[str, ...]) -> Iterator[str]:
    """Yield the first and the last word of a body's name, each of which may stand for the whole of it."""
    if len(parts) < 2 or mention.kind != "body":
        return
    if parts[0] not in table("retold.resolve", "names.toml")["generic"] and len(parts[0]) > 2 and parts[1] != OWNS:
        yield parts[0]
    yield from _beginnings(parts)
    if _branch(parts):
        return
    of = " of " in scene.called(mention)  # "California" is no University of California
    if parts[-1] not in table("retold.resolve.people", "people.toml")["own"] and not of:
        yield parts[-1]


def _beginnings(parts: tuple[str, ...]) -> Iterator[str]:
    """Yield what a name of several words may be cut to: without what it ends in, from the first word of a body on ("Port Vale
    Savings" of "Port Vale Savings Bank"), where no body's name is whole before."""
    words = _bodies_words()
    for end in range(2, len(parts)):
        if parts[end - 1] in words:
            return
        if parts[-1] in words:
            yield " ".join(parts[:end])


def _shortened(scene: Scene, n: int, drafts: list[Draft]) -> Draft | None:
    """Return the one chain that a short name fits; None where it fits several, and where the short name stands first and what
    the longer one adds is no word of a body: then that is a thing of the body's ("Doe Live")."""
    if len(drafts) != 1:
        return None
    mention, draft = scene.mentions[n], drafts[0]
    words = _bodies_words()
    product = draft.parts[-1] in table("retold.resolve.people", "people.toml")["products"]
    first = mention.sentence > 0 and n < min(draft.mentions) and set(draft.parts[1:]).isdisjoint(words)
    return None if mention.kind == "place" or first or product else draft
