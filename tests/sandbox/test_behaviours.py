"""The switches, each over a real socket."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import DaftraClient
from daftra_async.money import currency_decimals
from daftra_async.sandbox import Behaviours
from daftra_async.sandbox.behaviours import options
from daftra_async.sandbox.currencies import unit_of
from daftra_async.sandbox.rate_limit import RateLimit

if TYPE_CHECKING:
    from tests.sandbox.conftest import Raw


def test_options() -> None:
    """The first of each is the default."""
    assert options()["over_limit"] == ("capped", "honoured", "refused")
    assert all(getattr(Behaviours(), name) == allowed[0] for name, allowed in options().items())
    assert "clock_offset" not in options()


def test_every_option_is_documented() -> None:
    rows = (Path(__file__).parents[2] / "docs" / "testing.md").read_text("utf-8").splitlines()
    for name, allowed in options().items():
        assert any(row.startswith(f"| `{name}` | {', '.join(f'`{value}`' for value in allowed)} |") for row in rows), name
    assert any(row.startswith("| `clock_offset` |") for row in rows)
    assert any(row.startswith("| `rate_limit` |") for row in rows)


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


@pytest.mark.parametrize(("path", "size"), [("/api2/clients", "limit"), ("/v2/api/entity/client/list/1", "per_page")])
@pytest.mark.parametrize(("value", "rows"), [("capped", 1000), ("honoured", 1001), ("refused", None)])
async def test_over_limit(demo: Raw, path: str, size: str, value: str, rows: int | None) -> None:
    demo.sandbox.account.behaviours = Behaviours(over_limit=value)
    answer = await demo.get(f"{path}?{size}=1001")
    if rows is None:
        assert answer.status == (400 if size == "limit" else 422)
        assert size in answer.json.get("validation_errors", answer.json.get("errors"))
    else:
        assert len(answer.json["data"]) == rows
    assert (await demo.get(f"{path}?{size}=1000")).status == 200


async def ids(raw: Raw, query: str) -> list[str]:
    rows = (await raw.get(f"/api2/invoices?limit=5&{query}")).json["data"]
    return [row["Invoice"]["id"] for row in rows]


async def test_filters(demo: Raw) -> None:
    usual = await ids(demo, "")
    assert await ids(demo, "currency_code=EGP") != usual
    of_client = await ids(demo, "client_id=15")
    demo.sandbox.account.behaviours = Behaviours(filters="ignored")
    assert await ids(demo, "currency_code=EGP&date_from=2025-01-01&custom_field=x") == usual
    assert await ids(demo, "client_id=15") == of_client
    assert await ids(demo, "sort=id&direction=asc") == ["1", "2", "3", "4", "5"]


async def test_sorts(demo: Raw) -> None:
    usual = await ids(demo, "")
    assert await ids(demo, "sort=id&direction=asc") == ["1", "2", "3", "4", "5"]
    demo.sandbox.account.behaviours = Behaviours(sorts="ignored")
    assert await ids(demo, "sort=id&direction=asc") == usual
    assert await ids(demo, "currency_code=EGP") != usual


FIELDS = {
    "list": [{"label": "Order", "value": "A-7", "custom_field_id": 12}],
    "map": {"0": {"label": "Order", "value": "A-7", "id": 12}},
}


@pytest.mark.parametrize("form", FIELDS)
@pytest.mark.parametrize(
    ("value", "found"),
    [("both", ["Order", "12"]), ("label", ["Order"]), ("id", ["12"]), ("ignored", ["Order", "12", "other"])],
)
async def test_custom_field_search(empty: Raw, form: str, value: str, found: list[str]) -> None:
    await account(empty, custom_field_search=value)
    first = await made(empty, "invoices", {**INVOICE, "InvoiceCustomField": FIELDS[form]})
    await made(empty, "invoices", INVOICE)
    for label in ("Order", "12", "other"):
        result = await ids(empty, f"custom_field=A-7&custom_field_label={label}")
        assert (str(first) in result) == (label in found)
        assert len(result) == (2 if value == "ignored" else label in found)


async def test_credit_note_wrapper(demo: Raw) -> None:
    for value in ("CreditNote", "Invoice"):
        demo.sandbox.account.behaviours = Behaviours(credit_note_wrapper=value)
        assert list((await demo.get("/api2/credit_notes?limit=1")).json["data"][0]) == [value]
        assert list((await demo.get("/api2/credit_notes/3")).json["data"]) == [value]


async def test_envelope(demo: Raw) -> None:
    """Lists in doubt only; the client reads either by its shape."""
    async with DaftraClient(base_url=demo.sandbox.url, api_key=demo.sandbox.api_key) as daftra:
        usual = await daftra.bookings.list(per_page=5)
        notes = await daftra.credit_notes.list(limit=5)
        demo.sandbox.account.behaviours = Behaviours(envelope="other")
        assert [row.id for row in await daftra.bookings.list(per_page=5)] == [row.id for row in usual]
        assert [row.id for row in await daftra.credit_notes.list(limit=5)] == [row.id for row in notes]
    assert "pagination" in (await demo.get("/v2/api/entity/attendance_log/list/1")).json
    assert "current_page" in (await demo.get("/api2/credit_notes")).json
    assert "pagination" in (await demo.get("/api2/invoices")).json


async def test_clock_offset(empty: Raw) -> None:
    empty.sandbox.account.behaviours = Behaviours(clock_offset=-86400)
    answer = await empty("POST", "/api2/clients", {"Client": {"business_name": "A"}})
    behind = time.time() - parsedate_to_datetime(answer.headers["Date"]).timestamp()
    stored = empty.sandbox.record("client", int(answer.json["id"]))
    assert stored is not None
    created = dt.datetime.fromisoformat(stored["created"])
    assert abs(behind - 86400) < 60
    assert abs((dt.datetime.now() - created).total_seconds() - 86400) < 60


async def test_rate_limit(empty: Raw) -> None:
    now = [1000.0]
    empty.sandbox.rate = RateLimit(lambda: now[0])
    empty.sandbox.account.behaviours = Behaviours(rate_limit=2)
    statuses: list[int] = []
    for moved in (0, 10, 5.5, 44.5, 0.1):
        now[0] += moved
        answer = await empty.get("/api2/clients")
        statuses.append(answer.status)
        if answer.status == 429:
            assert answer.json["code"] == 429
            assert answer.headers["Retry-After"] in {"45", "10"}
    assert statuses == [200, 200, 429, 200, 429]
