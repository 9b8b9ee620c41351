"""The faults of the sandbox, met with a bare client."""

from __future__ import annotations

import asyncio
import importlib
import json
import time
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from daftra_async.sandbox import Behaviours, Faults, Rule, fault_file
from daftra_async.sandbox.__main__ import main
from daftra_async.sandbox.fault_kinds import KINDS
from daftra_async.sandbox.faults import HEADER, Fault
from tests.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sandbox.conftest import Raw

CLIENT = {"Client": {"business_name": "A", "client_number": "R-1"}}
HEADERS = {"apikey": "sandbox-key"}


async def create(raw: Raw, fault: str) -> Any:
    return await raw("POST", "/api2/clients", CLIENT, headers={**HEADERS, HEADER: fault})


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS.values() if kind.name not in {"none", "hang"}], ids=lambda kind: kind.name
)
async def test_effect_and_ledger(empty: Raw, kind: Any) -> None:
    try:
        answer = await create(empty, kind.name)
        whole = "id" in json.loads(answer.text) and json.loads(answer.text)["id"] is not None
    except (aiohttp.ClientError, json.JSONDecodeError):
        whole = False
    ledger = empty.sandbox.ledger
    assert [entry.reference for entry in ledger] == (["R-1"] if kind.effect else [])
    assert [entry.acknowledged for entry in ledger] == ([whole] if kind.effect else [])
    assert [(item.operation, item.fault) for item in empty.sandbox.requests] == [("clients.create", kind.name)]
    assert empty.sandbox.faults.met == {kind.name: 1}


async def test_statuses_and_headers(empty: Raw) -> None:
    answer = await create(empty, "429-seconds=7")
    assert (answer.status, answer.headers["Retry-After"]) == (429, "7")
    assert (await create(empty, "429-date=60")).headers["Retry-After"].endswith("GMT")
    assert "Retry-After" not in (await create(empty, "503")).headers
    assert (await create(empty, "html")).headers["Content-Type"].startswith("text/html")
    async with empty.session.get(
        f"{empty.sandbox.url}/api2/clients", headers={**HEADERS, HEADER: "login-redirect"}, allow_redirects=False
    ) as got:
        assert (got.status, got.headers["Location"].partition("?")[0]) == (302, "https://login.invalid/auth")
    assert (await create(empty, "null-id")).json["id"] is None
    assert empty.sandbox.ledger == []


async def test_slow_and_hanging(empty: Raw) -> None:
    empty.sandbox.account.behaviours = Behaviours(duplicates="accepted")
    began = time.perf_counter()
    assert (await create(empty, "delay=0.1")).status == 202
    assert (await create(empty, "slow-drip=0.02")).status == 202
    assert time.perf_counter() - began > 0.2
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(None) as limit, asyncio.TaskGroup() as group:
            group.create_task(create(empty, "hang"))
            await until(lambda: len(empty.sandbox.ledger) == 3)
            limit.reschedule(0)
    assert [entry.acknowledged for entry in empty.sandbox.ledger] == [True, True, False]


async def test_reset_is_a_reset(empty: Raw) -> None:
    with pytest.raises(aiohttp.ClientOSError, match="reset"):
        await create(empty, "reset-after")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await create(empty, "drop-after-read")


async def test_updates_deletes_and_changes_are_in_the_ledger(demo: Raw) -> None:
    await demo("PUT", "/api2/clients/12", {"Client": {"business_name": "A", "client_number": "R-2"}})
    await demo("DELETE", "/api2/clients/13")
    await demo.get("/api2/bookings/convert_to_invoice/1")
    await demo("DELETE", "/api2/clients/999999")
    found = [(entry.action, entry.id, entry.reference, entry.acknowledged) for entry in demo.sandbox.writes]
    assert found[:2] == [("update", 12, "R-2", True), ("delete", 13, None, True)]
    assert [entry[0] for entry in found[2:]] == ["create", "change"]


@pytest.mark.parametrize("text", ["nothing", "503=1", "delay=x", "delay=-1", "delay=nan", "", "=1"])
async def test_unknown_faults_are_refused(empty: Raw, text: str) -> None:
    answer = await create(empty, text or " ")
    assert answer.status == 400
    assert "fault" in answer.text
    assert not empty.sandbox.ledger


def kinds(faults: Faults, requests: list[tuple[str, str]]) -> list[str | None]:
    found = [faults.draw(*request) for request in requests]
    return [fault.kind.name if fault is not None else None for fault in found]


def test_rules_are_seeded() -> None:
    requests = [("GET", "clients.list")] * 200
    rules = [Rule("503", probability=0.2), Rule(["reset", "429"], probability=0.5)]

    def drawn(seed: int) -> list[str | None]:
        return kinds(Faults([Rule(rule.kind, probability=rule.probability) for rule in rules], seed=seed), requests)

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)
    assert set(drawn(1)) == {"503", "reset", "429", None}


def test_rules_select() -> None:
    faults = Faults([Rule("none", times=1), Rule("502", operation="*.create", times=2), Rule("503", method="put")])
    create, put, get = ("POST", "clients.create"), ("PUT", "clients.update"), ("GET", "clients.get")
    assert kinds(faults, [create, create, put, get, create, create]) == [None, "502", "503", None, "502", None]
    assert kinds(Faults([Rule("502", probability=0, burst=3)]), [get] * 3) == [None] * 3
    assert kinds(Faults([Rule(["null-id", "reset"])]), [get, create]) == ["reset", "null-id"]
    assert Faults([Rule("502")], enabled=False).draw(*get) is None


def test_bursts() -> None:
    drawn = kinds(Faults([Rule("503", probability=0.05, burst=4, seed=3)]), [("GET", "clients.get")] * 300)
    runs = "".join("x" if kind else "." for kind in drawn).split(".")
    assert {len(run) for run in runs if run} <= set(range(4, 40))


@pytest.mark.parametrize("rule", [{"kind": []}, {"kind": "x"}, {"kind": "502", "probability": 2}, {"kind": "502", "burst": 0}])
def test_bad_rules(rule: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"kind|probability|burst|fault"):
        Rule(**rule)


def test_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = {"seed": 4, "rules": [{"kind": 429, "times": 1}, {"kind": ["reset", "502"], "operation": "*.list"}]}
    path = tmp_path / "faults.json"
    path.write_text(json.dumps(document))
    assert kinds(fault_file.load(path), [("GET", "clients.get")] * 2) == ["429", None]
    as_yaml = tmp_path / "faults.yaml"
    as_yaml.write_text("seed: 4\nrules:\n  - kind: 429\n    times: 1\n")
    assert kinds(fault_file.load(as_yaml), [("GET", "clients.get")] * 2) == ["429", None]
    for text in (
        "[]",
        "{",
        '{"rules": 1}',
        '{"rules": [{}]}',
        '{"rules": [{"kind": "502", "x": 1}]}',
        '{"rules": [{"kind": "502", "burst": "a"}]}',
    ):
        path.write_text(text)
        with pytest.raises(ValueError, match=r"faults\.json"):
            fault_file.load(path)

    def missing(name: str, *_: Any) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(ValueError, match="pyyaml"):
        fault_file.load(as_yaml)


def test_command_refuses_a_bad_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--faults", str(tmp_path / "missing.json")])
    assert "--faults" in capsys.readouterr().err


def test_parse() -> None:
    assert Fault.parse("429-seconds").value == 1
    assert Fault.parse(" delay = 2 ").value == 2
