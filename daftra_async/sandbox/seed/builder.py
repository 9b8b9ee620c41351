"""The builder of the demo account: one random source, one calendar, templates of columns."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

from daftra_async.sandbox.blanks import columns
from daftra_async.sandbox.seed.words import WORDS
from daftra_async.sandbox.store import NewRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.sandbox.account import Account
    from daftra_async.sandbox.codec import Json

T = TypeVar("T")
TODAY: Final = dt.datetime(2026, 6, 30, 18, 0, 0)
"""The last day of the demo account, whatever today is."""


class Builder:
    """Collects records and stores them at once."""

    def __init__(self, account: Account, value: int) -> None:
        self.account = account
        self.random = random.Random(value)
        self.records: list[NewRecord] = []
        self._templates: dict[str, Json] = {}

    def add(
        self, collection: str, values: Json, *, parts: Json | None = None, kind: str | None = None, parent: int | None = None
    ) -> Json:
        """Add a record with every column of its entity; gives it the next id."""
        if collection not in self._templates:
            shapes = self.account.spec
            v1 = any(found.entity == collection and found.is_v1 for found in shapes.operations.values())
            self._templates[collection] = columns(shapes, collection, v1=v1)
        body: Json = {**self._templates[collection], **values}
        body["id"] = values.get("id") or self.account.store.next_id(collection)
        self.account.store.start_after(collection, body["id"])
        if "created" not in values:
            body["created"] = self.moment()
        body["modified"] = body["created"]
        self.records.append(NewRecord(collection, body, parts or {}, kind, parent))
        return body

    def flush(self) -> None:
        """Store what was added."""
        self.account.store.add(self.records)
        self.records = []

    def pick(self, values: Sequence[T]) -> T:
        """One of several values."""
        return values[int(self.random.random() * len(values))]

    def chance(self, share: float) -> bool:
        """True in `share` of the cases."""
        return self.random.random() < share

    def number(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self.random.random() * (high - low + 1))

    def money(self, low: int, high: int, digits: int = 2) -> Decimal:
        """An amount with exactly `digits` decimals."""
        scale = 10**digits
        return Decimal(self.number(low * scale, high * scale)).scaleb(-digits)

    def moment(self, days: int = 900) -> str:
        """A date-time in the last `days` days."""
        back = dt.timedelta(seconds=int(self.random.random() * days * 86400))
        return (TODAY - back).isoformat(sep=" ")

    def day(self, days: int = 900) -> str:
        """A date in the last `days` days."""
        return self.moment(days)[:10]

    def branch(self) -> int:
        """Nearly always the main branch."""
        return 1 if self.random.random() < 0.96 else self.number(2, 3)

    def person(self) -> tuple[str, str]:
        """First and last name."""
        return self.pick(WORDS.first_names), self.pick(WORDS.last_names)

    def company(self) -> str:
        """Name of a business."""
        if self.chance(0.25):
            return f"{self.pick(WORDS.arabic_companies)} {self.number(1, 400)}"
        return f"{self.pick(WORDS.places)} {self.pick(WORDS.trades)} {self.pick(WORDS.legal_forms)}"

    def address(self) -> Json:
        """Address columns."""
        city, state, country = self.pick(WORDS.cities)
        return {
            "address1": f"{self.number(1, 9000)} {self.pick(WORDS.streets)}",
            "address2": "",
            "city": city,
            "state": state,
            "postal_code": f"{self.number(0, 99999):05d}",
            "country_code": country,
            "phone1": f"+96611{self.number(0, 9999999):07d}",
            "phone2": f"0{self.number(500000000, 599999999)}" if self.chance(0.4) else "",
        }

    def ids(self, collection: str) -> list[int]:
        """Ids given out so far, oldest first."""
        return [record.body["id"] for record in self.records if record.collection == collection] or self.account.store.ids(
            collection
        )

    def choose(self, collection: str) -> Any:
        """The id of an existing record."""
        return self.pick(self.ids(collection))
