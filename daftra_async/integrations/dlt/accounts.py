"""The accounts of a source, and their clients during one run.

dlt reads asynchronous resources on an event loop that it makes for each run, and closes the asynchronous generators of that loop
at its end, however it ends. So the clients of a run are held by a generator.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any, Final, cast

from daftra_async._text import refuse
from daftra_async.client import DaftraClient
from daftra_async.export import Account, AccountSpec

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable

OneAccount = AccountSpec | Account | DaftraClient | Callable[[], DaftraClient]
"""Where the client of an account comes from."""
Accounts = OneAccount | list[AccountSpec] | tuple[AccountSpec, ...] | Mapping[str, OneAccount]

_EXPECTED: Final = "an AccountSpec, a client, a function that makes one, or a mapping of names to these"


def by_name(accounts: Accounts) -> dict[str, OneAccount]:
    """Return accounts by their names, which become `_account`.

    Raises:
        ArgumentError: there is none, one has no name, or two have the same.
    """
    found: list[tuple[str, OneAccount]]
    if isinstance(accounts, Mapping):
        given = cast("Mapping[str, Any]", accounts)
        found = [(name, _checked(each)) for name, each in given.items()]
    elif isinstance(accounts, list | tuple):
        found = [(_name(each), each) for each in cast("list[AccountSpec]", accounts)]
    else:
        found = [(accounts.name if isinstance(accounts, AccountSpec | Account) else "", _checked(accounts))]
    if not found:
        refuse("accounts", "none was given", _EXPECTED)
    names = [name for name, _ in found]
    if doubled := sorted({name for name in names if names.count(name) > 1}):
        refuse("accounts", f"{', '.join(doubled)} occurs twice", "a different name for each account")
    return dict(found)


def _name(account: object) -> str:
    if not isinstance(account, AccountSpec | Account):
        refuse("accounts", f"a sequence holds {type(account).__name__}", 'names for clients: {"acme": client}')
    return account.name


def _checked(account: OneAccount) -> OneAccount:
    if not isinstance(account, AccountSpec | Account | DaftraClient) and not callable(account):
        refuse("accounts", f"{type(account).__name__} was given", _EXPECTED)
    return account


class Clients:
    """The clients of the accounts, one for each account in each run.

    Args:
        accounts: Where they come from.
    """

    def __init__(self, accounts: Mapping[str, OneAccount]) -> None:
        self.names: Iterable[str] = tuple(accounts)
        self._accounts = accounts
        self._loop: asyncio.AbstractEventLoop | None = None
        self._holder: AsyncGenerator[AsyncExitStack] | None = None
        self._stack = AsyncExitStack()
        self._open: dict[str, DaftraClient] = {}

    async def get(self, name: str) -> DaftraClient:
        """Return the client of an account, open until the event loop of the run is closed.

        Raises:
            ArgumentError: its credential cannot be read.
        """
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self._loop, self._open, self._stack = loop, {}, AsyncExitStack()
            self._holder = _held(self._stack)
            await anext(self._holder)
        if name not in self._open:
            client = self._open[name] = _made(self._accounts[name])
            await self._stack.enter_async_context(client)
        return self._open[name]


async def _held(stack: AsyncExitStack) -> AsyncGenerator[AsyncExitStack]:
    async with stack:
        yield stack


def _made(account: OneAccount) -> DaftraClient:
    if isinstance(account, DaftraClient):
        return account
    if isinstance(account, AccountSpec):
        account = account.resolve()
    return account.client() if isinstance(account, Account) else account()
