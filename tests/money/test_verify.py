from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async import Client, Invoice, InvoicePaymentStatus, PurchaseInvoice, Tax, structure
from daftra_async.errors import ArgumentError
from daftra_async.money import Rules, verify
from tests.money.documents import TAXES, amounts, invoice, payload


def fields(report) -> list[str]:
    return [difference.field for difference in report]


def test_a_right_invoice() -> None:
    report = verify(invoice(), taxes=TAXES)
    assert report.ok
    assert not report
    assert len(report) == 0
    assert report.checked == 15
    assert [each.field for each in report.unchecked] == ["summary_refund"]
    assert str(report) == "Invoice 7 (SAR): 15 fields agree\n  not checked: summary_refund: refunds are documents of their own"


@pytest.mark.parametrize(
    ("changes", "field", "expected"),
    [
        ({"line_0": {"subtotal": "271"}}, "invoice_item[0].subtotal", "270.0000"),
        ({"line_0": {"calculated_discount": "31"}}, "invoice_item[0].calculated_discount", "30.0000"),
        ({"line_0": {"summary_tax1": "40.51"}}, "invoice_item[0].summary_tax1", "40.5000"),
        ({"line_0": {"summary_tax2": "0"}}, "invoice_item[0].summary_tax2", "13.5000"),
        ({"line_1": {"summary_tax1": "9"}}, "invoice_item[1].summary_tax1", "0.0000"),
        ({"line_1": {"subtotal": "60.0001"}}, "invoice_item[1].subtotal", "60.0000"),
        ({"summary_subtotal": "329.99"}, "summary_subtotal", "330.00"),
        ({"summary_discount": "0"}, "summary_discount", "16.50"),
        ({"summary_total": "387.51"}, "summary_total", "387.50"),
        ({"summary_paid": "0"}, "summary_paid", "100.00"),
        ({"summary_unpaid": "387.50"}, "summary_unpaid", "287.50"),
        ({"summary_deposit": "0"}, "summary_deposit", "50.00"),
        ({"payment_status": "2"}, "payment_status", InvoicePaymentStatus.PARTIALLY_PAID),
        # What was entered is wrong, or what was computed of it: one difference, where the two part.
        ({"line_0": {"unit_price": "110"}}, "invoice_item[0].subtotal", "297.0000"),
        ({"line_0": {"quantity": "2"}}, "invoice_item[0].subtotal", "180.0000"),
        ({"line_0": {"discount": "20"}}, "invoice_item[0].subtotal", "240.0000"),
        ({"line_1": {"discount": "0"}}, "invoice_item[1].subtotal", "66.6600"),
        ({"line_0": {"tax1": "2"}}, "invoice_item[0].summary_tax1", "13.5000"),
        ({"discount": "6"}, "summary_discount", "19.80"),
        ({"discount_amount": "1"}, "summary_discount", "17.50"),
        ({"shipping_amount": "0"}, "summary_total", "367.50"),
        ({"adjustment_value": "-1.50"}, "summary_total", "386.00"),
        ({"payment_0": {"amount": "61"}}, "summary_paid", "101.00"),
        ({"payment_2": {"status": "1"}}, "summary_paid", "1099.00"),
        ({"deposit": "60"}, "summary_deposit", "60.00"),
        ({"draft": "1"}, "payment_status", InvoicePaymentStatus.DRAFT),
        ({"payment_1": {"currency_code": "USD"}}, "invoice_payment[1].currency_code", "SAR"),
    ],
)
def test_one_fault_is_one_difference(changes, field, expected) -> None:
    report = verify(invoice(**changes), taxes=TAXES)
    assert fields(report) == [field]
    [difference] = report
    assert str(difference.expected) == str(expected)
    assert difference.how
    assert report
    assert not report.ok


def test_two_faults_are_two_differences() -> None:
    report = verify(invoice(summary_subtotal="331", summary_total="400", line_1={"summary_tax2": "1"}), taxes=TAXES)
    assert fields(report) == ["invoice_item[1].summary_tax2", "summary_subtotal", "summary_total"]


def test_a_difference_says_how() -> None:
    report = verify(invoice(summary_total="387.51"), taxes=TAXES)
    assert str(report).splitlines()[:2] == [
        "Invoice 7 (SAR): 1 of 15 fields differ",
        "  summary_total: expected 387.50, found 387.51 (330.00 - 16.50 + taxes 54.00 + shipping 20.00)",
    ]
    assert "unpaid" not in str(report)
    status = verify(invoice(payment_status="0"), taxes=TAXES)
    assert "payment_status: expected PARTIALLY_PAID, found UNPAID (100.00 of 387.50 paid)" in str(status)


