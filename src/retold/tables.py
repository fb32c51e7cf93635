"""Policy (cue words, outlets, patterns, thresholds) stands in TOML tables beside the code that reads them.

A reader of the field can correct a table without knowing Python; a malformed one is a `TableError` that names it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any, TypeVar

from retold.errors import TableError

Kind = TypeVar("Kind")


@cache
def table(package: str, name: str) -> dict[str, Any]:
    """Return the table `name` ("cues.toml") that lies in `package` ("retold.find"), read once. Raises `TableError`."""
    try:
        text = resources.files(package).joinpath(name).read_text(encoding="utf-8")
        return tomllib.loads(text)
    except (OSError, ModuleNotFoundError, tomllib.TOMLDecodeError) as error:
        raise TableError(f"{package}/{name}: {error}") from error


_TYPED: dict[tuple[type, str, str], Any] = {}


def typed(kind: type[Kind], package: str, name: str) -> Kind:
    """Return the table `name` of `package` as a dataclass, read once. Raises `TableError` that names the row that is wrong."""
    if (kind, package, name) not in _TYPED:
        import msgspec

        try:
            _TYPED[kind, package, name] = msgspec.convert(table(package, name), kind)
        except msgspec.ValidationError as error:
            raise TableError(f"{package}/{name}: {error}") from error
    found: Kind = _TYPED[kind, package, name]
    return found
