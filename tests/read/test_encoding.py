"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.read.encoding import decode

SPANISH = "El ministro dijo que la situación económica del país mejorará el próximo año, según información pública. " * 4
RUSSIAN = "Министр заявил, что переговоры начнутся в понедельник, и отказался назвать их место. " * 4


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1))
def test_utf8_comes_back_unchanged(text: str) -> None:
    try:
        assert decode(text.encode("utf-8")).text == text
    except ValueError as error:
        assert "binary" in str(error)


def test_line_ends_and_the_byte_order_mark_of_utf8_stay() -> None:
    assert decode(b"\xef\xbb\xbfone\r\ntwo\rthree").text == "\ufeffone\r\ntwo\rthree"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert decode("Łódź, мост".encode(encoding)).text.lstrip("\ufeff") == "Łódź, мост"


@pytest.mark.parametrize(("text", "encoding"), [(SPANISH, "cp1252"), (RUSSIAN, "cp1251")])
def test_a_legacy_encoding_is_guessed_with_a_note(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.note is not None


def test_a_declaration_is_believed() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body>{RUSSIAN}</body></html>'
    assert decode(page.encode("cp1251"), declares=True).text == page


def test_a_false_declaration_is_not() -> None:
    page = f'<html><head><meta charset="ascii-nonsense"></head><body>{SPANISH}</body></html>'
    assert decode(page.encode(), declares=True).text == page


def test_stray_bytes_in_utf8_are_refused_with_their_place() -> None:
    data = "Café à la crème, déjà vu. ".encode() + b"\xff\xfe" + "Été.".encode()
    with pytest.raises(ValueError, match=r"invalid UTF-8 at byte 31"):
        decode(data)


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"PK\x03\x04aaaa", b"text\x00text", b"\x89PNG\r\n"])
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="binary"):
        decode(data)


def test_bytes_of_no_likely_encoding_are_refused() -> None:
    with pytest.raises(ValueError, match="invalid UTF-8"):
        decode(bytes(range(1, 256)) * 3)