def test_a_lost_line_is_seen_in_what_it_added() -> None:
    body = payload()
    del body["InvoiceItem"][0]
    assert fields(verify(structure(Invoice, body), taxes=TAXES)) == ["summary_subtotal", "summary_total"]


def test_taxes_are_taken_as_they_are_when_their_rates_are_not_known() -> None:
    report = verify(invoice())
    assert report.ok
    assert "invoice_item[0].summary_tax1" in {each.field for each in report.unchecked}
    assert "the rate of tax 1 is not known" in str(report)
    assert fields(verify(invoice(summary_total="387.51"))) == ["summary_total"]
    some = verify(invoice(), taxes={1: 15})
    assert [each.field for each in some.unchecked] == ["invoice_item[0].summary_tax2", "summary_refund"]


@pytest.mark.parametrize(("total", "ok"), [("0.00", True), ("0.01", True), ("0.02", False)])
def test_a_total_of_rounded_taxes_may_be_off_by_their_rounding(total, ok) -> None:
    # 0.0048 and a tax between 0.00015 and 0.00025 are a little less or a little more than half a cent.
    line = {"unit_price": "0.0048", "quantity": "1", "subtotal": "0.0048", "calculated_discount": "0"}
    line |= {"tax1": "1", "summary_tax1": "0.0002", "summary_tax2": "0"}
    sums = {"summary_subtotal": "0", "summary_discount": "0", "summary_paid": "0", "discount": "0", "shipping_amount": "0"}
    rest = {"InvoicePayment": [], "payment_status": None, "summary_total": total, "summary_unpaid": total}
    report = verify(invoice(InvoiceItem=[line], **sums, **rest))
    assert fields(report) == ([] if ok else ["summary_total"])


def test_records_of_taxes() -> None:
    records = [structure(Tax, {"id": 1, "value": "15"}), structure(Tax, {"id": "2", "value": "5"}), structure(Tax, {"id": 3})]
    assert verify(invoice(), taxes=records).ok
    assert verify(invoice(), taxes=iter(records)).ok
    assert verify(invoice(), taxes={1: records[0], 2: "5"}).ok


def test_a_price_that_contains_its_tax() -> None:
    included = structure(Tax, {"id": 1, "value": "15", "included": "1"})
    line = {"unit_price": "115", "quantity": "1", "tax1": "1", "subtotal": "100", "summary_tax1": "15", "summary_tax2": "0"}
    changes = {"InvoiceItem": [line | {"calculated_discount": "0"}], "discount": "0", "shipping_amount": "0", "payment_status": 1}
    changes |= {"summary_subtotal": "100", "summary_discount": "0", "summary_total": "115", "summary_unpaid": "15"}
    right = invoice(**changes)
    assert verify(right, taxes=[included]).ok
    assert verify(right).ok  # the subtotal says that the price contained the tax
    twice = verify(right, taxes=[included], rules=Rules(included_tax="added"))
    assert "included_tax='contained'" in twice.explained_by
    wrong = verify(invoice(**changes, line_0={"subtotal": "101"}), taxes=[included])
    assert "(1.00 x 115.00 - 0.00) / 1.15" in str(wrong)


def test_other_rules_that_explain_all() -> None:
    # A discount of 6.66 for each of 2 units.
    line = {"calculated_discount": "13.32", "subtotal": "53.34"}
    sums = {"summary_subtotal": "323.34", "summary_discount": "16.17", "summary_total": "381.17", "summary_unpaid": "281.17"}
    report = verify(invoice(line_1=line, **sums), taxes=TAXES)
    assert report.explained_by == ("line_discount='unit'",)
    assert "would agree with Rules(line_discount='unit')" in str(report)
    assert verify(invoice(line_1=line, **sums), taxes=TAXES, rules=Rules(line_discount="unit")).ok


