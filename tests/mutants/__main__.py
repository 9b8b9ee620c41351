"""`python -m tests.mutants`: try the mutants and write docs/mutants.md.

python -m tests.mutants retry drift     # only these parts; the page shows the last results of the others
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.mutants import report
from tests.mutants.session import MutantSession, Plan, in_child
from tests.mutants.table import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.mutants.session import Outcome
    from tests.mutants.table import Part

_TESTS: Final = Path(__file__).parents[1]
_PACKAGE: Final = _TESTS.with_name("daftra_async")
_QUIETLY: Final = ("-s", "-q", "-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:xdist")
# pytest is run from a program that has imported some of it.
_WARNINGS: Final = ("-W", "ignore::pytest.PytestAssertRewriteWarning")


def _tried(part: Part, plan: Plan) -> Outcome:
    """Run the mutants of a part in a pytest session."""
    session = MutantSession({module: _PACKAGE / module for module in part.modules}, plan)
    temporary = tempfile.mkdtemp()
    tests = [str(_TESTS / test) for test in part.tests]
    code = pytest.main([*_QUIETLY, *_WARNINGS, f"--basetemp={temporary}/tests", *tests], plugins=[session])
    shutil.rmtree(temporary, ignore_errors=True)
    if session.outcome is None:
        sys.exit(f"{part.name}: the tests could not be run (pytest ended with {code})")
    return session.outcome


def _plans(options: argparse.Namespace) -> Iterator[tuple[Part, Plan]]:
    """Yield what is to be run; what is left of the time is shared among the parts that are left, by their mutants."""
    ends = time.monotonic() + 60 * options.minutes
    parts = [part for part in PARTS if part.name in options.parts or not options.parts]
    for place, part in enumerate(parts):
        most = {each: options.most if each.share else options.most // 3 for each in parts[place:]}
        minutes = (ends - time.monotonic()) / 60 * most[part] / sum(most.values())
        yield part, Plan(most=most[part], minutes=minutes, jobs=options.jobs, seed=options.seed, function=options.function)


def main() -> int:
    """Run what was asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(part.name for part in PARTS))
    parser.add_argument("--most", type=int, default=300, help="mutants tried of a part; of one without a promise, a third")
    parser.add_argument("--minutes", type=float, default=28)
    parser.add_argument("--function", help="only functions whose name holds this; nothing is written")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if unknown := set(options.parts) - {part.name for part in PARTS}:
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    scores, commit = [], report.commit()
    for part, plan in _plans(options):
        # In a process of its own, so that no session finds what another has loaded.
        scores.append(report.Score(part, in_child(partial(_tried, part, plan), silent=False), commit))
        print(f"\n{part.name}: {scores[-1].killed} of {len(scores[-1].codes)} killed", file=sys.stderr)
        if options.function is None:
            report.keep(scores[-1])
    if options.function is None:
        report.PAGE.write_text(report.page(report.kept()), encoding="utf-8")
    print(report.page(scores))
    problems = report.problems(scores)
    print(*problems, sep="\n", file=sys.stderr)
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
