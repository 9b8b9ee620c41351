"""What `verify` found."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from daftra_async.models.invoice_payment_status import InvoicePaymentStatus
from daftra_async.money.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Iterator


@attrs.frozen(kw_only=True)
class Difference:
    """A field that does not follow from the rest of its record."""

    field: str
    """Which one: `summary_total`, `invoice_item[2].subtotal`."""
    expected: Decimal | InvoicePaymentStatus | str
    """What follows from the other fields."""
    found: Decimal | InvoicePaymentStatus | int | str
    """What the server says."""
    how: str
    """How the expected value is computed: `3 x 100.00 - 5.00`."""

    def __str__(self) -> str:
        return f"{self.field}: expected {_shown(self.expected)}, found {_shown(self.found)} ({self.how})"


@attrs.frozen(kw_only=True)
class Unchecked:
    """A field of which the record does not tell what it should be."""

    field: str
    reason: str

    def __str__(self) -> str:
        return f"{self.field}: {self.reason}"


@attrs.frozen(kw_only=True)
class Report:
    """What became of the check of a document; false when nothing differs, so `if verify(invoice):` is true of trouble."""

    kind: str
    """Class of the record, such as `Invoice`."""
    id: int | None
    """Its id."""
    currency: str
    """Code of its currency; empty where the record names none."""
    differences: tuple[Difference, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    """What could not be checked, and why."""
    checked: int = 0
    """How many fields were checked."""
    rules: Rules
    """The rules that were followed."""
    explained_by: tuple[str, ...] = ()
    """Options of `Rules` each of which alone would explain all differences: `("line_discount='unit'",)`."""

    @property
    def ok(self) -> bool:
        """Nothing differs."""
        return not self.differences

    def __bool__(self) -> bool:
        return bool(self.differences)

    def __iter__(self) -> Iterator[Difference]:
        return iter(self.differences)

    def __len__(self) -> int:
        return len(self.differences)

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        name = self.kind if self.id is None else f"{self.kind} {self.id}"
        currency = f" ({self.currency})" if self.currency else ""
        count = len(self.differences)
        verdict = f"{count} of {self.checked} fields differ" if count else f"{self.checked} fields agree"
        yield f"{name}{currency}: {verdict}"
        yield from (f"  {difference}" for difference in self.differences)
        if self.explained_by:
            yield f"  would agree with Rules({') or Rules('.join(self.explained_by)})"
        reasons: dict[str, list[str]] = {}
        for each in self.unchecked:
            reasons.setdefault(each.reason, []).append(each.field)
        yield from (f"  not checked: {', '.join(fields)}: {reason}" for reason, fields in reasons.items())


def _shown(value: object) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(getattr(value, "name", value))
