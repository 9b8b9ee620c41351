import pytest

from daftra_async.errors import ArgumentError
from daftra_async.http.account import base_url


@pytest.mark.parametrize(
    ("account", "url"),
    [
        ("acme", "https://acme.daftra.com"),
        ("ACME", "https://acme.daftra.com"),
        ("acme.daftra.com", "https://acme.daftra.com"),
        ("acme.daftara.com", "https://acme.daftara.com"),
        ("erp.example.com:8443", "https://erp.example.com:8443"),
        ("https://acme.daftra.com", "https://acme.daftra.com"),
        ("https://acme.daftra.com/", "https://acme.daftra.com"),
        ("https://acme.daftra.com/api2", "https://acme.daftra.com"),
        ("https://acme.daftra.com/v2/api/entity/", "https://acme.daftra.com"),
        ("https://gateway.example.com/daftra/acme/", "https://gateway.example.com/daftra/acme"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost:8080/", "http://localhost:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_forms(account, url):
    assert str(base_url(account)).rstrip("/") == url


@pytest.mark.parametrize(
    "account",
    [
        "",
        " ",
        " acme",
        "acme ",
        "acme\n",
        "ac me",
        "acme/",
        "acme/evil",
        "user@acme",
        "https://user:secret@acme.daftra.com",
        "acme?x=1",
        "acme#x",
        "acme\r\nHost: evil",
        "https://acme.daftra.com?x=1",
        "https://acme.daftra.com/#x",
        "https://acme.daftra.com/../x",
        "https://acme.daftra.com/%2e%2e/x",
        "https://acme.daftra.com\\@evil.com",
        "ftp://acme.daftra.com",
        "//acme.daftra.com",
        "\u0430cme",
        "acme.daftra。com",
        "acme..daftra.com",
        "-acme",
        "acme-",
        "a" * 64,
        "https://acme.daftra.com:99999",
        "https://acme.daftra.com:0",
        "https://",
        "http://acme.daftra.com",
        "http://10.0.0.1",
        "http://127.0.0.1.evil.com",
        7,
        None,
    ],
)
def test_refused(account):
    with pytest.raises(ArgumentError, match="expected") as caught:
        base_url(account)
    assert caught.value.argument == "account"
    assert "secret" not in str(caught.value)


def test_override():
    assert str(base_url("acme", "https://proxy.example.com/x")) == "https://proxy.example.com/x"
    assert str(base_url(None, "https://proxy.example.com/x")) == "https://proxy.example.com/x"
    assert base_url(None, "http://10.0.0.1:80", allow_insecure=True).host == "10.0.0.1"
    with pytest.raises(ArgumentError, match="base_url"):
        base_url("acme", "http://10.0.0.1")
    with pytest.raises(ArgumentError, match="account"):
        base_url("a b", "https://proxy.example.com")


@pytest.mark.parametrize("address", ["127.0.0.1:8080", "localhost:8080", "localhost", "10.0.0.1", "[::1]:8080"])
def test_an_address_without_a_scheme_is_told_to_have_one(address):
    with pytest.raises(ArgumentError) as caught:
        base_url(None, address)
    assert str(caught.value) == f"base_url: {address!r} is an address without its scheme; write 'http://{address}'"
