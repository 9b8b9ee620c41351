"""What the servers of tests share: they come from Debian's packages, and end with the process that started them."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_STOP_SECONDS = 20
_PR_SET_PDEATHSIG = 1


def installed(package: str, look: Callable[[], T | None]) -> T:
    """Return what `look` finds, after installing Debian's package if it is missing and we may."""
    found = look()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"installing Debian's package {package}", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=environment, check=True)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package], env=environment, check=True)
        found = look()
    if found is None:
        sys.exit(f"{package} is needed: apt-get install {package}")
    return found


def of_its_own() -> dict[str, Any]:
    """Return arguments of Popen for a server: Ctrl-C is for pytest, and the server ends with this process, be it by SIGKILL."""
    return {"start_new_session": True, "preexec_fn": _end_with_parent if sys.platform == "linux" else None}


def stop(process: subprocess.Popen[Any]) -> None:
    """End a server, the harder the longer it takes."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        process.send_signal(number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_STOP_SECONDS)
            return


def end_by_signal() -> None:
    """Let this process end in order when it is terminated."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _terminated)


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT)


def _terminated(number: int, _: object) -> None:
    sys.exit(128 + number)
