"""What a body must agree on with the rest of the account: what it names exists, and what is unique is not repeated."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox.account import PURCHASES, SALES
from daftra_async.sandbox.answers import Refusal
from daftra_async.sandbox.codec import as_list, as_object
from daftra_async.sandbox.search import Condition, Place, Search
from daftra_async.sandbox.validation import refuse
from daftra_async.sandbox.values import as_text

if TYPE_CHECKING:
    from daftra_async.sandbox.account import Account, Call
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.store import Stored
    from daftra_async.sandbox.validation import Draft

_UNIQUE: Final = {
    "client": ("email", "client_number"),
    "supplier": ("email", "supplier_number"),
    "product": ("product_code",),
    "work_order": ("number",),
    **dict.fromkeys(SALES | PURCHASES, ("no",)),
}
"""Columns that no two records of a collection share."""
_LINES: Final = ("InvoiceItem", "PurchaseOrderItem")


def check(call: Call, draft: Draft, old: Stored | None) -> None:
    """Refuse a body that the account cannot take, as far as its behaviours say so.

    Raises:
        Refusal: it names a tax or a client that does not exist, or repeats what is unique.
    """
    account, behaviours = call.account, call.account.behaviours
    changed = (
        draft.columns if old is None else {name: value for name, value in draft.columns.items() if value != old.body.get(name)}
    )
    errors: dict[str, list[str]] = {}
    if behaviours.unknown_tax == "refused":
        errors |= _unknown_taxes(account, draft)
    if behaviours.unknown_client == "refused" and not _exists(account, "client", changed.get("client_id")):
        errors["client_id"] = ["Client not found"]
    if behaviours.duplicates == "refused":
        names = _UNIQUE.get(call.collection, ())
        errors |= {name: ["This value already exists"] for name in names if _is_taken(account, call.collection, name, changed)}
    if errors:
        raise Refusal(refuse(v1=call.operation.is_v1, errors=errors))


def _unknown_taxes(account: Account, draft: Draft) -> dict[str, list[str]]:
    return {
        f"{part}.{index}.{name}": ["Tax not found or inactive"]
        for part in _LINES
        for index, item in enumerate(as_list(draft.parts.get(part)) or [])
        for name in ("tax1", "tax2")
        if not _exists(account, "tax", (as_object(item) or {}).get(name))
    }


def _exists(account: Account, collection: str, identity: Any) -> bool:
    """Whether a record exists; one that is not named does."""
    # The taxes of purchases are described as decimal numbers.
    return not identity or (isinstance(identity, int | Decimal) and account.store.get(collection, int(identity)) is not None)


def _is_taken(account: Account, collection: str, name: str, changed: Json) -> bool:
    value = changed.get(name)
    if value in (None, ""):
        return False
    same = Condition(Place(name), "text = ?", (as_text(value),), narrow=True)
    return bool(account.store.search(Search(collection, every=[same])))
