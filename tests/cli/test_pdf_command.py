"""`daftra pdf` against a small server: the record, and the document that its link leads to."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PDF = b"%PDF-1.7\n\xff\x00\n%%EOF\n"
LINK = "/invoices/view/2415.pdf"
HASH = "0123456789abcdef"


@attrs.define
class Account:
    """What the server answers with, and the paths it was asked for."""

    url: str
    document: tuple[int, bytes] = (200, PDF)
    link: str | None = f"{LINK}?hash={HASH}"
    seen: list[str] = attrs.field(factory=list[str])

    def answer(self, target: str) -> tuple[int, bytes]:
        path = target.partition("?")[0]
        self.seen.append(path)
        if path == LINK:
            return self.document if f"hash={HASH}" in target else (403, b"{}")
        if path.removesuffix(".json") in {"/api2/invoices/2415", "/api2/estimates/7"}:
            key, identity = ("Invoice", 2415) if "invoices" in path else ("Estimate", 7)
            record = {"id": identity, **({} if self.link is None else {"invoice_pdf_url": self.link})}
            return 200, json.dumps({"code": 200, "result": "successful", "data": {key: record}}).encode()
        return 404, b'{"result": "failed", "code": 404, "message": "Not Found"}'


@pytest.fixture
def account() -> Iterator[Account]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = served.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Account(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield served
    server.shutdown()
    thread.join(10)
    server.server_close()


@pytest.fixture
def pdf(shell: Callable[..., Any], account: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run `daftra pdf` in a folder of its own."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DAFTRA_BASE_URL", account.url)
    monkeypatch.setenv("DAFTRA_API_KEY", "key-123456")
    return lambda *arguments: shell("pdf", *arguments)


def files() -> list[str]:
    return [path.name for path in Path().iterdir()]


def test_the_document_is_named_after_its_record(pdf: Callable[..., Any], account: Account) -> None:
    result = pdf("invoices", 2415)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "invoices-2415.pdf\n", "")
    assert files() == ["invoices-2415.pdf"]
    assert Path("invoices-2415.pdf").read_bytes() == PDF
    assert [path.removesuffix(".json") for path in account.seen] == ["/api2/invoices/2415", LINK]


def test_a_file_is_replaced_and_a_folder_filled(pdf: Callable[..., Any]) -> None:
    Path("bill.pdf").write_bytes(b"older")
    Path("bills").mkdir()
    assert pdf("invoices", 2415, "-o", "bill.pdf").stdout == "bill.pdf\n"
    assert Path("bill.pdf").read_bytes() == PDF
    assert pdf("estimates", 7, "--out", "bills").stdout == f"{Path('bills/estimates-7.pdf')}\n"
    assert Path("bills/estimates-7.pdf").read_bytes() == PDF


def test_a_dash_is_stdout(pdf: Callable[..., Any]) -> None:
    result = pdf("invoices", 2415, "-o", "-")
    assert result.stdout_bytes == PDF
    assert files() == []


@pytest.mark.parametrize(
    ("document", "link", "told"),
    [
        ((200, b"<html>login</html>"), f"{LINK}?hash={HASH}", "HTML, a login page perhaps"),
        ((302, b""), f"{LINK}?hash={HASH}", "redirect"),
        ((200, PDF), None, "invoices 2415 has no PDF: the record came without a link"),
        ((200, PDF), "", "has no PDF"),
    ],
)
def test_what_is_no_pdf_touches_no_file(
    pdf: Callable[..., Any], account: Account, document: tuple[int, bytes], link: str | None, told: str
) -> None:
    account.document, account.link = document, link
    Path("invoices-2415.pdf").write_bytes(b"older")
    result = pdf("invoices", 2415)
    assert result.exit_code == 1
    assert told in result.stderr
    assert HASH not in result.output  # it opens the document
    assert (files(), Path("invoices-2415.pdf").read_bytes()) == (["invoices-2415.pdf"], b"older")


def test_a_link_to_another_host_is_not_followed(pdf: Callable[..., Any], account: Account) -> None:
    account.link = f"https://elsewhere.example{LINK}?hash={HASH}"
    result = pdf("invoices", 2415)
    assert result.exit_code == 2
    assert "elsewhere.example" in result.stderr
    assert HASH not in result.output
    assert LINK not in account.seen


def test_a_missing_record(pdf: Callable[..., Any]) -> None:
    assert pdf("invoices", 9).exit_code == 4


def test_a_file_that_cannot_be_written(pdf: Callable[..., Any], tmp_path: Path) -> None:
    from daftra_async.cli import app

    assert app.run(["pdf", "invoices", "2415", "-o", str(tmp_path / "none" / "a.pdf")]) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("clients", 15), "clients have no link to a PDF; expected credit_notes"),
        (("invoises", 15), "invoices"),
        (("invoices", "a/b"), "a/b"),
        (("invoices",), "Missing argument"),
    ],
)
def test_bad_arguments_are_refused(pdf: Callable[..., Any], account: Account, arguments: Any, told: str) -> None:
    result = pdf(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert account.seen == []
