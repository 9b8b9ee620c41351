"""The checks against a whole account, whose sums the sandbox made by itself: it shares no code with them.

One document in five is checked; all of them by `make test-postgres`.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import Any

from daftra_async import Invoice, structure, unstructure
from daftra_async.money import verify

EVERY = 1 if os.environ.get("DAFTRA_TEST_POSTGRES") else 5


def test_nothing_differs_in_the_demo_account(account) -> None:
    taxes, documents = account
    checked = Counter[str]()
    for document in documents[::EVERY]:
        report = verify(document, taxes=taxes)
        assert report.ok, str(report)
        checked[report.kind] += report.checked
    assert len(documents) > 6_900
    kinds = {"Invoice", "Estimate", "CreditNote", "RefundReceipt", "PurchaseInvoice", "PurchaseRefund", "AdvancePayment"}
    assert checked.keys() == kinds
    assert checked.total() > 110_000 // EVERY


def test_nor_without_the_rates(account) -> None:
    _, documents = account
    assert [str(report) for document in documents[::20] if (report := verify(document))] == []


def _line(body: dict[str, Any], **changes: str) -> None:
    body["InvoiceItem"][-1] |= changes


FAULTS = {
    "invoice_item.unit_price": lambda body: _line(body, unit_price="7.77"),
    "invoice_item.quantity": lambda body: _line(body, quantity="1000"),
    "invoice_item.subtotal": lambda body: _line(body, subtotal="1.0000"),
    "invoice_item.summary_tax1": lambda body: _line(body, summary_tax1="1.0000"),
    "invoice_item.calculated_discount": lambda body: _line(body, calculated_discount="0.5000"),
    "discount_amount": lambda body: body.update(discount_amount="3"),
    "summary_total": lambda body: body.update(summary_total="0.01"),
    "summary_unpaid": lambda body: body.update(summary_unpaid="12.34"),
    "summary_deposit": lambda body: body.update(summary_deposit="5"),
    "invoice_payment.amount": lambda body: body["InvoicePayment"][0].update(amount="0.07"),
}
"""Ten kinds of faults, each by what is changed."""


def test_ten_faults_are_found(account) -> None:
    """Nothing else is reported, in an account of which every tenth document is broken in one place."""
    taxes, documents = account
    paid = [each for each in documents if isinstance(each, Invoice) and each.invoice_payment]
    bodies = [unstructure(each) for each in paid[:100]]
    broken = {index * 10: name for index, name in enumerate(FAULTS)}
    for index, name in broken.items():
        FAULTS[name](bodies[index])
    reports = [verify(structure(Invoice, body), taxes=taxes) for body in bodies]
    assert {index: len(report) for index, report in enumerate(reports) if report} == dict.fromkeys(broken, 1)
