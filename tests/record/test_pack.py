"""What is kept comes back, whoever reads it at the same time."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from retold.model import Original, Passage, Span
from retold.record import pack


def test_threads_that_read_at_once_make_one_decoder_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    inside: list[int] = []
    most: list[int] = []
    real = msgspec.json.Decoder

    def slow(kind: type) -> object:
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.02)
        inside.pop()
        return real(kind)

    monkeypatch.setattr("msgspec.json.Decoder", slow)
    monkeypatch.setattr(pack, "_DECODERS", {})
    place, original = Passage(report="a.txt", span=Span(0, 4)), Original(name="Tarn Wire", held=False)
    with ThreadPoolExecutor(8) as pool:
        places = [pool.submit(pack.unpack, pack.pack(place), Passage) for _ in range(8)]
        originals = [pool.submit(pack.unpack, pack.pack(original), Original) for _ in range(8)]
        assert {each.result() for each in places} == {place}
        assert {each.result() for each in originals} == {original}
    assert max(most) == 1
