"""The same pages as plain files, to be put on any web server or into an archive and read without scripts or a network.

Pages are written from the front page on, following what they link to, so what is written holds together: no link leads to
a page that is not there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Set
from pathlib import Path

from retold.record.as_of import NOW, AsOf
from retold.record.case import Case
from retold.show.pages.addresses import FRONT, Addresses, Target, file_name
from retold.show.pages.asked import NoSuchPage
from retold.show.pages.catalogue import KINDS
from retold.show.pages.reading import page
from retold.show.pages.render import ASSETS, asset

OURS = b'<meta name="generator" content="Retold">'
"""By which a page is known to be of an earlier writing."""
Watch = Callable[[int, int], None]
"""Called with how many pages are written, and how many are known of."""


def write(case: Case, folder: Path, *, as_of: AsOf = NOW, watch: Watch = lambda _written, _known: None) -> int:
    """Write the pages of a case below `folder`, which is made if absent; return how many there are.

    Pages of an earlier writing are replaced, each whole, and those that are no more are removed. Raises `OSError` where a file
    cannot be written, and `CaseError`.
    """
    for name in ASSETS:
        _put(folder / "assets" / name, asset(name) or b"")
    waiting = deque[Target]((kind.name, ()) for kind in KINDS.values() if kind.written and (kind.menu or kind.name == FRONT))
    known, written = set(waiting), set[str]()
    while waiting:
        kind, about = waiting.popleft()
        asked: list[Target] = []
        at = Addresses(kind=kind, about=dict(about), as_of=as_of, written=True, note=asked.append)
        try:
            made = page(case, at)
        except NoSuchPage:
            continue
        name = file_name(kind, dict(about))
        _put(folder / name, made.encode("utf-8", "replace"))
        written.add(name)
        new = [target for target in dict.fromkeys(asked) if target not in known]
        known.update(new)
        waiting.extend(new)
        watch(len(written), len(known))
    _clear(folder, written)
    return len(written)


def _clear(folder: Path, written: Set[str]) -> None:
    """Remove the pages of an earlier writing that this one has not: they may tell what is to be left out of this one."""
    for kind in KINDS:
        for path in (folder / f"{kind}.html", *(folder / kind).glob("*.html")):
            if path.is_file() and path.relative_to(folder).as_posix() not in written and OURS in path.read_bytes()[:1_000]:
                path.unlink()


def _put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a writing that is broken off leaves no half page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.part")
    half.write_bytes(content)
    half.replace(path)
