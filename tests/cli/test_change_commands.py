from __future__ import annotations

import json

import pytest

CLIENT = ("create", "clients", "business_name=شركة النور", "email=info@example.com")


def new_invoice(daftra) -> int:
    client = json.loads(daftra(*CLIENT).stdout)["id"]
    lines = '[{"item": "خدمة", "unit_price": 12.50, "quantity": 2}, {"item": "B", "unit_price": 3, "quantity": 1}]'
    result = daftra("create", "invoices", f"client_id={client}", "notes=before", f"InvoiceItem:={lines}")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["id"]


@pytest.mark.parametrize("command", ["edit", "update"])
def test_change_of_a_field_keeps_the_rest(daftra_own, own_account, command) -> None:
    number = new_invoice(daftra_own)
    before = own_account.record("invoice", number)
    result = daftra_own(command, "invoices", number, "notes=بعد", "draft=yes")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["changed"]["notes"] == ["before", "بعد"]
    after = own_account.record("invoice", number)
    assert after["notes"] == "بعد"
    assert after["no"] == before["no"]
    assert [line["id"] for line in after["InvoiceItem"]] == [line["id"] for line in before["InvoiceItem"]]


def test_change_to_what_it_is_sends_nothing(daftra_own, own_account) -> None:
    number = new_invoice(daftra_own)
    writes = len(own_account.writes)
    assert json.loads(daftra_own("edit", "invoices", number, "notes=before").stdout)["changed"] == {}
    assert len(own_account.writes) == writes


def test_replacing_has_to_be_said(daftra_own, own_account) -> None:
    number = new_invoice(daftra_own)
    body = json.dumps({"client_id": own_account.record("invoice", number)["client_id"], "notes": "new", "InvoiceItem": []})
    seen = len(own_account.requests)
    refused = daftra_own("update", "invoices", number, "--json", "-", stdin=body)
    assert refused.exit_code == 2
    assert "--replace" in refused.stderr
    assert len(own_account.requests) == seen
    result = daftra_own("update", "invoices", number, "--replace", "--json", "-", stdin=body)
    assert result.exit_code == 0, result.output
    assert own_account.record("invoice", number)["notes"] == "new"
    assert own_account.requests[-1].method == "PUT"
