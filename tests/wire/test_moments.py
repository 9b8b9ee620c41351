# date-times of the API have no zone; digits are Arabic on purpose
from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from daftra_async.wire import moments
from tests.wire.test_scalars import NOON, REFUSED, check

DAY = dt.date(2026, 9, 25)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        *[(sent, None) for sent in (None, "", " ", "0000-00-00", "0000-00-00 00:00:00")],
        *[
            (sent, DAY)
            for sent in ("2026-09-25", "25/09/2026", "25-09-2026", "25.9.2026", "09/25/2026", "2026/09/25", " 2026-09-25 ")
        ],
        *[(sent, DAY) for sent in ("٢٠٢٦-٠٩-٢٥", "2026-09-25 00:00:00", "2026-09-25T00:00:00.000000Z", "25/09/2026 00:00", DAY)],
        ("05/05/2026", dt.date(2026, 5, 5)),
        (dt.datetime(2026, 9, 25), DAY),
        *[
            (sent, REFUSED)
            for sent in ("05/09/2026", "2026-09-25 12:00:00", "2026-02-30", "31/02/2026", "25/09-2026", "25/09/26", "20260925")
        ],
        *[(sent, REFUSED) for sent in ("2026-W39-5", "x", 20260925, 0, False, [], {}, NOON, "0000-00-01")],
    ],
)
def test_to_date(sent: Any, expected: Any) -> None:
    check(moments.to_date(sent), sent, expected)


@pytest.mark.parametrize(
    ("sent", "pattern", "expected"),
    [
        ("05/09/2026", "%d/%m/%Y", dt.date(2026, 9, 5)),
        ("05/09/2026", "%m/%d/%Y", dt.date(2026, 5, 9)),
        ("5 Sep 2026", "%d %b %Y", dt.date(2026, 9, 5)),
        ("2026-09-05", "%d/%m/%Y", dt.date(2026, 9, 5)),
        ("05/09/2026 00:00:00", "%d/%m/%Y", dt.date(2026, 9, 5)),
        ("05/09/2026 10:00", "%d/%m/%Y", REFUSED),
    ],
)
def test_to_date_in_the_format_of_the_account(sent: str, pattern: str, expected: Any) -> None:
    check(moments.to_date(sent, pattern), sent, expected)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        *[(sent, None) for sent in (None, "", "0000-00-00", "0000-00-00 00:00:00")],
        *[
            (sent, NOON)
            for sent in ("2026-09-25 12:00:00", "2026-09-25T12:00:00", "2026-09-25 12:00", "25/09/2026 12:00:00", NOON)
        ],
        ("2026-09-25", dt.datetime(2026, 9, 25)),
        (DAY, dt.datetime(2026, 9, 25)),
        ("2026-09-25 12:00:00.25", NOON.replace(microsecond=250_000)),
        ("2026-09-25T12:00:00Z", NOON.replace(tzinfo=dt.UTC)),
        ("2026-09-25T12:00:00+03:00", NOON.replace(tzinfo=dt.timezone(dt.timedelta(hours=3)))),
        *[
            (sent, REFUSED)
            for sent in (
                "05/09/2026 12:00:00",
                "2026-09-25 24:00:00",
                "2026-09-25 12:00:61",
                "2026-09-25 12:00:00.1234567",
                1.5,
                [],
            )
        ],
    ],
)
def test_to_datetime(sent: Any, expected: Any) -> None:
    check(moments.to_datetime(sent), sent, expected)
