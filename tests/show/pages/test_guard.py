"""A served case is shown to whoever is at this machine and to nobody's page elsewhere; what is asked wrongly is answered so."""

from __future__ import annotations

import hashlib
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from fastapi.testclient import TestClient

from retold.show.pages.catalogue import KINDS
from retold.show.pages.guard import Guard
from tests.running import started
from tests.show.pages.site import HERE, TOKEN, client, kind_of, links, parsed

ALONE = {"verdict": "alone", "report": "x", "token": TOKEN, "reason": "seen", "by": "N. Brandt"}
HUGE = "9" * 400
WRONG = [
    "/nosuch",
    "/Case",
    "/claim",
    "/claim?id=",
    "/claim?id=none",
    f"/claim?id={HUGE}",
    f"/claim?id={'x' * 5_000}",
    "/claim?id=%00%ff%fe",
    "/claim?id=%ED%A0%80",
    "/report?name=../../../../etc/passwd",
    "/report?name=%2e%2e%2fetc%2fpasswd%00",
    "/report?name=%F0%28%8C%28",
    "/family?id=1;DROP TABLE reports",
    "/actor?id=%27%20OR%201=1",
    "/compare?one=a",
    "/compare?one=a&two=b",
    "/claims?kind=nosuch",
    f"/claims?page={'9' * 8}",
    "/reports?page=99",
    "/people?page=99999999",
    "/about?page=77",
    "/sources?page=5000",
    "/timeline?span=0000",
    "/timeline?span=2023-13",
    "/timeline?span=99999",
    "/timeline?span=%D9%A2%D9%A0%D9%A2%D9%A3",
    "/judge",
    "/judge?report=none&start=1&end=2",
    "/found",
    "/found?name=none",
    "/move",
    "/move?report=../../../../etc/passwd",
    "/same",
    "/same?id=' OR 1=1",
    "/other?id=none&report=none&chain=1",
    "/?asof=yesterday",
    "/?asof=2023-02-31",
    "/?asof=%00",
    "/?held=x",
    "/?held=0000-00-00",
    "/search?q=port&asof=2023-99-99",
    "/assets/nosuch.css",
    "/assets/..%2fserver.py",
    "/assets/../server.py",
    "/assets/%2e%2e/server.py",
    "/assets/style.css%00",
    "/assets/",
    "/a/b/c",
    "/%2e%2e/%2e%2e/etc/passwd",
]
HARMLESS = [
    "/claims?page=-1",
    "/claims?page=0",
    "/claims?page=%C2%B2",
    "/claims?page=١",
    f"/claims?page={HUGE}",
    f"/search?q={quote('a' * 1_500)}",
    "/search?q=%22",
    "/search?q=%22%22%20OR%20NOT%20*",
    "/search?q=NEAR((((",
    "/search?q=%00%00",
    "/search?q=%ff%fe",
    "/search?q=%ED%A0%80",
    "/search?q=title:x%20-y%20%5Eq",
    f"/search?q={'(' * 500}",
    "/search?q=a&q=b&q=c",
    f"/search?q={'%F0%9F%92%A9' * 100}",
    f"/?x={'y' * 5_000}",
    "/?asof=0001-01-01",
    "/?asof=9999-12-31",
    "/?held=0001-01-01",
    "/?held=9999-12-31",
]


@pytest.fixture(scope="module")
def asked(case: Path) -> Iterator[TestClient]:
    with client(case, read_only=False) as found:
        yield found


@pytest.mark.parametrize("address", WRONG)
def test_what_is_not_there_is_told_so(asked: TestClient, address: str) -> None:
    answer = asked.get(address)
    assert answer.status_code in (400, 404)
    assert "Traceback" not in answer.text and "sqlite" not in answer.text.lower()


@pytest.mark.parametrize("address", HARMLESS)
def test_an_odd_address_is_answered(asked: TestClient, address: str) -> None:
    assert asked.get(address).status_code in (200, 400, 404)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:8765", "[", ""]
)
@pytest.mark.parametrize("address", ["/", "/assets/style.css", "/nosuch"])
def test_it_answers_to_its_own_name_only(asked: TestClient, host: str, address: str) -> None:
    answer = asked.get(address, headers={"host": host})
    assert answer.status_code == 421
    assert "affair" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "LOCALHOST:8765", "[::1]:8765"])
def test_it_answers_to_its_names(asked: TestClient, host: str) -> None:
    assert asked.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("headers", [{}, {"origin": HERE}, {"origin": "http://localhost:8765"}])
def test_a_form_of_a_page_of_this_session_is_taken(asked: TestClient, headers: dict[str, str]) -> None:
    answer = asked.post("/judge", data=ALONE, headers=headers)
    assert answer.status_code == 400
    assert "Not ruled" in answer.text  # it was taken, but speaks of a report that the case does not hold


@pytest.mark.parametrize(
    ("form", "headers"),
    [
        ({"token": ""}, {}),
        ({"token": TOKEN[:-1]}, {}),
        ({"token": "töken"}, {}),
        ({}, {"origin": "http://evil.example"}),
        ({}, {"origin": "null"}),
        ({}, {"origin": f"{HERE}.evil.example"}),
        ({}, {"origin": "http://127.0.0.1:8766"}),
        ({}, {"origin": "file://"}),
    ],
)
def test_a_form_from_elsewhere_rules_nothing(asked: TestClient, form: dict[str, str], headers: dict[str, str]) -> None:
    assert asked.post("/judge", data=ALONE | form, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe\x00",
        b"token=" + TOKEN.encode() + b"&reason=\xff\xff",
        b"token=" + TOKEN.encode() + b"&reason=" + b"x" * 30_000,
        b"&".join(b"f%d=1" % n for n in range(2_000)) + b"&token=" + TOKEN.encode(),
        b"--boundary\r\nContent-Disposition: form-data; name=token\r\n\r\n" + TOKEN.encode() + b"\r\n--boundary--",
        b'{"token": "' + TOKEN.encode() + b'"}',
    ],
)
def test_what_is_no_form_is_refused(asked: TestClient, body: bytes) -> None:
    answer = asked.post("/judge", content=body, headers={"content-type": "application/x-www-form-urlencoded"})
    assert answer.status_code in (400, 403, 413)