@pytest.mark.parametrize(
    ("rules", "changes"),
    [
        (
            Rules(tax_base="after_discount"),
            {
                "line_0": {"summary_tax1": "38.475", "summary_tax2": "12.825"},
                "summary_total": "384.80",
                "summary_unpaid": "284.80",
            },
        ),
        (Rules(deposit="percent"), {"summary_deposit": "193.75"}),
        (
            Rules(paid_deposit="payment"),
            {"deposit_type": "2", "summary_paid": "150.00", "summary_unpaid": "237.50"},
        ),
        (Rules(untyped_discount="percent"), {"line_0": {"discount_type": None}}),
        (Rules(round_at="line"), {}),
        (Rules(decimals=2), {"currency_code": "KWD", "payment_0": {"currency_code": ""}, "payment_2": {"currency_code": ""}}),
    ],
)
def test_each_rule(rules, changes) -> None:
    assert verify(invoice(**changes), taxes=TAXES, rules=rules).ok
    other = verify(invoice(**changes), taxes=TAXES)
    assert other.ok is (rules in {Rules(round_at="line"), Rules(decimals=2)})  # which differ for other numbers only


def test_rounding_per_line() -> None:
    # 10 lines of 0.125 are 1.25 together, and 1.30 when each is rounded first.
    line = {"unit_price": "0.125", "quantity": "1", "calculated_discount": "0", "summary_tax1": "0", "summary_tax2": "0"}
    changes = {"discount": 0, "shipping_amount": 0, "summary_discount": 0, "deposit": None}
    by_line = invoice(
        InvoiceItem=[{**line, "subtotal": "0.13"}] * 10,
        **changes,
        summary_subtotal="1.30",
        summary_total="1.30",
        summary_unpaid="-98.70",
        payment_status=4,
    )
    assert verify(by_line, taxes=TAXES, rules=Rules(round_at="line")).ok
    assert verify(by_line, taxes=TAXES).explained_by == ("round_at='line'",)


def test_decimals_of_the_currency() -> None:
    line = {"unit_price": "1.2345", "quantity": "1", "calculated_discount": "0", "subtotal": "1.2345", "summary_tax1": "0"}
    changes = {"discount": 0, "shipping_amount": 0, "summary_discount": 0, "InvoicePayment": [], "summary_paid": "0"}
    changes |= {"InvoiceItem": [line | {"summary_tax2": "0"}], "payment_status": 0}
    three = {"summary_subtotal": "1.235", "summary_total": "1.235", "summary_unpaid": "1.235"}
    assert verify(invoice(currency_code="KWD", **changes, **three)).ok
    assert not verify(invoice(currency_code="SAR", **changes, **three)).ok
    two = {"summary_subtotal": "1.23", "summary_total": "1.23", "summary_unpaid": "1.23"}
    assert verify(invoice(currency_code="KWD", **changes, **two)).explained_by == ("decimals=2",)


def test_what_a_list_leaves_out_is_not_checked() -> None:
    report = verify(invoice(InvoiceItem=..., InvoicePayment=...), taxes=TAXES)
    assert report.ok
    assert {each.field for each in report.unchecked} == {
        "summary_subtotal",
        "summary_total",
        "summary_paid",
        "summary_refund",
    }
    assert "read it with get()" in str(report)
    # The rest still has to fit.
    assert fields(verify(invoice(InvoiceItem=..., InvoicePayment=..., summary_unpaid="0"))) == ["summary_unpaid"]
    assert fields(verify(invoice(InvoiceItem=..., InvoicePayment=..., summary_discount="17"))) == ["summary_discount"]
    # The discount is a share of the subtotal before it was rounded, which may have been 329.995.
    assert verify(invoice(InvoiceItem=..., discount="50", summary_discount="165.00")).ok


@pytest.mark.parametrize(
    ("changes", "unchecked"),
    [
        ({"line_0": {"unit_price": None}}, {"invoice_item[0]", "summary_subtotal", "summary_total"}),
        ({"line_0": {"quantity": "three"}}, {"invoice_item[0]", "summary_subtotal", "summary_total"}),
        ({"line_0": {"discount_type": "9"}}, {"invoice_item[0]", "summary_subtotal", "summary_total"}),
        ({"line_0": {"subtotal": "many"}}, {"invoice_item[0].subtotal"}),
        ({"line_0": {"subtotal": None}}, {"invoice_item[0].subtotal"}),
        ({"summary_total": "1e999999"}, {"summary_total"}),
        ({"discount": "a bit"}, {"summary_discount", "summary_total"}),
        ({"shipping_tax_id": "1"}, {"summary_total"}),
        ({"payment_0": {"status": None}}, {"summary_paid"}),
        ({"payment_0": {"amount": "x"}}, {"summary_paid"}),
        ({"deposit": None}, {"summary_deposit"}),
        ({"summary_refund": "5"}, {"summary_unpaid"}),
        ({"payment_status": "3"}, {"payment_status"}),
        ({"payment_status": None}, {"payment_status"}),
        ({"payment_status": []}, {"payment_status"}),
        ({"line_0": {"tax1": 9}}, {"invoice_item[0].summary_tax1"}),
        ({"line_0": {"quantity": "1e400"}}, {"invoice_item[0]", "summary_subtotal", "summary_total"}),
    ],
)
def test_what_the_record_does_not_tell_is_not_guessed(changes, unchecked) -> None:
    report = verify(invoice(**changes), taxes=TAXES)
    assert report.ok, str(report)
    assert {each.field for each in report.unchecked} == {*unchecked, "summary_refund"}
    assert all(each.reason for each in report.unchecked)


