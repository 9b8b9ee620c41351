"""Links to the next page that mean harm, over a real socket."""

import asyncio

import pytest
from yarl import URL

from daftra_async.errors import DriftError, IncompleteListError, IncompleteListWarning, UnexpectedResponseError
from tests.conftest import http

LINKS = [
    "https://evil.example/api2/taxes?page={next}",
    "//evil.example/api2/taxes?page={next}",
    "http://127.0.0.1:{port}/elsewhere?page={next}",
    "ftp://127.0.0.1/x?page={next}",
    "javascript:alert(1)",
    "/api2/clients.json?page={next}",
    "../../v2/oauth/token?page={next}",
    "?page=0",
    "?page=-1",
    "?page={page}",
    "?page=1",
    "?page=1000000000",
    "?page=99999999999999999999999999",
    "?page=1e3",
    "?page=٣",
    "?page={next}\r\nX-Evil: 1",
    "http://[::1",
    "",
    "garbage",
    True,
    7,
    ["?page=2"],
    {"page": 2},
]


def page_of(link, *, count=4, counted=True, port=0, v2=False):
    async def answer(seen, writer):
        page = int(URL(seen.target).query.get("page", "1"))
        named = link.replace("{next}", str(page + 1)).replace("{page}", str(page)) if isinstance(link, str) else link
        named = named.replace("{port}", str(port)) if isinstance(named, str) else named
        last = page >= count
        rows = [] if page > count else [{"Tax": {"id": str(page)}}] if not v2 else [{"id": page}]
        if v2:
            body = {"current_page": page, "data": rows, "next_page_url": None if last else named}
            body |= {"last_page": count, "total": count} if counted else {}
        else:
            paging = {"page": page, "next": None if last else named}
            paging |= {"page_count": count, "total_results": count} if counted else {}
            body = {"code": 200, "result": "successful", "data": rows, "pagination": paging}
        writer.write(http(body=body))

    return answer


@pytest.mark.parametrize("link", [link for link in LINKS if link != ""])
@pytest.mark.parametrize("concurrency", [1, 3])
@pytest.mark.parametrize("v2", [False, True])
async def test_neither_fooled_nor_cut_short(server, client, link, concurrency, v2):
    """Where a page count says that there are more, no link that is there ends the walk."""
    server.default = page_of(link, port=server.url.rpartition(":")[2], v2=v2)
    daftra = client()
    pager = daftra.brands.list(per_page=1) if v2 else daftra.taxes.list(limit=1)
    rows = await pager.checked(on_drift="raise").collect(concurrency=concurrency)
    assert [row.id for row in rows] == [1, 2, 3, 4]
    assert len(server.seen) == 4
    path = "/v2/api/entity/brand/list" if v2 else "/api2/taxes"
    assert all(seen.target.startswith(path) for seen in server.seen)
    assert all("limit=1" in seen.target or "per_page=1" in seen.target for seen in server.seen)
    assert all(seen.headers["apikey"] == "key-123456" for seen in server.seen)


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("concurrency", [1, 3])
async def test_without_a_page_count_it_ends(server, client, link, concurrency):
    server.default = page_of(link, counted=False, port=1)
    async with asyncio.timeout(5):
        rows = await client().taxes.list(limit=1).collect(concurrency=concurrency)
    # A link to a later page, of whatever kind, says that there are more; any other says nothing.
    assert [row.id for row in rows] == list(range(1, len(rows) + 1))
    assert 1 <= len(rows) <= 4
    assert len(server.seen) <= 5


@pytest.mark.parametrize("none", [None, ""])
async def test_no_next_ends_it_but_not_in_silence(server, client, none):
    server.default = page_of(none)
    with pytest.raises(IncompleteListError, match=r"after 1 of 4 announced records.*\(GET /api2/taxes\?limit=1\)"):
        await client().taxes.list(limit=1).collect()
    with pytest.warns(IncompleteListWarning, match="after 1 of 4 announced"):
        rows = await client().taxes.list(limit=1).checked(incomplete="warn").collect()
    assert len(rows) == 1
    with pytest.raises(DriftError):
        await client().taxes.list(limit=1).checked(on_drift="raise").collect()


@pytest.mark.parametrize("concurrency", [1, 3])
async def test_an_account_that_shows_the_first_page_again_and_again(server, client, concurrency):
    first = {"page": 1, "next": "?page=2", "page_count": 9, "total_results": 9}
    server.default = http(body={"code": 200, "result": "successful", "data": [{"Tax": {"id": "1"}}], "pagination": first})
    with pytest.raises(UnexpectedResponseError, match="page 2 was asked for and page 1 of 9 came"):
        await client().taxes.list(limit=1).collect(concurrency=concurrency)


async def test_a_huge_page_count_is_not_believed(server, client):
    async def answer(seen, writer):
        page = int(URL(seen.target).query.get("page", "1"))
        rows = [{"Tax": {"id": str(page)}}] if page < 3 else []
        paging = {"page": page, "next": f"?page={page + 1}", "page_count": 10**9, "total_results": 10**9}
        writer.write(http(body={"code": 200, "result": "successful", "data": rows, "pagination": paging}))

    server.default = answer
    pager = client().taxes.list(limit=1).checked(on_drift="ignore", incomplete="ignore")
    assert [row.id for row in await pager.collect(concurrency=4)] == [1, 2]
    assert pager.drift.ended_early
    assert len(server.seen) < 10


@pytest.mark.parametrize("concurrency", [1, 4])
async def test_a_list_that_changes_under_the_walk(client, server, concurrency):
    total = 4

    async def answer(seen, writer):
        page = int(URL(seen.target).query.get("page", "1"))
        now = total if page < 3 else total + 1
        paging = {"page": page, "next": f"?page={page + 1}" if page < now else None, "page_count": now, "total_results": now}
        # A record came in at the top: what was on page 2 is now on page 3.
        row = {"Tax": {"id": str(page if page < 3 else page - 1)}}
        writer.write(http(body={"code": 200, "result": "successful", "data": [row], "pagination": paging}))

    server.default = answer
    pager = client().taxes.list(limit=1).checked(dedupe=True, on_drift="ignore")
    assert [row.id for row in await pager.collect(concurrency=concurrency)] == [1, 2, 3, 4]
    assert (pager.drift.first_total, pager.drift.last_total, pager.drift.pages, pager.drift.duplicates) == (4, 5, (3,), 1)
