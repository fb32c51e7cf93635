"""How this record came about: what was read when, every step that changed it, and what people ruled."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from retold.record.history import history
from retold.ruling import standing
from retold.show.pages.asked import Asked, pages
from retold.show.rulings import said, signed

MOST = 100
"""Steps on a page, the latest first."""


def content(asked: Asked) -> Mapping[str, Any]:
    """Return the rulings that hold, and one page of the steps."""
    total = asked.case.select("SELECT count(*) FROM changes")[0][0]
    which = pages(asked, total, MOST)
    last = max(0, total - (which.number - 1) * MOST)
    steps = list(islice(history(asked.case), max(0, last - MOST), last))[::-1]
    rulings = standing(asked.case) if which.number == 1 else ()
    return {"steps": steps, "rulings": rulings, "said": said, "signed": signed, "total": total, "pages": which}
