"""A case at an address of this machine: pages to read, and forms to judge from where one reads."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.background import BackgroundTask

from retold.errors import CaseError, RetoldError
from retold.record.as_of import NOW, as_of
from retold.record.case import Case
from retold.ruling import prepare
from retold.show.deciding import signer
from retold.show.pages.addresses import FRONT, Addresses, query
from retold.show.pages.again import Again, WrongInput, reason_of
from retold.show.pages.asked import NoSuchPage
from retold.show.pages.catalogue import KINDS
from retold.show.pages.content.about import TOLD
from retold.show.pages.guard import HEADERS, Guard, loopback
from retold.show.pages.judging import ChangedMeanwhile, Form, Judged, judged
from retold.show.pages.reading import form_of, framed, left_from, page, way_back
from retold.show.pages.render import ASSETS, asset
from retold.show.pages.warm import warm
from retold.show.pages.weighing import Work, Works, lasting, told, within_patience

READ = ["GET", "HEAD"]
LONGEST = 8_000
"""Characters of an address's query that are looked at."""
LARGEST = 20_000
"""Bytes of a form."""
STANDS = {
    "claim": "SELECT 1 FROM claims WHERE claim = ? AND retracted_at IS NULL LIMIT 1",
    "actor": "SELECT 1 FROM actors WHERE actor = ? AND retracted_at IS NULL LIMIT 1",
    "family": "SELECT 1 FROM tellings WHERE family = ? AND retracted_at IS NULL LIMIT 1",
}
"""What asks whether a page is still there that a ruling can end."""
NOT_WEIGHED = "Nothing is weighed at this address any more; About this case tells whether a ruling was kept."
MISSING = "The case holds nothing of this address, or not as of this day."


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where readers may judge."""

    token: str | None
    """What their forms carry; None where nobody may."""
    signer: str
    """In whose name, unless they write another: who sits at this machine, if nobody else reaches it."""


def server(path: Path, guard: Guard, *, read_only: bool) -> FastAPI:
    """Return the application that serves a case; with `read_only` nobody can judge."""
    app = FastAPI(title="Retold", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    works = Works(ready=lambda: warm(path))
    desk = Desk(token=None if read_only else guard.token, signer=(signer(None) or "") if loopback(guard.host) else "")

    _guard(app, guard)
    _judge(app, path, works, guard, desk)

    @app.api_route("/assets/{name}", methods=READ)
    def file(name: str) -> Response:
        found = asset(name)
        return Response(found, media_type=ASSETS[name]) if found else Response("", 404)

    @app.get("/weighing")
    def weighing(job: str = "") -> Response:
        return _weighing(path, works, job)

    @app.api_route("/", methods=READ)
    @app.api_route("/{kind}", methods=READ)
    def shown(request: Request, kind: str = FRONT) -> Response:
        return _shown(path, request, kind, desk)

    return app


def _guard(app: FastAPI, guard: Guard) -> None:
    """Answer only who asks by a name of this server, and say with every answer what a browser may do with it."""

    @app.middleware("http")
    async def guarded(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        known = guard.admits(request.headers.get("host"))
        response = await answer(request) if known else Response("This server does not go by this name.", 421)
        response.headers.update(HEADERS)
        return response


def _judge(app: FastAPI, path: Path, works: Works, guard: Guard, desk: Desk) -> None:
    """Take forms from the pages of this session, and weigh what they rule."""

    @app.post("/judge")
    async def judge(request: Request) -> Response:
        body = await _body(request)
        form = Form.parsed(body) if body is not None else None
        if desk.token is None or form is None or not guard.may_rule(form.told("token"), request.headers.get("origin")):
            return HTMLResponse("This form does not come from a page of this session; open the page again.", 403)
        work = works.begin(lambda: _judged(path, form, desk), agreed=form.agreed)
        return work.answer.result() if await within_patience(work) else RedirectResponse(_at_work(work), 303)


def _shown(path: Path, request: Request, kind: str, desk: Desk) -> Response:
    asked = request.query_params if len(request.url.query) <= LONGEST else {}
    about = {name: asked[name] for name in (KINDS[kind].about if kind in KINDS else ()) if asked.get(name)}
    at = Addresses(kind=kind, about=about)
    try:
        at = Addresses(kind=kind, about=about, as_of=as_of(asked.get("asof") or None, asked.get("held") or None))
        with Case(path, create=False, readonly=True) as case:
            made = page(case, at, token=desk.token if at.as_of == NOW else None, signer=desk.signer)
        return HTMLResponse(made, background=BackgroundTask(_prepared, path) if KINDS[kind].judging else None)
    except NoSuchPage:
        return _missing(path, at, "Not here", MISSING, 404)
    except ValueError as error:
        return _missing(path, at, "Not a day", str(error), 400)
    except RetoldError as error:
        return _missing(path, at, "Cannot be shown", str(error), 503 if isinstance(error, CaseError) else 404)


def _at_work(work: Work) -> str:
    return f"/weighing{query({'job': work.id})}"


def _weighing(path: Path, works: Works, job: str) -> Response:
    """Return the answer to a form that was weighed, or a page that tells that it is at work."""
    at = Addresses(kind="missing")
    if (work := works.held.get(job)) is None:
        return _missing(path, at, "Not here", NOT_WEIGHED, 404)
    if work.answer.done():
        return work.answer.result()
    with Case(path, create=False, readonly=True) as case:
        ((reports,),) = case.select("SELECT count(*) FROM reports WHERE retracted_at IS NULL")
    last = lasting(works.last) if works.last else None
    given = {"reports": reports, "agreed": work.agreed, "begun": f"{work.begun:%H:%M:%S}", "last": last}
    made = framed("weighing", at, path, **given, onward=_at_work(work))
    return StreamingResponse(told(made, work), media_type="text/html; charset=utf-8")


def _prepared(path: Path) -> None:
    """Make a trial ready while the form for it is filled in."""
    with contextlib.suppress(RetoldError), Case(path, create=False, readonly=True) as case:
        prepare(case)


def _missing(path: Path, at: Addresses, heading: str, why: str, status: int) -> Response:
    at = Addresses(kind="missing", as_of=at.as_of)
    return HTMLResponse(framed("missing", at, path, heading=heading, why=why), status)


def _not_ruled(path: Path, form: Form, why: str, status: int = 400) -> Response:
    at = Addresses(kind="missing")
    return HTMLResponse(framed("not_ruled", at, path, why=why, back=way_back(form.told("back"))), status)


async def _body(request: Request) -> bytes | None:
    """Return what a form holds, None if it is too large."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    return body


