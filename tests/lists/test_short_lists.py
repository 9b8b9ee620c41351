"""Lists that end before what they announced, and lists that never end, over a real socket."""

import pickle
import warnings

import pytest
from yarl import URL

from daftra_async.errors import (
    APIError,
    ArgumentError,
    DriftWarning,
    IncompleteListError,
    IncompleteListWarning,
    UnexpectedResponseError,
)
from daftra_async.lists.drift import DriftPolicy
from tests.conftest import http
from tests.lists.test_pager import read

ALL = list(range(1, 96))


class Lists:
    """A list of ids in the three shapes, 20 on a page; `change` alters what a page says."""

    def __init__(self, server, ids=ALL, size=20):
        self.ids = ids
        self.size = size
        self.change = {}
        self.asked = []
        server.default = self.answer

    async def answer(self, seen, writer):
        url = URL(seen.target)
        page = int(url.query.get("page", "1"))
        self.asked.append(page)
        count = -(-len(self.ids) // self.size)
        said = {
            "rows": self.ids[(page - 1) * self.size : page * self.size],
            "page": page,
            "count": count,
            "total": len(self.ids),
            "more": page < count,
        }
        change = self.change.get(page, self.change.get("all", {}))
        said |= change(page) if callable(change) else change
        shape = payload if "employee_asset" in url.path else laravel if "/v2/" in url.path else v1
        writer.write(http(body=shape(said, url.path)))


def v1(said, path):
    paging = {"page": said["page"], "next": f"{path}?page={said['page'] + 1}" if said["more"] else None}
    paging |= {name: said[key] for name, key in (("page_count", "count"), ("total_results", "total")) if said[key] is not None}
    return {"code": 200, "result": "successful", "data": [{"Tax": row_of(row)} for row in said["rows"]], "pagination": paging}


def laravel(said, path):
    body = {"current_page": said["page"], "data": [row_of(row) for row in said["rows"]]}
    body |= {name: said[key] for name, key in (("last_page", "count"), ("total", "total")) if said[key] is not None}
    return {**body, "next_page_url": f"{path}?page={said['page'] + 1}" if said["more"] else None}


def payload(said, path):
    paging = {"current_page": said["page"], "total": said["total"], "per_page": 20, "has_more_pages": said["more"]}
    return {"payload": {"data": [row_of(row) for row in said["rows"]], "pagination": paging}}


def row_of(row):
    return row if isinstance(row, dict) else {"id": row}


def pager_of(daftra, shape="v1", **arguments):
    match shape:
        case "v1":
            return daftra.taxes.list(**arguments)
        case "laravel":
            return daftra.brands.list(**arguments)
        case _:
            return daftra.employee_assets.list(**arguments)


async def ids(stream):
    return [record.id for record in await stream.collect()]


CUTS = {
    "empty page": {3: {"rows": []}},
    "empty page, and no next": {3: {"rows": [], "more": False}},
    "short page": {3: {"rows": ALL[40:47]}},
    "short page, and no next": {3: {"rows": ALL[40:47], "more": False}},
    "next ends too early": {2: {"more": False}},
    "first page is all": {1: {"more": False}},
    "everything is empty": {"all": {"rows": [], "more": False}},
    "last page is empty": {5: {"rows": []}},
    "last page is short": {5: {"rows": ALL[80:90]}},
}
COUNTS = {
    "page count too small": {"all": {"count": 3}},
    "page count too small as text": {"all": {"count": "3"}},
    "page count too small on one page": {3: {"count": 3}},
    "page count of nothing": {2: {"count": 0}},
    "total as text": {"all": lambda page: {"total": "95", "more": page < 3}},
    "no page count": {"all": lambda page: {"count": None, "more": page < 3}},
}


@pytest.mark.parametrize("shape", ["v1", "laravel", "payload"])
@pytest.mark.parametrize("ahead", [1, 4])
@pytest.mark.parametrize("cut", CUTS)
async def test_no_list_ends_short_in_silence(server, client, shape, ahead, cut):
    lists = Lists(server)
    lists.change = CUTS[cut]
    daftra = client()
    pager = pager_of(daftra, shape).prefetch(ahead)
    came = []
    with pytest.raises(IncompleteListError) as caught:
        await read(pager, came)
    assert (caught.value.announced, caught.value.received) == (95, len(came))
    assert pager.drift.ended_early
    with pytest.raises(IncompleteListError):
        await pager.collect()
    accepted = pager.checked(incomplete="ignore")
    assert await ids(accepted) == [record.id for record in came]
    # What is there after all is had by going on; a page that came short is read again.
    lists.change = {}
    rest = await ids(pager_of(daftra, shape, resume=caught.value.token))
    assert sorted({*(record.id for record in came), *rest}) == ALL


@pytest.mark.parametrize("shape", ["v1", "laravel"])
@pytest.mark.parametrize("ahead", [1, 4])
@pytest.mark.parametrize("cut", COUNTS)
async def test_no_count_ends_a_list_in_silence(server, client, shape, ahead, cut):
    lists = Lists(server)
    lists.change = COUNTS[cut]
    with pytest.raises(IncompleteListError) as caught:
        await pager_of(client(), shape).collect(concurrency=ahead)
    assert caught.value.announced == 95
    assert caught.value.received < 95


@pytest.mark.parametrize(
    ("change", "announced"),
    [
        ({2: {"more": False}}, 81),
        ({3: {"rows": []}}, 81),
        ({3: {"rows": ALL[40:47]}}, 95),
        ({5: {"rows": []}}, 81),
        ({1: {"rows": []}}, 1),
    ],
)
async def test_without_totals_the_pages_announce_the_rows(server, client, change, announced):
    lists = Lists(server)
    lists.change = {page: {"total": None, **change.get(page, {})} for page in range(1, 6)}
    with pytest.raises(IncompleteListError) as caught:
        await pager_of(client()).collect()
    assert caught.value.announced == announced
    lists.change = {"all": {"total": None}}
    assert await ids(pager_of(client())) == ALL


async def test_without_any_count_a_page_that_is_named_must_hold_something(server, client):
    lists = Lists(server)
    lists.change = {"all": {"total": None, "count": None}}
    assert await ids(pager_of(client())) == ALL
    lists.change[3] = {"total": None, "count": None, "rows": []}
    with pytest.raises(IncompleteListError, match="after 40 of 41"):
        await pager_of(client()).collect()
    lists.ids = []
    assert await ids(pager_of(client())) == []


async def test_the_error_says_what_was_asked_and_what_to_do(server, client):
    Lists(server).change = {2: {"more": False}}
    with pytest.raises(IncompleteListError) as caught:
        await client().taxes.list(limit=20).collect()
    error = caught.value
    assert str(error) == (
        "taxes.list: the list ended early, after 40 of 95 announced records; read it again. If this account always announces more"
        ' than it shows, accept that with .checked(incomplete="warn") (or "ignore") (GET /api2/taxes?limit=20)'
    )
    assert isinstance(error, APIError)
    assert (error.operation, error.method, error.url, error.status) == ("taxes.list", "GET", "/api2/taxes?limit=20", 200)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.announced, again.received, again.token) == (str(error), 95, 40, error.token)


