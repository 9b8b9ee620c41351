"""Logins that outlive the command: what `daftra login` keeps, and the credential that is made of it.

The password is not kept. What is: the OAuth app (id and secret), the name of the user, and the token with the one that refreshes
it. They lie in two files for each account, which only their owner can read; when the refresh token is refused, one has to log in
again.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async._files import replaced
from daftra_async.errors import AuthenticationError, TokenStoreError
from daftra_async.http.account import base_url as account_url
from daftra_async.http.auth import PasswordGrant
from daftra_async.http.private_file import json_object, read_private
from daftra_async.http.token_keeper import TokenKeeper
from daftra_async.http.token_store import FileTokenStore
from daftra_async.redaction.shown import Sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.http.auth import Authenticator, TokenFetch

_NO_PASSWORD: Final = "the password is not kept"  # noqa: S105  # it is none
"""Takes the place of the password, which is never sent: see `StoredLogin.bind`."""
_FIELDS: Final = ("client_id", "client_secret", "username")
ENDED: Final = "the stored login has ended: run `daftra login` again"


def folder() -> Path:
    """Return where logins are kept: `daftra` below XDG_CONFIG_HOME (or ~/.config), or below APPDATA on Windows."""
    base = os.environ.get("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "daftra"


@attrs.frozen
class StoredLogin(Sealed):
    """A login of an earlier command, as a credential."""

    client_id: str
    client_secret: str = attrs.field(repr=False)
    username: str = attrs.field(repr=False)
    tokens: Path

    def grant(self, password: str = _NO_PASSWORD) -> PasswordGrant:
        """Return the grant whose tokens lie in the files of this login."""
        return PasswordGrant(
            client_id=self.client_id,
            client_secret=self.client_secret,
            username=self.username,
            password=password,
            store=FileTokenStore(self.tokens),
        )

    def bind(self, fetch: TokenFetch, account: str, /) -> Authenticator:
        """Make the authenticator of a client; it refreshes tokens, and never asks with a password."""

        async def without_password(form: Mapping[str, str]) -> Mapping[str, Any]:
            if form.get("grant_type") == "password":
                raise AuthenticationError(401, message=ENDED)
            return await fetch(form)

        grant = self.grant()
        return TokenKeeper(grant, without_password, grant.key(account))


def files(account: str | None, base_url: str | None) -> tuple[Path, Path]:
    """Return the two files of an account: the login and its tokens.

    Raises:
        ArgumentError: the account is malformed.
    """
    url = account_url(account, base_url)
    stem = f"{url.host}-{hashlib.sha256(str(url).encode()).hexdigest()[:12]}"
    return folder() / f"{stem}.login.json", folder() / f"{stem}.tokens.json"


def stored(account: str | None, base_url: str | None) -> StoredLogin | None:
    """Return the login of an account, None if there is none.

    Raises:
        ArgumentError: the account is malformed.
        TokenStoreError: it is not a login file, or others can read it.
    """
    path, tokens = files(account, base_url)
    content = read_private(path, "the login", "run `daftra logout`, then `daftra login`")
    if content is None:
        return None
    read = json_object(content)
    if read is None or not all(isinstance(read.get(name), str) for name in _FIELDS):
        msg = f"{path} is not a login file; run `daftra logout`, then `daftra login`"
        raise TokenStoreError(msg)
    return StoredLogin(str(read["client_id"]), read["client_secret"], read["username"], tokens)


def prepare() -> None:
    """Make the folder, for its owner alone."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)


def keep(path: Path, login: StoredLogin) -> None:
    """Write a login, as a whole or not at all."""
    with replaced(path) as file:
        # No local variable holds the text, which a traceback might show.
        file.write(json.dumps({name: getattr(login, name) for name in _FIELDS}, indent=1).encode())


def forget(account: str | None, base_url: str | None) -> bool:
    """Delete the login of an account and its tokens; return whether there was one."""
    path, tokens = files(account, base_url)
    found = path.exists()
    for each in (path, tokens, tokens.with_name(f"{tokens.name}.lock")):
        each.unlink(missing_ok=True)
    return found
