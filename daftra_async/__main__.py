"""`python -m daftra_async` prints where it runs, for bug reports; with arguments it is the command `daftra`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what was asked for and return the exit code."""
    if len(sys.argv) > 1:
        from daftra_async.cli import main as daftra  # noqa: PLC0415  # the report needs nothing of the command line

        return daftra()
    from daftra_async.http.environment import report  # noqa: PLC0415  # likewise

    print(report())  # noqa: T201  # a command prints
    return 0


if __name__ == "__main__":
    sys.exit(main())
