from __future__ import annotations

import inspect
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from daftra_async.cli import export_command
from daftra_async.cli.app import app, load
from daftra_async.errors import ArgumentError, RequestNotSent
from daftra_async.export import ExportReport, ProgressEvent, ResourceReport, export

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

SECRET = "k3y-that-nobody-may-see"


def resource(name: str, **rest: Any) -> ResourceReport:
    defaults: dict[str, Any] = {
        "file": f"{name}.jsonl",
        "records": 1200,
        "pages": 2,
        "bytes": 3400,
        "seconds": 0.5,
        "announced": 1200,
    }
    return ResourceReport(resource=name, operation=f"{name}.list", **(defaults | rest))


GOOD = resource("clients")
SKIPPED = ResourceReport(resource="entities", operation="entities.list", skipped="needs entity")
REFUSED = resource("brands", file=None, error="brands.list: 403 [red]no\x1b[0m", error_type="PermissionDeniedError")
DRIFTED = resource("products", announced=1300)
WRONG_KEY = resource("taxes", file=None, records=0, error="taxes.list: 401 Unauthorized", error_type="AuthenticationError")


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ACCOUNT", "API_KEY", "ACCESS_TOKEN", "BASE_URL"):
        monkeypatch.delenv(f"DAFTRA_{name}", raising=False)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the command gave to the export; `result` is what it gets back, or the error it meets."""
    asked: dict[str, Any] = {"result": (GOOD, SKIPPED)}

    @asynccontextmanager
    async def connected(accounts: Path | None, *credentials: str | None) -> AsyncIterator[str]:
        asked["accounts"], asked["credentials"] = accounts, credentials
        yield "client"

    async def export(client: str, *, progress: Callable[[ProgressEvent], None], **rest: Any) -> ExportReport:
        asked.update(rest)
        if isinstance(asked["result"], BaseException):
            raise asked["result"]
        progress(ProgressEvent(resource="clients", state="started"))
        progress(ProgressEvent(resource="clients", state="page", records=1200, pages=1, total=1200))
        progress(ProgressEvent(resource="clients", state="finished", records=1200, pages=2, bytes=3400, seconds=0.5))
        progress(ProgressEvent(resource="entities", state="skipped", reason="needs entity"))
        progress(ProgressEvent(resource="brands", state="failed", reason="[bold]403[/bold] no\x1b[0m"))
        return ExportReport(resources=asked["result"], seconds=0.6)

    monkeypatch.setattr(export_command, "connected", connected)
    monkeypatch.setattr(export_command, "export", export)
    return asked


def call(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


def test_options_reach_the_export(asked: dict[str, Any], tmp_path: Path) -> None:
    result = call("clients", "invoices", "--out", tmp_path, "--concurrency", 3, "--page-size", 50, "--account", "acme")
    assert result.exit_code == 0, result.output
    assert asked["resources"] == ["clients", "invoices"]
    assert (asked["to"], asked["concurrency"], asked["page_size"]) == (tmp_path, 3, 50)
    assert asked["credentials"] == ("acme", None, None, None)


def test_places_formats_and_times_reach_the_export(asked: dict[str, Any], tmp_path: Path) -> None:
    assert call("clients", "--to", "sqlite:///acme.db", "--since", "last", "--fresh", "--pages-ahead", 2).exit_code == 0
    assert (asked["to"], asked["since"], asked["resume"], asked["pages_ahead"]) == ("sqlite:///acme.db", "last", False, 2)
    assert call("clients", "--format", "csv", "--since-by", "created", "--accounts", tmp_path / "a.toml").exit_code == 0
    assert (str(asked["to"]), asked["format"], asked["since_by"], asked["resume"]) == ("out", "csv", "created", True)
    assert asked["accounts"] == tmp_path / "a.toml"


def test_accounts_resumed_parts_and_increments_are_shown(asked: dict[str, Any]) -> None:
    asked["result"] = (
        resource("clients", account="acme", resumed="part"),
        resource("brands", account="acme", resumed="done"),
        resource("taxes", account="other", records=3, received=5, held=1200, announced=5, incremental="modified >= 2026-01-31"),
    )
    result = call("--all")
    assert result.exit_code == 0
    rows = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "acme/clients 1,200 2 0.50 3.4 kB ok; resumed" in rows
    assert "acme/brands 1,200 2 0.50 3.4 kB ok; fetched before the interruption" in rows
    assert "other/taxes 3 2 0.50 3.4 kB ok; modified >= 2026-01-31; 1,200 there now" in rows


def test_short_lists_and_csv_options_reach_the_export(asked: dict[str, Any]) -> None:
    asked["result"] = (resource("clients", announced=1300, held=1250, incomplete="1200 of 1300 announced"),)
    result = call(
        "clients", "--incomplete", "keep:clients", "--incomplete", "keep:brands", "--csv-safe", "--csv-bom", "--format", "csv"
    )
    assert result.exit_code == 0, result.output
    assert list(asked["incomplete"]) == ["keep:clients", "keep:brands"]
    assert (asked["csv_safe"], asked["csv_bom"]) == (True, True)
    assert "kept: 1200 of 1300 announced; 1,250 there now" in result.output
    call("clients")
    assert (asked["incomplete"], asked["csv_safe"], asked["csv_bom"]) == ((), False, False)


def test_all_goes_with_named_lists(asked: dict[str, Any]) -> None:
    assert call("--all", "workflow_records:workflow_id=36").exit_code == 0
    assert asked["resources"] == ["workflow_records:workflow_id=36", "*"]


def test_plain_lines_and_a_table_when_there_is_no_terminal(asked: dict[str, Any]) -> None:
    result = call("--all")
    assert "clients: 1,200 records, 2 pages, 0.50 s, 3.4 kB, 2,400/s\n" in result.stderr
    assert "entities: skipped: needs entity\n" in result.stderr
    assert "brands: failed: [bold]403[/bold] no\N{REPLACEMENT CHARACTER}[0m\n" in result.stderr
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["resource", "records", "pages", "seconds", "bytes", "result"] in rows
    assert ["clients", "1,200", "2", "0.50", "3.4", "kB", "ok"] in rows
    assert ["entities", "-", "-", "-", "-", "skipped:", "needs", "entity"] in rows
    assert ["1", "file", "1,200", "2", "0.60", "3.4", "kB", "2,000/s"] in rows
    assert "\x1b" not in result.output


@pytest.mark.parametrize(
    ("resources", "code", "text"),
    [
        ((GOOD, SKIPPED), 0, "ok"),
        ((GOOD, REFUSED), 1, "failed: brands.list: 403 [red]no\N{REPLACEMENT CHARACTER}[0m"),
        ((GOOD, DRIFTED), 1, "differs: 1,300 announced"),
        ((GOOD, WRONG_KEY), 1, "401 Unauthorized"),
        ((WRONG_KEY, SKIPPED), 2, "daftra: taxes.list: 401 Unauthorized; run `daftra doctor`\n"),
    ],
)
def test_exit_code_says_how_it_went(asked: dict[str, Any], resources: tuple[ResourceReport, ...], code: int, text: str) -> None:
    asked["result"] = resources
    result = call("--all")
    assert result.exit_code == code
    assert text in result.output


MANY = tuple(resource(f"a_resource_with_a_long_name_{number}") for number in range(60))


@pytest.mark.parametrize("width", ["80", "160"])
def test_summary_of_many_fits_a_terminal_and_breaks_no_name(
    asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    asked["result"] = (*MANY, SKIPPED, resource("invoices_of_a_long_name_too", error="invoices.list: 403 " + "no, never " * 8))
    lines = call("--all").stdout.splitlines()
    assert len(lines) <= 23
    assert all(len(line) <= int(width) for line in lines[:-1])
    assert any(line.startswith(" invoices_of_a_long_name_too ") for line in lines)
    assert lines[-1] == "60 ok, 1 skipped: --verbose shows them"
    whole = call("--all", "--verbose").stdout
    assert all(f" {each.resource} " in whole for each in MANY)
    assert "--verbose" not in whole


@pytest.mark.parametrize(
    ("error", "code", "text"),
    [
        (ArgumentError("account: 'a b' is malformed"), 2, "daftra: account: 'a b' is malformed\n"),
        (RequestNotSent("no connection"), 1, "daftra: no connection\n"),
        (PermissionError(13, "Permission denied", "out"), 1, "Permission denied"),
        (KeyboardInterrupt(), 130, "daftra: interrupted\ndaftra: run it again to resume\n"),
    ],
)
def test_errors_are_one_sentence(asked: dict[str, Any], error: BaseException, code: int, text: str) -> None:
    asked["result"] = error
    result = call("clients")
    assert result.exit_code == code
    assert text in result.stderr
    assert "Traceback" not in result.output


def test_summary_file_is_the_report_also_of_a_failure(asked: dict[str, Any], tmp_path: Path) -> None:
    asked["result"] = (GOOD, REFUSED)
    assert call("--all", "--summary", tmp_path / "deep" / "summary.json").exit_code == 1
    data = json.loads((tmp_path / "deep" / "summary.json").read_text("utf-8"))
    assert (data["ok"], data["failed"], data["records"]) == (False, 1, 1200)
    assert [r["resource"] for r in data["resources"]] == ["clients", "brands"]


def test_summary_that_cannot_be_written_is_a_failure(asked: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = call("--all", "--summary", tmp_path / "file" / "summary.json")
    assert result.exit_code == 1
    assert "the summary could not be written" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((), "name resources, or give --all"),
        (("client",), "did you mean clients"),
        (("workflow_records",), "needs workflow_id"),
        (("clients", "--concurrency", "0"), "--concurrency"),
        (("clients", "--page-size", "-1"), "--page-size"),
        (("clients", "--no-such-option"), "--no-such-option"),
        (("clients", "--out", "a", "--to", "b"), "both were given"),
        (("clients", "--accounts", "a.toml"), "either the file or these"),
        (("clients", "--format", "ods"), "ods"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], text: str) -> None:
    result = call(*arguments, "--account", "acme") if arguments else call()
    assert result.exit_code == 2
    assert text in result.output


def test_bad_times_are_refused() -> None:
    result = call("clients", "--since", "yesterday", "--account", "acme", "--api-key", SECRET)
    assert result.exit_code == 2
    assert "since: 'yesterday' was given" in result.stderr


def test_passwords_of_databases_are_never_shown(tmp_path: Path) -> None:
    url = f"postgresql+asyncpg://erp:{SECRET}@127.0.0.1:9/erp"
    for arguments in (("--to", url), ("--to", url, "--format", "csv"), ("--to", url.replace("//", "/")), (url,)):
        result = call("clients", "--base-url", "http://127.0.0.1:9", "--api-key", "k3y", *arguments)
        assert result.exit_code in {1, 2}
        assert result.stderr.startswith("daftra: ")
        assert SECRET not in result.output


def test_missing_settings_are_named() -> None:
    result = call("clients")
    assert result.exit_code == 2
    assert "DAFTRA_ACCOUNT" in result.stderr
    result = call("clients", "--account", "acme")
    assert result.exit_code == 2
    assert "DAFTRA_API_KEY" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("clients", "--account", "not an account", "--api-key", SECRET),
        ("clients", "--account", "acme", "--api-key", SECRET, "--access-token", SECRET),
        ("clients", "--account", "acme", "--api-key", f"{SECRET}\n"),
        ("clients", "--base-url", "http://127.0.0.1:9", "--api-key", SECRET),
        ("clients", "--account", "acme", f"--apikey={SECRET}"),
    ],
)
def test_secrets_are_never_shown(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = call(*arguments, "--out", tmp_path)
    assert result.exit_code in {1, 2}
    assert SECRET not in result.output
    assert "Traceback" not in result.output


def test_every_option_of_the_function_is_one_of_the_command() -> None:
    given = {option for param in load("export").params for option in (*param.opts, *param.secondary_opts)}
    # The command has --split in place of divide: it starts the workers that the windows are for.
    # A command is not repeated by the system of tasks that would name its run.
    names = inspect.signature(export).parameters.keys() - {"client", "resources", "progress", "divide", "run"}
    # Python takes a timedelta as overlap; the command has no way to write one.
    assert {f"--{name.replace('_', '-')}" for name in names - {"overlap"}} <= given | {"--resume"}
    assert {"--fresh", "--no-resume"} <= given


@pytest.mark.parametrize(
    ("to", "told"),
    [("acme.csv", "--format csv"), ("acme.DB", "--to sqlite:///acme.DB"), ("acme.duckdb", "--to duckdb:///acme.duckdb")],
)
@pytest.mark.parametrize("option", ["--to", "--out"])
def test_the_name_of_a_file_does_not_become_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str, to: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["export", "brands", option, to])
    assert result.exit_code == 2
    assert result.stderr == f"daftra: {option} {to}: it would become a folder; name one without the ending, or use {told}\n"
    assert not list(tmp_path.iterdir())
