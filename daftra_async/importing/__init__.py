"""Spreadsheets in: rows of CSV and Excel files become records of an account.

    from daftra_async.importing import import_file

    async with DaftraClient.from_env() as daftra:
        plan = await import_file(daftra, "clients", "clients.xlsx", dry_run=True)
        report = await import_file(daftra, "clients", "clients.xlsx")

Columns are known by their headers, in English or Arabic; cells are read by the types of the input model. A record is known by its
key, which is looked up before anything is sent, so that an import can be run again at any time, after `kill -9` too.
"""

from __future__ import annotations

from daftra_async.importing.api import import_file
from daftra_async.importing.mapping import Mapping
from daftra_async.importing.report import Change, Doubt, ImportProgress, ImportReport, RefusedCell, RowOutcome

__all__ = [
    "Change",
    "Doubt",
    "ImportProgress",
    "ImportReport",
    "Mapping",
    "RefusedCell",
    "RowOutcome",
    "import_file",
]
