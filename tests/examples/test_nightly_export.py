from __future__ import annotations

import asyncio
import datetime as dt
import email
import email.policy
import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web

from daftra_async import DaftraClient, Settings
from daftra_async.report import Report
from daftra_async.sandbox import Sandbox
from daftra_async.sandbox.faults import Faults, Rule

if TYPE_CHECKING:
    from email.message import EmailMessage

pytest.importorskip("apscheduler")

PROGRAM = Path(__file__).parent.parent.parent / "examples" / "nightly_export.py"


def client(sandbox: Sandbox) -> DaftraClient:
    return DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=Settings(max_attempts=1))


async def test_the_second_run_fetches_only_what_has_changed(tmp_path: Path) -> None:
    from nightly_export import run_once

    to = str(tmp_path / "out")
    async with Sandbox("demo") as sandbox, client(sandbox) as daftra:
        first = await run_once(daftra, to, ["clients", "workflow_records:workflow_id=36"])
        async with daftra.clients.edit(994) as draft:
            draft.city = "Aswan"
        second = await run_once(daftra, to, ["clients", "workflow_records:workflow_id=36"])
    assert first is not None
    assert second is not None
    assert first.ok
    assert second.ok
    assert all(each.incremental is not None and each.incremental.startswith("full: ") for each in first.resources)
    assert all(each.incremental is not None and each.incremental.startswith("modified >= ") for each in second.resources)
    assert 0 < second.records < first.records / 10
    rows = [json.loads(line) for line in (tmp_path / "out" / "clients.jsonl").read_text("utf-8").splitlines()]
    assert [row["city"] for row in rows if int(row["id"]) == 994] == ["Aswan"]
    assert len(rows) == second.resources[0].held == first.resources[0].records


async def test_a_failure_is_told(tmp_path: Path) -> None:
    from nightly_export import run_once

    told: list[Any] = []

    async def hear(request: web.Request) -> web.Response:
        told.append(await request.json())
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", hear)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = "http://127.0.0.1:{1}/hook".format(*runner.addresses[0])
        faults = Faults([Rule("500", operation="brands.list")])
        async with Sandbox("demo", faults=faults) as sandbox, client(sandbox) as daftra:
            report = await run_once(daftra, str(tmp_path / "out"), ["brands", "taxes"], url)
            assert report is not None
            assert not report.ok
            assert await run_once(daftra, str(tmp_path / "out"), ["no_such_resource"], url) is None
            assert (await run_once(daftra, str(tmp_path / "other"), ["taxes"], url)) is not None
    finally:
        await runner.cleanup()
    assert len(told) == 2
    assert "brands: " in told[0]["text"]
    assert "no_such_resource" in told[1]["text"]


async def test_nobody_to_tell_is_no_failure(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    from nightly_export import notify

    await notify("http://127.0.0.1:9/a-secret-path", "x")
    assert "nobody was notified" in caplog.text
    assert "a-secret-path" not in caplog.text


@pytest.mark.parametrize(
    ("title", "zone"),
    [
        ("(GMT+02:00) Cairo", ZoneInfo("Africa/Cairo")),
        ("(GMT+03:00) Kuwait, Riyadh", ZoneInfo("Asia/Kuwait")),
        ("(GMT+04:00) Abu Dhabi", dt.timezone(dt.timedelta(hours=4))),
        ("(GMT-03:30) Nowhere", dt.timezone(-dt.timedelta(hours=3, minutes=30))),
        ("(GMT) Casablanca", ZoneInfo("Africa/Casablanca")),
        ("(GMT) Nowhere", dt.UTC),
        ("", dt.UTC),
    ],
)
def test_zones(title: str, zone: dt.tzinfo) -> None:
    from nightly_export import zone_named

    now = dt.datetime(2026, 7, 1, 12)
    assert now.replace(tzinfo=zone_named(title)).utcoffset() == now.replace(tzinfo=zone).utcoffset()


async def test_it_runs_at_two_in_the_zone_of_the_account_and_never_twice_at_once() -> None:
    from nightly_export import scheduled, zone_of

    async def job() -> None:
        pass

    async with Sandbox("demo") as sandbox, client(sandbox) as daftra:
        zone = await zone_of(daftra)
    assert zone == ZoneInfo("Asia/Riyadh")
    scheduler = scheduled(job, zone)
    scheduler.start(paused=True)
    try:
        found = scheduler.get_job("export")
        assert (found.next_run_time.hour, found.next_run_time.utcoffset()) == (2, dt.timedelta(hours=3))
        assert (found.max_instances, found.coalesce) == (1, True)
    finally:
        scheduler.shutdown(wait=False)


async def program(*arguments: str, cwd: Path, sandbox: Sandbox) -> asyncio.subprocess.Process:
    environment = {**os.environ, "DAFTRA_BASE_URL": sandbox.url, "DAFTRA_API_KEY": sandbox.api_key}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, str(PROGRAM), *arguments),
        cwd=cwd,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


