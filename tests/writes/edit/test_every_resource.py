"""Edits of one field, of every resource with get and update, in each field that an update takes.

The sandbox replaces what it stores, refuses read-only keys, and drops lines that are not sent. After the edit the stored record
is compared with the one before, key by key.
"""

from __future__ import annotations

import copy
import datetime as dt
import enum
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from daftra_async import DaftraClient, Settings, operations
from daftra_async.sandbox import Behaviours, Sandbox
from daftra_async.wire import hints
from daftra_async.writes.edit.update_mapping import mapping_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from daftra_async.sandbox.schema import Field

pytestmark = pytest.mark.asyncio(loop_scope="module")

BY_RESOURCE: dict[str, dict[str, Any]] = {}
for _op in operations():
    BY_RESOURCE.setdefault(_op.resource, {})[_op.verb] = _op
EDITED = sorted(name for name, verbs in BY_RESOURCE.items() if {"get", "update"} <= verbs.keys())
PATHS = {"workflow_records": {"workflow_id": 36}}
COMPUTED = {
    "payment_status",
    "summary_deposit",
    "summary_subtotal",
    "summary_total",
    "summary_unpaid",
    "summary_discount",
    "price_without_tax",
}
"""What the server recalculates from amounts."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def account() -> AsyncIterator[tuple[Sandbox, DaftraClient]]:
    settings = Settings(date_format="%d/%m/%Y")  # so that the requests are those of the edits
    async with (
        Sandbox("demo", behaviours=Behaviours(duplicates="accepted")) as sandbox,
        DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=settings) as daftra,
    ):
        yield sandbox, daftra


def plan(resource: str) -> tuple[Any, Any]:
    verbs = BY_RESOURCE[resource]
    model = hints.model(verbs["get"].response.model)
    return model, mapping_of(model, hints.model(verbs["update"].request.model))


def other(hint: Any, now: Any, field: Field) -> Any:
    """A value that the server takes and that is not the one there; None where there is none, or the type is not a scalar."""
    kind = hints.single(hint)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        choices = [member for member in kind if not field.choices or member.value in field.choices]
        return next((member for member in choices if member not in (now, getattr(now, "value", None))), None)
    if field.choices:
        return next((choice for choice in field.choices if choice != now), None)
    if field.pattern:
        return next((text for text in ("1:45", "2:15") if text != now and re.fullmatch(field.pattern, text)), None)
    if kind is str and field.kind == "integer":
        return "3" if now != "3" else "4"
    length = field.max_length or 100
    number = [Decimal("7.25"), Decimal("8.5")] if kind is Decimal else [1, 2]
    values: dict[Any, list[Any]] = {
        str: ["changed"[:length], "other"[:length]],
        int: number,
        Decimal: number,
        bool: [True, False],
        dt.date: [dt.date(2026, 2, 3), dt.date(2026, 3, 4)],
        dt.datetime: [dt.datetime(2026, 2, 3, 4, 5, 6), dt.datetime(2026, 3, 4, 5, 6, 7)],
    }
    return next((value for value in values.get(kind, []) if value != now), None)


@pytest.mark.parametrize("resource", EDITED)
async def test_only_the_edited_field_changes(resource: str, account: tuple[Sandbox, DaftraClient]) -> None:
    sandbox, daftra = account
    verbs, path = BY_RESOURCE[resource], PATHS.get(resource, {})
    entity = verbs["get"].entity.format(**path)
    model, keys = plan(resource)
    types = hints.hints_of(model)
    written = sandbox.account.spec.operations[verbs["update"].id].write
    records = (await getattr(daftra, resource).list(**path)).data
    assert records
    assert written is not None
    edited = 0
    for at, key in enumerate(keys.keys):
        if not key.attributes or key.relation or key.wire == "id":
            continue
        name, identity = key.attributes[0], records[at % len(records)].id
        before = copy.deepcopy(sandbox.record(entity, identity))
        sent, value = len(sandbox.requests), None
        try:
            async with getattr(daftra, resource).edit(*path.values(), identity) as draft:
                value = other(types[name], getattr(draft, name), written.fields[key.wire])
                if value is not None:
                    setattr(draft, name, value)
                    assert list(draft.diff()) == [name]
        except Exception as error:
            error.add_note(f"{resource} {identity}: {name} = {value!r}")
            raise
        after = sandbox.record(entity, identity)
        assert before is not None
        assert after is not None
        methods = [request.method for request in list(sandbox.requests)[sent:]]
        if value is None:
            assert methods == ["GET"]
            assert after == before
            continue
        changed = {each for each in before.keys() | after.keys() if before.get(each) != after.get(each)}
        stored = key.carry.get("from", key.wire)
        follows = COMPUTED if isinstance(value, (Decimal, int)) else set()
        assert changed - {"modified", stored} - follows == set(), (name, value)
        assert stored in changed, (name, value)
        assert methods == ["GET", "GET", verbs["update"].method]
        edited += 1
    assert edited
