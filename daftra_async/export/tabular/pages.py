"""Pages of columns in a spool.

A page is its main table and the tables of its lines, each as a stream of Arrow IPC after its length in bytes. So a file can be
cut off after any page, and lines can be skipped.
"""

from __future__ import annotations

import struct
from collections import Counter
from typing import IO, TYPE_CHECKING, Any, Final

import attrs

from daftra_async.wire.columns.arrow import pa, pc
from daftra_async.wire.columns.batches import Batches, Rows
from daftra_async.wire.columns.keys import MADE, Keys
from daftra_async.wire.columns.layout import EXTRA, KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from daftra_async.wire.columns.layout import Table

_LENGTH: Final = struct.Struct("<Q")


@attrs.frozen
class StoredPage:
    """The records of a page, and their keys: made ones are counted within the page."""

    keys: Any
    batches: Batches

    @classmethod
    def of(cls, batches: Batches) -> StoredPage:
        """Return a page that is to be stored."""
        return cls(batches.keys(Keys()), batches)

    def take(self, places: Sequence[int]) -> StoredPage:
        """Return some of its records."""
        return StoredPage(self.keys.take(pa.array(places, pa.int64())), self.batches.take(places))

    def parts(self) -> list[bytes]:
        """Return what to append to a spool."""
        batches = self.batches
        streams = [_stream(batches.table, batches.main, self.keys)]
        streams += [_stream(lines, batches.lines[name]) for name, lines in batches.table.lines.items()]
        return [part for stream in streams for part in (_LENGTH.pack(len(stream)), stream)]


def pages(file: IO[bytes], table: Table) -> Iterator[StoredPage]:
    """Yield the pages of a spool."""
    while (main := _read(file)) is not None:
        lines: dict[str, Rows] = {}
        for name in table.lines:
            found = _read(file)
            assert found is not None, "pages are written whole"
            lines[name] = _rows(found)
        keys = main.column(0)
        yield StoredPage(keys, Batches(table, _rows(main.remove_column(0)), lines))


def keys_of(file: IO[bytes], table: Table) -> Iterator[list[str]]:
    """Yield the keys of each page of a spool."""
    while (main := _read(file)) is not None:
        for _ in table.lines:
            file.seek(_LENGTH.unpack(file.read(_LENGTH.size))[0], 1)
        yield main.column(0).to_pylist()


class Renumber:
    """Counts made keys on over the pages of a file."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def __call__(self, keys: Any) -> Any:
        """Return the keys of the next page as they are in the file."""
        if not pc.any(pc.starts_with(keys, MADE)).as_py():
            return keys
        return pa.array(list(map(self._next, keys.to_pylist())), pa.string())

    def _next(self, key: str) -> str:
        if key[0] != MADE:
            return key
        content = key.rpartition(":")[0]
        number = self._seen[content]
        self._seen[content] += 1
        return f"{content}:{number}"


def write_pages(file: IO[bytes], found: Iterable[StoredPage]) -> int:
    """Append pages to a spool, and return how many records they have."""
    records = 0
    for page in found:
        if page.batches.size:
            file.writelines(page.parts())
            records += page.batches.size
    return records


def _stream(table: Table, rows: Rows, keys: Any = None) -> bytes:
    names = [column.name for column in table.columns]
    arrays = [*rows.arrays, rows.extra]
    if keys is not None:
        names, arrays = [KEY, *names], [keys, *arrays]
    batch = pa.RecordBatch.from_arrays(arrays, names=[*names, EXTRA])
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    return memoryview(sink.getvalue())  # type: ignore[return-value]  # files take it as bytes, and it is not copied


def _read(file: IO[bytes]) -> Any:
    """Return the next table, None at the end."""
    length = file.read(_LENGTH.size)
    if not length:
        return None
    with pa.ipc.open_stream(pa.py_buffer(file.read(_LENGTH.unpack(length)[0]))) as stream:
        return stream.read_next_batch()


def _rows(batch: Any) -> Rows:
    return Rows(batch.columns[:-1], batch.columns[-1])
