"""Looking records up by what they hold, verified.

The server ignores parameters that it does not know and answers with the full list, so a filter is sent to make the list shorter
and never believed: every row is compared here.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeAlias, TypeVar

from daftra_async.lists.find.search import find_many, find_one

T = TypeVar("T")
Wanted: TypeAlias = T | Collection[T] | None
"""What a field is asked for: a value, any of several values, or None for an empty field."""

__all__ = ["Wanted", "find_many", "find_one"]
