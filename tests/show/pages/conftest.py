"""The example affair served and written, and a browser: each once a run, or once a worker where it cannot be shared."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from retold.show.pages import weighing
from tests.affair import Affair
from tests.show.pages import browser as browsers
from tests.show.pages.site import Site, client, one_of_each, serving


@pytest.fixture(scope="session")
def case(affair: Affair, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example affair's case, to be read only."""
    return Path(shutil.copy(affair.case, tmp_path_factory.mktemp("read") / "affair.case"))


@pytest.fixture(scope="session")
def site(case: Path) -> Iterator[Site]:
    with serving(case) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with browsers.started() as running:
        yield running


@pytest.fixture(scope="session")
def addresses(case: Path) -> dict[str, str]:
    """An address of each kind of page of the example affair."""
    with client(case, read_only=False) as asked:
        return one_of_each(asked)


@pytest.fixture
def own(affair: Affair, tmp_path: Path) -> Path:
    """A case of the example affair for one test to change."""
    return Path(shutil.copy(affair.case, tmp_path / "affair.case"))


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is busy with other tests answers a form as one does that is not."""
    monkeypatch.setattr(weighing, "PATIENCE", 60.0)
