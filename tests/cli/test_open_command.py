from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest

from daftra_async import structure
from daftra_async.cli.open_command import _unpaid
from daftra_async.lists.open_invoices import due_date
from daftra_async.models import Invoice


def rows(result) -> list[dict]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_those_due_for_the_longest_come_first(daftra) -> None:
    found = rows(daftra("open", "invoices", "--older-than", 30, "-n", 50))
    days = [due_date(structure(Invoice, row)) for row in found]
    assert len(days) == 50
    assert days == sorted(days)
    assert max(days) < dt.date.today() - dt.timedelta(days=30)
    assert all(Decimal(row["summary_unpaid"]) > 0 for row in found)


@pytest.mark.parametrize("width", [80, 160])
def test_a_screen_holds_the_table_and_what_is_unpaid(daftra, monkeypatch, width) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = daftra("open", "--table", "-n", 19).stdout.splitlines()
    assert len(lines) <= 24
    assert all(len(line) <= width for line in lines)
    assert lines[1].split() == ["id", "no", "client", "due", "total", "unpaid", "currency"]
    assert lines[-1].startswith("19 of ")
    assert " shown; unpaid: " in lines[-1]
    assert " SAR" in lines[-1]


def test_of_one_client(daftra) -> None:
    client = rows(daftra("open", "invoices", "-n", 1))[0]["client_id"]
    found = rows(daftra("open", "invoices", "--client-id", client, "--all", "--columns", "id,client_id"))
    assert found
    assert {row["client_id"] for row in found} == {client}
    shown = daftra("open", "invoices", "--client-id", client, "--all", "--table", "--columns", "id").stdout.splitlines()
    assert shown[-1].startswith(f"{len(found)} open invoice")
    assert "shown" not in shown[-1]


def test_an_account_without_any(daftra_own) -> None:
    assert daftra_own("open", "invoices", "--table").stdout == "no open invoices\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("clients",), "'clients' cannot be open, only invoices can: daftra open"),
        (("invoices", "--columns", "summary_unpaied"), "did you mean summary_unpaid"),
        (("invoices", "--older-than", "-1"), "'--older-than'"),
        (("invoices", "--older-than", "999999999999"), "--older-than: 999999999999 was given; expected fewer days"),
    ],
)
def test_refused_before_anything_is_sent(daftra, demo_account, arguments, told) -> None:
    before = len(demo_account.requests)
    result = daftra("open", *arguments)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert len(demo_account.requests) == before


def test_sums_are_by_currency_and_exact() -> None:
    sent = [("0.1", "SAR"), ("0.2", "SAR"), (None, "SAR"), ("1234567.25", "EGP")]
    found = [structure(Invoice, {"summary_unpaid": amount, "currency_code": code}) for amount, code in sent]
    assert _unpaid(found) == "1,234,567.25 EGP, 0.3 SAR (1 invoice without an amount)"
