"""The wire layer: JSON text to typed records and back. It knows no HTTP."""

from __future__ import annotations

from daftra_async.wire.converter import DATE_FORMAT, converter, dates, structure, unstructure
from daftra_async.wire.jsontext import dumps, loads

__all__ = ["DATE_FORMAT", "converter", "dates", "dumps", "loads", "structure", "unstructure"]
