from __future__ import annotations

import json
import re
import sys
from typing import Any

import pytest
from aiohttp import web
from rich.cells import cell_len

from daftra_async.cli import record_tables
from tests.cli.conftest import Served, use


def rows(result) -> list[dict]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_elsewhere_than_a_terminal_records_are_lines_of_json(daftra, demo_account) -> None:
    before = len(demo_account.requests)
    found = rows(daftra("list", "invoices", "-n", 3))
    assert [row["id"] for row in found] == sorted((row["id"] for row in found), reverse=True)
    assert isinstance(found[0]["summary_total"], str)
    assert len(list(demo_account.requests)[before:]) == 1
    assert ("limit", "3") in demo_account.requests[-1].query


def test_table_tells_how_many_there_are(daftra, demo_account, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    out = daftra("list", "invoices", "--table").stdout
    lines = [line.rstrip() for line in out.splitlines()]
    assert lines[1].split() == ["id", "no", "client", "date", "total", "currency", "unpaid", "status"]
    assert lines[-1] == f"20 of {demo_account.count('invoices.list'):,} shown"
    assert all(len(line) <= 110 for line in lines)
    assert any("\u0600" <= char <= "\u06ff" for char in out)
    totals = [re.search(r"[\d,]+\.\d\d(?=   [A-Z]{3})", line) for line in lines[3:-2]]
    assert len({match.end() for match in totals if match and not re.search("[\u0600-\u06ff]", match.string)}) == 1


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_rows_are_lines_however_narrow_the_terminal_is(daftra, monkeypatch, width) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = daftra("list", "invoices", "--table", "-n", 5).stdout.splitlines()
    assert len(lines) == 1 + 2 + 5 + 1 + 1
    assert "5,800" in lines[-1]
    assert lines[1].split()[:2] == ["id", "no"]
    assert ("; in a wider terminal also: " in lines[-1]) == (width < 110), "columns that are left out are named"
    assert "unpaid" in lines[1] + lines[-1]


def test_all_walks_every_page(daftra, demo_account) -> None:
    found = rows(daftra("list", "clients", "--all", "--columns", "id"))
    assert len(found) == demo_account.count("clients.list")
    assert set(found[0]) == {"id"}


def test_conditions_of_v1_are_its_parameters(daftra, demo_account) -> None:
    found = rows(daftra("list", "invoices", "--where", "date>=2026-01-01", "--where", "payment_status=overpaid", "-n", 5))
    assert ("date_from", "2026-01-01") in demo_account.requests[-1].query
    assert ("payment_status", "4") in demo_account.requests[-1].query
    assert all(row["date"] >= "2026-01-01" for row in found)


def test_conditions_of_v2_are_filters(daftra, demo_account) -> None:
    where = [
        "--where",
        "budget>=1000",
        "--where",
        "status=1",
        "--where",
        "status=3",
        "--where",
        "title~صيانة",
        "--where",
        "tags!=",
    ]
    result = daftra("list", "workflow_records", "--arg", "workflow_id=36", *where, "--sort", "-budget")
    assert result.exit_code == 0, result.output
    asked = demo_account.requests[-1].query
    assert ("filter[budget][gte]", "1000") in asked
    assert [value for name, value in asked if name == "filter[status][in][]"] == ["1", "3"]
    assert ("filter[title][like]", "صيانة") in asked
    assert ("filter[tags][is_null]", "0") in asked
    assert ("sort[budget]", "desc") in asked


def test_order_of_v1(daftra, demo_account) -> None:
    assert daftra("list", "invoices", "--sort", "-date", "-n", 1).exit_code == 0
    assert {("sort", "date"), ("direction", "DESC")} <= set(demo_account.requests[-1].query)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("invoice",), "did you mean invoices"),
        (("invoices", "--where", "clientid=3"), "did you mean client_id"),
        (("invoices", "--where", "client_id>3"), "client_id=value"),
        (("invoices", "--where", "date>2026-01-01"), "date>=value"),
        (("invoices", "--where", "client_id=abc"), "a whole number"),
        (("invoices", "--where", "client_id=1", "--where", "client_id=2"), "given twice"),
        (("invoices", "--where", "nonsense"), "field=value"),
        (("invoices", "--where", "payment_status=nonsense"), "4 (overpaid)"),
        (("invoices", "--columns", "summary"), "did you mean summary_"),
        (("invoices", "--where", "totl=5"), "did you mean summary_total"),
        (("invoices", "--where", "date>=yesterday"), "--where date>=: 'yesterday' was given"),
        (("invoices", "--sort", "dat"), "did you mean date"),
        (("workflow_records",), "--arg workflow_id="),
        (("workflow_records", "--arg", "workflow=36"), "did you mean workflow_id"),
        (("workflow_records", "--arg", "workflow_id=36", "--where", "titel=x"), "did you mean title"),
        (("site_info",), "no operation 'list'"),
    ],
)
def test_what_the_server_would_ignore_is_refused(daftra, demo_account, arguments, told) -> None:
    before = len(demo_account.requests)
    result = daftra("list", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    assert len(demo_account.requests) == before


def test_empty_list_says_so(daftra_own) -> None:
    assert daftra_own("list", "invoices", "--table").stdout == "no invoices\n"
    assert daftra_own("list", "invoices").stdout == ""


def test_every_list_has_columns(daftra, demo_account) -> None:
    for name in demo_account.counts():
        resource, _, verb = name.partition(".")
        result = daftra("list", resource, "--table", "-n", 2)
        assert verb == "list"
        assert result.exit_code == 0 or "--arg" in result.stderr, result.output


def test_arabic_is_isolated_on_a_terminal_only(monkeypatch) -> None:
    assert record_tables.text("شركة").plain == "شركة"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert record_tables.text("شركة 7").plain == "\u2068شركة 7\u2069"
    assert cell_len(record_tables.text("شركة").plain) == 4
    assert record_tables.text("Nile").plain == "Nile"


def test_words_of_the_server_cannot_steer_the_terminal(daftra_own, own_account) -> None:
    made = daftra_own("create", "clients", 'business_name:="x\\u001b[31m\\u202ey"', "email=a@example.com")
    assert made.exit_code == 0, made.output
    for result in (
        daftra_own("list", "clients", "--table"),
        daftra_own("get", "clients", json.loads(made.stdout)["id"], "--table"),
    ):
        assert "x\N{REPLACEMENT CHARACTER}" in result.stdout
        assert not {"\x1b", "\u202e"} & set(result.stdout)


def test_fields_that_the_list_cannot_be_asked_for_are_compared(daftra) -> None:
    found = rows(daftra("list", "clients", "--where", "city=Riyadh", "--where", "city=Dammam", "-n", 5))
    assert {row["city"] for row in found} <= {"Riyadh", "Dammam"}
    assert len(found) == 5
    assert rows(daftra("list", "clients", "--where", "client_number=none-such")) == []
    assert "no clients" in daftra("list", "clients", "--where", "client_number=none-such", "--table").stdout
    refused = daftra("list", "clients", "--where", "starting_balance=much")
    assert refused.exit_code == 2
    assert "starting_balance" in refused.output


@pytest.mark.parametrize("how", [["--json"], ["--table"], ["--json", "--where", "name=Value added"]])
def test_a_list_that_came_short_is_shown_and_is_a_failure(shell, monkeypatch, how) -> None:
    @web.middleware
    async def hide(request: web.Request, handler: Any) -> web.StreamResponse:
        answer: Any = await handler(request)
        if "taxes" not in request.path:
            return answer
        body = json.loads(answer.body)
        data = [{"Tax": {"id": "1", "name": "Value added"}}]
        return web.json_response({**body, "data": data, "pagination": {**body["pagination"], "total_results": 9}})

    with Served(seed="empty", middlewares=[hide]) as sandbox:
        use(sandbox, monkeypatch)
        result = shell("list", "taxes", "--all", *how)
    assert result.exit_code == 1
    assert re.fullmatch(r"daftra: taxes\.list: the list ended early, after \d of 9 announced records\n", result.stderr)
    assert "--where" in how or result.stdout
