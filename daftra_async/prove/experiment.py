"""What an experiment and a made-up record are, as data; `openapi/prove.yaml` says what there is of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

Needs = Literal["read", "write", "leave", "load"]
"""What has to be allowed: `read` sends GETs only, `write` makes records and deletes them, `leave` makes records that the API
cannot delete, `load` sends many requests at once."""


@attrs.frozen(kw_only=True)
class Experiment:
    """One question that nobody has answered, and how an account is asked."""

    name: str
    """Of an operation in doubt, its id."""
    kind: str
    """How it is asked: a name in `daftra_async.prove.kinds`."""
    question: str
    operations: tuple[str, ...] = ()
    """Ids of the operations that it is about."""
    needs: Needs = "read"
    assumed: str | None = None
    """The answer that the package counts on; None where it counts on none, or where the kind derives it from the operation."""
    record: str | None = None
    """The made-up record that it works on."""
    given: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    """What else the kind has to know."""
    facts: tuple[str, ...] = ()
    """Words of the facts in doubt that it answers, as `docs/wire-facts.md` has them."""
    settings: Mapping[str, str] = attrs.field(factory=dict[str, str])
    """What to write in a program, by the answer that calls for it."""
    reason: str | None = None
    """Why it is never tried."""


@attrs.frozen(kw_only=True)
class Recipe:
    """A made-up record, or one that the account has to have."""

    name: str
    create: str | None = None
    """Operation that makes it; None for a record that is only looked for."""
    delete: str | None = None
    """Operation that deletes it; None where the API has none."""
    find: str | None = None
    """List whose first row is taken, for a record that is not made."""
    body: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    """In wire names. `{mark}`, `{email}`, `{code}` and `{today}` are replaced in texts; a text that is the name of another
    recipe in braces becomes the id of its record."""
