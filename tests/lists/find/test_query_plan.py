"""What a look-up sends."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async import F, operations
from daftra_async.errors import ArgumentError
from daftra_async.http import parameters
from daftra_async.lists.find.criteria import read_fields
from daftra_async.lists.find.query_plan import LONGEST, packed, requests_of
from daftra_async.models import InvoicePaymentStatusFilter, InvoiceType

OPERATIONS = {op.id: op for op in operations()}
HOST = "https://a-rather-long-name-of-an-account.daftra.com"


def plan(operation: str, *, path: Any = None, **fields: Any) -> Any:
    op = OPERATIONS[operation]
    return requests_of(op, path or {}, read_fields(op, fields, None, "find_many"))


def written(operation: str, query: Any) -> list[tuple[str, str]]:
    pairs = parameters.build_query(OPERATIONS[operation], query)
    return [pair for pair in pairs if pair[0] not in {"limit", "per_page"}]


@pytest.mark.parametrize(
    ("operation", "fields", "sent"),
    [
        ("invoices.list", {"client_id": "15"}, [("client_id", "15")]),
        ("invoices.list", {"type": InvoiceType(6)}, [("type", "6")]),
        ("invoices.list", {"staff_id": [1, 2]}, [("staff_id[]", "1"), ("staff_id[]", "2")]),
        ("invoices.list", {"client_id": 1, "date_from": "2026-01-01"}, [("client_id", "1"), ("date_from", "2026-01-01")]),
        ("invoices.list", {"branch_id": 2}, [("request_branch_id", "2")]),
        ("invoices.list", {"branch_id": 2, "branch": 2}, [("request_branch_id", "2")]),
        ("invoices.list", {"branch_id": [2, 3], "branch": 3}, [("request_branch_id", "3")]),
        ("invoices.list", {"po_number": None}, []),
        ("invoices.list", {"payment_status": 3}, []),  # there it means subscriptions
        ("invoices.list", {"payment_status": -3, "no": "7"}, [("payment_status", "-3"), ("no", "7")]),
        (
            "invoices.list",
            {"payment_status": InvoicePaymentStatusFilter.SUBSCRIPTIONS, "no": "7"},
            [("payment_status", "3"), ("no", "7")],
        ),
        ("brands.list", {"name": "Acme & Co"}, [("filter[name]", "Acme & Co")]),
        ("brands.list", {"id": [1, 2]}, [("filter[id][in][]", "1"), ("filter[id][in][]", "2")]),
        ("brands.list", {"id": 1, "filters": F("name").like("a")}, [("filter[name][like]", "a"), ("filter[id]", "1")]),
        ("brands.list", {"id": 1, "filters": {"name": "a"}}, [("filter[id]", "1"), ("filter[name]", "a")]),
        ("brands.list", {"name": None}, []),
        ("brands.list", {"name": "line\nbreak"}, []),
        (
            "leave_applications.list",
            {"date_from": dt.date(2026, 1, 1)},
            [("filter[date_from][gte]", "2026-01-01"), ("filter[date_from][lte]", "2026-01-01 23:59:59")],
        ),
        ("unit_templates.list", {"branch": 2, "id": 1}, [("filter[id]", "1"), ("request_branch_id", "2")]),
    ],
)
def test_documented_parameters(operation: str, fields: Any, sent: Any) -> None:
    found = plan(operation, **fields)
    assert len(found.queries) == 1
    assert written(operation, found.queries[0]) == sent
    assert not found.extra


def test_undocumented_parameters_have_wire_names() -> None:
    assert plan("clients.list", client_number="C-1", suspend=False).extra == {"client_number": "C-1", "suspend": "0"}
    assert plan("staff.list", id=3).extra == {"id": "3"}


@pytest.mark.parametrize(
    "fields",
    [
        {"client_number": ["C-1", "C-2"]},
        {"client_number": None},
        {"email": "a@example.com"},  # personal data
        {"created": "2026-01-01"},
        {"notes": "x" * 1000},
    ],
)
def test_what_is_only_compared(fields: Any) -> None:
    found = plan("clients.list", **fields)
    assert not found.extra
    assert written("clients.list", found.whole) == []


def test_a_value_at_a_time() -> None:
    found = plan("invoices.list", client_id=[3, 1, 2])
    assert [query["client_id"] for query in found.queries] == [3, 1, 2]
    assert "client_id" not in found.whole
    many = plan("invoices.list", client_id=range(1, 100))
    assert many.queries == (many.whole,)


@pytest.mark.parametrize(
    ("fields", "error", "text"),
    [
        ({"clinet_number": 1}, TypeError, "did you mean 'client_number'"),
        ({"limit": 1, "id": 1}, TypeError, "reads all pages"),
        ({"zzzz": 1}, TypeError, "unexpected keyword argument 'zzzz'$"),
        ({}, ArgumentError, "no field"),
        ({"branch": 1}, ArgumentError, "no field"),
        ({"id": "x"}, ArgumentError, "whole number"),
        ({"id": 1, "branch": 0}, ArgumentError, "branch"),
        ({"branch_id": 1, "branch": 2}, ArgumentError, "branch_id names another"),
    ],
)
def test_refused(fields: Any, error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=text):
        found = plan("clients.list", **fields)
        parameters.build_query(OPERATIONS["clients.list"], found.whole)


def test_relations_and_lists_cannot_be_compared() -> None:
    with pytest.raises(ArgumentError, match="other records"):
        plan("invoices.list", invoice_item=[])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.one_of(st.integers(0, 10**12), st.integers(10**30, 10**60)), min_size=2, max_size=120, unique=True),
    st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40), max_size=20),
)
def test_urls_stay_short(ids: list[int], names: list[str]) -> None:
    op = OPERATIONS["brands.list"]
    found = plan("brands.list", id=ids, **({"name": names} if names else {}))
    divided: list[str] = []
    for query in found.queries:
        pairs = parameters.build_query(op, {**query, "page": 1_000_000})
        url = f"{HOST}{parameters.build_path(op, {}, '')}?" + "&".join(
            f"{quote(n, safe='')}={quote(v, safe='')}" for n, v in pairs
        )
        assert len(url) < 2000
        name = found.divided.wire if found.divided else "id"
        divided += [value for key, value in pairs if key in {f"filter[{name}][in][]", f"filter[{name}]"}]
    if found.divided is not None:
        assert divided == [str(value) for value in found.divided.values]
    else:
        assert divided in ([], list(map(str, ids)))


@given(st.lists(st.integers(1, 50), max_size=60), st.integers(1, 60))
def test_runs(sizes: list[int], room: int) -> None:
    values = list(range(len(sizes)))
    runs = packed(values, sizes, room)
    if any(size > room for size in sizes):
        assert runs == []
        return
    assert [value for run in runs for value in run] == values
    loads = [sum(sizes[value] for value in run) for run in runs]
    assert all(load <= room for load in loads)
    # Greedy runs are as few as can be: none could take the first of the next.
    assert all(load + sizes[after[0]] > room for load, after in zip(loads, runs[1:], strict=False))


def test_two_thousand_ids() -> None:
    found = plan("brands.list", id=range(1, 2001))
    assert len(found.queries) < 50
    assert LONGEST < 2000
