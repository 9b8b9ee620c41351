"""Accounts by a name of one's own, from `config.toml` in the folder of the logins.

    [profile.acme]
    account = "acme"                  # a subdomain, a host or a URL; or base_url
    api_key_env = "ACME_API_KEY"      # or access_token_env, or keyring = true; left out: the login of `daftra login`

The file holds no credential: it says where one is. No `DAFTRA_*` variable is mixed into a profile, so that the key of one account
is never sent to another.
"""

from __future__ import annotations

import os
import tomllib
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from daftra_async._suggest import choices
from daftra_async._text import refuse
from daftra_async.cli.keyring_keys import key_of
from daftra_async.cli.logins import folder
from daftra_async.cli.options import profile as profile_option
from daftra_async.errors import ArgumentError
from daftra_async.redaction.shown import sealed

if TYPE_CHECKING:
    from pathlib import Path

_VARIABLE: Final = "DAFTRA_PROFILE"
_PLACES: Final = ("account", "base_url")
_CREDENTIALS: Final = ("api_key_env", "access_token_env", "keyring")
_LITERAL: Final = ("api_key", "access_token", "password")


@attrs.frozen
class Profile:
    """Where an account is, and where its credential."""

    name: str
    account: str | None = None
    base_url: str | None = None
    api_key_env: str | None = None
    access_token_env: str | None = None
    keyring: bool = False

    def source(self, name: str) -> tuple[str | None, str]:
        """Return the account, URL, key or token, and where it comes from; None where the profile has none.

        Raises:
            ArgumentError: the variable is not set, or the keyring has no key.
        """
        if name in _PLACES:
            return getattr(self, name), f"profile {self.name}"
        variable: str | None = getattr(self, f"{name}_env")
        if variable is not None:
            if not (value := os.environ.get(variable)):
                refuse("profile", f"{self.name} takes its credential from {variable}, which is not set", "a value for it")
            return sealed(value), f"{variable}, profile {self.name}"
        if name == "api_key" and self.keyring:
            return key_of(self.name), f"keyring, profile {self.name}"
        return None, f"profile {self.name}"


def active(*options: str | None) -> Profile | None:
    """Return the profile of `--profile`, or else of DAFTRA_PROFILE; None where neither is given.

    Args:
        options: Account, URL and credential as they were given: they take the place of DAFTRA_PROFILE.

    Raises:
        ArgumentError: there is no such profile, it is malformed, or something else names an account, too.
    """
    asked = profile_option()
    if asked is not None:
        if any(options):
            refuse("profile", "--account, --base-url, --api-key or --access-token was given too", "either the profile or these")
        return _profile(asked)
    name = os.environ.get(_VARIABLE)
    if not name or any(options):
        return None
    both = [variable for variable in ("DAFTRA_ACCOUNT", "DAFTRA_BASE_URL") if os.environ.get(variable)]
    if both:
        refuse("profile", f"{_VARIABLE} and {both[0]} are both set", "one of them, or --profile")
    return _profile(name)


def place(account: str | None, base_url: str | None) -> tuple[str | None, str | None]:
    """Return account and URL as options, a profile or variables name them.

    Raises:
        ArgumentError: as for `active`.
    """
    profile = active(account, base_url)
    if profile is not None:
        return profile.account, profile.base_url
    return account or os.environ.get("DAFTRA_ACCOUNT") or None, base_url or os.environ.get("DAFTRA_BASE_URL") or None


def names() -> list[str]:
    """Return the names of all profiles; none where the file cannot be read, since this is for completion."""
    try:
        return sorted(_tables(folder() / "config.toml"))
    except (ValueError, OSError, RuntimeError):
        return []


def _profile(name: str) -> Profile:
    path = folder() / "config.toml"
    tables = _tables(path)
    if name not in tables:
        msg = f"unknown profile {name[:60]!r} in {path}{choices(name, tables)}"
        raise ArgumentError(msg, "profile")
    return _checked(name, tables[name])


def _tables(path: Path) -> dict[str, Any]:
    """Read the file; no text of it is shown, since somebody may have put a key there."""
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode & 0o777
            data: Any = tomllib.load(file)
    except FileNotFoundError:
        return {}
    except OSError as error:
        refuse("profile", f"{path} cannot be read ({error.strerror or type(error).__name__})", "a TOML file")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        refuse("profile", f"{path} is not valid TOML", "[profile.NAME] tables")
    if os.name != "nt" and mode & 0o022:
        # The file says where the key is sent.
        refuse("profile", f"{path}: others can write it (mode {mode:04o})", "mode 0600: chmod 600 it")
    found = data.pop("profile", {})
    if data or not isinstance(found, dict):
        refuse("profile", f"{path} holds something else than profiles", "[profile.NAME] tables")
    return cast("dict[str, Any]", found)


def _checked(name: str, table: object) -> Profile:
    where = f"profile {name}"
    if not isinstance(table, dict):
        refuse(where, "this is not a table", "[profile.NAME] with account and api_key_env")
    values = cast("dict[str, Any]", table)
    if literal := next((key for key in _LITERAL if key in values), None):
        refuse(
            where, f"{literal} stands in the file", f"{literal}_env with the name of a variable, keyring = true or `daftra login`"
        )
    for key, value in values.items():
        if key not in {*_PLACES, *_CREDENTIALS}:
            msg = f"{where}: unknown setting {key[:60]!r}{choices(key, (*_PLACES, *_CREDENTIALS))}"
            raise ArgumentError(msg, "profile")
        if not isinstance(value, bool if key == "keyring" else str) or value == "":
            refuse(where, f"{key} is empty or of the wrong type", "text; for keyring true or false")
    if not any(values.get(key) for key in _PLACES):
        refuse(where, "it names no account", 'account = "acme" (a subdomain, a host or a URL), or base_url')
    if len([key for key in _CREDENTIALS if values.get(key)]) > 1:
        refuse(where, "it names several credentials", f"one of {', '.join(_CREDENTIALS)}")
    return Profile(name, **values)
