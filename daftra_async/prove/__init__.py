"""Proof on a real account: what the documents leave open is asked of the account itself.

    from daftra_async.prove import prove

    async with DaftraClient.from_env() as daftra:
        proof = await prove(daftra)
    for finding in proof.findings:
        print(finding.question, finding.answer, finding.evidence)

Only GETs are sent unless `write=True` is given, for a trial account: then records are made up, looked at and deleted.
"""

from __future__ import annotations

from daftra_async.prove.api import prove
from daftra_async.prove.electronic_invoicing import einvoicing
from daftra_async.prove.experiment import Experiment
from daftra_async.prove.experiments import EXPERIMENTS
from daftra_async.prove.proof import Finding, Proof, Stayed

__all__ = ["EXPERIMENTS", "Experiment", "Finding", "Proof", "Stayed", "einvoicing", "prove"]
