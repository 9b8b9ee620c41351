"""SQL databases: a table a resource, and one for each of its line relations.

Each page is one transaction that holds the rows and the checkpoint, so a killed export loses and doubles nothing. Rows are
inserted or replaced by account and id, and lines with their record; rows that a complete run has not seen are deleted when it
finishes. Two exports of the same resource and account do not mix: the younger takes over, the older fails at its next page.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import uuid
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from daftra_async._text import refuse
from daftra_async.export.files import threaded
from daftra_async.export.sql_engine import failures, make_engine, parse, shown
from daftra_async.export.sql_schema import CONTROL, EXPORTS, MANIFESTS, RUN, ensure, schema_of
from daftra_async.export.store import Checkpoint, StoreError, Written
from daftra_async.export.tabular import ACCOUNT, EXTRA, KEY, PARENT, POSITION, WIDE, Keys, identifier, pack
from daftra_async.wire import dumps, unstructure

# After the modules above, which say how to get it when it is missing.
import sqlalchemy as sa  # isort: skip
from sqlalchemy.dialects import postgresql, sqlite  # isort: skip

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from daftra_async.export.sql_schema import Schema
    from daftra_async.export.store import Job

T = TypeVar("T")

_CHUNK: Final = 500
"""Keys in one DELETE."""


class SqlStore:
    """A database as the target of an export.

    Args:
        url: `sqlite:///acme.db`, `postgresql://user:password@host/database`.

    Raises:
        ArgumentError: the URL is none that can be used, or a library is missing.
    """

    keeps_checkpoints = True
    keeps_rows = True

    def __init__(self, url: str) -> None:
        self._url = parse(url)
        self._engine: AsyncEngine | None = None

    @property
    def name(self) -> str:
        """The URL without its password."""
        return shown(self._url)

    @property
    def engine(self) -> AsyncEngine:
        """The engine, once it is open."""
        assert self._engine is not None, "used before it was opened"
        return self._engine

    async def open(self) -> None:
        """Connect and make the tables that exports keep their state in.

        Raises:
            ArgumentError: the driver is missing, or does not know a parameter of the URL.
            StoreError: the database cannot be reached or used.
        """
        self._engine = make_engine(self._url, writes=True)
        try:
            await self.prepare(CONTROL)
        except (TypeError, ValueError) as error:  # parameters of the URL go to the driver as they are
            refuse("to", f"{error}"[:200], "parameters that the driver asyncpg takes")

    async def close(self) -> None:
        """Close all connections."""
        if self._engine is not None:
            await self._engine.dispose()
            self._engine = None

    async def load(self, account: str) -> dict[str, Any] | None:
        """Return the manifest of an account."""
        query = sa.select(MANIFESTS.c.manifest).where(MANIFESTS.c.account == account)
        text = await self.transact(lambda connection: connection.scalar(query))
        return _plain(text)

    async def save(self, account: str, manifest: Mapping[str, Any]) -> None:
        """Keep the manifest of an account."""
        values = {"account": account, "manifest": dumps(manifest).decode()}
        await self.transact(lambda connection: connection.execute(upsert(connection, MANIFESTS), [values]))

    def sink(self, job: Job) -> SqlSink:
        """Return what takes the resource."""
        return SqlSink(self, job)

    async def prepare(self, tables: tuple[sa.Table, ...]) -> None:
        """Make or extend tables."""
        await self.transact(lambda connection: connection.run_sync(ensure, tables, self.name))

    async def transact(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """Do the work in one transaction.

        With SQLite, a cancelled caller waits for its end: the driver's thread cannot be stopped, and a connection that was given
        up in the middle of a transaction would keep all others out.

        Raises:
            StoreError: the database refused it or was lost; nothing is stored.
        """

        async def run() -> T:
            with failures(self._url):
                async with self.engine.begin() as connection:
                    return await work(connection)

        return await (finished(run()) if self._url.get_backend_name() == "sqlite" else run())


async def finished(work: Coroutine[Any, Any, T]) -> T:
    """Run the work to its end, also when the caller is cancelled meanwhile; the cancellation follows then."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait([task])
        if not task.cancelled():
            task.exception()  # looked at, or the loop complains
        raise


