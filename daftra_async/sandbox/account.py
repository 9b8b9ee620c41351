"""The account: its store, the bundle, and what handlers need to know of a request."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from daftra_async.sandbox.answers import Refusal, v1_failure, v2_failure
from daftra_async.sandbox.behaviours import Behaviours
from daftra_async.sandbox.codec import DecodeError, as_object, loads
from daftra_async.sandbox.dates import DateFormat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from daftra_async.sandbox.answers import Answer
    from daftra_async.sandbox.spec import Operation, Spec
    from daftra_async.sandbox.store import Store, Stored

WORKFLOWS: Final = {36: "Projects", 48: "مشاريع الصيانة"}
"""Workflow types the account has set up, by id."""
MAIN_BRANCH: Final = 1
SALES: Final = frozenset({"invoice", "estimate", "credit_note", "refund_receipt"})
PURCHASES: Final = frozenset({"purchase_order", "purchase_refund"})
REFERENCES: Final = ("po_number", "client_number", "supplier_number", "product_code", "number", "code")
"""Fields in which clients keep their own reference, to find a record again."""
Action = Literal["create", "update", "delete", "change"]
"""`change` is a GET that changes state."""
_REMEMBERED: Final = 64


@dataclass(slots=True)
class Write:
    """One change of a stored record. It happened, even if its answer was lost."""

    operation: str
    collection: str
    id: int
    body: Any
    """What was sent; None where the request has no body."""
    action: Action = "create"
    acknowledged: bool = False
    """The whole answer was handed to the connection."""

    @property
    def reference(self) -> str | None:
        """The client's own reference, such as `po_number`; None where none was sent."""
        return reference_of(self.body)


def reference_of(document: object) -> str | None:
    """The first of `REFERENCES` in a body, of the record or of what lies in it."""
    found = as_object(document)
    if found is None:
        return None
    named = next((found[name] for name in REFERENCES if found.get(name)), None)
    if named is not None:
        return str(named)
    return next((inner for value in found.values() if (inner := reference_of(value)) is not None), None)


@dataclass
class Account:
    """One tenant."""

    spec: Spec
    store: Store
    date_format: DateFormat = field(default_factory=DateFormat)
    behaviours: Behaviours = field(default_factory=Behaviours)
    writes: deque[Write] = field(default_factory=lambda: deque(maxlen=200_000))
    """What has happened, in order."""
    fresh: list[Write] = field(default_factory=list[Write])
    """What the request being handled has done; the server empties it before each."""
    _selections: OrderedDict[tuple[object, ...], list[int]] = field(default_factory=OrderedDict[tuple[object, ...], "list[int]"])

    _rows: tuple[tuple[object, ...], list[Stored]] | None = None

    def note(self, write: Write) -> None:
        """Note a change in the ledger."""
        self.writes.append(write)
        self.fresh.append(write)

    def now(self) -> str:
        """Account-local time; the API has no time zones."""
        return (dt.datetime.now() + dt.timedelta(seconds=self.behaviours.clock_offset)).strftime("%Y-%m-%d %H:%M:%S")

    def select(self, collection: str, key: tuple[object, ...], build: Callable[[], list[int]]) -> list[int]:
        """Ids of a list, kept until the collection changes, so that walking pages does not filter again for each."""
        full = (collection, self.store.version(collection), *key)
        if full not in self._selections:
            self._selections[full] = build()
            if len(self._selections) > _REMEMBERED:
                self._selections.popitem(last=False)
        return self._selections[full]

    def rows(self, collection: str, key: tuple[object, ...], build: Callable[[], list[Stored]]) -> list[Stored]:
        """Rows that are made from the records of a collection; the last ones are kept until it changes, for the next page."""
        full = (collection, self.store.version(collection), *key)
        if self._rows is None or self._rows[0] != full:
            self._rows = (full, build())
        return self._rows[1]


@dataclass
class Call:
    """One request that reached an operation."""

    account: Account
    operation: Operation
    params: dict[str, str]
    path: str
    origin: str
    query: Sequence[tuple[str, str]]
    raw_body: bytes
    content_type: str = "application/json"

    @property
    def collection(self) -> str:
        """The records the operation works on."""
        return self.operation.entity.format_map(self.params) if "{" in self.operation.entity else self.operation.entity

    @property
    def kind(self) -> str | None:
        """Distinguishes resources that share a collection; None where they do not."""
        return self.operation.resource if self.operation.entity == "follow_up_reminder" else None

    def last(self, name: str) -> str | None:
        """The last value of a query parameter: PHP keeps only that one."""
        values = [value for key, value in self.query if key == name]
        return values[-1] if values else None

    def count(self, name: str, default: int) -> int:
        """A whole number of the query; the default for anything else."""
        text = self.last(name)
        return max(1, int(text) if text is not None and text.isascii() and text.isdigit() else default)

    def page_size(self, name: str, default: int, maximum: int) -> int:
        """How many rows a page of a list has; refuses a size above the maximum if the account does."""
        asked, behaviour = self.count(name, default), self.account.behaviours.over_limit
        if asked <= maximum or behaviour == "honoured":
            return asked
        if behaviour == "capped":
            return maximum
        reason = f"Must be at most {maximum}"
        if self.operation.is_v1:
            raise Refusal(self.failure(400, "Bad Request", validation_errors={name: reason}))
        raise Refusal(self.failure(422, "The given data was invalid.", errors={name: [reason]}))

    @property
    def has_other_envelope(self) -> bool:
        """Whether a list answers in the envelope of the other version."""
        return self.operation.doubtful and self.account.behaviours.envelope == "other"

    def branch(self) -> int:
        """The branch whose rows a list shows: the main one unless `request_branch_id` names another."""
        return self.count("request_branch_id", MAIN_BRANCH)

    def json(self) -> Any:
        """The body; refuses what is not JSON."""
        try:
            return loads(self.raw_body)
        except DecodeError:
            raise Refusal(self.failure(400, "Bad Request")) from None

    def failure(self, status: int, message: str, **more: Any) -> Answer:
        """A failure in the shape of the operation's version."""
        return (v1_failure if self.operation.is_v1 else v2_failure)(status, message, **more)

    def stored(self) -> Stored:
        """The record the path names; refuses with the version's "not found" if there is none."""
        text = self.params.get("id", "")
        found = self.account.store.get(self.collection, int(text)) if text.isascii() and text.isdigit() else None
        if found is None or (self.kind is not None and found.kind != self.kind):
            raise Refusal(not_found(self))
        return found

    def created(self, identity: int, body: Any) -> None:
        """Note a create."""
        self.account.note(Write(self.operation.id, self.collection, identity, body))

    def wrote(self, action: Action, identity: int, body: Any = None) -> None:
        """Note another change."""
        self.account.note(Write(self.operation.id, self.collection, identity, body, action))


def not_found(call: Call) -> Answer:
    """A missing record is 404 on v1 and 400 on v2."""
    return v1_failure(404, "Not Found") if call.operation.is_v1 else v2_failure(400, "Record not found")
