"""Names of one report that name the same: by parts, surname to full name, acronym to long form, country by code.

Longer names are placed first, so that "Doe" finds "Jane Doe" wherever it stands. Two persons with one surname share
nothing: the surname alone then goes to the one last named in full before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import OSA

from retold.model import Mention, Sex
from retold.resolve.names import acronyms, body_parts, extends, fold, person_parts
from retold.resolve.people.chains import Draft, Scene, country_name
from retold.resolve.people.shown import plainly_named
from retold.tables import table

SAME_SURNAME = 50
"""Persons of one surname in one report that are told apart; more is a list of names."""
LONG_ENOUGH = 5
"""Letters of a surname in which one may be wrong."""
LOOKED_AT = 500
"""Bodies of a report among which a credited agency is sought, and parts of names among which one that is misspelt is."""
FOREMOST = 2
"""How many times more often than the others of his name he is named of whom a report is."""
AFTER = 8
"""Mentions after a surname among which a pronoun tells whose it is."""
PASSED = frozenset({"former", "then", "ex", "late", "of", "and"})
"""Words of a title that tell no post."""
_ACRONYM = re.compile(r"^\s*\(\s*(?:the\s+)?[\"\u201c]?([A-Z][A-Za-z&.\-]{1,9})[\"\u201d]?\s*\)")


def name_chains(scene: Scene) -> None:
    """Tie every name of the scene to a chain."""
    named = [(n, m) for n, m in enumerate(scene.mentions) if m.form == "name"]
    countries = {n for n, m in named if _is_country(m, fold(scene.called(m)))}
    _countries(scene, [(n, m) for n, m in named if n in countries])
    _persons(scene, [(n, m) for n, m in named if m.kind == "person"])
    plainly_named(scene)
    _bodies(scene, [(n, m) for n, m in named if m.kind != "person" and n not in countries])
    for draft in scene.drafts:
        draft.named = sorted(draft.mentions)


def _is_country(mention: Mention, words: str) -> bool:
    """Whether a name is that of a country or its seat, not of a body that belongs to one."""
    return mention.country is not None and mention.kind in ("body", "place") and words in _state_names(mention.country)


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


def _persons(scene: Scene, rows: list[tuple[int, Mention]]) -> None:
    parts = {n: person_parts(scene.called(m)) for n, m in rows}
    full = sorted((n for n, _ in rows if len(parts[n]) > 1), key=lambda n: (-len(parts[n]), n))
    by_part: dict[str, list[Draft]] = defaultdict(list)
    drafts: dict[tuple[str, ...], Draft] = {}
    for n in full:
        draft = drafts.get(parts[n]) or _longer(parts[n], by_part, scene.mentions[n].sex)
        if draft is None:
            name = scene.called(scene.mentions[n])
            mention = scene.mentions[n]
            draft = scene.start(Draft(kind="person", parts=parts[n], name=name, sex=mention.sex, plural=mention.plural))
            for part in dict.fromkeys(parts[n]):
                by_part[part].append(draft)
        drafts[parts[n]] = draft
        scene.tie(n, draft)
    for draft in scene.drafts:
        draft.named = sorted(draft.mentions)
    _surnames(scene, [(n, parts[n][0]) for n, _ in rows if len(parts[n]) == 1], by_part)


def _longer(parts: tuple[str, ...], by_part: dict[str, list[Draft]], sex: Sex | None) -> Draft | None:
    for draft in by_part.get(parts[-1], [])[:SAME_SURNAME]:
        if extends(draft.parts, parts) and not _differ(draft.sex, sex):
            return draft
    return None


def _surnames(scene: Scene, rows: list[tuple[int, str]], by_part: dict[str, list[Draft]]) -> None:
    alone: dict[str, Draft] = {}
    usual: dict[str, Draft] = {}
    strangers = _strangers(scene, rows, by_part)
    alike = Counter(part for _, part in rows)
    for n, part in rows:
        mention = scene.mentions[n]
        fits = [d for d in (*by_part.get(part, ()), *strangers.get(part, ())) if not _differ(d.sex, mention.sex)]
        last = [d for d in fits if d.parts[-1] == part] or fits or _misspelt(part, by_part, alone)
        last = _holders(last, mention.title) or _of_sex(scene, n, last) or last
        last = _of_item(scene, last, n) or last
        draft = usual.get(part) if usual.get(part) in last else None
        nearest = _nearest(last, n)
        introduced = nearest is not None and (mention.title or (nearest.parts[-1] == part and _acted(scene, nearest, n)))
        draft = draft or (None if introduced else _foremost(last, part, alike)) or nearest
        if draft is None:
            draft = alone.get(part)
            if draft is None or _differ(draft.sex, mention.sex):
                draft = scene.start(Draft(kind="person", parts=(part,), name=scene.called(mention), sex=mention.sex))
                alone[part] = draft
        usual[part] = draft
        scene.tie(n, draft)


def _of_item(scene: Scene, family: list[Draft], n: int) -> list[Draft]:
    """Return the one of a name whom the item that mention n stands in names in full before it, if it names one alone."""
    if not scene.items or len(family) < 2:
        return []
    own = scene.item(n)
    before = [(d, bisect_left(d.named, n)) for d in family[:SAME_SURNAME]]
    found = [d for d, at in before if at and scene.item(d.named[at - 1]) == own]
    return found if len(found) == 1 else []


def _strangers(scene: Scene, rows: list[tuple[int, str]], by_part: dict[str, list[Draft]]) -> dict[str, tuple[Draft]]:
    """Return who bears a surname and is never named in full, for "Mr." is not the one woman who is: "Mr. Vale", "Ana Vale"."""
    found: dict[str, tuple[Draft]] = {}
    for n, part in rows:
        mention, family = scene.mentions[n], by_part.get(part)
        if not family or not mention.sex or not all(_differ(d.sex, mention.sex) for d in family):
            continue
        if part not in found:
            made = Draft(kind="person", parts=(part,), name=scene.called(mention), sex=mention.sex)
            found[part] = (scene.start(made),)
        found[part][0].named.append(n)
    return found


def _holders(family: list[Draft], title: str | None) -> list[Draft]:
    """Return those of one surname whom the report gives a word of that title elsewhere."""
    words = set(fold(title or "").split()) - PASSED
    return [d for d in family if words & set(fold(" ".join(d.titles)).split())] if words and len(family) > 1 else []


def _misspelt(part: str, by_part: dict[str, list[Draft]], alone: dict[str, Draft]) -> list[Draft]:
    """Return whose surname this is but for one letter, where nobody is named so in full: reports misspell names."""
    if part in alone or len(part) < LONG_ENOUGH or len(by_part) > LOOKED_AT:
        return []
    near = [key for key in by_part if key[0] == part[0] and OSA.distance(key, part, score_cutoff=1) == 1]
    return [d for d in by_part[near[0]] if d.parts[-1] == near[0]] if len(near) == 1 else []


def _of_sex(scene: Scene, n: int, family: list[Draft]) -> list[Draft]:
    """Return those of one surname of the sex that the next pronoun of the clause tells ("Doe defended her record")."""
    if len(family) < 2:
        return []
    for mention in scene.mentions[n + 1 : n + AFTER]:
        if mention.sentence != scene.mentions[n].sentence or (mention.form == "name" and mention.kind == "person"):
            return []
        if mention.form == "pronoun" and mention.sex is not None:
            own = mention.grammar == "possessive" and mention.clause == scene.mentions[n].clause
            return [d for d in family if d.sex == mention.sex] if own else []
    return []


def _acted(scene: Scene, draft: Draft, n: int) -> bool:
    """Whether somebody was the subject where he was last named in full: then the surname that follows is his."""
    at = bisect_left(draft.named, n)
    return at > 0 and scene.mentions[draft.named[at - 1]].grammar in ("subject", "passive subject")


def _foremost(drafts: list[Draft], part: str, alike: Counter[str]) -> Draft | None:
    """Return whom of several of one name the report is mostly about: `alike` tells how often each surname stands alone."""
    if len(drafts) < 2:
        return None
    told = [len(d.named) + alike[d.parts[-1]] * (d.parts[-1] != part) for d in drafts[:SAME_SURNAME]]
    most = max(told)
    lead = most >= FOREMOST * max((n for n in told if n != most), default=most)
    return drafts[told.index(most)] if lead and told.count(most) == 1 else None


def _nearest(drafts: list[Draft], n: int) -> Draft | None:
    """Return the chain named last before mention n, else the first one named after it."""
    near = drafts[:SAME_SURNAME]
    before = [(d.named[at - 1], d) for d in near if (at := bisect_left(d.named, n))]
    if before:
        return max(before, key=lambda row: row[0])[1]
    return min(near, key=lambda d: d.named[0], default=None)


def _differ(one: Sex | None, other: Sex | None) -> bool:
    return one is not None and other is not None and one != other


# ------------------------------------------------------------------------------ bodies and places


def _bodies(scene: Scene, rows: list[tuple[int, Mention]]) -> None:
    parts = {n: body_parts(scene.called(m)) for n, m in rows}
    drafts: dict[tuple[str, ...], Draft] = {}
    short: dict[str, Draft] = {}
    words: dict[str, list[Draft]] = defaultdict(list)
    for n, mention in sorted(rows, key=lambda row: (-len(parts[row[0]]), row[0])):
        draft = drafts.get(parts[n]) or _known_body(scene, mention, parts[n], short)
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
    if len(parts) > 2 and not any(d.kind == "person" and d.parts[-1:] == parts[:1] for d in scene.drafts[:LOOKED_AT]):
        yield " ".join(parts[1:])


def _ends(scene: Scene, mention: Mention, parts: tuple[str, ...]) -> Iterator[str]:
    """Yield the first and the last word of a body's name, each of which may stand for the whole of it."""
    if len(parts) < 2 or mention.kind != "body":
        return
    if parts[0] not in table("retold.resolve", "names.toml")["generic"] and len(parts[0]) > 2:
        yield parts[0]
    of = " of " in scene.called(mention)  # "California" is no University of California
    if parts[-1] not in table("retold.resolve.people", "people.toml")["own"] and not of:
        yield parts[-1]


def _shortened(scene: Scene, n: int, drafts: list[Draft]) -> Draft | None:
    """Return the one chain that a short name fits; None where it fits several, and where the short name stands first and what
    the longer one adds is no word of a body: then that is a thing of the body's ("Doe Live")."""
    if len(drafts) != 1:
        return None
    mention, draft = scene.mentions[n], drafts[0]
    words = table("retold.find.names", "bodies.toml")["names"]["words"]
    product = draft.parts[-1] in table("retold.resolve.people", "people.toml")["products"]
    first = mention.sentence > 0 and n < min(draft.mentions) and set(draft.parts[1:]).isdisjoint(words)
    return None if mention.kind == "place" or first or product else draft
