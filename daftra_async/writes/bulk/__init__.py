"""Many records at once: read by their ids, created, updated, deleted.

The methods `get_many`, `create_many`, `update_many` and `delete_many` of the resources end here. Each record is a call of its
own, made as the single method makes it (invoices can go in chunks), so retries, limits and errors are those of single calls; this
package adds the order, the pace, and the outcome of each record.
"""

from __future__ import annotations

from daftra_async.writes.bulk.dead_letters import DeadLetter, read_dead_letters
from daftra_async.writes.bulk.outcome import BulkEntry, BulkProgress
from daftra_async.writes.bulk.reads import Fetched, OnError
from daftra_async.writes.bulk.result import BulkResult, partial_result

__all__ = ["BulkEntry", "BulkProgress", "BulkResult", "DeadLetter", "Fetched", "OnError", "partial_result", "read_dead_letters"]
