"""Installs the wheel of dist/ into an empty environment of each Python that is here, and runs `smoke.py` in it.

Pythons that are missing are named and skipped; that none is there is a failure. `make test-wheel` runs it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

VERSIONS: Final = ("3.11", "3.12", "3.13")
_SMOKE: Final = Path(__file__).with_name("smoke.py")


def interpreters(version: str) -> list[str]:
    """Return where a Python might be: on the PATH, or among the versions of pyenv, whose shims work for chosen ones only."""
    found = shutil.which(f"python{version}")
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    return [*([found] if found else []), *map(str, sorted(root.glob(f"versions/{version}.*/bin/python")))]


def works(python: str, version: str) -> bool:
    """Return whether it runs, is the version and can make environments."""
    code = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    return done.returncode == 0 and done.stdout.strip() == version


def attempt(python: str, wheel: Path) -> bool:
    """Install a wheel where nothing is and run the program there; return whether it went well."""
    with tempfile.TemporaryDirectory() as folder:
        venv = Path(folder) / "venv"
        subprocess.run([python, "-m", "venv", venv], check=True)
        inside = venv / ("Scripts" if os.name == "nt" else "bin") / "python"
        subprocess.run([inside, "-m", "pip", "install", "--quiet", f"{wheel}[cli]"], check=True)
        subprocess.run([inside, "-m", "pip", "check", "--quiet"], check=True)
        # Neither the sources nor settings of the caller may take part: -I ignores the folder and all PYTHON variables.
        variables = {name: value for name, value in os.environ.items() if not name.startswith(("DAFTRA_", "PYTHON"))}
        version = wheel.name.split("-")[1]
        command = [inside, "-I", "-W", "error", _SMOKE, version, Path(folder) / "out"]
        return subprocess.run(command, cwd=folder, env=variables, check=False).returncode == 0


def main(folder: str) -> int:
    """Try every version."""
    wheel = next(iter(sorted(Path(folder).resolve().glob("*.whl"))), None)
    if wheel is None:
        print(f"{folder} holds no wheel: run `make dist`", file=sys.stderr)
        return 1
    results: dict[str, bool] = {}
    for version in VERSIONS:
        python = next((path for path in interpreters(version) if works(path, version)), None)
        if python is None:
            print(f"Python {version}: not here, skipped")
            continue
        results[version] = attempt(python, wheel)
        if not results[version]:
            print(f"Python {version}: failed", file=sys.stderr)
    return 0 if results and all(results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
