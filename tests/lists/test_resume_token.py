"""Tokens: what they say, where they are refused, and that a walk goes on without loss."""

import itertools
import pickle
import re

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from daftra_async import DaftraClient, F
from daftra_async.errors import ArgumentError, DaftraError, DriftError, DriftWarning, NotFoundError
from daftra_async.lists.resume_token import PagePosition, TokenScope, kept_id, token_scope
from daftra_async.operation import Operation, Param, Response
from daftra_async.sandbox import Sandbox
from tests.conftest import http
from tests.lists.test_pager import read

ORIGIN = TokenScope("invoices.list", "abc")
COUNTS = st.none() | st.integers(0, 2**40)
IDS = st.none() | st.integers(-(2**60), 2**60) | st.text(max_size=64).filter(lambda text: text.isprintable())
CHECKPOINTS = st.builds(
    PagePosition, page=st.integers(1, 2**40), more=st.booleans(), total=COUNTS, count=COUNTS, first=IDS, last=IDS
)


@given(CHECKPOINTS)
def test_read_as_written(checkpoint):
    token = ORIGIN.token(checkpoint)
    assert re.fullmatch("[A-Za-z0-9_-]+", token)
    assert ORIGIN.read(token) == checkpoint


@given(CHECKPOINTS, st.data())
def test_a_damaged_token_is_refused(checkpoint, data):
    token = ORIGIN.token(checkpoint)
    place = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.sampled_from("Aaz09_-=+/é \n"))
    for damaged in (token[:place], token[:place] + letter + token[place + 1 :], token + letter, token[place + 1 :]):
        if damaged != token:
            with pytest.raises(ArgumentError, match=r"^resume: this is not a token"):
                ORIGIN.read(damaged)


@given(st.text() | st.binary() | st.none() | st.integers() | st.just("A" * 10_000))
def test_anything_else_is_refused(value):
    with pytest.raises(ArgumentError, match=r"^resume: ") as caught:
        ORIGIN.read(value)
    assert caught.value.argument == "resume"


def test_of_something_else_is_refused():
    token = ORIGIN.token(PagePosition(page=3, more=True))
    with pytest.raises(ArgumentError, match=r"^resume: the token belongs to 'invoices.list', not to clients.list"):
        TokenScope("clients.list", "abc").read(token)
    with pytest.raises(ArgumentError, match=r"^resume: the token belongs to invoices.list with other arguments"):
        TokenScope("invoices.list", "abd").read(token)


def test_what_makes_another_list():
    base = token_scope("a.list", "/a/1", [("limit", "5"), ("tags[]", "x"), ("tags[]", "y")])
    same = [
        token_scope("a.list", "/a/1", [("limit", "5"), ("tags[]", "y"), ("tags[]", "x")]),  # a set
        token_scope("a.list", "/a/1", [("limit", "5"), ("page", "7"), ("tags[]", "x"), ("tags[]", "y")]),
    ]
    other = [
        token_scope("a.list", "/a/2", [("limit", "5"), ("tags[]", "x"), ("tags[]", "y")]),
        token_scope("a.list", "/a/1", [("limit", "6"), ("tags[]", "x"), ("tags[]", "y")]),
        token_scope("a.list", "/a/1", [("limit", "5"), ("tags[]", "x")]),
        token_scope("a.list", "/a/1", [("limit", "5"), ("tags[]", "xy")]),
    ]
    assert {each.fingerprint for each in same} == {base.fingerprint}
    assert len({each.fingerprint for each in [base, *other]}) == 5
    order = [token_scope("a.list", "/a", pairs) for pairs in ([("s[a]", "1"), ("s[b]", "1")], [("s[b]", "1"), ("s[a]", "1")])]
    assert order[0] != order[1]


def test_long_ids_are_left_out():
    held = [kept_id(value) for value in (None, 7, "x" * 64, "x" * 65, "\ud800")]
    assert held == [None, 7, "x" * 64, None, None]


LIST = Operation(
    id="rows.list",
    title="",
    method="GET",
    path="/api2/rows",
    query_params=(
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="limit", wire="limit", type="integer"),
        Param(name="keywords", wire="keywords", type="string", redact=True),
    ),
    response=Response(kind="v1-list", model="Tax", key="Tax"),
    pagination="v1",
    idempotent=True,
    entity="row",
)


