"""Under which key the lines of a purchase debit note are written: the vendor's schema has one, its example another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.prove.asking import give_up
from daftra_async.prove.kinds.result import Result
from daftra_async.prove.shapes import record_form

if TYPE_CHECKING:
    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.lab import Lab

_KEYS: Final = ("purchase_order_item", "purchase_debit_notes_items")
_ENTITY: Final = "purchase_debit_note"
_LEVEL: Final = 2
"""The level of reads that shows relations."""


async def debit_note_lines(lab: Lab, experiment: Experiment) -> Result:
    """Write a line under each of the two keys, and look which of them is kept."""
    record = experiment.record or ""
    kept: list[str] = []
    for key in _KEYS:
        body = await lab.records.body_of(record)
        line = {"item": body["html_notes"], "unit_price": 10, "quantity": 1}
        seen, identity = await lab.records.create(record, {**body, key: [line]})
        if identity is None:
            give_up(seen)
        read = await lab.ask("entities.get", {"entity": _ENTITY, "id": identity, "level": _LEVEL})
        if not read.ok:
            give_up(read)
        found = record_form(read.body)[1] or {}
        if any(found.get(each) for each in _KEYS):
            kept.append(key)
    return Result(
        "both" if len(kept) == len(_KEYS) else kept[0] if kept else "neither", f"{len(kept)} of {len(_KEYS)} keys kept a line"
    )
