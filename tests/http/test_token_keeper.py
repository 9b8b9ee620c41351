import asyncio
from urllib.parse import parse_qs

import pytest

from daftra_async.errors import APIError, AuthenticationError, RequestNotSent, ServerError, UnexpectedResponseError
from daftra_async.http.auth import PasswordGrant
from daftra_async.http.token_store import Token
from tests.conftest import http
from tests.waiting import turns, until

SECRETS = {"client_secret": "s3cret-client", "username": "user-name@x.y", "password": "pass-word-1"}


class Issuer:
    """A server with a token endpoint whose refresh tokens rotate."""

    def __init__(self, server):
        self.valid = None
        self.refresh = None
        self.forms = []
        self.expires_in = 3600
        self.refuse = set()
        self.held = None
        """An event that the token endpoint waits for."""
        server.default = self.answer

    async def answer(self, seen, writer):
        if seen.target == "/v2/oauth/token":
            await (turns(20) if self.held is None else self.held.wait())
            form = {name: values[0] for name, values in parse_qs(seen.body.decode()).items()}
            self.forms.append(form)
            grant = form["grant_type"]
            good = (
                form.get("refresh_token") == self.refresh if grant == "refresh_token" else form["password"] == SECRETS["password"]
            )
            if grant in self.refuse or not good:
                writer.write(http(400, {"error": "invalid_grant", "error_description": "no: pass-word-1"}))
                return
            number = len(self.forms)
            self.valid, self.refresh = f"access-{number}", f"refresh-{number}"
            body = {"access_token": self.valid, "refresh_token": self.refresh, "token_type": "Bearer"}
            writer.write(http(body=body if self.expires_in is None else {**body, "expires_in": self.expires_in}))
            return
        good = seen.headers.get("authorization") == f"Bearer {self.valid}"
        writer.write(http(body={"ok": 1}) if good else http(401, {"message": "Unauthenticated."}))

    @property
    def grants(self):
        return [form["grant_type"] for form in self.forms]


@pytest.fixture
def issuer(server):
    return Issuer(server)


@pytest.fixture
def grant():
    return PasswordGrant(**SECRETS)


async def test_token_is_fetched_once_and_kept(issuer, server, client, grant):
    daftra = client(auth=grant)
    assert server.seen == []
    assert await asyncio.gather(*(daftra.request("GET", "/api2/x") for _ in range(20))) == [{"ok": 1}] * 20
    assert issuer.forms == [{"grant_type": "password", "client_id": "1", **SECRETS}]
    assert all("apikey" not in seen.headers for seen in server.seen)


async def test_fifty_calls_on_a_rejected_token_refresh_once(issuer, client, grant):
    daftra = client(auth=grant, settings={"concurrency": 50})
    await daftra.request("GET", "/api2/x")
    issuer.valid = "revoked"
    answers = await asyncio.gather(*(daftra.request("POST", "/api2/x", json={}) for _ in range(50)))
    assert answers == [{"ok": 1}] * 50
    assert issuer.grants == ["password", "refresh_token"]
    issuer.valid = "revoked again"
    await daftra.request("GET", "/api2/x")
    assert issuer.forms[-1]["refresh_token"] == "refresh-2"


async def test_expired_token_is_refreshed_before_use(issuer, server, client, grant):
    daftra = client(auth=grant)
    now = 0.0
    daftra._pipeline.sender.auth._clock = lambda: now
    await daftra.request("GET", "/api2/x")
    now = 3580.0
    await daftra.request("GET", "/api2/x")
    assert issuer.grants == ["password", "refresh_token"]
    assert len(server.seen) == 4


async def test_missing_expires_in_and_missing_refresh_token(issuer, client, grant):
    issuer.expires_in = None
    daftra = client(auth=grant)
    await daftra.request("GET", "/api2/x")
    assert daftra._pipeline.sender.auth._token.expires_at is None
    assert Token.read({"access_token": "a"}, 0.0, "old").refresh == "old"
    assert Token.read({"access_token": "a", "expires_in": "10"}, 0.0).expires_at == 5


