"""How a stored record looks on the wire: v1 rows and details, v2 records at their levels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox import pdf
from daftra_async.sandbox.values import mixed_row, text_row

if TYPE_CHECKING:
    from daftra_async.sandbox.account import Account, Call
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.schema import Field
    from daftra_async.sandbox.store import Stored

FULL: Final = 1
WITH_CLIENT: Final = 0
RELATED: Final = 2
_PARTNERS: Final = {"Client": ("client_id", "client"), "Supplier": ("supplier_id", "supplier"), "staff": ("staff_id", "staff")}
_BY_TARGET: Final = {
    "StaffEntity": ("staff_id", "staff"),
    "ClientEntity": ("client_id", "client"),
    "BranchRef": ("branch_id", "branch"),
    "StoreRef": ("store_id", "store"),
    "FollowUpStatusRef": ("follow_up_status_id", "follow_up_status"),
    "AssetTypeRef": ("asset_type_id", "asset_type"),
    "LocationRef": ("location_id", "asset_location"),
}
_PLAIN_RELATIONS: Final = {"staff_id": "staff", "client_id": "client", "product_id": "product", "branch_id": "branch"}
"""Relations of entities whose records are not documented."""
_OBJECT_OF_NULLS: Final = frozenset({"InvoiceReminder", "Deposit", "FollowUpReminder"})


def v1_row(call: Call, record: Stored, recursive: int) -> Json:
    """A row of a v1 list: everything is text; invoices carry relations only if asked for with `recursive`."""
    row = _linked(call, record, text_row(record.body))
    if call.operation.id == "invoices.list" and recursive >= WITH_CLIENT:
        relations = _v1_relations(call, record)
        row |= text_row(relations if recursive == FULL else {"Client": relations["Client"]})
    elif call.collection == "requisition":
        row |= text_row(record.parts)
    return row


def v1_detail(call: Call, record: Stored) -> Json:
    """A v1 record with its relations inside; text and numbers mixed, an invoice's date in the account's format."""
    detail = mixed_row(record.body)
    if call.collection == "invoice" and isinstance(detail.get("date"), str):
        detail["date"] = call.account.date_format.write(detail["date"])
    return _linked(call, record, detail) | mixed_row(_v1_relations(call, record))


def _linked(call: Call, record: Stored, shown: Json) -> Json:
    """The record with the link to its PDF."""
    document = pdf.link(call.collection, record.id)
    if document is not None and not shown.get(pdf.FIELD):
        shown[pdf.FIELD] = call.origin + document
    return shown


def _v1_relations(call: Call, record: Stored) -> Json:
    shape = call.operation.read
    relations: Json = {}
    for field in shape.relations if shape is not None else ():
        if field.name not in record.body:
            relations[field.name] = _v1_relation(call.account, call.collection, record, field)
    return {**record.parts, **relations}


def _v1_relation(account: Account, collection: str, record: Stored, field: Field) -> Any:
    if field.name in record.parts:
        return record.parts[field.name]
    if field.name in _PARTNERS:
        column, partner = _PARTNERS[field.name]
        found = _lookup(account, partner, record.body.get(column))
        return found.body if found is not None else []
    if field.name == "InvoicePayment" and collection == "invoice":
        return [payment.body for payment in account.store.children("invoice_payment", record.id)]
    if field.name == "PurchaseOrderTax":
        used = {line.get(name) for line in record.parts.get("PurchaseOrderItem", []) for name in ("tax1", "tax2")}
        taxes = [_lookup(account, "tax", int(tax)) for tax in sorted(tax for tax in used if tax)]
        return [tax.body for tax in taxes if tax is not None]
    if field.name == "ProductCategory":
        wanted = record.body.get("category")
        return [item.body for item in account.store.all("product_category") if wanted and item.body.get("name") == wanted]
    # "No such relation" has two shapes on the wire.
    return {"id": None, f"{collection}_id": None} if field.name in _OBJECT_OF_NULLS else []


def v2_record(account: Account, collection: str, record: Stored, level: int) -> Json:
    """A v2 record: bare at level 1, with relations from level 2 on."""
    body = dict(record.body)
    shape = account.spec.read_shape(collection, v1=False)
    own = {name: value for name, value in record.parts.items() if not name[0].isupper() or name == "PurchaseOrderCustomField"}
    body |= own
    if collection == "employee_asset":
        return _employee_asset(account, body)
    if level < RELATED:
        return body
    body |= {_snake(name): value for name, value in record.parts.items() if name not in own}
    documented = [field for field in shape.fields.values() if not field.is_scalar and field.name not in body]
    for field in documented:
        body[field.name] = _v2_relation(account, collection, record, field)
    if not documented:
        for column, partner in _PLAIN_RELATIONS.items():
            found = _lookup(account, partner, record.body.get(column))
            if found is not None:
                body.setdefault(partner, {"id": found.id, "name": title_of(found)})
    return body


def _v2_relation(account: Account, collection: str, record: Stored, field: Field) -> Any:
    if field.name == "payment" and collection == "invoice":
        return [payment.body for payment in account.store.children("invoice_payment", record.id)]
    if field.name == "workflow_type":
        found = account.store.get("workflow_type", record.body.get("workflow_type_id") or 0)
        return found.body if found is not None else None
    if field.kind == "list" or field.target is None:
        return []
    names = [item.name for item in account.spec.schemas.shape(field.target).scalars]
    column, partner = _BY_TARGET.get(field.target, ("", ""))
    found = _lookup(account, partner, record.body.get(column))
    if found is not None:
        return {name: found.body.get(name) for name in names}
    return None if field.nullable else dict.fromkeys(names)


def _employee_asset(account: Account, body: Json) -> Json:
    """Employee assets come with their relations at every level."""
    for name, column, partner in (
        ("asset_type", "asset_type_id", "asset_type"),
        ("location", "location_id", "asset_location"),
        ("storage", "storage_id", "storage"),
        ("employee", "employee_id", "staff"),
    ):
        found = _lookup(account, partner, body.get(column))
        body[name] = {"id": found.id, "name": title_of(found)} if found is not None else None
    body["photo"] = body.get("photo") or dict.fromkeys(("id", "name", "size", "mime_type", "path"))
    body["status"] = body.get("used_by") or "not_assigned"
    flags = {"can_update": True, "can_delete": True, "has_linked_asset": False, "can_add_notes": True, "has_notes": False}
    return body | flags | {"can_add_document": True, "can_view_documents": True, "has_chain_of_custody": False}


def title_of(record: Stored) -> str:
    """The title of a record."""
    for name in ("name", "title", "business_name", "no", "number"):
        if record.body.get(name):
            return str(record.body[name])
    return f"#{record.id}"


def _lookup(account: Account, collection: str, identity: Any) -> Stored | None:
    return account.store.get(collection, identity) if isinstance(identity, int) and collection else None


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
