"""Progress of lists on workers, as the client gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.export import AccountSpec, ProgressEvent
from tests.integrations.dask.test_accounts import scheduler

pytest.importorskip("distributed")

from distributed import Client

from daftra_async.integrations.dask import export_accounts
from daftra_async.integrations.dask import progress as module
from daftra_async.integrations.dask.progress import Sender
from tests.export.server import Lists, rows
from tests.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import RawServer

__all__ = ["scheduler"]


def test_short_lists_send_nothing_and_long_ones_once_a_second() -> None:
    sent: list[tuple[Any, ...]] = []
    clock = 0.0
    sender = Sender("run", lambda topic, message: sent.append(tuple(message["event"][name] for name in NAMES)), lambda: clock)
    for seconds, resource, state, pages in [
        (0.0, "brands", "started", 0),
        (0.5, "brands", "page", 1),
        (0.9, "brands", "finished", 1),
        (1.0, "invoices", "started", 0),
        (1.9, "invoices", "page", 1),
        (2.0, "invoices", "page", 2),
        (2.9, "invoices", "page", 3),
        (3.1, "invoices", "page", 4),
        (3.2, "invoices", "finished", 4),
    ]:
        clock = seconds
        sender(ProgressEvent(account="acme", resource=resource, state=state, pages=pages))  # type: ignore[arg-type]  # mypy widens it
    assert sent == [("acme", "invoices", "page", 2), ("acme", "invoices", "page", 4), ("acme", "invoices", "finished", 4)]


NAMES = ("account", "resource", "state", "pages")


async def test_the_client_gets_the_events_of_its_own_export(
    tmp_path: Path, scheduler: str, server: RawServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_EVERY", 0.0)
    server.default = Lists({"brand": rows(30)})
    (tmp_path / "key").write_text("some-key")
    specs = [AccountSpec(name=name, base_url=server.url, api_key_file=str(tmp_path / "key")) for name in ("a", "b")]
    events: list[ProgressEvent] = []
    async with Client(scheduler, asynchronous=True) as someone:
        everything: list[Any] = []
        someone.subscribe_topic(module._TOPIC, everything.append)
        options: Any = {"scheduler": scheduler, "resources": ["brands"], "page_size": 10}
        report = await export_accounts(specs, tmp_path / "out", progress=events.append, **options)
        await export_accounts(specs, tmp_path / "other", **options)
        assert report.ok
        await until(lambda: len(everything) >= len(events))
    for name in ("a", "b"):
        told = [(event.state, event.records, event.total) for event in events if event.account == name]
        assert told[:4] == [("started", 0, None), ("page", 10, 30), ("page", 20, 30), ("page", 30, 30)]
    assert {message["run"] for _, message in everything} == {everything[0][1]["run"]}, (
        "nobody asked for those of the second export"
    )
