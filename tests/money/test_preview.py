from __future__ import annotations

import decimal
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async import (
    UNSET,
    AdvancePaymentInput,
    AdvancePaymentItemInput,
    AdvancePaymentPaymentInput,
    ClientInput,
    CreditNoteInput,
    DaftraClient,
    DiscountType,
    EstimateInput,
    InvoiceDepositType,
    InvoiceInput,
    InvoiceItemInput,
    InvoicePaymentInput,
    InvoicePaymentStatus,
    PaymentInput,
    PaymentStatus,
    PurchaseInvoiceInput,
    PurchaseOrderItemInput,
    Tax,
    TaxInput,
    structure,
)
from daftra_async.errors import ArgumentError
from daftra_async.money import Preview, Rules, preview, verify
from daftra_async.sandbox import Sandbox
from tests.money.documents import amounts

TAXES = {1: 15, 2: "5.00"}
INCLUDED = [structure(Tax, {"id": 1, "value": "15", "included": "1"})]
PERCENT, AMOUNT = DiscountType.PERCENTAGE, DiscountType.AMOUNT


def line(price: Any, quantity: Any = 1, **more: Any) -> InvoiceItemInput:
    return InvoiceItemInput(unit_price=price, quantity=quantity, **more)


def document(*lines: InvoiceItemInput, **more: Any) -> InvoiceInput:
    return InvoiceInput(client_id=15, invoice_item=list(lines), **more)


LINES = (
    line(100, 3, discount=10, discount_type=PERCENT, tax1=1, tax2=2),
    line(Decimal("33.33"), 2, discount=Decimal("6.66"), discount_type=AMOUNT),
)


def test_totals_before_sending() -> None:
    result = preview(
        document(
            *LINES,
            currency_code="SAR",
            discount=5,
            shipping_amount=20,
            deposit=50,
            payment=[PaymentInput(payment_method="cash", amount=60), PaymentInput(payment_method="cash", amount=40)],
        ),
        taxes=TAXES,
    )
    assert str(result.lines[0].gross) == "300.0000"
    assert str(result.lines[0].discount) == "30.0000"
    assert str(result.lines[0].subtotal) == "270.0000"
    assert str(result.lines[0].tax1) == "40.5000"
    assert str(result.lines[0].total) == "324.0000"
    assert str(result.lines[1].subtotal) == "60.0000"
    assert str(result.subtotal) == "330.00"
    assert str(result.discount) == "16.50"
    assert str(result.tax) == "54.00"
    assert {tax: str(amount) for tax, amount in result.taxes.items()} == {1: "40.50", 2: "13.50"}
    assert str(result.shipping) == "20.00"
    assert str(result.total) == "387.50"
    assert str(result.deposit) == "50.00"
    assert str(result.paid) == "100.00"
    assert str(result.unpaid) == "287.50"
    assert result.rounding == 0
    assert result.payment_status is InvoicePaymentStatus.PARTIALLY_PAID
    assert result.currency == "SAR"


def test_it_prints() -> None:
    result = preview(document(*LINES, currency_code="SAR", discount=5), taxes=TAXES)
    assert str(result).splitlines() == [
        "subtotal  330.00 SAR",
        "discount  -16.50 SAR",
        "tax 1      40.50 SAR",
        "tax 2      13.50 SAR",
        "total     367.50 SAR",
        "in doubt: Rules(line_discount='unit'): subtotal 323.34, discount 16.17, total 361.17, unpaid 361.17",
        "in doubt: Rules(tax_base='after_discount'): tax 51.31, total 364.80, unpaid 364.80",
    ]