class SqlSink:
    """One resource of one account."""

    def __init__(self, store: SqlStore, job: Job) -> None:
        self._store = store
        self._job = job
        self._owner = uuid.uuid4().hex
        self._keys = Keys()
        self._schema: Schema = schema_of(job.target, job.model)

    async def begin(self, checkpoint: Checkpoint | None) -> Checkpoint | None:
        """Make or extend the tables, take the resource over, and return where to go on; the database knows better than others."""
        del checkpoint
        job = self._job
        await self._store.prepare(self._schema.all)

        async def take_over(connection: AsyncConnection) -> Checkpoint | None:
            found = (await connection.execute(sa.select(EXPORTS).where(self._mine()))).one_or_none()
            kept = None
            if found is not None and job.resume and found.run == job.run:
                kept = Checkpoint.from_dict(_plain(found.checkpoint) or {})
            if kept is not None and kept.fingerprint != job.fingerprint:
                kept = None
            row: dict[str, str | None] = {"account": job.account, "resource": job.target.name, "run": job.run}
            row |= {"owner": self._owner, "checkpoint": None if kept is None else dumps(kept.to_dict()).decode()}
            await connection.execute(upsert(connection, EXPORTS), [row])
            self._keys = Keys(await self._made_keys(connection)) if kept is not None else Keys()
            return kept

        return await self._store.transact(take_over)

    async def write(self, records: Sequence[Any], checkpoint: Checkpoint) -> int:
        """Store a page and its checkpoint in one transaction."""
        rows, lines = await threaded(lambda: self._pack(records))
        schema, account = self._schema, self._job.account

        async def store(connection: AsyncConnection) -> None:
            await self._hold(connection, checkpoint)
            if not rows:
                return
            keys = [row[KEY] for row in rows]
            for table in schema.lines.values():
                for at in range(0, len(keys), _CHUNK):
                    old = (table.c[ACCOUNT] == account) & table.c[PARENT].in_(keys[at : at + _CHUNK])
                    await connection.execute(sa.delete(table).where(old))
            await connection.execute(upsert(connection, schema.main), rows)
            for relation, its_lines in lines.items():
                if its_lines:
                    await connection.execute(sa.insert(schema.lines[relation]), its_lines)

        await self._store.transact(store)
        return 0

    async def finish(self) -> Written:
        """Delete what a complete run has not seen, and forget the checkpoint."""
        main, job = self._schema.main, self._job

        async def complete(connection: AsyncConnection) -> int:
            await self._hold(connection, None)
            if not job.incremental:
                gone = (main.c[ACCOUNT] == job.account) & (main.c[RUN] != job.run)
                for table in self._schema.lines.values():
                    parents = sa.select(main.c[KEY]).where(gone)
                    mine = (table.c[ACCOUNT] == job.account) & table.c[PARENT].in_(parents)
                    await connection.execute(sa.delete(table).where(mine))
                await connection.execute(sa.delete(main).where(gone))
            await connection.execute(sa.delete(EXPORTS).where(self._mine()))
            count = sa.select(sa.func.count()).select_from(main).where(main.c[ACCOUNT] == job.account)
            return await connection.scalar(count) or 0

        records = await self._store.transact(complete)
        return Written(name=identifier(job.target.stem), records=records, bytes=0)

    async def abandon(self) -> None:
        """Do nothing: every page is there with its checkpoint, or not at all."""

    def _mine(self) -> sa.ColumnElement[bool]:
        return (EXPORTS.c.account == self._job.account) & (EXPORTS.c.resource == self._job.target.name)

    async def _hold(self, connection: AsyncConnection, checkpoint: Checkpoint | None) -> None:
        """Set the checkpoint, which in PostgreSQL also keeps others from taking over within this transaction.

        Raises:
            StoreError: another export has taken over.
        """
        text = None if checkpoint is None else dumps(checkpoint.to_dict()).decode()
        mine = self._mine() & (EXPORTS.c.owner == self._owner)
        result = await connection.execute(sa.update(EXPORTS).where(mine).values(checkpoint=text))
        if result.rowcount != 1:
            msg = f"{self._store.name}: another export of {self._job.target.name} has taken over"
            raise StoreError(msg)

    async def _made_keys(self, connection: AsyncConnection) -> Sequence[str]:
        main, job = self._schema.main, self._job
        mine = (main.c[ACCOUNT] == job.account) & (main.c[RUN] == job.run) & main.c[KEY].startswith("#")
        return (await connection.scalars(sa.select(main.c[KEY]).where(mine))).all()

    def _pack(self, records: Sequence[Any]) -> tuple[list[dict[str, Any]], dict[str, list[dict[str, Any]]]]:
        """Return rows and lines by column; of records with the same key the last one is taken."""
        table, account, run = self._schema.table, self._job.account, self._job.run
        names = [column.name for column in table.columns]
        inner = {c.name: [column.name for column in c.lines.columns] for c in table.relations if c.lines is not None}
        packed = {self._keys.of(row): pack(table, WIDE, row) for row in map(unstructure, records)}
        rows = [
            {ACCOUNT: account, KEY: key, RUN: run, EXTRA: one.values[-1], **dict(zip(names, one.values, strict=False))}
            for key, one in packed.items()
        ]
        lines: dict[str, list[dict[str, Any]]] = {
            relation: [
                {ACCOUNT: account, PARENT: key, POSITION: at, EXTRA: values[-1], **dict(zip(columns, values, strict=False))}
                for key, one in packed.items()
                for at, values in enumerate(one.lines.get(relation, ()))
            ]
            for relation, columns in inner.items()
        }
        return rows, lines


def _plain(text: str | None) -> dict[str, Any] | None:
    """Read our own state; its numbers are floats, unlike those of records."""
    try:
        found = None if text is None else json.loads(text)
    except ValueError:
        return None
    return cast("dict[str, Any]", found) if isinstance(found, dict) else None


def upsert(connection: AsyncConnection, table: sa.Table) -> sa.Insert:
    """Return the statement that inserts rows or replaces those with the same key."""
    key = [column.name for column in table.primary_key]
    statement = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
    others = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in key}
    upserting: sa.Insert = statement.on_conflict_do_update(index_elements=key, set_=others)
    return upserting
