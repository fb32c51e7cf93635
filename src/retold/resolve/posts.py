"""Whose a bare post is: a reader completes it from what the report told before, and so do we.

A post that is told bare ("the chief executive", "the defence minister") is one in the body or country that the report is
about: it is completed from where the same person's post is told in full, else from the body that the report speaks of most,
or the country whose post was told last; so are "40 percent of the votes". A region is no country: of whom one is senator or
governor there says nothing of whom others are president. Nothing is taken from outside the report.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from retold.model import Chain, Fact, Mention, Party
from retold.resolve.posts_lands import plain, possible
from retold.resolve.speakers.scene import outlet_table
from retold.tables import table

STATE = frozenset({"office/government", "office/minister"})
BODY = frozenset({"office/body"})

LOOK = 40
"""Posts before a bare one that are looked at."""


def completed(facts: Sequence[Fact], chains: Sequence[Chain], mentions: Sequence[Mention]) -> list[Fact]:
    """Return the facts, a bare post its body, and a fine that names nobody whom its authority acted on before."""
    told: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind == "office" and fact.subject and fact.subject.chain and fact.object and fact.object.kind != "person":
            told.setdefault(fact.subject.chain, []).append(fact)
    home = _home(chains, mentions)
    body, lands, done = _most(chains, mentions), _Told([f for f in facts if home is None or _chain(f) in home]), list[Fact]()
    for fact in facts:
        state = fact.pattern in STATE and not of_company(fact)
        done.append(_complete(fact, told, _land(lands, fact) if state else body, done))
    return done


def _complete(fact: Fact, told: Mapping[str, Sequence[Fact]], otherwise: Party | None, before: Sequence[Fact]) -> Fact:
    if fact.kind == "control" and fact.object is not None and otherwise is not None and _shares(fact.object):
        return replace(fact, object=replace(fact.object, name=otherwise.name, chain=otherwise.chain, kind=otherwise.kind))
    if fact.object is not None or fact.subject is None or fact.subject.chain is None:
        return fact
    if fact.kind == "measure":
        same = (
            f.object
            for f in reversed(before[-5 * LOOK :])
            if f.kind == "measure" and f.subject and f.subject.chain == fact.subject.chain
        )
        return replace(fact, object=next((o for o in same if o is not None), None))
    if fact.kind != "office":
        return fact
    known = [f.object for f in told.get(fact.subject.chain, ()) if f.object is not None and _says_whose(f, fact)]
    # "Former chief Ana Brod" may have been one anywhere; "the former chief" was the one of the body told of.
    definite = not fact.ended or (fact.detail or "").casefold().startswith("the ")
    one_of_many = of_company(fact) and not (fact.detail or "").casefold().startswith("president")
    bare = (
        otherwise if (fact.pattern in STATE and not one_of_many) or (fact.pattern in BODY and leads(fact) and definite) else None
    )
    found = known[0] if len({p.chain or p.described for p in known}) == 1 else bare
    return fact if found is None or found.chain == fact.subject.chain else replace(fact, object=found)


def _says_whose(told: Fact, bare: Fact) -> bool:
    """Whether what a person's post is told to be in holds for another telling: one who sits for a region may be minister of
    a country, and who leads a party is no president of it."""
    if bare.pattern in STATE and told.pattern not in STATE and not _of_country(told):
        return False
    one, other = called(_post(told)), called(_post(bare))
    past = bare.ended and not (bare.detail or "").casefold().startswith("the ")
    another = bare.pattern in BODY and (past or told.pattern in STATE)
    if another and one != other:
        return False  # "House Speaker Ana Brod, the convention chair", "the guild's head and a former mill executive"
    return one == other or not ({_post(told), _post(bare)} & words("many"))


def leads(fact: Fact) -> bool:
    """Whether a post is one of which a body has one, and no word says that it leads less ("plant manager")."""
    told = [w for w in (fact.detail or "").casefold().replace("-", " ").split() if w not in ("the", "a", "an", "its", "their")]
    head = bool(told) and (told[-1] in words("leading") or ("chief" in told and told[-1] in words("chiefs")))
    return head and set(told) <= words("leading") | words("leading_with") | words("chiefs")


@cache
def _short() -> Mapping[str, str]:
    """What titles before a name are short for."""
    rows: Mapping[str, str] = table("retold.resolve", "parties.toml")["short"]
    return rows


def _lead() -> float:
    """How many times more often than the next a body must be mentioned to be the one that bare posts belong to."""
    return float(table("retold.resolve", "parties.toml")["lead"])


def called(post: str) -> str:
    """Return the post that a title is short for ("gov" a governor), or the word itself."""
    return _short().get(post, post)


def of_company(fact: Fact) -> bool:
    """Return whether a title that states and companies share stands bare behind a name ("Ana Brod, president"), as one of a
    company does."""
    behind = fact.subject is not None and fact.subject.span is not None and fact.trigger.start >= fact.subject.span.end
    title = (fact.detail or "").split()
    return behind and title[:1] != ["the"] and " ".join(title).casefold().removeprefix("a ") in words("of_companies")


def holder_of(fact: Fact) -> str | None:
    """Return the chain of who holds a post."""
    return fact.subject.chain if fact.subject is not None else None


class _Told:
    """The posts and ranks of a country told so far, nearest last."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.facts = sorted((f for f in facts if _of_country(f)), key=lambda f: f.span.start)
        self.starts = [f.span.start for f in self.facts]

    def before(self, bare: Fact) -> Party | None:
        """Return the country whose post was told last before a bare one, if nobody else holds the same post there."""
        post, at = _post(bare), bisect_left(self.starts, bare.span.start)
        for fact in reversed(self.facts[max(0, at - LOOK) : at]):
            if not (_post(fact) == post and _other_holder(fact, bare)) and _known(fact, bare):
                return fact.object
        return None


