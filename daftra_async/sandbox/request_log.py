"""Requests as the sandbox remembers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from daftra_async.sandbox.codec import loads


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it arrived."""

    method: str
    path: str
    query: list[tuple[str, str]]
    headers: dict[str, str]
    """Without credentials and cookies."""
    body: bytes
    """Empty for the token route, whose body holds secrets."""
    operation: str | None
    """Id of the operation, None where none matches."""
    fault: str | None = None
    """Kind of the fault it met."""

    def json(self) -> Any:
        """The body read as JSON."""
        return loads(self.body)
