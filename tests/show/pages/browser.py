"""A reader's browser that may go nowhere but to the case, and that tells whatever else a page tried."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, Route, sync_playwright

LAID_OUT = ("color-contrast", "target-size", "scrollable-region-focusable")
"""What of axe-core's rules depends on colours and on the width of the page."""
PRINTED = ("color-contrast",)
"""What of them there is on paper, where nothing is pressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A page that is open, and what it did beside being shown."""

    page: Page
    did: list[str] = field(default_factory=list)
    """Messages on the console, errors, dialogs, and requests to other hosts."""

    def follow(self, led: Locator) -> None:
        """Press what leads to another page, and wait until all of that page is there."""
        with self.page.expect_navigation():
            led.click()

    def enter(self) -> None:
        """Press Enter where that leads to another page, and wait until all of that page is there."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def wide(self) -> bool:
        """Return whether the page scrolls sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))

    def barriers(self, rules: Sequence[str] = ()) -> list[str]:
        """Return what axe-core calls more than minor, with the first place of each; by some of its rules, if these are named."""
        axe: Any = import_module("axe_playwright_python.sync_playwright").Axe()
        options: dict[str, Any] = {"resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
        found = axe.run(self.page, options=options).response["violations"]
        grave = [each for each in found if each["impact"] in ("moderate", "serious", "critical")]
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]} {each['nodes'][0]['failureSummary'][:200]}" for each in grave]


@contextlib.contextmanager
def started() -> Iterator[Browser]:
    """Start the system's browser, or skip the test."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("needs a browser: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@contextlib.contextmanager
def visit(
    browser: Browser,
    base: str,
    *,
    width: int = 1100,
    scheme: Literal["light", "dark"] = "light",
    unguarded: bool = False,
) -> Iterator[Visit]:
    """Open an empty page; with `unguarded` what a page forbids to run (Content-Security-Policy) may run."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, base_url=base, bypass_csp=unguarded, accept_downloads=False
    )
    found = Visit(page=context.new_page())

    def routed(route: Route) -> None:
        if route.request.url.startswith(base):
            route.continue_()
        else:
            found.did.append(f"asks {route.request.url}")
            route.abort()

    def asked(dialog: Dialog) -> None:
        found.did.append(f"asks the reader {dialog.message}")
        dialog.dismiss()

    context.route("**/*", routed)
    found.page.on("console", lambda message: found.did.append(f"{message.type}: {message.text}"))
    found.page.on("pageerror", lambda error: found.did.append(f"fails: {error}"))
    found.page.on("dialog", asked)
    found.page.set_default_timeout(10_000)
    yield found
    context.close()
