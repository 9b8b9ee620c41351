"""The statement that inserts rows or replaces those with the same key, as each database has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    import sqlalchemy as sa
    from sqlalchemy.ext.asyncio import AsyncConnection


def upsert(connection: AsyncConnection, table: sa.Table) -> sa.Insert:
    """Return the statement for a table of a database."""
    key = [column.name for column in table.primary_key]
    statement = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
    others = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in key}
    upserting: sa.Insert = statement.on_conflict_do_update(index_elements=key, set_=others)
    return upserting
