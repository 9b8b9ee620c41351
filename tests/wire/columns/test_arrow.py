"""The allocator that Arrow is imported with."""

from __future__ import annotations

import os
import subprocess
import sys

_VARIABLE = "ARROW_DEFAULT_MEMORY_POOL"
_SHOW = f"""
import os
from daftra_async.wire.columns.arrow import pa
print(pa.default_memory_pool().backend_name, "{_VARIABLE}" in os.environ)
"""


def test_arrow_uses_the_allocator_of_the_system_and_the_environment_stays_as_it_was() -> None:
    environment = {name: value for name, value in os.environ.items() if name != _VARIABLE}
    run = subprocess.run([sys.executable, "-c", _SHOW], check=True, capture_output=True, text=True, env=environment)
    assert run.stdout.split() == ["system", "False"]
