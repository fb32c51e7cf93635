"""All reports are weighed anew for a ruling, of a large case for minutes: who asked is told that it is at work, and led on.

What takes no longer than a reader waits is answered as any form is. What takes longer goes on by itself, at an address that
only he knows; a page there grows line by line while it is at work, and leads on when it is done. It needs no script: the
browser shows a page as it comes.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain, count
from threading import Lock, Thread

from fastapi.responses import Response

PATIENCE = 5.0
"""Seconds after which a reader is told that it is at work."""
LOOKED = 0.2
"""Seconds between two looks whether it is done."""
FIRST, LATER = (10, 20, 30, 45, 60), 30
"""After how many seconds a line is told, and how many are between two later lines."""
KEPT = 8
"""Works whose answers are kept for who asked."""
AT_WORK = "<!-- at work -->"
"""Where a page that is told line by line is parted: what stands behind is told when it is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A form that is weighed."""

    id: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    agreed: bool
    """Whether the ruling is kept when it is done; else it is only tried."""
    begun: datetime = field(default_factory=lambda: datetime.now(UTC))
    since: float = field(default_factory=time.monotonic)
    answer: Future[Response] = field(default_factory=Future)


@dataclass(slots=True, kw_only=True)
class Works:
    """What is weighed for the readers of a case: one after the other, for each takes all that the machine gives."""

    ready: Callable[[], None]
    """Makes ready what every page needs, once a ruling has made another record."""
    held: OrderedDict[str, Work] = field(default_factory=OrderedDict)
    last: float | None = None
    """Seconds that the last one took of which a reader was told that it is at work."""
    _turn: Lock = field(default_factory=Lock)

    def begin(self, make: Callable[[], Response], *, agreed: bool) -> Work:
        """Return a form that is weighed from now on; `make` gives the answer."""
        work = Work(agreed=agreed)
        self.held[work.id] = work
        while len(self.held) > KEPT:
            self.held.popitem(last=False)
        Thread(target=self._weigh, args=(work, make), daemon=True).start()
        return work

    def _weigh(self, work: Work, make: Callable[[], Response]) -> None:
        try:
            with self._turn:
                start = time.monotonic()
                made = make()
                if (spent := time.monotonic() - start) > PATIENCE:
                    self.last = spent
                    self.ready()
            work.answer.set_result(made)
        except BaseException as error:
            work.answer.set_exception(error)


async def within_patience(work: Work) -> bool:
    """Return whether a form is weighed before a reader is to be told that it is at work."""
    until = time.monotonic() + PATIENCE
    while not work.answer.done() and time.monotonic() < until:
        await asyncio.sleep(min(LOOKED, PATIENCE))
    return work.answer.done()


async def told(page: str, work: Work) -> AsyncIterator[str]:
    """Yield a page line by line: how long it has been at work, until it is done, and then the rest of the page."""
    head, _, rest = page.partition(AT_WORK)
    yield head
    for seconds in _moments():
        while not work.answer.done() and time.monotonic() - work.since < seconds:
            await asyncio.sleep(LOOKED)
        if work.answer.done():
            break
        yield f"<li>At work for {lasting(seconds)}.</li>\n"
    yield rest


def _moments() -> Iterator[int]:
    return chain(FIRST, count(FIRST[-1] + LATER, LATER))


def lasting(seconds: float) -> str:
    """Return how long something took, in words: "2 minutes 5 seconds"."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [f"{n:,} {one}{'s' if n > 1 else ''}" for n, one in ((minutes, "minute"), (rest, "second")) if n]
    return " ".join(parts) or "no second"
