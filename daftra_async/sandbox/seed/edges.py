"""Odd values as live accounts hold them, so that a client meets them in the demo account first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.seed.builder import Builder

_ODDITIES: Final[tuple[tuple[str, int, Json], ...]] = (
    ("client", 7, {"business_name": "Bad \ufffd import", "notes": "trailing blanks   "}),
    ("client", 8, {"client_number": "000000", "email": "", "birth_date": "0000-00-00", "business_name": "مؤسسة بدون بريد "}),
    # A key nobody documented, with a value that is not a scalar.
    ("client", 9, {"loyalty_tier": "gold", "marketing": {"sms": "1", "channels": ["a", "b"]}}),
    ("client", 10, {"type": 9, "gender": 7}),
    ("product", 5, {"unit_price": None, "product_code": "0007 ", "tags": "", "type": 11}),
    ("product", 6, {"extra_details": '{"warranty":{"months":24},"الضمان":"سنتان"}'}),
    ("invoice", 11, {"no": "000011", "po_number": " 0042 ", "type": 21, "requisition_delivery_status": 99}),
    ("invoice", 12, {"extra_details": '{"source":"pos","lines":[1,2]}', "issue_date": "0000-00-00"}),
    ("invoice", 13, {"notes": "line one\r\nline two\ttab “quotes” \U0001f600", "name": ""}),
    ("work_order", 3, {"delivery_date": "0000-00-00", "title": "  عنوان بمسافات  ", "status": 12}),
    ("journal", 4, {"entity_type": "pos_shift", "description": ""}),
    ("expense", 2, {"date": "0000-00-00", "amount": None}),
)


def spoil(build: Builder) -> None:
    """Put the odd values into records that were added and not stored yet, or were stored before."""
    changes: dict[tuple[str, int], Json] = {(collection, identity): values for collection, identity, values in _ODDITIES}
    for record in build.records:
        values: Any = changes.pop((record.collection, record.body["id"]), None)
        if values is not None:
            record.body.update(values)
    for (collection, identity), values in changes.items():
        found = build.account.store.get(collection, identity)
        if found is not None:
            build.add(collection, {**found.body, **values}, parts=found.parts, kind=found.kind)
