"""Bulk fetch of whole resources into files or a database.

    from daftra_async.export import export

    async with DaftraClient.from_env() as daftra:
        report = await export(daftra, out=Path("out"))
        report = await export(daftra, to="sqlite:///acme.db", since="last")

    async with open_accounts("accounts.toml") as accounts:
        report = await export(accounts, to="out", format="parquet")

Files appear when they are complete: a resource that fails, or comes short of what its list announced, leaves the file of an
earlier run as it was. In JSON Lines, each line is one record as `unstructure` gives it, unknown keys included. A run that was cut
off, even by `kill -9`, is continued by the next one. Beside the files, `census.json` counts the keys and values that no model
describes (`daftra census out` prints it).
"""

from __future__ import annotations

from daftra_async.export.account import Account, AccountSpec
from daftra_async.export.accounts import load_accounts, load_specs, open_accounts
from daftra_async.export.api import export
from daftra_async.export.machines import export_account
from daftra_async.export.open_store import store_for
from daftra_async.export.options import ExportOptions
from daftra_async.export.protocols import Checkpoint, Format, Job, Remembers, Sink, Store, StoreError, Written
from daftra_async.export.reading import read, read_sql
from daftra_async.export.report import ExportReport, ProgressEvent, ResourceReport, State
from daftra_async.export.targets import EVERYTHING, Target, plan

__all__ = [
    "EVERYTHING",
    "Account",
    "AccountSpec",
    "Checkpoint",
    "ExportOptions",
    "ExportReport",
    "Format",
    "Job",
    "ProgressEvent",
    "Remembers",
    "ResourceReport",
    "Sink",
    "State",
    "Store",
    "StoreError",
    "Target",
    "Written",
    "export",
    "export_account",
    "load_accounts",
    "load_specs",
    "open_accounts",
    "plan",
    "read",
    "read_sql",
    "store_for",
]
