"""What a sandbox of a test may be given: records to create, behaviours, faults."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from daftra_async._text import refuse
from daftra_async.client import DaftraClient
from daftra_async.sandbox import Behaviours, Faults, Rule
from daftra_async.testing.matching import operation_named

if TYPE_CHECKING:
    from collections.abc import Iterable

Records = Mapping[str, Sequence[Any]] | Callable[[DaftraClient], Awaitable[object]]
FaultList = Faults | Sequence[Rule | str] | Rule | str


def creates_of(records: Mapping[str, Sequence[Any]]) -> Mapping[str, Sequence[Any]]:
    """Return what to create, by resource.

    Raises:
        ArgumentError: there is no such resource, or its records cannot be created by their bodies alone.
    """
    for resource in records:
        op = operation_named(f"{resource}.create")
        needed = [param.name for param in op.positional if param.required and param.wire != "format"]
        if needed:
            refuse(
                "records", f"{op.id} needs {', '.join(needed)} too", "a coroutine function that gets a client, and creates them"
            )
    return records


def behaviours_of(behaviours: Behaviours | Iterable[str]) -> Behaviours:
    """Return behaviours, or those that texts name.

    Raises:
        ValueError: there is no such behaviour.
    """
    if isinstance(behaviours, Behaviours):
        return behaviours
    return Behaviours.parse([behaviours] if isinstance(behaviours, str) else behaviours)


def faults_of(faults: FaultList) -> Faults:
    """Return a copy of faults: rules count their use, and those of a marker are shared by several tests."""
    if isinstance(faults, Faults):
        return dataclasses.replace(faults, rules=[dataclasses.replace(rule) for rule in faults.rules], met=Counter())
    rules = [faults] if isinstance(faults, Rule | str) else faults
    return Faults([Rule(rule) if isinstance(rule, str) else dataclasses.replace(rule) for rule in rules])
