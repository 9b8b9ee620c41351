"""Fields that a class does not have: its `TypeError` names the nearest one that it has.

A good call passes through one more frame, nothing else; what is known of the class is looked at in the error only.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from daftra_async._suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def explained_init(cls: type[Any], fields: Callable[[], Mapping[str, str]]) -> None:
    """Make the `TypeError` of a class for a misspelt field name the nearest.

    Args:
        cls: A class with an `__init__` of its own.
        fields: Returns the names of its fields, and for each other name that it may be called by the one that is meant.
    """
    init = cls.__init__

    @functools.wraps(init)
    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807  # it takes the place of that one
        try:
            init(self, *args, **kwargs)
        except TypeError:
            known = fields()
            wrong = [name for name in kwargs if name not in known.values()]
            if not wrong:
                raise
            raise TypeError(_unknown_fields(cls, wrong, known)) from None

    cls.__init__ = __init__


def _unknown_fields(cls: type[Any], wrong: list[str], known: Mapping[str, str]) -> str:
    name = wrong[0]
    near = did_you_mean(name, known.values()) if name not in known else f"; did you mean {known[name]!r}?"
    return f"unknown field {name!r} in {cls.__name__}{near or '; extra={...} takes what is not described'}"
