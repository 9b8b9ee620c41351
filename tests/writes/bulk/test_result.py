"""The result of a bulk write: buckets, and what can be done with them."""

from __future__ import annotations

import asyncio
import pickle
from typing import Any

import pytest

from daftra_async import BulkResult
from daftra_async.errors import BulkError, RequestNotSent, ValidationError
from daftra_async.writes.bulk.outcome import BulkEntry
from daftra_async.writes.bulk.result import partial_result


def result_of(*buckets: Any) -> BulkResult[Any]:
    return BulkResult([BulkEntry(index=at, bucket=bucket) for at, bucket in enumerate(buckets)])


def test_buckets_keep_the_order() -> None:
    result = result_of("failed", "successful", "skipped", "unknown", "failed")
    assert [entry.index for entry in result.failed] == [0, 4]
    assert (result.ok, len(result)) == (False, 5)
    assert repr(result) == "BulkResult(successful=1, failed=2, unknown=1, skipped=1)"


def test_raise_for_failures() -> None:
    result_of("successful").raise_for_failures()
    error = ValidationError(400, None, "bad")
    failed: BulkResult[Any] = BulkResult(
        [BulkEntry(index=0, bucket="successful"), BulkEntry(index=1, bucket="failed", error=error)]
    )
    with pytest.raises(BulkError, match="of 2 records: 1 successful, 1 failed; the first error: ") as caught:
        failed.raise_for_failures()
    assert caught.value.result is failed
    assert caught.value.__cause__ is error


async def test_a_copy_no_longer_knows_its_client() -> None:
    copy = pickle.loads(pickle.dumps(result_of("failed")))
    for call in (copy.retry_failed, copy.reconcile, copy.settle):
        with pytest.raises(RequestNotSent, match="copied or pickled"):
            await call()


def test_partial_result_is_found_behind_other_errors() -> None:
    result, first, second = result_of("successful"), asyncio.CancelledError(), TimeoutError()
    vars(first)["_daftra_bulk_result"] = result
    second.__cause__ = first
    assert partial_result(second) is result
    circle = ValueError()
    circle.__context__ = KeyError()
    circle.__context__.__context__ = circle
    assert partial_result(circle) is None
