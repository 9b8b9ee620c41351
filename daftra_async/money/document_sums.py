"""Checking the sums of a document: what its lines, its payments and the rest of it come to."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.models.invoice_deposit_type import InvoiceDepositType
from daftra_async.models.invoice_payment_status import InvoicePaymentStatus
from daftra_async.models.payment_status import PaymentStatus
from daftra_async.money.examination import Examination, plain
from daftra_async.money.reading import Unreadable, amount_of, currency_in, payments_in, value_of
from daftra_async.money.rounding import rounded
from daftra_async.money.sums import NONE, Terms, document_discount, document_total, payment_status

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.money.lines import LinesFound

_NO_PAYMENTS: Final = "the record does not bring its payments: read it with get()"


@attrs.frozen
class _Sum:
    """A sum of a document: as recomputed (None where it cannot be), and what to go on with."""

    expected: Fraction | None
    found: Fraction | None


@attrs.frozen
class DocumentSums:
    """Compares the sums of one document, each with what it is made of."""

    check: Examination
    source: Any
    terms: Terms
    no_terms: str
    """Why what the document says beside its lines is not known."""
    decimals: int

    def examine(self, lines: LinesFound) -> None:
        """Compare all of them."""
        subtotal = self._subtotal(lines)
        discount = self._discount(subtotal)
        total = self._total(lines, subtotal, discount)
        paid = self._paid()
        self._deposit(total)
        self._unpaid(total, paid)
        self._status(total, paid)

    def _stored(self, field: str) -> Fraction | None:
        value = amount_of(self.source, field)
        return None if value is None or isinstance(value, Unreadable) else Fraction(value)

    def _skip(self, field: str, reason: str) -> _Sum:
        self.check.skip(field, reason)
        return _Sum(None, self._stored(field))

    def _compare(
        self, field: str, expected: Fraction, how: Callable[[], str], *follows: Fraction, slack: Fraction = NONE
    ) -> _Sum:
        compared = self.check.compare(
            field,
            amount_of(self.source, field),
            expected,
            how,
            decimals=self.decimals,
            slack=slack,
            follows=[(value, slack + self._half_unit * 2) for value in follows if value != expected],
        )
        return _Sum(compared.expected, compared.found)

    @property
    def _half_unit(self) -> Fraction:
        return Fraction(1, 2 * 10**self.decimals)

    def _fixed(self, value: Fraction) -> Fraction:
        return Fraction(rounded(value, self.decimals, self.check.rules.rounding))

    def _subtotal(self, lines: LinesFound) -> _Sum:
        if lines.no_subtotal:
            return self._skip("summary_subtotal", lines.no_subtotal)
        return self._compare("summary_subtotal", lines.subtotal, lambda: "the subtotals of the lines", lines.found_subtotal)

    def _discount(self, subtotal: _Sum) -> _Sum:
        if self.no_terms or subtotal.found is None:
            return self._skip("summary_discount", self.no_terms or "summary_subtotal is not known")
        expected = document_discount(subtotal.found if subtotal.expected is None else subtotal.expected, self.terms)
        if self.check.rules.round_at == "line":
            expected = self._fixed(expected)
        base = subtotal.found
        # A stored subtotal is rounded, and so is what is made of it.
        slack = NONE if subtotal.expected is not None else self._half_unit * abs(self.terms.discount) / 100
        return self._compare(
            "summary_discount",
            expected,
            lambda: f"{plain(self.terms.discount)} % of {plain(base)} + {plain(self.terms.discount_amount)}",
            document_discount(base, self.terms),
            slack=slack,
        )

    def _total(self, lines: LinesFound, subtotal: _Sum, discount: _Sum) -> _Sum:
        taxed = self.terms.shipping and value_of(self.source, "shipping_tax_id")
        reason = self.no_terms or lines.no_subtotal or lines.no_tax
        if not reason and taxed:
            reason = "the shipping has a tax, and the record does not tell how much"
        if reason or subtotal.expected is None or discount.expected is None:
            return self._skip("summary_total", reason)
        assert subtotal.found is not None
        assert discount.found is not None
        expected = document_total(subtotal.expected, discount.expected, lines.tax, self.terms)
        follows = document_total(subtotal.found, discount.found, lines.found_tax, self.terms)
        start = f"{plain(subtotal.expected)} - {plain(discount.expected)} + taxes {plain(lines.tax)}"
        return self._compare("summary_total", expected, lambda: start + self._added(), follows, slack=lines.slack)

    def _added(self) -> str:
        """Say what a document adds to its lines."""
        amounts = {"shipping": self.terms.shipping, "adjustment": self.terms.adjustment}
        return "".join(f" + {label} {plain(amount)}" for label, amount in amounts.items() if amount)

    def _paid(self) -> _Sum:
        name, payments = payments_in(self.source)
        if payments is None:
            return self._skip("summary_paid", _NO_PAYMENTS)
        amounts: list[Fraction] = []
        reason = ""
        for index, payment in enumerate(payments):
            amount = self._payment(f"{name}[{index}]", payment)
            if isinstance(amount, str):
                reason = reason or f"{name}[{index}]{amount}"
            else:
                amounts.append(amount)
        deposit = self._paid_deposit()
        if reason or isinstance(deposit, str):
            return self._skip("summary_paid", reason or str(deposit))
        paid = sum(amounts, deposit)
        return self._compare("summary_paid", paid, lambda: f"the completed ones of {len(payments)} payments")

    def _payment(self, where: str, payment: Any) -> Fraction | str:
        """Return what a payment adds, or why that is not known."""
        mine, theirs = currency_in(self.source), currency_in(payment)
        if mine and theirs and mine != theirs:
            self.check.checked += 1
            self.check.differ(f"{where}.currency_code", mine, theirs, "the currency of the document")
            return f" is in {theirs}: amounts of two currencies are not added"
        status, amount = amount_of(payment, "status"), amount_of(payment, "amount")
        if status is None or isinstance(status, Unreadable):
            return ".status is not known"
        if status != PaymentStatus.COMPLETED:
            return NONE
        if isinstance(amount, Unreadable):
            return f".amount {amount}"
        return NONE if amount is None else Fraction(amount)

    def _paid_deposit(self) -> Fraction | str:
        """Return what a deposit that is paid adds."""
        if self.check.rules.paid_deposit != "payment" or amount_of(self.source, "deposit_type") != InvoiceDepositType.PAID:
            return NONE
        deposit = self._stored("summary_deposit")
        return "summary_deposit is not known" if deposit is None else deposit

    def _deposit(self, total: _Sum) -> None:
        deposit = amount_of(self.source, "deposit")
        if deposit is None or isinstance(deposit, Unreadable):
            self.check.skip("summary_deposit", "deposit is empty or was not sent" if deposit is None else f"deposit {deposit}")
            return
        percent = self.check.rules.deposit == "percent"
        if percent and total.found is None:
            self.check.skip("summary_deposit", "summary_total is not known")
        elif percent and total.found is not None:
            base = total.found
            self._compare(
                "summary_deposit", base * Fraction(deposit) / 100, lambda: f"{plain(Fraction(deposit))} % of {plain(base)}"
            )
        else:
            self._compare("summary_deposit", Fraction(deposit), lambda: "the deposit")

    def _unpaid(self, total: _Sum, paid: _Sum) -> None:
        refund = self._stored("summary_refund")
        if refund is not None:
            self.check.skip("summary_refund", "refunds are documents of their own")
        if refund or total.found is None or paid.found is None:
            reason = "whether a refund counts is not known" if refund else "summary_total or summary_paid is not known"
            self.check.skip("summary_unpaid", reason)
            return
        total_, paid_ = self._recomputed(total), self._recomputed(paid)
        follows = self._fixed(total.found) - self._fixed(paid.found)
        self._compare("summary_unpaid", total_ - paid_, lambda: f"{plain(total_)} - {plain(paid_)}", follows)

    def _recomputed(self, sum_: _Sum) -> Fraction:
        """Return a sum as it is stored when all is right."""
        value = sum_.found if sum_.expected is None else sum_.expected
        assert value is not None
        return self._fixed(value)

    def _status(self, total: _Sum, paid: _Sum) -> None:
        found = value_of(self.source, "payment_status")
        if not isinstance(found, int):
            self.check.skip("payment_status", "it is empty, was not sent or is not a number")
        elif found == InvoicePaymentStatus.REFUNDED:
            self.check.skip("payment_status", "refunds are documents of their own")
        elif total.found is None or paid.found is None:
            self.check.skip("payment_status", "summary_total or summary_paid is not known")
        else:
            self._compare_status(int(found), total, paid)

    def _compare_status(self, found: int, total: _Sum, paid: _Sum) -> None:
        assert total.found is not None
        assert paid.found is not None
        draft = bool(value_of(self.source, "draft"))
        self.check.checked += 1
        total_, paid_ = self._recomputed(total), self._recomputed(paid)
        expected = payment_status(draft=draft, total=total_, paid=paid_)
        follows = payment_status(draft=draft, total=self._fixed(total.found), paid=self._fixed(paid.found))
        if found not in {expected, follows}:
            how = "a draft" if draft else f"{plain(paid_)} of {plain(total_)} paid"
            self.check.differ("payment_status", InvoicePaymentStatus(expected), InvoicePaymentStatus(found), how)
