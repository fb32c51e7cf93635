"""Which body a description means: one with such a word in its name, the one just brought in, the one most spoken of.

"The government of Freedonia" is Freedonia; "the Doe administration" is a body with that name; "the agency" is the one that the
report credits; "a new fund ... the group" has no name. Where several may be meant, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.model import Mention
from retold.resolve.names import adjective, body_parts, fold
from retold.resolve.people.chains import Draft, Scene
from retold.resolve.people.pronouns import outlets
from retold.resolve.people.roles import post
from retold.resolve.people.ruled_out import abroad, at_home, belongs, passed
from retold.tables import table

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
REACH = 400
"""Mentions back that a description reaches."""
CLOSE = 2
"""Sentences back in which the only one of a sort is meant, though the report has others."""
LOOKED_AT = 20
"""Mentions of a body at which it is asked whether it is a state, or does something."""
_OWNED = re.compile(r"['\u2019]s? ((?:[a-z]+ ){0,2}[a-z]+)")
_CAPITAL = re.compile(r"(?<!^)(?<!\w)[^\W\d_a-z]\w")


def recent(scene: Scene, n: int, *, beyond: bool = False) -> Iterator[Draft]:
    """Yield the chains mentioned before mention n, the last mentioned first, each once; of a report made of items those of its
    own item alone, unless they are sought `beyond` it."""
    seen, own = set[int](), scene.item(n)
    for back in range(n - 1, max(-1, n - REACH), -1):
        if not beyond and scene.item(back) != own:
            return
        draft = scene.where.get(back)
        if draft is not None and id(draft) not in seen:
            seen.add(id(draft))
            yield draft


def owner_of(scene: Scene, mention: Mention) -> Draft | None:
    """Return the chain that owns a description, None where it has no owner or nobody knows whose it is."""
    number = scene.at.get(mention.of) if mention.of else None
    return scene.where.get(number) if number is not None else None


def government(scene: Scene, mention: Mention, head: str) -> Draft | None:
    """Return the country for its government, where the report has it by name, be it by its adjective."""
    if head != "government" or mention.plural:
        return None
    if mention.country is not None:
        return next((d for d in scene.countries.values() if d.country == mention.country), None)
    owner = owner_of(scene, mention)
    if owner is not None and _is_state(scene, owner):
        return owner
    before = fold(scene.findings.report.text[mention.span.start : mention.head.start]).split()
    single = {d.parts[0]: d for d in scene.bodies if len(d.parts) == 1}
    return next((single[found] for word in before if (found := adjective(word, single))), None)


def country_meant(scene: Scene, n: int) -> Draft | None:
    """Return the one country or state that the report has named so far: of two, nearness does not tell which is meant."""
    states = [d for d in recent(scene, n, beyond=True) if _is_state(scene, d)]
    return states[0] if len(states) == 1 else None


def _is_state(scene: Scene, draft: Draft) -> bool:
    """Whether a chain is that of a country, or of a place that acts as one."""
    if scene.countries.get(draft.country or "") is draft:
        return True
    if draft.country is not None or not draft.name or draft.kind == "person":
        return False
    text, has = scene.findings.report.text, table("retold.find.names", "names.toml")["of_states"]
    after = (_OWNED.match(text, scene.mentions[m].span.end) for m in draft.named[:LOOKED_AT])
    return any(found is not None and not set(found.group(1).split()).isdisjoint(has) for found in after)


def named_body(scene: Scene, mention: Mention, head: str) -> Draft | None:
    """Return the chain of a body that is described with a name: "the Doe administration", "the Acme family trust"."""
    owner = owner_of(scene, mention)
    if mention.country or mention.plural:
        return None
    if owner is not None and owner.kind == "person" and owner.name:
        if head not in table("retold.resolve.people", "people.toml")["led_by_one"]:
            return None
        name = f"{scene.surname(owner)} {scene.text(mention.head)}"
    elif owner is None and (found := _CAPITAL.search(scene.text(mention.span))) and mention.of is None:
        name = scene.text(mention.span)[found.start() :]
        if not name.endswith(scene.text(mention.head)) or name == scene.text(mention.head):
            return None
    else:
        return None
    return _by_name(scene, name, owner)


def _by_name(scene: Scene, name: str, owner: Draft | None) -> Draft:
    """Return the chain of a body that is described with that name, a new one where there is none."""
    key = fold(name)
    if key not in scene.titled:
        draft = Draft(kind="body", name=name, parts=tuple(key.split()), country=_country_of(owner))
        scene.titled[key] = scene.start(draft)
    return scene.titled[key]


def _campaign_meant(scene: Scene, n: int, head: str) -> Draft | None:
    """Return whose campaign a source is in an item that tells of no campaign before: that of the one candidate whom it names
    ("Ada Holm will speak. The campaign says ..."); None in a report that is not made of items."""
    asked = scene.items and head == "campaign" and scene.tellers.tells(n)
    if not asked or any(head in (*d.parts, *d.nouns) for d in recent(scene, n)):
        return None
    running = [d for d in recent(scene, n) if d.kind == "person" and d.name and "candidate" in d.nouns]
    return _by_name(scene, f"{scene.surname(running[0])} {head}", running[0]) if len(running) == 1 else None


def _country_of(owner: Draft | None) -> str | None:
    """Return the country over which a person holds office, as the title tells it."""
    return owner.country if owner is not None else None


def body_called(scene: Scene, n: int, head: str) -> Draft | None:
    """Return the body last mentioned that may be called so: by a word of its name, or by what the tables tell."""
    mention, tables = scene.mentions[n], table("retold.find.names", "bodies.toml")
    private = head in tables["nouns"]["private"]
    if belongs(scene, mention) if private else (mention.of is not None or mention.country is not None):
        return None
    if head == "agency" and _telling(scene, n) and (credited := _credited(scene)) is not None:
        return credited
    called = {*tables["called"].get(head, ()), head}
    bodies = [d for d in recent(scene, n) if d.kind == "body" and d.name and not abroad(d, mention)]
    if (own := _campaign_meant(scene, n, head)) is not None:
        return own
    fits = [d for d in bodies if head in d.nouns or (_own_words(scene, d, head) or called) & {*d.parts, *d.nouns}]
    if len(fits) > 1 and all(_own_words(scene, d, head) for d in fits):
        return _ruling(fits)
    if fits or not private:
        found = _one(scene, n, [d for d in fits if not _reported(scene, d, n)])
        return None if found is None or passed(scene, found, n, head) else found
    public = set(tables["nouns"]["public"])
    fits = [d for d in bodies if not public & set(d.parts) and " ".join(d.parts) not in outlets() and at_home(scene, d, mention)]
    speaker = source_before(scene, n, CLOSE)
    if speaker is not None and any(d is speaker for d in fits):
        return speaker  # of several firms "the company" that goes on speaking is that one
    return _one(scene, n, [d for d in fits if _acts(scene, d, n)])


def _one(scene: Scene, n: int, fits: list[Draft]) -> Draft | None:
    """Return the only one of these, or the only one that the last sentences mention; None where several may be meant."""
    if len(fits) < 2:
        return fits[0] if fits else None
    since = scene.mentions[n].sentence - CLOSE
    close = set[int]()
    for back in range(n - 1, max(-1, n - REACH), -1):
        if scene.mentions[back].sentence < since:
            break
        close.add(id(scene.where.get(back)))
    near = [d for d in fits if id(d) in close]
    return near[0] if len(near) == 1 else None


def source_before(scene: Scene, n: int, sentences: int) -> Draft | None:
    """Return who was the source just before a source, so many sentences back at most; None where mention n is none."""
    before = next(iter(scene.tellers.before(n)), None) if scene.tellers.tells(n) else None
    if before is None or scene.told_between(scene.mentions[before].sentence, scene.mentions[n].sentence) > sentences:
        return None
    return scene.where.get(before)


def _telling(scene: Scene, n: int) -> bool:
    """Whether the agency from which a report has its story may be meant: as who tells, not as who is told of by others."""
    return scene.tellers.tells(n) or next(scene.tellers.around(scene.mentions[n].span.start), None) is None


def _reported(scene: Scene, draft: Draft, n: int) -> bool:
    """Whether a description stands in what a document of a body says: "a report of the Harbour Office found that the agency
    ..." is on another."""
    for key in scene.tellers.around(scene.mentions[n].span.start):
        phrase = scene.tellers.documents.get(key)
        if phrase is not None:
            return any(phrase.start <= scene.mentions[m].span.start < phrase.end for m in draft.mentions if m < n)
    return False


