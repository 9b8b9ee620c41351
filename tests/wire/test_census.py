"""`daftra_async.census()`, the command of the same name, and reports."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

import daftra_async
from daftra_async import models, structure
from daftra_async.cli.app import run
from daftra_async.wire import census as store
from daftra_async.wire.census_report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CENSUS = {
    "absent relation": {"Invoice": {"Client": 3}},
    "unknown enum value": {"Invoice": {"type": 4}},
    "unknown enum value: 21": {"Invoice": {"type": 3}},
    "unknown field": {"Client": {"loyalty_tier": 1200}},
    "unknown field: null": {"Client": {"loyalty_tier": 200}},
    "unknown field: text": {"Client": {"loyalty_tier": 1000}},
}


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    kept = store.snapshot()
    store.reset()
    yield
    store.reset()
    store.record_all(kept)


def test_counts_by_model_and_field_since_start() -> None:
    structure(models.Client, {"zzz": 1, "starting_balance": "many"})
    structure(models.Client, {"zzz": "x"})
    assert daftra_async.census()["unknown field"] == {"Client": {"zzz": 2}}
    assert daftra_async.census()["kept as sent"] == {"Client": {"starting_balance": 1}}


@pytest.mark.parametrize(
    ("value", "detail"),
    [
        ("x", "text"),
        (1, "integer"),
        (Decimal("1.5"), "decimal"),
        (1.5, "decimal"),
        (True, "boolean"),
        (None, "null"),
        ([1], "list"),
        ({}, "object"),
    ],
)
def test_the_type_of_an_unknown_field_is_a_detail(value: Any, detail: str) -> None:
    store.record(store.unknown_field(value), "Client", "zzz")
    assert store.census() == {"unknown field": {"Client": {"zzz": 1}}}
    (unknown,) = Report(store.snapshot()).unknown_fields
    assert unknown.details == (detail,)


def test_the_unknown_value_is_a_detail() -> None:
    rules = [store.unknown_value(v) for v in (models.InvoiceType(2100), "gold: x", "long" * 50)]
    for rule in rules:
        store.record(rule, "Invoice", "type")
    assert store.census() == {"unknown enum value": {"Invoice": {"type": 3}}}
    (unknown,) = Report(store.snapshot()).unknown_values
    assert (unknown.count, unknown.details) == (3, ('"gold: x"', "2100"))


def test_values_are_bounded() -> None:
    for number in range(100):
        store.record(store.unknown_value(number), "Invoice", "type")
    (unknown,) = Report(store.snapshot()).unknown_values
    assert (unknown.count, len(unknown.details)) == (100, store.MOST_VALUES)


def test_a_full_store_counts_on_without_details(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_ENTRIES", 1)
    for name in "abc":
        store.record(store.unknown_field(1), "Client", name)
        store.record(store.unknown_value(ord(name)), "Client", "type")
    assert store.census() == {"unknown field": {"Client": {"a": 1, "...": 2}}, "unknown enum value": {"Client": {"...": 3}}}


def test_what_came_since() -> None:
    store.record("unknown field", "Client", "a")
    before = store.snapshot()
    assert store.since(before) == {}
    store.record("unknown field", "Client", "a")
    store.record("unknown field", "Client", "b")
    assert store.since(before) == {("unknown field", "Client", "a"): 1, ("unknown field", "Client", "b"): 1}


def test_a_report_reads_what_it_wrote() -> None:
    report = Report.from_dict(CENSUS)
    assert report.to_dict() == CENSUS
    assert [(u.model, u.field, u.count, u.details) for u in report.unknown_fields] == [
        ("Client", "loyalty_tier", 1200, ("null", "text"))
    ]
    assert [(u.count, u.details) for u in report.unknown_values] == [(4, ("21",))]
    assert report.issues == 0
    # What `census()` gives is a report too, without details.
    assert Report.from_dict({"unknown field": CENSUS["unknown field"]}).unknown_fields[0].details == ()


@pytest.mark.parametrize("data", [None, [], {"a": 1}, {"a": {"b": 1}}, {"a": {"b": {"c": "1"}}}, {"a": {"b": {"c": True}}}])
def test_what_is_no_report_is_refused(data: Any) -> None:
    with pytest.raises(ValueError):
        Report.from_dict(data)


@pytest.mark.parametrize("argument", ["FILE", "DIR", None, "out"])
def test_the_command_prints_unknown_fields_first(
    argument: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "out" if argument == "out" else tmp_path
    folder.mkdir(exist_ok=True)
    (folder / "census.json").write_text(json.dumps(CENSUS))
    arguments = {"FILE": [str(folder / "census.json")], "DIR": [str(folder)]}.get(argument or "", [])
    assert run(["census", *arguments]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["rule", "field", "count", "sent"],
        ["unknown", "field", "Client.loyalty_tier", "1,200", "null,", "text"],
        ["unknown", "enum", "value", "Invoice.type", "4", "21"],
        ["absent", "relation", "Invoice.Client", "3"],
    ]
    assert run(["census", "--json", *arguments]) == 0
    assert json.loads(capsys.readouterr().out) == CENSUS


def test_names_of_the_server_are_printed_harmlessly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "census.json"
    file.write_text(json.dumps({"unknown field": {"Client": {"\x1b[2Jevil\n" + "x" * 99: 1}}}))
    assert run(["census", str(file)]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert len(out.splitlines()) == 2


@pytest.mark.parametrize("content", [None, "", "[]", "[" * 100_000, "{"])
def test_no_report_is_one_sentence(content: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "census.json"
    if content is not None:
        file.write_text(content)
    assert run(["census", str(file)]) == 1
    [told] = capsys.readouterr().err.splitlines()
    assert str(file) in told
    assert ("an export" if content is not None else "`daftra export`") in told
