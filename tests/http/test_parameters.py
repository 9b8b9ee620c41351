import pytest

from daftra_async.errors import ArgumentError
from daftra_async.http.parameters import build_path, build_query
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
