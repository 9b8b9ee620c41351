"""The figures as tables of text in a language: what pages and terminals show."""

from __future__ import annotations

from typing import Literal

import attrs

Kind = Literal["text", "number"]


@attrs.frozen
class Column:
    """One column."""

    title: str
    kind: Kind = "number"
    """Numbers stand on the right, in every language."""
    strong: bool = False
    """What the table is about, such as its total."""


@attrs.frozen(kw_only=True)
class Table:
    """One table of a report."""

    name: str
    """The same in every language, such as `overdue`."""
    section: str
    """Name of the section; tables of one section follow each other."""
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    left: int = 0
    """Rows that are not shown."""
    notes: tuple[str, ...] = ()
    """Sentences to be read with it."""
    more: str = ""
    """Sentence on the rows that are not shown."""
    empty: str = ""
    """What to say in place of a table without rows."""


def text(*titles: str) -> tuple[Column, ...]:
    """Return columns of text."""
    return tuple(Column(title, "text") for title in titles)


def numbers(*titles: str) -> tuple[Column, ...]:
    """Return columns of numbers."""
    return tuple(Column(title) for title in titles)


def strong(title: str) -> tuple[Column, ...]:
    """Return the column of numbers that a table is about."""
    return (Column(title, strong=True),)


def said(*notes: str | None) -> tuple[str, ...]:
    """Return the notes that there are."""
    return tuple(note for note in notes if note)
