"""Looking records up by what they hold, verified.

The server ignores parameters that it does not know and answers with the full list, so a filter is sent to make the list shorter
and never believed: every row is compared here.
"""

from __future__ import annotations

from daftra_async.find.creating import Found, find_or_create
from daftra_async.find.walking import find_many, find_one

__all__ = ["Found", "find_many", "find_one", "find_or_create"]
