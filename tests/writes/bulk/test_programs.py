"""The example runs as it stands."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from daftra_async.sandbox import Sandbox
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.writes.bulk import read_dead_letters

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "bulk_import.py"


async def run(sandbox: Sandbox, *arguments: str) -> tuple[int | None, str, str]:
    environment = {"DAFTRA_ACCOUNT": "acme", "DAFTRA_API_KEY": sandbox.api_key, "DAFTRA_BASE_URL": sandbox.url}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-X", "dev", "-W", "error", str(EXAMPLE), "--pause", "0", *arguments),
        env={**environment, "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    return process.returncode, out.decode(), err.decode()


async def test_import_each_client_once(tmp_path: Path) -> None:
    table, failed = tmp_path / "clients.csv", tmp_path / "failed.jsonl"
    rows = [f"N-{at},Company {at},{'no such type' if at == 5 else 2}" for at in range(40)]
    table.write_text("client_number,business_name,type\n" + "\n".join(rows) + "\n", "utf-8")
    faults = Faults([Rule(("drop-after-read", "reset", "500-after", "429"), operation="clients.create", probability=0.3)])
    async with Sandbox("demo", faults=faults) as sandbox:
        status, out, err = await run(sandbox, str(table), "--failed", str(failed))
        assert status == 1, err
        assert "Warning" not in err
        faults.enabled = False
        status, out, err = await run(sandbox, str(table), "--failed", str(failed))
        assert status == 1, err
        assert "BulkResult(successful=" in out
        (letter,) = read_dead_letters(failed)
        assert (letter.reference, letter.bucket) == ("N-5", "failed")
        stored = [record.body["client_number"] for record in sandbox.account.store.all("client")]
        stored = sorted(each for each in stored if str(each).startswith("N-"))
        assert stored == sorted(f"N-{at}" for at in range(40) if at != 5)


async def test_import_of_a_bad_table(tmp_path: Path) -> None:
    table = tmp_path / "clients.csv"
    table.write_text("business_name\nSomebody\n", "utf-8")
    async with Sandbox("empty") as sandbox:
        status, _, err = await run(sandbox, str(table), "--failed", str(tmp_path / "failed.jsonl"))
        assert status == 2
        assert "items[0]: reference: " in err  # development mode also reports slow steps there
        assert not sandbox.ledger
