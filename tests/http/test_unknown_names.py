"""Names of fields in filters and orders that the records do not have are refused before anything is sent."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from daftra_async import Brand, DaftraClient, F, Invoice, List, operations
from daftra_async.errors import ArgumentError
from daftra_async.http.parameters import build_query

OPS = {op.id: op for op in operations()}
RECORDS = "workflow_records.list"


@pytest.mark.parametrize(
    ("operation", "query", "told"),
    [
        (RECORDS, {"filters": F("budgt") >= 1000}, "WorkflowRecord has no field 'budgt'; did you mean 'budget'?"),
        (RECORDS, {"filters": {"budgt": 1}}, "did you mean 'budget'?"),
        (RECORDS, {"filters": F("title").like("a") | F("titel").like("b")}, "did you mean 'title'?"),
        (RECORDS, {"filters": F("Budget").eq(1)}, "did you mean 'budget'?"),
        (RECORDS, {"filters": F("stafff.name").eq("a")}, "no field 'stafff' in 'stafff.name'; did you mean 'staff'?"),
        (RECORDS, {"filters": F("staff.nmae").eq("a")}, "no field 'nmae' in 'staff.nmae'; did you mean 'name'?"),
        (RECORDS, {"filters": F("budgt").eq(1)}, "F('budgt', unchecked=True) sends it anyway"),
        (RECORDS, {"sort": "-creatd"}, "sort: WorkflowRecord has no field 'creatd'; did you mean 'created'?"),
        (RECORDS, {"sort": ["title", "-creatd"]}, "did you mean 'created'?"),
        (RECORDS, {"sort": {"creatd": "desc"}}, "extra_query={'sort[creatd]': 'asc'} sends it anyway"),
        ("invoices.list", {"sort": "datee"}, "sort: Invoice has no field 'datee'; did you mean 'date'?"),
        ("invoices.list", {"sort": "-date"}, "expected sort='date' with direction='DESC'"),
        ("invoices.list", {"sort": "invoice_item"}, "'invoice_item' is called 'InvoiceItem' on the wire"),
        (RECORDS, {"filters": F("created") >= "yesterday"}, "filters: created: 'yesterday' is not a date"),
        (RECORDS, {"filters": F("start_date").in_("2026-01-31", "2026-13-45")}, "'2026-13-45' is not a date"),
        ("invoices.list", {"date_from": "2026-13-45"}, "date_from: '2026-13-45' was given"),
    ],
)
def test_a_name_that_nobody_knows_is_refused_with_the_nearest(operation: str, query: dict[str, Any], told: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        build_query(OPS[operation], query)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("operation", "query", "sent"),
    [
        (RECORDS, {"filters": F("budget") >= 1000}, [("filter[budget][gte]", "1000")]),
        (RECORDS, {"filters": F("staff.name").eq("a")}, [("filter[staff.name]", "a")]),
        (RECORDS, {"filters": F("staff.name").is_null()}, [("filter[staff.name][is_null]", "1")]),
        (RECORDS, {"filters": F("budgt", unchecked=True) == 1}, [("filter[budgt]", "1")]),
        (
            RECORDS,
            {"filters": F("a", unchecked=True).eq(1) | F("title").eq("b")},
            [("filter[or][a][eq]", "1"), ("filter[or][title][eq]", "b")],
        ),
        (RECORDS, {"filters": F("created", unchecked=True) >= "yesterday"}, [("filter[created][gte]", "yesterday")]),
        (RECORDS, {"filters": F("created").like("2026-01")}, [("filter[created][like]", "2026-01")]),
        (RECORDS, {"filters": F("created") >= dt.date(2026, 1, 31)}, [("filter[created][gte]", "2026-01-31")]),
        (RECORDS, {"filters": F("created") >= "2026-01-31 08:00:00"}, [("filter[created][gte]", "2026-01-31 08:00:00")]),
        (
            RECORDS,
            {"filters": F("le_workflow-type-entity-36_custom_data.field_1").eq(1)},
            [("filter[le_workflow-type-entity-36_custom_data.field_1]", "1")],
        ),
        (RECORDS, {"sort": "-created"}, [("sort[created]", "desc")]),
        ("entities.list", {"filters": F("anything.at_all").eq(1)}, [("filter[anything.at_all]", "1")]),
        ("entities.list", {"sort": "whatever"}, [("sort[whatever]", "asc")]),
        ("invoices.list", {"sort": "date", "direction": "DESC"}, [("sort", "date"), ("direction", "DESC")]),
        ("invoices.list", {"sort": "Invoice.date"}, [("sort", "Invoice.date")]),
    ],
)
def test_known_and_meant_names_pass(operation: str, query: dict[str, Any], sent: list[tuple[str, str]]) -> None:
    assert [(name, value) for name, value in build_query(OPS[operation], query)] == sent


def test_an_extra_query_is_a_mapping() -> None:
    extra: Any = [("a", "1"), ("a", "2")]
    with pytest.raises(ArgumentError, match=r"extra_query: it is not a mapping; expected .* a list as the value repeats a name"):
        build_query(OPS[RECORDS], {}, extra)


def test_an_extra_query_says_that_a_name_is_meant() -> None:
    extra = {"filter[x][gte]": 3, "filter[y][in]": [1, 2], "sort[z]": "desc"}
    pairs = build_query(OPS[RECORDS], {"filters": {"title": "a"}}, extra)
    assert pairs == [
        ("filter[title]", "a"),
        ("filter[x][gte]", "3"),
        ("filter[y][in][]", "1"),
        ("filter[y][in][]", "2"),
        ("sort[z]", "desc"),
    ]
    assert build_query(OPS["invoices.list"], {}, {"sort": "anything"}) == [("sort", "anything")]
    for query, twice in (({"filters": {"title": "a"}}, {"filter[title]": "b"}), ({"sort": "title"}, {"sort[title]": "asc"})):
        with pytest.raises(ArgumentError, match="set by an argument too"):
            build_query(OPS[RECORDS], query, twice)
    with pytest.raises(ArgumentError, match="described parameter"):
        build_query(OPS["invoices.list"], {}, {"client_id": 3})
    with pytest.raises(ArgumentError, match="always sent"):
        build_query(OPS["advance_payments.list"], {}, {"filter[type]": 18})


def test_several_reads_in_one_request_know_the_names_too() -> None:
    with pytest.raises(ArgumentError, match="Brand has no field 'nmae'; did you mean 'name'"):
        List(Brand, filters={"nmae": "a"})
    assert List(Brand, filters=F("nmae", unchecked=True) == "a").options == {"nmae": "a"}
    assert List(Invoice, filters={"client.name": "a"}).options == {"client.name": "a"}
    assert List("contract", filters={"anything": "a"}).options == {"anything": "a"}


async def test_nothing_is_sent(server: Any) -> None:
    async with DaftraClient("acme", api_key="k", base_url=server.url) as daftra:
        with pytest.raises(ArgumentError):
            daftra.workflow_records.list(36, filters=F("budgt").eq(1))
        with pytest.raises(ArgumentError):
            daftra.invoices.list(sort="datee")
        with pytest.raises(ArgumentError):
            await daftra.invoices.create({"client_id": 15, "ntes": "x"})
    assert not server.seen
