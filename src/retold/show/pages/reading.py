"""From what is asked for to a whole page: the same way for pages that are served and pages that are written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from retold.record.case import Case
from retold.show.pages.addresses import FRONT, Addresses, query
from retold.show.pages.again import Again
from retold.show.pages.asked import Asked, NoSuchPage
from retold.show.pages.catalogue import KINDS
from retold.show.pages.render import render
from retold.show.terminal import one_line

FIELDS = 20
"""What is looked at of an address that a form has."""
LONGEST = 700
"""Characters of an address that another one carries."""
PASSING = ("back", "ruled", "undone")
"""What an address says of the way to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where a reader is, for the form that asks for the same page as of another day."""

    path: str
    fields: dict[str, str]
    now: str


def page(case: Case, at: Addresses, *, token: str | None = None, **given: object) -> str:
    """Return a page of a case as HTML; `given` is what forms on it are shown with. Raises `NoSuchPage` where the case has none
    such, and `CaseError`."""
    kind = KINDS.get(at.kind)
    if kind is None or (at.written and not kind.written):
        raise NoSuchPage
    with case.snapshot():
        shown = kind.content(Asked(case=case, at=at, token=token))
        return framed(kind.template, at, case.path, token=token, **given, **shown)


def left_from(told: str | None) -> Addresses | None:
    """Return the page of this case that a reader was on, made anew of its address as a form has it; None if it is of none."""
    found = _told(told)
    if found is None or KINDS[found.kind].judging:
        return None
    return replace(found, about={name: value for name, value in found.about.items() if name not in PASSING})


def form_of(told: str | None) -> Addresses | None:
    """Return the page with the form that a reader sent, made anew likewise; None if it is none with forms to judge."""
    found = _told(told)
    return found if found and (KINDS[found.kind].judging or found.kind == "doubts") else None


def _told(told: str | None) -> Addresses | None:
    """Return the page of this case that an address tells."""
    try:
        parts = urlsplit(told or "")
        given = dict(parse_qsl(parts.query, max_num_fields=FIELDS))
    except ValueError:
        return None
    kind = KINDS.get(parts.path.removeprefix("/") or FRONT)
    if not told or not told.startswith("/") or parts.scheme or parts.netloc or kind is None:
        return None
    return Addresses(kind=kind.name, about={name: value for name, value in given.items() if name in kind.about})


def way_back(told: str | None) -> str | None:
    """Return the address of that page."""
    found = left_from(told)
    return Addresses().to(found.kind, **found.about) if found else None


def framed(template: str, at: Addresses, case: Path, **given: object) -> str:
    """Return a template with what stands around every page."""
    path = f"/{'' if at.kind == FRONT else at.kind}"
    here = Here(path=path, fields=dict(at.about), now=f"{path}{query(at.about)}")
    led = at.kind in KINDS and "back" in KINDS[at.kind].about
    back = way_back(at.about.get("back")) if led else here.now if len(here.now) < LONGEST else None
    menu = [kind for kind in KINDS.values() if kind.menu and (kind.written or not at.written)]
    plain = {"token": None, "signer": "", "again": Again(), "back": back, "menu": menu, "here": here}
    return render(template, at, **{**plain, "case_name": one_line(case.stem), **given})
