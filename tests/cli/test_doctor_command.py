from __future__ import annotations

import asyncio
import datetime as dt
import json
import socket
import ssl
import threading

import pytest

from daftra_async.cli.doctor import network, probe
from daftra_async.sandbox.faults import Faults, Rule

WRONG = "wr0ng-key-nobody-may-see"


def answer(url_script: bytes) -> tuple[str, threading.Thread]:
    """Serve two connections: the first is only opened, the second gets the answer."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(20)

    def serve() -> None:
        with listening:
            for _ in range(2):
                connection, _ = listening.accept()
                with connection:
                    connection.settimeout(20)
                    if connection.recv(65536):
                        connection.sendall(url_script)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    return f"http://127.0.0.1:{listening.getsockname()[1]}", thread


def states(result) -> dict[str, str]:
    return {check["name"]: check["state"] for check in json.loads(result.stdout)["checks"]}


def test_all_is_well(daftra, demo_account) -> None:
    before = len(demo_account.requests)
    result = daftra("doctor")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "All is well."
    assert "✗" not in result.stdout
    assert "currency SAR" in result.stdout
    assert demo_account.api_key not in result.output
    assert len(demo_account.requests) == before + 1
    asked = json.loads(daftra("doctor", "--json").stdout)
    assert asked["ok"] is True
    assert {check["state"] for check in asked["checks"]} == {"ok"}


def test_wrong_key(daftra) -> None:
    result = daftra("doctor", "--api-key", WRONG)
    assert result.exit_code == 1
    last = result.stdout.splitlines()[-1]
    assert last == "The server does not know this API key: copy it again from Daftra (Settings, API) into DAFTRA_API_KEY."
    assert WRONG not in result.output


def test_closed_port(shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    result = shell("doctor", "--base-url", f"http://127.0.0.1:{port}", "--api-key", WRONG)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1].startswith(f"Nothing listens on 127.0.0.1:{port}: check the host and the port")
    assert WRONG not in result.output


def test_wrong_host(shell) -> None:
    result = shell("doctor", "--base-url", "https://no-such-account.invalid", "--api-key", WRONG, "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["advice"].startswith("There is no host no-such-account.invalid: check the spelling of the account")
    assert states(result)["host name"] == "fail"
    assert states(result)["connection"] == "skip"


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("html", "answers, but not as Daftra's API"),
        ("login-redirect", "answers, but not as Daftra's API"),
        ("error-in-200", "answers, but not as Daftra's API"),
        ("500", "The server itself has a problem (500)"),
        ("429", "wait a minute"),
        ("drop-after-read", "breaks off before it has answered"),
        ("hang", "takes too long to answer"),
    ],
)
def test_server_that_is_no_daftra_or_has_a_problem(daftra_own, own_account, fault, told) -> None:
    own_account.faults = Faults([Rule(fault, value=0.8 if fault == "hang" else None)])
    result = daftra_own("doctor", "--timeout", "0.4")
    assert result.exit_code == 1
    assert told in result.stdout.splitlines()[-1]


@pytest.mark.parametrize(("status", "told"), [(403, "give it (or its user) the permission"), (404, "There is no Daftra API at")])
def test_refusals(shell, status, told) -> None:
    body = json.dumps({"result": "failed", "code": status, "message": "غير مصرح"}).encode()
    head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    url, thread = answer(head.encode() + body)
    result = shell("doctor", "--base-url", url, "--api-key", WRONG)
    thread.join(20)
    assert result.exit_code == 1
    assert told in result.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "No account is named: set DAFTRA_ACCOUNT"),
        (("--account", "not a name"), "The account cannot be read"),
        (("--base-url", "http://example.com", "--api-key", WRONG), "plain http"),
        (("--account", "acme"), "There is no credential"),
        (("--account", "acme", "--api-key", WRONG, "--access-token", WRONG), "refuses a key and a token at once"),
        (("--account", "acme", "--api-key", f"{WRONG} x"), "blanks"),
    ],
)
def test_what_is_wrong_before_the_network(shell, arguments, told) -> None:
    result = shell("doctor", *arguments)
    assert result.exit_code == 1
    assert told in result.stdout.splitlines()[-1]
    assert WRONG not in result.output


def test_key_given_as_token(daftra, monkeypatch) -> None:
    monkeypatch.delenv("DAFTRA_API_KEY")
    key = "0123456789abcdef0123456789abcdef"
    result = daftra("doctor", "--access-token", key, "--json")
    assert states(result)["kind of credential"] == "warn"
    assert "an API key belongs into DAFTRA_API_KEY" in json.loads(result.stdout)["advice"]
    assert key not in result.output


@pytest.mark.parametrize(
    ("minutes", "state", "told"), [(0, "ok", None), (7, "warn", "7 minutes ahead"), (-9, "warn", "9 minutes behind")]
)
def test_clock(minutes, state, told) -> None:
    there = dt.datetime(2026, 1, 31, 8, tzinfo=dt.UTC)
    check = probe.clock(probe.Answer(date="Sat, 31 Jan 2026 08:00:00 GMT"), there + dt.timedelta(minutes=minutes))
    assert check.state == state
    assert told is None or told in (check.advice or "")
    assert probe.clock(probe.Answer(date="soon"), there).state == "skip"


async def test_certificate_that_nobody_signed(monkeypatch) -> None:
    from yarl import URL

    async def refused(*_: object, **__: object) -> None:
        error = ssl.SSLCertVerificationError(1, "certificate verify failed")
        error.verify_message = "self-signed certificate"
        raise error

    monkeypatch.setattr(asyncio, "open_connection", refused)
    check = await network.tls(URL("https://acme.daftra.com"), 1)
    assert check.state == "fail"
    assert "self-signed certificate" in (check.advice or "")


async def test_port_that_speaks_no_tls(demo_account) -> None:
    from yarl import URL

    check = await network.tls(URL(demo_account.url).with_scheme("https"), 5)
    assert check.state == "fail"
    assert "does not speak TLS: check the port of the URL, or begin it with http://" in (check.advice or "")
