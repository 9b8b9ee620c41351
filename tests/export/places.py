"""Every kind of place that an export can go to, and what is read back from there."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import attrs

from daftra_async.export import read, read_sql
from daftra_async.export.protocols import StoreError

KINDS: Final = ("jsonl", "csv", "parquet", "sqlite", "duckdb", "postgres")


@attrs.frozen
class Place:
    """A folder with a format, or a database."""

    kind: str
    to: str

    @property
    def options(self) -> dict[str, Any]:
        """Arguments of `export`."""
        return {"to": self.to} if "://" in self.to else {"to": self.to, "format": self.kind}

    @property
    def command(self) -> list[str]:
        """Options of the command."""
        return ["--to", self.to, *([] if "://" in self.to else ["--format", self.kind])]

    async def read(self, resource: str, account: str = "") -> list[Any]:
        """Return what is there now, in the order of ids; nothing where there is no such file or table."""
        if "://" in self.to:
            found = await self._stored(resource, account)
        else:
            file = resource.replace(":", ".")
            path = Path(self.to) / account / f"{file}.{self.kind}"
            found = list(read(path)) if path.exists() else []
        return sorted(found, key=lambda record: getattr(record, "id", None) or record.extra.get("id"))

    async def _stored(self, resource: str, account: str) -> list[Any]:
        """Return the rows of a table. In DuckDB it comes with the first complete list, and so does the file."""
        try:
            return [record async for record in read_sql(self.to, resource, account=account)]
        except StoreError as error:
            if self.kind == "duckdb" and str(error).endswith((f"table {resource} does not exist", "there is no such file")):
                return []
            raise

    async def ids(self, resource: str, account: str = "") -> list[int]:
        """Return the ids of what is there now."""
        return [record.id for record in await self.read(resource, account)]
