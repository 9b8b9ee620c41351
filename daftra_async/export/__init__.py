"""Bulk fetch of whole resources into files.

    from daftra_async.export import export

    async with DaftraClient.from_env() as daftra:
        report = await export(daftra, out=Path("out"))

One JSON Lines file a resource: each line is one record as `unstructure` gives it, unknown keys included. Files appear when they
are complete: a resource that fails leaves the file of an earlier run as it was. Beside them, `census.json` counts the keys
and values that no model describes (`python -m daftra_async.census out` prints it).
"""

from __future__ import annotations

from daftra_async.export.progress import ProgressEvent, State
from daftra_async.export.report import ExportReport, ResourceReport
from daftra_async.export.runner import export
from daftra_async.export.targets import EVERYTHING, Target, plan

__all__ = ["EVERYTHING", "ExportReport", "ProgressEvent", "ResourceReport", "State", "Target", "export", "plan"]
