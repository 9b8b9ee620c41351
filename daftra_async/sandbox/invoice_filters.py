"""The documented filters of the v1 invoice list; anything else in a query is ignored, as the real server does."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from daftra_async._numbers import number_of
from daftra_async.sandbox.codec import as_object
from daftra_async.sandbox.totals import DRAFT, OVERPAID, PARTIALLY_PAID, UNPAID
from daftra_async.sandbox.values import TRUE, as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from daftra_async.sandbox.account import Account
    from daftra_async.sandbox.store import Stored

OVERDUE, DUE, SUBSCRIPTIONS = -3, -2, 3
_EQUAL: Final = [
    "client_id",
    "type",
    "follow_up_status",
    "currency_code",
    "no",
    "po_number",
    "subscription_id",
    "work_order_id",
    "source_type",
    "source_id",
    "order_source_id",
    "einvoice_status",
    "pos_shift_id",
]
_ARRAYS: Final = ("requisition_delivery_status", "staff_id", "external_source", "tags")
_RANGES: Final = ("summary_total", "date", "due_date", "created")


def predicates(account: Account, query: Sequence[tuple[str, str]]) -> list[Callable[[Stored], bool]]:
    """One test for each filter of the query."""
    plain = {name: value for name, value in query if value}
    tests = [_equals(name, plain[name]) for name in _EQUAL if name in plain]
    for name in _ARRAYS:
        wanted = {value for key, value in query if key in {name, f"{name}[]"} and value}
        if wanted:
            tests.append(_one_of(name, wanted))
    for name in _RANGES:
        suffixes = [suffix for suffix in ("_from", "_to") if name + suffix in plain]
        tests += [_bound(account, name, plain[name + suffix], lower=suffix == "_from") for suffix in suffixes]
    return tests + _other_predicates(account, plain)


def _other_predicates(account: Account, plain: dict[str, str]) -> list[Callable[[Stored], bool]]:
    tests: list[Callable[[Stored], bool]] = []
    if "draft" in plain:
        draft = plain["draft"].lower() in TRUE
        tests.append(lambda record: bool(record.body.get("draft")) is draft)
    if "payment_status" in plain:
        tests.append(_payment_status(plain["payment_status"]))
    if "keywords" in plain:
        tests.append(_contains(plain["keywords"], ("no", "client_business_name", "notes", "po_number", "name")))
    if "shipping_option_id" in plain:
        tests.append(_equals("shipping_options", plain["shipping_option_id"]))
    if "item" in plain:
        tests.append(_has_item(plain["item"].casefold()))
    if "client_type" in plain:
        clients = {client.id for client in account.store.all("client") if as_text(client.body["type"]) == plain["client_type"]}
        tests.append(lambda record: record.body.get("client_id") in clients)
    if "custom_field" in plain:
        value = plain["custom_field"]
        tests.append(lambda record: value in {as_text(item) for item in _custom_values(record)})
    return tests


def _has_item(text: str) -> Callable[[Stored], bool]:
    return lambda record: any(text in str(line.get("item")).casefold() for line in record.parts.get("InvoiceItem", []))


def _custom_values(record: Stored) -> list[Any]:
    found = as_object(record.parts.get("InvoiceCustomField")) or {}
    return [item for item in found.values() if not isinstance(item, (dict, list))]


def _equals(name: str, wanted: str) -> Callable[[Stored], bool]:
    return lambda record: as_text(record.body.get(name)) == wanted


def _one_of(name: str, wanted: set[str]) -> Callable[[Stored], bool]:
    return lambda record: as_text(record.body.get(name)) in wanted


def _contains(text: str, names: Sequence[str]) -> Callable[[Stored], bool]:
    text = text.casefold()
    return lambda record: any(text in str(record.body.get(name) or "").casefold() for name in names)


def _bound(account: Account, name: str, text: str, *, lower: bool) -> Callable[[Stored], bool]:
    wanted: Any
    try:
        wanted = number_of(Decimal, text) if name == "summary_total" else account.date_format.read(text, with_time=False)
    except (InvalidOperation, ValueError):
        # A value the server cannot read is not a filter.
        return lambda _: True

    def test(record: Stored) -> bool:
        value = due_date(record) if name == "due_date" else record.body.get(name)
        if value is None:
            return False
        value = value[:10] if isinstance(value, str) else value
        return bool(value >= wanted if lower else value <= wanted)

    return test


def due_date(record: Stored) -> str | None:
    """The day an invoice is due, counted from its date."""
    try:
        day = dt.date.fromisoformat(record.body.get("date") or "")
    except ValueError:
        return None
    return (day + dt.timedelta(days=int(record.body.get("due_after") or 0))).isoformat()


def _payment_status(text: str) -> Callable[[Stored], bool]:
    today = dt.date.today().isoformat()

    def test(record: Stored) -> bool:
        status: Any = record.body.get("payment_status")
        unpaid = status in {UNPAID, PARTIALLY_PAID}
        late = (due_date(record) or "9999") < today
        special = {
            str(OVERDUE): unpaid and late,
            str(DUE): unpaid and not late,
            str(DRAFT): status == DRAFT,
            str(SUBSCRIPTIONS): bool(record.body.get("subscription_id")),
            str(OVERPAID): status == OVERPAID,
        }
        return special[text] if text in special else bool(as_text(status) == text)

    return test
