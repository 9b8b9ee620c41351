"""Connections to databases: which URLs are taken, how each database is set up, and how its errors are reported."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from daftra_async._libraries import missing_library
from daftra_async._text import refuse
from daftra_async.export.protocols import StoreError

try:
    import sqlalchemy as sa
    from sqlalchemy import event, exc
    from sqlalchemy.ext.asyncio import create_async_engine
except ImportError as error:
    raise missing_library(error, "sql") from None

if TYPE_CHECKING:
    from collections.abc import Generator

    from sqlalchemy.ext.asyncio import AsyncEngine

_ALLOWED: Final = "sqlite:///file.db, duckdb:///file.duckdb or postgresql://user@host/database"
_DRIVERS: Final = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}
_BUSY_MS: Final = 60_000
"""How long SQLite waits for another process that writes."""
_CONNECTIONS: Final = 8
_LONGEST_WAIT: Final = 24 * 3600
"""Seconds that a sink waits for its turn; the other sinks are what it waits for."""


def parse(url: object) -> sa.URL:
    """Return a URL with the driver that is used for its database.

    Raises:
        ArgumentError: it is not a URL of SQLite (a file) or PostgreSQL.
    """
    try:
        found = sa.make_url(url) if isinstance(url, str) else None
    except (exc.ArgumentError, ValueError):
        found = None
    if found is None:
        refuse("to", "this is not a URL of a database", _ALLOWED)
    driver = _DRIVERS.get(found.drivername)
    if driver is None:
        refuse("to", f"{found.drivername!r:.60} is not supported", _ALLOWED)
    if driver.startswith("sqlite") and found.database in {None, "", ":memory:"}:
        refuse("to", "a database in memory is lost when the process ends", _ALLOWED)
    found = found.set(drivername=driver)
    if driver.startswith("postgresql") and "sslmode" in found.query:
        # libpq's name of it, which stands in the URLs that hosters give out.
        mode = found.query["sslmode"]
        found = found.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
    return found


def shown(url: sa.URL) -> str:
    """Return a URL as it may be shown: without password and parameters, which may hold one too."""
    return url.set(query={}).render_as_string(hide_password=True)


def make_engine(url: sa.URL, *, writes: bool) -> AsyncEngine:
    """Return the engine of a database; nothing is connected yet.

    Raises:
        ArgumentError: the driver is not installed, or does not take a parameter of the URL.
        StoreError: the file of SQLite is missing (to read), or its folder cannot be made (to write).
    """
    sqlite = url.get_backend_name() == "sqlite"
    if sqlite:
        _prepare_file(url, writes=writes)
    # One connection to SQLite is what makes writers take turns.
    size = 1 if sqlite and writes else _CONNECTIONS
    try:
        engine = create_async_engine(
            url,
            pool_size=size,
            max_overflow=0,
            pool_timeout=_LONGEST_WAIT,
            pool_pre_ping=not sqlite,
            hide_parameters=True,
            # JSON comes and goes as text: it was written by `dumps`, which keeps numbers exact.
            json_serializer=_as_it_is,
            json_deserializer=_as_it_is,
        )
    except ImportError as error:
        raise missing_library(error, "sql") from None
    except exc.ArgumentError:
        _refuse_parameters(url)
    if sqlite:
        _set_up_sqlite(engine, writes=writes)
    return engine


async def connect_once(engine: AsyncEngine, url: sa.URL) -> None:
    """Connect, to find out whether that can be done.

    Raises:
        ArgumentError: the driver does not take a parameter of the URL.
        StoreError: the database cannot be reached.
    """
    try:
        with failures(url):
            async with engine.connect():
                pass
    except (TypeError, ValueError):
        _refuse_parameters(url)


def _refuse_parameters(url: sa.URL) -> NoReturn:
    # The driver's own words could quote a value, such as a password.
    refuse("to", f"the driver refuses the URL with the parameters {', '.join(url.query) or 'none'}", "parameters that it takes")


@contextlib.contextmanager
def failures(url: sa.URL) -> Generator[None]:
    """Raise errors of a database or its driver as `StoreError`, without statements and their values."""
    try:
        yield
    except StoreError:
        raise
    except Exception as error:
        if not isinstance(error, (exc.SQLAlchemyError, OSError)) and not type(error).__module__.startswith("asyncpg"):
            raise
        wrapped = error.orig if isinstance(error, exc.DBAPIError) else None
        cause = error if wrapped is None else wrapped.__cause__ or wrapped
        # SQLAlchemy wraps what the driver raised once more; only the first line is about what happened, the others show values.
        reason = next(iter(str(cause).strip().splitlines()), "") or type(cause).__name__
        msg = f"{shown(url)}: {reason:.300}"
        raise StoreError(msg) from None


def _prepare_file(url: sa.URL, *, writes: bool) -> None:
    path = Path(url.database or "")
    if writes:
        with failures(url):
            path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.is_file():
        msg = f"{shown(url)}: the file does not exist"
        raise StoreError(msg)


def _set_up_sqlite(engine: AsyncEngine, *, writes: bool) -> None:
    def connected(connection: Any, _: object) -> None:
        # Transactions are begun by `begun`: Python's own begin late, and not at all around changes of tables.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
        if writes:
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()

    def begun(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine.sync_engine, "connect", connected)
    event.listen(engine.sync_engine, "begin", begun)


def _as_it_is(text: Any) -> Any:
    return text
