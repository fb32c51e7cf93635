"""Words of reports and claims, found with the passage around them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from retold.errors import SearchError
from retold.record.search import Search, search_claims, search_reports
from retold.show.pages.asked import Asked, pages

NOTHING: Mapping[str, Any] = {"q": "", "note": None, "reports": None, "claims": None}
NOT_THEN = "Words are looked for in what the case holds now, not in what it held on an earlier day."
MOST = 20
"""Reports, and claims, on a page."""


def content(asked: Asked) -> Mapping[str, Any]:
    """Return what is found for the words that were asked for; nothing where none were, or of what the case held once."""
    words = asked.told("q")
    if not words.strip():
        return {**NOTHING, "pages": pages(asked, 0, MOST)}
    if asked.at.as_of.held:
        return {**NOTHING, "q": words, "note": NOT_THEN, "pages": pages(asked, 0, MOST)}
    wanted = Search(words=words, first=asked.page(MOST).first, most=MOST, until=asked.at.as_of.published)
    try:
        reports, claims = search_reports(asked.case, wanted), search_claims(asked.case, wanted)
    except SearchError as error:
        return {**NOTHING, "q": words, "note": str(error), "pages": pages(asked, 0, MOST)}
    which = pages(asked, max(reports.total, claims.total), MOST)
    return {**NOTHING, "q": words, "reports": reports, "claims": claims, "pages": which}
