"""The search for leaks finds what it should, and what holds credentials does not give them away."""

import copy
import logging
import pickle
import traceback

import pytest

from daftra_async import errors
from daftra_async.errors import APIError, AuthenticationError, DaftraError, UnexpectedResponseError
from daftra_async.http.auth import ApiKey, BearerToken, PasswordGrant
from tests.conftest import http
from tests.leaks import Watch, leaks

SECRET = "very-secret-12345"


class Credential:
    def secrets(self):
        return (SECRET, "short")


@pytest.fixture
def watch():
    made = Watch()
    made.credentials.append(Credential())
    return made


def test_what_is_found(watch):
    assert leaks(watch, "nothing short here") == []
    assert leaks(watch, f"x{SECRET}y") == ["very… in the output"]
    watch.emit(logging.LogRecord("daftra_async", logging.DEBUG, "", 0, "key %s", (SECRET,), None))
    error = errors.NotFoundError(404, message=SECRET)
    watch.errors.append(error)
    found = leaks(watch, "")
    assert "very… in the log" in found
    assert {f"very… in the {where} of NotFoundError" for where in ("text", "repr", "attributes", "pickle", "traceback")} <= set(
        found
    )


def grant():
    return PasswordGrant(client_secret="client-secret-1", username="somebody", password="pass-word-1")


@pytest.mark.parametrize("held", [ApiKey("key-123456"), BearerToken("token-123456"), grant()])
def test_credentials_are_not_pickled(held):
    with pytest.raises(TypeError, match="holds credentials"):
        pickle.dumps(held)
    assert copy.copy(held) is copy.deepcopy(held) is held
    assert "123456" not in repr(held.bind(None, "acme"))
    with pytest.raises(TypeError, match="holds credentials"):
        pickle.dumps(held.bind(None, "acme"))


async def test_clients_are_not_pickled(client):
    daftra = client()
    for held in (daftra, daftra.invoices):
        with pytest.raises(TypeError, match=r"neither pickled nor copied"):
            pickle.dumps(held)
    assert "key-123456" not in repr([daftra, daftra.invoices])


ECHO = {"message": "no: pass-word-1", "request": {"password": "pass-word-1", "client_secret": "client-secret-1"}}


@pytest.mark.parametrize(
    "script", [[http(400, ECHO)], [http(500, raw=b"<p>pass-word-1 client-secret-1")], [http(body=ECHO)], [None]]
)
async def test_tracebacks_with_locals_hold_no_secrets(server, client, script):
    server.script = script
    with pytest.raises(DaftraError) as caught:
        await client(auth=grant(), settings={"max_attempts": 1}).request("GET", "/api2/x")
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    # The frame of this test holds the script.
    shown = "".join(line for line in frames.format() if "test_leaks" not in line)
    assert "pass-word-1" not in shown
    assert "client-secret-1" not in shown


@pytest.mark.parametrize("options", [{"api_key": "key-abcdefgh"}, {"access_token": "token-abcdefgh"}])
@pytest.mark.parametrize(
    "answer", [http(401, {"message": "no"}), http(500, raw=b""), http(302, {}, {"Location": "https://x/?k=1"}), None]
)
async def test_headers_do_not_show_in_locals(server, client, options, answer):
    server.default = answer
    with pytest.raises(DaftraError) as caught:
        await client(settings={"max_attempts": 1}, **options).request("POST", "/api2/x", json={})
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert "-abcdefgh" not in "".join(line for line in frames.format() if "options" not in line)
    assert next(iter(options.values())) in " ".join(server.seen[0].headers.values())


async def test_an_answer_shows_keys_and_what_is_about_the_request(server, client):
    body = {"result": "failed", "code": 400, "message": "call +966 50 123 4567", "data": {"Client": {"email": "a@b.co", "id": 7}}}
    server.script = [http(400, {**body, "validation_errors": {"email": ["a@b.co is taken"]}})]
    with pytest.raises(APIError) as caught:
        await client().request("GET", "/api2/x")
    error = caught.value
    assert error.message == "call ***"
    assert error.validation_errors == {"email": ["*** is taken"]}
    assert '"data": {"Client": {"email": "***", "id": "***"}}' in error.body
    assert '"code": 400' in error.body


async def test_redirects_leave_the_credential_at_home(server, client):
    server.script = [http(302, {}, {"Location": "https://evil.example/login?apikey=key-123456"})]
    with pytest.raises(UnexpectedResponseError, match=r"evil\.example") as caught:
        await client().request("GET", "/api2/x")
    assert len(server.seen) == 1
    assert "apikey" not in str(caught.value)


async def test_token_endpoint_that_echoes(server, client):
    server.script = [http(401, ECHO)]
    with pytest.raises(AuthenticationError) as caught:
        await client(auth=grant()).request("GET", "/api2/x")
    assert "pass-word-1" not in repr(caught.value) + caught.value.body


@pytest.mark.parametrize("status", [200, 400, 422, 500])
async def test_names_of_fields_and_control_characters(server, client, status):
    """A server writes whole errors, the names of the fields too."""
    odd = "\x1b[2J\u202eevil\r\nERROR fake line\u2066"
    named = {f"key-123456 {odd}": [f"a@b.co {odd}", "k\\u0065y-123456"], "key&#45;123456": "x", "k%65y-123456": "x"}
    body = {"result": "failed", "code": status, "message": f"no key-123456 {odd}", "validation_errors": named}
    server.default = http(status, body)
    with pytest.raises(APIError) as caught:
        await client(settings={"max_attempts": 1}).request("GET", "/api2/x")
    error = caught.value
    shown = [str(error), repr(error), error.message, repr(error.validation_errors), error.body, *error.validation_errors]
    for text in shown:
        assert "123456" not in text
        assert "a@b.co" not in text
        assert not {"\x1b", "\u202e", "\u2066", "\r"} & set(text)
    assert str(error).isprintable()
    assert "evil" in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
