"""The first reader waits no longer than the next: what every page is made of is made ready while the address is printed."""

from __future__ import annotations

import contextlib
import gc
from datetime import UTC, datetime
from pathlib import Path

from retold.errors import RetoldError
from retold.record.as_of import AsOf
from retold.record.case import Case
from retold.show.pages.addresses import FRONT, Addresses
from retold.show.pages.reading import page
from retold.show.pages.render import environment


def warm(path: Path) -> None:
    """Make the pages that ask most of a case once, with what is kept of it for later pages, and read all templates.

    A case that cannot be read tells so when it is asked for.
    """
    for template in environment().list_templates():
        environment().get_template(template)
    with contextlib.suppress(RetoldError), Case(path, create=False, readonly=True) as case:
        for kind in (FRONT, "timeline", "doubts"):
            page(case, Addresses(kind=kind))
        page(case, Addresses(as_of=AsOf(published=datetime.now(UTC).date())))
    gc.collect()
    gc.freeze()  # what was made stays; looking through it for garbage would cost some page some hundredths now and then
