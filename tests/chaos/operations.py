"""The mix of operations, and what each one claims in the end."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.errors import DaftraError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from daftra_async import DaftraClient

MIX = {"list": 8, "get": 20, "walk": 4, "create": 24, "invoice": 12, "update": 16, "delete": 10, "change": 6}
"""Operations and their weights."""
MARK = "X-Chaos"
"""Names the operation in requests for single pages: nothing tells a single page that it came short."""
LINE = {"item": "Work", "unit_price": "10", "quantity": "1"}


@attrs.define
class Claim:
    """What the client said of one operation."""

    kind: str
    number: int
    target: int = 0
    """Record that it is about; each is updated or deleted at most once."""
    value: Any = None
    error: BaseException | None = None

    @property
    def reference(self) -> str:
        return f"chaos-{self.number}"

    @property
    def ends(self) -> str:
        return "result" if self.error is None else type(self.error).__name__


@attrs.define
class Prepared:
    """Records made before the faults begin; each is used by one operation, so that the ledger is unambiguous."""

    update: list[int]
    delete: list[int]
    change: list[int]
    suppliers: list[int]
    """The list that is walked; nobody changes it."""


def plan(count: int, seed: int) -> list[Claim]:
    """Choose the operations."""
    dice = random.Random(seed)
    kinds = dice.choices(list(MIX), list(MIX.values()), k=count)
    return [Claim(kind, number) for number, kind in enumerate(kinds)]


async def prepare(daftra: DaftraClient, claims: list[Claim], suppliers: int) -> Prepared:
    """Make the records that operations are about."""
    found = Prepared([], [], [], [])
    for claim in claims:
        if claim.kind in {"update", "delete"}:
            made = await daftra.clients.create({"Client": {"business_name": "A", "client_number": f"before-{claim.number}"}})
            claim.target = int(made.id)
        elif claim.kind == "change":
            body = {"Invoice": {"client_id": 1, "date": "2026-01-01"}, "InvoiceItem": [{"product_id": 1}]}
            claim.target = int((await daftra.bookings.create(body)).id or 0)
    for number in range(suppliers):
        made = await daftra.suppliers.create({"Supplier": {"business_name": f"S{number}"}})
        found.suppliers.append(int(made.id))
    found.suppliers.reverse()  # newest first, as the list shows them
    return found


async def perform(daftra: DaftraClient, claim: Claim, prepared: Prepared) -> None:
    """Run one operation and note how it ended; anything but a typed error is noted as it is."""
    try:
        claim.value = await OPERATIONS[claim.kind](daftra, claim, prepared)
    except DaftraError as error:
        claim.error = error
    except Exception as error:  # noqa: BLE001  # the report names it
        claim.error = error


async def _list(daftra: DaftraClient, claim: Claim, prepared: Prepared) -> Any:
    page = await daftra.suppliers.list(limit=10, page=1 + claim.number % 3, extra_headers={MARK: str(claim.number)})
    first = claim.number % 3 * 10
    return [supplier.id for supplier in page.data] == prepared.suppliers[first : first + 10]


async def _get(daftra: DaftraClient, claim: Claim, prepared: Prepared) -> Any:
    identity = prepared.suppliers[claim.number % len(prepared.suppliers)]
    return (await daftra.suppliers.get(identity)).id == identity


async def _walk(daftra: DaftraClient, claim: Claim, prepared: Prepared) -> Any:
    found = await daftra.suppliers.list(limit=20).collect(concurrency=1 + claim.number % 4)
    return [supplier.id for supplier in found] == prepared.suppliers


async def _create(daftra: DaftraClient, claim: Claim, prepared: Prepared) -> Any:
    return (await daftra.clients.create({"Client": {"business_name": "B", "client_number": claim.reference}})).id


async def _invoice(daftra: DaftraClient, claim: Claim, prepared: Prepared) -> Any:
    body = {"Invoice": {"client_id": 1, "date": "2026-01-01", "po_number": claim.reference}, "InvoiceItem": [LINE]}
    return (await daftra.invoices.create(body)).id


async def _update(daftra: DaftraClient, claim: Claim, prepared: Prepared) -> Any:
    await daftra.clients.update(claim.target, {"Client": {"business_name": "C", "client_number": claim.reference}}, replace=True)
    return True


async def _delete(daftra: DaftraClient, claim: Claim, prepared: Prepared) -> Any:
    await daftra.clients.delete(claim.target)
    return True


async def _change(daftra: DaftraClient, claim: Claim, prepared: Prepared) -> Any:
    await daftra.bookings.convert_to_invoice(claim.target)
    return True


OPERATIONS: dict[str, Callable[[DaftraClient, Claim, Prepared], Awaitable[Any]]] = {
    "list": _list,
    "get": _get,
    "walk": _walk,
    "create": _create,
    "invoice": _invoice,
    "update": _update,
    "delete": _delete,
    "change": _change,
}
