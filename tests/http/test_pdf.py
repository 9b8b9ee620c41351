import pytest

from daftra_async.errors import ArgumentError, NotFoundError, RequestNotSent, UnexpectedResponseError
from tests.conftest import http

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
LINK = "/invoices/view/2621.pdf?hash=0123456789abcdef"


def page(status=200, raw=b"<html><body>login</body></html>", **headers):
    return http(status, raw=raw, content_type="text/html", headers=headers)


@pytest.mark.parametrize("absolute", [True, False])
async def test_a_pdf(server, client, absolute):
    server.script = [http(raw=PDF, content_type="application/pdf")]
    assert await client().pdf(f"{server.url if absolute else ''}{LINK}") == PDF
    assert server.seen[0].target == LINK
    assert server.seen[0].headers["accept"] == "application/pdf"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (page(), "HTML, a login page perhaps"),
        (page(302, Location="/login"), "redirect"),
        (http(raw=b"", content_type="application/pdf"), "empty"),
        (http(raw=b'{"error": "no"}'), "something else"),
        (http(raw=b"x" * 2000 + b"%PDF", content_type="application/pdf"), "something else"),
    ],
)
async def test_what_is_no_pdf(server, client, answer, told):
    server.default = answer
    with pytest.raises(UnexpectedResponseError, match=told) as caught:
        await client().pdf(LINK)
    assert "0123456789abcdef" not in str(caught.value)  # the hash opens the document


async def test_missing(server, client):
    server.script = [page(404)]
    with pytest.raises(NotFoundError):
        await client().pdf(LINK)


@pytest.mark.parametrize(
    "link",
    [
        f"https://elsewhere.example{LINK}",
        "http://127.0.0.1:1/a.pdf",
        "//elsewhere.example/a.pdf",
        "http://[",
        "http://127.0.0.1:99999999/a.pdf",
        "",
        "?a=1",
        "/../a.pdf",
        None,
    ],
)
async def test_links_that_lead_elsewhere_are_refused(server, client, link):
    with pytest.raises(ArgumentError, match=r"link|path") as caught:
        await client().pdf(link)
    assert isinstance(caught.value, RequestNotSent)
    assert not server.seen


async def test_it_is_sent_again_like_every_read(server, client):
    server.script = [None, http(503, {"message": "busy"}), http(raw=PDF, content_type="application/pdf")]
    assert await client().pdf(LINK) == PDF
    assert len(server.seen) == 3
