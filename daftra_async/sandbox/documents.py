"""From a checked body to a stored record: defaults, replacement, line ids, numbers, sums and payments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox import pdf
from daftra_async.sandbox.account import PURCHASES, SALES
from daftra_async.sandbox.blanks import columns
from daftra_async.sandbox.bookkeeping import book
from daftra_async.sandbox.checks import check
from daftra_async.sandbox.codec import as_object
from daftra_async.sandbox.store import NewRecord
from daftra_async.sandbox.totals import ZERO, Pricing, sum_document, sum_line
from daftra_async.sandbox.values import blank, number

if TYPE_CHECKING:
    from daftra_async.sandbox.account import Account, Call
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.schema import Shape
    from daftra_async.sandbox.store import Stored
    from daftra_async.sandbox.validation import Draft

PARENT_OF_LINE: Final = {
    "InvoiceItem": "invoice_id",
    "PurchaseOrderItem": "purchase_order_id",
    "JournalTransaction": "journal_id",
}
NUMBERED: Final = {
    **dict.fromkeys(SALES | PURCHASES, ("no", "{:06d}")),
    "client": ("client_number", "{:06d}"),
    "work_order": ("number", "WO-{:05d}"),
    "journal": ("number", "{:05d}"),
    "requisition": ("number", "{:06d}"),
}
"""Column of the document number and how it is written; it is text with leading zeros."""
SNAPSHOT: Final = [
    "business_name",
    "first_name",
    "last_name",
    "email",
    "address1",
    "address2",
    "postal_code",
    "city",
    "state",
    "country_code",
]
"""Columns a document copies from its client or supplier when it is made."""
_TO_LOWER: Final = {"Status": "status", "Order_type": "order_type", "To_store_id": "to_store_id"}


def pricing_of(account: Account) -> Pricing:
    """What the account adds lines up with."""
    taxes = account.store.all("tax")
    contained = account.behaviours.included_tax == "contained"
    return Pricing(
        rates={tax.id: number(tax.body.get("value")) for tax in taxes},
        contained=frozenset(tax.id for tax in taxes if contained and tax.body.get("included")),
        discount_per_unit=account.behaviours.discount == "unit",
    )


def assemble(call: Call, draft: Draft, old: Stored | None, *, kind: str | None = None) -> NewRecord:
    """The record that a body makes, new or in place of `old`.

    A PUT replaces: what is left out is lost. A number is replaced by a new one, a date that was set falls back to 1970, lines
    that are not sent are gone; computed columns and dates of creation stay. An account that merges keeps what is left out; a
    list of lines that is sent replaces the lines even there.
    """
    account, operation, collection = call.account, call.operation, call.collection
    now, merges = account.now(), old is not None and account.behaviours.partial_update == "merges"
    _translate(collection, draft)
    check(call, draft, old)
    body = columns(account.spec, collection, v1=operation.is_v1)
    if old is not None:
        body |= _before(call, draft, old)
    body |= draft.columns
    body["id"] = old.id if old is not None else account.store.next_id(collection)
    if pdf.is_link(collection, body["id"], body.get(pdf.FIELD)):
        body[pdf.FIELD] = ""  # an edit sends back what was read
    body["created"] = (old.body.get("created") if old is not None else None) or now
    body["modified"] = now
    for name, relation in operation.siblings.items():
        if name in draft.parts and relation.fields and name in PARENT_OF_LINE:
            before: list[Json] = old.parts.get(name, []) if old is not None else []
            draft.parts[name] = _lines(account, name, draft.parts[name], before, relation, body["id"], now)
    _number(account, collection, body, given=body if merges else draft.columns)
    if old is None:
        _copy_partner(account, collection, body)
    record = NewRecord(collection, body, draft.parts, kind if old is None else old.kind, _parent(collection, body))
    finish(account, record)
    return record


def _before(call: Call, draft: Draft, old: Stored) -> Json:
    """What an update leaves of the columns, and of the parts, which it puts into the draft."""
    behaviours = call.account.behaviours
    if call.collection == "invoice" and draft.parts.get("Payment"):
        if behaviours.payments_in_update == "ignored":
            del draft.parts["Payment"]
        elif behaviours.payments_in_update == "replaced":
            for payment in call.account.store.children("invoice_payment", old.id):
                call.account.store.delete("invoice_payment", payment.id)
                book(call.account, "invoice_payment", payment.id, None)
    if behaviours.partial_update == "merges":
        draft.parts = {**old.parts, **draft.parts}
        return dict(old.body)
    return _kept(call, draft, old)


def finish(account: Account, record: NewRecord) -> None:
    """Compute what the server computes; payments sent with an invoice become payments of their own."""
    body, parts = record.body, record.parts
    if record.collection in SALES:
        payments: list[Json] = [item.body for item in account.store.children("invoice_payment", body["id"])]
        if record.collection == "invoice":
            payments += _take_payments(account, record)
        else:
            payments = parts.get("InvoicePayment", [])
        sum_document(body, parts.get("InvoiceItem", []), payments, pricing_of(account))
    elif record.collection in PURCHASES:
        pricing = pricing_of(account)
        for line in parts.get("PurchaseOrderItem", []):
            sum_line(line, pricing)
    elif record.collection == "tax":
        body["tax_id"] = body["id"]
    elif record.collection == "stock_transaction":
        body["price_without_tax"] = body.get("price_without_tax") or body.get("price")
    elif record.collection == "follow_up_reminder":
        types = account.spec.schemas.names("FollowUpItemType")
        body["item_type"] = types[(record.kind or "client_appointments").removesuffix("_appointments").upper()]


def settle(account: Account, invoice_id: Any) -> None:
    """Sum an invoice again after its payments changed."""
    found = account.store.get("invoice", invoice_id) if isinstance(invoice_id, int) else None
    if found is not None:
        record = NewRecord("invoice", found.body, found.parts, found.kind)
        finish(account, record)
        account.store.add([record])


def _translate(collection: str, draft: Draft) -> None:
    """Names and values that are written in another way than they are read."""
    given = draft.columns
    if collection == "requisition":
        if given.get("date"):
            given["date"] = given["date"][:10]
        for written, read in _TO_LOWER.items():
            if written in given:
                value = given.pop(written)
                given[read] = int(value) if isinstance(value, str) and value.isdigit() and read != "to_store_id" else value
    if collection.startswith("le_workflow-type-entity-"):
        # Written as objects, read as plain columns.
        number_part = as_object(draft.parts.pop("number", None))
        if number_part is not None:
            given["number"] = str(number_part.get("generated") or number_part["code"])
        budget = as_object(draft.parts.pop("budget", None))
        if budget is not None:
            given["budget"] = number(budget.get("number"))
            given["budget_currency"] = budget.get("currency") or ""
        given["workflow_type_id"] = int(collection.rpartition("-")[2])


def _kept(call: Call, draft: Draft, old: Stored) -> Json:
    """What survives a PUT that does not mention it: the columns a client cannot write."""
    shape = call.operation.write
    assert shape is not None
    writable = {_TO_LOWER.get(name, name): item for name, item in shape.fields.items() if not item.read_only}
    if "number" in writable and not call.operation.is_v1:
        writable |= {"budget_currency": writable["number"]}
    for name in _TO_LOWER.values() if call.collection == "requisition" else ():
        # Written under other names than they are read, so that leaving them out is no wish to lose them.
        writable.pop(name, None)
    kept: Json = {name: value for name, value in old.body.items() if name not in writable}
    if not call.operation.is_v1:
        return kept
    for name, item in writable.items():
        if item.kind in {"date", "date-time"} and name not in draft.columns and old.body.get(name):
            kept[name] = "1970-01-01 00:00:00" if item.kind == "date-time" else "1970-01-01"
    return kept


def _lines(account: Account, name: str, sent: list[Json], before: list[Json], shape: Shape, parent: int, now: str) -> list[Json]:
    """Lines with their ids: an id of the old document keeps the line, any other is a new line."""
    known = {line["id"]: line for line in before}
    lines: list[Json] = []
    for item in sent:
        old = known.pop(item.get("id"), None)
        line = {found.name: blank(found) for found in shape.scalars}
        if old is not None:
            line |= {key: value for key, value in old.items() if key not in shape.fields or shape.fields[key].read_only}
        line |= item
        line["id"] = old["id"] if old is not None else account.store.next_id(f"{name} lines")
        line[PARENT_OF_LINE[name]] = parent if name != "JournalTransaction" else str(parent)
        if old is None:
            line["created"] = line["modified"] = now
        lines.append(line)
    return lines


def _number(account: Account, collection: str, body: Json, *, given: Json) -> None:
    if collection in NUMBERED:
        name, form = NUMBERED[collection]
        if not given.get(name):
            body[name] = form.format(account.store.next_id(f"{collection} numbers"))
    elif collection == "supplier" and not given.get("supplier_number"):
        body["supplier_number"] = account.store.next_id("supplier numbers")
    elif collection.startswith("le_workflow-type-entity-") and not given.get("number"):
        body["number"] = f"{account.store.next_id(f'{collection} numbers'):06d}"


def _copy_partner(account: Account, collection: str, body: Json) -> None:
    partner = "client" if collection in SALES else "supplier" if collection in PURCHASES else None
    if partner is None or not isinstance(body.get(f"{partner}_id"), int):
        return
    found = account.store.get(partner, body[f"{partner}_id"])
    for name in SNAPSHOT if found is not None else ():
        body[f"{partner}_{name}"] = body.get(f"{partner}_{name}") or (found.body.get(name) if found is not None else "")
    body["currency_code"] = body.get("currency_code") or "SAR"


def _parent(collection: str, body: Json) -> int | None:
    value = body.get("invoice_id") if collection == "invoice_payment" else None
    return value if isinstance(value, int) else None


def _take_payments(account: Account, record: NewRecord) -> list[Json]:
    """Payments written beside an invoice."""
    sent: list[Json] = record.parts.pop("Payment", [])
    made: list[NewRecord] = []
    for item in sent:
        body = {**columns(account.spec, "invoice_payment", v1=True), **item}
        body["id"] = account.store.next_id("invoice_payment")
        body |= {"invoice_id": record.body["id"], "status": body.get("status") or 1}
        body["date"] = body.get("date") or record.body["modified"]
        body["currency_code"] = body.get("currency_code") or record.body.get("currency_code")
        body["amount"] = number(body["amount"]) if body.get("amount") is not None else ZERO
        body["created"] = body["modified"] = record.body["modified"]
        made.append(NewRecord("invoice_payment", body, parent=record.body["id"]))
    if made:
        account.store.add(made)
    return [payment.body for payment in made]
