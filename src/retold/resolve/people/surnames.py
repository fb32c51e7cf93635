"""Whose a bare surname is: two persons with one surname share nothing.

A title, an apposition and the pronoun that follows tell which of them is meant; then who spoke before, of whom the report is,
and who was last named in full.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from functools import cache

from rapidfuzz.distance import OSA

from retold.model import Mention, Sex
from retold.resolve.names import fold
from retold.resolve.people.chains import Draft, Scene
from retold.tables import table

SAME_SURNAME = 50
"""Persons of one surname in one report that are told apart; more is a list of names."""
LONG_ENOUGH = 5
"""Letters of a surname in which one may be wrong."""
LOOKED_AT = 500
"""Parts of names among which one that is misspelt is sought."""
FOREMOST = 2
"""How many times more often than the others of his name he is named of whom a report is."""
AFTER = 8
"""Mentions after a surname among which a pronoun tells whose it is."""
HEARD = 3
"""Sentences between two speakers of whom the second goes on speaking."""
HOLDS = 4
"""Mentions before a name among which is the description that holds it."""
BESIDE = 40
"""Code points before a name in which it is told whose kin he is."""


def surnames(scene: Scene, rows: list[tuple[int, str]], by_part: dict[str, list[Draft]]) -> None:
    """Tie each bare name to whoever is named so in full, else to one of its own; `by_part` has them by parts of their names."""
    alone: dict[str, Draft] = {}
    usual: dict[str, Draft] = {}
    strangers = _strangers(scene, rows, by_part)
    alike = Counter(part for _, part in rows)
    said = _said(scene)
    for n, part in rows:
        mention = scene.mentions[n]
        fits = [d for d in (*by_part.get(part, ()), *strangers.get(part, ())) if not differ(d.sex, mention.sex)]
        last = [d for d in fits if d.parts[-1] == part] or fits or _misspelt(part, by_part, alone)
        last = _of_item(scene, last, n) or _by_surname(last, part, alike) or last
        last = _holders(last, mention.title, said) or _of_sex(scene, n, last) or last
        last = (_heard(scene, n, last, said) if part not in usual else []) or last
        draft = usual.get(part) if usual.get(part) in last else None
        nearest = _nearest(scene, [d for d in last if not _as_kin(scene, d)] or last, n)
        introduced = nearest is not None and (mention.title or _introduced(scene, nearest, n, part, last))
        draft = draft or (None if introduced else _foremost(last, part, alike)) or nearest
        usual[part] = draft or _by_surname_alone(scene, mention, part, alone)
        scene.tie(n, usual[part])


def _by_surname_alone(scene: Scene, mention: Mention, part: str, alone: dict[str, Draft]) -> Draft:
    """Return the one of whom only the surname is told, somebody new where the one `alone` so far is of the other sex."""
    draft = alone.get(part)
    if draft is None or differ(draft.sex, mention.sex):
        draft = scene.start(Draft(kind="person", parts=(part,), name=scene.called(mention), sex=mention.sex))
        draft.plural = part in table("retold.find.names", "names.toml")["peoples"]
        alone[part] = draft
    return draft


def _of_item(scene: Scene, family: list[Draft], n: int) -> list[Draft]:
    """Return the one of a name whom the item that mention n stands in names in full before it, if it names one alone."""
    if not scene.items or len(family) < 2:
        return []
    own = scene.item(n)
    before = [(d, bisect_left(d.named, n)) for d in family[:SAME_SURNAME]]
    found = [d for d, at in before if at and scene.item(d.named[at - 1]) == own]
    return found if len(found) == 1 else []


def _by_surname(family: list[Draft], part: str, alike: Counter[str]) -> list[Draft]:
    """Return those of one surname whom the report does not mostly call by a first name, as it calls a child, if it names them in
    full as often as him: `alike` tells how often each part of a name stands alone."""
    others = [d for d in family if alike[d.parts[0]] <= alike[part]] if len(family) > 1 else []
    most = max((len(d.named) for d in others), default=0)
    return others if others and most >= max(len(d.named) for d in family) else []


def _strangers(scene: Scene, rows: list[tuple[int, str]], by_part: dict[str, list[Draft]]) -> dict[str, tuple[Draft]]:
    """Return who bears a surname and is never named in full, for "Mr." is not the one woman who is: "Mr. Vale", "Ana Vale"."""
    found: dict[str, tuple[Draft]] = {}
    for n, part in rows:
        mention, family = scene.mentions[n], by_part.get(part)
        if not family or not mention.sex or not all(differ(d.sex, mention.sex) for d in family):
            continue
        if part not in found:
            made = Draft(kind="person", parts=(part,), name=scene.called(mention), sex=mention.sex)
            found[part] = (scene.start(made),)
        found[part][0].named.append(n)
    return found


def _holders(family: list[Draft], title: str | None, said: Mapping[int, str]) -> list[Draft]:
    """Return those of one surname whom the report gives a word of that title elsewhere, as a title or in an apposition, of which
    `said` has the nouns."""
    words = set(fold(title or "").split()).difference(table("retold.resolve.people", "people.toml")["no_post"])
    if not words or len(family) < 2:
        return []
    return [d for d in family if words & _posts(d, said)]


def _posts(draft: Draft, said: Mapping[int, str]) -> set[str]:
    """Return the folded words of somebody's titles and appositions."""
    return {*fold(" ".join(draft.titles)).split(), *(said[n] for n in draft.mentions[:LOOKED_AT] if n in said)}


