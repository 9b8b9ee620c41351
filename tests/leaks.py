"""Searches whatever the suite puts out for the secrets it used, and fails the test that shows one.

Looked at, after each test: log records of every level with their tracebacks, what was written to stdout and stderr, warnings, and
each `DaftraError` that was made: its text, repr, attributes, pickle, and the local variables of this package's frames in its
traceback. The secrets are those of the credentials that clients were made with (fetched tokens included), and `SECRETS`.
"""

from __future__ import annotations

import logging
import pickle
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import daftra_async
from daftra_async.errors import ArgumentError, DaftraError
from daftra_async.http.pipeline import RequestPipeline

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRETS = frozenset({"sandbox-key", "sandbox-token"})
"""What the sandbox takes, looked for in every test; other secrets are those of the credentials that a test used."""

SHORTEST = 8
"""Shorter ones are words of the tests; looking for them would find those."""

SHOWN_ON_PURPOSE = ("tests/cli/", "tests/sandbox/", "tests/redaction/test_leaks")
"""The command line tells the key of the sandbox it starts; the sandbox is the other side of the wire."""

PACKAGE = str(Path(daftra_async.__file__).parent)
_MOST_ERRORS = 300


class Watch(logging.Handler):
    """What one test showed."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))
        self.lines: list[str] = []
        self.errors: list[DaftraError] = []
        self.credentials: list[Any] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    def secrets(self) -> set[str]:
        used = {str(secret) for credential in self.credentials for secret in credential.secrets()}
        return {secret for secret in used | SECRETS if len(secret) >= SHORTEST}


def texts_of(error: DaftraError) -> Iterator[tuple[str, str]]:
    """Yield what an error shows, and where."""
    yield "text", str(error)
    yield "repr", repr(error)
    yield "attributes", repr({**error.__dict__, "_lookup": None})
    if type(error).__module__ == "daftra_async.errors":
        yield "pickle", pickle.dumps(error).decode("latin-1")
    yield "traceback", "".join(traceback.format_exception_only(error))
    if isinstance(error, ArgumentError):
        # Arguments are the caller's own: a refused one stands in the frames that refuse it.
        return
    for frame, _ in traceback.walk_tb(error.__traceback__):
        file = frame.f_code.co_filename
        if file.startswith(PACKAGE) and not file.startswith((f"{PACKAGE}/sandbox", f"{PACKAGE}/cli")):
            yield f"locals of {frame.f_code.co_qualname}", repr(frame.f_locals)


def leaks(watch: Watch, output: str) -> list[str]:
    """Return where which secret showed; secrets are named by their beginning."""
    shown = [("log", line) for line in watch.lines] + [("output", output)]
    for error in watch.errors[-_MOST_ERRORS:]:
        shown += [(f"{where} of {type(error).__name__}", text) for where, text in texts_of(error)]
    secrets = watch.secrets()
    return sorted({f"{secret[:4]}… in the {where}" for where, text in shown for secret in secrets if secret in text})


_current: pytest.StashKey[Watch] = pytest.StashKey()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    watch = item.stash[_current] = Watch()
    log = logging.getLogger("daftra_async")
    level = log.level
    log.addHandler(watch)
    log.setLevel(logging.DEBUG)
    patch = pytest.MonkeyPatch()
    began = RequestPipeline.__init__

    def make(self: DaftraError, *args: Any) -> None:
        super(DaftraError, self).__init__(*args)
        watch.errors.append(self)

    def start(self: RequestPipeline, *args: Any, **kwargs: Any) -> None:
        began(self, *args, **kwargs)
        watch.credentials.append(self.sender.auth)

    # It has none of its own, so there is none to put back.
    DaftraError.__init__ = make
    patch.setattr(RequestPipeline, "__init__", start)
    try:
        return (yield)
    finally:
        patch.undo()
        del DaftraError.__init__
        log.removeHandler(watch)
        log.setLevel(level)
        del item.stash[_current]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[pytest.TestReport]:
    report: pytest.TestReport = yield
    watch = item.stash.get(_current, None)
    if watch is None or call.when != "teardown" or item.nodeid.startswith(SHOWN_ON_PURPOSE):
        return report
    output = "".join(text for _, text in report.sections)
    found = leaks(watch, output)
    watch.errors.clear()
    if found and report.passed:
        report.outcome = "failed"
        report.longrepr = "secrets were shown:\n" + "\n".join(found)
    return report


def pytest_warning_recorded(warning_message: Any, nodeid: str) -> None:
    text = str(warning_message.message)
    assert not any(secret in text for secret in SECRETS), f"a warning of {nodeid} shows a secret"
