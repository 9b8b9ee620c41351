"""docs/mutants.md: how many mutants were killed, and why the others live."""

from __future__ import annotations

import json
import subprocess
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from tests.mutants.mutating import Mutant
from tests.mutants.session import NOT_APPLICABLE, SURVIVED, Outcome
from tests.mutants.table import PARTS, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE: Final = Path(__file__).parents[2] / "docs" / "mutants.md"
REASONS: Final = Path(__file__).with_name("reasons.toml")
_KEPT: Final = PAGE.parents[1] / "build" / "mutants"
_LONGEST: Final = 160

_HEAD: Final = """# Mutation testing

`make mutants` makes this page; do not edit it. [mutmut](https://mutmut.readthedocs.io) changes the modules that keep promises,
one small change at a time (a comparison, a constant, an argument, a branch, a text), and the tests of the module have to notice.
Where a part has more mutants than can be tried, those that are tried are a sample with a fixed seed. A mutant counts as killed
when a test fails or takes ten times as long as it should. All of it took {minutes:.0f} minutes.

"""


@attrs.frozen
class Reason:
    """Why mutants live on; parts of the lines that they change say which."""

    why: str
    function: str = ""
    was: str = ""
    now: str = ""

    def fits(self, mutant: Mutant) -> bool:
        return self.function in {"", mutant.function} and self.was in mutant.was and self.now in mutant.now


@attrs.frozen
class Score:
    """What a part has reached."""

    part: Part
    outcome: Outcome
    commit: str
    """The commit whose modules were changed."""

    @property
    def modules(self) -> list[str]:
        """Modules as they were called then."""
        return sorted({mutant.module for mutant, _ in self.outcome.tried})

    @property
    def codes(self) -> list[int]:
        return [code for _, code in self.outcome.tried if code != NOT_APPLICABLE]

    @property
    def killed(self) -> int:
        return sum(code != SURVIVED for code in self.codes)

    @property
    def share(self) -> float:
        return 100 * self.killed / max(1, len(self.codes))

    @property
    def survivors(self) -> list[Mutant]:
        return [mutant for mutant, code in self.outcome.tried if code == SURVIVED]


def commit() -> str:
    """Return the commit that is checked out, with a plus sign when files were changed since."""
    command = ("git", "describe", "--always", "--dirty=+", "--exclude=*")
    try:
        return subprocess.run(command, cwd=PAGE.parents[1], check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def keep(score: Score) -> None:
    """Keep a result for pages of later runs."""
    _KEPT.mkdir(parents=True, exist_ok=True)
    tried = [[mutant.module, mutant.function, mutant.was, mutant.now, code] for mutant, code in score.outcome.tried]
    found = {"commit": score.commit, "mutants": score.outcome.mutants, "minutes": score.outcome.minutes, "tried": tried}
    (_KEPT / f"{score.part.name}.json").write_text(json.dumps(found), encoding="utf-8")


def kept() -> list[Score]:
    """Return the last result of each part that has one."""
    scores = []
    for part in PARTS:
        path = _KEPT / f"{part.name}.json"
        if path.exists():
            found = json.loads(path.read_text(encoding="utf-8"))
            tried = [(Mutant(module, function, was, now), code) for module, function, was, now, code in found["tried"]]
            scores.append(Score(part, Outcome(found["mutants"], found["minutes"], tried), found["commit"]))
    return scores


def page(scores: list[Score]) -> str:
    """Return the page."""
    minutes = sum(score.outcome.minutes for score in scores)
    reasons = [Reason(**each) for each in tomllib.loads(REASONS.read_text(encoding="utf-8"))["survivor"]]
    return _HEAD.format(minutes=minutes) + "\n".join([*_table(scores), *_survivors(scores, reasons)]) + "\n"


def _table(scores: list[Score]) -> Iterator[str]:
    yield "| part | modules | at commit | mutants | tried | killed | share | promised |"
    yield "|---|---|---|---|---|---|---|---|"
    for score in scores:
        modules = ", ".join(f"`{module}`" for module in score.modules)
        promised = f"{score.part.share} %" if score.part.share else ""
        tried = f"{len(score.codes)} | {score.killed} | {score.share:.0f} %"
        yield f"| {score.part.name} | {modules} | {score.commit} | {score.outcome.mutants} | {tried} | {promised} |"


def _survivors(scores: list[Score], reasons: list[Reason]) -> Iterator[str]:
    for score in scores:
        if not score.survivors:
            continue
        yield from ("", f"## Survivors: {score.part.name}", "")
        unexplained: list[Mutant] = []
        explained: dict[str, list[Mutant]] = {}
        for mutant in score.survivors:
            why = next((reason.why for reason in reasons if reason.fits(mutant)), None)
            (unexplained if why is None else explained.setdefault(why, [])).append(mutant)
        for why, mutants in explained.items():
            yield f"- {why}"
            yield from (f"    - {_shown(mutant)}" for mutant in mutants)
        if unexplained:
            yield "- No test for it yet:"
            if score.part.share:
                yield from (f"    - {_shown(mutant)}" for mutant in unexplained)
            else:
                counted = Counter(f"`{mutant.module}` `{mutant.function}`" for mutant in unexplained)
                yield from (f"    - {function}: {number}" for function, number in counted.most_common())


def _shown(mutant: Mutant) -> str:
    before, after = (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…" for text in _apart(mutant.was, mutant.now))
    return f"`{mutant.function}`: `` {before} `` becomes `` {after} ``"


def _apart(was: str, now: str) -> tuple[str, str]:
    """Return two texts from shortly before the place where they differ, if they are long."""
    least = min(len(was), len(now))
    same = next((place for place in range(least) if was[place] != now[place]), least)
    start = 0 if max(len(was), len(now)) <= _LONGEST else max(0, same - _LONGEST // 2)
    return was[start:], now[start:]


def problems(scores: list[Score]) -> list[str]:
    """Return what is below its promise."""
    return [
        f"{score.part.name}: {score.share:.1f} % of the mutants were killed, {score.part.share} % are promised"
        for score in scores
        if score.share < score.part.share
    ]
