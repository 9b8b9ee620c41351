"""What the tests of columns share: pages, and whether their columns hold the records that they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async.wire import loads, structure
from daftra_async.wire.columns.back import records_of
from daftra_async.wire.columns.encoder import batches_of
from daftra_async.wire.columns.keys import Keys
from daftra_async.wire.columns.layout import table_of
from daftra_async.wire.envelopes import open_list
from tests.export.papers import plain

if TYPE_CHECKING:
    from daftra_async.wire.columns.decoder import ColumnDecoder


def records(op: Any, cls: type[Any], body: bytes) -> list[Any]:
    """Return the records of a page as the record path reads them."""
    return [structure(cls, row) for row in open_list(op, loads(body)).rows]


def columns(decoder: ColumnDecoder, op: Any, cls: type[Any], body: bytes) -> dict[str, Any]:
    """Return the tables of a page, those of the decoder or, where it leaves the page, those of the records."""
    read = decoder.read(body)
    batches = batches_of(table_of(cls), records(op, cls, body)) if read is None else read[1]
    return batches.with_keys(Keys())


def check(decoder: ColumnDecoder, op: Any, cls: type[Any], body: bytes) -> None:
    """Compare the records of a page with what its columns give back."""
    wanted = records(op, cls, body)
    tables = columns(decoder, op, cls, body)
    for batch in tables.values():
        batch.validate(full=True)
    found = list(records_of(cls, tables))
    assert len(found) == len(wanted)
    for back, record in zip(found, wanted, strict=True):
        assert back == record or plain(back) == plain(record)
    by_records = batches_of(table_of(cls), wanted).with_keys(Keys())
    assert tables[""]["_id"] == by_records[""]["_id"]