@pytest.mark.parametrize(
    ("rules", "changes"),
    [
        (Rules(), {}),
        (Rules(line_discount="unit"), {"subtotal": "323.34", "total": "377.34", "unpaid": "377.34"}),
        (Rules(deposit="percent"), {"deposit": "192.00"}),
        (Rules(paid_deposit="payment"), {"paid": "50.00", "unpaid": "334.00"}),
    ],
)
def test_each_rule(rules, changes) -> None:
    body = document(*LINES, deposit=50, deposit_type=InvoiceDepositType.PAID)
    expected = {"subtotal": "330.00", "total": "384.00", "deposit": "50.00", "paid": "0.00", "unpaid": "384.00"} | changes
    result = preview(body, taxes=TAXES, rules=rules)
    assert {name: str(getattr(result, name)) for name in expected} == expected
    assert result.rules is rules


def test_taxes_after_the_discount() -> None:
    result = preview(document(*LINES, discount=5), taxes=TAXES, rules=Rules(tax_base="after_discount"))
    # 95 % of 40.50 and of 13.50: 38.475 and 12.825 are rounded for themselves, and 51.30 together.
    assert str(result.lines[0].tax1) == "38.4750"
    assert [str(amount) for amount in result.taxes.values()] == ["38.48", "12.83"]
    assert str(result.total) == "364.80"
    assert str(result.rounding) == "-0.01"


def test_a_price_that_contains_its_tax() -> None:
    body = document(line("115.00", tax1=1))
    assert str(preview(body, taxes=INCLUDED).total) == "115.00"
    assert str(preview(body, taxes=INCLUDED).subtotal) == "100.00"
    assert str(preview(body, taxes=INCLUDED, rules=Rules(included_tax="added")).total) == "132.25"
    [doubt] = preview(body, taxes=INCLUDED).doubts
    assert doubt.option == "included_tax='added'"
    assert doubt.changes["total"] == Decimal("132.25")


def test_only_what_matters_is_in_doubt() -> None:
    assert preview(document(line(100, tax1=1)), taxes=TAXES).doubts == ()
    assert [each.option for each in preview(document(line(100, 2, discount=5))).doubts] == [
        "line_discount='unit'",
        "untyped_discount='percent'",
    ]
    assert [each.option for each in preview(document(*[line("0.125")] * 10)).doubts] == ["round_at='line'"]
    assert [each.option for each in preview(document(line("1.2345")), currency="KWD").doubts] == ["decimals=2"]


def test_currencies() -> None:
    assert str(preview(document(line("1.2345")), currency="kwd").total) == "1.235"
    assert str(preview(document(line("1.2345"), currency_code="JPY"), currency="KWD").total) == "1"
    assert str(preview(document(line("1.2345"))).total) == "1.23"
    assert preview(document(line("1.2345"))).currency == ""


def test_other_documents() -> None:
    estimate = EstimateInput(client_id=1, invoice_item=[line(100, tax1=1)], extra={"adjustment_value": "-0.50"})
    assert str(preview(estimate, taxes=TAXES).total) == "114.50"
    note = CreditNoteInput(
        client_id=1,
        invoice_item=[line(100)],
        invoice_payment=[
            InvoicePaymentInput(invoice_id=1, payment_method="cash", amount=30, status=PaymentStatus.COMPLETED),
            InvoicePaymentInput(invoice_id=1, payment_method="cash", amount=99, status=PaymentStatus.FAILED),
        ],
    )
    assert str(preview(note).paid) == "30.00"
    bought = PurchaseInvoiceInput(purchase_order_item=[PurchaseOrderItemInput(unit_price=7, quantity=3, tax1=Decimal(2))])
    assert str(preview(bought, taxes=TAXES).total) == "22.05"
    advance = AdvancePaymentInput(
        client_id=1,
        date=date(2026, 1, 31),
        invoice_item=[AdvancePaymentItemInput(unit_price=100, quantity=1)],
        payment=AdvancePaymentPaymentInput(payment_method="cash", amount=100),
    )
    assert preview(advance).payment_status is InvoicePaymentStatus.PAID
    assert preview(document()).total == 0


def test_a_tax_on_the_shipping_is_named() -> None:
    result = preview(document(line(1), shipping_amount=5, extra={"shipping_tax_id": 1}))
    assert result.not_counted == ("a tax on the shipping",)
    assert "not counted: a tax on the shipping" in str(result)


