"""Documents as PDF, with nothing but what every reader has: one page, one of the standard fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.sandbox.codec import as_list, as_object
from daftra_async.sandbox.values import as_text

if TYPE_CHECKING:
    from daftra_async.sandbox.account import Account
    from daftra_async.sandbox.store import Stored

RESOURCES: Final = {
    "invoices": "invoice",
    "estimates": "estimate",
    "credit_notes": "credit_note",
    "refund_receipts": "refund_receipt",
}
"""Collections of the documents that have one, by the name that stands in their links."""
FIELD: Final = "invoice_pdf_url"
_NAMES: Final = {collection: resource for resource, collection in RESOURCES.items()}
_MOST_LINES: Final = 45
_LONGEST: Final = 90


def link(collection: str, identity: int) -> str | None:
    """The path of a document's PDF; None where there is none."""
    return f"/{_NAMES[collection]}/view/{identity}.pdf" if collection in _NAMES else None


def is_link(collection: str, identity: int, text: object) -> bool:
    """Whether a text leads to the PDF of a document."""
    path = link(collection, identity)
    return path is not None and isinstance(text, str) and text.endswith(path)


def asked(account: Account, path: str) -> bytes | None:
    """The PDF that a path names; None if it names none."""
    resource, _, rest = path.removeprefix("/").partition("/view/")
    name, _, suffix = rest.partition(".")
    if resource not in RESOURCES or suffix != "pdf" or not (name.isascii() and name.isdigit()):
        return None
    found = account.store.get(RESOURCES[resource], int(name))
    return None if found is None else write(_lines(RESOURCES[resource], found))


def _lines(collection: str, record: Stored) -> list[str]:
    body, currency = record.body, as_text(record.body.get("currency_code")) or ""
    found = [
        f"{collection.replace('_', ' ').capitalize()} {body.get('no')}",
        f"Date: {body.get('date')}",
        f"Client: {body.get('client_business_name')}",
        "",
    ]
    for item in as_list(record.parts.get("InvoiceItem")) or []:
        line = as_object(item) or {}
        amounts = (as_text(line.get(name)) for name in ("quantity", "unit_price", "subtotal"))
        found.append("{}: {} x {} = {}".format(as_text(line.get("item")), *amounts))
    sums = ("subtotal", "discount", "total", "paid", "unpaid")
    return found + [f"{label.capitalize()}: {as_text(body.get(f'summary_{label}'))} {currency}" for label in sums]


def write(lines: list[str]) -> bytes:
    """A PDF of one page; letters that its font does not have become question marks."""
    shown = b" T*\n".join(b"(" + _escaped(line) + b") Tj" for line in lines[:_MOST_LINES])
    content = b"BT /F1 11 Tf 56 786 Td 16 TL\n" + shown + b"\nET"
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    made = bytearray(b"%PDF-1.4\n")
    places: list[int] = []
    for number, text in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(made)


def _escaped(text: str) -> bytes:
    plain = text[:_LONGEST].encode("cp1252", "replace")
    for mark in (b"\\", b"(", b")"):
        plain = plain.replace(mark, b"\\" + mark)
    return plain.replace(b"\r", b" ").replace(b"\n", b" ")
