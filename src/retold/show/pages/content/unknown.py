"""What reports say is not known, as the questions they leave open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from retold.record.excerpt import unknowns
from retold.show.pages.asked import Asked, heads, pages

MOST = 60
"""Questions on a page."""


def content(asked: Asked) -> Mapping[str, Any]:
    """Return one page of the questions."""
    found = unknowns(asked.case, asked.at.as_of, page=asked.page(MOST), mentions=4, related=False)
    which = pages(asked, found.total, MOST)
    return {"found": found, "heads": heads(asked.case, found.trace), "pages": which}
