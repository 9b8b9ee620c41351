"""The commands of `daftra`, each in a module of its own that is loaded when the command runs."""

from __future__ import annotations

import contextlib
import importlib
import io
import sys
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

import attrs
import typer
from typer.core import TyperGroup
from typer.main import get_command as build

from daftra_async import __version__
from daftra_async._words import WORDS
from daftra_async.cli.help_words import in_words, without_types
from daftra_async.cli.option_words import words_of
from daftra_async.cli.running import ENVIRONMENT, EXIT_CODES, FAILED, INTERRUPTED, complain, trouble, warnings_in_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

_HELP: Final[dict[str, Any]] = {"help_option_names": ["-h", "--help"]}
_PASSED_ON: Final[dict[str, Any]] = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}
_PLACE: Final = ("account", "base_url", "profile")


@attrs.frozen
class Command:
    """Where a command is, and what the overview says of it: loading it for that would take as long as running it."""

    help: str
    module: str
    function: str
    connection: tuple[str, ...] = ("account", "api_key", "access_token", "base_url", "profile")
    """Its options for account and credential."""
    context: dict[str, Any] = attrs.field(factory=_HELP.copy)


COMMANDS: Final = {
    "list": Command("List records.", "list_command", "list_command"),
    "get": Command("Show records by their ids.", "get_command", "get_command"),
    "open": Command("Show the invoices that are not paid in full.", "open_command", "open_command"),
    "report": Command(
        "Show what is owed, sold and received, and what changed since yesterday.", "report_command", "report_command"
    ),
    "pdf": Command("Fetch a document as PDF.", "pdf_command", "pdf_command"),
    "create": Command("Create a record.", "write_commands", "create_command"),
    "update": Command("Change fields of a record, or replace it (--replace).", "change_commands", "update_command"),
    "edit": Command("Change fields of a record and keep the rest.", "change_commands", "edit_command"),
    "delete": Command("Delete records.", "write_commands", "delete_command"),
    "export": Command("Fetch resources into files or a database, many at a time.", "export_command", "export_command"),
    "import": Command("Create and change records from the rows of a CSV or Excel file.", "import_command", "import_command"),
    "census": Command("Show the undocumented fields and values that an export found.", "census_command", "census_command", ()),
    "operations": Command("List the operations of the API.", "operations_command", "operations_command", ()),
    "login": Command("Log in with user name and password, and keep the token.", "login_command", "login_command", _PLACE),
    "logout": Command("Forget the login of an account.", "login_command", "logout_command", _PLACE),
    "doctor": Command("Find out why the account cannot be reached.", "doctor_command", "doctor_command"),
    "prove": Command("Find out what the documents leave open, by asking the account.", "prove_command", "prove_command"),
    # The sandbox reads its own arguments, `--help` included.
    "sandbox": Command("Run a local Daftra to try things on.", "app", "sandbox_command", (), _PASSED_ON),
}


class LazyGroup(TyperGroup):
    """Knows its commands by name and one line of help, and loads the one that is wanted."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the command that the arguments name; completion asks here too."""
        name, found, rest = super().resolve_command(ctx, args)
        if found is None or name is None:
            return name, None, rest
        command = load(name)
        before = WORDS.set(words_of(command.params))
        ctx.call_on_close(lambda: WORDS.reset(before))
        return name, command, rest

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what is wrong with its arguments is said in words of people."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = in_words(error)
            raise


def load(name: str) -> Any:
    """Load a command."""
    command = COMMANDS[name]
    module = importlib.import_module(f"daftra_async.cli.{command.module}")
    leaf = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    leaf.command(name, context_settings=command.context)(getattr(module, command.function))
    built: Any = build(leaf)
    built.params += _connection_options(command.connection)
    without_types(built.params)
    return built


def _connection_options(names: Sequence[str]) -> list[Any]:
    """Return options for account and credential, without parameters in the function of the command."""
    from daftra_async.cli import options  # noqa: PLC0415  # the overview does without

    leaf = typer.Typer(add_completion=False)
    leaf.command()(options.connection)
    found = [option for option in cast("Any", build(leaf)).params if option.name in names]
    for option in found:
        option.expose_value = False
    return found


app = typer.Typer(
    name="daftra",
    cls=LazyGroup,
    # The mark keeps the lines of the table apart.
    epilog=f"\b\nExit codes:\n{EXIT_CODES}",
    context_settings=_HELP,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # its tracebacks show local variables, credentials among them
    rich_markup_mode=None,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"daftra {__version__}")
        raise typer.Exit


@app.callback()
def daftra(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """The Daftra ERP from the shell.

    The account and its credential come from DAFTRA_ACCOUNT and DAFTRA_API_KEY (or DAFTRA_ACCESS_TOKEN), from `daftra login`, or
    from options. `daftra doctor` says what is wrong when nothing works.
    """


def sandbox_command(context: typer.Context) -> None:
    """Run a local Daftra to try things on.

    `daftra sandbox --help` shows its options.
    """
    from daftra_async.sandbox.__main__ import main  # noqa: PLC0415  # the other commands do without the server

    raise typer.Exit(main(context.args))


def _stub() -> None:
    """Stand for a command in the overview."""


for _name, _command in COMMANDS.items():
    app.command(_name, help=_command.help)(_stub)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(ValueError):
                stream.reconfigure(errors="replace")  # records and messages hold text that not every terminal can show
    try:
        with warnings_in_sentences():
            app(args=None if arguments is None else list(arguments), prog_name="daftra")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:
        return INTERRUPTED
    except ENVIRONMENT as error:
        if (told := trouble(error)) is None:
            raise
        complain(told)
        return FAILED
    return 0
