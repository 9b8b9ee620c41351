"""Exports of many accounts on the workers of Dask; needs the extra `dask` (`pip install daftra-async[dask]`).

    report = await export_accounts(load_specs("accounts.toml"), "s3://bucket/folder", scheduler="tcp://scheduler:8786")
    report = await export_accounts(load_specs("accounts.toml"), "/data", workers=4)   # processes of this machine

An account is one task, or a part of one when it is small. A worker has one event loop and one session, on which it exports
several accounts at a time; credentials are read there, and are never sent. A failure is that of one account. When a worker is
lost, its accounts go to the others, which continue them (in a folder that they share) or start over (behind a URL such as
`s3://`). An export is idempotent, so nothing is lost and nothing doubled.
"""

from __future__ import annotations

from daftra_async.integrations.dask.accounts import export_accounts

__all__ = ["export_accounts"]
