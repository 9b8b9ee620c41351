"""Documents as PDF: the links that records carry (`invoice.invoice_pdf_url`).

Such a link leads to the web pages of the account, not to its API: it can answer with a login page and status 200 (seen on live
accounts), so what comes is looked at before it is called a PDF.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlsplit

from yarl import URL

from daftra_async._text import refuse
from daftra_async.http import error_response
from daftra_async.http.request import build_raw_request
from daftra_async.operation import UNSET

if TYPE_CHECKING:
    from daftra_async.http.error_response import Context
    from daftra_async.http.request import PreparedRequest
    from daftra_async.http.transport import Answer
    from daftra_async.operation import UnsetType

_MARK: Final = b"%PDF"
_SEARCHED: Final = 1024
"""Bytes in which readers of PDF look for the mark."""


def pdf_call(base: URL, link: str, *, timeout: float | UnsetType | None) -> PreparedRequest:
    """Write the request for a link.

    Args:
        base: URL of the account; links elsewhere are refused, since the credential goes nowhere else.
        link: The link, or its path below the account.
        timeout: Seconds for the call with its retries.

    Raises:
        ArgumentError: the link is malformed, or leads to another host.
    """
    allowed = f"a link of this account such as '{base.origin()}/invoices/view/7.pdf?hash=...', or its path"
    try:
        parts = urlsplit(link)
        here = not parts.netloc or URL(f"{parts.scheme}://{parts.netloc}").origin() == base.origin()
    except (ValueError, TypeError, AttributeError):
        refuse("link", f"{type(link).__name__} that is not a link was given", allowed)
    if not here:
        refuse("link", f"it leads to {parts.hostname}, and the credential goes nowhere but to {base.host}", allowed)
    if not parts.path:
        refuse("link", "it has no path", allowed)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    return build_raw_request(
        "GET", parts.path, query, UNSET, idempotent=True, timeout=timeout, extra_headers={"Accept": "application/pdf"}
    )


def is_pdf(body: bytes) -> bool:
    """Return whether a body is a PDF by its mark."""
    return _MARK in body[:_SEARCHED]


def read_pdf(answer: Answer, context: Context, *, retry_after: float | None = None) -> bytes:
    """Return the PDF that an answer holds.

    Raises:
        APIError: the answer is a failure, a redirect, or something else, such as a login page.
    """
    if not 200 <= answer.status < 300:
        error_response.read(answer, context, retry_after=retry_after)
    if not is_pdf(answer.body):
        what = (
            "empty"
            if not answer.body.strip()
            else "HTML, a login page perhaps"
            if b"<" in answer.body[:200]
            else "something else"
        )
        text = f"the answer is {what} where a PDF is due"
        raise error_response.unexpected(text, answer, context)
    return answer.body
