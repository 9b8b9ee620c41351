"""Bounded fuzzing: hypothesis with fresh seeds until the time is over, and an alarm for what hangs."""

from __future__ import annotations

import datetime as dt
import os
import signal
import time
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = float(os.environ.get("FUZZ_SECONDS", "30"))
"""For all targets together."""
SEED = int(os.environ.get("SEED") or time.time())
TARGETS = 4
"""Tests that share the time."""
ROUND = 100
"""Examples between two looks at the clock."""
MOST_SECONDS = 5
"""One example takes a millisecond; one that takes this long hangs."""

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12)
    | st.text("0123456789-+/.,: TZeE_٠٥٫٬۲न", max_size=20)  # noqa: RUF001  # digits and separators of other scripts
    | st.from_regex(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?", fullmatch=True)
    | st.sampled_from(
        ["", " ", "null", "on", "NaN", "-Infinity", "1e999999999", "9" * 5000, "0000-00-00", "\ud800", "\x00", "{}"]
    )
)
KEYS = (
    st.text(max_size=6)
    | st.integers(0, 12).map(str)
    | st.sampled_from(["id", "data", "le_1", "a_custom_data", "extra", "_beside"])
)
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=10)


def fuzz(check: Callable[[Any], None], examples: st.SearchStrategy[Any]) -> None:
    """Feed a check with examples for its share of the time; what fails names the seed that repeats it."""

    def guarded(example: Any) -> None:
        signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS)
        try:
            check(example)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    options = settings(
        max_examples=ROUND, deadline=dt.timedelta(seconds=1), database=None, suppress_health_check=list(HealthCheck)
    )
    old = signal.signal(signal.SIGALRM, _hangs)
    ends = time.monotonic() + SECONDS / TARGETS
    rounds = 0
    try:
        while rounds == 0 or time.monotonic() < ends:
            seed(SEED + rounds)(options(given(example=examples)(_named(guarded))))()
            rounds += 1
    except BaseException as error:
        error.add_note(f"round {rounds}; again with: make fuzz SEED={SEED + rounds}")
        raise
    finally:
        signal.signal(signal.SIGALRM, old)
    print(f"{rounds * ROUND} examples, seeds {SEED} to {SEED + rounds - 1}")


def _named(check: Callable[[Any], None]) -> Callable[..., None]:
    def run(example: Any) -> None:
        check(example)

    return run


def _hangs(*_: object) -> None:
    msg = f"an example took more than {MOST_SECONDS} s"
    raise AssertionError(msg)
