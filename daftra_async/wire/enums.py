"""Base classes of the generated enumerations.

Enumerations of the API grow (wire-facts: `type` has 7 documented values in one place and 19 in another), so an unknown value
becomes a member of its own instead of an error: equal to the plain value, picklable, and logged once.
"""

from __future__ import annotations

import enum
import logging
from typing import Any, Final, Self

_LOG: Final = logging.getLogger("daftra_async.wire.enums")
_MOST_UNKNOWN: Final = 200
"""Unknown members kept per enumeration; past that they are created each time, so that hostile data cannot fill the memory."""
_LONGEST_KEPT: Final = 60
"""Characters of a value that is kept."""


def _unknown(cls: Any, value: object, base: type) -> Any:
    """Make a member for a value that the fragments do not list."""
    member: Any = base.__new__(cls, value)
    member._name_ = f"UNKNOWN_{value}"
    member._value_ = value
    known = cls._value2member_map_
    # Decoders in C read this map too, and take 64 bits at most.
    fits = value.bit_length() < 64 if isinstance(value, int) else len(str(value)) <= _LONGEST_KEPT
    if fits and len(known) < len(cls.__members__) + _MOST_UNKNOWN:
        # The enum machinery looks here first, so the same value gives the same member.
        member = known.setdefault(value, member)
        _LOG.info("unknown value of %s: %.60r", cls.__name__, value)
    return member


class OpenIntEnum(enum.IntEnum):
    """An integer enumeration that lets unknown values through.

    Text shows the name (`InvoicePaymentStatus.PAID`), numbers stay numbers: `int(status)`, `f"{status:d}"`, JSON.
    """

    def __str__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __format__(self, spec: str) -> str:
        return int.__format__(self, spec) if spec else str(self)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if type(value) is not int:
            return None
        member: Self = _unknown(cls, value, int)
        return member


class OpenStrEnum(enum.StrEnum):
    """A text enumeration that lets unknown values through."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if type(value) is not str:
            return None
        member: Self = _unknown(cls, value, str)
        return member
