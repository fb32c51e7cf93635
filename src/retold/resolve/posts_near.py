"""A post is told once in full and then for short: what its words, its neighbours and the report leave no doubt of, completes it.

First come the words themselves (`posts_own`) and the post that stands joined with it ("Varn Mills' president and treasurer"),
then what the same person's posts tell (`posts`), last what a report speaks of far more than of anything else (`posts_lands`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from retold.model import Chain, Fact, Mention, Party
from retold.resolve.posts import BODY, STATE, called, completed, holder_of, leads, of_company, words
from retold.resolve.posts_called import by_description, campaign, only_body, only_campaign, party_of, seat_described, town
from retold.resolve.posts_lands import Page, plain, regions
from retold.resolve.posts_own import by_capitals, department, ministry, seat
from retold.tables import table

JOINED = 40
"""Code points between two posts that are told as one."""
TAKEN, LEFT, SPEAKS = frozenset({"office/take up"}), "office/leave", "office/speaks for a body"
_AND = re.compile(r"\W*(?:[\w-]+ ){0,3}and (?:[\w-]+ ){0,3}\W*")
_SMALL = re.compile(r"\b(?:of|for|at|in|the|a|an|with|to)\b")
_SECRETARY = re.compile(r"\b(?:\w+ )?[Ss]ecretary(?: of (?:the )?\w+)?\b")
_POLICE = re.compile(r" (?P<police>[Pp]olice) \Z")
_OWN_POST = re.compile(r"(?:his|her|their|my) (?:own )?(?:post|job|position|seat|office)")


def placed(facts: Sequence[Fact], *, text: str, mentions: Sequence[Mention], chains: Sequence[Chain]) -> list[Fact]:
    """Return the facts, an office with whose it is where the report leaves no doubt of it."""
    if not any(f.kind == "office" for f in facts):
        return completed(facts, chains, mentions)
    page = Page.of(text, mentions, chains)
    full = {(holder_of(f), _post(f).rpartition(" ")[2]) for f in facts if f.kind == "office" and f.object is not None}
    bare = [
        f if f.object is None and (holder_of(f), _post(f).rpartition(" ")[2]) in full else _by_its_words(f, page) for f in facts
    ]
    own = _joined(bare, page)
    emptied = {f.id: f.object for f in own if f.kind == "office" and f.object is not None and _says_nothing(f.object)}
    found = completed([replace(f, object=None) if f.id in emptied else f for f in own], chains, mentions)
    found = _succeeded(_succeeded(_joined(_again(_by_the_report(found, page), page), page)))
    return [replace(f, object=emptied[f.id]) if f.object is None and f.id in emptied else f for f in found]


def _again(facts: Sequence[Fact], page: Page) -> list[Fact]:
    """Return the facts, bare posts in bodies with what others of the same person are told of by now."""
    found = completed(facts, page.chains, page.mentions)
    return [one if one.pattern in STATE else other for one, other in zip(facts, found, strict=True)]


def _says_nothing(party: Party) -> bool:
    """Whether words only say that it is somebody's post: "resigned her post"."""
    return party.name is None and _OWN_POST.fullmatch(party.described.casefold()) is not None


# --------------------------------------------------------------------------- what its own words say


def _by_its_words(fact: Fact, page: Page) -> Fact:
    if fact.kind != "office":
        return fact
    if fact.object is None:
        own = seat(fact, page.text, page.lands) or department(fact.detail or "", page.lands) or _police(fact, page)
        return replace(fact, object=own)
    if (own := campaign(fact, page)) is not None:
        return replace(fact, object=own)
    party = by_description(_inside(fact.object, page), page) if fact.object.name is None else fact.object
    if ministry(party.described) and party.kind != "body":
        # "Aide to the secretary of state" is one in the department.
        party = department(party.described, page.lands) or party
    return replace(fact, object=by_capitals(party, page))


def _police(fact: Fact, page: Page) -> Party | None:
    """The police of the place that stands before their chief's title: "Varn Police Chief Ana Brod"."""
    found = _POLICE.search(page.text, max(0, fact.trigger.start - JOINED), fact.trigger.start)
    end = found.start("police") - 1 if found is not None else 0
    mention = next((m for m in page.before(end, 0) if m.span.end == end and m.kind == "place"), None)
    if found is None or mention is None:
        return None
    name = page.text[mention.span.start : end] + " Police"
    chain = page.lands.called.get(plain(name)) or page.lands.called.get(plain(f"{name} Department"))
    return party_of(chain) if chain is not None else Party(described=name, name=name, kind="body")


