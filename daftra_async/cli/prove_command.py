"""`daftra prove`: what the documents leave open, asked of an account."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

import attrs
import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from daftra_async._text import refuse
from daftra_async.cli import options
from daftra_async.cli.output import line
from daftra_async.cli.record_tables import text
from daftra_async.cli.running import FAILED, USAGE, agreed, complain, run
from daftra_async.cli.tables import console, table
from daftra_async.cli.text import clean, counted

if TYPE_CHECKING:
    from daftra_async.client import DaftraClient
    from daftra_async.prove import Finding, Proof, Stayed

_MARKS = {"confirmed": "✓", "differs": "≠", "found": "•", "open": "?", "untried": "-", "failed": "✗"}
_STYLES = {"confirmed": "green", "differs": "yellow", "found": "cyan", "open": "dim", "untried": "dim", "failed": "bold red"}
_NEEDED = {"needs write": "needs --write", "needs leave": "needs --write --leave", "needs load": "needs --write --load"}
_ANSWER = 20
_LONGEST = 2000
_LEGEND = "✓ as the package assumes, ≠ not so, • nothing was assumed"
_TRIAL = (
    "Records are made up in this account, and deleted in the end. Do this only in a trial account: invoices take numbers, and"
    " where e-invoicing is on, they go to the tax authority."
)
_UNKNOWN = "The account does not say whether e-invoicing is on: look in its settings, and say no if it is."


def prove_command(
    write: Annotated[
        bool, typer.Option("--write", help="Make records up, look what becomes of them, delete them: for a trial account.")
    ] = False,
    leave: Annotated[bool, typer.Option("--leave", help="With --write: also make what the API cannot delete; it stays.")] = False,
    load: Annotated[
        bool, typer.Option("--load", help="With --write: also measure the rate limit, with 60 requests at most.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Do not ask: you say that it is a trial account, without e-invoicing.")
    ] = False,
    only: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Try only this experiment. Repeatable.")] = None,
    names: Annotated[bool, typer.Option("--list", help="List the experiments and end; nothing is sent.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Show those without an answer in the table too.")] = False,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="What was found, as JSON.", dir_okay=False)
    ] = Path("proof.json"),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of the table.")] = False,
) -> None:
    """Find out what the documents leave open, by asking the account.

    Sends GETs only, and none that changes something. With --write, records whose texts begin with "daftra-prove" are made,
    looked at and deleted, also after an error or Ctrl-C. An account with e-invoicing switched on is refused.

    The file holds counts, types, statuses and names of described fields: no value of the account's records. It is safe to share.

    Ends with 0 whatever the answers are, with 1 when an experiment failed or a record could not be deleted.
    """
    if names:
        _list_experiments()
        return

    async def work() -> "Proof":
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # --help and --list do without aiohttp
        from daftra_async.prove.api import choose, prove  # noqa: PLC0415  # likewise

        chosen = choose(only or ())
        if not output.parent.is_dir():
            refuse("output", f"there is no folder {output.parent}", "a file in a folder that exists")
        async with connect(*options.given()) as client:
            if write and not yes:
                await _allow(client, leave=leave)
            with _Bar(len(chosen)) as bar:
                return await prove(
                    client, write=write, leave=leave, load=load, only=only or (), progress=bar, cleaned=_Cleaned(bar)
                )

    proof = run(work())
    proof.write(output)
    if as_json:
        line(proof.to_dict(), indent=2)
    else:
        _print(proof, every=every)
        console().print(Text(clean(f"Written to {output}.")), soft_wrap=True)
    if not proof.ok:
        raise typer.Exit(FAILED)


def _list_experiments() -> None:
    from daftra_async.prove.experiments import EXPERIMENTS  # noqa: PLC0415  # --help does without them

    result = table("name", "needs", "question")
    for each in EXPERIMENTS:
        result.add_row(each.name, "never tried" if each.reason else each.needs, each.question)
    console().print(result)


async def _allow(client: "DaftraClient", *, leave: bool) -> None:
    """Ask whether records may be made up; where e-invoicing is on, there is nothing to ask: it will be refused."""
    from daftra_async.prove.electronic_invoicing import einvoicing  # noqa: PLC0415  # only --write needs it

    state = await einvoicing(client)
    if state == "on":
        return
    typer.echo(textwrap.fill(_TRIAL, 80), err=True)
    if state == "unknown":
        typer.echo(textwrap.fill(_UNKNOWN, 80), err=True)
    if leave:
        typer.echo("Some records stay: the API cannot delete them.", err=True)
    if not agreed("Make records up in this account?"):
        complain("nothing was made")
        raise typer.Exit(USAGE)


class _Bar:
    """Shows how many questions are asked, where somebody is looking."""

    def __init__(self, number: int) -> None:
        output = console(stderr=True)
        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
        self._progress = Progress(*columns, console=output, transient=True, disable=not output.is_terminal)
        self._task = self._progress.add_task("asking", total=number)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def __call__(self, finding: "Finding") -> None:
        self._progress.update(self._task, advance=1, description=finding.name)


@attrs.frozen
class _Cleaned:
    """Says what stayed in the account, also when the command was interrupted."""

    bar: _Bar

    def __call__(self, stayed: "list[Stayed]") -> None:
        for each in stayed:
            name = f"{each.resource} {each.id}" if each.id is not None else f"one of {each.resource}"
            complain(f"stayed: {name} ({each.reason})")


def _print(proof: "Proof", *, every: bool) -> None:
    shown = [each for each in proof.findings if every or each.answered or each.state == "failed"]
    result = Table(box=None, pad_edge=False)
    for name in ("", "question", "answer", "evidence"):
        result.add_column(name, overflow="fold", max_width=_ANSWER if name == "answer" else None)
    for each in shown:
        answer = each.answer if each.answered else each.state
        said = f"{each.evidence}; assumed: {each.assumed}" if each.state == "differs" else each.evidence
        result.add_row(
            Text(_MARKS[each.state], _STYLES[each.state]), text(each.question), text(clean(answer or "")), text(clean(said))
        )
    screen = console()
    if shown:
        screen.print(result)
        screen.print(Text(_LEGEND, "dim"))
    for reason, questions in [] if every else _without_answer(proof):
        told = f"{len(questions)} not answered ({reason}): {', '.join(questions)}"
        screen.print(Text(clean(told, _LONGEST), "dim"))
    for setting in _settings(proof):
        screen.print(Text(f"For this account: {setting}", "yellow"))
    screen.print(Text(_summary(proof)))


def _settings(proof: "Proof") -> list[str]:
    """Return what a program has to say for this account, with one call for all arguments of a class."""
    arguments: dict[str, list[str]] = {}
    for each in proof.findings:
        if each.setting:
            name, _, given = each.setting.removesuffix(")").partition("(")
            arguments.setdefault(name, []).append(given)
    return [f"{name}({', '.join(dict.fromkeys(given))})" for name, given in arguments.items()]


def _without_answer(proof: "Proof") -> list[tuple[str, list[str]]]:
    groups: dict[str, list[str]] = {}
    for each in proof.findings:
        if each.state in {"open", "untried"}:
            groups.setdefault(_NEEDED.get(each.evidence, each.evidence), []).append(each.name)
    return list(groups.items())


def _summary(proof: "Proof") -> str:
    answered = sum(each.answered for each in proof.findings)
    parts = [f"{counted(answered, 'question')} of {len(proof.findings)} answered", counted(proof.requests, "request")]
    parts += [f"{proof.count('differs')} not as assumed"] if proof.count("differs") else []
    parts += [f"{proof.count('failed')} failed"] if proof.count("failed") else []
    if proof.mark is not None:
        stayed = len(proof.stayed)
        parts.append(f"{counted(proof.made, 'record')} made, {f'{stayed} stayed' if stayed else 'all gone again'}")
    return "; ".join(parts) + "."
