import pytest

from daftra_async.errors import ArgumentError
from daftra_async.http.headers import check_headers


def test_headers():
    assert check_headers({"X-A": "b"}) == {"X-A": "b"}
    assert check_headers(None) == {}
    for headers in ({"X A": "b"}, {"X-A": "b\r\nC: d"}, {"X-A": "é"}, {"APIKEY": "x"}, {"": "x"}, {1: "x"}, [("X-A", "b")], "x"):
        with pytest.raises(ArgumentError) as caught:
            check_headers(headers)
        assert caught.value.argument == "extra_headers"
