"""A report: figures, and three ways to show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.report.changes import Changes
from daftra_async.report.figures import Figures
from daftra_async.report.views.tables import tables_of
from daftra_async.report.views.words import words_of

if TYPE_CHECKING:
    from daftra_async.report.views.table import Table


@attrs.frozen(kw_only=True)
class Report:
    """The figures of an account on a day."""

    figures: Figures
    changes: Changes | None = None
    """What has changed since the report before; None where there is none to compare with."""
    compared: bool = False
    """Whether a file of snapshots was given."""

    def html(self, language: str = "en") -> str:
        """Return it as one page of HTML without scripts, with its charts: nothing is loaded from elsewhere.

        Args:
            language: `en` or `ar`.

        Raises:
            ArgumentError: there is no such language, or the extra `report` is not installed.
        """
        from daftra_async.report.views.page import page_of  # noqa: PLC0415  # tables and JSON need no charts

        words = words_of(language)
        return page_of(self.figures, self.tables(language), words)

    def tables(self, language: str = "en", *, most: int | None = None) -> tuple[Table, ...]:
        """Return it as tables of text, in the order in which they are read; long ones are cut, and say so.

        Args:
            language: `en` or `ar`.
            most: Rows of a table at most; None for as many as the page shows.

        Raises:
            ArgumentError: there is no such language.
        """
        words = words_of(language)
        return tables_of(self.figures, self.changes, compared=self.compared, words=words, most=most)

    def to_dict(self) -> dict[str, Any]:
        """Return all figures as JSON-ready data; amounts are text with all their digits."""
        return {**self.figures.to_dict(), "changes": None if self.changes is None else self.changes.to_dict()}
