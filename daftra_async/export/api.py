"""The function `export`: checks its arguments, opens the store, and runs the export."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from daftra_async._text import refuse, whole
from daftra_async.catalogue import operations
from daftra_async.export.account import check_name
from daftra_async.export.files import write_json
from daftra_async.export.folder import FolderStore
from daftra_async.export.manifest import Manifest, fingerprint
from daftra_async.export.member import Member
from daftra_async.export.open_store import store_for
from daftra_async.export.options import read_incomplete, read_since
from daftra_async.export.report import ExportReport
from daftra_async.export.scheduler import Run
from daftra_async.export.setup import Setup
from daftra_async.export.targets import plan
from daftra_async.wire.census_report import FILE_NAME, Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.client import DaftraClient
    from daftra_async.export.divided import Divide
    from daftra_async.export.options import Since, SinceOptions
    from daftra_async.export.protocols import Format, Store
    from daftra_async.export.setup import Listener
    from daftra_async.export.targets import Target

_LOG: Final = logging.getLogger("daftra_async")


async def export(  # options, each by its name
    client: DaftraClient | Mapping[str, DaftraClient],
    *,
    resources: Sequence[str] | None = None,
    out: str | Path | None = None,
    to: str | Path | Store | None = None,
    format: Format = "jsonl",  # noqa: A002  # the name of the command's option
    concurrency: int = 8,
    pages_ahead: int = 1,
    page_size: int | None = None,
    since: Since | None = None,
    since_by: str = "modified",
    overlap: dt.timedelta | None = None,
    resume: bool = True,
    run: str | None = None,
    incomplete: str | Sequence[str] = (),
    csv_safe: bool = False,
    csv_bom: bool = False,
    as_sent: bool = False,
    progress: Listener | None = None,
    divide: Divide | None = None,
) -> ExportReport:
    """Fetch resources into files of a folder or tables of a database.

    A resource that fails does not stop the others; its error is in the report. Memory holds one page of each of `concurrency`
    resources (`pages_ahead` pages each). A run that was cut off is continued by the next one with the same arguments, if that
    begins within 12 hours. In a folder, `census.json` lists the undocumented fields and values it found.

    Args:
        client: An open client, or several by the names of their accounts: each has a folder of its own then.
        resources: Names such as `invoices` or `workflow_records:workflow_id=36`; `*` or None for every list that needs no
            argument (those that need one are named in the report as skipped).
        out: A folder; the same as `to`.
        to: A folder, made when missing, or its URL (`s3://bucket/folder`); the URL of a database, such as `sqlite:///acme.db`; or
            a store of your own.
        format: What the files hold: `jsonl`, `csv`, `parquet`, or `xlsx` (a report, which is not read back).
        concurrency: Resources fetched at a time; accounts take turns.
        pages_ahead: Pages of each resource that are fetched ahead; 1 for one after the other.
        page_size: Records per page; None for 1000 on v1 and 200 on v2.
        since: Fetch only what has changed since then: a date, a local time of the account (without a zone), a duration such as
            `36h` or `2d`, or `last`. It is merged by id into what is there. Lists that can neither filter nor sort are fetched
            completely.
        since_by: `modified`, or `created` for new records only.
        overlap: How much earlier to start; None for 10 minutes, or a day by `created`.
        resume: Whether to continue a run that was cut off.
        run: A name for this run, such as the id of a task that may be repeated: a run of the same name is continued even when it
            had ended, so only lists that failed are fetched again.
        incomplete: `"keep"` accepts lists that come short, `"keep:clients"` (or several of these) one of them: for accounts that
            announce records they never show. What came is merged, nothing is deleted, and `since="last"` starts where it did
            before. Otherwise such a list fails: nothing of it is written, and the next run fetches it whole.
        csv_safe: Whether to put an apostrophe before text in CSV that a spreadsheet would run as a formula.
        csv_bom: Whether CSV files begin with a byte order mark, so that Excel reads them as UTF-8.
        as_sent: Whether JSON Lines hold the records as the server sent them, spelled as they were. That takes half of the CPU
            time; what no model describes is not counted in `census.json`. `read` gives the same records.
        progress: Called with each `ProgressEvent`, in the event loop: it must return quickly.
        divide: How huge lists are divided between several machines. `export_accounts` of `daftra_async.integrations.dask` sets
            it; leave it out otherwise.

    Raises:
        ArgumentError: an argument is invalid, a library is missing, or another export uses the place; nothing was sent.
        OSError: the place cannot be used.
    """
    whole("concurrency", concurrency)
    whole("pages_ahead", pages_ahead)
    targets = plan(operations(), resources, page_size)
    asked = read_since(since, since_by, overlap)
    clients = _by_name(client)
    keeping = read_incomplete(incomplete, targets, clients)
    files = format, csv_safe, csv_bom, as_sent
    store = _store(out, to, files)
    digest = _digest(targets, asked, files)
    begun = perf_counter()
    try:
        await store.open()
        members = {name: await _member(name, each, store, digest, resume=resume, run=run) for name, each in clients.items()}
        setup = Setup(
            store=store, asked=asked, keeping=keeping, ahead=pages_ahead, as_sent=as_sent, progress=progress, divide=divide
        )
        work = Run(setup, members)
        reports = await work.all(targets, concurrency)
    finally:
        await store.close()
    census = Report(work.census)
    received = any(report.pages for report in reports)
    return ExportReport(
        resources=reports,
        seconds=perf_counter() - begun,
        to=store.name,
        census=census,
        census_file=_write_census(store, census) if received else None,
    )


def _by_name(client: DaftraClient | Mapping[str, DaftraClient]) -> Mapping[str, DaftraClient]:
    """Return the clients by the names of their accounts, which are also the names of folders."""
    if not isinstance(client, Mapping):
        return {"": client}
    for name in client:
        check_name(name)
    return client


def _store(out: str | Path | None, to: str | Path | Store | None, files: tuple[Format, bool, bool, bool]) -> Store:
    place = out if to is None else to
    if place is None or (out is not None and to is not None):
        refuse("to", "nothing was given" if place is None else "out was given too", "a folder or the URL of a database")
    if isinstance(place, str | Path):
        return store_for(place, *files)
    if files[-1] and not (isinstance(place, FolderStore) and place.files is None):
        refuse("as_sent", "it was given with a store of your own", "it with a folder of JSON Lines")
    return place


def _digest(targets: Sequence[Target], asked: SinceOptions | None, files: object) -> str:
    """Return the digest of what is asked for: only a run with the same one is continued."""
    wanted = ((target.name, sorted(target.arguments.items())) for target in targets)
    return fingerprint(files, asked and (asked.text, asked.by, asked.overlap), *wanted)


async def _member(name: str, client: DaftraClient, store: Store, digest: str, *, resume: bool, run: str | None) -> Member:
    data = await store.load(name)
    # The text of a client names the URL of its account and no credential.
    now = dt.datetime.now(dt.UTC)
    manifest = Manifest.follow(data, identity=repr(client), fingerprint=digest, now=now, resume=resume, name=run)
    foreign = data is not None and data.get("identity") not in {None, manifest.identity}
    return Member(name=name, client=client, manifest=manifest, foreign=foreign)


def _write_census(store: Store, census: Report) -> str | None:
    """Write the census beside the files and return where it is; None for a database, and when it cannot be written."""
    if not isinstance(store, FolderStore):
        return None
    file = store.reports / FILE_NAME
    try:
        write_json(file, census.to_dict())
    except OSError:
        _LOG.exception("%s could not be written", FILE_NAME)
        return None
    return str(file.relative_to(store.name) if file.is_relative_to(store.name) else file)
