from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.http.from_text import read_parameter, read_text, wanted
from daftra_async.models import InvoicePaymentStatusFilter, TreasuryType
from daftra_async.operation import Param


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (int, "15", 15),
        (Decimal, "10.50", Decimal("10.50")),
        (bool, "Yes", True),
        (bool, "0", False),
        (dt.date, "2026-01-31", dt.date(2026, 1, 31)),
        (dt.datetime, "2026-01-31 08:00:00", dt.datetime(2026, 1, 31, 8)),
        (str, "15", "15"),
    ],
)
def test_text_is_read_by_its_type(kind: Any, text: str, value: Any) -> None:
    found = read_text(kind, text)
    assert (found, type(found)) == (value, kind)


@pytest.mark.parametrize("member", TreasuryType)
def test_a_member_is_given_by_its_name_or_value(member: TreasuryType) -> None:
    assert read_text(TreasuryType, member.name.lower()) is member
    assert read_text(TreasuryType, str(member.value)) is member


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (int, "1_000"),
        (int, "1.0"),
        (Decimal, "1e999999"),
        (Decimal, "x"),
        (bool, "maybe"),
        (dt.date, "31/01/2026"),
        (TreasuryType, "x"),
    ],
)
def test_what_cannot_be_read_is_refused_with_an_example(kind: Any, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        read_text(kind, text)
    assert len(wanted(kind)) > 5


def test_parameters_are_read_and_named_when_refused() -> None:
    assert read_parameter(Param(name="client_id", wire="client_id", type="integer"), "15") == 15
    with pytest.raises(ArgumentError, match=r"client_id: 'abc' was given.*a whole number"):
        read_parameter(Param(name="client_id", wire="client_id", type="integer"), "abc")


def test_an_open_enumeration_takes_other_values_too() -> None:
    param = Param(name="payment_status", wire="payment_status", type="integer", enum="InvoicePaymentStatusFilter")
    member = next(iter(InvoicePaymentStatusFilter))
    assert read_parameter(param, member.name.lower()) is member
    with pytest.raises(ArgumentError, match=member.name.lower()):
        read_parameter(param, "77")
    free = Param(name="payment_status", wire="payment_status", type="integer", enum="InvoicePaymentStatusFilter", open=True)
    assert [read_parameter(free, text) for text in ("77", "unheard of")] == [77, "unheard of"]
