"""The entity routes of `/v2`: list, get, create, update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox import line_entities
from daftra_async.sandbox.account import WORKFLOWS
from daftra_async.sandbox.answers import Answer, Refusal, laravel_page, payload, payload_page, v1_page, v2_failure
from daftra_async.sandbox.codec import as_object
from daftra_async.sandbox.documents import assemble
from daftra_async.sandbox.filter_conditions import narrow
from daftra_async.sandbox.filters import apply, parse
from daftra_async.sandbox.rendering import v2_record
from daftra_async.sandbox.search import Inexact, Search
from daftra_async.sandbox.validation import read_draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.sandbox.account import Account, Call
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.filters import Filters
    from daftra_async.sandbox.spec import Spec
    from daftra_async.sandbox.store import Stored

DEFAULT_PER_PAGE: Final = 20
MAX_PER_PAGE: Final = 1000
_LEVELS: Final = frozenset({-1, 1, 2, 3, 4})
_UNLISTED: Final = frozenset({"workflow_type", "journal_transaction"})
"""Entities that are in use and that no document lists."""
_WORKFLOW: Final = "le_workflow-type-entity-"


def is_entity(spec: Spec, collection: str) -> bool:
    """Whether the account has the entity; a plug-in that is off, or a misspelt key, has none."""
    if collection.startswith(_WORKFLOW):
        identity = collection.removeprefix(_WORKFLOW)
        return identity.isdigit() and int(identity) in WORKFLOWS
    return collection in _UNLISTED or collection in spec.schemas.names("EntityKey").values() or collection in _described(spec)


def _described(spec: Spec) -> set[str]:
    return {found.entity for found in spec.operations.values() if found.verb == "list" and "{" not in found.entity}


def entity_of(call: Call) -> str:
    """The collection a route names; refuses with the real server's HTTP 200 if there is no such entity."""
    collection = call.params.get("entity", call.collection)
    if not is_entity(call.account.spec, collection):
        raise Refusal(Answer(200, {"error": "Entity Not exists"}))
    return collection


def list_records(call: Call) -> Answer:
    """One page in the entity's envelope."""
    collection = entity_of(call)
    page = list_page(call, collection, call.query)
    if not call.has_other_envelope or "payload" in page:
        return Answer(200, page)
    name = collection.title().replace("_", "")
    rows = [{name: row} for row in page["data"]]
    return v1_page(call.path, rows, page=page["current_page"], pages=page["last_page"], total=page["total"])


def list_page(call: Call, collection: str, query: Sequence[tuple[str, str]]) -> Json:
    """The body of a list."""
    page = call.count("page", 1)
    per_page = call.page_size("per_page", DEFAULT_PER_PAGE, MAX_PER_PAGE)
    if collection in line_entities.NAMES:
        lines = line_entities.matching(call.account, collection, parse(query), call.branch())
        total, records = len(lines), lines[(page - 1) * per_page : page * per_page]
    else:
        found = selection(call.account, collection, query, call.branch())
        total, records = len(found), call.account.store.many(collection, found[(page - 1) * per_page : page * per_page])
    rows = [v2_record(call.account, collection, record, _level(call)) for record in records]
    if call.operation.response_kind == "payload-list":
        return payload_page(rows, page=page, per_page=per_page, total=total)
    url = call.origin + call.path
    sent = call.last("per_page") is not None
    return laravel_page(url, rows, page=page, per_page=per_page, total=total, per_page_sent=sent)


def selection(account: Account, collection: str, query: Sequence[tuple[str, str]], branch: int) -> list[int]:
    """Ids that match a query; rows of other branches only where the query names branches."""
    relevant = [(name, value) for name, value in query if name.startswith(("filter", "sort"))]
    filters = parse(relevant)
    only = None if "branch_id" in filters.names else branch

    def build() -> list[int]:
        try:
            return search(account, collection, filters, only)
        except Inexact:
            return walk(account, collection, filters, only)

    return account.select(collection, ("v2", branch, *relevant), build)


def search(account: Account, collection: str, filters: Filters, branch: int | None) -> list[int]:
    """Ids that match, in their order, asked of the store.

    Raises:
        Inexact: it would answer something else than `walk`.
    """
    asked = Search(collection, branch=branch)
    narrow(account, asked, filters)
    return account.store.search(asked)


def walk(account: Account, collection: str, filters: Filters, branch: int | None) -> list[int]:
    """The same, by reading every record."""
    records = account.store.many(collection, account.store.ids(collection, branch=branch))
    return [record.id for record in apply(account, collection, records, filters)]


def get(call: Call) -> Answer:
    """One record at the level the path names."""
    collection = entity_of(call)
    found = find(call.account, collection, call.params["id"])
    if found is None:
        raise Refusal(v2_failure(400, "Record not found"))
    record = v2_record(call.account, collection, found, _level(call))
    return Answer(200, payload(record) if call.operation.response_kind == "payload-single" else record)


def find(account: Account, collection: str, identity: str) -> Stored | None:
    """A record by the text of its id."""
    if not (identity.isascii() and identity.isdigit()):
        return None
    if collection in line_entities.NAMES:
        return line_entities.find(account, collection, int(identity))
    return account.store.get(collection, int(identity))


def create(call: Call) -> Answer:
    """Store a new record."""
    collection = entity_of(call)
    document = call.json()
    record = assemble(call, read_draft(call, document), None)
    call.account.store.add([record])
    call.created(record.body["id"], document)
    return Answer(200, {"message": f"{collection} Added Successfully", "id": record.body["id"]})


def update(call: Call) -> Answer:
    """Replace a record; the id is in the path, or in the body for the six updates that are a POST."""
    entity_of(call)
    document = call.json()
    if call.operation.updates:
        call.params["id"] = str((as_object(document) or {}).get("id"))
    old = call.stored()
    record = assemble(call, read_draft(call, document, updating=True), old)
    call.account.store.add([record])
    call.wrote("update", old.id, document)
    if call.operation.response_kind == "v2-single":
        return Answer(200, record.body)
    # Updates answer in the account's language.
    return Answer(200, {"message": "تم التحديث بنجاح", "id": old.id})


def _level(call: Call) -> int:
    text: Any = call.params.get("level", "1")
    level = int(text) if text.lstrip("-").isdigit() else 1
    return level if level in _LEVELS else 1