def _known(told: Fact, bare: Fact) -> bool:
    """Whether a country may have a post at all: a kingdom has no president."""
    code = peoples().get((told.object.name or told.object.described).casefold()) if told.object is not None else None
    return code is None or possible(code, plain(bare.detail or ""))


def _home(chains: Sequence[Chain], mentions: Sequence[Mention]) -> frozenset[str] | None:
    """The countries that a report names most: a post told bare is in one of these, not in one that is named in passing."""
    counted = Counter(m.chain for m in mentions if m.chain is not None)
    countries = [c for c in chains if c.country and (c.kind == "place" or (c.name or "").casefold() in peoples())]
    most = (max((counted[c.id] for c in some), default=0) for some in ([c for c in countries if c.kind == "place"], countries))
    wanted = {n for n in most if n}
    return frozenset(c.id for c in countries if counted[c.id] in wanted) if wanted else None


def _chain(fact: Fact) -> str | None:
    return fact.object.chain if fact.object is not None else None


def _land(lands: _Told, fact: Fact) -> Party | None:
    """A legislator's or governor's place is not the nearest one: those of many places are told side by side."""
    return None if _post(fact) in words("many") else lands.before(fact)


def _of_country(fact: Fact) -> bool:
    """Whether a post is told to be in a country: a place of which one is senator or governor is a region of one."""
    place = fact.object is not None and (fact.object.kind == "place" or _is_country(fact.object))
    return place and fact.kind in ("office", "rank") and (_post(fact) not in words("many") or _is_country(fact.object))


def _is_country(party: Party | None) -> bool:
    return party is not None and (party.name or party.described).casefold() in peoples()


def _other_holder(fact: Fact, bare: Fact) -> bool:
    return fact.subject is not None and bare.subject is not None and fact.subject.chain != bare.subject.chain


def _post(fact: Fact) -> str:
    """The last word of a title, without what it is of ("Governor of Varn")."""
    return (fact.detail or "").partition(" of ")[0].rsplit(" ", 1)[-1].casefold()


def _most(chains: Sequence[Chain], mentions: Sequence[Mention]) -> Party | None:
    """The named body that the report mentions most, when it leads clearly."""
    counted = Counter(m.chain for m in mentions if m.chain is not None)
    wanted = [c for c in chains if c.name and _wanted(c)]
    ranked = sorted(wanted, key=lambda c: -counted.get(c.id, 0))
    if not ranked or (len(ranked) > 1 and counted[ranked[0].id] < _lead() * counted[ranked[1].id]):
        return None
    first = ranked[0]
    return Party(described=first.name or "", chain=first.id, name=first.name, kind=first.kind)


def _wanted(chain: Chain) -> bool:
    """Bodies, and names of unknown places, which are as often companies; who told it to an outlet has no post there."""
    outlet = (chain.name or "").casefold().removeprefix("the ") in outlet_table()
    return not chain.country and not outlet and chain.kind in ("body", "place")


def _shares(party: Party) -> bool:
    told = set(party.described.casefold().split())
    parts = (words("shares") - {"vote", "votes"}) & told or any(w[0].isdigit() for w in told)
    of_other = party.described.casefold().rpartition(" of ")[2].split()[-1:] if "of" in told else []
    other = any(w not in words("shares") for w in of_other)  # "4 percent of the wealth" is no share of a body
    return party.name is None and bool(words("shares") & told) and bool(parts) and "in" not in told and not other


@cache
def words(key: str) -> frozenset[str]:
    """Return one list of `parties.toml`."""
    return frozenset(table("retold.resolve", "parties.toml")[key])


@cache
def peoples() -> Mapping[str, str]:
    """Return the code of each country by its names and the words for its people, in lower case."""
    rows: Mapping[str, Mapping[str, Sequence[str]]] = table("retold.find.names", "places.toml")
    known: dict[str, str] = {}
    for code, row in rows.items():
        for word in (*row.get("names", ()), *row.get("people", ())):
            known.setdefault(word.casefold(), code)
    return known
