import asyncio
import json
import multiprocessing
import os
import stat
import time

import pytest

from daftra_async import DaftraClient
from daftra_async.errors import DaftraError, RequestNotSent, TokenStoreError
from daftra_async.http.auth import PasswordGrant
from daftra_async.http.token_store import FileTokenStore, MemoryTokenStore, Token
from daftra_async.sandbox import Sandbox
from daftra_async.settings import Settings
from tests.waiting import turns, until

USER = {"client_secret": "sandbox-secret", "username": "owner@example.com", "password": "sandbox-password"}
TOKENS = "POST /v2/oauth/token"


@pytest.fixture
async def sandbox():
    async with Sandbox("empty") as made:
        yield made


def connect(sandbox, store=None, **settings):
    return DaftraClient(base_url=sandbox.url, auth=PasswordGrant(**USER, store=store), settings=Settings(**settings))


def sent(sandbox):
    return [f"{request.method} {request.path}" for request in sandbox.requests]


class Journal(MemoryTokenStore):
    """Notes what happens to it, and when the server had received how much."""

    __slots__ = ("_sandbox", "events", "failing", "held", "saving")

    def __init__(self, sandbox):
        super().__init__()
        self._sandbox = sandbox
        self.events = []
        self.failing = None
        self.saving = asyncio.Event()
        self.held = None
        """An event that saving waits for."""

    async def load(self, key):
        self.events.append("load")
        await turns(20)
        return await super().load(key)

    async def save(self, key, token):
        self.saving.set()
        await (turns(200) if self.held is None else self.held.wait())
        self.events.append(f"save after {len(self._sandbox.requests)} requests")
        if self.failing:
            raise self.failing
        await super().save(key, token)


async def test_a_stored_token_is_used_without_a_request(sandbox):
    store = MemoryTokenStore()
    async with connect(sandbox, store) as daftra:
        await daftra.taxes.list()
    async with connect(sandbox, store) as daftra:
        await daftra.taxes.list()
    assert sent(sandbox) == [TOKENS, "GET /api2/taxes", "GET /api2/taxes"]


async def test_a_token_is_saved_before_it_is_used(sandbox):
    store = Journal(sandbox)
    async with connect(sandbox, store) as daftra:
        await daftra.taxes.list()
        sandbox.expire_tokens()
        await daftra.taxes.list()
    assert sent(sandbox) == [TOKENS, "GET /api2/taxes", "GET /api2/taxes", TOKENS, "GET /api2/taxes"]
    assert store.events == ["load", "save after 1 requests", "load", "save after 4 requests"]


@pytest.mark.parametrize("cancelled", [False, True])
@pytest.mark.parametrize("known", [False, True])
async def test_fifty_calls_on_an_expired_token_cause_one_token_request(sandbox, cancelled, known):
    async with connect(sandbox, MemoryTokenStore() if known else None, concurrency=60) as daftra:
        await daftra.taxes.list()
        sandbox.expire_tokens()
        sandbox.requests.clear()
        sandbox.delay = 0.02
        calls = [asyncio.ensure_future(daftra.taxes.list()._first()) for _ in range(50)]
        if cancelled:
            await until(lambda: sandbox.requests)
            calls[0].cancel()
        answers = await asyncio.gather(*calls, return_exceptions=True)
        assert [isinstance(answer, BaseException) for answer in answers] == [cancelled] + [False] * 49
    assert sent(sandbox).count(TOKENS) == 1


async def test_a_token_that_lives_shortly_is_renewed_before_it_ends(sandbox):
    sandbox.credentials.token_lifetime = 60.0
    async with connect(sandbox) as daftra:
        await daftra.taxes.list()
        daftra._pipeline.sender.auth._clock = lambda: time.time() + 31
        await asyncio.gather(*(daftra.taxes.list()._first() for _ in range(20)))
    assert sent(sandbox).count(TOKENS) == 2
    assert sent(sandbox).count("GET /api2/taxes") == 21


async def test_what_another_client_has_renewed_is_taken_over(sandbox):
    store = MemoryTokenStore()
    async with connect(sandbox, store) as one, connect(sandbox, store) as two:
        await one.taxes.list()
        await two.taxes.list()
        sandbox.expire_tokens()
        await one.taxes.list()
        await two.taxes.list()
    assert sent(sandbox).count(TOKENS) == 2


async def test_two_clients_that_refresh_at_once_do_not_need_the_password(sandbox):
    """The refresh token is good once: the one that comes late finds the other's token in the store."""
    store = Journal(sandbox)
    async with connect(sandbox, store) as one, connect(sandbox, store) as two:
        await one.taxes.list()
        await two.taxes.list()
        sandbox.expire_tokens()
        await asyncio.gather(one.taxes.list()._first(), two.taxes.list()._first())
    passwords = [event for event in store.events if event.startswith("save")]
    assert len(passwords) <= 3


