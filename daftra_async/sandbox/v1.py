"""The common operations of `/api2`: list, get, create, update, delete."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from daftra_async.sandbox import invoice_conditions, invoice_filters
from daftra_async.sandbox.answers import Answer, laravel_page, v1_created, v1_done, v1_page, v1_success
from daftra_async.sandbox.consequences import INVOICES, follow
from daftra_async.sandbox.documents import assemble
from daftra_async.sandbox.filter_conditions import order_of
from daftra_async.sandbox.filters import apply, parse
from daftra_async.sandbox.rendering import v1_detail, v1_row
from daftra_async.sandbox.search import Inexact, Search
from daftra_async.sandbox.validation import read_draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.sandbox.account import Call
    from daftra_async.sandbox.filters import Filters

DEFAULT_LIMIT: Final = 20
MAX_LIMIT: Final = 1000
ADVANCE: Final = "advance_payments"
_CREDIT_NOTE: Final = "CreditNote"
_PAGING: Final = frozenset({"page", "limit", "recursive"})
_ORDER: Final = frozenset({"sort", "direction"})
_SORTED: Final = frozenset({"invoice", "client"})
"""Collections whose lists honour `sort` and `direction`."""


def list_records(call: Call) -> Answer:
    """One page; rows are text, the links drop everything but the page."""
    found = selection(call)
    page = call.count("page", 1)
    limit = call.page_size("limit", DEFAULT_LIMIT, MAX_LIMIT)
    records = call.account.store.many(call.collection, found[(page - 1) * limit : page * limit])
    recursive = int(call.last("recursive") or -1) if (call.last("recursive") or "").lstrip("-").isdigit() else -1
    rows = [v1_row(call, record, recursive) for record in records]
    if call.has_other_envelope:
        url, sent = call.origin + call.path, call.last("limit") is not None
        return Answer(200, laravel_page(url, rows, page=page, per_page=limit, total=len(found), per_page_sent=sent))
    rows = [{_wrapper(call): row} for row in rows]
    return v1_page(call.path, rows, page=page, pages=max(1, -(-len(found) // limit)), total=len(found))


def selection(call: Call) -> list[int]:
    """Ids of the list, in its order."""
    call = replace(call, query=_honoured(call))
    kind = _kind(call)
    relevant = [(name, value) for name, value in call.query if name not in _PAGING]
    key = ("v1", kind, *relevant)
    return call.account.select(call.collection, key, lambda: _select(call, kind))


def _wrapper(call: Call) -> str:
    """The key of the records of a list or a read."""
    key = call.operation.response_key or ""
    return call.account.behaviours.credit_note_wrapper if key == _CREDIT_NOTE else key


def _honoured(call: Call) -> Sequence[tuple[str, str]]:
    """The part of a query that the account follows: filters by id in any case, all else as its behaviours say."""
    behaviours = call.account.behaviours
    query = call.query
    if behaviours.filters == "ignored":
        query = [(name, value) for name, value in query if name in _PAGING | _ORDER or name.endswith("_id")]
    if behaviours.sorts == "ignored":
        query = [(name, value) for name, value in query if name not in _ORDER]
    if behaviours.custom_field_search == "ignored":
        query = [(name, value) for name, value in query if not name.startswith("custom_field")]
    return query


def _kind(call: Call) -> str | None:
    if call.operation.id == "invoices.list":
        # Advance payments lie in the same store; they show only when their type is asked for.
        return None if call.last("type") else INVOICES
    if call.operation.id == "follow_up_actions.list":
        return call.params.get("type")
    return call.kind


def _select(call: Call, kind: str | None) -> list[int]:
    try:
        return search(call, kind)
    except Inexact:
        return walk(call, kind)


def search(call: Call, kind: str | None) -> list[int]:
    """Ids of the list in its order, asked of the store.

    Raises:
        Inexact: it would answer something else than `walk`.
    """
    account, collection = call.account, call.collection
    asked = Search(collection, kind, call.branch())
    if call.operation.id == "invoices.list":
        asked.every = invoice_conditions.conditions(account, call.query)
    ordering = _ordering(call)
    if ordering is None:
        return _usual_order(collection, account.store.search(asked))
    asked.order = order_of(account, collection, ordering, lambda: account.store.search(replace(asked, order=[])))
    return account.store.search(asked)


def walk(call: Call, kind: str | None) -> list[int]:
    """The same, by reading every record."""
    store, collection = call.account.store, call.collection
    found = store.ids(collection, kind=kind, branch=call.branch())
    tests = invoice_filters.predicates(call.account, call.query) if call.operation.id == "invoices.list" else []
    ordering = _ordering(call)
    if tests or ordering is not None:
        records = [record for record in store.many(collection, found) if all(test(record) for test in tests)]
        if ordering is not None:
            return [record.id for record in apply(call.account, collection, records, ordering)]
        found = [record.id for record in records]
    return _usual_order(collection, found)


def _ordering(call: Call) -> Filters | None:
    field, direction = call.last("sort"), (call.last("direction") or "asc").lower()
    return parse([(f"sort[{field}]", direction)]) if field and call.collection in _SORTED else None


def _usual_order(collection: str, found: list[int]) -> list[int]:
    if collection == "client":
        # Without a sort the order of clients is nobody's promise.
        return sorted(found, key=lambda identity: zlib.crc32(identity.to_bytes(8, "big")))
    return found if collection == "stock_transaction" else found[::-1]


def get(call: Call) -> Answer:
    """One record with its relations inside."""
    return v1_success({_wrapper(call): v1_detail(call, call.stored())})


def create(call: Call) -> Answer:
    """Store a new record."""
    return v1_created(call.operation.status, make(call, call.json()))


def make(call: Call, document: object) -> int:
    """Store the record of a body; returns its id."""
    draft = read_draft(call, document)
    kind = call.kind or (call.operation.resource if call.collection == "invoice" else None)
    kind = ADVANCE if kind is not None and draft.columns.get("type") == 19 else kind
    record = assemble(call, draft, None, kind=kind)
    call.account.store.add([record])
    call.created(record.body["id"], document)
    follow(call.account, call.collection, None, record)
    return int(record.body["id"])


def update(call: Call) -> Answer:
    """Replace a record."""
    old = call.stored()
    record = assemble(call, read_draft(call, call.json(), updating=True), old)
    call.account.store.add([record])
    call.wrote("update", old.id, call.json())
    follow(call.account, call.collection, old, record)
    return v1_done()


def delete(call: Call) -> Answer:
    """Remove a record."""
    old = call.stored()
    call.account.store.delete(call.collection, old.id)
    call.wrote("delete", old.id)
    follow(call.account, call.collection, old, None)
    return v1_done()
