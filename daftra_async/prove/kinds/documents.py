"""What becomes of discounts, taxes and payments of invoices. The amounts are made up, and chosen to tell the answers apart."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from daftra_async.catalogue import operation_of
from daftra_async.prove.asking import CannotTell, give_up
from daftra_async.prove.kinds.result import Result
from daftra_async.prove.shapes import id_of, record_form
from daftra_async.wire.guards import is_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.lab import Lab

_CENT: Final = Decimal("0.01")
_PAYMENTS: Final = "InvoicePayment"


async def total(lab: Lab, experiment: Experiment) -> Result:
    """Make an invoice, and tell the answer by its total: each has one of its own."""
    invoice = await made_invoice(lab, experiment.record or "")
    found = amount(invoice.get("summary_total"))
    if found is None:
        msg = "the invoice shows no total"
        raise CannotTell(msg)
    by_total = {Decimal(value).quantize(_CENT): answer for answer, value in experiment.given["totals"].items()}
    return Result(by_total.get(found.quantize(_CENT), "another total"), f"total {found} of {experiment.given['made']}")


async def payments_in_update(lab: Lab, experiment: Experiment) -> Result:
    """Send a second payment with an update of an invoice that has one."""
    record = experiment.record or ""
    body = await lab.records.body_of(record)
    seen, identity = await lab.records.create(record, body)
    if identity is None:
        give_up(seen)
    before = _amounts(await read_invoice(lab, identity))
    first, second = (Decimal(each) for each in experiment.given["payments"])
    update = operation_of("invoices.update")
    changed = {**body, "Payment": [{**body["Payment"][0], "amount": str(second)}]}
    written = await lab.write(update.method, lab.path_of(update, {"id": identity}), changed)
    after = _amounts(await read_invoice(lab, identity))
    if not written.ok:
        give_up(written)
    if before != [first]:
        msg = f"{len(before)} payments of a new invoice with one"
        raise CannotTell(msg)
    answers: dict[tuple[Decimal, ...], str] = {(first, second): "added", (second,): "replaced", (first,): "ignored"}
    return Result(answers.get(tuple(sorted(after)), "another"), f"{len(before)} payment before, {len(after)} after")


async def made_invoice(lab: Lab, record: str) -> Mapping[str, Any]:
    """Make an invoice and read it again.

    Raises:
        CannotTell: it cannot be made, or cannot be read.
    """
    seen, identity = await lab.records.create(record, await lab.records.body_of(record))
    if identity is None:
        give_up(seen)
    return await read_invoice(lab, identity)


async def read_invoice(lab: Lab, identity: str) -> Mapping[str, Any]:
    """Read a made-up invoice; payments that were made with it are noted, so that they are deleted too.

    Raises:
        CannotTell: it cannot be read.
    """
    seen = await lab.ask("invoices.get", {"id": identity})
    invoice = record_form(seen.body)[1] if seen.ok else None
    if invoice is None:
        give_up(seen)
    payments = invoice.get(_PAYMENTS)
    for payment in payments if is_list(payments) else ():
        if (found := id_of(payment)) is not None:
            lab.records.adopt("invoice_payments", found, "invoice_payments.delete")
    return invoice


def _amounts(invoice: Mapping[str, Any]) -> list[Decimal]:
    payments = invoice.get(_PAYMENTS)
    found = [amount(payment.get("amount")) for payment in payments] if is_list(payments) else []
    return sorted(each for each in found if each is not None)


def amount(value: Any) -> Decimal | None:
    """Return an amount, sent as number or as text."""
    try:
        return None if value in (None, "") else Decimal(str(value))
    except InvalidOperation:
        return None
