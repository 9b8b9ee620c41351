"""One account as a task for other processes."""

from __future__ import annotations

import asyncio
import inspect
import pickle
from typing import TYPE_CHECKING

import aiohttp
import pytest

from daftra_async import export as room
from daftra_async.errors import ArgumentError
from daftra_async.export import AccountSpec, export, export_account, read_sql
from daftra_async.export.lock import FolderLock
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from pathlib import Path

    from daftra_async.export import ExportReport

NAMES = ["brands", "stores"]


def spec_of(sandbox: Sandbox, folder: Path, name: str) -> AccountSpec:
    key = folder / f"{name}.key"
    key.write_text(sandbox.api_key)
    return AccountSpec(name=name, base_url=sandbox.url, api_key_file=str(key))


def work(task: bytes) -> bytes:
    """Run where only what was pickled is known."""
    spec, to = pickle.loads(task)
    return pickle.dumps(asyncio.run(export_account(spec, to, resources=NAMES)))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.jsonl")}


async def test_accounts_are_exported_at_the_same_time_in_loops_of_their_own(tmp_path: Path) -> None:
    async with Sandbox("demo") as large, Sandbox("empty") as small:
        specs = [spec_of(large, tmp_path, "large"), spec_of(small, tmp_path, "شركة")]
        out = tmp_path / "out"
        done = await asyncio.gather(*(asyncio.to_thread(work, pickle.dumps((spec, out))) for spec in specs))
        reports: list[ExportReport] = [pickle.loads(each) for each in done]
        assert [(each.account, each.resource, each.ok) for report in reports for each in report.resources] == [
            (spec.name, name, True) for spec in specs for name in NAMES
        ]
        assert reports[0].of("large").records == sum(large.counts()[f"{name}.list"] for name in NAMES)
        # The layout is that of an export of several accounts, and a second run changes nothing.
        clients = {spec.name: spec.resolve().client() for spec in specs}
        await export(clients, resources=NAMES, to=tmp_path / "together")
        assert contents(tmp_path / "together") == contents(out)
        for client in clients.values():
            await client.close()
        before = contents(out)
        async with aiohttp.ClientSession() as session:
            for spec in specs:
                assert (await export_account(spec, out, resources=NAMES, session=session)).ok
            assert not session.closed
        assert contents(out) == before
        # Tables have the name of the account in each row.
        await export_account(specs[0], out, resources=["brands"], format="csv")
        assert b"\r\nlarge," in (out / "large" / "brands.csv").read_bytes()
        assert (out / "large" / "census.json").exists()
    assert not list(out.rglob("*.part"))


async def test_a_database_holds_the_rows_of_several_accounts(tmp_path: Path) -> None:
    to = f"sqlite:///{tmp_path}/all.db"
    async with Sandbox("demo") as sandbox:
        for name in ("a", "b"):
            report = await export_account(spec_of(sandbox, tmp_path, name), to, resources=["brands"])
            assert {each.account for each in report.resources} == {name}
            held = [record async for record in read_sql(to, "brands", account=name)]
            assert len(held) == report.records == sandbox.counts()["brands.list"]


async def test_a_second_export_of_the_same_account_is_refused(tmp_path: Path) -> None:
    async with Sandbox("empty") as sandbox:
        first, second = (spec_of(sandbox, tmp_path, name) for name in ("a", "b"))
        (tmp_path / "out" / "a").mkdir(parents=True)
        lock = FolderLock(tmp_path / "out" / "a")
        lock.acquire()
        with pytest.raises(ArgumentError, match="one export at a time"):
            await export_account(first, tmp_path / "out", resources=["brands"])
        assert (await export_account(second, tmp_path / "out", resources=["brands"])).ok
        lock.release()


def test_its_options_are_those_of_export() -> None:
    asked = {name for name, each in inspect.signature(export).parameters.items() if each.kind is each.KEYWORD_ONLY}
    assert set(room.ExportOptions.__annotations__) == asked - {"out", "to"}
