"""What a report says of the day before."""

from __future__ import annotations

import datetime as dt
import stat
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from daftra_async import ArgumentError
from daftra_async.report import Report
from daftra_async.report.changes import changes_between
from daftra_async.report.snapshots import SnapshotFile, file_in, snapshot_of
from tests.report.books import TODAY, figures, held, invoice, line, payment

if TYPE_CHECKING:
    from pathlib import Path

    from daftra_async.report import Changes
    from daftra_async.report.snapshots import Snapshot

YESTERDAY = TODAY - dt.timedelta(days=1)


def snapshot(day: dt.date, **lists: list[dict[str, Any]]) -> Snapshot:
    return snapshot_of(figures(day, **lists))


def between(before: dict[str, list[dict[str, Any]]], now: dict[str, list[dict[str, Any]]]) -> Changes:
    return changes_between(snapshot(YESTERDAY, **before), snapshot(TODAY, **now))


def test_nothing_changed() -> None:
    same = {"invoices": [invoice(1, due="2026-01-01")], "invoice_payments": [payment("5")]}
    found = between(same, same)
    assert not found
    assert found.since == YESTERDAY


def test_invoices_that_came_went_and_fell_due() -> None:
    before = [invoice(1, "10", "2026-06-30"), invoice(2, "20", "2026-06-01"), invoice(3, "30", "2026-06-02")]
    now = [invoice(1, "10", "2026-06-30"), invoice(2, "20", "2026-06-01", payment_status=2), invoice(4, "40", "2026-07-31")]
    found = between({"invoices": before}, {"invoices": now})
    assert [each.no for each in found.fallen_due] == ["000001"]
    assert [(each.no, each.unpaid, each.client) for each in found.closed] == [("000003", 30, "Nile"), ("000002", 20, "Nile")]
    assert [each.no for each in found.opened] == ["000004"]
    assert {(each.measure, each.difference) for each in found.sums} == {("outstanding", -10), ("overdue", -40)}


def test_a_currency_appears_and_is_added_to_no_other() -> None:
    sold = invoice(1, "0", payment_status=2, date="2026-07-01", currency_code="KWD", InvoiceItem=[line(1, "0.125")])
    found = between({}, {"invoices": [sold], "client_payments": [payment("7")]})
    assert [(each.measure, each.currency, each.before, each.now) for each in found.sums] == [
        ("sold", "KWD", 0, Decimal("0.125")),
        ("received", "SAR", 0, 7),
    ]


def test_payments_that_could_not_be_read_are_not_zero() -> None:
    known = figures(YESTERDAY, client_payments=[payment("7")])
    unread = figures(TODAY, invoices=[invoice(1)])
    unread = attrs.evolve(unread, quality=attrs.evolve(unread.quality, missing=("client_payments",)))
    for before, now in ((known, unread), (unread, known)):
        found = changes_between(snapshot_of(before), snapshot_of(now))
        assert {each.measure for each in found.sums} == {"outstanding", "overdue"}
    notes = next(table.notes for table in Report(figures=unread).tables() if table.name == "cash")
    assert "These lists could not be read, and are missing from the sums: client_payments." in notes


def test_the_file_keeps_two_days(tmp_path: Path) -> None:
    file = SnapshotFile(tmp_path / "deep" / "acme.json", "acme")
    days = [TODAY + dt.timedelta(days=number) for number in range(4)]
    first = snapshot(days[0], invoices=[invoice(1, "1234567.89")])
    assert file.before(days[0]) is None
    file.keep(first)
    assert file.before(days[0]) is None, "a second report of the first day has nothing to compare with either"
    assert file.before(days[1]) == first
    file.keep(snapshot(days[1]))
    file.keep(snapshot(days[1], invoices=[invoice(2)]))
    assert file.before(days[1]) == first, "the second report of a day is compared with the day before"
    file.keep(snapshot(days[3]))
    assert file.before(days[3]) == snapshot(days[1], invoices=[invoice(2)])
    assert file.before(days[1]) is None, "older days are forgotten"


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "acme.json"
    SnapshotFile(path, "acme").keep(snapshot(TODAY, invoices=[invoice(1)]))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["acme.json"]


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"version": 2, "account": "acme", "days": []}', "[" * 100_000])
def test_another_file_is_not_overwritten(tmp_path: Path, content: str) -> None:
    path = tmp_path / "notes.json"
    path.write_text(content)
    with pytest.raises(ArgumentError, match="holds no snapshots of reports"):
        SnapshotFile(path, "acme").keep(snapshot(TODAY))
    assert path.read_text() == content


def test_accounts_are_not_compared(tmp_path: Path) -> None:
    SnapshotFile(tmp_path / "one.json", "acme").keep(snapshot(TODAY))
    with pytest.raises(ArgumentError, match="another account"):
        SnapshotFile(tmp_path / "one.json", "other").before(TODAY)


def test_in_a_folder_each_account_has_a_file(tmp_path: Path) -> None:
    found = file_in(tmp_path, held())
    assert found.parent == tmp_path
    assert found.name.startswith("acme.daftra.com-")
    assert file_in(tmp_path / "mine.json", held()) == tmp_path / "mine.json"
