"""`python -m daftra_async` is the command `daftra`."""

from __future__ import annotations

import sys

from daftra_async.cli import main

if __name__ == "__main__":
    sys.exit(main())
