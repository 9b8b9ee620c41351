"""The export of one account as a task for another process or machine: Dask, Airflow, Celery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daftra_async.export.api import export
from daftra_async.export.folder import AccountStore, FolderStore
from daftra_async.export.open_store import is_url, store_for
from daftra_async.export.options import file_options

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    import aiohttp

    from daftra_async.export.account import AccountSpec
    from daftra_async.export.options import ExportOptions
    from daftra_async.export.protocols import Store
    from daftra_async.export.report import ExportReport
    from daftra_async.settings import Settings


async def export_account(
    spec: AccountSpec,
    to: str | Path,
    *,
    session: aiohttp.ClientSession | None = None,
    settings: Settings | None = None,
    **options: Unpack[ExportOptions],
) -> ExportReport:
    """Export one account into a folder of its own below `to`, or into a database that holds several.

        asyncio.run(export_account(AccountSpec(account="acme", api_key_env="ACME_API_KEY"), "/data", since="last"))

    What `spec` names is read where this runs, so its arguments and its result can be sent to other machines. It may run again:
    files appear when they are complete, under names made of account and resource; what a killed run left is continued. Tasks of
    different accounts may run at the same time with the same `to`; a second one of the same account is refused (not with
    a URL such as `s3://`, where nothing is locked).

    Args:
        spec: The account, and where its credential is.
        to: A folder or its URL, such as `s3://bucket/folder` (files lie where `export` of several accounts puts them), or the URL
            of a database.
        session: A session that several accounts of this event loop share; it stays open.
        settings: Settings of the client.
        options: Those of `export`, such as `resources`, `format` and `since`.

    Raises:
        ArgumentError: an argument is invalid, the credential cannot be read, or another export of the account is at work.
        OSError: the place cannot be used.
    """
    place: str | Path | Store = to
    if not is_url(to):
        whole = store_for(to, **file_options(options))
        assert isinstance(whole, FolderStore), "else it is the URL of a database or store"
        # Others work in it beside this account.
        place = AccountStore(whole.folder, spec.name, whole.files)
    async with spec.resolve().client(session, settings) as client:
        return await export({spec.name: client}, to=place, **options)