async def test_as_a_program(tmp_path: Path) -> None:
    async with Sandbox("demo") as sandbox, asyncio.timeout(60):
        once = await program("--now", "--resources", "taxes", cwd=tmp_path, sandbox=sandbox)
        out, _ = await once.communicate()
        assert once.returncode == 0, out.decode()
        assert (tmp_path / "nightly" / "taxes.jsonl").exists()

        nightly = await program(cwd=tmp_path, sandbox=sandbox)
        assert nightly.stdout is not None
        while b"next run" not in await nightly.stdout.readline():
            assert nightly.returncode is None
        nightly.send_signal(signal.SIGTERM)
        out, _ = await nightly.communicate()
        assert nightly.returncode == 0, out.decode()
        assert b"Traceback" not in out


class MailServer:
    """Takes messages as any server of SMTP does, without a login."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.refuses = False

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._talk, "127.0.0.1", 0, limit=2**22)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        await self._server.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 here\r\n")
        while line := await reader.readline():
            word = line[:4].strip().upper()
            if word == b"DATA":
                writer.write(b"354 go on\r\n")
                content = (await reader.readuntil(b"\r\n.\r\n")).removesuffix(b".\r\n").replace(b"\r\n..", b"\r\n.")
                self.messages.append(email.message_from_bytes(content, policy=email.policy.default))
            elif word == b"RCPT" and self.refuses:
                writer.write(b"550 nobody of that name\r\n")
                continue
            writer.write(b"221 bye\r\n" if word == b"QUIT" else b"250 fine\r\n")
            if word == b"QUIT":
                break
        writer.close()
        await writer.wait_closed()


@pytest.fixture
def exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An export of one invoice; what pages look like is tested with them."""
    monkeypatch.setattr(Report, "html", lambda _, language: f"<html lang={language}>م")
    (tmp_path / "data").mkdir()
    invoice = {"id": 1, "no": "1", "payment_status": 0, "summary_unpaid": "1234.5", "currency_code": "SAR", "date": "2026-01-01"}
    (tmp_path / "data" / "invoices.jsonl").write_text(json.dumps(invoice) + "\n")
    return str(tmp_path / "data")


async def test_the_report_is_mailed(exported: str) -> None:
    from nightly_export import mail_report
    from report_mail import Server

    async with MailServer() as mail, asyncio.timeout(30):
        server = Server(host="127.0.0.1", port=mail.port, sender="erp@example.com")
        assert await mail_report(exported, ["boss@example.com", "cfo@example.com"], "ar", server)
        assert await mail_report(exported, ["boss@example.com"], "en", server)
    arabic, english = mail.messages
    assert (arabic["From"], arabic["To"]) == ("erp@example.com", "boss@example.com, cfo@example.com")
    assert "نظرة عامة" in arabic.get_body(("plain",)).get_content()
    assert "- SAR: Outstanding 1,234.50, Overdue 1,234.50" in english.get_body(("plain",)).get_content()
    (page,) = english.iter_attachments()
    assert page.get_content_type() == "text/html"
    assert page.get_filename().startswith("report-")
    assert page.get_payload(decode=True).decode() == "<html lang=en>م"
    assert "There is no earlier report to compare with yet." in english.get_body(("plain",)).get_content()


async def test_a_report_that_cannot_be_sent_ends_nothing(exported: str, caplog: pytest.LogCaptureFixture) -> None:
    from nightly_export import mail_report
    from report_mail import Server

    async with MailServer() as mail, asyncio.timeout(30):
        mail.refuses = True
        assert not await mail_report(exported, ["x@example.com"], "en", Server(host="127.0.0.1", port=mail.port))
    assert not await mail_report(exported, ["x@example.com"], "en", Server(host="127.0.0.1", port=mail.port))
    assert not await mail_report("nowhere", ["x@example.com"], "en", Server())
    assert caplog.text.count("no report was sent") == 3
    assert mail.messages == []
    assert "secret" not in repr(Server(password="secret"))
