"""Records as tables of HTML, for notebooks: the same values as in the repr, and no more.

Texts of the server are escaped, fields marked for redaction are masked, and undescribed keys are named without their values.
"""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from daftra_async._numbers import is_short
from daftra_async.redaction.shown import MASK, clean
from daftra_async.wire import record as records
from daftra_async.wire.showing import shown_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST_ROWS: Final = 100
_MOST_COLUMNS: Final = 12
_LONGEST: Final = 60
_FIRST: Final = (
    "id",
    "no",
    "name",
    "business_name",
    "client_business_name",
    "supplier_business_name",
    "title",
    "date",
    "summary_total",
    "summary_unpaid",
    "amount",
    "currency_code",
    "payment_status",
    "status",
)
"""Fields that say most about records; others follow in the order of the model."""


def record_html(record: records.Record) -> str:
    """Return one record as a table of its fields; those without a value are left out."""
    rows = [f"<tr><th style='text-align:left'>{escape(name)}</th>{_cell(record, name)}</tr>" for name in _filled([record])]
    extra = ", ".join(sorted(map(str, record.extra)))
    if extra:
        rows.append(f"<tr><th style='text-align:left'><i>extra</i></th><td>{escape(clean(extra))}</td></tr>")
    return f"<table><caption>{escape(type(record).__name__)}</caption>{''.join(rows)}</table>"


def records_html(found: Sequence[object], caption: str) -> str | None:
    """Return records as a table, a row each, of at most 12 fields and 100 rows; None where they are no records.

    Args:
        found: Records of one class.
        caption: Text above the table.
    """
    if not all(isinstance(each, records.Record) for each in found):
        return None
    shown = cast("Sequence[records.Record]", found[:_MOST_ROWS])
    names = _filled(shown)[:_MOST_COLUMNS]
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    rows = "".join(f"<tr>{''.join(_cell(record, name) for name in names)}</tr>" for record in shown)
    more = "" if len(found) <= len(shown) else f"; the first {len(shown)} are shown"
    return f"<table><caption>{escape(clean(caption) + more)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def rows_html(head: Sequence[str], rows: Sequence[Sequence[object]], caption: str) -> str:
    """Return plain values as a table of 100 rows at most; None is an empty cell.

    Args:
        head: Names of the columns.
        rows: Values in their order.
        caption: Text above the table.
    """
    shown = rows[:_MOST_ROWS]
    more = "" if len(rows) <= len(shown) else f"; the first {len(shown)} are shown"
    cells = "".join(f"<tr>{''.join(_plain(value) for value in row)}</tr>" for row in shown)
    titles = "".join(f"<th>{escape(name)}</th>" for name in head)
    return (
        f"<table><caption>{escape(clean(caption) + more)}</caption><thead><tr>{titles}</tr></thead><tbody>{cells}</tbody></table>"
    )


def _filled(found: Iterable[records.Record]) -> list[str]:
    """Return the fields that one of the records has a value in, those that say most first."""
    found = list(found)
    fields = [field.name for cls in dict.fromkeys(map(type, found)) for field in _fields_of(cls)]
    names = [name for name in dict.fromkeys(fields) if any(_has(record, name) for record in found)]
    return [name for name in _FIRST if name in names] + [name for name in names if name not in _FIRST]


def _has(record: records.Record, name: str) -> bool:
    value = records.slot(record, name, None)
    return value is not None and value not in ("", [])


def _fields_of(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    found: tuple[attrs.Attribute[Any], ...] = attrs.fields(cast("type[attrs.AttrsInstance]", cls))
    return found


def _cell(record: records.Record, name: str) -> str:
    value = records.slot(record, name, None)
    if value is None:
        return "<td></td>"
    if any(field.name == name and field.metadata.get("redact") for field in _fields_of(type(record))):
        return f"<td>{MASK}</td>"
    number = isinstance(value, int | Decimal) and not isinstance(value, bool | enum.Enum)
    style = " style='text-align:right'" if number else " dir='auto' style='text-align:start'"
    return f"<td{style}>{escape(_text(value))}</td>"


def _plain(value: object) -> str:
    style = " style='text-align:right'" if isinstance(value, int | float | Decimal) else " dir='auto' style='text-align:start'"
    return f"<td{style}>{'' if value is None else escape(_text(value))}</td>"


def _text(value: Any) -> str:
    match value:
        case enum.Enum():
            return value.name.lower().replace("_", " ") if value.name in type(value).__members__ else clean(str(value.value))
        case Decimal():
            return f"{value:,f}" if is_short(value) else clean(str(value))
        case dt.datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case dt.date() | bool() | int():
            return str(value)
        case str():
            return clean(value)[:_LONGEST] + ("…" if len(value) > _LONGEST else "")
        case _:
            return shown_value(value)
