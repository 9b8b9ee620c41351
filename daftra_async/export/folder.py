"""Exports into folders: files of one kind, and a manifest beside them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import quote

from daftra_async.export.files import reopen, strange, write_json
from daftra_async.export.lock import FolderLock
from daftra_async.export.spool import FileSink

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from daftra_async.export.protocols import Job, Sink
    from daftra_async.export.tabular.files import TableFiles
    from daftra_async.export.tabular.sink import ColumnSink

MANIFEST: Final = ".daftra-export.json"
_LEFT: Final = (".*.jsonl.merge", ".*.arrow.merge", ".*.csv.part", ".*.parquet.part", ".*.xlsx.part", ".*.json.part")
"""What a killed run left beside the files it was making."""
_SPOOLS: Final = (".*.jsonl.part", ".*.arrow.part")
"""What runs that were cut off are continued with."""


class FolderStore:
    """A folder of files (without `files`, of JSON Lines); with several accounts, a folder for each of them in it."""

    keeps_checkpoints = False

    def __init__(self, folder: Path, files: TableFiles | None = None) -> None:
        self.folder = folder
        self.files = files
        self._locks: list[FolderLock] = []

    @property
    def name(self) -> str:
        """The folder."""
        return str(self.folder)

    @property
    def reports(self) -> Path:
        """Where the census goes."""
        return self.folder

    @property
    def keeps_rows(self) -> bool:
        """JSON Lines can be merged; of other files the rows have to be kept beside them."""
        return self.files is None

    async def open(self) -> None:
        """Make the folder, and keep other exports out of it."""
        self._take(self.folder)

    async def close(self) -> None:
        """Let other exports in."""
        while self._locks:
            self._locks.pop().release()

    async def load(self, account: str) -> dict[str, Any] | None:
        """Read the manifest of an account; what is not a JSON object, or is not there, is None. Its folder is made and locked.

        Raises:
            StoreError: the folder or the manifest is a link.
        """
        folder = self._folder(account)
        if account:
            if folder.is_symlink():
                raise strange(folder)
            self._take(folder)
        try:
            with reopen(folder / MANIFEST) as file:
                text = file.read()
        except FileNotFoundError:
            return None
        return read_manifest(text, lambda name: self.has(folder, name))

    def has(self, folder: Path, name: str) -> bool:
        """Return whether what an earlier run wrote is still there."""
        return (folder / name).exists()

    async def save(self, account: str, manifest: Mapping[str, Any]) -> None:
        """Write the manifest of an account.

        It is not forced to the disk: an older one only means that a few more pages are fetched again. When the run is complete,
        nobody will continue what it has left of resources that failed.
        """
        folder = self._folder(account)
        write_json(folder / MANIFEST, manifest, indent=None)
        if manifest.get("complete"):
            for pattern in _SPOOLS:
                for part in folder.glob(pattern):
                    part.unlink(missing_ok=True)

    def sink(self, job: Job) -> Sink:
        """Return what takes the resource."""
        return sink_into(self._folder(job.account), job, self.files)

    def _folder(self, account: str) -> Path:
        return self.folder / quote(account, safe=" ") if account else self.folder

    def _take(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(folder)
        lock.acquire()
        self._locks.append(lock)
        for pattern in _LEFT:
            for part in folder.glob(pattern):
                part.unlink(missing_ok=True)


class AccountStore(FolderStore):
    """The folder of one account in the folder of all, into which other processes may export others at the same time."""

    def __init__(self, folder: Path, account: str, files: TableFiles | None = None) -> None:
        super().__init__(folder, files)
        self._account = account

    @property
    def reports(self) -> Path:
        """Where the census goes."""
        return self._folder(self._account)

    async def open(self) -> None:
        """Leave the folder to all; that of the account is made and locked by `load`."""


def sink_into(folder: Path, job: Job, files: TableFiles | None) -> FileSink | ColumnSink:
    """Return what takes a resource into a folder; without `files`, as JSON Lines."""
    if files is None:
        return FileSink(job, folder)
    from daftra_async.export.tabular.sink import ColumnSink  # noqa: PLC0415  # its library is optional

    return ColumnSink(job, folder, files)


def read_manifest(text: bytes, exists: Callable[[str], bool]) -> dict[str, Any] | None:
    """Read a manifest; None unless it is a JSON object.

    Resources whose file is gone are left out: they are not done any more, and there is nothing to merge into.
    """
    try:
        manifest = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(manifest, dict):
        return None
    manifest = cast("dict[str, Any]", manifest)
    resources = manifest.get("resources")
    for entry in cast("dict[str, Any]", resources).values() if isinstance(resources, dict) else ():
        match entry:
            case {"done": {"file": str(name)}} if not exists(name):
                entry["done"] = None
            case _:
                pass
    return manifest
