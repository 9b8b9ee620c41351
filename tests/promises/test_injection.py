"""Nothing breaks out of the place it is written to: one test for each kind of argument.

Every hostile text is either refused before anything is sent, or arrives as the value it is, at the path that was meant.
"""

import datetime as dt
from urllib.parse import parse_qsl, unquote

import pytest

from daftra_async import F
from daftra_async.client import DaftraClient
from daftra_async.errors import ArgumentError
from tests.conftest import http

BREAKS = ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "a\u2028b", "a\u2029b", "a\x85b", "a\x7fb", "a\ud800b"]
"""Refused everywhere."""
PATHS = ["../7", "..", ".", "a/b", "a\\b", "7?x=1", "7#x", "/7", "//evil.example/7"]
"""Refused where a segment of a path is made."""
ENCODED = [
    "a%2Fb",
    "..%2F7",
    "%2e%2e%2f7",
    "7%3Fx=1",
    "a%0d%0aX-Evil: 1",
    "a%00b",
    "7&x=1",
    "7;x=1",
    "a=b",
    "a[b]=c",
    "a+b",
    "é ü",
]
"""Plain text, which the server must see as such."""

PAGE = http(body={"code": 200, "result": "successful", "data": [], "pagination": {"page": 1, "page_count": 1}})
LARAVEL = http(body={"current_page": 1, "data": [], "last_page": 1, "total": 0, "next_page_url": None})
RECORD = http(body={"code": 200, "result": "successful", "data": {"Client": {"id": "1"}}})


@pytest.fixture
def sent(server, client):
    """Send with a hostile text; return what came to the server, None if it was refused."""

    async def send(use, answer):
        server.default = answer
        try:
            await use(client())
        except ArgumentError:
            assert not server.seen
            return None
        (seen,) = server.seen
        assert not any(name.startswith("x-evil") for name in seen.headers)
        assert not any(char in seen.target for char in "\r\n\0 #")
        return seen

    return send


def query_of(seen):
    return parse_qsl(seen.target.partition("?")[2], keep_blank_values=True)


@pytest.mark.parametrize("text", BREAKS + PATHS + ENCODED)
async def test_id(sent, text):
    # The record that was asked for: any other one is refused.
    answer = http(body={"code": 200, "result": "successful", "data": {"Client": {"id": text.encode(errors="replace").decode()}}})
    seen = await sent(lambda daftra: daftra.clients.get(text), answer)
    assert (seen is None) == (text in BREAKS + PATHS or ".." in text)
    if seen:
        assert seen.target.startswith("/api2/clients/")
        assert seen.target.count("/") == 3
        assert unquote(seen.target.rpartition("/")[2]) == text


@pytest.mark.parametrize("text", BREAKS + PATHS + ENCODED)
async def test_string_in_a_path(sent, text):
    seen = await sent(lambda daftra: daftra.follow_up_actions.list(text), LARAVEL)
    assert (seen is None) == (text in BREAKS + PATHS or ".." in text)
    if seen:
        assert text in unquote(seen.target).split("/")
        assert seen.target.count("/") == "/api2/follow_up_actions/x".count("/")


@pytest.mark.parametrize("text", BREAKS + PATHS + ENCODED)
async def test_string_in_a_query(sent, text):
    seen = await sent(lambda daftra: daftra.invoices.list(keywords=text), PAGE)
    assert (seen is None) == (text in BREAKS)
    if seen:
        assert query_of(seen) == [("keywords", text)]


@pytest.mark.parametrize("text", BREAKS + PATHS + ENCODED)
async def test_date(sent, text):
    assert await sent(lambda daftra: daftra.invoices.list(date_from=text), PAGE) is None
    assert await sent(lambda daftra: daftra.invoices.list(date_from=f"2026-01-01{text}"), PAGE) is None


async def test_date_itself(sent):
    assert query_of(await sent(lambda daftra: daftra.invoices.list(date_from=dt.date(2026, 1, 2)), PAGE)) == [
        ("date_from", "2026-01-02")
    ]


@pytest.mark.parametrize("text", BREAKS + PATHS + ENCODED)
async def test_enumeration(sent, text):
    assert await sent(lambda daftra: daftra.entities.list(text), LARAVEL) is None
    assert await sent(lambda daftra: daftra.invoices.list(payment_status=text), PAGE) is None


@pytest.mark.parametrize("text", [*BREAKS, *PATHS, *ENCODED, "a]", "[a", "", "a..b"])
async def test_field_of_a_filter(sent, text):
    assert await sent(lambda daftra: daftra.entities.list("invoice", filters={text: 1}), LARAVEL) is None
    assert await sent(lambda daftra: daftra.entities.list("invoice", filters=F(text) == 1), LARAVEL) is None


@pytest.mark.parametrize("text", BREAKS + PATHS + ENCODED)
async def test_value_of_a_filter(sent, text):
    seen = await sent(lambda daftra: daftra.entities.list("invoice", filters=F("name").like(text)), LARAVEL)
    assert (seen is None) == (text in BREAKS)
    if seen:
        assert query_of(seen) == [("filter[name][like]", text)]


