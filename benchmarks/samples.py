"""Records as the API has them, made up but always the same: the same seed gives the same records.

They are made from the fields and types of the models. Dirty ones are what v1 lists look like (everything is text, "none" has many
spellings, some keys are not documented), clean ones are the same records in native types for decoders that take nothing else.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import zlib
from decimal import Decimal
from random import Random
from typing import Any, Final

from daftra_async import models
from daftra_async.wire import hints

RECORDS: Final = 1000
LINES: Final = 5
ODD_EVERY: Final = 500
"""One record in so many has a value that no rule reads: 0.2 %."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_NOT_LISTED: Final = _words(
    """client_currency_code terms order_source_id date_format cost_center_id terminal_id unique_id source_type source_id
    summary_deposit summary_refund summary_discount lot expiry_date serials"""
)
"""Fields that rows of lists do without; 60 of the invoice's own remain."""
_SURE: Final = _words(
    """id invoice_id no branch_id client_id is_offline currency_code client_business_name client_active_secondary_address date
    draft payment_status created qr_code_url invoice_html_url invoice_pdf_url type item unit_price quantity amount payment_method
    status processed language_id subtotal number title name entity_key role_id"""
)
"""Fields that always have a value, beside the summaries."""
_MISSING: Final = (0.1, 0.3, 0.6, 0.9)
_MANY: Final = {"client_id": 3000, "product_id": 800, "estimate_id": 5000, "work_order_id": 5000, "subscription_id": 5000}
"""How many records a field may refer to; the others (staff, stores, branches, ...) refer to a dozen."""
_WORDS: Final = _words(
    """alpha harbour steel paper cotton delivery monthly service repair installation premium northern garden window office
    printer cable licence support training transport storage cleaning design"""
)
_ARABIC: Final = ("شركة النور للتجارة", "مؤسسة الخليج", "مكتب الرياض", "مصنع الدلتا")
_MONTH: Final = 28


@functools.cache
def fields(cls: type) -> list[tuple[str, Any]]:
    """Return wire name and type of what rows of a model hold, relations left out."""
    types = hints.hints_of(cls)
    listed = [(hints.wire_name(field), hints.single(types[field.name])) for field in hints.fields_of(cls)]
    return [(wire, kind) for wire, kind in listed if wire not in _NOT_LISTED and _is_scalar(kind)]


def _is_scalar(kind: Any) -> bool:
    return isinstance(kind, type) and (kind in {int, str, bool, Decimal, dt.date, dt.datetime} or issubclass(kind, enum.Enum))


def _chance(cls: type, wire: str) -> int:
    """Return a number that stays the same for a field."""
    return zlib.crc32(f"{cls.__name__}.{wire}".encode())


def _missing(cls: type, wire: str) -> float:
    """Return how likely a field has no value."""
    if wire in _SURE or wire.startswith("summary_"):
        return 0.0
    return 0.8 if "secondary" in wire else _MISSING[_chance(cls, wire) % len(_MISSING)]


def is_mostly_set(cls: type, wire: str) -> bool:
    """Return whether most records have a value in a field."""
    return _missing(cls, wire) < 0.5


def value(wire: str, kind: Any, at: int, dice: Random) -> Any:  # noqa: PLR0911  # one return a kind
    """Return a value, ready for JSON; a number with a fraction is text."""
    if kind is bool:
        return dice.random() < 0.3
    if kind is int:
        if wire in {"id", "invoice_id"}:
            return at
        return 7_000 + dice.randint(1, _MANY.get(wire, 12)) if wire.endswith("_id") else dice.randint(0, 90)
    if kind is Decimal:
        if "quantity" in wire or wire == "discount":
            return f"{dice.randint(0, 20)}.0000"
        return f"{dice.randint(0, 5_000_000)}.{dice.randint(0, 99):02}00"
    day = f"{dice.randint(2019, 2026)}-{dice.randint(1, 12):02}-{dice.randint(1, _MONTH):02}"
    if kind is dt.date:
        return day
    if kind is dt.datetime:
        return f"{day} {dice.randint(0, 23):02}:{dice.randint(0, 59):02}:{dice.randint(0, 59):02}"
    if issubclass(kind, enum.Enum):
        return dice.choice(list(kind.__members__.values())).value
    return _text(wire, at, dice)


def _text(wire: str, at: int, dice: Random) -> str:
    if wire.endswith("_url"):
        return f"https://acme.daftra.com/invoices/preview/{at}?hash={dice.getrandbits(128):032x}"
    if wire in {"notes", "html_notes", "description", "note"}:
        return " ".join(dice.choices(_WORDS, k=dice.randint(8, 20)))
    if wire == "no":
        return f"{at:06}"
    if "code" in wire:
        return "".join(dice.choices("ABCDEGPSTU", k=3))
    if "business_name" in wire and dice.random() < 0.2:
        return dice.choice(_ARABIC)
    return " ".join(dice.choices(_WORDS, k=dice.randint(1, 4)))


