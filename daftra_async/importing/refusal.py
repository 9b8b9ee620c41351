"""Why a cell is refused."""

from __future__ import annotations

from typing import NoReturn

from daftra_async._words import given


class CellRefused(Exception):
    """A cell cannot be written; the text says what is needed, never what it holds."""


class AmbiguousDate(CellRefused):
    """A date that two formats read differently."""

    def __init__(self) -> None:
        how = given("date_format", "d/m/Y")
        super().__init__(f"day and month could be the other way round: say how dates are written ({how})")


def refuse_cell(reason: str) -> NoReturn:
    """Raise the error of a cell that cannot be written."""
    raise CellRefused(reason) from None
