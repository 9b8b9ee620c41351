"""What every account has, and the small tables of the demo account: branches, staff, taxes, stores, treasuries."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from daftra_async.sandbox.account import WORKFLOWS
from daftra_async.sandbox.seed.words import WORDS

if TYPE_CHECKING:
    from daftra_async.sandbox.seed.builder import Builder


def owner(build: Builder) -> None:
    """Fill the account with its owner, a branch, a warehouse and a treasury."""
    first, last = "Amal", "Mansour"
    build.add(
        "site",
        {
            "business_name": "Al-Noor Trading Co. شركة النور",
            "first_name": first,
            "last_name": last,
            "subdomain": "sandbox.daftra.com",
            "site_logo": "logo.png",
            "invoice_logo": None,
            **build.address(),
            # Ids of the listings Timezone, dateFormats and languageCodes; text, as live accounts send them.
            "timezone": "13",
            "date_format": "3",
            "currency_code": "SAR",
            "language_code": 41,
            "email": "owner@example.com",
            "staff_id": -1,
            "currencyFormat": "%s SAR",
            "numberFormat": [2, ".", ","],
            "SITE_HASH": "0a1b2c3d",
        },
    )
    build.add("branch", {"code": "0001", "name": "Main Branch", "status": "1", "staff_id": 1, **build.address()})
    build.add("staff", {"name": f"{first} {last}", "role_id": 1, "email_address": "owner@example.com", "active": 1, "deleted": 0})
    build.add("store", {"name": "Main Warehouse", "primary": 1, "active": 1, "branch_id": 1})
    build.add("treasury", {"name": "Main Treasury", "type": 3, "active": 1, "is_primary": 1, "balance": Decimal("0.00")})
    for identity, name in WORKFLOWS.items():
        key = f"le_workflow-type-entity-{identity}"
        values = {"id": identity, "name": name, "status": 1, "icon": None, "singular_title": name, "entity_key": key}
        build.add("workflow_type", {**values, "app_related_data": None})


def small_tables(build: Builder) -> None:
    """Branches, staff, taxes, stores, treasuries, categories, brands."""
    for code, name in (("0002", "Jeddah Branch"), ("0003", "فرع القاهرة")):
        build.add("branch", {"code": code, "name": name, "status": "1", "staff_id": 1, **build.address()})
    for index in range(24):
        first, last = build.person()
        values = {"name": f"{first} {last}", "role_id": build.number(1, 3), "added_by": 1, "active": 1, "deleted": 0}
        address = {name: value for name, value in build.address().items() if not name.startswith("phone")}
        contact = {"email_address": f"staff{index + 2}@example.com", "mobile": "0555 010 500 ", "business_Phone": "011-555-0100"}
        rates = {"hourly_rate": build.money(20, 90), "hourly_rate_currency_code": "SAR", "default_store_id": 1}
        build.add("staff", {**values, **address, **contact, **rates, "last_login": "0000-00-00 00:00:00"})
    _accounts(build)
    _follow_ups(build)


def _accounts(build: Builder) -> None:
    for name, value in (("VAT 15%", "15"), ("VAT 5%", "5.00"), ("Zero rate", "0"), ("ضريبة القيمة المضافة 14%", "14.0000")):
        values = {"name": name, "value": Decimal(value), "description": "", "included": None}
        body = build.add("tax", values)
        body["tax_id"] = body["id"]
    for name in ("Jeddah Warehouse", "مستودع القاهرة", "Returns"):
        build.add("store", {"name": name, "primary": 0, "active": 1, "branch_id": 1, "shipping_address": None})
    for name, account_type in (("Al Rajhi Bank", 1), ("Bank Misr", 1), ("صندوق المبيعات", 3), ("Petty cash", 3)):
        number = f"SA{build.number(10**9, 10**10 - 1)}" if account_type == 1 else None
        values = {
            "name": name,
            "type": account_type,
            "type_name": name,
            "type_account_number": number,
            "active": 1,
            "is_primary": 0,
        }
        build.add("treasury", {**values, "balance": build.money(0, 90000, 4), "staff_id": 1})
    for name in dict.fromkeys(category for _, category, _ in WORDS.product_types):
        values = {"name": name, "description": "", "category_type": 1, "parent_id": 0, "image": ""}
        build.add("product_category", values)
    for name in WORDS.brands:
        build.add("brand", {"name": name})


def _follow_ups(build: Builder) -> None:
    for name, color in (("New", "blue"), ("جاري المتابعة", "orange"), ("Done", "green"), ("Lost", "red")):
        values = {"name": name, "color": color, "status": 2 if name in {"Done", "Lost"} else 1, "item_type": 1, "staff_id": 1}
        build.add("follow_up_status", {**values, "entity_key": "client", "display_order": build.number(1, 9)})
    for kind in ("client", "invoice", "estimate", "work_order", "supplier"):
        for action in ("Call", "Visit", "زيارة ميدانية"):
            build.add("follow_up_action", {"name": action, "type": kind, "icon": "phone", "display_order": 1}, kind=kind)
