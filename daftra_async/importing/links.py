"""Columns that refer to another record by a name instead of its id: clients by number, e-mail or name, products by code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.importing import account
from daftra_async.importing.intake import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daftra_async.client import DaftraClient
    from daftra_async.importing.fields import Link
    from daftra_async.importing.headers import Column
    from daftra_async.importing.stage import Item, Stage

_CHUNK: Final = 500
_MOST_IDS: Final = 5


async def resolve(client: DaftraClient, columns: Iterable[Column], stage: Stage) -> None:
    """Replace the names of other records by their ids. Rows are refused if the name fits no record, or several.

    Raises:
        DaftraError: a list could not be read whole.
    """
    for column in columns:
        link = column.field.link
        if link is None:
            continue
        sought = Sought(link)
        for item in _naming(stage, column):
            for texts in item.texts(line=column.field.line):
                if column.field.path in texts:
                    sought.add(texts[column.field.path])
        if not sought.ids:
            continue
        for branch in stage.branches():
            await account.walk(client, link.resource, branch, sought.note)
        for item in _naming(stage, column):
            _place(stage, column, link, item, sought)
    stage.settle()


class Sought:
    """The records that a column refers to."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self.ids: dict[str, set[int | str]] = {}
        """Ids of the records that were found, by their name in the table."""
        self._near: dict[str, str] = {}
        """Numbers of the table, and how the account writes them with leading zeros."""

    def add(self, text: str) -> None:
        """Add a name to search for."""
        self.ids.setdefault(_plain(text), set())

    def note(self, record: Any) -> None:
        """Keep the id of a record of the account if the table names it."""
        for name in self._link.by:
            text = _plain(str(getattr(record, name, None) or ""))
            if not text or record.id is None:
                continue
            if text in self.ids:
                self.ids[text].add(record.id)
            elif text.isdigit() and text.lstrip("0") in self.ids:
                self._near[text.lstrip("0")] = text

    def found(self, text: str) -> set[int | str]:
        """Return the ids of the records of this name."""
        return self.ids[_plain(text)]

    def why_not(self, text: str) -> str:
        """Return why a name fits no single record."""
        ids, what = sorted(map(str, self.found(text))), self._link.what
        if ids:
            return f"{len(ids)} {what}s have it (ids {', '.join(ids[:_MOST_IDS])})"
        if _plain(text) in self._near:
            return f"the account has a {what} of this number with zeros in front: the table has lost them"
        return f"no {what} of the account has it as {' or '.join(self._link.by)}"


def _naming(stage: Stage, column: Column) -> Iterable[Item]:
    """Give the records in which the column has a value."""
    for chunk in stage.chunks("waiting", _CHUNK):
        for item in chunk:
            if any(column.field.path in texts for texts in item.texts(line=column.field.line)):
                yield item


def _place(stage: Stage, column: Column, link: Link, item: Item, sought: Sought) -> None:
    # Lines are in the order of the rows; what all lines share may come from any row, and is reported with the first.
    rows = stage.rows_of(item.seq) if column.field.line else [item.row]
    for row, texts in zip(rows, item.texts(line=column.field.line), strict=False):
        text = texts.pop(column.field.path, None)
        found = set[int | str]() if text is None else sought.found(text)
        if len(found) == 1:
            texts[link.target] = str(*found)
        elif text is not None:
            stage.refuse(row, item.seq, column.header, shown(text, column.field), sought.why_not(text))
    stage.put(item)


def _plain(text: str) -> str:
    """Return a name as it is compared: case and the number of blanks do not count."""
    return " ".join(text.split()).casefold()
