"""The SQL target, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from contextlib import aclosing
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async import structure
from daftra_async.errors import ArgumentError
from daftra_async.export import export
from daftra_async.export.protocols import StoreError
from daftra_async.export.reading import read_sql
from daftra_async.export.sql.reading import rows
from daftra_async.export.sql.store import SqlStore
from daftra_async.wire.columns.encoder import batches_of
from daftra_async.wire.columns.layout import table_of
from tests.export.papers import at, into_a_database, job_of, paper_job, papers, same, same_plain, write_ten_pages
from tests.export.tables import HARD, PAYLOADS
from tests.waiting import turns
from tests.wire.sample import Paper

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from daftra_async.export.protocols import Job


@pytest.fixture
async def store(database: str) -> AsyncIterator[SqlStore]:
    made = SqlStore(database)
    await made.open()
    yield made
    await made.close()


async def put(store: SqlStore, job: Job, *pages: list[Any]) -> int:
    """Store pages of papers as one complete run; returns how many there are now."""
    sink = store.sink(job)
    await sink.begin(None)
    done = 0
    for number, page in enumerate(pages, 1):
        done += len(page)
        await sink.write(page, at(number, done))
    return (await sink.finish()).records


async def held(store: SqlStore, url: str, account: str = "") -> list[Any]:
    return [structure(Paper, row) async for row in rows(url, paper_job().target, Paper, account)]


async def ask(store: SqlStore, statement: str) -> list[Any]:
    async with store.engine.begin() as connection:
        return [tuple(row) for row in await connection.execute(sa.text(statement))]


async def test_the_demo_account_is_the_same_again(database: str, demo_client: Any, demo_plain: dict[str, list[Any]]) -> None:
    report = await export(demo_client, resources=into_a_database(demo_plain), to=database)
    assert report.ok, report.failed
    for written in report.resources:
        records = [record async for record in read_sql(database, written.resource)]
        assert len(records) == written.records
        assert same_plain(records, demo_plain[written.resource]), written.resource


async def test_what_is_hard_is_the_same_again(store: SqlStore, database: str) -> None:
    assert await put(store, paper_job(), papers(HARD)) == len(HARD)
    assert same(await held(store, database), papers(HARD))


def test_arbitrary_records_are_the_same_again(database: str) -> None:
    store = SqlStore(database)

    @settings(deadline=None, max_examples=6)
    @given(st.lists(PAYLOADS, max_size=8, unique_by=lambda payload: str(payload.get("id"))))
    def check(payloads: list[Any]) -> None:
        runner.run(put(store, paper_job(run=str(payloads)), papers(payloads)))
        assert same(runner.run(held(store, database)), papers(payloads))

    with asyncio.Runner() as runner:
        runner.run(store.open())
        try:
            check()
        finally:
            runner.run(store.close())


async def test_records_are_replaced_by_account_and_id_and_lines_with_them(store: SqlStore, database: str) -> None:
    old = [{"id": 1, "no": "old", "total": "1", "Line": [{"id": 1}, {"id": 2}]}, {"id": 2, "Line": [{"id": 3}]}, {"id": 3}]
    await put(store, paper_job(), papers(old))
    await put(store, paper_job(account="other"), papers(old))
    new = [{"id": 1, "no": "new", "Line": [{"id": 2, "quantity": "5"}]}, {"id": 2}]
    assert await put(store, paper_job(run="run 2", incremental=True), papers(new)) == 3
    assert same(await held(store, database), papers([*new, {"id": 3}]))
    assert await ask(store, "SELECT id, quantity FROM papers_line WHERE _account = ''") == [
        (2, "5" if "sqlite" in database else 5)
    ]
    assert same(await held(store, database, "other"), papers(old))


async def test_what_has_not_changed_is_not_written(store: SqlStore, database: str) -> None:
    line = {"id": 1, "quantity": "1.50", "note": "x"}
    old = [{"id": n, "total": "1.0", "new": None, "First": {"id": 5}, "Line": [line, line]} for n in range(1, 5)]
    old[3] |= {"Line": []}
    await put(store, paper_job(), papers(old))
    place = "rowid" if "sqlite" in database else "ctid::text || xmin"
    names = f"SELECT _parent, _position, {place} FROM papers_line ORDER BY 1, 2"
    before = await ask(store, names)
    new = [old[0], {**old[1], "total": "2"}, {**old[2], "Line": [{**line, "quantity": "2"}, line]}, old[3], {"id": 5}]
    assert await put(store, paper_job(run="run 2"), papers(new)) == 5
    assert same(await held(store, database), papers(new))
    runs = await ask(store, "SELECT _run FROM papers ORDER BY _id")
    assert [run for (run,) in runs] == ["run 1", "run 2", "run 1", "run 1", "run 2"]
    after = await ask(store, names)
    assert [row[:2] for row in after] == [row[:2] for row in before]
    if "sqlite" not in database:
        assert [row[:2] for row, was in zip(after, before, strict=True) if row != was] == [("3", 0)]


async def test_a_complete_run_deletes_what_it_has_not_seen(store: SqlStore, database: str) -> None:
    old = [{"id": 1, "Line": [{"id": 1}]}, {"id": 2, "Line": [{"id": 2}]}, {"no": "a"}, {"no": "a"}]
    await put(store, paper_job(), papers(old))
    await put(store, paper_job(account="other"), papers(old))
    new = [{"id": 2, "Line": [{"id": 2}]}, {"no": "a"}]
    sink = store.sink(paper_job(run="run 2"))
    await sink.begin(None)
    await sink.write(papers(new), at(1, 2))
    assert len(await held(store, database)) == 4  # only a run that is complete knows what is gone
    assert (await sink.finish()).records == 2
    assert same(await held(store, database), papers(new))
    assert await ask(store, "SELECT _parent FROM papers_line WHERE _account = ''") == [("2",)]
    assert same(await held(store, database, "other"), papers(old))


async def test_a_record_that_comes_twice_is_there_once(store: SqlStore, database: str) -> None:
    twice = papers([{"id": 1, "no": "first", "Line": [{"id": 1}]}, {"id": 1, "no": "second", "Line": [{"id": 2}]}])
    assert await put(store, paper_job(), twice, papers([{"id": 2}]), papers([{"id": 2, "no": "third"}])) == 2
    assert same(await held(store, database), papers([{"id": 1, "no": "second", "Line": [{"id": 2}]}, {"id": 2, "no": "third"}]))


async def test_money_is_exact_and_can_be_summed(store: SqlStore, database: str) -> None:
    amounts = ["0.1", "0.2", "12345678901234567890.12345678901234567890", "-0.30", "1e-30"]
    await put(store, paper_job(), papers([{"id": n, "total": amount} for n, amount in enumerate(amounts)]))
    found = await ask(store, "SELECT total FROM papers ORDER BY id")
    assert [Decimal(row[0]) for row in found] == [Decimal(amount) for amount in amounts]
    if "postgresql" in database:
        assert await ask(store, "SELECT sum(total) FROM papers WHERE id < 2") == [(Decimal("0.3"),)]
    else:
        assert await ask(store, "SELECT DISTINCT typeof(total) FROM papers") == [("text",)]


async def test_text_is_stored_as_it_is(store: SqlStore, database: str) -> None:
    texts = ["", " ", "\\.", "a\n\\.\nb", '"', 'a,"b"', "\\N", "NULL", "\r\n", "'", "نص", "\t"]
    for run in ("run 1", "run 2"):  # into an empty table, and merged
        await put(store, paper_job(run=run), papers([{"id": n, "no": text, "First": {"id": 1}} for n, text in enumerate(texts)]))
        assert [record.no for record in sorted(await held(store, database), key=lambda record: record.id)] == texts
    assert await ask(store, "SELECT count(*) FROM papers WHERE no IS NULL") == [(0,)]


async def test_pages_of_columns_are_records(store: SqlStore, database: str) -> None:
    batches = batches_of(table_of(Paper), papers(HARD))
    sink = store.sink(paper_job())
    await sink.begin(None)
    await sink.write(batches.take([0, 2]), at(1, 2))
    await sink.write(batches.take([]), at(2, 2))
    await sink.write(papers([HARD[1], *HARD[3:]]), at(3, len(HARD)))
    assert (await sink.finish()).records == len(HARD)
    assert same(await held(store, database), papers(HARD))


async def test_new_columns_are_added_and_nothing_is_dropped(store: SqlStore, database: str) -> None:
    await put(store, paper_job(), papers([{"id": 1, "no": "a", "total": "1.50", "Line": [{"id": 1, "quantity": "2"}]}]))
    for statement in ("ALTER TABLE papers DROP COLUMN total", "ALTER TABLE papers_line DROP COLUMN quantity"):
        async with store.engine.begin() as connection:
            await connection.execute(sa.text(statement))
    async with store.engine.begin() as connection:
        await connection.execute(sa.text("ALTER TABLE papers ADD COLUMN mine TEXT DEFAULT 'kept'"))
    assert [record.no for record in await held(store, database)] == ["a"]  # a column that is not there yet reads as not sent
    again = papers([{"id": 1, "total": "2.50", "Line": [{"id": 1, "quantity": "3"}]}])
    await put(store, paper_job(run="run 2"), again)
    assert same(await held(store, database), again)
    assert await ask(store, "SELECT mine FROM papers") == [("kept",)]


async def test_a_column_of_another_type_is_refused(store: SqlStore, database: str) -> None:
    async with store.engine.begin() as connection:
        await connection.execute(sa.text("CREATE TABLE papers (_account TEXT, _id TEXT, _run TEXT NOT NULL, id TEXT)"))
    with pytest.raises(StoreError, match="column id of table papers is TEXT, but BIGINT is needed"):
        await store.sink(paper_job()).begin(None)
    async with store.engine.begin() as connection:
        await connection.execute(sa.text("DROP TABLE papers"))
        await connection.execute(sa.text("CREATE TABLE papers (id BIGINT)"))
    with pytest.raises(StoreError, match="table papers has no column _account, so no export made it"):
        await store.sink(paper_job()).begin(None)
    assert await ask(store, "SELECT count(*) FROM papers") == [(0,)]


async def test_a_run_goes_on_where_it_stopped(store: SqlStore, database: str) -> None:
    job = paper_job(fingerprint="f")
    sink = store.sink(job)
    assert await sink.begin(at(7, 7, fingerprint="f")) is None  # the database knows better than a manifest
    await sink.write(papers([{"id": 1}, {"no": "a"}, {"no": "a"}]), at(1, 3, fingerprint="f", mark="m", newest="2026"))
    await sink.abandon()
    again = store.sink(job)
    assert await again.begin(None) == at(1, 3, fingerprint="f", mark="m", newest="2026")
    await again.write(papers([{"no": "a"}, {"id": 2}]), at(2, 5, fingerprint="f"))
    assert (await again.finish()).records == 5
    assert same(await held(store, database), papers([{"id": 1}, *([{"no": "a"}] * 3), {"id": 2}]))
    assert await store.sink(job).begin(None) is None  # it was finished


@pytest.mark.parametrize("other", [{"run": "run 2"}, {"fingerprint": "g"}, {"resume": False}, {"account": "other"}])
async def test_another_run_begins_anew(store: SqlStore, other: dict[str, Any]) -> None:
    first = store.sink(paper_job(fingerprint="f"))
    await first.begin(None)
    await first.write(papers([{"id": 1}]), at(1, 1, fingerprint="f"))
    assert await store.sink(paper_job(**{"fingerprint": "f", **other})).begin(None) is None


async def test_two_exports_of_one_resource_do_not_mix(store: SqlStore, database: str) -> None:
    older, younger = store.sink(paper_job()), store.sink(paper_job(run="run 2"))
    await older.begin(None)
    await older.write(papers([{"id": 1}]), at(1, 1))
    await younger.begin(None)
    await younger.write(papers([{"id": 2}]), at(1, 1))
    for attempt in (older.write(papers([{"id": 3}]), at(2, 2)), older.finish()):
        with pytest.raises(StoreError, match="another export of papers has taken over"):
            await attempt
    await younger.finish()
    assert [record.id for record in await held(store, database)] == [2]


async def renamed(store: SqlStore, old: str, new: str) -> None:
    async with store.engine.begin() as connection:
        await connection.execute(sa.text(f"ALTER TABLE {old} RENAME TO {new}"))


async def test_a_page_is_stored_with_its_checkpoint_or_not_at_all(store: SqlStore, database: str) -> None:
    sink = store.sink(paper_job())
    await sink.begin(None)
    await sink.write(papers([{"id": 1, "Line": [{"id": 1}]}]), at(1, 1))
    await renamed(store, "_daftra_pages", "away")
    with pytest.raises(StoreError) as caught:
        await sink.write(papers([{"id": 1}, {"id": 2, "Line": [{"id": 2}]}]), at(2, 2))
    assert "secret" not in str(caught.value)
    assert "[SQL" not in str(caught.value)
    await renamed(store, "away", "_daftra_pages")
    again = store.sink(paper_job())
    assert await again.begin(None) == at(1, 1)
    assert await again.ids() == ["1"]
    await again.finish()
    assert same(await held(store, database), papers([{"id": 1, "Line": [{"id": 1}]}]))


async def test_readers_see_all_of_a_run_or_nothing_of_it(store: SqlStore, database: str) -> None:
    old = papers([{"id": 1, "no": "old", "Line": [{"id": 1}]}, {"id": 2}])
    await put(store, paper_job(), old)
    sink = store.sink(paper_job(run="run 2"))
    await sink.begin(None)
    await sink.write(papers([{"id": 1, "no": "new", "Line": [{"id": 5}]}]), at(1, 1))
    assert same(await held(store, database), old)
    await renamed(store, "papers_line", "away")
    with pytest.raises(StoreError):
        await sink.finish()
    await renamed(store, "away", "papers_line")
    assert same(await held(store, database), old)
    assert (await sink.finish()).records == 1
    assert same(await held(store, database), papers([{"id": 1, "no": "new", "Line": [{"id": 5}]}]))
    assert await ask(store, "SELECT count(*) FROM _daftra_pages") == [(0,)]


async def test_a_cancelled_page_is_not_stored(store: SqlStore) -> None:
    sink = store.sink(paper_job())
    await sink.begin(None)
    for pause in range(12):
        task = asyncio.create_task(sink.write(papers([{"id": n} for n in range(500)]), at(1, 500)))
        await turns(2**pause)
        task.cancel()
        done = not isinstance((await asyncio.gather(task, return_exceptions=True))[0], BaseException)
        (pages,) = await ask(store, "SELECT count(*) FROM _daftra_pages")
        assert pages in ([(1,)] if done else [(0,), (1,)])
        assert await ask(store, "SELECT count(*) FROM _daftra_exports WHERE checkpoint IS NOT NULL") == [pages]
    await sink.write(papers([{"id": 1000}]), at(2, 501))


CHILD = """
import asyncio, os, signal, sys
import sqlalchemy as sa
from tests.export.papers import write_ten_pages
from daftra_async.export.sql import rows
from daftra_async.export.sql.store import SqlStore

