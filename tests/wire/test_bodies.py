from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.operation import UNSET, Request
from daftra_async.wire.envelopes import write_body
from tests.wire.sample import LineInput, PaperInput, Status, operation

WRAPPED = operation(
    "v1-ack",
    request=Request(kind="wrapped", model="PaperInput", key="Paper", siblings=("Line", "Payment"), required=("client_id",)),
)
BARE = operation("v2-ack", request=Request(kind="bare", model="PaperInput"))
MANY = operation("bulk-array", request=Request(kind="wrapped", model="PaperInput", key="Paper", siblings=("Line",), array=True))
NONE = operation("v1-ack")


def test_an_input_is_wrapped_and_its_relations_stand_beside_it() -> None:
    paper = PaperInput(
        client_id=15,
        no=None,
        total=Decimal("1.50"),
        stocked=True,
        day=dt.date(2026, 9, 25),
        status=Status.PAID,
        line=[LineInput(quantity=Decimal("2.5"), extra={"lot": [1]})],
        extra={"custom": {"a": Decimal("0.10")}, "Payment": []},
    )
    body = write_body(WRAPPED, paper)
    assert body == {
        "Paper": {
            "client_id": 15,
            "no": None,
            "total": "1.50",
            "stocked": 1,
            "day": "25/09/2026",
            "status": 2,
            "custom": {"a": "0.10"},
        },
        "Line": [{"quantity": "2.5", "lot": [1]}],
        "Payment": [],
    }
    json.dumps(body)


@pytest.mark.parametrize(
    "body",
    [
        {"client_id": 15, "Line": [{"quantity": 2}]},
        {"Paper": {"client_id": 15}, "Line": [{"quantity": 2}]},
        {"Paper": {"client_id": 15, "Line": [{"quantity": 2}]}},
        {"Paper": PaperInput(client_id=15), "Line": ({"quantity": 2},)},
        MappingProxyType({"client_id": 15, "Line": [{"quantity": 2, "note": UNSET}], "no": UNSET}),
    ],
)
def test_a_mapping_may_be_flat_or_wrapped(body: Any) -> None:
    assert write_body(WRAPPED, body) == {"Paper": {"client_id": 15}, "Line": [{"quantity": 2}]}


def test_values_of_a_mapping_are_written_as_those_of_the_model() -> None:
    body = {
        "client_id": 1,
        "stocked": False,
        "day": dt.date(2026, 1, 2),
        "status": Status.PAID,
        "Line": [LineInput(quantity=Decimal(1)), {"quantity": Decimal("1.0")}],
        "total": Decimal("1.50"),
        "extra": {"when": dt.datetime(2026, 1, 2, 3, 4), "factor": 1.5},
    }
    assert write_body(BARE, body) == {
        "client_id": 1,
        "stocked": 0,
        "day": "02/01/2026",
        "status": 2,
        "Line": [{"quantity": "1"}, {"quantity": "1.0"}],
        "when": "2026-01-02 03:04:00",
        "total": "1.50",
        "factor": 1.5,
    }


def test_a_key_of_extra_is_no_wrapper() -> None:
    body = {"client_id": 1, "extra": {"Paper": {"a": 1}}}
    assert write_body(WRAPPED, body) == {"Paper": {"client_id": 1, "Paper": {"a": 1}}}


def test_a_list_of_records() -> None:
    assert write_body(MANY, [PaperInput(client_id=1), {"client_id": 2, "Line": []}]) == [
        {"Paper": {"client_id": 1}},
        {"Paper": {"client_id": 2}, "Line": []},
    ]


def test_operations_without_a_body() -> None:
    assert write_body(NONE, None) is None
    assert write_body(NONE, UNSET) is None
    with pytest.raises(ArgumentError, match="takes no body"):
        write_body(NONE, {"a": 1})


@pytest.mark.parametrize(
    ("op", "body", "reason"),
    [
        (WRAPPED, None, "must be PaperInput or a mapping"),
        (WRAPPED, UNSET, "must be PaperInput"),
        (WRAPPED, "x", "must be PaperInput"),
        (WRAPPED, [{"client_id": 1}], "not list"),
        (WRAPPED, LineInput(), "not LineInput"),
        (WRAPPED, {}, "empty"),
        (WRAPPED, {"no": UNSET}, "empty"),
        (WRAPPED, {"Paper": {}}, "empty"),
        (WRAPPED, {"no": "1"}, "lacks client_id"),
        (BARE, {"line": []}, "'line' is called 'Line' on the wire"),
        (WRAPPED, {"Paper": {"client_id": 1, "Line": []}, "Line": []}, "stands both"),
        (MANY, {"client_id": 1}, "must be a list"),
        (MANY, "x", "must be a list"),
        (MANY, [], "empty list"),
        (MANY, [{"client_id": 1}, None], r"body\[1\]"),
        (MANY, [{"Line": []}], "nothing of the record"),
        (BARE, {"no": object()}, "no: .* no JSON form"),
        (BARE, {"extra": {"a": object()}}, "no JSON form"),
        (BARE, {"extra": {"a": float("nan")}}, "no JSON form"),
        (BARE, {"extra": {"a": Decimal("Infinity")}}, "no JSON form"),
        (BARE, {"extra": [1]}, "pass a mapping"),
        (BARE, {"extra": {"no": 1}, "no": "2"}, "extra holds 'no'"),
        (BARE, {1: 2}, "is not text"),
        (BARE, {"extra": {"a": [UNSET]}}, "UNSET"),
        (BARE, PaperInput(client_id=1, extra={"client_id": 2}), "client_id"),
    ],
)
def test_what_cannot_be_sent_is_refused(op: Any, body: Any, reason: str) -> None:
    with pytest.raises(ArgumentError, match=reason) as caught:
        write_body(op, body)
    assert caught.value.argument == "body"
