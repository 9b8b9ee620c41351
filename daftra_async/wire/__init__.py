"""The wire layer: JSON text to typed records and back. It knows no HTTP."""

from __future__ import annotations

from daftra_async.wire.converter import converter, structure, unstructure
from daftra_async.wire.dates import Dates, dates
from daftra_async.wire.jsontext import dumps, loads

__all__ = ["Dates", "converter", "dates", "dumps", "loads", "structure", "unstructure"]
