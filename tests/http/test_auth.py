import pytest

from daftra_async.errors import ArgumentError, AuthenticationError
from daftra_async.http.auth import ApiKey, BearerToken, PasswordGrant
from daftra_async.http.token_store import Token
from tests.conftest import http

SECRETS = {"client_secret": "s3cret-client", "username": "user-name@x.y", "password": "pass-word-1"}


@pytest.fixture
def grant():
    return PasswordGrant(**SECRETS)


@pytest.mark.parametrize("auth", [ApiKey("key-1"), BearerToken("token-1")])
async def test_fixed_credentials_get_one_header_and_no_replay(server, client, auth):
    server.default = http(401, {"result": "failed", "code": 401, "message": "Unauthorized"})
    with pytest.raises(AuthenticationError):
        await client(auth=auth).request("GET", "/api2/x")
    assert len(server.seen) == 1
    headers = server.seen[0].headers
    assert ("apikey" in headers) != ("authorization" in headers)
    assert headers.get("apikey") == "key-1" or headers.get("authorization") == "Bearer token-1"


def test_nothing_secret_in_repr(grant):
    shown = repr([ApiKey("hidden-1"), BearerToken("hidden-2"), grant, Token("hidden-3", "hidden-4")])
    assert "hidden" not in shown
    for secret in SECRETS.values():
        assert secret not in shown


@pytest.mark.parametrize("value", ["", " ", "a\nb", "a\r\nX: y", "a b", "é", 7, None, " a"])
def test_malformed_credentials(value):
    for make, argument in ((ApiKey, "api_key"), (BearerToken, "access_token")):
        with pytest.raises(ArgumentError, match=f"^{argument}: .*expected") as caught:
            make(value)
        assert caught.value.argument == argument
        assert "X: y" not in str(caught.value)


def test_malformed_grant():
    for name in SECRETS:
        for value in ("", "a\nb", None):
            with pytest.raises(ArgumentError, match=name):
                PasswordGrant(**{**SECRETS, name: value})
