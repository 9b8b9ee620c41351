"""Why a cell is refused."""

from __future__ import annotations

from typing import NoReturn


class CellRefused(Exception):
    """A cell cannot be written; the text says what is needed, never what it holds."""


class AmbiguousDate(CellRefused):
    """A date that two formats read differently."""

    def __init__(self) -> None:
        super().__init__("day and month could be the other way round: say how dates are written (date_format='d/m/Y')")


def refuse_cell(reason: str) -> NoReturn:
    """Raise the error of a cell that cannot be written."""
    raise CellRefused(reason) from None
