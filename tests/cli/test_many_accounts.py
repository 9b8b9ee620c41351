"""The export of many accounts by the command, on a cluster of this process."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from rich.console import Console

from daftra_async.cli.many_accounts import Shown, accounts_summary
from daftra_async.export import ExportReport, ProgressEvent, ResourceReport

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from daftra_async.sandbox import Sandbox


def resource(account: str, name: str, **rest: Any) -> ResourceReport:
    values: dict[str, Any] = {"file": f"{name}.jsonl", "records": 1200, "announced": 1200, **rest}
    return ResourceReport(resource=name, operation=f"{name}.list", account=account, **values)


def one(*resources: ResourceReport) -> ExportReport:
    return ExportReport(resources=resources, seconds=1.5)


GOOD = one(resource("acme", "clients"), resource("acme", "brands"))
BAD = one(*(resource("other", f"r{n}", file=None, error="403 [red]no\x1b[2J", error_type="ServerError") for n in range(5)))


def accounts_file(folder: Path, sandbox: Sandbox) -> Path:
    for name, key in (("a", sandbox.api_key), ("b", sandbox.api_key), ("c", "wrong")):
        (folder / f"{name}.key").write_text(key)
    tables = [f'[[account]]\nname = "{n}"\nbase_url = "{sandbox.url}"\napi_key_file = "{folder}/{n}.key"\n' for n in "abc"]
    (folder / "accounts.toml").write_text("".join(tables))
    return folder / "accounts.toml"


def test_a_scheduler_gets_the_accounts(shell: Callable[..., Any], own_account: Sandbox, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    from distributed import LocalCluster

    file = accounts_file(tmp_path, own_account)
    with LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address="127.0.0.1:0", protocol="tcp"
    ) as cluster:
        options = "--accounts", file, "--dask", cluster.scheduler_address, "--out", tmp_path / "out", "--summary", tmp_path / "s"
        result = shell("export", "brands", "stores", *options)
    assert result.exit_code == 1
    assert "2 of 3 accounts ok" in result.stdout
    assert "c: failed: brands: 401" in result.stderr.replace("brands.list: ", "")
    assert "a: " in result.stderr
    summary = json.loads((tmp_path / "s").read_text())
    assert {name: sums["ok"] for name, sums in summary["accounts"].items()} == {"a": True, "b": True, "c": False}
    assert (tmp_path / "out" / "b" / "brands.jsonl").exists()


def test_what_is_missing_is_named(shell: Callable[..., Any], own_account: Sandbox, tmp_path: Path) -> None:
    file = accounts_file(tmp_path, own_account)
    alone = shell("export", "brands", "--workers", 2)
    both = shell("export", "brands", "--accounts", file, "--workers", 2, "--dask", "tcp://127.0.0.1:1")
    more = shell("export", "brands", "--accounts", file, "--workers", 2, "--account", "acme")
    assert {each.exit_code for each in (alone, both, more)} == {2}
    assert "--workers: no file of accounts was given; expected --accounts too" in alone.stderr
    assert "--dask: --workers was given too; expected one of them" in both.stderr
    assert "--accounts: --account, --api-key" in more.stderr
    file.write_text('[[account]]\naccount = "acme"\napi_key = "literal"\n')
    file.chmod(0o600)
    assert "holds credentials" in shell("export", "brands", "--accounts", file, "--workers", 2).stderr


def test_without_the_extra_it_says_how_to_install_it(
    shell: Callable[..., Any], own_account: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("daftra_async.integrations.dask")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = shell("export", "brands", "--accounts", accounts_file(tmp_path, own_account), "--workers", 2)
    assert result.exit_code == 2
    assert "distributed is not installed; run: pip install 'daftra-async[dask]'" in result.stderr


def test_failures_are_told_at_once_by_account() -> None:
    for terminal in (True, False):
        file = io.StringIO()
        with Shown(Console(file=file, force_terminal=terminal, width=200, color_system=None), 3) as shown:
            shown.moved(ProgressEvent(account="acme", resource="invoices", state="page", records=1500, total=6000))
            shown.ended("acme", GOOD)
            shown.ended("other", BAD)
        text = file.getvalue()
        assert "other: failed: r0: 403 [red]no\N{REPLACEMENT CHARACTER}[2J; r1: " in text
        assert "; and 2 more" in text
        assert ("acme: 2,400 records, 2 lists, 1.50 s" in text) is not terminal
        assert ("2/3" in text) is terminal
        assert ("acme/invoices" in text) is terminal


def test_a_bar_of_a_list_ends_with_the_list_or_its_account() -> None:
    page = ProgressEvent(account="acme", resource="invoices", state="page", records=1500, total=6000)
    other = attrs.evolve(page, account="other")
    with Shown(Console(file=io.StringIO(), force_terminal=True), 3) as shown:
        for event in (page, other, attrs.evolve(page, records=3000)):
            shown.moved(event)
        assert list(shown._lists) == ["acme/invoices", "other/invoices"]
        shown.moved(attrs.evolve(page, state="finished"))
        assert list(shown._lists) == ["other/invoices"]
        shown.ended("other", BAD)
        assert shown._lists == {}


def test_the_table_names_accounts_that_need_a_look() -> None:
    file = io.StringIO()
    report = ExportReport(resources=(*GOOD.resources, *BAD.resources), seconds=2.0)
    Console(file=file, width=100).print(accounts_summary(report))
    text = file.getvalue()
    assert "acme" not in text
    assert "5 failed" in text
    assert "1 of 2 accounts ok" in text
