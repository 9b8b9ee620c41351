"""Five spreadsheets into an account: what would be done, then for real, then again.

    python examples/spreadsheets.py --sandbox

The samples are in examples/spreadsheets. Invoices name their client by its number, payments their invoice by its purchase order
number. Without `--sandbox` the account in the environment is only looked at: there the clients of the invoices are missing.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from daftra_async import ArgumentError, DaftraClient
from daftra_async.importing import import_file
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from daftra_async.importing import ImportReport

SAMPLES = Path(__file__).with_name("spreadsheets")
TABLES = {
    "clients": "clients.xlsx",
    "suppliers": "suppliers.csv",
    "products": "products.csv",
    "invoices": "invoices.csv",
    "invoice_payments": "payments.csv",
}


@asynccontextmanager
async def account(*, sandbox: bool) -> AsyncGenerator[DaftraClient, None]:
    if not sandbox:
        async with DaftraClient.from_env() as daftra:
            yield daftra
        return
    async with Sandbox("empty") as local, DaftraClient("acme", api_key=local.api_key, base_url=local.url) as daftra:
        yield daftra


def tell(what: str, report: ImportReport) -> None:
    print(f"{what} {report.resource}: {report.created} created, {report.changed} changed, {report.unchanged} as they were")
    for cell in report.cells:
        print(f"  row {cell.row}, {cell.column}: {cell.reason}")
    for doubt in report.doubts:
        print(f"  look at {doubt.column}, row {doubt.row}: {doubt.reason}")


async def main() -> int:
    parser = argparse.ArgumentParser(description="Import the sample spreadsheets.")
    parser.add_argument("--sandbox", action="store_true", help="into a local account")
    arguments = parser.parse_args()
    try:
        # The result files are written beside the tables, so these are copied first.
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(SAMPLES, folder, dirs_exist_ok=True)
            async with account(sandbox=arguments.sandbox) as daftra:
                ok = True
                for resource, name in TABLES.items():
                    path = Path(folder, name)
                    tell("would be, of", await import_file(daftra, resource, path, dry_run=True))
                    if arguments.sandbox:
                        report = await import_file(daftra, resource, path)
                        tell("now, of", report)
                        tell("again, of", await import_file(daftra, resource, path))
                        ok = ok and report.ok
                return 0 if ok else 1
    except ArgumentError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
