"""How a command ends: its exit code, and one sentence instead of a traceback."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import TYPE_CHECKING, Any, Final, TypeVar

import typer

from daftra_async.cli.text import clean
from daftra_async.errors import ArgumentError, AuthenticationError, DaftraError, NotFoundError, OutcomeUnknown

if TYPE_CHECKING:
    from collections.abc import Coroutine

T = TypeVar("T")

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


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a command's work and return its result.

    Raises:
        typer.Exit: it failed, after a sentence on stderr.
    """
    try:
        return asyncio.run(_stoppable(work))
    except (ArgumentError, AuthenticationError) as error:
        complain(str(error))
        raise typer.Exit(USAGE) from None
    except OutcomeUnknown as error:
        complain(str(error))
        raise typer.Exit(UNKNOWN) from None
    except NotFoundError as error:
        complain(str(error))
        raise typer.Exit(NOT_FOUND) from None
    except (DaftraError, OSError) as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        complain("interrupted")
        raise typer.Exit(INTERRUPTED) from None
    except asyncio.CancelledError:
        complain("terminated")
        raise typer.Exit(TERMINATED) from None


async def _stoppable(work: Coroutine[Any, Any, T]) -> T:
    """Do the work, and let SIGTERM cancel it so that it can clean up."""
    task = asyncio.current_task()
    assert task is not None
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, or not in the main thread
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await work
