"""Accounts on a cluster of this process: one loop, threads off."""

from __future__ import annotations

import asyncio
import pickle
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.export import AccountSpec, export
from daftra_async.sandbox import Sandbox
from tests.export.server import Lists, rows
from tests.waiting import never, until

pytest.importorskip("distributed")

from distributed import Client, Future, LocalCluster

from daftra_async.integrations.dask import accounts, export_accounts, task
from daftra_async.integrations.dask.task import Order, _sessions, export_share

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from daftra_async.export import ExportReport
    from tests.conftest import RawServer

NAMES = ["brands", "stores"]


@pytest.fixture
async def scheduler() -> AsyncIterator[str]:
    async with LocalCluster(
        n_workers=1, threads_per_worker=3, processes=False, dashboard_address="127.0.0.1:0", protocol="tcp", asynchronous=True
    ) as cluster:
        yield cluster.scheduler_address


def spec_of(sandbox: Sandbox, folder: Path, name: str) -> AccountSpec:
    key = folder / f"{name}.key"
    key.write_text(sandbox.api_key)
    return AccountSpec(name=name, base_url=sandbox.url, api_key_file=str(key))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.jsonl")}


async def test_accounts_are_those_of_one_process_and_failures_are_their_own(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Two accounts a task, and each of them takes too long for another one.
    monkeypatch.setattr(accounts, "_TASKS", 1)
    monkeypatch.setattr(task, "_LONG", -1.0)
    async with Sandbox("demo") as sandbox:
        specs = [spec_of(sandbox, tmp_path, f"a{number}") for number in range(5)]
        specs.insert(2, AccountSpec(name="keyless", base_url=sandbox.url, api_key_file=str(tmp_path / "none")))
        (tmp_path / "wrong").write_text("wrong-key")
        specs.insert(4, AccountSpec(name="refused", base_url=sandbox.url, api_key_file=str(tmp_path / "wrong")))
        told: dict[str, ExportReport] = {}
        report = await export_accounts(specs, tmp_path / "out", scheduler=scheduler, on_account=told.__setitem__, resources=NAMES)
        good = {spec.name: spec.resolve().client() for spec in specs if spec.name not in {"keyless", "refused"}}
        await export(good, resources=NAMES, to=tmp_path / "together")
        for client in good.values():
            await client.close()
    assert contents(tmp_path / "out") == contents(tmp_path / "together")
    assert [*dict.fromkeys(each.account for each in report.resources)] == [spec.name for spec in specs]
    assert {(each.account, each.resource, each.error_type) for each in report.failed} == {
        ("keyless", "*", "ArgumentError"),
        ("refused", "brands", "AuthenticationError"),
        ("refused", "stores", "AuthenticationError"),
    }
    assert "none cannot be read" in (report.of("keyless").failed[0].error or "")
    assert report.records == 5 * told["a0"].records > 0
    assert report.to == str(tmp_path / "out")
    assert told.keys() == {spec.name for spec in specs}
    assert report.to_dict()["accounts"]["a4"] == told["a4"].sums()
    assert not _sessions, "the last account closes the session"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"resources": ["brnds"]}, "unknown resource 'brnds'; did you mean brands"),
        ({"since": "yesterday"}, "since: 'yesterday' was given"),
        ({"format": "xml"}, "format: 'xml' was given"),
        ({"divide": object()}, "divide: it cannot be given here"),
        ({"workers": 2}, "both of scheduler and workers"),
        ({"scheduler": None}, "neither of scheduler and workers"),
        ({"scheduler": None, "workers": 0}, "workers: 0 was given"),
    ],
)
async def test_mistakes_are_told_before_anything_is_sent(tmp_path: Path, options: dict[str, Any], message: str) -> None:
    spec = AccountSpec(account="acme", api_key_env="NOBODY")
    with pytest.raises(ArgumentError, match=message):
        await export_accounts([spec], tmp_path, **{"scheduler": "tcp://127.0.0.1:1", **options})
    with pytest.raises(ArgumentError, match="two of a name"):
        await export_accounts([spec, spec], tmp_path, workers=1)


def test_what_a_worker_logs_of_its_arguments_holds_no_password() -> None:
    order = Order(to="postgresql+asyncpg://me:s3cret@host/erp", settings=None, options={})
    assert "s3cret" not in repr(order)
    assert pickle.loads(pickle.dumps(order)) == order


def test_an_account_that_lost_its_workers_is_a_failure_and_those_beside_it_are_tried_alone() -> None:
    error = accounts.distributed.KilledWorker("key", None, 3)
    one, other = (AccountSpec(account=name, api_key_env="KEY") for name in ("one", "other"))
    [report] = accounts._reports([one], (type(error), error, None))
    [failure] = report.failed
    assert (failure.account, failure.error_type) == ("one", "KilledWorker")
    assert failure.error == "the workers that exported it ended one after the other; look at their memory and logs"
    assert accounts._reports([one, other], (type(error), error, None)) == []


@pytest.mark.parametrize(
    ("number", "threads", "sizes"),
    [(3, 8, {1}), (60, 4, {6, 7}), (60, 8, {3}), (10_000, 16, {8}), (100, 0, {1}), (17, 8, {1}), (33, 8, {2, 1})],
)
def test_shares_are_small_until_every_thread_has_two(number: int, threads: int, sizes: set[int]) -> None:
    specs: Any = range(number)
    shares: Any = accounts._shares(specs, threads)
    assert {len(share) for share in shares} == sizes
    assert sorted(spec for share in shares for spec in share) == list(specs)
    assert all(after - before > 1 for share in shares for before, after in pairwise(share))


async def test_a_task_that_is_repeated_fetches_nothing_again(tmp_path: Path, server: RawServer) -> None:
    server.default = Lists({"brand": rows(3)})
    (tmp_path / "key").write_text("some-key")
    specs = [AccountSpec(name=name, base_url=server.url, api_key_file=str(tmp_path / "key")) for name in ("a", "b")]
    order = Order(to=str(tmp_path / "out"), settings=None, options={"resources": ["brands"], "run": "one"})
    first = await export_share(specs, order)
    asked = len(server.seen)
    again = await export_share(specs, order)
    assert [report.records for report in first] == [report.records for report in again] == [3, 3]
    assert [each.resumed for report in again for each in report.resources] == ["done", "done"]
    assert len(server.seen) == asked


async def test_accounts_that_someone_cancels_are_failures(tmp_path: Path, scheduler: str, server: RawServer) -> None:
    server.default = never
    (tmp_path / "key").write_text("some-key")
    spec = AccountSpec(name="acme", base_url=server.url, api_key_file=str(tmp_path / "key"))
    work = asyncio.ensure_future(export_accounts([spec], tmp_path / "out", scheduler=scheduler))
    await until(lambda: server.seen)
    async with Client(scheduler, asynchronous=True) as someone:
        running = [key for keys in (await someone.processing()).values() for key in keys]
        await someone.cancel([Future(key, someone) for key in running], force=True)
        report = await work
    (lost,) = report.failed
    assert lost.error_type == "FutureCancelledError"
    assert "the cluster gave it up" in (lost.error or "")
