"""The marker for "nothing was given", which is not the same as None."""

from __future__ import annotations

import enum
from typing import Final, Literal


class UnsetType(enum.Enum):
    """Type of `UNSET`; an enum, so that type checkers narrow on `is UNSET`."""

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = UnsetType.UNSET
"""What the user did not set: it is left out of a request, while None is sent as null."""
