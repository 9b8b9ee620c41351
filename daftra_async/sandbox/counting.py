"""How much an account holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daftra_async.sandbox import v1, v2
from daftra_async.sandbox.account import MAIN_BRANCH, Call

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.sandbox.account import Account


def count(account: Account, name: str, params: Mapping[str, object]) -> int:
    """Rows of a list operation without filters, by its id, or records of an entity in all branches, by its key."""
    operation = account.spec.operations.get(name)
    if operation is None:
        return account.store.counts().get(name, 0)
    call = Call(account, operation, {key: str(value) for key, value in params.items()}, "", "", (), b"")
    if operation.is_v1:
        return len(v1.selection(call))
    return len(v2.selection(account, call.params.get("entity", call.collection), operation.fixed, MAIN_BRANCH))


def counts(account: Account) -> dict[str, int]:
    """Rows of every list operation whose path needs no choice."""
    return {
        item.id: count(account, item.id, {})
        for item in account.spec.operations.values()
        if item.verb == "list" and "{entity}" not in item.path and "{" not in item.entity
    }
