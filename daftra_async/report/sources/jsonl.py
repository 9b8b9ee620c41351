"""JSON Lines as the tables that a report reads.

Lines are put together to pages as the account sends them, so that the decoder of columns, which is written in C, reads them.
"""

from __future__ import annotations

from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final

from daftra_async.wire import structure
from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.batches import empty
from daftra_async.wire.columns.decoder import decoder_of
from daftra_async.wire.columns.encoder import batches_of
from daftra_async.wire.columns.keys import Keys
from daftra_async.wire.jsontext import dumps, loads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.operation import AnyOperation
    from daftra_async.report.sources.held import Tables, Wanted
    from daftra_async.wire.columns.batches import Batches

_AT_A_TIME: Final = 1000


def tables_of(wanted: Wanted, operation: AnyOperation, file: IO[bytes]) -> Tables:
    """Return the tables of a file of records, one a line.

    Args:
        wanted: What is read of them.
        operation: The list that they came from.
        file: The lines.

    Raises:
        ValueError: a line is not JSON.
    """
    start, keys = empty(wanted.table), Keys()
    held: dict[str, list[Any]] = {name: [start[name].select(wanted.taken(name))] for name in wanted.columns}
    while lines := list(islice(file, _AT_A_TIME)):
        page = _batches(wanted, operation, lines).with_keys(keys)
        for name, tables in held.items():
            tables.append(pa.Table.from_batches([page[name]]).select(wanted.taken(name)))
    return {name: pa.concat_tables(tables) for name, tables in held.items()}


def _batches(wanted: Wanted, operation: AnyOperation, lines: Sequence[bytes]) -> Batches:
    decoder = decoder_of(operation, with_lines=len(wanted.columns) > 1)
    found = None if decoder is None else decoder.read(_page(operation.response.key, lines))
    if found is not None and found[1].size == len(lines):
        return found[1]
    model: Any = wanted.table.model
    return batches_of(wanted.table, [structure(model, loads(line)) for line in lines], with_lines=len(wanted.columns) > 1)


def _page(key: str | None, lines: Sequence[bytes]) -> bytes:
    """Return the answer of a list of v1 with these records, as its only page."""
    before, after = (b"", b"") if key is None else (b"{" + dumps(key) + b":", b"}")
    paging = {"prev": None, "next": None, "page": 1, "page_count": 1, "total_results": len(lines)}
    rows = b",".join(before + line + after for line in lines)
    return b'{"code":200,"result":"successful","data":[' + rows + b'],"pagination":' + dumps(paging) + b"}"
