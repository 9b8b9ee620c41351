"""Operations with a behaviour of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox import v1, v2
from daftra_async.sandbox.account import Call, not_found
from daftra_async.sandbox.answers import Answer, Refusal, v1_created, v1_done, v1_failure, v1_success
from daftra_async.sandbox.blanks import columns
from daftra_async.sandbox.codec import as_list, as_object
from daftra_async.sandbox.dates import FORMATS
from daftra_async.sandbox.rendering import title_of, v2_record
from daftra_async.sandbox.store import NewRecord
from daftra_async.sandbox.validation import read_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.sandbox.codec import Json

_LISTINGS: Final[dict[str, dict[str, str]]] = {
    "Role": {"1": "Administrator", "2": "Accountant", "3": "مندوب مبيعات"},
    "TimeActivity": {"1": "Installation", "2": "Maintenance", "3": "استشارة"},
    "Timezone": {"13": "(GMT+03:00) Riyadh", "14": "(GMT+02:00) Cairo", "15": "(GMT+04:00) Abu Dhabi"},
    "dateFormats": FORMATS,
    "languageCodes": {"41": "English", "7": "العربية"},
    "InvoiceLayout": {"1": "Classic", "2": "فاتورة ضريبية"},
    "GroupPrice": {},
}


def create_invoice(call: Call) -> Answer:
    """Create an invoice or an advance payment: they share the route, and the type in the body decides."""
    document = call.json()
    header = as_object((as_object(document) or {}).get("Invoice")) or {}
    if str(header.get("type")) == "19":
        call.operation = call.account.spec.operations["advance_payments.create"]
    return v1_created(call.operation.status, v1.make(call, document))


def bulk_invoices(call: Call) -> Answer:
    """One result for each element; HTTP 200 even when some fail, and those that worked stay."""
    results: list[Json] = []
    documents = as_list(call.json())
    if documents is None:
        return v1_failure(400, "Bad Request", validation_errors={"Invoice": "A list is expected"})
    for document in documents:
        try:
            identity = v1.make(call, document)
        except Refusal as refusal:
            results.append(refusal.answer.body)
            continue
        stored = call.account.store.get("invoice", identity)
        number = stored.body["no"] if stored is not None else ""
        result = {"result": "successful", "code": 202, "id": identity, "invoice_number": number}
        results.append({**result, "invoice_pos_html": f"<div>{number}</div>"})
    return Answer(200, results)


def change_status(call: Call) -> Answer:
    """A GET that changes state."""
    found = call.stored()
    status = call.params["status"]
    if status not in {str(value) for value in call.account.spec.schemas.names("BookingStatus").values()}:
        return v1_failure(400, "Bad Request", validation_errors={"status": "Invalid value"})
    body = {**found.body, "status": int(status), "modified": call.account.now()}
    call.account.store.add([NewRecord("booking", body, found.parts, found.kind)])
    call.wrote("change", found.id)
    return v1_done()


def convert_to_invoice(call: Call) -> Answer:
    """A GET that makes an invoice each time it is called: sending it twice makes two."""
    found = call.stored()
    lines: list[Json] = []
    for item in found.parts.get("InvoiceItem", []):
        identity = item.get("product_id")
        product = call.account.store.get("product", identity) if isinstance(identity, int) else None
        price = product.body.get("unit_price") if product is not None else 0
        name = title_of(product) if product is not None else "Booking"
        lines.append({"item": name, "product_id": item.get("product_id"), "unit_price": price, "quantity": 1})
    header = {"client_id": found.body["client_id"], "date": found.body["date"], "source_id": found.id, "source_type": 8}
    operation = call.account.spec.operations["invoices.create"]
    inner = Call(call.account, operation, {}, call.path, call.origin, (), b"")
    v1.make(inner, {"Invoice": header, "InvoiceItem": lines or [{"item": "Booking", "unit_price": 0, "quantity": 1}]})
    body = {**found.body, "converted": 1, "modified": call.account.now()}
    call.account.store.add([NewRecord("booking", body, found.parts, found.kind)])
    call.wrote("change", found.id)
    return v1_done()


def create_note(call: Call) -> Answer:
    """A note belongs to the record that the path names."""
    document = as_object(call.json()) or {}
    header = as_object(document.get("Note"))
    types = call.account.spec.schemas.names("FollowUpItemType")
    named = call.params["type"]
    kind = int(named) if named.isdigit() else types.get(named.upper().removesuffix("S"))
    if kind is None or not call.params["id"].isdigit():
        return not_found(call)
    if header is not None:
        document = {**document, "Note": {**header, "item_type": kind, "item_id": int(call.params["id"])}}
    return v1_created(202, v1.make(call, document))


def listing(call: Call) -> Answer:
    """A map of ids to titles; an empty one is `[]`, as PHP writes it."""
    model = call.params["model"]
    if model == "Product":
        titles = {str(product.id): title_of(product) for product in call.account.store.all("product")}
    elif model in _LISTINGS:
        titles = _LISTINGS[model]
    else:
        return not_found(call)
    return v1_success({"Listing": titles or []})


def site_info(call: Call) -> Answer:
    """The account itself."""
    found = call.account.store.get("site", 1)
    return v1_success({"Site": found.body if found is not None else {}})


def is_active(call: Call) -> Answer:
    """Whether a marketplace app is switched on; the sandbox has apps 1 to 9."""
    text = call.params["id"]
    return Answer(200, {"is_active": text.isdigit() and 0 < int(text) < 10})


def multi_entity(call: Call) -> Answer:
    """Several reads in one request; answers by alias, or by key where none is given."""
    answer: Json = {}
    for item in as_list(call.json()) or []:
        query = as_object(item) or {}
        key, options = str(query.get("key")), query.get("options")
        if not v2.is_entity(call.account.spec, key):
            return Answer(200, {"error": "Entity Not exists"})
        given = as_object(options) or {}
        level = int(query.get("data_level") or 1)
        name = str(query.get("alias") or key)
        if query.get("action") == "list":
            filters = [(f"filter[{field}]", str(value)) for field, value in given.items() if value is not None]
            inner = Call(call.account, call.operation, {"level": str(level)}, call.path, call.origin, filters, b"")
            answer[name] = v2.list_page(inner, key, filters)
        else:
            wanted: Any = given.get("id", options)
            found = v2.find(call.account, key, str(wanted))
            answer[name] = v2_record(call.account, key, found, max(level, 2)) if found is not None else []
    return Answer(200, answer)


def create_client_payment(call: Call) -> Answer:
    """A payment without a treasury is acknowledged without an id, and was not made."""
    document = call.json()
    if not read_draft(call, document).columns.get("treasury_id"):
        return Answer(202, {"code": 202, "result": "successful", "id": None})
    return v1_created(202, v1.make(call, document))


def create_booking(call: Call) -> Answer:
    """A new booking is neither confirmed nor converted."""
    identity = v1.make(call, call.json())
    found = call.account.store.get("booking", identity)
    if found is not None:
        body = {**columns(call.account.spec, "booking", v1=True), **found.body}
        body |= {"status": body.get("status") or 1, "converted": body.get("converted") or 0}
        call.account.store.add([NewRecord("booking", body, found.parts)])
    return v1_created(200, identity)


SPECIAL: Final[dict[str, Callable[[Call], Answer]]] = {
    "invoices.create": create_invoice,
    "invoices.bulk_create": bulk_invoices,
    "bookings.create": create_booking,
    "client_payments.create": create_client_payment,
    "bookings.change_status": change_status,
    "bookings.convert_to_invoice": convert_to_invoice,
    "notes.create": create_note,
    "listing.get": listing,
    "site_info.get": site_info,
    "apps.is_active": is_active,
    "multi_entity.fetch": multi_entity,
}


def handler(call: Call) -> Callable[[Call], Answer]:
    """The function that answers an operation."""
    operation = call.operation
    if operation.id in SPECIAL:
        return SPECIAL[operation.id]
    module = v1 if operation.is_v1 else v2
    plain: dict[str, Callable[[Call], Answer]] = {
        "list": module.list_records,
        "get": module.get,
        "create": module.create,
        "update": module.update,
        "delete": v1.delete,
    }
    return plain[operation.verb]
