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
        ("http/test_retry.py", "http/test_doubt.py", MANY),
        80,
    ),
    Part(
        "pipeline",
        ("http/pipeline.py", "http/call.py", "http/attempt.py", "http/token_request.py"),
        (
            "http/test_pipeline.py",
            "http/test_retry.py",
            "http/test_doubt.py",
            "wire/test_by_shape.py",
            "http/test_token_keeper.py",
            "test_client.py",
            "http/test_connections.py",
            "http/test_lifetime.py",
            "http/test_local_limiter.py",
            "http/test_events.py",
            "promises/test_injection.py",
            MANY,
        ),
        80,
    ),
    Part(
        "reconcile",
        ("writes/reconcile.py", "writes/shown_arguments.py", "lists/find/references.py"),
        (
            "writes/test_reconcile.py",
            "writes/test_shown_arguments.py",
            "lists/find/test_references.py",
            "writes/bulk/test_creates.py",
            "writes/bulk/test_invoices.py",
        ),
        80,
    ),
    Part(
        "pagination",
        ("lists/pager.py", "lists/walk.py", "lists/plan.py"),
        (
            "lists/test_pager.py",
            "lists/test_prefetch.py",
            "lists/test_stream.py",
            "lists/test_walk.py",
            "lists/test_short_lists.py",
            "lists/test_resume_token.py",
            "lists/test_hostile_next.py",
        ),
        80,
    ),
    Part(
        "drift",
        ("lists/drift.py", "lists/completeness.py", "lists/standstill.py"),
        (
            "lists/test_standstill.py",
            "lists/test_completeness.py",
            "lists/test_drift.py",
            "lists/test_short_lists.py",
            "lists/test_pager.py",
            "lists/test_resume_token.py",
            "lists/test_hostile_next.py",
            "lists/find/test_references.py",
        ),
        80,
    ),
    Part(
        "limits",
        ("http/local_limiter.py", "http/fair_queue.py", "http/window.py"),
        ("http/test_local_limiter.py", "http/test_fair_queue.py", "http/test_window.py"),
    ),
    Part(
        "auth",
        ("http/auth.py", "http/token_keeper.py"),
        ("http/test_auth.py", "http/test_token_keeper.py", "redaction/test_secret.py", "test_client.py"),
    ),
    Part(
        "edit",
        (
            "writes/edit/body.py",
            "writes/edit/changes.py",
            "writes/edit/draft.py",
            "writes/edit/source_index.py",
            "writes/edit/session.py",
            "writes/edit/update_mapping.py",
        ),
        ("writes/edit/test_session.py", "writes/edit/test_gap.py", "writes/edit/test_turns.py"),
    ),
    Part(
        "scalars",
        ("wire/scalars.py", "wire/moments.py"),
        ("wire/test_scalars.py", "wire/test_moments.py", "promises/test_huge_numbers.py", "wire/test_dates.py"),
    ),
    Part(
        "export",
        ("export/fetch.py", "export/scheduler.py", "export/transfer.py", "export/incremental.py"),
        (
            "export/test_run.py",
            "export/test_resume.py",
            "export/test_incremental.py",
            "export/test_short.py",
            "export/test_nights.py",
            "export/test_census.py",
        ),
    ),
)