async def test_every_walk_warns(server, client):
    """Python shows an equal warning once in a process."""
    Lists(server).change = {2: {"more": False}}
    pager = client().taxes.list().checked(incomplete="warn")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        for _ in range(3):
            assert len(await pager.collect()) == 40
    assert [(each.category, each.filename) for each in caught] == [(IncompleteListWarning, __file__)] * 3
    assert issubclass(IncompleteListWarning, DriftWarning)


@pytest.mark.parametrize("ahead", [1, 4])
async def test_every_view_tells(server, client, ahead):
    Lists(server).change = {3: {"rows": ALL[40:47], "more": False}}
    pager = client().taxes.list().prefetch(ahead)
    views = {
        "pages": pager.pages(),
        "filter": pager.filter(lambda tax: tax.id % 2),
        "map": pager.map(lambda tax: tax.id),
        "to_dicts": pager.to_dicts(),
        "chunk": pager.chunk(10),
        "all": pager.filter(lambda tax: tax.id > 0).map(lambda tax: tax.id).chunk(4),
        "dedupe": pager.checked(dedupe=True),
    }
    given = {"pages": 3, "filter": 24, "map": 47, "to_dicts": 47, "chunk": 5, "all": 12, "dedupe": 47}
    for name, view in views.items():
        came = []
        with pytest.raises(IncompleteListError):
            await read(view, came)
        assert len(came) == given[name]