async def test_keys_tell_accounts_and_users_apart():
    grant = PasswordGrant(**USER)
    keys = {
        grant.key("https://acme.daftra.com"),
        grant.key("https://other.daftra.com"),
        PasswordGrant(**{**USER, "username": "b"}).key("https://acme.daftra.com"),
        PasswordGrant(**USER, client_id="2").key("https://acme.daftra.com"),
    }
    assert len(keys) == 4
    assert "owner" not in "".join(keys)


async def test_a_token_that_was_not_saved_is_saved_before_it_is_used(sandbox):
    store = Journal(sandbox)
    store.failing = OSError("disk full: secret")
    async with connect(sandbox, store) as daftra:
        for _ in range(2):
            with pytest.raises(TokenStoreError, match=r"failed to save \(OSError\)") as caught:
                await daftra.taxes.list()
            assert isinstance(caught.value, RequestNotSent)
            assert "secret" not in str(caught.value)
        store.failing = None
        await daftra.taxes.list()
    assert sent(sandbox) == [TOKENS, "GET /api2/taxes"]


async def test_closing_during_a_save_lets_it_end(sandbox):
    store = Journal(sandbox)
    daftra = connect(sandbox, store)
    store.held = asyncio.Event()
    call = asyncio.ensure_future(daftra.taxes.list()._first())
    await store.saving.wait()
    assert store.events == ["load"]
    assert sent(sandbox) == [TOKENS]
    closing = asyncio.ensure_future(daftra.close())
    await turns()
    assert not closing.done()
    store.held.set()
    await closing
    with pytest.raises(RequestNotSent, match="closed"):
        await call
    assert store.events == ["load", "save after 1 requests"]
    assert sent(sandbox) == [TOKENS]


async def test_spent_tokens_of_a_store(sandbox):
    store = MemoryTokenStore()
    key = PasswordGrant(**USER).key(sandbox.url)
    for token in (Token("gone", "gone", None), Token("gone", None, time.time() - 5), Token("gone")):
        await store.save(key, token)
        async with connect(sandbox, store) as daftra:
            await daftra.taxes.list()
        assert (await store.load(key)).access != "gone"


async def test_both_headers_are_never_sent(server, client):
    import aiohttp

    from tests.conftest import http

    server.default = http(body={"a": 1})
    headers = {"Authorization": "Bearer other", "ApiKey": "other"}
    async with aiohttp.ClientSession(headers=headers) as session:
        await client(session=session).request("GET", "/api2/x")
        await client(session=session, access_token="token-1", api_key=None).request("GET", "/api2/x")
    assert [("apikey" in seen.headers, "authorization" in seen.headers) for seen in server.seen] == [(True, False), (False, True)]
    assert "other" not in str([seen.headers for seen in server.seen])


# Files


async def test_file_is_private_and_survives(sandbox, tmp_path):
    path = tmp_path / "tokens.json"
    async with connect(sandbox, FileTokenStore(path)) as daftra:
        await daftra.taxes.list()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(json.loads(path.read_text())) == [PasswordGrant(**USER).key(sandbox.url)]
    async with connect(sandbox, FileTokenStore(str(path))) as daftra:
        await daftra.taxes.list()
    assert sent(sandbox).count(TOKENS) == 1
    assert sorted(item.name for item in tmp_path.iterdir()) == ["tokens.json", "tokens.json.lock"]


