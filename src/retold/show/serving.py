"""`retold serve` and `retold pages`: a case in the browser, and the same as files."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from retold.show.arguments import CasePath

AsOfDay = Annotated[str | None, typer.Option(metavar="DAY", help="Only what reports published until this day said.")]
HeldDay = Annotated[str | None, typer.Option(metavar="DAY", help="Only what the case held at the end of this day.")]


Port = Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")]
Host = Annotated[str, typer.Option(help="The address to bind to; only this machine reaches it, unless you change it.")]
Names = Annotated[list[str] | None, typer.Option("--name", help="A further name by which it may be asked for.")]
ReadOnly = Annotated[bool, typer.Option("--read-only", help="Show the case, and let nobody judge.")]


def serve(case: CasePath, port: Port = 8765, host: Host = "127.0.0.1", names: Names = None, read_only: ReadOnly = False) -> None:
    """Open a case in the browser: read it, judge it, link to any line of it."""
    import socket

    import uvicorn

    from retold.errors import ReportError
    from retold.record.case import Case
    from retold.show.ending import Stopped
    from retold.show.pages.guard import Guard, loopback
    from retold.show.pages.server import server
    from retold.show.pages.warm import ready
    from retold.show.terminal import one_line, say

    with Case(case, create=False, readonly=True):
        pass
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise ReportError(f"{host}:{port}", f"cannot be served from: {error.strerror or error}") from error
    bound = listening.getsockname()[1]
    guard = Guard(host=host, port=bound, names=frozenset(names or ()))
    shown = f"[{host}]" if ":" in host else host
    ready(case)
    print(one_line(f"{case} is at http://{shown}:{bound}/ until you press Ctrl+C"), flush=True)
    if not loopback(host):
        who = "read the whole case" if read_only else "read the whole case and rule in it, since nobody is asked for a password"
        say(f"{host} is no address of this machine alone: whoever reaches it can {who}; --read-only keeps rulings out")
    app = server(case, guard, read_only=read_only)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False)
    with contextlib.suppress(Stopped):  # Ctrl+C is how serving ends
        uvicorn.Server(config).run(sockets=[listening])


def pages(
    case: CasePath,
    folder: Annotated[
        Path, typer.Argument(help="Where the pages are written; made if absent.", show_default=False, file_okay=False)
    ],
    asof: AsOfDay = None,
    held: HeldDay = None,
) -> None:
    """Write a case as plain pages that need no server, no script and no network."""
    from retold.record.as_of import as_of
    from retold.record.case import Case
    from retold.show.pages.written import write
    from retold.show.terminal import one_line

    try:
        when = as_of(asof, held)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    with Case(case, create=False, readonly=True) as record:
        count = write(record, folder, as_of=when)
    print(one_line(f"{count:,} pages; open {folder / 'index.html'}"))
