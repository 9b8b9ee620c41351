"""Where Dask is imported, errors are pickled without their causes, as everywhere else."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import aiohttp
import pytest
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from daftra_async.errors import DaftraError, UnexpectedResponseError

pytest.importorskip("distributed")

from daftra_async.integrations.dask import export_accounts

if TYPE_CHECKING:
    from collections.abc import Iterator


def classes(cls: type[DaftraError]) -> Iterator[type[DaftraError]]:
    yield cls
    for inner in cls.__subclasses__():
        yield from classes(inner)


def caused(cls: type[DaftraError]) -> DaftraError:
    sent = CIMultiDictProxy(CIMultiDict({"apikey": "secret-of-the-account"}))
    request = aiohttp.RequestInfo(URL("https://acme.daftra.com/"), "GET", sent, URL("https://acme.daftra.com/"))
    error = cls.__new__(cls, "it failed")
    error.args = ("it failed",)
    try:
        raise error from aiohttp.ClientResponseError(request, (), headers=sent)
    except DaftraError as raised:
        return raised


@pytest.mark.parametrize("cls", sorted(classes(DaftraError), key=lambda cls: cls.__name__))
def test_errors_are_pickled_without_what_was_sent(cls: type[DaftraError]) -> None:
    assert export_accounts is not None  # imported, with Dask
    pickled = pickle.dumps(caused(cls))
    assert b"secret-of-the-account" not in pickled
    loaded = pickle.loads(pickled)
    assert type(loaded) is cls
    assert loaded.args == ("it failed",)


def test_the_rest_of_an_error_comes_along() -> None:
    error = caused(UnexpectedResponseError)
    error.__dict__["status"] = 502
    assert pickle.loads(pickle.dumps(error)).status == 502
