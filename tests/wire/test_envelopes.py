from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from daftra_async.operation import Ack, Created
from daftra_async.wire.envelopes import WireMismatch, open_answer
from tests.wire.sample import Paper, operation
from tests.wire.test_paging import NO_LISTS

OK = {"code": 200, "result": "successful"}


def v1(data: Any) -> dict[str, Any]:
    return {**OK, "data": data}


@pytest.mark.parametrize("data", [{"Paper": {"id": "1", "total": "5"}}, {"Other": {"id": "1", "total": "5"}}])
def test_a_v1_record(data: Any) -> None:
    paper = open_answer(operation("v1-single", also=("Other",)), v1(data))
    assert type(paper) is Paper
    assert (paper.id, paper.total) == (1, Decimal(5))


def test_relations_beside_a_v1_record_are_merged_into_it() -> None:
    paper = open_answer(operation("v1-single"), v1({"Paper": {"id": 1}, "Line": [{"id": 2}], "First": {"id": 3}}))
    assert (paper.line[0].id, paper.first.id) == (2, 3)


@pytest.mark.parametrize(
    "data", [{"Paper": []}, {"Paper": None}, {"Paper": {}}, {}, [], None, {"Client": {"id": 1}}, {"id": 1}, "x"]
)
def test_no_v1_record(data: Any) -> None:
    with pytest.raises(WireMismatch):
        open_answer(operation("v1-single"), v1(data))


@pytest.mark.parametrize("data", [{"Client": {"id": 1}}, {"id": 1}])
def test_a_doubtful_v1_record(data: Any) -> None:
    assert open_answer(operation("v1-single", doubtful="unproven"), v1(data)).id == 1


def test_a_doubtful_v1_record_is_not_guessed_from_two() -> None:
    with pytest.raises(WireMismatch):
        open_answer(operation("v1-single", doubtful="unproven"), v1({"A": {"id": 1}, "B": {"id": 2}}))


def test_a_v2_record() -> None:
    assert open_answer(operation("v2-single"), {"id": 1, "total": 5}).total == Decimal(5)
    assert open_answer(operation("v2-single", model=None), {"id": 1, "a": 5}) == {"id": 1, "a": 5}
    assert open_answer(operation("v2-single", doubtful="unproven"), {"data": {"id": 1}}).id == 1


@pytest.mark.parametrize(
    "body", [{}, [], None, {"data": {"id": 1}}, {"message": "Unauthenticated."}, {"message": "x", "code": 200}]
)
def test_no_v2_record(body: Any) -> None:
    with pytest.raises(WireMismatch):
        open_answer(operation("v2-single"), body)


def test_a_payload_record() -> None:
    assert open_answer(operation("payload-single"), {"payload": {"data": {"id": 1}}, "version": "v2"}).id == 1
    for body in ({"payload": {"data": []}}, {"payload": []}, {"payload": {"data": {}}}):
        with pytest.raises(WireMismatch):
            open_answer(operation("payload-single"), body)


@pytest.mark.parametrize(("sent", "read"), [("2415", 2415), (2415, 2415), ("a-b", "a-b"), (" 7 ", 7)])
@pytest.mark.parametrize("kind", ["v1-created", "v2-created"])
def test_a_create(kind: str, sent: Any, read: Any) -> None:
    body = {"code": 202, "result": "successful", "id": sent, "message": "أضيف"}
    assert open_answer(operation(kind, verb="create"), body) == Created(id=read, code=202, message="أضيف", body=body)


@pytest.mark.parametrize(
    "answer", [{"id": None}, {"id": ""}, {"id": 0}, {"id": "0"}, {"id": " "}, {"id": []}, {"id": False}, {"id": {}}, {}]
)
@pytest.mark.parametrize("kind", ["v1-created", "v2-created"])
def test_a_create_without_an_id_created_nothing(kind: str, answer: dict[str, Any]) -> None:
    with pytest.raises(WireMismatch, match="nothing was created"):
        open_answer(operation(kind, verb="create"), {"code": 202, "result": "successful", **answer})