def test_taxes_after_the_discount_need_all_lines() -> None:
    report = verify(invoice(line_1={"quantity": None}), taxes=TAXES, rules=Rules(tax_base="after_discount"))
    assert report.ok
    assert {"invoice_item[0]", "invoice_item[1]"} <= {each.field for each in report.unchecked}


def test_a_rate_in_place_of_a_tax_id_is_named() -> None:
    # Purchase lines hold the ids of their taxes as decimals.
    lines = [{"unit_price": "1", "quantity": "1", "tax1": "1.5", "subtotal": "1"}]
    [unchecked, _] = verify(structure(PurchaseInvoice, {"PurchaseOrderItem": lines}), taxes=TAXES).unchecked
    assert str(unchecked) == "purchase_order_item[0]: tax1 1.5 is not the id of a tax"


def test_purchases_have_lines_only() -> None:
    lines = payload()["InvoiceItem"]
    bought = structure(PurchaseInvoice, {"id": 4, "currency_code": "SAR", "PurchaseOrderItem": lines})
    report = verify(bought, taxes=TAXES)
    assert report.ok
    assert report.checked == 8
    assert str(report.unchecked[0]) == "summary_total: the record has no sums of its own"
    lines[0]["summary_tax1"] = "1"
    own_taxes = [{"id": 31, "tax_id": 1, "value": "15"}, {"id": 32, "tax_id": 2, "value": "5"}]
    wrong = structure(PurchaseInvoice, {"id": 4, "PurchaseOrderItem": lines, "PurchaseOrderTax": own_taxes})
    assert fields(verify(wrong)) == ["purchase_order_item[0].summary_tax1"]


@pytest.mark.parametrize(
    ("arguments", "argument"),
    [
        ({"document": structure(Client, {"id": 1})}, "document"),
        ({"document": {"summary_total": 1}}, "document"),
        ({"document": invoice(), "taxes": [15]}, "taxes"),
        ({"document": invoice(), "taxes": 15}, "taxes"),
        ({"document": invoice(), "taxes": {1: 15.0}}, "taxes"),
    ],
)
def test_bad_arguments(arguments, argument) -> None:
    with pytest.raises(ArgumentError) as error:
        verify(**arguments)
    assert error.value.argument == argument


def test_rules_know_their_values() -> None:
    with pytest.raises(ArgumentError, match="'line' or 'unit'"):
        Rules(line_discount="product")
    with pytest.raises(ArgumentError):
        Rules(decimals=-1)


def test_no_personal_data_in_a_report() -> None:
    report = verify(invoice(client_email="someone@example.com", summary_total="1"), taxes=TAXES)
    assert "someone" not in f"{report} {report!r}"


def test_amounts_are_decimals() -> None:
    report = verify(invoice(summary_total="1", line_0={"subtotal": "2"}), taxes=TAXES)
    assert amounts(report) == [Decimal(270), Decimal(2), Decimal("387.50"), Decimal(1)]


ODD = st.sampled_from([None, "", "x", "1e999999", "NaN", -5, "0.1", "-100", True, 1.5, [], {}, ["1"], {"a": 1}, 10**30, "٣"])


@settings(max_examples=60)
@given(data=st.data())
def test_no_record_is_too_odd(data) -> None:
    body = payload()
    for holder in (body, *body["InvoiceItem"], *body["InvoicePayment"]):
        for name in data.draw(st.lists(st.sampled_from(sorted(holder)), max_size=3)):
            holder[name] = data.draw(ODD)
    rules = Rules(
        tax_base=data.draw(st.sampled_from(["before_discount", "after_discount"])),
        deposit=data.draw(st.sampled_from(["amount", "percent"])),
        paid_deposit=data.draw(st.sampled_from(["separate", "payment"])),
    )
    report = verify(structure(Invoice, body), taxes=data.draw(st.sampled_from([None, TAXES])), rules=rules)
    amounts(report)
    assert str(report)
