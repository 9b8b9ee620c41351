"""Requests as data; values and names of parameters have tests of their own."""

from __future__ import annotations

from typing import Any

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.http.request import build_raw_request, build_request, place_reference
from daftra_async.operation import UNSET
from daftra_async.resources import clients, invoices, multi_entity, oauth, suppliers, taxes

NOTHING: dict[str, Any] = {"timeout": UNSET, "extra_query": None, "extra_headers": None}


def raw(method: str = "GET", path: str = "/api2/x", json: object = UNSET, **given: Any) -> Any:
    given = {"query": None, "idempotent": None, "timeout": UNSET, "extra_headers": None, **given}
    query = given.pop("query")
    return build_raw_request(method, path, query, json, **given)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/api2/x", "/api2/x"),
        ("api2/x", "/api2/x"),
        ("/api2/a b", "/api2/a%20b"),
        ("/api2/a%20b", "/api2/a%20b"),
        ("/api2/فاتورة", "/api2/%D9%81%D8%A7%D8%AA%D9%88%D8%B1%D8%A9"),
        ("/v2/x:y@z", "/v2/x:y@z"),
    ],
)
def test_free_paths(path: str, sent: str) -> None:
    assert raw(path=path).path == sent


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "//x",
        "https://x/y",
        "/a/../b",
        "/a/./b",
        "/a/%2e%2e/b",
        "/a/%252e%252e/b",
        "/a%2fb",
        "/a%5cb",
        "/a?b=1",
        "/a#b",
        "/a\n",
    ],
)
def test_paths_that_could_lead_elsewhere_are_refused(path: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        raw(path=path)
    assert caught.value.argument == "path"


@pytest.mark.parametrize("path", ["https://user:key-123@x/y", "/a?key=key-123", "/a#key-123"])
def test_a_refused_path_shows_no_secret(path: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        raw(path=path)
    assert "key-123" not in str(caught.value)


@pytest.mark.parametrize(
    ("method", "idempotent", "again", "changes"),
    [
        ("get", None, True, False),
        ("PUT", None, True, True),
        ("DELETE", None, True, True),
        ("POST", None, False, True),
        ("PATCH", None, False, True),
        ("POST", True, True, True),
        ("GET", False, False, True),
    ],
)
def test_what_may_be_sent_again(method: str, idempotent: bool | None, again: bool, changes: bool) -> None:
    request = raw(method, idempotent=idempotent)
    assert (request.method, request.idempotent, request.changes) == (method.upper(), again, changes)


def test_a_request_shows_neither_query_nor_body() -> None:
    request = raw("POST", query={"email": "a@b.c", "page": 2}, json={"name": "secret-1"}, extra_headers={"X-A": "secret-2"})
    assert request.url == "/api2/x?page=2&…"
    assert not any(text in repr(request) for text in ("a@b.c", "secret-1", "secret-2"))


@pytest.mark.parametrize("timeout", [0, -1, "5", True, float("inf")])
def test_time_limits_are_checked(timeout: Any) -> None:
    with pytest.raises(ArgumentError) as caught:
        raw(timeout=timeout)
    assert caught.value.argument == "timeout"
    assert raw(timeout=None).timeout is None


def test_bodies_that_json_cannot_hold() -> None:
    with pytest.raises(ArgumentError, match="cannot be written as JSON"):
        raw("POST", json={"a": object()})
    nested: list[Any] = []
    nested.append(nested)
    with pytest.raises(ArgumentError):
        raw("POST", json=nested)


def test_a_body_is_needed_where_one_is_described() -> None:
    with pytest.raises(ArgumentError, match="body: it is missing"):
        build_request(taxes.CREATE, {}, {}, UNSET, suffix="", **NOTHING)


def test_what_operations_say_of_their_requests() -> None:
    read = build_request(invoices.GET, {"id": 7}, {}, UNSET, suffix=".json", **NOTHING)
    assert (read.path, read.body, read.changes, read.idempotent) == ("/api2/invoices/7.json", None, False, True)
    create = build_request(taxes.CREATE, {}, {}, {"name": "VAT"}, suffix="", **NOTHING)
    assert (create.content_type, create.changes, create.idempotent) == ("application/json", True, False)
    several = build_request(multi_entity.FETCH, {}, {}, [{"key": "tax", "action": "list"}], suffix="", **NOTHING)
    assert not several.changes, "reads by POST"


def test_forms() -> None:
    form = {"client_id": "1", "client_secret": "s", "grant_type": "password", "username": "a b", "password": "p"}
    request = build_request(oauth.TOKEN, {}, {}, form, suffix="", **NOTHING)
    assert request.content_type == "application/x-www-form-urlencoded"
    assert request.body is not None
    assert b"username=a+b" in request.body
    assert not request.authenticated


def test_a_reference_is_written_into_the_record() -> None:
    declared = clients.CREATE.reference
    assert declared is not None
    written: dict[str, Any] = {"Client": {"business_name": "A"}}
    place_reference(clients.CREATE, written, "order-7")
    place_reference(clients.CREATE, written, "order-7")
    assert written["Client"][declared.field] == "order-7"
    with pytest.raises(ArgumentError, match=f"the body sets {declared.field} to something else"):
        place_reference(clients.CREATE, written, "order-8")


@pytest.mark.parametrize("reference", ["", " ", "a\nb", "x" * 256, 7, None])
def test_references_that_are_refused(reference: Any) -> None:
    with pytest.raises(ArgumentError) as caught:
        place_reference(clients.CREATE, {"Client": {}}, reference)
    assert caught.value.argument == "reference"


def test_a_reference_that_is_a_number() -> None:
    assert suppliers.CREATE.reference is not None
    assert suppliers.CREATE.reference.number
    written: dict[str, Any] = {"Supplier": {}}
    place_reference(suppliers.CREATE, written, "0042")
    assert written["Supplier"][suppliers.CREATE.reference.field] == 42
    with pytest.raises(ArgumentError, match="digits"):
        place_reference(suppliers.CREATE, {"Supplier": {}}, "order-7")


def test_operations_without_a_reference() -> None:
    assert taxes.CREATE.reference is None
    with pytest.raises(ArgumentError, match="reference"):
        place_reference(taxes.CREATE, {}, "order-7")
