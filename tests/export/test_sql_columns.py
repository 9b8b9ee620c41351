"""Columns as databases take them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from daftra_async.export.sql.columns import columns_of
from daftra_async.wire.columns.batches import MAIN
from daftra_async.wire.columns.encoder import batches_of
from daftra_async.wire.columns.keys import Keys
from daftra_async.wire.columns.layout import EXTRA, table_of
from tests.wire.sample import Paper


def columns(*rows: dict[str, Any]) -> dict[str, list[Any]]:
    table = table_of(Paper)
    made = columns_of(table, batches_of(table, rows).with_keys(Keys())[MAIN])
    return {name: array.to_pylist() for name, array in made.items()}


@pytest.mark.parametrize(
    ("sent", "held"),
    [
        ("12.50", "12.5"),
        ("100", "100"),
        ("0", "0"),
        ("0.00", "0"),
        ("-7.25", "-7.25"),
        ("0.0000000001", "0.0000000001"),
        ("1.12345678901234", "1.12345678901234"),  # more digits than Arrow's column has
        ("12345678901234567890123456789012345678901234567890", "12345678901234567890123456789012345678901234567890"),
        (None, None),
    ],
)
def test_numbers_are_exact_text_without_idle_zeros(sent: str | None, held: str | None) -> None:
    found = columns({"id": 1, "total": sent}, {"id": 2, "total": "3.10"})
    assert found["total"] == [held, "3.1"]
    assert found[EXTRA] == [None, None]


def test_what_is_no_number_stays_in_extra() -> None:
    found = columns({"id": 1, "total": "a lot", "new": {"total": "5"}}, {"id": 2, "total": "1.12345678901234", "new": 1})
    assert found["total"] == [None, "1.12345678901234"]
    assert found[EXTRA] == ['{"total":"a lot","new":{"total":"5"}}', '{"new":1}']


@pytest.mark.parametrize("value", [{"a": "\x00"}, {"10": 1, "9": 2}, [Decimal("1e400")]])
def test_what_jsonb_refuses_goes_to_extra(value: Any) -> None:
    found = columns({"id": 1, "anything": value, "new": 1}, {"id": 2, "anything": {"9": 1, "10": 2}})
    assert found["anything"] == [None, '{"9":1,"10":2}']
    assert found[EXTRA][0] is not None
    assert '"anything":' in found[EXTRA][0]
    assert '"new":1' in found[EXTRA][0]
