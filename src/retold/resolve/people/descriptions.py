"""A definite description takes up whom the report named with that word; an indefinite one brings in somebody new.

"The minister" is the person last mentioned with that title, "the agency" the one body with such a word in its name (or the
agency that the report credits), "the company" the one body that is no public one, "the country" the one state; where
several may be meant, none is taken. "The Doe administration" is a body with
that name; the government of a country is the country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.model import Mention
from retold.resolve.names import adjective, body_parts, fold
from retold.resolve.people.chains import Draft, Scene
from retold.resolve.people.roles import by_first_name, contested, note_first_names, note_titles, post, role, speaking_body, titled
from retold.tables import table

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
ORDINARY = DEFINITE | {"a", "an", "his", "her", "its", "their", "one", "two", "three", "four", "same", "of", "other", "s"}
REACH = 400
"""Mentions back that a description reaches."""
CLOSE = 2
"""Sentences back in which the only one of a sort is meant, though the report has others."""
CLOSING = frozenset(",.;)")
"""What ends an apposition: without it "In Varn, the mayor said" says nothing of Varn."""
LONGEST = 12
"""Words of a description that are kept."""
LOOKED_AT = 20
"""Mentions of a place at which it is asked whether it is a state."""
_OWNED = re.compile(r"['\u2019]s? ((?:[a-z]+ ){0,2}[a-z]+)")
_LETTER = re.compile(r",?\s\(?([A-Z])-[A-Z][a-z]")
_CAPITAL = re.compile(r"(?<!^)(?<!\w)[^\W\d_a-z]\w")


def describe(scene: Scene, n: int, teller: Draft | None = None) -> Draft | None:
    """Return the chain that a description belongs to, a new one where it brings somebody in; None for "the country" where it
    may be any. It is never `teller`, whose words it stands in: who speaks of "the minister" means another."""
    mention = scene.mentions[n]
    head = post(scene, mention)
    if mention.kind == "place":
        return _country(scene, n)
    definite = scene.text(mention.span).split()[0].lower() in DEFINITE
    definite = definite or (mention.head.start == mention.span.start and not mention.plural)
    if mention.kind == "body" and (found := _government(scene, mention, head) or _named(scene, mention, head)):
        return found
    found = _known(scene, n, head, teller) if definite and not mention.plural else None
    if found is None and mention.kind == "person" and not mention.plural and contested(scene, n, head):
        found = role(scene, n, head, teller)
    if found is None and definite and not mention.plural:
        found = by_first_name(scene, n)
    earlier = _described(scene, n, head) if definite and found is None else None
    if found is None and mention.kind == "body" and not (earlier is not None and _brought_in(scene, earlier)):
        found = speaking_body(scene, n, head)
    found = found or earlier
    if found is None and mention.kind == "person" and not mention.plural:
        found = role(scene, n, head, teller)
    return found or _new(scene, mention)


def _known(scene: Scene, n: int, head: str, teller: Draft | None) -> Draft | None:
    """The chain with a name that the report itself calls so."""
    if scene.mentions[n].kind == "body":
        return _body(scene, n, head)
    return None if contested(scene, n, head) else _titled(scene, n, head, teller)


def _brought_in(scene: Scene, draft: Draft) -> bool:
    """Whether one who has no name was told of as somebody new ("a company in Varn")."""
    return scene.text(scene.mentions[draft.mentions[0]].span).split()[0].lower() not in DEFINITE


def called(scene: Scene) -> None:
    """Note what the report says outright that somebody named is, wherever it stands: an apposition, a predicate, words beside."""
    for n, mention in enumerate(scene.mentions):
        if mention.form == "description":
            _note(scene, n)
    _letters(scene)
    note_titles(scene)
    for draft in scene.drafts:
        titles = (word for title in draft.titles for word in fold(title).split())
        if draft.kind == "person" and draft.parts:
            scene.families.setdefault(draft.parts[-1], []).append(draft)
        for word in dict.fromkeys((*draft.nouns, *titles)) if draft.kind == "person" and draft.name else ():
            scene.posts.setdefault(word, []).append(draft)
    note_first_names(scene)


def _note(scene: Scene, n: int) -> None:
    """Note what one description says of the one that it describes."""
    mention = scene.mentions[n]
    if mention.kind == "body" and fold(scene.text(mention.head)) == "campaign" and (owner := _owner(scene, mention)):
        owner.nouns.append("candidate")  # who has a campaign stands for something
    other = scene.at.get(mention.same) if mention.same is not None else _beside(scene, n)
    draft = scene.where.get(other) if other is not None else None
    if draft is None or draft.kind != mention.kind or draft.plural != mention.plural:
        return
    draft.nouns.append(post(scene, mention))
    # "The Green rival" may be said of whom the Greens oppose.
    if draft.nouns[-1] not in table("retold.resolve.people", "people.toml")["opposed"]:
        draft.words |= set(fold(scene.text(mention.span)).split()[:LONGEST]) - ORDINARY


def _letters(scene: Scene) -> None:
    """Note the party that a letter after a name tells ("Holm (R-Varn)")."""
    rows = table("retold.resolve.people", "people.toml")["parties"]
    words = {row["letter"]: row["words"] for row in rows if "letter" in row}
    for n, draft in scene.where.items():
        mention = scene.mentions[n]
        if draft.kind == "person" and (found := _LETTER.match(scene.findings.report.text, mention.span.end)):
            draft.words.update(words.get(found[1], ()))


def _beside(scene: Scene, n: int) -> int | None:
    """The person's name that stands before or after a description, with no more than a comma between."""
    mention, text = scene.mentions[n], scene.findings.report.text
    beside: tuple[int, ...] = (*range(n - 1, max(-1, n - 4), -1), *range(n + 1, min(n + 5, len(scene.mentions))))
    for other in beside:
        name = scene.mentions[other]
        gap = text[mention.span.end : name.span.start] if other > n else text[name.span.end : mention.span.start]
        closed = other > n or text[mention.span.end : mention.span.end + 1] in CLOSING
        if name.form == "name" and name.kind == "person" == mention.kind and gap == ", " and closed:
            return other
    return None