async def test_mode_does_not_depend_on_the_umask(tmp_path):
    before = os.umask(0)
    try:
        await FileTokenStore(tmp_path / "t").save("a", Token("x"))
    finally:
        os.umask(before)
    assert {stat.S_IMODE(item.stat().st_mode) for item in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
async def test_file_that_others_can_read_is_refused(sandbox, tmp_path, mode):
    path = tmp_path / "tokens.json"
    await FileTokenStore(path).save("a", Token("hidden-1"))
    path.chmod(mode)
    async with connect(sandbox, FileTokenStore(path)) as daftra:
        with pytest.raises(TokenStoreError, match=r"others can read it.*0600") as caught:
            await daftra.taxes.list()
    assert "hidden" not in str(caught.value)
    assert isinstance(caught.value, DaftraError)
    with pytest.raises(TokenStoreError):
        await FileTokenStore(path).save("a", Token("x"))
    assert sent(sandbox) == []


@pytest.mark.parametrize("content", ["", "[]", "{", "null", "\x00\xff"])
async def test_file_of_something_else_is_refused(tmp_path, content):
    path = tmp_path / "tokens.json"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(TokenStoreError, match="not a file of tokens"):
        await FileTokenStore(path).load("a")
    assert path.read_text() == content


@pytest.mark.parametrize("entry", [None, 1, [], {}, {"access": 1}, {"access": ""}])
async def test_entry_of_something_else_counts_as_none(tmp_path, entry):
    path = tmp_path / "tokens.json"
    path.write_text(json.dumps({"a": entry}))
    path.chmod(0o600)
    assert await FileTokenStore(path).load("a") is None


async def test_file_round_trip_and_missing_directory(tmp_path):
    store = FileTokenStore(tmp_path / "t")
    assert await store.load("a") is None
    for token in (Token("x"), Token("é", "r", 1.5)):
        await store.save("a", token)
        assert await store.load("a") == token
    assert await store.load("b") is None
    with pytest.raises(TokenStoreError, match="cannot be saved"):
        await FileTokenStore(tmp_path / "no" / "t").save("a", Token("x"))
    with pytest.raises(TokenStoreError, match="cannot be read"):
        await FileTokenStore(tmp_path).load("a")
    assert "t'" in repr(store)
    assert repr(MemoryTokenStore()) == "MemoryTokenStore(0 tokens)"


def _write(path, writer):
    async def run():
        store = FileTokenStore(path)
        for number in range(20):
            await store.save(f"key-{writer}", Token(f"{writer}-{number}"))

    asyncio.run(run())


async def test_what_killed_writers_left_is_removed(tmp_path):
    store = FileTokenStore(tmp_path / "shared.json")
    for name in (".shared.json.ab12_x9z", ".shared.json.bak", ".shared.jsonx.ab12_x9z"):
        (tmp_path / name).write_text("{}")
    await store.save("k", Token("a"))
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == [".shared.json.bak", ".shared.jsonx.ab12_x9z", "shared.json", "shared.json.lock"]


async def test_concurrent_writers_lose_nothing(tmp_path):
    path = tmp_path / "tokens.json"
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=_write, args=(str(path), writer)) for writer in range(2)]
    for process in processes:
        process.start()
    store = FileTokenStore(path)
    await asyncio.gather(*(store.save(f"own-{number}", Token(f"own-{number}")) for number in range(20)))
    ended = asyncio.gather(*(asyncio.to_thread(process.join) for process in processes))
    while not ended.done():
        await store.load("key-0")
    assert [process.exitcode for process in processes] == [0, 0]
    assert [(await store.load(f"key-{writer}")).access for writer in range(2)] == ["0-19", "1-19"]
    assert all([(await store.load(f"own-{number}")).access == f"own-{number}" for number in range(20)])


@pytest.mark.parametrize(
    "planted", ["pipe", "link", "dangling", "folder", "deep", "long", "link of the lock", "pipe of the lock"]
)
@pytest.mark.skipif(os.name == "nt", reason="Windows has none of these")
async def test_what_somebody_else_put_in_the_place_of_the_file_is_refused(tmp_path, planted):
    path = tmp_path / "tokens"
    elsewhere = tmp_path / "elsewhere"
    match planted:
        case "pipe":
            os.mkfifo(path, 0o600)
        case "link":
            elsewhere.write_text("{}")
            elsewhere.chmod(0o600)
            path.symlink_to(elsewhere)
        case "dangling":
            path.symlink_to(elsewhere)
        case "folder":
            path.mkdir(0o600)
        case "deep":
            path.write_text('{"a":' * 100_000)
            path.chmod(0o600)
        case "long":
            path.write_text(" " * 5_000_000)
            path.chmod(0o600)
        case "link of the lock":
            (tmp_path / "tokens.lock").symlink_to(elsewhere)
        case _:
            os.mkfifo(tmp_path / "tokens.lock", 0o600)
    store = FileTokenStore(path)
    if "lock" not in planted:
        with pytest.raises(TokenStoreError, match=r"tokens: it (is|cannot be)"):
            await store.load("a")
    with pytest.raises(TokenStoreError, match=r"tokens(\.lock)?: (it is|.*cannot be)"):
        await store.save("a", Token("x"))
    assert planted == "link" or not elsewhere.exists()
    assert planted != "link" or elsewhere.read_text() == "{}"


async def test_a_stored_token_with_a_line_break_counts_as_none(tmp_path):
    path = tmp_path / "tokens"
    path.write_text(json.dumps({"a": {"access": "x\r\ny"}, "b": {"access": "x", "refresh": "y\n"}}))
    path.chmod(0o600)
    store = FileTokenStore(path)
    assert await store.load("a") is None
    assert await store.load("b") == Token("x")
