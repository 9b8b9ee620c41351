"""Secrets do not show where local variables are printed: whole, in slices, in f-strings, by rich and structlog."""

import copy
import io
import json
import pprint
import reprlib
import traceback
from urllib.parse import urlencode

import attrs
import pytest
import rich.pretty
from rich.console import Console
from rich.traceback import Traceback

from daftra_async import ApiKey, BearerToken, ClientInput, DaftraClient, PasswordGrant, Token, models, structure
from daftra_async.errors import ArgumentError, DaftraError, TokenStoreError, UnexpectedResponseError
from daftra_async.http.token_store import FileTokenStore
from daftra_async.models import Client
from daftra_async.redaction.shown import SecretBytes, SecretText, hidden, sealed
from tests.conftest import http

SECRET = "sekret-" + "abcdefgh" * 30
PART = SECRET[:12]
"""Enough of it to be one; the lines of this file, which tools print too, do not hold it."""
PERSONAL = {
    "first_name": "Fatima",
    "last_name": "Hassan-Name",
    "business_name": "Nile Traders",
    "email": "fatima@example.com",
    "phone1": "+966501234567",
    "address1": "12 Palm Street",
    "city": "Alexandria",
    "postal_code": "21500",
    "birth_date": "not-a-birthday",
    "bn1": "300012345600003",
}


def shown_locals(error):
    """Return what tools that print local variables show of an error, without the frames of tests."""
    seen = io.StringIO()
    frames = traceback.TracebackException.from_exception(error, capture_locals=True)
    while frames is not None:
        for frame in frames.stack:
            if "/tests/" not in frame.filename:
                seen.write(f"{frame.name} {frame.locals}\n")
        frames = frames.__cause__ or frames.__context__
    cause = error
    while cause is not None:
        for frame, _ in traceback.walk_tb(cause.__traceback__):
            if "/tests/" in frame.f_code.co_filename:
                continue
            for value in frame.f_locals.values():
                seen.write(pretty(value))
                # structlog without rich, and sentry: cut first, show then.
                seen.write(f"{value[:80]!r}+{len(value)}" if isinstance(value, str | bytes) else repr(value)[:500])
                seen.write(f"{vars(value)}" if hasattr(value, "__dict__") else "")
        cause = cause.__cause__ or cause.__context__
    console = Console(file=seen, width=300)
    trace = error.__traceback__
    while trace is not None and "/tests/" in trace.tb_frame.f_code.co_filename:
        trace = trace.tb_next
    console.print(Traceback.from_exception(type(error), error, trace, show_locals=True, locals_max_string=80))
    return seen.getvalue()


def pretty(value):
    texts = [
        rich.pretty.pretty_repr(value, max_string=30),
        rich.pretty.pretty_repr(value),
        pprint.pformat(value),
        reprlib.repr(value),
        f"{value!r:.60}",
    ]
    return "\n".join(texts)


def test_text_and_bytes_show_neither_themselves_nor_their_parts():
    for secret in (SecretText(SECRET), SecretBytes(SECRET.encode())):
        parts = [
            secret[:80],
            secret[3:40],
            secret.split(secret[10:11]),
            secret.strip(),
            secret + secret,
            secret * 2,
            list(secret),
        ]
        parts += [secret.replace(secret[:1], secret[:1]), secret.partition(secret[7:8]), secret.splitlines(), secret.lower()]
        shown = "".join(pretty(part) for part in [secret, [secret], {"a": secret}, *parts]) + f"{secret}{secret:.80}{secret!r}"
        shown += f"{secret} {secret:>5}" + f"{[secret]}"
        assert PART not in shown
        assert "bcde" not in shown
    assert PART not in repr(SecretText(SECRET).encode()) + repr(SecretBytes(SECRET.encode()).decode()) + repr(
        "Bearer " + SecretText(SECRET)
    )


def test_they_can_be_sent_all_the_same():
    text = SecretText("a b&é")
    assert (str(text), text == "a b&é", {text: 1}["a b&é"], len(text)) == ("a b&é", True, 1, 5)
    assert type(str(text)) is str
    assert ", ".join(["x", text]) == "x, a b&é"  # noqa: FLY002  # joining is what is tried
    assert text.encode() == "a b&é".encode()
    assert urlencode({"password": text}) == "password=a+b%26%C3%A9"
    assert json.dumps({"a": text}) == '{"a": "a b&\\u00e9"}'
    assert json.loads(json.dumps([text], indent=1)) == ["a b&é"]
    assert b"".join([SecretBytes(b"ab"), b"c"]) == b"abc"
    assert SecretBytes(b"ab")[0] == 97
    assert hidden({"a": ["b", {"c": b"d"}], "n": 1}) == {"a": ["b", {"c": b"d"}], "n": 1}
    assert repr(hidden({"a": ["b", {"c": b"d"}], "n": 1})) == "{'a': ['***', {'c': <1 bytes>}], 'n': 1}"
    assert sealed(text) is text


def test_credentials_are_secret_in_every_view():
    grant = PasswordGrant(client_secret=SECRET, username=f"{SECRET}@x", password=SECRET)
    for held in (ApiKey(SECRET), BearerToken(SECRET), grant, Token(SECRET, SECRET, 1.0)):
        assert PART not in pretty(held) + pretty(attrs.asdict(held, recurse=False))
    assert grant == PasswordGrant(client_secret=SECRET, username=f"{SECRET}@x", password=SECRET)
    assert attrs.evolve(grant, client_id="2").password == SECRET


