"""The v2 entities: workflow records, points and credits, assets, departments; and a few rows of everything else."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox.seed.words import WORDS

if TYPE_CHECKING:
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.schema import Field
    from daftra_async.sandbox.seed.builder import Builder

_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "department": ("Sales", "Accounts", "المخازن", "Maintenance", "الموارد البشرية"),
    "designation": ("Sales manager", "Accountant", "أمين مستودع", "Technician", "Driver"),
    "employment_type": ("Full time", "Part time", "دوام جزئي"),
    "asset_type": ("Laptop", "Vehicle", "طابعة", "Phone"),
    "asset_location": ("Head office", "Showroom", "المستودع الرئيسي"),
    "storage": ("Room 12", "Cabinet A", "خزانة الأصول"),
    "credit_type": ("Points", "Visits", "نقاط الولاء"),
    "package": ("Gold membership", "Silver membership", "باقة الزيارات"),
    "employee_asset": ("Dell laptop", "HP printer", "Toyota Hilux", "جوال العمل", "Projector"),
    "unit_template": ("Weight", "Length", "كرتون"),
    "cost_center": ("Head office", "Projects", "فرع جدة"),
    "site_payment_gateway": ("cash", "bank", "paytabs", "mada"),
}


def workflow(build: Builder, identity: int, amount: int) -> None:
    """Records of one workflow type."""
    collection = f"le_workflow-type-entity-{identity}"
    for index in range(1, amount + 1):
        start = build.day()
        values: Json = {
            "number": f"{index:06d}",
            "title": build.pick(WORDS.tasks),
            "client_id": build.number(1, 3000),
            "start_date": start,
            "delivery_date": start,
            "description": build.pick(WORDS.messages),
            "budget": build.money(100, 50000),
            "budget_currency": "SAR",
            "status": build.number(1, 4),
            "staff_id": build.number(1, 25),
            "branch_id": build.branch(),
            "follow_up_status_id": build.pick((None, 1, 2, 3)),
            "workflow_type_id": identity,
            # JSON inside a string, as it is on the wire.
            "extra_details": '{"priority":"high","tags":["a","b"]}' if build.chance(0.2) else None,
            "client_data": None,
            "custom_data": None,
        }
        custom = {f"{collection}_custom_data": {"id": index, "reference_id": f"R-{index:04d}"}}
        build.add(collection, values, parts=custom)
    build.account.store.start_after(f"{collection} numbers", amount)


def everything_else(build: Builder) -> None:
    """A few rows of each entity that has none yet, so that every list shows something."""
    spec = build.account.spec
    filled = set(build.account.store.counts())
    entities = [found.entity for found in spec.operations.values() if "{" not in found.entity]
    wanted = [*entities, *spec.schemas.names("EntityKey").values()]
    skipped = {"site", "listing", "app", "multi_entity", "oauth_token", "entity"} | filled
    for entity in sorted(set(wanted) - skipped):
        v1 = any(found.entity == entity and found.is_v1 for found in spec.operations.values())
        shape = spec.read_shape(entity, v1=v1)
        for index in range(1, _amount(entity) + 1):
            values = {item.name: _value(build, entity, item, index) for item in shape.scalars if not item.write_only}
            if not values:
                values = {"name": f"{entity.replace('_', ' ').capitalize()} {index}", "staff_id": 1, "status": 1, "branch_id": 1}
            values.pop("id", None)
            values.pop("created", None)
            if entity in _NAMES and "name" in values:
                name = _NAMES[entity][(index - 1) % len(_NAMES[entity])]
                values["name"] = name if index <= len(_NAMES[entity]) else f"{name} {index}"
            for name in shape.required:
                if values.get(name) == "":
                    values[name] = f"{build.pick(WORDS.brands)} {index}"
            if entity == "employee_asset":
                values |= _holder(index)
            build.add(entity, {name: int(value) if v1 and isinstance(value, bool) else value for name, value in values.items()})


def _amount(entity: str) -> int:
    return 60 if entity in {"credit_charge", "credit_usage", "attendance_log", "charge_usage", "employee_asset"} else 8


def _holder(index: int) -> Json:
    """Who has an asset."""
    common: Json = {"asset_type_id": 1 + index % 4, "location_id": 1 + index % 3, "code": f"{index:04d}"}
    if index % 3 == 0:
        return {**common, "used_by": "employee", "employee_id": 1 + index % 25, "storage_id": None, "status": "employee"}
    if index % 3 == 1:
        return {**common, "used_by": "storage", "storage_id": 1 + index % 3, "employee_id": None, "status": "storage"}
    return {**common, "used_by": "not_assigned", "storage_id": None, "employee_id": None, "status": "not_assigned"}


_FIXED: Final[dict[str, Any]] = {
    "branch_id": 1,
    "staff_id": 1,
    "currency_code": "SAR",
    "deleted_at": None,
    "active": 1,
    "country_code": "SA",
    "settings": None,
    "payment_gateway": "cash",
    "email": "info@example.com",
}
_RELATED: Final = {
    "client_id": 3000,
    "product_id": 1500,
    "bundle_product_id": 1500,
    "supplier_id": 300,
    "store_id": 4,
    "department_id": 5,
    "credit_type_id": 8,
    "package_id": 8,
    "credit_charge_id": 60,
    "credit_usage_id": 60,
    "work_order_id": 500,
    "treasury_id": 5,
    "tax1": 2,
    "tax2": 2,
    "added_by": 25,
    "leave_type_id": 3,
}


def _value(build: Builder, entity: str, field: Field, index: int) -> Any:  # noqa: C901, PLR0911  # one return a kind
    name = field.name
    if name in _FIXED:
        return bool(_FIXED[name]) if field.kind == "boolean" else _FIXED[name]
    if name in _RELATED:
        found = build.number(1, _RELATED[name])
        return str(found) if field.kind == "text" else found
    if field.choices:
        return build.pick(field.choices)
    if field.kind == "integer":
        return None if field.nullable else build.number(0, 1) if name.endswith("_id") else build.number(0, 3)
    if field.kind == "decimal":
        return build.money(1, 500) if name != "unit_factor" else Decimal(1)
    if field.kind == "boolean":
        return build.chance(0.9)
    if field.kind == "date":
        return build.day()
    if field.kind == "date-time" or name == "time":
        return build.moment()
    if field.kind != "text":
        return None
    if name in {"name", "label", "template_name", "title"}:
        return f"{build.pick(_NAMES.get(entity, WORDS.brands))} {index}"
    if name in {"code", "number"}:
        return f"{index:04d}"
    return build.pick(WORDS.messages) if name in {"description", "notes", "body"} else ""
