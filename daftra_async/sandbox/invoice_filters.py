"""The documented filters of the v1 invoice list; anything else in a query is ignored, as the real server does."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from daftra_async._numbers import number_of
from daftra_async.sandbox.derived import custom_texts, custom_wanted, due_date, item_texts, searched_texts
from daftra_async.sandbox.totals import DRAFT, OVERPAID, PARTIALLY_PAID, UNPAID
from daftra_async.sandbox.values import TRUE, as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from daftra_async.sandbox.account import Account
    from daftra_async.sandbox.store import Stored

OVERDUE, DUE, SUBSCRIPTIONS = -3, -2, 3
EQUAL: Final = [
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
ARRAYS: Final = ("requisition_delivery_status", "staff_id", "external_source", "tags")
RANGES: Final = ("summary_total", "date", "due_date", "created")


def predicates(account: Account, query: Sequence[tuple[str, str]]) -> list[Callable[[Stored], bool]]:
    """One test for each filter of the query."""
    plain = {name: value for name, value in query if value}
    tests = [_equals(name, plain[name]) for name in EQUAL if name in plain]
    for name in ARRAYS:
        wanted = array_values(query, name)
        if wanted:
            tests.append(_one_of(name, wanted))
    for name in RANGES:
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
        tests.append(_contains(plain["keywords"]))
    if "shipping_option_id" in plain:
        tests.append(_equals("shipping_options", plain["shipping_option_id"]))
    if "item" in plain:
        tests.append(_has_item(plain["item"].casefold()))
    if "client_type" in plain:
        clients = {client.id for client in account.store.all("client") if as_text(client.body["type"]) == plain["client_type"]}
        tests.append(lambda record: record.body.get("client_id") in clients)
    if "custom_field" in plain:
        wanted = custom_wanted(account.behaviours.custom_field_search, plain.get("custom_field_label"), plain["custom_field"])
        tests.append(lambda record: not set(wanted).isdisjoint(custom_texts(record.parts)))
    return tests


def array_values(query: Sequence[tuple[str, str]], name: str) -> set[str]:
    """The values of a filter that may be sent several times."""
    return {value for key, value in query if key in {name, f"{name}[]"} and value}


def _has_item(text: str) -> Callable[[Stored], bool]:
    return lambda record: any(text in item for item in item_texts(record.parts))


def _equals(name: str, wanted: str) -> Callable[[Stored], bool]:
    return lambda record: as_text(record.body.get(name)) == wanted


def _one_of(name: str, wanted: set[str]) -> Callable[[Stored], bool]:
    return lambda record: as_text(record.body.get(name)) in wanted


def _contains(text: str) -> Callable[[Stored], bool]:
    text = text.casefold()
    return lambda record: any(text in found for found in searched_texts(record.body))


def bound_value(account: Account, name: str, text: str) -> Any:
    """The number or the ISO date of a filter that ends in `_from` or `_to`; None where it is not one."""
    try:
        return number_of(Decimal, text) if name == "summary_total" else account.date_format.read(text, with_time=False)
    except (InvalidOperation, ValueError):
        return None


def _bound(account: Account, name: str, text: str, *, lower: bool) -> Callable[[Stored], bool]:
    wanted = bound_value(account, name, text)
    if wanted is None:
        # A value the server cannot read is not a filter.
        return lambda _: True

    def test(record: Stored) -> bool:
        value = due_date(record.body) if name == "due_date" else record.body.get(name)
        if value is None:
            return False
        value = value[:10] if isinstance(value, str) else value
        return bool(value >= wanted if lower else value <= wanted)

    return test


def _payment_status(text: str) -> Callable[[Stored], bool]:
    today = dt.date.today().isoformat()

    def test(record: Stored) -> bool:
        status: Any = record.body.get("payment_status")
        unpaid = status in {UNPAID, PARTIALLY_PAID}
        late = (due_date(record.body) or "9999") < today
        special = {
            str(OVERDUE): unpaid and late,
            str(DUE): unpaid and not late,
            str(DRAFT): status == DRAFT,
            str(SUBSCRIPTIONS): bool(record.body.get("subscription_id")),
            str(OVERPAID): status == OVERPAID,
        }
        return special[text] if text in special else bool(as_text(status) == text)

    return test
