"""Rows are picked by comparing, each record once."""

from __future__ import annotations

from typing import Any

from daftra_async.lists.find.criteria import criterion_of
from daftra_async.lists.find.matches import Matches
from daftra_async.models import Client


def client(number: int | None, name: str) -> Client:
    return Client(id=number, business_name=name)


def criterion(name: str, *values: Any) -> Any:
    return criterion_of(Client, name, values)


def test_every_criterion_has_to_fit() -> None:
    matches = Matches([criterion("business_name", "Acme"), criterion("id", 1, 2)], unique=[])
    rows = [client(1, "Acme"), client(2, "Other"), client(3, "Acme")]
    assert matches.among(rows) == rows[:1]
    assert not matches.complete


def test_a_record_that_moved_to_the_next_page_is_one() -> None:
    matches = Matches([criterion("business_name", "Acme")], unique=[])
    assert len(matches.among([client(1, "Acme"), client(2, "Acme")])) == 2
    assert matches.among([client(2, "Acme")]) == []


def test_rows_without_an_id_are_all_kept() -> None:
    matches = Matches([criterion("business_name", "Acme")], unique=[])
    assert len(matches.among([client(None, "Acme"), client(None, "Acme")])) == 2


def test_complete_when_all_unique_values_came_even_in_rows_that_do_not_fit() -> None:
    ids = criterion("id", "1", 2)
    matches = Matches([ids, criterion("business_name", "Acme")], unique=[ids])
    assert matches.among([client(1, "Acme")])
    assert not matches.complete
    assert matches.among([client(2, "Other")]) == []
    assert matches.complete
