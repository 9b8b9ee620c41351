"""Shapes of the records, computed from the models: their keys, and how specific each key is."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

import attrs

from daftra_async.catalogue import operations
from daftra_async.operation import AnyOperation
from daftra_async.webhooks.names import ENTITIES, UNDESCRIBED
from daftra_async.wire import hints
from daftra_async.wire.record import Record

UNIT: Final = 720_720
"""Weight of a key that one shape has alone. Weights are whole numbers: their sums are the same in any order, so ties are ties."""
_NOT_RECORDS: Final = frozenset({"Entity", "Site", "WorkflowRecord"})
"""The generic reader and workflows have no keys of their own, the account is not a record."""


@attrs.frozen
class Shape:
    """One kind of record."""

    entity: str
    """The record class in snake case: `refund_receipt`."""
    cls: type[Record] = attrs.field(repr=False)
    get: AnyOperation = attrs.field(repr=False)
    """The operation that reads it."""
    keys: frozenset[str] = attrs.field(repr=False)
    """Wire names of its fields; relations in both spellings, `InvoiceItem` (v1) and `invoice_item` (v2)."""


@attrs.frozen
class Shapes:
    """All shapes."""

    by_entity: Mapping[str, Shape]
    wrappers: Mapping[str, str]
    """Entity by the key that may hold its record: `RefundReceipt`, `PurchaseOrder`, `purchase_order`."""
    weights: Mapping[str, int]
    """How specific a key is: `UNIT` divided by the number of shapes that have it."""
    totals: Mapping[str, int]
    """Weight of all keys of each entity."""


@functools.cache
def shapes() -> Shapes:
    """Return the shapes of all records that can be read by their id; the first call loads their models (0.3 s)."""
    found: dict[str, Shape] = {}
    wrappers: dict[str, str] = dict(UNDESCRIBED)
    described = [op for op in operations() if op.verb == "get" and op.response.model not in {None, *_NOT_RECORDS}]
    # Several entities may claim a wrapper; those with documented events come first.
    for op in sorted(described, key=lambda op: snake(str(op.response.model)) not in ENTITIES):
        name = str(op.response.model)
        cls: type[Any] = hints.model(name)
        fields = hints.fields_of(cls)
        keys = frozenset(hints.wire_name(field) for field in fields) | {field.name for field in fields}
        entity = snake(name)
        found[entity] = Shape(entity, cls, op, keys)
        for wrapper in (name, entity, op.response.key, op.entity, *op.response.also):
            if wrapper:
                wrappers.setdefault(wrapper, entity)
    counts = Counter(key for shape in found.values() for key in shape.keys)
    weights = {key: UNIT // count for key, count in counts.items()}
    totals = {entity: sum(weights[key] for key in shape.keys) for entity, shape in found.items()}
    return Shapes(found, wrappers, weights, totals)


def snake(name: str) -> str:
    """Return `refund_receipt` for `RefundReceipt`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