def _acts(scene: Scene, draft: Draft, n: int) -> bool:
    """Whether a body was more than a word before a noun so far ("a Doe debate")."""
    return any(scene.mentions[m].grammar != "other" for m in draft.named[:LOOKED_AT] if m < n)


def _ruling(fits: list[Draft]) -> Draft | None:
    """Return which of several administrations is "the administration": the one most spoken of, not the one named last."""
    first, second = sorted(fits, key=lambda d: -len(d.mentions))[:2]
    return first if len(first.mentions) > len(second.mentions) else None


def _own_words(scene: Scene, draft: Draft, head: str) -> set[str]:
    """Return by what alone a body is called that is only described with a name ("the Doe administration")."""
    return {head} if scene.titled.get(" ".join(draft.parts)) is draft else set()


def _credited(scene: Scene) -> Draft | None:
    """Return the agency that the report names as where it got the story."""
    names = {" ".join(body_parts(c.name)) for c in scene.findings.credits if c.agency}
    return next((d for d in scene.bodies if " ".join(d.parts) in names), None)


def newcomer(scene: Scene, n: int, head: str) -> Draft | None:
    """Return the body without a name that a sentence just before brought in as one that may be called so ("a new fund ... the
    group"), where no other of that sort stands between."""
    mention, tables = scene.mentions[n], table("retold.find.names", "bodies.toml")
    nouns = {*tables["called"].get(head, ()), head}
    nouns |= set(tables["nouns"]["private"]) - {"group"} if head in tables["nouns"]["private"] and head != "group" else set()
    for back in range(n - 1, max(-1, n - REACH), -1):
        other, draft = scene.mentions[back], scene.where.get(back)
        if mention.sentence - other.sentence > CLOSE:
            return None
        if draft is None or draft.kind != "body" or scene.quote(other.span.start) != scene.quote(mention.span.start):
            continue
        if draft.name is None and other.form == "description" and post(scene, other) in nouns and not other.plural:
            return draft if brought_in(scene, draft) and other.of is None else None
        if nouns & {*draft.parts, *draft.nouns}:
            return None
    return None


def brought_in(scene: Scene, draft: Draft) -> bool:
    """Whether one who has no name was told of as somebody new ("a company in Varn")."""
    return scene.text(scene.mentions[draft.mentions[0]].span).split()[0].lower() not in DEFINITE
