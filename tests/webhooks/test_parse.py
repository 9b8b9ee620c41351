"""Deliveries to events: shapes that are seen, shapes that are not, and anything at all."""

import datetime as dt
import json
import random
from itertools import islice
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async import Client, Entity, Invoice, Product, RefundReceipt, Supplier, Tax
from daftra_async.sandbox.codec import dumps
from daftra_async.sandbox.rendering import v2_record
from daftra_async.webhooks import UnknownEvent, WebhookEvent, parse
from daftra_async.webhooks.names import ENTITIES, EVENTS
from daftra_async.webhooks.signatures import shapes

CLASSES = {
    "invoice": Invoice,
    "client": Client,
    "supplier": Supplier,
    "product": Product,
    "tax": Tax,
    "refund_receipt": RefundReceipt,
}
TAX = {"id": 7, "tax_id": 7, "name": "VAT", "value": 15, "included": 0}
NEW = {"created": "2026-01-01 10:00:00", "modified": "2026-01-01 10:00:00"}
SUPPLIER = {"id": "12", "supplier_number": "5", "business_name": "x", "first_name": "y", "phone1": "0", "bn1": "", **NEW}


@pytest.fixture(scope="module")
def account(demo_account_file):
    found = demo_account_file.open()
    yield found
    found.store.close()


def records(account, entity, level, most=None):
    return [v2_record(account, entity, record, level) for record in islice(account.store.all(entity), most)]


@pytest.mark.parametrize("level", [1, 4])
@pytest.mark.parametrize("entity", CLASSES)
def test_every_record_of_the_demo_account_is_its_own_entity(account, entity, level):
    found = records(account, entity, level, 300 if level == 4 else None)
    assert len(found) >= 4
    advance = 0
    for sent in found:
        event = parse({}, dumps(sent))
        if entity == "invoice" and sent["type"] == 19:  # advance payments lie among the invoices
            advance += 1
            assert event.entity == "advance_payment"
            continue
        assert type(event.record) is CLASSES[entity], event
        assert (event.id, event.deleted) == (sent["id"], False)
        assert event.record.id == sent["id"]
        assert event.confidence > 0.2
    assert advance < len(found) / 10


@pytest.mark.parametrize(("entity", "least"), [("client", 0.95), ("supplier", 0.95), ("product", 0.95), ("tax", 0.7)])
def test_half_of_the_keys_are_enough_mostly(account, entity, least):
    dice = random.Random(5)
    found = records(account, entity, 1, 200) * 2
    right = [parse({}, {k: v for k, v in sent.items() if k == "id" or dice.random() < 0.5}).entity == entity for sent in found]
    assert sum(right) / len(right) >= least


@pytest.mark.parametrize(
    ("kind", "entity"), [(0, "invoice"), ("6", "refund_receipt"), (5, "credit_note"), (19, "advance_payment"), (2, "invoice")]
)
def test_the_type_tells_sales_documents_apart(account, kind, entity):
    sent = {**records(account, "invoice", 1, 1)[0], "type": kind}
    assert parse({}, sent).entity == entity
    assert parse({}, {"Invoice": sent}).entity == entity


def test_sales_documents_without_a_type(account):
    invoice, refund = (records(account, entity, 1, 1)[0] for entity in ("invoice", "refund_receipt"))
    for sent in (invoice, refund):
        del sent["type"]
    assert parse({}, invoice).entity == "invoice"
    event = parse({}, refund)  # the same keys as an estimate, of which no event is documented
    assert (event.entity, event.confidence) == ("refund_receipt", 0)
    assert {candidate.entity for candidate in event.candidates} >= {"refund_receipt", "estimate", "credit_note"}


@pytest.mark.parametrize(
    "entity", ["branch", "contract", "payslip", "expense", "site", "customer", "sales_order", "asset_location", "purchase_order"]
)
def test_what_no_event_is_about_is_not_taken_for_something_else(account, entity):
    for sent in records(account, entity, 1, 50):
        assert parse({}, dumps(sent)).entity in {None, entity}


def test_documented_entities_are_known():
    assert ENTITIES - {"item_group"} <= shapes().by_entity.keys()


