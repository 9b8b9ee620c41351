"""docs/benchmarks.md from results.json.

python benchmarks/report.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import results

PAGE: Final = Path(__file__).parents[1] / "docs" / "benchmarks.md"

_HEAD: Final = """# Measured

`make bench` measures everything again, writes `benchmarks/results.json` and generates this page from it (`benchmarks/report.py`);
do not edit it. Compare the ratios, not the times: machines differ, and so do runs on a busy one.

"""
_DECODE: Final = """The body of one list answer to records. The dirty page is what v1 sends: 1000 invoices of 60 fields with
5 lines of 21 fields and 0 to 2 payments of 30 fields, everything as text, "none" as null and, in a third of the columns, also as
`""` or `0000-00-00`, three undocumented keys, and in one of 500 records a value that no rule reads. The peers take no such page:
they read the same records in native types, with null for every "none" and without unknown keys. Their models have the same fields
and types (`Decimal`, dates, enumerations), made from ours at run time, and all values of all records are compared before anything
is timed. Least CPU time of {rounds} rounds in one process by turns, with the garbage collector on.

"""
_FETCH: Final = """24 000 dirty invoices, 1000 on a page, 8 pages at a time, records dropped, from a server of another process
that writes bytes built before. Least CPU time of the client process in {rounds} rounds, first use of the resource included.

"""
_WALKS: Final = """
24 000 invoices of 4.3 kB (numbers as JSON numbers) and of 3.0 kB (all as text), five lines each; both clients by turns in one
process, once the resource was used:

"""
_DECODE_AFTER: Final = """
"Slow tier only" is what pages cost that the fast tier does not know; "after pages of unrepairable values" is the dirty page read
by a decoder that learned from such pages before. What is kept is measured with tracemalloc: the records and all they hold.
"""
_DLT: Final = """20 000 dirty invoices with lines and payments into a folder of Parquet files, from a server of another process.
Least CPU time of {rounds} rounds, imports aside; the peer writes each record as a line of JSON.

"""
_SANDBOX: Final = """A page of 20 invoices of the demo account (6000), selected by SQLite through the index of its fields, and by
a walk over all records: least CPU time of {rounds} requests for different lists, once the index has the field.

