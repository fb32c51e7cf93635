"""A reading is only as good as the program that made it: a corrected table or rule makes it worth finding again.

So a stored reading is known by what gave it: a digest over the code and the tables of the stages before the record.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable

STAGES = ("read", "find", "resolve", "model")
"""Where what a reading holds is decided."""


@cache
def program() -> str:
    """Return the state of this program as far as it decides what a reading holds: 80 bits as hex."""
    return _state(STAGES)


@cache
def comparing() -> str:
    """Return the state of this program as far as it decides what reports are to each other, likewise."""
    return _state((*STAGES, "compare"))


def _state(stages: tuple[str, ...]) -> str:
    digest = blake2b(digest_size=10)
    package = resources.files("retold")
    for name in stages:
        _add(digest, package.joinpath(name))
    return digest.hexdigest()


def _add(digest: blake2b, part: Traversable) -> None:
    """Take in a file's name and bytes, or a folder's files in order; models and compiled files are known by name alone."""
    if part.is_dir():
        for child in sorted(part.iterdir(), key=lambda child: child.name):
            if child.name != "__pycache__":
                _add(digest, child)
        return
    digest.update(part.name.encode())
    if part.name.endswith((".py", ".toml", ".tsv")):
        digest.update(part.read_bytes())
