"""The content of a new account: the same for the same seed value, on any day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from daftra_async.sandbox.account import WORKFLOWS
from daftra_async.sandbox.seed import basics, edges, entities, operations, sales
from daftra_async.sandbox.seed.builder import Builder

if TYPE_CHECKING:
    from daftra_async.sandbox.account import Account


@dataclass(frozen=True)
class Sizes:
    """How many records of the main kinds a business has."""

    clients: int
    products: int
    invoices: int


DEMO: Final = Sizes(clients=3000, products=1500, invoices=6000)
LARGE: Final = Sizes(clients=20_000, products=5000, invoices=100_000)


def fill(account: Account, *, demo: bool, value: int, sizes: Sizes = DEMO) -> None:
    """Fill an empty account: with a whole business (`demo`), or with the minimum that every account has."""
    build = Builder(account, value)
    basics.owner(build)
    if demo:
        _business(build, sizes)
    build.flush()


def _business(build: Builder, sizes: Sizes) -> None:
    basics.small_tables(build)
    sales.partners(build, "client", sizes.clients)
    sales.partners(build, "supplier", 300)
    sales.products(build, sizes.products)
    build.flush()
    sales.documents(build, "invoice", sizes.invoices, "invoices")
    sales.documents(build, "invoice", 40, "advance_payments")
    build.account.store.start_after("invoice numbers", sizes.invoices)
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
