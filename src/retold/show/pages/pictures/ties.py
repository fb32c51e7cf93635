"""Ties and contacts of one person or body: the others around it, joined by what is told of the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import cos, pi, sin

from markupsafe import Markup

from retold.model import Actor, Claim
from retold.show.brief.lines import number
from retold.show.pages.addresses import Addresses
from retold.show.pages.pictures.draw import svg
from retold.show.pages.words import plain

MOST = 16
"""Others in a picture: those of whom most is told."""


def drawn(at: Addresses, actor: Actor, claims: Sequence[Claim]) -> Markup | None:
    """Return the picture; None where nobody else is named."""
    told: dict[tuple[str, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        for name, id_ in ((claim.subject, claim.subject_actor), (claim.object, claim.object_actor)):
            if name and id_ != actor.id:
                told[name, id_].append(claim)
    shown = sorted(told.items(), key=lambda each: (-len(each[1]), each[0][0]))[:MOST]
    if not shown:
        return None
    others = []
    for place, ((name, id_), about) in enumerate(shown):
        angle = 2 * pi * place / len(shown) - pi / 2
        kinds = sorted({c.kind for c in about})
        others.append(
            {
                "x": cos(angle),
                "y": sin(angle),
                "label": plain(name, 30),
                "told": f"{name}: {', '.join(kinds)} ({number(len(about), 'claim')})",
                "kind": kinds[0] if len(kinds) == 1 else "several",
                "many": len(about),
                "href": at.to("actor", id=id_) if id_ else at.to("claim", id=about[0].id),
            }
        )
    return svg("ties", f"Ties and contacts of {actor.name}", others=others, self=[{"label": plain(actor.name, 30)}])
