"""An export of the changes every night at two, in the account's time zone, with a message when it fails.

    python examples/nightly_export.py --sandbox --now            # one run, now
    DAFTRA_ACCOUNT=acme DAFTRA_API_KEY=... python examples/nightly_export.py --to data --resources clients invoices

NOTIFY_URL takes a message for each night that fails, as JSON (`{"text": "..."}`, what incoming webhooks of chats take). The first
run fetches everything; a run that was cut off is continued by the next one. Needs `pip install apscheduler`.
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

from daftra_async import ArgumentError, DaftraError
from daftra_async.export import export

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from daftra_async import DaftraClient
    from daftra_async.export import ExportReport

RESOURCES: Final = ("clients", "invoices", "products")
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


async def every_night(daftra: DaftraClient, to: str, resources: Sequence[str], notify_url: str | None) -> None:
    """Export every night until SIGINT, SIGTERM or cancellation; a run under way is cut off, and continued by the next one."""
    running: set[asyncio.Task[Any]] = set()

    async def job() -> None:
        task = asyncio.current_task()
        assert task is not None
        running.add(task)
        try:
            await run_once(daftra, to, resources, notify_url)
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


async def main() -> int:
    parser = argparse.ArgumentParser(description="Export an account every night.")
    parser.add_argument("--sandbox", action="store_true", help="a local demo account instead of the one in the environment")
    parser.add_argument("--now", action="store_true", help="run once, now")
    parser.add_argument("--to", default="nightly", help="folder or URL of a database")
    parser.add_argument("--resources", nargs="+", default=list(RESOURCES), help="names such as invoices or invoices:client_id=15")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    url = os.environ.get("NOTIFY_URL")
    try:
        async with open_account(sandbox=options.sandbox) as daftra:
            if options.now:
                report = await run_once(daftra, options.to, options.resources, url)
                return 0 if report is not None and report.ok else 1
            await every_night(daftra, options.to, options.resources, url)
    except ArgumentError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
