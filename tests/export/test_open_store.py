"""Which store a place means."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.export import store_for
from daftra_async.export.folder import FolderStore

if TYPE_CHECKING:
    from pathlib import Path


def test_places_are_folders_or_databases(tmp_path: Path) -> None:
    assert isinstance(store_for(str(tmp_path)), FolderStore)
    with pytest.raises(ArgumentError, match="'jsonl', 'csv', 'parquet' or 'xlsx'"):
        store_for(tmp_path, "ods")
    with pytest.raises(ArgumentError, match="together with a database"):
        store_for("sqlite:///acme.db", "csv")


@pytest.mark.parametrize(
    ("to", "kind", "library", "module"),
    [
        ("postgresql+asyncpg://erp:pa55word@host/erp", "jsonl", "sqlalchemy", "daftra_async.export.sql.engine"),
        ("out", "parquet", "pyarrow", "daftra_async.wire.columns.arrow"),
    ],
)
def test_a_missing_library_is_named_before_anything_is_fetched(
    to: str, kind: Any, library: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (module, "daftra_async.export.sql.store", "daftra_async.export.parquet"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.delattr("daftra_async.export.parquet", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ArgumentError, match=rf"^{library} is not installed; run: pip install 'daftra-async\[\w+\]'$"):
        store_for(to, kind)
