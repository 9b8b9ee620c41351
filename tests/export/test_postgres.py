"""What only a real PostgreSQL server can tell."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg
import pytest

from daftra_async.errors import ArgumentError
from daftra_async.export.protocols import StoreError
from daftra_async.export.sql.store import SqlStore
from tests.export.papers import at, paper_job, papers


async def stored(url: str, *payloads: Any, **options: Any) -> None:
    store = SqlStore(url)
    await store.open()
    try:
        sink = store.sink(paper_job(**options))
        await sink.begin(None)
        await sink.write(papers(payloads), at(1, len(payloads)))
        await sink.finish()
    finally:
        await store.close()


async def ask(url: str, statement: str) -> list[Any]:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        return [tuple(row) for row in await connection.fetch(statement)]
    finally:
        await connection.close()


async def test_columns_have_the_types_of_the_models(postgres: str) -> None:
    await stored(postgres, {"id": 1})
    found = dict(
        await ask(
            postgres, "SELECT column_name::text, data_type::text FROM information_schema.columns WHERE table_name = 'papers'"
        )
    )
    assert found == {
        "_account": "text",
        "_id": "text",
        "id": "bigint",
        "total": "numeric",
        "no": "text",
        "draft": "boolean",
        "stocked": "boolean",
        "day": "date",
        "created": "timestamp without time zone",
        "status": "bigint",
        "kind": "text",
        "staff": "jsonb",
        "anything": "jsonb",
        "ids": "jsonb",
        "tags": "jsonb",
        "options": "jsonb",
        "by_name": "jsonb",
        "line": "bigint",
        "first": "jsonb",
        "_extra": "json",
        "_run": "text",
    }
    scale = "SELECT numeric_precision, numeric_scale FROM information_schema.columns WHERE column_name = 'total'"
    assert await ask(postgres, scale) == [(None, None)]
    key = "SELECT a.attname::text FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)"
    found_key = await ask(postgres, f"{key} WHERE i.indrelid = 'papers'::regclass AND i.indisprimary")
    assert {row[0] for row in found_key} == {"_account", "_id"}


async def test_json_and_arabic_text_can_be_asked_for(postgres: str) -> None:
    payload = {"id": 1, "no": "فاتورة", "First": {"id": 5, "quantity": "2.50"}, "نوع": "خاص", "options": {"لون": "أحمر"}}
    await stored(postgres, payload)
    query = "SELECT _id, (first->>'quantity')::numeric::text, _extra->>'نوع', options->>'لون' FROM papers WHERE no = 'فاتورة'"
    assert await ask(postgres, query) == [("1", "2.50", "خاص", "أحمر")]


async def test_plain_urls_and_those_of_hosters_are_taken(postgres: str) -> None:
    await stored(postgres.replace("postgresql+asyncpg", "postgres") + "?sslmode=disable", {"id": 1})
    assert await ask(postgres, "SELECT id FROM papers") == [(1,)]


async def test_failures_are_one_sentence_without_the_password(postgres: str) -> None:
    base = postgres.rpartition("/")[0]
    password = base.partition("//")[2].partition(":")[2].partition("@")[0]
    wrong = {
        f"{base}/missing": "does not exist",
        postgres.replace(password, "wrong-password"): "password authentication failed",
        postgres.replace(f":{base.rpartition(':')[2]}/", ":1/"): "refused|Connect",
    }
    for url, reason in wrong.items():
        store = SqlStore(url)
        with pytest.raises(StoreError, match=reason) as caught:
            await store.open()
        await store.close()
        assert password not in str(caught.value)
        assert "wrong-password" not in str(caught.value) + store.name
        assert "\n" not in str(caught.value)
    assert password not in SqlStore(postgres).name
    store = SqlStore(f"{postgres}?nonsense=1")
    with pytest.raises(ArgumentError, match="nonsense"):
        await store.open()
    await store.close()


async def test_a_refused_row_shows_no_values(postgres: str) -> None:
    await stored(postgres, {"id": 1})
    await ask(postgres, "ALTER TABLE papers ADD CHECK (no <> 'private words')")
    with pytest.raises(StoreError, match="violates check constraint") as caught:
        await stored(postgres, {"id": 2, "no": "private words"}, run="run 2")
    assert "private" not in str(caught.value)


async def test_a_lost_connection_is_a_failure_that_can_be_continued(postgres: str) -> None:
    store = SqlStore(postgres)
    await store.open()
    try:
        sink = store.sink(paper_job())
        await sink.begin(None)
        await sink.write(papers([{"id": 1}]), at(1, 1))
        locked = await asyncpg.connect(postgres.replace("+asyncpg", ""))
        async with locked.transaction():
            await locked.execute("LOCK TABLE _daftra_pages IN ACCESS EXCLUSIVE MODE")
            writing = asyncio.create_task(sink.write(papers([{"id": 2}]), at(2, 2)))
            while not await locked.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
                pass  # each look is a question to the server and its answer
            query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            await locked.execute(f"{query} AND pid <> pg_backend_pid()")
            with pytest.raises(StoreError):
                await writing
        await locked.close()
        again = store.sink(paper_job())
        assert await again.begin(None) == at(1, 1)
        await again.write(papers([{"id": 2}]), at(2, 2))
        assert (await again.finish()).records == 2
    finally:
        await store.close()


async def test_two_processes_may_change_the_tables_at_once(postgres: str) -> None:
    await asyncio.gather(*(stored(postgres, {"id": 1}, account=str(n)) for n in range(6)))
    assert await ask(postgres, "SELECT count(*) FROM papers") == [(6,)]
