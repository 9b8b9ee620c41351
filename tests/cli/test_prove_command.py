"""The table, the questions before anything is written, the file, and how the command ends."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from daftra_async.prove import EXPERIMENTS
from daftra_async.sandbox import Behaviours, Rule, Sandbox
from daftra_async.sandbox.store import NewRecord
from tests.cli.conftest import Served, use

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_is_read(daftra_own, own_account, tmp_path) -> None:
    result = daftra_own("prove")
    assert result.exit_code == 0, result.output
    assert "✓  bookings.list: envelope" in result.stdout
    assert "not answered (needs --write --leave): attendance_logs.create" in result.stdout
    assert "not answered (needs --write --load): rate_limit" in result.stdout
    assert result.stdout.endswith("Written to proof.json.\n")
    assert {request.method for request in own_account.requests} == {"GET"}
    document = json.loads((tmp_path / "proof.json").read_text("utf-8"))
    assert len(document["findings"]) == len(EXPERIMENTS)


def test_a_narrow_terminal(daftra_own, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = daftra_own("prove", "--write", "--yes", "--all")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "…" not in result.stdout
    assert "✓  bookings.create: answer" in result.stdout


def test_what_is_written_is_asked_before(daftra_own, own_account, monkeypatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("daftra_async.cli.prove_command.agreed", lambda question: bool(asked.append(question)))
    result = daftra_own("prove", "--write", "--leave", "--only", "invoices.create")
    assert result.exit_code == 2
    assert asked == ["Make records up in this account?"]
    told = " ".join(result.stderr.split())
    assert "Do this only in a trial account" in told
    assert "does not say whether e-invoicing is on" in told
    assert "Some records stay" in told
    assert told.endswith("daftra: nothing was made")
    assert list(own_account.ledger) == []
    monkeypatch.setattr("daftra_async.cli.prove_command.agreed", lambda question: True)
    assert "2 records made, all gone again" in daftra_own("prove", "--write", "--only", "invoices.create").stdout


def test_nothing_is_made_without_a_terminal_to_ask_on(daftra_own, own_account) -> None:
    result = daftra_own("prove", "--write", "--only", "invoices.create")
    assert result.exit_code == 2
    assert "add --yes" in result.stderr
    assert list(own_account.ledger) == []


def test_an_account_with_einvoicing_is_refused(daftra_own, own_account) -> None:
    own_account.account.store.add([NewRecord("site", {"id": 1, "einvoice_enabled": "1"})])
    result = daftra_own("prove", "--write", "--yes")
    assert result.exit_code == 2
    assert "--write: e-invoicing is switched on in this account" in result.stderr
    assert list(own_account.ledger) == []


def test_what_to_write_in_a_program_is_said(shell, monkeypatch) -> None:
    with Served(seed="empty", behaviours=Behaviours(discount="unit", included_tax="added")) as sandbox:
        use(sandbox, monkeypatch)
        result = shell("prove", "--write", "--yes", "--only", "discount", "--only", "included_tax")
    assert result.exit_code == 0
    assert "≠" in result.stdout
    assert "assumed: line" in result.stdout
    assert 'For this account: daftra_async.money.Rules(line_discount="unit", included_tax="added")' in result.stdout


def test_json_and_output(daftra_own, tmp_path) -> None:
    result = daftra_own("prove", "--only", "clock", "--json", "--output", "mine.json")
    assert json.loads(result.stdout) == json.loads((tmp_path / "mine.json").read_text("utf-8"))
    assert not (tmp_path / "proof.json").exists()


def test_what_stayed_is_told(daftra_own, own_account) -> None:
    own_account.faults.rules = [Rule("500", operation="clients.delete")]
    result = daftra_own("prove", "--write", "--yes", "--only", "invoices.create")
    assert result.exit_code == 1
    assert "daftra: stayed: clients 1 (the account answers 500)" in result.stderr
    assert "2 records made, 1 stayed" in result.stdout


def test_what_was_allowed_to_stay_is_no_failure(daftra_own) -> None:
    result = daftra_own("prove", "--write", "--leave", "--yes", "--only", "cost_centers.create")
    assert result.exit_code == 0
    assert "1 record made, 1 stayed" in result.stdout


def test_the_list_sends_nothing(daftra_own, own_account) -> None:
    result = daftra_own("prove", "--list")
    assert result.exit_code == 0
    assert "never tried" in result.stdout
    assert list(own_account.requests) == []


def test_wrong_arguments(daftra_own, own_account) -> None:
    for arguments in (("--only", "clocks"), ("--leave",), ("--load",), ("--output", "nowhere/proof.json")):
        result = daftra_own("prove", *arguments)
        assert result.exit_code == 2, arguments
        assert result.stderr.startswith("daftra: ")
    assert list(own_account.requests) == []


async def test_ctrl_c_deletes_what_was_made(tmp_path) -> None:
    reached = asyncio.Event()

    @web.middleware
    async def watch(request, handler):
        if sandbox.operation_of(request) == "invoices.create":
            reached.set()
        return await handler(request)

    async with Sandbox("empty", middlewares=[watch]) as sandbox:
        environment = {**os.environ, "DAFTRA_BASE_URL": sandbox.url, "DAFTRA_API_KEY": sandbox.api_key}
        command = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", "import sys; from daftra_async.cli.app import run; sys.exit(run(sys.argv[1:]))"),
            *("prove", "--write", "--yes"),
            env=environment,
            cwd=tmp_path,
            stderr=asyncio.subprocess.PIPE,
        )
        await asyncio.wait_for(reached.wait(), 60)
        command.send_signal(signal.SIGINT)
        _, told = await command.communicate()
        assert sandbox.count("client") == sandbox.count("invoice") == 0
        assert len(sandbox.ledger) > 1
    assert (command.returncode, told) == (130, b"daftra: interrupted\n")
    assert list(tmp_path.iterdir()) == []
