"""One import from its file to its report."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.client import DaftraClient
from daftra_async.importing import account, links, planning
from daftra_async.importing.cells import Rules
from daftra_async.importing.fields import Field, Form
from daftra_async.importing.headers import Column
from daftra_async.importing.intake import Intake
from daftra_async.importing.report import Doubt, ImportProgress, ImportReport, outcome_of, outcomes, refused_cells
from daftra_async.importing.sources import Table
from daftra_async.importing.stage import Stage
from daftra_async.importing.writing import Writing, line_of

if TYPE_CHECKING:
    from daftra_async.importing.journal import Journal, Past
    from daftra_async.importing.report import RowOutcome

_MOST_CELLS: Final = 1000
"""Refused cells that a report holds."""


@attrs.define(kw_only=True)
class ImportRun:
    """The steps of an import: read the file, look into the account, decide, write, tell."""

    client: DaftraClient
    form: Form
    columns: Sequence[Column]
    key: Field | None
    table: Table
    rules: Rules
    file: Path
    progress: Callable[[ImportProgress], None]
    stage: Stage = attrs.field(factory=Stage)
    _rows: int = 0
    _began: float = attrs.field(factory=time.monotonic)

    async def read(self) -> None:
        """Read the file; once more when a date came that only the format of the account tells.

        Raises:
            ArgumentError: the file cannot be read to its end.
            DaftraError: the account cannot be reached.
        """
        if await self._intake() and self.rules.date_format is None:
            pattern = await account.date_format(self.client)
            if pattern is not None:
                self.rules = attrs.evolve(self.rules, date_format=pattern)
                self.stage.close()
                self.stage = Stage()
                await self._intake()

    async def _intake(self) -> bool:
        intake = Intake(self.form, self.columns, self.key, self.rules, self.stage)
        await intake.read(self.table, lambda rows: self.progress(ImportProgress(phase="reading", done=rows)))
        self._rows = intake.rows
        return intake.ambiguous

    async def plan(self, past: Past) -> None:
        """Look for the records in the account and for those that columns name, and decide what is to be done with each.

        Raises:
            DaftraError: a list could not be read whole.
        """
        await links.resolve(self.client, self.columns, self.stage)
        if self.key is not None:
            self.progress(ImportProgress(phase="looking", done=0))
            await account.look(self.client, self.form, self.key, self.stage)
        planning.plan(self.form, self.key, self.stage, past)

    async def preview(self, on_row: Callable[[RowOutcome], None] | None) -> ImportReport:
        """Report what would be done.

        Raises:
            DaftraError: the account could not be read.
        """
        await planning.compare(self.client, self.form, self.stage)
        return self._report(on_row, dry_run=True)

    async def write(
        self, journal: Journal, on_row: Callable[[RowOutcome], None] | None, *, skip_refused: bool, patience: float, **how: Any
    ) -> ImportReport:
        """Write what was decided, and report it; with refused cells nothing, unless they are to be skipped.

        Raises:
            ArgumentError: the result file is that of something else, or of an import that runs.
            DaftraError: the account could not be read, or refuses the credential.
            OSError: the result file cannot be written.
        """
        if self.stage.refusals(most=1) and not skip_refused:
            return self._report(on_row, stopped=True)
        past = journal.open()
        try:
            if self.key is not None and (left := patience - past.age()) > 0:
                await asyncio.sleep(left)  # what was on its way when an earlier run ended has arrived then
            await self.plan(past)
            if self.stage.counts().get(planning.REFUSED) and not skip_refused:
                return self._report(on_row, stopped=True)
            counts = self.stage.counts()
            total = sum(counts.get(state, 0) for state in (planning.CREATE, planning.CHANGE, planning.COMPARE))
            written = 0

            def tell(more: int) -> None:
                nonlocal written
                written += more
                self.progress(ImportProgress(phase="writing", done=min(written, total), total=total))

            writing = Writing(
                client=self.client,
                form=self.form,
                key=self.key,
                stage=self.stage,
                journal=journal,
                patience=patience,
                progress=tell,
                **how,
            )
            await writing.run()
            journal.finish(line_of(self.form, item, row) for row, item in self.stage.rows())
        finally:
            journal.close()
        return self._report(on_row, results=str(journal.path))

    def _report(
        self,
        on_row: Callable[[RowOutcome], None] | None,
        *,
        dry_run: bool = False,
        stopped: bool = False,
        results: str | None = None,
    ) -> ImportReport:
        if on_row is not None:
            for row in outcomes(self.form, self.stage, stopped=stopped):
                on_row(row)
        counts: dict[str, int] = {}
        for state, number in self.stage.counts().items():
            outcome = outcome_of(state, stopped=stopped)
            counts[outcome] = counts.get(outcome, 0) + number
        opened = self.table.opened
        return ImportReport(
            resource=self.form.resource,
            file=str(self.file),
            dry_run=dry_run,
            rows=self._rows,
            **counts,
            stopped=stopped,
            cells=tuple(refused_cells(self.stage.refusals(most=_MOST_CELLS))),
            doubts=tuple(
                Doubt(column=header, rows=rows, row=row, value=value, reason=reason)
                for header, reason, rows, row, value in self.stage.doubts()
            ),
            notes=() if opened.note is None else (opened.note,),
            columns={column.header: column.field.path for column in self.columns},
            results=results,
            seconds=round(time.monotonic() - self._began, 3),
        )
