"""An export of the changes every night at two, in the account's time zone, with a message when it fails, and a report by e-mail.

    python examples/nightly_export.py --sandbox --now            # one run, now
    DAFTRA_ACCOUNT=acme DAFTRA_API_KEY=... python examples/nightly_export.py --to data --resources clients invoices
    SMTP_HOST=... python examples/nightly_export.py --mail-to boss@example.com --language ar

NOTIFY_URL takes a message for each night that fails, as JSON (`{"text": "..."}`, what incoming webhooks of chats take). The first
run fetches everything; a run that was cut off is continued by the next one. With --mail-to, the report of the export is sent each
night (`report_mail.py` says by which server), which also says what has changed since the night before. Needs
`pip install 'daftra-async[report]' apscheduler`.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import logging
import os
import re
import signal
import sys
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo, available_timezones

import aiohttp
from account import open_account
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from report_mail import Server, message_of

from daftra_async import ArgumentError, DaftraError
from daftra_async.export import export
from daftra_async.report import build

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from daftra_async import DaftraClient
    from daftra_async.export import ExportReport

RESOURCES: Final = ("clients", "invoices", "products")
REPORTED: Final = ("invoices", "invoice_payments", "client_payments", "treasuries")
"""What a report reads."""
_HOUR: Final = 2
_LATE: Final = 6 * 60 * 60
"""Seconds after which a missed night is not made up for: a machine that slept till noon has work to do."""
_log = logging.getLogger("nightly_export")


async def zone_of(daftra: DaftraClient) -> dt.tzinfo:
    """Return the zone of the account, which names it by a number; the list of zones says `(GMT+02:00) Cairo`."""
    site, zones = await daftra.site_info.get(), await daftra.listing.get("Timezone")
    return zone_named(str(zones.get(str(site.timezone), "")))


def zone_named(title: str) -> dt.tzinfo:
    """Return the zone of the city, which knows of summer time, or else the offset; UTC when neither is there."""
    found = re.search(r"(?:GMT|UTC)(?:([+-])(\d\d?):(\d\d))?\)\s*(.*)", title)
    if found is None:
        return dt.UTC
    sign, hours, minutes, places = found.groups()
    for place in re.split(r"\s*,\s*", places):
        names = [name for name in available_timezones() if name.endswith(f"/{place.replace(' ', '_')}")]
        if place and len(names) == 1:
            return ZoneInfo(names[0])
    offset = dt.timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return dt.timezone(-offset if sign == "-" else offset)


def summary(report: ExportReport) -> str:
    """Return one line for each resource."""
    lines = [f"{report.records} records in {report.seconds:.1f} s" + (", continued" if report.resumed else "")]
    for each in report.resources:
        what = each.error or each.skipped or f"{each.records} records, {each.held} held, {each.incremental}"
        lines.append(f"  {each.label}: {what}" + (" (the list changed meanwhile)" if each.drift else ""))
    return "\n".join(lines)


async def notify(url: str | None, text: str) -> None:
    """Send a message; one that does not arrive is in the log, and ends nothing."""
    if not url:
        return
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session,
            session.post(url, json={"text": text}) as response,
        ):
            response.raise_for_status()
    except (aiohttp.ClientError, TimeoutError) as error:
        # The URL of such a webhook is a secret, and errors of aiohttp may show it.
        _log.error("nobody was notified: %s", type(error).__name__)


async def run_once(
    daftra: DaftraClient, to: str, resources: Sequence[str] = RESOURCES, notify_url: str | None = None
) -> ExportReport | None:
    """Export what has changed since the last run; return None when there was no report at all."""
    try:
        report = await export(daftra, to=to, resources=resources, since="last")
    except (DaftraError, OSError) as error:
        # Another export at work in the folder ends here, too.
        _log.exception("the export did not begin")
        await notify(notify_url, f"Nightly export: {error}")
        return None
    _log.log(logging.INFO if report.ok else logging.ERROR, "%s", summary(report))
    if not report.ok:
        await notify(notify_url, f"Nightly export: {summary(report)}")
    return report


async def mail_report(to: str, addresses: Sequence[str], language: str, server: Server) -> bool:
    """Send the report of an export, and return whether that went well; a failure is in the log, and ends nothing."""
    try:
        # What was exported last night is compared with what this file holds of the night before.
        report = await build(to, snapshots=f"{to.removeprefix('duckdb:///').rstrip('/')}.snapshots.json")
        message = await asyncio.to_thread(message_of, report, server.sender, addresses, language)
        await asyncio.to_thread(server.send, message)
    except (DaftraError, OSError) as error:  # errors of smtplib are among the latter
        _log.error("no report was sent: %s", error)
        return False
    _log.info("the report was sent to %s", ", ".join(addresses))
    return True


def scheduled(job: Callable[[], Awaitable[Any]], zone: dt.tzinfo) -> AsyncIOScheduler:
    """Return a scheduler that begins the job every night; it is not started yet."""
    scheduler = AsyncIOScheduler(timezone=zone)
    scheduler.add_job(
        job,
        CronTrigger(hour=_HOUR, timezone=zone),
        id="export",
        max_instances=1,  # a run that takes longer than a day is not overtaken
        coalesce=True,  # several nights that were missed are one
        misfire_grace_time=_LATE,
    )
    return scheduler


async def every_night(daftra: DaftraClient, night: Callable[[], Awaitable[Any]]) -> None:
    """Do the work of a night until SIGINT, SIGTERM or cancellation; a run under way is cut off, and continued by the next one."""
    running: set[asyncio.Task[Any]] = set()

    async def job() -> None:
        task = asyncio.current_task()
        assert task is not None
        running.add(task)
        try:
            await night()
        finally:
            running.discard(task)

    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    scheduler = scheduled(job, await zone_of(daftra))
    scheduler.start()
    try:
        _log.info("next run: %s", scheduler.get_job("export").next_run_time)
        await stopped.wait()
    finally:
        # The scheduler leaves the end of its jobs to others.
        scheduler.shutdown(wait=False)
        left = list(running)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


def arguments() -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(description="Export an account every night.")
    parser.add_argument("--sandbox", action="store_true", help="a local demo account instead of the one in the environment")
    parser.add_argument("--now", action="store_true", help="run once, now")
    parser.add_argument("--to", default="nightly", help="folder or URL of a database; a report needs a folder or DuckDB")
    parser.add_argument("--resources", nargs="+", default=list(RESOURCES), help="names such as invoices or invoices:client_id=15")
    parser.add_argument("--mail-to", nargs="+", default=[], metavar="ADDRESS", help="send the report to these addresses")
    parser.add_argument("--language", choices=("en", "ar"), default="en", help="language of the report")
    return parser.parse_args()


async def main() -> int:
    options = arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    url, server = os.environ.get("NOTIFY_URL"), Server.from_env()
    resources = list(dict.fromkeys([*options.resources, *(REPORTED if options.mail_to else ())]))

    async def night() -> bool:
        report = await run_once(daftra, options.to, resources, url)
        if report is None or not report.ok:
            return False  # a report of half a night would say less than nothing
        return not options.mail_to or await mail_report(options.to, options.mail_to, options.language, server)

    try:
        async with open_account(sandbox=options.sandbox) as daftra:
            if options.now:
                return 0 if await night() else 1
            await every_night(daftra, night)
    except ArgumentError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
