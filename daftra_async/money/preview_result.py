"""What `preview` returns."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from daftra_async.models.invoice_payment_status import InvoicePaymentStatus
from daftra_async.money.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Iterator


@attrs.frozen(kw_only=True)
class PreviewLine:
    """The amounts of a line, with 4 decimals."""

    gross: Decimal
    """Quantity x unit price."""
    discount: Decimal
    """The discount of the line."""
    subtotal: Decimal
    """After the discount, without taxes."""
    tax1: Decimal
    tax2: Decimal
    total: Decimal
    """With taxes, before the discount of the document."""


@attrs.frozen(kw_only=True)
class Doubt:
    """A rule that nobody has proved, and that matters for this document."""

    option: str
    """The option of `Rules` as it would have to be: `line_discount='unit'`."""
    changes: Mapping[str, Decimal]
    """What the preview would be then, by the names of its fields; only those that differ."""

    def __str__(self) -> str:
        changes = ", ".join(f"{name} {value:f}" for name, value in self.changes.items())
        return f"Rules({self.option}): {changes}"


@attrs.frozen(kw_only=True)
class Preview:
    """What a document will come to.

    `subtotal - discount + tax + shipping + adjustment + rounding` is `total`.
    """

    currency: str
    """Code of the currency; empty where neither the document nor the caller named one."""
    lines: tuple[PreviewLine, ...]
    subtotal: Decimal
    """The subtotals of the lines."""
    discount: Decimal
    """The discount of the document."""
    tax: Decimal
    """All taxes together."""
    taxes: Mapping[int, Decimal]
    """The amount of each tax by its id."""
    shipping: Decimal
    adjustment: Decimal
    rounding: Decimal
    """What the sums lack of the total since each is rounded by itself: at most a few units of the last decimal."""
    total: Decimal
    deposit: Decimal
    paid: Decimal
    """What the payments that are sent along come to."""
    unpaid: Decimal
    payment_status: InvoicePaymentStatus
    rules: Rules
    """The rules that were followed."""
    doubts: tuple[Doubt, ...] = ()
    """Rules on which the result depends and that nobody has proved."""
    not_counted: tuple[str, ...] = ()
    """What the document has and the result does not hold, since it is not known how it counts."""

    def __str__(self) -> str:
        return "\n".join(self._rows())

    def _rows(self) -> Iterator[str]:
        amounts = {
            "subtotal": self.subtotal,
            "discount": self.discount.copy_negate(),
            **{f"tax {tax_id}": amount for tax_id, amount in self.taxes.items()},
            "shipping": self.shipping,
            "adjustment": self.adjustment,
            "rounding": self.rounding,
        }
        rows = {name: amount for name, amount in amounts.items() if amount or name == "subtotal"}
        rows |= {"total": self.total}
        rows |= {"paid": self.paid, "unpaid": self.unpaid} if self.paid else {}
        texts = {name: f"{amount:f}" for name, amount in rows.items()}
        names, width = max(map(len, texts)), max(map(len, texts.values()))
        yield from (f"{name:<{names}}  {text:>{width}} {self.currency}".rstrip() for name, text in texts.items())
        yield from (f"in doubt: {doubt}" for doubt in self.doubts)
        yield from (f"not counted: {each}" for each in self.not_counted)
