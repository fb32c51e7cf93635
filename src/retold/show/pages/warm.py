"""No reader pays for what every page is made of: it is made ready before the address is told."""

from __future__ import annotations

import contextlib
import gc
import os
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from threading import Event, Thread

from retold.errors import RetoldError
from retold.record.as_of import NOW, AsOf
from retold.record.case import Case
from retold.show.pages.addresses import FRONT, Addresses
from retold.show.pages.reading import page
from retold.show.pages.render import environment

LONGEST = 15.0
"""Seconds for which readers are kept waiting; of a case that takes longer the rest is made ready while they read."""
AFTER = 1.0
"""Seconds for which nothing else is made ready, so that the first page that is asked for comes first."""
HELD, PART = 0.4, 1 << 20
"""The share of the memory up to which a case is read through while readers read, and the bytes that are read at once."""
READ: Mapping[str, Mapping[str, str]] = {FRONT: {}, "timeline": {}, "people": {}, "about": {}, "doubts": {}, "search": {"q": "x"}}
"""The pages that ask most of a case, of which later pages need what is kept of it."""
LATER = (
    "retold.compare.drift.compared",
    "retold.compare.retellings",
    "retold.compare.claims",
    "retold.resolve.actors.across",
    "retold.resolve.pointed",
)
"""What only some pages are made with."""


def ready(path: Path) -> None:
    """Make the first pages fast: return once that is done, or after `LONGEST`; what only some pages need is made ready after."""
    done = Event()
    Thread(target=_made, args=(path, done), daemon=True).start()
    done.wait(LONGEST)


def _made(path: Path, done: Event) -> None:
    try:
        warm(path)
        for template in environment().list_templates():
            environment().get_template(template)
        gc.collect()
        gc.freeze()  # what was made stays; looking through it for garbage would cost some page a tenth of a second now and then
    finally:
        done.set()
    time.sleep(AFTER)
    for name in LATER:
        import_module(name)
    gc.freeze()  # without a look for garbage, for which a reader would wait
    with contextlib.suppress(OSError, ValueError, AttributeError):  # some systems do not tell their memory
        _read_through(path)


def _read_through(path: Path) -> None:
    """Let the system have read all of a case that it can hold, so that no page waits for the disk."""
    if path.stat().st_size > HELD * os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"):
        return
    part = bytearray(PART)
    with path.open("rb", buffering=0) as file:
        while file.readinto(part):
            pass


def warm(path: Path) -> None:
    """Make the pages that ask most of a case once, with what is kept of it for later pages.

    A case that cannot be read tells so when it is asked for.
    """
    with contextlib.suppress(RetoldError), Case(path, create=False, readonly=True) as case:
        for as_of in (NOW, AsOf(published=datetime.now(UTC).date())):
            for kind, about in READ.items():
                page(case, Addresses(kind=kind, about=about, as_of=as_of))
