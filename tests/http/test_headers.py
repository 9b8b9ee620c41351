from typing import Any

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.http.headers import check_headers


def test_headers() -> None:
    assert check_headers({"X-A": "b"}) == {"X-A": "b"}
    assert check_headers(None) == {}
    refused: tuple[Any, ...] = (
        {"X A": "b"},
        {"X-A": "b\r\nC: d"},
        {"X-A": "é"},
        {"APIKEY": "x"},
        {"": "x"},
        {1: "x"},
        [("X-A", "b")],
        "x",
    )
    for headers in refused:
        with pytest.raises(ArgumentError) as caught:
            check_headers(headers)
        assert caught.value.argument == "extra_headers"
