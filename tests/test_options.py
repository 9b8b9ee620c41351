"""Options of calls: what is left out, what is refused, and what editors show."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import DaftraClient
from daftra_async.errors import ArgumentError
from daftra_async.resource.mixins import ReadsMany
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import RawServer

PAGE = {
    "code": 200,
    "result": "successful",
    "data": [],
    "pagination": {"page": 1, "page_count": 1, "next": None, "prev": None, "total_results": 0},
}


@pytest.fixture
def daftra(server: RawServer) -> DaftraClient:
    server.default = http(body=PAGE)
    return DaftraClient(base_url=server.url, api_key="k" * 20)


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (lambda d: d.invoices.list(clientid=15), r"invoices\.list\(\) got .* 'clientid'.*did you mean 'client_id'"),
        (lambda d: d.invoices.list(tiemout=3), "did you mean 'timeout'"),
        (lambda d: d.invoices.get(1, tiemout=3), "did you mean 'timeout'"),
        (lambda d: d.invoices.get(1, resume="x"), "'resume'"),
        (lambda d: d.brands.create({"name": "A"}, reference="a"), "'reference'"),
        (lambda d: d.clients.get_many([1], concurency=3), "did you mean 'concurrency'"),
        (lambda d: d.clients.create_many([], refrences=[]), "did you mean 'references'"),
        (lambda d: d.clients.update_many({}, tiemout=3), "did you mean 'timeout'"),
        (lambda d: d.clients.delete_many([1], tiemout=3), "did you mean 'timeout'"),
        (lambda d: d.clients.replace(1, {}, tiemout=3), "did you mean 'timeout'"),
        (lambda d: d.workflow_records.get_many(1, [1], tiemout=3), "did you mean 'timeout'"),
        (lambda d: d.clients.edit(1, cary=["x"]), "did you mean 'carry'"),
        (lambda d: d.brands.find_one(1, level=2, id=3), "multiple values for argument 'level'"),
        (lambda d: d.brands.find_one(1, 2, id=3), "takes 1 positional argument"),
        (lambda d: d.clients.list(per_page=50), r"'limit' is the page size here, and '.limit\(n\)' ends the walk"),
        (lambda d: d.brands.list(limit=50), "'per_page' is the page size here"),
        (lambda d: d.clients.find_many(concurency=2, id=1), "did you mean 'concurrency'"),
    ],
)
async def test_unknown_options_are_refused(
    daftra: DaftraClient, server: RawServer, call: Callable[[Any], Any], text: str
) -> None:
    async with daftra:
        with pytest.raises(TypeError, match=text):
            await call(daftra)
    assert not server.seen


async def test_none_leaves_a_parameter_out(daftra: DaftraClient, server: RawServer) -> None:
    async with daftra:
        await daftra.invoices.list(client_id=None, date_from=None, page=None, branch=None, limit=5, resume=None)
        await daftra.clients.find_many(id=7, branch=None)
    assert server.seen[0].target == "/api2/invoices?limit=5"
    assert "branch" not in server.seen[1].target


async def test_none_means_the_branch_of_the_client(server: RawServer) -> None:
    server.default = http(body=PAGE)
    async with DaftraClient(base_url=server.url, api_key="k" * 20, branch=4) as daftra:
        await daftra.invoices.list(branch=None)
        await daftra.invoices.list(branch=5)
    assert [seen.target for seen in server.seen] == ["/api2/invoices?request_branch_id=4", "/api2/invoices?request_branch_id=5"]


async def test_what_is_required_is_not_none(daftra: DaftraClient, server: RawServer) -> None:
    async with daftra:
        with pytest.raises(ArgumentError, match="id"):
            await daftra.invoices.get(None)  # wrong on purpose
        with pytest.raises(TypeError, match="page"):
            await daftra.clients.find_one(page=None, id=1)  # wrong on purpose
    assert not server.seen


def test_inherited_methods_say_what_they_take() -> None:
    assert "ids: Ids of the records" in (inspect.getdoc(ReadsMany.get_many) or "")
    assert list(inspect.signature(ReadsMany.get_many).parameters) == [
        *("self", "ids", "concurrency", "on_error", "on_progress", "options")
    ]