@pytest.mark.parametrize(
    "body",
    [
        {"Supplier": SUPPLIER},
        {"supplier": SUPPLIER},
        {"data": SUPPLIER},
        {"code": 200, "result": "successful", "data": {"Supplier": SUPPLIER}},
        {"event": "Supplier created", "data": SUPPLIER},
        [SUPPLIER],
    ],
)
def test_envelopes(body):
    event = parse({"x-site-id": "9"}, json.dumps(body))
    assert isinstance(event.record, Supplier)
    assert (event.entity, event.id, event.action, event.tenant, event.resource) == ("supplier", 12, "created", "9", "suppliers")
    assert event.payload == (body[0] if isinstance(body, list) else body)


def test_relations_beside_and_in_a_wrapped_record():
    line = {"id": 1, "item": "Work", "quantity": "2", "unit_price": "12.50"}
    beside = parse({}, {"Invoice": {"id": "5", "no": "1"}, "InvoiceItem": [line], "Client": {"id": "3"}})
    inside = parse({}, {"Invoice": {"id": "5", "no": "1", "InvoiceItem": [line], "Client": {"id": "3"}}})
    assert isinstance(beside.record, Invoice)
    assert beside.record == inside.record
    assert beside.record.client.id == 3
    assert beside.confidence == 1


def test_item_groups_are_read_as_entities():
    event = parse({}, {"ItemGroup": {"id": 4, "name": "Shirts"}})
    assert isinstance(event.record, Entity)
    assert (event.entity, event.id, event.resource) == ("item_group", 4, None)
    named = parse({}, {"event": "item_group.deleted", "data": {"id": 4, "name": "Shirts"}})
    assert (named.entity, named.action, named.deleted, named.name) == ("item_group", "deleted", True, "item group deleted")


@pytest.mark.parametrize("name", ["Reset Account", "App Status Change", "app_status_change"])
def test_events_about_no_record(name):
    event = parse({"X-Site-Id": "1"}, {"event": name, "status": "on"})
    assert isinstance(event, UnknownEvent)
    assert event.name in EVENTS
    assert event.name in event.reason
    assert (event.tenant, event.record, event.payload["status"]) == ("1", None, "on")


@pytest.mark.parametrize(
    ("more", "action"),
    [
        (NEW, "created"),
        ({**NEW, "modified": "2026-01-02 10:00:00"}, "updated"),
        ({}, None),
        ({**NEW, "deleted_at": "2026-01-02 10:00:00"}, "deleted"),
        ({**NEW, "deleted_at": True}, "deleted"),
        ({**NEW, "deleted_at": None}, "created"),
        ({**NEW, "deleted_at": "0000-00-00 00:00:00"}, "created"),
        ({**NEW, "deleted_at": ""}, "created"),
        ({**NEW, "deleted_at": "0"}, "created"),
        ({"created": "0000-00-00", "modified": "0000-00-00"}, None),
    ],
)
def test_actions(more, action):
    event = parse(None, {**TAX, **more})
    assert (event.entity, event.action, event.deleted) == ("tax", action, action == "deleted")


@pytest.mark.parametrize(
    ("headers", "body", "tenant"),
    [
        ({"X-Site-Id": " 47 "}, {}, "47"),
        ({"x-site-id": "47"}, {"site_id": 47}, "47"),
        ([(b"x-site-id", b"47")], {}, "47"),
        ({}, {"site_id": 47}, "47"),
        ({}, {"site_id": "0"}, None),
        ({"X-Site-Id": "a b"}, {}, None),
        ({}, {"site_id": True}, None),
        ({}, {"site_id": 10**5000}, None),
        (5, {}, None),
    ],
)
def test_tenants(headers, body, tenant):
    event = parse(headers, {**TAX, **body})
    assert (event.entity, event.tenant) == ("tax", tenant)


def test_two_tenants_are_none_to_believe():
    event = parse({"X-Site-Id": "1"}, {**TAX, "site_id": 2})
    assert isinstance(event, UnknownEvent)
    assert "tenants" in event.reason
    assert event.tenant == "1"


