"""Columns hold what records hold: every odd spelling, in every kind of field, whatever was learned before."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from daftra_async import models
from daftra_async.catalogue import operations
from daftra_async.wire import census, dumps, hints
from daftra_async.wire.columns.decoder import ColumnDecoder, decoder_of
from daftra_async.wire.columns.keys import Keys
from daftra_async.wire.dates import dates
from tests.export.tables import HARD, PAYLOADS
from tests.wire.columns.agreement import check, columns
from tests.wire.sample import Paper
from tests.wire.spellings import ODD
from tests.wire.test_fast import KEYS, V1, rows, text_of, v1
from tests.wire.test_tiers import clean, drift, operation, page, places, slowly

LISTS = sorted({op.response.model for op in operations() if op.response.kind.endswith("-list") and op.response.model})


@settings(max_examples=40, deadline=None)
@given(st.lists(rows, min_size=1, max_size=5), st.lists(rows, min_size=1, max_size=4))
def test_pages_of_anything(first: list[dict[str, str]], second: list[dict[str, str]]) -> None:
    decoder = ColumnDecoder(V1, Paper)
    for each in (first, second, first):
        check(decoder, V1, Paper, v1([text_of(row) for row in each]))


@settings(max_examples=40, deadline=None)
@given(st.lists(PAYLOADS, min_size=1, max_size=3))
def test_pages_of_arbitrary_json(payloads: list[Any]) -> None:
    decoder = ColumnDecoder(V1, Paper)
    for _ in range(2):
        check(decoder, V1, Paper, v1([dumps(payload).decode() for payload in payloads]))


_DIGITS = st.text("0123456789", min_size=1, max_size=14)
_ZEROS = st.integers(0, 14).map("0".__mul__)
_POWERS = st.sampled_from(["", "", "e3", "E-9", "e40", "e-40", "E-150", "e150"])
AMOUNTS = st.tuples(st.sampled_from(["", "-"]), _DIGITS, st.just("."), _ZEROS, _DIGITS, _ZEROS, _POWERS).map("".join)


@settings(max_examples=80, deadline=None)
@given(AMOUNTS)
@example("0.00096345200")
@example("0.0e150")
@example("-0.00000000000")
@example("1122931810951390110524275215578")  # beyond 128 bits in a column, whose lower ones are a number, too
def test_an_amount_however_many_zeros_it_has(amount: str) -> None:
    check(ColumnDecoder(V1, Paper), V1, Paper, v1([f'{{"total": "{amount}"}}']))


def test_what_is_hard() -> None:
    decoder = ColumnDecoder(V1, Paper)
    for payload in HARD:
        check(decoder, V1, Paper, v1([dumps(payload).decode()]))
    check(decoder, V1, Paper, v1([dumps(payload).decode() for payload in HARD]))


@pytest.mark.parametrize("key", KEYS)
def test_every_odd_value_in_every_field(key: str) -> None:
    decoder = ColumnDecoder(V1, Paper)
    check(decoder, V1, Paper, v1([text_of({"id": str(at), key: value}) for at, value in enumerate(ODD)]))
    for value in ODD:
        check(decoder, V1, Paper, v1([text_of({key: value, "id": "1"}), text_of({"id": "2", key: "null"})]))


@pytest.mark.parametrize("name", LISTS)
def test_every_model(name: str) -> None:
    cls = hints.model(name)
    op = operation(cls)
    decoder = ColumnDecoder(op, cls)
    full = clean(cls)
    check(decoder, op, cls, page(op, [text_of(full), text_of(clean(cls, 2))]))
    assert decoder.fallbacks == 0
    fields = places(cls)
    odd = [{**full, fields[at % len(fields)]: value, "odd": value} for at, value in enumerate(ODD)]
    check(decoder, op, cls, page(op, [text_of(row) for row in odd[:: 1 + len(fields) // 8]]))


def test_usual_dirt_is_read_in_c_alone() -> None:
    op, decoder = operation(models.Invoice), ColumnDecoder(operation(models.Invoice), models.Invoice)
    usual = clean(models.Invoice)
    nothing = dict.fromkeys(usual, '""') | {"date": '"0000-00-00"', "created": '"0000-00-00 00:00:00"'}
    lines = {"id": "7", "InvoiceItem": "[" + text_of(clean(models.InvoiceItem)) + "]", "InvoicePayment": "[]"}
    check(decoder, op, models.Invoice, page(op, [text_of(row) for row in (usual, nothing, {**usual, **lines}, {})]))
    assert decoder.fallbacks == 0


@pytest.mark.parametrize("name", ["Paper", "Invoice", "WorkflowRecord"])
def test_the_census_counts_what_it_counts_of_records(name: str) -> None:
    cls = Paper if name == "Paper" else hints.model(name)
    op = operation(cls)
    full = {wire: value for wire, value in clean(cls).items() if wire in places(cls) and value[0] not in "[{"}
    odd = [{**full, wire: value, "new": value} for wire in full for value in ('"odd"', "77", "1.5", '"n/a"', "null", "[7]")]
    body = page(op, [text_of(row) for row in odd] * 2)
    decoder = ColumnDecoder(op, cls)
    decoder.read(body)
    census.reset()
    slowly(cls, op, body)
    wanted = drift()
    census.reset()
    assert decoder.read(body) is not None
    assert drift() == wanted
    assert wanted


def test_dates_in_the_format_of_the_account() -> None:
    decoder = ColumnDecoder(V1, Paper)
    body = v1(['{"id": 1, "day": "05/09/2026", "First": {"day": "05/09/2026"}, "anything": "05/09/2026"}'])
    with dates(None, tentative=True) as seen:
        decoder.read(body)
    assert seen.missing
    with dates("%d/%m/%Y"):
        table = columns(decoder, V1, Paper, body)[""]
    assert [str(day) for day in table["day"].to_pylist()] == ["2026-09-05"]
    assert table["_extra"].to_pylist() == [None]


def test_without_lines_they_are_counted() -> None:
    body = v1(['{"id": 1, "Line": [{"id": 1}, {"id": 2}]}', '{"id": 2, "Line": {}}', '{"id": 3, "Line": ""}', '{"id": 4}'])
    found = ColumnDecoder(V1, Paper, with_lines=False).read(body)
    assert found is not None
    tables = found[1].with_keys(Keys())
    assert tables.keys() == {""}
    assert tables[""]["line"].to_pylist() == [2, 0, None, None]


def test_a_key_of_a_late_row_is_learned() -> None:
    decoder = ColumnDecoder(V1, Paper)
    rows = [{"id": str(at)} for at in range(120)]
    rows[70] |= {"day": '"2026-01-31"'}
    rows[119] |= {"Line": '[{"id": 1}]', "new": "7"}
    check(decoder, V1, Paper, v1(list(map(text_of, rows))))
    assert decoder.fallbacks == 0


def test_dynamic_keys_do_not_make_it_grow() -> None:
    decoder = ColumnDecoder(V1, Paper)
    for start in range(0, 200, 20):
        check(decoder, V1, Paper, v1([text_of({"id": "1", **{f"le_{at}_x": json.dumps(at) for at in range(start, start + 20)}})]))
    assert decoder.fallbacks


@pytest.mark.parametrize("body", [b"", b"[]", b'{"code": 400, "message": "no", "data": []}', v1([]).replace(b"200", b"400")])
def test_what_is_not_a_page_is_left_to_the_record_path(body: bytes) -> None:
    assert ColumnDecoder(V1, Paper).read(body) is None


def test_decoders_are_shared_by_operation() -> None:
    op = next(op for op in operations() if op.id == "invoices.list")
    assert decoder_of(op) is decoder_of(op)
    assert decoder_of(op) is not decoder_of(op, with_lines=False)
    assert decoder_of(next(op for op in operations() if op.response.model is None)) is None
