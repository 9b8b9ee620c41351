"""Pages are split into the JSON of their records, and checked as decoded ones are."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest

from daftra_async.catalogue import operations
from daftra_async.operation import Response
from daftra_async.wire import loads
from daftra_async.wire.envelopes import open_list
from daftra_async.wire.guards import WireMismatch
from daftra_async.wire.split import PageSplitter
from tests.wire.sample import operation

V1 = operation("v1-list", verb="list")
V2 = operation("v2-list", verb="list", key=None)
PAYLOAD = operation("payload-list", verb="list", key=None)

ROW = b'{"id":"1", "total":1.50,\n "name":"\\u0634\\/","b":[1e2]}'


def v1(*rows: bytes, more: bytes = b"") -> bytes:
    paging = b'{"page":1,"page_count":2,"total_results":5,"next":"/x?page=2"}'
    return b'{"code":200,"data":[' + b",".join(rows) + b'],"pagination":' + paging + more + b"}"


def wrapped(row: bytes, key: str = "Paper") -> bytes:
    return b'{"' + key.encode() + b'": ' + row + b"}"


def split(op: Any, body: bytes) -> list[bytes]:
    found = PageSplitter(op).split(body)
    assert found is not None
    answer, records = found
    slow = open_list(op, loads(body))
    assert attrs.evolve(answer, rows=slow.rows) == slow
    assert [loads(record) for record in records] == slow.rows
    return records


def test_records_are_the_bytes_that_were_sent() -> None:
    assert split(V1, v1(wrapped(ROW), wrapped(b"{}"))) == [ROW, b"{}"]
    flat = b'{"current_page":1,"last_page":1,"total":2,"data":[ ' + ROW + b" ," + ROW + b"]}"
    assert split(V2, flat) == [ROW, ROW]
    payload = b'{"code":200,"payload":{"data":[' + ROW + b'],"pagination":{"current_page":1,"total":1,"per_page":20}}}'
    assert split(PAYLOAD, payload) == [ROW]


def test_unusual_envelopes_are_split_too() -> None:
    assert split(V1, v1(wrapped(ROW), more=b',"version":3')) == [ROW]
    assert split(V1, b'{"pagination":[],"data":{"0":' + wrapped(ROW) + b',"2":' + wrapped(ROW) + b"}}") == [ROW, ROW]
    assert split(V1, b'{"pagination":[],"data":[]}') == []


def test_what_stands_beside_a_record_is_put_into_it() -> None:
    records = split(V1, v1(wrapped(ROW), b'{"Paper":{"id":2},"Tag":[{"id":5}]}', b'{"id":"3"}'))
    assert records[0] == ROW
    assert json.loads(records[1]) == {"id": 2, "Tag": [{"id": 5}]}
    assert records[2] == b'{"id":"3"}'


@pytest.mark.parametrize(
    "body",
    [
        b'{"result":"failed","code":400,"message":"no","data":[],"pagination":[]}',
        b'{"code":200}',
        b"[]",
        b"<html>",
        v1(wrapped(b'{"id":NaN}')),
        v1(wrapped(b'{"name":"\xff"}')),
    ],
)
def test_what_is_no_page_is_left_to_the_record_path(body: bytes) -> None:
    assert PageSplitter(V1).split(body) is None


@pytest.mark.parametrize("row", [b'{"Paper":null}', b"5", b'{"Paper":[]}'])
def test_a_row_without_a_record_is_refused(row: bytes) -> None:
    with pytest.raises(WireMismatch):
        PageSplitter(V1).split(v1(wrapped(ROW), row))


def test_records_of_another_kind_are_refused() -> None:
    op = attrs.evolve(V1, response=Response(kind="v1-list", model="Paper", key="Paper", fixed=(("type", 5),)))
    assert split(op, v1(wrapped(b'{"id":1,"type":"5"}'), wrapped(b'{"id":1}'))) == [b'{"id":1,"type":"5"}', b'{"id":1}']
    with pytest.raises(WireMismatch, match="type"):
        PageSplitter(op).split(v1(wrapped(b'{"id":1,"type":"6"}')))


def test_every_list_can_be_split() -> None:
    for op in operations():
        if op.response.kind.endswith("-list"):
            row = ROW if op.response.key is None else wrapped(ROW, op.response.key)
            body = {
                "v1-list": v1(row),
                "v2-list": b'{"current_page":1,"data":[' + row + b"]}",
                "payload-list": b'{"payload":{"data":[' + row + b'],"pagination":{"current_page":1}}}',
            }[op.response.kind]
            split(attrs.evolve(op, response=attrs.evolve(op.response, fixed=())), body)
