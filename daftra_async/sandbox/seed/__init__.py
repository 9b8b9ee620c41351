"""The content of a new account: the same for the same seed value, on any day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daftra_async.sandbox.account import WORKFLOWS
from daftra_async.sandbox.seed import basics, edges, entities, operations, sales
from daftra_async.sandbox.seed.builder import Builder

if TYPE_CHECKING:
    from daftra_async.sandbox.account import Account


def fill(account: Account, *, demo: bool, value: int) -> None:
    """Fill an empty account: with a whole business (`demo`), or with the minimum that every account has."""
    build = Builder(account, value)
    basics.owner(build)
    if demo:
        _business(build)
    build.flush()


def _business(build: Builder) -> None:
    basics.small_tables(build)
    sales.partners(build, "client", 3000)
    sales.partners(build, "supplier", 300)
    sales.products(build, 1500)
    build.flush()
    sales.documents(build, "invoice", 6000, "invoices")
    sales.documents(build, "invoice", 40, "advance_payments")
    build.account.store.start_after("invoice numbers", 6000)
    sales.documents(build, "estimate", 300)
    sales.documents(build, "credit_note", 120)
    sales.documents(build, "refund_receipt", 90)
    operations.purchases(build, "purchase_order", 500)
    operations.purchases(build, "purchase_refund", 60)
    operations.stock(build, 5000)
    operations.accounting(build, 2500)
    operations.cash(build, "expense", 900)
    operations.cash(build, "income", 250)
    operations.follow_ups(build)
    for identity, amount in zip(WORKFLOWS, (200, 40), strict=True):
        entities.workflow(build, identity, amount)
    edges.spoil(build)
    build.flush()
    entities.everything_else(build)
