"""Choose the source for a client, a folder or a URL."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from daftra_async._text import refuse
from daftra_async._words import only_python
from daftra_async.client import DaftraClient
from daftra_async.export.open_store import is_remote, is_url
from daftra_async.report.sources.account import read_account
from daftra_async.report.sources.folder import read_folder

if TYPE_CHECKING:
    from daftra_async.report.sources.held import Held


async def read_source(source: DaftraClient | str | Path, *, account: str, keep: bool) -> Held:
    """Read what a report needs.

    Args:
        source: A client, the folder of an export, or `duckdb:///acme.duckdb`.
        account: Name of the account in an export of several.
        keep: Whether lists of the account that come short are used anyway.

    Raises:
        ArgumentError: the place is another one, or holds no invoices.
        DaftraError: a list of the account cannot be read.
        OSError: a file cannot be read.
    """
    if isinstance(source, DaftraClient):
        if account:
            refuse("account", "it was given with a client, which has one account", "it with an export")
        return await read_account(source, keep=keep)
    if is_url(source):
        url = str(source)
        if is_remote(url) or not url.startswith("duckdb:"):
            refuse(
                "source", "this URL cannot be read", f"the folder of an export, or duckdb:///FILE{only_python(', or a client')}"
            )
        from daftra_async.report.sources.database import read_duckdb  # noqa: PLC0415  # its library is optional

        return await asyncio.to_thread(read_duckdb, url, account)
    folder = source if isinstance(source, Path) else Path(source)
    return await asyncio.to_thread(read_folder, folder, account)
