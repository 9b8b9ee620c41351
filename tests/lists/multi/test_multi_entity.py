"""Several reads in one request."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import (
    Brand,
    Client,
    DaftraClient,
    Entity,
    F,
    Invoice,
    Requisition,
    WorkflowRecord,
)
from daftra_async.errors import ArgumentError, NotFoundError, UnexpectedResponseError
from daftra_async.lists.multi import Answers, List, Show, fetch
from daftra_async.lists.multi.queries import entity_keys
from daftra_async.sandbox import Sandbox
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture(scope="module")
def example() -> Any:
    from pathlib import Path

    folder = Path(__file__).parents[2] / "reference" / "examples" / "multi_entity.fetch"
    return json.loads((folder / "request-1.json").read_text()), json.loads((folder / "200-1.json").read_text())


@pytest.fixture
async def account() -> AsyncIterator[tuple[Sandbox, DaftraClient]]:
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        yield sandbox, daftra


async def test_records_and_pages(account: Any) -> None:
    sandbox, daftra = account
    invoice, brands = Show(Invoice, 30), List(Brand)
    moves = List(Requisition, filters=F("status").eq(3), alias="moves")
    record = Show(WorkflowRecord, "1", key="le_workflow-type-entity-36")
    plain = Show("client", 1)
    answers = await fetch(daftra._executor, [invoice, brands, moves, record, plain])
    assert len(sandbox.requests) == 1
    assert type(answers[invoice]) is Invoice
    assert isinstance(answers[invoice].summary_total, Decimal)
    assert answers[brands].data == (await daftra.brands.list()).data
    assert (answers[moves].total_results, answers[moves].has_next) == (150, True)
    assert {row.status for row in answers[moves]} == {3}
    assert answers[record].id == 1
    assert type(answers[plain]) is Entity
    assert answers[plain].id == 1
    assert list(answers) == ["invoice", "brand", "moves", "le_workflow-type-entity-36", "client"]
    assert len(answers) == 5
    assert answers["moves"] is answers[moves]
    assert answers._repr_html_().count("<table>") == 5
    assert repr(answers) == "<Answers invoice, brand, moves, le_workflow-type-entity-36, client>"


async def test_a_missing_record_hides_no_other(account: Any) -> None:
    _, daftra = account
    gone, there = Show(Client, 10**8), Show(Client, 1)
    answers = await fetch(daftra._executor, [gone, there])
    assert answers[there].id == 1
    assert answers.get(there) is answers[there]
    assert answers.get(gone) is None
    with pytest.raises(NotFoundError, match="no client 100000000"):
        answers[gone]
    with pytest.raises(KeyError):
        answers[Show(Client, 1)]


async def test_one_query_is_sent_once_and_names_are_made_up(account: Any) -> None:
    sandbox, daftra = account
    first, second, third = Show(Client, 1), Show(Client, 2), Show(Client, 3, alias="client_2")
    answers = await fetch(daftra._executor, [first, second, first, third])
    assert [answers[each].id for each in (first, second, third)] == [1, 2, 3]
    sent = sandbox.requests[-1].json()
    assert [query.get("alias") for query in sent] == [None, "client_3", "client_2"]


async def test_the_example_of_the_documents(example: Any, client: Any, server: Any) -> None:
    asked, answered = example
    server.default = http(200, answered)
    invoice = Show(Invoice, 172185)
    moves = List(Requisition, filters={"order_id": "172185", "order_type": 3})
    answers = await fetch(client()._executor, [invoice, moves])
    sent = json.loads(server.seen[0].body)
    assert sent[0] == asked[0]
    assert sent[1]["options"] == {"order_id": "172185", "order_type": "3"}
    assert answers[invoice].no == "*64500"
    assert answers[moves].data[0].id == 206298
    assert answers.raw.keys() == {"invoice", "requisition"}


async def test_an_entity_that_is_off_fails_all(account: Any) -> None:
    _, daftra = account
    with pytest.raises(UnexpectedResponseError, match="Entity Not exists"):
        await fetch(daftra._executor, [Show(Client, 1), Show("le_workflow-type-entity-99", 1)])


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ([], NotFoundError),
        (None, NotFoundError),
        ({"message": "???"}, NotFoundError),
        ({"result": "failed", "code": 404, "message": "x"}, NotFoundError),
        ({"error": "Entity Not exists"}, UnexpectedResponseError),
        ({"result": "failed", "code": 500}, UnexpectedResponseError),
        ([{"id": 1}], UnexpectedResponseError),
    ],
)
def test_odd_answers_to_show(answer: Any, error: type[Exception]) -> None:
    show, other = Show(Client, 1), Show(Brand, 2)
    answers = Answers({show: "client", other: "brand"}, {"client": answer, "brand": {"id": 2}})
    assert answers[other].id == 2
    with pytest.raises(error) as caught:
        answers[show]
    assert type(caught.value) is error
    if error is UnexpectedResponseError:
        with pytest.raises(error):
            answers.get(show)


@pytest.mark.parametrize("answer", [[], None, {}, {"data": []}, {"message": "x"}, {"error": "x"}, [{"id": 1}]])
def test_a_failure_is_no_empty_list(answer: Any) -> None:
    listing = List(Brand)
    answers = Answers({listing: "brand"}, {"brand": answer})
    with pytest.raises(UnexpectedResponseError):
        answers[listing]


def test_an_answer_that_is_missing() -> None:
    show = Show(Client, 1)
    with pytest.raises(UnexpectedResponseError, match="nothing under 'client'"):
        Answers({show: "client"}, {"other": {}}).get(show)


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (lambda: Show("invoise", 1), "'invoice'"),
        (lambda: Show("nothing like it", 1), "no entity"),
        (lambda: Show(WorkflowRecord, 1), "key"),
        (lambda: Show(Entity, 1), "key"),
        (lambda: Show(dict, 1), "record class"),
        (lambda: Show(None, 1), "record class"),
        (lambda: Show(Client, 0), "id"),
        (lambda: Show(Client, "a/b"), "id"),
        (lambda: Show(Client, 1, level=5), "level"),
        (lambda: Show(Client, 1, level=True), "level"),
        (lambda: Show(Client, 1, alias="error"), "alias"),
        (lambda: Show(Client, 1, alias="a b"), "alias"),
        (lambda: Show(Client, 1, alias=""), "alias"),
        (lambda: List(Brand, filters=F("name").like("a")), "equality only"),
        (lambda: List(Brand, filters=F("a").eq(1) | F("b").eq(2)), "filters"),
        (lambda: List(Brand, filters={"a b": 1}), "filters"),
        (lambda: List(Brand, filters={"a": 1.5}), "float"),
        (lambda: List(Brand, filters=[1]), "filters"),
    ],
)
def test_refused(make: Any, text: str) -> None:
    with pytest.raises(ArgumentError, match=text):
        make()


async def test_refused_together(client: Any, server: Any) -> None:
    for queries in ([], [Show(Client, 1, alias="a"), Show(Client, 2, alias="a")], ["invoice"]):
        with pytest.raises(ArgumentError):
            await fetch(client()._executor, queries)
    assert not server.seen


async def test_every_class_has_a_key_the_account_knows(account: Any) -> None:
    _, daftra = account
    classes = [model for model in entity_keys() if model.__name__ != "Site"]
    queries = [List(model) for model in classes]
    assert len(classes) > 45
    for query in queries:
        answers = await fetch(daftra._executor, [query])
        assert all(type(row) is query.model for row in answers[query])
