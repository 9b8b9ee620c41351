"""The examples as they are started: with their own folder on the path, and skipped where their libraries are missing."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLES))


@pytest.fixture(autouse=True)
def _logs_of_its_own() -> Iterator[None]:
    """Remove the log handlers that a program adds: they write to the streams of its test, which are closed after it."""
    before = {logger: [*logger.handlers] for logger in _loggers()}
    yield
    for logger in _loggers():
        logger.handlers[:] = before.get(logger, [])


def _loggers() -> list[logging.Logger]:
    found = [each for each in logging.root.manager.loggerDict.values() if isinstance(each, logging.Logger)]
    return [logging.root, *found]


@pytest.fixture(autouse=True)
async def _nothing_left() -> AsyncIterator[None]:
    """After each test there are no tasks that it began, and what it forgot to close warns, which is an error."""
    before = asyncio.all_tasks()
    gc.freeze()  # what is there before the test is not looked at below
    yield
    with contextlib.suppress(AssertionError):
        await until(lambda: asyncio.all_tasks() <= before | {asyncio.current_task()})
    left = asyncio.all_tasks() - before - {asyncio.current_task()}
    assert not left, left
    gc.collect()
