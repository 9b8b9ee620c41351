"""The stored records: one SQLite table for all collections.

A record is two JSON texts: `body` holds its columns as they are meant (numbers, ISO dates), `parts` what was written beside it
(lines, custom fields) under the names it was written with. `rendering` turns it into what is sent.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from daftra_async.sandbox.codec import dumps, loads
from daftra_async.sandbox.columns import Columns
from daftra_async.sandbox.search import Search
from daftra_async.sandbox.wildcards import is_like

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from daftra_async.sandbox.codec import Json

_TABLE: Final = """
CREATE TABLE IF NOT EXISTS records (
    collection TEXT NOT NULL, id INTEGER NOT NULL, kind TEXT, branch INTEGER, parent INTEGER,
    body BLOB NOT NULL, parts BLOB NOT NULL, PRIMARY KEY (collection, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_parent ON records (collection, parent, id) WHERE parent IS NOT NULL;
CREATE INDEX IF NOT EXISTS listed ON records (collection, id, kind, branch);
"""
_CACHE_KIB: Final = 100_000
"""At most; small accounts take what they need."""


@dataclass
class Stored:
    """One stored record."""

    id: int
    kind: str | None
    raw: bytes = field(repr=False)
    raw_parts: bytes = field(repr=False, default=b"{}")

    @cached_property
    def body(self) -> Json:
        """Columns by wire name."""
        found: Json = loads(self.raw)
        return found

    @cached_property
    def parts(self) -> Json:
        """Relations written with the record."""
        found: Json = loads(self.raw_parts)
        return found


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record to be stored."""

    collection: str
    body: Json
    parts: Json = field(default_factory=dict[str, object])
    kind: str | None = None
    parent: int | None = None
    """Id of the record this one belongs to, for example a payment's invoice."""


class Store:
    """Records by collection and id."""

    def __init__(self, path: str = ":memory:", *, scratch: bool = False) -> None:
        """Open or make a file.

        Args:
            path: The file, or `:memory:`.
            scratch: Keep every change in memory and forget it in the end; the file stays as it is, and several processes can
                use it at once.
        """
        # Nothing is ever written to a scratch file, so that it needs no locks.
        name = f"{Path(path).absolute().as_uri()}?nolock=1" if scratch else path
        self._db = sqlite3.connect(name, isolation_level=None, check_same_thread=False, uri=scratch)
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("PRAGMA journal_mode = MEMORY")
        self._db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        self._db.executescript(_TABLE)
        self._db.create_function("is_like", 2, is_like, deterministic=True)
        self._columns = Columns(self._db)
        if scratch:
            # One transaction that is never committed, and whose pages never go to the file.
            self._db.execute("PRAGMA cache_spill = OFF")
            self._db.execute("BEGIN")
        self._last: dict[str, int] = dict(self._db.execute("SELECT name, value FROM counters"))
        self._changed: set[str] = set()
        self._versions: dict[str, int] = {}

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def next_id(self, collection: str) -> int:
        """A number that was never given out; also used for lines and document numbers, which have collections of their own."""
        self._last[collection] = self._last.get(collection, 0) + 1
        self._changed.add(collection)
        return self._last[collection]

    def start_after(self, collection: str, value: int) -> None:
        """Let the next number of a collection be above `value`."""
        if value > self._last.get(collection, 0):
            self._last[collection] = value
            self._changed.add(collection)

    def version(self, collection: str) -> int:
        """Changes with every write to the collection."""
        return self._versions.get(collection, 0)

    def add(self, records: Iterable[NewRecord]) -> None:
        """Store records whose bodies hold their ids; one of the same id is replaced."""
        rows: list[tuple[object, ...]] = []
        records = list(records)
        for record in records:
            identity: int = record.body["id"]
            self.start_after(record.collection, identity)
            self._versions[record.collection] = self.version(record.collection) + 1
            branch = record.body.get("branch_id") or None
            rows.append(
                (record.collection, identity, record.kind, branch, record.parent, dumps(record.body), dumps(record.parts))
            )
        self._db.execute("SAVEPOINT records")
        self._db.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        for record in records:
            self._columns.put(record.collection, record.body["id"], record.body, record.parts)
        counters = [(name, self._last[name]) for name in self._changed]
        self._db.executemany("INSERT OR REPLACE INTO counters VALUES (?, ?)", counters)
        self._db.execute("RELEASE records")
        self._changed.clear()

    def delete(self, collection: str, identity: int) -> None:
        """Remove a record."""
        self._db.execute("DELETE FROM records WHERE collection = ? AND id = ?", (collection, identity))
        self._columns.delete(collection, identity)
        self._versions[collection] = self.version(collection) + 1

    def get(self, collection: str, identity: int) -> Stored | None:
        """One record, or None."""
        found = self._fetch("collection = ? AND id = ?", (collection, identity))
        return found[0] if found else None

    def many(self, collection: str, identities: Sequence[int]) -> list[Stored]:
        """Records in the order of their ids; ids without a record are left out."""
        wanted = dumps(list(identities)).decode()
        found = self._fetch("collection = ? AND id IN (SELECT value FROM json_each(?))", (collection, wanted))
        by_id = {record.id: record for record in found}
        return [by_id[identity] for identity in identities if identity in by_id]

    def children(self, collection: str, parent: int) -> list[Stored]:
        """Records that belong to another one, in order of their ids."""
        # Without the hint SQLite scans the whole collection to avoid a sort.
        return self._fetch("collection = ? AND parent = ?", (collection, parent), hint="INDEXED BY by_parent")

    def all(self, collection: str) -> list[Stored]:
        """Every record of a collection in order of ids."""
        return self._fetch("collection = ?", (collection,))

    def ids(self, collection: str, *, kind: str | None = None, branch: int | None = None) -> list[int]:
        """Ids in ascending order, of one kind and of one branch (or of none) if asked for."""
        return self.search(Search(collection, kind, branch))

    def first(self, collection: str, *, branch: int | None = None) -> list[int]:
        """The smallest of those ids, if there is one."""
        statement, values = Search(collection, branch=branch).statement(self._columns)
        return [row[0] for row in self._db.execute(f"{statement} LIMIT 1", values)]

    def search(self, search: Search) -> list[int]:
        """Ids of the records that a list asks for, in its order.

        Raises:
            Inexact: SQLite would answer something else than a walk over the records.
        """
        statement, values = search.statement(self._columns)
        return [row[0] for row in self._db.execute(statement, values)]

    def prepare(self, names: Mapping[str, Iterable[str]]) -> None:
        """Make columns of fields that lists will filter by, by collection, so that the first list need not."""
        self._columns.make_all(names)

    def is_empty(self) -> bool:
        """Whether nothing was ever stored."""
        return self._db.execute("SELECT 1 FROM records LIMIT 1").fetchone() is None

    def counts(self) -> dict[str, int]:
        """Number of records by collection."""
        return dict(self._db.execute("SELECT collection, COUNT(*) FROM records GROUP BY collection ORDER BY collection"))

    def _fetch(self, where: str, values: Sequence[object], *, hint: str = "") -> list[Stored]:
        query = f"SELECT id, kind, body, parts FROM records {hint} WHERE {where} ORDER BY id"  # noqa: S608  # names are ours
        return [Stored(*row) for row in self._db.execute(query, values)]
