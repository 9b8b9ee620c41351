"""The memory of a page is kept for the next one."""

from __future__ import annotations

import platform
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from daftra_async.http.heap import MOST, Heap, heap_of

if TYPE_CHECKING:
    from collections.abc import Callable

_KIB = 1024
_FAULTS = """
import resource, sys
from daftra_async.http.heap import Heap

def faults():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(20):
        page = [bytearray(50_000) for _ in range(24)]
        del page
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

faults()
before = faults()
Heap().expect(300_000)
faults()
print(before, faults())
"""


def told(*sizes: int) -> list[int]:
    """Return the blocks that are taken for answers of these sizes."""
    blocks: list[int] = []
    heap = Heap(blocks.append)
    for size in sizes:
        heap.expect(size)
    return blocks


def test_a_block_of_the_size_of_a_page_and_its_records_is_taken_once() -> None:
    assert told(100 * _KIB, 100 * _KIB, 90 * _KIB, 120 * _KIB) == [512 * _KIB]


def test_larger_pages_take_a_larger_block() -> None:
    assert told(100 * _KIB, 200 * _KIB) == [512 * _KIB, 1024 * _KIB]


def test_small_answers_take_none() -> None:
    assert told(0, 200, 16 * _KIB - 1) == []


def test_what_is_kept_is_bounded() -> None:
    assert told(100 * MOST, 200 * MOST) == [MOST]


def _unknown(name: str) -> str | None:
    msg = f"unrecognized configuration name: {name}"
    raise ValueError(msg)


@pytest.mark.parametrize("confstr", [None, _unknown, lambda _: None, lambda _: "musl 1.2.5"])
def test_nothing_is_allocated_with_other_c_libraries(confstr: Callable[[str], str | None] | None) -> None:
    assert heap_of(confstr) is None


def test_glibc_is_known_by_its_version() -> None:
    assert heap_of(lambda name: "glibc 2.39" if name == "CS_GNU_LIBC_VERSION" else None) is not None


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries have rules of their own")
def test_the_c_library_keeps_what_the_next_page_takes() -> None:
    run = subprocess.run([sys.executable, "-c", _FAULTS], check=True, capture_output=True, text=True)
    before, after = map(int, run.stdout.split())
    assert before > 1000
    assert after < before / 10
