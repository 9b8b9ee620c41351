"""`daftra login` and `daftra logout`."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import getpass
import os
import sys
from typing import Annotated

import typer

from daftra_async._text import refuse
from daftra_async.cli import options
from daftra_async.cli.running import complain, run
from daftra_async.cli.text import clean
from daftra_async.errors import ArgumentError, PermissionDeniedError


def login_command(
    client_id: Annotated[
        str | None, typer.Option(help="Id of the OAuth app; asked for when left out.", show_default=False)
    ] = None,
    username: Annotated[str | None, typer.Option(help="Name of the user, mostly an e-mail address.", show_default=False)] = None,
    password_stdin: Annotated[
        bool,
        typer.Option(
            "--password-stdin", help="Read the password from stdin, and in a second line the app's secret if no variable has it."
        ),
    ] = False,
) -> None:
    """Log in with user name and password, and keep the token.

    Asks for what is missing. Password and app secret are never options, since process lists show those; the secret may be in
    DAFTRA_CLIENT_SECRET. Later commands for the account use the token and refresh it. The
    password is not kept.
    """

    async def work() -> str:
        from daftra_async.cli import logins, profiles  # noqa: PLC0415  # --help does without aiohttp
        from daftra_async.client import DaftraClient  # noqa: PLC0415  # likewise

        where, url = profiles.place(*options.place())
        if where is None and url is None:
            refuse("account", "nothing was given", "--account or DAFTRA_ACCOUNT (a subdomain such as acme, a host or a URL)")
        path, tokens = logins.files(where, url)
        app = client_id or _asked("Client id of the OAuth app", "--client-id", default="1")
        user = username or _asked("User name", "--username")
        password, secret = _secrets(password_stdin)
        # Beside the present login, which stays good if this one is refused.
        new = tokens.with_name(f".{tokens.name}.new")
        grant = logins.StoredLogin(app, secret, user, new).grant(password)  # refuses what is empty, before anything is written
        logins.prepare()
        try:
            async with DaftraClient(where, base_url=url, auth=grant) as client:
                try:
                    name = (await client.site_info.get()).business_name or ""
                except PermissionDeniedError:  # the token is good, but not for the account's settings
                    name = ""
            new.replace(tokens)
            logins.keep(path, logins.StoredLogin(app, secret, user, tokens))
        finally:
            for rest in (new, new.with_name(f"{new.name}.lock")):
                rest.unlink(missing_ok=True)
        return name

    name = run(work())
    for variable in ("DAFTRA_API_KEY", "DAFTRA_ACCESS_TOKEN"):
        if os.environ.get(variable):
            complain(f"{variable} is set and takes precedence over the login: unset it to use the login")
    typer.echo(f"logged in{f': {clean(name)}' if name else ''}")


def logout_command() -> None:
    """Forget the login of an account.

    Deletes the files with the token on this machine. The server knows no way to revoke the token; it ends by itself.
    """

    async def work() -> bool:
        from daftra_async.cli import logins, profiles  # noqa: PLC0415  # --help does without aiohttp

        where, url = profiles.place(*options.place())
        if where is None and url is None:
            refuse("account", "nothing was given", "--account or DAFTRA_ACCOUNT")
        return logins.forget(where, url)

    typer.echo("logged out" if run(work()) else "there was no login")


def _asked(question: str, option: str, default: str | None = None) -> str:
    if not _is_asked():
        if default is not None:
            return default
        msg = f"there is no terminal to ask on: give {option}"
        raise ArgumentError(msg, option)
    answer: str = typer.prompt(question, default=default, err=True)
    return answer


def _is_asked() -> bool:
    """Return whether stdin is a terminal."""
    return sys.stdin.isatty()


def _secrets(stdin: bool) -> tuple[str, str]:
    """Return password and secret of the app."""
    secret = os.environ.get("DAFTRA_CLIENT_SECRET") or ""
    if stdin:
        password = sys.stdin.readline().rstrip("\r\n")
        return password, secret or sys.stdin.readline().rstrip("\r\n")
    if not _is_asked():
        # getpass would read stdin and warn that it may be shown.
        msg = "there is no terminal to ask for the password on: use --password-stdin"
        raise ArgumentError(msg, "password")
    secret = secret or getpass.getpass("Client secret of the OAuth app: ")
    return getpass.getpass("Password: "), secret
