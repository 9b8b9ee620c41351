"""Small books, as a source of reports holds them."""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import TYPE_CHECKING, Any

from daftra_async.catalogue import operations
from daftra_async.report.figures import figures_of
from daftra_async.report.sources.held import WANTED, Held
from daftra_async.report.sources.jsonl import tables_of

if TYPE_CHECKING:
    from daftra_async.report.figures import Figures

TODAY = dt.date(2026, 7, 1)


def invoice(identity: int, unpaid: object = "100.00", due: str | None = "2026-06-21", **rest: Any) -> dict[str, Any]:
    return {
        "id": identity,
        "no": f"{identity:06}",
        "client_id": 7,
        "client_business_name": "Nile",
        "currency_code": "SAR",
        "date": due,
        "payment_status": 0,
        "draft": False,
        "summary_unpaid": unpaid,
        **rest,
    }


def payment(amount: object, **rest: Any) -> dict[str, Any]:
    return {"treasury_id": 1, "currency_code": "SAR", "amount": amount, "status": 1, "date": "2026-06-30 10:00:00", **rest}


def line(product: int | None, subtotal: object, item: str = "Tea") -> dict[str, Any]:
    return {"product_id": product, "item": item, "subtotal": subtotal}


def held(**lists: list[dict[str, Any]]) -> Held:
    """Return what a source holds whose lists have these records; those that are not named are empty."""
    lists_of = {op.resource: op for op in operations() if op.verb == "list"}
    tables = {
        resource: tables_of(
            wanted,
            lists_of[resource],
            io.BytesIO(b"".join(json.dumps(record).encode() + b"\n" for record in lists.get(resource, []))),
        )
        for resource, wanted in WANTED.items()
    }
    return Held(kind="export", identity="DaftraClient('https://acme.daftra.com')", tables=tables, read_at=None)


def figures(today: dt.date = TODAY, **lists: list[dict[str, Any]]) -> Figures:
    return figures_of(held(**lists), today)
