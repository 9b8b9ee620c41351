"""`daftra census`: undocumented fields and values that an export found."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import json
from pathlib import Path
from typing import Annotated, Final

import typer

from daftra_async._os_errors import sentence
from daftra_async.cli.running import FAILED, complain
from daftra_async.cli.text import clean
from daftra_async.wire import census as store
from daftra_async.wire.census_report import FILE_NAME, Report, Unknown

_PLACES: Final = (Path(FILE_NAME), Path("out") / FILE_NAME)
_FIRST: Final = (store.UNKNOWN_FIELD, store.UNKNOWN_VALUE, store.KEPT)
"""Rules that show drift; the others are what the API always does."""
_WIDTH: Final = 60


def census_command(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE|DIR", help="The report of an export; default: census.json, or out/census.json.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: {rule: {model: {field: count}}}.")] = False,
) -> None:
    """Show the undocumented fields and values that an export found."""
    chosen = file or next((path for path in _PLACES if path.is_file()), _PLACES[0])
    try:
        report = Report.read(chosen)
    except FileNotFoundError as error:
        complain(
            f"there is no {chosen / FILE_NAME if chosen.is_dir() else chosen}; name the folder of an export (`daftra export`)"
        )
        raise typer.Exit(FAILED) from error
    except (OSError, ValueError) as error:
        complain(f"census: {sentence(error) if isinstance(error, OSError) else error}")
        raise typer.Exit(FAILED) from error
    typer.echo(json.dumps(report.to_dict(), indent=2) if as_json else _table(report))


def _table(report: Report) -> str:
    """Return a report as a table: unknown fields first, then unknown values, issues, and the other rules by name."""
    details = {(rule, u.model, u.field): u.details for rule, u in _unknown(report)}
    counts = store.tally(report.counts)
    rules = sorted(counts, key=lambda rule: (_FIRST.index(rule) if rule in _FIRST else len(_FIRST), rule))
    rows = [
        (rule, _plain(f"{model}.{field}"), f"{count:,}", _plain(", ".join(details.get((rule, model, field), ()))))
        for rule in rules
        for model, fields in counts[rule].items()
        for field, count in fields.items()
    ]
    if not rows:
        return "Nothing was met that is not described."
    rows.insert(0, ("rule", "field", "count", "sent"))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [f"{row[0]:{widths[0]}}  {row[1]:{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]}".rstrip() for row in rows]
    return "\n".join(lines)


def _unknown(report: Report) -> list[tuple[str, Unknown]]:
    fields, values = report.unknown_fields, report.unknown_values
    return [*((store.UNKNOWN_FIELD, u) for u in fields), *((store.UNKNOWN_VALUE, u) for u in values)]


def _plain(text: str) -> str:
    """Return names and values of the server as one harmless piece of a line."""
    return clean(text, _WIDTH)
