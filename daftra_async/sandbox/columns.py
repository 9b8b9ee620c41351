"""An index of single fields, so that SQL filters and sorts records without reading them.

A column is made when a list first asks for it, from every record of the collection, and every later write keeps it up. Its
cells hold a field's value three times: as it sorts, as text, and as the number that the text spells. A column notes when it meets
a value that SQLite would not compare as the sandbox does; lists that ask for it then read the records instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox.codec import loads, picker
from daftra_async.sandbox.derived import field_of, read
from daftra_async.sandbox.numbers import exact
from daftra_async.sandbox.values import as_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from daftra_async.sandbox.codec import Json

_VERSION: Final = 2
"""Of what the cells mean: a file of another version makes its columns again."""
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS columns (
    place INTEGER PRIMARY KEY, collection TEXT NOT NULL, name TEXT NOT NULL, exactness INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS cells (
    place INTEGER NOT NULL, id INTEGER NOT NULL, value, text TEXT NOT NULL, number, PRIMARY KEY (place, id)
) WITHOUT ROWID;
"""
_INDEXES: Final = """
CREATE INDEX IF NOT EXISTS cells_by_text ON cells (place, text);
CREATE INDEX IF NOT EXISTS cells_by_number ON cells (place, number);
"""
_INSERT: Final = "INSERT OR REPLACE INTO cells VALUES (?, ?, ?, ?, ?)"

UNUSABLE, TEXT_ONLY, EXACT = 0, 1, 2


@dataclass
class Column:
    """One field of a collection."""

    place: int
    name: str
    exactness: int = EXACT
    """`TEXT_ONLY` once a number did not fit, `UNUSABLE` once a value was not a scalar."""

    def cell(self, identity: int, value: Any) -> tuple[object, ...] | None:
        """The row for a value; None where there is no value, or none that SQLite could compare."""
        if value is None:
            return None
        text = as_text(value)
        if not isinstance(text, str):
            self.exactness = UNUSABLE
            return None
        try:
            number = exact(text)
        except OverflowError:
            self.exactness = min(self.exactness, TEXT_ONLY)
            number = None
        return (self.place, identity, text if isinstance(value, str) else number, text, number)

    def read(self, identity: int, body: Json, parts: Json) -> tuple[object, ...] | None:
        """The row for a record."""
        try:
            return self.cell(identity, read(self.name, body, parts))
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            # What cannot be derived here fails, or not, where the records are walked.
            self.exactness = UNUSABLE
            return None


class Columns:
    """The columns of a store."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        if db.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
            db.executescript(f"DROP TABLE IF EXISTS columns; DROP TABLE IF EXISTS cells; PRAGMA user_version = {_VERSION};")
        db.executescript(_TABLES + _INDEXES)
        self._made: dict[str, dict[str, Column]] = {}
        for place, collection, name, exactness in db.execute("SELECT place, collection, name, exactness FROM columns"):
            self._made.setdefault(collection, {})[name] = Column(place, name, exactness)

    def get(self, collection: str, names: Iterable[str]) -> dict[str, Column]:
        """Columns by name; those that are missing are made, in one pass over the records."""
        made = self._made.setdefault(collection, {})
        wanted = list(dict.fromkeys(names))
        missing = [name for name in wanted if name not in made]
        if missing:
            self._make(collection, missing)
        return {name: made[name] for name in wanted}

    def make_all(self, names: Mapping[str, Iterable[str]]) -> None:
        """Make many columns of new collections; indexes that are made at last take half the time of those that grow."""
        self._db.executescript("DROP INDEX cells_by_text; DROP INDEX cells_by_number;")
        for collection, wanted in names.items():
            self.get(collection, wanted)
        self._db.executescript(_INDEXES)

    def put(self, collection: str, identity: int, body: Json, parts: Json) -> None:
        """Write the cells of a record that was stored."""
        for column in self._made.get(collection, {}).values():
            before = column.exactness
            row = column.read(identity, body, parts)
            if row is None:
                self._db.execute("DELETE FROM cells WHERE place = ? AND id = ?", (column.place, identity))
            else:
                self._db.execute(_INSERT, row)
            if column.exactness != before:
                self._note(column)

    def delete(self, collection: str, identity: int) -> None:
        """Remove the cells of a record."""
        places = [(column.place, identity) for column in self._made.get(collection, {}).values()]
        self._db.executemany("DELETE FROM cells WHERE place = ? AND id = ?", places)

    def _make(self, collection: str, names: Sequence[str]) -> None:
        self._db.execute("SAVEPOINT columns")
        try:
            columns = [self._new(collection, name) for name in names]
            self._db.executemany(_INSERT, self._rows(collection, columns))
            for column in columns:
                self._note(column)
        except BaseException:
            # Half a column would hide records.
            self._db.execute("ROLLBACK TO columns")
            raise
        finally:
            self._db.execute("RELEASE columns")
        self._made[collection] |= {column.name: column for column in columns}

    def _new(self, collection: str, name: str) -> Column:
        values = (collection, name, EXACT)
        cursor = self._db.execute("INSERT INTO columns (collection, name, exactness) VALUES (?, ?, ?)", values)
        assert cursor.lastrowid is not None
        return Column(cursor.lastrowid, name)

    def _rows(self, collection: str, columns: Sequence[Column]) -> Iterator[tuple[object, ...]]:
        fields = [field_of(column.name) for column in columns]
        few = [name for name in fields if name is not None]
        whole = len(few) < len(fields)
        take = loads if whole else picker(few)
        found = self._db.execute("SELECT id, body, parts FROM records WHERE collection = ?", (collection,))
        for identity, raw, raw_parts in found:
            body: Json = take(raw)
            parts: Json = loads(raw_parts) if whole else {}
            for column in columns:
                row = column.read(identity, body, parts)
                if row is not None:
                    yield row

    def _note(self, column: Column) -> None:
        self._db.execute("UPDATE columns SET exactness = ? WHERE place = ?", (column.exactness, column.place))
