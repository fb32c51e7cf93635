"""Where a page stands: its kind, what it is about, and the day as of which it is read are all in its address.

So a link shows a colleague the same thing. Served pages are asked for by query, since names of reports hold slashes and
dots; written ones are files whose names are cut from the same words, told apart by a digest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any
from urllib.parse import urlencode

from retold.record.as_of import NOW, AsOf

PLAIN = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
FRONT = "case"
"""The page that opens a case."""


Target = tuple[str, tuple[tuple[str, str], ...]]
"""A kind of page, and what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """What a page needs to point at others."""

    as_of: AsOf = NOW
    written: bool = False
    kind: str = FRONT
    """The page that points, and what it is about."""
    about: Mapping[str, str] = field(default_factory=dict)
    note: Callable[[Target], None] = lambda _target: None
    """Told of each page that this one points at."""

    def to(self, kind: str, /, **about: Any) -> str:
        """Return the address of a page, seen from this one; what is None or empty is left out."""
        given = {name: str(value) for name, value in about.items() if value not in (None, "")}
        self.note((kind, tuple(sorted(given.items()))))
        if self.written:
            return f"{self._up()}{file_name(kind, given)}"
        return f"/{'' if kind == FRONT else kind}{query(given | self.filter())}"

    def asset(self, name: str) -> str:
        """Return the address of a file that belongs to all pages."""
        return f"{self._up()}assets/{name}" if self.written else f"/assets/{name}"

    def filter(self) -> dict[str, str]:
        """Return as of when the case is read, as addresses have it."""
        told = {"asof": self.as_of.published, "held": self.as_of.held}
        return {name: value.isoformat() for name, value in told.items() if value}

    def _up(self) -> str:
        return "../" * file_name(self.kind, self.about).count("/")


def query(given: Mapping[str, str]) -> str:
    """Return what an address asks for, as it stands behind the path."""
    return f"?{urlencode(given, errors='replace')}" if given else ""


def file_name(kind: str, about: Mapping[str, str]) -> str:
    """Return the file of a written page, below the folder of all."""
    if kind == FRONT:
        return "index.html"
    return f"{kind}/{slug(about)}.html" if about else f"{kind}.html"


def slug(about: Mapping[str, str]) -> str:
    """Return what a page is about as a file name of plain letters: the words themselves where they are plain."""
    said = "-".join(about[name] for name in sorted(about))
    if PLAIN.fullmatch(said):
        return said
    folded = re.sub(r"[^a-z0-9]+", "-", said.lower()).strip("-")[:40]
    digest = blake2b(repr(sorted(about.items())).encode(errors="backslashreplace"), digest_size=6).hexdigest()
    return f"{folded}-{digest}".lstrip("-")