REFUSED = {
    "account": lambda: DaftraClient("not an account", api_key=SECRET),
    "key": lambda: DaftraClient("acme", api_key=f"{SECRET} \n"),
    "token": lambda: DaftraClient("acme", access_token=f"{SECRET}\x00"),
    "two": lambda: DaftraClient("acme", api_key=SECRET, access_token=SECRET),
    "grant": lambda: PasswordGrant(client_secret=SECRET, username=SECRET, password=f"{SECRET}\n"),
    "grant, other": lambda: PasswordGrant(client_secret=SECRET, username=" ", password=SECRET),
    "token of a store": lambda: Token(f"{SECRET}\r\n"),
}


@pytest.mark.parametrize("refused", REFUSED)
def test_refused_arguments_do_not_show_the_credential(refused):
    with pytest.raises(ArgumentError) as caught:
        REFUSED[refused]()
    assert PART not in shown_locals(caught.value) + str(caught.value)


ANSWERS = {
    "401": http(401, {"message": "no"}),
    "no JSON": http(200, raw=b"<html>"),
    "lost": None,
    "redirect": http(302, {}, {"Location": "https://elsewhere.example/"}),
    "echo": http(400, {"message": f"no {SECRET}", "validation_errors": {f"key {SECRET}": [SECRET]}}),
}


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("how", ["api_key", "access_token", "auth"])
async def test_no_tool_that_prints_locals_shows_a_secret(server, client, answer, how):
    server.default = ANSWERS[answer]
    given = PasswordGrant(client_secret=SECRET, username=f"{SECRET}@x", password=SECRET) if how == "auth" else SECRET
    daftra = client(
        settings={"max_attempts": 1}, api_key=None if how != "api_key" else given, **({how: given} if how != "api_key" else {})
    )
    with pytest.raises(DaftraError) as caught:
        await daftra.clients.create(ClientInput(**{**PERSONAL, "birth_date": "1990-01-02"}))
    shown = shown_locals(caught.value)
    assert PART not in shown
    assert [value for value in PERSONAL.values() if value in shown] == []


def test_records_and_their_issues_hide_what_is_marked():
    client = structure(
        Client,
        {**PERSONAL, "id": 7, "notes": "ask fatima@example.com", "unknown": {"name": "Fatima"}, "credit_limit": {"of": "Fatima"}},
    )
    assert [issue.path for issue in client.issues] == ["birth_date", "credit_limit"]
    outer = structure(
        models.Invoice,
        {"id": 1, "client_first_name": ["Fatima"], "Client": {**PERSONAL, "id": 7}, "InvoiceItem": [{"quantity": "x"}]},
    )
    written = ClientInput(**{**PERSONAL, "birth_date": "1990-01-02"}, extra={"nickname": "Fatima"})
    for record in (client, client.issues, outer, outer.issues, [client], {"a": client}, written, copy.copy(client)):
        shown = pretty(record)
        assert [value for value in PERSONAL.values() if value in shown] == []
    assert "id=7" in repr(client)
    assert "notes='ask ***'" in repr(client)
    assert "extra=['unknown']" in repr(client)
    assert "value={'of': '***'}" in repr(client.issues)
    assert "value='x'" in repr(outer.issues)
    assert client.issues[0].value == PERSONAL["birth_date"]
    assert client.first_name == "Fatima"


def test_a_record_that_is_just_being_made_has_a_repr():
    for cls in (Client, ClientInput, DaftraClient):
        assert repr(cls.__new__(cls)).startswith(f"{cls.__name__}(")


@pytest.mark.parametrize("content", ['{"a": {"access": "%s"', '["%s"]', "%s"])
async def test_token_files_do_not_show_in_locals(tmp_path, content):
    path = tmp_path / "tokens"
    path.write_text(content % SECRET)
    path.chmod(0o600)
    with pytest.raises(TokenStoreError) as caught:
        await FileTokenStore(path).save("a", Token(SECRET))
    assert PART not in shown_locals(caught.value) + str(caught.value)


async def test_a_full_disk_does_not_show_the_token(tmp_path, monkeypatch):
    store = FileTokenStore(tmp_path / "tokens")
    await store.save("a", Token(SECRET, SECRET))

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(TokenStoreError, match="No space left") as caught:
        await store.save("b", Token(SECRET))
    assert PART not in shown_locals(caught.value)


@pytest.mark.parametrize("bad", ["a\r\nX-Evil: 1", "a\nb", "a\x00b", "\x7f"])
@pytest.mark.parametrize("field", ["access_token", "refresh_token"])
async def test_a_token_that_no_header_can_carry_is_refused_before_it_is_stored(server, client, bad, field, tmp_path):
    server.default = http(body={"access_token": "good", "refresh_token": "good", field: bad})
    store = FileTokenStore(tmp_path / "tokens")
    daftra = client(auth=PasswordGrant(client_secret="s-123456", username="u-123456", password="p-123456", store=store))
    with pytest.raises(UnexpectedResponseError, match="the token endpoint answered with") as caught:
        await daftra.request("GET", "/api2/x")
    assert bad not in str(caught.value)
    assert not (tmp_path / "tokens").exists()
    assert {seen.target for seen in server.seen} == {"/v2/oauth/token"}
