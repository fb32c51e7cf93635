"""Words of reports and claims, found with the passage around them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from retold.errors import SearchError
from retold.record.search import Search, search_claims, search_reports
from retold.show.pages.asked import Asked, pages

NOTHING: Mapping[str, Any] = {"q": "", "note": None, "reports": None, "claims": None}
MOST = 20
"""Reports, and claims, on a page."""


def content(asked: Asked) -> Mapping[str, Any]:
    """Return what is found for the words that were asked for; nothing where none were."""
    words = asked.told("q")
    if not words.strip():
        return {**NOTHING, "pages": pages(asked, 0, MOST)}
    then = asked.at.as_of
    wanted = Search(words=words, first=asked.page(MOST).first, most=MOST, until=then.published, held=then.held)
    try:
        reports, claims = search_reports(asked.case, wanted), search_claims(asked.case, wanted)
    except SearchError as error:
        return {**NOTHING, "q": words, "note": str(error), "pages": pages(asked, 0, MOST)}
    which = pages(asked, max(reports.total, claims.total), MOST)
    return {**NOTHING, "q": words, "reports": reports, "claims": claims, "pages": which}
