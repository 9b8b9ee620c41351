"""The demo account, fetched once, and databases to export into."""

from __future__ import annotations

import asyncio
import os
import pickle
import uuid
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from daftra_async import DaftraClient
from daftra_async.export import EVERYTHING, ExportReport, export, read
from daftra_async.sandbox import Sandbox
from tests.demo_account import made_once
from tests.export.fakes import FakeClient
from tests.export.papers import plain
from tests.export.places import KINDS, Place
from tests.export.server import lists  # noqa: F401  # a fixture of this folder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

LISTS: Final = [EVERYTHING, "workflow_records:workflow_id=36"]


_PAGE = 15
_FEW = 45
"""Records of each list that every target is tried with; all of them where a database server says that there is time."""


@attrs.frozen
class WholeAccount:
    """The demo account as one export has fetched it over real sockets, counted on both sides."""

    folder: Path
    report: ExportReport
    held: dict[str, int]
    """What the server holds, by operation."""


@pytest.fixture(scope="session")
def whole_account(tmp_path_factory: pytest.TempPathFactory) -> WholeAccount:
    async def fetch(folder: Path) -> tuple[ExportReport, dict[str, int]]:
        async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as client:
            report = await export(client, resources=LISTS, out=folder)
            return report, sandbox.counts() | {"workflow_records.list": sandbox.count("workflow_records.list", workflow_id=36)}

    def make(folder: Path) -> None:
        (folder / "report.pickle").write_bytes(pickle.dumps(asyncio.run(fetch(folder / "out"))))

    folder = made_once(tmp_path_factory, "whole-account", make)
    return WholeAccount(folder / "out", *pickle.loads((folder / "report.pickle").read_bytes()))


@pytest.fixture(scope="session")
def demo_records(whole_account: WholeAccount) -> dict[str, list[Any]]:
    """Records of the demo account, by the names of its lists."""
    few = None if os.environ.get("DAFTRA_TEST_POSTGRES") else _FEW
    return {
        report.resource: list(islice(read(whole_account.folder / report.file), few))
        for report in whole_account.report.resources
        if report.file is not None
    }


@pytest.fixture
def demo_client(demo_records: dict[str, list[Any]]) -> FakeClient:
    """A client that answers with them."""
    pages: dict[str, Any] = {
        name.partition(":")[0]: [records[at : at + _PAGE] for at in range(0, len(records), _PAGE)] or [[]]
        for name, records in demo_records.items()
    }
    return FakeClient(pages)


@pytest.fixture(scope="session")
def demo_plain(demo_records: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """The same without nulls, as tables give them back."""
    return {name: [plain(record) for record in records] for name, records in demo_records.items()}


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
        case "duckdb":
            return Place("duckdb", f"duckdb:///{tmp_path}/export.duckdb")
        case kind:
            return Place(kind, str(tmp_path / "out"))