@pytest.mark.parametrize(
    ("body", "arguments", "argument", "text"),
    [
        (document(line(1.5)), {}, "invoice_item[0].unit_price", "float"),
        (document(line(1), line(1, 0.5)), {}, "invoice_item[1].quantity", "float"),
        (document(line(1), discount=5.0), {}, "discount", "float"),
        (document(line(1), payment=[PaymentInput(payment_method="x", amount=1.0)]), {}, "payment[0].amount", "float"),
        (document(line(1, tax1=15.0)), {}, "invoice_item[0].tax1", "float"),
        (document(line(1)), {"taxes": {1: 0.15}}, "taxes", "float"),
        (document(line("ten")), {}, "invoice_item[0].unit_price", "ten"),
        (document(line(UNSET)), {}, "invoice_item[0].unit_price", "missing"),
        (document(line(1, UNSET)), {}, "invoice_item[0].quantity", "missing"),
        (document(line(1, discount=5, discount_type=7)), {}, "invoice_item[0].discount_type", "7"),
        (document(line(1, tax1=Decimal("1.5"))), {}, "invoice_item[0].tax1", "not a rate"),
        (document(line(1), discount=5, discount_amount=3), {}, "discount_amount", "one of the two"),
        (document(line(1, tax1=1)), {}, "taxes", "taxes.list"),
        (document(line(1, tax2=9)), {"taxes": TAXES}, "taxes", "tax2 of line 0 is 9, which is not among them; .*known: 1, 2"),
        (document(line(1)), {"currency": "SR"}, "currency", "SR"),
        (
            CreditNoteInput(
                client_id=1,
                currency_code="SAR",
                invoice_payment=[InvoicePaymentInput(invoice_id=1, payment_method="x", amount=1, currency_code="USD")],
            ),
            {},
            "invoice_payment[0].currency_code",
            "USD was given",
        ),
        (ClientInput(), {}, "document", "ClientInput"),
        ({"Invoice": {}}, {}, "document", "dict"),
    ],
)
def test_what_is_refused(body, arguments, argument, text) -> None:
    with pytest.raises(ArgumentError, match=text) as error:
        preview(body, **arguments)
    assert error.value.argument == argument


CENTS = st.integers(-(10**6), 10**7).map(lambda number: Decimal(number).scaleb(-2))
SMALL = st.integers(0, 10**6).map(lambda number: Decimal(number).scaleb(-3))
SHARES = st.integers(0, 100_00).map(lambda number: Decimal(number).scaleb(-2))


@st.composite
def bodies(draw: st.DrawFn) -> InvoiceInput:
    lines = [
        line(
            draw(CENTS | SMALL),
            draw(SMALL),
            discount=draw(SHARES),
            discount_type=draw(st.sampled_from([PERCENT, AMOUNT, UNSET])),
            tax1=draw(st.sampled_from([0, 1, 2])),
            tax2=draw(st.sampled_from([None, 2])),
        )
        for _ in range(draw(st.integers(1, 6)))
    ]
    return document(
        *lines,
        currency_code=draw(st.sampled_from(["SAR", "KWD", "JPY"])),
        discount=draw(SHARES),
        shipping_amount=draw(CENTS | st.none()),
    )


@st.composite
def rules(draw: st.DrawFn) -> Rules:
    return Rules(
        line_discount=draw(st.sampled_from(["line", "unit"])),
        tax_base=draw(st.sampled_from(["before_discount", "after_discount"])),
        included_tax=draw(st.sampled_from(["contained", "added"])),
        round_at=draw(st.sampled_from(["document", "line"])),
    )


