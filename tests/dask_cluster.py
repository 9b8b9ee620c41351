"""`python -m tests.dask_cluster [arguments of pytest]` runs the tests whose workers are processes, and are killed."""

from __future__ import annotations

import os
import subprocess
import sys

VARIABLE = "DAFTRA_TEST_DASK"
"""Set, it asks for these tests: starting processes takes seconds."""


def main() -> int:
    """Run pytest and return its exit code."""
    command = [sys.executable, "-m", "pytest", *(sys.argv[1:] or ["-v", "tests/integrations/dask"])]
    return subprocess.run(command, env={**os.environ, VARIABLE: "1"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
