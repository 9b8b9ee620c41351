"""Several accounts, from a TOML file.

    [[account]]
    name = "acme"                      # folder of its files; the account when left out
    account = "acme"                   # subdomain, host or URL; or base_url
    api_key_env = "ACME_API_KEY"       # variable with the key; or access_token_env

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

import attrs

from daftra_async._suggest import nearest
from daftra_async._text import has_control, refuse
from daftra_async.client import DaftraClient
from daftra_async.errors import ArgumentError
from daftra_async.http import transport
from daftra_async.redaction.shown import sealed

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    import aiohttp

    from daftra_async.settings import Settings

_KEYS: Final[dict[str, type | tuple[type, ...]]] = {
    "name": str,
    "account": str,
    "base_url": str,
    "api_key": str,
    "api_key_env": str,
    "access_token": str,
    "access_token_env": str,
    "branch": int,
    "site_id": (int, str),
}
_CREDENTIALS: Final = ("api_key", "api_key_env", "access_token", "access_token_env")
_LITERAL: Final = ("api_key", "access_token")
_LONGEST: Final = 100


@attrs.frozen(kw_only=True)
class Account:
    """One account of the file, with its credential."""

    name: str
    account: str | None = None
    base_url: str | None = None
    api_key: str | None = attrs.field(default=None, repr=False)
    access_token: str | None = attrs.field(default=None, repr=False)
    branch: int | None = None
    site_id: int | str | None = None

    def client(self, session: aiohttp.ClientSession | None = None, settings: Settings | None = None) -> DaftraClient:
        """Return a client of the account, not yet open.

        Raises:
            ArgumentError: a setting is malformed; the message names the account.
        """
        try:
            return DaftraClient(
                self.account,
                api_key=self.api_key,
                access_token=self.access_token,
                base_url=self.base_url,
                branch=self.branch,
                site_id=self.site_id,
                session=session,
                settings=settings,
            )
        except ArgumentError as error:
            msg = f"account {self.name}: {error}"
            raise ArgumentError(msg, error.argument) from None


def check_name(name: object) -> str:
    """Check the name of an account, which becomes the name of a folder, and return it.

    Raises:
        ArgumentError: not every file system accepts it.
    """
    if (
        not isinstance(name, str)
        or not name.strip()
        or name.startswith(".")
        or len(name) > _LONGEST
        or has_control(name)
        or any(mark in name for mark in '/\\:*?"<>|')
    ):
        refuse("accounts", f"{name!r:.60} is not a name of an account", "text without / and the like, not beginning with a dot")
    return name


def load_accounts(path: str | Path) -> tuple[Account, ...]:
    """Read a file of accounts, and the variables it names.

    Raises:
        ArgumentError: it cannot be read or is malformed, a variable is not set, or it holds credentials and others can read it.
    """
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
    tables: list[Any] = [_sealed(table) for table in found]  # pyright: ignore[reportUnknownVariableType]  # isinstance leaves it unknown
    del data, found
    accounts = tuple(_account(table, number) for number, table in enumerate(tables, 1))
    exposed = os.name != "nt" and bool(mode & 0o077)
    if exposed and any(key in table for table in tables for key in _LITERAL):
        wanted = "mode 0600 for a file with credentials (chmod it), or api_key_env with the name of a variable"
        refuse("accounts", f"{path} holds credentials and others can read it (mode {mode:04o})", wanted)
    names = [account.name.casefold() for account in accounts]
    if doubled := {name for name in names if names.count(name) > 1}:
        refuse("accounts", f"{', '.join(sorted(doubled))} occurs twice", "a different name for each account")
    return accounts


def _sealed(table: Any) -> Any:
    """Wrap the credentials of a table, so that no traceback shows them."""
    values = cast("dict[str, Any]", table)
    return (
        {key: sealed(value) if key in _LITERAL else value for key, value in values.items()} if isinstance(table, dict) else table
    )


def _account(table: object, number: int) -> Account:
    place = f"accounts: [[account]] {number}"
    if not isinstance(table, dict):
        refuse(place, "this is not a table", "a table with name, account, api_key_env and the like")
    values = cast("dict[str, Any]", table)
    for key, value in values.items():
        if key not in _KEYS:
            refuse(place, f"unknown setting {key!r:.60}", ", ".join(nearest(key, _KEYS) or _KEYS))
        if not isinstance(value, _KEYS[key]) or isinstance(value, bool) or value == "":
            refuse(place, f"{key} is empty or of the wrong type", "text, and whole numbers for branch and site_id")
    given = [key for key in _CREDENTIALS if key in values]
    if len(given) != 1:
        refuse(
            place,
            "no credential was given" if not given else f"{' and '.join(given)} were given",
            f"one of {', '.join(_CREDENTIALS)}",
        )
    if "account" not in values and "base_url" not in values:
        refuse(place, "neither account nor base_url was given", "one of them")
    name = values.get("name") or values.get("account")
    if name is None:
        refuse(place, "an account with only base_url needs a name", "name = ..., which names its folder")
    name = check_name(name)
    secret: Any = values[given[0]]
    if given[0].endswith("_env"):
        secret = sealed(os.environ.get(variable := secret))
        if not secret:
            refuse(f"{place} ({name})", f"the variable {variable!r:.60} is not set", "a variable that holds the credential")
    plain = {key: value for key, value in values.items() if key not in {*_CREDENTIALS, "name"}}
    # Plain text, since accounts are pickled.
    plain[given[0].removesuffix("_env")] = str(secret)
    return Account(name=name, **plain)


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
