"""The fast tier gives what the slow tier gives: the same records, the same issues, to the type of every leaf."""

# ruff: noqa: RUF001  # digits of other scripts on purpose
from __future__ import annotations

import functools
import json
import pickle
import threading
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async import models, operations, structure
from daftra_async.operation import UNSET
from daftra_async.wire import census, loads
from daftra_async.wire.envelopes import open_list
from daftra_async.wire.fast import PageDecoder, decoder_of
from daftra_async.wire.fast.node import MOST_EXTRAS, Reading
from daftra_async.wire.record import Record, slot
from tests.wire.sample import Line, Paper, operation

V1 = operation("v1-list", verb="list")
V2 = operation("v2-list", verb="list", key=None)

# Written as JSON text, since what a number becomes depends on how it is written.
ODD = [
    *(
        "null",
        "true",
        "false",
        "0",
        "1",
        "2",
        "-1",
        "7",
        "12",
        "-0",
        "1.0",
        "1.5",
        "12.50",
        "0.1000",
        "-0.0",
        "1e3",
        "1E2",
        "1e17",
    ),
    *("1e23", "9007199254740993.0", "9007199254740992", "9007199254740993", "123456789012345678901234567890", "1e400", "1e-7"),
    *(
        '""',
        '" "',
        '"0"',
        '"1"',
        '"2"',
        '"7"',
        '"007"',
        '" 12 "',
        '"-5"',
        '"+5"',
        '"-0"',
        '"12.0"',
        '"1.50"',
        '"1,234.50"',
        '"1_000"',
    ),
    *(
        '".5"',
        '"5."',
        '"1e3"',
        '"nan"',
        '"NaN"',
        '"Infinity"',
        '"-inf"',
        '"sNaN"',
        '"null"',
        '"NULL"',
        '"true"',
        '"TRUE"',
        '"on"',
        '"no"',
    ),
    *('"٢٥"', '"१२"', '"１２"', '"٢٫٥"', '"abc"', '"n/a"', '"9007199254740993.0"', '"1e999999999"', '"goods"', '"other"'),
    *('"0000-00-00"', '"0000-00-00 00:00:00"', '"2026-01-31"', '"2026-01-31 10:20:30"', '"2026-01-31T10:20:30Z"'),
    *(
        '"2026-01-31t10:20:30"',
        '"2026-01-31 10:20:30.1234567"',
        '"2026-01-31 10:20:30.5"',
        '"25/09/2026"',
        '"05/09/2026"',
        "1700000000",
    ),
    *(
        '"1700000000"',
        "[]",
        "{}",
        "[1]",
        '{"a": 1}',
        '{"0": {"id": 1}}',
        '{"id": null}',
        '[{"id": "1"}]',
        '[{"id": "x", "quantity": "2.5"}]',
    ),
    *(
        '{"id": "1", "quantity": "1.0", "Inner": {"id": "z"}}',
        '{"id": null, "quantity": null}',
        "[null]",
        '"\\ud83d\\ude00"',
        '"\\u0000"',
    ),
]
KEYS = [field.metadata.get("wire", field.name) for field in attrs.fields(Paper)]
values = (
    st.sampled_from(ODD)
    | st.text(max_size=4).map(json.dumps)
    | st.integers().map(str)
    | st.floats(allow_nan=False).map(lambda number: json.dumps(number).replace("Infinity", "1e999"))
)
rows = st.dictionaries(st.sampled_from(KEYS) | st.sampled_from(["new_key", "le_1_custom_data"]), values, min_size=1, max_size=9)


def text_of(row: dict[str, str]) -> str:
    return "{" + ", ".join(f"{json.dumps(key)}: {value}" for key, value in row.items()) + "}"


def v1(texts: list[str], **more: Any) -> bytes:
    head = {"code": 200, "result": "successful", "pagination": {"next": None, "page": 1, "page_count": 1}, **more}
    data = ", ".join(f'{{"Paper": {text}}}' for text in texts)
    return f'{json.dumps(head)[:-1]}, "data": [{data}]}}'.encode()


def slowly(body: bytes, op: Any = V1) -> list[Any]:
    return [structure(Paper, row) for row in open_list(op, loads(body)).rows]


@functools.cache
def names_of(cls: type[Any]) -> list[str]:
    return [field.name for field in attrs.fields(cls)]


