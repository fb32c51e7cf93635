"""The example affair, traced into a case once for all tests of what is shown."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from tests.once import once
from tests.running import AFFAIR, METADATA, Ran, ran


@dataclass(frozen=True, slots=True, kw_only=True)
class Affair:
    """A case of the example affair, and what the trace that made it printed."""

    case: Path
    first: Ran


@pytest.fixture(scope="session")
def affair(tmp_path_factory: pytest.TempPathFactory) -> Affair:
    def make(folder: Path) -> None:
        first = ran("trace", AFFAIR, "--metadata", METADATA, "--case", folder / "affair.case")
        (folder / "first.json").write_text(json.dumps(asdict(first)), encoding="utf-8")

    folder = once(tmp_path_factory, "affair", make)
    case = shutil.copy(folder / "affair.case", tmp_path_factory.mktemp("affair"))  # a worker's own: some tests open it to write
    return Affair(case=Path(case), first=Ran(**json.loads((folder / "first.json").read_text(encoding="utf-8"))))
