"""The command `daftra`.

Its libraries (typer, rich) come with the extra `cli`; without them the command says so and does nothing else.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LIBRARIES = frozenset({"typer", "rich"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0: done. 1: something failed. 2: wrong usage or credential, or the libraries are missing. 130 and 143: interrupted.

    Args:
        arguments: What follows the name of the command; None for what the shell gave.
    """
    try:
        from daftra_async.cli.app import run  # noqa: PLC0415  # needs the extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        sys.stderr.write("daftra: the command line needs typer and rich: pip install 'daftra-async[cli]'\n")
        return 2
    return run(arguments)
