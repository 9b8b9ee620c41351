"""What writes return."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class Created:
    """A record was created."""

    id: int | str
    """Id of the new record; an integer when the server sent digits, be it as number or text."""
    code: int | None = None
    """Status that the body repeats (v1: 202 or 200)."""
    message: str | None = None
    """Text in the language of the account."""
    body: Mapping[str, Any] = attrs.field(factory=dict[str, Any], repr=False)
    """The whole answer as it was sent."""


@attrs.frozen(kw_only=True)
class Ack:
    """A write was done."""

    id: int | str | None = None
    """Id of the written record where the server names it."""
    code: int | None = None
    """Status that the body repeats."""
    message: str | None = None
    """Text in the language of the account."""
    body: Mapping[str, Any] = attrs.field(factory=dict[str, Any], repr=False)
    """The whole answer as it was sent; one that is no object stands under `data`."""
