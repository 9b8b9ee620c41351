"""The switches, each over a real socket."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.money import currency_decimals
from daftra_async.sandbox import Behaviours
from daftra_async.sandbox.behaviours import options
from daftra_async.sandbox.currencies import unit_of

if TYPE_CHECKING:
    from tests.sandbox.conftest import Raw


def test_options() -> None:
    """The first of each is the default."""
    assert options()["over_limit"] == ("capped", "honoured", "refused")
    assert all(getattr(Behaviours(), name) == allowed[0] for name, allowed in options().items())
    assert "clock_offset" not in options()


def test_every_option_can_be_written() -> None:
    for name, allowed in options().items():
        for value in allowed:
            assert getattr(Behaviours.parse([f"{name}={value}"]), name) == value
    assert Behaviours.parse(["clock_offset=-90", " rate_limit = 60"]) == Behaviours(clock_offset=-90.0, rate_limit=60)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("discuont=unit", "unknown behaviour 'discuont'; did you mean discount"),
        ("discount=per_unit", "behaviour discount: 'per_unit' was given; expected line or unit"),
        ("discount", "behaviour discount: '' was given; expected line or unit"),
        ("clock_offset=soon", "behaviour clock_offset: 'soon' was given; expected a number"),
        ("clock_offset=nan", "behaviour clock_offset: nan was given; expected seconds"),
        ("rate_limit=-1", "behaviour rate_limit: -1 was given; expected a whole number from 0"),
    ],
)
def test_bad_switches(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Behaviours.parse([text])


LINE = {"item": "Tea", "unit_price": 10, "quantity": 2}
INVOICE = {"Invoice": {"client_id": 1, "notes": "keep", "date": "2026-05-01"}, "InvoiceItem": [LINE]}


async def account(raw: Raw, **switches: Any) -> None:
    """Set the switches, and make a client and two taxes: 1 of 15 %, 2 of 15 % that prices contain."""
    raw.sandbox.account.behaviours = Behaviours(**switches)
    await made(raw, "clients", {"Client": {"business_name": "Nile", "email": "a@example.com", "client_number": "C-1"}})
    await made(raw, "taxes", {"Tax": {"name": "VAT", "value": 15, "included": 0}})
    await made(raw, "taxes", {"Tax": {"name": "VAT inside", "value": 15, "included": 1}})


async def made(raw: Raw, resource: str, body: Any) -> int:
    answer = await raw("POST", f"/api2/{resource}", body)
    assert answer.status == 202, answer.text
    return int(answer.json["id"])


def reasons(answer: Any) -> Any:
    assert answer.status == 400, answer.text
    return answer.json["validation_errors"]


def sums(raw: Raw, identity: int) -> list[str]:
    stored = raw.sandbox.record("invoice", identity)
    assert stored is not None
    return [str(stored[f"summary_{name}"]) for name in ("subtotal", "total", "paid")]


async def test_unknown_tax(empty: Raw) -> None:
    body = {**INVOICE, "InvoiceItem": [LINE, {**LINE, "tax1": 99}]}
    await account(empty)
    assert reasons(await empty("POST", "/api2/invoices", body)) == {"InvoiceItem.1.tax1": "Tax not found or inactive"}
    empty.sandbox.account.behaviours = Behaviours(unknown_tax="ignored")
    assert sums(empty, await made(empty, "invoices", body))[1] == "40.00"


async def test_unknown_client(empty: Raw) -> None:
    body = {**INVOICE, "Invoice": {"client_id": 99}}
    assert reasons(await empty("POST", "/api2/invoices", body)) == {"client_id": "Client not found"}
    empty.sandbox.account.behaviours = Behaviours(unknown_client="accepted")
    await made(empty, "invoices", body)


@pytest.mark.parametrize(("resource", "key", "field"), [("clients", "Client", "email"), ("products", "Product", "product_code")])
async def test_duplicates(empty: Raw, resource: str, key: str, field: str) -> None:
    body = {key: {"name": "A", "business_name": "A", field: "x@example.com"}}
    first = await made(empty, resource, body)
    path = f"/api2/{resource}"
    assert reasons(await empty("POST", path, body)) == {field: "This value already exists"}
    other = await made(empty, resource, {key: {"name": "B", "business_name": "B"}})
    assert reasons(await empty("PUT", f"{path}/{other}", body)) == {field: "This value already exists"}
    assert (await empty("PUT", f"{path}/{first}", body)).status == 200  # its own
    empty.sandbox.account.behaviours = Behaviours(duplicates="accepted")
    await made(empty, resource, body)


async def test_one_of_two_concurrent_creates_is_refused(empty: Raw) -> None:
    body = {"Client": {"business_name": "A", "client_number": "C-7"}}
    both = await asyncio.gather(*(empty("POST", "/api2/clients", body) for _ in range(2)))
    assert sorted(answer.status for answer in both) == [202, 400]


@pytest.mark.parametrize(("value", "sums_of"), [("contained", ["20.00", "23.00"]), ("added", ["23.00", "26.45"])])
async def test_included_tax(empty: Raw, value: str, sums_of: list[str]) -> None:
    await account(empty, included_tax=value)
    identity = await made(empty, "invoices", {**INVOICE, "InvoiceItem": [{**LINE, "unit_price": "11.50", "tax1": 2}]})
    assert sums(empty, identity)[:2] == sums_of


async def test_contained_taxes_are_not_rounded_before_the_total(empty: Raw) -> None:
    """Three lines of a price without end come to what they cost together."""
    await account(empty)
    identity = await made(empty, "invoices", {**INVOICE, "InvoiceItem": [{**LINE, "unit_price": "3.33", "tax1": 2}] * 3})
    assert sums(empty, identity)[:2] == ["17.37", "19.98"]


@pytest.mark.parametrize(("value", "total"), [("line", "19.00"), ("unit", "18.00")])
async def test_discount(empty: Raw, value: str, total: str) -> None:
    await account(empty, discount=value)
    identity = await made(empty, "invoices", {**INVOICE, "InvoiceItem": [{**LINE, "discount": 1, "discount_type": 2}]})
    assert sums(empty, identity)[1] == total


async def test_amounts_have_the_decimals_of_their_currency(empty: Raw) -> None:
    await account(empty)
    for currency, total in (("KWD", "20.247"), ("SAR", "20.25"), ("JPY", "20")):
        header = {**INVOICE["Invoice"], "currency_code": currency}
        identity = await made(empty, "invoices", {"Invoice": header, "InvoiceItem": [{**LINE, "unit_price": "10.1235"}]})
        assert sums(empty, identity)[1] == total
    for currency in ("KWD", "BHD", "OMR", "JOD", "TND", "IQD", "JPY", "CLF", "SAR", "EGP"):
        assert -unit_of(currency).as_tuple().exponent == currency_decimals(currency)


@pytest.mark.parametrize("value", ["replaces", "merges"])
async def test_partial_update(empty: Raw, value: str) -> None:
    await account(empty, partial_update=value)
    identity = await made(empty, "invoices", INVOICE)
    before = empty.sandbox.record("invoice", identity)
    header = {"po_number": "P-1"} if value == "merges" else {"po_number": "P-1", "client_id": 1}
    assert (await empty("PUT", f"/api2/invoices/{identity}", {"Invoice": header})).status == 200
    after = empty.sandbox.record("invoice", identity)
    assert before is not None
    assert after is not None
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} - {"modified"}
    lost = {"notes", "date", "no", "InvoiceItem", "summary_subtotal", "summary_total", "summary_unpaid"}
    assert changed >= {"po_number", *lost} if value == "replaces" else changed == {"po_number"}


async def test_a_partial_update_of_the_second_version(empty: Raw) -> None:
    empty.sandbox.account.behaviours = Behaviours(partial_update="merges")
    answer = await empty("POST", "/v2/api/entity/asset_type", {"name": "Nile", "description": "Tea"})
    identity = answer.json["id"]
    assert (await empty("PUT", f"/v2/api/entity/asset_type/{identity}", {"description": "Coffee"})).status == 200
    stored = empty.sandbox.record("asset_type", identity)
    assert stored is not None
    assert (stored["name"], stored["description"]) == ("Nile", "Coffee")


@pytest.mark.parametrize(("value", "paid"), [("added", "8.00"), ("replaced", "3.00"), ("ignored", "5.00")])
async def test_payments_in_update(empty: Raw, value: str, paid: str) -> None:
    await account(empty, payments_in_update=value)
    identity = await made(empty, "invoices", {**INVOICE, "Payment": [{"payment_method": "cash", "amount": 5}]})
    body = {**INVOICE, "Payment": [{"payment_method": "cash", "amount": 3}]}
    assert (await empty("PUT", f"/api2/invoices/{identity}", body)).status == 200
    assert sums(empty, identity)[2] == paid


@pytest.mark.parametrize(("value", "digits", "words"), [("both", 202, 202), ("digits", 202, 400), ("words", 400, 202)])
async def test_booleans(empty: Raw, value: str, digits: int, words: int) -> None:
    empty.sandbox.account.behaviours = Behaviours(booleans=value)
    for status, spellings in ((digits, (1, 0, "1", "0")), (words, (True, False, "true", "false"))):
        for sent in spellings:
            answer = await empty("POST", "/api2/clients", {"Client": {"business_name": "A", "is_offline": sent}})
            assert answer.status == status, (sent, answer.text)


async def test_decimal_text(empty: Raw) -> None:
    body = {"Product": {"name": "Tea", "unit_price": "12.3400"}}
    await made(empty, "products", body)
    empty.sandbox.account.behaviours = Behaviours(decimal_text="refused")
    assert reasons(await empty("POST", "/api2/products", body)) == {"unit_price": "Must be a number"}
    await made(empty, "products", {"Product": {"name": "Tea", "unit_price": 12.34}})
