from __future__ import annotations

import decimal
from decimal import Decimal

import pytest

from daftra_async import Client, CreditNote, structure
from daftra_async.errors import ArgumentError
from daftra_async.money import Totals, totals
from tests.money.documents import amounts, invoice


def test_currencies_never_mix() -> None:
    sums = totals(
        [
            invoice(),
            invoice(currency_code=" sar", summary_total="0.005"),
            invoice(currency_code="USD", summary_unpaid="-5"),
            invoice(currency_code=None),
        ]
    )
    assert list(sums) == ["", "SAR", "USD"]
    assert sums["SAR"].count == 2
    assert str(sums["SAR"].total) == "387.505"
    assert str(sums["SAR"].unpaid) == "575.00"
    assert sums["USD"].unpaid == Decimal(-5)
    assert sums[""].total == Decimal("387.50")
    assert not sums["SAR"].missing
    assert len(amounts(dict(sums))) == 15
    with pytest.raises(KeyError):
        sums["EGP"]


def test_what_is_missing_is_counted() -> None:
    sums = totals([invoice(), invoice(summary_total=None), invoice(summary_total="?")])
    assert sums["SAR"].total == Decimal("387.50")
    assert sums["SAR"].missing == {"total": 2}
    assert "SAR: 2 without total" in str(sums)


def test_a_stream_is_summed_up_as_it_comes() -> None:
    sums = Totals()
    assert len(sums) == 0
    for number in range(3):
        sums.add(invoice(summary_total=f"0.{number}"))
    assert str(sums["SAR"].total) == "0.3"
    assert str(sums).splitlines() == [
        "currency  count  subtotal  discount  total    paid  unpaid",
        "SAR           3    990.00     49.50    0.3  300.00  862.50",
    ]


def test_nothing_is_rounded() -> None:
    with decimal.localcontext(prec=3, traps=[decimal.Inexact]):
        sums = totals([invoice(summary_total="123456789012345678901234567890.12"), invoice(summary_total="0.0001")])
    assert str(sums["SAR"].total) == "123456789012345678901234567890.1201"


def test_classes_are_not_mixed() -> None:
    with pytest.raises(ArgumentError, match=r"CreditNote was given; .*Invoice, as before"):
        totals([invoice(), structure(CreditNote, {"summary_total": "1"})])
    with pytest.raises(ArgumentError, match="Client was given"):
        totals([structure(Client, {})])
