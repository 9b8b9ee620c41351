"""The kinds of experiments: functions that ask an account and return what it answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.prove.kinds import (
    acknowledgements,
    bodies,
    custom_fields,
    debit_notes,
    documents,
    envelopes,
    lists,
    rates,
    selecting,
    times,
    updates,
)

if TYPE_CHECKING:
    from daftra_async.prove.kinds.result import Kind

KINDS: Final[dict[str, Kind]] = {
    "list_envelope": envelopes.list_envelope,
    "record_envelope": envelopes.record_envelope,
    "documented_lists": envelopes.documented_lists,
    "row_key": envelopes.row_key,
    "listing": envelopes.listing,
    "app_state": envelopes.app_state,
    "acknowledgement": acknowledgements.acknowledgement,
    "bulk": acknowledgements.bulk,
    "multi": acknowledgements.multi,
    "debit_note_lines": debit_notes.debit_note_lines,
    "paging": lists.paging,
    "size_limit": lists.size_limit,
    "parameters": selecting.parameters,
    "branches": selecting.branches,
    "operators": selecting.operators,
    "sorting": selecting.sorting,
    "date_format": times.date_format,
    "clock": times.clock,
    "partial_update": updates.partial_update,
    "total": documents.total,
    "payments_in_update": documents.payments_in_update,
    "booleans": bodies.booleans,
    "decimal_text": bodies.decimal_text,
    "unknown_id": bodies.unknown_id,
    "duplicate": bodies.duplicate,
    "concurrent": bodies.concurrent,
    "written_key": bodies.written_key,
    "custom_field_forms": custom_fields.custom_field_forms,
    "custom_field_search": custom_fields.custom_field_search,
    "rate_limit": rates.rate_limit,
}