@pytest.mark.parametrize("text", [*BREAKS, *PATHS, *ENCODED, "a]", "[a", "", "a..b"])
async def test_sort(sent, text):
    assert await sent(lambda daftra: daftra.entities.list("invoice", sort=text), LARAVEL) is None
    assert await sent(lambda daftra: daftra.entities.list("invoice", sort={"name": text}), LARAVEL) is None


@pytest.mark.parametrize("text", BREAKS + PATHS + ENCODED)
async def test_extra_query(sent, text, server):
    seen = await sent(lambda daftra: daftra.clients.list(extra_query={text: "1"}), PAGE)
    assert (seen is None) == (text in BREAKS)
    if seen:
        assert query_of(seen) == [(text, "1")]
        server.seen.clear()
    seen = await sent(lambda daftra: daftra.clients.list(extra_query={"x": text}), PAGE)
    assert (seen is None) == (text in BREAKS)
    if seen:
        assert query_of(seen) == [("x", text)]


@pytest.mark.parametrize("text", [*BREAKS, "é", "a\tb"])
async def test_value_of_a_header(sent, text):
    assert await sent(lambda daftra: daftra.clients.get(1, extra_headers={"X-Mine": text}), RECORD) is None


@pytest.mark.parametrize("text", ["a%0d%0aX-Evil: 1", "../7", "a, b; c=d"])
async def test_plain_value_of_a_header(sent, text):
    seen = await sent(lambda daftra: daftra.clients.get(1, extra_headers={"X-Mine": text}), RECORD)
    assert seen.headers["x-mine"] == text


@pytest.mark.parametrize(
    "text", [*BREAKS, "a b", "a:b", "", "é", "(a)", 7, "apikey", "APIKEY", "Authorization", "Cookie", "Host", "Content-Length"]
)
async def test_name_of_a_header(sent, text):
    assert await sent(lambda daftra: daftra.clients.get(1, extra_headers={text: "1"}), RECORD) is None


@pytest.mark.parametrize(
    "text", [*BREAKS, *PATHS, *ENCODED, "acme@evil.example", "user:pass-word-1@evil.example", "acme.", "a b"]
)
@pytest.mark.parametrize("form", ["{}", "https://acme.daftra.com/{}?", "https://{}", "acme.daftra.com{}#"])
@pytest.mark.parametrize("argument", ["account", "base_url"])
def test_account_and_base_url(text, form, argument):
    if form.format(text) == "https://a/b":
        return  # a host and a path, which is a good address
    with pytest.raises(ArgumentError) as caught:
        DaftraClient(**{argument: form.format(text)}, api_key="key-123456")
    assert "pass-word-1" not in str(caught.value)
    assert not any(char in str(caught.value) for char in "\r\n\0\u2028")


@pytest.mark.parametrize("text", [*BREAKS, "a b", "é", " a", "a\n"])
@pytest.mark.parametrize("argument", ["api_key", "access_token"])
def test_credentials(text, argument):
    with pytest.raises(ArgumentError) as caught:
        DaftraClient("acme", **{argument: text})
    assert text not in str(caught.value).removeprefix("key: ") or text == " a"


@pytest.mark.parametrize("text", [*BREAKS, *PATHS[3:], *ENCODED, ""])
def test_site_id(text):
    with pytest.raises(ArgumentError):
        DaftraClient("acme", api_key="key-123456", site_id=text)


@pytest.mark.parametrize(
    "text",
    [
        *BREAKS,
        "../x",
        "/api2/../x",
        "/api2/%2e%2e/x",
        "/api2/%252e%252e/x",
        "/api2/a%2Fb",
        "/api2/a%5Cb",
        "/api2/a%0d%0ab",
        "//evil.example/x",
        "https://evil.example/x",
        "/x?apikey=hush-hush-1",
        "/x#y",
        "/a\\b",
        "/api2//x",
        "/api2/./x",
        "/a%00b",
        "",
    ],
)
async def test_path_of_a_free_request(sent, text):
    assert await sent(lambda daftra: daftra.request("GET", text), RECORD) is None


async def test_a_refused_path_shows_no_query(client):
    with pytest.raises(ArgumentError) as caught:
        await client().request("GET", "/x?apikey=hush-hush-1")
    assert "hush" not in str(caught.value)
    with pytest.raises(ArgumentError) as caught:
        DaftraClient("https://acme.daftra.com/?apikey=hush-hush-1", api_key="key-123456")
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("text", ["/api2/a b", "/api2/é", "/api2/a&b=c", "/api2/a;b"])
async def test_plain_path_of_a_free_request(sent, text):
    seen = await sent(lambda daftra: daftra.request("GET", text), RECORD)
    assert unquote(seen.target) == text


@pytest.mark.parametrize("url", ["http://acme.daftra.com", "http://192.0.2.1:8080"])
def test_plain_http_leaves_the_machine_only_if_allowed(url):
    with pytest.raises(ArgumentError, match="allow_insecure"):
        DaftraClient(base_url=url, api_key="key-123456")
    DaftraClient(base_url=url, api_key="key-123456", allow_insecure=True)
    for local in ("http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"):
        DaftraClient(base_url=local, api_key="key-123456")