def leaves(value: Any) -> Any:
    """Return every leaf with its type, so that 1, True and 1.0 differ, in the order in which they come."""
    if isinstance(value, Record):
        held = [(name, slot(value, name)) for name in names_of(type(value))]
        sent = [(name, leaves(inner)) for name, inner in held if inner is not UNSET]
        # The order of unknown keys is that in which they were learned.
        extra = leaves(dict(sorted(value.extra.items())))
        return type(value), sent, extra, [(issue.path, issue.expected, repr(issue.value)) for issue in value.issues]
    if isinstance(value, dict):
        return type(value), [(repr(key), leaves(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return [leaves(inner) for inner in value]
    return type(value), repr(value)


@given(st.lists(rows, min_size=1, max_size=5))
def test_both_tiers_agree(page: list[dict[str, str]]) -> None:
    body = v1([text_of(row) for row in page])
    wanted = slowly(body)
    decoder = PageDecoder(V1, Paper)
    for _ in range(3):  # it learns from the first, and reads the later ones in C
        read = decoder.read(body)
        assert read is not None
        assert leaves(read[1]) == leaves(wanted)
        assert read[1] == wanted


@given(st.lists(rows, min_size=1, max_size=4), st.lists(rows, min_size=1, max_size=4))
def test_what_was_learned_from_one_page_does_not_bend_another(first: list[dict[str, str]], second: list[dict[str, str]]) -> None:
    decoder = PageDecoder(V1, Paper)
    for page in (first, second, first):
        body = v1([text_of(row) for row in page])
        read = decoder.read(body)
        assert read is not None
        assert leaves(read[1]) == leaves(slowly(body))


@pytest.mark.parametrize("key", KEYS)
def test_every_odd_value_in_every_field(key: str) -> None:
    plain = PageDecoder(V1, Paper)
    assert plain.read(v1(['{"id": "1"}'])) is not None
    for value in ODD:
        body = v1([text_of({"id": "1", key: value}), text_of({"id": "2", key: "null"})])
        read = plain.read(body)
        assert read is not None
        assert leaves(read[1]) == leaves(slowly(body)), value


def test_a_page_that_looks_like_those_before_needs_no_slow_tier() -> None:
    decoder = PageDecoder(V1, Paper)
    row = '{"id": "%d", "total": "%d.50", "no": "007", "day": "0000-00-00", "created": "", "x": 1, '
    row += '"Line": [{"id": "1"}], "First": []}'
    decoder.read(v1([row % (n, n) for n in range(50)]))
    before = decoder.fallbacks
    read = decoder.read(v1([row % (n, n) for n in range(500)]))
    assert read is not None
    assert decoder.fallbacks == before
    assert before < 10
    assert [paper.id for paper in read[1]] == list(range(500))
    assert read[1][0].extra == {"x": 1}


def test_blanks_in_place_of_numbers_are_read_without_the_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    decoder = PageDecoder(V1, Paper)
    row = '{"id": %s, "total": %s, "draft": %s, "status": %s, "line": [{"quantity": %s}]}'
    blank, full = row % (('""',) * 5), row % ('"7"', '"1.50"', '"1"', '"77"', '"2"')
    body = v1([blank, full] * 20)
    decoder.read(body)
    for field in ("id", "total", "draft", "status"):
        assert decoder._node.by_wire[field].reading is not Reading.BY_HANDLER
    monkeypatch.setattr(decoder, "_row_by_row", None)
    census.reset()
    read = decoder.read(body)
    assert read is not None
    assert leaves(read[1]) == leaves(slowly(body))
    assert (read[1][0].id, read[1][0].total, read[1][0].draft, read[1][0].status) == (None, None, None, None)
    assert census.census()["unknown enum value"]["Paper"]["status"] == 20 * 2  # the slow tier counts them too


def test_unknown_keys_are_counted_by_type_and_looked_at_in_later_records() -> None:
    decoder = PageDecoder(V1, Paper)
    decoder.read(v1(['{"id": 1, "Line": [{"x": 1, "y": null}]}'] * 20))
    deep = "[" * 40 + "]" * 40
    body = v1(['{"id": 1, "Line": [{"x": "1", "y": 1}, {"x": 1.5}]}', f'{{"id": 2, "Line": [{{"x": {deep}, "y": {deep}}}]}}'])
    census.reset()
    wanted = slowly(body)
    counted = census.snapshot()
    census.reset()
    read = decoder.read(body)
    assert read is not None
    assert leaves(read[1]) == leaves(wanted)
    assert {entry: count for entry, count in census.snapshot().items() if entry[0].startswith("unknown field")} == {
        entry: count for entry, count in counted.items() if entry[0].startswith("unknown field")
    }


def test_dirt_in_every_record_is_learned() -> None:
    decoder = PageDecoder(V1, Paper)
    body = v1(['{"id": {"weird": 1}, "total": "n/a", "Line": [{"quantity": "?"}]}'] * 100)
    decoder.read(body)
    before = decoder.fallbacks
    read = decoder.read(body)
    assert read is not None
    assert decoder.fallbacks == before
    assert [issue.path for issue in read[1][99].issues] == ["Line[0].quantity", "id", "total"]
    assert [issue.path for issue in read[1][99].line[0].issues] == ["quantity"]


def test_too_many_unknown_keys_leave_the_page_to_the_slow_tier() -> None:
    decoder = PageDecoder(V1, Paper)
    for start in range(0, MOST_EXTRAS * 3, 10):
        body = v1(["{" + ", ".join(f'"k{start + n}": 1' for n in range(10)) + "}"])
        read = decoder.read(body)
        assert read is None or read[1] == slowly(body)
    assert decoder.read(v1(['{"id": 1}'])) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b"null",
        b'{"error": "Entity Not exists"}',
        b'{"code": 200, "data": []}',
        b'{"code": 200, "data": {}, "pagination": {}}',
        b'{"code": 200, "data": [1], "pagination": {"page": 1}}',
        b'{"code": 200, "data": [], "pagination": {"page": 1}, "message": "x"}',
        b'{"code": 401, "result": "failed", "data": [], "pagination": {"page": 1}}',
        b'{"code": 200, "data": [{"Paper": {"id": 1}, "Client": {"id": 2}}], "pagination": {"page": 1}}',
        b'{"code": 200, "data": [{"id": 1}], "pagination": {"page": 1}}',
        b'{"code": 200, "data": [{"Paper": null}], "pagination": {"page": 1}}',
        b'{"code": 200, "data": [{"Paper": {"id": 1}}], "pagination": {"page": 1}',
    ],
)
def test_other_answers_are_left_to_the_slow_tier(body: bytes) -> None:
    decoder = PageDecoder(V1, Paper)
    for _ in range(2):
        read = decoder.read(body)
        if read is not None:
            answer, records = read
            opened = open_list(V1, loads(body))
            assert attrs.evolve(opened, rows=[]) == answer
            assert records == [structure(Paper, row) for row in opened.rows]
        decoder.read(v1(['{"id": 1}']))


def test_laravel_pages() -> None:
    decoder = PageDecoder(V2, Paper)
    body = b'{"current_page": 2, "data": [{"id": 1, "total": 1.10}], "last_page": 5, '
    body += b'"next_page_url": "/x?page=3", "total": 9, "links": []}'
    for _ in range(2):
        read = decoder.read(body)
        assert read is not None
        answer, records = read
        assert (answer.page, answer.page_count, answer.total, answer.next_page) == (2, 5, 9, 3)
        assert leaves(records) == leaves(slowly(body, V2))


def test_unknown_keys_and_enumeration_values_are_counted() -> None:
    census.reset()
    decoder = PageDecoder(V1, Paper)
    body = v1(['{"id": 1, "status": 77, "new_key": 1}'] * 10)
    for _ in range(3):
        decoder.read(body)
    counted = census.census()
    assert counted["unknown field"]["Paper"]["new_key"] == 30
    assert counted["unknown enum value"]["Paper"]["status"] == 30


def test_records_pickle_like_others() -> None:
    decoder = PageDecoder(V1, Paper)
    body = v1(['{"id": "1", "x": [1.50], "First": {"id": "2", "Inner": {"id": "q"}}}'])
    decoder.read(body)
    read = decoder.read(body)
    assert read is not None
    assert pickle.loads(pickle.dumps(read[1])) == read[1]
    assert isinstance(read[1][0].first, Line)


def test_threads_share_a_decoder() -> None:
    decoder = PageDecoder(V1, Paper)
    failures: list[Any] = []

    def work(number: int) -> None:
        for turn in range(20):
            body = v1([text_of({"id": f'"{number}"', KEYS[(number + turn) % len(KEYS)]: ODD[(number * 7 + turn) % len(ODD)]})])
            read = decoder.read(body)
            if read is None or leaves(read[1]) != leaves(slowly(body)):
                failures.append(body)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures


def test_only_lists_of_records_have_a_decoder() -> None:
    every = {op.id: op for op in operations()}
    assert decoder_of(every["invoices.get"]) is None
    assert decoder_of(every["employee_assets.list"]) is None
    decoder = decoder_of(every["invoices.list"])
    assert decoder is decoder_of(every["invoices.list"])
    assert decoder is not None
    read = decoder.read(v1([]).replace(b"Paper", b"Invoice"))
    assert read is not None
    assert read[1] == []
    assert models.Invoice


@pytest.mark.parametrize(
    "value", ["9223372036854775807", "9223372036854775808", "-9223372036854775809", '"99999999999999999999"']
)
def test_enumeration_values_past_64_bits(value: str) -> None:
    body = v1([f'{{"id": 1, "status": {value}}}'])
    for _ in range(2):
        decoder = PageDecoder(V1, Paper)
        for _ in range(2):
            read = decoder.read(body)
            assert read is None or leaves(read[1]) == leaves(slowly(body))


@pytest.mark.parametrize("key", ['a"b', "a\\b", "a\nb", "", "ключ", "a'b", "{x}", "\u2028"])
def test_unknown_keys_of_any_spelling(key: str) -> None:
    body = v1([text_of({"id": "1", key: "[1]"})])
    decoder = PageDecoder(V1, Paper)
    for _ in range(2):
        read = decoder.read(body)
        assert read is None or leaves(read[1]) == leaves(slowly(body))
