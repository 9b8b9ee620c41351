from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from daftra_async.sandbox import Sandbox

TABLE = "رقم العميل,Company,Phone,Credit limit\n0001,شركة النور,0500000001,100\n0002,Acme,0500000002,12.50\n"


def written(tmp_path: Path, text: str = TABLE) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(text, "utf-8")
    return path


def test_plan_import_and_again(daftra_own: Callable[..., Any], own_account: Sandbox, tmp_path: Path) -> None:
    path = written(tmp_path)
    plan = daftra_own("import", "clients", path, "--dry-run", "--table")
    assert plan.exit_code == 0
    assert "to create" in plan.output
    assert "2 rows: 2 to create (dry run: nothing was written)" in plan.output
    assert not own_account.writes
    first = daftra_own("import", "clients", path, "--patience", "0", "--table")
    assert first.exit_code == 0
    assert f"2 rows: 2 created; results in {tmp_path / 'clients.results.csv'}" in first.output
    again = daftra_own("import", "clients", path, "--patience", "0", "--table")
    assert "2 rows: 2 unchanged" in again.output
    assert len(own_account.writes) == 2


def test_rows_as_json(daftra_own: Callable[..., Any], tmp_path: Path) -> None:
    result = daftra_own("import", "clients", written(tmp_path), "--json")
    *rows, report = map(json.loads, result.stdout.splitlines())
    assert [(row["row"], row["outcome"]) for row in rows] == [(2, "created"), (3, "created")]
    assert (report["created"], report["ok"]) == (2, True)


def test_refused_cells_are_shown_one_by_one(daftra_own: Callable[..., Any], own_account: Sandbox, tmp_path: Path) -> None:
    path = written(tmp_path, TABLE.replace("12.50", "12 SAR") + "0003,B,5,1\n0004,C,1E+11,2\n")
    result = daftra_own("import", "clients", path, "--table")
    assert result.exit_code == 1
    assert "12 SAR" in result.output
    assert "without a currency" in result.output
    assert "--skip-refused" in result.output
    assert not own_account.writes


def test_columns_that_nothing_is_known_of(daftra_own: Callable[..., Any], tmp_path: Path) -> None:
    path = written(tmp_path, "Number,Kunde,Internal\n1,Acme,x\n")
    result = daftra_own("import", "clients", path)
    assert result.exit_code == 2
    assert "'Kunde'" in result.stderr
    mapping = tmp_path / "mapping.toml"
    options = ("--map", "Kunde=business_name", "--ignore", "Internal", "--save-mapping", mapping, "--dry-run", "--table")
    assert daftra_own("import", "clients", path, *options).exit_code == 0
    assert daftra_own("import", "clients", path, "--mapping", mapping, "--table").exit_code == 0


def test_wrong_usage(daftra_own: Callable[..., Any], tmp_path: Path) -> None:
    path = written(tmp_path)
    assert "HEADER=FIELD" in daftra_own("import", "clients", path, "--map", "Kunde").stderr
    assert "one of the two" in daftra_own("import", "clients", path, "--no-key", "--key", "email").stderr
    assert "did you mean clients" in daftra_own("import", "client", path).stderr
    for arguments in (("clients", tmp_path / "none.csv"), ("clients", path, "--delimiter", ";;")):
        assert daftra_own("import", *arguments).exit_code == 2


def test_what_is_unknown_has_a_code_of_its_own(daftra_own: Callable[..., Any], tmp_path: Path) -> None:
    path = written(tmp_path, "Name\nAcme\n")
    check = "row,key,outcome,id,message,time,check\n"
    assert daftra_own("import", "clients", path, "--no-key").exit_code == 0
    results = tmp_path / "clients.results.csv"
    line = results.read_text("utf-8-sig").splitlines()[1].split(",")
    results.write_text(check + ",".join(["2", "", "sending", "", "", *line[5:]]) + "\n", "utf-8")
    result = daftra_own("import", "clients", path, "--no-key", "--patience", "0", "--table")
    assert result.exit_code == 3
    assert "unknown" in result.output
