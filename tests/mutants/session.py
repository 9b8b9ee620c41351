"""A pytest session that runs its tests once as they are, and then for each mutant in a forked process."""

from __future__ import annotations

import gc
import mmap
import os
import pickle
import random
import resource
import signal
import sys
import threading
import time
import traceback
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import attrs
import hypothesis
import pytest

from tests.mutants.mutating import Mutant, NotApplicableError, apply, mutants, running
from tests.mutants.table import MANY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import FrameType

SURVIVED: Final = 0
KILLED: Final = 1
NOT_APPLICABLE: Final = 2
_PATIENCE: Final = 10
"""Times its usual duration that a test may take, beside `_GRACE` seconds."""
_GRACE: Final = 4.0
_ALIKE: Final = 4
"""Cases of `MANY` that run the same lines of a module and are tried anyway."""
_MEMORY: Final = 2 << 30
"""Bytes for the data of one mutant, which may collect without end."""


@attrs.frozen(kw_only=True)
class Plan:
    """How much is tried."""

    most: int
    """Mutants of a part."""
    minutes: float
    """After these no further mutant is begun."""
    jobs: int
    seed: int
    function: str | None
    """Only functions whose name holds this."""


@attrs.frozen
class Outcome:
    """What became of the mutants of a part."""

    mutants: int
    minutes: float
    tried: list[tuple[Mutant, int]]
    """Mutants with how their run ended: a code above, or minus the signal that ended it, such as that of the time limit."""


@attrs.define
class _Test:
    item: pytest.Item
    seconds: float
    lines: dict[str, frozenset[int]]
    """Lines of the mutated modules that it runs, by file."""
    killed: Counter[str] = attrs.field(factory=Counter)
    """Mutants that it killed, by function."""


