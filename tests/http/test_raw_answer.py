"""`daftra.request(..., raw=True)`: whatever a path answers with, over a real socket."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import (
    AuthenticationError,
    DaftraClient,
    NotFoundError,
    OutcomeUnknown,
    RawAnswer,
    ServerError,
    UnexpectedResponseError,
)
from daftra_async.sandbox import Sandbox
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import RawServer

PATH = "/owner/clients/view_statement/7"
PAGE = b"<html><body>Statement</body></html>"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("text/html; charset=utf-8", PAGE),
        ("text/csv", "\ufeffname,total\r\nعميل,1.50\r\n".encode()),
        ("text/csv; charset=windows-1256", "عميل,1.50".encode("cp1256")),
        ("application/pdf", b"%PDF-1.7\n\xff\x00"),
        ("image/png", b"\x89PNG\r\n\x1a\n\x00"),
        ("application/json", b'{"id": 1, "message": "kept as it is", "n": 1.10}'),
        ("application/json", b"{broken"),
        ("text/plain", b""),
    ],
)
async def test_every_content_comes_as_it_is(
    server: RawServer, client: Callable[..., DaftraClient], pauses: Any, kind: str, content: bytes
) -> None:
    server.script = [http(raw=content, content_type=kind)]
    answer = await client().request("GET", PATH, raw=True)
    assert (answer.status, answer.headers["content-type"], answer.body) == (200, kind, content)
    assert answer.content_type == kind.partition(";")[0]
    assert (len(server.seen), pauses.taken) == (1, [])
    assert server.seen[0].headers["accept"] == "*/*"


async def test_without_it_the_same_page_is_an_error(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.default = http(raw=PAGE, content_type="text/html")
    with pytest.raises(UnexpectedResponseError, match="HTML"):
        await client().request("GET", PATH)


async def test_headers_of_the_content_are_kept_and_no_others(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    kept = {"Content-Disposition": 'attachment; filename="sales.csv"', "ETag": '"1"', "Last-Modified": "x"}
    left = {"Set-Cookie": "PHPSESSID=hush-hush", "Location": "/x?token=hush-hush", "X-Powered-By": "PHP"}
    server.script = [http(raw=b"a", content_type="TEXT/CSV", headers={**kept, **left})]
    answer = await client().request("GET", PATH, raw=True)
    assert dict(answer.headers) == {**{name.lower(): value for name, value in kept.items()}, "content-type": "TEXT/CSV"}
    assert repr(answer) == "<RawAnswer 200, text/csv, 1 bytes>"


def test_without_a_content_type() -> None:
    assert repr(RawAnswer(200, {}, b"secret")) == "<RawAnswer 200, no content type, 6 bytes>"


async def test_a_header_accept_of_the_callers_own_is_sent(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [http(raw=b"a", content_type="text/csv")]
    await client().request("GET", PATH, raw=True, extra_headers={"accept": "text/csv"})
    assert server.seen[0].headers["accept"] == "text/csv"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (http(302, raw=b"", headers={"Location": "/login"}), UnexpectedResponseError),
        (http(401, raw=PAGE, content_type="text/html"), AuthenticationError),
        (http(404, raw=PAGE, content_type="text/html"), NotFoundError),
        (http(500, raw=PAGE, content_type="text/html"), ServerError),
        (http(200, {"error": "Entity Not exists"}), UnexpectedResponseError),
        (http(200, raw=b"\n" + json.dumps({"result": "failed", "code": 401, "message": "no"}).encode()), AuthenticationError),
    ],
)
async def test_failures_stay_errors(
    server: RawServer, client: Callable[..., DaftraClient], answer: bytes, error: type[Exception]
) -> None:
    server.default = answer
    with pytest.raises(error):
        await client().request("GET", PATH, raw=True)


async def test_reads_are_retried(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [None, http(503), http(raw=PAGE, content_type="text/html")]
    assert (await client().request("GET", PATH, raw=True)).body == PAGE


async def test_a_write_is_sent_once_and_its_lost_answer_is_in_doubt(
    server: RawServer, client: Callable[..., DaftraClient]
) -> None:
    server.script = [http(raw=PAGE, content_type="text/html"), None]
    daftra = client()
    assert (await daftra.request("POST", PATH, json={"a": 1}, raw=True)).body == PAGE
    with pytest.raises(OutcomeUnknown):
        await daftra.request("POST", PATH, json={"a": 1}, raw=True)
    assert [seen.body for seen in server.seen] == [b'{"a":1}'] * 2


async def test_an_answer_without_content_stays_empty(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.default = b"HTTP/1.1 204 X\r\n\r\n"
    daftra = client()
    assert await daftra.request("DELETE", PATH, raw=True) == RawAnswer(204, {}, b"")
    assert await daftra.request("GET", PATH, raw=True) == RawAnswer(204, {}, b"")


async def test_the_limit_on_the_size_holds(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    packed = gzip.compress(b"x" * 5000)
    server.script = [
        http(raw=b"x" * 2000, content_type="text/csv"),
        http(raw=packed, content_type="text/csv", headers={"Content-Encoding": "gzip"}),
    ]
    daftra = client(settings={"max_body": 1024})
    for _ in range(2):
        with pytest.raises(UnexpectedResponseError, match="max_body"):
            await daftra.request("GET", PATH, raw=True)


async def test_packed_content_is_unpacked(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    packed = gzip.compress(b"a,b\n" * 100)
    server.script = [http(raw=packed, content_type="text/csv", headers={"Content-Encoding": "gzip"})]
    answer = await client().request("GET", PATH, raw=True)
    assert answer.body == b"a,b\n" * 100
    assert "content-encoding" not in answer.headers


async def test_on_an_account() -> None:
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        answer = await daftra.request("GET", "/api2/site_info", raw=True)
        assert json.loads(answer.body) == await daftra.request("GET", "/api2/site_info")
        assert answer.content_type == "application/json"
