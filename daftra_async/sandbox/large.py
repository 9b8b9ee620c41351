"""The large account: made once into a file of the cache folder, from which every sandbox starts."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Final

from daftra_async.sandbox import spec, usual_columns
from daftra_async.sandbox.account import Account
from daftra_async.sandbox.seed import LARGE, fill
from daftra_async.sandbox.store import Store

_MADE_BY: Final = ("*.py", "*.json", "seed/*.py", "seed/*.json")


def cache_folder() -> Path:
    """Where it lies by default: `daftra` below XDG_CACHE_HOME (or ~/.cache), or below LOCALAPPDATA on Windows."""
    base = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "daftra"


def large_file(value: int, folder: Path) -> Path:
    """The file of the account with a seed value; made now if this version of the sandbox has not made it yet."""
    path = path_of(value, folder)
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix="making-") as place:
            made = Path(place) / path.name
            _make(made, value)
            # In one step, so that nobody finds half an account.
            made.replace(path)
    return path


def path_of(value: int, folder: Path) -> Path:
    """Name of the file; another one for every version of the sandbox, because that may make another account."""
    digest = hashlib.sha256(repr(LARGE).encode())
    room = Path(__file__).parent
    for pattern in _MADE_BY:
        for source in sorted(room.glob(pattern)):
            digest.update(source.read_bytes())
    return folder / f"sandbox-large-{value}-{digest.hexdigest()[:12]}.db"


def fill_large(account: Account, value: int) -> None:
    """Fill an empty account, and make the columns of its usual filters."""
    fill(account, demo=True, value=value, sizes=LARGE)
    usual_columns.prepare(account.store)


def _make(path: Path, value: int) -> None:
    store = Store(str(path))
    try:
        fill_large(Account(spec.load(), store), value)
    finally:
        store.close()
