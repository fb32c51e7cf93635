"""Reports are analysed one apart from the other, so many of them are spread over the machine's processors.

Worker processes are started anew (not forked: an open case must not be carried across a fork) and each loads the
language model once, so they pay only from some dozens of reports on.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import TypeVar

WORKERS = 4
"""Most processes at once: each holds its own language model, some 350 MiB."""
AHEAD = 2
"""Batches handed to each worker before the first result is fetched."""

Work = TypeVar("Work")
Result = TypeVar("Result")


def spread(do: Callable[[Work], Result], pieces: Iterable[Work]) -> Iterator[Result]:
    """Yield `do(piece)` for each piece in order, from worker processes. `do` must be a function of a module.

    A piece whose worker dies is done in this process, as are all that follow. When the results are wanted no more, what the
    workers are still at is not waited for.
    """
    workers = min(processors(), WORKERS)
    context = get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_deaf, initargs=(theirs,))
    waiting: deque[tuple[Work, Future[Result]]] = deque()
    rest = iter(pieces)
    try:
        for piece in rest:
            waiting.append((piece, _handed(pool, do, piece)))
            if len(waiting) >= workers * AHEAD:
                yield waiting[0][1].result()
                waiting.popleft()
        while waiting:
            yield waiting[0][1].result()
            waiting.popleft()
    except BrokenProcessPool:
        yield from (do(piece) for piece, _ in waiting)
        yield from (do(piece) for piece in rest)
    except BaseException:
        ours.close()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _handed(pool: ProcessPoolExecutor, do: Callable[[Work], Result], piece: Work) -> Future[Result]:
    """Hand a piece to the pool; where a worker has died since the last result, the piece waits with the news of it."""
    try:
        with _unheard():
            return pool.submit(do, piece)
    except BrokenProcessPool as error:
        dead: Future[Result] = Future()
        dead.set_exception(error)
        return dead


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Let Ctrl-C wait while workers are started: they would hear it before they are `_deaf`, and each would print a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it lifts the block when it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _deaf(theirs: Connection) -> None:
    """A worker leaves Ctrl-C to the process that started it, and ends when that has ended or wants no more of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow, args=(theirs,), daemon=True).start()


def _follow(theirs: Connection) -> None:
    """A process that is killed leaves no word: its workers would wait for the next piece for ever."""
    parent = parent_process()
    if parent:
        wait([parent.sentinel, theirs])  # a pipe whose other end is closed is ready, too
        os._exit(1)
