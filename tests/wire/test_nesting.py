"""What is nested too deeply is kept as its text, costs no other record, and comes back when it is sent."""

from __future__ import annotations

import copy
import json
import pickle
import time
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import structure, unstructure
from daftra_async.wire import dumps, loads
from daftra_async.wire.fast import PageDecoder
from daftra_async.wire.nesting import MOST_LEVELS, NestedText, is_deep
from tests.conftest import http
from tests.lossless import losses
from tests.wire.sample import Paper
from tests.wire.test_fast import V1, leaves, slowly, v1

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from tests.conftest import RawServer

DEPTHS = (5, 14, 15, 16, 17, 18, 40, 58, 59, 60, 61, 62, 63, 64, 65, 66, 100, 600, 3000)


def nest(levels: int, kind: str) -> str:
    """Return JSON of so many levels."""
    if kind == "lists":
        return "[" * levels + "]" * levels
    if kind == "relations":
        return '{"id": "1", "Inner": ' * (levels - 1) + "{}" + "}" * (levels - 1)
    return '{"a\\"]": "}\\\\", "b": [1.50,\n\t' * (levels // 2) + ("{}" if levels % 2 else "1") + "]}" * (levels // 2)


@pytest.mark.parametrize("levels", DEPTHS)
@pytest.mark.parametrize("kind", ["lists", "objects", "relations"])
@pytest.mark.parametrize("key", ["new", "anything", "tags", "options", "by_name", "Line", "First", "id", "no", "staff"])
def test_both_tiers_read_nested_values_alike(levels: int, kind: str, key: str) -> None:
    decoder = PageDecoder(V1, Paper)
    usual = {"new": "[[1]]", "anything": "{}", "tags": "[[]]", "options": '{"a": {}}', "by_name": '{"a": {}}'}
    usual |= {"Line": '[{"id": 1}]', "First": '{"id": 1}', "id": '"1"', "no": '"1"', "staff": "[1]"}
    plain = "{" + ", ".join(f'"{name}": {value}' for name, value in usual.items()) + "}"
    decoder.read(v1([plain] * 10))
    odd = "{" + ", ".join(f'"{name}": {nest(levels, kind) if name == key else value}' for name, value in usual.items()) + "}"
    body = v1([plain, odd, plain])
    wanted = slowly(body)
    for _ in range(2):
        read = decoder.read(body)
        assert read is None or leaves(read[1]) == leaves(wanted)
    assert len(wanted) == 3
    record = wanted[1]
    assert not is_deep(unstructure(record))
    assert copy.deepcopy(record) == record
    assert pickle.loads(pickle.dumps(record)) == record
    assert bool(record.issues) or levels + 4 <= MOST_LEVELS
    if levels < 600:
        # Sent again, it is what was received, in another spelling at most.
        again = loads(dumps(unstructure(record), whole=True), levels=1000)
        assert losses(again, loads(odd, levels=1000)) == []


@pytest.mark.parametrize("levels", [70, 600, 3000])
async def test_one_deep_record_costs_no_other(levels: int, server: RawServer, client: Callable[..., DaftraClient]) -> None:
    deep = nest(levels, "objects")
    rows = [f'{{"Invoice": {{"id": {at}, "new": {deep if at == 3 else 1}}}}}' for at in range(1, 6)]
    paging = '"pagination": {"page": 1, "page_count": 1, "total_results": 5, "next": null}'
    server.script.append(
        http(200, raw=f'{{"code": 200, "result": "successful", "data": [{", ".join(rows)}], {paging}}}'.encode())
    )
    invoices = await client().invoices.list().collect()
    assert [invoice.id for invoice in invoices] == [1, 2, 3, 4, 5]
    (issue,) = invoices[2].issues
    assert issue.path == "new"
    assert "64 levels" in issue.expected
    (kept,) = texts(invoices[2].extra["new"])
    assert kept in deep


def texts(value: Any) -> list[NestedText]:
    if isinstance(value, NestedText):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inner for text in texts(item)]


def test_a_text_comes_back_as_what_it_stands_for() -> None:
    sent = nest(200, "objects").encode()
    read = loads(sent)
    assert json.loads(dumps(read, whole=True)) == json.loads(sent)
    assert json.loads(dumps(read))  # and as text where nobody reads so deep
    assert not is_deep(json.loads(dumps(read)))


def test_what_a_caller_gives_may_be_too_deep_to_be_written() -> None:
    deep: Any = 1
    for _ in range(600):
        deep = [deep]
    for data in ({"new": deep}, {"anything": deep}, {"id": deep}, {"options": {"a": deep}}):
        with pytest.raises(ValueError, match="nested deeper than 400 levels"):
            structure(Paper, data)


@pytest.mark.parametrize(
    "text", [b"[" * 100_000, b"[" * 20_000 + b"]" * 20_000, b'{"a":' * 70 + b'"\\"' * 100_000, b"[" * 70 + b"x" + b"]" * 69]
)
def test_what_is_no_json_takes_no_time(text: bytes) -> None:
    began = time.process_time()
    with pytest.raises(ValueError):
        loads(text)
    assert time.process_time() - began < 5
