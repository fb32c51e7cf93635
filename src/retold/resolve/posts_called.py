"""A post's body that is only described is the one that the report has by such a name, or the only one told of just before.

"The reading centre's head" is of Varn Reading Centre; "the company" the one company that this sentence or the one before names;
"the city" the town from which a report is sent; "the Ohio senator" tells where the man sits whom it stands for. A campaign's
manager is the campaign's, not the candidate's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from retold.model import Chain, Fact, Mention, Party
from retold.resolve.posts_lands import Page, plain, regions
from retold.resolve.speakers.scene import outlet_table
from retold.tables import table

_DESCRIBED = re.compile(r"(?:the|this|that) (?P<what>(?:[a-z]+ ){0,2}[a-z]+)")
_CAMPAIGN = re.compile(r"(?:['\u2019]s?)? campaign\b")
_SEAT = re.compile(r"(?:the|a|an) (?P<region>[A-Z][A-Za-z. ]{2,20}) (?P<post>[a-z]+)")
CLOSE = 1
"""Sentences back in which the only body is meant."""


def party_of(chain: Chain) -> Party:
    """Return a chain as a party that no words of its own show."""
    return Party(described=chain.name or "", chain=chain.id, name=chain.name, kind=chain.kind)


def town(page: Page) -> Party | None:
    """Return the town from which a report is sent, else the one that it names far more than any other."""
    return party_of(page.town) if page.town is not None else None


def by_description(party: Party, page: Page) -> Party:
    """Return the named body for one that is described, where just one may be meant; else the party as it is."""
    found = _DESCRIBED.fullmatch(party.described) if party.name is None and party.span is not None else None
    if found is None or party.span is None:
        return party
    words = found.group("what").split()
    if words == ["city"] or words == ["town"]:
        return town(page) or party
    alike = (c for c in page.ending.get(words[-1], ()) if c.kind != "person")
    named = [c for c in alike if plain(c.name or "").endswith(" " + " ".join(words))]
    if len(words) > 1:
        return party_of(named[0]) if len(named) == 1 else party
    tables = table("retold.find.names", "bodies.toml")
    called = {*tables["called"].get(words[0], ()), words[0]}
    near = only_body(page.before(party.span.start, CLOSE), page)
    own = near is not None and (called & set(plain(near.name or "").split()) or words[0] in tables["nouns"]["private"])
    return party_of(near) if near is not None and own else party


def only_body(mentions: Iterable[Mention], page: Page) -> Chain | None:
    """Return the only body with a name among some mentions, no outlet and no organ of a state; None where there are more."""
    public = set(table("retold.find.names", "bodies.toml")["nouns"]["public"])
    chains = {c.id: c for m in mentions if (c := page.by_id.get(m.chain or "")) is not None and c.kind == "body"}
    found = [c for c in chains.values() if c.name]
    one = found[0] if len(found) == 1 else None
    state = one is not None and (one.country is not None or bool(public & set(plain(one.name or "").split())))
    return None if one is None or state or plain(one.name or "").removeprefix("the ") in outlet_table() else one


def campaign(fact: Fact, page: Page) -> Party | None:
    """Return the campaign before whose name a candidate stands in a title: "Brod campaign manager"."""
    whose = fact.object
    if whose is None or whose.kind != "person" or whose.span is None or not whose.name or fact.trigger.start < whose.span.end:
        return None
    words = page.text[whose.span.start : whose.span.end].split()
    if not _CAMPAIGN.match(page.text, whose.span.end) or not words or not words[-1][0].isupper():
        return None
    name = f"{words[-1]} campaign"
    chain = page.lands.called.get(plain(name))
    return party_of(chain) if chain is not None else Party(described=name, span=whose.span, name=name, kind="body")


def only_campaign(page: Page) -> Party | None:
    """Return the one campaign that a report names, for who is only told to be a campaign's."""
    named = [c for c in page.ending.get("campaign", ()) if c.kind == "body" and plain(c.name or "").endswith(" campaign")]
    return party_of(named[0]) if len(named) == 1 else None


def seat_described(fact: Fact, post: str, page: Page) -> Party | None:
    """Return the region that a description of the same person tells with the same post: "the Ohio senator"."""
    who = fact.subject.chain if fact.subject is not None else None
    for mention in page.described.get(who or "", ()):
        found = _SEAT.match(page.text, mention.span.start, mention.span.end)
        if found is not None and found.group("post") == post and plain(found.group("region")) in regions():
            return page.lands.region(regions()[plain(found.group("region"))][0])
    return None
