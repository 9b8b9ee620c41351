"""A folder that others can write to as well, and what a killed run left in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import models, structure
from daftra_async.export import StoreError, export
from tests.export.fakes import FakeClient

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from daftra_async.export import ExportReport

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need rights there")

PARTS = [".clients.jsonl.part", ".clients.jsonl.merge", ".daftra-export.json.part", ".census.json.part"]
TABLE_PARTS = [".clients.csv.part", ".clients.parquet.part", ".clients.arrow.part", ".clients.arrow.merge", ".clients.arrow"]


def one(number: int = 1) -> Any:
    return FakeClient({"clients": [[structure(models.Client, {"id": number, "modified": "2026-04-01 00:00:00"})]]})


async def run(folder: Path, **options: Any) -> ExportReport:
    return await export(one(options.pop("number", 1)), resources=["clients"], to=folder, **options)


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    path = tmp_path / "victim"
    path.write_text("precious\n")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def untouched(victim: Path) -> bool:
    return victim.read_text() == "precious\n"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def plant(folder: Path, link: Callable[[Path, Path], None], victim: Path, names: list[str] | None = None) -> None:
    for name in {*PARTS, *TABLE_PARTS} if names is None else names:
        (folder / name).unlink(missing_ok=True)
        link(victim, folder / name)


@pytest.mark.parametrize("link", [os.symlink, os.link])
@pytest.mark.parametrize("options", [{}, {"since": "last"}, {"format": "csv", "since": "last"}, {"format": "parquet"}])
async def test_nothing_is_written_through_links(
    folder: Path, victim: Path, link: Callable[[Path, Path], None], options: dict[str, Any]
) -> None:
    plant(folder, link, victim)
    for number in (1, 2):
        report = await run(folder, number=number, **options)
        assert report.ok, report
        assert untouched(victim)


async def test_a_link_to_nowhere_makes_nothing(folder: Path, tmp_path: Path) -> None:
    plant(folder, os.symlink, tmp_path / "made", PARTS)
    assert (await run(folder)).ok
    assert names(tmp_path) == ["out"]


async def test_a_spool_that_is_a_link_is_not_continued(folder: Path, victim: Path) -> None:
    client = FakeClient({"clients": [one().lists["clients"][0], ConnectionResetError()]})
    assert not (await export(client, resources=["clients"], to=folder)).ok  # a client of the tests
    plant(folder, os.symlink, victim, [".clients.jsonl.part"])
    report = await run(folder)
    assert report.failed[0].error_type == "StoreError"
    assert "delete it" in (report.failed[0].error or "")
    assert untouched(victim)


@pytest.mark.parametrize("link", [os.symlink, os.link])
async def test_a_lock_that_is_a_link_is_refused(folder: Path, victim: Path, link: Callable[[Path, Path], None]) -> None:
    link(victim, folder / ".daftra-export.lock")
    with pytest.raises(StoreError, match=r"\.daftra-export\.lock is a link.*delete it"):
        await run(folder)
    assert untouched(victim)


async def test_what_is_merged_into_is_no_link(folder: Path, victim: Path) -> None:
    await run(folder)
    plant(folder, os.symlink, victim, ["clients.jsonl"])
    report = await run(folder, since="2026-01-01")
    assert "clients.jsonl is a link" in (report.failed[0].error or "")


async def test_a_pipe_stops_nobody(folder: Path) -> None:
    os.mkfifo(folder / ".daftra-export.json")
    with pytest.raises(StoreError, match="delete it"):
        await run(folder)


async def test_the_folder_of_an_account_is_no_link(folder: Path) -> None:
    plant(folder, os.symlink, folder, ["acme"])
    with pytest.raises(StoreError, match="acme is a link"):
        await export({"acme": one()}, resources=["clients"], to=folder)


async def test_what_a_killed_run_left_half_made_is_removed(folder: Path) -> None:
    left = [".clients.csv.part", ".clients.InvoiceItem.csv.part", ".brands.parquet.part", ".census.json.part", ".x.jsonl.merge"]
    (folder / "acme").mkdir()
    for name in left:
        (folder / name).write_text("half")
        (folder / "acme" / name).write_text("half")
    assert (await export({"acme": one()}, resources=["clients"], to=folder)).ok
    assert not [name for name in left if (folder / name).exists() or (folder / "acme" / name).exists()]
