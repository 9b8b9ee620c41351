"""Many operations at once against that server, and what they claim against its ledger."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
import warnings
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from daftra_async import DaftraClient, Settings
from daftra_async.errors import DaftraError, DriftWarning, OutcomeUnknown
from daftra_async.http.retry import Runtime
from tests.chaos.independent.account import Account, Applied
from tests.chaos.independent.faults import REPEATED, TRUNCATED, Hostile
from tests.waiting import turns

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

FIXED = 95
"""Records of the lists that nobody changes."""
CONCURRENCY = 32
HANGS = 60.0
"""Seconds after which an operation counts as one that never ends."""
EVERY = 2000
"""Operations that meet every fault."""
MIX = {
    "walk": 14,
    "find": 8,
    "get": 8,
    "create": 18,
    "ensure": 8,
    "type": 10,
    "update": 14,
    "rename": 8,
    "delete": 12,
}
"""Operations and their weights."""


@attrs.define
class Claim:
    """What the client said of one operation."""

    kind: str
    number: int
    target: int = 0
    wrong: str | None = None
    """Why what it returned is not true."""
    error: BaseException | None = None

    @property
    def name(self) -> str:
        return f"chaos-{self.number}"

    @property
    def ends(self) -> str:
        return "result" if self.error is None else type(self.error).__name__

    def applied(self) -> tuple[str, str, int, str] | None:
        """Return what the ledger says if the write was done; the id is 0 where the server chose it."""
        return {
            "create": ("create", "clients", 0, self.name),
            "ensure": ("create", "clients", 0, self.name),
            "type": ("create", "types", 0, self.name),
            "update": ("update", "clients", self.target, self.name),
            "rename": ("update", "types", self.target, self.name),
            "delete": ("delete", "clients", self.target, ""),
        }.get(self.kind)


@attrs.define
class Outcome:
    """What is left when all is over."""

    claims: list[Claim]
    ledger: list[Applied]
    met: Counter[str]
    requests: int
    seconds: float

    def problems(self) -> list[str]:
        """Everything that is wrong, in words; the first one says of which kind."""
        done: Counter[tuple[str, str, int, str]] = Counter()
        for write in self.ledger:
            done[write.action, write.entity, 0 if write.action == "create" else write.id, write.reference] += 1
        found = [text for claim in self.claims for text in _judged(claim, done)]
        # A short run may miss a fault by chance.
        wanted = (*TRUNCATED, REPEATED, "garbage", "refused after doubt") if len(self.claims) >= EVERY else ()
        return [*found, *(f"nobody met: {name}" for name in wanted if not self.met[name])]

    def summary(self) -> str:
        """The tables to print."""
        kinds = list(dict.fromkeys(claim.kind for claim in self.claims))
        ends = Counter((claim.ends, claim.kind) for claim in self.claims)
        wrong = self.problems()
        lines = [f"independent server: {len(self.claims)} operations, {self.requests} requests in {self.seconds:.1f} s", ""]
        lines += ["faults met: " + ", ".join(f"{name} {count}" for name, count in sorted(self.met.items())), ""]
        lines.append(f"{'outcome':<26}" + "".join(f"{kind:>9}" for kind in kinds))
        for end in sorted({claim.ends for claim in self.claims}, key=lambda name: (name != "result", name)):
            lines.append(f"{end:<26}" + "".join(f"{ends[end, kind]:>9}" for kind in kinds))
        names = ("duplicate", "lost", "truncated", "denied", "foreign", "hang")
        counted = {name: sum(text.startswith(name) for text in wrong) for name in names}
        return "\n".join([*lines, "", "  ".join(f"{name}: {count}" for name, count in counted.items()), *wrong[:40]])


def _judged(claim: Claim, done: Counter[tuple[str, str, int, str]]) -> Iterator[str]:
    where = f"{claim.kind} {claim.number} ({claim.ends})"
    if isinstance(claim.error, TimeoutError) and not isinstance(claim.error, DaftraError):
        yield f"hang: {where}"
    elif claim.error is not None and not isinstance(claim.error, DaftraError):
        yield f"foreign: {where}: {claim.error!r}"
    if claim.wrong is not None:
        yield f"{claim.wrong}: {where}"
    applied = claim.applied()
    if applied is None:
        return
    times = done[applied]
    if times > 1 and applied[0] == "create":
        yield f"duplicate: {where} was done {times} times"
    if claim.error is None and not times:
        yield f"lost: {where} was acknowledged and not done"
    if times and isinstance(claim.error, DaftraError) and not isinstance(claim.error, OutcomeUnknown):
        yield f"denied: {where} was done: {claim.error}"


async def trial(count: int, seed: int, *, probability: float = 0.3) -> Outcome:
    """Run the operations and collect what the client said and what the server did."""
    dice = random.Random(seed)
    kinds = dice.choices(list(MIX), list(MIX.values()), k=count)
    claims = [Claim(kind, number) for number, kind in enumerate(kinds)]
    account = Account(FIXED)
    for claim in claims:
        if claim.kind in {"update", "delete"}:
            claim.target = account.add("clients", {"business_name": "before", "client_number": f"before-{claim.number}"})
        elif claim.kind == "rename":
            claim.target = account.add("types", {"name": "before"})
    async with Hostile(account, seed, probability) as server:
        began, ledger = time.perf_counter(), account.ledger
        async with DaftraClient(
            base_url=server.url,
            api_key="k" * 20,
            settings=Settings(concurrency=CONCURRENCY, timeout=1.0, max_attempts=5),
            runtime=Runtime(sleep=lambda _seconds: turns(20), random=dice.random),
        ) as daftra:
            server.calm = False
            with warnings.catch_warnings():
                # Lists that are looked into while others write to them do change.
                warnings.simplefilter("ignore", DriftWarning)
                await _all(daftra, claims)
        return Outcome(claims, ledger, server.met, server.requests, time.perf_counter() - began)


async def _all(daftra: DaftraClient, claims: list[Claim]) -> None:
    waiting = iter(claims)

    async def work() -> None:
        for claim in waiting:
            try:
                async with asyncio.timeout(HANGS):
                    await OPERATIONS[claim.kind](daftra, claim)
            except Exception as error:  # noqa: BLE001  # the report names it
                claim.error = error

    async with asyncio.TaskGroup() as group:
        for _ in range(CONCURRENCY):
            group.create_task(work())


async def _walk(daftra: DaftraClient, claim: Claim) -> None:
    lists = (
        daftra.suppliers.list(limit=20),
        daftra.suppliers.list(limit=10),
        daftra.brands.list(per_page=20),
        daftra.employee_assets.list(per_page=20),
    )
    pager = lists[claim.number % 4].prefetch(1 + claim.number % 3)
    match claim.number % 5:
        case 0:
            came = [record.id for record in await pager.collect()]
        case 1:
            came = [record.id async for record in pager]
        case 2:
            came = [record.id async for page in pager.pages() for record in page]
        case 3:
            came = [int(record["id"]) for record in await pager.to_dicts().collect()]
        case _:
            came = [record.id async for records in pager.chunk(7) for record in records]
    claim.wrong = None if came == [*range(FIXED, 0, -1)] else "truncated"


async def _find(daftra: DaftraClient, claim: Claim) -> None:
    number = 1 + claim.number % FIXED
    if claim.number % 2:
        supplier = await daftra.suppliers.find_one(supplier_number=number)
        claim.wrong = None if supplier is not None and supplier.id == number else "lost"
    else:
        brand = await daftra.brands.find_one(name=f"B{number}")
        claim.wrong = None if brand is not None and brand.id == number else "lost"


async def _get(daftra: DaftraClient, claim: Claim) -> None:
    number = 1 + claim.number % FIXED
    supplier = await daftra.suppliers.get(number)
    claim.wrong = None if supplier.id == number else "foreign"


async def _create(daftra: DaftraClient, claim: Claim) -> None:
    try:
        await daftra.clients.create({"business_name": "B"}, reference=claim.name)
    except OutcomeUnknown as unknown:
        try:
            found = await unknown.reconcile()
        except DaftraError:
            raise unknown from None  # it stays open
        if found is None:
            # What is surely not there may be created once more; if it is there after all, that is a duplicate.
            await daftra.clients.create({"business_name": "B"}, reference=claim.name)


async def _ensure(daftra: DaftraClient, claim: Claim) -> None:
    await daftra.clients.find_or_create({"business_name": "B"}, client_number=claim.name)
    with contextlib.suppress(DaftraError):
        # The second time it is there; if it cannot be found, that says nothing of the first.
        again = await daftra.clients.find_or_create({"business_name": "B"}, client_number=claim.name)
        claim.wrong = "duplicate" if again.created else None


async def _type(daftra: DaftraClient, claim: Claim) -> None:
    await daftra.asset_types.create({"name": claim.name})


async def _update(daftra: DaftraClient, claim: Claim) -> None:
    await daftra.clients.update(claim.target, {"business_name": claim.name}, replace=True)


async def _rename(daftra: DaftraClient, claim: Claim) -> None:
    await daftra.asset_types.update(claim.target, {"name": claim.name})


async def _delete(daftra: DaftraClient, claim: Claim) -> None:
    await daftra.clients.delete(claim.target)


OPERATIONS: dict[str, Callable[[DaftraClient, Claim], Awaitable[None]]] = {
    "walk": _walk,
    "find": _find,
    "get": _get,
    "create": _create,
    "ensure": _ensure,
    "type": _type,
    "update": _update,
    "rename": _rename,
    "delete": _delete,
}
