"""What a wheel has to hold, and what not. `make dist` runs it over dist/."""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path
from typing import Final

MOST_BYTES: Final = 1024 * 1536
"""1.5 MiB: what an installation may cost a container image or a function in the cloud."""
NEEDED: Final = (
    "daftra_async/py.typed",
    "daftra_async/__main__.py",
    "daftra_async/integrations/redis/limits.lua",
    "daftra_async/models/invoice.py",
    "daftra_async/models/invoice_input.py",
    "daftra_async/resources/invoices.py",
    "daftra_async/sandbox/seed/words.json",
    "daftra_async/sandbox/spec.json",
)
NEEDED_METADATA: Final = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
_STRANGE: Final = re.compile(r"(^|/)(tests?|conftest\.py|codegen|__pycache__|\.[^/]+)(/|$)|\.(pyc|so|part|db|orig)$")


def problems(wheel: Path) -> list[str]:
    """Return what is wrong with a wheel."""
    found: list[str] = []
    size = wheel.stat().st_size
    if size >= MOST_BYTES:
        found.append(f"{size / 2**20:.2f} MiB, expected less than {MOST_BYTES / 2**20:.2f}")
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
    tops = {name.partition("/")[0] for name in names}
    info = next((top for top in tops if top.endswith(".dist-info")), "")
    found += [f"lacks {name}" for name in (*NEEDED, *(f"{info}/{name}" for name in NEEDED_METADATA)) if name not in names]
    found += [f"has {top} beside the package" for top in sorted(tops - {"daftra_async", info})]
    found += [f"holds {name}" for name in sorted(names) if _STRANGE.search(name)]
    return found


def main(folder: str) -> int:
    """Check the wheels of a folder and say how large they are."""
    wheels = sorted(Path(folder).glob("*.whl"))
    wrong = [f"{wheel.name}: {problem}" for wheel in wheels for problem in problems(wheel)]
    for line in wrong or [f"{wheel.name}: {wheel.stat().st_size / 2**20:.2f} MiB" for wheel in wheels]:
        print(line)
    return 1 if wrong or not wheels else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