def recent(scene: Scene, n: int, reach: int = REACH) -> Iterator[Draft]:
    """Yield the chains mentioned before mention n, the last mentioned first, each once."""
    seen = set[int]()
    for back in range(n - 1, max(-1, n - reach), -1):
        draft = scene.where.get(back)
        if draft is not None and id(draft) not in seen:
            seen.add(id(draft))
            yield draft


def _new(scene: Scene, mention: Mention) -> Draft:
    draft = Draft(kind=mention.kind, sex=mention.sex, plural=mention.plural, country=mention.country)
    draft.of = _owner(scene, mention)
    return scene.start(draft)


def _owner(scene: Scene, mention: Mention) -> Draft | None:
    number = scene.at.get(mention.of) if mention.of else None
    return scene.where.get(number) if number is not None else None


# ------------------------------------------------------------------------------ bodies


def _government(scene: Scene, mention: Mention, head: str) -> Draft | None:
    """Return the country for its government, where the report has it by name, be it by its adjective."""
    if head != "government" or mention.plural:
        return None
    if mention.country is not None:
        return next((d for d in scene.countries.values() if d.country == mention.country), None)
    owner = _owner(scene, mention)
    if owner is not None and _is_state(scene, owner):
        return owner
    before = fold(scene.findings.report.text[mention.span.start : mention.head.start]).split()
    single = {d.parts[0]: d for d in scene.bodies if len(d.parts) == 1}
    return next((single[found] for word in before if (found := adjective(word, single))), None)


def _country(scene: Scene, n: int) -> Draft | None:
    """Return the one country or state that the report has named so far: of two, nearness does not tell which is meant."""
    states = [d for d in recent(scene, n) if _is_state(scene, d)]
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


def _named(scene: Scene, mention: Mention, head: str) -> Draft | None:
    """Return the chain of a body that is described with a name: "the Doe administration", "the Acme family trust"."""
    owner = _owner(scene, mention)
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
    key = fold(name)
    if key not in scene.titled:
        draft = Draft(kind="body", name=name, parts=tuple(key.split()), country=_country_of(owner))
        scene.titled[key] = scene.start(draft)
    return scene.titled[key]


def _country_of(owner: Draft | None) -> str | None:
    """Return the country over which a person holds office, as the title tells it."""
    return owner.country if owner is not None else None


def _body(scene: Scene, n: int, head: str) -> Draft | None:
    """Return the body last mentioned that may be called so: by a word of its name, or by what the tables tell."""
    mention = scene.mentions[n]
    if mention.of is not None or mention.country is not None:
        return None
    if head == "agency" and (credited := _credited(scene)) is not None:
        return credited
    tables = table("retold.find.names", "bodies.toml")
    called = {*tables["called"].get(head, ()), head}
    bodies = [d for d in recent(scene, n) if d.kind == "body" and d.name]
    fits = [d for d in bodies if head in d.nouns or (_own_words(scene, d, head) or called) & set(d.parts)]
    if fits or head not in tables["nouns"]["private"]:
        return _one(scene, n, fits)
    public = set(tables["nouns"]["public"])
    return _one(scene, n, [d for d in bodies if not d.country and not public & set(d.parts)])


def _own_words(scene: Scene, draft: Draft, head: str) -> set[str]:
    """Return by what alone a body is called that is only described with a name ("the Doe administration")."""
    return {head} if scene.titled.get(" ".join(draft.parts)) is draft else set()


def _credited(scene: Scene) -> Draft | None:
    """Return the agency that the report names as where it got the story."""
    names = {" ".join(body_parts(c.name)) for c in scene.findings.credits if c.agency}
    return next((d for d in scene.bodies if " ".join(d.parts) in names), None)


# ------------------------------------------------------------------------------ persons and whoever has no name


def _titled(scene: Scene, n: int, head: str, teller: Draft | None) -> Draft | None:
    """Return the person last mentioned who has that title."""
    mention = scene.mentions[n]
    owner = _owner(scene, mention)
    known = list(recent(scene, n))
    # "the Freedonian president" is the one who is told to be Freedonia's before one of whom nothing is told.
    for draft in [d for d in known if mention.country and d.country == mention.country] + known:
        if draft.kind != "person" or not draft.name or draft.plural or draft in (owner, teller):
            continue
        if mention.sex and draft.sex not in (None, mention.sex):
            continue
        if titled(draft, head):
            return draft
    return None


def _qualities(scene: Scene, mention: Mention) -> frozenset[str]:
    """Return the words before the head that tell one from others of its sort ("interior" in "the interior ministry")."""
    text = scene.findings.report.text[mention.span.start : mention.head.start]
    return frozenset(fold(text).split()) - ORDINARY


def _described(scene: Scene, n: int, head: str) -> Draft | None:
    """Return the chain without a name that was described with the same head."""
    mention = scene.mentions[n]
    owner = _owner(scene, mention)
    for draft in recent(scene, n):
        if draft.name or draft.plural != mention.plural or draft.kind != mention.kind:
            continue
        if owner is not None and draft.of is not owner:
            continue
        first = scene.mentions[draft.mentions[0]]
        if post(scene, first) == head and _qualities(scene, mention) <= _qualities(scene, first):
            return draft
    return None
