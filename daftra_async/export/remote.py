"""Exports into object stores and other places behind fsspec: `s3://bucket/folder`, `gs://...`, `sftp://...`.

Such places cannot append. Each resource is spooled into a temporary folder of this machine, and its files are uploaded when they
are complete. What a killed task had begun is gone with its machine: the next one fetches that resource again, but none that was
complete.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import re
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast
from urllib.parse import quote

from daftra_async._libraries import missing_library
from daftra_async.export.files import threaded
from daftra_async.export.folder import MANIFEST, read_manifest, sink_into
from daftra_async.export.protocols import StoreError
from daftra_async.export.remote_sink import RemoteSink
from daftra_async.export.spools import TemporaryFolder

try:
    # It has no types.
    fsspec: Any = importlib.import_module("fsspec")
except ImportError as error:
    raise missing_library(error, "fsspec") from None

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from daftra_async.export.protocols import Job
    from daftra_async.export.tabular.files import TableFiles

T = TypeVar("T")

_WHOLE: Final = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "az", "adl"})
"""Protocols whose files appear when their upload is complete."""
_NOTHING: Final[tuple[bool, dict[str, Any]]] = (False, {})
"""What a manifest says before anything is complete."""
_LEFT: Final = (".part", ".merge")
_SECRET: Final = re.compile(r"(?<=://)[^/@]*@")


class RemoteStore:
    """A folder behind fsspec; with several accounts, a folder for each of them in it.

    There are no locks: two exports of one account at the same time are not noticed. Each file is one of them, complete. Without
    `files`, it holds JSON Lines.
    """

    keeps_checkpoints = False

    def __init__(self, url: str, files: TableFiles | None = None) -> None:
        self.name = _SECRET.sub("", url)
        """The URL, without user name and password."""
        self._url = url
        self._files = files
        self._fs: Any = None
        self._root = ""
        self._spools: TemporaryFolder | None = None
        self._done: dict[str, object] = {}
        """What the uploaded manifests say is complete."""

    @property
    def keeps_rows(self) -> bool:
        """JSON Lines can be merged; of other files the rows have to be kept beside them."""
        return self._files is None

    async def open(self) -> None:
        """Connect, and make a folder for the spools.

        Raises:
            StoreError: the library of the place is missing, or the place cannot be used.
        """
        found: tuple[Any, str] = await self._work(lambda: fsspec.url_to_fs(self._url))
        self._fs, self._root = found
        self._spools = TemporaryFolder()

    async def close(self) -> None:
        """Remove the spools."""
        if self._spools is not None:
            self._spools.remove()

    async def load(self, account: str) -> dict[str, Any] | None:
        """Read the manifest of an account; what is not a JSON object, or is not there, is None.

        Raises:
            StoreError: the place cannot be read.
        """

        def read() -> dict[str, Any] | None:
            folder = self._folder(account)
            try:
                text: bytes = self._fs.cat_file(f"{folder}/{MANIFEST}")
            except FileNotFoundError:
                return None
            return read_manifest(text, lambda name: self._fs.exists(f"{folder}/{name}"))

        return await self._work(read)

    async def save(self, account: str, manifest: Mapping[str, Any]) -> None:
        """Upload the manifest of an account when a resource or the run is complete; the spools go with this machine anyway."""
        entries = cast("dict[str, Any]", manifest.get("resources") or {})
        done = bool(manifest.get("complete")), {name: entry["done"] for name, entry in entries.items() if entry.get("done")}
        if done == self._done.get(account, _NOTHING):
            return
        text = json.dumps(manifest, ensure_ascii=False).encode(errors="backslashreplace")
        await self._work(lambda: self._fs.pipe_file(f"{self._folder(account)}/{MANIFEST}", text))
        self._done[account] = done

    def sink(self, job: Job) -> RemoteSink:
        """Return what takes the resource."""
        assert self._spools is not None, "used before open"
        spool = self._spools.path / quote(job.account or "-", safe=" ") / job.target.stem
        spool.mkdir(parents=True, exist_ok=True)
        return RemoteSink(job, spool, sink_into(spool, job, self._files), self)

    async def fetch(self, job: Job, spool: Path) -> None:
        """Fetch the files of a resource that an earlier run left, to merge into."""
        folder, stem = self._folder(job.account), job.target.stem

        def get() -> None:
            with contextlib.suppress(FileNotFoundError):
                self._fs.invalidate_cache(folder)
                for path in cast("list[str]", self._fs.ls(folder, detail=False)):
                    name = path.rpartition("/")[2]
                    if name.removeprefix(".").startswith(f"{stem}.") and not name.endswith(_LEFT):
                        self._fs.get_file(path, str(spool / name))

        await self._work(get)

    async def publish(self, job: Job, spool: Path) -> None:
        """Upload the finished files of a resource; rows that an earlier run kept beside them go if there are none now."""
        folder, kept = self._folder(job.account), f".{job.target.stem}.arrow"

        def put() -> None:
            self._fs.makedirs(folder, exist_ok=True)
            for file in sorted(spool.iterdir()):
                self._put(file, f"{folder}/{file.name}")
            if self._files is not None and not (spool / kept).exists():
                with contextlib.suppress(FileNotFoundError):
                    self._fs.rm_file(f"{folder}/{kept}")

        await self._work(put)

    def _put(self, file: Path, path: str) -> None:
        protocols = {self._fs.protocol} if isinstance(self._fs.protocol, str) else set(self._fs.protocol)
        if protocols & _WHOLE:
            _abort_left(self._fs, path)
            self._fs.put_file(str(file), path)
            return
        folder, _, name = path.rpartition("/")
        part = f"{folder}/.{name.removeprefix('.')}.part"
        self._fs.put_file(str(file), part)
        self._fs.mv(part, path)

    def _folder(self, account: str) -> str:
        return f"{self._root}/{quote(account, safe=' ')}" if account else self._root

    async def _work(self, work: Callable[[], T]) -> T:
        try:
            return await threaded(work)
        except Exception as error:  # each library behind fsspec has errors of its own
            msg = f"{self.name}: {type(error).__name__}: {_SECRET.sub('', str(error)):.300}"
            raise StoreError(msg) from error


def _abort_left(fs: Any, path: str) -> None:
    """End uploads of this file that a killed task has left in an S3 bucket, where their parts would be paid for."""
    if not hasattr(fs, "list_multipart_uploads"):
        return
    bucket, key, _ = fs.split_path(path)
    # Not every user may list them, and the upload does not need it.
    with contextlib.suppress(OSError):
        left = fs.call_s3("list_multipart_uploads", Bucket=bucket, Prefix=key)
        for upload in left.get("Uploads", ()):
            if upload["Key"] == key:
                fs.call_s3("abort_multipart_upload", Bucket=bucket, Key=key, UploadId=upload["UploadId"])
