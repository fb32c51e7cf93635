"""Bytes become text by what they say of themselves: byte order mark, declaration, UTF-8, and only then by likelihood.

The order is that of the HTML standard's encoding sniffing. A file that is UTF-8 save for stray bytes is broken, not
"windows-1252": guessing there would turn every accent of the file into two wrong letters without a word.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Longest first: the mark of UTF-16 LE opens that of UTF-32 LE."""

FORMATS = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a zip archive or office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
}
DECLARED = re.compile(rb"""(?:charset\s*=\s*|encoding\s*=\s*)["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
SNIFF = 4_096
"""Bytes looked at for a declaration; the HTML standard asks for 1,024, pages put it later."""
SAMPLE = 20_000
"""Bytes that the guess of a legacy encoding rests on."""
LIKELY = (
    *("cp1252", "cp1251", "cp1250", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "cp949"),
)
"""Encodings that pages and newsrooms used before UTF-8; of two that fit alike, the first is taken."""
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file, newlines untouched, and what a user should know of how it was decoded."""

    text: str
    note: str | None = None


def decode(data: bytes, *, declares: bool = False) -> Decoded:
    """Return the text of `data`; `declares` looks for an HTML or XML declaration. Raises `ValueError` with the reason.

    A UTF-8 byte order mark stays in the text as U+FEFF, so that offsets are those of any other UTF-8 reader.
    """
    marked = next(((bom, name) for bom, name in MARKS if data.startswith(bom)), None)
    if marked:
        return Decoded(text=_strictly(data, marked[1], bom=marked[0]))
    _refuse_binary(data)
    if declares and (text := _as_declared(data)) is not None:
        return Decoded(text=text)
    try:
        return Decoded(text=data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _guessed(data, error)


def _strictly(data: bytes, name: str, *, bom: bytes) -> str:
    try:
        return data.decode("utf-8") if name == "utf-8" else data[len(bom) :].decode(name)
    except UnicodeDecodeError as error:
        raise ValueError(f"invalid {name.upper()} at byte {error.start}") from error


def _refuse_binary(data: bytes) -> None:
    kind = next((kind for magic, kind in FORMATS.items() if data.startswith(magic)), None)
    if kind:
        raise ValueError(f"binary file ({kind}), not text")
    if b"\x00" in data[:SAMPLE]:
        raise ValueError("binary file, not text")


def _as_declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:SNIFF])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        # Browsers read a page that declares Latin-1 as windows-1252 (WHATWG Encoding Standard).
        return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(data: bytes, error: UnicodeDecodeError) -> Decoded:
    if _mostly_utf8(data):
        raise ValueError(f"invalid UTF-8 at byte {error.start}") from error
    name = _likeliest(_window(data, error.start))
    try:
        text = data.decode(name) if name else ""
    except UnicodeDecodeError:
        text = ""
    if not name or not text or CONTROLS.search(text[:SAMPLE]):
        raise ValueError(f"invalid UTF-8 at byte {error.start}, and no other encoding is likely") from error
    return Decoded(text=text, note=f"not UTF-8: decoded as {_spoken(name)}, a guess")


def _likeliest(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    found = from_bytes(data, threshold=0.15, cp_isolation=list(LIKELY))
    best = found.best()
    if best is None:
        return None
    alike = {name for match in found if (match.chaos, match.coherence) == (best.chaos, best.coherence)
             for name in match.could_be_from_charset}  # fmt: skip
    return next((name for name in LIKELY if name in alike), best.encoding)


def _mostly_utf8(data: bytes) -> bool:
    """Whether valid multi-byte sequences stand beside the stray bytes: two letters of a legacy encoding rarely make one."""
    kept = data.decode("utf-8", errors="ignore")
    multi = sum(1 for char in kept if ord(char) > 127)
    stray = len(data) - len(kept.encode("utf-8"))
    return multi > 0 and multi * 2 > stray


def _window(data: bytes, at: int) -> bytes:
    """Return the bytes around the first that is not ASCII, cut at ASCII so that no letter is halved."""
    start = max(0, at - SAMPLE // 2)
    while 0 < start < at and data[start] > 127:
        start -= 1
    end = min(len(data), start + SAMPLE)
    while end < len(data) and data[end] > 127:
        end += 1
    return data[start:end]


def _spoken(encoding: str) -> str:
    return re.sub(r"^cp(125\d)$", r"windows-\1", encoding).replace("_", "-")