@pytest.mark.parametrize("kind", ["v1-created", "v2-created"])
@pytest.mark.parametrize("body", [OK, {**OK, "id": None}, {**OK, "id": ""}, {**OK, "id": 0}])
def test_a_create_without_an_id_created_nothing_however_doubtful_its_route(kind: str, body: Any) -> None:
    with pytest.raises(WireMismatch, match="nothing was created"):
        open_answer(operation(kind, doubtful="unproven", verb="create"), body)


@pytest.mark.parametrize("kind", ["v1-ack", "v2-ack"])
def test_an_acknowledgement(kind: str) -> None:
    op = operation(kind, verb="update")
    assert open_answer(op, {**OK, "message": "x", "id": "5"}) == Ack(
        id=5, code=200, message="x", body={**OK, "message": "x", "id": "5"}
    )
    assert open_answer(op, {"message": "Updated"}).id is None
    for body in ({}, [], None, "ok", {"x": 1}):
        with pytest.raises(WireMismatch):
            open_answer(op, body)


@pytest.mark.parametrize(
    ("listing", "titles"),
    [
        ({"1": "a", "2": "b"}, {"1": "a", "2": "b"}),
        ([], {}),
        ({}, {}),
        (["a", "b"], {"0": "a", "1": "b"}),
        ({"1": 5}, {"1": "5"}),
    ],
)
def test_a_listing(listing: Any, titles: dict[str, str]) -> None:
    assert open_answer(operation("v1-listing", model=None), v1({"Listing": listing})) == titles


@pytest.mark.parametrize("data", [{}, [], None, {"Listing": None}, {"Listing": "x"}])
def test_no_listing(data: Any) -> None:
    with pytest.raises(WireMismatch):
        open_answer(operation("v1-listing", model=None), v1(data))


def test_bulk_results() -> None:
    op = operation("bulk-array")
    assert [paper.id for paper in open_answer(op, [{"id": 1}, {"id": "2", "result": "failed"}])] == [1, 2]
    for body in ({"data": [{"id": 1}]}, [1], [{}], None):
        with pytest.raises(WireMismatch):
            open_answer(op, body)
    assert open_answer(operation("bulk-array", doubtful="unproven"), v1([{"id": 1}]))[0].id == 1


def test_many_answers_in_one() -> None:
    op = operation("multi-entity", model=None)
    body = {"invoice": {"id": 1}, "requisition": {"current_page": 1, "data": []}, "tags": [], "none": None}
    assert open_answer(op, body) == body
    for refused in ({}, [], {"invoice": "x"}):
        with pytest.raises(WireMismatch):
            open_answer(op, refused)


def test_bare_and_raw() -> None:
    assert open_answer(operation("bare"), {"id": 1}).id == 1
    assert open_answer(operation("raw", model=None), [1]) == [1]


@pytest.mark.parametrize(
    "kind",
    ["v1-single", "v1-created", "v1-ack", "v1-listing", "v2-single", "v2-ack", "payload-single", "multi-entity", "bare", "raw"],
)
@pytest.mark.parametrize(
    "body", [body for body in NO_LISTS if isinstance(body, dict) and ("error" in body or body.get("code", 200) != 200)]
)
def test_a_failure_is_never_an_answer(kind: str, body: Any) -> None:
    with pytest.raises(WireMismatch):
        open_answer(operation(kind, doubtful="unproven"), body)


def test_messages_show_the_shape_and_no_values() -> None:
    with pytest.raises(WireMismatch) as caught:
        open_answer(operation("v1-single"), {"secret_name": "secret value", **{f"k{n}": n for n in range(20)}})
    assert "secret_name" in str(caught.value)
    assert "secret value" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_a_list_is_opened_page_by_page() -> None:
    with pytest.raises(WireMismatch, match="page by page"):
        open_answer(operation("v1-list"), v1([]))
