"""Pages of columns as bytes: to keep in a database until their list is complete, or to send to another machine."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from daftra_async._words import given
from daftra_async.export.protocols import StoreError
from daftra_async.export.tabular.pages import StoredPage, pages
from daftra_async.wire.columns.arrow import pa

if TYPE_CHECKING:
    from daftra_async.wire.columns.batches import Batches
    from daftra_async.wire.columns.layout import Table

_CODEC: Final[Any] = pa.Codec("lz4")
_SIZE: Final = 8
"""Bytes of the length of a page, which stands before it."""


def packed(batches: Batches) -> bytes:
    """Return a page as bytes, compressed."""
    text = b"".join(StoredPage.of(batches).parts())
    compressed: bytes = _CODEC.compress(text, asbytes=True)
    return len(text).to_bytes(_SIZE, "big") + compressed


def unpacked(table: Table, page: bytes) -> StoredPage:
    """Return the page that `packed` wrote.

    Raises:
        StoreError: it was written for other columns, by another version of this package.
    """
    text = _CODEC.decompress(memoryview(page)[_SIZE:], int.from_bytes(page[:_SIZE], "big"))
    found = list(pages(io.BytesIO(text), table))
    if len(found) != 1 or len(found[0].batches.main.arrays) != len(table.columns):
        fresh = given("resume", value=False)
        msg = f"stored pages have other columns than this version of daftra-async writes; start over with {fresh}"
        raise StoreError(msg)
    return found[0]
