"""The modules that are mutated, and the tests of each. Paths are relative to the package and to `tests/`."""

from __future__ import annotations

from typing import Final

import attrs


@attrs.frozen
class Part:
    """Modules that keep one promise."""

    name: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]
    share: int = 0
    """Percent of the mutants that have to be killed."""


MANY: Final = "behaviour/test_behaviour.py"
"""Hundreds of cases; a few of those that run the same lines stand for the rest."""

PARTS: Final = (
    Part(
        "retry",
        ("http/retry.py",),
        ("test_retry.py", "test_doubt.py", MANY),
        80,
    ),
    Part(
        "pipeline",
        ("http/pipeline.py",),
        (
            "test_pipeline.py",
            "test_retry.py",
            "test_doubt.py",
            "test_doubtful_answers.py",
            "test_auth.py",
            "test_client.py",
            "test_connections.py",
            "test_lifetime.py",
            "test_limits.py",
            "test_events.py",
            "test_injection.py",
            MANY,
        ),
        80,
    ),
    Part(
        "reconcile",
        ("writes/reconcile.py", "writes/lookup.py"),
        (
            "test_reconcile.py",
            "test_lookup.py",
            "bulk/test_bulk_creates.py",
            "bulk/test_bulk_invoices.py",
        ),
        80,
    ),
    Part(
        "pagination",
        ("lists/pager.py",),
        (
            "test_pagination.py",
            "test_readahead.py",
            "test_streams.py",
            "test_completeness.py",
            "test_checkpoint.py",
            "test_hostile_next.py",
        ),
        80,
    ),
    Part(
        "drift",
        ("lists/drift.py", "lists/completeness.py", "lists/standstill.py"),
        (
            "test_walk_numbers.py",
            "test_completeness.py",
            "test_pagination.py",
            "test_checkpoint.py",
            "test_hostile_next.py",
            "test_lookup.py",
        ),
        80,
    ),
    Part("limits", ("http/limiter.py", "http/fair_queue.py"), ("test_limits.py",)),
    Part("auth", ("http/auth.py",), ("test_auth.py", "test_secrets.py", "test_client.py")),
    Part(
        "edit",
        (
            "writes/edit/changes.py",
            "writes/edit/draft.py",
            "writes/edit/source_index.py",
            "writes/edit/session.py",
            "writes/edit/update_mapping.py",
        ),
        ("edit/test_edit_session.py", "edit/test_edit_gap.py", "edit/test_edit_turns.py"),
    ),
    Part("scalars", ("wire/scalars.py",), ("wire/test_scalars.py", "test_huge_numbers.py", "wire/test_dates.py")),
    Part(
        "export",
        ("export/fetch.py", "export/scheduler.py", "export/incremental.py"),
        (
            "export/test_export_run.py",
            "export/test_export_resume.py",
            "export/test_export_incremental.py",
            "export/test_export_short.py",
            "export/test_export_nights.py",
            "export/test_export_census.py",
        ),
    ),
)
