"""Somebody prominent is called by what everybody knows of him: "the candidate", "the senator", "the 42-year-old".

The report need not have said so: of a source that is called so the one who spoke before, or is most spoken of, is meant.
A word of his title or description decides first ("the Harbour Party nominee"). "His lawyer" and a headline's bare
"Lawmaker" may be whom the report names only later, if it names one alone. Officials, aides and spokesmen are told in the
same way and stay unnamed: which nouns are roles stands in `people.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from retold.model import Mention, Span
from retold.resolve.names import fold
from retold.resolve.people.chains import Draft, Scene
from retold.resolve.people.pronouns import agrees, best, outlets
from retold.resolve.people.ruled_out import abroad, at_home, belongs, passed
from retold.resolve.people.standing import standing
from retold.tables import table

CLOSE = 24
"""Code points before the noun of a body that says no more than what it is ("the social media company")."""
LEAD = 600
"""Code points at the head of a report in which "a judge" may be the one whom it names below."""
HEADLINE = 200
"""Code points at the head of a report in which a bare noun is one whom it names below."""
SOON = 6
"""Sentences from "a woman" to the one who names her."""
LISTED = 50
"""Persons of one post among whom the one that is named later is sought."""
OFTEN = 20
"""Mentions beyond which one is prominent anyhow."""
BEFORE = 24
"""Code points before a name in which the noun stands that is his title."""
_NOUN = re.compile(r"\b([a-z][a-z-]+) $")
BY_FIRST_NAME = "first name "
"""Before the sex under which those stand among the posts who have no more than a first name; no word of a post holds a space."""
ARTICLES = frozenset({"the", "this", "that"})


def titled(draft: Draft, head: str) -> bool:
    """Return whether the report gives a person that title or says that he is such a one, if in another word for it."""
    titles = [fold(title).split() for title in draft.titles]
    if " " in head:  # "inspector general" is no general
        return head in draft.nouns or any(head in " ".join(title) for title in titles)
    same = _same().get(head, frozenset()) | {head}
    return not same.isdisjoint(draft.nouns) or any(
        head in title or title[-1] in same for title in map(_own_post, titles) if title
    )


def _own_post(title: list[str]) -> list[str]:
    """Return the words of a title that alone say the post: a vice president is no president, an attorney general no general."""
    rows = table("retold.resolve.people", "people.toml")
    below = [n for n, word in enumerate(title) if word in rows["below"] or " ".join(title[n : n + 2]) in rows["pairs"]]
    return title if not below else [word for n, word in enumerate(title) if n not in below and n - 1 not in below]


def contested(scene: Scene, n: int, head: str) -> bool:
    """Return whether somebody is called by what several of the report are or were at some time ("the nominee")."""
    taken_up = scene.tellers.tells(n) or scene.text(scene.mentions[n].span).split()[0].lower() in ARTICLES
    return taken_up and head in _nouns("contested")


def note_titles(scene: Scene) -> None:
    """Note the noun for a person that stands right before his name, as a title does ("the retired driver Ada Holm")."""
    text = scene.findings.report.text
    for n, draft in scene.where.items():
        name = scene.mentions[n]
        found = _NOUN.search(text, max(0, (start := (name.bare or name.span).start) - BEFORE), start)
        if draft.kind == "person" and found is not None and found[1] in _persons():
            draft.nouns.append(found[1])


@cache
def _persons() -> frozenset[str]:
    """Return the nouns that the tables of names have for persons."""
    rows = table("retold.find.names", "titles.toml")
    return frozenset((*rows["persons"]["words"], *rows["offices"]["words"]))


def role(scene: Scene, n: int, head: str, teller: Draft | None) -> Draft | None:
    """Return the person that a description of one person means without the report having called him so; None where it
    may be somebody new."""
    mention = scene.mentions[n]
    first = scene.text(mention.span).split()[0].lower()
    if _capital(scene, mention) and first in ARTICLES and not contested(scene, n, head):
        return None
    found = _named_elsewhere(scene, n, head, teller) or _named_below(scene, n, head) or _kin(scene, mention, head)
    prominent = head in _nouns("roles") and (scene.tellers.tells(n) or contested(scene, n, head))
    if found is None and first in ARTICLES and prominent:
        return _likeliest(scene, n, head, teller)
    return found


def _named_elsewhere(scene: Scene, n: int, head: str, teller: Draft | None) -> Draft | None:
    """The one person whom the report calls so anywhere; for a headline or a lead whoever it goes on to name."""
    mention = scene.mentions[n]
    if contested(scene, n, head):
        return None
    first = scene.text(mention.span).split()[0].lower()
    bare = mention.head.start == mention.span.start or _heads(scene, n, first)
    named = {id(d): d for word in (head, *head.split(), *_same().get(head, ())) for d in scene.posts.get(word, [])[:LISTED]}
    fits = [d for d in named.values() if d is not teller and titled(d, head) and _may_be(d, mention)]
    fits = [d for d in fits if not _of_another(scene, d, mention)]
    if first in ("a", "an"):
        below = all(d.mentions[0] > n for d in fits) and mention.span.start < LEAD and head not in _nouns("unnamed")
        return fits[0] if len(fits) == 1 and below else None
    if not fits or not (bare or first in ARTICLES or _owned(scene, mention)):
        return None
    return min(fits, key=lambda d: d.mentions[0]) if len(fits) == 1 or (bare and n in scene.opens) else None


def _heads(scene: Scene, n: int, first: str) -> bool:
    """Whether a description without an article opens the headline ("Bank president resigns")."""
    return scene.mentions[n].span.start == 0 and first not in ARTICLES | {"a", "an", "one", "another"} and n in scene.opens


def by_first_name(scene: Scene, n: int) -> Draft | None:
    """Return whom a source called "the woman" or "the boy" is, where the report names one of that sex by a first name alone."""
    sex = _sexes().get(fold(scene.text(scene.mentions[n].head)))
    if sex is None or not scene.tellers.tells(n):
        return None
    fits = scene.posts.get(BY_FIRST_NAME + sex, [])
    return fits[0] if len(fits) == 1 else None


def note_first_names(scene: Scene) -> None:
    """Keep among the posts of a scene whom it calls by a first name alone, by the sex that the name tells."""
    known = {sex: frozenset(names) for sex, names in table("retold.find.names", "titles.toml")["first"].items()}
    for part, drafts in scene.families.items():
        for sex, names in known.items():
            if len(drafts) == len(drafts[0].parts) == 1 and part in names:
                scene.posts.setdefault(BY_FIRST_NAME + sex, []).append(drafts[0])


@cache
def _sexes() -> dict[str, str]:
    rows: dict[str, list[str]] = table("retold.resolve.people", "people.toml")["by_sex"]
    return {noun: sex for sex, nouns in rows.items() for noun in nouns}


def _named_below(scene: Scene, n: int, head: str) -> Draft | None:
    """Whom the bare noun of a headline means ("Candidate says ..."): the first named source that may be him; whom "a woman who
    ..." of a lead means: the next source, if the report names him without a word of who he is."""
    mention = scene.mentions[n]
    after = scene.tellers.ordered[bisect_right(scene.tellers.ordered, n) :][:OFTEN]
    if mention.head.start == mention.span.start:
        wanted = contested(scene, n, head) and mention.span.start < HEADLINE
        drafts = (scene.where.get(m) for m in after) if wanted else iter(())
        return next((d for d in drafts if d is not None and d.kind == "person" and d.name and _may_be(d, mention)), None)
    first = scene.text(mention.span).split()[0].lower()
    if first not in ("a", "an") or mention.span.start >= LEAD or head in _nouns("unnamed") or not scene.tellers.tells(n):
        return None
    following = next((m for m in after if scene.mentions[m].form != "pronoun" and m > n), None)
    found = scene.where.get(following) if following is not None else None
    return found if found is not None and following is not None and _unexplained(scene, found, following, mention) else None


