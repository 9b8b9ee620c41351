from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from daftra_async.catalogue import operations
from daftra_async.errors import ArgumentError
from daftra_async.export import EVERYTHING, plan

if TYPE_CHECKING:
    from daftra_async.export import Target


def by_name(*names: str, page_size: int | None = None) -> dict[str, Target]:
    return {target.name: target for target in plan(operations(), names or None, page_size)}


def test_everything_is_every_list_sorted() -> None:
    targets = by_name()
    assert list(targets) == sorted(targets)
    assert {target.operation.id for target in targets.values()} == {op.id for op in operations() if op.pagination is not None}


def test_lists_that_need_an_argument_say_how_to_name_them() -> None:
    skipped = {name: target.skip_reason for name, target in by_name().items() if target.skip_reason}
    assert set(skipped) == {"entities", "follow_up_actions", "workflow_records"}
    assert skipped["workflow_records"] == "needs workflow_id: name it as workflow_records:workflow_id=..."


def test_page_size_is_the_largest_documented_and_is_cut_to_the_maximum() -> None:
    assert by_name()["clients"].arguments == {"limit": 1000}
    assert by_name()["brands"].arguments == {"per_page": 200}
    assert by_name(page_size=5000)["clients"].arguments == {"limit": 1000}
    assert by_name(page_size=5000)["brands"].arguments == {"per_page": 5000}
    assert by_name()["branches"].arguments == {"limit": 1000}


def test_invoices_come_with_their_lines() -> None:
    assert by_name("invoices")["invoices"].arguments == {"recursive": 1, "limit": 1000}


def test_named_arguments_are_read_by_their_type() -> None:
    (target,) = plan(operations(), ["invoices:date_from=2026-01-31,client_id=15,tags=vip,draft=0,limit=50"])
    assert target.name == "invoices:client_id=15,date_from=2026-01-31,draft=0,limit=50,tags=vip"
    assert target.arguments == {
        "recursive": 1,
        "client_id": 15,
        "date_from": dt.date(2026, 1, 31),
        "draft": False,
        "tags": ["vip"],
        "limit": 50,
    }


def test_same_list_with_the_same_arguments_is_fetched_once() -> None:
    assert list(by_name("clients", "clients.list", "clients")) == ["clients"]
    assert len(by_name("invoices:draft=1,client_id=2", "invoices:client_id=2,draft=1")) == 1


def test_a_named_list_is_not_reported_as_skipped_beside_everything() -> None:
    targets = by_name(EVERYTHING, "workflow_records:workflow_id=36", "workflow_records:workflow_id=40")
    assert [name for name in targets if name.startswith("workflow")] == [
        "workflow_records:workflow_id=36",
        "workflow_records:workflow_id=40",
    ]
    assert "entities" in targets


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("clients", "clients.jsonl"),
        ("workflow_records:workflow_id=36", "workflow_records.workflow_id=36.jsonl"),
        ("entities:entity=../../etc/x", "entities.entity=..%2F..%2Fetc%2Fx.jsonl"),
    ],
)
def test_file_names_stay_in_the_folder(name: str, file: str) -> None:
    assert by_name(name)[name].file_name == file


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("invoice", "did you mean invoices"),
        ("nonsense!", "known are advance_payments"),
        ("", "unknown resource ..; known are"),
        ("invoices:clientid=1", "did you mean client_id"),
        ("invoices:client_id", "malformed"),
        ("invoices:client_id=", "malformed"),
        ("invoices:draft=1,draft=0", "malformed"),
        ("invoices:client_id=abc", "'abc' was given.*a whole number"),
        ("invoices:date_from=31/01/2026", "a date such as 2026-01-31"),
        ("invoices:draft=maybe", "yes or no"),
        ("brands:filters=x", "cannot be given in a name"),
        ("advance_payments:filter_type=18", "unknown argument"),
        ("workflow_records", "needs workflow_id"),
    ],
)
def test_bad_names_are_refused(name: str, message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        by_name(name)


def test_page_size_starts_at_one() -> None:
    with pytest.raises(ArgumentError, match="page_size"):
        by_name(page_size=0)
