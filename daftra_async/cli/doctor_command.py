"""`daftra doctor`: why the account cannot be reached."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import datetime as dt
from typing import Annotated

import attrs
import typer
from rich.table import Table
from rich.text import Text

from daftra_async.cli import options
from daftra_async.cli.doctor.check import MARKS, STYLES, Check
from daftra_async.cli.output import line
from daftra_async.cli.record_tables import text
from daftra_async.cli.running import FAILED, run
from daftra_async.cli.tables import console
from daftra_async.cli.text import clean

_NEEDED = ("account", "credential", "host name", "connection", "TLS", "Daftra answers", "credential accepted", "account settings")


def doctor_command(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds for each step.")] = 10,
) -> None:
    """Find out why the account cannot be reached.

    Checks one thing after the other and says what to do about the first that fails. Sends one request. Ends with 0 when all is
    well (warnings included), else with 1.
    """

    async def work() -> list[Check]:
        return await examine(timeout, *options.given())

    checks = run(work())
    failed = next((check for check in checks if check.state == "fail"), None)
    if as_json:
        rows = [attrs.asdict(check) for check in checks]
        line({"ok": failed is None, "advice": failed.advice if failed else None, "checks": rows}, indent=2)
    else:
        _show(checks, failed)
    if failed is not None:
        raise typer.Exit(FAILED)


async def examine(timeout: float, *given: str | None) -> list[Check]:  # one limit for each step
    """Do the checks; those that need one that failed are skipped."""
    from daftra_async.cli.doctor import given as first  # noqa: PLC0415  # --help does without aiohttp
    from daftra_async.cli.doctor import network, probe  # noqa: PLC0415  # likewise

    options_given = first.Given(*given)
    checks: list[Check] = []
    check, url = first.account(options_given)
    checks.append(check)
    credential, what = None, ""
    if url is not None:
        check, credential, what = first.credential(options_given)
        checks.append(check)
    if credential is not None and (odd := first.kind(options_given)) is not None:
        checks.append(odd)
    if url is not None and credential is not None:
        for step in (network.name, network.port, network.tls):
            checks.append(await step(url, timeout))
            if checks[-1].state == "fail":
                break
        else:
            answer = await probe.ask(url, credential, timeout)
            checks.append(probe.server(answer, url))
            checks.append(probe.clock(answer, dt.datetime.now(dt.UTC)))
            if checks[-2].state == "ok":
                checks.append(probe.accepted(answer, what))
            if answer.site is not None:
                checks.append(probe.settings(answer.site))
    done = {check.name for check in checks}
    checks += [Check(name, "skip", "not looked at") for name in _NEEDED if name not in done]
    return [*checks, first.versions()]


def _show(checks: list[Check], failed: Check | None) -> None:
    result = Table(box=None, show_header=False, pad_edge=False)
    for check in checks:
        style = STYLES[check.state]
        result.add_row(Text(MARKS[check.state], style), Text(check.name), text(clean(check.detail)), style=None)
    output = console()
    output.print(result)
    output.print()
    told = [failed] if failed else [check for check in checks if check.state == "warn"]
    for check in told:
        output.print(Text(clean(check.advice or ""), STYLES[check.state]), soft_wrap=True)
    if failed is None:
        output.print(Text("All is well." if not told else "It works."))