@settings(max_examples=40)
@given(body=bodies(), by=rules(), included=st.booleans())
def test_sums_add_up(body: InvoiceInput, by: Rules, included: bool) -> None:
    taxes = [structure(Tax, {"id": 1, "value": "15", "included": included}), structure(Tax, {"id": 2, "value": "5"})]
    with decimal.localcontext(traps=[decimal.FloatOperation]):
        result = preview(body, taxes=taxes, rules=by)
    assert len(amounts(result)) > 10
    with decimal.localcontext(prec=100):
        parts = result.subtotal - result.discount + result.tax + result.shipping + result.adjustment + result.rounding
        assert parts == result.total
        assert result.tax == sum(result.taxes.values())
        assert result.total - result.paid == result.unpaid
        unit = Decimal(1).scaleb(result.total.as_tuple().exponent)
        # Each of at most 6 sums is off by half a unit, the total by another half.
        assert abs(result.rounding) <= unit * Decimal("3.5")
        lines = sum((each.subtotal for each in result.lines), Decimal(0))
        half = Decimal("0.00005") * len(result.lines) if by.round_at == "document" else 0
        assert abs(lines - result.subtotal) <= half + (unit / 2 if half else 0)
        if by.round_at == "line":
            assert result.tax == sum((each.tax1 + each.tax2 for each in result.lines), Decimal(0))
            assert result.rounding == result.total - (parts - result.rounding)


@settings(max_examples=40)
@given(body=bodies())
def test_the_total_is_the_exact_sum_rounded_once(body: InvoiceInput) -> None:
    total = Fraction(0)
    for each in body.invoice_item:
        price = Fraction(each.unit_price) * Fraction(each.quantity)
        discount = Fraction(each.discount)
        price -= price * discount / 100 if each.discount_type is PERCENT else discount
        rate = sum({None: 0, 0: 0, 1: 15, 2: 5}[tax] for tax in (each.tax1, each.tax2))
        total += price * (1 - Fraction(body.discount) / 100 + Fraction(rate, 100))
    total += Fraction(body.shipping_amount or 0)
    result = preview(body, taxes=TAXES).total
    assert abs(Fraction(result) - total) <= Fraction(1, 2) * Fraction(10) ** result.as_tuple().exponent


async def test_the_sandbox_comes_to_the_same() -> None:
    """It shares no code with this, and rounds as it is described."""
    async with Sandbox("empty") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        client = (await daftra.clients.create(ClientInput(business_name="Acme"))).id
        ids = [(await daftra.taxes.create(TaxInput(name=f"{rate} %", value=rate))).id for rate in (15, 5)]
        taxed = [evolve(each, **{n: ids[getattr(each, n) - 1] for n in ("tax1", "tax2") if getattr(each, n)}) for each in LINES]
        odd = line("0.125", 3, tax1=ids[0], tax2=ids[1])
        bodies = {
            "invoices": document(*taxed, currency_code="SAR", discount=5, shipping_amount="12.345", deposit=7),
            "estimates": EstimateInput(client_id=client, invoice_item=[odd] * 3, discount_amount="0.11"),
        }
        bodies["invoices"] = evolve(
            bodies["invoices"], client_id=client, payment=[PaymentInput(payment_method="cash", amount="20.20")]
        )
        taxes = await daftra.taxes.list().collect()
        for name, body in bodies.items():
            resource = getattr(daftra, name)
            expected = preview(body, taxes=taxes)
            record = await resource.get((await resource.create(body)).id)
            assert verify(record, taxes=taxes).ok
            for field in ("subtotal", "discount", "total", "paid", "unpaid", "deposit"):
                assert getattr(record, f"summary_{field}") == getattr(expected, field), (name, field)
            assert record.payment_status == expected.payment_status
            for stored, shown in zip(record.invoice_item, expected.lines, strict=True):
                assert (stored.subtotal, stored.summary_tax1, stored.summary_tax2) == (shown.subtotal, shown.tax1, shown.tax2)
                assert stored.calculated_discount == shown.discount


def test_a_preview_can_be_compared_and_copied() -> None:
    first = preview(document(*LINES), taxes=TAXES)
    assert isinstance(first, Preview)
    assert first == preview(document(*LINES), taxes=TAXES)
