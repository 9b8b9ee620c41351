"""An account and where its credential is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async._text import has_control, refuse
from daftra_async.client import DaftraClient
from daftra_async.errors import ArgumentError
from daftra_async.redaction.shown import sealed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import aiohttp

    from daftra_async.settings import Settings

SOURCES: Final = ("api_key_env", "api_key_file", "access_token_env", "access_token_file")
"""Where an account's credential can be, by name."""
_LONGEST: Final = 100
_LONGEST_SECRET: Final = 10_000


@attrs.frozen(kw_only=True)
class Account:
    """An account with its credential."""

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


@attrs.frozen(kw_only=True)
class AccountSpec:
    """An account without its credential, to be sent to other machines: it only says where the credential is there.

        AccountSpec(account="acme", api_key_env="ACME_API_KEY")
        AccountSpec(account="acme", api_key_file="/run/secrets/acme")

    Raises:
        ArgumentError: there is no account, or not exactly one place of the credential.
    """

    name: str = ""
    """Names its folder and its rows; the account when left out."""
    account: str | None = None
    """Subdomain, host or URL."""
    base_url: str | None = None
    """URL in place of the account's."""
    api_key_env: str | None = None
    """Environment variable with the API key."""
    api_key_file: str | None = None
    """File with the API key and nothing else."""
    access_token_env: str | None = None
    """Environment variable with the access token."""
    access_token_file: str | None = None
    """File with the access token and nothing else."""
    branch: int | None = None
    """Default branch of lists."""
    site_id: int | str | None = None
    """Tenant behind a shared base URL."""

    def __attrs_post_init__(self) -> None:
        given = {key: value for key, value in attrs.asdict(self).items() if value not in (None, "")}
        object.__setattr__(self, "name", named("spec", given, SOURCES))

    def resolve(self) -> Account:
        """Read the credential on this machine.

        Raises:
            ArgumentError: the variable is not set, or the file cannot be read.
        """
        [(source, place)] = [(name, getattr(self, name)) for name in SOURCES if getattr(self, name)]
        secret = _variable(place, self.name) if source.endswith("_env") else _content(place, self.name)
        # Plain text, since accounts are pickled.
        kind = {source.removesuffix("_env").removesuffix("_file"): str(secret)}
        return Account(
            name=self.name, account=self.account, base_url=self.base_url, branch=self.branch, site_id=self.site_id, **kind
        )


def named(place: str, given: Mapping[str, Any], credentials: Collection[str]) -> str:
    """Check what names an account and its credential, and return its name.

    Args:
        place: Where it is written, for messages.
        given: What is written.
        credentials: Keys of which there must be exactly one.

    Raises:
        ArgumentError: something is missing, or given twice.
    """
    found = [key for key in credentials if key in given]
    if len(found) != 1:
        problem = "no credential was given" if not found else f"{' and '.join(found)} were given"
        refuse(place, problem, f"one of {', '.join(credentials)}")
    if "account" not in given and "base_url" not in given:
        refuse(place, "neither account nor base_url was given", "one of them")
    name = given.get("name") or given.get("account")
    if name is None:
        refuse(place, "an account with only base_url needs a name", "name = ..., which names its folder")
    return check_name(name)


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


def _variable(variable: str, name: str) -> str:
    secret = sealed(os.environ.get(variable))
    if not secret:
        refuse(f"account {name}", f"the variable {variable!r:.60} is not set", "a variable that holds the credential")
    return secret


def _content(file: str, name: str) -> str:
    expected = "a file that holds the credential and nothing else"
    try:
        with Path(file).expanduser().open("rb") as opened:
            secret = sealed(opened.read(_LONGEST_SECRET).decode("ascii").strip())
    except OSError as error:
        refuse(f"account {name}", f"{file} cannot be read ({error.strerror or type(error).__name__})", expected)
    except UnicodeDecodeError:
        secret = ""
    if not secret or has_control(secret):
        refuse(f"account {name}", f"{file} is empty, or not one line of ASCII text", expected)
    return secret
