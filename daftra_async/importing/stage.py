"""Where the rows of an import wait: a temporary database on disk, so that memory does not grow with the table.

A row that was understood waits as the texts of its values (see `cells`), under the key of its record; rows of one document come
together under one key. The records that the account has under these keys stand beside them. Nothing of it outlives the import.
"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Texts = dict[str, str]
"""Values by field path."""
_SCHEMA: Final = """
CREATE TABLE items (
    seq INTEGER PRIMARY KEY, key TEXT UNIQUE, bare TEXT, row INTEGER NOT NULL, own TEXT NOT NULL, lines TEXT NOT NULL,
    branch TEXT, state TEXT NOT NULL DEFAULT 'waiting', id TEXT, message TEXT NOT NULL DEFAULT '', detail TEXT, digest TEXT
);
CREATE INDEX bare_keys ON items (bare);
CREATE INDEX states ON items (state, seq);
CREATE TABLE rows (row INTEGER PRIMARY KEY, seq INTEGER NOT NULL);
CREATE INDEX rows_of ON rows (seq);
CREATE TABLE refusals (row INTEGER, seq INTEGER, header TEXT, value TEXT, reason TEXT);
CREATE INDEX refusals_of ON refusals (seq);
CREATE TABLE doubts (row INTEGER, header TEXT, value TEXT, reason TEXT);
CREATE TABLE known (seq INTEGER NOT NULL, id TEXT NOT NULL, own TEXT NOT NULL, PRIMARY KEY (seq, id));
CREATE TABLE near (seq INTEGER PRIMARY KEY, key TEXT NOT NULL);
"""


@attrs.frozen(kw_only=True)
class Item:
    """A record of the table."""

    seq: int
    key: str | None
    row: int
    own: Texts
    lines: list[Texts]
    branch: str | None
    state: str
    id: str | None
    message: str
    detail: list[Any]
    digest: str | None

    def texts(self, *, line: bool) -> list[Texts]:
        """Return the values of its lines, or of the record itself."""
        return self.lines if line else [self.own]


class Stage:
    """The rows of one import."""

    def __init__(self) -> None:
        # An empty name is a database in a file of its own, which is gone when it is closed.
        self._db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._db.executescript(_SCHEMA)
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("BEGIN")

    def close(self) -> None:
        """Forget everything."""
        self._db.close()

    # --- what the table says

    def find(self, key: str) -> Item | None:
        """Return the record under a key."""
        return next(self._items("WHERE key = ?", key), None)

    def add(self, row: int, key: str | None, own: Texts, line: Texts | None, digest: str) -> int:
        """Add a record; returns its number."""
        bare = None if key is None else key.lstrip("0")
        lines = [] if line is None else [line]
        values = (key, bare, row, _dump(own), _dump(lines), own.get("branch_id"), digest)
        made = self._db.execute(
            "INSERT INTO items (key, bare, row, own, lines, branch, digest) VALUES (?, ?, ?, ?, ?, ?, ?)", values
        )
        assert made.lastrowid is not None
        return made.lastrowid

    def extend(self, item: Item, own: Texts, line: Texts) -> None:
        """Add a line to a document, and values that its rows before did not have."""
        lines = [*item.lines, line]
        own = {**item.own, **own}
        self._db.execute(
            "UPDATE items SET own = ?, lines = ?, branch = ? WHERE seq = ?",
            (_dump(own), _dump(lines), own.get("branch_id"), item.seq),
        )

    def put(self, item: Item) -> None:
        """Store the values of a record, which were changed."""
        self._db.execute("UPDATE items SET own = ?, lines = ? WHERE seq = ?", (_dump(item.own), _dump(item.lines), item.seq))

    def place(self, row: int, seq: int) -> None:
        """Note which record a row belongs to."""
        self._db.execute("INSERT INTO rows VALUES (?, ?)", (row, seq))

    def refuse(self, row: int, seq: int | None, header: str, value: str, reason: str) -> None:
        """Note a cell that cannot be written."""
        self._db.execute("INSERT INTO refusals VALUES (?, ?, ?, ?, ?)", (row, seq, header, value, reason))

    def doubt(self, row: int, header: str, value: str, reason: str) -> None:
        """Note a cell that may not be what was meant."""
        self._db.execute("INSERT INTO doubts VALUES (?, ?, ?, ?)", (row, header, value, reason))

    def settle(self) -> None:
        """Refuse the records of which a cell was refused."""
        self._db.execute("UPDATE items SET state = 'refused' WHERE seq IN (SELECT seq FROM refusals)")

    # --- what the account has

    def branches(self) -> list[str | None]:
        """Return the branches that records go to; None for the client's own."""
        return [branch for (branch,) in self._db.execute("SELECT DISTINCT branch FROM items WHERE state = 'waiting'")]

    def seen(self, key: str, identity: int | str, own: Texts) -> None:
        """Note a record of the account, if it is one of the table's."""
        found = self._db.execute("SELECT seq FROM items WHERE key = ?", (key,)).fetchone()
        if found is not None:
            self._db.execute("INSERT OR REPLACE INTO known VALUES (?, ?, ?)", (found[0], str(identity), _dump(own)))
            return
        bare = key.lstrip("0")
        if bare != key:
            self._db.execute("INSERT OR IGNORE INTO near SELECT seq, ? FROM items WHERE bare = ? AND key = bare", (key, bare))

    def known(self, seq: int) -> list[tuple[str, Texts]]:
        """Return ids and values of the records that the account has under the key of a record."""
        return [
            (identity, json.loads(own)) for identity, own in self._db.execute("SELECT id, own FROM known WHERE seq = ?", (seq,))
        ]

    def forget(self, seqs: Sequence[int]) -> None:
        """Forget what was seen, before looking again."""
        self._db.executemany("DELETE FROM known WHERE seq = ?", [(seq,) for seq in seqs])

    def near(self, seq: int) -> str | None:
        """Return a key of the account that is the one of the table with zeros before it."""
        found = self._db.execute("SELECT key FROM near WHERE seq = ?", (seq,)).fetchone()
        return None if found is None else found[0]

    # --- what becomes of them

    def decide(self, seq: int, state: str, identity: str | None = None, message: str = "", detail: Sequence[Any] = ()) -> None:
        """Note what is to be done with a record, or what was."""
        self._db.execute(
            "UPDATE items SET state = ?, id = coalesce(?, id), message = ?, detail = ? WHERE seq = ?",
            (state, identity, message, _dump(list(detail)) if detail else None, seq),
        )

    def chunks(self, state: str, size: int) -> Iterator[list[Item]]:
        """Give the records of a state, some at a time; they may change their state meanwhile."""
        last = 0
        while chunk := list(self._items("WHERE state = ? AND seq > ? ORDER BY seq LIMIT ?", state, last, size)):
            last = chunk[-1].seq
            yield chunk

    def items(self) -> Iterator[Item]:
        """Give all records."""
        return self._items("ORDER BY seq")

    def get(self, seq: int) -> Item:
        """Return a record by its number."""
        return next(self._items("WHERE seq = ?", seq))

    def rows_of(self, seq: int) -> list[int]:
        """Return the rows of a record."""
        return [row for (row,) in self._db.execute("SELECT row FROM rows WHERE seq = ? ORDER BY row", (seq,))]

    def rows(self) -> Iterator[tuple[int, Item]]:
        """Give the rows with their records."""
        for row, seq in self._db.execute("SELECT row, seq FROM rows ORDER BY row"):
            yield row, self.get(seq)

    def counts(self) -> dict[str, int]:
        """Return the number of records in each state."""
        return dict(self._db.execute("SELECT state, count(*) FROM items GROUP BY state"))

    def refusals(self, most: int = -1) -> list[tuple[int, str, str, str]]:
        """Return row, header, value and reason of refused cells."""
        return self._db.execute("SELECT row, header, value, reason FROM refusals ORDER BY row LIMIT ?", (most,)).fetchall()

    def refusals_of(self, seq: int) -> list[tuple[int, str, str, str]]:
        """Return row, header, value and reason of the refused cells of a record."""
        return self._db.execute("SELECT row, header, value, reason FROM refusals WHERE seq = ?", (seq,)).fetchall()

    def doubts(self) -> list[tuple[str, str, int, int, str]]:
        """Return header, reason, number, first row and its value of what is doubted."""
        return self._db.execute(
            "SELECT header, reason, count(*), min(row), value FROM doubts GROUP BY header, reason ORDER BY min(row)"
        ).fetchall()

    def _items(self, where: str, *values: object) -> Iterator[Item]:
        found = self._db.execute(
            "SELECT seq, key, row, own, lines, branch, state, id, message, detail, digest FROM items "  # noqa: S608  # ours
            + where,
            values,
        )
        for seq, key, row, own, lines, branch, state, identity, message, detail, digest in found:
            yield Item(
                seq=seq,
                key=key,
                row=row,
                own=json.loads(own),
                lines=json.loads(lines),
                branch=branch,
                state=state,
                id=identity,
                message=message,
                detail=json.loads(detail) if detail else [],
                digest=digest,
            )


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
