"""What `--where` and `--sort` make of a list, before anything is sent."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from daftra_async.cli.conditions import arguments, compared_here
from daftra_async.cli.routes import operation
from daftra_async.errors import ArgumentError
from daftra_async.http.filters import F

INVOICES = operation("invoices", "list")
BRANDS = operation("brands", "list")


def test_conditions_of_v1_are_parameters() -> None:
    found = arguments(INVOICES, ["client_id=15", "date>=2026-01-01", "date<=2026-01-31"], None, 20)
    assert found == {"client_id": 15, "date_from": dt.date(2026, 1, 1), "date_to": dt.date(2026, 1, 31), "limit": 20}


@pytest.mark.parametrize(
    ("where", "wanted"),
    [
        (["name=a"], F("name").eq("a")),
        (["name=a", "name=b"], F("name").in_(["a", "b"])),
        (["name="], F("name").is_null(True)),
        (["name!="], F("name").is_null(False)),
        (["name!=a"], F("name").not_equal("a")),
        (["name~a", "id>5"], F("name").like("a") & F("id").gt("5")),
    ],
)
def test_conditions_of_v2_are_filters(where: list[str], wanted: Any) -> None:
    found: Any = arguments(BRANDS, where, None, 5000)
    assert found["filters"].to_query() == wanted.to_query()
    assert found["per_page"] == 5000


def test_other_fields_are_compared_here() -> None:
    sent, here = compared_here(operation("clients", "list"), ["city=Riyadh", "city=Dammam", "city="])
    assert (sent, here) == ([], {"city": ["Riyadh", "Dammam", None]})
    assert compared_here(BRANDS, ["name=a"]) == (["name=a"], {})


@pytest.mark.parametrize(
    ("op", "sort", "wanted"),
    [
        (BRANDS, "-name", {"sort": "-name"}),
        (INVOICES, "date", {"sort": "date", "direction": "ASC"}),
        (INVOICES, "-date", {"sort": "date", "direction": "DESC"}),
    ],
)
def test_the_order(op: Any, sort: str, wanted: dict[str, str]) -> None:
    found = arguments(op, [], sort, 20)
    assert {name: str(getattr(found[name], "value", found[name])) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("where", "sort", "told"),
    [
        (["client_id>3"], None, "no filter client_id>; expected client_id=value"),
        (["client_id=1", "client_id=2"], None, "given twice"),
        (["=3"], None, "field=value"),
        ([], "dat", "did you mean date"),
    ],
)
def test_what_the_list_cannot_do_is_refused(where: list[str], sort: str | None, told: str) -> None:
    with pytest.raises(ArgumentError, match=told):
        arguments(INVOICES, where, sort, 20)
