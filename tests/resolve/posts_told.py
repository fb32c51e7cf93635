"""Posts, as reports with made-up people tell of them."""

from __future__ import annotations

from retold.model import Chain, Fact, Kind, Mention, Party, Span
from retold.resolve.posts_near import placed

BROD = Chain(id="c1", kind="person", name="Ana Brod")
LENK = Chain(id="c2", kind="person", name="Ivo Lenk")


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said(text: str, words: str, chain: Chain, *, sentence: int = 0) -> Mention:
    span = at(text, words)
    return Mention(span=span, kind=chain.kind, form="name", head=span, sentence=sentence, chain=chain.id, name=chain.name)


def told(text: str, title: str, name: str, chain: Chain = BROD, *, row: str = "government", obj: Party | None = None) -> Fact:
    title_at, name_at = at(text, title), at(text, name)
    who = Party(described=name, span=name_at, chain=chain.id, name=chain.name, kind="person")
    whole = Span(min(title_at.start, name_at.start), max(title_at.end, name_at.end))
    trigger = Span(title_at.end - len(title.split()[-1]), title_at.end)
    return Fact(
        id=f"f{whole.start}",
        kind="office",
        pattern=f"office/{row}",
        span=whole,
        trigger=trigger,
        subject=who,
        object=obj,
        detail=title,
    )


def body(name: str, *, kind: Kind = "body", country: str | None = None) -> Chain:
    return Chain(id=f"b{name}", kind=kind, name=name, country=country)


def whose(text: str, *facts: Fact, mentions: tuple[Mention, ...] = (), chains: tuple[Chain, ...] = ()) -> list[str | None]:
    found = placed(facts, text=text, mentions=mentions, chains=(BROD, LENK, *chains))
    return [(f.object.name or f.object.described) if f.object is not None else None for f in found]