async def test_spent_refresh_token_falls_back_to_the_password(issuer, client, grant):
    daftra = client(auth=grant)
    await daftra.request("GET", "/api2/x")
    issuer.valid, issuer.refresh = "revoked", "another"
    assert await daftra.request("GET", "/api2/x") == {"ok": 1}
    assert issuer.grants == ["password", "refresh_token", "password"]


@pytest.mark.parametrize("status", [403, 404, 422])
async def test_a_refresh_that_is_refused_for_another_reason_does_not_ask_the_password(issuer, server, client, grant, status):
    daftra = client(auth=grant, settings={"max_attempts": 2})
    await daftra.request("GET", "/api2/x")
    issuer.valid = "revoked"

    async def forbid(seen, writer):
        if seen.target != "/v2/oauth/token":
            return await issuer.answer(seen, writer)
        issuer.forms.append({name: values[0] for name, values in parse_qs(seen.body.decode()).items()})
        writer.write(http(status, {"message": "this app may not"}))
        return None

    server.default = forbid
    with pytest.raises(APIError) as caught:
        await daftra.request("GET", "/api2/x")
    assert (caught.value.status, caught.value.operation) == (status, "oauth.token")
    assert issuer.grants == ["password", "refresh_token"]


async def test_wrong_password(issuer, client):
    daftra = client(auth=PasswordGrant(**{**SECRETS, "password": "pass-word-2"}))
    issuer.refuse = {"password"}
    with pytest.raises(AuthenticationError) as caught:
        await daftra.request("GET", "/api2/x")
    assert caught.value.status == 400
    assert caught.value.operation == "oauth.token"
    assert issuer.grants == ["password"]


async def test_secrets_are_scrubbed_from_errors(issuer, client, grant):
    issuer.refuse = {"password"}
    with pytest.raises(AuthenticationError) as caught:
        await client(auth=grant).request("GET", "/api2/x")
    assert "pass-word-1" not in str(caught.value) + caught.value.body + repr(caught.value)
    assert "no: ***" in caught.value.body


async def test_replay_is_once_and_within_the_attempts(server, client, grant):
    async def never_valid(seen, writer):
        token = seen.target == "/v2/oauth/token"
        writer.write(http(body={"access_token": f"t-{len(server.seen)}"}) if token else http(401, {"message": "x"}))

    server.default = never_valid
    with pytest.raises(AuthenticationError):
        await client(auth=grant).request("GET", "/api2/x")
    assert [seen.target for seen in server.seen] == ["/v2/oauth/token", "/api2/x"] * 2
    server.seen.clear()
    with pytest.raises(AuthenticationError):
        await client(auth=grant, settings={"max_attempts": 1}).request("GET", "/api2/x")
    assert len(server.seen) == 2


async def test_cancelled_caller_takes_nobody_with_it(issuer, server, client, grant):
    issuer.held = asyncio.Event()
    daftra = client(auth=grant)
    first = asyncio.ensure_future(daftra.request("GET", "/api2/x"))
    second = asyncio.ensure_future(daftra.request("GET", "/api2/x"))
    await until(lambda: server.seen)
    first.cancel()
    await turns()
    issuer.held.set()
    assert await second == {"ok": 1}
    assert issuer.grants == ["password"]
    with pytest.raises(asyncio.CancelledError):
        await first


async def test_closing_stops_a_refresh(issuer, server, client, grant):
    issuer.held = asyncio.Event()
    daftra = client(auth=grant)
    call = asyncio.ensure_future(daftra.request("GET", "/api2/x"))
    await until(lambda: server.seen)
    await daftra.close()
    with pytest.raises((RequestNotSent, asyncio.CancelledError)):
        await call


async def test_token_endpoint_trouble(server, client, grant):
    server.default = http(500, {"message": "x"})
    with pytest.raises(ServerError):
        await client(auth=grant).request("GET", "/api2/x")
    server.default = http(body={"token_type": "Bearer"})
    with pytest.raises(UnexpectedResponseError, match="access_token"):
        await client(auth=grant).request("GET", "/api2/x")
