"""What the pages of a case of twenty thousand reports cost who reads them: each kind as requests to `retold serve`.

Several pages of each kind are asked for, each but once, so that none is remembered: the heart of the affair, and what is
ordinary. The peer is a page of plain SQL, as any tool makes it that browses tables: fifty claims and how many there are.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from benchmarks import affair
from benchmarks.measure import as_a_user_has_it, python, retold

SIZE = 20_000
MILLISECONDS, KILOBYTES = 200, 300
"""What a page may take: to come, and in all that it is."""
IDLE = 2.0
"""Seconds that are longer than those for which a server that was started does nothing, so that a first page comes first."""
DAY = "2020-01-01"
"""As of when pages are asked for, beside now."""
PEER = """
import html, sqlite3, sys
from http.server import BaseHTTPRequestHandler, HTTPServer

class Page(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        case = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
        ((total,),) = case.execute("SELECT count(*) FROM claims WHERE retracted_at IS NULL").fetchall()
        query = "SELECT claim, kind, text, subject, object, reports FROM claims WHERE retracted_at IS NULL LIMIT 50 OFFSET ?"
        rows = case.execute(query, (50 * int(self.path.strip("/")),)).fetchall()
        cells = ("".join(f"<td>{html.escape(str(cell))}</td>" for cell in row) for row in rows)
        made = f"<p>{total}</p><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(made)))
        self.end_headers()
        self.wfile.write(made)
    def log_message(self, *args):
        pass

served = HTTPServer(("127.0.0.1", 0), Page)
print(f"http://127.0.0.1:{served.server_port}/", flush=True)
served.serve_forever()
"""
Rows = Sequence[tuple[str, ...]]
LISTS: Sequence[tuple[str, Mapping[str, str]]] = (
    ("sources", {}),
    ("timeline", {}),
    ("timeline", {"span": "2019"}),
    ("claims", {}),
    ("claims", {"kind": "statement"}),
    ("people", {}),
    ("reports", {}),
    ("unknown", {}),
    ("about", {}),
    ("doubts", {}),
)
"""Kinds of pages that list, and what of; the first, the second and the ninth page of each are asked for."""
ITEMS: Mapping[str, tuple[Sequence[str], str]] = {
    "family": (["id"], "SELECT family FROM families WHERE retracted_at IS NULL ORDER BY reports DESC"),
    "claim": (["id"], "SELECT claim FROM claims WHERE retracted_at IS NULL ORDER BY origins DESC, reports DESC"),
    "actor": (["id"], "SELECT actor FROM actors WHERE retracted_at IS NULL ORDER BY reports DESC"),
    "report": (
        ["name"],
        "SELECT name FROM reports JOIN (SELECT report AS id, count(*) AS many FROM claim_mentions GROUP BY 1) USING (id) "
        "WHERE retracted_at IS NULL ORDER BY many DESC",
    ),
    "versions": (["name"], "SELECT name FROM reports GROUP BY name HAVING count(*) > 1 ORDER BY max(characters) DESC"),
    "compare": (
        ["one", "two"],
        "SELECT t.retells, r.name FROM tellings AS t JOIN reports AS r ON r.id = t.report "
        "WHERE t.retracted_at IS NULL AND t.retells IS NOT NULL ORDER BY r.characters DESC",
    ),
}
"""Kinds of pages that tell of one thing: what their addresses name, and how those of which most is told are found."""
WORDS = ("talks", '"the minister"', "port OR strait", "minister reward", "zyzzyva")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What pages of a kind took: milliseconds until the last byte came, and the kilobytes of the largest."""

    median: float
    longest: float
    largest: float
    processor: float
    """Milliseconds of processors that one took of the server, on the average; 0 where the system does not tell."""


def main(size: int = SIZE, made: Path | None = None) -> None:
    """Make a case of so many reports, unless one is `made`, and print what each kind of page takes on it."""
    with tempfile.TemporaryDirectory() as folder:
        case = made or Path(folder) / "affair.case"
        if made is None:
            affair.write(case, size)
        with serving(python(PEER, str(case))) as server:
            asked(server.port, "/0")
            peer = taken(server, [f"/{n}" for n in range(1, 7)])
        print(f"a page of plain SQL, fifty claims: {_said(peer)}")
        wanted = addresses(case)
        for day in (None, DAY):
            _print(case, wanted, day, peer)


def addresses(case: Path) -> Mapping[str, Sequence[str]]:
    """Return for each kind of page the addresses that are asked for."""
    found: dict[str, list[str]] = {"": ["/"]}
    for kind, told in LISTS:
        found[kind] = found.get(kind, []) + [_address(kind, {**told, "page": str(n)}) for n in (1, 2, 9)]
    with contextlib.closing(sqlite3.connect(f"file:{case}?mode=ro", uri=True)) as connection:
        for kind, (names, query) in ITEMS.items():
            rows: Rows = [row for first in (0, 900) for row in connection.execute(f"{query} LIMIT 3 OFFSET ?", (first,))]
            found[kind] = [_address(kind, dict(zip(names, row, strict=True))) for row in rows]
    return found | {"search": [_address("search", {"q": words}) for words in WORDS]}


def _address(kind: str, told: Mapping[str, str]) -> str:
    return f"/{kind}?{urlencode(told)}"


def _print(case: Path, wanted: Mapping[str, Sequence[str]], day: str | None, peer: Taken) -> None:
    """Print what each kind of page takes, and what the first of all takes, as of a day if one is given."""
    then = f" as of {day}" if day else ""
    with serving(retold("serve", str(case), "--port", "0", "--read-only")) as server:
        if day:
            _ready(server)
        first = taken(server, [_dated("/", day)])
        print(f"the first page{then}, of a case that nothing was asked of before: {_said(first)}", flush=True)
        _ready(server)
        for kind, some in wanted.items():
            found = taken(server, [_dated(each, day) for each in some])
            over = " OVER" if found.longest > MILLISECONDS or found.largest > KILOBYTES else ""
            ratio = f"ratio of time {found.median / peer.median:.1f}"
            print(f"/{kind}{then}: {_said(found)}; {ratio}{over}", flush=True)


def _ready(server: Server) -> None:
    """Wait until the server works no more at what it makes ready when it starts."""
    asked(server.port, "/about")
    time.sleep(IDLE)
    before, now = -1.0, server.processor()
    while now > before:
        time.sleep(0.5)
        before, now = now, server.processor()


def _dated(address: str, day: str | None) -> str:
    return f"{address}{'&' if '?' in address else '?'}asof={day}" if day else address


def taken(server: Server, some: Sequence[str]) -> Taken:
    """Return what pages take that are asked for in turn; pages that are not there are left out."""
    before = server.processor()
    found = [each for address in some if (each := asked(server.port, address))]
    spent = (server.processor() - before) / max(1, len(found))
    times, sizes = [t for t, _ in found] or [0.0], [s for _, s in found] or [0.0]
    return Taken(median=statistics.median(times), longest=max(times), largest=max(sizes), processor=spent)


def asked(port: int, address: str) -> tuple[float, float] | None:
    """Return the milliseconds and the kilobytes of a page; None of one that is not there. Raises `RuntimeError` for others."""
    with contextlib.closing(HTTPConnection("127.0.0.1", port)) as connection:
        start = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        body = answer.read()
        spent = time.perf_counter() - start
    if answer.status not in (200, 404):
        raise RuntimeError(f"{address} was answered with {answer.status}")
    return (spent * 1000, len(body) / 1000) if answer.status == 200 else None


def _said(each: Taken) -> str:
    processor = f" ({each.processor:,.0f} ms of a processor)" if each.processor else ""
    return f"{each.median:,.0f} ms{processor}, {each.longest:,.0f} ms at most, {each.largest:,.0f} kB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that runs."""

    port: int
    process: int

    def processor(self) -> float:
        """Return the milliseconds of processors that it took until now, 0 where the system does not tell."""
        try:
            told = Path(f"/proc/{self.process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK") * 1000


@contextlib.contextmanager
def serving(command: Sequence[str]) -> Iterator[Server]:
    """Run a server that prints its address."""
    served = subprocess.Popen(command, env=as_a_user_has_it(), stdout=subprocess.PIPE, text=True)
    try:
        line = served.stdout.readline() if served.stdout else ""
        found = re.search(r"http://[^/]*:(\d+)/", line)
        if found is None:
            raise RuntimeError(f"{command[0]} does not say where it serves")
        yield Server(port=int(found[1]), process=served.pid)
    finally:
        served.terminate()
        served.wait()


if __name__ == "__main__":
    main(made=Path(sys.argv[1]) if sys.argv[1:] else None)