def record(cls: type, at: int, dice: Random) -> dict[str, Any]:
    """Return the fields of a record without its relations, clean."""
    return {wire: None if dice.random() < _missing(cls, wire) else value(wire, kind, at, dice) for wire, kind in fields(cls)}


def soiled(cls: type, clean: dict[str, Any], dice: Random) -> dict[str, Any]:
    """Return a clean record as v1 lists send it: the same meaning, everything as text.

    Most columns spell "none" as null; a third has the other spellings as well.
    """
    dirty: dict[str, Any] = {}
    for wire, kind in fields(cls):
        value = clean[wire]
        if value is None:
            if kind is not str and _chance(cls, wire) % 3 == 0 and dice.random() < 0.5:
                value = {dt.date: "0000-00-00", dt.datetime: "0000-00-00 00:00:00"}.get(kind, "")
        elif kind is bool:
            value = "1" if value else "0"
        elif isinstance(value, int):
            value = str(value)
        dirty[wire] = value
    return dirty


def invoices(count: int = RECORDS, seed: int = 1) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return invoices with lines and payments, clean and dirty, without their wrappers; none of the values is odd yet."""
    dice = Random(seed)
    clean_rows: list[dict[str, Any]] = []
    dirty_rows: list[dict[str, Any]] = []
    for at in range(1, count + 1):
        clean = record(models.Invoice, at, dice)
        dirty = soiled(models.Invoice, clean, dice)
        dirty["le_workflow-type-entity-36_custom_data"] = {"x": str(dice.randint(1, 9)), "y": None}
        dirty["is_delivered"] = str(dice.randint(0, 1))
        for wire, cls, many in (
            ("InvoiceItem", models.InvoiceItem, LINES),
            ("InvoicePayment", models.InvoicePayment, dice.choice((0, 1, 1, 2))),
        ):
            clean[wire] = [record(cls, LINES * at + n, dice) for n in range(many)]
            dirty[wire] = [soiled(cls, inner, dice) for inner in clean[wire]]
        for n, line in enumerate(dirty["InvoiceItem"]):
            line["display_order"] = str(n)
        clean_rows.append(clean)
        dirty_rows.append(dirty)
    return clean_rows, dirty_rows


def spoil(row: dict[str, Any], how: int) -> None:
    """Put a value into a dirty invoice that no rule reads."""
    match how % 5:
        case 0:
            row["due_after"] = "n/a"
        case 1:
            row["store_id"] = {"weird": 1}
        case 2:
            row["discount"] = "ten per cent"
        case 3:
            row["issue_date"] = "next week"
        case _:
            row["InvoiceItem"][0]["quantity"] = "a few"


def workflow_records(count: int = RECORDS, seed: int = 1) -> list[dict[str, Any]]:
    """Return clean v2 records with their relations; numbers are numbers."""
    dice = Random(seed)
    rows: list[dict[str, Any]] = []
    for at in range(1, count + 1):
        row = _numeric(models.WorkflowRecord, at, dice)
        row["client_data"] = row["custom_data"] = None
        row["workflow_type"] = _numeric(models.WorkflowType, 36, dice)
        row["staff"] = _numeric(models.StaffEntity, dice.randint(1, 20), dice)
        row["work_order_client"] = None
        row["branch"] = _numeric(models.BranchRef, 1, dice)
        row["work_order_follow_up_status"] = _numeric(models.FollowUpStatusRef, 7, dice) if dice.random() < 0.5 else None
        row["assigned_users"] = [_numeric(models.AssignedUser, at, dice)]
        row["tags"] = [_numeric(models.Tag, at, dice) for _ in range(dice.randint(0, 2))]
        row["attachments"] = []
        rows.append(row)
    return rows


def _numeric(cls: type, at: int, dice: Random) -> dict[str, Any]:
    made = record(cls, at, dice)
    for wire, kind in fields(cls):
        if kind is Decimal and made[wire] is not None:
            made[wire] = float(made[wire])
    return made


def dirty_invoices(count: int = RECORDS, seed: int = 1) -> list[dict[str, Any]]:
    """Return the rows of a dirty page."""
    rows = invoices(count, seed)[1]
    for number, at in enumerate(odd_rows(count)):
        spoil(rows[at], number % 2)
    return rows


def odd_rows(count: int = RECORDS) -> range:
    """Return the positions of the records of a dirty page that have an odd value."""
    return range(ODD_EVERY // 2, count, ODD_EVERY)
