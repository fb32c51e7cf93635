"""The example affair, traced into a case once for all tests of what is shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.running import AFFAIR, METADATA, Ran, ran


@dataclass(frozen=True, slots=True, kw_only=True)
class Affair:
    """A case of the example affair, and what the trace that made it printed."""

    case: Path
    first: Ran


@pytest.fixture(scope="session")
def affair(tmp_path_factory: pytest.TempPathFactory) -> Affair:
    case = tmp_path_factory.mktemp("affair") / "affair.case"
    return Affair(case=case, first=ran("trace", AFFAIR, "--metadata", METADATA, "--case", case))
