"""Keys of profiles from the keyring of the system: `keyring set daftra NAME` keeps one, `keyring del daftra NAME` removes it.

The library comes with the extra `keyring`. Only keys are kept there: tokens of `daftra login` change with every refresh, and stay
in the file of the logins.
"""

from __future__ import annotations

import importlib
from typing import Any, Final

from daftra_async._text import refuse
from daftra_async.redaction.shown import sealed

_SERVICE: Final = "daftra"
"""Name of the service in the keyring; the user is the name of the profile."""


def key_of(profile: str) -> str:
    """Return the key that the keyring keeps for a profile.

    Raises:
        ArgumentError: there is none, the library is not installed, or the keyring cannot be read.
    """
    try:
        keyring: Any = importlib.import_module("keyring")
    except ModuleNotFoundError:
        install = "pip install 'daftra-async[keyring]'"
        refuse("profile", f"{profile} has its key in the keyring, and keyring is not installed", install)
    try:
        found: str | None = keyring.get_password(_SERVICE, profile)
    except keyring.errors.KeyringError as error:
        # Its text comes from the backend; the kind alone is surely harmless.
        kind = type(error).__name__
        refuse("profile", f"the keyring cannot be read for {profile} ({kind})", "one that is unlocked (try `keyring diagnose`)")
    if not found:
        refuse("profile", f"the keyring has no key of {profile}", f"`keyring set {_SERVICE} {profile}`")
    return sealed(found)
