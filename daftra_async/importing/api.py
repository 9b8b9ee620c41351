"""`import_file`: a table into an account."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from daftra_async._text import refuse, whole
from daftra_async.importing import account
from daftra_async.importing import mapping as mappings
from daftra_async.importing.cells import Rules
from daftra_async.importing.fields import form_of
from daftra_async.importing.headers import check_key, columns_of
from daftra_async.importing.journal import Journal, Past
from daftra_async.importing.mapping import Mapping
from daftra_async.importing.run import ImportRun
from daftra_async.importing.sources import open_table
from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.date_titles import pattern_of

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Sequence

    from daftra_async.client import DaftraClient
    from daftra_async.importing.fields import Field, Form
    from daftra_async.importing.headers import Column
    from daftra_async.importing.report import ImportProgress, ImportReport, RowOutcome


async def import_file(
    client: DaftraClient,
    resource: str,
    path: str | os.PathLike[str],
    *,
    key: str | UnsetType | None = UNSET,
    mapping: str | os.PathLike[str] | Mapping | None = None,
    save_mapping: str | os.PathLike[str] | None = None,
    columns: dict[str, str] | None = None,
    ignore: Iterable[str] = (),
    dry_run: bool = False,
    skip_refused: bool = False,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    date_format: str | None = None,
    decimal_comma: bool = False,
    results: str | os.PathLike[str] | None = None,
    concurrency: int = 8,
    chunk_size: int = 200,
    patience: float = 60.0,
    progress: Callable[[ImportProgress], None] | None = None,
    on_row: Callable[[RowOutcome], None] | None = None,
) -> ImportReport:
    """Write the rows of a CSV or Excel file to an account: create what is new, edit what differs, leave the rest.

    The first row holds the headers. Records are known by their key: it is looked up before anything is sent, so a second run, or
    a run after a crash, makes nothing twice. Documents have one row a line; rows with the same key are one document. An empty
    cell says nothing: it changes nothing and is left out of new records.

    Args:
        client: The account.
        resource: Such as `clients`, `products`, `suppliers`, `invoices`, `invoice_payments`, `client_payments`.
        path: The file: `.xlsx`, or CSV in UTF-8, UTF-16 or Arabic Windows (cp1256).
        key: Field that names a record; by default the one that `reference=` of its create is written to, such as
            `client_number`. None imports without one: then each row is a new record, and a second run knows what the first has
            written by the result file alone.
        mapping: How the columns are read: a mapping file, or a `Mapping`.
        save_mapping: File to write the mapping to that was found.
        columns: Fields by the headers of their columns, where the header does not tell.
        ignore: Headers of columns to leave out.
        dry_run: Only report what would be done; the account is read and not changed.
        skip_refused: Write the other rows when cells are refused; by default nothing is written then.
        sheet: Name of the sheet of a workbook; the first one by default.
        encoding: Encoding of a CSV file; found out by default.
        delimiter: Separator of a CSV file; found out by default.
        date_format: How the table writes dates such as 05/09/2026: `d/m/Y` or `%d/%m/%Y`. By default that of the account, which
            is asked for it when such a date comes.
        decimal_comma: Numbers are written as 1.234,50.
        results: The result file; by default `clients.results.csv` beside `clients.xlsx`.
        concurrency: Requests at a time.
        chunk_size: Records sent before their outcome is on disk.
        patience: Seconds after which a lost request cannot be carried out any more, the `timeout` of the client. What is
            unknown is looked for again after that time, and sent again if it is not there.
        progress: Called with an `ImportProgress` now and then.
        on_row: Called with the `RowOutcome` of each row at the end, in the order of the table.

    Returns:
        Counts, refused cells and doubts.

    Raises:
        ArgumentError: An argument, the file or a header is wrong; nothing was written.
        AuthenticationError: The credential is refused.
        DaftraError: The account could not be read.
        OSError: The result file cannot be written.
    """
    whole("concurrency", concurrency)
    whole("chunk_size", chunk_size)
    said = _mapping(mapping, resource).merged(
        columns=columns,
        ignore=tuple(ignore),
        sheet=sheet,
        encoding=encoding,
        delimiter=delimiter,
        date_format=date_format,
        decimal_comma=decimal_comma,
    )
    rules = Rules(date_format=_pattern(said.date_format), decimal_comma=said.decimal_comma)
    form = form_of(resource)
    name = (said.key or form.default_key) if isinstance(key, UnsetType) else key
    table = open_table(path, said)
    found = columns_of(form, table.headers, said)
    check_key(form, found, name)
    field = None if name is None else _field(form, name)
    if save_mapping is not None:
        taken = {column.header: column.field.path for column in found}
        mappings.write(save_mapping, attrs.evolve(said, resource=resource, key=name, columns=taken))
    run = ImportRun(
        client=client,
        form=_narrowed(form, found, field),
        columns=found,
        key=field,
        table=table,
        rules=attrs.evolve(rules, epoch_1904=table.opened.epoch_1904),
        file=Path(path),
        progress=progress or _quiet,
    )
    try:
        await run.read()
        if dry_run:
            await run.plan(Past())
            return await run.preview(on_row)
        journal = Journal(Path(results) if results is not None else Path(path).with_suffix(".results.csv"))
        return await run.write(
            journal, on_row, skip_refused=skip_refused, patience=patience, concurrency=concurrency, chunk_size=chunk_size
        )
    finally:
        run.stage.close()


def _mapping(mapping: str | os.PathLike[str] | Mapping | None, resource: str) -> Mapping:
    found = mapping if isinstance(mapping, Mapping) else Mapping() if mapping is None else mappings.read(mapping)
    if found.resource not in {None, resource}:
        refuse("mapping", f"it is one for {found.resource}", f"a mapping for {resource}")
    return found


def _pattern(date_format: str | None) -> str | None:
    pattern = None if date_format is None else pattern_of(date_format)
    if date_format is not None and pattern is None:
        refuse("date_format", f"{date_format!r:.60} names no day, month and year", "d/m/Y, %d/%m/%Y, DD/MM/YYYY and the like")
    return pattern


def _field(form: Form, name: str) -> Field:
    field = form.field(name)
    assert field is not None, "a column means it"
    account.check_key(form, field)
    return field


def _narrowed(form: Form, columns: Sequence[Column], key: Field | None) -> Form:
    """Return the form with the fields that the table has alone: others are not compared."""
    taken = {column.field.path for column in columns} | {
        column.field.link.target for column in columns if column.field.link is not None
    }
    custom = (column.field for column in columns if column.field.label is not None)
    fields = (*(field for field in form.fields if field.path in taken), *custom)
    return attrs.evolve(form, fields=fields, shows_keys=key is None or not key.redact)


def _quiet(_: ImportProgress) -> None:
    """Tell nobody."""
