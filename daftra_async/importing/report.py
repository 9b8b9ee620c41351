"""What an import has done, or would do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, cast, get_args

import attrs

from daftra_async.importing import planning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from daftra_async.importing.fields import Form
    from daftra_async.importing.stage import Stage

Outcome = Literal["created", "changed", "unchanged", "refused", "failed", "unknown", "skipped"]
_WOULD: Final = {planning.CREATE: "created", planning.CHANGE: "changed"}
_DONE: Final = frozenset(get_args(Outcome))


@attrs.frozen(kw_only=True)
class ImportProgress:
    """How far an import has come."""

    phase: Literal["reading", "looking", "writing"]
    """Reading the file, looking for its records in the account, writing."""
    done: int
    """Rows read, or records written."""
    total: int | None = None
    """Records to be written; None while that is not known."""


@attrs.frozen(kw_only=True)
class RefusedCell:
    """A cell, or a whole record, that cannot be written."""

    row: int
    """As a spreadsheet counts: the first row is 1."""
    column: str
    """Header of the column; empty when it is about the record."""
    value: str
    """What the cell holds; `***` where the field is personal."""
    reason: str


@attrs.frozen(kw_only=True)
class Doubt:
    """Something that may not be what was meant; it does not keep a row from being written."""

    column: str
    """Header of the column."""
    rows: int
    """How many rows it is about."""
    row: int
    """The first of them."""
    value: str
    reason: str


@attrs.frozen(kw_only=True)
class Change:
    """A value that differs between the account and the table."""

    field: str
    """Path of the field: `phone1`, `invoice_item[0].quantity`."""
    before: str
    """`***` where the field is personal, like `after`."""
    after: str


@attrs.frozen(kw_only=True)
class RowOutcome:
    """What became of one row, or would."""

    row: int
    key: str
    """Empty where the key is personal, or there is none."""
    outcome: Outcome
    id: str | None
    message: str
    changes: tuple[Change, ...] = ()
    refused: tuple[RefusedCell, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready values."""
        return attrs.asdict(self)


@attrs.frozen(kw_only=True)
class ImportReport:
    """What an import has done, or with `dry_run` would do, counted in records: a document with ten lines is one."""

    resource: str
    file: str
    dry_run: bool
    rows: int
    """Rows of the table that are not empty."""
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    failed: int = 0
    """Refused by the server, or not sent."""
    unknown: int = 0
    """Written or not, nobody knows: run the import again, it looks before it sends."""
    skipped: int = 0
    """Not written, since others were refused."""
    stopped: bool = False
    """Nothing was written, since cells were refused."""
    cells: tuple[RefusedCell, ...] = ()
    """The first of what was refused; the result file and `on_row` have all."""
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[str, ...] = ()
    """What was guessed about the file."""
    columns: dict[str, str] = attrs.field(factory=dict[str, str])
    """Fields by the headers that were taken for them."""
    results: str | None = None
    """The result file; None when nothing was written."""
    seconds: float = 0.0

    @property
    def ok(self) -> bool:
        """Whether everything was written, or could be."""
        return not (self.refused or self.failed or self.unknown or self.skipped)

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready values."""
        return {**attrs.asdict(self), "ok": self.ok}


def outcome_of(state: str, *, stopped: bool) -> Outcome:
    """Return the outcome of a record in a state: what was done with it, or would have been."""
    found = state if stopped else _WOULD.get(state, state)
    return cast("Outcome", found) if found in _DONE else "skipped"


def outcomes(form: Form, stage: Stage, *, stopped: bool) -> Iterator[RowOutcome]:
    """Give what became of each row, in the order of the table."""
    for row, item in stage.rows():
        cells = [cell for cell in stage.refusals_of(item.seq) if cell[0] == row]
        yield RowOutcome(
            row=row,
            key=(item.key or "") if form.shows_keys else "",
            outcome=outcome_of(item.state, stopped=stopped),
            id=item.id,
            message=item.message,
            changes=tuple(_changes(form, item.detail)) if item.row == row else (),
            refused=tuple(refused_cells(cells)),
        )


def refused_cells(cells: list[tuple[int, str, str, str]]) -> Iterator[RefusedCell]:
    """Give what was refused."""
    return (RefusedCell(row=row, column=header, value=value, reason=reason) for row, header, value, reason in cells)


def _changes(form: Form, detail: list[Any]) -> Iterator[Change]:
    for path, before, after in detail:
        field = form.field(path) or form.field(path.partition("[")[0] + "." + path.rpartition(".")[2])
        hidden = field is None or field.redact
        yield Change(field=path, before="***" if hidden and before else before, after="***" if hidden else after)
