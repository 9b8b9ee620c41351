from __future__ import annotations

import io

from rich.console import Console

from daftra_async.cli.progress import Bars, Lines, display
from daftra_async.export import ProgressEvent


def screen() -> Console:
    return Console(file=io.StringIO(), force_terminal=True, width=120, color_system=None, legacy_windows=False)


def shown(console: Console) -> str:
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def test_display_suits_the_console() -> None:
    assert isinstance(display(screen(), 3), Bars)
    assert isinstance(display(Console(file=io.StringIO()), 3), Lines)


def test_bars_show_each_resource_and_the_whole() -> None:
    console = screen()
    with Bars(console, 2) as bars:
        bars(ProgressEvent(resource="entities", state="skipped", reason="needs entity"))
        bars(ProgressEvent(resource="clients", state="started"))
        bars(ProgressEvent(resource="clients", state="page", records=1000, pages=1, total=6000))
        bars(ProgressEvent(resource="brands", state="started"))
        bars(ProgressEvent(resource="brands", state="page", records=50, pages=1, total=50))
        bars(ProgressEvent(resource="brands", state="finished", records=50, pages=1, total=50))
        bars._progress.refresh()
    text = shown(console)
    assert "1/2 resources" in text
    assert "1,050/6,050" in text
    assert "/s" in text
    assert "ETA" in text
    assert "1,000/6,000" in text
    assert "clients" in text
    assert "entities" not in text


def test_failures_are_told_at_once_and_leave_the_whole() -> None:
    console = screen()
    with Bars(console, 2) as bars:
        bars(ProgressEvent(resource="clients", state="page", records=1000, pages=1, total=6000))
        bars(ProgressEvent(resource="clients", state="failed", records=1000, pages=1, total=6000, reason="[b]gone[/b]\x1b[2J"))
        bars._progress.refresh()
    text = shown(console)
    assert "clients: failed: [b]gone[/b]\N{REPLACEMENT CHARACTER}[2J" in text
    assert "1,000/1,000" in text


def test_accounts_have_bars_of_their_own_and_old_records_no_part_in_the_rate() -> None:
    console = screen()
    with Bars(console, 2) as bars:
        for account in ("acme", "other"):
            numbers = {"records": 500, "pages": 5, "total": 1000, "resumed": 500}
            bars(ProgressEvent(account=account, resource="clients", state="page", **numbers))
        bars._progress.refresh()
    text = shown(console)
    assert "acme/clients" in text
    assert "other/clients" in text
    assert "1,000/2,000" in text
    assert "0/s" in text
    assert "ETA" not in text


def test_lines_name_the_account() -> None:
    console = Console(file=io.StringIO(), width=120)
    Lines(console)(ProgressEvent(account="acme", resource="clients", state="finished", records=30, resumed=10, seconds=2.0))
    assert shown(console) == "acme/clients: 30 records, 0 pages, 2.00 s, 0 B, 10/s\n"
