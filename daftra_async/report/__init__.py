"""A report on an account: who owes what since when, what was sold, what was received, and what changed since yesterday.

    from daftra_async.report import build

    report = await build(daftra, snapshots="acme.json")  # or the folder of an export, or "duckdb:///acme.duckdb"
    Path("report.html").write_text(report.html("ar"), "utf-8")
    report.tables()  # for terminals
    report.to_dict()  # for programs

The figures are worked out once, exactly, and never across currencies.
"""

from __future__ import annotations

from daftra_async.report.building import build
from daftra_async.report.changes import Change, Changes, Moved
from daftra_async.report.figures import Figures
from daftra_async.report.result import Report
from daftra_async.report.views.table import Column, Table

__all__ = ["Change", "Changes", "Column", "Figures", "Moved", "Report", "Table", "build"]
