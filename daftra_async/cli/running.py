"""How a command ends: its exit code, and one sentence instead of a traceback."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
import warnings
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import typer

from daftra_async._os_errors import sentence
from daftra_async.cli.text import clean
from daftra_async.errors import (
    APIError,
    ArgumentError,
    AuthenticationError,
    DaftraError,
    DateFormatWarning,
    DriftWarning,
    NotFoundError,
    OutcomeUnknown,
    RequestNotSent,
)

if TYPE_CHECKING:
    from collections.abc import Coroutine, Generator

    from daftra_async.operation import AnyOperation

T = TypeVar("T")

ENVIRONMENT: Final = (OSError, UnicodeError, EOFError, RuntimeError, MemoryError, BaseExceptionGroup)
"""Errors that may come from the machine, see `trouble`."""

FAILED: Final = 1
"""Something failed, or counts differ."""
USAGE: Final = 2
"""Wrong usage or credential: running it again will not help."""
UNKNOWN: Final = 3
"""A write may have been done or not."""
NOT_FOUND: Final = 4
"""There is no such record."""
INTERRUPTED: Final = 130
"""Ctrl-C, as shells report it."""
TERMINATED: Final = 143
"""SIGTERM, as shells report it."""
DOCTOR: Final = "run `daftra doctor`"
"""What to do when nobody knows why the account does not answer."""
EXIT_CODES: Final = """\
  0    done
  1    something failed
  2    wrong usage or credential: running it again will not help
  3    a write may have been done or not: look before running it again
  4    there is no such record
  130  interrupted (143: terminated)"""


def complain(text: str) -> None:
    """Print one sentence to stderr."""
    typer.echo(f"daftra: {clean(text)}", err=True)


@contextlib.contextmanager
def warnings_in_sentences() -> Generator[None]:
    """Print warnings of this package as sentences, without the place in its source; others stay as they are."""
    shown = warnings.showwarning

    def show(message: Warning | str, category: type[Warning], *place: Any, **more: Any) -> None:
        if issubclass(category, DriftWarning | DateFormatWarning):
            complain(str(message))
        else:
            shown(message, category, *place, **more)

    with warnings.catch_warnings():
        warnings.showwarning = show
        yield


def agreed(question: str) -> bool:
    """Ask a question on the terminal.

    Raises:
        typer.Exit: there is no terminal to ask on.
    """
    if not sys.stdin.isatty():
        complain("there is no terminal to ask on: add --yes")
        raise typer.Exit(USAGE)
    return typer.confirm(question, err=True)


def trouble(error: BaseException) -> str | None:  # noqa: PLR0911  # one line for each kind
    """Return an error of the machine in one sentence; None where the program is to blame."""
    if isinstance(error, BaseExceptionGroup):
        inner = cast("BaseExceptionGroup[BaseException]", error).exceptions
        told = [trouble(each) for each in inner]
        return None if None in told else told[0]
    match error:
        case OSError():
            return sentence(error)
        case RuntimeError() if str(error).startswith("Could not determine home"):
            return "no home folder is known; set HOME, or XDG_CONFIG_HOME"
        case UnicodeError():
            return "what was given or read is not text in UTF-8; check the file, the terminal or the variable it comes from"
        case EOFError():
            return "the input ended before all questions were answered; use options instead"
        case RecursionError():
            return "the input is nested too deeply"
        case MemoryError():
            return "out of memory; do less at a time"
        case _:
            return None


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a command's work and return its result.

    Raises:
        typer.Exit: it failed, after a sentence on stderr.
    """
    try:
        return asyncio.run(_stoppable(work))
    except (ArgumentError, AuthenticationError) as error:
        complain(advised(error))
        raise typer.Exit(USAGE) from None
    except OutcomeUnknown as error:
        complain(str(error))
        raise typer.Exit(UNKNOWN) from None
    except DaftraError as error:
        complain(advised(error))
        raise typer.Exit(NOT_FOUND if isinstance(error, NotFoundError) and not _is_page(error) else FAILED) from None
    except ENVIRONMENT as error:
        if (told := trouble(error)) is None:
            raise
        complain(told)
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        complain("interrupted")
        raise typer.Exit(INTERRUPTED) from None
    except asyncio.CancelledError:
        complain("terminated")
        raise typer.Exit(TERMINATED) from None


def advised(error: DaftraError) -> str:
    """Return what an error says, with what to do where a wrong credential or a wrong host may be the reason."""
    told = str(error)
    if isinstance(error, AuthenticationError):
        # That of a login that has ended says already what to run.
        return told if "`daftra " in told else f"{told}; {DOCTOR}"
    if isinstance(error, RequestNotSent) and ": no connection " in told:
        return f"{told}; {DOCTOR}"
    if isinstance(error, APIError) and _is_page(error):
        return f"{told}; a website answered, not the API of Daftra: check the account or the URL, or {DOCTOR}"
    return told


def _is_page(error: APIError) -> bool:
    """Return whether the answer was a page or a redirect; what the account's own server fails with can be a page too."""
    return 300 <= error.status < 400 or (error.status < 500 and error.body.lstrip().startswith("<"))


@contextlib.contextmanager
def explained(op: AnyOperation, identity: str | None = None, reference: str | None = None) -> Generator[None]:
    """Say, when the outcome of a write is unknown, what to look at before the command is run again.

    Args:
        op: The operation of the write.
        identity: Id of the record; None for a new one.
        reference: The user's own reference for the new record, given as `--reference`.

    Raises:
        OutcomeUnknown: the write may have been done or not.
    """
    try:
        yield
    except OutcomeUnknown as error:
        reason = error.history[-1].reason if error.history else "the connection broke"
        msg = f"{op.id}: it may have been done or not ({reason}); {_look(op, identity, reference)} before you run this again"
        raise OutcomeUnknown(
            msg,
            operation=error.operation,
            method=error.method,
            url=error.url,
            attempts=error.attempts,
            status=error.status,
            retry_after=error.retry_after,
        ) from None


def _look(op: AnyOperation, identity: str | None, reference: str | None) -> str:
    if identity is not None:
        return f"look with `daftra get {op.resource} {identity}`"
    if reference is None or op.reference is None:
        return f"look with `daftra list {op.resource}`"
    if op.reference.parameter:
        return f"look with `daftra list {op.resource} --where {op.reference.field}={reference}`"
    return f"look for {op.reference.field} {reference} in `daftra list {op.resource} --all`"


async def _stoppable(work: Coroutine[Any, Any, T]) -> T:
    """Do the work, and let SIGTERM cancel it so that it can clean up."""
    task = asyncio.current_task()
    assert task is not None
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, or not in the main thread
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await work
