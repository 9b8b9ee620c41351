"""One line of the checklist."""

from __future__ import annotations

from typing import Final, Literal

import attrs

State = Literal["ok", "warn", "fail", "skip"]
MARKS: Final[dict[State, str]] = {"ok": "✓", "warn": "!", "fail": "✗", "skip": "-"}
STYLES: Final[dict[State, str]] = {"ok": "green", "warn": "yellow", "fail": "bold red", "skip": "dim"}


@attrs.frozen
class Check:
    """One thing that was looked at."""

    name: str
    state: State
    detail: str
    advice: str | None = None
    """One sentence: what is wrong and what to do. For failures and warnings."""
