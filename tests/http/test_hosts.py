"""Programs whose account names come from outside decide which hosts may get the key."""

import warnings

import aiohttp
import pytest

from daftra_async import DAFTRA_HOSTS, DaftraClient
from daftra_async.errors import ArgumentError
from daftra_async.http.auth import PasswordGrant


def make(account=None, **options):
    return DaftraClient(account, api_key="key-123456", **options)


@pytest.mark.parametrize(
    "account",
    ["acme", "ACME", "acme.daftra.com", "acme.daftara.com", "https://acme.daftra.com/", "https://acme.daftra.com:443/api2"],
)
def test_accounts_at_daftra_are_allowed(account):
    assert ".dafta" in repr(make(account, allowed_hosts=DAFTRA_HOSTS)).replace("daftra", "dafta").replace("daftara", "dafta")


@pytest.mark.parametrize(
    "account",
    [
        *("evil.example.com", "acme.daftra.com.evil.com", "acme@evil.com", "https://acme.daftra.com@evil.com/", "evildaftra.com"),
        *(
            "acme.daftra.com:8443",
            "https://evil.com/acme.daftra.com",
            "https://evil.com?x=.daftra.com",
            "https://evil.com#.daftra.com",
        ),
        *(
            "acme.daftra.com.",
            "evil.com\\.daftra.com",
            "daftra.com",
            "a.b.daftra.com",
            "\u0430cme.daftra.com",
            "acme.d\u0430ftra.com",
        ),
        *(
            "xn--acme-8cd.evil.com",
            "acme.daftra.com\nevil.com",
            "acme.daftra.com%2eevil.com",
            "127.0.0.1",
            "http://localhost",
            "[::1]",
        ),
        *(
            "http://127.0.0.1:8000",
            "//evil.com",
            "https:evil.com",
            "ftp://acme.daftra.com",
            " acme.daftra.com",
            "acme.daftra.com/../x",
        ),
        *("https://acme.daftra.com:0", "https://acme.daftra.com:80", "0x7f.1", "*.daftra.com", "", "."),
    ],
)
def test_what_leads_elsewhere_is_refused(account):
    with pytest.raises(ArgumentError, match=r"^account: ") as caught:
        make(account, allowed_hosts=DAFTRA_HOSTS)
    assert caught.value.argument == "account"
    assert "key-123456" not in str(caught.value)


def test_lists_of_the_users_own():
    assert make("erp.example.com", allowed_hosts=["ERP.example.com"])
    assert make("http://localhost:8080", allowed_hosts=("localhost:8080",))
    assert make("http://[::1]:8080", allowed_hosts={"[::1]:8080"})
    assert make(base_url="https://erp.example.com:8443", allowed_hosts=["erp.example.com:8443"])
    for account, hosts in (
        ("acme", ["erp.example.com"]),
        ("x.erp.example.com", ["erp.example.com"]),
        ("erp.example.com:8443", ["erp.example.com"]),
    ):
        with pytest.raises(
            ArgumentError, match=r"^account: the host '.*' is not allowed here; allowed_hosts= names erp\.example\.com"
        ):
            make(account, allowed_hosts=hosts)
    with pytest.raises(ArgumentError, match=r"^base_url: the host 'evil.example:8443'"):
        make("acme", base_url="https://evil.example:8443", allowed_hosts=DAFTRA_HOSTS)


@pytest.mark.parametrize(
    "hosts", [[], "daftra.com", ["https://acme.daftra.com"], ["a/b"], [""], ["*"], [7], ["acme.daftra.com", "x y"], ["*.*.com"]]
)
def test_lists_that_make_no_sense(hosts):
    with pytest.raises(ArgumentError, match=r"^allowed_hosts: "):
        make("acme", allowed_hosts=hosts)


def test_of_the_environment(monkeypatch):
    monkeypatch.setenv("DAFTRA_ACCOUNT", "evil.example.com")
    monkeypatch.setenv("DAFTRA_API_KEY", "key-123456")
    assert DaftraClient.from_env()
    with pytest.raises(ArgumentError, match="not allowed here"):
        DaftraClient.from_env(allowed_hosts=DAFTRA_HOSTS)


@pytest.mark.parametrize(
    "credential",
    [{"api_key": "k"}, {"access_token": "t"}, {"auth": PasswordGrant(client_secret="s", username="u", password="p")}],
)
async def test_a_session_with_a_credential_of_its_own(credential):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # aiohttp 4 will have no such argument
        made = aiohttp.ClientSession(auth=aiohttp.BasicAuth("user", "pass-word-1"))
    async with made as session:
        with pytest.raises(ArgumentError, match=r"^session: it was made with auth=") as caught:
            DaftraClient("acme", session=session, **credential)
    assert "pass-word-1" not in str(caught.value)
