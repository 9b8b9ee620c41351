"""The ledger against the claims."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from daftra_async.errors import DaftraError, OutcomeUnknown
from tests.chaos.run import CONCURRENCY, KINDS_USED

if TYPE_CHECKING:
    from tests.chaos.operations import Claim
    from tests.chaos.run import Report


def problems(report: Report) -> list[str]:
    """Everything that is wrong, in words; empty if all is well."""
    return [
        *_untyped(report),
        *_creates(report),
        *_updates(report),
        *_deletes(report),
        *_changes(report),
        *_reads(report),
        *_left(report),
    ]


def _untyped(report: Report) -> list[str]:
    wrong = [claim for claim in report.claims if claim.error is not None and not isinstance(claim.error, DaftraError)]
    unended = [claim for claim in report.claims if claim.error is None and claim.value is None]
    return [f"{claim.kind} {claim.number} ended in {claim.error!r}" for claim in (*wrong, *unended)]


def _creates(report: Report) -> list[str]:
    found: list[str] = []
    made: dict[str, list[int]] = {}
    for write in report.writes:
        if write.action == "create" and write.reference:
            made.setdefault(write.reference, []).append(write.id)
    for claim in report.by("create", "invoice"):
        ids = made.get(claim.reference, [])
        stored = report.stored["invoice" if claim.kind == "invoice" else "client"]
        if len(ids) > 1:
            found.append(f"duplicate: {claim.kind} {claim.reference} was made as {ids} ({claim.ends})")
        if claim.error is None and (ids != [claim.value] or claim.value not in stored):
            found.append(f"lost: {claim.kind} {claim.reference} was acknowledged as {claim.value}, the ledger says {ids}")
        if _denied(claim) and ids:
            found.append(f"denied: {claim.kind} {claim.reference} was made as {ids}, and told as {claim.ends}")
        if isinstance(claim.error, OutcomeUnknown) and report.reconciled[claim.number] != ids:
            found.append(
                f"not reconciled: {claim.kind} {claim.reference}: {report.reconciled[claim.number]}, the ledger says {ids}"
            )
    return found


def _updates(report: Report) -> list[str]:
    done = {(write.id, write.reference) for write in report.writes if write.action == "update"}
    found = [
        f"lost: update {claim.target} was acknowledged and not done"
        for claim in report.by("update")
        if claim.error is None and (claim.target, claim.reference) not in done
    ]
    for claim in report.by("update"):
        truth = [claim.target] if (claim.target, claim.reference) in done else []
        if isinstance(claim.error, OutcomeUnknown) and report.reconciled[claim.number] != truth:
            found.append(f"not reconciled: update {claim.target}")
        if _denied(claim) and truth:
            found.append(f"denied: update {claim.target} was done, and told as {claim.ends}")
    return found


def _deletes(report: Report) -> list[str]:
    found: list[str] = []
    for claim in report.by("delete"):
        there = claim.target in report.stored["client"]
        if claim.error is None and there:
            found.append(f"lost: delete {claim.target} was acknowledged and not done")
        if isinstance(claim.error, OutcomeUnknown) and bool(report.reconciled[claim.number]) is not there:
            found.append(f"not reconciled: delete {claim.target}")
        if _denied(claim) and not there:
            found.append(f"denied: delete {claim.target} was done, and told as {claim.ends}")
    return found


def _changes(report: Report) -> list[str]:
    done = Counter(write.id for write in report.writes if write.action == "change")
    found = [
        f"duplicate: booking {claim.target} was converted {done[claim.target]} times"
        for claim in report.by("change")
        if done[claim.target] > 1
    ]
    lost = [claim for claim in report.by("change") if claim.error is None and not done[claim.target]]
    denied = [claim for claim in report.by("change") if _denied(claim) and done[claim.target]]
    found += [f"denied: booking {claim.target} was converted, and told as {claim.ends}" for claim in denied]
    return [*found, *(f"lost: booking {claim.target} was not converted" for claim in lost)]


def _denied(claim: Claim) -> bool:
    """Return whether the client said that the write was not done: every error but one does."""
    return claim.error is not None and not isinstance(claim.error, OutcomeUnknown)


def _reads(report: Report) -> list[str]:
    read = [claim for claim in report.by("list", "get", "walk") if claim.number not in report.cut]
    wrong = [claim for claim in read if claim.error is None and claim.value is not True]
    return [f"truncated or wrong: {claim.kind} {claim.number}" for claim in wrong]


def _left(report: Report) -> list[str]:
    found = [f"task left: {task}" for task in report.tasks]
    if report.at_once != CONCURRENCY:
        found.append(f"slots left: {report.at_once} of {CONCURRENCY}")
    if report.requests < len(report.claims):
        found.append(f"only {report.requests} requests for {len(report.claims)} operations: calls failed without being sent")
    if report.acquired:
        found.append(f"connections not given back: {report.acquired}")
    missing = [name for name in KINDS_USED if not report.met[name]]
    if missing:
        found.append(f"faults that nobody met: {missing}")
    return found


def summary(report: Report) -> str:
    """The tables to print."""
    kinds = list(dict.fromkeys(claim.kind for claim in report.claims))
    ends = Counter((claim.ends, claim.kind) for claim in report.claims)
    lines = [f"{len(report.claims)} operations, {report.requests} requests in {report.seconds:.1f} s", ""]
    lines += ["faults met:", *_columns([f"{name:<20}{report.met[name]:>5}" for name in KINDS_USED]), ""]
    lines.append(f"{'outcome':<26}" + "".join(f"{kind:>9}" for kind in kinds) + f"{'all':>9}")
    for end in sorted({claim.ends for claim in report.claims}, key=lambda name: (name != "result", name)):
        counts = [ends[end, kind] for kind in kinds]
        lines.append(f"{end:<26}" + "".join(f"{count:>9}" for count in (*counts, sum(counts))))
    wrong = problems(report)
    counted = {
        name: sum(text.startswith(name) for text in wrong)
        for name in ("duplicate", "lost", "denied", "truncated", "not reconciled")
    }
    lines += ["", "  ".join(f"{name}: {count}" for name, count in counted.items())]
    lines += [
        f"unknown outcomes looked up: {len(report.reconciled)}",
        f"slots: {report.at_once}/{CONCURRENCY}  connections: {report.acquired}  tasks: {len(report.tasks)}",
    ]
    return "\n".join([*lines, *wrong[:40]])


def _columns(cells: list[str], width: int = 4) -> list[str]:
    return ["   ".join(cells[start : start + width]) for start in range(0, len(cells), width)]
