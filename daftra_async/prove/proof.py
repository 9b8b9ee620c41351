"""What was found: safe to share, since nothing in it is a value of the account's records."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, Self

import attrs

from daftra_async import __version__
from daftra_async._files import replaced

if TYPE_CHECKING:
    from pathlib import Path

    from daftra_async.prove.experiment import Experiment

State = Literal["confirmed", "differs", "found", "open", "untried", "failed"]
"""`confirmed`: as the package assumes. `differs`: not so. `found`: answered, and nothing was assumed. `open`: asked, but the
account cannot tell. `untried`: not asked. `failed`: the experiment broke off."""
FORMAT: Final = "daftra-proof"
_VERSION: Final = 1
_ANSWERED: Final = frozenset({"confirmed", "differs", "found"})


@attrs.frozen(kw_only=True)
class Finding:
    """The answer to one question."""

    name: str
    """Name of the experiment."""
    question: str
    operations: tuple[str, ...]
    state: State
    answer: str | None = None
    assumed: str | None = None
    evidence: str = ""
    """Counts, types, statuses and names of described fields; why there is no answer, where there is none."""
    setting: str | None = None
    """What to write in a program for this answer."""

    @classmethod
    def of(
        cls, experiment: Experiment, state: State, evidence: str, answer: str | None = None, assumed: str | None = None
    ) -> Self:
        """Make the finding of an experiment."""
        return cls(
            name=experiment.name,
            question=experiment.question,
            operations=experiment.operations,
            state=state,
            answer=answer,
            assumed=assumed,
            evidence=evidence,
            setting=experiment.settings.get(answer) if answer is not None else None,
        )

    @property
    def answered(self) -> bool:
        """Whether there is an answer."""
        return self.state in _ANSWERED


@attrs.frozen(kw_only=True)
class Stayed:
    """A made-up record that is still in the account."""

    resource: str
    id: str | None
    """None when its create was never answered, and no list shows it."""
    reason: str
    expected: bool = False
    """The API has no way to delete it, and `leave` allowed that."""


@attrs.frozen(kw_only=True)
class Proof:
    """What an account answered."""

    findings: tuple[Finding, ...]
    mark: str | None = None
    """What the names of the made-up records begin with; None when nothing was written."""
    made: int = 0
    """Records that were made."""
    stayed: tuple[Stayed, ...] = ()
    """Those that could not be deleted."""
    requests: int = 0
    day: dt.date = attrs.field(factory=lambda: dt.datetime.now(dt.UTC).date())

    def __getitem__(self, name: str) -> Finding:
        """Return the finding of an experiment.

        Raises:
            KeyError: it was not among those that were asked for.
        """
        for finding in self.findings:
            if finding.name == name:
                return finding
        raise KeyError(name)

    @property
    def ok(self) -> bool:
        """No experiment failed, and every made-up record that the API can delete is deleted."""
        return all(each.expected for each in self.stayed) and all(finding.state != "failed" for finding in self.findings)

    def count(self, state: State) -> int:
        """Return how many findings have a state."""
        return sum(finding.state == state for finding in self.findings)

    def to_dict(self) -> dict[str, Any]:
        """Return the proof as JSON values; ids of records stay out."""
        return {
            "format": FORMAT,
            "version": _VERSION,
            "package": __version__,
            "day": self.day.isoformat(),
            "requests": self.requests,
            "made": self.made,
            "stayed": dict(sorted(Counter(each.resource for each in self.stayed).items())),
            "findings": [attrs.asdict(finding) for finding in self.findings],
        }

    def write(self, path: Path) -> None:
        """Write the proof as a JSON file, which replaces one of that name.

        Raises:
            OSError: it cannot be written.
        """
        text = json.dumps(self.to_dict(), indent=2, ensure_ascii=False)
        with replaced(path) as file:
            file.write(f"{text}\n".encode())


def read_findings(path: Path) -> list[Finding]:
    """Read the findings of a file that `Proof.write` wrote.

    Raises:
        OSError: it cannot be read.
        ValueError: it is something else.
    """
    document: Any = json.loads(path.read_text("utf-8"))
    if not is_proof(document):
        msg = f"{path.name} is no proof of `daftra prove`"
        raise ValueError(msg)
    names = {field.name for field in attrs.fields(Finding)}
    try:
        rows: list[dict[str, Any]] = document["findings"]
        known: list[dict[str, Any]] = [{key: row[key] for key in row if key in names} for row in rows]
        for row in known:
            row["operations"] = tuple(row["operations"])
        return [Finding(**row) for row in known]
    except (KeyError, TypeError) as error:
        msg = f"{path.name}: {error!s:.60} is missing or unreadable"
        raise ValueError(msg) from None


def is_proof(document: object) -> bool:
    """Return whether a JSON document is a proof."""
    return isinstance(document, Mapping) and document.get("format") == FORMAT  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]  # JSON of a file