def _unexplained(scene: Scene, draft: Draft, n: int, before: Mention) -> bool:
    """Whether somebody is first named as the subject of his sentence, soon after a description, without title or description."""
    mention = scene.mentions[n]
    soon = mention.sentence - before.sentence <= SOON and min(draft.mentions) > scene.at.get(before.span, n)
    plain = mention.form == "name" and mention.title is None and not draft.titles and not draft.nouns
    return soon and plain and len(draft.parts) > 1 and mention.grammar == "subject" and _may_be(draft, before)


def speaking_body(scene: Scene, n: int, head: str) -> Draft | None:
    """Return the named body that a source such as "the company" or "the panel" means, though nothing in its name says so."""
    mention = scene.mentions[n]
    firm = head in table("retold.find.names", "bodies.toml")["nouns"]["private"]
    told = belongs(scene, mention) if firm else bool(mention.of or mention.country)
    bare = not told and mention.head.start - mention.span.start <= CLOSE
    definite = not mention.plural and scene.text(mention.span).split()[0].lower() in ARTICLES
    if not (scene.tellers.tells(n) and definite and bare):
        return None
    found = best(scene, n, lambda d: 0.0 if d.name and _fits_body(d, head) and at_home(scene, d, mention) else None)
    if found is None or passed(scene, found, n, head):
        return None
    found.nouns.append(head)
    return found


def parties(words: set[str]) -> frozenset[int]:
    """Return which parties of the table some folded words name."""
    rows = table("retold.resolve.people", "people.toml")["parties"]
    return frozenset(n for n, row in enumerate(rows) if not words.isdisjoint(row["words"]))


