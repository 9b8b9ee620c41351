"""The demo account, fetched once, and databases to export into."""

from __future__ import annotations

import asyncio
import os
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.catalogue import operations
from daftra_async.export.targets import plan
from tests.export.places import KINDS, Place

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture(scope="session")
def demo_records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """The demo account without nulls, by the names of its lists: as JSON Lines hold it."""
    from daftra_async import DaftraClient
    from daftra_async.export import export
    from daftra_async.export.reading import read
    from daftra_async.sandbox import Sandbox
    from tests.export.lists import LISTS
    from tests.export.tables import plain

    folder = tmp_path_factory.mktemp("demo")

    async def fetch() -> None:
        async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as client:
            report = await export(client, resources=LISTS, out=folder)
        assert not report.failed
        assert report.records > 1_000

    asyncio.run(fetch())
    targets = [target for target in plan(operations(), LISTS) if target.skip_reason is None]
    return {target.name: [plain(record) for record in read(folder / target.file_name)] for target in targets}


@pytest.fixture
async def postgres() -> AsyncIterator[str]:
    """URL of a database of its own on the server that `make test-postgres` starts."""
    url = os.environ.get("DAFTRA_TEST_POSTGRES")
    if not url:
        pytest.skip("needs a PostgreSQL server: make test-postgres")
    import asyncpg

    name = f"test_{uuid.uuid4().hex}"
    admin = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        await admin.execute(f"CREATE DATABASE {name}")
        yield f"{url.rpartition('/')[0]}/{name}"
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        await admin.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty database of each kind."""
    if request.param == "postgres":
        return request.getfixturevalue("postgres")
    return f"sqlite:///{tmp_path}/export.db"


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty place of each kind."""
    match request.param:
        case "postgres":
            return Place("postgres", request.getfixturevalue("postgres"))
        case "sqlite":
            return Place("sqlite", f"sqlite:///{tmp_path}/export.db")
        case kind:
            return Place(kind, str(tmp_path / "out"))
