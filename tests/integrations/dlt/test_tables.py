"""The tables of all models."""

from __future__ import annotations

from dlt.common.normalizers.naming.snake_case import NamingConvention

from daftra_async.catalogue import operations
from daftra_async.integrations.dlt.tables import loaded
from daftra_async.wire import hints
from daftra_async.wire.columns.layout import table_of


def test_the_names_of_all_columns_stay_apart_in_dlt() -> None:
    naming = NamingConvention()
    models = {op.response.model for op in operations() if op.pagination is not None}
    for model in models:
        layout = table_of(None if model is None else hints.model(model))
        for table in loaded(model or "plain", layout, by_record=True, append=False):
            names = [naming.normalize_path(field.name) for field in table.schema]
            assert len(set(names)) == len(names), table.name
