"""`python -m tests.chaos`: the long runs; prints their summaries and fails if anything is wrong."""

from __future__ import annotations

import argparse
import asyncio
import sys

from tests.chaos.independent.trial import trial
from tests.chaos.run import chaos
from tests.chaos.verdict import problems, summary

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.chaos")
    parser.add_argument("--operations", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--probability", type=float, default=0.3)
    options = parser.parse_args()
    report = asyncio.run(chaos(options.operations, options.seed, probability=options.probability))
    print(summary(report), end="\n\n")
    outcome = asyncio.run(trial(options.operations, options.seed, probability=options.probability))
    print(outcome.summary())
    sys.exit(bool(problems(report) or outcome.problems()))
