"""Look for records of a bulk write by their references: all of them in one walk over the list, one for each branch."""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.errors import ReconcileError
from daftra_async.lists.find.references import find_references
from daftra_async.writes.reconcile import branch_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.lists.find.references import Findings
    from daftra_async.writes.bulk.outcome import BulkEntry
    from daftra_async.writes.bulk.sending import Work

    Entry = BulkEntry[Any]


@attrs.frozen(kw_only=True)
class Verdict:
    """What a look at the list says of one record."""

    entry: Entry
    row: Any = attrs.field(default=None, repr=False)
    """The row that carries the reference, None if there is none or if it cannot be told."""
    doubt: ReconcileError | None = None
    """Why it cannot be told."""

    @property
    def is_absent(self) -> bool:
        """Whether the record was surely not there at that moment."""
        return self.row is None and self.doubt is None

    @property
    def found(self) -> Entry:
        """The entry of a record that is there."""
        return attrs.evolve(self.entry, bucket="successful", result=self.row, error=None, id=getattr(self.row, "id", None))

    @property
    def outcome(self) -> Entry:
        """The entry by this look alone: successful if it is there, failed if it surely is not, else unknown as before."""
        if self.row is not None:
            return self.found
        self.explain()
        return self.entry if self.doubt is not None else attrs.evolve(self.entry, bucket="failed")

    def explain(self) -> None:
        """Say on the error of the entry why it is not successful."""
        note = str(self.doubt or f"no record carries the reference {self.entry.reference!r}: it was not done")
        error = self.entry.error
        if error is not None and note not in getattr(error, "__notes__", ()):
            error.add_note(note)


def can_be_sought(work: Work, entry: Entry) -> bool:
    """Return whether the list can be searched for a record: it was given a reference."""
    return entry.reference is not None and work.op.reference is not None


async def look(work: Work, sought: Iterable[Entry], run: Sequence[Entry], *, whole: bool = False) -> list[Verdict]:
    """Look for records.

    Args:
        work: The bulk write.
        sought: Entries with references.
        run: All entries: the search goes as deep as they may have made records.
        whole: Search the whole list, for records that may be old.

    Raises:
        DaftraError: the list could not be read.
    """
    by_branch: defaultdict[int | None, list[Entry]] = defaultdict(list)
    for entry in sought:
        by_branch[branch_of(work.op, entry.body)].append(entry)
    made = [entry.id for entry in run if entry.bucket == "successful" and isinstance(entry.id, int)]
    verdicts: list[Verdict] = []
    for branch, entries in by_branch.items():
        found = await find_references(
            work.client,
            work.op,
            [str(entry.reference) for entry in entries],
            made=sys.maxsize if whole else len(run),
            oldest=min(made, default=None),
            branch=branch,
            headers=work.options.get("extra_headers"),
        )
        verdicts += [_verdict(entry, found) for entry in entries]
    return verdicts


def _verdict(entry: Entry, found: Findings) -> Verdict:
    try:
        return Verdict(entry=entry, row=found.only(str(entry.reference)))
    except ReconcileError as error:
        return Verdict(entry=entry, doubt=error)
