"""Run the experiments in order, and delete the made-up records afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async._suggest import choices
from daftra_async._text import refuse
from daftra_async.errors import AuthenticationError, DaftraError, RequestNotSent
from daftra_async.prove.asking import CannotTell
from daftra_async.prove.electronic_invoicing import told_by
from daftra_async.prove.experiments import EXPERIMENTS
from daftra_async.prove.kinds import KINDS
from daftra_async.prove.lab import Lab
from daftra_async.prove.proof import Finding, Proof

_MOST_SILENT: Final = 3
"""Experiments in a row that may break off: the others would wait for nothing."""

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daftra_async.client import DaftraClient
    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.proof import State, Stayed


async def prove(
    client: DaftraClient,
    *,
    write: bool = False,
    leave: bool = False,
    load: bool = False,
    only: Iterable[str] = (),
    progress: Callable[[Finding], object] | None = None,
    cleaned: Callable[[list[Stayed]], object] | None = None,
) -> Proof:
    """Ask an account what the documents leave open.

        proof = await prove(daftra)
        print(proof["date_format"].answer)

    Without `write`, `leave` and `load` only GETs are sent, and none that changes something.

    Args:
        client: A client of the account.
        write: Make records, look what became of them, and delete them, also after an error or when the task is cancelled. Only
            for a trial account without e-invoicing: one that shows that it is on is refused, but most accounts do not say.
        leave: With `write`, also make records that the API cannot delete; they stay.
        load: With `write`, also measure the rate limit, with 60 requests at most.
        only: Names of experiments, such as `date_format`; all when none is given.
        progress: Called with each finding.
        cleaned: Called with what stayed after the made-up records were deleted, also when the run is cancelled.

    Raises:
        ArgumentError: there is no such experiment, `leave` or `load` is given without `write`, or e-invoicing is switched on.
        DaftraError: the account cannot be reached, or refuses the credential.
    """
    chosen = choose(only)
    for name, given in (("leave", leave), ("load", load)):
        if given and not write:
            refuse(name, "write is missing", f"{name} together with write")
    allowed = {"read", *(name for name, given in (("write", write), ("leave", leave), ("load", load)) if given)}
    run = _Run(Lab(client, writing=write, leave=leave), allowed, progress)
    if write and await told_by(run.lab) == "on":
        refuse("write", "e-invoicing is switched on in this account", "a trial account without it")
    stayed: list[Stayed] = []
    try:
        await run.ask(each for each in chosen if each.needs != "load")
    finally:
        if write:
            stayed = await _clean(run.lab, cleaned)
    # An account that asks for a pause does not delete.
    await run.ask(each for each in chosen if each.needs == "load")
    return run.proof(chosen, stayed)


@attrs.define
class _Run:
    lab: Lab
    allowed: Collection[str]
    progress: Callable[[Finding], object] | None
    findings: dict[str, Finding] = attrs.field(factory=dict[str, "Finding"])
    _silent: int = 0
    """Experiments in a row that broke off."""

    async def ask(self, experiments: Iterable[Experiment]) -> None:
        """Try experiments, one after the other."""
        for experiment in experiments:
            if self._silent >= _MOST_SILENT:
                finding = Finding.of(experiment, "untried", "the account had stopped answering")
            else:
                finding = await _finding(self.lab, experiment, self.allowed)
                self._silent = self._silent + 1 if finding.state == "failed" else 0
            self.findings[experiment.name] = finding
            if self.progress is not None:
                self.progress(finding)

    def proof(self, chosen: list[Experiment], stayed: list[Stayed]) -> Proof:
        """Return what was found, in the order of the experiments."""
        records = self.lab.records
        return Proof(
            findings=tuple(self.findings[each.name] for each in chosen),
            mark=records.mark if self.lab.writing else None,
            made=records.count,
            stayed=tuple(stayed),
            requests=self.lab.requests,
        )


async def _clean(lab: Lab, cleaned: Callable[[list[Stayed]], object] | None) -> list[Stayed]:
    """Delete the made-up records; a cancellation waits until they are deleted."""
    cleaning = asyncio.ensure_future(lab.records.clean())
    try:
        await asyncio.shield(cleaning)
    finally:
        stayed = await cleaning
        if cleaned is not None:
            cleaned(stayed)
    return stayed


def choose(only: Iterable[str]) -> list[Experiment]:
    """Return experiments by their names; all when none is named.

    Raises:
        ArgumentError: there is no such experiment.
    """
    names = [only] if isinstance(only, str) else list(only)
    known = {experiment.name: experiment for experiment in EXPERIMENTS}
    for name in names:
        if name not in known:
            refuse(
                "only", f"there is no experiment {name!r:.60}{choices(name, known)}", "a name that `daftra prove --list` shows"
            )
    return [known[name] for name in dict.fromkeys(names)] or list(EXPERIMENTS)


async def _finding(lab: Lab, experiment: Experiment, allowed: Collection[str]) -> Finding:
    if experiment.reason is not None:
        return Finding.of(experiment, "untried", experiment.reason)
    if experiment.needs not in allowed:
        return Finding.of(experiment, "untried", f"needs {experiment.needs}")
    try:
        result = await KINDS[experiment.kind](lab, experiment)
    except CannotTell as reason:
        return Finding.of(experiment, "open", str(reason))
    except (AuthenticationError, RequestNotSent):
        raise
    except DaftraError as error:
        return Finding.of(experiment, "failed", type(error).__name__)
    assumed = experiment.assumed if experiment.assumed is not None else result.assumed
    state: State = "found" if assumed is None else "confirmed" if result.answer == assumed else "differs"
    return Finding.of(experiment, state, result.evidence, result.answer, assumed)
