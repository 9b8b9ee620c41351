"""Lines are what is written of records, to the byte: odd spellings in every kind of field, whatever was learned before."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async import models
from daftra_async.catalogue import operations
from daftra_async.wire import census, dumps, hints, unstructure
from daftra_async.wire.dates import dates
from daftra_async.wire.fast import PageDecoder
from daftra_async.wire.fast.numbers import MOST_PRECISE
from daftra_async.wire.identity import id_of
from daftra_async.wire.jsonl.decoder import LineDecoder, decoder_of
from daftra_async.wire.jsonl.line import JsonLine
from daftra_async.wire.nesting import MOST_LEVELS
from tests.export.tables import HARD, PAYLOADS
from tests.wire.columns.test_decoder import LISTS
from tests.wire.sample import Paper
from tests.wire.spellings import ODD
from tests.wire.test_fast import KEYS, V1, rows, text_of, v1
from tests.wire.test_tiers import clean, drift, operation, page, places, slowly


class Pair:
    """A decoder of lines and the records that it learns from."""

    def __init__(self, op: Any = V1, cls: type[Any] = Paper) -> None:
        self.op, self.cls = op, cls
        self.records = PageDecoder(op, cls)
        self.decoder = LineDecoder(op, self.records)

    def check(self, body: bytes) -> list[Any]:
        """Compare the lines of a page with what is written of its records; return them, or the records of an odd page."""
        read = self.decoder.read(body)
        wanted = [dumps(unstructure(record)) for record in slowly(self.cls, self.op, body)]
        if read is None:
            return []
        written = [each.json if isinstance(each, JsonLine) else dumps(unstructure(each)) for each in read[1]]
        assert [_sorted(line) for line in written] == [_sorted(line) for line in wanted]
        assert [self._known(line) for line in written] == [self._known(line) for line in wanted]
        return list(read[1])

    def _known(self, line: bytes) -> bytes:
        """Return a line without keys that no model knows: these stand in the order of the tier that reads."""
        wires = {hints.wire_name(field) for field in hints.fields_of(self.cls)}
        return dumps({wire: value for wire, value in json.loads(line, parse_float=str).items() if wire in wires})


def _sorted(line: bytes) -> str:
    return json.dumps(json.loads(line), sort_keys=True)


def are_lines(read: list[Any]) -> bool:
    return bool(read) and all(isinstance(each, JsonLine) for each in read)


@settings(max_examples=8, deadline=None)
@given(st.lists(rows, min_size=1, max_size=5), st.lists(rows, min_size=1, max_size=4))
def test_pages_of_anything(first: list[dict[str, str]], second: list[dict[str, str]]) -> None:
    pair = Pair()
    for each in (first, second, first):
        pair.check(v1([text_of(row) for row in each]))


@settings(max_examples=8, deadline=None)
@given(st.lists(PAYLOADS, min_size=1, max_size=3))
def test_pages_of_arbitrary_json(payloads: list[Any]) -> None:
    pair = Pair()
    for _ in range(2):
        pair.check(v1([dumps(payload).decode() for payload in payloads]))


def test_what_is_hard() -> None:
    pair = Pair()
    for payload in HARD:
        pair.check(v1([dumps(payload).decode()]))
    pair.check(v1([dumps(payload).decode() for payload in HARD]))


@pytest.mark.parametrize("key", KEYS)
def test_every_odd_value_in_every_field(key: str) -> None:
    pair = Pair()
    for value in ODD[KEYS.index(key) % 7 :: 7]:
        pair.check(v1([text_of({key: value, "id": "1"}), text_of({"id": "2", key: "null"})]))
    pair.check(v1([text_of({"id": str(at), key: value}) for at, value in enumerate(ODD)]))


@pytest.mark.parametrize("name", LISTS[::8])
def test_every_model(name: str) -> None:
    cls = hints.model(name)
    op = operation(cls)
    pair = Pair(op, cls)
    full = clean(cls)
    assert are_lines(pair.check(page(op, [text_of(full), text_of(clean(cls, 2))])))
    fields = places(cls)
    odd = [{**full, fields[at % len(fields)]: value, "odd": value} for at, value in enumerate(ODD)]
    pair.check(page(op, [text_of(row) for row in odd[:: 1 + len(fields) // 8]]))


def test_odd_spellings_after_clean_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    pair, op, full = Pair(operation(Paper)), operation(Paper), clean(Paper)
    pair.check(page(op, [text_of(clean(Paper, at)) for at in range(12)]))
    # It stays as it was after the clean page, whatever it meets.
    monkeypatch.setattr(pair.records, "_learn", lambda _: pair.records._tier)
    for at, wire in enumerate(places(Paper)):
        for odd in ODD[at % 19 :: 19]:
            pair.check(page(op, [text_of({**full, wire: odd})]))


def test_usual_dirt_needs_no_records() -> None:
    op = operation(models.Invoice)
    pair, usual = Pair(op, models.Invoice), clean(models.Invoice)
    nothing = dict.fromkeys(usual, '""') | {"date": '"0000-00-00"', "created": '"0000-00-00 00:00:00"'}
    lines = {"id": "7", "InvoiceItem": "[" + text_of(clean(models.InvoiceItem)) + "]", "InvoicePayment": "[]"}
    numbers = {wire: "12.5" for wire in usual if wire.startswith("summary_")} | {"odd": "1.5", "odd_too": '{"a": [1.50]}'}
    texts = [text_of(row) for row in (usual, nothing, {**usual, **lines}, {**usual, **numbers}, {})]
    assert are_lines(pair.check(page(op, texts)))


@pytest.mark.parametrize("name", ["Paper", "Invoice", "WorkflowRecord"])
def test_the_census_counts_what_it_counts_of_records(name: str) -> None:
    cls = Paper if name == "Paper" else hints.model(name)
    op = operation(cls)
    full = {wire: value for wire, value in clean(cls).items() if wire in places(cls) and value[0] not in "[{"}
    odd = [{**full, wire: value, "new": value} for wire in full for value in ('"odd"', "77", "1.5", '"n/a"', "null", "[7]")]
    body = page(op, [text_of(row) for row in odd] * 2)
    pair = Pair(op, cls)
    census.reset()
    slowly(cls, op, body)
    wanted = drift()
    assert wanted
    for _ in range(2):  # the first time it learns
        census.reset()
        read = pair.decoder.read(body)
        assert read is not None
        assert are_lines(read[1])
        assert drift() == wanted


@pytest.mark.parametrize("length", [MOST_PRECISE, MOST_PRECISE + 1, 500])
@pytest.mark.parametrize("digit", ["0", "7"])
def test_long_texts_of_numbers(length: int, digit: str) -> None:
    pair = Pair()
    for row in ({"id": "1", "total": '"1.50"'}, {"id": "2", "total": f'"{digit * length}"'}):
        for _ in range(2):
            pair.check(v1([text_of(row)]))


def test_a_long_page_keeps_its_order() -> None:
    body = v1([text_of({"id": str(at), "total": '"1.50"' if at % 7 else '""'}) for at in range(1, 450)])
    assert [line.id for line in Pair().check(body)] == list(range(1, 450))


def test_dates_in_the_format_of_the_account() -> None:
    pair = Pair()
    body = v1(['{"id": 1, "day": "05/09/2026", "created": "05/09/2026", "anything": "05/09/2026"}'])
    for _ in range(2):
        with dates(None, tentative=True) as seen:
            pair.decoder.read(body)
        assert seen.missing
    with dates("%d/%m/%Y"):
        (line,) = pair.check(body)
    assert json.loads(line.json) == {
        "id": 1, "day": "2026-09-05", "created": "2026-09-05 00:00:00", "anything": "05/09/2026"
    }  # fmt: skip


def test_what_an_export_looks_at() -> None:
    times = '"modified": "2026-01-02 03:04:05", "created": "2026-01-01 00:00:00", "date": "2026-01-31"'
    op = operation(models.Invoice)
    pair = Pair(op, models.Invoice)
    body = page(op, [f'{{"id": "7", {times}}}', '{"id": null, "modified": "soon"}', '{"created": "0000-00-00 00:00:00"}'])
    for line, record in zip(pair.check(body), slowly(models.Invoice, op, body), strict=True):
        assert isinstance(line, JsonLine)
        assert (line.id, line.created, line.date) == (getattr(record, "id", None), record.created, record.date)
        assert line.modified == (None if isinstance(record.modified, str) else record.modified)


@pytest.mark.parametrize("row", ['{"id": 0, "no": "1"}', '{"id": "", "no": "1"}', '{"no": "1"}'])
def test_an_id_that_is_none(row: str) -> None:
    (line,) = Pair().check(v1([row]))
    assert id_of(line) is id_of(slowly(Paper, V1, v1([row]))[0]) is None


def test_dynamic_keys_do_not_make_it_grow() -> None:
    pair = Pair()
    for start in range(0, 200, 20):
        row = text_of({"id": "1", **{f"le_{at}_x": json.dumps(at) for at in range(start, start + 20)}})
        read = pair.check(v1([row]))
    assert not are_lines(read)


def test_nesting_past_the_bound_is_left_to_the_records() -> None:
    deep = "[" * (MOST_LEVELS + 5) + "]" * (MOST_LEVELS + 5)
    pair = Pair()
    for key in ("anything", "odd", "tags"):
        for _ in range(2):
            pair.check(v1([text_of({"id": "1", key: value}) for value in ("[]", deep)]))


@pytest.mark.parametrize("body", [b"", b"[]", b'{"code": 400, "message": "no", "data": []}', v1([]).replace(b"200", b"400")])
def test_what_is_not_a_page_is_left_to_the_record_path(body: bytes) -> None:
    assert Pair().decoder.read(body) is None


def test_decoders_are_shared_by_operation() -> None:
    op = next(op for op in operations() if op.id == "invoices.list")
    assert decoder_of(op) is decoder_of(op)
    assert decoder_of(next(op for op in operations() if op.response.model is None)) is None


def test_the_first_page_is_learned_from_a_few_records() -> None:
    op = operation(models.Invoice)
    pair = Pair(op, models.Invoice)
    body = page(op, [text_of({**clean(models.Invoice, at), "new": "1"}) for at in range(1, 200)])
    census.reset()
    read = pair.decoder.read(body)
    assert read is not None
    assert are_lines(read[1])
    assert drift() == {("unknown field: integer", "Invoice", "new"): 199}
    assert pair.records.fallbacks < 64


def test_a_page_with_news_is_learned_from_these_alone() -> None:
    pair = Pair()
    full = clean(Paper)
    texts = [text_of({**full, "id": str(at), "new": "1"}) for at in range(1, 130)]
    texts[90:90] = [text_of({**full, "id": '""', "total": "1.50", "newer": "1"})]
    census.reset()
    read = pair.decoder.read(v1(texts))
    assert read is not None
    assert are_lines(read[1])
    assert drift() == {("unknown field: integer", "Paper", "new"): 129, ("unknown field: integer", "Paper", "newer"): 1}
    assert pair.records.fallbacks < 16