def _fits_body(draft: Draft, head: str) -> bool:
    """Whether a body may be called so: a firm is no court; what a word of its name must tell has such a word or is an acronym."""
    tables, rows = table("retold.find.names", "bodies.toml"), table("retold.resolve.people", "people.toml")["bodies"]
    words = {*tables["called"].get(head, ()), *rows["called"].get(head, ()), head}
    outlet = head in table("retold.resolve.people", "people.toml")["outlets"]["nouns"] and " ".join(draft.parts) in outlets()
    if outlet or not words.isdisjoint(draft.parts):
        return True
    if head in rows["groups"]:
        return set(rows["state"]).isdisjoint(draft.parts) and not draft.country
    public = not set(tables["nouns"]["public"]).isdisjoint(draft.parts)
    if head in tables["nouns"]["private"]:
        return not public and set(rows["unpaid"]).isdisjoint(draft.parts) and " ".join(draft.parts) not in outlets()
    name = (draft.name or "").removeprefix("The ")
    return not public and ((head in rows["acronyms"] and name.isupper()) or (head in rows["any"] and len(draft.parts) == 1))


def _owned(scene: Scene, mention: Mention) -> bool:
    """Whether the description says whose he is before it says what ("his lawyer", "Ada Holm's lawyer")."""
    words = scene.text(Span(mention.span.start, mention.head.start)).lower()
    return words.split(" ")[0] in ("his", "her", "their") or any(w.endswith(("'s", "\u2019s")) for w in words.split())


def _of_another(scene: Scene, draft: Draft, mention: Mention) -> bool:
    """Whether the report tells him to be somebody else's than the description says."""
    owner = scene.where.get(scene.at.get(mention.of, -1)) if mention.of is not None else None
    if owner is None or not owner.parts:
        return False
    told = said_of(draft)
    return owner.parts[-1] not in told and any(word in scene.families for word in told)


def _kin(scene: Scene, mention: Mention, head: str) -> Draft | None:
    """The one person of the family name of somebody whose wife, son or sister is told of."""
    owner = scene.where.get(scene.at.get(mention.of, -1)) if mention.of is not None else None
    kin: list[str] = table("retold.resolve.people", "people.toml")["kin"]
    if owner is None or not owner.name or len(owner.parts) < 2 or head not in kin:
        return None
    family = [d for d in scene.families.get(owner.parts[-1], []) if d is not owner and _may_be(d, mention)]
    if len(family) != 1 or len(family[0].parts) < 2:
        return None
    family[0].nouns.append(head)
    return family[0]


def _capital(scene: Scene, mention: Mention) -> bool:
    """Whether the noun is written as part of a name ("The Harbour Leader")."""
    return scene.text(mention.head)[:1].isupper() and not scene.text(mention.span).isupper()


def _may_be(draft: Draft, mention: Mention) -> bool:
    return not draft.plural and not (mention.sex and draft.sex not in (None, mention.sex)) and not abroad(draft, mention)


def _likeliest(scene: Scene, n: int, head: str, teller: Draft | None) -> Draft | None:
    """The named person whom a pronoun in this place would mean, those before others whose descriptions share a word."""
    mention = scene.mentions[n]
    told = set(fold(scene.text(mention.span)).split()) - ARTICLES
    weights: dict[str, float] = table("retold.resolve.people", "people.toml")["pronouns"]
    often = weights["contested_frequent" if head in _nouns("contested") else "role_frequent"]
    points = standing(scene, n, lambda draft: agrees(draft, mention))

    def suits(draft: Draft) -> float | None:
        if not draft.name or draft is teller or not agrees(draft, mention) or abroad(draft, mention):
            return None
        own = points.get(id(draft), 0.0) + often * min(scene.often(draft, n), OFTEN)
        return own + _suits(draft, head, told, weights)

    return best(scene, n, suits)


def said_of(draft: Draft) -> set[str]:
    """Return the folded words of a person's titles and of what the report says that he is."""
    return draft.words | set(fold(" ".join(draft.titles)).split())


def _suits(draft: Draft, head: str, told: set[str], weights: dict[str, float]) -> float:
    """How well a person suits a description of folded words `told`: by post, by words, by party."""
    own, wanted = parties(said_of(draft)), parties(told)
    return (
        weights["titled"] * titled(draft, head)
        + weights["shared_word"] * bool(own & wanted)
        - weights["other_party"] * bool(wanted and own - wanted)
        + weights["shared_word"] * bool(told & said_of(draft))
    )


def post(scene: Scene, mention: Mention) -> str:
    """Return the folded noun of a description, with the word before it where only both say the post."""
    words = fold(scene.text(Span(mention.span.start, mention.head.end))).split()
    pairs = table("retold.resolve.people", "people.toml")["pairs"]
    return " ".join(words[-2:]) if " ".join(words[-2:]) in pairs else fold(scene.text(mention.head))


@cache
def _nouns(key: str) -> frozenset[str]:
    """Return one of the lists of nouns of `people.toml`."""
    return frozenset(table("retold.resolve.people", "people.toml")[key])


@cache
def _same() -> dict[str, frozenset[str]]:
    """What each noun may also be called."""
    rows: dict[str, list[str]] = table("retold.resolve.people", "people.toml")["called"]
    return {word: frozenset(others) for word, others in rows.items()}
