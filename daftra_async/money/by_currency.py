"""What many documents come to, by currency: amounts of two currencies are never added."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async._text import refuse
from daftra_async.models.advance_payment import AdvancePayment
from daftra_async.models.invoice_document import InvoiceDocument
from daftra_async.money.reading import amount_of, currency_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FIELDS: Final = ("subtotal", "discount", "total", "paid", "unpaid")
# Wide enough for every amount that `is_short` lets through, so that nothing is rounded.
_EXACT: Final = Context(prec=1000, traps=[])


@attrs.frozen(kw_only=True)
class Amounts:
    """What the documents of one currency come to: the sums of their `summary_...` fields."""

    currency: str
    """Code of the currency; empty for documents that name none, which are in the currency of the account."""
    count: int = 0
    """How many documents."""
    subtotal: Decimal = Decimal(0)
    discount: Decimal = Decimal(0)
    total: Decimal = Decimal(0)
    paid: Decimal = Decimal(0)
    unpaid: Decimal = Decimal(0)
    missing: Mapping[str, int] = attrs.field(factory=dict[str, int])
    """How many documents lack an amount, by the name of the sum, which is too low by them; empty when nothing is missing."""


class Totals(Mapping[str, Amounts]):
    """Sums by currency: `sums["SAR"].unpaid`. Filled by `add`, so that a stream of any length can be summed up.

    sums = Totals()
    async for invoice in daftra.invoices.list():
        sums.add(invoice)
    """

    def __init__(self) -> None:
        self._amounts: dict[str, Amounts] = {}
        self._kind = ""

    def add(self, document: InvoiceDocument | AdvancePayment) -> None:
        """Add a document; drafts count too, so leave them out before where they should not.

        Raises:
            ArgumentError: this is no sales document, or of another class than those before: a credit note takes away what an
                invoice adds, so they are summed up apart.
        """
        if not isinstance(document, InvoiceDocument | AdvancePayment):  # pyright: ignore[reportUnnecessaryIsInstance]  # untyped callers
            refuse("document", f"{type(document).__name__} was given", "a sales document such as an Invoice")
        kind = type(document).__name__
        if self._kind not in {"", kind}:
            refuse("document", f"{kind} was given", f"{self._kind}, as before: sum up each class of documents apart")
        self._kind = kind
        currency = currency_in(document)
        before = self._amounts.get(currency)
        self._amounts[currency] = _added(Amounts(currency=currency) if before is None else before, document)

    def __getitem__(self, currency: str) -> Amounts:
        return self._amounts[currency]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._amounts))

    def __len__(self) -> int:
        return len(self._amounts)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({[self._amounts[currency] for currency in self]})"

    def __str__(self) -> str:
        return "\n".join(self._rows())

    def _rows(self) -> Iterator[str]:
        rows: list[tuple[str, ...]] = [("currency", "count", *FIELDS)]
        rows += [(code or "-", str(one.count), *(f"{getattr(one, name):f}" for name in FIELDS)) for code, one in self.items()]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for first, *rest in rows:
            yield "  ".join([first.ljust(widths[0]), *(text.rjust(width) for text, width in zip(rest, widths[1:], strict=True))])
        for code, one in self.items():
            yield from (f"{code or '-'}: {number} without {name}" for name, number in one.missing.items())


def totals(documents: Iterable[InvoiceDocument | AdvancePayment]) -> Totals:
    """Return what documents come to, by currency.

    Args:
        documents: Records of one class: invoices, estimates, credit notes, refund receipts or advance payments. For a list that
            is not in memory, see `Totals`.

    Raises:
        ArgumentError: one is no sales document, or of another class than the first.
    """
    found = Totals()
    for document in documents:
        found.add(document)
    return found


def _added(before: Amounts, document: InvoiceDocument | AdvancePayment) -> Amounts:
    sums, missing = dict[str, Any](), dict(before.missing)
    for name in FIELDS:
        amount = amount_of(document, f"summary_{name}")
        if isinstance(amount, Decimal):
            sums[name] = _EXACT.add(getattr(before, name), amount)
        else:
            missing[name] = missing.get(name, 0) + 1
    return attrs.evolve(before, count=before.count + 1, missing=missing, **sums)
