"""Several accounts, from a TOML file.

    [[account]]
    name = "acme"                      # folder of its files; the account when left out
    account = "acme"                   # subdomain, host or URL; or base_url
    api_key_env = "ACME_API_KEY"       # variable with the key; or api_key_file, access_token_env, access_token_file

    [[account]]
    account = "other.daftra.com"
    api_key = "..."                    # only in a file that nobody else can read
    branch = 2

All of them share one session, and so one pool of connections.
"""

from __future__ import annotations

import os
import tomllib
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from daftra_async._suggest import nearest
from daftra_async._text import refuse
from daftra_async.export.account import SOURCES, Account, AccountSpec, named
from daftra_async.http import transport
from daftra_async.redaction.shown import sealed

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping, Sequence

    from daftra_async.client import DaftraClient
    from daftra_async.settings import Settings

_KEYS: Final[dict[str, type | tuple[type, ...]]] = {
    "name": str,
    "account": str,
    "base_url": str,
    "api_key": str,
    "api_key_env": str,
    "access_token": str,
    "access_token_env": str,
    "api_key_file": str,
    "access_token_file": str,
    "branch": int,
    "site_id": (int, str),
}
_LITERAL: Final = ("api_key", "access_token")
_CREDENTIALS: Final = (*_LITERAL, *SOURCES)


def load_accounts(path: str | Path) -> tuple[Account, ...]:
    """Read a file of accounts, and the variables and files it names.

    Raises:
        ArgumentError: it cannot be read or is malformed, a variable is not set, or it holds credentials and others can read it.
    """
    return tuple(_account(table) for table in _tables(path))


def load_specs(path: str | Path) -> tuple[AccountSpec, ...]:
    """Read a file of accounts without their credentials, to send them to other machines.

    Raises:
        ArgumentError: it cannot be read or is malformed, or holds a credential itself.
    """
    tables = _tables(path)
    if any(key in table for table in tables for key in _LITERAL):
        refuse("accounts", f"{path} holds credentials", f"where they are on every machine: one of {', '.join(SOURCES)}")
    return tuple(AccountSpec(**table) for table in tables)


def _tables(path: str | Path) -> list[dict[str, Any]]:
    """Read the tables of a file and check them."""
    path = Path(path).expanduser()
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode & 0o777
            data = tomllib.load(file)
    except OSError as error:
        refuse("accounts", f"{path} cannot be read ({error.strerror or type(error).__name__})", "a TOML file of accounts")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        # The reader's own words could quote a key.
        refuse("accounts", f"{path} is not valid TOML", "[[account]] tables")
    found: object = data.pop("account", None)
    if data or not isinstance(found, list) or not found:
        refuse("accounts", f"{path} holds {', '.join(map(repr, data)) or 'no account'}", "one [[account]] table for each account")
    sealed_tables: list[Any] = [_sealed(table) for table in found]  # pyright: ignore[reportUnknownVariableType]  # isinstance leaves it unknown
    del data, found
    tables = [_checked(table, number) for number, table in enumerate(sealed_tables, 1)]
    exposed = os.name != "nt" and bool(mode & 0o077)
    if exposed and any(key in table for table in tables for key in _LITERAL):
        wanted = "mode 0600 for a file with credentials (chmod it), or api_key_env with the name of a variable"
        refuse("accounts", f"{path} holds credentials and others can read it (mode {mode:04o})", wanted)
    names = [table["name"].casefold() for table in tables]
    if doubled := {name for name in names if names.count(name) > 1}:
        refuse("accounts", f"{', '.join(sorted(doubled))} occurs twice", "a different name for each account")
    return tables


def _sealed(table: Any) -> Any:
    """Wrap the credentials of a table, so that no traceback shows them."""
    values = cast("dict[str, Any]", table)
    return (
        {key: sealed(value) if key in _LITERAL else value for key, value in values.items()} if isinstance(table, dict) else table
    )


def _checked(table: object, number: int) -> dict[str, Any]:
    """Return a table with its name."""
    place = f"accounts: [[account]] {number}"
    if not isinstance(table, dict):
        refuse(place, "this is not a table", "a table with name, account, api_key_env and the like")
    values = cast("dict[str, Any]", table)
    for key, value in values.items():
        if key not in _KEYS:
            refuse(place, f"unknown setting {key!r:.60}", ", ".join(nearest(key, _KEYS) or _KEYS))
        if not isinstance(value, _KEYS[key]) or isinstance(value, bool) or value == "":
            refuse(place, f"{key} is empty or of the wrong type", "text, and whole numbers for branch and site_id")
    return {**values, "name": named(place, values, _CREDENTIALS)}


def _account(table: Mapping[str, Any]) -> Account:
    if not any(key in table for key in _LITERAL):
        return AccountSpec(**table).resolve()
    # Plain text, since accounts are pickled.
    plain: dict[str, Any] = {key: str(value) if key in _LITERAL else value for key, value in table.items()}
    return Account(**plain)


@asynccontextmanager
async def open_accounts(
    accounts: Sequence[Account] | str | Path, settings: Settings | None = None
) -> AsyncGenerator[dict[str, DaftraClient]]:
    """Open the clients of several accounts on one session; leaving the block closes all.

    Args:
        accounts: What `load_accounts` returned, or the path of the file.
        settings: Settings of every client.

    Raises:
        ArgumentError: an account is malformed.
    """
    found = load_accounts(accounts) if isinstance(accounts, str | Path) else accounts
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(transport.open_session())
        yield {each.name: await stack.enter_async_context(each.client(session, settings)) for each in found}