def _inside(party: Party, page: Page) -> Party:
    """Return the body whose unit or office is meant: "the Varn Mills unit", "the bureau's Varn office"."""
    if party.span is None:
        return party
    parts = table("retold.resolve", "posts_own.toml")["parts"]["words"]
    at = bisect_right(page.starts, party.span.start - 1)
    for mention in page.mentions[at : at + 4]:
        if mention.kind != "body" or not mention.name:
            continue
        behind = page.text[mention.span.end : max(mention.span.end, party.span.end)]
        own = mention.form == "description" and behind[:2] in ("'s", "\u2019s") and mention.span.start == party.span.start
        if mention.span.start == party.span.start < party.span.end < mention.span.end and mention.form == "name":
            return replace(party, name=mention.name, chain=mention.chain, kind="body")  # the parser cut it
        whole = plain(page.text[mention.span.start : mention.span.end]).removeprefix("the ") == plain(mention.name)
        if own or (whole and behind.split()[:1] and behind.split()[0] in parts):
            return replace(party, name=mention.name, chain=mention.chain, kind="body")
    return party


def _joined(facts: Sequence[Fact], page: Page) -> list[Fact]:
    """Return the facts, of two posts that stand joined the bare one with what the other is of."""
    done = list(facts)
    posts = sorted((n for n, f in enumerate(facts) if f.kind == "office"), key=lambda n: facts[n].trigger.start)
    for one, other in (*pairwise(posts), *((b, a) for a, b in pairwise(posts))):
        bare, told = done[one], done[other]
        if bare.object is None and told.object is not None and _as_one(bare, told, page.text):
            done[one] = replace(bare, object=told.object)
    return done


def _as_one(bare: Fact, told: Fact, text: str) -> bool:
    """Whether two posts of one person are told as one, and what the second is of goes for both: no "of" stands between."""
    whose = told.object.span if told.object is not None else None
    if holder_of(bare) is None or holder_of(bare) != holder_of(told):
        return False
    if _post(bare).rpartition(" ")[2] in words("many"):
        return False  # "a senator and head of the guild"
    first, second = sorted((bare.trigger, told.trigger), key=lambda s: s.start)
    between = text[first.end : second.start]
    if len(between) > JOINED or not _AND.fullmatch(f"{between} ") or _SMALL.search(between):
        return False
    if whose is None:
        return True
    owned = text[whose.end : whose.end + 2] in ("'s", "\u2019s") or text[whose.start : whose.end].casefold() in ("its", "their")
    return whose.start > second.start or (owned and whose.end <= first.start)


# ---------------------------------------------------------------------------- what the report says


def _by_the_report(facts: Sequence[Fact], page: Page) -> list[Fact]:
    """Return the facts, the posts that are still bare with the department, region, town or country that a report speaks of."""
    taken = _holders(facts)
    portfolios = _portfolios(facts, page)
    states, only = _states(facts, page, taken), _only_portfolio(page)
    done = list[Fact]()
    for fact in facts:
        if fact.kind == "office" and fact.object is None and fact.subject is not None:
            short = _post(fact) == "secretary" and (fact.detail or "").istitle()
            known = portfolios.get(holder_of(fact) or "") or only if short else states.get(fact.id)
            fact = replace(fact, object=known)
            fact = fact if known is not None else replace(fact, object=_elsewhere(fact, page, taken))
        done.append(fact)
    return done


def _elsewhere(fact: Fact, page: Page, taken: Mapping[tuple[str, str], set[str]]) -> Party | None:
    title = _post(fact)
    local = town(page) if title in words("of_town") else None
    sits = seat_described(fact, title, page) if title in words("of_regions") else None
    own = only_campaign(page) if "campaign" in title.split() else None
    return local or sits or own or _court(fact, page) or _region(fact, page, taken) or _company(fact, page)