def _heard(scene: Scene, n: int, family: list[Draft], said: Mapping[int, str]) -> list[Draft]:
    """Return the one of a surname who spoke just before this source, as "he" or by his post ("the former president")."""
    before = next(iter(scene.tellers.before(n)), None) if len(family) > 1 and scene.tellers.tells(n) else None
    if before is None or scene.mentions[n].sentence - scene.mentions[before].sentence > HEARD:
        return []
    source = scene.mentions[before]
    if source.form == "pronoun":
        fits = [d for d in family if source.sex is not None and d.sex == source.sex]
    else:
        head = fold(scene.text(source.head))
        fits = [d for d in family if source.form == "description" and head in _posts(d, said)]
    return fits if len(fits) == 1 else []


def _said(scene: Scene) -> dict[int, str]:
    """Return the folded noun by which a description says what a name is, by the name's mention ("Ada Holm, a senator")."""
    rows = (m for m in scene.mentions if m.form == "description" and m.same in scene.at)
    return {scene.at[m.same]: fold(scene.text(m.head)) for m in rows if m.same is not None}


def _misspelt(part: str, by_part: dict[str, list[Draft]], alone: dict[str, Draft]) -> list[Draft]:
    """Return whose surname this is but for one letter, where nobody is named so in full: reports misspell names."""
    if part in alone or len(part) < LONG_ENOUGH or len(by_part) > LOOKED_AT:
        return []
    near = [key for key in by_part if key[0] == part[0] and OSA.distance(key, part, score_cutoff=1) == 1]
    return [d for d in by_part[near[0]] if d.parts[-1] == near[0]] if len(near) == 1 else []


def _of_sex(scene: Scene, n: int, family: list[Draft]) -> list[Draft]:
    """Return those of one surname of the sex that the next pronoun tells: of the clause ("Doe defended her record"), of what he
    says himself ("Doe said she would run"), or of the next sentence, where it goes on about him ("Doe voted. She ...")."""
    if len(family) < 2:
        return []
    own = scene.mentions[n]
    for m in range(n + 1, min(n + AFTER, len(scene.mentions))):
        mention = scene.mentions[m]
        if mention.sentence > own.sentence + 1 or (mention.form == "name" and mention.kind == "person"):
            return []
        if mention.form == "pronoun" and mention.sex is not None:
            fits = [d for d in family if not differ(d.sex, mention.sex)]
            return fits if _goes_on(scene, n, m) and any(d.sex == mention.sex for d in fits) else []
    return []


def _goes_on(scene: Scene, n: int, m: int) -> bool:
    """Whether a pronoun is that of whom a name in the clause, in the words that he says, or just before it means."""
    name, pronoun = scene.mentions[n], scene.mentions[m]
    if name.sentence == pronoun.sentence and name.clause == pronoun.clause:
        return pronoun.grammar == "possessive"
    if name.grammar != "subject" or pronoun.grammar != "subject" or scene.quote(pronoun.span.start) is not None:
        return False
    if pronoun.sentence == name.sentence:
        return scene.tellers.told_by(n, pronoun.span)
    # "Holm said Vale had voted. He also said": he is Holm, in whose words Vale stands
    return m in scene.opens and scene.quote(name.span.start) is None and next(scene.tellers.around(name.span.start), None) is None


def _as_kin(scene: Scene, draft: Draft) -> bool:
    """Whether somebody is brought in as another's kin ("his wife, Jane Doe"): the surname that follows mostly is the other's."""
    if not draft.named:
        return False
    mention = scene.mentions[draft.named[0]]
    start = (mention.bare or mention.span).start
    return _kin_words().search(scene.findings.report.text[max(0, start - BESIDE) : start]) is not None


@cache
def _kin_words() -> re.Pattern[str]:
    rows = table("retold.resolve.people", "people.toml")
    words = "|".join(map(re.escape, (*rows["lineage"], *rows["kin"])))
    return re.compile(rf"(?:\b(?:his|her|their)|\w['\u2019]s?) (?:[\w-]+ ){{0,2}}(?:{words}),? $", re.IGNORECASE)


def _introduced(scene: Scene, nearest: Draft, n: int, part: str, family: list[Draft]) -> bool:
    """Whether the one named last is whom the report has brought in by this surname: he alone so far, or who acted there."""
    before = [d for d in family if d.named and d.named[0] < n]
    return nearest.parts[-1] == part and (before == [nearest] or _acted(scene, nearest, n))


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


def _nearest(scene: Scene, drafts: list[Draft], n: int) -> Draft | None:
    """Return the chain named last before mention n, else the first one named after it; who is named in what another is ("Ada
    Vale, sister of Tarn Vale, ...") only where nobody else is."""
    near = drafts[:SAME_SURNAME]
    before = [(_aside(scene, d, d.named[at - 1]), -d.named[at - 1], d) for d in near if (at := bisect_left(d.named, n))]
    if before:
        return min(before, key=lambda row: row[:2])[2]
    return min(near, key=lambda d: d.named[0], default=None)


def _aside(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether a name stands in the description of somebody else of that surname."""
    own = scene.mentions[at].span
    for other in scene.mentions[max(0, at - HOLDS) : at]:
        holder = scene.where.get(scene.at.get(other.same, -1)) if other.same is not None else None
        if other.form == "description" and other.span.end >= own.end and holder is not None and holder is not draft:
            return holder.parts[-1:] == draft.parts[-1:]
    return False


def differ(one: Sex | None, other: Sex | None) -> bool:
    """Return whether both sexes are told and two."""
    return one is not None and other is not None and one != other
