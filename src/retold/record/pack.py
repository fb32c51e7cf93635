"""A value that is kept must come back equal, or it is not kept at all.

Values are written as JSON by msgspec, which knows our dataclasses; a report's text is left out and kept once beside. Lone
surrogates (from broken file names), infinite sums and numbers beyond 64 bits have no JSON that comes back, so they are
refused here rather than found missing later.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b, sha256
from threading import Lock
from typing import Any, TypeVar

import msgspec

from retold.errors import CaseError, ReportError
from retold.model import Reading, Report

Value = TypeVar("Value")


def key(*parts: object) -> str:
    """Return the content-derived name of `parts`: 80 bits as hex, the same wherever the content is the same."""
    return blake2b(msgspec.json.encode(parts), digest_size=10).hexdigest()


def text_digest(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8, hex."""
    return sha256(text.encode()).hexdigest()


def keepable(name: str) -> bool:
    """Return whether `name` can stand in a file: the name of a file on disk need not be Unicode."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def canonical(value: Value) -> Value:
    """Return `value`, one of model, as it will come back from the case. Raises `CaseError` if that is not equal to it.

    Equal is not the same to the byte (10 for 10.0), and what is derived from a value must not depend on whether it was kept.
    """
    try:
        back = _decoder(type(value)).decode(msgspec.json.encode(value))
    except (msgspec.MsgspecError, UnicodeEncodeError, OverflowError, TypeError) as error:
        raise CaseError(f"a {type(value).__name__.lower()} cannot be kept: {error}") from error
    if back != value:
        raise CaseError(f"a {type(value).__name__.lower()} cannot be kept: it would not come back the same")
    return back


def pack(value: object) -> str:
    """Return a canonical `value` as JSON."""
    return msgspec.json.encode(value).decode()


def unpack(json: str, kind: type[Value]) -> Value:
    """Return the value of type `kind` that `pack` wrote."""
    return _decoder(kind).decode(json)


_DECODERS: dict[object, Any] = {}
_MAKING = Lock()
"""Held while a decoder is made: msgspec lets another thread use what it has made of a dataclass so far, and crashes."""


def _decoder(kind: type[Value]) -> msgspec.json.Decoder[Value]:
    """Return the decoder of `kind`, made once: to take a dataclass apart costs more than to read a value of it."""
    if kind not in _DECODERS:
        with _MAKING:
            if kind not in _DECODERS:
                _DECODERS[kind] = msgspec.json.Decoder(kind)
    decoder: msgspec.json.Decoder[Value] = _DECODERS[kind]
    return decoder


def canonical_reading(reading: Reading) -> Reading:
    """Return `reading` as it will come back from the case.

    Raises `ReportError` if it would not be equal: that concerns one report, and the run can go on with the others.
    """
    try:
        return canonical(reading)
    except CaseError as error:
        name = reading.report.name.encode(errors="backslashreplace").decode()
        raise ReportError(name, str(error)) from error


def pack_reading(reading: Reading) -> str:
    """Return a canonical `reading` as JSON, without its report's text."""
    return pack(replace(reading, report=replace(reading.report, text="")))


def unpack_reading(json: str, text: str) -> Reading:
    """Return the reading that `pack_reading` wrote, with its report's text."""
    reading = unpack(json, Reading)
    return replace(reading, report=replace(reading.report, text=text))


def as_read(report: Report) -> Report:
    """Return `report` as the file and the metadata give it, without a date taken over from its original across reports."""
    if report.published_from != "original":
        return report
    return replace(report, published=None, published_from=None)
