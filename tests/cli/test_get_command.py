from __future__ import annotations

import json

import pytest


def test_one_record_is_an_object(daftra) -> None:
    result = daftra("get", "invoices", 5997)
    record = json.loads(result.stdout)
    assert record["id"] == 5997
    assert record["InvoiceItem"][0]["quantity"]
    assert result.stderr == ""


def test_several_records_are_lines(daftra) -> None:
    result = daftra("get", "invoices", 5997, 5996, "--columns", "id,no")
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"id": 5997, "no": "005997"},
        {"id": 5996, "no": "005996"},
    ]


def test_on_a_terminal_fields_and_lines_are_shown(daftra, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    out = daftra("get", "invoices", 5997, "--table").stdout
    fields = dict(line.split(None, 1) for line in out.splitlines() if len(line.split(None, 1)) == 2)
    assert fields["payment_status"].strip() == "overpaid"
    assert fields["summary_total"].strip() == "14,497.02"
    assert fields["client_business_name"].strip() == "مصنع الخليج للتغليف 157"
    assert out.index("\nInvoiceItem\n") < out.index("quantity")


def test_missing_record_has_a_code_of_its_own(daftra) -> None:
    result = daftra("get", "invoices", 999_999)
    assert result.exit_code == 4
    assert "404" in result.stderr
    some = daftra("get", "invoices", 999_999, 5997)
    assert some.exit_code == 4
    assert json.loads(some.stdout)["id"] == 5997


def test_paths_with_several_arguments(daftra) -> None:
    result = daftra("get", "workflow_records", 1, "--arg", "workflow_id=36", "--arg", "level=2")
    assert json.loads(result.stdout)["id"] == 1
    assert json.loads(daftra("get", "site_info").stdout)["business_name"]
    assert isinstance(json.loads(daftra("get", "listing", "Product").stdout), dict)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("invoices",), "invoices.get needs an id: daftra get invoices ID"),
        (("invoices", "a/b"), "id: 'a/b'"),
        (("site_info", "7"), "takes no id"),
        (("workflow_records", "1"), "--arg workflow_id="),
        (("branches", "1"), "no operation 'get'"),
    ],
)
def test_bad_arguments_are_refused(daftra, demo_account, arguments, told) -> None:
    before = len(demo_account.requests)
    result = daftra("get", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(demo_account.requests) == before


def test_wrong_key_is_one_line(daftra) -> None:
    result = daftra("get", "invoices", 1, 2, 3, "--api-key", "wrong-key-0815")
    assert result.exit_code == 2
    assert "401" in result.stderr
    assert result.stderr.count("\n") == 1
    assert "wrong-key-0815" not in result.output
