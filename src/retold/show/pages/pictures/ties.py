"""Ties and contacts of one person or body: the others below it, joined by what is told of the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from retold.model import Actor, Claim
from retold.show.brief.lines import number
from retold.show.pages.addresses import Addresses
from retold.show.pages.pictures.draw import svg
from retold.show.pages.words import plain

MOST = 16
"""Others in a picture: those of whom most is told."""
ROW = 28
"""Pixels of one of them."""
LETTER = 7
"""Pixels of a letter, about."""


def drawn(at: Addresses, actor: Actor, claims: Sequence[Claim]) -> Markup | None:
    """Return the picture; None where nobody else is named."""
    told: dict[str, list[Claim]] = defaultdict(list)
    called: dict[str, tuple[str, str | None]] = {}
    for claim in claims:
        for name, id_ in ((claim.subject, claim.subject_actor), (claim.object, claim.object_actor)):
            if name and id_ != actor.id:
                told[id_ or name].append(claim)
                called.setdefault(id_ or name, (name, id_))
    shown = sorted(((called[who], about) for who, about in told.items()), key=lambda each: (-len(each[1]), each[0][0]))[:MOST]
    if not shown:
        return None
    others = [_other(at, who, about, (place + 1) * ROW) for place, (who, about) in enumerate(shown)]
    size = 70 + LETTER * max(len(str(each["label"])) for each in others), (len(others) + 1) * ROW
    return svg("ties", f"Ties and contacts of {actor.name}", size, others=others, first=[{"label": plain(actor.name, 36)}])


def _other(at: Addresses, who: tuple[str, str | None], about: Sequence[Claim], y: int) -> dict[str, object]:
    """Return one of the others: where it stands, and what is told of it."""
    name, id_ = who
    kinds = sorted({c.kind for c in about})
    return {
        "y": y,
        "label": plain(f"{plain(name, 33)} ({', '.join(kinds)})", 60),
        "told": f"{name}: {', '.join(kinds)} ({number(len(about), 'claim')})",
        "kind": kinds[0] if len(kinds) == 1 else "several",
        "thick": min(1 + len(about) / 2, 5),
        "href": at.to("actor", id=id_) if id_ else at.to("claim", id=about[0].id),
    }
