"""What the figures are, worked out from small books."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async.report.invoices import Invoice
from daftra_async.report.receivables import AGES, age_of, receivables_of
from tests.report.books import TODAY, figures, invoice, line, payment


@pytest.mark.parametrize(
    ("days", "age"),
    [
        *[(-400, "not_due"), (0, "not_due"), (1, "days_1_30"), (30, "days_1_30"), (31, "days_31_60"), (60, "days_31_60")],
        *[(61, "days_61_90"), (90, "days_61_90"), (91, "days_over_90"), (9999, "days_over_90")],
    ],
)
def test_ages_begin_and_end_with_their_days(days: int, age: str) -> None:
    assert AGES[age_of(TODAY - dt.timedelta(days=days), TODAY)] == age
    assert AGES[age_of(None, TODAY)] == "undated"


amounts = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4)
invoices = st.builds(
    Invoice,
    key=st.uuids().map(str),
    no=st.just("1"),
    client_id=st.none() | st.integers(1, 3),
    client=st.sampled_from(["", "A", "B"]),
    currency=st.sampled_from(["", "SAR", "EGP"]),
    date=st.none() | st.dates(),
    due=st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    is_open=st.booleans(),
    is_draft=st.just(value=False),
    unpaid=st.none() | amounts,
)


@settings(max_examples=40)
@given(st.lists(invoices, max_size=8))
def test_every_open_amount_is_in_one_age_of_one_client_of_its_currency(found: list[Invoice]) -> None:
    owed = receivables_of(found, TODAY)
    opened = [each for each in found if each.is_open]
    for code in {each.currency for each in opened}:
        whole = sum((each.unpaid or Decimal(0) for each in opened if each.currency == code), Decimal(0))
        clients = [each for each in owed.clients if each.currency == code]
        assert sum(sum(each.amounts) for each in clients) == whole
        assert [each.total for each in owed.currencies if each.currency == code] == [whole]
        assert sum(each.invoices for each in clients) == sum(each.currency == code for each in opened)
    late = sum((each.unpaid or Decimal(0) for each in owed.overdue), Decimal(0))
    assert late == sum((each.overdue for each in owed.currencies), Decimal(0))
    assert owed.missing == sum(each.unpaid is None for each in opened)


def test_what_is_open_and_when_it_is_due() -> None:
    found = figures(
        invoices=[
            invoice(1, "10.10", "2026-06-30"),
            invoice(2, "20.20", "2026-06-01", due_after=30),
            invoice(3, "30.30", "2026-01-01", issue_date="2026-05-01", payment_status=1),
            invoice(4, "99", payment_status=2),
            invoice(5, "99", payment_status=-1, draft=True),
            invoice(6, "1", currency_code="EGP"),
            invoice(7, "5", None),
        ]
    ).receivables
    assert [(each.currency, each.total, each.invoices) for each in found.currencies] == [
        ("EGP", 1, 1),
        ("SAR", Decimal("65.60"), 4),
    ]
    amounts = dict(zip(AGES, found.currencies[1].amounts, strict=True))
    assert amounts == {
        "not_due": Decimal("20.20"),
        "days_1_30": Decimal("10.10"),
        "days_31_60": 0,
        "days_61_90": Decimal("30.30"),
        "days_over_90": 0,
        "undated": 5,
    }
    assert [(each.no, each.days) for each in found.overdue] == [("000003", 61), ("000006", 10), ("000001", 1)]


def test_amounts_are_exact_whatever_a_column_holds() -> None:
    huge = "123456789012345678901234567890123456789.000000000001"
    found = figures(invoices=[invoice(1, huge), invoice(2, "0.1"), invoice(3, "0.2"), invoice(4, "what"), invoice(5, None)])
    assert found.receivables.currencies[0].total == Decimal("123456789012345678901234567890123456789.300000000001")
    assert found.receivables.missing == 2
    assert [(each.name, each.count) for each in found.quality.misfits] == [("Invoice.summary_unpaid", 2)]


def test_what_no_model_describes_is_counted() -> None:
    found = figures(invoices=[invoice(1, extra_details="x"), invoice(2, extra_details="y")], treasuries=[{"id": 1, "odd": 1}])
    assert [(each.name, each.count) for each in found.quality.unknown_fields] == [
        ("Invoice.extra_details", 2),
        ("Treasury.odd", 1),
    ]
    assert not found.quality.ok


def test_sales_are_by_month_product_and_currency() -> None:
    sold = [
        invoice(1, date="2026-06-30", InvoiceItem=[line(5, "1.1"), line(5, "2.2"), line(None, "4", "Visit")]),
        invoice(2, date="2026-07-02", InvoiceItem=[line(5, "8", "Green tea"), line(6, None)]),
        invoice(3, date="2026-07-01", currency_code="KWD", InvoiceItem=[line(5, "0.125")]),
        invoice(4, date="2026-07-01", draft=True, payment_status=-1, InvoiceItem=[line(5, "1000")]),
    ]
    found = figures(invoices=sold).sales
    june, july = dt.date(2026, 6, 1), dt.date(2026, 7, 1)
    assert [(each.currency, each.month, each.product_id, each.product, each.amount) for each in found.products] == [
        ("KWD", july, 5, "Green tea", Decimal("0.125")),
        ("SAR", june, None, "Visit", 4),
        ("SAR", june, 5, "Green tea", Decimal("3.3")),
        ("SAR", july, 5, "Green tea", 8),
        ("SAR", july, 6, "Tea", 0),
    ]
    assert found.missing == 1
    assert found.of_month("SAR", june) == Decimal("7.3")
    assert found.by_product("SAR", [june, july])[0] == ("Green tea", {june: Decimal("3.3"), july: 8})


def test_only_completed_payments_were_received() -> None:
    found = figures(
        invoice_payments=[
            payment("1.5"),
            payment("2", date="2026-06-01 00:00:00"),
            payment("4", status=2),
            payment("8", treasury_id=None),
            payment("16", currency_code="EGP"),
        ],
        client_payments=[payment("32"), payment(None)],
        treasuries=[{"id": 1, "name": "خزينة"}],
    ).cash
    assert [(each.currency, each.treasury, each.payments, each.recent, each.amount) for each in found.treasuries] == [
        ("EGP", "خزينة", 1, 16, 16),
        ("SAR", "خزينة", 4, Decimal("33.5"), Decimal("35.5")),
        ("SAR", "", 1, 8, 8),
    ]
    assert found.missing == 1


@pytest.mark.parametrize("today", [dt.date.min, dt.date.max])
def test_the_first_and_the_last_day_of_the_calendar(today: dt.date) -> None:
    found = figures(today, invoice_payments=[payment("1.5", date=f"{today} 10:00:00")], invoices=[invoice(1)])
    assert [(each.recent, each.amount) for each in found.cash.treasuries] == [(Decimal("1.5"), Decimal("1.5"))]


def test_nothing_at_all() -> None:
    found = figures()
    assert found.currencies == ()
    assert found.quality.ok
    assert found.to_dict()["receivables"] == {"currencies": [], "clients": [], "without_amount": 0}
