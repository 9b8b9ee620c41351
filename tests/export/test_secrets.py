"""No credential shows in what an export writes or tells: files, manifest, census, report, progress, errors, logs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import DaftraClient
from daftra_async.errors import ArgumentError
from daftra_async.export import StoreError, export, read_sql, store_for
from tests.conftest import http
from tests.export.places import Place
from tests.export.server import Lists, rows

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable
    from pathlib import Path

    from daftra_async.export import ProgressEvent
    from tests.conftest import RawServer, Seen

SECRET = "s3cr3t-that-nobody-may-see"


def written(folder: Path) -> bytes:
    """Return all that lies in a folder, names included."""
    return b"\n".join(str(path).encode() + (path.read_bytes() if path.is_file() else b"") for path in folder.rglob("*"))


@pytest.mark.parametrize("kind", ["jsonl", "csv", "parquet", "sqlite"])
@pytest.mark.parametrize("credential", ["api_key", "access_token"])
async def test_what_the_server_says_of_the_credential_is_not_told(
    server: RawServer,
    client: Callable[..., DaftraClient],
    tmp_path: Path,
    kind: str,
    credential: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    events: list[ProgressEvent] = []
    lists = Lists({"brand": rows(3)})

    async def answer(seen: Seen, writer: asyncio.StreamWriter) -> None:
        if "brand" in seen.target:
            await lists(seen, writer)
        else:
            text = f"the key {SECRET} may not do this (apikey: {SECRET}, Authorization: Bearer {SECRET})"
            writer.write(http(403, {"result": "failed", "code": 403, "message": text, "api_key": SECRET}))

    server.default = answer
    caplog.set_level("DEBUG")
    place = Place(kind, f"sqlite:///{tmp_path}/out.db" if kind == "sqlite" else str(tmp_path / "out"))
    daftra = client(**{credential: SECRET})
    report = await export(daftra, resources=["brands", "clients"], progress=events.append, **place.options)
    assert [each.resource for each in report.failed] == ["clients"]
    assert len(await place.read("brands")) == 3
    assert SECRET.encode() not in written(tmp_path)
    assert SECRET not in json.dumps(report.to_dict()) + repr((report, events)) + caplog.text


async def test_values_that_no_model_describes_are_counted_and_not_told(
    server: RawServer, client: Callable[..., DaftraClient], tmp_path: Path
) -> None:
    server.default = Lists({"brand": rows(3, gateway_password=SECRET, hidden={"api_key": SECRET})})
    report = await export(client(), resources=["brands"], to=tmp_path)
    assert json.loads((tmp_path / "census.json").read_bytes())["unknown field"]["Brand"]["gateway_password"] == 3
    for name in ("census.json", ".daftra-export.json"):
        assert SECRET.encode() not in (tmp_path / name).read_bytes()
    assert SECRET not in json.dumps(report.to_dict()) + repr(report)


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://erp:{SECRET}@127.0.0.1:9/erp",
        f"postgresql://erp@127.0.0.1:9/erp?password={SECRET}",
        f"postgresql://erp@127.0.0.1:9/erp?port={SECRET}",
        f"postgresql://erp@127.0.0.1:9/erp?ssl={SECRET}",
        f"postgresql://erp@127.0.0.1:9/erp?colour={SECRET}",
        f"mysql://erp:{SECRET}@127.0.0.1/erp",
        f"postgresql://erp:{SECRET}@127.0.0.1:port/erp",
        f"postgresql:/erp:{SECRET}@127.0.0.1/erp",
        f"postgresql:erp:{SECRET}@127.0.0.1/erp",
        f"postgresql//erp:{SECRET}@127.0.0.1/erp",
    ],
)
async def test_passwords_of_databases_are_not_told(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    async with DaftraClient("acme", api_key="key-123456") as daftra:
        with pytest.raises((ArgumentError, StoreError)) as writing:
            await export(daftra, resources=["brands"], to=url)
    with pytest.raises((ArgumentError, StoreError)) as reading:
        _ = [record async for record in read_sql(url, "brands")]
    told = "".join(repr(error.value) + str(error.value) + repr(error.value.__cause__) for error in (writing, reading))
    assert SECRET not in told + caplog.text
    assert written(tmp_path) == b""


def test_the_name_of_a_store_has_no_password() -> None:
    store: Any = store_for(f"postgresql://erp:{SECRET}@127.0.0.1:9/erp?application_name={SECRET}")
    assert store.name == "postgresql+asyncpg://erp:***@127.0.0.1:9/erp"
    assert SECRET not in repr(store)


def test_a_url_with_a_password_is_no_account() -> None:
    with pytest.raises(ArgumentError) as refused:
        DaftraClient(base_url=f"https://user:{SECRET}@acme.example.com", api_key="key-123456")
    assert SECRET not in str(refused.value)
