"""The filters of the v1 invoice list as conditions of a search; what each means is said by `invoice_filters`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from daftra_async.sandbox.derived import CUSTOM, DRAFT, DUE_DATE, ITEMS, KEYWORDS, SEPARATOR, SUBSCRIBED, custom_wanted
from daftra_async.sandbox.invoice_filters import ARRAYS, DUE, EQUAL, OVERDUE, RANGES, SUBSCRIPTIONS, array_values, bound_value
from daftra_async.sandbox.numbers import exact
from daftra_async.sandbox.search import Condition, Inexact, Place
from daftra_async.sandbox.totals import DRAFT as DRAFT_STATUS
from daftra_async.sandbox.totals import OVERPAID, PARTIALLY_PAID, UNPAID
from daftra_async.sandbox.values import TRUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.sandbox.account import Account

_DAY: Final = len("2026-01-31")
_STATUS: Final = Place("payment_status")
_DUE: Final = Place(DUE_DATE)


def conditions(account: Account, query: Sequence[tuple[str, str]]) -> list[Condition]:
    """One condition or more for each filter of the query.

    Raises:
        Inexact: SQLite would not compare as the sandbox does.
    """
    plain = {name: value for name, value in query if value}
    found = [_among(name, [plain[name]]) for name in EQUAL if name in plain]
    found += [_among(name, sorted(wanted)) for name in ARRAYS if (wanted := array_values(query, name))]
    for name in RANGES:
        for suffix, sign in (("_from", ">="), ("_to", "<=")):
            if name + suffix in plain:
                found += _bound(account, name, sign, plain[name + suffix])
    return found + _others(account, plain)


def _others(account: Account, plain: dict[str, str]) -> list[Condition]:
    found: list[Condition] = []
    if "draft" in plain:
        found.append(_among(DRAFT, ["1" if plain["draft"].lower() in TRUE else "0"]))
    if "payment_status" in plain:
        found += _payment_status(plain["payment_status"])
    if "keywords" in plain:
        found.append(_contains(KEYWORDS, plain["keywords"].casefold()))
    if "shipping_option_id" in plain:
        found.append(_among("shipping_options", [plain["shipping_option_id"]]))
    if "item" in plain:
        found.append(_contains(ITEMS, plain["item"].casefold()))
    if "client_type" in plain:
        found.append(Condition(Place("type", "client", "client_id"), "text = ?", (plain["client_type"],)))
    if "custom_field" in plain:
        label, value = plain.get("custom_field_label"), plain["custom_field"]
        found.append(_contains(CUSTOM, *custom_wanted(account.behaviours.custom_field_search, label, value), whole=True))
    return found


def _among(name: str, wanted: list[str]) -> Condition:
    return Condition(Place(name), f"text IN ({', '.join('?' * len(wanted))})", tuple(wanted), narrow=True)


def _contains(name: str, *texts: str, whole: bool = False) -> Condition:
    if any(SEPARATOR in text for text in texts):
        raise Inexact
    wanted = tuple(f"{SEPARATOR}{text}{SEPARATOR}" if whole else text for text in texts)
    return Condition(Place(name), " OR ".join(["instr(text, ?) > 0"] * len(wanted)), wanted)


def _bound(account: Account, name: str, sign: str, text: str) -> list[Condition]:
    wanted = bound_value(account, name, text)
    if wanted is None:
        return []
    if isinstance(wanted, str):
        if len(wanted) != _DAY:
            raise Inexact
        # Only the day of a date-time counts: what follows it sorts before the last character there is.
        return [
            Condition(
                Place(name if name != "due_date" else DUE_DATE), f"text {sign} ?", (wanted + "\U0010ffff" * (sign == "<="),)
            )
        ]
    try:
        return [Condition(Place(name), f"number {sign} ?", (exact(format(wanted, "f")),), numbers=True)]
    except OverflowError:
        raise Inexact from None


def _payment_status(text: str) -> list[Condition]:
    unpaid = Condition(_STATUS, "value IN (?, ?)", (UNPAID, PARTIALLY_PAID), numbers=True)
    late = Condition(_DUE, "text < ?", (dt.date.today().isoformat(),))
    special = {
        str(OVERDUE): [unpaid, late],
        str(DUE): [unpaid, Condition(_DUE, late.where, late.values, negated=True)],
        str(DRAFT_STATUS): [_status(DRAFT_STATUS)],
        str(SUBSCRIPTIONS): [_among(SUBSCRIBED, ["1"])],
        str(OVERPAID): [_status(OVERPAID)],
    }
    return special.get(text) or [_among(_STATUS.name, [text])]


def _status(value: int) -> Condition:
    return Condition(_STATUS, "value = ?", (value,), numbers=True)
