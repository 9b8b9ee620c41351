"""Whether the amounts of a record follow from each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from daftra_async._text import refuse
from daftra_async.models.advance_payment import AdvancePayment
from daftra_async.models.invoice_document import InvoiceDocument
from daftra_async.models.purchase_document import PurchaseDocument
from daftra_async.money.currencies import decimals_of
from daftra_async.money.document_sums import DocumentSums
from daftra_async.money.examination import Examination
from daftra_async.money.lines import check_lines
from daftra_async.money.reading import (
    amount_of,
    currency_in,
    lines_in,
    read_terms,
    value_of,
)
from daftra_async.money.report import Report
from daftra_async.money.rules import Rules
from daftra_async.money.sums import Terms
from daftra_async.money.taxes import rates_in, rates_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.money.taxes import Rate, Taxes

Document: TypeAlias = InvoiceDocument | PurchaseDocument | AdvancePayment
_SUMS: Final = ("summary_subtotal", "summary_discount", "summary_total", "summary_paid", "summary_unpaid", "summary_deposit")
_NO_LINES: Final = "the record brings no lines: read it with get()"


def verify(document: Document, *, taxes: Taxes | None = None, rules: Rules | None = None) -> Report:
    """Recompute a document from its lines and payments, and report each field of the server that differs.

    Invoices, estimates, credit notes, refund receipts and advance payments are checked as a whole, purchase documents as far as
    their lines: they have no sums. A difference that only follows from another one is not reported again. What the record does
    not tell is in `unchecked`, with the reason; `list()` leaves out the lines (except `recursive=1` of invoices), so check what
    `get()` gives.

    Args:
        document: The record.
        taxes: The taxes that its lines name by id: the records of `taxes.list()`, or a mapping of ids to percentages. Without it
            the amounts of taxes are taken as they are.
        rules: How it is added up, where that is not documented.

    Raises:
        ArgumentError: this is no document, these are no taxes, or a percentage is a float.
    """
    if not isinstance(document, Document):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
        refuse("document", f"{type(document).__name__} was given", "a record of an invoice or another document with lines")
    rules = Rules() if rules is None else rules
    rates = rates_in(value_of(document, "purchase_order_tax")) | rates_of(taxes)
    check = _examine(document, rates, rules)
    explained = () if not check.differences else _explanations(document, rates, rules)
    identity = value_of(document, "id")
    return Report(
        kind=type(document).__name__,
        id=identity if isinstance(identity, int) else None,
        currency=currency_in(document),
        differences=tuple(check.differences),
        unchecked=tuple(check.unchecked),
        checked=check.checked,
        rules=rules,
        explained_by=explained,
    )


def _explanations(document: Any, rates: Mapping[int, Rate], rules: Rules) -> tuple[str, ...]:
    return tuple(option for option, other in rules.others() if not _examine(document, rates, other).differences)


def _examine(document: Any, rates: Mapping[int, Rate], rules: Rules) -> Examination:
    check = Examination(rules)
    terms = read_terms(document)
    decimals = decimals_of(currency_in(document)) if rules.decimals is None else rules.decimals
    name, lines = lines_in(document)
    readable = Terms() if isinstance(terms, str) else terms
    found = check_lines(check, name, lines, readable, rates, decimals)
    if not lines:
        found.no_subtotal = found.no_tax = _NO_LINES
    if all(amount_of(document, each) is None for each in _SUMS):
        check.skip("summary_total", "the record has no sums of its own")
        return check
    DocumentSums(check, document, readable, terms if isinstance(terms, str) else "", decimals).examine(found)
    return check