class Rows:
    """A v1 list of ids over a real socket, two on a page."""

    def __init__(self, server, ids, counted=True):
        self.ids = ids
        self.counted = counted
        self.broken = set()
        self.asked = []
        server.default = self.answer

    async def answer(self, seen, writer):
        found = re.search(r"[?&]page=(\d+)", seen.target)
        page, count = int(found[1]) if found else 1, -(-len(self.ids) // 2)
        self.asked.append(page)
        if page in self.broken:
            writer.write(http(404, {"code": 404, "result": "failed", "message": "gone"}))
            return
        # As seen: a page past the end shows the last one.
        page = min(page, count)
        paging = {"page": page, "next": f"?page={page + 1}" if page < count else None}
        if self.counted:
            paging |= {"page_count": count, "total_results": len(self.ids)}
        rows = [{"Tax": {"id": str(key)}} for key in self.ids[page * 2 - 2 : page * 2]]
        writer.write(http(body={"code": 200, "result": "successful", "data": rows, "pagination": paging}))


def rows_of(client, *, resume=None, **query):
    return client()._executor.paginate(LIST, {}, query, resume=resume)


async def ids(stream):
    return [record.id for record in await stream.collect()]


@pytest.mark.parametrize("counted", [True, False])
@pytest.mark.parametrize("most", [1, 4])
async def test_goes_on_after_every_page(server, client, counted, most):
    rows = Rows(server, list(range(1, 12)), counted)
    tokens = [page.token async for page in rows_of(client).pages(concurrency=most)]
    assert len(set(tokens)) == 6
    for number, token in enumerate(tokens, 1):
        rows.asked.clear()
        pager = rows_of(client, resume=token).checked(on_drift="raise").prefetch(most)
        assert pager.token == token
        assert await ids(pager) == list(range(number * 2 + 1, 12))
        assert rows.asked == list(range(number + 1, 7))
        assert pager.token == tokens[-1]
        # Every page of a walk that was resumed has the same token as before.
        assert [page.token async for page in pager.pages()] == tokens[number:]


async def test_the_pager_knows_how_far_it_was_read(server, client):
    Rows(server, list(range(1, 12)))
    pager = rows_of(client).prefetch(3)
    tokens = [page.token async for page in pager.pages()]
    assert rows_of(client).token is None
    seen = [(record.id, pager.token) async for record in pager]
    # A page counts with its last record.
    assert seen == [(number, ([None, *tokens])[number // 2 if number < 11 else 6]) for number in range(1, 12)]
    async for page in pager.pages():
        assert pager.token == page.token
    async for chunk in pager.chunk(5):
        assert chunk[-1].id <= 11
        assert pager.token == ([None, *tokens])[chunk[-1].id // 2 if chunk[-1].id < 11 else 6]
    assert (await pager).token == pager.token == tokens[0]
    # Views tell the list they were made of.
    plain = rows_of(client)
    async for page in plain.checked(on_drift="ignore").prefetch(3).pages():
        if page.page == 3:
            break
    assert (plain.token, plain.total, plain.drift.first_total) == (tokens[2], 11, 11)


@pytest.mark.parametrize("most", [1, 4])
async def test_an_error_says_where_to_go_on(server, client, most):
    rows = Rows(server, list(range(1, 12)))
    rows.broken = {4}
    pager, seen = rows_of(client).prefetch(most), []
    with pytest.raises(NotFoundError) as caught:
        await read(pager.map(lambda record: record.id), seen)
    token = pickle.loads(pickle.dumps(caught.value)).token
    assert caught.value.token == token == pager.token
    with pytest.raises(NotFoundError) as again:
        await rows_of(client, resume=token)
    assert again.value.token == token
    rows.broken.clear()
    assert seen + await ids(rows_of(client, resume=token)) == list(range(1, 12))
    rows.broken = {1}
    with pytest.raises(DaftraError) as caught:
        await rows_of(client)
    assert caught.value.token is None


async def test_at_the_end_nothing_is_left_and_nothing_sent(server, client):
    rows = Rows(server, [1, 2, 3])
    pager = rows_of(client)
    await pager.collect()
    rows.asked.clear()
    done = rows_of(client, resume=pager.token)
    assert await done.collect() == []
    page = await done
    assert (page.data, page.page, page.has_next, page.total_results, page.token) == ([], 3, False, 3, pager.token)
    assert rows.asked == []


async def test_awaiting_gives_the_next_page(server, client):
    Rows(server, list(range(1, 12)))
    first = await rows_of(client)
    second = await rows_of(client, resume=first.token)
    assert (second.page, [record.id for record in second]) == (2, [3, 4])


async def test_the_token_decides_where_to_begin(server, client):
    Rows(server, list(range(1, 12)))
    page = await rows_of(client, page=3)
    assert page.page == 3
    assert await ids(rows_of(client, page=3, resume=page.token)) == [7, 8, 9, 10, 11]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda held: held.insert(0, 99), "11 records before page 4, 12 records there"),
        (lambda held: held.pop(), "11 records before page 4, 10 records there"),
        # One came and another went: the same number, but the last row of page 3 is on page 4 now.
        (lambda held: (held.insert(0, 99), held.pop()), "record 6 was on page 3, now on 4"),
        (lambda held: held.__delitem__(slice(4, None)), "it has 2 pages where page 4 was due"),
    ],
)
async def test_a_list_that_moved_is_noticed(server, client, change, told):
    rows = Rows(server, list(range(1, 12)))
    token = [page.token async for page in rows_of(client).pages()][2]
    change(rows.ids)
    pager = rows_of(client, resume=token)
    with pytest.warns(DriftWarning, match=told):
        await pager.collect()
    assert pager.drift.pages == (4,)
    assert pager.drift.first_total == 11
    with pytest.raises(DriftError, match=told) as caught:
        await rows_of(client, resume=token).checked(on_drift="raise").collect()
    assert caught.value.token == token
    with pytest.raises(DriftError, match=told):
        await rows_of(client, resume=token).checked(on_drift="raise")
    await rows_of(client, resume=token).checked(on_drift="ignore").collect()


async def test_refused_before_anything_is_sent(server, client):
    rows = Rows(server, list(range(1, 12)))
    token = (await rows_of(client, limit=2, keywords="private-words")).token
    rows.asked.clear()
    for query in ({}, {"limit": 3, "keywords": "private-words"}, {"limit": 2, "keywords": "other-words"}, {"limit": 2}):
        with pytest.raises(ArgumentError, match="with other arguments") as caught:
            rows_of(client, resume=token, **query)
        assert caught.value.argument == "resume"
    with pytest.raises(ArgumentError, match=r"belongs to 'rows.list'"):
        client().taxes.list(resume=token)
    with pytest.raises(ArgumentError, match="not a token"):
        client().taxes.list(resume="tomorrow")
    assert rows.asked == []


async def test_no_value_of_an_argument_is_in_it(server, client):
    import base64

    Rows(server, list(range(1, 12)))
    token = (await rows_of(client, keywords="private-words")).token
    assert b"private" not in base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    assert len(token) < 200


async def test_on_the_resources():
    """v1, v2 and payload lists of the sandbox, in another client each time."""
    broken = {"now": False}

    @web.middleware
    async def fail(request, handler):
        if broken["now"] and request.query.get("page") == "4":
            return web.json_response({"code": 404, "result": "failed", "message": "no"}, status=404)
        return await handler(request)

    lists = {
        "v1": lambda daftra, **more: daftra.clients.list(limit=150, **more),
        "v2": lambda daftra, **more: daftra.workflow_records.list(
            36, per_page=3, filters=F("status").in_(1, 2, 3), sort="-created", **more
        ),
        "payload": lambda daftra, **more: daftra.employee_assets.list(per_page=4, **more),
    }
    async with Sandbox("demo", middlewares=[fail]) as sandbox:
        for make, most in itertools.product(lists.values(), (1, 8)):
            async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
                broken["now"] = False
                whole = await make(daftra).collect()
                assert len(whole) > 12
                broken["now"] = True
                seen = []
                with pytest.raises(NotFoundError) as caught:
                    await read(make(daftra).prefetch(most), seen)
            broken["now"] = False
            async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
                pager = make(daftra, resume=caught.value.token).checked(on_drift="raise").prefetch(most)
                assert seen + await pager.collect() == whole
