"""Behaviour cases as data, and the one way to run them.

A case is an object of a `*.json` file beside this module:

    name        what it shows
    bug         name in `bugs.json` of what keeps it from holding
    server      `sandbox` (default): the script names faults; `raw`: the script holds answers
    auth        `api_key` (default), `bearer` or `password`
    operation   id such as `clients.get`, with `arguments`: {"path": [...], "body": ..., "query": {...}};
                or `method`, `path` and `json`
    walk        iterate the list to its end; `next` reads its first page. `checked` and `prefetch` are settings of the pager
                before, `break` is the number of records after which the walk is left and taken up again at its token
    passes      seconds that go by whenever a request met `hang`, `delay` or `slow-drip`: nothing waits for them
    settings    of the client; `random` is what its dice show (default 1), `late` the seconds each clock reading is off
    script      what the requests meet, in order; `on` names another operation whose requests meet it
    then        what the requests after the script meet; the default is a right answer (sandbox) or a drop (raw)
    expect      requests, order, pauses ([[least, most], ...]), result, records, error, effects, complete_or_raises

Answers of a raw script: null (drop), {"status", "body", "headers", "text"}, or {"page": ..., "rows": [ids], "next": ...} for one
page of a list.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async import DaftraClient, PasswordGrant, Settings, unstructure
from daftra_async.errors import DaftraError, DriftWarning
from daftra_async.http.retry import Runtime
from daftra_async.sandbox import Faults, Rule, Sandbox
from daftra_async.sandbox.faults import Fault
from tests.conftest import http
from tests.waiting import LoopClock, turns, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.conftest import RawServer

LATE = ("hang", "delay", "slow-drip")
HERE = Path(__file__).parent
Case = dict[str, Any]


def load(name: str) -> list[Case]:
    cases: list[Case] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return cases


def bugs() -> dict[str, str]:
    """What is known not to hold yet, by the name cases use; an entry is removed when it is repaired."""
    found: dict[str, str] = json.loads((HERE / "bugs.json").read_text(encoding="utf-8"))
    return found


@attrs.define
class Outcome:
    """What came of a case."""

    ends: str
    """Class of the error, or `result`."""
    error: DaftraError | None
    result: Any
    records: list[int]
    order: list[str]
    effects: list[str]
    pauses: list[float]
    token: str | None = None


@attrs.define
class Time:
    """A clock that pauses move, so that nothing waits."""

    random: float = 1.0
    pauses: list[float] = attrs.field(factory=list)

    async def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        await asyncio.sleep(0)

    def clock(self) -> float:
        return asyncio.get_running_loop().time() + sum(self.pauses)

    def runtime(self) -> Runtime:
        return Runtime(sleep=self.sleep, random=lambda: self.random, clock=self.clock)


async def run(case: Case, server: RawServer) -> Outcome:
    if case.get("server") == "raw":
        return await _on_raw(case, server)
    return await _on_sandbox(case)


async def _on_raw(case: Case, server: RawServer) -> Outcome:
    server.script = [_answer(item, server.url) for item in case["script"]]
    server.default = _answer(case.get("then"), server.url)
    time = Time(case.get("random", 1.0))
    async with _client(case, server.url, time) as daftra:
        outcome = await _outcome(case, daftra, time)
    outcome.order = [f"{seen.method} {seen.target}" for seen in server.seen]
    for seen in server.seen:
        assert seen.headers["host"] == server.url.removeprefix("http://")
    return outcome


async def _on_sandbox(case: Case) -> Outcome:
    time = Time(case.get("random", 1.0))
    async with Sandbox("empty") as sandbox:
        async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
            await daftra.clients.create({"Client": {"business_name": "A", "client_number": "first"}})
            body: Any = {"Invoice": {"client_id": 1, "date": "2026-01-01"}, "InvoiceItem": [{"product_id": 1}]}
            await daftra.bookings.create(body)
        async with _client(case, sandbox.url, time) as daftra:
            if case.get("auth") == "password":
                await daftra.site_info.get()
            writes, requests = len(sandbox.writes), len(sandbox.requests)
            sandbox.faults = _faults(case)
            passing = asyncio.create_task(_pass(sandbox, case["passes"])) if "passes" in case else None
            outcome = await _outcome(case, daftra, time)
            if passing is not None:
                passing.cancel()
        outcome.effects = [write.action for write in list(sandbox.writes)[writes:]]
        outcome.order = [f"{item.method} {item.path}" for item in list(sandbox.requests)[requests:]]
    return outcome


async def _pass(sandbox: Sandbox, seconds: float) -> None:
    """Put the clock forward after each answer that is late, as soon as the server is at it."""
    clock, met = LoopClock(), sandbox.faults.met
    for count in itertools.count(1):
        await until(lambda count=count: sum(met[kind] for kind in LATE) >= count)
        await turns()
        clock.forward(seconds)


def _faults(case: Case) -> Faults:
    operation = case.get("on") or case.get("operation") or "*"
    rules: list[Rule] = []
    for times, texts in ((1, case["script"]), (None, [case["then"]] if "then" in case else [])):
        for text in texts:
            fault = Fault.parse(text)
            value = fault.value if fault.kind.value else None
            rules.append(Rule(fault.kind.name, value=value, operation=operation, times=times))
    return Faults(rules)


@contextlib.asynccontextmanager
async def _client(case: Case, url: str, time: Time) -> AsyncIterator[DaftraClient]:
    grant = PasswordGrant(client_secret="sandbox-secret", username="owner@example.com", password="sandbox-password")
    credential: dict[str, Any] = {
        "api_key": {"api_key": "sandbox-key"},
        "bearer": {"access_token": "sandbox-token"},
        "password": {"auth": grant},
    }[case.get("auth", "api_key")]
    settings = Settings(**{"timeout": 5.0, **case.get("settings", {})})
    async with DaftraClient(base_url=url, settings=settings, runtime=time.runtime(), **credential) as daftra:
        yield daftra


async def _outcome(case: Case, daftra: DaftraClient, time: Time) -> Outcome:
    outcome = Outcome("result", None, None, [], [], [], time.pauses)
    try:
        await _call(case, daftra, outcome)
    except (DaftraError, DriftWarning) as error:  # the suite turns warnings into errors, so a walk that warns ends here
        outcome.ends, outcome.error = type(error).__name__, error
    # What the server does on its own after the answer is lost, it has done by now.
    await turns()
    return outcome


async def _call(case: Case, daftra: DaftraClient, outcome: Outcome) -> None:
    if "operation" not in case:
        more = {"json": case["json"]} if "json" in case else {}
        outcome.result = await daftra.request(case["method"], case["path"], **more)
        return
    method: Any = daftra
    for name in case["operation"].split("."):
        method = getattr(method, name)
    given = case.get("arguments", {})
    arguments = [*given.get("path", []), *([given["body"]] if "body" in given else [])]
    called = method(*arguments, **given.get("query", {}))
    if case.get("walk"):
        await _walk(case, called, outcome)
        if "break" in case:
            resumed = method(*arguments, **given.get("query", {}), resume=outcome.token)
            await _walk({**case, "break": None}, resumed, outcome)
        return
    result = await called
    outcome.records = [record.id for record in getattr(result, "data", [])]
    if attrs.has(type(result)):
        outcome.result = unstructure(result) if hasattr(result, "extra") else attrs.asdict(result, recurse=False)
    else:
        outcome.result = result


async def _walk(case: Case, pager: Any, outcome: Outcome) -> None:
    told = pager.checked(**case.get("checked", {})).prefetch(case.get("prefetch", 1))
    came = 0
    async for record in told:
        outcome.records.append(record.id)
        outcome.token = told.token
        came += 1
        if came == case.get("break"):
            return


def _answer(item: Any, url: str) -> bytes | None:
    if item is None:
        return None
    if "page" not in item:
        raw = item["text"].encode() if "text" in item else None
        return http(item.get("status", 200), item.get("body"), item.get("headers"), raw=raw)
    pagination = {"prev": None, **{name: item[name] for name in ("page", "page_count", "total_results", "next") if name in item}}
    if isinstance(pagination.get("next"), str):
        pagination["next"] = pagination["next"].replace("{url}", url)
    rows = [{"Client": {"id": str(row)}} for row in item["rows"]]
    return http(200, {"code": 200, "result": "successful", "data": rows, "pagination": pagination})


def check(case: Case, got: Outcome) -> None:
    """Compare an outcome with what the case expects."""
    expect = case["expect"]
    seen = f"{got.ends} after {got.order}: {got.error}"
    if "error" in expect:
        wanted = dict(expect["error"])
        assert got.ends == wanted.pop("class"), seen
        for name, value in wanted.items():
            assert getattr(got.error, name) == value, name
        if "records" in expect:
            assert got.records == expect["records"], seen
    elif "complete_or_raises" in expect:
        assert got.error is not None or got.records == expect["complete_or_raises"], f"truncated: {got.records}"
    else:
        assert got.error is None, seen
    assert len(got.order) == expect["requests"] if "requests" in expect else len(got.order) < 50, seen
    for name in ("order", "records", "effects"):
        if name in expect:
            assert getattr(got, name) == expect[name], seen
    if "result" in expect:
        assert {name: got.result[name] for name in expect["result"]} == expect["result"]
    if "pauses" in expect:
        assert len(got.pauses) == len(expect["pauses"]), got.pauses
        for pause, (least, most) in zip(got.pauses, expect["pauses"], strict=True):
            assert least <= pause <= most, got.pauses