def _succeeded(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, those of who takes up or leaves a post with the body in which he or whom he succeeds is told to be."""
    told: dict[str, list[Party]] = {}
    beside: dict[str | None, list[str | None]] = {}
    for one, other in ((holder_of(f), f.object.chain) for f in facts if f.pattern in TAKEN and f.object is not None):
        for key, value in ((one, other), (other, one)) if other else ():
            beside.setdefault(key, []).append(value)
    done = list[Fact]()
    for f in facts:
        who = holder_of(f) or ""
        if f.kind == "office" and who and f.object is not None and f.object.kind == "body":
            told.setdefault(who, []).append(f.object)
        taken_from = f.pattern in TAKEN and f.object is not None and f.object.kind == "person"
        if taken_from or (f.pattern == LEFT and f.object is None):
            others = (p for other in (who, *reversed(beside.get(who, ()))) for p in told.get(other or "", ())[-1:])
            found = next(others, None)
            f = replace(f, object=found) if found is not None else f
        done.append(f)
    return done


def _post(fact: Fact) -> str:
    """A title without what only says since or until when it is held ("former governor")."""
    kept = [called(w) for w in plain(fact.detail or "").split() if w not in words("held")]
    return " ".join(kept)


def _holders(facts: Sequence[Fact]) -> dict[tuple[str, str], set[str]]:
    """Who is told to hold a post of a country or region, by its last word and the name of the place."""
    found: dict[tuple[str, str], set[str]] = {}
    for f in facts:
        if f.kind == "office" and f.object is not None and f.object.name and holder_of(f) and not f.ended:
            found.setdefault((_post(f).rpartition(" ")[2], plain(f.object.name)), set()).add(holder_of(f) or "")
    return found


def _portfolios(facts: Sequence[Fact], page: Page) -> dict[str, Party]:
    """The department of each whom the report calls by the portfolio somewhere, and "Secretary" elsewhere."""
    found: dict[str, Party] = {}
    for chain in page.chains:
        for title in chain.titles if chain.kind == "person" else ():
            if (party := department(title, page.lands)) is not None:
                found[chain.id] = party
    for f in facts:
        if f.kind == "office" and holder_of(f) and ministry(f.detail or "") and f.object is not None:
            found[holder_of(f) or ""] = f.object
    return found


def _only_portfolio(page: Page) -> Party | None:
    """The department of the one portfolio of a secretary of which a report tells at all."""
    told = {m.names[0]: words for words in _SECRETARY.findall(page.text) if (m := ministry(words)) is not None}
    return department(next(iter(told.values())), page.lands) if len(told) == 1 else None


def _states(facts: Sequence[Fact], page: Page, taken: Mapping[tuple[str, str], set[str]]) -> dict[str, Party]:
    """The country of each bare post of a state, by fact; of two who would hold one post there, of the likelier one."""
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for f in facts:
        title, who = _post(f), holder_of(f)
        if f.object is not None or who is None or not _of_state(f, title):
            continue
        last = title.rpartition(" ")[2]
        held = frozenset(
            c for c in page.lands.countries if taken.get((last, plain(page.lands.state(c).name or "")), {who}) - {who}
        )
        if (found := page.lands.ahead(title, who, held)) is not None:
            best[title, found[0]] = max(best.get((title, found[0]), (0.0, "")), (found[1], who))
    of = {(title, who): country for (title, country), (_, who) in best.items()}
    return {f.id: page.lands.state(of[key]) for f in facts if f.object is None and (key := (_post(f), holder_of(f) or "")) in of}


def _of_state(fact: Fact, title: str) -> bool:
    """Whether a title is one of a state, and stands before the name: "Ana Brod, president," is as often of a company."""
    before = fact.subject is not None and fact.subject.span is not None and fact.trigger.end < fact.subject.span.end
    last = title.rpartition(" ")[2]
    return fact.pattern in STATE and before and (title in words("of_state") or (last == "minister" and len(title.split()) > 1))


def _court(fact: Fact, page: Page) -> Party | None:
    """The supreme court of a justice, where the report names just one."""
    if _post(fact) not in ("justice", "chief justice", "associate justice"):
        return None
    alike = (c for c in page.ending.get("court", ()) if c.kind == "body")
    courts = {c.id: c for c in alike if plain(c.name or "").endswith("supreme court")}
    return party_of(next(iter(courts.values()))) if len(courts) == 1 else None


def _company(fact: Fact, page: Page) -> Party | None:
    """The only company that the sentence names, or the one before, too, for a post of which a company has one."""
    one = fact.pattern in BODY and leads(fact) and not fact.ended
    told = one or of_company(fact) or fact.pattern == SPEAKS
    chain = only_body(page.before(fact.span.start, 1 if one else 0), page) if told else None
    return party_of(chain) if chain is not None else None


def _region(fact: Fact, page: Page, taken: Mapping[tuple[str, str], set[str]]) -> Party | None:
    """The region of a governor: the only one named just before, else the one of which the report tells."""
    if _post(fact).rpartition(" ")[2] != "governor":
        return None
    near = {name for m in page.before(fact.span.start, 0) if m.kind != "person" and (name := _region_in(m.name or ""))}
    name = near.pop() if len(near) == 1 else page.lands.own_region() if not near else None
    if name is None or taken.get(("governor", plain(name)), set()) - {holder_of(fact) or ""}:
        return None
    return page.lands.region(name)


def _region_in(name: str) -> str | None:
    """The region that a name is or begins with: "Ohio", "Ohio Republicans"."""
    told = plain(name).split()
    return next((regions()[key][0] for n in (len(told), 2, 1) if (key := " ".join(told[:n])) in regions()), None)
