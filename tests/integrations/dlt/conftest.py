"""A warehouse for dlt: DuckDB, and PostgreSQL where `make test-postgres` starts a server."""

from __future__ import annotations

import asyncio
import os
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

pytest.importorskip("dlt")

from daftra_async.export import AccountSpec
from tests.export.server import lists  # noqa: F401  # a fixture of this folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import RawServer

POSTGRES = "DAFTRA_TEST_POSTGRES"
KEY = "the-key-that-nobody-sees"


@attrs.frozen
class Warehouse:
    """A pipeline that always begins as a new process would: from what its folder and its destination hold."""

    kind: str
    folder: Path
    dataset: str

    @property
    def place(self) -> str:
        if self.kind == "postgres":
            return os.environ[POSTGRES].replace("+asyncpg", "")
        return str(self.folder / ("lake" if self.kind == "filesystem" else "warehouse.duckdb"))

    @property
    def pipeline(self) -> Any:
        import dlt

        place: Any = getattr(dlt.destinations, self.kind)(self.place)
        return dlt.pipeline("test", destination=place, dataset_name=self.dataset, pipelines_dir=str(self.folder / "work"))

    async def run(self, source: Any, **options: Any) -> dict[str, int]:
        """Run the pipeline and return how many rows were loaded into each table."""

        def run() -> dict[str, int]:
            pipeline = self.pipeline
            pipeline.run(source, **options).raise_on_failed_jobs()
            normalized = pipeline.last_trace.last_normalize_info  # None where only the load was left to do
            counts = {} if normalized is None else normalized.row_counts
            return {name: count for name, count in counts.items() if not name.startswith("_dlt")}

        return await asyncio.to_thread(run)

    async def ask(self, statement: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query over the tables of the dataset."""

        def ask() -> list[tuple[Any, ...]]:
            with self.pipeline.sql_client() as client:
                return client.execute_sql(statement)

        return await asyncio.to_thread(ask)

    def text(self) -> bytes:
        """Return the contents of all files in the folder."""
        return b"".join(path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file())


@pytest.fixture(scope="session", autouse=True)
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing leaves the machine, and nothing is kept in the home of who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUNTIME__DLTHUB_TELEMETRY", "false")
        patch.setenv("DLT_DATA_DIR", str(tmp_path_factory.mktemp("dlt")))
        yield


@pytest.fixture
def spec(server: RawServer, monkeypatch: pytest.MonkeyPatch) -> AccountSpec:
    monkeypatch.setenv("ACME_KEY", KEY)
    return AccountSpec(name="acme", base_url=server.url, api_key_env="ACME_KEY")


@pytest.fixture(params=["duckdb", "postgres"])
def warehouse(request: pytest.FixtureRequest, tmp_path: Path) -> Warehouse:
    if request.param == "postgres" and POSTGRES not in os.environ:
        pytest.skip("needs a PostgreSQL server: make test-postgres")
    return Warehouse(request.param, tmp_path, f"erp_{uuid.uuid4().hex[:8]}")
