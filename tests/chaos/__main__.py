"""`python -m tests.chaos`: the long runs; prints their summaries and fails if anything is wrong."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.chaos import shop
from tests.chaos.independent.trial import trial
from tests.chaos.run import chaos
from tests.chaos.verdict import problems, summary

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.chaos")
    parser.add_argument("--operations", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--probability", type=float, default=0.3)
    parser.add_argument("--orders", type=int, default=2000, help="of the shop sync")
    parser.add_argument("--kills", type=int, default=4, help="of the shop sync")
    options = parser.parse_args()
    report = asyncio.run(chaos(options.operations, options.seed, probability=options.probability))
    print(summary(report), end="\n\n")
    outcome = asyncio.run(trial(options.operations, options.seed, probability=options.probability))
    print(outcome.summary())
    with tempfile.TemporaryDirectory() as folder:
        synced = asyncio.run(shop.trial(options.orders, options.kills, options.seed, Path(folder)))
    print(f"\n{synced.summary()}")
    sys.exit(bool(problems(report) or outcome.problems() or synced.problems))
