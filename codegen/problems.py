"""Problems found in the fragments: where, and why. They are collected, so that one run reports them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable


@attrs.frozen(order=True)
class Problem:
    """One mistake in a fragment."""

    file: str
    """Path of the fragment below the root of the fragments."""
    pointer: str
    """JSON pointer into the file."""
    reason: str

    def __str__(self) -> str:
        return f"{self.file}#{self.pointer}: {self.reason}"


class FragmentError(Exception):
    """The fragments cannot be used.

    Attributes:
        problems: every mistake that was found.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