def test_forms():
    flat = parse({}, urlencode({**TAX, "name": "ضريبة"}))
    assert isinstance(flat.record, Tax)
    assert (flat.record.name, flat.record.value, flat.id) == ("ضريبة", 15, 7)
    assert parse({}, urlencode({"payload": json.dumps(TAX)}).encode()).record == parse({}, TAX).record
    php = parse({}, "Invoice[id]=5&Invoice[no]=0001&InvoiceItem[0][item]=Work&InvoiceItem[1][item]=More&Invoice[tags][]=a")
    assert isinstance(php.record, Invoice)
    assert [line.item for line in php.record.invoice_item] == ["Work", "More"]
    assert php.record.extra["tags"] == ["a"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        ("<html>Login</html>", "HTML"),
        (b"{", "neither"),
        (b"\xff\xfe\x00", "neither"),
        (b"null", "NoneType"),
        (b"12", "int"),
        (b'"x"', "str"),
        ([], "list"),
        (b"[]", "list of 0"),
        (b"[1]", "list of 1"),
        (json.dumps([TAX, TAX]), "list of 2"),
        ("payload=x", "payload holds no JSON"),
        (b"{}", "no record"),
        ({"status": "on"}, "alike"),
        ({"id": 1}, "alike"),
        ({"id": 1, "name": "x", **NEW}, "alike"),
        ({"foo": 1}, "no record"),
        ({"required_terms_file": 0}, "alike"),
        ({"Invoice": None}, ""),
        (b"[" * 100_000, "neither"),
        (b'{"id":' * 900 + b"1" + b"}" * 900, ""),
        (b"a=" + b"&a=" * 10_000, "neither"),
        ("a[" * 50 + "=1", ""),
    ],
)
def test_unknown_shapes_come_through(body, reason):
    event = parse({"X-Site-Id": "3"}, body)
    assert isinstance(event, UnknownEvent)
    assert isinstance(event, WebhookEvent)
    assert reason in event.reason
    assert (event.entity, event.record, event.tenant) == (None, None, "3")
    assert event.payload is not None or body == b"null"


def test_reasons_and_reprs_quote_no_body():
    secret = "s3cret-value"
    for body in (
        f"payload={secret}",
        f'"{secret}"',
        f"<p>{secret}",
        json.dumps({secret: secret}),
        json.dumps({**SUPPLIER, "email": secret}),
    ):
        event = parse({}, body)
        assert secret not in repr(event)
        assert secret not in event.key


def test_keys():
    def key(headers=None, **more):
        return parse(headers or {"X-Site-Id": "1"}, {**TAX, **NEW, **more}).key

    assert key() == key()
    assert key() == parse({"X-Site-Id": "1"}, json.dumps(dict(reversed({**TAX, **NEW}.items())))).key
    assert key().startswith("1/tax/7/2026-01-01T10:00:00/")
    others = {key(), key(name="other"), key(id=8), key({"X-Site-Id": "2"}), key(deleted_at="2026-01-01 10:00:00")}
    assert len(others) == 5
    assert parse({}, b"{").key != parse({}, b"[").key
    assert len(key(id="9" * 5000)) < 100


def test_times():
    before = dt.datetime.now(dt.UTC)
    assert before <= parse({}, TAX).received_at <= dt.datetime.now(dt.UTC)
    assert parse({}, TAX, received_at=before).received_at is before


KEYS = st.sampled_from(
    [
        "id",
        "Invoice",
        "Client",
        "ItemGroup",
        "data",
        "payload",
        "event",
        "created",
        "modified",
        "deleted_at",
        "site_id",
        "type",
        "tax_id",
    ]
)
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["invoice created", "0000-00-00", "5"])
)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(), inner, max_size=6))


@given(VALUES)
def test_any_json_is_an_event(value):
    for body in (value, json.dumps(value), {"Invoice": value}, {"event": "invoice created", "data": value}):
        event = parse({"X-Site-Id": "1"}, body)
        assert isinstance(event, UnknownEvent) == (event.record is None) == (event.entity is None)
        assert isinstance(event.key, str)


@given(
    st.binary() | st.text() | st.none() | st.integers(),
    st.none() | st.binary() | st.dictionaries(st.text(), st.text()) | st.integers(),
)
def test_anything_is_an_event(body, headers):
    assert isinstance(parse(headers, body), WebhookEvent)


@settings(max_examples=40)
@given(st.sampled_from(sorted(CLASSES)), st.data())
def test_records_with_odd_values_are_events(entity, data):
    keys = sorted(shapes().by_entity[entity].keys)
    body = data.draw(st.dictionaries(st.sampled_from(keys), VALUES))
    assert isinstance(parse({}, body), WebhookEvent)


def test_every_single_key_is_an_event():
    for key in sorted(shapes().weights):
        for value in (None, {}, "5", 0):
            assert isinstance(parse({}, {key: value}), WebhookEvent)
