"""A misspelt argument or field: the TypeError names the nearest, and nothing else changes."""

from __future__ import annotations

import copy
import inspect
import pickle
import traceback
from typing import Any
from unittest.mock import create_autospec

import attrs
import pytest

from daftra_async import ClientInput, DaftraClient, InvoiceInput
from daftra_async.resources.clients import ClientsResource
from daftra_async.resources.invoices import InvoicesResource


@pytest.fixture
def daftra() -> DaftraClient:
    return DaftraClient("acme", api_key="k")


async def test_arguments_of_methods(daftra: Any) -> None:
    with pytest.raises(TypeError, match=r"list\(\) got an unexpected keyword argument 'clientid'; did you mean 'client_id'\?"):
        daftra.invoices.list(clientid=1)
    with pytest.raises(TypeError, match=r"get\(\) got .* 'timeot'; did you mean 'timeout'\?"):
        await daftra.invoices.get(1, timeot=1)
    with pytest.raises(TypeError, match=r"'zzzzzz'$"):
        await daftra.invoices.get(1, zzzzzz=1)
    with pytest.raises(TypeError, match=r"missing 1 required positional argument: 'id'"):
        await daftra.invoices.get()
    with pytest.raises(TypeError, match="positional argument"):
        daftra.invoices.list(1)
    with pytest.raises(TypeError, match=r"did you mean 'client_number'\?"):
        await daftra.clients.find_one(clientnumber=1)


def test_fields_of_inputs() -> None:
    make: Any = ClientInput
    with pytest.raises(TypeError, match=r"^unknown field 'emial' in ClientInput; did you mean 'email'\?$"):
        make(emial="a@b.co")
    with pytest.raises(TypeError, match=r"extra=\{\.\.\.\} takes what is not described"):
        make(zzzzzz=1)
    with pytest.raises(TypeError, match=r"did you mean 'invoice_item'\?"):
        InvoiceInput(client_id=1, InvoiceItem=[])  # what is tested
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'client_id'"):
        InvoiceInput()  # what is tested
    with pytest.raises(TypeError, match="did you mean 'email'"):
        attrs.evolve(ClientInput(), emial="x")  # what is tested


def test_the_error_shows_where_it_was_called() -> None:
    make: Any = ClientInput
    with pytest.raises(TypeError) as caught:
        make(emial="secret")
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert len(traceback.extract_tb(caught.value.__traceback__)) == 2


def test_what_can_be_asked_of_them_stays() -> None:
    assert "client_id" in inspect.signature(InvoicesResource.list).parameters
    assert "email" in inspect.signature(ClientInput).parameters
    assert inspect.iscoroutinefunction(InvoicesResource.get)
    assert not inspect.iscoroutinefunction(InvoicesResource.list)
    assert InvoicesResource.get.__doc__
    assert InvoicesResource.get.__name__ == "get"
    mock = create_autospec(ClientsResource, instance=True)
    assert inspect.iscoroutinefunction(mock.get)
    assert pickle.loads(pickle.dumps(ClientsResource.get)) is ClientsResource.get
    made = ClientInput(email="a@b.co", extra={"a": 1})
    assert made == pickle.loads(pickle.dumps(made)) == copy.deepcopy(made)
