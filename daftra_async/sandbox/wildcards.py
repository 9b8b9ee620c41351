"""The patterns of `like`."""

from __future__ import annotations

import functools
import re


@functools.lru_cache(maxsize=64)
def like(pattern: str) -> re.Pattern[str]:
    """SQL's LIKE; a pattern without a wildcard means "contains"."""
    pattern = pattern if "%" in pattern else f"%{pattern}%"
    return re.compile(".*".join(re.escape(piece) for piece in pattern.split("%")), re.IGNORECASE | re.DOTALL)


def is_like(pattern: str, text: str) -> bool:
    """Whether a text fits a pattern."""
    return like(pattern).fullmatch(text) is not None
