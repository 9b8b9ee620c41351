import datetime as dt
from decimal import Decimal

import pytest

from daftra_async import models
from daftra_async.errors import ArgumentError
from daftra_async.http.headers import check_headers
from daftra_async.http.parameters import build_path, build_query
from daftra_async.http.values import to_text
from daftra_async.operation import Operation, Param, Response


def operation(path="/api2/x{format}", path_params=(), query_params=()):
    return Operation(
        id="x.list",
        title="",
        method="GET",
        path=path,
        path_params=path_params,
        query_params=query_params,
        response=Response(kind="raw"),
        idempotent=True,
        entity="x",
    )


def param(kind, **more):
    return Param(name=f"{kind}_arg", wire=f"{kind}Wire", type=kind, **more)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("integer", 5, "5"),
        ("id", 5, "5"),
        ("id", "INV-7", "INV-7"),
        ("id", "عميل", "عميل"),
        ("boolean", True, "1"),
        ("boolean", 0, "0"),
        ("decimal", Decimal("1E+2"), "100"),
        ("decimal", 3, "3"),
        ("decimal", "10.50", "10.50"),
        ("date", dt.date(2026, 1, 2), "2026-01-02"),
        ("date", dt.datetime(2026, 1, 2, 3, tzinfo=dt.UTC), "2026-01-02"),
        ("date", "2026-01-02", "2026-01-02"),
        ("string", "a b", "a b"),
        ("string", 7, "7"),
    ],
)
def test_values(kind, value, text):
    assert to_text(param(kind), value) == text


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "5"),
        ("integer", True),
        ("integer", 1.0),
        ("integer", 0),
        ("integer", 1001),
        *[("id", value) for value in (0, -1, True, "", " ", "0", "a/b", "../x", "..", "a?b", "a#b", "a\r\nb", "a\\b", None, 1.5)],
        ("boolean", "yes"),
        ("boolean", 2),
        ("decimal", 1.5),
        ("decimal", True),
        ("decimal", "1,5"),
        ("decimal", "NaN"),
        ("decimal", Decimal("Infinity")),
        ("date", "2026-02-30"),
        ("date", "02/01/2026"),
        ("date", 20260101),
        ("string", ""),
        ("string", "a\nb"),
        ("string", "a\u2028b"),
        ("string", None),
        ("string", 1.5),
    ],
)
def test_refused(kind, value):
    with pytest.raises(ArgumentError, match="expected") as caught:
        to_text(param(kind, minimum=1, maximum=1000) if kind == "integer" else param(kind), value)
    assert caught.value.argument == f"{kind}_arg"


def test_float_says_why():
    with pytest.raises(ArgumentError, match="not exact"):
        to_text(param("decimal"), 0.1)


def test_enumerations():
    level = param("string", enum="SortDirection")
    members = list(models.SortDirection)
    assert to_text(level, members[0]) == members[0].value
    assert to_text(level, members[0].value) == members[0].value
    with pytest.raises(ArgumentError, match=members[0].value):
        to_text(level, "sideways")
    # A member made for an unknown value is meant, a plain unknown value may be a slip.
    assert to_text(level, models.SortDirection("sideways")) == "sideways"
    with pytest.raises(ArgumentError):
        to_text(level, "sideways")
    number = param("integer", enum="InvoiceType")
    with pytest.raises(ArgumentError):
        to_text(number, True)
    with pytest.raises(ArgumentError):
        to_text(number, members[0])


def test_path():
    op = operation("/v2/{id}/{level}{format}", (param("id"), Param(name="level", wire="level", type="integer", default=1)))
    op = operation(
        "/v2/{id}/{level}{format}",
        (Param(name="id", wire="id", type="id", required=True), Param(name="level", wire="level", type="integer", default=1)),
    )
    assert build_path(op, {"id": "a b%é"}, "") == "/v2/a%20b%25%C3%A9/1"
    assert build_path(op, {"id": 7, "level": 2}, ".json") == "/v2/7/2.json"
    with pytest.raises(ArgumentError) as caught:
        build_path(op, {"id": ""}, "")
    assert caught.value.argument == "id"
    with pytest.raises(ArgumentError):
        build_path(op, {}, "")


def test_query_order_arrays_fixed_and_required():
    op = operation(
        query_params=(
            Param(name="tags", wire="tags", type="string", array=True),
            Param(name="kind", wire="kind", type="string", fixed="1"),
            Param(name="branch", wire="request_branch_id", type="integer", required=True),
            Param(name="filters", wire="filter", type="filter"),
            Param(name="sort", wire="sort", type="sort"),
        )
    )
    values = {"branch": 2, "tags": ["a", "b"], "sort": "-x", "filters": {"s": 1}}
    assert build_query(op, values, {"odd": [1, 2], "x[]": [True]}) == [
        ("tags[]", "a"),
        ("tags[]", "b"),
        ("kind", "1"),
        ("request_branch_id", "2"),
        ("filter[s]", "1"),
        ("sort[x]", "desc"),
        ("odd[]", "1"),
        ("odd[]", "2"),
        ("x[]", "1"),
    ]
    with pytest.raises(ArgumentError, match="missing"):
        build_query(op, {"branch": None})
    for value in ("a", []):
        with pytest.raises(ArgumentError, match="tags"):
            build_query(op, {**values, "tags": value})
    with pytest.raises(ArgumentError, match="argument branch="):
        build_query(op, values, {"request_branch_id": 3})
    with pytest.raises(ArgumentError, match="filters="):
        build_query(op, values, {"filter": 3})
    assert build_query(op, {"branch": 2}, {"filter[x]": 3, "sort[y]": "asc"})[2:] == [("filter[x]", "3"), ("sort[y]", "asc")]
    for extra in ({"filter[s]": 3}, {"sort[x]": "asc"}):
        with pytest.raises(ArgumentError, match="set by an argument too"):
            build_query(op, values, extra)
    with pytest.raises(ArgumentError, match="always sent"):
        build_query(op, values, {"kind": 3})
    for extra in ({"": 1}, {"a\n": 1}, {"a": 1.5}, {"a": "x\r\n"}, {"a": None}):
        with pytest.raises(ArgumentError):
            build_query(op, values, extra)


def test_headers():
    assert check_headers({"X-A": "b"}) == {"X-A": "b"}
    assert check_headers(None) == {}
    for headers in ({"X A": "b"}, {"X-A": "b\r\nC: d"}, {"X-A": "é"}, {"APIKEY": "x"}, {"": "x"}):
        with pytest.raises(ArgumentError) as caught:
            check_headers(headers)
        assert caught.value.argument == "extra_headers"