class MutantSession:
    """Takes the place of pytest's loop over the tests."""

    def __init__(self, modules: dict[str, Path], plan: Plan) -> None:
        self._modules = modules
        self._plan = plan
        self._began = time.monotonic()
        self.outcome: Outcome | None = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests unchanged, and then mutant after mutant."""
        _keep_examples_short()
        everything = [mutant for module, path in self._modules.items() for mutant in mutants(path, module)]
        chosen = [mutant for mutant in everything if (self._plan.function or "") in mutant.function]
        # In an order by chance, so that those that are tried are a sample, wherever it ends.
        random.Random(self._plan.seed).shuffle(chosen)
        chosen = chosen[: self._plan.most]
        tests = self._unchanged(session)
        functions = {module: running(path) for module, path in self._modules.items()}

        def run(mutant: Mutant, chosen: list[_Test], began: Callable[[int], None]) -> int:
            try:
                apply(mutant, functions[mutant.module].get(mutant.function, []))
            except NotApplicableError:
                return NOT_APPLICABLE
            resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
            return _run(session, chosen, began)

        tried = self._forked(chosen, tests, run)
        self.outcome = Outcome(len(everything), (time.monotonic() - self._began) / 60, tried)
        return True

    def _tests_of(self, mutant: Mutant, tests: list[_Test]) -> list[_Test]:
        """Return the tests that run what is changed: first those that killed others of the function, then by file."""
        file = str(self._modules[mutant.module])
        chosen = [test for test in tests if not test.lines[file].isdisjoint(mutant.lines)]
        chosen.sort(key=lambda test: (-test.killed[mutant.function], -test.killed.total()))
        alike = Counter[frozenset[int]]()
        kept = []
        for test in chosen:
            alike[test.lines[file]] += test.item.nodeid.partition("::")[0].endswith(MANY)
            if test.killed.total() or alike[test.lines[file]] <= _ALIKE:
                kept.append(test)
        return kept

    def _forked(self, mutants: list[Mutant], tests: list[_Test], run: Callable[..., int]) -> list[tuple[Mutant, int]]:
        """Run each mutant in a process of its own, and learn which tests kill."""
        ended: dict[int, int] = {}
        gc.freeze()
        under_way: dict[int, tuple[int, list[_Test]]] = {}
        at = memoryview(mmap.mmap(-1, 4 * len(mutants) or 4)).cast("i")
        """The test that each mutant has come to."""

        def wait() -> None:
            child, status = os.wait()
            place, chosen = under_way.pop(child)
            ended[place] = os.waitstatus_to_exitcode(status)
            if ended[place] not in {SURVIVED, NOT_APPLICABLE} and chosen:
                chosen[at[place]].killed[mutants[place].function] += 1
            if ended[place] == SURVIVED:
                survivor = mutants[place]
                told = f"{len(ended)} of {len(mutants)}: {survivor.function} lives with: {survivor.now}"
                print(told, file=sys.stderr, flush=True)

        for place, mutant in enumerate(mutants):
            if len(under_way) >= self._plan.jobs:
                wait()
            if time.monotonic() - self._began > 60 * self._plan.minutes:
                break
            chosen = self._tests_of(mutant, tests)
            if (child := os.fork()) == 0:
                _leave(lambda: run(mutant, chosen, lambda test: at.__setitem__(place, test)))  # noqa: B023  # it ends here
            under_way[child] = place, chosen
        while under_way:
            wait()
        return [(mutants[place], code) for place, code in sorted(ended.items())]

    def _unchanged(self, session: pytest.Session) -> list[_Test]:
        """Return the tests with the lines that they run."""
        files = {str(path) for path in self._modules.values()}
        # In this process, so that what is loaded at first use is there for all mutants.
        measured = _measure(session, files)
        return [_Test(item, *measured[item]) for item in session.items if item in measured]


def _keep_examples_short() -> None:
    # Shrinking a failing example takes longer than finding it; and no example of a mutant is to be kept.
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile("mutants", database=None, derandomize=True, deadline=None, phases=phases)
    hypothesis.settings.load_profile("mutants")


def _run(session: pytest.Session, tests: list[_Test], began: Callable[[int], None]) -> int:
    """Run tests until one fails; one that takes too long ends the process by a signal."""
    following = [*(test.item for test in tests[1:]), None]
    for place, (test, after) in enumerate(zip(tests, following, strict=True)):
        began(place)
        signal.setitimer(signal.ITIMER_REAL, _GRACE + _PATIENCE * test.seconds)
        test.item.config.hook.pytest_runtest_protocol(item=test.item, nextitem=after)
        if session.testsfailed:
            return KILLED
    return SURVIVED


def _measure(session: pytest.Session, files: set[str]) -> dict[pytest.Item, tuple[float, dict[str, frozenset[int]]]]:
    """Run all tests; return the duration and the lines of each, except those that fail already: tracing keeps objects alive."""
    lines: dict[str, set[int]] = {}

    def trace(frame: FrameType, event: str, arg: Any) -> Callable[..., Any] | None:
        file = frame.f_code.co_filename
        if file not in files:
            return None
        lines[file].add(frame.f_lineno)
        return trace

    measured: dict[pytest.Item, tuple[float, dict[str, frozenset[int]]]] = {}
    for item, after in zip(session.items, [*session.items[1:], None], strict=True):
        lines.update({file: set() for file in files})
        began = time.perf_counter()
        sys.settrace(trace)
        threading.settrace(trace)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        sys.settrace(None)
        if session.testsfailed:
            print(f"left out, since it fails without any mutant while its lines are noted: {item.nodeid}", file=sys.stderr)
            session.testsfailed = 0
        else:
            measured[item] = time.perf_counter() - began, {file: frozenset(seen) for file, seen in lines.items()}
    return measured


def in_child(work: Callable[[], Any], *, silent: bool = True) -> Any:
    """Return what a forked process makes of it."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:

        def send() -> int:
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(work(), pipe)
            return 0

        _leave(send, silent=silent)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        content = pipe.read()
    os.waitpid(child, 0)
    if not content:
        sys.exit("the process that ran the tests ended without a result")
    return pickle.loads(content)


def _leave(work: Callable[[], int], *, silent: bool = True) -> None:
    """Do the work of a forked process and end it: nothing of the session runs on in it."""
    code = KILLED
    try:
        if silent:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
        code = work()
    except BaseException as error:  # noqa: BLE001  # a mutant may raise whatever ends a session
        if not silent:
            traceback.print_exception(error)
    finally:
        os._exit(code)
