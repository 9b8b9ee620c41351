from __future__ import annotations

import json

import pytest

from daftra_async.sandbox.faults import Faults, Rule

CLIENT = ("create", "clients", "business_name=شركة النور", "email=info@example.com")


def test_create_from_fields(daftra_own, own_account) -> None:
    result = daftra_own(*CLIENT)
    assert result.exit_code == 0, result.output
    made = json.loads(result.stdout)
    assert made["result"] == "created"
    assert own_account.record("client", made["id"])["business_name"] == "شركة النور"


@pytest.mark.parametrize("wrapped", [False, True])
def test_create_from_json(daftra_own, own_account, tmp_path, wrapped) -> None:
    client = json.loads(daftra_own(*CLIENT).stdout)["id"]
    lines = [{"item": "A", "unit_price": 1.10, "quantity": 3}]
    flat = {"client_id": client, "notes": "x"}
    body = {"Invoice": flat, "InvoiceItem": lines} if wrapped else {**flat, "InvoiceItem": lines}
    file = tmp_path / "invoice.json"
    file.write_text(json.dumps(body), "utf-8")
    one = daftra_own("create", "invoices", "--json", file)
    two = daftra_own("create", "invoices", "--json", "-", stdin=json.dumps(body))
    assert (one.exit_code, two.exit_code) == (0, 0), one.output + two.output
    stored = own_account.record("invoice", json.loads(two.stdout)["id"])
    assert stored["notes"] == "x"
    assert len(stored["InvoiceItem"]) == 1


def test_reference_is_kept(daftra_own, own_account) -> None:
    client = json.loads(daftra_own(*CLIENT).stdout)["id"]
    line = 'InvoiceItem:=[{"item": "A", "unit_price": 1, "quantity": 1}]'
    made = daftra_own("create", "invoices", f"client_id={client}", line, "--reference", "ORDER-7")
    assert made.exit_code == 0, made.output
    assert own_account.record("invoice", json.loads(made.stdout)["id"])["po_number"] == "ORDER-7"


def test_delete_asks_or_wants_yes(daftra_own, own_account) -> None:
    number = json.loads(daftra_own(*CLIENT).stdout)["id"]
    refused = daftra_own("delete", "clients", number)
    assert refused.exit_code == 2
    assert "--yes" in refused.stderr
    assert own_account.record("client", number) is not None
    assert daftra_own("delete", "clients", number, "--yes").exit_code == 0
    assert own_account.record("client", number) is None
    assert daftra_own("delete", "clients", number, "--yes").exit_code == 4


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("create", "clients", "businessname=x"), "did you mean business_name"),
        (("create", "clients"), "field=value, or --json FILE"),
        (("create", "clients", "business_name"), "name=value"),
        (("create", "clients", "business_name=a", "business_name=b"), "given twice"),
        (("create", "clients", "--json", "/no/such/file"), "cannot be read"),
        (("create", "invoices", "notes=x"), "needs client_id"),
        (("create", "invoices", "client_id=x"), "a whole number"),
        (("create", "invoices", "client_id=1", "date=31/01/2026"), "2026-01-31"),
        (("create", "invoices", "client_id=1", "InvoiceItem:=["), "not JSON"),
        (("create", "staff", "name=x"), "no operation 'create'"),
        (("edit", "invoices", "1"), "field=value"),
        (("edit", "invoices", "1", "summary_total=3"), "read-only"),
        (("edit", "invoices", "1", "id=3"), "read-only"),
        (("edit", "invoices", "1", "note=3"), "did you mean notes"),
    ],
)
def test_bad_fields_are_refused_before_anything_is_sent(daftra_own, own_account, arguments, told) -> None:
    seen = len(own_account.requests)
    result = daftra_own(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(own_account.requests) == seen


@pytest.mark.parametrize(("body", "told"), [('{"nme": 1}', "'nme'"), ("[1]", "one object"), ("{", "not JSON (line 1 column 2)")])
def test_bad_json_is_refused(daftra_own, own_account, body, told) -> None:
    seen = len(own_account.requests)
    result = daftra_own("create", "clients", "--json", "-", stdin=body)
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(own_account.requests) == seen


def test_lost_answer_says_where_to_look(daftra_own, own_account) -> None:
    client = json.loads(daftra_own(*CLIENT).stdout)["id"]
    own_account.faults = Faults([Rule("drop-after-read", operation="invoices.create")])
    line = 'InvoiceItem:=[{"item": "A", "unit_price": 1, "quantity": 1}]'
    result = daftra_own("create", "invoices", f"client_id={client}", line, "--reference", "ORDER-8")
    assert result.exit_code == 3, result.output
    assert result.stderr.count("\n") == 1
    assert "look with `daftra list invoices --where po_number=ORDER-8` before you run this again" in result.stderr
    own_account.faults = Faults()
    found = daftra_own("list", "invoices", "--where", "po_number=ORDER-8")
    assert len(found.stdout.splitlines()) == 1
