"""What somebody does first with an installed package; run by `try_wheel.py` where nothing else is installed.

python smoke.py VERSION FOLDER
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from decimal import Decimal
from pathlib import Path

import daftra_async
from daftra_async import ClientInput, DaftraClient
from daftra_async.sandbox import Sandbox


async def program(*arguments: str, **variables: str) -> str:
    """Run a command and return what it printed; its failure is ours."""
    process = await asyncio.create_subprocess_exec(
        *arguments, env={**os.environ, **variables}, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await process.communicate()
    assert process.returncode == 0, f"{arguments}: {process.returncode}\n{out.decode()}\n{err.decode()}"
    return out.decode()


async def main(version: str, folder: Path) -> None:
    """Read, write and export."""
    assert daftra_async.__version__ == version
    assert Path(sys.prefix) in Path(daftra_async.__file__).parents, f"{daftra_async.__file__} is not the installed one"
    async with Sandbox("demo") as sandbox:
        async with DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
            page = await daftra.invoices.list(limit=5)
            assert len(page.data) == 5
            invoice = await daftra.invoices.get(page.data[0].id)
            assert isinstance(invoice.summary_total, Decimal)
            created = await daftra.clients.create(ClientInput(business_name="شركة النور", email="nour@example.com"))
            client = await daftra.clients.get(created.id)
            assert client.business_name == "شركة النور"
            brands = [brand.name async for brand in daftra.brands.list()]
            assert brands
        account = {"DAFTRA_ACCOUNT": "acme", "DAFTRA_API_KEY": sandbox.api_key, "DAFTRA_BASE_URL": sandbox.url}
        scripts = Path(sys.executable).parent
        daftra_command = next(path for path in (scripts / "daftra", scripts / "daftra.exe") if path.exists())
        await program(str(daftra_command), "export", "brands", "clients", "--out", str(folder), PYTHONUTF8="1", **account)
        rows = [json.loads(line) for line in (folder / "clients.jsonl").read_text("utf-8").splitlines()]
        assert len(rows) == sandbox.counts()["clients.list"]
        assert "شركة النور" in {row["business_name"] for row in rows}
        report = await program(sys.executable, "-m", "daftra_async", **account)
        assert "daftra_async" in report
        assert version in report
        assert sandbox.api_key not in report
    print(f"Python {sys.version.split()[0]}: read, wrote and exported {len(rows)} clients")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