async def test_not_where_the_whole_list_is_not_wanted(server, client):
    Lists(server).change = {3: {"rows": [], "more": False}}
    pager = client().taxes.list()
    assert (await pager).total_results == 95
    assert len(await pager.limit(40).collect()) == 40
    with pytest.warns(DriftWarning, match="ended at page 3"):
        assert len(await pager.limit(1000).collect()) == 40
    assert len([page async for page in pager.checked(on_drift="ignore").limit(50).chunk(10)]) == 4
    assert len(await pager.filter(lambda tax: tax.id > 30).limit(10).collect()) == 10
    async for record in pager:
        if record.id == 40:
            break
    # A look-up wants the whole list, until the record is found.
    with pytest.raises(IncompleteListError):
        await pager.filter(lambda tax: tax.id > 30).limit(11).collect()


@pytest.mark.parametrize("ahead", [1, 4])
async def test_deletion_during_the_walk_is_no_gap(server, client, ahead):
    lists = Lists(server)
    left = [number for number in ALL if number > 10]
    gone = {"total": 85}
    lists.change = {page: {"rows": left[(page - 1) * 20 : page * 20], **gone} for page in (3, 4, 5)}
    pager = client().taxes.list().checked(on_drift="ignore").prefetch(ahead)
    assert len(await ids(pager)) == 85  # ten rows moved past, and their number is what is missing
    assert pager.drift.pages == (3,)


async def test_totals_out_of_order(server, client):
    lists = Lists(server)
    lists.change = {2: {"total": 90}, 5: {"rows": ALL[80:90]}}
    assert len(await ids(client().taxes.list().checked(on_drift="ignore").prefetch(5))) == 90
    lists.change = {2: {"total": 120}, 5: {"rows": ALL[80:90]}}
    with pytest.raises(IncompleteListError, match="90 of 95"):
        await client().taxes.list().checked(on_drift="ignore").prefetch(5).collect()


async def test_dropped_duplicates_came(server, client):
    lists = Lists(server)
    lists.change = {2: {"rows": [20, *ALL[20:39]]}}
    assert len(await ids(client().taxes.list().checked(dedupe=True))) == 94


async def test_records_that_are_never_shown(server, client):
    lists = Lists(server)
    lists.change = {"all": {"total": 97, "count": 5}}
    with pytest.raises(IncompleteListError, match="95 of 97"):
        await client().taxes.list().collect()
    for view in ("warn", "ignore"):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("default")
            assert await ids(client().taxes.list().checked(incomplete=view)) == ALL
        assert len(caught) == (view == "warn")


@pytest.mark.parametrize("limit", [{}, {"limit": 20}])
async def test_pages_that_are_skipped_count(server, client, limit):
    lists = Lists(server)
    for start in range(1, 9):
        lists.change = {}
        assert await ids(client().taxes.list(page=start, **limit)) == ALL[(start - 1) * 20 :]
        if start < 5:
            lists.change = {start: {"more": False}}
            with pytest.raises(IncompleteListError):
                await client().taxes.list(page=start, **limit).collect()
            lists.change = {start: {"rows": []}}
            with pytest.raises(IncompleteListError):
                await client().taxes.list(page=start, **limit).collect()
    lists.change = {"all": {"count": 3}}
    with pytest.raises(IncompleteListError):
        await client().taxes.list(page=3, limit=20).collect()


async def test_short_means_shorter_than_the_first_page(server, client):
    """Servers may cap the size of pages."""
    Lists(server)
    assert await ids(client().taxes.list(limit=1000)) == ALL
    assert await ids(client().taxes.list(limit=1000, page=5)) == ALL[80:]


@pytest.mark.parametrize("totals", [True, False])
async def test_tokens_carry_what_came(server, client, totals):
    lists = Lists(server)
    lists.change = {} if totals else {"all": {"total": None}}
    daftra = client()
    tokens = [page.token async for page in daftra.taxes.list().pages()]
    for at, token in enumerate(tokens, 1):
        assert await ids(daftra.taxes.list(resume=token)) == ALL[at * 20 :]
    lists.change[4] = {"more": False} | ({} if totals else {"total": None})
    for token in tokens[:3]:
        with pytest.raises(IncompleteListError) as caught:
            await daftra.taxes.list(resume=token).collect()
        assert (caught.value.received, caught.value.announced) == (80, 95 if totals else 81)


