"""What an experiment brings back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import attrs

from daftra_async.prove.experiment import Experiment
from daftra_async.prove.lab import Lab


@attrs.frozen
class Result:
    """An answer and what it rests on."""

    answer: str
    evidence: str
    """Counts, types, statuses and names of described fields: never a value of the account's records."""
    assumed: str | None = None
    """The answer that the package counts on, where the experiment itself does not say it."""


Kind = Callable[[Lab, Experiment], Awaitable[Result]]
