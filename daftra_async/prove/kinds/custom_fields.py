"""How custom fields of invoices are written, and found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.prove.asking import CannotTell, give_up
from daftra_async.prove.kinds.documents import read_invoice
from daftra_async.prove.kinds.result import Result
from daftra_async.prove.shapes import id_of, listed
from daftra_async.wire.guards import is_list, is_map

if TYPE_CHECKING:
    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.lab import Lab

_KEY: Final = "InvoiceCustomField"


async def custom_field_forms(lab: Lab, experiment: Experiment) -> Result:
    """Write a custom field as a list and as a map, and look which is kept."""
    kept: list[str] = []
    for form in ("list", "map"):
        _, value, fields = await _invoice(lab, experiment, form)
        kept += [form] if any(value in map(str, field.values()) for field in fields) else []
    return Result("both" if len(kept) == 2 else kept[0] if kept else "neither", f"{len(kept)} of 2 forms kept")


async def custom_field_search(lab: Lab, experiment: Experiment) -> Result:
    """Search invoices by a custom field whose label, or id, is named."""
    label, value, fields = await _invoice(lab, experiment, "list")
    if not fields:
        msg = "the custom field was not kept"
        raise CannotTell(msg)
    by_label, nowhere = await _found(lab, value, label), await _found(lab, f"no {value}", label)
    number = _field_id(fields)
    if number is None:
        # The account gives no ids of its own: one is sent along.
        _, value, fields = await _invoice(lab, experiment, "id")
        number = _field_id(fields)
    by_id = 0 if number is None else await _found(lab, value, number)
    evidence = f"{by_label} found by label, {by_id} by id, {nowhere} with another value"
    if nowhere:
        return Result("ignored", evidence)
    found = [name for name, rows in (("label", by_label), ("id", by_id)) if rows == 1]
    return Result("both" if len(found) == 2 else found[0] if found else "ignored", evidence)


async def _invoice(lab: Lab, experiment: Experiment, form: str) -> tuple[str, str, list[Any]]:
    """Make an invoice with a custom field; return its label, its value, and the fields that the invoice has."""
    name = experiment.record or ""
    body = await lab.records.body_of(name)
    label, value = f"{lab.records.mark} field", str(body["Invoice"]["notes"])  # its mark is its own
    field: dict[str, object] = {"label": label, "value": value, **({"custom_field_id": 1} if form == "id" else {})}
    seen, identity = await lab.records.create(name, {**body, _KEY: {"0": field} if form == "map" else [field]})
    if identity is None:
        give_up(seen)
    fields = (await read_invoice(lab, identity)).get(_KEY)
    inside = list(fields.values()) if is_map(fields) else fields
    return label, value, [each for each in inside if is_map(each)] if is_list(inside) else []


def _field_id(fields: list[Any]) -> str | None:
    numbers = (str(field["custom_field_id"]) if field.get("custom_field_id") else id_of(field) for field in fields)
    return next((number for number in numbers if number is not None), None)


async def _found(lab: Lab, value: str, label: str) -> int:
    seen = await lab.page("invoices.list", 1, query={"custom_field": value, "custom_field_label": label})
    if not seen.ok:
        give_up(seen)
    found = listed(seen.body)
    return len(found.rows) if found.total is None else found.total