async def test_a_list_that_came_short_can_be_asked_for_more(server, client):
    lists = Lists(server)
    lists.change = {"all": {"count": 2}}
    daftra = client()
    pager = daftra.taxes.list()
    with pytest.raises(IncompleteListError) as caught:
        await read(pager, [])
    assert pager.token == caught.value.token
    # Nothing more comes: that is said each time.
    lists.change = {"all": {"count": 2}, 3: {"rows": [], "count": 2}}
    with pytest.raises(IncompleteListError):
        await daftra.taxes.list(resume=pager.token).collect()
    assert (await daftra.taxes.list(resume=pager.token)).data == []
    lists.change = {}
    assert await ids(daftra.taxes.list(resume=pager.token)) == ALL[40:]


async def test_no_advice_but_these():
    with pytest.raises(ArgumentError, match=r"^incomplete: "):
        DriftPolicy(incomplete="stop")


def forever(rows, **said):
    return {"all": lambda page: {"rows": rows(page), "count": 10**9, "total": 10**9, "more": True, **said}}


ENDLESS = {
    "the same page": lambda page: ALL[:20],
    "one record": lambda page: [7],
    "two pages in turn": lambda page: ALL[:20] if page % 2 else ALL[20:40],
    "ten pages in turn": lambda page: ALL[page % 10 * 2 : page % 10 * 2 + 2],
    "no ids": lambda page: [{"name": f"row {number}"} for number in range(20)],
    "no ids, one record": lambda page: [{"name": "row"}],
    "ids, and a value that changes": lambda page: [{"id": number, "name": f"seen {page}"} for number in range(1, 21)],
}


@pytest.mark.parametrize("rows", ENDLESS)
@pytest.mark.parametrize("ahead", [1, 4])
@pytest.mark.parametrize("said", [{}, {"count": None}, {"total": None}, {"total": None, "count": None}])
async def test_a_server_that_repeats_itself_is_stopped(server, client, rows, ahead, said):
    lists = Lists(server)
    lists.change = forever(ENDLESS[rows], **said)
    pager = client().taxes.list().checked(incomplete="ignore", on_drift="ignore", dedupe=ahead == 4).prefetch(ahead)
    with pytest.raises(UnexpectedResponseError, match=r"taxes.list: 200 the list makes no progress: page \d+ repeats page \d+"):
        await read(pager, [])
    assert len(lists.asked) <= 40


async def test_a_server_without_end_is_stopped(server, client):
    lists = Lists(server)
    lists.change = forever(lambda page: [page * 100 + number for number in range(20)], total=95)
    with pytest.raises(UnexpectedResponseError, match="1920 records came of a list that announces 95"):
        await client().taxes.list().collect()


async def test_a_page_that_comes_instead_of_another_is_found_out(server, client):
    """Twenty rows are missing, though as many came as were announced."""
    Lists(server).change = {4: {"rows": ALL[40:60]}}
    with pytest.raises(UnexpectedResponseError, match="page 4 repeats page 3") as caught:
        await client().taxes.list().collect()
    assert caught.value.token is not None


async def test_pages_that_may_repeat(server, client):
    """Rows that came in move others to the next page; records without an id may be alike."""
    lists = Lists(server, size=1, ids=[1, 2, 3, 4])
    lists.change = {
        page: {"rows": [row], "total": 6, "count": 6, "more": page < 6} for page, row in ((3, 1), (4, 2), (5, 3), (6, 4))
    }
    assert await ids(client().taxes.list(limit=1).checked(on_drift="ignore")) == [1, 2, 1, 2, 3, 4]
    lists = Lists(server)
    moved = {"total": 115, "count": 6}
    lists.change = {page: {"rows": ALL[(page - 2) * 20 : (page - 1) * 20], "more": page < 6, **moved} for page in (3, 4, 5, 6)}
    assert len(await ids(client().taxes.list().checked(on_drift="ignore"))) == 115
    lists = Lists(server, size=1, ids=[{"name": "x"}] * 10)
    assert len(await client().taxes.list(limit=1).collect()) == 10