url, die_on, wanted = sys.argv[1], int(sys.argv[2]), sys.argv[3]
seen = 0

def look(name):
    global seen
    seen += name == wanted
    if seen == die_on:
        os.kill(os.getpid(), signal.SIGKILL)  # some statements of the transaction are done, nothing is committed

def killed(insert):
    async def inserted(connection, table, columns):
        await insert(connection, table, columns)
        look(table.name)
    return inserted

rows.insert = killed(rows.insert)

async def main():
    store = SqlStore(url)
    await store.open()

    def before(connection, cursor, statement, *rest):
        if statement.startswith("INSERT INTO _daftra_pages"):
            look("_daftra_pages")

    sa.event.listen(store.engine.sync_engine, "before_cursor_execute", before)
    await write_ten_pages(store)

asyncio.run(main())
"""


async def test_a_killed_run_loses_and_doubles_nothing(store: SqlStore, database: str) -> None:
    root = Path(__file__).parents[2]

    def child(die_on: int, table: str) -> int:
        command = [sys.executable, "-c", CHILD, database, str(die_on), table]
        return subprocess.run(command, env={"PYTHONPATH": str(root)}, cwd=root, check=False).returncode

    for die_on, table, pages in ((4, "_daftra_pages", 3), (4, "papers_line", 10)):
        assert await asyncio.to_thread(child, die_on, table) == -9
        assert await ask(store, "SELECT count(*) FROM _daftra_pages") == [(pages,)]
        assert await held(store, database) == []
    assert await write_ten_pages(store) == 210
    expected = [{"id": n, "total": f"{n}.10", "Line": [{"id": n}, {"id": -n}]} for n in range(200)] + [{"no": "no id"}] * 10
    assert same(await held(store, database), papers(expected))


async def test_many_sinks_write_at_the_same_time(store: SqlStore, database: str) -> None:
    accounts = [f"account {n}" for n in range(6)]

    async def run(account: str) -> int:
        pages = [papers([{"id": n, "no": account, "Line": [{"id": n}]} for n in range(p * 10, p * 10 + 10)]) for p in range(5)]
        return await put(store, paper_job(account=account), *pages)

    assert await asyncio.gather(*map(run, accounts)) == [50] * 6
    for account in accounts:
        found = await held(store, database, account)
        assert ({record.no for record in found}, len(found)) == ({account}, 50)
    assert await ask(store, "SELECT count(*) FROM _daftra_exports") == [(0,)]


async def test_two_stores_write_at_the_same_time(store: SqlStore, database: str) -> None:
    other = SqlStore(database)
    await other.open()
    try:
        pages = [papers([{"id": n} for n in range(p * 10, p * 10 + 10)]) for p in range(10)]
        jobs = [put(one, paper_job(account=str(n)), *pages) for n, one in enumerate([store, other, store, other])]
        assert await asyncio.gather(*jobs) == [100] * 4
    finally:
        await other.close()


async def test_arguments_of_a_list_have_a_table_of_their_own(store: SqlStore, database: str) -> None:
    for name, number in (("workflow_records:workflow_id=36", 1), ("workflow_records:workflow_id=37", 2)):
        job = job_of(name)
        assert job.model
        await put(store, job, [structure(job.model, {"id": number, "work_order_client": {"id": 5, "new": "x"}})])
    for name, number in (("workflow_records:workflow_id=36", 1), ("workflow_records:workflow_id=37", 2)):
        assert [record.id async for record in read_sql(database, name)] == [number]


async def test_manifests_are_kept_by_account(store: SqlStore) -> None:
    assert await store.load("a") is None
    await store.save("a", {"x": [1, "نص"]})
    await store.save("b", {})
    await store.save("a", {"x": [2]})
    assert (await store.load("a"), await store.load("b")) == ({"x": [2]}, {})


async def test_reading_stops_early_and_is_one_moment(store: SqlStore, database: str) -> None:
    await put(store, paper_job(), papers([{"id": n} for n in range(2500)]))
    seen = 0
    async with aclosing(rows(database, paper_job().target, Paper, "")) as found:
        async for _ in found:
            seen += 1
            if seen == 1:
                await put(store, paper_job(run="run 2"), papers([{"id": 1}]))
    assert seen == 2500
    async with aclosing(rows(database, paper_job().target, Paper, "")) as found:
        async for _ in found:
            break
    with pytest.raises(StoreError, match="table brands does not exist"):
        _ = [record async for record in read_sql(database, "brands")]


async def test_places_are_refused_before_anything_is_made(tmp_path: Path) -> None:
    for url in ("mysql://root@host/db", "sqlite://", "sqlite:///:memory:", "nothing", "postgresql+psycopg2://host/db", 5):
        with pytest.raises(ArgumentError, match=r"expected sqlite:///file\.db"):
            SqlStore(url)
    with pytest.raises(StoreError, match="the file does not exist"):
        _ = [record async for record in read_sql(f"sqlite:///{tmp_path}/missing.db", "brands")]
    assert list(tmp_path.glob("missing*")) == []  # noqa: ASYNC240  # nothing else runs
