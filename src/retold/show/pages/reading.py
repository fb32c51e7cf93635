"""From what is asked for to a whole page: the same way for pages that are served and pages that are written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from retold.record.case import Case
from retold.show.pages.addresses import FRONT, Addresses, query
from retold.show.pages.asked import Asked, NoSuchPage
from retold.show.pages.catalogue import KINDS
from retold.show.pages.render import render
from retold.show.terminal import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where a reader is, for the form that asks for the same page as of another day."""

    path: str
    fields: dict[str, str]
    now: str


def page(case: Case, at: Addresses, *, token: str | None = None) -> str:
    """Return a page of a case as HTML. Raises `NoSuchPage` where the case has none such, and `CaseError`."""
    kind = KINDS.get(at.kind)
    if kind is None or (at.written and not kind.written):
        raise NoSuchPage
    with case.snapshot():
        shown = kind.content(Asked(case=case, at=at, token=token))
        return framed(kind.template, at, case.path, token=token, **shown)


def framed(template: str, at: Addresses, case: Path, **given: object) -> str:
    """Return a template with what stands around every page."""
    path = f"/{'' if at.kind == FRONT else at.kind}"
    here = Here(path=path, fields=dict(at.about), now=f"{path}{query(at.about)}")
    menu = [kind for kind in KINDS.values() if kind.menu and (kind.written or not at.written)]
    return render(template, at, **{"token": None, "menu": menu, "here": here, "case_name": one_line(case.stem), **given})