def _judged(path: Path, form: Form, desk: Desk) -> Response:
    """Show what a ruling would change or, once it is agreed to, keep it and lead on to where it is told."""
    try:
        with Case(path, create=False, readonly=not form.agreed) as case:
            found = judged(case, form)
            if found.shown is None:
                return RedirectResponse(_onward(case, form, found), 303)
        return HTMLResponse(_tried(path, form, found.shown, desk))
    except ChangedMeanwhile as error:
        wrong = Again(fields=form.fields, why=str(error))
        return _again(path, form, wrong, desk, 409) or _not_ruled(path, form, str(error), 409)
    except (ValueError, RetoldError) as error:
        field = error.field if isinstance(error, WrongInput) else ""
        wrong = Again(fields=form.fields, field=field, why=reason_of(error))
        return _again(path, form, wrong, desk) or _not_ruled(path, form, str(error))


def _tried(path: Path, form: Form, shown: Mapping[str, Any], desk: Desk, again: Again | None = None) -> str:
    given = {"token": desk.token, "signer": desk.signer, "again": again or Again(), "form": form}
    return framed("trial", Addresses(kind="judge"), path, **given, back=way_back(form.told("back")), **shown)


def _again(path: Path, form: Form, wrong: Again, desk: Desk, status: int = 422) -> Response | None:
    """Show a form again as it was filled in, with what is wrong beside its field; None where its page is no more."""
    at = form_of(form.told("form"))
    try:
        with Case(path, create=False, readonly=True) as case:
            if form.told("undo") and form.agreed:
                found = judged(case, form.tried)
                return HTMLResponse(_tried(path, form, found.shown or {}, desk, wrong), status)
            if at is None:
                return None
            return HTMLResponse(page(case, at, token=desk.token, signer=desk.signer, again=wrong), status)
    except (NoSuchPage, ValueError, RetoldError):
        return None


def _onward(case: Case, form: Form, found: Judged) -> str:
    """Return where it is told that a form was kept, with the way back to where it was judged, or to the report if that page is
    no more."""
    report = Addresses(kind="report", about={"name": found.report})
    left = left_from(form.told("back")) or report
    try:
        asked = STANDS.get(left.kind)
        if asked and not case.select(asked, left.about.get("id")):
            left = report
    except (RetoldError, sqlite3.Error):  # the ruling is kept, whatever becomes of the way back
        left = report
    did = {"undone" if form.told("undo") else "ruled": ",".join(map(str, found.rulings[:TOLD]))}
    return Addresses().to("about", **did, back=Addresses().to(left.kind, **left.about))
