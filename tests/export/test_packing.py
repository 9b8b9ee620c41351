"""Pages of columns as bytes."""

from __future__ import annotations

import pytest

from daftra_async.export.protocols import StoreError
from daftra_async.export.tabular.packing import packed, unpacked
from daftra_async.wire.columns.encoder import batches_of
from daftra_async.wire.columns.keys import Keys
from daftra_async.wire.columns.layout import table_of
from tests.export.papers import papers
from tests.export.tables import HARD
from tests.wire.sample import Line, Paper


@pytest.mark.parametrize("count", [0, 1, len(HARD)])
def test_a_page_is_the_same_again(count: int) -> None:
    table = table_of(Paper)
    batches = batches_of(table, papers(HARD[:count]))
    stored = unpacked(table, packed(batches))
    assert stored.batches.tables(stored.keys) == batches.with_keys(Keys())


def test_a_page_with_other_columns_is_refused() -> None:
    with pytest.raises(StoreError, match="start over with resume=False"):
        unpacked(table_of(Line), packed(batches_of(table_of(Paper), [])))