"""


def table(head: str, rows: list[list[Any]]) -> str:
    """Return a table in Markdown; `head` is its columns, with bars between them."""
    lines = [f"| {head} |", f"|{'---|' * (head.count('|') + 1)}"]
    lines += [f"| {' | '.join(str(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def targets(rows: list[dict[str, Any]]) -> str:
    """Return the targets with what was measured."""
    cells = [[row["what"], row["allowed"], f"{row['measured']:.2f}", "yes" if row["met"] else "**no**"] for row in rows]
    return "\n" + table("target | allowed | measured | met", cells)


def title(text: str, script: str, measured: dict[str, Any]) -> str:
    """Return a heading and where it was measured."""
    machine, versions = measured["machine"], measured["versions"]
    packages = ", ".join(f"{name} {version}" for name, version in versions.items() if name != "python" and version)
    where = f"{machine['cores']} cores of {machine['processor']}, {machine['system']}"
    where += f", load {machine['load']} at the end" if "load" in machine else ""
    heading = f"\n## {text}: `python benchmarks/{script}.py`"
    return f"{heading}\n\n{measured['measured']}, {versions['python']}, {where}; {packages}.\n\n"


def decode(measured: dict[str, Any]) -> str:
    """Return the chapter on decoding."""
    keys = "decoder", "us_per_record", "of_orjson", "of_struct", "kb_kept"
    text = title("Decoding", "decode", measured) + _DECODE.format(rounds=measured["rounds"])
    text += table(
        "decoder | us/record | of orjson.loads | of msgspec Struct | kB/record kept",
        [[row[key] for key in keys] for row in measured["rows"]],
    )
    text += _DECODE_AFTER + targets(measured["targets"])
    text += "\nThe first pages of an operation are learned from and compiled; milliseconds beyond a later page:\n\n"
    text += table("records of the first page | ms", [list(item) for item in measured["first_page_ms"].items()])
    text += "\nPeak of a fresh process while it decodes one page, beyond what it held before, the body aside:\n\n"
    return text + table("decoder | MiB", [list(item) for item in measured["peak_mib"].items()])


def dlt_load(measured: dict[str, Any]) -> str:
    """Return the chapter on dlt."""
    text = title("A load by dlt", "dlt_load", measured)
    text += _DLT.format(rounds=measured["rounds"])
    text += table("loader | CPU seconds", [[row["loader"], row["cpu_s"]] for row in measured["rows"]])
    return text + targets(measured["targets"])


def fetch(measured: dict[str, Any]) -> str:
    """Return the chapter on whole fetches."""
    text = title("Bulk fetch", "fetch", measured) + _FETCH.format(rounds=measured["rounds"])
    text += table(
        "client | CPU seconds | of aiohttp + orjson.loads",
        [[row["client"], row["cpu_s"], row["of_orjson"]] for row in measured["rows"]],
    )
    keys = "page", "records", "at_a_time", "cpu_s", "of_orjson"
    text += _WALKS + table(
        "page | records | at a time | CPU seconds | of aiohttp + orjson.loads",
        [[row[key] for key in keys] for row in measured["pages"]],
    )
    text += targets(measured["targets"]) + "\nPeak of a process that walks the same list page after page:\n\n"
    rows = [[row["client"], row["mib"], row["beyond_imports"]] for row in measured["walks"]]
    return text + table("client | MiB | beyond what imports take", rows)


def columns(measured: dict[str, Any]) -> str:
    """Return the chapter on columns."""
    text = title("Columns", "columns", measured)
    text += f"The dirty page of invoices to Arrow tables, microseconds of CPU a record, least of {measured['rounds']} rounds.\n\n"
    text += table("way | us a record | times", [[row["way"], row["us"], row["times"]] for row in measured["rows"]])
    return text + targets(measured["targets"])


def first_use(measured: dict[str, Any]) -> str:
    """Return the chapter on first use."""
    text = title("First use of a resource", "first_use", measured)
    text += f"`client.invoices` in fresh processes, least CPU time of {measured['runs']}; `warmup()` does it ahead.\n\n"
    text += table("step | ms", [[row["step"], row["ms"]] for row in measured["rows"]])
    return text + targets(measured["targets"])


def imports(measured: dict[str, Any]) -> str:
    """Return the chapter on imports."""
    rows = [[row["import"], f"{row['seconds']:.4f}", f"{row['of_aiohttp']:.3f}"] for row in measured["rows"]]
    text = title("Import", "imports", measured) + table("import | seconds | of aiohttp", rows)
    loaded = f"{measured['resources']} resource module(s) and {measured['models']} model(s) are loaded"
    return text + f"\nAfter touching `client.work_orders`, {loaded}; models load with the first answer.\n"


def memory(measured: dict[str, Any]) -> str:
    """Return the chapter on the memory of a walk."""
    rows = [[row["records"], f"{row['peak_mib']:.1f}", f"{row['more']:+.1f}"] for row in measured["rows"]]
    return title("Memory of a walk", "memory", measured) + table("records | peak MiB | more than the first", rows)


def readahead(measured: dict[str, Any]) -> str:
    """Return the chapter on reading ahead."""
    waiting = measured["waiting"]
    text = title("Reading ahead", "readahead", measured)
    text += (
        f"A list of 200 pages whose server waits 50 ms before each answer, 8 ahead: {waiting['took']} s, where the first page and"
        f" 25 rounds of {waiting['request']} s make {waiting['ideal']} s. Below, a list of 24 000 invoices in pages of 1000"
        f" ({measured['page_mib']} MiB decoded), each way in a process of its own on the same machine as the server:\n\n"
    )
    keys = "way", "records_per_s", "cpu_s", "peak_mib", "peak_pages"
    text += table(
        "way | records/s | CPU seconds | peak MiB | peak in pages", [[row[key] for key in keys] for row in measured["rows"]]
    )
    return text + targets(measured["targets"])


def export(measured: dict[str, Any]) -> str:
    """Return the chapter on exports."""
    text = title("Exports", "export", measured)
    text += (
        "20 000 dirty invoices of 5.35 kB with 5 lines, 1000 on a page, 4 pages at a time, from a server of another process; CPU"
        f" microseconds a record, least of {measured['rounds']} fresh processes by turns, imports aside. R and O are the least"
        f" that can be done with these pages. Peaks are those of exports of {measured['large']} records, page after page."
        " Of them, Python, this package and pyarrow take 89 MiB before anything is done, DuckDB with them 131, and pandas 34"
        " more, which pyarrow imports where it is installed, as here."
        f"{'' if measured['postgres'] else ' No server of PostgreSQL could be started.'}\n\n"
    )
    keys = "way", "us", "of_raw", "of_orjson", "first", "peak_mib"
    head = "way | us a record | of R | of O | first page stored, s | peak MiB"
    return text + table(head, [[row[key] for key in keys] for row in measured["rows"]]) + targets(measured["targets"])


def export_sql(measured: dict[str, Any]) -> str:
    """Return the chapter on exports to databases."""
    text = title("Exports to databases", "export_sql", measured)
    text += (
        f"{measured['pages']} pages of 1000 dirty invoices with 5 lines, decoded before; CPU microseconds a record of our process"
        " and of the server. Exports keep each page with its checkpoint first; the others only fill empty tables with the same"
        " rows.\n\n"
    )
    keys = "what", "client", "server", "both"
    text += table("what | client | server | both", [[row[key] for key in keys] for row in measured["rows"]])
    return text + targets(measured["targets"])


def sandbox(measured: dict[str, Any]) -> str:
    """Return the chapter on the sandbox."""
    keys, head = ("list", "walk_ms", "ms", "times"), "list | ms of a walk | ms | times faster"
    together, large = measured["concurrent"], measured["large"]
    text = title("Lists of the sandbox", "sandbox", measured) + _SANDBOX.format(rounds=measured["rounds"])
    text += table(head, [[row[key] for key in keys] for row in measured["rows"]])
    text += (
        f"\n{together['requests']} lists of one client each at once over HTTP, client and server in one process:"
        f" {together['s']} CPU seconds, {together['walk_s']} with walks. The large account (100 000 invoices) is made in"
        f" {large['made_s']} s, its file has {large['mb']} MB and is opened in {large['opened_s']} s:\n\n"
    )
    return text + table(head, [[row[key] for key in keys] for row in large["rows"]]) + targets(measured["targets"])


def machines(measured: dict[str, Any]) -> str:
    """Return the chapter on many accounts."""
    text = title("Many accounts", "machines", measured)
    text += (
        f"{measured['accounts']} accounts of {measured['records']} invoices (4.3 kB, five lines each) on one page, to JSON"
        f" Lines, 4 at a time in a process; least CPU time of {measured['rounds']} rounds, and medians of the ratios within each"
        " round. With Dask the time is that of workers, scheduler and client (the last two:"
        f" {measured['client_ms']} ms). The server ran on the same machine.\n\n"
    )
    keys = "way", "cpu_ms", "of_plain", "accounts_per_s"
    head = "way | CPU ms an account | of one process | accounts/s"
    text += table(head, [[row[key] for key in keys] for row in measured["rows"]])
    return text + targets(measured["targets"])


def main() -> None:
    """Write the page."""
    measured = results.load()
    chapters = (
        *(decode, columns, fetch, readahead, first_use, imports, memory, export, export_sql),
        *(sandbox, machines, dlt_load),
    )
    text = _HEAD + "".join(chapter(measured[chapter.__name__]) for chapter in chapters if chapter.__name__ in measured)
    PAGE.write_text(text.replace("\n\n\n", "\n\n"), encoding="utf-8")


if __name__ == "__main__":
    main()
