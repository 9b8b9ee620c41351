"""Which fields of records a table shows, and how their values look."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from daftra_async._numbers import is_short
from daftra_async._text import refuse
from daftra_async.cli.routes import attribute_of, unknown, wire_names
from daftra_async.cli.text import clean, counted
from daftra_async.wire import hints
from daftra_async.wire.record import Record, slot

if TYPE_CHECKING:
    from collections.abc import Sequence

_RANKED: Final = (
    ("id",),
    ("no", "number", "code", "client_number", "supplier_number", "product_code", "journal_number"),
    (
        "client_business_name",
        "supplier_business_name",
        "business_name",
        "name",
        "title",
        "subject",
        "label",
        "item",
        "first_name",
    ),
    ("date", "start_date", "received_date", "created"),
    ("quantity",),
    ("unit_price", "price"),
    ("summary_total", "subtotal", "amount", "total", "budget", "total_debit", "value", "starting_balance"),
    ("currency_code", "budget_currency", "default_currency_code"),
    ("summary_unpaid", "stock_balance", "balance"),
    ("payment_status", "status", "active", "type"),
)
"""One column each: the first of the names that the records have."""
_LABELS: Final = {
    "client_business_name": "client",
    "supplier_business_name": "supplier",
    "summary_total": "total",
    "currency_code": "currency",
    "budget_currency": "currency",
    "default_currency_code": "currency",
    "summary_unpaid": "unpaid",
    "payment_status": "status",
}
"""Shorter headings where the columns were not chosen by name."""
_FEW: Final = 4
"""With fewer columns than this, other fields with values are added."""
_LONGEST: Final = 60


@attrs.frozen
class Column:
    """One field of the records of a list."""

    attribute: str
    wire: str
    right: bool = False
    """It holds numbers."""
    undescribed: bool = False
    short: bool = False
    """It was not asked for by name, so its heading may be shorter than that."""

    @property
    def heading(self) -> str:
        """Its heading."""
        return _LABELS.get(self.wire, self.wire) if self.short else self.wire

    def of(self, record: Record) -> Any:
        """Return the value of a record, None where there is none."""
        return record.extra.get(self.wire) if self.undescribed else slot(record, self.attribute, None)


def described(model: type[Record]) -> dict[str, Column]:
    """Return the fields of a model, by wire name."""
    types = hints.hints_of(model)
    columns: dict[str, Column] = {}
    for field in hints.fields_of(model):
        kinds = hints.alternatives(types[field.name])
        right = bool(kinds) and all(kind in {int, Decimal, float} for kind in kinds)
        wire = hints.wire_name(field)
        columns[wire] = Column(field.name, wire, right)
    return columns


def named(model: type[Record], names: str) -> list[Column]:
    """Return the columns of `a,b,c`; `extra.NAME` is a key that no model describes, and a short heading names its field.

    Raises:
        ArgumentError: a name is unknown.
    """
    known = described(model)
    chosen: list[Column] = []
    for name in filter(None, (name.strip() for name in names.split(","))):
        if name.startswith("extra."):
            chosen.append(Column("", name.removeprefix("extra."), undescribed=True))
            continue
        headings = {heading: wire for wire, heading in _LABELS.items() if wire in known}
        attribute = attribute_of(model, name if name in known else headings.get(name, name))
        if attribute is None:
            unknown("--columns", name, f"field of {model.__name__}", {*known, *headings})
        chosen.append(known[wire_names(model)[attribute]])
    if not chosen:
        refuse("--columns", "no field was named", "fields such as id,date")
    return chosen


def chosen(model: type[Record], records: Sequence[Record]) -> list[Column]:
    """Return the columns that say most about these records."""
    known = {column.attribute: column for column in described(model).values()}
    filled = {name for name, column in known.items() if any(_is_shown(column.of(record)) for record in records)}
    found = [next((name for name in names if name in filled), None) for names in _RANKED]
    columns = [known[name] for name in found if name is not None]
    if len(columns) < _FEW:
        columns += [column for name, column in known.items() if name in filled and column not in columns][: _FEW - len(columns)]
    return [attrs.evolve(column, short=True) for column in columns]


def cell(value: Any, column: Column | None = None) -> str:  # noqa: PLR0911  # one line for each type
    """Return a value as people write it; money keeps every digit that was sent."""
    match value:
        case None:
            return ""
        case enum.Enum():
            return value.name.lower().replace("_", " ") if _is_documented(value) else clean(str(value.value))
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return f"{value:,f}" if is_short(value) else str(value)
        case dt.datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case dt.date():
            return value.isoformat()
        case list():
            return _several(cast("list[object]", value))
        case Record() | Mapping():
            return _title(cast("Any", value))
        case _:
            return clean(str(value), _LONGEST if column is not None else 400)


def _is_documented(value: enum.Enum) -> bool:
    return value.name in type(value).__members__


def _several(items: list[object]) -> str:
    """Return plain values in one line, and how many records there are."""
    if any(isinstance(item, (Record, Mapping, list)) for item in items):
        return counted(len(items), "record")
    return clean(", ".join(str(item) for item in items), _LONGEST)


def _title(value: Any) -> str:
    """Return the name of a related record."""
    for name in ("name", "business_name", "title", "label", "id"):
        found = slot(value, name, None) if isinstance(value, Record) else value.get(name)
        if found:
            return clean(str(found), _LONGEST)
    return ""


def _is_shown(value: Any) -> bool:
    return value is not None and value != "" and not isinstance(value, (list, Mapping, Record))
