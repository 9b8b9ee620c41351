"""Folders behind fsspec: in memory, and on an S3 server of its own."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import models, structure
from daftra_async.errors import ArgumentError, ServerError
from daftra_async.export import AccountSpec, export, export_account, store_for
from daftra_async.sandbox import Sandbox
from tests.export.fakes import FakeClient

fsspec = pytest.importorskip("fsspec")

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANIFEST = ".daftra-export.json"


@pytest.fixture
def memory() -> Iterator[str]:
    url = f"memory://{uuid.uuid4().hex}"
    yield url
    fs = fsspec.filesystem("memory")
    if fs.exists(url):
        fs.rm(url, recursive=True)


@pytest.fixture(scope="module")
def s3() -> Iterator[dict[str, Any]]:
    pytest.importorskip("s3fs")
    server = pytest.importorskip("moto.server").ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield {"endpoint_url": f"http://{host}:{port}", "key": "k", "secret": "s"}
    server.stop()


def files(url: str, **options: Any) -> dict[str, bytes]:
    fs, root = fsspec.url_to_fs(url, **options)
    fs.invalidate_cache()
    return {path.removeprefix(f"{root}/"): fs.cat_file(path) for path in fs.find(root)}


def clients(*ids: int) -> dict[str, list[Any]]:
    return {"clients": [[structure(models.Client, {"id": number, "modified": "2026-01-01 00:00:00"}) for number in ids]]}


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
async def test_files_are_those_of_a_folder(tmp_path: Path, memory: str, form: Any) -> None:
    async with Sandbox("demo") as sandbox:
        key = tmp_path / "key"
        key.write_text(sandbox.api_key)
        spec = AccountSpec(name="acme", base_url=sandbox.url, api_key_file=str(key))
        names = ["brands", "stores"]
        as_sent = form == "jsonl"
        here = await export_account(spec, tmp_path / "out", resources=names, format=form, as_sent=as_sent)
        there = await export_account(spec, memory, resources=names, format=form, as_sent=as_sent)
    assert (there.ok, there.records, there.to) == (True, here.records, memory)
    assert [each.label for each in there.resources] == [each.label for each in here.resources]
    assert there.bytes == here.bytes
    names = {path.name for path in (tmp_path / "out" / "acme").iterdir()} - {"census.json"}
    found = files(memory)
    assert set(found) == {f"acme/{name}" for name in names}
    for name in names - {MANIFEST}:
        assert form == "parquet" or found[f"acme/{name}"] == (tmp_path / "out" / "acme" / name).read_bytes()


async def test_what_was_complete_is_not_fetched_again(memory: str) -> None:
    """The list that another task had begun starts from scratch; the one that was complete stays."""
    names = ["clients", "stores", "suppliers"]
    lists = {**clients(1, 2), "stores": [*clients(3)["clients"], ConnectionError()], "suppliers": [ConnectionError()]}
    report = await export(FakeClient(lists), resources=names, to=memory, concurrency=1)
    assert {each.resource for each in report.failed} == {"stores", "suppliers"}
    assert set(files(memory)) == {"clients.jsonl", MANIFEST}
    again = FakeClient({**clients(7), "stores": [[]], "suppliers": [[]]})
    report = await export(again, resources=names, to=memory)
    assert report.ok
    assert [each.resumed for each in report.resources] == ["done", None, None]
    assert files(memory)["clients.jsonl"].count(b"\n") == 2


async def test_a_failed_list_leaves_the_file_of_the_run_before(memory: str) -> None:
    await export(FakeClient(clients(1, 2)), resources=["clients"], to=memory)
    before = files(memory)["clients.jsonl"]
    bad = FakeClient({"clients": [*clients(3)["clients"], ServerError(status=500)]})
    report = await export(bad, resources=["clients"], to=memory)
    assert not report.ok
    assert files(memory)["clients.jsonl"] == before


@pytest.mark.parametrize("form", ["jsonl", "csv"])
async def test_changes_are_merged_into_what_is_there(memory: str, form: Any) -> None:
    for ids, held in (((1, 2), 2), ((2, 3), 3), ((4,), 4)):
        report = await export(FakeClient(clients(*ids)), resources=["clients"], to=memory, format=form, since="2026-01-01")
        assert report.ok
        assert report.resources[0].held == held
    assert files(memory)[f"clients.{form}"].count(b"\n") == held + (form == "csv")
    # A full run takes the place of all, the rows that were kept beside it included.
    await export(FakeClient(clients(9)), resources=["clients"], to=memory, format=form)
    assert set(files(memory)) == {f"clients.{form}", MANIFEST}


async def test_on_s3_left_over_uploads_are_aborted(s3: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    from daftra_async.export import remote

    opened = fsspec.url_to_fs
    monkeypatch.setattr(remote.fsspec, "url_to_fs", lambda url, **_: opened(url, **s3))
    fs = fsspec.filesystem("s3", **s3)
    fs.mkdir("acme-exports")
    for key in ("night/clients.jsonl", "night/clients.jsonl.of-others"):
        fs.call_s3("create_multipart_upload", Bucket="acme-exports", Key=key)
    report = await export(FakeClient(clients(1, 2)), resources=["clients"], to="s3://acme-exports/night")
    assert report.ok
    found = files("s3://acme-exports/night", **s3)
    assert set(found) == {"clients.jsonl", MANIFEST}
    assert json.loads(found[MANIFEST])["complete"] is True
    left = fs.call_s3("list_multipart_uploads", Bucket="acme-exports")["Uploads"]
    assert [upload["Key"] for upload in left] == ["night/clients.jsonl.of-others"]


async def test_a_place_that_cannot_be_used_says_so_without_its_password(memory: str) -> None:
    store = store_for("sftp://user:s3cr3t@127.0.0.1:1/data")
    assert store.name == "sftp://127.0.0.1:1/data"
    with pytest.raises(OSError, match="sftp://127") as refused:
        await export(FakeClient(clients(1)), resources=["clients"], to=store)
    assert "s3cr3t" not in str(refused.value)
    with pytest.raises(ArgumentError, match="as_sent"):
        store_for(memory, "csv", as_sent=True)


async def test_a_list_that_comes_short_is_kept_when_that_is_accepted(memory: str) -> None:
    await export(FakeClient(clients(1, 2)), resources=["clients"], to=memory)
    short = FakeClient(clients(2, 3), clients=9)
    report = await export(short, resources=["clients"], to=memory, incomplete="keep")
    assert report.resources[0].incomplete == "2 of 9 announced"
    assert files(memory)["clients.jsonl"].count(b"\n") == 3