@pytest.mark.parametrize(
    "form",
    [
        {"verdict": "nosuch"},
        {"verdict": "rejected", "start": "-1", "end": "5"},
        {"verdict": "rejected", "start": "²", "end": "³"},
        {"verdict": "rejected", "start": "9" * 30, "end": "9" * 30},
        {"verdict": "rejected", "start": "0", "end": "5", "which": "²"},
        {"verdict": "rejected", "start": "0", "end": "5", "which": "9" * 5_000},
        {"verdict": "party", "start": "0", "end": "5"},
        {"verdict": "party", "start": "0", "end": "5", "side": "subject", "who": "\x00"},
        {"verdict": "confirmed", "start": "0", "end": "5", "reason": "  "},
        {"verdict": "confirmed", "start": "0", "end": "5", "by": ""},
        {"verdict": "same", "actor": "none", "other_actor": "' OR 1=1"},
        {"verdict": "different", "which": "0", "side0": "x:1-", "other_start": "1", "other_end": "2"},
        {"verdict": "different", "which": "9", "other_start": "1", "other_end": "2"},
        {"verdict": "retells"},
        {"verdict": "with", "other": "\x00"},
        {"verdict": "with", "other": "x"},
        {"undo": "0"},
        {"undo": "²"},
        {"undo": "999999999"},
        {"undo": "-1"},
        {"undo": "1 OR 1=1"},
        {"undo": "1,,2"},
        {"undo": ","},
    ],
)
def test_a_form_that_means_nothing_is_told_so(asked: TestClient, form: dict[str, str], case: Path) -> None:
    name = next(link for link in links(parsed(asked.get("/reports").text)) if link.startswith("/report?"))
    report = parsed(asked.get(name).text).xpath("string(//dt[.='File']/following-sibling::dd[1])")
    for known in ({}, {"report": str(report)}):
        answer = asked.post("/judge", data=ALONE | known | form)
        assert answer.status_code == 400
        assert parsed(answer.text).xpath("count(//h1)") == 1


def test_a_case_that_is_only_shown_has_no_forms_to_rule_and_takes_none(case: Path, addresses: dict[str, str]) -> None:
    with client(case, read_only=True) as shown:
        for kind in (kind.name for kind in KINDS.values() if kind.judging):
            assert shown.get(addresses[kind]).status_code == 404
        for kind in (kind.name for kind in KINDS.values() if not kind.judging):
            page = shown.get(addresses[kind]).text
            assert 'method="post"' not in page and "/judge" not in page and TOKEN not in page
        assert shown.post("/judge", data=ALONE, headers={"origin": HERE}).status_code == 403


def test_a_record_of_an_earlier_day_is_not_judged(asked: TestClient, addresses: dict[str, str]) -> None:
    judging = [kind.name for kind in KINDS.values() if kind.judging]
    for kind in ("claim", "report", "actor", "sources", "family", "compare"):
        page = asked.get(addresses[kind] + ("&" if "?" in addresses[kind] else "?") + "asof=2026-01-01").text
        assert not [link for link in links(parsed(page)) if kind_of(link) in judging], kind
    for kind in judging:
        assert asked.get(addresses[kind] + "&asof=2026-01-01").status_code == 404


def test_asking_never_changes_a_case(own: Path, addresses: dict[str, str]) -> None:
    before = hashlib.sha256(own.read_bytes()).hexdigest()
    with client(own, read_only=False) as found:
        for address in (*addresses.values(), "/judge?undo=1&agreed=yes", *WRONG[:5]):
            found.get(address)
            found.head(address)
        for method in ("PUT", "DELETE", "PATCH", "POST"):
            assert found.request(method, "/claim").status_code == 405
    assert hashlib.sha256(own.read_bytes()).hexdigest() == before
    assert [path.name for path in own.parent.iterdir()] == [own.name]


@pytest.mark.parametrize("address", ["/", "/nosuch", "/assets/style.css", "/?asof=x"])
def test_every_answer_says_that_nothing_runs_and_nothing_is_kept(asked: TestClient, address: str) -> None:
    headers = asked.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script-src" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "same-origin"


def test_a_host_of_the_open_network_answers_to_it_and_to_names_it_was_given() -> None:
    guard = Guard(host="192.0.2.7", port=80, names=frozenset({"desk.example"}))
    assert guard.admits("192.0.2.7") and guard.admits("desk.example:80")
    assert not guard.admits("localhost") and not guard.admits("other.example")


def test_a_case_that_is_gone_or_none_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no case", encoding="utf-8")
    for path in (tmp_path / "gone.case", tmp_path / "text"):
        with client(path) as found:
            answer = found.get("/")
            assert answer.status_code == 503
            assert not (tmp_path / "gone.case").exists()


def test_serving_ends_with_ctrl_c_as_it_says_and_without_a_word(case: Path) -> None:
    program = "from retold_command import main; main()"
    process = started(program, "serve", case, "--port", "0", "--read-only", stdout=subprocess.PIPE)
    assert process.stdout is not None
    told = process.stdout.readline()
    assert told.endswith("until you press Ctrl+C\n")
    assert httpx.get(told.split()[-5], timeout=60).status_code == 200  # the port is open already: this waits until it is served
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, "")
